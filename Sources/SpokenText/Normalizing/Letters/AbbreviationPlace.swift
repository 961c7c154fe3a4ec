/// Where an abbreviation stands, and whether a reading of it fits there.
struct AbbreviationPlace {
  private let sentence: TokenizedSentence
  private let start: Int
  /// The token after the word and a degree sign that belongs to it, as in `N°`.
  private let wordEnd: Int
  private let hasStop: Bool
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

  /// A capitalized word, a word of capitals, an initial, or another title after "and".
  private func isName(_ index: Int) -> Bool {
    if sentence.token(index, is: "and") || sentence[index].isMark("&") {
      return hasStop && isTitle(sentence.skippingSpace(index + 1))
    }
    // `Sgt. 1st Class Hale`
    if hasStop, sentence[index].isDigits, let rank = sentence.wordAfter(index + 2),
      sentence.token(rank, is: "Class")
    {
      return true
    }
    // `St.-Denis`
    let index = sentence[index].isHyphen && hasStop ? index + 1 : index
    let token = sentence[index]
    guard index > start + 1, token.isWord, token.shape.contains(.firstUpper) else { return false }
    // `Dr. J`, but `Elm Dr. A nice one`
    if token.count == 1, token.scalar != 0x41, token.scalar != 0x49 { return true }
    return token.count > 1 || sentence[index + 1].isMark(".")
      || sentence[index + 1].isMark("’") || sentence[index + 1].isMark("'")
  }

  /// Whether other words with stops stand beside it: `Phys. Rev. B`, `Rev. Mod. Phys. 81`.
  private func isInJournal(_ next: Int) -> Bool {
    let stop = sentence.beforeSpace(start)
    if sentence[stop].isMark("."), sentence[stop - 1].isCapitalized,
      TitleWordTable.contains(sentence.bytes.slice(sentence[stop - 1].range))
    {
      return true
    }
    return sentence[next].isCapitalized && sentence[next + 1].isMark(".")
      && TitleWordTable.contains(sentence.bytes.slice(sentence[next].range))
  }

  /// `Rev`, `Prof`: itself an abbreviation before a name.
  private func isTitle(_ index: Int) -> Bool {
    sentence[index].isCapitalized
      && AbbreviationLexicon.entries(for: sentence.bytes.slice(sentence[index].range))
        .contains { $0.context == .name }
  }

  private func isStreetName(_ index: Int) -> Bool {
    // `Martin Luther King Jr. Dr.`
    let index =
      sentence[index].isMark(".") && sentence.token(index - 1, is: "Jr") ? index - 1 : index
    return sentence[index].isCapitalized && sentence[start - 1].isSpace
      && !ClauseOpeners.isOpener(sentence.bytes.slice(sentence[index].range))
  }

  /// Digits before one to three capitalized words, as in `12 North Elm St.`.
  private func hasHouseNumber(_ index: Int) -> Bool {
    var index = index
    for _ in 0..<3 where sentence[index].isCapitalized { index = sentence.beforeSpace(index) }
    return sentence[index].isDigits
  }

  /// `K St. NW`: a quarter of a city behind a street that is a letter.
  private func isQuadrant(_ index: Int) -> Bool {
    ["NW", "NE", "SW", "SE"].contains { sentence.token(index, is: $0) }
  }

  /// What is named after the street that it stands in: `Elm St. Station`.
  private func isNamedAfterStreets(_ index: Int) -> Bool {
    sentence[index].isCapitalized && isOne(of: Self.namedAfterStreets, index)
  }

  private static let namedAfterStreets = WordSet(
    """
    station bridge journal market school theatre theater tavern gallery mall hotel line pier church
    chapel studio studios house houses garage pub bar station's partners capital band records
    """)

  /// Whether a number stands before and no name behind: `1 tab. daily`, `½ c. sugar`.
  private func followsNumber(_ entry: AbbreviationLexicon.Entry, next: Int) -> Bool {
    let before = sentence[sentence.beforeSpace(start)]
    return (before.isDigits || (0xBC...0xBE).contains(before.scalar)) && sentence[start - 1].isSpace
      && (hasStop || entry.traits.contains(.bare))
      && (sentence[next].isLower || !sentence[next].isWord)
  }

  private func isOne(of words: WordSet, _ index: Int) -> Bool {
    let word = sentence.bytes.slice(sentence[index].range)
    return sentence[index].isWord && word.count <= 16 && words.contains(WordKey(word))
  }

  private static let counties = WordSet(
    """
    antrim armagh carlow cavan clare cork derry donegal down dublin durham fermanagh galway kerry
    kildare kilkenny laois leitrim limerick londonderry longford louth mayo meath monaghan offaly
    roscommon sligo tipperary tyrone waterford westmeath wexford wicklow
    """)

