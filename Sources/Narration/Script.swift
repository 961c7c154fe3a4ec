public import SpokenText

/// What will be said, in order: utterances with the pause after each, under chapters.
public struct Script: Sendable {
  /// A chapter's title and the utterances that belong to it; the range is never empty.
  public struct Chapter: Hashable, Sendable {
    /// The title as players show it.
    public var title: String
    /// Indices into ``Script/utterances``.
    public var utterances: Range<Int>

    /// A chapter over a range of utterances.
    public init(title: String, utterances: Range<Int>) {
      self.title = title
      self.utterances = utterances
    }
  }

  /// In listening order.
  public var chapters: [Chapter]
  /// In listening order.
  public var utterances: [Utterance]

  /// A script with all its parts.
  public init(chapters: [Chapter], utterances: [Utterance]) {
    self.chapters = chapters
    self.utterances = utterances
  }
}

/// One sentence as one speaker says it: the unit that is synthesized, timed and captioned.
public struct Utterance: Hashable, Sendable {
  /// Stable over runs: chapter, passage and sentence, each from 1 (`c2-p3-s1`).
  public var id: String
  /// Who says it; nil for the narrator.
  public var speaker: Speaker?
  /// The kind of passage it stands in.
  public var passage: Passage.Kind
  /// The sentence as the source writes it, white space folded: what a caption shows.
  public var written: String
  /// UTF-8 bytes of the source that the sentence stands for.
  public var source: Range<Int>
  /// In the order in which they are heard.
  public var words: [Word]
  /// The silence that follows.
  public var pauseAfter: Pause

  /// An utterance with all its parts.
  public init(
    id: String, speaker: Speaker?, passage: Passage.Kind, written: String, source: Range<Int>,
    words: [Word], pauseAfter: Pause
  ) {
    self.id = id
    self.speaker = speaker
    self.passage = passage
    self.written = written
    self.source = source
    self.words = words
    self.pauseAfter = pauseAfter
  }
}

extension Utterance {
  /// The words with their marks, as one line.
  public var spoken: String {
    words.map { $0.text + $0.mark.rawValue }.joined(separator: " ")
  }
}

/// A word of an utterance, placed in the document.
public struct Word: Hashable, Sendable {
  /// The word without white space or marks.
  public var text: String
  /// UTF-8 bytes of the document; empty for a word that does not stand in it.
  public var source: Range<Int>
  /// The mark that follows the word and shapes the phrase.
  public var mark: PhrasingMark
  /// How to say the word, where the spelling would mislead.
  public var pronunciation: Pronunciation?
  /// A BCP 47 tag where it differs from the episode's and the word is said as it is written: what a
  /// rule of the episode's language made of it is of that language.
  public var language: String?
  /// Whether the source stresses it.
  public var isEmphasized: Bool
  /// Whether the source marks it as somebody's words within a passage that is no quotation itself.
  public var isQuoted: Bool

  /// A word with all its parts.
  public init(
    text: String, source: Range<Int>, mark: PhrasingMark = .none,
    pronunciation: Pronunciation? = nil, language: String? = nil, isEmphasized: Bool = false,
    isQuoted: Bool = false
  ) {
    self.text = text
    self.source = source
    self.mark = mark
    self.pronunciation = pronunciation
    self.language = language
    self.isEmphasized = isEmphasized
    self.isQuoted = isQuoted
  }
}

/// The kinds of silence after an utterance; a voice profile gives each its length.
public enum Pause: String, Hashable, Sendable, CaseIterable {
  case sentence, paragraph, heading, chapter
  /// After the last utterance.
  case end
}
