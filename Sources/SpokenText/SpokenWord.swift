/// One word to say, with the place in the source that it stands for.
public struct SpokenWord: Hashable, Sendable {
  /// The word without white space or phrasing marks: `twenty-five`.
  public var text: String
  /// UTF-8 bytes of the source; several words of one edit may share them; empty for an insertion.
  public var source: Range<Int>
  /// The mark that follows the word and shapes the phrase.
  public var mark: PhrasingMark
  /// How to say it, where the spelling would mislead the voice.
  public var pronunciation: Pronunciation?

  /// A word with all that travels with it.
  public init(
    text: String, source: Range<Int>, mark: PhrasingMark = .none,
    pronunciation: Pronunciation? = nil
  ) {
    self.text = text
    self.source = source
    self.mark = mark
    self.pronunciation = pronunciation
  }
}

/// Punctuation as a speaker hears it.
public enum PhrasingMark: String, Hashable, Sendable {
  case none = ""
  case comma = ","
  case semicolon = ";"
  case colon = ":"
  case period = "."
  case question = "?"
  case exclamation = "!"
}

/// How a word is said, independent of its spelling.
public indirect enum Pronunciation: Hashable, Sendable {
  /// A letter said by its name, never as a word: `A` is not the article.
  case letterName
  /// eSpeak's ASCII mnemonics (Kirshenbaum with additions): `r'Ed`.
  case espeak(String)
  /// The International Phonetic Alphabet.
  case ipa(String)
}
