/// When the cited works appeared: `2025`, `2020a,b`, `2019, 2021`, `1999; 2004`, `1900/1953`, `n.d.`,
/// `in press`, `ca. 1500`, `personal communication, May 5, 2020`.
struct CitedYears: Sendable {
  enum Item: Sendable {
    /// A year, and the letters that tell works of one year apart.
    case year(Int, letters: [Int])
    /// First and present edition, or first and last year; with the word between.
    case pair(Int, StaticString, Int)
    case noDate
    /// Words that are said as they stand.
    case words(Range<Int>)
    /// A word before a year, as it is said: `ca. 1500`, `trans. 1994`.
    case qualified(StaticString, Int)
    /// `personal communication`, and the day of it.
    case communication(StaticString, Match<CalendarDate>?)
  }

  private(set) var items: [Item]
  private(set) var tokens: Range<Int>

  /// First and last year, and nothing else: `1899–1902`.
  func isSpan(in sentence: TokenizedSentence) -> Bool {
    guard items.count == 1, case .pair(let first, _, _) = items[0] else { return false }
    return !sentence[first + 1].isMark("/")
  }

  static func parse(at start: Int, in sentence: TokenizedSentence) -> CitedYears? {
    guard let first = item(at: start, in: sentence) else { return nil }
    var years = CitedYears(items: [first.item], tokens: start..<first.end)
    while sentence[years.tokens.upperBound].isMark(",")
      || sentence[years.tokens.upperBound].isMark(";")
    {
      let next = sentence.skippingSpace(years.tokens.upperBound + 1)
      guard PublicationYear.recognize(at: next, in: sentence) != nil,
        let more = item(at: next, in: sentence)
      else { break }
      years.items.append(more.item)
      years.tokens = start..<more.end
    }
    return years
  }

  private static func item(
    at start: Int, in sentence: TokenizedSentence
  ) -> (item: Item, end: Int)? {
    guard PublicationYear.recognize(at: start, in: sentence) != nil else {
      return qualified(at: start, in: sentence) ?? communication(at: start, in: sentence)
        ?? undated(at: start, in: sentence)
    }
    var end = start + 1
    let joint = sentence[end]
    if joint.isMark("/") || joint.isEnDash || joint.isHyphen,
      PublicationYear.recognize(at: end + 1, in: sentence) != nil,
      sentence.isFreeOnRight(after: end + 1)
    {
      return (.pair(start, joint.isMark("/") ? "and" : "to", end + 1), end + 2)
    }
    var letters: [Int] = []
    if isLetter(end, in: sentence) {
      letters.append(end)
      end += 1
      while sentence[end].isMark(",") {
        let next = sentence.skippingSpace(end + 1)
        guard isLetter(next, in: sentence) else { break }
        letters.append(next)
        end = next + 1
      }
    }
    guard !sentence[end].isWord, !sentence[end].isDigits else { return nil }
    return (.year(start, letters: letters), end)
  }

  private static func isLetter(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[index].isLower && sentence[index].count == 1
      && sentence.isFreeOnRight(after: index)
  }

  /// `ca. 1500`, `c. 1500`, `trans. 1994`.
  private static func qualified(
    at start: Int, in sentence: TokenizedSentence
  ) -> (item: Item, end: Int)? {
    let word: StaticString
    if sentence.token(start, is: "ca") || sentence.token(start, is: "c")
      || sentence.token(start, is: "circa")
    {
      word = "circa"
    } else if sentence.token(start, is: "trans") {
      word = "translated"
    } else {
      return nil
    }
    let next = sentence.skippingSpace(sentence[start + 1].isMark(".") ? start + 2 : start + 1)
    guard next > start + 1, PublicationYear.recognize(at: next, in: sentence) != nil,
      sentence.isFreeOnRight(after: next)
    else { return nil }
    return (.qualified(word, next), next + 1)
  }

