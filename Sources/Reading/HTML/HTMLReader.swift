internal import Narration

/// Reads a page of the web: the article on it, not the page.
struct HTMLReader {
  let input: ReaderInput

  /// Reads decoded text.
  func read(_ text: String, notices: [Complaint]) throws(ReadingError) -> EpisodeDraft {
    let source = SourceText(document: input.name, text: text)
    let parsed = HTMLParser.parse(text)
    let root = parsed.tree.root
    let page = PageMetadata(root)
    let article = PageArticle(root, titles: page.titles)
    var reader = MarkupReader(options: input.options)
    reader.reasonToLeaveOut = article.reasonToLeaveOut
    reader.reasonToLeaveOutText = article.reasonToLeaveOutText(in:)
    reader.language = MarkupReader.language(ofDocument: root)
    reader.read(root)
    let warnings = parsed.warnings(in: source)
    guard !reader.drafts.isEmpty else { throw empty(reader.omissions, warnings, source) }
    var draft = EpisodeDraft(source: source, notices: notices + warnings)
    draft.metadata = page.metadata(heading: heading(article.title, in: reader.drafts))
    draft.passages = reader.drafts
    draft.omissions = reader.omissions
    return draft
  }

  /// The words of the title's heading as they are read, without the marks beside them.
  private func heading(_ title: MarkupElement?, in drafts: [DraftPassage]) -> String? {
    guard let title else { return nil }
    return drafts.first {
      guard let run = $0.passage.runs.runs.first else { return false }
      return $0.passage.kind.isHeading && title.source.contains(run.source.lowerBound)
    }?.passage.text
  }

  /// A page without text says why: it is often written by a program when it is opened.
  private func empty(
    _ omissions: [Omission], _ warnings: [Complaint], _ source: SourceText
  ) -> ReadingError {
    if let warning = warnings.last {
      return ReadingError(
        .empty, at: warning.place ?? input.name, "no text is left to be read: \(warning.what)",
        remedy: "save the page again")
    }
    if let script = omissions.first(where: { $0.reason == .script }) {
      return ReadingError(
        .empty, at: source.place(of: script.source).description,
        "the page has no text of its own, only programs that would write it",
        remedy: "open it in a browser and save what it shows")
    }
    return ReadingError(
      .empty, at: input.name, "the page has no text",
      remedy: "name a page with words in it")
  }
}
