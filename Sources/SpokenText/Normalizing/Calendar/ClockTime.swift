/// A time of day: `3:30 pm` → `three thirty P M`, `15:45` → `fifteen forty-five`, `10:05` → `ten oh
/// five`, `7am` → `seven A M`.
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
  var zone = 0..<0
  /// Hours and minutes from the zone: `GMT+2`.
  var offset: Offset?

  enum Half: Sendable { case morning, afternoon }

  struct Offset: Sendable {
    var isNegative: Bool
    var hours: Int
    var minutes: Int
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<ClockTime>? {
    guard sentence[start].isDigits, sentence[start].count <= 2, let hour = sentence.value(start),
      hour <= 24, sentence.isFreeOnLeft(start), !sentence.isInsideNumber(start)
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
      sentence[index].isSpace, sentence.token(index + 1, isAnyOf: ["h", "hrs", "hours"])
    {
      time.isMilitary = true
      index += 2
    } else {
      guard isPlainColon, !continues(index, in: sentence),
        time.second != nil
          || !LengthOfTime.isPlaceInRecording(start, in: sentence)
            && !sentence.token(start, is: "0"),
        !Ratio.isMeant(start, index, in: sentence)
      else { return nil }
      if time.second != nil, !isClockContext(start, index, in: sentence) { return nil }
    }
    index = time.takeZone(index, in: sentence)
    return Match(
      time, tokens: start..<index, rule: time.half == nil ? "time.clock" : "time.half-day")
  }

  /// Two digits below sixty.
  static func minutes(_ index: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[index].isDigits, sentence[index].count == 2,
      let value = sentence.value(index), value < 60
    else { return nil }
    return value
  }

  /// Whether digits go on behind what would be a time.
  private static func continues(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let right = sentence[index]
    if right.isDigits || right.isWord { return true }
    return right.kind == .mark && sentence[index + 1].isDigits
      && (right.scalar == 0x3A || right.scalar == 0x2E || right.scalar == 0x2F)
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
    return sentence.wordBefore(
      start, isAnyOf: ["at", "by", "until", "since", "around", "about", "before", "after", "from"])
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
  private mutating func takeZone(_ index: Int, in sentence: TokenizedSentence) -> Int {
    let at = sentence.skippingSpace(index)
    let token = sentence[at]
    guard token.keys.contains(.timeZone), at > index || token.isUpper else { return index }
    let isKnown =
      token.isUpper
      ? token.count > 2 || half != nil
      : half != nil && token.count == 3 && !sentence.token(at, isAnyOf: ["ist", "wet", "hst"])
    guard isKnown else { return index }
    zone = token.range
    let sign = sentence[at + 1]
    guard sign.isMark("+") || sign.isMinus, sentence[at + 2].isDigits, sentence[at + 2].count <= 2,
      let hours = sentence.value(at + 2), hours <= 14
    else { return at + 1 }
    var offset = Offset(isNegative: !sign.isMark("+"), hours: hours, minutes: 0)
    var end = at + 3
    if sentence[end].isMark(":"), let minutes = Self.minutes(end + 1, in: sentence) {
      offset.minutes = minutes
      end += 2
    }
    self.offset = offset
    return end
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    NumberWords.sayCardinal(hour, into: &writer)
    if let minute {
      if minute > 0 || second ?? 0 > 0 {
        NumberWords.sayTwoDigits(minute, into: &writer)
      } else if half == nil {
        writer.say((1...12).contains(hour) && !isMilitary ? "o'clock" : "hundred")
      }
    }
    if let second, second > 0 {
      writer.say("and")
      NumberWords.sayBelowHundred(second, into: &writer)
      writer.say(second == 1 ? "second" : "seconds")
    }
    if isMilitary { writer.say("hours") }
    switch half {
    case .morning: writer.say("A M")
    case .afternoon: writer.say("P M")
    case nil: break
    }
    writer.spell(source: zone)
    if let offset {
      writer.say(offset.isNegative ? "minus" : "plus")
      NumberWords.sayCardinal(offset.hours, into: &writer)
      if offset.minutes > 0 { NumberWords.sayBelowHundred(offset.minutes, into: &writer) }
    }
  }
}
