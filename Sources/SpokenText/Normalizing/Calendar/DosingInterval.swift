/// How often a medicine is given, as prescriptions write it: `q8h` → `every eight hours`, `q4–6h` →
/// `every four to six hours`, `q. 12 h.` → `every twelve hours`.
///
/// `q` is *quaque*, every; the notation has one reading behind which only a number and a unit of
/// time stand.
struct DosingInterval: SemioticClass {
  static let kind = Edit.Kind.duration

  var low: Int
  var high: Int?
  var unit: StaticString

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<DosingInterval>? {
    guard sentence[start].count == 1, sentence.token(start, isIgnoringCase: "q"),
      sentence.isFreeOnLeft(start), !sentence[start - 1].isHyphen
    else { return nil }
    var index = start + 1
    if sentence[index].isMark(".") { index += 1 }
    index = sentence.skippingSpace(index)
    guard sentence[index].isDigits, sentence[index].count <= 3, let low = sentence.value(index),
      low > 0
    else { return nil }
    var interval = DosingInterval(low: low, unit: "hour")
    index += 1
    if sentence[index].isHyphen || sentence[index].isEnDash, let high = sentence.value(index + 1),
      sentence[index + 1].count <= 3, high > low
    {
      interval.high = high
      index += 2
    }
    // `Q 5 h` and `Q. 5 days ago` hardly mean this, `q 5 h` does.
    if sentence[index].isSpace, sentence[start].isLower { index += 1 }
    guard let unit = units.first(where: { sentence.token(index, isIgnoringCase: $0.0) })?.1,
      sentence.isFreeOnRight(after: index)
    else { return nil }
    interval.unit = unit
    return Match(
      interval, tokens: start..<sentence.pastUnitStop(index + 1), rule: "duration.dosing")
  }

  private static let units: [(StaticString, StaticString)] = [
    ("h", "hour"), ("hr", "hour"), ("hrs", "hour"), ("hours", "hour"), ("min", "minute"),
    ("mins", "minute"),
    ("d", "day"), ("days", "day"), ("wk", "week"), ("wks", "week"), ("weeks", "week"),
    ("w", "week"),
    ("mo", "month"), ("months", "month"),
  ]

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say("every")
    if low == 1, high == nil { return writer.say(unit) }
    NumberWords.sayCardinal(low, into: &writer)
    if let high {
      writer.say("to")
      NumberWords.sayCardinal(high, into: &writer)
    }
    writer.say(unit)
    writer.attach("s")
  }
}
