/// Parts of a hundred or a thousand: `10–15 %` → `ten to fifteen percent`.
struct Percent: SemioticClass {
  static let kind = Edit.Kind.percent

  var span: AmountSpan
  var isPerMille: Bool

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Percent>? {
    guard var span = AmountSpan.scan(at: start, in: sentence) else { return nil }
    let sign = sentence.skippingSpace(span.tokens.upperBound)
    // `4.9pc`, as British papers write it.
    if sign == span.tokens.upperBound, sentence.token(sign, is: "pc"),
      sentence.isFreeOnRight(after: sign), sentence.isBritish || sentence[sign - 2].isMark(".")
    {
      return Match(
        Percent(span: span, isPerMille: false), tokens: start..<sign + 1, rule: "percent.letters")
    }
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
    return Match(
      Percent(span: span, isPerMille: sentence[sign].isMark("‰")), tokens: start..<end,
      rule: span.high == nil ? "percent.sign" : "percent.range")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    span.say(into: &writer, in: sentence)
    writer.say(isPerMille ? "per mille" : "percent")
  }
}
