/// Which rule is asked first, with the reason a line.
///
/// A token is offered to the classes in this order; the first that recognizes something there has
/// it. Longer and surer things stand before shorter and doubtful ones.
enum Precedence {
  static let rules: [Rule] = numbers

  /// Numbers in all their forms, from those that only look like numbers to those that only count.
  private static let numbers: [Rule] = [
    Rule(
      RomanNumeral.self, on: [.upper, .mixed, .keyword],
      because: "Letters, so it competes with no number; its neighbours must name it."),
    Rule(
      Telephone.self, on: [.digits, .sign, .bracket],
      because: "Its groups would each be a number, a range or a bracketed aside."),
    Rule(
      DigitString.self, on: .digits,
      because: "A word such as PIN or ISBN outweighs any shape of the digits behind it."),
    Rule(
      DateSpan.self, on: [.digits, .keyword],
      because: "Two dates; each alone would leave the dash between them unsaid."),
    Rule(
      CalendarDate.self, on: [.digits, .keyword],
      because: "Holds a day, an ordinal or a year, and points or slashes of its own."),
    Rule(
      VersionNumber.self, on: [.digits, .letter],
      because: "More points than a decimal has, and no date."),
    Rule(
      FiscalPeriod.self, on: [.digits, .letter],
      because: "A digit, Q or H, and a year: neither is to be counted."),
    Rule(
      ScriptureVerse.self, on: .digits,
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
      Money.self, on: [.digits, .currency, .upper, .sign],
      because: "A currency decides what its number and the letter behind it mean."),
    Rule(
      Percent.self, on: [.digits, .sign, .mark],
      because: "Its sign belongs to both ends of a range."),
    Rule(
      Product.self, on: .digits,
      because: "Sizes such as 3 cm × 4 cm hold measures."),
    Rule(
      FeetAndInches.self, on: .digits,
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
      Ordinal.self, on: .digits,
      because: "Its ending would be left as letters."),
    Rule(
      Year.self, on: [.digits, .quote],
      because: "Four digits that nobody counted are most often a year."),
    Rule(
      ScaledNumber.self, on: [.digits, .sign],
      because: "The k of 10k would be left as a letter."),
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
}
