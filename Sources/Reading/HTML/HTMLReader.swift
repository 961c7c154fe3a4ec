internal import Narration

/// Reads a page of the web: the article on it, not the page.
struct HTMLReader {
  let input: ReaderInput

  /// Reads decoded text.
  func read(_ text: String, notices: [Complaint]) -> EpisodeDraft {
    let source = SourceText(document: input.name, text: text)
    let parsed = HTMLParser.parse(text)
    let root = parsed.tree.root
    let article = PageArticle(root)
    var reader = MarkupReader(options: input.options)
    reader.reasonToLeaveOut = article.reasonToLeaveOut
    reader.reasonToLeaveOutText = article.reasonToLeaveOutText(in:)
    reader.read(root)
    var draft = EpisodeDraft(source: source, notices: notices + parsed.warnings(in: source))
    draft.passages = reader.drafts
    draft.omissions = reader.omissions
    return draft
  }
}
