/// A Roman numeral, where its neighbours show that it is one: `Henry IV` → `Henry the fourth`,
/// `Stages II–IV` → `Stages two to four`, `World War II` → `World War two`.
///
/// Letters alone prove nothing (`IV infusion`, `vitamin C`, `CD`, `I`), so nothing is read without a
/// word beside it that numbers go with.
struct RomanNumeral: SemioticClass {
  static let kind = Edit.Kind.roman

  var parts: [Part]
  var isOrdinal: Bool
  /// `the` goes before an ordinal, unless the source has it.
  var hasArticle = false
  /// The number of a year: `MCMXCIX`.
  var isYear = false
  /// What is said before it: `WW II`.
  var label: StaticString?

  struct Part: Sendable {
    var value: Int
    /// UTF-8 bytes of a letter behind the numeral: `IIb`.
    var letter: Range<Int>
    /// UTF-8 bytes of a possessive ending: `II’s`.
    var possessive = 0..<0
    /// An ending makes an ordinal of it: `XXVth`.
    var isOrdinal = false
    /// What is said before the part: words of the source, "to", or nothing.
    var joint: Joint

    /// Whether letters are hardly ever anything but a numeral: `II`, `III`, `VII`, `XIV`.
    var isClear: Bool {
      guard letter.isEmpty else { return false }
      return switch value {
      case 2, 3, 7...9, 11...19, 21...29: true
      default: false
      }
    }
  }

  enum Joint: Sendable {
    case none, to, and
    case words(Range<Int>)
  }

  private static let mostParts = 8

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<RomanNumeral>? {
    guard sentence[start].isWord else { return oxidationState(at: start, in: sentence) }
    guard sentence.isFreeOnLeft(start), sentence[start].count <= 16,
      !sentence[start + 1].isDigits
    else { return nil }
    if sentence.token(start, is: "WW") { return worldWar(at: start, in: sentence) }
    guard let first = part(at: start, joint: .none, in: sentence) else { return nil }
    if sentence[start].isLower { return lowerCase(first, at: start, in: sentence) }
    if first.isOrdinal {
      var value = RomanNumeral(parts: [first], isOrdinal: true)
      value.hasArticle = !isBehindRuler(start, in: sentence)
      return Match(value, tokens: start..<start + 1, rule: "roman.ordinal-ending")
    }
    if isHeading(start, in: sentence) {
      return Match(
        RomanNumeral(parts: [first], isOrdinal: false), tokens: start..<start + 1,
        rule: "roman.heading")
    }
    // `© MCMXCIX`: no word has such letters.
    if first.letter.isEmpty, sentence[start].count > 3, sentence[start].scalar == 0x4D,
      (1100...2100).contains(first.value)
    {
      var year = RomanNumeral(parts: [first], isOrdinal: false)
      year.isYear = true
      return Match(year, tokens: start..<start + 1, rule: "roman.year")
    }
    let before = sentence.labelBefore(start)
    if let before, sentence[before].keys.contains(.romanCardinalContext),
      isNumber(start, after: before, in: sentence)
    {
      return series(first, at: start, in: sentence)
    }
    // `WAIS-IV`, `WISC-V`: an edition behind capitals that are too many for another letter's.
    if sentence[start - 1].isHyphen, (4...6).contains(first.value), first.letter.isEmpty,
      sentence[start - 2].isUpper, sentence[start - 2].count > 3,
      sentence.isFreeOnLeft(start - 2)
    {
      return series(first, at: start, in: sentence)
    }
    // `DSM-IV`, `MHC-II`, `Phase-III`
    if sentence[start - 1].isHyphen, sentence[start].count > 1, sentence[start - 2].isWord,
      sentence[start - 2].keys.contains(.romanCardinalContext)
        || (sentence[start - 2].isUpper && sentence[start - 2].count > 1
          // `Beck Depression Inventory-II`
          || sentence[start - 2].isCapitalized && sentence[start - 2].count > 3
            && first.value < 10)
          && first.isClear
    {
      return series(first, at: start, in: sentence)
    }
    if isSecondOfPair(start, in: sentence) { return series(first, at: start, in: sentence) }
    guard first.letter.isEmpty else { return nil }
    return behindName(first, at: start, in: sentence) ?? counting(first, at: start, in: sentence)
      ?? alone(first, at: start, in: sentence)
  }

