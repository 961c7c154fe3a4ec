/// One amount, or two with a dash between: `2–5`, `$1–2 million`.
struct AmountSpan: Sendable {
  var low: Amount
  var high: Amount?
  @Compact var tokens: Range<Int>
  /// Whether the dash was written with white space around it.
  var isSpaced = false

  var isSingular: Bool { high == nil && low.isSingular }

  /// Reads an amount, and a second one behind a dash.
  ///
  /// A dash between spaces also parts clauses (`in 2010 – 15 % of all`), so there the second must be
  /// the greater, unless `isBare` says that nothing else is at stake: `won 8 - 0`.
  static func scan(
    at start: Int, in sentence: TokenizedSentence, letters: Amount.ScaleLetters = .none,
    isBare: Bool = false
  ) -> AmountSpan? {
    guard let low = Amount.scan(at: start, in: sentence, letters: letters) else { return nil }
    let end = low.tokens.upperBound
    guard let next = sentence.rangeDash(end),
      sentence[next].isDigits || sentence[next].isMark("\u{2212}")
        || Fraction.vulgar(at: next, in: sentence) != nil,
      let high = Amount.scan(at: next, in: sentence, letters: letters),
      !sentence[end].isSpace || low.isBelow(high, in: sentence)
        || isBare && sentence[end + 1].isHyphen && low.isShort && high.isShort,
      // `1-2-3` is no range.
      !sentence[high.tokens.upperBound].isHyphen
        || !sentence[high.tokens.upperBound + 1].isDigits
    else { return AmountSpan(low: low, tokens: low.tokens) }
    return AmountSpan(
      low: low, high: high, tokens: start..<high.tokens.upperBound,
      isSpaced: sentence[end].isSpace)
  }

  /// Says one amount, or both with "to" between them.
  func say(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    low.say(into: &writer, in: sentence)
    guard let high else { return }
    writer.say("to")
    high.say(into: &writer, in: sentence)
  }
}
