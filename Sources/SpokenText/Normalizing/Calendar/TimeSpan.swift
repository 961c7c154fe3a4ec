/// From one time of day to another: `5:30-6:45`, `9–5 pm` → `nine to five P M`, `9:30-5` → `nine
/// thirty to five`.
struct TimeSpan: SemioticClass {
  static let kind = Edit.Kind.time

  var first: Match<ClockTime>
  var second: Match<ClockTime>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<TimeSpan>? {
    guard sentence[start].isDigits, sentence[start].count <= 2 else { return nil }
    if let first = ClockTime.recognize(at: start, in: sentence) {
      guard let next = sentence.rangeDash(first.tokens.upperBound) else { return nil }
      guard
        let second = ClockTime.recognize(at: next, in: sentence)
          ?? bareHour(next, behind: first, in: sentence)
      else { return nil }
      return Match(
        TimeSpan(first: first, second: second), tokens: start..<second.tokens.upperBound,
        rule: "time.span")
    }
    // `9–5 pm`: the first hour borrows its half of the day from the second.
    guard let hour = sentence.value(start), (1...12).contains(hour), sentence.isFreeOnLeft(start),
      !sentence.isInsideNumber(start), let next = sentence.rangeDash(start + 1),
      let second = ClockTime.recognize(at: next, in: sentence), second.value.half != nil
    else { return nil }
    return Match(
      TimeSpan(
        first: Match(ClockTime(hour: hour), tokens: start..<start + 1, rule: "time.bare-hour"),
        second: second),
      tokens: start..<second.tokens.upperBound, rule: "time.span")
  }

  /// `9am–5`, `9:30-5`: the second may be an hour alone where nothing counts by it.
  private static func bareHour(
    _ index: Int, behind first: Match<ClockTime>, in sentence: TokenizedSentence
  ) -> Match<ClockTime>? {
    let start = first.tokens.lowerBound
    guard let hour = sentence.value(index), (1...12).contains(hour), sentence[index].count <= 2,
      sentence[index].scalar != 0x30, first.value.second == nil,
      first.value.half != nil || (1...12).contains(first.value.hour),
      sentence.isFreeOnRight(after: index)
    else { return nil }
    let right = sentence[index + 1]
    if right.kind == .mark, sentence[index + 2].isDigits || right.isMark("%") { return nil }
    // `Nature 12:10–12`: a volume and its pages.
    if first.value.half == nil, let word = sentence.wordBefore(start),
      sentence[word].shape.contains(.firstUpper), !sentence[word].keys.contains(.weekday)
    {
      return nil
    }
    guard sentence.keysAfter(index + 1).isDisjoint(with: [.countedNoun, .scale]),
      UnitExpression.scan(at: sentence.skippingSpace(index + 1), in: sentence) == nil
    else { return nil }
    return Match(ClockTime(hour: hour), tokens: index..<index + 1, rule: "time.bare-hour")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.nested(first, in: sentence)
    writer.say("to")
    writer.nested(second, in: sentence)
  }
}
