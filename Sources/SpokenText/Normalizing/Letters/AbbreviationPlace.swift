/// Where an abbreviation stands, and whether a reading of it fits there.
struct AbbreviationPlace {
  let sentence: TokenizedSentence
  let start: Int
  /// The token after the word and a degree sign that belongs to it, as in `N°`.
  let wordEnd: Int
  let hasStop: Bool
  /// The stop is the full stop of the sentence too.
  private let endsSentence: Bool
  let entries: ArraySlice<AbbreviationLexicon.Entry>

  init(at start: Int, in sentence: TokenizedSentence) {
    self.sentence = sentence
    self.start = start
    wordEnd = sentence[start + 1].isMark("°") ? start + 2 : start + 1
    entries = AbbreviationLexicon.entries(
      for: sentence.bytes.slice(sentence.bytes(of: start..<wordEnd)))
    hasStop = sentence[wordEnd].isMark(".") && !sentence[wordEnd + 1].isMark(".")
    endsSentence = hasStop && sentence.isOver(after: wordEnd)
  }

  /// The token after a reading when it fits, nil when it does not.
  func end(of entry: AbbreviationLexicon.Entry) -> Int? {
    let token = sentence[start]
    let isFirstUpper = token.shape.contains(.firstUpper)
    if entry.traits.contains(.capitalizedOnly), !isFirstUpper { return nil }
    if entry.traits.contains(.lowerOnly), isFirstUpper, !sentence.isFirstWord(start) { return nil }
    if !hasStop {
      // Without its stop a word of capitals is an initialism: `CF`, `MS`.
      guard entry.traits.contains(.bare), sentence.isFreeOnRight(after: wordEnd - 1),
        !token.isUpper || token.count == 1, !sentence[wordEnd].isHyphen
      else { return nil }
    }
    if endsSentence, entry.traits.contains(.word), entry.context != .afterTitle { return nil }
    let after = hasStop ? wordEnd + 1 : wordEnd
    let next = sentence.skippingSpace(after)
    guard fits(entry, next: next) else { return nil }
    // `at 5 Elm St. Mrs. Lee`: a title begins another thought.
    if hasStop, entry.context == .address || entry.context == .street, sentence[after].isSpace,
      isTitle(next), !sentence.token(next, is: "St"), sentence[next + 1].isMark(".")
    {
      return wordEnd
    }
    return endsSentence && entry.context != .bracketed ? wordEnd : after
  }

