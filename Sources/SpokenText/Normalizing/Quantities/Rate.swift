/// What a sum is paid for, or what a percentage is reckoned by.
enum Rate: Sendable {
  case word(Range<Int>)
  /// A unit, with "per" or "a" before it.
  case unit(UnitExpression, StaticString)
  /// Letters that stand for what follows "per": `p.a.`
  case letters(StaticString)
  /// Another currency: `USD/EUR`.
  case currency(String)

  /// Reads what follows an amount, as in `$9/mo`, `$3 per kg` and `£30k p.a.`.
  static func scan(at end: Int, in sentence: TokenizedSentence) -> (Rate, Int)? {
    if sentence[end].isMark("/") { return slashed(at: end + 1, in: sentence) }
    guard sentence[end].isSpace, sentence[end + 1].isLower else { return nil }
    if let (unit, after) = unitPer(at: end, in: sentence) {
      return (.unit(unit, sentence.token(end + 1, is: "a") ? "a" : "per"), after)
    }
    return perLetters(at: end, in: sentence).map { (.letters($0.0), $0.1) }
  }

  /// `/mo`, `/month`, `/GB`.
  private static func slashed(at index: Int, in sentence: TokenizedSentence) -> (Self, Int)? {
    guard sentence[index].isWord else { return nil }
    if let unit = UnitExpression.scan(at: index, in: sentence), !unit.symbol.isEmpty {
      return (.unit(unit, "per"), sentence.pastUnitStop(unit.tokens.upperBound))
    }
    if sentence[index].isUpper, sentence[index].count == 3,
      let currency = CurrencyTable.currency(at: index, in: sentence)
    {
      return (.currency(currency.singular), index + 1)
    }
    guard sentence[index].isLower else { return nil }
    return (.word(sentence[index].range), index + 1)
  }

  /// `$3 per kg`, `£2 a lb`: a symbol where a word would stand.
  private static func unitPer(
    at end: Int, in sentence: TokenizedSentence
  ) -> (UnitExpression, Int)? {
    guard let per = sentence.wordAfter(end), sentence[per + 1].isSpace,
      let unit = UnitExpression.scan(at: per + 2, in: sentence), !unit.symbol.isEmpty,
      sentence.token(per, is: "per")
        || sentence.token(per, is: "a") && unit.symbol.utf8.count > 1 && unit.symbol != "in"
          && unit.symbol != "st"
    else { return nil }
    return (unit, sentence.pastUnitStop(unit.tokens.upperBound))
  }

  /// `£30k pa`, `£900 pcm`, `5% p.a.`: behind a sum or a rate of interest, letters of the trade.
  private static func perLetters(
    at end: Int, in sentence: TokenizedSentence
  ) -> (StaticString, Int)? {
    guard let word = sentence.wordAfter(end), sentence[word].isLower, sentence[word].count <= 4
    else { return nil }
    for (letters, words) in perLetters where sentence.token(word, is: letters) {
      return sentence.isFreeOnRight(after: word) ? (words, word + 1) : nil
    }
    guard sentence.token(word, is: "p"), sentence[word + 1].isMark(".") else { return nil }
    for (letter, words) in perInitials where sentence.token(word + 2, is: letter) {
      return (words, sentence.pastAbbreviationStop(word + 3))
    }
    return nil
  }

  private static let perLetters: [(StaticString, StaticString)] = [
    ("pa", "per annum"), ("pw", "per week"), ("pcm", "per calendar month"), ("ph", "per hour"),
    ("pp", "per person"), ("pppn", "per person per night"),
  ]
  private static let perInitials: [(StaticString, StaticString)] = [
    ("a", "per annum"), ("w", "per week"), ("h", "per hour"),
  ]

  /// Says it, behind the amount.
  func say(into writer: inout SpokenWriter) {
    switch self {
    case .word(let range):
      writer.say("per")
      writer.say(source: range)
    case .unit(let unit, let word):
      writer.say(word)
      unit.say(asSingular: true, into: &writer)
    case .letters(let words): writer.say(words)
    case .currency(let name):
      writer.say("per")
      writer.say(name)
    }
  }
}
