/// Makes XML of what is nearly XML, without moving a byte.
///
/// A strict parser ends at the first mistake; these are made by half of all feeds, and what is meant is
/// plain. Every byte keeps its place.
///
/// - What stands before the XML declaration goes, and the declaration with it: decoding is past, and
///   `standalone="yes"` would make `&nbsp;` an error.
/// - Characters that XML does not allow (XML 1.0, 2.2), and references to them, become spaces.
/// - An ampersand that begins no reference (`Q&A`) becomes ``ampersand``, which stands for it until the
///   text comes out of the parser.
/// - So does the one of a reference that a parser drops in silence or ends at: see
///   ``keepReferences(in:but:)``.
enum XMLRepair {
  /// DEL: allowed in XML, one byte, and in no text.
  static let ampersand: UInt8 = 0x7F

  /// Repairs a document.
  ///
  /// - Returns: whether ``ampersand`` stands anywhere.
  static func repair(_ bytes: inout [UInt8]) -> Bool {
    blankDeclaration(&bytes)
    var hasAmpersand = false
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: bytes[offset] = 0x20
      case 0xEF where isNoncharacter(at: offset, in: bytes):
        for index in offset..<offset + 3 { bytes[index] = 0x20 }
      case UInt8(ascii: "&"):
        switch reference(at: offset, in: bytes) {
        case .sound(let end): offset = end - 1
        case .forbidden(let end):
          for index in offset..<end { bytes[index] = 0x20 }
        case .none:
          bytes[offset] = ampersand
          hasAmpersand = true
        }
      default: break
      }
      offset += 1
    }
    return hasAmpersand
  }

  private static func blankDeclaration(_ bytes: inout [UInt8]) {
    var start = 0
    while start < bytes.count {
      if bytes[start] <= 0x20 {
        start += 1
      } else if bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) {
        start += 3
      } else {
        break
      }
    }
    var end = start
    if bytes[start...].starts(with: "<?xml".utf8), start + 5 < bytes.count, bytes[start + 5] <= 0x20
    {
      // A declaration is short; without its end it is left to the parser.
      let limit = min(bytes.count, start + 1000)
      if let mark = bytes[start..<limit].firstIndex(of: UInt8(ascii: ">")) { end = mark + 1 }
    }
    for index in 0..<end where bytes[index] != 0x0A && bytes[index] != 0x0D { bytes[index] = 0x20 }
  }

  /// U+FFFE and U+FFFF, which are no characters.
  private static func isNoncharacter(at offset: Int, in bytes: [UInt8]) -> Bool {
    offset + 2 < bytes.count && bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE
  }

  enum Reference {
    case sound(end: Int)
    /// To a character that XML does not allow.
    case forbidden(end: Int)
    case none
  }

  static func reference(at start: Int, in bytes: [UInt8]) -> Reference {
    var offset = start + 1
    let limit = min(bytes.count, start + 100)
    guard offset < limit else { return .none }
    guard bytes[offset] == UInt8(ascii: "#") else {
      while offset < limit, isNamePart(bytes[offset], isFirst: offset == start + 1) { offset += 1 }
      let isWhole = offset > start + 1 && offset < limit && bytes[offset] == UInt8(ascii: ";")
      return isWhole ? .sound(end: offset + 1) : .none
    }
    offset += 1
    let isHexadecimal = offset < limit && bytes[offset] == UInt8(ascii: "x")
    if isHexadecimal { offset += 1 }
    let digits = offset
    var value = 0
    while offset < limit, let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue,
      isHexadecimal || digit < 10
    {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      offset += 1
    }
    guard offset > digits, offset < limit, bytes[offset] == UInt8(ascii: ";") else { return .none }
    return isAllowed(value) ? .sound(end: offset + 1) : .forbidden(end: offset + 1)
  }

  /// The characters of XML 1.0, 2.2.
  private static func isAllowed(_ value: Int) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  static func isNamePart(_ byte: UInt8, isFirst: Bool) -> Bool {
    if (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte == 0x3A || byte >= 0x80 { return true }
    return !isFirst && (byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E)
  }
}
