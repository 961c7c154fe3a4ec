/// The short name of a day of the week, where a time, another day or a word of time is beside it:
/// `Sat 10–2` → `Saturday ten to two`, `7 p.m. Fri.` → `… Friday.`, `Tues/Thurs` → `Tuesday
/// Thursday`, `M–F 9–5` → `Monday to Friday nine to five`.
///
/// Elsewhere `Sun`, `Sat`, `Wed` and `Mon` are words and names.
struct ShortWeekday: SemioticClass {
  static let kind = Edit.Kind.date

  /// Sunday is 1.
  var day: Int
  /// The end of `M–F`.
  var lastDay: Int?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<ShortWeekday>? {
    guard sentence.isFreeOnLeft(start) else { return nil }
    if sentence[start].count == 1 { return letters(at: start, in: sentence) }
    guard sentence[start].isCapitalized,
      let day = WeekdayTable.weekday(at: start, in: sentence), sentence.isFreeOnRight(after: start)
    else { return nil }
    let hasStop = sentence[start + 1].isMark(".")
    let end = hasStop ? start + 2 : start + 1
    let goesOn = isBeforeTime(end, in: sentence) || isBeforeDay(end, in: sentence)
    guard
      goesOn || isBehindDay(start, in: sentence) || isBehindTime(start, end, in: sentence)
    else { return nil }
    // The stop goes where the phrase goes on, and stays where it may end.
    let next = sentence[sentence.skippingSpace(end)]
    let takesStop = hasStop && (goesOn || next.isLower || next.kind == .mark)
    return Match(
      ShortWeekday(day: day),
      tokens: start..<(takesStop && !sentence.isOver(after: start + 1) ? end : start + 1),
      rule: "date.short-weekday")
  }

  /// `M–F` before hours.
  private static func letters(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<ShortWeekday>? {
    guard sentence.token(start, is: "M"),
      sentence[start + 1].isHyphen || sentence[start + 1].isEnDash,
      sentence.token(start + 2, is: "F"), sentence.isFreeOnRight(after: start + 2),
      isBeforeTime(start + 3, in: sentence)
    else { return nil }
    return Match(
      ShortWeekday(day: 2, lastDay: 6), tokens: start..<start + 3, rule: "date.short-weekday")
  }

  /// `Sat 10–2`, `Fri., 8 p.m.`, `Mon: 9:30`, `Sun at 5`.
  private static func isBeforeTime(_ end: Int, in sentence: TokenizedSentence) -> Bool {
    var index = end
    if sentence[index].isMark(",") || sentence[index].isMark(":") { index += 1 }
    guard sentence[index].isSpace else { return false }
    index += 1
    if sentence.token(index, isAnyOf: ["at", "from"]) { index = sentence.skippingSpace(index + 1) }
    guard let hour = sentence.value(index), sentence[index].count <= 2, hour <= 24 else {
      return false
    }
    let next = index + 1
    if Ordinal.isEnding(next, in: sentence) { return true }
    if ClockTime.half(next, in: sentence) != nil { return true }
    if sentence[next].isMark(":") { return ClockTime.minutes(next + 1, in: sentence) != nil }
    guard let second = sentence.rangeDash(next), let last = sentence.value(second) else {
      return false
    }
    return last <= 24 && sentence[second].count <= 2
  }

  /// `Mon thru Fri`, `Sat and Sun`, `Tues/Thurs`.
  private static func isBeforeDay(_ end: Int, in sentence: TokenizedSentence) -> Bool {
    if sentence[end].isMark("/") { return isDay(end + 1, in: sentence) }
    guard let word = sentence.wordAfter(end),
      sentence.token(word, isAnyOf: ["thru", "through", "to", "and", "or"])
    else {
      return sentence[end].isSpace && sentence[end + 1].isMark("&") && sentence[end + 2].isSpace
        && isDay(end + 3, in: sentence)
    }
    return sentence[word + 1].isSpace && isDay(word + 2, in: sentence)
  }

  private static func isBehindDay(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    if sentence[start - 1].isMark("/") { return isDay(start - 2, in: sentence) }
    if sentence[start - 1].isSpace, sentence[start - 2].isMark("&") {
      return isDay(sentence.beforeSpace(start - 2), in: sentence)
    }
    guard let word = sentence.wordBefore(start),
      sentence.token(word, isAnyOf: ["thru", "through", "to", "and", "or"])
    else { return false }
    let before = sentence.beforeSpace(word)
    return isDay(sentence[before].isMark(".") ? before - 1 : before, in: sentence)
  }

  private static func isDay(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[index].keys.contains(.weekday) && sentence[index].isCapitalized
  }

  /// `7 p.m. Fri.`, `closed Sun.`, `on Sat and`: and nothing that `Sun` could name goes on.
  private static func isBehindTime(
    _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> Bool {
    guard
      Phrasing.isParted(after: start + 1, in: sentence)
        || (sentence.wordAfter(end).map {
          sentence.token(
            $0, isAnyOf: ["at", "from", "and", "or", "to", "morning", "night", "evening"])
        } ?? false)
    else { return false }
    var word = sentence.beforeSpace(start)
    if sentence[word].isMark(".") { word -= 1 }
    guard sentence[word].isWord else { return false }
    return sentence.token(word, isAnyOf: ["am", "pm", "m"])
      && (sentence[word - 1].isDigits || sentence[word - 1].isSpace
        || sentence[word - 1].isMark("."))
      || sentence[start - 1].isSpace && sentence[word + 1].isSpace
        && sentence.token(
          word, isAnyOf: ["on", "every", "next", "until", "till", "closed", "open"])
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    say(day, into: &writer)
    guard let lastDay else { return }
    writer.say("to")
    say(lastDay, into: &writer)
  }

  private func say(_ day: Int, into writer: inout SpokenWriter) {
    guard WeekdayTable.names.indices.contains(day - 1) else { return }
    writer.say(WeekdayTable.names[day - 1])
  }
}
