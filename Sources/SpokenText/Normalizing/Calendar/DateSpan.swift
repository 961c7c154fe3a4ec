/// From one date to another: `June 3 – July 5, 2020` → `June third to July fifth, twenty twenty`.
struct DateSpan: SemioticClass {
  static let kind = Edit.Kind.date

  var first: Match<CalendarDate>
  var second: Match<CalendarDate>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<DateSpan>? {
    guard
      sentence.isAhead(of: start, { $0.isHyphen || $0.isEnDash || $0.isMinus || $0.isMark("~") }),
      let first = CalendarDate.recognize(at: start, in: sentence),
      let next = sentence.rangeDash(first.tokens.upperBound),
      let second = CalendarDate.recognize(at: next, in: sentence)
    else { return nil }
    return Match(
      DateSpan(first: first, second: second), tokens: start..<second.tokens.upperBound,
      rule: "date.span")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.nested(first, in: sentence)
    writer.say("to")
    writer.nested(second, in: sentence)
  }
}
