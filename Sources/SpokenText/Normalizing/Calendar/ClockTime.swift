/// A time of day: `3:30 pm` → `three thirty P M`, `15:45` → `fifteen forty-five`, `10:05` → `ten oh
/// five`, `7am` → `seven A M`, `0930 GMT` → `oh nine thirty G M T`.
struct ClockTime: SemioticClass {
  static let kind = Edit.Kind.time

  var hour: Int
  var minute: Int?
  var second: Int?
  /// Before or after noon; nil where the clock runs to 24, or the text does not say.
  var half: Half?
  /// Written with its hours: `07:00 h`.
  var isMilitary = false
  /// UTF-8 bytes of the zone's letters; empty when there is none.
  @Compact var zone: Range<Int> = 0..<0
  /// Four digits with a first zero, which is said: `0930`.
  var hasZero = false
  /// UTF-8 bytes of the digits behind the point of a second; empty when there are none.
  @Compact var fraction: Range<Int> = 0..<0
  /// The way for which minutes and seconds are taken: `7:04/mi`.
  var pace: UnitExpression?
  /// Hours and minutes from the zone: `GMT+2`.
  var offset: Offset?

  enum Half: Sendable { case morning, afternoon }

  struct Offset: Sendable {
    var isNegative: Bool
    var hours: Int
    var minutes: Int
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<ClockTime>? {
    if sentence[start].count == 4 { return military(at: start, in: sentence) }
    guard sentence[start].isDigits, sentence[start].count <= 2, let hour = sentence.value(start),
      hour <= 24, sentence.isFreeOnLeft(start) || isBehindDate(start, in: sentence),
      !sentence.isInsideNumber(start)
    else { return nil }
    var time = ClockTime(hour: hour)
    var index = start + 1
    let separator = sentence[index]
    if separator.isMark(":") || separator.isMark("."), let minute = minutes(index + 1, in: sentence)
    {
      time.minute = minute
      index += 2
      if separator.isMark(":"), sentence[index].isMark(":"),
        let second = minutes(index + 1, in: sentence)
      {
        time.second = second
        index += 2
      }
    }
    let isPlainColon = separator.isMark(":") && time.minute != nil
    // `09:30:00.250Z`: what is less than a second is left to a stamp of a machine.
    if time.second != nil, isBehindDate(start, in: sentence), sentence[index].isMark("."),
      sentence[index + 1].isDigits, sentence[index + 1].count <= 6
    {
      time.fraction = sentence[index + 1].range
      index += 2
    }
    if isPlainColon, sentence.token(index, is: "Z"), sentence.isFreeOnRight(after: index) {
      time.zone = sentence[index].range
      return Match(time, tokens: start..<index + 1, rule: "time.clock")
    }
    if time.minute == nil, sentence.token(index, is: "h"), hour < 24,
      let minute = minutes(index + 1, in: sentence), sentence.isFreeOnRight(after: index + 1)
    {
      time.minute = minute
      return Match(time, tokens: start..<index + 2, rule: "time.clock")
    }
    if let (half, after) = half(index, in: sentence), hour <= 12 || isPlainColon {
      time.half = half
      index = after
    } else if isPlainColon, time.second == nil, !Ratio.isMeant(start, index, in: sentence),
      sentence[start].count == 2, sentence[index].isSpace,
      sentence.token(index + 1, isAnyOf: ["h", "hrs", "hours"])
    {
      time.isMilitary = true
      index += 2
    } else if isPointed(start, index, in: sentence) {
      return Match(time, tokens: start..<index, rule: "time.clock")
    } else {
      guard isPlainColon, !continues(index, in: sentence),
        time.second != nil || !LengthOfTime.isCounted(start, in: sentence),
        time.second != nil
          || !LengthOfTime.isPlaceInRecording(start, in: sentence)
            && !sentence.token(start, is: "0"),
        !Ratio.isMeant(start, index, in: sentence)
      else { return nil }
      if time.second != nil, !isClockContext(start, index, in: sentence) { return nil }
    }
    // `7:04/mi`: how fast somebody ran.
    if isPlainColon, sentence[index].isMark("/"), time.half == nil,
      let unit = UnitExpression.scan(at: index + 1, in: sentence),
      ["mi", "km"].contains(unit.symbol)
    {
      time.pace = unit
      return Match(time, tokens: start..<unit.tokens.upperBound, rule: "time.pace")
    }
    index = time.takeZone(index, from: start, in: sentence)
    return Match(
      time, tokens: start..<index, rule: time.half == nil ? "time.clock" : "time.half-day")
  }