  private func fits(_ entry: AbbreviationLexicon.Entry, next: Int) -> Bool {
    let before = sentence.beforeSpace(start)
    switch entry.context {
    case .name:
      if entry.traits.contains(.unit), sentence[before].isDigits { return false }
      // `Gen. Z`: those born in some years.
      if sentence.token(start, is: "Gen"), sentence[next].count == 1,
        !sentence[next + 1].isMark(".")
      {
        return false
      }
      return isName(next)
    case .journal: return hasStop && isInJournal(next)
    case .possessive:
      return hasStop && (sentence[next].isMark("'") || sentence[next].isMark("’"))
        && sentence.token(next + 1, is: "s")
    case .address:
      return isStreetName(before) && (hasHouseNumber(before) || isNamedAfterStreets(next))
        || isQuadrant(next) && sentence[before].isUpper && sentence[before].count == 1
    case .street: return isStreetName(before) || sentence.isOrdinal(endingAt: before)
    case .suffix:
      // `Ann Bell, Sr., met`, but not `Fr. Hale, Sr. Teresa and …`
      if sentence[before].isMark(","), sentence[start].count == 2, sentence[next].isCapitalized {
        return false
      }
      return followsName(before)
    case .alone: return hasStop
    case .county: return isOne(of: Self.counties, next)
    case .number:
      if entry.traits.contains(.unit), sentence[before].isDigits { return false }
      if sentence[start].count == 1, !sentence.isOpenOnLeft(start) { return false }
      return isNumberOrLabel(next)
    case .label:
      return !hasStop && sentence[next].isDigits && next > wordEnd
        && (!sentence.isFirstWord(start) || sentence.isBritish && sentence.value(next) == 10)
    case .afterNumber: return followsNumber(entry, next: next)
    case .ingredient:
      return followsNumber(entry, next: next) && isOne(of: Self.ingredients, next)
    case .beforeTitle: return isTitle(next)
    case .afterTitle:
      return hasStop
        && sentence.labelBefore(start).map { isTitle($0) || isOne(of: Self.generals, $0) } ?? false
    case .beforeRole: return isOne(of: Self.roles, next)
    case .year: return isYear(next) || hasStop && isYearOfEra(next)
    case .vital:
      let isFirst = sentence[start - 1].isMark("(") || sentence[before].isMark(";")
      // `(r. c. 1279–1213 BC)`
      let year =
        sentence.token(next, isAnyOf: ["c", "ca"]) && sentence[next + 1].isMark(".")
        ? sentence.skippingSpace(next + 2) : next
      return isFirst && (isYear(year) || hasStop && isYearOfEra(year))
    case .life:
      return hasStop && !sentence.isFirstWord(start)
        && (isYearOfEra(next) || isYear(next) && sentence.isFreeOnRight(after: next)
          || isDate(next))
    case .quantity:
      return hasStop && sentence[next].isDigits
        && (sentence[start - 1].isMark("(") || sentence[before].isMark(";") || isBeforeEra(next))
        || hasStop && sentence.token(next, is: "AD") && sentence[next + 1].isSpace
          && sentence[next + 2].isDigits
    case .limit:
      return hasStop && !sentence[before].isDigits
        && (sentence[next].isDigits || sentence[next].isMark("$") || sentence[next].isMark("£")
          || sentence[next].isMark("€")
          || sentence.token(next, is: "of")
          || sentence.token(before, isIgnoringCase: "the") && sentence[next].isLower)
    case .trailing:
      return sentence[before].kind == .mark && !hasStop && sentence.isOver(after: start)
        && !sentence.isFirstWord(start)
    case .final: return Phrasing.isParted(after: hasStop ? wordEnd + 1 : wordEnd, in: sentence)
    case .state:
      return hasStop && Self.isBehindCity(start, in: sentence)
    case .beforeBy:
      guard sentence.token(next, is: "by"), !sentence.isOrdinal(endingAt: before),
        let name = sentence.wordAfter(next + 1)
      else { return false }
      return sentence[name].shape.contains(.firstUpper)
    case .beforeOf: return sentence.token(next, is: "of")
    case .beforeEdition: return sentence.token(next, isIgnoringCase: "ed")
    case .afterOrdinal:
      return sentence.isOrdinal(endingAt: before) || sentence.token(before, is: "revised")
        || sentence[before].isMark(".") && sentence.token(before - 1, isIgnoringCase: "rev")
    case .bracketed: return sentence[start - 1].isMark("(") && sentence[next].isMark(")")
    case .afterAnd: return sentence[before].isMark("&") || sentence.token(before, is: "and")
    case .betweenNames:
      // `v Praze` is no lawsuit; `England v Wales` is how the British write.
      guard hasStop || sentence.isBritish else { return false }
      let isParted = sentence[before].isMark(",")
      var name = isParted ? sentence.beforeSpace(before) : before
      // `U.S. v. Nixon`, `Acme Inc. v. Roe`
      if sentence[name].isMark(".") { name -= 1 }
      return sentence[name].shape.contains(.firstUpper)
        && (sentence[next].shape.contains(.firstUpper) || sentence.token(next, is: "the"))
    case .afterGenus: return sentence[before].isCapitalized
    case .month: return hasStop
    case .lower: return hasStop
    case .comma, .any: return true
    case .none: return false
    }
  }

  /// Whether a city and a comma, or a party, stand before: `Boca Raton, Fla.`, `R-Tex.`.
  static func isBehindCity(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let before = sentence.beforeSpace(start)
    return sentence[before].isMark(",") && sentence[sentence.beforeSpace(before)].isCapitalized
      || sentence[start - 1].isHyphen && sentence[start - 2].isUpper
        && sentence[start - 2].count == 1
  }
}
