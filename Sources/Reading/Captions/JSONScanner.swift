/// Goes through JSON (RFC 8259) token by token and knows the byte place of each.
///
/// Foundation's decoder tells no places, and refuses a file that was cut as a whole.
struct JSONScanner {
  enum Token: Equatable {
    case beginObject, endObject, beginArray, endArray, colon, comma
    /// The bytes between the quotes, escapes as they are written.
    case string(Range<Int>)
    /// A string that the end of the file cuts.
    case cutString(Range<Int>)
    case number(Range<Int>)
    /// `true`, `false`, `null`.
    case literal(Range<Int>)
    case end
    /// What is not JSON begins here.
    case broken(Int)
  }

  private let bytes: DocumentBytes
  private(set) var offset = 0

  init(_ bytes: DocumentBytes) { self.bytes = bytes }

  /// The next token; after ``Token/end`` and ``Token/broken(_:)`` always the same.
  mutating func next() -> Token {
    while [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]), offset < bytes.count { offset += 1 }
    guard offset < bytes.count else { return .end }
    let start = offset
    switch bytes[start] {
    case UInt8(ascii: "{"): return single(.beginObject)
    case UInt8(ascii: "}"): return single(.endObject)
    case UInt8(ascii: "["): return single(.beginArray)
    case UInt8(ascii: "]"): return single(.endArray)
    case UInt8(ascii: ":"): return single(.colon)
    case UInt8(ascii: ","): return single(.comma)
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "-"), 0x30...0x39:
      while "+-.eE".utf8.contains(bytes[offset]) || bytes[offset] &- 0x30 < 10 { offset += 1 }
      return .number(start..<offset)
    default:
      for word in ["true", "false", "null"]
      where bytes.string(start..<start + word.utf8.count) == word {
        offset += word.utf8.count
        return .literal(start..<offset)
      }
      return .broken(start)
    }
  }

  private mutating func single(_ token: Token) -> Token {
    offset += 1
    return token
  }

  private mutating func string() -> Token {
    let start = offset + 1
    offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return .string(start..<offset - 1)
      case UInt8(ascii: "\\"): offset += 2
      default: offset += 1
      }
    }
    offset = bytes.count
    return .cutString(start..<bytes.count)
  }

  // MARK: Strings

  /// What a string says, escapes resolved.
  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    scalars(range) { scalar, _, _ in text.append(scalar) }
    return String(text)
  }

  /// Goes through the characters of a string with their places; a broken escape is taken as it stands.
  func scalars(_ range: Range<Int>, _ visit: (Unicode.Scalar, Range<Int>, Bool) -> Void) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if bytes[offset] == UInt8(ascii: "\\"), let (scalar, end) = escape(at: offset, range) {
        visit(scalar, offset..<end, false)
        offset = end
      } else {
        let (value, length) = bytes.scalar(at: offset)
        visit(Unicode.Scalar(value) ?? "\u{FFFD}", offset..<offset + length, true)
        offset += length
      }
    }
  }

  private func escape(at start: Int, _ range: Range<Int>) -> (Unicode.Scalar, Int)? {
    guard start + 1 < range.upperBound else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "n"): return ("\n", start + 2)
    case UInt8(ascii: "r"): return ("\r", start + 2)
    case UInt8(ascii: "t"): return ("\t", start + 2)
    case UInt8(ascii: "b"): return ("\u{08}", start + 2)
    case UInt8(ascii: "f"): return ("\u{0C}", start + 2)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return (Unicode.Scalar(bytes[start + 1]), start + 2)
    case UInt8(ascii: "u"):
      guard let unit = unit(at: start, range) else { return nil }
      if let scalar = Unicode.Scalar(unit) { return (scalar, start + 6) }
      // Half of a surrogate pair; alone it is no character.
      guard unit < 0xDC00, let low = self.unit(at: start + 6, range), 0xDC00..<0xE000 ~= low,
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      else { return ("\u{FFFD}", start + 6) }
      return (scalar, start + 12)
    default: return nil
    }
  }

  /// The number of `\uXXXX`.
  private func unit(at start: Int, _ range: Range<Int>) -> UInt32? {
    guard start + 6 <= range.upperBound, bytes[start] == UInt8(ascii: "\\"),
      bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for offset in start + 2..<start + 6 {
      guard let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }
}
