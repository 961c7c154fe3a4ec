/// A day, a month or both with or without a year.
///
/// As written, so said: `January 5, 2012` → `January fifth, twenty twelve`, `5 January 2012` → `the
/// fifth of January twenty twelve`. All in digits, American English puts the month first, British
/// the day.
struct CalendarDate: SemioticClass {
  static let kind = Edit.Kind.date

  /// Sunday is 1.
  var weekday: Int?
  var day: Int?
  /// The end of `March 3–5`.
  var lastDay: Int?
  /// Days that words add: `March 3, 4 and 6`, `3 to 5 March`.
  var furtherDays: [FurtherDay] = []
  /// January is 1.
  var month: Int
  var year: YearPart?
  var isDayFirst = false
  /// The source has "the" before the day already.
  var hasArticle = false
  /// A comma stands before the year.
  var hasComma = false
  /// A time of day follows, so that a pause parts them: `2021-03-04T12:00`.
  var isBeforeTime = false

  struct FurtherDay: Sendable {
    var day: Int
    /// UTF-8 bytes of the word before it; empty behind a comma.
    var joint: Range<Int>
  }

  struct YearPart: Sendable {
    var value: Int
    /// Two digits alone.
    var isShort: Bool
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<CalendarDate>? {
    let token = sentence[start]
    if token.isDigits {
      guard sentence.isFreeOnLeft(start), !sentence.isInsideNumber(start) else { return nil }
      return numeric(at: start, in: sentence) ?? dayFirst(at: start, in: sentence)
    }
    if token.keys.contains(.month) { return monthFirst(at: start, in: sentence) }
    if token.keys.contains(.weekday) { return weekdayFirst(at: start, in: sentence) }
    return nil
  }

  // MARK: In words

