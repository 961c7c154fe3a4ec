/// Parts of a hundred or a thousand: `10–15 %` → `ten to fifteen percent`, `5 wt%` → `five weight
/// percent`.
struct Percent: SemioticClass {
  static let kind = Edit.Kind.percent

  var span: AmountSpan
  var isPerMille: Bool
  /// Of what it is a part, before "percent": `vol%`.
  var quantity: StaticString?
  /// What it is a part by: `w/v`.
  var ending: StaticString?
  /// By what time it is reckoned: `p.a.`, `/yr`.
  var rate: Rate?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Percent>? {
    guard sentence.mayGoOn(start, isLongUnit: { sentence.token($0, is: "mass") }),
      sentence.isBehindNumber(
        at: start,
        {
          let token = sentence[$0]
          return token.isMark("%") || token.isMark("‰") || token.isLower && token.count < 5
        }),
      var span = AmountSpan.scan(at: start, in: sentence)
    else { return nil }
    var sign = sentence.skippingSpace(span.tokens.upperBound)
    if let end = letters(at: sign, in: sentence) {
      return Match(
        Percent(span: span, isPerMille: false), tokens: start..<end, rule: "percent.letters")
    }
    let quantity = quantity(at: sign, in: sentence)
    if let quantity { sign = quantity.end }
    guard sentence[sign].isMark("%") || sentence[sign].isMark("‰") else { return nil }
    // `%20` in an address stands for a byte.
    guard !sentence[sign + 1].isDigits else { return nil }
    var end = sign + 1
    // `5%–10%`: the first sign is not said twice.
    if span.high == nil, let next = sentence.rangeDash(end), sentence[next].isDigits,
      let high = Amount.scan(at: next, in: sentence)
    {
      let second = sentence.skippingSpace(high.tokens.upperBound)
      if sentence[second].scalar == sentence[sign].scalar, sentence[second].kind == .mark {
        span.high = high
        end = second + 1
      }
    }
    var percent = Percent(
      span: span, isPerMille: sentence[sign].isMark("‰"), quantity: quantity?.words)
    if let (words, after) = parts(at: end, in: sentence) {
      percent.ending = words
      end = after
    } else if let (rate, after) = rate(at: end, in: sentence) {
      percent.rate = rate
      end = after
    }
    return Match(
      percent, tokens: start..<end, rule: span.high == nil ? "percent.sign" : "percent.range")
  }

  /// `5 pct.` behind a number.
  private static func letters(at index: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence.token(index, is: "pct"),
      sentence.isFreeOnRight(after: index)
    else { return nil }
    return sentence.pastUnitStop(index + 1)
  }

  /// `5%/yr`, `5% p.a.`: by a time; the share of a thing has a slash of its own.
  private static func rate(at end: Int, in sentence: TokenizedSentence) -> (Rate, Int)? {
    if sentence[end].isMark("/"),
      !sentence.token(
        end + 1, isAnyOf: ["yr", "year", "mo", "month", "day", "wk", "week", "hr", "h", "hour"])
    {
      return nil
    }
    return Rate.scan(at: end, in: sentence)
  }

  /// `wt%`, `mol %`, `vol.%`.
  private static func quantity(
    at index: Int, in sentence: TokenizedSentence
  ) -> (words: StaticString, end: Int)? {
    guard sentence[index].isLower, sentence[index].count <= 4 else { return nil }
    for (letters, words) in quantities where sentence.token(index, is: letters) {
      let sign = sentence.skippingSpace(
        sentence[index + 1].isMark(".") ? index + 2 : index + 1)
      return sentence[sign].isMark("%") ? (words, sign) : nil
    }
    return nil
  }

  private static let quantities: [(StaticString, StaticString)] = [
    ("wt", "weight"), ("vol", "volume"), ("mol", "mole"), ("at", "atomic"), ("mass", "mass"),
  ]

  /// `5% w/v`: parts by weight or volume.
  private static func parts(
    at end: Int, in sentence: TokenizedSentence
  ) -> (StaticString, Int)? {
    let bracket = sentence.skippingSpace(end)
    let isBracketed = sentence[bracket].isMark("(")
    let first = isBracketed ? bracket + 1 : bracket
    guard sentence[first].count == 1, sentence[first + 1].isMark("/"),
      !isBracketed || sentence[first + 3].isMark(")"),
      sentence.isFreeOnRight(after: first + 2)
    else { return nil }
    for (above, below, words) in ratios
    where sentence.token(first, is: above) && sentence.token(first + 2, is: below) {
      // `+0.7% m/m` is one month against another.
      if !isBracketed, sentence.token(first, is: "m") { return ("month over month", first + 3) }
      return (words, first + (isBracketed ? 4 : 3))
    }
    return nil
  }

  private static let ratios: [(StaticString, StaticString, StaticString)] = [
    ("w", "v", "weight by volume"), ("w", "w", "weight by weight"), ("v", "v", "volume by volume"),
    ("m", "m", "mass by mass"),
  ]

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    span.say(into: &writer, in: sentence)
    if let quantity { writer.say(quantity) }
    writer.say(isPerMille ? "per mille" : "percent")
    if let ending { writer.say(ending) }
    rate?.say(into: &writer)
  }
}
