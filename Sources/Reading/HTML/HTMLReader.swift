internal import Narration

/// Reads a page of the web: the article on it, not the page.
struct HTMLReader {
  let input: ReaderInput

  /// Reads decoded text.
  func read(_ text: String, notices: [Complaint]) -> EpisodeDraft {
    let source = SourceText(document: input.name, text: text)
    let parsed = HTMLParser.parse(text)
    var reader = MarkupReader(options: input.options)
    reader.read(parsed.tree.root)
    var draft = EpisodeDraft(source: source, notices: notices)
    draft.passages = reader.drafts
    draft.omissions = reader.omissions
    return draft
  }
}
