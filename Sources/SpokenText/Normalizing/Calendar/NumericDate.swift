/// Dates all in digits.
extension CalendarDate {
  /// `2012-01-05`, `01/05/2012`, `10.06.2005`, `15-01-2020`.
  static func numeric(at start: Int, in sentence: TokenizedSentence) -> Match<CalendarDate>? {
    let separator = sentence[start + 1]
    if let day = monthAndDay(at: start, in: sentence) { return day }
    guard separator.kind == .mark, sentence[start + 3].kind == .mark,
      separator.scalar == sentence[start + 3].scalar,
      separator.isHyphen || separator.isMark("/") || separator.isMark("."),
      let first = sentence.value(start), let second = sentence.value(start + 2),
      let third = sentence.value(start + 4), sentence[start + 2].count <= 2,
      !separator.isMark(".")
        || !sentence.wordBefore(start, isAnyOf: ["version", "v", "release", "section", "chapter"])
    else { return nil }
    let end = start + 5
    let hasTime = isTime(behind: end, in: sentence)
    let isBeforeT = hasTime && sentence[end].isWord
    guard isBeforeT || sentence.isFreeOnRight(after: end - 1),
      !(sentence[end].kind == .mark && sentence[end].scalar == separator.scalar
        && sentence[end + 1].isDigits),
      // `EN 1992-1-1:2004`: a standard, its parts and its year.
      !(sentence[end].isMark(":") && sentence[end + 1].count == 4 && sentence[end + 1].isDigits)
    else { return nil }
    let article = sentence.wordBefore(start, isAnyOf: ["the"])
    if sentence[start].count == 4 {
      guard (1000...2999).contains(first), sentence[start + 4].count <= 2,
        isDay(third, month: second), !separator.isMark(".") || sentence[start + 2].count == 2
      else { return nil }
      return Match(
        CalendarDate(
          day: third, month: second, year: YearPart(value: first, isShort: false),
          isDayFirst: sentence.isBritish, hasArticle: article, hasComma: !sentence.isBritish,
          isBeforeTime: hasTime),
        tokens: start..<(isBeforeT ? end + 1 : end), rule: "date.iso")
    }
    guard !isBeforeT else { return nil }
    let yearLength = sentence[start + 4].count
    guard sentence[start].count <= 2,
      yearLength == 4 && (1000...2999).contains(third)
        || yearLength == 2
          && (separator.isMark("/")
            || separator.isMark(".") && sentence.wordBefore(start, isAnyOf: dayWords))
    else { return nil }
    // A point is a separator only where the day comes first.
    let isDayFirst: Bool
    if separator.isMark(".") || sentence.isBritish {
      isDayFirst = isDay(first, month: second) || !isDay(second, month: first)
    } else {
      isDayFirst = !isDay(second, month: first)
    }
    let (day, month) = isDayFirst ? (first, second) : (second, first)
    guard isDay(day, month: month) else { return nil }
    return Match(
      CalendarDate(
        day: day, month: month, year: YearPart(value: third, isShort: yearLength == 2),
        isDayFirst: isDayFirst, hasArticle: article, hasComma: !isDayFirst),
      tokens: start..<end,
      rule: separator.isMark("/")
        ? "date.slashes"
        : separator.isMark(".")
          ? "date.dots" : "date.hyphens")
  }

  /// Whether hours and minutes follow as ISO 8601 writes them, behind a `T` or white space.
  private static func isTime(behind end: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence.token(end, is: "T") || sentence[end].isSpace else { return false }
    return sentence[end + 1].count == 2 && sentence[end + 1].isDigits
      && sentence[end + 2].isMark(":") && ClockTime.minutes(end + 3, in: sentence) != nil
  }

