/// From one year to another: `1990–95` → `nineteen ninety to ninety-five`, `1988/89` →
/// `nineteen eighty-eight eighty-nine`, `500–400 BC`, `27 BC–AD 14`, `AD 98–117`.
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
    if let era = eraSpan(start, next, in: sentence) ?? reign(start, next, in: sentence) {
      return era
    }
    guard Year.looksLikeYear(start, in: sentence), let value = sentence.value(start),
      !sentence[start - 1].isHyphen || !sentence[start - 2].isDigits
    else { return nil }
    let first = Part.year(Match(Year(value: value), tokens: start..<start + 1, rule: "year.span"))
    if !isSeason, sentence.token(next, isAnyOf: ["present", "now", "today", "current"]) {
      return Match(
        YearSpan(first: first, second: .word(sentence[next].range), isSeason: false),
        tokens: start..<next + 1, rule: "year.open")
    }
    guard let second = end(next, after: value, in: sentence),
      // `1200–1500 mg`
      Measure.recognize(at: start, in: sentence) == nil
    else { return nil }
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
    // `the winter of 1941–2`
    if sentence[index].count == 1, value > first % 10,
      sentence[index - 1].isMark("/") && value == first % 10 + 1
        || sentence[index - 1].isEnDash
        || sentence[index - 1].isHyphen && sentence.keysBefore(index - 2).contains(.yearContext)
    {
      return Year(value: first % 100 / 10 * 10 + value, isShort: true)
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

  /// `27 BC–AD 14`, and `AD 98–117` from its first number on.
  private static func reign(
    _ start: Int, _ next: Int, in sentence: TokenizedSentence
  ) -> Match<YearSpan>? {
    guard let first = sentence.value(start), sentence[start].count <= 4 else { return nil }
    let own = Year.era(after: start, in: sentence)
    let isBehindName = sentence.token(next, is: "AD") && sentence[next + 1].isSpace
    let number = isBehindName ? next + 2 : next
    guard isBehindName ? own != nil : own == nil && Year.isBehindEra(start, in: sentence),
      sentence[number].count <= 4, let last = sentence.value(number),
      isBehindName || last > first, sentence.isFreeOnRight(after: number)
    else { return nil }
    let second = Year(
      value: last, era: isBehindName ? sentence[next].range : 0..<0, isEraFirst: isBehindName)
    return Match(
      YearSpan(
        first: .year(
          Match(
            Year(value: first, era: own?.0 ?? 0..<0), tokens: start..<(own?.1 ?? start + 1),
            rule: "year.era")),
        second: .year(Match(second, tokens: next..<number + 1, rule: "year.era")),
        isSeason: false),
      tokens: start..<number + 1, rule: "year.era-span")
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
