internal import Narration

/// The text of an XML or HTML member of a container.
enum MemberText {
  /// Decodes by the mark of the encoding, else by what the XML declaration says, else as UTF-8
  /// (XML 1.0, appendix F), and repairs what is broken with a warning: one bad byte costs no book.
  static func decode(_ bytes: [UInt8], named name: String) -> TextDecoder.Decoded {
    switch bytes.prefix(4) {
    case [0x3C, 0, 0x3F, 0], [0x3C, 0, 0x21, 0]:
      return decode([0xFF, 0xFE] + bytes, named: name)
    case [0, 0x3C, 0, 0x3F], [0, 0x3C, 0, 0x21]:
      return decode([0xFE, 0xFF] + bytes, named: name)
    default: break
    }
    if let declared = declaredEncoding(bytes), isLatin(declared),
      String(validating: bytes, as: UTF8.self) == nil
    {
      return TextDecoder.Decoded(text: Windows1252.decode(bytes))
    }
    do throws(ReadingError) {
      return try TextDecoder.decode(bytes, named: name)
    } catch {
      let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      return TextDecoder.Decoded(
        text: isWide
          ? wide(bytes) : String(decoding: bytes, as: UTF8.self).replacing("\0", with: "\u{FFFD}"),
        notices: [
          Complaint(
            .warning, at: error.complaint.place,
            error.complaint.what + "; what cannot be read stands as \u{FFFD}",
            remedy: error.complaint.remedy)
        ])
    }
  }

  private static func isLatin(_ encoding: String) -> Bool {
    ["iso-8859-1", "iso8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "us-ascii"]
      .contains(encoding)
  }

  /// What `<?xml version="1.0" encoding="…"?>` says, in lower case.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>"),
      let at = head[..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let value = head[at.upperBound..<end.lowerBound].drop { " =\t\r\n".contains($0) }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return value.dropFirst().prefix { $0 != quote }.lowercased()
  }

  /// UTF-16 with a mark, broken parts repaired.
  private static func wide(_ bytes: [UInt8]) -> String {
    let isBigEndian = bytes.first == 0xFE
    var units: [UInt16] = []
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    return String(decoding: units, as: UTF16.self)
  }
}
