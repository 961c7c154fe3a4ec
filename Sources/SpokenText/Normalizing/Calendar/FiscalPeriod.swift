/// A part of a business year: `3Q22` → `third quarter of twenty-two`, `1H23`, `Q3 2022`.
struct FiscalPeriod: SemioticClass {
  static let kind = Edit.Kind.date

  var number: Int
  var isHalf: Bool
  /// The letter came first and is said as such: `Q3`.
  var isLetterFirst: Bool
  var hasArticle = false
  var year: CalendarDate.YearPart

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<FiscalPeriod>? {
    guard sentence.isFreeOnLeft(start) else { return nil }
    if sentence[start].isDigits, sentence[start].count == 1 {
      guard let isHalf = isHalf(start + 1, in: sentence), let number = sentence.value(start),
        (1...(isHalf ? 2 : 4)).contains(number),
        let (year, end) = year(start + 2, in: sentence, mayBeShort: true)
      else { return nil }
      return Match(
        FiscalPeriod(
          number: number, isHalf: isHalf, isLetterFirst: false,
          hasArticle: sentence.wordBefore(start, isAnyOf: ["the", "our", "its", "their"]),
          year: year),
        tokens: start..<end, rule: "date.quarter")
    }
    guard let isHalf = isHalf(start, in: sentence), sentence[start + 1].count == 1,
      let number = sentence.value(start + 1), (1...(isHalf ? 2 : 4)).contains(number)
    else { return nil }
    var index = start + 2
    let isJoined = sentence[index].isHyphen || sentence[index].isMark("/")
    guard sentence[index].isSpace || isJoined else { return nil }
    index += 1
    guard let (year, end) = year(index, in: sentence, mayBeShort: isJoined) else { return nil }
    return Match(
      FiscalPeriod(number: number, isHalf: isHalf, isLetterFirst: true, year: year),
      tokens: start..<end, rule: "date.quarter")
  }

  private static func isHalf(_ index: Int, in sentence: TokenizedSentence) -> Bool? {
    sentence.token(index, is: "Q") ? false : sentence.token(index, is: "H") ? true : nil
  }

  private static func year(
    _ index: Int, in sentence: TokenizedSentence, mayBeShort: Bool
  ) -> (CalendarDate.YearPart, Int)? {
    let isShortened = sentence[index].isMark("'") || sentence[index].isMark("’")
    let at = isShortened ? index + 1 : index
    guard let value = sentence.value(at), sentence.isFreeOnRight(after: at) else { return nil }
    switch sentence[at].count {
    case 2 where mayBeShort || isShortened:
      return (CalendarDate.YearPart(value: value, isShort: true), at + 1)
    case 4 where (1900...2199).contains(value):
      return (CalendarDate.YearPart(value: value, isShort: false), at + 1)
    default: return nil
    }
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if isLetterFirst {
      writer.say(isHalf ? "H" : "Q")
      NumberWords.sayCardinal(number, into: &writer)
    } else {
      if !hasArticle { writer.say("the") }
      NumberWords.sayOrdinal(number, into: &writer)
      writer.say(isHalf ? "half of" : "quarter of")
    }
    if year.isShort {
      NumberWords.sayTwoDigits(year.value, into: &writer)
    } else {
      NumberWords.sayYear(year.value, into: &writer)
    }
  }
}
