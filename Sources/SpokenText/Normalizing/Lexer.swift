/// Cuts a sentence into tokens in one pass over its bytes.
enum Lexer {
  /// Appends the tokens of a range of bytes, each knowing what it is to the rules.
  static func tokenize(_ range: Range<Int>, of bytes: SourceBytes, into tokens: inout [Token]) {
    let start = tokens.count
    cut(range, of: bytes, into: &tokens)
    assignTriggers(from: start, of: &tokens)
  }

  /// Tells the tokens from an index on what they are to the rules.
  static func assignTriggers(from start: Int, of tokens: inout [Token]) {
    tokens.withUnsafeMutableBufferPointer {
      Triggers.assign(to: UnsafeMutableBufferPointer(rebasing: $0[start...]))
    }
  }

  /// Appends the tokens of a range of bytes, without what they are to the rules.
  static func cut(_ range: Range<Int>, of bytes: SourceBytes, into tokens: inout [Token]) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let first = bytes[offset]
      let token: Token
      if ASCII.isLetter(first) {
        token = word(at: offset, limit: range.upperBound, of: bytes)
      } else if ASCII.isDigit(first) {
        var end = offset + 1
        while end < range.upperBound, ASCII.isDigit(bytes[end]) { end += 1 }
        token = make(.digits, offset, end, UInt32(first))
      } else if ASCII.isSpace(first) {
        token = space(at: offset, limit: range.upperBound, of: bytes)
      } else if first < 0x80 {
        let kind: Token.Kind = first < 0x20 || first == 0x7F ? .control : .mark
        token = make(kind, offset, offset + 1, UInt32(first))
      } else {
        token = beyondASCII(at: offset, limit: range.upperBound, of: bytes)
      }
      tokens.append(token)
      offset = Int(token.end)
    }
  }

  /// Appends the tokens of a range out of those of the whole text.
  ///
  /// - Returns: false, with nothing done, when a token lies across an end of the range, or there are
  ///   none of the whole.
  static func take(_ range: Range<Int>, from whole: [Token], into tokens: inout [Token]) -> Bool {
    func first(from offset: Int) -> Int {
      var (low, high) = (0, whole.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(whole[middle].start) < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let slice = whole[first(from: range.lowerBound)..<first(from: range.upperBound)]
    guard let head = slice.first, let tail = slice.last, Int(head.start) == range.lowerBound,
      Int(tail.end) == range.upperBound
    else { return false }
    let start = tokens.count
    tokens.append(contentsOf: slice)
    assignTriggers(from: start, of: &tokens)
    return true
  }

  @inline(__always)
  private static func make(
    _ kind: Token.Kind, _ start: Int, _ end: Int, _ scalar: UInt32, _ shape: Token.Shape = []
  ) -> Token {
    Token(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
      scalar: scalar, kind: kind, shape: shape, keys: [])
  }

  private static func beyondASCII(at offset: Int, limit: Int, of bytes: SourceBytes) -> Token {
    let (scalar, length) = bytes.scalar(at: offset)
    switch CharacterClass(scalar) {
    case .letter, .joining: return word(at: offset, limit: limit, of: bytes)
    case .space: return space(at: offset, limit: limit, of: bytes)
    case .mark: return make(.mark, offset, offset + length, scalar)
    case .control: return make(.control, offset, offset + length, scalar)
    }
  }

  /// Letters, combining marks, and apostrophes with a letter on both sides.
  private static func word(at start: Int, limit: Int, of bytes: SourceBytes) -> Token {
    var shape: Token.Shape = []
    var offset = start
    let first = bytes[start]
    let firstScalar = first < 0x80 ? UInt32(first) : bytes.scalar(at: start).scalar
    while offset < limit {
      let byte = bytes[offset]
      if ASCII.isLower(byte) {
        shape.insert(.lower)
        offset = bytes.pastLowercase(offset + 1, limit: limit)
      } else if ASCII.isUpper(byte) {
        shape.insert(offset == start ? [.upper, .firstUpper] : [.upper, .innerUpper])
        offset += 1
      } else if byte == UInt8(ascii: "'"), offset > start, ASCII.isLetter(bytes[offset + 1]) {
        shape.insert(.apostrophe)
        offset += 1
      } else if byte >= 0x80 {
        let (scalar, length) = bytes.scalar(at: offset)
        if scalar == 0x2019, offset > start, ASCII.isLetter(bytes[offset + length]) {
          shape.insert(.apostrophe)
        } else {
          let characterClass = CharacterClass(scalar)
          if characterClass == .joining {
            shape.insert(.nonASCII)
            if CharacterClass.isSilent(scalar) { shape.insert(.ignorable) }
          } else if characterClass == .letter {
            shape.insert(.nonASCII)
            if CharacterClass.isUpper(scalar) {
              shape.insert(offset == start ? [.upper, .firstUpper] : [.upper, .innerUpper])
            } else {
              shape.insert(.lower)
            }
          } else {
            break
          }
        }
        offset += length
      } else {
        break
      }
    }
    var token = make(.word, start, offset, firstScalar, shape)
    if !shape.contains(.nonASCII) {
      token.keys = Keywords.lookUp(bytes.slice(start..<offset))
      if !shape.contains(.upper) { token.keys.subtract(.inCapitals) }
    }
    return token
  }

  private static func space(at start: Int, limit: Int, of bytes: SourceBytes) -> Token {
    var offset = start
    var shape: Token.Shape = []
    while offset < limit {
      let byte = bytes[offset]
      if ASCII.isSpace(byte) {
        if byte == 0x0A || byte == 0x0D { shape.insert(.lineBreak) }
        offset += 1
      } else if byte >= 0x80 {
        let (scalar, length) = bytes.scalar(at: offset)
        guard CharacterClass(scalar) == .space else { break }
        shape.insert(.nonASCII)
        offset += length
      } else {
        break
      }
    }
    return make(.space, start, offset, 0x20, shape)
  }
}

/// What a scalar beyond ASCII is to the lexer, after the general categories of Unicode.
enum CharacterClass {
  case letter
  /// Combining marks, joiners, variation selectors and soft hyphens: part of the word they follow.
  case joining
  case space
  case mark
  case control

  init(_ value: UInt32) {
    switch value {
    case 0xC0...0x24F where value != 0xD7 && value != 0xF7: self = .letter
    case 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: self = .space
    case 0xAD, 0x200C, 0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: self = .joining
    case 0xAA, 0xB5, 0xBA, 0x391...0x3A1, 0x3A3...0x3E1: self = .letter
    case 0xA1...0xBF: self = .mark
    case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20C0, 0x2190...0x2426: self = .mark
    case 0x2440...0x244A, 0x2460...0x2B73: self = .mark
    case 0x80...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFD: self = .control
    default:
      guard let scalar = Unicode.Scalar(value) else {
        self = .control
        return
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .letterNumber:
        self = .letter
      case .nonspacingMark, .spacingMark, .enclosingMark: self = .joining
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
      case .control, .privateUse, .surrogate, .unassigned, .format: self = .control
      default: self = .mark
      }
    }
  }

  /// Characters that join a word but have no sound: soft hyphen, zero-width joiners,
  /// variation selectors, byte order mark.
  static func isSilent(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x200C, 0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }

  static func isUpper(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x80: ASCII.isUpper(UInt8(value))
    // Punctuation and symbols.
    case 0x80..<0xC0, 0x2000..<0x2100: false
    default: Unicode.Scalar(value)?.properties.isUppercase ?? false
    }
  }
}
