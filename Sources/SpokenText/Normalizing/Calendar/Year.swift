/// A year, said in pairs: `1905` → `nineteen oh five`, `44 BC` → `forty-four B C`, `’94` →
/// `ninety-four`.
struct Year: SemioticClass {
  static let kind = Edit.Kind.year

  var value: Int
  /// Two digits alone: `’05` → `oh five`.
  var isShort = false
  /// Letters of `BC`, `AD`, `BCE`, `CE`; empty when there is none.
  var era = 0..<0
  /// They stand before it: `AD 14`.
  var isEraFirst = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Year>? {
    if let short = short(at: start, in: sentence) { return short }
    guard sentence[start].isDigits, sentence[start].count <= 4,
      sentence.isFreeOnLeft(start), let value = sentence.value(start)
    else { return nil }
    if let (era, end) = era(after: start, in: sentence), value > 0, sentence[start].scalar != 0x30 {
      return Match(Year(value: value, era: era), tokens: start..<end, rule: "year.era")
    }
    if isBehindEra(start, in: sentence), value > 0, sentence.isFreeOnRight(after: start) {
      return Match(Year(value: value), tokens: start..<start + 1, rule: "year.era")
    }
    guard isYear(start, in: sentence) || isNamed(start, value, in: sentence) else { return nil }
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
      return isOfMoney(index, in: sentence)
    }
    guard let value = sentence.value(index), !isCountedFurther(index, in: sentence) else {
      return false
    }
    if (1100...2099).contains(value) { return !isQuantity(index, in: sentence) }
    return before.contains(.yearContext) && !sentence.isInsideNumber(index)
  }

  /// `1500 to 1600 calories`, `1200 or 1500 mg`: what counts the second number counts the first.
  private static func isCountedFurther(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard let joint = sentence.wordAfter(index + 1), sentence.token(joint, isAnyOf: ["to", "or"]),
      sentence[joint + 1].isSpace, sentence[joint + 2].isDigits, sentence[joint + 2].count == 4
    else { return false }
    return !sentence.keysAfter(joint + 3).isDisjoint(with: [.countedNoun, .scale])
      || Measure.recognize(at: joint + 2, in: sentence) != nil
  }

  /// `in 1999 dollars`, `at 2020 prices`: what money was worth.
  private static func isOfMoney(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard let value = sentence.value(index), (1800...2099).contains(value),
      sentence.wordBefore(index, isAnyOf: ["in", "at", "constant", "real"]),
      let word = sentence.wordAfter(index + 1)
    else { return false }
    return sentence.token(word, isAnyOf: ["dollars", "pounds", "euros", "prices", "money"])
  }

  /// `the year 802`, `the year 2525`, and `(1066)` by itself.
  private static func isNamed(_ index: Int, _ value: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[index].count > 2, sentence[index].scalar != 0x30, value >= 100,
      sentence.isFreeOnRight(after: index), !sentence.isInsideNumber(index)
    else { return false }
    if sentence[index - 1].isMark("("), sentence[index + 1].isMark(")") {
      return sentence[index].count == 4 && value < 1100 && value >= 1010
    }
    let right = sentence[index + 1]
    let isContinued = right.kind == .mark && sentence[index + 2].isDigits
    return !isContinued && sentence.wordBefore(index, isAnyOf: ["year"])
      && sentence.keysAfter(index + 1).isDisjoint(with: [.countedNoun, .scale])
  }

  /// Whether `AD` or `A.D.` stands before a number.
  static func isBehindEra(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let word = sentence.beforeSpace(index)
    guard sentence[index - 1].isSpace else { return false }
    if sentence.token(word, is: "AD") { return sentence.isFreeOnLeft(word) }
    return sentence[word].isMark(".") && sentence.token(word - 1, is: "D")
      && sentence[word - 2].isMark(".") && sentence.token(word - 3, is: "A")
      && sentence.isFreeOnLeft(word - 3)
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
    if isEraFirst { writer.spell(source: era) }
    if isShort, value > 0 {
      NumberWords.sayTwoDigits(value, into: &writer)
    } else if isShort {
      NumberWords.sayYear(2000, into: &writer)
    } else {
      NumberWords.sayYear(value, into: &writer)
    }
    if !isEraFirst { writer.spell(source: era) }
  }
}
