/// How long something took, or where in a recording it stands: `1:23:45` → `one hour twenty-three
/// minutes and forty-five seconds`, `00:12:34` → `twelve minutes and thirty-four seconds`, `2:30
/// hours` → `two hours and thirty minutes`, `1h30m` → `one hour and thirty minutes`.
struct LengthOfTime: SemioticClass {
  static let kind = Edit.Kind.duration

  var days = 0
  var hours: Int
  var minutes: Int
  var seconds: Int
  /// UTF-8 bytes of the digits after the point of the seconds; empty when there are none.
  var decimals = 0..<0
  /// Tells where in a recording something is: `[inaudible 00:12:34]` → `inaudible at twelve …`.
  var isPlace = false
  /// Stands first on a line before a title: `02:15 The guest` → `two minutes and … seconds, The guest`.
  var isBeforeTitle = false
  /// In the singular, as it describes a noun: `a 2h 5m run`.
  var isAttributive = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<LengthOfTime>? {
    guard var match = scan(at: start, in: sentence) else { return nil }
    match.value.isAttributive = sentence.isAttributive(start, match.tokens.upperBound)
    return match
  }

  private static func scan(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<LengthOfTime>? {
    guard sentence[start].isDigits, sentence[start].count <= 3, sentence.isFreeOnLeft(start),
      !sentence.isInsideNumber(start), let first = sentence.value(start),
      sentence[start + 1].isMark(":"), let second = ClockTime.minutes(start + 2, in: sentence)
    else { return LetteredLength.scan(at: start, in: sentence) }
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
    if !isThreePart, let (unit, after) = counted(start, index, in: sentence) {
      if unit == .hours { length = LengthOfTime(hours: first, minutes: second, seconds: 0) }
      return Match(length, tokens: start..<after, rule: "duration.counted")
    }
    guard isThreePart || !length.decimals.isEmpty || isStamp(start, in: sentence),
      sentence.isFreeOnRight(after: index - 1),
      !sentence[index].isMark(":") || !sentence[index + 1].isDigits
    else { return nil }
    length.isPlace = isMarked(start, index, in: sentence)
    length.isBeforeTitle =
      sentence.isFirstWord(start)
      && sentence.wordAfter(index).map { sentence[$0].shape.contains(.firstUpper) } ?? false
    return Match(
      length, tokens: start..<index, rule: isThreePart ? "duration.hours" : "duration.minutes")
  }

  private enum Unit { case hours, minutes }

  /// Whether a word behind says that two numbers are a length: `2:30 hours`, `3:45 min`.
  static func isCounted(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    counted(start, start + 3, in: sentence) != nil
  }

  private static func counted(
    _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> (Unit, Int)? {
    guard let word = sentence.wordAfter(end), sentence[word].isLower,
      !Ratio.isMeant(start, end, in: sentence)
    else { return nil }
    if sentence.token(word, isAnyOf: ["min", "mins", "minutes", "minute"]) {
      return (.minutes, sentence.pastUnitStop(word + 1))
    }
    // `14:30 hrs` is a time of day.
    guard sentence[start].count == 1, sentence.token(word, isAnyOf: ["h", "hr", "hrs", "hours"])
    else { return nil }
    return (.hours, sentence.pastUnitStop(word + 1))
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
    // `in 45:30`, but `in 60:40` shares of a hundred
    if sentence.wordBefore(start, isAnyOf: ["in", "ran", "clocked", "took", "at"]),
      minutes + (sentence.value(start + 2) ?? 0) != 100
    {
      return true
    }
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
  /// in round ones is the beginning too, and so is a time before a speaker: `(12:05) Ann: Yes.`
  static func isPlaceInRecording(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start + 1].isMark(":"), ClockTime.minutes(start + 2, in: sentence) != nil else {
      return false
    }
    let before = sentence[start - 1]
    let after = sentence[start + 3]
    // `[18:27]`, in Markdown `\\[18:27\\]`
    if before.isMark("[") { return after.isMark("]") || after.isMark("\\") }
    if before.isMark("("), after.isMark(")"), isBeforeSpeaker(start + 4, in: sentence) {
      return sentence[start - 2].kind == .boundary
    }
    guard sentence[start].scalar == 0x30, sentence[start].count == 2 else { return false }
    if after.isMark(")") {
      // `(03:15) Sponsor`
      return before.isMark("(")
        && (sentence.token(start, is: "00")
          || sentence[start - 2].kind == .boundary
            && sentence.wordAfter(start + 4).map { sentence[$0].shape.contains(.firstUpper) }
              ?? false)
    }
    guard sentence.isFirstWord(start), after.isSpace else { return false }
    let title = sentence[start + 4]
    return title.isEnDash || title.isEmDash || title.isHyphen || title.isMark("|")
      || sentence.token(start, is: "00")
      || title.shape.contains(.firstUpper) && ClockTime.half(start + 3, in: sentence) == nil
        && !title.keys.contains(.timeZone)
  }

  /// Whether one or two names and a colon follow.
  private static func isBeforeSpeaker(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard let name = sentence.wordAfter(index), sentence[name].shape.contains(.firstUpper) else {
      return false
    }
    if sentence[name + 1].isMark(":") { return true }
    guard let surname = sentence.wordAfter(name + 1) else { return false }
    return sentence[surname].shape.contains(.firstUpper) && sentence[surname + 1].isMark(":")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if isPlace { writer.say("at") }
    let parts: [(Int, StaticString)] = [
      (days, "day"), (hours, "hour"), (minutes, "minute"), (seconds, "second"),
    ]
    let last = parts.lastIndex { $0.0 > 0 } ?? 3
    let end = decimals.isEmpty ? last : 3
    var isFirst = true
    for (index, (value, unit)) in parts.enumerated() where value > 0 || index == end {
      if !isFirst, index == end { writer.say("and") }
      NumberWords.sayCardinal(value, into: &writer)
      let hasDecimals = index == 3 && !decimals.isEmpty
      if hasDecimals {
        writer.say("point")
        NumberWords.sayDigits(sentence.bytes.slice(decimals), into: &writer)
      }
      writer.say(unit)
      if !isAttributive, value != 1 || hasDecimals { writer.attach("s") }
      isFirst = false
    }
    if isBeforeTitle { writer.mark(.comma) }
  }
}

/// A length of time in numbers with letters: `1h30m`, `2d 4h`, `5m 30s`.
enum LetteredLength {
  /// Reads two parts or more, from the longest unit to the shortest.
  static func scan(at start: Int, in sentence: TokenizedSentence) -> Match<LengthOfTime>? {
    guard sentence[start].isDigits, sentence[start].count <= 3, sentence[start + 1].isWord,
      sentence[start + 1].count <= 4, sentence.isFreeOnLeft(start),
      !sentence.isInsideNumber(start)
    else { return nil }
    var length = LengthOfTime(hours: 0, minutes: 0, seconds: 0)
    var index = start
    var end = start
    var rank = 0
    var parts = 0
    while let value = sentence.value(index), sentence[index].count <= 3,
      let next = self.rank(index + 1, in: sentence), next > rank
    {
      switch next {
      case 1: length.days = value
      case 2: length.hours = value
      case 3: length.minutes = value
      default: length.seconds = value
      }
      rank = next
      parts += 1
      end = index + 2
      index = sentence.skippingSpace(end)
    }
    guard parts > 1, sentence.isFreeOnRight(after: end - 1) else { return nil }
    return Match(length, tokens: start..<end, rule: "duration.letters")
  }

  private static func rank(_ index: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[index].isLower else { return nil }
    return ranks.first { sentence.token(index, is: $0.0) }?.1
  }

  private static let ranks: [(StaticString, Int)] = [
    ("d", 1), ("h", 2), ("hr", 2), ("hrs", 2), ("m", 3), ("min", 3), ("mins", 3), ("s", 4),
    ("sec", 4), ("secs", 4),
  ]
}