  /// `on 3/14`: a day of the year, where a word that goes with days stands before it.
  private static func monthAndDay(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<CalendarDate>? {
    guard sentence[start + 1].isMark("/"), sentence[start].count <= 2,
      let first = sentence.value(start), let second = sentence.value(start + 2),
      sentence[start + 2].count <= 2, sentence.isFreeOnRight(after: start + 2),
      !sentence[start + 3].isMark("/"), !sentence[start + 3].isMark("%"),
      !(sentence[start + 3].isMark(".") && sentence[start + 4].isDigits),
      isBehindDayWord(start, in: sentence) || isInSpan(start, in: sentence)
        || isFromTo(start, in: sentence),
      !(sentence.wordAfter(start + 3).map { sentence.token($0, isAnyOf: ["of", "time"]) } ?? false)
    else { return nil }
    let (day, month) = sentence.isBritish ? (first, second) : (second, first)
    guard isDay(day, month: month),
      // `by 3/4` is a part, `by 12/31` hardly.
      day > 12 || !sentence.wordBefore(start, isAnyOf: doubtfulDayWords)
        || isFromTo(start, in: sentence)
    else { return nil }
    return Match(
      CalendarDate(day: day, month: month, year: nil, isDayFirst: sentence.isBritish),
      tokens: start..<start + 3, rule: "date.slashes")
  }

  /// `5/20-5/24`: two of them with a dash, neither of which is a fraction of an inch or a cup.
  private static func isInSpan(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let other: Int
    if sentence[start + 3].isHyphen || sentence[start + 3].isEnDash {
      other = start + 4
    } else if sentence[start - 1].isHyphen || sentence[start - 1].isEnDash,
      sentence[start - 3].isMark("/")
    {
      other = start - 4
    } else {
      return false
    }
    guard sentence[other].isDigits, sentence[other + 1].isMark("/") else { return false }
    return [start + 2, other + 2].allSatisfy {
      guard let below = sentence.value($0) else { return false }
      return below > 12 && below <= 31 && below != 16
    }
  }

  /// `from 6/1 to 6/30`: two of them with words, of which one at least can be no fraction.
  private static func isFromTo(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let joints: [StaticString] = ["to", "through", "until", "till"]
    let other: Int
    if sentence.wordBefore(start, isAnyOf: ["from"]), let joint = sentence.wordAfter(start + 3),
      sentence.token(joint, isAnyOf: joints), sentence[joint + 1].isSpace
    {
      other = joint + 2
    } else if let joint = sentence.wordBefore(start), sentence.token(joint, isAnyOf: joints),
      sentence.wordBefore(joint - 4, isAnyOf: ["from"])
    {
      other = joint - 4
    } else {
      return false
    }
    guard sentence[other + 1].isMark("/"), let first = sentence.value(other),
      let second = sentence.value(other + 2),
      isDay(sentence.isBritish ? first : second, month: sentence.isBritish ? second : first)
    else { return false }
    return [start, other].contains {
      let day = sentence.value(sentence.isBritish ? $0 : $0 + 2) ?? 0
      return day > 12 && day != 16
    }
  }

  /// `Thu 5/16`, `Thu., 5/16`, `today 5/16`.
  private static func isBehindDayWord(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let before = sentence.beforeSpace(start)
    if sentence[before].isMark(",") || sentence[before].isMark(".") {
      return sentence[sentence.beforeSpace(before)].keys.contains(.weekday)
    }
    guard sentence[before].isWord else { return false }
    return sentence[before].keys.contains(.weekday) && !sentence[before].isLower
      || sentence.token(before, isAnyOf: dayWords)
      || sentence.token(before, isAnyOf: doubtfulDayWords)
  }

  private static let dayWords: [StaticString] = ["on", "since", "until", "till", "dated", "due"]
  private static let doubtfulDayWords: [StaticString] = [
    "by", "before", "after", "from", "through", "starting", "ending", "expires",
  ]

  private static func isDay(_ day: Int, month: Int) -> Bool {
    guard (1...12).contains(month) else { return false }
    let length = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return (1...length).contains(day)
  }
}