  /// `0930 GMT`, `1830 hrs`, `at 0700`: four digits, where a zone, hours or a first zero with a word
  /// of time make hours and minutes of them.
  private static func military(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<ClockTime>? {
    guard let value = sentence.value(start), value / 100 <= 24, value % 100 < 60,
      sentence.isFreeOnLeft(start), !sentence.isInsideNumber(start),
      !sentence[start - 1].isHyphen,
      !sentence[start + 1].isMark(",")
        || !sentence[start + 2].isDigits
    else { return nil }
    var time = ClockTime(hour: value / 100, minute: value % 100)
    time.hasZero = sentence[start].scalar == 0x30
    var index = start + 1
    let word = sentence.skippingSpace(index)
    let isTimely = sentence.wordBefore(start, isAnyOf: timeWords)
    if sentence.token(word, isAnyOf: ["h", "hr", "hrs", "hours"]),
      sentence.isFreeOnRight(after: word),
      isTimely || time.hasZero || sentence.token(word, is: "hrs")
        // `1430h`
        || word == start + 1 && sentence[start].count == 4 && value % 100 > 0
          && sentence.token(word, is: "h"),
      !(sentence.wordAfter(word + 1).map { sentence.token($0, is: "of") } ?? false)
    {
      time.isMilitary = true
      index = word + 1
    } else if sentence.token(index, is: "Z"), sentence.isFreeOnRight(after: index) {
      time.zone = sentence[index].range
      index += 1
    } else {
      index = time.takeZone(index, from: start, in: sentence)
      guard index > start + 1 || time.hasZero && isTimely && sentence.isFreeOnRight(after: start)
      else { return nil }
    }
    return Match(time, tokens: start..<index, rule: "time.military")
  }

  private static let timeWords: [StaticString] = [
    "at", "by", "until", "till", "from", "before", "after", "around", "about", "since",
  ]

  /// Whether a date in digits stands before it, with a `T` or white space between.
  private static func isBehindDate(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    (sentence.token(start - 1, is: "T") || sentence[start - 1].isSpace)
      && sentence[start - 2].isDigits && sentence[start - 2].count == 2
      && sentence[start - 4].isDigits && sentence[start - 3].kind == .mark
      && sentence[start - 3].scalar == sentence[start - 5].scalar
      && (sentence[start - 3].isHyphen || sentence[start - 3].isMark("/"))
  }

  /// Two digits below sixty.
  static func minutes(_ index: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[index].isDigits, sentence[index].count == 2,
      let value = sentence.value(index), value < 60
    else { return nil }
    return value
  }

  /// `at 18.45`: British times with a point, where nothing else is said to stand at a number.
  private static func isPointed(
    _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> Bool {
    guard sentence.isBritish, sentence[start + 1].isMark("."), end == start + 3,
      let minute = sentence.value(start + 2), minute % 5 == 0,
      let at = sentence.wordBefore(start), sentence.token(at, isAnyOf: ["at", "until", "till"]),
      sentence.isFreeOnRight(after: start + 2), !sentence.wordBefore(at, isAnyOf: standing)
    else { return false }
    let right = sentence[end]
    if right.kind == .mark, sentence[end + 1].isDigits { return false }
    let sign = sentence[sentence.skippingSpace(end)]
    return !sign.isMark("%") && !sign.isMark("°") && !sign.isMark("€")
      && sentence.keysAfter(end).isDisjoint(with: [.countedNoun, .scale])
      && !(sentence.wordAfter(end).map { UnitTable.unit(at: $0, in: sentence) != nil } ?? false)
  }

  private static let standing: [StaticString] = [
    "stood", "stands", "closed", "closing", "trading", "traded", "trades", "valued", "priced",
    "set",
    "ended", "remained", "steady", "unchanged", "peaked", "fixed", "estimated", "measured", "rate",
    "put", "calculated", "ph", "averaged", "odds",
  ]

  /// Whether digits go on behind what would be a time.
  private static func continues(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let right = sentence[index]
    // `7:30ish`
    if sentence.token(index, is: "ish") { return false }
    if right.isDigits || right.isWord { return true }
    // `7:30/8:30`
    if right.isMark("/"), sentence[index + 1].isDigits, sentence[index + 2].isMark(":") {
      return minutes(index + 3, in: sentence) == nil
    }
    guard right.kind == .mark, sentence[index + 1].isDigits else { return false }
    // `1:10,000`
    return right.scalar == 0x3A || right.scalar == 0x2E || right.scalar == 0x2F
      || right.scalar == 0x2C && sentence[index + 1].count == 3
  }

  /// Whether hours, minutes and seconds are a time of day and not a length of time.
  private static func isClockContext(
    _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> Bool {
    if let zone = sentence.wordAfter(end), sentence[zone].keys.contains(.timeZone),
      sentence[zone].isUpper
    {
      return true
    }
    return isBehindDate(start, in: sentence)
      || sentence.wordBefore(start, isAnyOf: ["at", "by", "until", "since", "before"])
  }

  /// `am`, `PM`, `p.m.`, and the index after it.
  static func half(_ index: Int, in sentence: TokenizedSentence) -> (Half, Int)? {
    let at = sentence.skippingSpace(index)
    let token = sentence[at]
    guard token.isWord else { return nil }
    if sentence.token(at, isIgnoringCase: "am") { return (.morning, at + 1) }
    if sentence.token(at, isIgnoringCase: "pm") { return (.afternoon, at + 1) }
    let isMorning = sentence.token(at, isIgnoringCase: "a")
    guard isMorning || sentence.token(at, isIgnoringCase: "p") else { return nil }
    var letter = at + 1
    guard sentence[sentence.skippingSpace(letter)].isMark(".") else { return nil }
    letter = sentence.skippingSpace(sentence.skippingSpace(letter) + 1)
    guard sentence.token(letter, isIgnoringCase: "m") else { return nil }
    let stop = sentence.skippingSpace(letter + 1)
    let after = sentence.pastAbbreviationStop(stop)
    return (isMorning ? .morning : .afternoon, after > stop ? after : letter + 1)
  }

  /// Takes in a zone that follows; returns the index after it.
  private mutating func takeZone(
    _ index: Int, from start: Int, in sentence: TokenizedSentence
  ) -> Int {
    if let (offset, end) = Self.offset(index, in: sentence), sentence[index + 2].isMark(":"),
      sentence[index].isMark("+") || Self.isBehindDate(start, in: sentence)
    {
      self.offset = offset
      return end
    }
    if sentence.token(index, is: "Z"), sentence.isFreeOnRight(after: index) {
      zone = sentence[index].range
      return index + 1
    }
    let at = sentence.skippingSpace(index)
    let token = sentence[at]
    guard token.keys.contains(.timeZone), at > index || token.isUpper else { return index }
    let isKnown =
      token.isUpper
      ? token.count > 2 || half != nil
      : half != nil && token.count == 3 && !sentence.token(at, isAnyOf: ["ist", "wet", "hst"])
    guard isKnown else { return index }
    zone = token.range
    guard let (offset, end) = Self.offset(at + 1, in: sentence) else { return at + 1 }
    self.offset = offset
    return end
  }

  /// `+2`, `−05:30` behind a zone or a time.
  private static func offset(_ index: Int, in sentence: TokenizedSentence) -> (Offset, Int)? {
    let sign = sentence[index]
    guard sign.isMark("+") || sign.isMinus, sentence[index + 1].isDigits,
      sentence[index + 1].count <= 2, let hours = sentence.value(index + 1), hours <= 14
    else { return nil }
    var offset = Offset(isNegative: !sign.isMark("+"), hours: hours, minutes: 0)
    var end = index + 2
    if sentence[end].isMark(":"), let minutes = Self.minutes(end + 1, in: sentence) {
      offset.minutes = minutes
      end += 2
    }
    return (offset, end)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if hasZero { writer.say(hour == 0 ? "zero" : "oh") }
    if !hasZero || hour > 0 { NumberWords.sayCardinal(hour, into: &writer) }
    if let minute {
      if minute > 0 || second ?? 0 > 0 {
        NumberWords.sayTwoDigits(minute, into: &writer)
      } else if half == nil {
        writer.say((1...12).contains(hour) && !isMilitary && !hasZero ? "o'clock" : "hundred")
      }
    }
    if let second, second > 0 || !fraction.isEmpty {
      writer.say("and")
      NumberWords.sayBelowHundred(second, into: &writer)
      if !fraction.isEmpty {
        writer.say("point")
        NumberWords.sayDigits(sentence.bytes.slice(fraction), into: &writer)
      }
      writer.say(second == 1 && fraction.isEmpty ? "second" : "seconds")
    }
    if isMilitary { writer.say("hours") }
    switch half {
    case .morning: writer.say("A M")
    case .afternoon: writer.say("P M")
    case nil: break
    }
    if let pace {
      writer.say("per")
      pace.say(asSingular: true, into: &writer)
    }
    writer.spell(source: zone)
    if let offset {
      writer.say(offset.isNegative ? "minus" : "plus")
      NumberWords.sayCardinal(offset.hours, into: &writer)
      if offset.minutes > 0 { NumberWords.sayBelowHundred(offset.minutes, into: &writer) }
    }
  }
}
