/// So much of a unit: `5 mg/kg` → `five milligrams per kilogram`, `10-mg` → `ten-milligram`.
struct Measure: SemioticClass {
  static let kind = Edit.Kind.measure

  var span: AmountSpan
  var unit: UnitExpression
  /// A hyphen before the unit makes an adjective of it.
  var isHyphenated = false
  /// In the singular, as it describes a noun: `a 10 mg dose`.
  var isAttributive = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Measure>? {
    guard var span = AmountSpan.scan(at: start, in: sentence) else { return nil }
    let end = span.tokens.upperBound
    let isHyphenated = sentence[end].isHyphen
    let isSpaced = sentence[end].isSpace
    let at = isHyphenated || isSpaced ? end + 1 : end
    guard sentence.isFreeOnLeft(start), let unit = UnitExpression.scan(at: at, in: sentence),
      !isDoubtful(unit, after: span, isSpaced: isSpaced, isHyphenated: isHyphenated, in: sentence)
    else { return nil }
    var after = unit.tokens.upperBound
    // `5 mg–10 mg`: the unit is said once.
    if span.high == nil, !isHyphenated, let next = sentence.rangeDash(after),
      sentence[next].isDigits, let high = Amount.scan(at: next, in: sentence)
    {
      let second = sentence.skippingSpace(high.tokens.upperBound)
      if let other = UnitExpression.scan(at: second, in: sentence), other.symbol == unit.symbol,
        other.factors.count == unit.factors.count
      {
        span.high = high
        after = other.tokens.upperBound
      }
    }
    var measure = Measure(span: span, unit: unit, isHyphenated: isHyphenated)
    measure.isAttributive = sentence.isAttributive(start, after)
    return Match(
      measure,
      tokens: start..<sentence.pastAbbreviationStop(after),
      rule: isHyphenated ? "measure.adjective" : "measure.unit")
  }

  /// Whether a symbol that is also a word or a label is one here.
  private static func isDoubtful(
    _ unit: UnitExpression, after span: AmountSpan, isSpaced: Bool, isHyphenated: Bool,
    in sentence: TokenizedSentence
  ) -> Bool {
    let start = span.tokens.lowerBound
    let end = unit.tokens.upperBound
    if unit.symbol.isEmpty { return unit.factors.isEmpty }
    // `340 A.D.`, `5 m.p.h.`: the letter is the first of several.
    if sentence[end].isMark("."), sentence[end + 1].isWord { return true }
    guard unit.factors.count == 1, unit.symbol.utf8.count <= 2 else { return false }
    let next = sentence[sentence.skippingSpace(end)]
    switch unit.symbol {
    case "in":
      // A preposition unless something shows that the words go on elsewhere.
      if !isSpaced { return false }
      if sentence.wordBefore(start, isAnyOf: ["ft", "feet", "foot"]) { return false }
      if sentence[end].isMark(".") {
        return sentence.pastAbbreviationStop(end) == end && span.high == nil
      }
      return next.isWord || next.isDigits || next.kind == .boundary
    case "st":
      return !isSpaced || next.isWord
    case "d":
      // `b. 1808 d. 1875`
      return !isSpaced || next.isWord || sentence[start].count > 3
    case "A", "C", "F", "H", "K", "M", "N", "T", "B", "U", "L", "J", "V", "W", "s":
      if sentence.isLabelled(start) { return true }
      // `Sky Hawk 3 B`, `iPhone 5s`, `JK-20 A`: a name goes on.
      if sentence[sentence.beforeSpace(start)].isHyphen { return true }
      if let word = sentence.wordBefore(start), !sentence[word].isLower,
        sentence[word - 1].kind != .boundary || sentence[word].shape.contains(.innerUpper)
      {
        return true
      }
      switch unit.symbol {
      case "s": return !isSpaced && Year.looksLikeYear(start, in: sentence)
      // `5K` is a race, `10K` ten thousand, `3 M` a company; plain bytes and henries are rare.
      case "K": return !isSpaced || sentence[start].count < 2
      case "M", "H", "B", "T", "N": return true
      default: return !isSpaced && (unit.symbol == "A" || unit.symbol == "U")
      }
    case "t", "h", "m", "g", "l":
      return sentence.isLabelled(start)
    default:
      return false
    }
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    span.say(into: &writer, in: sentence)
    if isHyphenated { writer.attach("-") }
    unit.say(asSingular: isHyphenated || isAttributive || span.isSingular, into: &writer)
  }
}

/// Feet and inches with primes: `5'11"` → `five feet eleven inches`, `12"` → `twelve inches`.
struct FeetAndInches: SemioticClass {
  static let kind = Edit.Kind.measure

  var feet: Amount?
  var inches: Amount?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<FeetAndInches>? {
    guard sentence[start].isDigits, sentence.isFreeOnLeft(start),
      let first = Amount.scan(at: start, in: sentence), first.scale == nil
    else { return nil }
    let end = first.tokens.upperBound
    if isFoot(end, in: sentence) {
      let second = sentence.skippingSpace(end + 1)
      if sentence[second].isDigits, let inches = Amount.scan(at: second, in: sentence),
        isInch(inches.tokens.upperBound, in: sentence)
      {
        return Match(
          FeetAndInches(feet: first, inches: inches),
          tokens: start..<inches.tokens.upperBound + 1, rule: "measure.feet-inches")
      }
      guard sentence[end].isMark("′") else { return nil }
      return Match(
        FeetAndInches(feet: first), tokens: start..<end + 1, rule: "measure.feet-inches")
    }
    guard isInch(end, in: sentence), !isClosingQuote(end, in: sentence) else { return nil }
    return Match(
      FeetAndInches(inches: first), tokens: start..<end + 1, rule: "measure.feet-inches")
  }

  private static func isFoot(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[index].isMark("'") || sentence[index].isMark("’") || sentence[index].isMark("′")
  }

  private static func isInch(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    (sentence[index].isMark("\"") || sentence[index].isMark("”") || sentence[index].isMark("″"))
      && sentence.isFreeOnRight(after: index)
  }

  /// Whether a double quote closes one that was opened in this sentence, as far as one looks.
  private static func isClosingQuote(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    if sentence[index].isMark("″") { return false }
    guard sentence[index].isMark("\"") else { return true }
    let farthest = 200
    var quotes = 0
    for before in max(0, index - farthest)..<index where sentence[before].isMark("\"") {
      quotes += sentence[before - 1].isDigits ? 0 : 1
    }
    return quotes % 2 == 1
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let feet {
      feet.say(into: &writer, in: sentence)
      writer.say(feet.isSingular ? "foot" : "feet")
    }
    if let inches {
      inches.say(into: &writer, in: sentence)
      writer.say(inches.isSingular ? "inch" : "inches")
    }
  }
}
