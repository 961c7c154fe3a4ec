/// Two bounds, with what they bound: `95% CI [1.1, 2.9]` → `ninety-five percent C I, one point one
/// to two point nine`; also `[1.1–2.9]` alone behind an estimate.
struct Interval: SemioticClass {
  static let kind = Edit.Kind.statistic

  /// The level in front, and the tokens of what it is the level of.
  let level: Match<StatisticNumber>?
  let name: Range<Int>
  let bounds: Bounds?
  /// Whether the bounds stand in brackets behind something else, and need a pause.
  let isAside: Bool

  struct Bounds: Sendable {
    let low: Match<StatisticNumber>
    let high: Match<StatisticNumber>
    let end: Int

    /// Whether a number before a bracket lies between the bounds, as an estimate does.
    func hold(estimateBefore start: Int, in sentence: TokenizedSentence) -> Bool {
      var first = sentence.beforeSpace(start)
      guard sentence[first].isDigits else { return false }
      if sentence[first - 1].isMark("."), sentence[first - 2].isDigits { first -= 2 }
      if sentence[first - 1].isMark(".") { first -= 1 }
      if sentence[first - 1].isMinus, sentence.isOpenOnLeft(first - 1) { first -= 1 }
      guard
        let estimate = StatisticNumber.recognize(at: first, in: sentence, grouping: false)?.value
          .quantity(in: sentence),
        let low = low.value.quantity(in: sentence), let high = high.value.quantity(in: sentence)
      else { return false }
      return low < high && low <= estimate && estimate <= high
    }
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    let token = sentence[start]
    if token.isMark("[") || token.isMark("(") { return aside(at: start, in: sentence) }
    guard sentence.isFreeOnLeft(start) else { return nil }
    if token.isDigits {
      guard let level = StatisticNumber.recognize(at: start, in: sentence), level.value.isPercent
      else {
        return nil
      }
      let name = sentence.skippingSpace(level.tokens.upperBound)
      return named(at: name, level: level, from: start, in: sentence)
    }
    return named(at: start, level: nil, from: start, in: sentence)
  }

  private static func named(
    at index: Int, level: Match<StatisticNumber>?, from start: Int, in sentence: TokenizedSentence
  ) -> Match<Self>? {
    guard let end = nameEnd(at: index, in: sentence) else { return nil }
    var next = sentence.skippingSpace(end)
    if sentence[next].isMark(":") || sentence[next].isMark(",") || sentence[next].isMark("=") {
      next = sentence.skippingSpace(next + 1)
    }
    let bounds = bounds(at: next, in: sentence)
    guard bounds != nil || level != nil else { return nil }
    return Match(
      Interval(level: level, name: index..<end, bounds: bounds, isAside: false),
      tokens: start..<(bounds?.end ?? end), rule: "statistic.interval")
  }

  /// The end of `CI`, `CrI`, `PI`, `IQR`, `CIs`.
  private static func nameEnd(at index: Int, in sentence: TokenizedSentence) -> Int? {
    let names: [StaticString] = ["CI", "CrI", "PI", "IQR", "HDI", "CIs"]
    return names.contains { sentence.token(index, is: $0) } && sentence.isFreeOnRight(after: index)
      ? index + 1 : nil
  }

  // MARK: Bounds

  /// `[1.1, 2.9]` behind an estimate or a word that promises bounds.
  private static func aside(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard let bounds = bounds(at: start, in: sentence) else { return nil }
    let isSquare = sentence[start].isMark("[")
    let left = sentence[sentence.beforeSpace(start)]
    let hasFraction =
      !bounds.low.value.fraction.isEmpty && !bounds.high.value.fraction.isEmpty
    // Round brackets with a comma are a pair of something, a date or a place as well as bounds.
    guard
      isExpected(before: start, in: sentence) || (isSquare && hasFraction)
        || (left.isDigits && hasFraction && !isPair(start, bounds, sentence))
        || ((isSquare || hasFraction) && bounds.hold(estimateBefore: start, in: sentence))
    else { return nil }
    let isAside = !isExpected(before: start, in: sentence)
    return Match(
      Interval(level: nil, name: start..<start, bounds: bounds, isAside: isAside),
      tokens: start..<bounds.end, rule: "statistic.bounds")
  }

  private static func isPair(
    _ start: Int, _ bounds: Bounds, _ sentence: TokenizedSentence
  ) -> Bool {
    sentence[sentence.skippingSpace(bounds.low.tokens.upperBound)].isMark(",")
  }

  /// Whether the words before a bracket promise bounds: `CI`, `interval`, `range`, `∈`.
  static func isExpected(before start: Int, in sentence: TokenizedSentence) -> Bool {
    var index = sentence.beforeSpace(start)
    if sentence[index].isMark(":") || sentence[index].isMark(",") || sentence[index].isMark("=") {
      index = sentence.beforeSpace(index)
    }
    if sentence[index].isMark("∈") { return true }
    let words: [StaticString] = ["interval", "intervals", "range", "ranges", "bounds", "limits"]
    return nameEnd(at: index, in: sentence) != nil
      || words.contains { sentence.token(index, isIgnoringCase: $0) }
  }

  /// `[1.1, 2.9]`, `(1.1–2.9)`, `1.1–2.9`, `1.1 to 2.9`, `−0.3, 0.5`.
  static func bounds(at start: Int, in sentence: TokenizedSentence) -> Bounds? {
    let close: Unicode.Scalar? =
      sentence[start].isMark("[") ? "]" : sentence[start].isMark("(") ? ")" : nil
    let first = close == nil ? start : sentence.skippingSpace(start + 1)
    guard let low = StatisticNumber.recognize(at: first, in: sentence, grouping: false) else {
      return nil
    }
    var index = sentence.skippingSpace(low.tokens.upperBound)
    let joint = sentence[index]
    guard
      joint.isMark(",") || joint.isMark(";") || joint.isEnDash || joint.isHyphen
        || joint.isMark("−") || sentence.token(index, is: "to")
    else { return nil }
    index = sentence.skippingSpace(index + 1)
    guard let high = StatisticNumber.recognize(at: index, in: sentence, grouping: false) else {
      return nil
    }
    var end = high.tokens.upperBound
    if let close {
      end = sentence.skippingSpace(end)
      guard sentence[end].isMark(close) else { return nil }
      end += 1
    } else if sentence[end].isWord || (sentence[end].isMark(".") && sentence[end + 1].isDigits) {
      return nil
    }
    return Bounds(low: low, high: high, end: end)
  }

  /// Whether a number stands close before a bracket and between the bounds in it: `45 [38–52]`.
  static func boundsEstimate(before start: Int, in sentence: TokenizedSentence) -> Bool {
    bounds(at: start, in: sentence)?.hold(estimateBefore: start, in: sentence) ?? false
  }

  // MARK: Saying

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if isAside { writer.mark(.comma) }
    if let level { writer.nested(level, in: sentence) }
    if !name.isEmpty {
      let range = sentence.bytes(of: name)
      // The plural ending is no letter of the name.
      let isPlural = sentence.token(name.lowerBound, is: "CIs")
      writer.spell(source: range.lowerBound..<range.upperBound - (isPlural ? 1 : 0))
      if isPlural { writer.attach("s") }
    }
    guard let bounds else { return }
    writer.nested(bounds.low, in: sentence)
    writer.say("to")
    writer.nested(bounds.high, in: sentence)
  }
}
