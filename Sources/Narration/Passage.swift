/// A stretch of text of one kind that one speaker says: what a reader finds between two blank lines.
///
/// `Reading` decides what a passage is; `SpokenText` decides the sentences inside it and never
/// joins two.
public struct Passage: Hashable, Sendable {
  /// What a passage is in its document, and so how it is announced, paused and skipped.
  public enum Kind: Hashable, Sendable {
    /// A heading with its level, from 1.
    case heading(level: Int)
    case paragraph
    case listItem(marker: String)
    case quote
    case verse
    /// A cell of a table; row and column from 0, with the headers that hold for it.
    case tableCell(row: Int, column: Int, headers: [String])
    /// A block of program code; its text is empty where the code itself is left out.
    case code
    /// An image's alternative text.
    case figure
    case caption
    /// A footnote or endnote with its mark: `3`, `*`; empty when it has none.
    case note(mark: String)
    /// One entry of a reference list.
    case reference
  }

  /// Something that holds for a part of the text.
  public struct Span: Hashable, Sendable {
    /// UTF-8 bytes of the passage's text.
    public var text: Range<Int>
    /// What holds there.
    public var kind: SpanKind

    /// A span with its range.
    public init(text: Range<Int>, kind: SpanKind) {
      self.text = text
      self.kind = kind
    }
  }

  /// What may hold for a part of a passage.
  public enum SpanKind: Hashable, Sendable {
    case emphasis
    case link(target: String)
    /// A BCP 47 tag.
    case language(String)
    /// A long form that the document gives for this abbreviation.
    case expansion(String)
    case noteReference(String)
    case quotation
  }

  /// What it is in its document.
  public var kind: Kind
  /// Who says it; nil for the narrator.
  public var speaker: Speaker?
  /// The text to be said, white space folded; empty only for ``Kind/code`` that is left out.
  public var text: String
  /// What holds for parts of the text, sorted by start.
  public var spans: [Span]
  /// The way back to the source.
  public var runs: RunMap

  /// A passage with all its parts.
  public init(
    kind: Kind, speaker: Speaker? = nil, text: String, spans: [Span] = [], runs: RunMap
  ) {
    self.kind = kind
    self.speaker = speaker
    self.text = text
    self.spans = spans
    self.runs = runs
  }
}

extension Passage.Kind {
  /// The kind by one word, as JSON names it: `heading`, `list-item`.
  public var name: String {
    switch self {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .listItem: "list-item"
    case .quote: "quote"
    case .verse: "verse"
    case .tableCell: "table-cell"
    case .code: "code"
    case .figure: "figure"
    case .caption: "caption"
    case .note: "note"
    case .reference: "reference"
    }
  }
}

/// Somebody who speaks in the text, by name as the text gives it.
public struct Speaker: Hashable, Sendable {
  /// The name as the text gives it.
  public var name: String

  /// A speaker by name.
  public init(name: String) { self.name = name }
}
