/// Which rule is asked first, with the reason a line.
///
/// A token is offered to the classes in this order; the first that recognizes something there has
/// it. Longer and surer things stand before shorter and doubtful ones.
enum Precedence {
  static let rules: [Rule] = [
    // Characters and runs that nothing else may take apart.
    Rule(
      Unspeakable.self, on: [.control, .nonASCII],
      because: "What has no sound goes first, so that no other rule says it."),
    Rule(
      Emoji.self, on: .mark,
      because: "A sequence of emoji is one picture, its parts are not symbols."),
    Rule(
      Electronic.self, on: [.word, .digits, .mark, .lower],
      because: "Numbers, dots and slashes in an address mean nothing else."),

    // Short forms.
    Rule(
      DefinitionMention.self, on: .bracket,
      because: "The defining bracket is told from a citation or an aside by the document itself."),
    Rule(
      Alphanumeric.self, on: [.word, .digits],
      because: "A name of letters and digits is longer than the initialism or number in it."),
    Rule(
      Initialism.self, on: [.upper, .mixed, .capitalized],
      because: "Capitals are letters unless a table or their sounds make them a word."),
    Rule(
      Shouting.self, on: .upper, because: "Capitals that are not letters are words under stress."),

    // What is left.
    Rule(Cardinal.self, on: .digits, because: "Whatever number nobody else took is counted."),
    Rule(
      Phrasing.self, on: [.mark, .nonASCII],
      because: "Punctuation that no value holds shapes the phrase."),
    Rule(Symbol.self, on: .mark, because: "Whatever mark nobody else took is named, or silent."),
  ]
}
