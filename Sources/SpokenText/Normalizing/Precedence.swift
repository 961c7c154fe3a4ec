/// Which rule is asked first, with the reason a line.
///
/// A token is offered to the classes in this order; the first that recognizes something there has
/// it. Longer and surer things stand before shorter and doubtful ones.
enum Precedence {
  static let rules: [Rule] = [
    // Scholarly text: what has brackets and names around a number comes before the number.
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
    Rule(Cardinal.self, on: .digits, because: "Whatever number nobody else took is counted."),
  ]
}
