/// A piece of a sentence: a run of letters, a run of digits, a run of white space, or one mark.
///
/// Tokens cover a sentence without a gap. Numbers with separators, words with hyphens, `10mg` are
/// several tokens; what belongs together is a recognizer's decision.
struct Token {
  /// UTF-8 bytes of the text.
  var start: Int32
  var end: Int32
  /// The first scalar; for marks the only one.
  var scalar: UInt32
  var kind: Kind
  var shape: Shape
  /// What the word may be, from ``Keywords``; empty for other kinds.
  var keys: KeywordSet
  /// What it is to the rules, where it stands; empty when it wakes none.
  var triggers: Triggers = []

  enum Kind: UInt8 {
    /// Letters of any script with their combining marks, apostrophes between letters inside.
    case word
    /// ASCII digits.
    case digits
    case space
    /// One scalar of punctuation, a symbol, or any other character that is neither of the above.
    case mark
    /// One character that no voice may see: C0 and C1 controls, unassigned and private use.
    case control
    /// What stands before the first and after the last token.
    case boundary
  }

  /// How a word is written.
  struct Shape: OptionSet {
    let rawValue: UInt8
    static let lower = Shape(rawValue: 1)
    static let upper = Shape(rawValue: 2)
    /// The first letter is a capital.
    static let firstUpper = Shape(rawValue: 4)
    static let nonASCII = Shape(rawValue: 8)
    static let apostrophe = Shape(rawValue: 16)
    /// A soft hyphen or another character without sound or width stands inside.
    static let ignorable = Shape(rawValue: 32)
    /// White space that holds a line break.
    static let lineBreak = Shape(rawValue: 64)
    /// A capital after the first letter.
    static let innerUpper = Shape(rawValue: 128)
  }

  static let boundary = Token(
    start: 0, end: 0, scalar: 0, kind: .boundary, shape: [], keys: [])

  var range: Range<Int> { Int(start)..<Int(end) }
  var count: Int { Int(end - start) }
  var isWord: Bool { kind == .word }
  var isDigits: Bool { kind == .digits }
  var isSpace: Bool { kind == .space }
  /// A word of capitals alone (one is enough).
  var isUpper: Bool { kind == .word && shape.contains(.upper) && !shape.contains(.lower) }
  /// A word of lower-case letters alone.
  var isLower: Bool { kind == .word && !shape.contains(.upper) }
  /// A word that begins with a capital and goes on in lower case.
  var isCapitalized: Bool {
    kind == .word && shape.contains(.firstUpper) && shape.contains(.lower)
      && !shape.contains(.innerUpper)
  }

  /// Whether the token is this mark.
  @inline(__always)
  func isMark(_ character: Unicode.Scalar) -> Bool {
    kind == .mark && scalar == character.value
  }

  /// Hyphen-minus, hyphen, non-breaking hyphen.
  var isHyphen: Bool { kind == .mark && (scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011) }
  /// Figure dash, en dash, minus.
  var isEnDash: Bool { kind == .mark && (scalar == 0x2012 || scalar == 0x2013) }
  /// Em dash, horizontal bar.
  var isEmDash: Bool { kind == .mark && (scalar == 0x2014 || scalar == 0x2015) }
  /// A sign that a number may be negative: hyphen-minus, minus, en dash.
  var isMinus: Bool { kind == .mark && (scalar == 0x2D || scalar == 0x2212 || scalar == 0x2013) }
}
