internal import Narration

/// Reads scholarly articles in the Journal Article Tag Suite (ANSI/NISO Z39.96) and in the DTDs of
/// the NLM before it.
///
/// ``JATSConverter`` brings the article into the vocabulary of HTML, from which ``MarkupReader`` makes
/// the passages.
struct JATSReader {
  let input: ReaderInput

  /// Reads decoded text.
  ///
  /// - Throws: ``ReadingError/Kind/unsupported`` when there is no article in it.
  func read(_ text: String, notices: [Complaint]) throws(ReadingError) -> EpisodeDraft {
    let source = SourceText(document: input.name, text: text)
    let parsed = XMLParser.parse(text, named: input.name)
    let articles = parsed.tree.root.outermost("article")
    guard let article = articles.first else {
      throw ReadingError(
        .unsupported, at: input.name,
        "no article of JATS stands here" + (parsed.damage.map { ": \($0.what)" } ?? ""),
        remedy: "name another format with --from")
    }
    var converter = JATSConverter(root: parsed.tree.root, end: text.utf8.count)
    converter.convert(parsed.tree.root)
    var reader = MarkupReader(options: input.options)
    reader.reasonToLeaveOut = MarkupWriter.reason(of:)
    reader.read(converter.finish().root)

    var draft = EpisodeDraft(source: source, notices: notices)
    draft.metadata = JATSMetadata.metadata(of: article)
    draft.passages = reader.drafts
    draft.omissions = reader.omissions + parsed.lost
    draft.notices += parsed.warnings
    if parsed.isFlattened {
      draft.notices.append(
        Complaint(
          .warning, at: input.name,
          "elements nest more than \(MarkupBuilder.deepest) deep; the inner ones are read as text"))
    }
    draft.notices += converter.unresolvedNotice(in: source)
    return draft
  }
}

extension MarkupElement {
  /// The elements of a name below that stand in no other of that name, in order.
  func outermost(_ name: String) -> [MarkupElement] {
    var found: [MarkupElement] = []
    walk {
      guard case .element(let element) = $0 else { return false }
      if element.name == name { found.append(element) }
      return element.name != name
    }
    return found
  }
}
