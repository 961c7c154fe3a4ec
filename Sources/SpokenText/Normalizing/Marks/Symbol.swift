/// A character that is neither letter nor digit and that no other class took.
///
/// `a & b` → `a and b`; `a * b` → `a b`, with `symbols: some` → `a star b`. Symbols beyond the
/// table are called by their Unicode name: `♞` → `black chess knight`. Punctuation beyond it is
/// silent below `symbols: all`.
struct Symbol: SemioticClass {
  static let kind = Edit.Kind.symbol

  /// Nil for a symbol that is not said at this level.
  let name: String?
  /// Stars of a rating, and of how many.
  var stars: (given: Int, most: Int)?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Symbol>? {
    let token = sentence[start]
    guard token.kind == .mark, !isPlain(start, in: sentence) else { return nil }
    if let line = line(start, in: sentence) { return line }
    if let match = pair(start, in: sentence) { return match }
    let level = sentence.policies.symbols
    if level.rank < SymbolLevel.most.rank, isTagMark(start, in: sentence) {
      return Match(Symbol(name: nil), tokens: start..<start + 1, rule: "symbol.markup")
    }
    // `>> So, welcome.`: another speaker, in captions.
    if token.isMark(">"), sentence[start + 1].isMark(">"), level == .none,
      sentence[start - 1].isSpace || sentence[start - 1].kind == .boundary
    {
      let end = sentence[start + 2].isMark(">") ? start + 3 : start + 2
      if let word = sentence.wordAfter(end), sentence[word].shape.contains(.firstUpper) {
        return Match(Symbol(name: nil), tokens: start..<end, rule: "symbol.silent")
      }
    }
    // `> quoted` at the head of a line of mail or Markdown.
    if token.isMark(">"), start == 0, sentence[1].isSpace || sentence[1].isMark(">"),
      level == .none
    {
      return Match(Symbol(name: nil), tokens: 0..<1, rule: "symbol.silent")
    }
    if let entry = SymbolTable.entries[token.scalar] {
      let isSaid = level.rank >= entry.level.rank
      return Match(
        Symbol(name: isSaid ? entry.name : nil), tokens: start..<start + 1,
        rule: isSaid ? "symbol.named" : "symbol.silent")
    }
    guard let scalar = Unicode.Scalar(token.scalar) else { return nil }
    let isSymbol =
      switch scalar.properties.generalCategory {
      case .mathSymbol, .currencySymbol, .otherSymbol, .otherNumber: true
      default: level == .all
      }
    let name = isSymbol ? scalar.properties.name?.lowercased() : nil
    return Match(
      Symbol(name: name), tokens: start..<start + 1,
      rule: name == nil ? "symbol.silent" : "symbol.unicode-name")
  }

  /// A line drawn of one mark, as `========`, which nobody reads.
  private static func line(_ start: Int, in sentence: TokenizedSentence) -> Match<Symbol>? {
    let scalar = sentence[start].scalar
    let isDrawn =
      switch scalar {
      case 0x23, 0x2A, 0x2B, 0x3C...0x3E, 0x5E, 0x5F, 0x7C, 0x7E, 0x2500...0x25A1: true
      default: false
      }
    guard isDrawn, sentence.policies.symbols != .all, sentence[start + 1].scalar == scalar,
      sentence[start + 2].scalar == scalar, sentence[start + 3].scalar == scalar
    else { return nil }
    var end = start + 4
    while sentence[end].kind == .mark, sentence[end].scalar == scalar { end += 1 }
    return Match(Symbol(name: nil), tokens: start..<end, rule: "symbol.line")
  }

  /// Two characters that are one symbol: `->` → `to`, `C#` → `C sharp`.
  private static func pair(_ start: Int, in sentence: TokenizedSentence) -> Match<Symbol>? {
    let token = sentence[start]
    if token.isMark("#"), sentence[start - 1].isUpper, sentence[start - 1].count == 1 {
      return Match(Symbol(name: "sharp"), tokens: start..<start + 1, rule: "symbol.sharp")
    }
    if let rating = rating(start, in: sentence) { return rating }
    // `5★`
    if token.isMark("★"), sentence[start - 1].isDigits {
      let isOne =
        sentence.token(start - 1, is: "1")
        || sentence.wordBefore(start - 1, isAnyOf: ["a", "an", "the", "our", "this"])
      return Match(
        Symbol(name: isOne ? "star" : "stars"), tokens: start..<start + 1, rule: "symbol.rating")
    }
    if FootnoteMark.isStars(start, in: sentence) {
      return Match(Symbol(name: "star"), tokens: start..<start + 1, rule: "symbol.stars")
    }
    guard sentence[start + 1].isMark(">"), token.isMark("-") || token.isMark("=") else {
      return nil
    }
    return Match(Symbol(name: "to"), tokens: start..<start + 2, rule: "symbol.arrow")
  }

  /// `★★★★☆` → `four out of five stars`, `★★★` → `three stars`.
  private static func rating(_ start: Int, in sentence: TokenizedSentence) -> Match<Symbol>? {
    var end = start
    while sentence[end].isMark("★") { end += 1 }
    let given = end - start
    while sentence[end].isMark("☆") { end += 1 }
    guard given > 1 || given == 1 && end > start + 1, end - start <= 10 else { return nil }
    return Match(
      Symbol(name: nil, stars: (given, end - start)), tokens: start..<end, rule: "symbol.rating")
  }

  /// The brackets of an element's name: `<b>`, `</sup>`.
  private static func isTagMark(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    if sentence[start].isMark("<") {
      let name = sentence[start + 1].isMark("/") ? start + 2 : start + 1
      return sentence[name].isWord && sentence[name + 1].isMark(">")
    }
    guard sentence[start].isMark(">"), sentence[start - 1].isWord else { return false }
    return sentence[start - 2].isMark("<")
      || sentence[start - 2].isMark("/") && sentence[start - 3].isMark("<")
  }

  /// Phrasing marks behind a word and hyphens inside one stay as they stand.
  private static func isPlain(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    if token.scalar < 0x80, PhrasingMark(byte: UInt8(token.scalar)) != nil { return true }
    return token.isHyphen && !sentence.isFreeOnLeft(index) && !sentence.isFreeOnRight(after: index)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let name { writer.say(name) }
    guard let stars else { return }
    NumberWords.sayCardinal(stars.given, into: &writer)
    if stars.most > stars.given {
      writer.say("out of")
      NumberWords.sayCardinal(stars.most, into: &writer)
    }
    writer.say("stars")
  }
}

extension SymbolLevel {
  /// How much is named at this level; what a lower level names, a higher one does too.
  var rank: Int {
    switch self {
    case .none: 0
    case .some: 1
    case .most: 2
    case .all: 3
    }
  }
}
