/// Which rule is asked first, with the reason a line.
///
/// A token is offered to the classes in this order; the first that recognizes something there has
/// it. Longer and surer things stand before shorter and doubtful ones.
enum Precedence {
  static let rules: [Rule] =
    abbreviations + [
      Rule(Cardinal.self, on: .digits, because: "Whatever number nobody else took is counted.")
    ]

  /// After dates, times and measures, whose short words these would take; before initialisms.
  private static let abbreviations: [Rule] = [
    Rule(
      DottedLetters.self, on: [.letter, .keyword],
      because: "Letters parted by stops are one thing, longer than the word that they begin with."),
    Rule(
      Shorthand.self, on: [.letter, .mark],
      because: "The slash or ampersand inside it is no symbol."),
    Rule(
      Abbreviation.self, on: [.keyword, .letter],
      because: "Whatever short word no date, time or unit took is said in full."),
  ]
}
