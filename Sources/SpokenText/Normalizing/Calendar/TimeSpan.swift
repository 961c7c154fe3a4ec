/// From one time of day to another: `5:30-6:45`, `9–5 pm` → `nine to five P M`.
struct TimeSpan: SemioticClass {
  static let kind = Edit.Kind.time

  var first: Match<ClockTime>
  var second: Match<ClockTime>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<TimeSpan>? {
    guard sentence[start].isDigits, sentence[start].count <= 2 else { return nil }
    if let first = ClockTime.recognize(at: start, in: sentence) {
      guard let next = sentence.rangeDash(first.tokens.upperBound),
        let second = ClockTime.recognize(at: next, in: sentence)
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

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.nested(first, in: sentence)
    writer.say("to")
    writer.nested(second, in: sentence)
  }
}