  private static let ingredients = WordSet(
    """
    ale all beef beer boiling broth brown butter buttermilk cheese chicken chocolate chopped cider
    cocoa cold cooked cream crumbs diced flour fresh frozen grated heavy honey hot juice melted milk
    nuts oatmeal oats oil olive onion packed peanut pecans powdered raisins rice shredded sifted
    sliced sour stock sugar vegetable vinegar walnuts warm water whipping white whole yogurt
    """)

  private static let generals = WordSet(
    [
      "attorney", "surgeon", "solicitor", "postmaster", "adjutant", "lieutenant", "major",
      "brigadier",
    ]
    .map { WordKey($0) })

  /// Posts that are held by seniors and juniors.
  private static let roles = WordSet(
    """
    account adviser advisor analyst architect associate consultant counsel designer developer
    director editor engineer executive fellow lecturer manager officer partner policy product
    producer programmer project research researcher scientist software staff vice vp writer
    """)

  private func followsName(_ index: Int) -> Bool {
    let index = sentence[index].isMark(",") ? sentence.beforeSpace(index) : index
    return sentence[index].shape.contains(.firstUpper) || sentence[index].isMark("&")
      || sentence[index].isMark(")")
      || sentence[index].isMark(".")
        && sentence[sentence.beforeSpace(index)].shape.contains(.firstUpper)
  }

  /// Digits; with the stop also `II`, `S2`, `A`, `iv`.
  private func isNumberOrLabel(_ index: Int) -> Bool {
    let token = sentence[index]
    if token.isDigits { return hasStop || index > wordEnd }
    guard hasStop, token.isWord, !token.shape.contains(.nonASCII) else { return false }
    let letters = sentence.bytes.slice(token.range)
    if letters.allSatisfy({ Self.isRomanDigit($0) }) {
      // `No. I won't.`, `No. I think so.`: the pronoun goes on.
      if token.count == 1, token.isUpper {
        let next = sentence[index + 1]
        return next.kind == .boundary || next.kind == .mark
          || next.isSpace && !sentence[index + 2].isLower && !sentence[index + 2].isWord
      }
      return token.isUpper || token.isLower
    }
    // `no. ABC-123`, `No. WH1000`
    if token.isUpper, token.count > 1, sentence[start].count == 2 {
      return sentence[index + 1].isDigits
        || sentence[index + 1].isHyphen && sentence[index + 2].isDigits
    }
    return token.isUpper && token.count == 1
      && (sentence[index + 1].isDigits || sentence.isOver(after: index)
        || sentence[index + 1].isMark(".") && sentence.isOver(after: index + 1)
        || sentence[index + 1].isMark(",") || sentence[index + 1].isMark(")"))
  }

  private static func isRomanDigit(_ byte: UInt8) -> Bool {
    switch ASCII.lowercased(byte) {
    case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"), UInt8(ascii: "l"): true
    default: false
    }
  }

  /// `14 Nov`, `Sept. 2`: a day and a month in either order.
  private func isDate(_ index: Int) -> Bool {
    if sentence[index].keys.contains(.month) { return sentence[index].shape.contains(.firstUpper) }
    return sentence[index].isDigits && sentence.keysAfter(index + 1).contains(.month)
  }

  /// Digits and `BC` or a like word.
  private func isBeforeEra(_ index: Int) -> Bool {
    guard let era = sentence.wordAfter(index + 1) else { return false }
    return ["BC", "BCE", "AD", "CE"].contains { sentence.token(era, is: $0) }
  }

  /// `27 BC`, `AD 14`.
  private func isYearOfEra(_ index: Int) -> Bool {
    if sentence[index].isDigits { return isBeforeEra(index) }
    return sentence.token(index, is: "AD") && sentence[index + 1].isSpace
      && sentence[index + 2].isDigits
  }

  private func isYear(_ index: Int) -> Bool {
    let token = sentence[index]
    return token.isDigits && (3...4).contains(token.count)
      && (sentence.isFreeOnRight(after: index) || sentence.token(index + 1, is: "s"))
  }
}

extension TokenizedSentence {
  /// Whether nothing but closing quotes and brackets, and white space, follows a token.
  func isOver(after index: Int) -> Bool {
    var index = index + 1
    while true {
      let token = self[index]
      switch token.kind {
      case .boundary: return true
      case .space, .control: break
      case .mark:
        switch token.scalar {
        case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0xBB: break
        default: return false
        }
      case .word, .digits: return false
      }
      index += 1
    }
  }

  /// Whether no word or number stands before a token.
  func isFirstWord(_ index: Int) -> Bool {
    for before in stride(from: index - 1, through: max(0, index - 4), by: -1)
    where self[before].isWord || self[before].isDigits {
      return false
    }
    return index <= 4
  }

  /// `st`, `nd`, `rd`, `th` right after digits.
  func isOrdinal(endingAt index: Int) -> Bool {
    self[index].count == 2 && self[index - 1].isDigits
      && (token(index, isIgnoringCase: "th") || token(index, isIgnoringCase: "st")
        || token(index, isIgnoringCase: "nd") || token(index, isIgnoringCase: "rd"))
  }
}
