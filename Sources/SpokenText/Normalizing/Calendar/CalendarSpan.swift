/// Two days of the week or two months with a dash between: `Mon.–Fri.` → `Monday to Friday`,
/// `May–August` → `May to August`, `Jan–Feb 2020` → `January to February twenty twenty`.
struct CalendarSpan: SemioticClass {
  static let kind = Edit.Kind.range

  let first: StaticString
  let last: StaticString

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<CalendarSpan>? {
    guard sentence.isFreeOnLeft(start), let (first, index) = name(start, in: sentence),
      let next = sentence.rangeDash(index), let (last, end) = name(next, in: sentence),
      sentence[start].keys.isDisjoint(with: .weekday)
        == sentence[next].keys.isDisjoint(with: .weekday),
      sentence.isFreeOnRight(after: end - 1), !sentence[end].isHyphen,
      sentence[start].keys.contains(.weekday) || !isBeforeDay(end, in: sentence)
    else { return nil }
    return Match(
      CalendarSpan(first: first, last: last),
      tokens: start..<(sentence[end].isMark(".") && !sentence.isOver(after: end) ? end + 1 : end),
      rule: "range.calendar")
  }

  /// `Jan–Feb 5`: the month belongs to a day; one before a year does not.
  private static func isBeforeDay(_ end: Int, in sentence: TokenizedSentence) -> Bool {
    let next = sentence.skippingSpace(sentence[end].isMark(".") ? end + 1 : end)
    return sentence[next].isDigits && !Year.looksLikeYear(next, in: sentence)
  }

  /// A day or a month with a capital, and the index after its stop when a dash or nothing follows.
  private static func name(_ index: Int, in sentence: TokenizedSentence) -> (StaticString, Int)? {
    guard sentence[index].isCapitalized else { return nil }
    let name: StaticString
    if sentence[index].keys.contains(.weekday) {
      guard let day = WeekdayTable.number(at: index, in: sentence),
        WeekdayTable.names.indices.contains(day - 1)
      else { return nil }
      name = WeekdayTable.names[day - 1]
    } else if let month = MonthTable.month(at: index, in: sentence),
      MonthTable.names.indices.contains(month - 1)
    {
      name = MonthTable.names[month - 1]
    } else {
      return nil
    }
    let stop = index + 1
    let isInner = sentence[stop].isMark(".") && sentence.rangeDash(stop + 1) != nil
    return (name, isInner ? stop + 1 : stop)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(first)
    writer.say("to")
    writer.say(last)
  }
}
