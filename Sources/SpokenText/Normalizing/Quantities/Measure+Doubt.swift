// Symbols that are also words, labels, initials or counts, and what beside them tells.

extension Measure {
  /// Whether a symbol that is also a word or a label is one here.
  static func isDoubtful(
    _ unit: UnitExpression, after span: AmountSpan, isSpaced: Bool, isHyphenated: Bool,
    in sentence: TokenizedSentence
  ) -> Bool {
    let start = span.tokens.lowerBound
    let end = unit.tokens.upperBound
    if unit.symbol.isEmpty { return unit.factors.isEmpty }
    if unit.symbol == "pt" || unit.symbol == "c" { return sentence.isLabelled(start) }
    // `b² − 4ac`
    if unit.symbol == "ac", !isSpaced, !isHyphenated { return true }
    // Without a sign or decimals, `312 pp.` are pages.
    if unit.symbol == "pp" {
      return sentence[start].isDigits && span.tokens.count < 3
        && !sentence.wordBefore(start, isAnyOf: ["by"])
    }
    // `4059 Mt. Lee Dr.`
    if unit.symbol == "Mt", unit.factors.count == 1,
      let name = sentence.wordAfter(sentence[end].isMark(".") ? end + 1 : end),
      sentence[name].shape.contains(.firstUpper)
    {
      return true
    }
    // `340 A.D.`, `5 m.p.h.`, `22 U . S .`: the letter is the first of several.
    if sentence[end].isMark("."), sentence[end + 1].isWord || sentence[end + 1].isDigits {
      return true
    }
    if sentence[end - 1].isUpper, sentence[end - 1].count == 1, sentence[end].isSpace,
      sentence[end + 1].isMark("."), sentence[end + 3].isUpper, sentence[end + 3].count == 1
    {
      return true
    }
    // `50-100m people`
    if unit.symbol == "m", unit.factors.count == 1,
      isSpaced
        ? isBefore(Amount.crowds, end, in: sentence)
        : sentence.keysAfter(end).contains(.countedNoun)
    {
      return true
    }
    // `c.215C>G`
    if sentence[end].isMark(">"), !isSpaced, unit.symbol.utf8.count == 1,
      sentence[end + 1].isUpper, sentence[end + 1].count == 1
    {
      return true
    }
    if CompassPoint.isInAddress(unit.tokens.lowerBound, in: sentence) { return true }
    guard unit.factors.count == 1, unit.factors[0].power == 1, unit.symbol.utf8.count <= 2 else {
      return false
    }
    let next = sentence[sentence.skippingSpace(end)]
    switch unit.symbol {
    case "in":
      // A preposition unless something shows that the words go on elsewhere.
      if !isSpaced { return isHyphenated && sentence[end].isHyphen }
      if sentence.wordBefore(start, isAnyOf: ["ft", "feet", "foot", "by", "x"]) { return false }
      if sentence[end].isMark(".") {
        return false
      }
      if let word = sentence.wordAfter(end), sentence.token(word, isAnyOf: sizeWords) {
        return false
      }
      return next.isWord || next.isDigits || next.kind == .boundary
    case "st":
      // `9st 4lb`: no ordinal is written so.
      guard let value = sentence.value(start), (4...40).contains(value) else {
        return !isSpaced || next.isWord
      }
      if next.isDigits { return !isPounds(sentence.skippingSpace(end), in: sentence) }
      return isSpaced
        ? next.isWord && !(sentence.isBritish && next.isLower)
        : value % 10 == 1 || next.shape.contains(.firstUpper)
    case "d":
      // `b. 1808 d. 1875`
      return !isSpaced || next.isWord || sentence[start].count > 3
    case "A", "C", "F", "H", "K", "M", "N", "T", "B", "U", "L", "J", "V", "W", "s":
      // `Rte. 66 W. to the coast`: symbols of units have no stop.
      if unit.symbol != "s", sentence[end].isMark("."), !sentence.isOver(after: end) {
        return true
      }
      // `4 A-levels`
      if sentence.isLabelled(start) || sentence[end].isHyphen { return true }
      // `3 A levels`, `Type 054 A`
      if unit.symbol == "A", isBefore(["level", "levels", "grades"], end, in: sentence) {
        return true
      }
      if sentence[start].scalar == 0x30, span.tokens.count == 1, sentence[start].count > 1 {
        return true
      }
      // `Sky Hawk 3 B`, `iPhone 5s`, `JK-20 A`: a name goes on.
      if sentence[sentence.beforeSpace(start)].isHyphen || isPartOfName(start, end, in: sentence) {
        return true
      }
      // `C57BL/6J`
      if !isSpaced, sentence[start - 1].isMark("/"), sentence[start - 2].isUpper,
        sentence[start - 2].count > 1
      {
        return true
      }
      if unit.symbol == "s", isSpaced, !next.isWord,
        sentence.wordBefore(start).map({ sentence[$0].isUpper }) ?? false
      {
        return false
      }
      if let word = sentence.wordBefore(start), !sentence[word].isLower,
        sentence[word - 1].kind != .boundary || sentence[word].shape.contains(.innerUpper)
      {
        return true
      }
      if unit.symbol == "F" || unit.symbol == "M", isCountOfSexes(start, end, in: sentence) {
        return true
      }
      switch unit.symbol {
      // `123 F. Supp. 456`
      case "C", "F":
        if sentence[end].isMark("."), !sentence.isOver(after: end) { return true }
        // `180C/160C fan`
        if sentence[start - 1].isMark("/"),
          sentence.token(start - 2, is: "C") || sentence.token(start - 2, is: "F")
        {
          return false
        }
        if sentence.wordBefore(start, isAnyOf: ["size", "sizes", "bra"]) { return true }
        if sentence.wordBefore(start, isAnyOf: degreeWords) { return false }
        // `salt, 350F for an hour`
        if !isSpaced, span.tokens.count == 1, sentence[start].count > 1,
          let word = sentence.wordAfter(end),
          sentence.token(word, isAnyOf: heatFollowers)
            || sentence[start].count == 3 && sentence.token(word, isAnyOf: ["for", "until"])
        {
          return false
        }
        // `128.4 (2C)`: so many atoms.
        if !isSpaced, sentence[start].count == 1, sentence[start - 1].isMark("("),
          sentence[end].isMark(")")
        {
          return true
        }
        return next.isWord || !(sentence.wordBefore(start).map { sentence[$0].isLower } ?? true)
      case "s" where !isSpaced && PlaceNumber.isPluralName(start, in: sentence): return true
      case "s": return !isSpaced && Year.looksLikeYear(start, in: sentence)
      // `5K` is a race, `10K` ten thousand, `3 M` a company; plain bytes and henries are rare.
      case "K": return !isSpaced || span.tokens.count == 1 && sentence[start].count < 2
      case "T": return !isBefore(fieldWords, end, in: sentence)
      case "M": return !isSpaced || !isBeforeSubstance(end, in: sentence)
      case "H", "B", "N": return true
      default: return !isSpaced && (unit.symbol == "A" || unit.symbol == "U")
      }
    case "y":
      // `5-y survival`, not `5-y axis`
      if isHyphenated, let word = sentence.wordAfter(end) {
        return sentence.token(word, isAnyOf: ["axis", "axes", "value", "values", "intercept"])
      }
      // `34.5 ± 8.2 y`, `≥18 y`
      let sign = sentence[sentence.beforeSpace(start)]
      if !next.isWord, sign.isMark("±") || sign.isMark("≥") || sign.isMark("≤") { return false }
      // `18–65 y`, not `5 y axis`
      if next.isWord { return !sentence.token(sentence.skippingSpace(end), is: "old") }
      return !sentence.wordBefore(
        start,
        isAnyOf: ["aged", "age", "ages", "for", "after", "of", "mean", "median", "was", "over"])
    case "t", "h", "m", "g", "l":
      return sentence.isLabelled(start)
    default:
      return false
    }
  }

