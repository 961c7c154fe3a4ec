/// Words shortened with a slash, an ampersand or a bracket.
///
/// - `w/o sugar` → `without sugar`, `w/ milk` → `with milk`, `&c.` → `et cetera`
/// - `he/she` → `he or she`, `(s)he` → `she or he`, `rock ’n’ roll` → `rock and roll`
/// - `c/o Ana Sousa` → `care of …`, `c/o pain` → `complains of pain`
/// - Not `read/write`, `n/w`, `w/ele`.
struct Shorthand: SemioticClass {
  static let kind = Edit.Kind.abbreviation

  let said: Said

  enum Said {
    case words(StaticString, isCapitalized: Bool)
    /// What stands on both sides of "or": `he/she` → `he or she`.
    case alternatives(Range<Int>, Range<Int>)
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Shorthand>? {
    let token = sentence[start]
    if token.kind == .mark { return atMark(start, in: sentence) }
    guard sentence.isFreeOnLeft(start), !sentence[start - 1].isMark("/"),
      !sentence[start - 1].isMark("."),
      !sentence[start - 1].isHyphen || sentence[start - 2].isDigits
    else { return nil }
    guard token.isLower || token.isCapitalized || token.count == 1, sentence[start + 1].isMark("/")
    else { return nil }
    return pair(start, in: sentence) ?? with(start, in: sentence)
  }

  // MARK: Marks

  /// What begins with a mark: `&c.`, `(s)he`, `'n'`.
  private static func atMark(_ start: Int, in sentence: TokenizedSentence) -> Match<Shorthand>? {
    switch sentence[start].scalar {
    case 0x26:
      guard sentence.token(start + 1, is: "c"), sentence.isFreeOnLeft(start),
        sentence.isFreeOnRight(after: start + 1), !sentence[start + 2].isMark(";")
      else { return nil }
      let hasStop = sentence[start + 2].isMark(".") && !sentence.isOver(after: start + 2)
      return words("et cetera", start..<start + (hasStop ? 3 : 2))
    case 0x28:
      guard sentence.token(start + 1, isIgnoringCase: "s"), sentence[start + 2].isMark(")"),
        sentence.token(start + 3, is: "he"), sentence.isFreeOnLeft(start)
      else { return nil }
      return words(
        "she or he", start..<start + 4, isCapitalized: sentence.token(start + 1, is: "S"))
    case 0x27, 0x2018, 0x2019:
      guard sentence[start - 1].isSpace, sentence.token(start + 1, isIgnoringCase: "n"),
        sentence[start + 2].isMark("'") || sentence[start + 2].isMark("’"),
        sentence[start + 3].isSpace
      else { return nil }
      return words("and", start..<start + 3)
    default: return nil
    }
  }

  private static func words(
    _ words: StaticString, _ tokens: Range<Int>, isCapitalized: Bool = false
  ) -> Match<Shorthand> {
    Match(
      Shorthand(said: .words(words, isCapitalized: isCapitalized)), tokens: tokens,
      rule: "abbreviation.plain")
  }

  // MARK: Slashes

  private static func pair(_ start: Int, in sentence: TokenizedSentence) -> Match<Shorthand>? {
    let second = sentence[start + 2]
    guard second.isWord, sentence.isFreeOnRight(after: start + 2) else { return nil }
    if sentence[start + 3].isMark("/") {
      guard sentence.token(start, is: "w"), sentence.token(start + 2, is: "r"),
        sentence.token(start + 4, is: "t"), sentence.isFreeOnRight(after: start + 4)
      else { return nil }
      return words("with respect to", start..<start + 5)
    }
    if second.isUpper, second.count == 1 { return nil }
    if sentence.token(start, is: "c"), sentence.token(start + 2, is: "o"),
      let next = sentence.wordAfter(start + 3), sentence[next].isLower
    {
      return words("complains of", start..<start + 3)
    }
    for (left, right, spoken) in pairs
    where sentence.token(start, isIgnoringCase: left)
      && sentence.token(start + 2, isIgnoringCase: right)
    {
      return words(
        spoken, start..<start + 3, isCapitalized: sentence[start].shape.contains(.firstUpper))
    }
    for (left, right) in alternatives
    where sentence.token(start, isIgnoringCase: left)
      && sentence.token(start + 2, isIgnoringCase: right)
    {
      return Match(
        Shorthand(said: .alternatives(sentence[start].range, second.range)),
        tokens: start..<start + 3, rule: "abbreviation.alternatives")
    }
    return nil
  }

  /// A single `w/`: `w/ milk`, `w/fries`.
  private static func with(_ start: Int, in sentence: TokenizedSentence) -> Match<Shorthand>? {
    let next = sentence[start + 2]
    guard sentence.token(start, is: "w"), !sentence[start + 3].isMark("/"),
      next.isSpace && sentence[start + 3].kind != .boundary || next.isLower && next.count > 1
    else { return nil }
    return words("with", start..<start + 2)
  }

  private static let pairs: [(StaticString, StaticString, StaticString)] = [
    ("w", "o", "without"), ("w", "out", "without"), ("w", "in", "within"), ("b", "c", "because"),
    ("c", "o", "care of"), ("n", "a", "not applicable"), ("s", "he", "she or he"),
    ("y", "o", "year old"), ("y", "y", "year over year"), ("q", "q", "quarter over quarter"),
    ("mr", "mrs", "Mister or Missus"), ("h", "o", "history of"), ("s", "p", "status post"),
    ("r", "o", "rule out"),
  ]

  private static let alternatives: [(StaticString, StaticString)] = [
    ("he", "she"), ("she", "he"), ("his", "her"), ("her", "his"), ("him", "her"), ("her", "him"),
    ("his", "hers"), ("hers", "his"), ("himself", "herself"), ("herself", "himself"),
    ("yes", "no"), ("true", "false"), ("sir", "madam"), ("dad", "mum"),
    ("mum", "dad"), ("mom", "dad"), ("male", "female"), ("boys", "girls"),
  ]

  // MARK: Saying

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    switch said {
    case .words(let words, let isCapitalized):
      let text = words.description
      writer.say(isCapitalized ? text.prefix(1).uppercased() + text.dropFirst() : text)
    case .alternatives(let first, let second):
      writer.say(source: first)
      writer.say("or")
      writer.say(source: second)
    }
  }
}
