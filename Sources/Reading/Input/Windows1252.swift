/// The code page of older Windows texts in western languages.
enum Windows1252 {
  /// The characters of 0x80...0x9F; nil where the code page has none.
  private static let upper: [Unicode.Scalar?] = [
    "\u{20AC}", nil, "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", nil, "\u{017D}", nil,
    nil, "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", nil, "\u{017E}", "\u{0178}",
  ]

  /// Whether the code page has a character for a byte.
  static func isCharacter(_ byte: UInt8) -> Bool {
    !(0x80...0x9F).contains(byte) || upper[Int(byte) - 0x80] != nil
  }

  /// Where the first run of bytes stands that shows a text to be in another encoding; nil for a text
  /// that may well be of this one.
  ///
  /// A letter beyond ASCII stands alone or in pairs between others in western words, and so it does
  /// in those of central Europe and Turkey. In EUC-JP, Shift_JIS, Big5, GB2312, EUC-KR, and in the
  /// code pages of Cyrillic, Greek, Hebrew, Arabic and Thai whole words are of such bytes. What counts
  /// is runs of four and more, of three values at least (a rule of dashes has one). Of the
  /// test files of chardet 5, western ones have no such run, other Latin ones 2 % of their bytes
  /// beyond ASCII in some, those of the other encodings 29 % and more.
  static func foreignRun(in bytes: [UInt8]) -> Int? {
    var (high, inRuns, first) = (0, 0, Int?.none)
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] >= 0x80 else {
        offset += 1
        continue
      }
      let start = offset
      while offset < bytes.count, bytes[offset] >= 0x80 { offset += 1 }
      high += offset - start
      guard offset - start >= 4, isVaried(bytes[start..<offset]) else { continue }
      inRuns += offset - start
      first = first ?? start
    }
    return inRuns >= 8 && inRuns * 4 >= high ? first : nil
  }

  /// Whether bytes have three values or more.
  private static func isVaried(_ run: ArraySlice<UInt8>) -> Bool {
    guard let first = run.first, let second = run.first(where: { $0 != first }) else {
      return false
    }
    return run.contains { $0 != first && $0 != second }
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return upper[Int(byte) - 0x80] ?? "\u{FFFD}"
  }

  /// All bytes as characters of the code page.
  static func decode(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(scalar(byte)) }
    return String(text)
  }

  /// UTF-8 in which the given ranges are characters of the code page.
  static func repair(_ bytes: [UInt8], at ranges: [Range<Int>]) -> String {
    var text = ""
    var position = 0
    for range in ranges {
      text += String(decoding: bytes[position..<range.lowerBound], as: UTF8.self)
      text += decode(Array(bytes[range]))
      position = range.upperBound
    }
    return text + String(decoding: bytes[position...], as: UTF8.self)
  }
}
