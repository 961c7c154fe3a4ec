/// How two numbers around a slash are read where they stand.
///
/// - `rated 4/5` → `out of`, `17/20 questions` → `out of`, `12/40 (30%)` → `out of`
/// - `page 3/10` → `of`; `7/2 favourite`, `100/1` → `to`; `in 6/8 time` → `six eight`
/// - `140/90 mmHg`, `17/37` → `over`; `3/4` of all else → `three quarters`
struct FractionContext {
  private let start: Int
  private let end: Int
  private let sentence: TokenizedSentence

  /// Looks at what stands around the tokens `start..<end`.
  init(start: Int, end: Int, in sentence: TokenizedSentence) {
    self.start = start
    self.end = end
    self.sentence = sentence
  }

  func reading(_ numerator: Int, over denominator: Int) -> Fraction.Reading {
    let after = sentence.wordAfter(end)
    if let after {
      if sentence.token(after, isAnyOf: ["mmhg", "mm"]) { return .over }
      if [2, 4, 8, 16].contains(denominator), sentence.token(after, isIn: Self.music) {
        return .plain
      }
      if sentence.token(after, isIn: Self.odds) { return .to }
      if numerator + 1 == denominator, numerator > 9, sentence.token(after, isIn: Self.seasons) {
        return .plain
      }
      if numerator == 1, denominator == 2, Self.isBeforeArticle(end, in: sentence) { return .half }
    }
    if denominator == 1, numerator > 1 { return .to }
    // A dress that fits two sizes.
    if sentence.wordBefore(start, isAnyOf: ["size", "sizes"]) { return .plain }
    // A trial that is of two phases at once.
    if numerator + 1 == denominator, denominator < 5,
      sentence.wordBefore(start, isAnyOf: ["phase", "phases"])
    {
      return .plain
    }
    // `3/1000 births`
    if numerator > 1, numerator < denominator, [1000, 10_000, 100_000].contains(denominator) {
      return .inLarge
    }
    let isPortion = after.map { sentence.token($0, is: "of") } ?? false
    if numerator <= denominator, denominator > 1 {
      if isPaged { return .of }
      if isShared || isCount(denominator) { return .outOf }
      if [5, 10, 100].contains(denominator), isRating { return .outOf }
    }
    if sentence.wordBefore(start, isAnyOf: ["odds", "priced"])
      || sentence.wordBefore(start, isAnyOf: ["at", "of"])
        && sentence.wordsBefore(start, within: 5, includeOneOf: Self.odds)
    {
      return .to
    }
    return plain(numerator, denominator, isPortion: isPortion)
  }

  /// What the numbers alone say.
  private func plain(
    _ numerator: Int, _ denominator: Int, isPortion: Bool
  ) -> Fraction.Reading {
    switch (numerator, denominator) {
    case (_, 0), (0, _): return isRating ? .outOf : .over
    case (4, 4): return .plain
    case (1, 1): return .over
    case _ where numerator == denominator: return .outOf
    case (2...9, 10) where !isPortion: return .outOf
    default: break
    }
    if numerator > denominator {
      return [2, 3, 4, 8, 16].contains(denominator) && numerator < 100 ? .parts : .over
    }
    // Nobody writes a part of a whole that could be written in smaller numbers.
    let isReducible = numerator > 1 && Self.divisor(numerator, denominator) > 1
    if denominator > 12, isReducible, !isPortion, ![16, 32, 64].contains(denominator) {
      return denominator <= 100 ? .outOf : .over
    }
    if denominator <= 20 { return .parts }
    let isNamed =
      denominator <= 100 && (denominator % 10 == 0 || denominator % 4 == 0) || denominator == 1000
    return isNamed && numerator < 100 ? .parts : .over
  }

  private static func divisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while right > 0 { (left, right) = (right, left % right) }
    return left
  }

  /// `page 3/10`, `step 2/5`.
  private var isPaged: Bool {
    guard sentence[start - 1].isSpace, let label = sentence.labelBefore(start) else { return false }
    return sentence.token(label, isIn: Self.sequence)
  }

  /// A share of all beside it: `12/40 (30%)`, `12/40 patients (30%)`, `30% (12/40)`.
  private var isShared: Bool {
    if sentence[start - 1].isMark("("), sentence[sentence.beforeSpace(start - 1)].isMark("%") {
      return true
    }
    var index = sentence.skippingSpace(end)
    if index > end, sentence[index].isLower { index = sentence.skippingSpace(index + 1) }
    if sentence[index].isMark(",") { index = sentence.skippingSpace(index + 1) }
    if sentence[index].isMark("(") || sentence[index].isMark("[") { index += 1 }
    guard index > end, sentence[index].isDigits else { return false }
    if sentence[index + 1].isMark("%") { return true }
    return sentence[index + 1].isMark(".") && sentence[index + 2].isDigits
      && sentence[index + 3].isMark("%")
  }

  /// Things of which there are whole ones alone: `17/20 questions`, not `3/4 miles`.
  private func isCount(_ denominator: Int) -> Bool {
    guard let word = sentence.wordAfter(end), sentence[word].isLower,
      ![2, 3, 4, 8, 16, 32, 64].contains(denominator), sentence.isCounting(before: end)
    else { return false }
    return !sentence.token(word, isIn: Self.measures)
  }

  private var isRating: Bool {
    if let word = sentence.wordBefore(start) {
      if sentence.token(word, isIn: Self.ratings) { return true }
      if let further = sentence.wordBefore(word), sentence.token(further, isIn: Self.ratings) {
        return true
      }
    }
    return sentence.wordAfter(end, isIn: Self.ratings)
  }

  /// `½ an hour`, `1/2 the price`.
  static func isBeforeArticle(_ end: Int, in sentence: TokenizedSentence) -> Bool {
    sentence.wordAfter(end, isIn: articles)
  }

  private static let articles = ContextWords(
    "a an the my your his her its our their this that these those what")
  private static let music = ContextWords(
    "time meter metre signature beat beats waltz march rhythm rhythms groove feel")
  private static let odds = ContextWords(
    "odds favourite favorite favourites favorites shot shots outsider outsiders underdog underdogs "
      + "bet priced bookmakers bookies chance")
  private static let seasons = ContextWords("season campaign academic school tax financial fiscal")
  private static let sequence = ContextWords(
    "page pages grade slide slides step part day week round episode lesson level stage tweet "
      + "thread photo image chapter lap set disc disk")
  private static let ratings = ContextWords(
    "rated rating ratings score scored scores scoring got gave give solid pain stars points marks")
  private static let measures = ContextWords(
    "inches feet foot yards miles meters metres kilometers kilometres centimeters centimetres "
      + "millimeters millimetres acres hectares cups teaspoons tablespoons ounces pounds pints "
      + "quarts gallons liters litres grams kilograms tons tonnes hours minutes seconds years "
      + "months percent per degrees cubic square dollars cents")
}