  /// `March 3`, `Jan. 5–7, 2012`, `May 2010`, `Jan-15`.
  private static func monthFirst(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<CalendarDate>? {
    guard let month = MonthTable.month(at: start, in: sentence), sentence.isFreeOnLeft(start) else {
      return nil
    }
    var date = CalendarDate(month: month)
    let isAbbreviated = sentence[start].count <= 4 && sentence[start + 1].isMark(".")
    var index = isAbbreviated ? start + 2 : start + 1
    guard sentence[index].isSpace || sentence[index].isHyphen else { return nil }
    index += 1
    if let (year, after) = year(at: index, in: sentence, mayBeShort: false) {
      date.year = year
      return Match(date, tokens: start..<after, rule: "date.month-year")
    }
    guard let (day, afterDay, isOrdinal) = day(at: index, in: sentence) else { return nil }
    date.day = day
    index = afterDay
    if let next = sentence.rangeDash(index) ?? slash(index, in: sentence),
      let (last, after, _) = self.day(at: next, in: sentence), last > day,
      !sentence[index].isMark("/") || last == day + 1
    {
      date.lastDay = last
      index = after
    } else if let (days, after) = furtherDays(index, behind: day, in: sentence),
      isPhraseEnd(after, in: sentence) || yearAfterDay(after, in: sentence) != nil
    {
      date.furtherDays = days
      index = after
    }
    if let (year, after, hasComma) = yearAfterDay(index, in: sentence) {
      date.year = year
      date.hasComma = hasComma
      return Match(date, tokens: start..<after, rule: "date.month-day-year")
    }
    guard isDayEnd(index, in: sentence),
      isOrdinal || sentence[start].shape.contains(.firstUpper)
        || !MonthTable.isAlsoAWord(start, in: sentence)
    else { return nil }
    return Match(date, tokens: start..<index, rule: "date.month-day")
  }

  /// `5 January 2012`, `the 5th of January`, `3–5 May`, `15-Jan-2020`.
  private static func dayFirst(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<CalendarDate>? {
    guard let (day, afterDay, isOrdinal) = day(at: start, in: sentence) else { return nil }
    var index = afterDay
    var lastDay: Int?
    if let next = sentence.rangeDash(index) ?? slash(index, in: sentence),
      let (last, after, _) = self.day(at: next, in: sentence), last > day
    {
      lastDay = last
      index = after
    }
    var further: [FurtherDay] = []
    if lastDay == nil, let (days, after) = furtherDays(index, behind: day, in: sentence),
      let month = sentence.wordAfter(
        sentence.wordAfter(after).map { sentence.token($0, is: "of") ? $0 + 1 : after } ?? after),
      sentence[month].keys.contains(.month), sentence[month].shape.contains(.firstUpper)
    {
      further = days
      index = after
    }
    let isHyphenated = sentence[index].isHyphen
    guard sentence[index].isSpace || isHyphenated else { return nil }
    index += 1
    let isOf = sentence.token(index, is: "of") && sentence[index + 1].isSpace
    if isOf { index += 2 }
    guard let month = MonthTable.month(at: index, in: sentence) else { return nil }
    let monthIndex = index
    index += 1
    if sentence[monthIndex].count <= 4, sentence[index].isMark(".") {
      let after = index + 1
      let isFollowedByYear = sentence[after].isSpace && sentence[after + 1].count == 4
      index = isFollowedByYear ? after : sentence.pastAbbreviationStop(index)
    }
    var date = CalendarDate(day: day, lastDay: lastDay, month: month, isDayFirst: true)
    date.furtherDays = further
    date.hasArticle = sentence.wordBefore(start, isAnyOf: ["the"])
    if isHyphenated, sentence[index].isHyphen,
      let (year, after) = year(at: index + 1, in: sentence, mayBeShort: true)
    {
      date.year = year
      return Match(date, tokens: start..<after, rule: "date.day-month-year")
    }
    if let (year, after, hasComma) = yearAfterDay(index, in: sentence) {
      date.year = year
      date.hasComma = hasComma
      return Match(date, tokens: start..<after, rule: "date.day-month-year")
    }
    guard
      isOrdinal || isOf || sentence[monthIndex].shape.contains(.firstUpper)
        || !MonthTable.isAlsoAWord(monthIndex, in: sentence)
    else { return nil }
    // `Chapter 5 May …`: the number belongs to its label, unless a year says otherwise.
    guard isOrdinal || !sentence.isLabelled(start), sentence.isFreeOnRight(after: index - 1) else {
      return nil
    }
    return Match(date, tokens: start..<index, rule: "date.day-month")
  }

  /// `Mon., Jan. 5`: a short name of a day counts only before a date.
  private static func weekdayFirst(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<CalendarDate>? {
    guard let weekday = WeekdayTable.weekday(at: start, in: sentence),
      sentence.isFreeOnLeft(start)
    else { return nil }
    var index = start + 1
    if sentence[index].isMark(".") { index += 1 }
    if sentence[index].isMark(",") { index += 1 }
    guard sentence[index].isSpace else { return nil }
    index += 1
    let token = sentence[index]
    let date =
      token.isDigits
      ? numeric(at: index, in: sentence) ?? dayFirst(at: index, in: sentence)
      : token.keys.contains(.month) ? monthFirst(at: index, in: sentence) : nil
    guard var match = date, match.value.day != nil else { return nil }
    match.value.weekday = weekday
    match.tokens = start..<match.tokens.upperBound
    match.rule = "date.weekday"
    return match
  }

  /// The number of a day, the index after it and whether it has an ordinal's ending.
  private static func day(
    at index: Int, in sentence: TokenizedSentence
  ) -> (Int, Int, Bool)? {
    guard sentence[index].isDigits, sentence[index].count <= 2,
      let day = sentence.value(index), (1...31).contains(day)
    else { return nil }
    if Ordinal.isEnding(index + 1, in: sentence) { return (day, index + 2, true) }
    guard sentence.isFreeOnRight(after: index) else { return nil }
    return (day, index + 1, false)
  }

  /// A year behind a day, over a comma or white space, and whether there was a comma.
  private static func yearAfterDay(
    _ index: Int, in sentence: TokenizedSentence
  ) -> (YearPart, Int, Bool)? {
    var at = index
    let comma = sentence.skippingSpace(at)
    let hasComma = sentence[comma].isMark(",")
    if hasComma { at = comma + 1 }
    let year = sentence.skippingSpace(at)
    guard hasComma || year > index else { return nil }
    guard let (part, after) = self.year(at: year, in: sentence, mayBeShort: false) else {
      return nil
    }
    return (part, after, hasComma)
  }

  /// A year of four digits, or of two behind an apostrophe.
  private static func year(
    at index: Int, in sentence: TokenizedSentence, mayBeShort: Bool
  ) -> (YearPart, Int)? {
    if sentence[index].isMark("’") || sentence[index].isMark("'"), sentence[index + 1].count == 2,
      sentence[index + 1].isDigits, sentence.isFreeOnRight(after: index + 1),
      let value = sentence.value(index + 1)
    {
      return (YearPart(value: value, isShort: true), index + 2)
    }
    guard sentence[index].isDigits, sentence.isFreeOnRight(after: index),
      let value = sentence.value(index)
    else { return nil }
    if mayBeShort, sentence[index].count == 2 {
      return (YearPart(value: value, isShort: true), index + 1)
    }
    guard sentence[index].count == 4, (1000...2999).contains(value) else { return nil }
    let right = sentence[index + 1]
    let isLonger =
      right.kind == .mark && sentence[index + 2].isDigits
      && (right.scalar == 0x2E || right.scalar == 0x2C && sentence[index + 2].count == 3)
    let isCounted = !sentence.keysAfter(index + 1).isDisjoint(with: [.countedNoun, .scale])
    return isLonger || isCounted ? nil : (YearPart(value: value, isShort: false), index + 1)
  }

  /// Whether a day can end at an index: `May 5` but not `May 5.5`, `May 5:30`, `May 5 people`.
  private static func isDayEnd(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let right = sentence[index]
    if right.kind == .mark {
      if right.isMark("%") || right.isMark("$") { return false }
      if sentence[index + 1].isDigits, !right.isMark(","), !right.isEnDash, !right.isEmDash {
        return false
      }
    }
    let after = sentence.keysAfter(index)
    return after.isDisjoint(with: [.countedNoun, .scale, .dayHalf])
  }

  private static let mostFurtherDays = 4

  /// `, 4 and 6` or ` to 5` behind a day: each later than the one before, the last behind a word.
  private static func furtherDays(
    _ index: Int, behind first: Int, in sentence: TokenizedSentence
  ) -> ([FurtherDay], Int)? {
    var days: [FurtherDay] = []
    var last = first
    var index = index
    while days.count < mostFurtherDays {
      let hasComma = sentence[index].isMark(",")
      let space = hasComma ? index + 1 : index
      guard sentence[space].isSpace else { return nil }
      let isJoined =
        sentence.token(space + 1, isAnyOf: ["and", "or", "to", "through"])
        || sentence[space + 1].isMark("&")
      guard isJoined || hasComma, !isJoined || sentence[space + 2].isSpace else { return nil }
      let at = isJoined ? space + 3 : space + 1
      guard let (day, after, _) = day(at: at, in: sentence), day > last else { return nil }
      days.append(FurtherDay(day: day, joint: isJoined ? sentence[space + 1].range : 0..<0))
      last = day
      index = after
      if isJoined { return (days, index) }
    }
    return nil
  }

  /// Whether nothing that days could count follows: `June 5 and 6.`, not `June 5 and 6 others`.
  private static func isPhraseEnd(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard isDayEnd(index, in: sentence) else { return false }
    if Phrasing.isParted(after: index, in: sentence) { return true }
    guard let word = sentence.wordAfter(index) else { return !sentence[index].isSpace }
    return sentence.token(word, isAnyOf: goingOn)
  }

  private static let goingOn: [StaticString] = [
    "in", "at", "of", "for", "and", "but", "when", "as", "with", "the", "from", "to", "on", "is",
    "was", "are", "were", "will", "by", "or", "because", "while", "before", "after", "if", "she",
    "he", "they", "we", "it", "i", "you", "only", "last", "this", "next", "during",
  ]

  private static func slash(_ index: Int, in sentence: TokenizedSentence) -> Int? {
    sentence[index].isMark("/") ? index + 1 : nil
  }

  // MARK: Saying

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let weekday {
      writer.say(WeekdayTable.names[weekday - 1])
      writer.mark(.comma)
    }
    let name = MonthTable.names[month - 1]
    if isDayFirst, let day {
      if !hasArticle { writer.say("the") }
      NumberWords.sayOrdinal(day, into: &writer)
      if let lastDay {
        writer.say("to the")
        NumberWords.sayOrdinal(lastDay, into: &writer)
      }
      sayFurtherDays(into: &writer, in: sentence)
      writer.say("of")
      writer.say(name)
    } else {
      writer.say(name)
      if let day {
        if writer.isBritish { writer.say("the") }
        NumberWords.sayOrdinal(day, into: &writer)
      }
      if let lastDay {
        writer.say(writer.isBritish ? "to the" : "to")
        NumberWords.sayOrdinal(lastDay, into: &writer)
      }
      sayFurtherDays(into: &writer, in: sentence)
    }
    guard let year else { return }
    if hasComma { writer.mark(.comma) }
    if year.isShort {
      NumberWords.sayTwoDigits(year.value, into: &writer)
    } else {
      NumberWords.sayYear(year.value, into: &writer)
    }
    if isBeforeTime { writer.mark(.comma) }
  }

  private func sayFurtherDays(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    for further in furtherDays {
      if further.joint.isEmpty {
        writer.mark(.comma)
      } else if sentence.bytes.holds("&", at: further.joint) {
        writer.say("and")
      } else {
        writer.say(source: further.joint)
      }
      if isDayFirst || writer.isBritish { writer.say("the") }
      NumberWords.sayOrdinal(further.day, into: &writer)
    }
  }
}
