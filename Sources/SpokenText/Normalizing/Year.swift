/// A year, said in pairs: `1905` → `nineteen oh five`, `44 BC` → `forty-four B C`, `’94` →
/// `ninety-four`.
struct Year: SemioticClass {
  static let kind = Edit.Kind.year

  var value: Int
  /// Two digits alone: `’05` → `oh five`.
  var isShort = false
  /// Letters of `BC`, `AD`, `BCE`, `CE`; empty when there is none.
  var era = 0..<0

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Year>? {
    if let short = short(at: start, in: sentence) { return short }
    guard sentence[start].isDigits, sentence[start].count <= 4,
      sentence.isFreeOnLeft(start), let value = sentence.value(start)
    else { return nil }
    if let (era, end) = era(after: start, in: sentence), value > 0, sentence[start].scalar != 0x30 {
      return Match(Year(value: value, era: era), tokens: start..<end, rule: "year.era")
    }
    guard isYear(start, in: sentence) else { return nil }
    return Match(Year(value: value), tokens: start..<start + 1, rule: "year.four-digits")
  }

  /// Whether four digits are a year, as they most often are where nothing says otherwise.
  static func isYear(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard looksLikeYear(index, in: sentence), sentence.isFreeOnRight(after: index) else {
      return false
    }
    let before = sentence.keysBefore(index)
    if sentence.isLabelled(index) || before.contains(.digitsContext) { return false }
    if sentence[index - 1].isHyphen, sentence[index - 2].isDigits { return false }
    if sentence.keysAfter(index + 1).isDisjoint(with: [.countedNoun, .scale]) == false {
      return false
    }
    guard let value = sentence.value(index) else { return false }
    if (1100...2099).contains(value) { return !isQuantity(index, in: sentence) }
    return before.contains(.yearContext) && !sentence.isInsideNumber(index)
  }

  /// Four digits in the span of recorded and planned years, that are no part of a longer number.
  static func looksLikeYear(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[index].isDigits, sentence[index].count == 4,
      let value = sentence.value(index), (1010...2199).contains(value)
    else { return false }
    let right = sentence[index + 1]
    let isContinued =
      right.kind == .mark && sentence[index + 2].isDigits
      && (right.scalar == 0x2E || right.scalar == 0x3A)
    return !isContinued && !right.isMark("%") && !sentence.isInsideNumber(index)
  }

  /// Whether words on the left make a count of it: `more than 1500 copies`.
  private static func isQuantity(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard let word = sentence.wordBefore(index), let next = sentence.wordAfter(index + 1) else {
      return false
    }
    let isPlural =
      sentence.text(next).hasSuffix("s")
      && !sentence.token(
        next, isAnyOf: ["was", "is", "has", "its", "his", "this", "as", "does", "us", "plus"])
    return isPlural
      && sentence.token(
        word,
        isAnyOf: [
          "over", "nearly", "almost", "approximately", "roughly", "than", "least", "some", "most",
          "only", "another", "exactly", "these", "those", "all", "about", "has", "have",
          "had",
          "with", "sold",
        ])
  }

  /// `’94`, and `'94` where the mark opens no quotation.
  static func short(at start: Int, in sentence: TokenizedSentence) -> Match<Year>? {
    guard sentence[start].isMark("’") || sentence[start].isMark("'"),
      sentence[start + 1].isDigits, sentence[start + 1].count == 2,
      sentence.isFreeOnRight(after: start + 1),
      sentence.isOpenOnLeft(start) || sentence[start - 1].isHyphen,
      let value = sentence.value(start + 1), !isQuotation(start, in: sentence)
    else { return nil }
    return Match(Year(value: value, isShort: true), tokens: start..<start + 2, rule: "year.short")
  }

  /// Whether a straight quote before digits has a fellow that closes a quotation.
  private static func isQuotation(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let farthest = 40
    for index in start + 2..<start + farthest {
      let token = sentence[index]
      guard token.isMark("'") || token.isMark("’") else { continue }
      let isClosing = !sentence[index - 1].isSpace && !sentence[index + 1].isDigits
      if isClosing, !sentence[index + 1].isWord { return true }
    }
    return false
  }

