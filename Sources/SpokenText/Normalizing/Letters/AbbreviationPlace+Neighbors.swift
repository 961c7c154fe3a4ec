// What may stand beside an abbreviation: a name, a street, a number, a year.

extension AbbreviationPlace {
  /// A capitalized word, a word of capitals, an initial, or another title after "and".
  func isName(_ index: Int) -> Bool {
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
  func isInJournal(_ next: Int) -> Bool {
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
  func isTitle(_ index: Int) -> Bool {
    sentence[index].isCapitalized
      && AbbreviationLexicon.entries(for: sentence.bytes.slice(sentence[index].range))
        .contains { $0.context == .name }
  }

  func isStreetName(_ index: Int) -> Bool {
    // `Martin Luther King Jr. Dr.`
    let index =
      sentence[index].isMark(".") && sentence.token(index - 1, is: "Jr") ? index - 1 : index
    return sentence[index].isCapitalized && sentence[start - 1].isSpace
      && !ClauseOpeners.isOpener(sentence.bytes.slice(sentence[index].range))
  }

  /// Digits before one to three capitalized words, as in `12 North Elm St.`.
  func hasHouseNumber(_ index: Int) -> Bool {
    var index = index
    for _ in 0..<3 where sentence[index].isCapitalized { index = sentence.beforeSpace(index) }
    return sentence[index].isDigits
  }

  /// `K St. NW`: a quarter of a city behind a street that is a letter.
  func isQuadrant(_ index: Int) -> Bool {
    ["NW", "NE", "SW", "SE"].contains { sentence.token(index, is: $0) }
  }

  /// What is named after the street that it stands in: `Elm St. Station`.
  func isNamedAfterStreets(_ index: Int) -> Bool {
    sentence[index].isCapitalized && isOne(of: Self.namedAfterStreets, index)
  }

  private static let namedAfterStreets = WordSet(
    """
    station bridge journal market school theatre theater tavern gallery mall hotel line pier church
    chapel studio studios house houses garage pub bar station's partners capital band records
    """)

  /// Whether a number stands before and no name behind: `1 tab. daily`, `½ c. sugar`.
  func followsNumber(_ entry: AbbreviationLexicon.Entry, next: Int) -> Bool {
    let before = sentence[sentence.beforeSpace(start)]
    return (before.isDigits || (0xBC...0xBE).contains(before.scalar)) && sentence[start - 1].isSpace
      && (hasStop || entry.traits.contains(.bare))
      && (sentence[next].isLower || !sentence[next].isWord)
  }

  func isOne(of words: WordSet, _ index: Int) -> Bool {
    let word = sentence.bytes.slice(sentence[index].range)
    return sentence[index].isWord && word.count <= 16 && words.contains(WordKey(word))
  }

  static let counties = WordSet(
    """
    antrim armagh carlow cavan clare cork derry donegal down dublin durham fermanagh galway kerry
    kildare kilkenny laois leitrim limerick londonderry longford louth mayo meath monaghan offaly
    roscommon sligo tipperary tyrone waterford westmeath wexford wicklow
    """)

  static let ingredients = WordSet(
    """
    ale all beef beer boiling broth brown butter buttermilk cheese chicken chocolate chopped cider
    cocoa cold cooked cream crumbs diced flour fresh frozen grated heavy honey hot juice melted milk
    nuts oatmeal oats oil olive onion packed peanut pecans powdered raisins rice shredded sifted
    sliced sour stock sugar vegetable vinegar walnuts warm water whipping white whole yogurt
    """)

  static let generals = WordSet(
    [
      "attorney", "surgeon", "solicitor", "postmaster", "adjutant", "lieutenant", "major",
      "brigadier",
    ]
    .map { WordKey($0) })

  /// Posts that are held by seniors and juniors.
  static let roles = WordSet(
    """
    account adviser advisor analyst architect associate consultant counsel designer developer
    director editor engineer executive fellow lecturer manager officer partner policy product
    producer programmer project research researcher scientist software staff vice vp writer
    """)

  func followsName(_ index: Int) -> Bool {
    let index = sentence[index].isMark(",") ? sentence.beforeSpace(index) : index
    return sentence[index].shape.contains(.firstUpper) || sentence[index].isMark("&")
      || sentence[index].isMark(")")
      || sentence[index].isMark(".")
        && sentence[sentence.beforeSpace(index)].shape.contains(.firstUpper)
  }

  /// Digits; with the stop also `II`, `S2`, `A`, `iv`.
  func isNumberOrLabel(_ index: Int) -> Bool {
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
  func isDate(_ index: Int) -> Bool {
    if sentence[index].keys.contains(.month) { return sentence[index].shape.contains(.firstUpper) }
    return sentence[index].isDigits && sentence.keysAfter(index + 1).contains(.month)
  }

  /// Digits and `BC` or a like word.
  func isBeforeEra(_ index: Int) -> Bool {
    guard let era = sentence.wordAfter(index + 1) else { return false }
    return ["BC", "BCE", "AD", "CE"].contains { sentence.token(era, is: $0) }
  }

  /// `27 BC`, `AD 14`.
  func isYearOfEra(_ index: Int) -> Bool {
    if sentence[index].isDigits { return isBeforeEra(index) }
    return sentence.token(index, is: "AD") && sentence[index + 1].isSpace
      && sentence[index + 2].isDigits
  }

  func isYear(_ index: Int) -> Bool {
    let token = sentence[index]
    return token.isDigits && (3...4).contains(token.count)
      && (sentence.isFreeOnRight(after: index) || sentence.token(index + 1, is: "s"))
  }
}
