/// The marks at a possible end of a sentence, with the quotes, brackets and reference numbers that
/// close after them: `."`, `?!`, `. . .`, `.[3]`, `!)`.
struct StopRun {
  /// The first mark.
  let start: Int
  /// Past the last byte that belongs to the sentence.
  private(set) var end: Int
  /// Full stops in the run; an ellipsis character counts as three.
  private(set) var dots = 0
  /// `?` or `!` is among them.
  private(set) var isStrong = false
  /// A full stop of Chinese or Japanese: no space need follow.
  private(set) var isWide = false
  /// Dots with spaces between.
  private(set) var isSpaced = false
  private(set) var closesQuote = false
  private(set) var closesBracket = false
  /// A face after the marks: `:)`.
  private(set) var hasFace = false
  /// A reference after the marks: `[3]`, `²`, `10`.
  private(set) var hasReference = false

  var isEllipsis: Bool { dots > 1 && !isStrong }

  /// Reads at a full stop, `!`, `?`, or one of their fellows beyond ASCII.
  init(_ bytes: SourceBytes, at start: Int) {
    self.start = start
    end = start
    while end < bytes.count {
      if readASCII(bytes) { continue }
      if let tag = MarkupTag.closingEnd(bytes, at: end) {
        end = tag
        continue
      }
      guard bytes[end] >= 0xC2, readBeyondASCII(bytes) else { break }
    }
    readReferences(bytes)
    // `It works! :) We go on.`
    if bytes[end] == 0x20, let face = Emoticon.end(bytes, at: end + 1) {
      end = face
      hasFace = true
    }
  }

  /// Whether a scalar beyond ASCII ends sentences.
  static func isStop(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2026, 0x203C, 0x203D, 0x2047...0x2049, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: true
    default: false
    }
  }

  private mutating func readASCII(_ bytes: SourceBytes) -> Bool {
    switch bytes[end] {
    case UInt8(ascii: "."):
      dots += 1
      end += 1
      if bytes[end] == 0x20, bytes[end + 1] == UInt8(ascii: "."),
        !bytes.isWordCharacter(at: end + 2)
      {
        isSpaced = true
        end += 1
      }
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      isStrong = true
      end += 1
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard !bytes.isWordCharacter(at: end + 1) else { return false }
      closesQuote = true
      end += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      closesBracket = true
      end += 1
    case UInt8(ascii: "*"), UInt8(ascii: "_"):
      guard !bytes.isWordCharacter(at: end + 1) else { return false }
      end += 1
    default: return false
    }
    return true
  }

  private mutating func readBeyondASCII(_ bytes: SourceBytes) -> Bool {
    let (scalar, length) = bytes.scalar(at: end)
    switch scalar {
    case 0x2026: dots += 3
    case 0x203C, 0x203D, 0x2047...0x2049: isStrong = true
    case 0x3002, 0xFF0E, 0xFF61, 0xFF01, 0xFF1F: isWide = true
    case 0x2019, 0x201D, 0xBB, 0x203A, 0x300D, 0x300F: closesQuote = true
    case 0xFF09, 0x3011, 0x3009, 0x300B: closesBracket = true
    // Joiners and variation selectors after the mark, as in the emoji `‼️`.
    case 0xFE00...0xFE0F, 0x200D: break
    default: return false
    }
    end += length
    return true
  }

  /// `[3]`, `[7][8]`, superscript digits, or `10` right after the stop of a word.
  private mutating func readReferences(_ bytes: SourceBytes) {
    while bytes[end] == UInt8(ascii: "["), let close = Self.bracket(bytes, from: end) {
      end = close
      hasReference = true
    }
    while let length = Self.superscript(bytes, at: end) {
      end += length
      hasReference = true
    }
    guard dots == 1, !isStrong, ASCII.isDigit(bytes[end]), !hasReference else { return }
    let before = bytes[start - 1]
    guard end > start + 1 || Self.endsWord(bytes, before: start) || before == UInt8(ascii: ")")
    else { return }
    var digits = end
    while digits - end < 12 {
      if ASCII.isDigit(bytes[digits]) {
        digits += 1
      } else {
        let length = Self.joinLength(bytes, at: digits)
        if length == 0 { break }
        digits += length
      }
    }
    var leading = end
    while ASCII.isDigit(bytes[leading]) { leading += 1 }
    guard leading - end <= 3, ASCII.isSpace(bytes[digits]) else { return }
    end = Self.moreNumbers(bytes, after: digits)
    hasReference = true
  }

  /// Past one more number before a capital, as in `consultation.11 12 Take`; else where it began.
  private static func moreNumbers(_ bytes: SourceBytes, after end: Int) -> Int {
    var digits = end + 1
    while digits - end <= 3, ASCII.isDigit(bytes[digits]) { digits += 1 }
    guard bytes[end] == 0x20, digits > end + 1, bytes[digits] == 0x20,
      ASCII.isUpper(bytes[digits + 1])
    else { return end }
    return digits
  }

  /// Length of a comma, hyphen or en dash before a digit, 0 when there is none.
  private static func joinLength(_ bytes: SourceBytes, at offset: Int) -> Int {
    let (scalar, length) = bytes.scalar(at: offset)
    guard scalar == 0x2C || scalar == 0x2D || scalar == 0x2013,
      ASCII.isDigit(bytes[offset + length])
    else { return 0 }
    return length
  }

  /// Whether a word of three lower-case letters or more ends here: `v.10` is no reference.
  private static func endsWord(_ bytes: SourceBytes, before offset: Int) -> Bool {
    ASCII.isLower(bytes[offset - 1]) && ASCII.isLower(bytes[offset - 2])
      && ASCII.isLower(bytes[offset - 3])
  }

  /// The end of a short bracketed note without a sentence in it.
  private static func bracket(_ bytes: SourceBytes, from open: Int) -> Int? {
    for offset in open + 1..<open + 32 {
      switch bytes[offset] {
      case UInt8(ascii: "]"): return offset > open + 1 ? offset + 1 : nil
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "["), 0x0A, 0:
        return nil
      default: break
      }
    }
    return nil
  }

  private static func superscript(_ bytes: SourceBytes, at offset: Int) -> Int? {
    guard bytes[offset] == 0xC2 || bytes[offset] == 0xE2 else { return nil }
    let (scalar, length) = bytes.scalar(at: offset)
    switch scalar {
    case 0xB2, 0xB3, 0xB9, 0x2020, 0x2021, 0x2070...0x207E: return length
    default: return nil
    }
  }
}
