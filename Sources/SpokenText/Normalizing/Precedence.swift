/// Which rule is asked first, with the reason a line.
///
/// A token is offered to the classes in this order; the first that recognizes something there has
/// it. Longer and surer things stand before shorter and doubtful ones.
enum Precedence {
  /// For English.
  static let english = RuleBook(rules)
  /// For languages without rules: only what no language contradicts.
  static let anyLanguage = RuleBook([
    Rule(
      Unspeakable.self, on: [.control, .nonASCII], because: "What has no sound is never said."),
    Rule(
      LexiconTerm.self, on: .lexicon, needs: .lexicon,
      because: "What the user wrote down holds in every language."),
    Rule(
      BareAddress.self, on: [.tied, .joined], needs: .mark,
      because: "How addresses are read is the listener's choice, not the language's."),
  ])

  static let rules: [Rule] =
    indivisible + definitions + scholarly + numbers + names + looseNumbers + formulas
    + abbreviations + letters + rest

  /// Characters and runs that nothing else may take apart.
  private static let indivisible: [Rule] = [
    Rule(
      Unspeakable.self, on: [.control, .nonASCII],
      because: "What has no sound goes first, so that no other rule says it."),
    Rule(
      LexiconTerm.self, on: .lexicon, needs: .lexicon,
      because: "What the user wrote down is stronger than any rule; it cuts no address or picture."),
    Rule(
      Emoji.self, on: [.mark, .digits],
      because: "A sequence of emoji is one picture, its parts are not symbols."),
    Rule(
      StyledText.self, on: [.nonASCII, .mark],
      because: "Letters and digits in dress are letters and digits; no other rule knows them."),
    Rule(
      Markup.self, on: .mark,
      because: "The name of a tag or an entity is none of the text's words."),
    Rule(
      MarkRun.self, on: .mark,
      because: "Two marks or more that are one; each alone would be something else."),
    Rule(
      CompassPoint.self, on: .upper,
      because: "A house, a street, a road or a land beside it: no initial, no unit."),
    Rule(
      DottedLetters.self, on: [.letter, .keyword, .upper],
      because: "Letters parted by stops are longer than the word they begin with, and no domain."),
    Rule(
      NetworkAddress.self, on: [.tied, .joined],
      because: "Its numbers with points would be a version, with colons a time or a ratio."),
    Rule(
      PathName.self, on: [.tied, .joined, .mark], needs: .technical,
      because: "The name of the file at its end would be taken alone, as a domain is."),
    Rule(
      Electronic.self, on: [.tied, .joined, .mark],
      because: "Numbers, dots and slashes in an address mean nothing else."),
    Rule(
      KeyChord.self, on: .tied,
      because: "The plus between keys adds nothing, and F4 is no name."),
    Rule(
      CodeWord.self, on: [.tied, .mixed, .mark],
      because: "Words that only programs write so; after addresses, whose dots are surer."),
  ]

  private static let definitions: [Rule] = [
    Rule(
      DefinitionMention.self, on: .bracket,
      because: "The defining bracket is told from a citation or an aside by the document itself.")
  ]

  /// Scholarly text: what has brackets and names around a number comes before the number.
  private static let scholarly: [Rule] = [
    Rule(
      Citation.self, on: [.bracket, .capitalized, .mixed, .upper, .nonASCII, .keyword],
      keys: [.citationWord, .nameParticle],
      needs: [.digits, .bracket],
      because: "A year in a citation is no quantity, and its brackets are no aside."),
    Rule(
      LatinReference.self, on: .keyword, keys: .citationWord,
      because: "Loc. cit. stands without number and bracket; its stops end no sentence."),
    Rule(
      LegalCitation.self, on: [.digits, .bracket], needs: .digits,
      because: "Two numbers around a series: no quantity, and the year behind it no aside."),
    Rule(
      JournalPlace.self, on: .digits, needs: .digits,
      because: "Year, volume, issue and pages: no ratio, no time, no telephone, no aside."),
    Rule(
      NumericCitation.self, on: [.bracket, .keyword, .mark], keys: .citationWord,
      because: "Numbers in brackets or raised behind a stop point at references; powers come after."
    ),
    Rule(
      EtAl.self, on: .keyword, keys: .citationWord, because: "Its full stop ends no sentence."),
    Rule(
      CrossReference.self, on: .keyword, keys: .locator,
      because: "The number of a figure or page is a name: no date, no range of years."),
    Rule(
      Identifier.self, on: [.keyword, .digits], keys: .identifier, needs: .digits,
      because: "Long digits behind a registry's name are said one by one, not counted."),
    Rule(
      Interval.self, on: [.joined, .bracket, .upper, .mixed], needs: .digits,
      because: "A level before CI and bounds in brackets belong together, before percent and range."
    ),
    Rule(
      Statistic.self, on: [.letter, .upper, .mixed, .capitalized, .nonASCII, .keyword],
      keys: .statistic,
      needs: [.digits, .technical, .bracket, .sign],
      because: "A letter before a sign is a symbol: no article, no unit, no initialism."),
    Rule(
      FunctionName.self, on: .keyword, keys: .statistic,
      needs: [.bracket, .digits, .nonASCII],
      because: "Before an argument sin, tan and exp are functions: no words, no short forms."),
    Rule(
      FormulaBracket.self, on: .mark,
      because: "The brackets of f(x) hold no aside, no telephone number and no ending."),
  ]