  /// `WW II`, as `WWII`.
  private static func worldWar(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<RomanNumeral>? {
    guard sentence[start + 1].isSpace, sentence[start + 2].isUpper,
      let part = part(at: start + 2, joint: .none, in: sentence), (1...3).contains(part.value),
      sentence.isFreeOnRight(after: start + 2)
    else { return nil }
    var value = RomanNumeral(parts: [part], isOrdinal: false)
    value.label = "World War"
    return Match(value, tokens: start..<start + 3, rule: "roman.labelled")
  }

  /// `copper(II)`, `Fe(III)`, `iron (II)`: how an element is bound is no aside.
  private static func oxidationState(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<RomanNumeral>? {
    guard sentence[start].isMark("("), sentence[start + 1].isUpper, sentence[start + 1].count <= 4,
      sentence[start + 2].isMark(")"),
      let part = part(at: start + 1, joint: .none, in: sentence), part.letter.isEmpty,
      part.value <= 9
    else { return nil }
    let element = sentence.beforeSpace(start)
    guard sentence[element].isWord,
      sentence.token(element, isAnyOf: RomanContextTable.metals)
        || element == start - 1 && sentence[element].count <= 2
          && sentence[element].shape.contains(.firstUpper)
    else { return nil }
    return Match(
      RomanNumeral(parts: [part], isOrdinal: false), tokens: start..<start + 3,
      rule: "roman.oxidation-state")
  }

  /// `the XIX century`, `XXI Olympic Games`, `XVIII Corps`: the numeral before what it counts.
  private static func counting(
    _ first: Part, at start: Int, in sentence: TokenizedSentence
  ) -> Match<RomanNumeral>? {
    let isTied = sentence[start + 1].isHyphen
    guard let next = isTied ? start + 2 : sentence.wordAfter(start + 1) else { return nil }
    var value = RomanNumeral(parts: [first], isOrdinal: true)
    if sentence[start].count > 1 || first.value > 4,
      sentence.token(
        next, isAnyOf: ["century", "centuries", "olympiad", "olympic", "olympics", "congress"])
    {
      value.hasArticle = isTied || sentence.wordBefore(start) != nil
      return Match(value, tokens: start..<start + 1, rule: "roman.ordinal")
    }
    if first.isClear || sentence[start].count > 1 && sentence.wordBefore(start, isAnyOf: ["the"]),
      sentence.token(next, isAnyOf: ["amendment", "dynasty", "legion", "crusade", "symposium"])
    {
      value.hasArticle = true
      return Match(value, tokens: start..<start + 1, rule: "roman.ordinal")
    }
    guard !isTied, sentence.token(next, is: "Corps") else { return nil }
    value.hasArticle = true
    value.isOrdinal = !sentence.isBritish
    return Match(value, tokens: start..<start + 1, rule: "roman.corps")
  }

  /// `the XIV edition`, `XXI Convegno`: three letters or more that can be nothing else.
  private static func alone(
    _ first: Part, at start: Int, in sentence: TokenizedSentence
  ) -> Match<RomanNumeral>? {
    guard first.isClear, first.value > 6, sentence[start].count > 2, sentence[start].isUpper,
      sentence.isFreeOnRight(after: start), !sentence[start + 1].isHyphen,
      !sentence[start - 1].isHyphen
    else { return nil }
    var value = RomanNumeral(parts: [first], isOrdinal: false)
    if sentence.wordBefore(start, isAnyOf: ["the"]) {
      value.isOrdinal = true
      value.hasArticle = true
    }
    return Match(value, tokens: start..<start + 1, rule: "roman.alone")
  }

  /// Whether a numeral heads a section, as in `II. Methods`.
  ///
  /// It stands first, with a stop and a title behind it. `I.` and `V.` are initials too.
  private static func isHeading(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard start == 0, sentence[0].isUpper, sentence[0].count > 1, sentence[1].isMark("."),
      sentence[2].kind == .boundary
        || sentence[2].isSpace && sentence[3].shape.contains(.firstUpper)
    else { return false }
    return sentence.bytes.slice(sentence[0].range).allSatisfy {
      $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X")
    }
  }

  /// `(ii)` before an item of a list, `p. xii`.
  private static func lowerCase(
    _ first: Part, at start: Int, in sentence: TokenizedSentence
  ) -> Match<RomanNumeral>? {
    let match = Match(
      RomanNumeral(parts: [first], isOrdinal: false), tokens: start..<start + 1,
      rule: "roman.lower-case")
    guard first.letter.isEmpty else { return nil }
    // `scene ii`, `stage iv`
    if let label = sentence.labelBefore(start),
      sentence[label].keys.contains(.romanCardinalContext),
      sentence[start].count > 1
        ? first.value < 20
        : sentence.token(label, isAnyOf: ["scene"])
          || first.value > 1 && sentence.token(label, isAnyOf: ["act", "chapter", "book", "canto"])
    {
      return series(first, at: start, in: sentence)
    }
    if sentence[start - 1].isMark("("), sentence[start + 1].isMark(")"),
      !sentence[start - 2].isWord, sentence[start].count > 1 || sentence.token(start, is: "i")
    {
      return match
    }
    if let label = sentence.labelBefore(start),
      sentence.token(label, isAnyOf: ["p", "pp", "page"]),
      sentence[start].count > 1
    {
      return series(first, at: start, in: sentence)
    }
    return nil
  }

  /// The numerals that follow in one series: `I/II`, `II–IV`, `I, II and III`.
  private static func series(
    _ first: Part, at start: Int, in sentence: TokenizedSentence
  ) -> Match<RomanNumeral> {
    var parts = [first]
    var end = start + 1
    while parts.count < mostParts {
      let joint: Joint
      let next: Int
      if let dash = sentence.rangeDash(end) {
        (joint, next) = (.to, dash)
      } else if sentence[end].isMark("/") {
        (joint, next) = (.none, end + 1)
      } else if sentence[end].isSpace,
        sentence.token(end + 1, isAnyOf: joints) || sentence[end + 1].isMark("&")
      {
        (joint, next) = (
          sentence[end + 1].isWord ? .words(sentence[end + 1].range) : .and, end + 3
        )
        guard sentence[end + 2].isSpace else { break }
      } else {
        break
      }
      guard let part = part(at: next, joint: joint, in: sentence), sentence[next].isWord,
        sentence[next].isUpper || !part.letter.isEmpty || sentence[start].isLower,
        sentence[next].count > 1 || isNumber(next, after: nil, in: sentence)
      else { break }
      parts.append(part)
      end = next + 1
    }
    return Match(
      RomanNumeral(parts: parts, isOrdinal: false), tokens: start..<end,
      rule: parts.count > 1 ? "roman.series" : "roman.labelled")
  }

  private static let joints: [StaticString] = ["and", "or", "to", "through", "versus"]

  /// Whether `A, II and III` or `I, II` has the numeral before this one read already.
  private static func isSecondOfPair(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].isUpper,
      sentence[start].count > 1
        || (sentence.token(start, is: "V") || sentence.token(start, is: "X"))
          && sentence.wordBefore(start, isAnyOf: joints)
    else { return false }
    var index = start
    for _ in 0..<mostParts {
      guard sentence[index - 1].isSpace, index > 3 else { return false }
      var before = index - 2
      if sentence.token(before, isAnyOf: joints), sentence[before - 1].isSpace { before -= 2 }
      if sentence[before].isMark(",") { before -= 1 }
      guard before < index - 2, part(at: before, joint: .none, in: sentence) != nil,
        sentence[before].isUpper
      else { return false }
      if let label = sentence.labelBefore(before),
        sentence[label].keys.contains(.romanCardinalContext)
      {
        return isNumber(before, after: label, in: sentence)
      }
      index = before
    }
    return false
  }

  /// Whether letters after a word such as `type` are a number there.
  private static func isNumber(
    _ index: Int, after label: Int?, in sentence: TokenizedSentence
  ) -> Bool {
    // `Group C` and `Class D` are letters.
    if sentence[index].count == 1,
      ["C", "D", "L", "M"].contains(where: { sentence.token(index, is: $0) })
    {
      return false
    }
    if sentence.token(index, isAnyOf: ["cd", "dc", "md", "mc", "cc", "mm", "di", "mi", "li", "cv"])
    {
      return false
    }
    guard sentence.token(index, is: "I") else { return true }
    guard let next = sentence.wordAfter(index + 1), sentence[next].isLower else { return true }
    // `No. I won’t.`
    if sentence[next].shape.contains(.apostrophe) { return false }
    // `what stage I reach`
    if let label, sentence[label].isLower,
      sentence.wordBefore(
        label, isAnyOf: ["what", "which", "the", "this", "that", "every", "each"])
    {
      return sentence.token(next, isAnyOf: RomanContextTable.nouns)
    }
    if let label,
      !sentence[label].isLower || sentence.token(label, isAnyOf: RomanContextTable.technical)
    {
      return !sentence.token(next, isAnyOf: RomanNameTable.pronounVerbs)
        && (sentence[label].shape.contains(.firstUpper)
          || !sentence.token(next, isAnyOf: RomanContextTable.clauseWords))
    }
    return sentence.token(next, isAnyOf: RomanContextTable.nouns)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let label { writer.say(label) }
    if isYear, let year = parts.first {
      return NumberWords.sayYear(year.value, into: &writer)
    }
    if isOrdinal, !hasArticle { writer.say("the") }
    for part in parts {
      switch part.joint {
      case .none: break
      case .to: writer.say("to")
      case .and: writer.say("and")
      case .words(let range): writer.say(source: range)
      }
      if isOrdinal || part.isOrdinal {
        NumberWords.sayOrdinal(part.value, into: &writer)
      } else {
        NumberWords.sayCardinal(part.value, into: &writer)
      }
      writer.spell(source: part.letter)
      if !part.possessive.isEmpty { writer.attach(source: part.possessive) }
    }
  }
}