  /// `5-HT (2A)`, `SH - 3 / 3 A`: a receptor in brackets behind its letters, or a second number
  /// behind a slash where no unit stands before it.
  private static func isPartOfName(_ start: Int, _ end: Int, in sentence: TokenizedSentence) -> Bool
  {
    let before = sentence.beforeSpace(start)
    if sentence[before].isMark("/") { return sentence[sentence.beforeSpace(before)].isDigits }
    let open = sentence[start - 1].isSpace ? before : start - 1
    guard sentence[open].isMark("("), sentence[sentence.skippingSpace(end)].isMark(")") else {
      return false
    }
    let name = sentence[sentence.beforeSpace(open)]
    return name.isUpper && name.count > 1
  }

  /// `12 F/12 M`, `30M, 24F`: women and men.
  private static func isCountOfSexes(
    _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> Bool {
    let other: StaticString = sentence.token(end - 1, is: "F") ? "M" : "F"
    // Marks that part the two, and white space.
    let after = sentence.skippingSpace(end)
    if sentence[after].isMark("/") || sentence[after].isMark(",") || sentence[after].isMark(";")
      || sentence[after].isMark(":") || sentence.token(after, is: "and")
    {
      let number = sentence.skippingSpace(after + 1)
      if sentence[number].isDigits,
        sentence.token(sentence.skippingSpace(number + 1), is: other)
      {
        return true
      }
    }
    let before = sentence.beforeSpace(start)
    guard
      sentence[before].isMark("/") || sentence[before].isMark(",")
        || sentence[before].isMark(";") || sentence[before].isMark(":")
        || sentence.token(before, is: "and")
    else { return false }
    let letter = sentence.beforeSpace(before)
    return sentence.token(letter, is: other) && sentence[sentence.beforeSpace(letter)].isDigits
  }

  /// Pounds beside stones: `4lb`.
  private static func isPounds(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let unit = sentence.skippingSpace(index + 1)
    return sentence.token(unit, is: "lb") || sentence.token(unit, is: "lbs")
  }

  /// `3T MRI`, `a 1.5 T magnet`.
  private static let fieldWords: [StaticString] = [
    "mri", "mr", "scanner", "scanners", "magnet", "magnets", "magnetic", "field", "fields",
    "imaging",
  ]

  /// `2 M NaCl`, `0.5 M MgCl2`, `1 M urea`: so concentrated is a substance, by its formula or name.
  private static func isBeforeSubstance(_ end: Int, in sentence: TokenizedSentence) -> Bool {
    guard let word = sentence.wordAfter(end) else { return false }
    if sentence[word].shape.contains([.firstUpper, .innerUpper, .lower]) { return true }
    return sentence.token(
      word, isAnyOf: ["urea", "solution", "sucrose", "glucose", "sorbitol", "imidazole", "tris"])
  }

  /// Words that a temperature follows.
  private static let degreeWords: [StaticString] = [
    "at", "to", "of", "below", "above", "from", "around", "about", "was", "is", "by", "and",
    "near", "than", "under", "over",
  ]

  private static let heatFollowers: [StaticString] = [
    "oven", "ovens", "outside", "today", "tomorrow", "heat", "weather", "water",
  ]

  /// Words that show that `in` before them is the unit.
  private static let sizeWords: [StaticString] = [
    "by", "x", "wide", "tall", "long", "deep", "high", "thick", "square", "diameter",
  ]
}