  /// The era behind a year: `BC`, `A.D.`, `B . C .`; and the index after it.
  static func era(after index: Int, in sentence: TokenizedSentence) -> (Range<Int>, Int)? {
    let at = sentence.skippingSpace(index + 1)
    for name in ["bc", "bce", "ad", "ce"] as [StaticString]
    where sentence.token(at, isIgnoringCase: name) {
      guard sentence[at].isUpper, sentence[index + 1].isSpace || sentence[at].count > 1 else {
        return nil
      }
      return (sentence[at].range, at + 1)
    }
    for (first, second) in [("B", "C"), ("A", "D")] as [(StaticString, StaticString)]
    where sentence.token(at, is: first) && sentence[at + 1].isMark(".")
      && sentence.token(at + 2, is: second)
    {
      return (sentence.bytes(of: at..<at + 3), sentence.pastAbbreviationStop(at + 3))
    }
    return nil
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if isShort, value > 0 {
      NumberWords.sayTwoDigits(value, into: &writer)
    } else if isShort {
      NumberWords.sayYear(2000, into: &writer)
    } else {
      NumberWords.sayYear(value, into: &writer)
    }
    writer.spell(source: era)
  }
}

/// Ten years or a hundred: `1990s` → `nineteen nineties`, `'80s` → `eighties`, `the 20s` →
/// `the twenties`.
struct Decade: SemioticClass {
  static let kind = Edit.Kind.year

  var first: Int

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Decade>? {
    var index = start
    let isShortened = sentence[start].isMark("'") || sentence[start].isMark("’")
    if isShortened {
      guard sentence.isOpenOnLeft(start) || sentence[start - 1].isHyphen else { return nil }
      index += 1
    }
    guard sentence[index].isDigits, let first = sentence.value(index), first % 10 == 0,
      isShortened ? sentence[index].count == 2 : sentence.isFreeOnLeft(index)
    else { return nil }
    guard isShortened || !sentence.isInsideNumber(index) else { return nil }
    var end = index + 1
    if sentence[end].isMark("'") || sentence[end].isMark("’") { end += 1 }
    guard sentence.token(end, is: "s"), sentence.isFreeOnRight(after: end) else { return nil }
    switch sentence[index].count {
    case 2: if !isShortened, first == 0 || isDuration(index, in: sentence) { return nil }
    case 4: if !(1000...2990).contains(first) { return nil }
    default: return nil
    }
    return Match(Decade(first: first), tokens: start..<end + 1, rule: "year.decade")
  }

  /// `a 30s timeout`: seconds, as an article in the singular shows.
  private static func isDuration(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence.wordBefore(index, isAnyOf: ["a", "an", "every", "after", "within", "for"])
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    NumberWords.sayDecade(first, into: &writer)
  }
}

/// From one year to another: `1990–95` → `nineteen ninety to ninety-five`, `1988/89` →
/// `nineteen eighty-eight eighty-nine`, `500–400 BC`.
struct YearSpan: SemioticClass {
  static let kind = Edit.Kind.year

  enum Part: Sendable {
    case year(Match<Year>)
    case decade(Match<Decade>)
    case word(Range<Int>)
  }

