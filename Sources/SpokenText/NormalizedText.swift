/// A text as written, as spoken, and the way between the two.
public struct NormalizedText: Hashable, Sendable {
  /// The text that came in.
  public let source: String
  /// The text to speak: words and phrasing marks (`,` `;` `:` `.` `?` `!`).
  public let spoken: String
  /// Every change, in order; see ``Edit``.
  public let edits: [Edit]
  /// The sentences in order; between them lies white space alone.
  public let sentences: [Sentence]

  /// A sentence where it stands in both texts, white space around it left out.
  public struct Sentence: Hashable, Sendable {
    /// UTF-8 bytes of the source.
    public var source: Range<Int>
    /// UTF-8 bytes of the spoken text; empty when nothing of it is spoken.
    public var spoken: Range<Int>

    /// A sentence with both its ranges.
    public init(source: Range<Int>, spoken: Range<Int>) {
      self.source = source
      self.spoken = spoken
    }
  }

  /// Puts together what a normalizer found; the ranges must fit the texts.
  public init(source: String, spoken: String, edits: [Edit], sentences: [Sentence]) {
    self.source = source
    self.spoken = spoken
    self.edits = edits
    self.sentences = sentences
  }
}
