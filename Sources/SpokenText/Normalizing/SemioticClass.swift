/// A kind of written thing that is not spoken as it is spelled, with its value.
///
/// The three steps of the field: recognize → typed value → verbalize. One file holds a class; the
/// place of its rules among the others is ``Precedence``.
protocol SemioticClass: Sendable {
  static var kind: Edit.Kind { get }

  /// What stands at a token, when it is of this class there.
  ///
  /// Looks at source tokens alone, never at what another rule said. The match begins at `start`.
  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>?

  /// Says the value.
  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence)
}

/// A value found in a sentence, and the tokens that it stands for.
struct Match<Value: SemioticClass>: Sendable {
  var value: Value
  /// Token indices; never empty.
  var tokens: Range<Int>
  var rule: RuleName
  /// The class of the edit; that of the value unless a rule knows better.
  var kind: Edit.Kind
  /// What follows without white space belongs to the same word: `drug(s)` → `drugs`.
  var isTight: Bool

  init(
    _ value: Value, tokens: Range<Int>, rule: RuleName, kind: Edit.Kind = Value.kind,
    isTight: Bool = false
  ) {
    self.value = value
    self.tokens = tokens
    self.rule = rule
    self.kind = kind
    self.isTight = isTight
  }
}

/// A line of the list of precedence: which tokens wake a class, and why it stands where it does.
struct Rule: Sendable {
  let wakesOn: Triggers
  let reason: StaticString
  /// Says what stands at a token and returns the index after it, or nil with nothing said.
  let apply: @Sendable (Int, TokenizedSentence, inout SpokenWriter) -> Int?

  init<Class: SemioticClass>(
    _: Class.Type, on triggers: Triggers, because reason: StaticString
  ) {
    wakesOn = triggers
    self.reason = reason
    apply = { index, sentence, writer in
      guard let match = Class.recognize(at: index, in: sentence) else { return nil }
      writer.write(match, in: sentence)
      return match.tokens.upperBound
    }
  }
}

/// What a token is to the rules: each names those that may begin a match of its class.
struct Triggers: OptionSet, Sendable {
  let rawValue: UInt32
  static let digits = Triggers(rawValue: 1 << 0)
  /// A word in ``Keywords``.
  static let keyword = Triggers(rawValue: 1 << 1)
  /// A word of capitals, at least one.
  static let upper = Triggers(rawValue: 1 << 2)
  /// A capital, then lower case.
  static let capitalized = Triggers(rawValue: 1 << 3)
  /// Capitals and lower case in another order: `mRNA`, `CoV`, `PhD`.
  static let mixed = Triggers(rawValue: 1 << 4)
  /// Lower case alone, not in ``Keywords``.
  static let lower = Triggers(rawValue: 1 << 5)
  /// A word with letters beyond ASCII.
  static let nonASCII = Triggers(rawValue: 1 << 6)
  /// Any mark.
  static let mark = Triggers(rawValue: 1 << 7)
  /// `(` `[` `{` and their closing fellows.
  static let bracket = Triggers(rawValue: 1 << 8)
  static let quote = Triggers(rawValue: 1 << 9)
  /// `.` `,` `-` `–` `−` `+` `±` and others that may begin a number.
  static let sign = Triggers(rawValue: 1 << 10)
  static let currency = Triggers(rawValue: 1 << 11)
  static let space = Triggers(rawValue: 1 << 12)
  static let control = Triggers(rawValue: 1 << 13)
  /// A word of one letter.
  static let letter = Triggers(rawValue: 1 << 14)

  static let word: Triggers = [.keyword, .upper, .capitalized, .mixed, .lower, .nonASCII]

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ token: Token) {
    switch token.kind {
    case .digits: self = .digits
    case .space: self = token.shape.contains(.nonASCII) ? [.space, .nonASCII] : .space
    case .control: self = .control
    case .boundary: self = []
    case .word:
      let isKeyword = !token.keys.subtracting(.passive).isEmpty
      var set: Triggers = isKeyword ? .keyword : []
      if token.isUpper {
        set.insert(.upper)
      } else if token.isLower {
        if !isKeyword { set.insert(.lower) }
      } else if token.shape.contains(.firstUpper), !token.shape.contains(.innerUpper) {
        set.insert(.capitalized)
      } else {
        set.insert(.mixed)
      }
      if token.shape.contains(.nonASCII) { set.insert(.nonASCII) }
      if token.count == 1 { set.insert(.letter) }
      self = set
    case .mark:
      var set: Triggers = .mark
      switch token.scalar {
      case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: set.insert(.bracket)
      case 0x22, 0x27, 0x60, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: set.insert(.quote)
      case 0x2B, 0x2C, 0x2D, 0x2E, 0xB1, 0x2012...0x2015, 0x2212, 0x7E: set.insert(.sign)
      case 0x24, 0xA2...0xA5, 0xE3F, 0x20A0...0x20CF: set.insert(.currency)
      default: break
      }
      self = set
    }
  }
}