  /// Numbers that something around them gives a meaning, the surest first.
  private static let numbers: [Rule] = [
    Rule(
      Shorthand.self, on: [.lower, .letter, .mark, .capitalized, .keyword, .nonASCII, .mixed],
      keys: .abbreviation,
      because: "The slash or ampersand inside it is no symbol, its number no quantity."),
    Rule(
      PostalState.self, on: .upper,
      because: "A code of five digits behind it, or a party before it: no word, no numeral."),
    Rule(
      PostalCode.self, on: [.digits, .upper],
      because: "Its digits and letters would be numbers, ordinals and units."),
    Rule(
      RomanNumeral.self, on: [.upper, .mixed, .capitalized, .keyword, .bracket],
      keys: .romanNumeral,
      because: "Letters, so it competes with no number; its neighbours must name it."),
    Rule(
      NumberIdiom.self, on: [.digits, .sign], needs: .digits,
      because: "What everybody says in one way is no date, no fraction and no range."),
    Rule(
      LabelNumber.self, on: .digits,
      because: "Names such as 737-800 and 747s would be a range and seconds."),
    Rule(
      Telephone.self, on: [.digits, .sign, .bracket], needs: .digits,
      because: "Its groups would each be a number, a range or a bracketed aside."),
    Rule(
      DigitString.self, on: .digits,
      because: "A word such as PIN or ISBN outweighs any shape of the digits behind it."),
    Rule(
      CalendarSpan.self, on: .keyword, keys: [.month, .weekday], needs: .sign,
      because: "Two days or months; each alone would leave the dash between them unsaid."),
    Rule(
      DateSpan.self, on: [.digits, .keyword], keys: [.month, .weekday], needs: .digits,
      because: "Two dates; each alone would leave the dash between them unsaid."),
    Rule(
      CalendarDate.self, on: [.digits, .keyword], keys: [.month, .weekday],
      because: "Holds a day, an ordinal or a year, and points or slashes of its own."),
    Rule(
      ShortWeekday.self, on: [.keyword, .letter],
      because: "Behind spans and dates, which hold the names of days as well."),
    Rule(
      VersionNumber.self, on: [.joined, .letter], needs: .digits,
      because: "More points than a decimal has, and no date."),
    Rule(
      FiscalPeriod.self, on: [.digits, .letter, .upper], needs: .digits,
      because: "A digit, Q or H, or FY, and a year: neither is to be counted."),
    Rule(
      ScriptureVerse.self, on: [.digits, .capitalized, .keyword], needs: .digits,
      because: "Its colon would make a time of it; only the name of a book tells."),
    Rule(
      TimeSpan.self, on: .joined,
      because: "Two times; the first may borrow its half of the day from the second."),
    Rule(
      ClockTime.self, on: .digits,
      because: "Its colon is also that of a ratio, its point also that of a decimal."),
    Rule(
      LengthOfTime.self, on: .digits,
      because: "Hours, minutes and seconds that are no time of day."),
    Rule(
      DosingInterval.self, on: .letter, needs: .digits,
      because: "A q before a number and hours: no name of letters and digits."),
    Rule(
      Money.self, on: [.digits, .currency, .upper, .capitalized, .sign], needs: .digits,
      because: "A currency decides what its number and the letter behind it mean."),
    Rule(
      Percent.self, on: [.digits, .sign, .mark], needs: [.digits, .wide],
      because: "Its sign belongs to both ends of a range."),
    Rule(
      Product.self, on: .digits, needs: .cross,
      because: "Sizes such as 3 cm × 4 cm hold measures."),
    Rule(
      FeetAndInches.self, on: [.joined, .mark], needs: [.quote, .wide],
      because: "Primes are quotation marks to everybody else."),
    Rule(
      YearSpan.self, on: [.digits, .quote], needs: .digits,
      because: "1990–95 is no falling range; before Measure, as 500–400 BC is no compound."),
    Rule(
      Decade.self, on: [.joined, .quote], needs: .digits,
      because: "1990s and '80s are not seconds."),
    Rule(
      Measure.self, on: [.digits, .sign, .mark], needs: [.digits, .wide],
      because: "A unit outweighs the year that 1500 m could be."),
    Rule(
      UnitLabel.self, on: .tied, needs: .technical,
      because: "A unit divided by another, behind no number: its slash is no choice of two."),
    Rule(
      ScientificNumber.self, on: [.joined, .sign], needs: .digits,
      because: "The ten of a power is no number by itself."),
    Rule(
      Exponent.self, on: .mark,
      because: "A raised digit behind its base."),
    Rule(
      Score.self, on: .digits,
      because: "The words around make a result of what would be a range, unless a unit followed."),
    Rule(
      NumberRange.self, on: [.joined, .mark], needs: [.digits, .wide],
      because: "Both ends in one; whatever could be two years was taken above."),
    Rule(
      Ratio.self, on: .joined,
      because: "Whatever two numbers with a colon are no time of day."),
    Rule(
      PlaceNumber.self, on: .digits,
      because: "Houses and rooms are said in pairs, as years are, below 1100 too."),
    Rule(
      Fraction.self, on: [.joined, .mark], needs: [.digits, .wide],
      because: "A slash or a fraction character is never part of what follows."),
    Rule(
      ScaledNumber.self, on: [.digits, .sign], needs: .digits,
      because: "The k of 10k would be left as a letter."),
    Rule(
      Ordinal.self, on: .digits,
      because: "Its ending would be left as letters."),
  ]

