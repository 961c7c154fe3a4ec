/// A character that is neither letter nor digit and that no other class took.
///
/// `a & b` → `a and b`; `a * b` → `a b`, with `symbols: some` → `a star b`. Symbols beyond the
/// table are called by their Unicode name: `♞` → `black chess knight`. Punctuation that is said
/// keeps its pause: with `symbols: all` `yes, no` → `yes comma, no`. Names and levels of the user's
/// lexicon win over ``SymbolTable``.
struct Symbol: SemioticClass {
  static let kind = Edit.Kind.symbol

  /// Nil for a symbol that is not said at this level.
  let name: String?
  /// The pause that stays when a mark of punctuation is said, behind its name.
  var mark = PhrasingMark.none
  /// The pause before it.
  var opening = PhrasingMark.none

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Symbol>? {
    let token = sentence[start]
    guard token.kind == .mark else { return nil }
    // Most marks of any text.
    if token.triggers == .stop, !sentence.namesMarks, isPlain(start, in: sentence) { return nil }
    let tokens = start..<start + 1
    if let match = pair(start, in: sentence) ?? speaker(start, in: sentence) { return match }
    let said = sentence.spokenName(of: token.scalar)
    if isPlain(start, in: sentence) {
      // Phrasing marks behind a word and hyphens inside one stay as they stand, unless said.
      guard sentence.namesMarks, let said, !token.isHyphen else { return nil }
      return Match(
        Symbol(name: said, mark: pause(start, in: sentence)), tokens: tokens, rule: "symbol.named")
    }
    if !sentence.saysAllMarks, isQuoting(start, in: sentence) {
      return Match(Symbol(name: nil), tokens: tokens, rule: "symbol.markup")
    }
    if let said {
      var symbol = Symbol(name: said)
      if sentence.namesMarks {
        symbol.mark = pause(start, in: sentence)
        symbol.opening = opening(token)
      }
      return Match(symbol, tokens: tokens, rule: "symbol.named")
    }
    // Several of one kind are silent together.
    var end = start + 1
    while end < start + 16, sentence[end].kind == .mark, sentence[end].scalar == token.scalar {
      end += 1
    }
    // `ns; *, p < .05`: the comma behind a mark that is not said would stand alone.
    let before = sentence[sentence.beforeSpace(start)]
    if sentence[end].isMark(","), !sentence.namesMarks,
      before.kind == .boundary || before.isMark(",") || before.isMark(";") || before.isMark(":")
    {
      end += 1
    }
    return Match(Symbol(name: nil), tokens: start..<end, rule: "symbol.silent")
  }

  /// The pause that a mark makes behind its name.
  private static func pause(_ start: Int, in sentence: TokenizedSentence) -> PhrasingMark {
    let token = sentence[start]
    switch token.scalar {
    case 0x29, 0x5D, 0x7D, 0x2026:
      return Phrasing.isParted(after: start + 1, in: sentence) ? .none : .comma
    default:
      guard token.scalar < 0x80, !sentence[start + 1].isMark(".") else { return .none }
      return PhrasingMark(byte: UInt8(token.scalar)) ?? .none
    }
  }

  /// The pause before an opening bracket or a dash.
  private static func opening(_ token: Token) -> PhrasingMark {
    switch token.scalar {
    case 0x28, 0x5B, 0x7B, 0x2013...0x2015: .comma
    default: .none
    }
  }

  /// Characters that have a name in company: `->` → `to`, `C#` → `C sharp`, `\n` → `backslash N`.
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
    if token.isMark("\\"), sentence[start + 1].isLower, sentence[start + 1].count == 1,
      sentence.isFreeOnLeft(start)
    {
      return Match(Symbol(name: "backslash"), tokens: start..<start + 1, rule: "symbol.escape")
    }
    guard sentence[start + 1].isMark(">"), token.isMark("-") || token.isMark("=") else {
      return nil
    }
    return Match(Symbol(name: "to"), tokens: start..<start + 2, rule: "symbol.arrow")
  }

  /// `>> So, welcome.`: another speaker, in captions.
  private static func speaker(_ start: Int, in sentence: TokenizedSentence) -> Match<Symbol>? {
    guard sentence[start].isMark(">"), sentence[start + 1].isMark(">"), !sentence.saysAllMarks,
      sentence[start - 1].isSpace || sentence[start - 1].kind == .boundary
    else { return nil }
    let end = sentence[start + 2].isMark(">") ? start + 3 : start + 2
    guard let word = sentence.wordAfter(end), sentence[word].shape.contains(.firstUpper) else {
      return nil
    }
    return Match(Symbol(name: nil), tokens: start..<end, rule: "symbol.markup")
  }

  /// `★★★★☆` → `four out of five stars`, `★★★` → `three stars`.
  private static func rating(_ start: Int, in sentence: TokenizedSentence) -> Match<Symbol>? {
    var end = start
    while sentence[end].isMark("★") { end += 1 }
    let given = end - start
    while sentence[end].isMark("☆") { end += 1 }
    let most = end - start
    guard given > 1 || given == 1 && most > 1, most <= 5 else { return nil }
    let words = ["one", "two", "three", "four", "five"]
    let name =
      most > given
      ? "\(words[given - 1]) out of \(words[most - 1]) stars" : "\(words[given - 1]) stars"
    return Match(Symbol(name: name), tokens: start..<end, rule: "symbol.rating")
  }

  /// `> quoted`, `>> quoted twice` at the head of a line of mail.
  private static func isQuoting(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].isMark(">"), start < 8 else { return false }
    for index in 0..<start where !sentence[index].isMark(">") && !sentence[index].isSpace {
      return false
    }
    return sentence[start + 1].isSpace || sentence[start + 1].isMark(">")
  }

  private static func isPlain(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    if token.scalar < 0x80, PhrasingMark(byte: UInt8(token.scalar)) != nil { return true }
    return token.isHyphen && !sentence.isFreeOnLeft(index) && !sentence.isFreeOnRight(after: index)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if opening != .none { writer.mark(opening) }
    if let name { writer.say(name) }
    if mark != .none { writer.mark(mark) }
  }
}

extension TokenizedSentence {
  /// Whether marks of punctuation may be said: below, all of them only shape phrases.
  var namesMarks: Bool { policies.symbols != .none || !(lexicon.index?.symbols.isEmpty ?? true) }

  /// What a mark is called, when it is said at the level that is asked for.
  ///
  /// The user's lexicon first, then the table, then for symbols Unicode.
  func spokenName(of value: UInt32) -> String? {
    let entry = SymbolTable.entries[value]
    var name = entry.map { isBritish ? $0.britishName : $0.name }
    var isSaid = entry.map { policies.symbols.rank >= $0.level.rank }
    if let own = lexicon.index?.symbols[value] {
      name = own.name ?? name
      switch own.level {
      case nil: isSaid = isSaid ?? true
      case .character: isSaid = false
      case .some(let level):
        isSaid = policies.symbols.rank >= (SymbolLevel(rawValue: level.rawValue) ?? .none).rank
      }
    }
    if let isSaid, !isSaid { return nil }
    if let name { return name.isEmpty ? nil : name }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    switch scalar.properties.generalCategory {
    case .mathSymbol, .currencySymbol, .otherSymbol, .otherNumber: break
    default: guard policies.symbols == .all else { return nil }
    }
    return scalar.properties.isEmoji
      ? EmojiSequence.name(value) : scalar.properties.name?.lowercased()
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
