/// So much of a unit: `5 mg/kg` → `five milligrams per kilogram`, `10-mg` → `ten-milligram`.
struct Measure: SemioticClass {
  static let kind = Edit.Kind.measure

  var span: AmountSpan
  var unit: UnitExpression
  /// A hyphen before the unit makes an adjective of it.
  var isHyphenated = false
  /// What it is measured against: `mL/min/1.73 m²`.
  var per: Reference?
  /// In the singular, as it describes a noun: `a 10 mg dose`.
  var isAttributive = false

  struct Reference: Sendable {
    var amount: Amount
    var unit: UnitExpression
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Measure>? {
    guard var span = AmountSpan.scan(at: start, in: sentence) else { return nil }
    let end = span.tokens.upperBound
    let isHyphenated = sentence[end].isHyphen
    let isSpaced = sentence[end].isSpace
    let at = isHyphenated || isSpaced ? end + 1 : end
    guard sentence.isFreeOnLeft(start), var unit = UnitExpression.scan(at: at, in: sentence),
      !isDoubtful(unit, after: span, isSpaced: isSpaced, isHyphenated: isHyphenated, in: sentence)
    else { return nil }
    if isMinutes(unit, at: start, in: sentence) {
      unit = unit.read(as: "min")
    } else if unit.symbol == "bps",
      !span.low.isShort || sentence.wordBefore(start, isAnyOf: ["at"])
    {
      // `by 25 bps` are hundredths of a percent, `at 300 bps` is how fast a line is.
      unit = unit.read(as: "bit/s")
    }
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
        // `20°–25°C`: the second tells which degrees.
        if unit.symbol == "°" { unit = other }
      }
    }
    var per: Reference?
    if sentence[after].isMark("/"), sentence[after + 1].isDigits,
      let amount = Amount.scan(at: after + 1, in: sentence)
    {
      let at = sentence.skippingSpace(amount.tokens.upperBound)
      // `104°F/40°C` says one thing twice.
      if let unit = UnitExpression.scan(at: at, in: sentence), unit.symbol != "in",
        !unit.symbol.hasPrefix("°"), unit.symbol != "C", unit.symbol != "F"
      {
        per = Reference(amount: amount, unit: unit)
        after = unit.tokens.upperBound
      }
    }
    var measure = Measure(span: span, unit: unit, isHyphenated: isHyphenated)
    measure.per = per
    measure.isAttributive = sentence.isAttributive(start, after)
    return Match(
      measure,
      // A sign such as `°` is no abbreviation, so the stop behind it is the sentence's.
      tokens: start..<(sentence[after - 1].isWord ? sentence.pastUnitStop(after) : after),
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
    if sentence[end].isMark("."), sentence[end + 1].isWord || sentence[end + 1].isDigits {
      return true
    }
    // `50-100m people`
    if unit.symbol == "m", !isSpaced, sentence.keysAfter(end).contains(.countedNoun) { return true }
    if CompassPoint.isInAddress(unit.tokens.lowerBound, in: sentence) { return true }
    guard unit.factors.count == 1, unit.symbol.utf8.count <= 2 else { return false }
    let next = sentence[sentence.skippingSpace(end)]
    switch unit.symbol {
    case "in":
      // A preposition unless something shows that the words go on elsewhere.
      if !isSpaced { return isHyphenated && sentence[end].isHyphen }
      if sentence.wordBefore(start, isAnyOf: ["ft", "feet", "foot", "by", "x"]) { return false }
      if sentence[end].isMark(".") {
        return false
      }
      if let word = sentence.wordAfter(end), sentence.token(word, isAnyOf: sizeWords) {
        return false
      }
      return next.isWord || next.isDigits || next.kind == .boundary
    case "st":
      // `13st 4lb`, where 13 would have another ending; `21st` is an ordinal.
      if !isSpaced, let value = sentence.value(start), span.tokens.count == 1 {
        return value < 5 || value % 10 == 1 && value % 100 != 11
      }
      return !isSpaced || next.isWord
    case "d":
      // `b. 1808 d. 1875`
      return !isSpaced || next.isWord || sentence[start].count > 3
    case "A", "C", "F", "H", "K", "M", "N", "T", "B", "U", "L", "J", "V", "W", "s":
      // `Rte. 66 W. to the coast`: symbols of units have no stop.
      if unit.symbol != "s", sentence[end].isMark("."), !sentence.isOver(after: end) {
        return true
      }
      // `4 A-levels`
      if sentence.isLabelled(start) || sentence[end].isHyphen { return true }
      // `Sky Hawk 3 B`, `iPhone 5s`, `JK-20 A`: a name goes on.
      if sentence[sentence.beforeSpace(start)].isHyphen { return true }
      if let word = sentence.wordBefore(start), !sentence[word].isLower,
        sentence[word - 1].kind != .boundary || sentence[word].shape.contains(.innerUpper)
      {
        return true
      }
      switch unit.symbol {
      // `123 F. Supp. 456`
      case "C", "F":
        // `200C/180C fan`
        if sentence[start - 1].isMark("/"), sentence[start - 2].isWord,
          sentence[start - 3].isDigits,
          sentence[start - 2].scalar == sentence[unit.tokens.lowerBound].scalar
        {
          return false
        }
        if sentence.wordBefore(start, isAnyOf: degreeWords) { return false }
        return next.isWord || !(sentence.wordBefore(start).map { sentence[$0].isLower } ?? true)
      case "s" where !isSpaced && PlaceNumber.isPluralName(start, in: sentence): return true
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

  /// `2h 47m`, `47m 30s`: hours before it or seconds behind it make minutes of an `m`.
  private static func isMinutes(
    _ unit: UnitExpression, at start: Int, in sentence: TokenizedSentence
  ) -> Bool {
    guard unit.symbol == "m", unit.factors.count == 1, unit.factors[0].power == 1 else {
      return false
    }
    let before = sentence.beforeSpace(start)
    if sentence.token(before, isAnyOf: ["h", "hr", "hrs"]),
      sentence[sentence.beforeSpace(before)].isDigits
    {
      return true
    }
    let seconds = sentence.skippingSpace(unit.tokens.upperBound)
    return sentence[seconds].isDigits && sentence[seconds].count <= 2
      && sentence.token(seconds + 1, isAnyOf: ["s", "sec", "secs"])
  }

  /// Words that a temperature follows.
  private static let degreeWords: [StaticString] = [
    "at", "to", "of", "below", "above", "from", "around", "about", "was", "is", "by", "and",
    "near", "than", "under", "over",
  ]

  /// Words that show that `in` before them is the unit.
  private static let sizeWords: [StaticString] = [
    "by", "x", "wide", "tall", "long", "deep", "high", "thick", "square", "diameter",
  ]

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    span.say(into: &writer, in: sentence)
    if isHyphenated { writer.attach("-") }
    unit.say(asSingular: isHyphenated || isAttributive || span.isSingular, into: &writer)
    guard let per else { return }
    writer.say("per")
    per.amount.say(into: &writer, in: sentence)
    per.unit.say(asSingular: per.amount.isSingular, into: &writer)
  }
}
