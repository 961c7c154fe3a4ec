/// What a token is to the rules: each names those that may begin a match of its class.
struct Triggers: OptionSet, Sendable {
  let rawValue: UInt32
  static let digits = Triggers(rawValue: 1 << 0)
  /// A word in ``Keywords`` that may begin something.
  static let keyword = Triggers(rawValue: 1 << 1)
  /// A word of capitals, at least one.
  static let upper = Triggers(rawValue: 1 << 2)
  /// A capital, then lower case.
  static let capitalized = Triggers(rawValue: 1 << 3)
  /// Capitals and lower case in another order: `mRNA`, `CoV`, `PhD`.
  static let mixed = Triggers(rawValue: 1 << 4)
  /// Lower case alone, not in ``Keywords``.
  static let lower = Triggers(rawValue: 1 << 5)
  /// A word with letters beyond ASCII, or white space beyond ASCII.
  static let nonASCII = Triggers(rawValue: 1 << 6)
  /// Any mark but a ``stop``.
  static let mark = Triggers(rawValue: 1 << 7)
  /// `(` `[` `{` and their closing fellows.
  static let bracket = Triggers(rawValue: 1 << 8)
  static let quote = Triggers(rawValue: 1 << 9)
  /// `.` `,` `-` `–` `−` `+` `±` and others that may begin a number.
  static let sign = Triggers(rawValue: 1 << 10)
  static let currency = Triggers(rawValue: 1 << 11)
  static let control = Triggers(rawValue: 1 << 13)
  /// A word of one letter.
  static let letter = Triggers(rawValue: 1 << 14)
  /// `.` `,` `;` `:` `?` `!` before white space or the end: it closes, and begins nothing.
  static let stop = Triggers(rawValue: 1 << 15)
  /// A mark beyond ASCII.
  static let wide = Triggers(rawValue: 1 << 16)
  /// A mark that no prose is full of: none of brackets, quotation marks, dashes, stops and commas.
  static let technical = Triggers(rawValue: 1 << 17)

  /// Digits with something beside them that they may belong to: a letter or a mark that touches, or
  /// a mark or more digits behind white space. `5` in `5%`, `5 – 6`, `3 1/2`; not in `5 mice.`
  static let joined = Triggers(rawValue: 1 << 18)

  /// A word with a digit, or a mark that is no ``stop``, behind it without a gap.
  static let tied = Triggers(rawValue: 1 << 20)
  /// `×`, or `x` as a word of its own.
  static let cross = Triggers(rawValue: 1 << 21)
  /// Any token at all, where the user has given a lexicon.
  static let lexicon = Triggers(rawValue: 1 << 19)

  static let word: Triggers = [.keyword, .upper, .capitalized, .mixed, .lower, .nonASCII]

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What a token is, with the one behind it.
  @inline(__always)
  init(_ token: Token, before next: Token) {
    switch token.kind {
    case .space: self = token.shape.contains(.nonASCII) ? .nonASCII : []
    case .word: self.init(word: token)
    case .digits: self = .digits
    case .mark: self.init(mark: token.scalar, before: next)
    case .control: self = .control
    case .boundary: self = []
    }
  }

  @inline(__always)
  private init(word token: Token) {
    let isKeyword = !token.keys.isDisjoint(with: .active)
    var bits: UInt32 = isKeyword ? Triggers.keyword.rawValue : 0
    if !token.shape.contains(.upper) {
      if !isKeyword { bits |= Triggers.lower.rawValue }
    } else if !token.shape.contains(.lower) {
      bits |= Triggers.upper.rawValue
    } else if token.shape.contains(.firstUpper), !token.shape.contains(.innerUpper) {
      bits |= Triggers.capitalized.rawValue
    } else {
      bits |= Triggers.mixed.rawValue
    }
    if token.shape.contains(.nonASCII) { bits |= Triggers.nonASCII.rawValue }
    if token.count == 1 {
      bits |= Triggers.letter.rawValue
      if token.scalar | 0x20 == 0x78 { bits |= Triggers.cross.rawValue }
    }
    rawValue = bits
  }

  private init(mark scalar: UInt32, before next: Token) {
    switch scalar {
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F:
      if next.isSpace || next.kind == .boundary {
        self = .stop
      } else {
        self = scalar == 0x2C || scalar == 0x2E ? [.mark, .sign] : .mark
      }
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: self = [.mark, .bracket]
    case 0x22, 0x27, 0x60: self = [.mark, .quote]
    case 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: self = [.mark, .quote, .wide]
    case 0x2D: self = [.mark, .sign]
    case 0x2012...0x2015: self = [.mark, .sign, .wide]
    case 0x2B, 0x7E: self = [.mark, .sign, .technical]
    case 0xB1, 0x2212: self = [.mark, .sign, .wide, .technical]
    case 0x24: self = [.mark, .currency, .technical]
    case 0xA2...0xA5, 0xE3F, 0x20A0...0x20CF: self = [.mark, .currency, .wide, .technical]
    case 0xD7: self = [.mark, .technical, .cross, .wide]
    default: self = scalar < 0x80 ? [.mark, .technical] : [.mark, .wide, .technical]
    }
  }
}

extension Triggers {
  /// Tells tokens what they are where they stand.
  ///
  /// Most of any text, words in small letters that stand free and the spaces between them, is
  /// nothing to any rule.
  static func assign(to tokens: UnsafeMutableBufferPointer<Token>) {
    func token(_ index: Int) -> Token { index < tokens.count ? tokens[index] : .boundary }
    for index in tokens.indices {
      let next = token(index + 1)
      var triggers = Triggers(tokens[index], before: next)
      switch tokens[index].kind {
      case .word:
        if next.isSpace {
          // `n = 5`: a letter alone may be a symbol.
          if triggers == .lower || triggers == [.lower, .letter] && token(index + 2).isWord {
            triggers = []
          }
        } else if isJoined(next, token(index + 2)) {
          triggers.insert(.tied)
        }
      case .digits:
        if isJoined(next, token(index + 2)) { triggers.insert(.joined) }
      default: break
      }
      tokens[index].triggers = triggers
    }
  }

  private static func isJoined(_ next: Token, _ after: Token) -> Bool {
    switch next.kind {
    case .space: after.kind == .mark || after.isDigits
    case .boundary: false
    case .mark: Triggers(next, before: after) != .stop
    case .word, .digits, .control: true
    }
  }
}
