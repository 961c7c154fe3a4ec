/// How long something took, or where in a recording it stands: `1:23:45` → `one hour twenty-three
/// minutes and forty-five seconds`, `00:12:34` → `twelve minutes and thirty-four seconds`.
struct LengthOfTime: SemioticClass {
  static let kind = Edit.Kind.duration

  var hours: Int
  var minutes: Int
  var seconds: Int
  /// UTF-8 bytes of the digits after the point of the seconds; empty when there are none.
  var decimals = 0..<0
  /// Tells where in a recording something is: `[inaudible 00:12:34]` → `inaudible at twelve …`.
  var isPlace = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<LengthOfTime>? {
    if let tight = tight(at: start, in: sentence) { return tight }
    guard sentence[start].isDigits, sentence[start].count <= 3, sentence.isFreeOnLeft(start),
      !sentence.isInsideNumber(start), let first = sentence.value(start),
      sentence[start + 1].isMark(":"), let second = ClockTime.minutes(start + 2, in: sentence)
    else { return nil }
    var index = start + 3
    var length = LengthOfTime(hours: 0, minutes: first, seconds: second)
    let isThreePart: Bool
    if sentence[index].isMark(":"), let third = ClockTime.minutes(index + 1, in: sentence) {
      length = LengthOfTime(hours: first, minutes: second, seconds: third)
      index += 2
      isThreePart = true
    } else {
      isThreePart = false
    }
    if sentence[index].isMark("."), sentence[index + 1].isDigits {
      length.decimals = sentence[index + 1].range
      index += 2
    }
    guard isThreePart || !length.decimals.isEmpty || isStamp(start, in: sentence),
      sentence.isFreeOnRight(after: index - 1),
      !sentence[index].isMark(":") || !sentence[index + 1].isDigits
    else { return nil }
    length.isPlace = isMarked(start, index, in: sentence)
    return Match(
      length, tokens: start..<index, rule: isThreePart ? "duration.hours" : "duration.minutes")
  }

  /// `1h30m`, `5m51s`, `1h12m05s`: at least two, without white space.
  private static func tight(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<LengthOfTime>? {
    guard sentence[start].isDigits, sentence[start + 1].isLower, sentence[start + 2].isDigits,
      sentence.isFreeOnLeft(start)
    else { return nil }
    let symbols: [StaticString] = ["h", "m", "s"]
    var values = [0, 0, 0]
    var place = 0
    var parts = 0
    var index = start
    while place < 3, sentence[index].isDigits, sentence[index].count <= 3,
      let value = sentence.value(index),
      let found = symbols[place...].firstIndex(where: { sentence.token(index + 1, is: $0) })
    {
      values[found] = value
      place = found + 1
      parts += 1
      index += 2
    }
    guard parts > 1, sentence.isFreeOnRight(after: index - 1) else { return nil }
    return Match(
      LengthOfTime(hours: values[0], minutes: values[1], seconds: values[2]),
      tokens: start..<index, rule: "duration.letters")
  }

  /// Whether it stands in square brackets behind a word or two on what is heard there.
  private static func isMarked(_ start: Int, _ end: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[end].isMark("]") || sentence[end].isMark("\\") && sentence[end + 1].isMark("]"),
      sentence.wordBefore(start) != nil,
      !sentence.wordBefore(start, isAnyOf: ["at", "from", "to"])
    else { return false }
    return [3, 5].contains { sentence[start - $0].isMark("[") }
  }

  /// Whether two numbers past any hour of the day are minutes and seconds: `[41:04]`.
  private static func isStamp(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    if isPlaceInRecording(start, in: sentence) { return true }
    // `0:45`, but not `0:45 a.m.`
    if sentence.token(start, is: "0"), ClockTime.half(start + 3, in: sentence) == nil,
      !Ratio.isMeant(start, start + 3, in: sentence)
    {
      return true
    }
    guard let minutes = sentence.value(start), minutes > 24,
      !Ratio.isMeant(start, start + 3, in: sentence)
    else { return false }
    let before = sentence[start - 1]
    if before.isMark("[") || before.isMark("(") || sentence[start + 2].scalar == 0x30
      || sentence.isFirstWord(start) && sentence[start + 3].isSpace
    {
      return true
    }
    // `ran it in 38:24`; what makes a hundred is shared out.
    return sentence.wordBefore(start, isAnyOf: ["in", "of", "time", "runtime", "runs"])
      && sentence.value(start + 2) != 100 - minutes
  }

  /// Whether a time stands where show notes and transcripts put the place in a recording.
  ///
  /// Alone in square brackets, or with a leading zero first on a line before a title. `00:00` alone
  /// in round ones is the beginning too.
  static func isPlaceInRecording(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start + 1].isMark(":"), ClockTime.minutes(start + 2, in: sentence) != nil else {
      return false
    }
    let before = sentence[start - 1]
    let after = sentence[start + 3]
    // `[18:27]`, in Markdown `\\[18:27\\]`
    if before.isMark("[") { return after.isMark("]") || after.isMark("\\") }
    guard sentence[start].scalar == 0x30, sentence[start].count == 2 else { return false }
    if after.isMark(")") { return before.isMark("(") && sentence.token(start, is: "00") }
    guard sentence.isFirstWord(start), after.isSpace else { return false }
    let title = sentence[start + 4]
    return title.isEnDash || title.isEmDash || title.isHyphen || title.isMark("|")
      || sentence.token(start, is: "00")
      || title.shape.contains(.firstUpper) && ClockTime.half(start + 3, in: sentence) == nil
        && !title.keys.contains(.timeZone)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if isPlace { writer.say("at") }
    say(hours, "hour", into: &writer)
    say(minutes, "minute", into: &writer)
    let isFirst = hours == 0 && minutes == 0
    guard seconds > 0 || !decimals.isEmpty || isFirst else { return }
    if !isFirst { writer.say("and") }
    NumberWords.sayCardinal(seconds, into: &writer)
    if !decimals.isEmpty {
      writer.say("point")
      NumberWords.sayDigits(sentence.bytes.slice(decimals), into: &writer)
    }
    writer.say("second")
    if seconds != 1 || !decimals.isEmpty { writer.attach("s") }
  }

  private func say(_ value: Int, _ unit: StaticString, into writer: inout SpokenWriter) {
    guard value > 0 else { return }
    NumberWords.sayCardinal(value, into: &writer)
    writer.say(unit)
    if value != 1 { writer.attach("s") }
  }
}
