public import Narration

/// The silences of an episode by their kind.
public struct Pauses<Length: Hashable & Sendable>: Hashable, Sendable {
  /// Between two sentences of a paragraph.
  public var sentence: Length
  /// After a paragraph.
  public var paragraph: Length
  /// After a heading.
  public var heading: Length
  /// Between two chapters.
  public var chapter: Length
  /// Before the first word of the episode.
  public var leading: Length
  /// After the last word of the episode.
  public var trailing: Length

  /// All kinds.
  public init(
    sentence: Length, paragraph: Length, heading: Length, chapter: Length, leading: Length,
    trailing: Length
  ) {
    self.sentence = sentence
    self.paragraph = paragraph
    self.heading = heading
    self.chapter = chapter
    self.leading = leading
    self.trailing = trailing
  }

  /// The silence that follows an utterance.
  public subscript(after pause: Pause) -> Length {
    switch pause {
    case .sentence: sentence
    case .paragraph: paragraph
    case .heading: heading
    case .chapter: chapter
    case .end: trailing
    }
  }

  /// Every length changed in the same way.
  func map<Other>(_ change: (Length) -> Other) -> Pauses<Other> {
    Pauses<Other>(
      sentence: change(sentence), paragraph: change(paragraph), heading: change(heading),
      chapter: change(chapter), leading: change(leading), trailing: change(trailing))
  }
}

extension Pauses<Int> {
  /// Milliseconds where neither settings nor profile say otherwise.
  public static var standard: Pauses<Int> {
    Pauses(
      sentence: 350, paragraph: 700, heading: 900, chapter: 1500, leading: 500, trailing: 1000)
  }
}
