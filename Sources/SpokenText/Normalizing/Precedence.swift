/// Which rule is asked first, with the reason a line.
///
/// A token is offered to the classes in this order; the first that recognizes something there has
/// it. Longer and surer things stand before shorter and doubtful ones.
enum Precedence {
  static let rules: [Rule] = indivisible + definitions + abbreviations + letters + rest

  /// Characters and runs that nothing else may take apart.
  private static let indivisible: [Rule] = [
    Rule(
      Unspeakable.self, on: [.control, .nonASCII],
      because: "What has no sound goes first, so that no other rule says it."),
    Rule(
      Emoji.self, on: .mark,
      because: "A sequence of emoji is one picture, its parts are not symbols."),
    Rule(
      Electronic.self, on: [.word, .digits, .mark],
      because: "Numbers, dots and slashes in an address mean nothing else."),
  ]

  private static let definitions: [Rule] = [
    Rule(
      DefinitionMention.self, on: .bracket,
      because: "The defining bracket is told from a citation or an aside by the document itself.")
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

  /// Names and initials, after everything that gives capitals another meaning.
  private static let letters: [Rule] = [
    Rule(
      Alphanumeric.self, on: [.word, .digits],
      because: "A name of letters and digits is longer than the initialism or number in it."),
    Rule(
      Initialism.self, on: [.upper, .mixed, .capitalized],
      because: "Capitals are letters unless a table or their sounds make them a word."),
    Rule(
      Shouting.self, on: .upper, because: "Capitals that are not letters are words under stress."),
  ]

  private static let rest: [Rule] = [
    Rule(Cardinal.self, on: .digits, because: "Whatever number nobody else took is counted."),
    Rule(
      Phrasing.self, on: [.mark, .nonASCII],
      because: "Punctuation that no value holds shapes the phrase."),
    Rule(Symbol.self, on: .mark, because: "Whatever mark nobody else took is named, or silent."),
  ]
}
