/// Sizes and factors: `3 x 4` → `three by four`, `640×480`, `10×` → `ten times`, `3x faster`.
struct Product: SemioticClass {
  static let kind = Edit.Kind.measure

  var factors: [Factor]
  /// Bare numbers beside an equals sign: `5 × 3 = 15` is arithmetic, a `2 × 2` design is not.
  var isArithmetic = false
  /// A single number: `10×`.
  var isMultiple = false
  /// UTF-8 bytes of what it happens in: `2x/day`; empty when it is not said.
  var rate = 0..<0
  /// Several things of that size: `2x4s`.
  var isPlural = false

  struct Factor: Sendable {
    var amount: Amount
    var unit: UnitExpression?
  }

  private static let mostFactors = 4

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Product>? {
    guard sentence[start].isDigits, sentence.isFreeOnLeft(start),
      // `0x1F` is a number of programmers.
      !sentence.token(start, is: "0") || !sentence.token(start + 1, isIgnoringCase: "x")
    else { return nil }
    var factors: [Factor] = []
    var index = start
    var end = start
    while factors.count < mostFactors, let factor = factor(at: index, in: sentence) {
      factors.append(factor)
      end = factor.unit?.tokens.upperBound ?? factor.amount.tokens.upperBound
      let cross = sentence.skippingSpace(end)
      guard isCross(cross, in: sentence) else { break }
      index = sentence.skippingSpace(cross + 1)
      guard sentence[index].isDigits, (cross > end) == (index > cross + 1) else { break }
    }
    // `2x4s`: several of that size.
    if factors.count > 1, factors.allSatisfy({ $0.unit == nil }), sentence.token(end, is: "s"),
      sentence[start + 1].isWord, sentence.isFreeOnRight(after: end)
    {
      return Match(
        Product(factors: factors, isPlural: true), tokens: start..<end + 1,
        rule: "measure.dimensions")
    }
    if factors.count == 1, let span = span(at: start, in: sentence) { return span }
    if factors.count > 1 {
      guard sentence.isFreeOnRight(after: end - 1) else { return nil }
      let hasUnit = factors.contains { $0.unit != nil }
      let isEquation =
        sentence[sentence.skippingSpace(end)].isMark("=")
        || sentence[sentence.beforeSpace(start)].isMark("=")
      return Match(
        Product(factors: factors, isArithmetic: isEquation && !hasUnit), tokens: start..<end,
        rule: "measure.dimensions")
    }
    guard let only = factors.first, only.unit == nil, isMultiple(end, in: sentence) else {
      return nil
    }
    let isRate = sentence[end + 1].isMark("/") && sentence[end + 2].isLower
    return Match(
      Product(
        factors: factors, isMultiple: true, rate: isRate ? sentence[end + 2].range : 0..<0),
      tokens: start..<(isRate ? end + 3 : end + 1), rule: "measure.multiple")
  }

  /// Twice to thrice: `2-3x faster`, `3-4x/wk`.
  private static func span(at start: Int, in sentence: TokenizedSentence) -> Match<Product>? {
    guard let span = AmountSpan.scan(at: start, in: sentence), let high = span.high else {
      return nil
    }
    let end = span.tokens.upperBound
    guard isMultiple(end, in: sentence) else { return nil }
    let isRate = sentence[end + 1].isMark("/") && sentence[end + 2].isLower
    return Match(
      Product(
        factors: [Factor(amount: span.low), Factor(amount: high)], isMultiple: true,
        rate: isRate ? sentence[end + 2].range : 0..<0),
      tokens: start..<(isRate ? end + 3 : end + 1), rule: "measure.multiple")
  }

  private static func factor(at start: Int, in sentence: TokenizedSentence) -> Factor? {
    guard let amount = Amount.scan(at: start, in: sentence), amount.scale == nil else {
      return nil
    }
    let end = amount.tokens.upperBound
    // `12.5" x 8.3"`
    if let unit = primeUnit(end, in: sentence),
      isCross(sentence.skippingSpace(end + 1), in: sentence)
        || isCross(sentence.beforeSpace(start), in: sentence)
    {
      return Factor(amount: amount, unit: unit)
    }
    let unit = UnitExpression.scan(at: sentence.skippingSpace(end), in: sentence)
    return Factor(
      amount: amount,
      unit: unit.flatMap {
        // `4x4s` are no seconds.
        if $0.symbol == "s", $0.tokens.lowerBound == end, sentence[start - 1].isWord { return nil }
        return isCross(sentence.skippingSpace($0.tokens.upperBound), in: sentence)
          || $0.symbol == "in" && isCross(sentence.beforeSpace(start), in: sentence)
            && !sentence[$0.tokens.upperBound].isSpace
          || $0.symbol != "in" && $0.symbol != "x" && $0.symbol != "B" ? $0 : nil
      })
  }

  /// The mark of feet or inches.
  private static func primeUnit(_ index: Int, in sentence: TokenizedSentence) -> UnitExpression? {
    let symbol: String
    switch sentence[index].kind == .mark ? sentence[index].scalar : 0 {
    case 0x22, 0x201D, 0x2033: symbol = "in"
    case 0x27, 0x2019, 0x2032: symbol = "ft"
    default: return nil
    }
    return UnitTable.unit(symbol).map {
      UnitExpression(
        factors: [UnitExpression.Factor(name: .unit($0))], tokens: index..<index + 1,
        symbol: symbol)
    }
  }

  private static func isCross(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[index].isMark("×") || sentence.token(index, isIgnoringCase: "x")
  }

  /// Whether a cross that touches a number multiplies what follows, and is no part of a name.
  private static func isMultiple(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard isCross(index, in: sentence) else { return false }
    if sentence[index].isMark("×") { return !sentence[index + 1].isWord }
    guard sentence.token(index, is: "x") else { return false }
    if sentence[index + 1].isMark("/") { return sentence[index + 2].isLower }
    guard let next = sentence.wordAfter(index + 1) else { return false }
    return sentence.token(next, isAnyOf: comparisons)
  }

  private static let comparisons: [StaticString] = [
    "more", "less", "fewer", "as", "the", "a", "per", "daily", "weekly", "monthly", "that",
    "faster", "slower", "bigger", "larger", "smaller", "higher", "lower", "better", "worse",
    "cheaper", "longer", "shorter", "stronger", "greater", "quicker", "harder", "easier",
    "lighter", "heavier", "taller", "wider", "deeper", "brighter", "richer", "likelier",
  ]

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    for (position, factor) in factors.enumerated() {
      if position > 0 { writer.say(isMultiple ? "to" : isArithmetic ? "times" : "by") }
      factor.amount.say(into: &writer, in: sentence)
      factor.unit?.say(asSingular: factor.amount.isSingular, into: &writer)
    }
    if isPlural { writer.attachPlural() }
    guard isMultiple else { return }
    writer.say("times")
    if !rate.isEmpty {
      writer.say("per")
      if let unit = UnitTable.unit(sentence.bytes.string(rate)) {
        writer.say(unit.singular)
      } else {
        writer.say(source: rate)
      }
    }
  }
}
