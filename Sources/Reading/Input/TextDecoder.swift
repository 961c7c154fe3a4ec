internal import Narration

/// Text from bytes: UTF-8, UTF-16 with a byte order mark, Windows-1252 where it is plain that it is
/// meant, and what a page or an XML document declares.
enum TextDecoder {
  struct Decoded {
    /// Without the byte order mark.
    var text: String
    var notices: [Complaint] = []
  }

  /// Decodes all bytes, or tells the line and column of the first that cannot be.
  static func decode(_ bytes: [UInt8], named name: String) throws(ReadingError) -> Decoded {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw ReadingError(
        .undecodable, at: name, "the encoding is UTF-32", remedy: "save it as UTF-8")
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return Decoded(text: try utf16(bytes, isBigEndian: false, named: name))
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return Decoded(text: try utf16(bytes, isBigEndian: true, named: name))
    }
    // XML 1.0, appendix F: `<?` in UTF-16 without a mark.
    if bytes.starts(with: [0x3C, 0, 0x3F, 0]) {
      return Decoded(text: try utf16(bytes, from: 0, isBigEndian: false, named: name))
    }
    if bytes.starts(with: [0, 0x3C, 0, 0x3F]) {
      return Decoded(text: try utf16(bytes, from: 0, isBigEndian: true, named: name))
    }
    if let kind = BinaryKind.name(of: bytes) {
      throw ReadingError(
        .binary, at: name, "this is \(kind), not text", remedy: "save its text as plain text")
    }
    if let nul = bytes.firstIndex(of: 0) {
      throw withNUL(bytes, at: nul, named: name)
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let declared = DeclaredEncoding(in: bytes)
    if let text = String(validating: body, as: UTF8.self) {
      // Japanese that is written with escapes is ASCII to look at.
      if declared?.name == "iso-2022-jp", bytes.contains(0x1B), let declared,
        let decoded = Self.declared(declared, bytes, named: name)
      {
        return decoded
      }
      return Decoded(text: text)
    }
    let hasMark = body.count < bytes.count
    if !hasMark, let declared, let decoded = Self.declared(declared, bytes, named: name) {
      return decoded
    }
    if DeclaredEncoding.isMarkup(bytes), let decoded = cut(Array(body), named: name) {
      return decoded
    }
    if !hasMark, let declared, declared.isUnreadable {
      throw ReadingError(
        .undecodable, at: "\(name):1", "the encoding is \(declared.label), which is not read",
        remedy: "save it as UTF-8: iconv -f \(declared.label) -t UTF-8")
    }
    return try notUTF8(Array(body), named: name)
  }

  // MARK: Markup

  /// Text in the encoding that it declares; nil where that is UTF-8, which it is not, or unknown.
  private static func declared(
    _ declared: DeclaredEncoding, _ bytes: [UInt8], named name: String
  ) -> Decoded? {
    guard let encoding = declared.name, encoding != "utf-8", encoding != "utf-16" else {
      return nil
    }
    let meaning = encoding == declared.label ? "" : " (read as \(encoding))"
    let notice = Complaint(
      .notice, at: name, "read in the encoding that it declares, \(declared.label)\(meaning)")
    if encoding == "windows-1252", bytes.allSatisfy(Windows1252.isCharacter) {
      // A label left from a template: what is mostly sound UTF-8 is UTF-8 with stray bytes.
      let scan = UTF8Scan(bytes)
      guard scan.soundSequences <= scan.broken.count else { return nil }
      return Decoded(text: Windows1252.decode(bytes), notices: [notice])
    }
    guard let (text, broken) = LegacyEncoding.decode(bytes, as: encoding) else { return nil }
    guard broken > 0 else { return Decoded(text: text, notices: [notice]) }
    let first = text.firstRange(of: "\u{FFFD}")?.lowerBound ?? text.startIndex
    return Decoded(
      text: text,
      notices: [
        notice,
        Complaint(
          .warning, at: place(after: String(text[..<first]), in: name),
          broken == 1
            ? "a byte here is no character of it"
            : "\(broken) bytes, the first of them here, are no characters of it",
          remedy: "save the file as UTF-8 if something is missing"),
      ])
  }

  /// Markup of UTF-8 that ends within a character, as a page does whose transfer broke off.
  private static func cut(_ bytes: [UInt8], named name: String) -> Decoded? {
    let scan = UTF8Scan(bytes)
    guard scan.broken.count == 1, let last = scan.broken.first, last.upperBound == bytes.count,
      bytes[last.lowerBound] >= 0xC2, last.count > 1 || scan.soundSequences > 0
    else { return nil }
    let text = String(decoding: bytes[..<last.lowerBound], as: UTF8.self)
    return Decoded(
      text: text,
      notices: [
        Complaint(
          .warning, at: place(after: text, in: name), "it ends here, within a character",
          remedy: "fetch it again to have the rest")
      ])
  }

