/// Finds the paragraphs of raw text.
///
/// | what stands there | what becomes of it |
/// | --- | --- |
/// | `One.⏎⏎Two.` | a blank line parts paragraphs |
/// | `A long line of prose.⏎Another.` | without wrapping, each line is a paragraph |
/// | `It was a cold⏎night in the city.` | a break in the middle of a sentence joins |
/// | prose wrapped at one width | full lines join until a blank line, an indent, or a line that ends early |
/// | `- milk⏎- eggs`, `1. Stir.⏎2. Serve.` | each item is a paragraph, with its hanging lines |
/// | `Chapter One⏎It was …` | a line that ends early stands alone |
/// | `* * *`, `-----` | a separator stands alone |
///
/// Whether lines are wrapped, and at which width, is decided by one look at the whole text
/// (`LineWrapping`); one pass then finds the paragraphs. The cost grows linearly.
public enum ParagraphSplitter {
  /// A paragraph and what it looks like.
  public struct Paragraph: Hashable, Sendable {
    /// UTF-8 bytes of the text, white space around them left out, line breaks inside kept.
    public var range: Range<Int>
    /// What it looks like.
    public var kind: Kind

    /// A paragraph with its range and kind.
    public init(range: Range<Int>, kind: Kind) {
      self.range = range
      self.kind = kind
    }
  }

  /// What a paragraph looks like; what it is, a reader of the whole document decides.
  public enum Kind: Hashable, Sendable {
    case prose
    /// Begins with a bullet, number or letter of a list, which is part of the range.
    case listItem
    /// One line of at most 80 characters without a stop at its end: a heading, a name, a line of
    /// verse.
    case shortLine
    /// Marks alone: `* * *`.
    case separator
  }

  /// UTF-8 ranges of the paragraphs of a plain text, white space around them left out; separators
  /// are among them.
  public static func paragraphs(in text: String) -> [Range<Int>] {
    classifiedParagraphs(in: text).map(\.range)
  }

  /// The paragraphs of a plain text with what they look like, in order.
  public static func classifiedParagraphs(in text: String) -> [Paragraph] {
    var text = text
    return text.withUTF8 { classifiedParagraphs(in: SourceBytes($0)) }
  }

  static func classifiedParagraphs(in bytes: SourceBytes) -> [Paragraph] {
    let wrapping = LineWrapping(bytes)
    var paragraphs: [Paragraph] = []
    // The paragraph that may go on, and its last line; nil after a blank line or a separator.
    var last: TextLine?
    var marker: ListMarker?
    var offset = 0
    while offset < bytes.count {
      let line = TextLine(bytes, at: offset)
      offset = line.next
      if line.isBlank {
        last = nil
        continue
      }
      if line.isSeparator(in: bytes) {
        paragraphs.append(Paragraph(range: line.content, kind: .separator))
        last = nil
        marker = nil
        continue
      }
      let found = line.marker(in: bytes).flatMap {
        begins($0, after: last, marker: marker, isWrapped: wrapping.width != nil, in: bytes)
          ? $0 : nil
      }
      if found == nil, let last, let paragraph = paragraphs.last,
        wrapping.joins(last, line, isItem: paragraph.kind == .listItem, in: bytes)
      {
        paragraphs[paragraphs.count - 1] = Paragraph(
          range: paragraph.range.lowerBound..<line.content.upperBound,
          kind: paragraph.kind == .listItem ? .listItem : .prose)
      } else {
        let kind: Kind = found != nil ? .listItem : isShort(line, in: bytes) ? .shortLine : .prose
        paragraphs.append(Paragraph(range: line.content, kind: kind))
        marker = found ?? (last == nil ? marker : nil)
      }
      last = line.endsParagraph ? nil : line
    }
    return paragraphs
  }

  /// Whether a marker begins an item where it stands: anywhere in text that is not wrapped; in
  /// wrapped text only after a line that is complete, or in its turn.
  private static func begins(
    _ found: ListMarker, after last: TextLine?, marker: ListMarker?, isWrapped: Bool,
    in bytes: SourceBytes
  ) -> Bool {
    // `A. Ito wrote` is no item, unless its turn has come.
    let isTurn = marker?.isFollowed(by: found) ?? false
    if found.style == .upper, !found.hasBracket { return isTurn || found.isFirst && last == nil }
    guard let last, isWrapped else { return true }
    return isTurn || marker?.style == .bullet && found.style == .bullet
      || last.ending(in: bytes) == .complete
  }

  private static func isShort(_ line: TextLine, in bytes: SourceBytes) -> Bool {
    line.content.count <= 320 && line.length(in: bytes) <= 80 && line.ending(in: bytes) == .open
  }
}
