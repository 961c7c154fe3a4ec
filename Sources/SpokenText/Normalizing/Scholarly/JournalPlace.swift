/// Where in a journal something stands, as reference lists and notes write it behind its name.
///
/// - `Cell 2019;176:1–12` → `Cell, twenty nineteen, volume one hundred seventy-six, pages one to
///   twelve`
/// - `J. Neurosci. 33(44):17413–25` → `volume thirty-three, issue forty-four, pages …`
/// - `Nature 584, 257–261 (2020)` → `Nature, volume five hundred eighty-four, pages …, twenty twenty`
/// - Not `12:30–13:00`, nor `Room 12, 45`: without a year, an issue or long pages it is none.
///
/// Entries of a reference list are ``ReferenceEntry``'s.
struct JournalPlace: SemioticClass {
  static let kind = Edit.Kind.reference

  /// A year in front, with the month and day behind it said as they stand.
  private var firstYear: Int?
  private var day: Range<Int> = 0..<0
  private var volume: Int
  private var issue: Range<Int> = 0..<0
  private var pages: NumberList?
  /// Letters and digits that stand for pages: `m1985`.
  private var article: Range<Int> = 0..<0
  private var lastYear: Int?
  /// A pause parts it from the journal.
  private var isBehindWord = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard sentence[start].isDigits, sentence[start].count <= 4, sentence.isFreeOnLeft(start) else {
      return nil
    }
    let next = sentence[start + 1]
    guard next.kind == .mark || next.isSpace, !sentence.isLabelled(start),
      isBehindName(start, in: sentence)
    else { return nil }
    return datedFirst(at: start, in: sentence) ?? volumeFirst(at: start, in: sentence)
  }

  /// Whether the name of a journal may end right before: with a word, a stop or a comma.
  private static func isBehindName(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let before = sentence.beforeSpace(start)
    guard sentence[start - 1].isSpace else { return sentence[start - 1].kind == .boundary }
    if sentence[before].isMark(".") || sentence[before].isMark(",") {
      return sentence[before - 1].isWord
    }
    return sentence[before].isWord
  }

  private init(volume: Int) { self.volume = volume }

  /// `2019;176(3):1–12`, `2020 Feb 15;395(10223):497–506`.
  private static func datedFirst(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard PublicationYear.recognize(at: start, in: sentence) != nil else { return nil }
    var index = start + 1
    var day = 0..<0
    if sentence[index].isSpace, MonthTable.month(at: index + 1, in: sentence) != nil {
      var end = index + 2
      if sentence[end].isSpace, sentence[end + 1].isDigits, sentence[end + 1].count <= 2 {
        end += 2
      }
      day = index + 1..<end
      index = end
    }
    guard sentence[index].isMark(";") else { return nil }
    let volume = sentence.skippingSpace(index + 1)
    guard sentence[volume].isDigits, sentence[volume].count <= 4 else { return nil }
    var place = JournalPlace(volume: volume)
    place.firstYear = start
    place.day = day
    index = place.takeIssue(at: volume + 1, in: sentence)
    guard sentence[index].isMark(":") else { return nil }
    guard let end = place.takePages(at: sentence.skippingSpace(index + 1), in: sentence) else {
      return nil
    }
    return place.match(start..<end, in: sentence)
  }

  /// `33(44):17413–17425`, `61:111–135`, `584, 257–261 (2020)`.
  private static func volumeFirst(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    var place = JournalPlace(volume: start)
    let isBehindStop = sentence[sentence.beforeSpace(start)].isMark(".")
    let name = isBehindStop ? sentence.beforeSpace(start) - 1 : sentence.beforeSpace(start)
    // `Game 3, 101–99 (2010)`: a result.
    guard sentence[name].shape.contains(.firstUpper),
      !sentence.token(name, isAnyOf: ["game", "match", "round", "heat", "leg", "set"])
    else { return nil }
    var index = place.takeIssue(at: start + 1, in: sentence)
    let hasIssue = !place.issue.isEmpty
    let isColon = sentence[index].isMark(":")
    guard isColon && (hasIssue || !sentence[index + 1].isSpace) || sentence[index].isMark(",")
    else {
      return nil
    }
    let first = sentence.skippingSpace(index + 1)
    guard let end = place.takePages(at: first, in: sentence) else { return nil }
    index = end
    if sentence[end].isSpace, sentence[end + 1].isMark("("), sentence[end + 3].isMark(")"),
      PublicationYear.recognize(at: end + 2, in: sentence) != nil
    {
      place.lastYear = end + 2
      index = end + 4
    }
    let isRange = place.pages.map { $0.isPlural } ?? false
    guard
      isColon
        ? hasIssue
          || isRange && (isBehindStop || place.lastYear != nil)
        : place.lastYear != nil && (isRange || isBehindStop) || hasIssue && isRange
    else { return nil }
    return place.match(start..<index, in: sentence)
  }

  private func match(_ tokens: Range<Int>, in sentence: TokenizedSentence) -> Match<Self> {
    var place = self
    place.isBehindWord = sentence[sentence.beforeSpace(tokens.lowerBound)].isWord
    return Match(place, tokens: tokens, rule: "reference.place")
  }

  /// Takes `(44)` or `(3 Suppl)` right behind the volume or one space away.
  private mutating func takeIssue(at start: Int, in sentence: TokenizedSentence) -> Int {
    let open = sentence.skippingSpace(start)
    guard sentence[open].isMark("("), sentence[open + 1].isDigits, sentence[open + 1].count <= 5
    else { return start }
    var close = open + 2
    if sentence[close].isHyphen || sentence[close].isEnDash || sentence[close].isMark("/"),
      sentence[close + 1].isDigits
    {
      close += 2
    }
    guard sentence[close].isMark(")") else { return start }
    issue = open + 1..<close
    return close + 1
  }

  /// Takes `257–61` or `m1985`; returns where they end.
  private mutating func takePages(at start: Int, in sentence: TokenizedSentence) -> Int? {
    if sentence[start].isWord, sentence[start].count <= 4,
      sentence[start].isLower || sentence[start].isUpper,
      sentence[start + 1].isDigits, sentence.isFreeOnRight(after: start + 1),
      !sentence[start + 2].isHyphen, !sentence[start + 2].isEnDash
    {
      article = start..<start + 2
      return start + 2
    }
    guard sentence[start].isDigits, sentence[start].count <= 7,
      let list = NumberList.parse(at: start, in: sentence, isList: false), list.items.count == 1
    else { return nil }
    let end = list.tokens.upperBound
    guard sentence.isFreeOnRight(after: end - 1),
      !(sentence[end].isMark(":") || sentence[end].isMark("%") || sentence[end].isMark("/"))
        || sentence[end].isMark(":") && !sentence[end + 1].isDigits
    else { return nil }
    if sentence[start].scalar == 0x30 || sentence[start].count > 5 {
      guard end == start + 1 else { return nil }
      article = start..<end
      return end
    }
    pages = list
    return end
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if isBehindWord { writer.mark(.comma) }
    if let firstYear, let year = PublicationYear.recognize(at: firstYear, in: sentence) {
      sayDay(into: &writer, in: sentence)
      writer.nested(year, in: sentence)
      writer.mark(.comma)
    }
    writer.say("volume")
    NumberWords.sayCardinal(sentence.bytes.slice(sentence[volume].range), into: &writer)
    writer.mark(.comma)
    if !issue.isEmpty {
      writer.say("issue")
      NumberWords.sayCardinal(
        sentence.bytes.slice(sentence[issue.lowerBound].range), into: &writer)
      if issue.count > 1 {
        writer.say("to")
        NumberWords.sayCardinal(
          sentence.bytes.slice(sentence[issue.upperBound - 1].range), into: &writer)
      }
      writer.mark(.comma)
    }
    if let pages {
      writer.say(pages.isPlural ? "pages" : "page")
      pages.say(into: &writer, in: sentence)
    } else {
      writer.say("article")
      for index in article {
        if sentence[index].isDigits {
          NumberWords.sayDigits(sentence.bytes.slice(sentence[index].range), into: &writer)
        } else {
          writer.spell(source: sentence[index].range)
        }
      }
    }
    if let lastYear, let year = PublicationYear.recognize(at: lastYear, in: sentence) {
      writer.mark(.comma)
      writer.nested(year, in: sentence)
    }
  }
  /// `Feb 15` → `February fifteenth,`; a month alone belongs to its year.
  private func sayDay(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    guard let month = MonthTable.month(at: day.lowerBound, in: sentence),
      MonthTable.names.indices.contains(month - 1)
    else { return }
    let hasDay = day.count > 1
    if hasDay, writer.isBritish {
      writer.say("the")
      NumberWords.sayOrdinal(sentence.value(day.upperBound - 1) ?? 0, into: &writer)
      writer.say("of")
    }
    writer.say(MonthTable.names[month - 1])
    if hasDay, !writer.isBritish {
      NumberWords.sayOrdinal(sentence.value(day.upperBound - 1) ?? 0, into: &writer)
      writer.mark(.comma)
    }
  }
}