  /// Between numbers with a meaning (10mg, 3rd, 5pm) and numbers by themselves.
  private static let names: [Rule] = [
    Rule(
      ScriptedSymbol.self, on: [.word, .letter, .mark, .digits],
      needs: [.wide, .technical, .nonASCII],
      because: "Low digits and charges tie letters to one formula, before letters are spelled."),
    Rule(
      GreekLetter.self, on: .nonASCII,
      because: "One or two Greek letters are symbols; longer words are language."),
    Rule(
      Alphanumeric.self, on: [.tied, .joined],
      because: "A name of letters and digits is longer than the initialism or number in it."),
  ]

  /// Numbers by themselves.
  private static let looseNumbers: [Rule] = [
    Rule(
      Year.self, on: [.digits, .quote], needs: .digits,
      because: "Four digits that nobody counted are most often a year."),
    Rule(
      DecimalNumber.self, on: [.joined, .sign, .stop], needs: .digits,
      because: "Its whole part alone would be a cardinal."),
    Rule(
      NumberSign.self, on: .mark,
      because: "The sign alone; the number behind it is asked for next."),
    Rule(
      Cardinal.self, on: [.digits, .sign], needs: .digits,
      because: "Whatever number nobody else took is counted."),
  ]

  /// Signs and letters between numbers that have been said.
  private static let formulas: [Rule] = [
    Rule(
      Formula.self, on: [.mark, .stop],
      because: "What no citation, number or unit took as its own is a sign between quantities."),
    Rule(
      FootnoteMark.self, on: .mark, needs: .technical,
      because: "A star behind a word that multiplies nothing is a note's mark."),
  ]

  /// After dates, times and measures, whose short words these would take; before initialisms.
  private static let abbreviations: [Rule] = [
    Rule(
      Abbreviation.self, on: [.keyword, .letter], keys: .abbreviation,
      because: "Whatever short word no date, time or unit took is said in full.")
  ]

  /// Names and initials, after everything that gives capitals another meaning.
  private static let letters: [Rule] = [
    Rule(
      Initialism.self, on: [.upper, .mixed, .capitalized],
      because: "Capitals are letters unless a table or their sounds make them a word."),
    Rule(
      Acronym.self, on: [.upper, .mixed],
      because: "Capitals that are not letters are an acronym when no everyday word."),
    Rule(
      Shouting.self, on: [.upper, .mixed],
      because: "Capitals that are not letters are words under stress."),
    Rule(
      Homograph.self, on: .keyword, keys: .homograph,
      because: "A word that is said as it is written, so every other reading goes before it."),
  ]

  private static let rest: [Rule] = [
    Rule(
      Phrasing.self, on: [.mark, .nonASCII, .stop],
      because: "Punctuation that no value holds shapes the phrase."),
    Rule(
      Symbol.self, on: [.mark, .stop],
      because: "Whatever mark nobody else took is named, or silent."),
  ]
}
