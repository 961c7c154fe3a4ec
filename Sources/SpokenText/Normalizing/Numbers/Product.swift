/// Sizes and factors: `3 x 4` → `three by four`, `8.5" x 11"` → `eight point five inches by eleven
/// inches`, `1920×1080` → `nineteen twenty by ten eighty`, two `2x4s` → `two by fours`.
///
/// A single number multiplies: `10×` → `ten times`, `grew 3x` → `grew three times`, `2–3x faster` →
/// `two to three times faster`; before a noun the letter is said: `a 10x engineer`.
struct Product: SemioticClass {
  static let kind = Edit.Kind.measure

  var factors: [Factor]
  /// Bare numbers beside an equals sign: `5 × 3 = 15` is arithmetic, a `2 × 2` design is not.
  var isArithmetic = false
  /// A single number: `10×`.
  var isMultiple = false
  /// UTF-8 bytes of what it happens in: `2x/day`; empty when it is not said.
  var rate = 0..<0
  /// Several of a size: `2x4s`.
  var isPlural = false
  /// Dots of a screen, said in pairs.
  var isOfPixels = false
  /// The last unit describes a noun: `4 x 100 m relay`.
  var isAttributive = false
  /// The upper end of a range: `2–3x`, `3 x 8–12`.
  var high: Amount?

  struct Factor: Sendable {
    var amount: Amount
    var unit: UnitExpression?
    /// A mark of feet or inches instead of a unit.
    var prime: Prime?
    var end: Int
  }

  enum Prime: Sendable { case foot, inch }

  private static let mostFactors = 4

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Product>? {
    guard sentence[start].isDigits, sentence.isFreeOnLeft(start), !sentence[start - 1].isMark("/"),
      // `0x1F` is a number of programmers.
      !sentence.token(start, is: "0") || !sentence.token(start + 1, isIgnoringCase: "x")
    else { return nil }
    if let multiple = multiple(at: start, in: sentence) { return multiple }
    guard let first = factor(at: start, in: sentence),
      isCross(sentence.skippingSpace(first.end), in: sentence)
    else { return nil }
    var factors = [first]
    var end = first.end
    while factors.count < mostFactors {
      let cross = sentence.skippingSpace(end)
      guard isCross(cross, in: sentence) else { break }
      let index = sentence.skippingSpace(cross + 1)
      guard sentence[index].isDigits, (cross > end) == (index > cross + 1),
        let factor = factor(at: index, in: sentence)
      else { break }
      factors.append(factor)
      end = factor.end
    }
    guard factors.count > 1 else { return nil }
    // `3 x 8-12`
    var high: Amount?
    if factors[factors.count - 1].end == factors[factors.count - 1].amount.tokens.upperBound,
      let next = sentence.rangeDash(end), next == end + 1,
      let upper = Amount.scan(at: next, in: sentence), upper.scale == nil,
      sentence.isFreeOnRight(after: upper.tokens.upperBound - 1)
    {
      high = upper
      end = upper.tokens.upperBound
    }
    // `2x4s` are no seconds.
    let isPlural = sentence.token(end - 1, is: "s") && factors[0].unit == nil
    if isPlural { factors[factors.count - 1].unit = nil }
    guard sentence.isFreeOnRight(after: end - 1) else { return nil }
    let hasUnit = factors.contains { $0.unit != nil || $0.prime != nil }
    let isEquation =
      sentence[sentence.skippingSpace(end)].isMark("=")
      || sentence[sentence.beforeSpace(start)].isMark("=")
    return Match(
      Product(
        factors: factors, isArithmetic: isEquation && !hasUnit, isPlural: isPlural,
        isOfPixels: !isEquation && factors.count == 2
          && high == nil && factors.allSatisfy { isScreenSize($0, in: sentence) },
        isAttributive: isAttributive(end, primed: factors.last?.prime != nil, in: sentence),
        high: high),
      tokens: start..<end, rule: "measure.dimensions")
  }

  /// Whether a noun follows that the size describes: `8.5" x 11" paper`, `4x100m relay`.
  private static func isAttributive(
    _ end: Int, primed isPrimed: Bool, in sentence: TokenizedSentence
  ) -> Bool {
    guard let next = sentence.wordAfter(end) else { return false }
    return sentence.token(next, isIn: races)
      || isPrimed && sentence[next].isLower
        && !sentence.token(next, isIn: LabelTable.continuations)
  }

  private static let races = ContextWords("relay relays medley freestyle hurdles team")

  /// `10×`, `3x faster`, `2–3x`, `2x/day`.
  private static func multiple(at start: Int, in sentence: TokenizedSentence) -> Match<Product>? {
    guard let span = AmountSpan.scan(at: start, in: sentence), span.low.scale == nil,
      span.high?.scale == nil
    else { return nil }
    let end = span.tokens.upperBound
    guard isMultiple(end, after: start, in: sentence),
      !Formula.isCoefficient(start, of: end, in: sentence)
    else { return nil }
    let isRate = sentence[end + 1].isMark("/") && sentence[end + 2].isLower
    return Match(
      Product(
        factors: [Factor(amount: span.low, end: end)], isMultiple: true,
        rate: isRate ? sentence[end + 2].range : 0..<0, high: span.high),
      tokens: start..<(isRate ? end + 3 : end + 1), rule: "measure.multiple")
  }

