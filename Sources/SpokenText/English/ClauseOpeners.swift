/// Words that open a main clause and are no names: articles, determiners, pronouns, question words,
/// prepositions, auxiliary verbs, "and", "but".
///
/// After a stop that may belong to an abbreviation, one of them with a capital begins a sentence:
/// `I live in the U.S. How about you?`, but `the U.S. Senate`.
enum ClauseOpeners {
  static let words = """
    the a an this that these those my your his her its our their some any each every all both many
    most several few another such neither either other others one two three
    i he she it we they you there here it's he's she's we're they're i'm i've you're that's there's
    let let's let’s
    who what when where why how which whose what's who's
    at in on for from with by after before during of since until under over between among within
    without about as despite unlike to
    is are was were did does has have had can could would should isn't didn't doesn't
    and but or nor yet however
    """

  /// Words that open a clause as well, but stand behind single letters too: `each x in X. If …`.
  static let subordinating = """
    if when because although though while whereas unless so then thus therefore also still maybe
    perhaps please yes no not now today yesterday tomorrow meanwhile instead
    """

  /// Words that no sentence ends with: where a line breaks after one of them, the sentence goes on.
  static let dangling = """
    the a an this these my your our their its his of to in on at by for from with and or but nor as
    that than which who whose is are was were be into onto upon because if when while although until
    unless between without within during against toward towards
    """

  static func isOpener(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count <= 16 && openers.contains(WordKey(word))
  }

  static func isDangling(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count <= 16 && danglers.contains(WordKey(word))
  }

  /// Whether the word opens a clause, be it a subordinate one.
  static func isAnyOpener(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count <= 16 else { return false }
    let key = WordKey(word)
    return openers.contains(key) || subordinators.contains(key)
  }

  private static let openers = keys(of: words)
  private static let subordinators = keys(of: subordinating)
  private static let danglers = keys(of: dangling)

  private static func keys(of words: String) -> WordSet { WordSet(words) }
}

/// Names that are written with an exclamation mark.
///
/// `She works at Yahoo! Research.` is one sentence.
enum ExclamationNames {
  private static let names = WordSet(
    ["yahoo", "yum", "jeopardy", "joomla", "oklahoma", "oliver", "wham", "airplane"].map {
      WordKey($0)
    })

  static func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count <= 16 && names.contains(WordKey(word))
  }
}
