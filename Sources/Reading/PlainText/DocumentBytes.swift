/// The UTF-8 of a decoded document, read without care for its ends.
struct DocumentBytes: Sendable {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// The byte at an offset, 0 outside.
  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    UInt(bitPattern: offset) < UInt(bitPattern: bytes.count) ? bytes[offset] : 0
  }

  /// The scalar at an offset and its length; a broken byte is U+FFFD of length 1.
  @inline(__always)
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = self[offset]
    return first < 0x80 ? (UInt32(first), 1) : longScalar(at: offset, first)
  }

  private func longScalar(at offset: Int, _ first: UInt8) -> (value: UInt32, length: Int) {
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard length > 1, offset + length <= count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length {
      let byte = bytes[offset + index]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }

  /// The text of a range, cut to the document.
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<count)], as: UTF8.self)
  }
}

/// What single characters are to the readers of plain text.
enum TextScalar {
  /// White space of any kind, line breaks and the zero-width space included.
  @inline(__always)
  static func isWhiteSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x09...0x0D: true
    case 0..<0x85: false
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// What ends a line: LF, VT, FF, CR, NEL, and Unicode's line and paragraph separators.
  @inline(__always)
  static func isLineBreak(_ value: UInt32) -> Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Controls, private use and unassigned characters: nothing that a voice could say.
  static func isUnspeakable(_ value: UInt32) -> Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0x36F, 0x2010...0x2027, 0x4E00...0x9FFF: return false
    case 0..<0x20, 0x7F...0x9F: return !isWhiteSpace(value)
    default: break
    }
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .control, .privateUse, .unassigned, .surrogate, nil: return true
    default: return false
    }
  }

  /// Characters of scripts that put no white space between words: Thai to Khmer, Tibetan, kana,
  /// ideographs and their punctuation.
  static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19DF, 0x1A20...0x1AAF,
      0x2E80...0x9FFF, 0xA980...0xA9DF, 0xAA60...0xAADF, 0xF900...0xFAFF, 0xFF00...0xFFEF,
      0x1B000...0x1B16F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