  var first: Part
  var second: Part
  /// A slash joins two halves of one season or school year.
  var isSeason: Bool

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<YearSpan>? {
    if let first = Year.short(at: start, in: sentence) {
      guard let next = sentence.rangeDash(first.tokens.upperBound),
        let second = Year.short(at: next, in: sentence)
      else { return nil }
      return Match(
        YearSpan(first: .year(first), second: .year(second), isSeason: false),
        tokens: start..<second.tokens.upperBound, rule: "year.span")
    }
    if let decade = Decade.recognize(at: start, in: sentence) {
      guard let next = sentence.rangeDash(decade.tokens.upperBound),
        let second = Decade.recognize(at: next, in: sentence)
      else { return nil }
      return Match(
        YearSpan(first: .decade(decade), second: .decade(second), isSeason: false),
        tokens: start..<second.tokens.upperBound, rule: "year.decades")
    }
    guard sentence[start].isDigits, sentence.isFreeOnLeft(start), !sentence.isLabelled(start),
      !sentence.keysBefore(start).contains(.digitsContext), !sentence.isInsideNumber(start)
    else { return nil }
    let isSeason = sentence[start + 1].isMark("/")
    let next = isSeason ? start + 2 : sentence.rangeDash(eraEnd(start, in: sentence))
    guard let next else { return nil }
    if let era = eraSpan(start, next, in: sentence) { return era }
    guard Year.looksLikeYear(start, in: sentence), let value = sentence.value(start),
      !sentence[start - 1].isHyphen || !sentence[start - 2].isDigits
    else { return nil }
    let first = Part.year(Match(Year(value: value), tokens: start..<start + 1, rule: "year.span"))
    if !isSeason, sentence.token(next, isAnyOf: ["present", "now", "today", "current"]) {
      return Match(
        YearSpan(first: first, second: .word(sentence[next].range), isSeason: false),
        tokens: start..<next + 1, rule: "year.open")
    }
    guard let second = end(next, after: value, in: sentence) else { return nil }
    return Match(
      YearSpan(
        first: first, second: .year(Match(second, tokens: next..<next + 1, rule: "year.span")),
        isSeason: isSeason),
      tokens: start..<next + 1, rule: isSeason ? "year.season" : "year.span")
  }

  /// The second year, in four digits or in two.
  private static func end(
    _ index: Int, after first: Int, in sentence: TokenizedSentence
  ) -> Year? {
    guard sentence[index].isDigits, let value = sentence.value(index),
      sentence.isFreeOnRight(after: index),
      !sentence[sentence.skippingSpace(index + 1)].isMark("%")
    else { return nil }
    let right = sentence[index + 1]
    if right.isHyphen || right.isMark("/") || right.isMark(":"), sentence[index + 2].isDigits {
      return nil
    }
    if !sentence.keysAfter(index + 1).isDisjoint(with: [.countedNoun, .scale]) { return nil }
    if sentence[index].count == 4 {
      return value >= first && value < 2200 ? Year(value: value) : nil
    }
    // `In 2010 – 15 of them`: such a dash parts clauses.
    guard sentence[index].count == 2,
      !sentence[index - 1].isSpace || !sentence[index - 2].isEnDash
    else { return nil }
    // `2010-05` could be a month, but then nothing is lost: "twenty ten to oh five" is unlikely.
    let isLater = value > first % 100 || value == (first + 1) % 100
    return isLater ? Year(value: value, isShort: true) : nil
  }

  /// `500–400 BC`, `27 BC–AD 14` without its second half.
  private static func eraSpan(
    _ start: Int, _ next: Int, in sentence: TokenizedSentence
  ) -> Match<YearSpan>? {
    guard let first = sentence.value(start), sentence[start].count <= 4, sentence[next].isDigits,
      sentence[next].count <= 4, let second = sentence.value(next),
      let (era, end) = Year.era(after: next, in: sentence)
    else { return nil }
    let own = Year.era(after: start, in: sentence)
    return Match(
      YearSpan(
        first: .year(
          Match(
            Year(value: first, era: own?.0 ?? 0..<0), tokens: start..<(own?.1 ?? start + 1),
            rule: "year.era")),
        second: .year(
          Match(Year(value: second, era: era), tokens: next..<end, rule: "year.era")),
        isSeason: false),
      tokens: start..<end, rule: "year.era-span")
  }

  private static func eraEnd(_ start: Int, in sentence: TokenizedSentence) -> Int {
    Year.era(after: start, in: sentence)?.1 ?? start + 1
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    say(first, into: &writer, in: sentence)
    if !isSeason { writer.say("to") }
    say(second, into: &writer, in: sentence)
  }

  private func say(_ part: Part, into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    switch part {
    case .year(let match): writer.nested(match, in: sentence)
    case .decade(let match): writer.nested(match, in: sentence)
    case .word(let range): writer.say(source: range)
    }
  }
}