  /// `personal communication, May 5, 2020`, `pers. comm.`, `personal observation`.
  private static func communication(
    at start: Int, in sentence: TokenizedSentence
  ) -> (item: Item, end: Int)? {
    guard sentence.token(start, isAnyOf: ["personal", "pers"]) else { return nil }
    let second = sentence.skippingSpace(sentence[start + 1].isMark(".") ? start + 2 : start + 1)
    let words: StaticString
    if sentence.token(second, isAnyOf: ["communication", "comm"]) {
      words = "personal communication"
    } else if sentence.token(second, isAnyOf: ["observation", "obs"]) {
      words = "personal observation"
    } else if sentence.token(second, isAnyOf: ["interview"]) {
      words = "personal interview"
    } else {
      return nil
    }
    let end = sentence[second + 1].isMark(".") ? second + 2 : second + 1
    let at = sentence.skippingSpace(sentence[end].isMark(",") ? end + 1 : end)
    guard at > end, let date = CalendarDate.recognize(at: at, in: sentence) else {
      return (.communication(words, nil), end)
    }
    return (.communication(words, date), date.tokens.upperBound)
  }

  private static func undated(
    at start: Int, in sentence: TokenizedSentence
  ) -> (item: Item, end: Int)? {
    if sentence.token(start, isIgnoringCase: "n"), sentence[start + 1].isMark(".") {
      let next = sentence.skippingSpace(start + 2)
      guard sentence.token(next, isIgnoringCase: "d"), sentence[next + 1].isMark(".") else {
        return nil
      }
      return (.noDate, next + 2)
    }
    if sentence.token(start, isIgnoringCase: "in"), sentence[start + 1].isSpace,
      sentence.token(start + 2, is: "press") || sentence.token(start + 2, is: "preparation")
        || sentence.token(start + 2, is: "review") || sentence.token(start + 2, is: "revision")
        || sentence.token(start + 2, is: "print") || sentence.token(start + 2, is: "submission")
    {
      return (.words(start..<start + 3), start + 3)
    }
    if sentence.token(start, is: "under"), sentence[start + 1].isSpace,
      sentence.token(start + 2, isAnyOf: ["review", "revision", "contract"])
    {
      return (.words(start..<start + 3), start + 3)
    }
    if sentence.token(start, is: "unpublished") {
      let isLonger =
        sentence[start + 1].isSpace
        && sentence.token(
          start + 2,
          isAnyOf: [
            "data", "manuscript", "results", "observations", "observation", "thesis", "work",
          ])
      return (.words(start..<start + (isLonger ? 3 : 1)), start + (isLonger ? 3 : 1))
    }
    if sentence.token(start, isIgnoringCase: "forthcoming") || sentence.token(start, is: "accepted")
      || sentence.token(start, is: "unpub")
      || sentence.token(start, isIgnoringCase: "submitted")
      || sentence.token(start, isIgnoringCase: "undated")
    {
      return (.words(start..<start + 1), start + 1)
    }
    return nil
  }

  func say(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    for (position, item) in items.enumerated() {
      if position > 0 {
        if items.count > 2 { writer.mark(.comma) }
        if position == items.count - 1 { writer.say("and") }
      }
      switch item {
      case .year(let year, let letters):
        Self.say(year, into: &writer, in: sentence)
        for (place, letter) in letters.enumerated() {
          if place > 0 {
            if letters.count > 2 { writer.mark(.comma) }
            if place == letters.count - 1 { writer.say("and") }
          }
          if let name = LetterName.recognize(at: letter, in: sentence) {
            writer.nested(name, in: sentence)
          }
        }
      case .pair(let first, let joint, let second):
        Self.say(first, into: &writer, in: sentence)
        writer.say(joint)
        Self.say(second, into: &writer, in: sentence)
      case .noDate: writer.say("no date")
      case .words(let words): writer.say(source: sentence.bytes(of: words))
      case .qualified(let word, let year):
        writer.say(word)
        Self.say(year, into: &writer, in: sentence)
      case .communication(let words, let date):
        writer.say(words)
        if let date {
          writer.mark(.comma)
          writer.nested(date, in: sentence)
        }
      }
    }
  }

  private static func say(
    _ index: Int, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    guard let year = PublicationYear.recognize(at: index, in: sentence) else { return }
    writer.nested(year, in: sentence)
  }
}
