internal import Narration

/// A word of a passage as chapters and their titles see it.
struct ProseToken {
  /// What stands between a word and the one before it.
  enum Boundary: UInt8 {
    /// White space alone.
    case none
    case comma
    case quote
    case bracket
    case dash
    /// A colon or semicolon, or what is no word, such as an address.
    case clause
    /// The end of a sentence, or the start of the passage.
    case sentence
  }

  /// UTF-8 bytes of the passage's text.
  var text: Range<Int>
  /// The word in lower case, apostrophes straight, without a possessive ending.
  var lower: String
  /// What inflected forms of a word share.
  var stem: String
  var kind: WordKind
  var before: Boundary
  /// The quotation mark or bracket that opens right before it.
  var opens: Boundary = .none
  var isCapitalized: Bool
  /// An `'s` at its end.
  var isPossessive = false
  /// Counts from 0 in the passage.
  var sentence: Int
  /// The mark that ended the sentence before it: 0x2E, 0x3F, 0x21, or 0.
  var endMark: UInt32 = 0
}

/// Cuts the text of a passage into words.
struct ProseTokenizer {
  private let bytes: DocumentBytes
  private var tokens: [ProseToken] = []
  private var boundary = ProseToken.Boundary.sentence
  private var opens = ProseToken.Boundary.none
  private var sentence = 0
  private var endMark: UInt32 = 0

  private var forms: WordForms

  private init(_ text: String, forms: WordForms) {
    bytes = DocumentBytes(text)
    self.forms = forms
  }

  /// The words of a text in order; a speaker's name before a colon is not among them.
  static func tokens(of text: String, forms: inout WordForms) -> [ProseToken] {
    // Moved in and out, so that the table is never copied.
    var tokenizer = ProseTokenizer(text, forms: forms)
    forms = WordForms()
    tokenizer.run()
    forms = tokenizer.forms
    return tokenizer.tokens
  }

  private mutating func run() {
    var offset = speakerLabelEnd()
    while offset < bytes.count {
      let (value, length) = bytes.scalar(at: offset)
      if Self.isWordScalar(value) {
        offset = takeWord(at: offset)
      } else {
        mark(value, nextIsSpace: isSpace(offset + length))
        offset += length
      }
    }
  }

  private func isSpace(_ offset: Int) -> Bool {
    offset >= bytes.count || TextScalar.isWhiteSpace(bytes.scalar(at: offset).value)
  }

  private static func isWordScalar(_ value: UInt32) -> Bool {
    if value < 0x80 { return value &- 0x30 < 10 || (value | 0x20) &- 0x61 < 26 }
    if value < 0xC0 { return value == 0xAA || value == 0xB5 || value == 0xBA }
    if (0x2000...0x2BFF).contains(value) || (0x3000...0x303F).contains(value) { return false }
    if value < 0x250 { return value != 0xD7 && value != 0xF7 }
    return Unicode.Scalar(value).map {
      $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark
    } ?? false
  }

  /// Notes what a mark between words means for the next word.
  private mutating func mark(_ value: UInt32, nextIsSpace: Bool) {
    switch value {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F:
      // A full stop inside `example.org` has made no word of it; here it ends a sentence or an
      // abbreviation.
      if nextIsSpace || value != 0x2E || boundary == .quote || boundary == .bracket {
        raise(.sentence)
      }
      endMark = value == 0x2E || value == 0x3F || value == 0x21 ? value : 0x2E
    case 0x2C, 0x3001, 0xFF0C: raise(.comma)
    case 0x3A, 0x3B: raise(.clause)
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2018, 0x27, 0x2019:
      raise(.quote)
      if !nextIsSpace { opens = .quote }
    case 0x28, 0x5B:
      raise(.bracket)
      opens = .bracket
    case 0x29, 0x5D: raise(.bracket)
    case 0x2013...0x2015: raise(.dash)
    case 0x2D: raise(.dash)
    default:
      if !TextScalar.isWhiteSpace(value) { raise(.clause) }
    }
  }

  private mutating func raise(_ new: ProseToken.Boundary) {
    if new.rawValue > boundary.rawValue { boundary = new }
  }

  /// Takes letters and digits, with single hyphens and apostrophes between them.
  private mutating func takeWord(at start: Int) -> Int {
    var end = start
    var isName = true
    var hasDigit = false
    var offset = start
    while offset < bytes.count {
      let (value, length) = bytes.scalar(at: offset)
      if Self.isWordScalar(value) || value == 0xAD {
        if value &- 0x30 < 10 { hasDigit = true }
        offset += length
        end = offset
        continue
      }
      let next = offset + length
      guard next < bytes.count, Self.isWordScalar(bytes.scalar(at: next).value) else { break }
      switch value {
      case 0x2D, 0x2010, 0x2011, 0x27, 0x2019: offset = next
      // Inside a word these make it an address, a number or code.
      case 0x2E, 0x2F, 0x40, 0x5F, 0x3A, 0x3D, 0x26, 0x23, 0x25, 0x5C, 0x2C:
        isName = false
        offset = next
      default:
        return finish(start..<end, isName: isName, hasDigit: hasDigit)
      }
    }
    return finish(start..<end, isName: isName, hasDigit: hasDigit)
  }

  private mutating func finish(_ range: Range<Int>, isName: Bool, hasDigit: Bool) -> Int {
    guard isName else {
      raise(.clause)
      return range.upperBound
    }
    let form = forms.form(of: bytes.string(range))
    if boundary == .sentence { sentence += tokens.isEmpty ? 0 : 1 }
    tokens.append(
      ProseToken(
        text: range, lower: form.lower, stem: form.stem, kind: hasDigit ? .number : form.kind,
        before: boundary, opens: opens, isCapitalized: form.isCapitalized,
        isPossessive: form.isPossessive, sentence: sentence,
        endMark: boundary == .sentence ? endMark : 0))
    boundary = .none
    opens = .none
    endMark = 0
    return range.upperBound
  }

  /// The end of `Anna Smith:` or `**Anna:**` at the start of a turn, else 0.
  private func speakerLabelEnd() -> Int {
    let head = 0..<min(bytes.count, 40)
    guard let colon = head.first(where: { bytes[$0] == 0x3A }), colon + 1 < bytes.count else {
      return 0
    }
    let next = bytes[colon + 1]
    guard next == 0x20 || next == 0x2A || next == 0x5F else { return 0 }
    let words = bytes.string(0..<colon).split(separator: " ")
    let isName = words.allSatisfy { word in
      word.drop { "*_\"“".contains($0) }.first?.isUppercase ?? false
    }
    return (1...3).contains(words.count) && isName ? colon + 1 : 0
  }
}
