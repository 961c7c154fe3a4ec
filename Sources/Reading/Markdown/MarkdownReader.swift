internal import Narration

/// Reads Markdown: CommonMark with GitHub's tables, task lists, struck out text and footnotes, the HTML
/// in it, front matter, and some marks of Pandoc's.
struct MarkdownReader {
  let input: ReaderInput

  /// Reads decoded text.
  func read(_ text: String, notices: [Complaint]) -> EpisodeDraft {
    let source = SourceText(document: input.name, text: text)
    let lines = MarkdownLines(Array(source.text.utf8))
    let head = FrontMatter(lines)
    let mask = MarkdownMask(lines, head: head.range)

    // A footnote that nothing refers to would be dropped by the parser.
    var references: [UInt8] = []
    for label in mask.footnotes { references += [0x5B] + label + [0x5D, 0x0A, 0x0A] }
    var writer = MarkdownHTML(
      CommonMarkParser.parse([references, mask.bytes]), source: lines,
      masked: MarkdownLines(mask.bytes), linesBefore: 2 * mask.footnotes.count)
    writer.write()
    var reader = MarkupReader(options: input.options)
    let tree = writer.html.tree()
    // What the mask took for white space stands as it is in the source.
    tree.checkCopies(of: Array(source.text.utf8))
    let root = tree.root
    reader.read(root)

    var draft = EpisodeDraft(source: source, notices: notices)
    draft.passages = reader.drafts
    draft.omissions = reader.omissions
    if !head.range.isEmpty {
      draft.omissions.append(Omission(source: head.range, reason: .metadata))
    }
    draft.omissions += UnreadText.omissions(of: root, in: draft)
    let (metadata, complaints) = head.metadata(in: source, lines)
    draft.metadata = metadata
    draft.metadata.title = metadata.title ?? Self.title(of: draft.passages)
    draft.notices += complaints + warnings(mask, writer, source)
    return draft
  }

  /// The first heading of level 1.
  private static func title(of passages: [DraftPassage]) -> String? {
    passages.first { $0.passage.kind == .heading(level: 1) }?.passage.text
  }

  private func warnings(
    _ mask: MarkdownMask, _ writer: MarkdownHTML, _ source: SourceText
  ) -> [Complaint] {
    let most = 20
    var warnings = mask.defused.prefix(most).map {
      Complaint(
        .warning, at: source.place(of: $0.source).description,
        "\($0.what): read as plain text")
    }
    if mask.defused.count > most {
      warnings.append(
        Complaint(
          .warning, at: input.name, "\(mask.defused.count - most) more such places are read as text"
        ))
    }
    if let first = writer.openComments.first {
      warnings.append(
        Complaint(
          .warning, at: source.place(of: first..<first).description,
          "a comment begins here that has no end: what follows is read",
          remedy: "end it with -->"))
    }
    return warnings
  }
}
