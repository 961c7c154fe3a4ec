/// A part of a business year, or the whole: `3Q22` → `the third quarter of twenty-two`, `Q1–Q3 2022`
/// → `Q one to Q three twenty twenty-two`, `FY2023-24` → `F Y twenty twenty-three to twenty-four`.
struct FiscalPeriod: SemioticClass {
  static let kind = Edit.Kind.date

  enum Part: Sendable {
    case quarter(Int)
    case half(Int)
    /// UTF-8 bytes of `FY` or `CY`, which are said as letters.
    case year(Range<Int>)
  }

  var part: Part
  /// The end of `Q1–Q3`.
  var last: Int?
  /// The letter came first and is said as such: `Q3`.
  var isLetterFirst = false
  var hasArticle = false
  var year: CalendarDate.YearPart?
  /// The end of `FY2023-24`.
  var lastYear: CalendarDate.YearPart?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<FiscalPeriod>? {
    let token = sentence[start]
    guard token.count <= 2, sentence.isFreeOnLeft(start) else { return nil }
    if token.isDigits { return token.count == 1 ? digitFirst(at: start, in: sentence) : nil }
    if sentence.token(start, is: "FY") || sentence.token(start, is: "CY") {
      return wholeYear(at: start, in: sentence)
    }
    return letterFirst(at: start, in: sentence)
  }

  /// `3Q22`, `1H 2023`.
  private static func digitFirst(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<FiscalPeriod>? {
    guard let number = sentence.value(start), let part = part(start + 1, number, in: sentence)
    else { return nil }
    let isSpaced = sentence[start + 2].isSpace
    guard
      let (year, end) = year(
        isSpaced ? start + 3 : start + 2, in: sentence, mayBeShort: !isSpaced)
    else { return nil }
    return Match(
      FiscalPeriod(
        part: part,
        hasArticle: sentence.wordBefore(start, isAnyOf: ["the", "our", "its", "their"]),
        year: year),
      tokens: start..<end, rule: "date.quarter")
  }

  /// `Q3 2022`, `Q4'19`, `Q1–Q3 2020`, `Q1-Q2`.
  private static func letterFirst(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<FiscalPeriod>? {
    guard sentence[start + 1].count == 1, let number = sentence.value(start + 1),
      let part = part(start, number, in: sentence)
    else { return nil }
    var period = FiscalPeriod(part: part, isLetterFirst: true)
    var index = start + 2
    if let (last, after) = last(index, start, number, in: sentence) {
      period.last = last
      index = after
    }
    let isJoined = sentence[index].isHyphen || sentence[index].isMark("/")
    let isShortened = sentence[index].isMark("'") || sentence[index].isMark("’")
    if sentence[index].isSpace || isJoined || isShortened,
      let (year, end) = year(
        isShortened ? index : index + 1, in: sentence, mayBeShort: isJoined)
    {
      period.year = year
      index = end
    }
    guard period.year != nil || period.last != nil else { return nil }
    return Match(period, tokens: start..<index, rule: "date.quarter")
  }

  /// `–Q3` behind `Q1`, and `–3` before a year.
  private static func last(
    _ index: Int, _ start: Int, _ first: Int, in sentence: TokenizedSentence
  ) -> (Int, Int)? {
    guard let next = sentence.rangeDash(index) else { return nil }
    let isLettered =
      sentence[next].count == 1 && sentence[next].isWord
      && sentence[next].scalar == sentence[start].scalar
    let digit = isLettered ? next + 1 : next
    guard sentence[digit].count == 1, let last = sentence.value(digit), last > first,
      part(start, last, in: sentence) != nil, sentence.isFreeOnRight(after: digit),
      isLettered || sentence[digit + 1].isSpace && Year.looksLikeYear(digit + 2, in: sentence)
    else { return nil }
    return (last, digit + 1)
  }

  /// `FY23`, `FY 2023`, `FY2023-24`.
  private static func wholeYear(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<FiscalPeriod>? {
    let isSpaced = sentence[start + 1].isSpace
    let at = isSpaced ? start + 2 : start + 1
    guard let (year, after) = year(at, in: sentence, mayBeShort: true) else { return nil }
    var period = FiscalPeriod(part: .year(sentence[start].range), year: year)
    var end = after
    if let next = sentence.rangeDash(after) ?? (sentence[after].isMark("/") ? after + 1 : nil),
      let (last, after) = self.year(next, in: sentence, mayBeShort: true),
      last.isShort
        ? last.value > year.value % 100 || last.value == 0 : last.value > year.value
    {
      period.lastYear = last
      end = after
    }
    return Match(period, tokens: start..<end, rule: "date.fiscal-year")
  }

  private static func part(_ letter: Int, _ number: Int, in sentence: TokenizedSentence) -> Part? {
    if sentence.token(letter, is: "Q") { return (1...4).contains(number) ? .quarter(number) : nil }
    guard sentence.token(letter, is: "H") else { return nil }
    return (1...2).contains(number) ? .half(number) : nil
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
    switch part {
    case .quarter(let number): say(number, letter: "Q", "quarter of", into: &writer)
    case .half(let number): say(number, letter: "H", "half of", into: &writer)
    case .year(let letters): writer.spell(source: letters)
    }
    if let year { say(year, into: &writer) }
    if let lastYear {
      writer.say("to")
      say(lastYear, into: &writer)
    }
  }

  private func say(
    _ number: Int, letter: StaticString, _ words: StaticString, into writer: inout SpokenWriter
  ) {
    guard isLetterFirst else {
      if !hasArticle { writer.say("the") }
      NumberWords.sayOrdinal(number, into: &writer)
      writer.say(words)
      return
    }
    writer.say(letter)
    NumberWords.sayCardinal(number, into: &writer)
    if let last {
      writer.say("to")
      writer.say(letter)
      NumberWords.sayCardinal(last, into: &writer)
    }
  }

  private func say(_ year: CalendarDate.YearPart, into writer: inout SpokenWriter) {
    if year.isShort {
      NumberWords.sayTwoDigits(year.value, into: &writer)
    } else {
      NumberWords.sayYear(year.value, into: &writer)
    }
  }
}