  private static func factor(at start: Int, in sentence: TokenizedSentence) -> Factor? {
    guard let amount = Amount.scan(at: start, in: sentence), amount.scale == nil else {
      return nil
    }
    let end = amount.tokens.upperBound
    if let prime = prime(end, in: sentence) {
      return Factor(amount: amount, prime: prime, end: end + 1)
    }
    let scanned = UnitExpression.scan(at: sentence.skippingSpace(end), in: sentence)
    let unit = scanned.flatMap { unit in
      let after = unit.tokens.upperBound
      let isSure =
        isCross(sentence.skippingSpace(after), in: sentence)
        || unit.symbol == "in" && sentence.wordAfter(after) == nil
          && !sentence[sentence.skippingSpace(after)].isDigits
        || unit.symbol != "in" && unit.symbol != "x"
      return isSure ? unit : nil
    }
    return Factor(amount: amount, unit: unit, end: unit?.tokens.upperBound ?? end)
  }

  /// `8'`, `11"`; a quotation mark behind the last number may be that of a quotation, so that the
  /// cross before it must have shown a size: `8.5" x 11"`.
  private static func prime(_ index: Int, in sentence: TokenizedSentence) -> Prime? {
    switch sentence[index].kind == .mark ? sentence[index].scalar : 0 {
    case 0x22, 0x2033, 0x201D: .inch
    case 0x27, 0x2032, 0x2019: .foot
    default: nil
    }
  }

  /// Whether a factor counts dots: three or four digits, no separator, nothing else.
  private static func isScreenSize(_ factor: Factor, in sentence: TokenizedSentence) -> Bool {
    guard factor.unit == nil, factor.prime == nil, factor.amount.tokens.count == 1,
      let value = sentence.value(factor.amount.tokens.lowerBound)
    else { return false }
    return (200..<10_000).contains(value)
  }

  private static func isCross(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[index].isMark("×") || sentence.token(index, isIgnoringCase: "x")
  }

  /// Whether a cross that touches a number multiplies what follows, and is no part of a name.
  private static func isMultiple(
    _ index: Int, after start: Int, in sentence: TokenizedSentence
  ) -> Bool {
    guard isCross(index, in: sentence) else { return false }
    if sentence[index].isMark("×") {
      return !sentence[index + 1].isWord && !sentence[sentence.skippingSpace(index + 1)].isDigits
    }
    guard sentence.token(index, is: "x") else { return false }
    let after = sentence[index + 1]
    if after.isMark("/") { return sentence[index + 2].isLower }
    if let next = sentence.wordAfter(index + 1) {
      return sentence.token(next, isIn: comparisons) || isFactorBefore(start, in: sentence)
    }
    guard !after.isHyphen, !after.isDigits, !after.isWord,
      !sentence[sentence.skippingSpace(index + 1)].isDigits
    else { return false }
    // `Angular 1x`
    guard !sentence.token(start, is: "1") else { return false }
    guard let before = sentence.wordBefore(start) else { return true }
    return sentence[before].isLower
  }

  /// Whether words go before it that only a factor follows: `grew 3x year over year`.
  private static func isFactorBefore(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    sentence.wordBefore(start).map { sentence.token($0, isIn: growth) } ?? false
  }

  private static let growth = ContextWords(
    "grew grown grow grows up by increased increases jumped rose risen surged climbed multiplied "
      + "at is was are were about roughly nearly almost over than to")
  private static let comparisons = ContextWords(
    "more less fewer as the a per daily weekly monthly that your their our his her its what "
      + "faster slower bigger larger smaller higher lower better worse cheaper longer shorter "
      + "stronger greater quicker harder easier lighter heavier taller wider deeper brighter richer "
      + "likelier older younger in on over since and or for than to from when if last this every "
      + "revenue earnings speed")

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    for (position, factor) in factors.enumerated() {
      if position > 0 { writer.say(isArithmetic ? "times" : "by") }
      if isOfPixels {
        NumberWords.sayPairs(
          sentence.bytes.slice(sentence.bytes(of: factor.amount.tokens)), into: &writer)
      } else {
        factor.amount.say(into: &writer, in: sentence)
      }
      let isSingular = factor.amount.isSingular || isAttributive
      factor.unit?.say(asSingular: isSingular, into: &writer)
      switch factor.prime {
      case .inch: writer.say(isSingular ? "inch" : "inches")
      case .foot: writer.say(isSingular ? "foot" : "feet")
      case nil: break
      }
    }
    if isPlural { writer.attachPlural() }
    if let high {
      writer.say("to")
      high.say(into: &writer, in: sentence)
    }
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