  // MARK: UTF-16

  private static func utf16(
    _ bytes: [UInt8], from start: Int = 2, isBigEndian: Bool, named name: String
  ) throws(ReadingError) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: start, to: bytes.count - 1, by: 2) {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      let valid = units.prefix(firstLoneSurrogate(in: units))
      throw ReadingError(
        .undecodable, at: place(after: String(decoding: valid, as: UTF16.self), in: name),
        "half of a surrogate pair stands alone here: this is damaged UTF-16",
        remedy: "save it again as UTF-8")
    }
    guard bytes.count.isMultiple(of: 2) else {
      throw ReadingError(
        .undecodable, at: place(after: text, in: name),
        "the last byte is half a character: this is damaged UTF-16",
        remedy: "save it again as UTF-8")
    }
    return text
  }

  private static func firstLoneSurrogate(in units: [UInt16]) -> Int {
    var index = 0
    while index < units.count {
      switch units[index] {
      case 0xD800..<0xDC00:
        guard index + 1 < units.count, 0xDC00..<0xE000 ~= units[index + 1] else { return index }
        index += 2
      case 0xDC00..<0xE000: return index
      default: index += 1
      }
    }
    return index
  }

  // MARK: What is not UTF-8

  /// A NUL stands in no text, but every second byte of English in UTF-16 is one.
  private static func withNUL(_ bytes: [UInt8], at nul: Int, named name: String) -> ReadingError {
    let head = bytes.prefix(512)
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    if max(zeros[0], zeros[1]) * 3 >= head.count, min(zeros[0], zeros[1]) * 20 <= head.count {
      return ReadingError(
        .undecodable, at: name, "this looks like UTF-16 without a byte order mark",
        remedy: "save it as UTF-8")
    }
    let before = String(decoding: bytes.prefix(nul), as: UTF8.self)
    return ReadingError(
      .binary, at: place(after: before, in: name), "a NUL byte stands here: this is not text",
      remedy: "name a file of plain text")
  }

  /// Windows-1252 where that is what the bytes say, else the first bad byte.
  ///
  /// A text with more broken than sound sequences of UTF-8 is Windows-1252 as a whole, as long as
  /// every byte is a character there, ASCII prevails, and no words are of other bytes alone
  /// (``Windows1252/foreignRun(in:)``); which of many encodings those are is not guessed. In a text
  /// that is mostly sound UTF-8 a stray byte is taken for a Windows-1252 character, but half a
  /// sequence is damage.
  private static func notUTF8(_ bytes: [UInt8], named name: String) throws(ReadingError) -> Decoded
  {
    let scan = UTF8Scan(bytes)
    let first = scan.broken.first?.lowerBound ?? 0
    let where1 = place(after: String(decoding: bytes.prefix(first), as: UTF8.self), in: name)
    let isMostlyASCII = scan.highBytes * 10 <= bytes.count * 3
    let isLegacy = scan.soundSequences <= scan.broken.count
    let foreign = isLegacy ? bytes : scan.broken.flatMap { bytes[$0] }
    let isSingle = scan.broken.allSatisfy { $0.count == 1 }
    guard isMostlyASCII || !isLegacy, isLegacy || isSingle,
      foreign.allSatisfy(Windows1252.isCharacter)
    else {
      throw ReadingError(
        .undecodable, at: where1,
        "byte 0x\(hexadecimal(bytes[first])) here is no UTF-8", remedy: "save the file as UTF-8")
    }
    if isLegacy, let run = Windows1252.foreignRun(in: bytes) {
      throw ReadingError(
        .undecodable, at: place(after: Windows1252.decode(Array(bytes[..<run])), in: name),
        "the bytes from here on are a word in neither UTF-8 nor Windows-1252; "
          + "Shift_JIS, EUC-JP and others look like this",
        remedy: "save the file as UTF-8")
    }
    if isLegacy {
      return Decoded(
        text: Windows1252.decode(bytes),
        notices: [
          Complaint(
            .notice, at: where1, "read as Windows-1252, because it is no UTF-8 from here on",
            remedy: "save the file as UTF-8 if a character is wrong")
        ])
    }
    let count = scan.broken.count
    return Decoded(
      text: Windows1252.repair(bytes, at: scan.broken),
      notices: [
        Complaint(
          .warning, at: where1,
          "\(count == 1 ? "a byte" : "\(count) bytes, the first of them here,") "
            + "read as Windows-1252 in a text of UTF-8",
          remedy: "save the file as UTF-8 if a character is wrong")
      ])
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    String(byte, radix: 16, uppercase: true)
  }

  /// The line and column of what follows a text, by the rules of ``SourceText``.
  private static func place(after text: String, in name: String) -> String {
    let count = text.utf8.count
    return SourceText(document: name, text: text).place(of: count..<count).description
  }
}
