/// Which rule is asked first, with the reason a line.
///
/// A token is offered to the classes in this order; the first that recognizes something there has
/// it. Longer and surer things stand before shorter and doubtful ones.
enum Precedence {
  static let rules: [Rule] =
    indivisible + definitions + scholarly + numbers + names + looseNumbers + formulas
    + abbreviations + letters + rest

  /// Characters and runs that nothing else may take apart.
  private static let indivisible: [Rule] = [
    Rule(
      Unspeakable.self, on: [.control, .nonASCII],
      because: "What has no sound goes first, so that no other rule says it."),
    Rule(
      Emoji.self, on: .mark,
      because: "A sequence of emoji is one picture, its parts are not symbols."),
    Rule(
      CompassPoint.self, on: .upper,
      because: "A house, a street, a road or a land beside it: no initial, no unit."),
    Rule(
      DottedLetters.self, on: [.letter, .keyword],
      because: "Letters parted by stops are longer than the word they begin with, and no domain."),
    Rule(
      Electronic.self, on: [.word, .digits, .mark],
      because: "Numbers, dots and slashes in an address mean nothing else."),
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
      because: "A year in a citation is no quantity, and its brackets are no aside."),
    Rule(
      NumericCitation.self, on: [.bracket, .keyword, .mark],
      because: "Numbers in brackets or raised behind a stop point at references; powers come after."
    ),
    Rule(EtAl.self, on: .keyword, because: "Its full stop ends no sentence."),
    Rule(
      CrossReference.self, on: .keyword,
      because: "The number of a figure or page is a name: no date, no range of years."),
    Rule(
      Identifier.self, on: [.keyword, .digits],
      because: "Long digits behind a registry's name are said one by one, not counted."),
    Rule(
      Interval.self, on: [.digits, .bracket, .upper, .mixed],
      because: "A level before CI and bounds in brackets belong together, before percent and range."
    ),
    Rule(
      Statistic.self, on: [.letter, .upper, .mixed, .capitalized, .nonASCII, .keyword],
      because: "A letter before a sign is a symbol: no article, no unit, no initialism."),
  ]

  /// Numbers that something around them gives a meaning, the surest first.
  private static let numbers: [Rule] = [
    Rule(
      PostalState.self, on: .upper,
      because: "A code of five digits behind it, or a party before it: no word, no numeral."),
    Rule(
      PostalCode.self, on: [.digits, .upper],
      because: "Its digits and letters would be numbers, ordinals and units."),
    Rule(
      RomanNumeral.self, on: [.upper, .mixed, .capitalized, .keyword, .bracket],
      because: "Letters, so it competes with no number; its neighbours must name it."),
    Rule(
      Telephone.self, on: [.digits, .sign, .bracket],
      because: "Its groups would each be a number, a range or a bracketed aside."),
    Rule(
      DigitString.self, on: .digits,
      because: "A word such as PIN or ISBN outweighs any shape of the digits behind it."),
    Rule(
      CalendarSpan.self, on: .keyword,
      because: "Two days or months; each alone would leave the dash between them unsaid."),
    Rule(
      DateSpan.self, on: [.digits, .keyword],
      because: "Two dates; each alone would leave the dash between them unsaid."),
    Rule(
      CalendarDate.self, on: [.digits, .keyword],
      because: "Holds a day, an ordinal or a year, and points or slashes of its own."),
    Rule(
      ShortWeekday.self, on: [.keyword, .letter],
      because: "Behind spans and dates, which hold the names of days as well."),
    Rule(
      VersionNumber.self, on: [.digits, .letter],
      because: "More points than a decimal has, and no date."),
    Rule(
      FiscalPeriod.self, on: [.digits, .letter, .upper],
      because: "A digit, Q or H, or FY, and a year: neither is to be counted."),
    Rule(
      ScriptureVerse.self, on: [.digits, .capitalized, .keyword],
      because: "Its colon would make a time of it; only the name of a book tells."),
    Rule(
      TimeSpan.self, on: .digits,
      because: "Two times; the first may borrow its half of the day from the second."),
    Rule(
      ClockTime.self, on: .digits,
      because: "Its colon is also that of a ratio, its point also that of a decimal."),
    Rule(
      LengthOfTime.self, on: .digits,
      because: "Hours, minutes and seconds that are no time of day."),
    Rule(
      DosingInterval.self, on: .letter,
      because: "A q before a number and hours: no name of letters and digits."),
    Rule(
      Money.self, on: [.digits, .currency, .upper, .capitalized, .sign],
      because: "A currency decides what its number and the letter behind it mean."),
    Rule(
      Percent.self, on: [.digits, .sign, .mark],
      because: "Its sign belongs to both ends of a range."),
    Rule(
      Product.self, on: .digits,
      because: "Sizes such as 3 cm × 4 cm hold measures."),
    Rule(
      FeetAndInches.self, on: [.digits, .mark],
      because: "Primes are quotation marks to everybody else."),
    Rule(
      YearSpan.self, on: [.digits, .quote],
      because: "1990–95 is no falling range; before Measure, as 500–400 BC is no compound."),
    Rule(
      Decade.self, on: [.digits, .quote],
      because: "1990s and '80s are not seconds."),
    Rule(
      Measure.self, on: [.digits, .sign, .mark],
      because: "A unit outweighs the year that 1500 m could be."),
    Rule(
      ScientificNumber.self, on: [.digits, .sign],
      because: "The ten of a power is no number by itself."),
    Rule(
      Exponent.self, on: .mark,
      because: "A raised digit behind its base."),
    Rule(
      NumberRange.self, on: [.digits, .mark],
      because: "Both ends in one; whatever could be two years was taken above."),
    Rule(
      Ratio.self, on: .digits,
      because: "Whatever two numbers with a colon are no time of day."),
    Rule(
      PlaceNumber.self, on: .digits,
      because: "Houses and rooms are said in pairs, as years are, below 1100 too."),
    Rule(
      Fraction.self, on: [.digits, .mark],
      because: "A slash or a fraction character is never part of what follows."),
    Rule(
      ScaledNumber.self, on: [.digits, .sign],
      because: "The k of 10k would be left as a letter."),
    Rule(
      Ordinal.self, on: .digits,
      because: "Its ending would be left as letters."),
  ]

  /// Between numbers with a meaning (10mg, 3rd, 5pm) and numbers by themselves.
  private static let names: [Rule] = [
    Rule(
      Alphanumeric.self, on: [.word, .digits],
      because: "A name of letters and digits is longer than the initialism or number in it.")
  ]

  /// Numbers by themselves.
  private static let looseNumbers: [Rule] = [
    Rule(
      Year.self, on: [.digits, .quote],
      because: "Four digits that nobody counted are most often a year."),
    Rule(
      DecimalNumber.self, on: [.digits, .sign],
      because: "Its whole part alone would be a cardinal."),
    Rule(
      NumberSign.self, on: .mark,
      because: "The sign alone; the number behind it is asked for next."),
    Rule(
      Cardinal.self, on: [.digits, .sign],
      because: "Whatever number nobody else took is counted."),
  ]

  /// Signs and letters between numbers that have been said.
  private static let formulas: [Rule] = [
    Rule(
      ScriptedSymbol.self, on: [.upper, .mixed, .capitalized, .letter, .nonASCII, .keyword, .mark],
      because: "Low digits and charges tie letters to one formula, before letters are spelled."),
    Rule(
      GreekLetter.self, on: .nonASCII,
      because: "One or two Greek letters are symbols; longer words are language."),
    Rule(
      Formula.self, on: .mark,
      because: "What no citation, number or unit took as its own is a sign between quantities."),
    Rule(
      FootnoteMark.self, on: .mark,
      because: "A star behind a word that multiplies nothing is a note's mark."),
  ]

  /// After dates, times and measures, whose short words these would take; before initialisms.
  private static let abbreviations: [Rule] = [
    Rule(
      Shorthand.self, on: [.lower, .letter, .mark, .capitalized],
      because: "The slash or ampersand inside it is no symbol."),
    Rule(
      Abbreviation.self, on: [.keyword, .letter],
      because: "Whatever short word no date, time or unit took is said in full."),
  ]

  /// Names and initials, after everything that gives capitals another meaning.
  private static let letters: [Rule] = [
    Rule(
      Initialism.self, on: [.upper, .mixed, .capitalized],
      because: "Capitals are letters unless a table or their sounds make them a word."),
    Rule(
      Shouting.self, on: .upper, because: "Capitals that are not letters are words under stress."),
  ]

  private static let rest: [Rule] = [
    Rule(
      Phrasing.self, on: [.mark, .nonASCII],
      because: "Punctuation that no value holds shapes the phrase."),
    Rule(Symbol.self, on: .mark, because: "Whatever mark nobody else took is named, or silent."),
  ]
}
