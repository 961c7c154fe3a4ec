/// What an entry of a reference list says, field by field, as it is written.
///
/// `Novak, J. (2018). Echoes. Sound, 4(2), 9–20. https://doi.org/10.5555/s.4` → authors `Novak`; year
/// `2018`; title `Echoes`; container `Sound`; volume `4`; issue `2`; pages `9–20`; identifier
/// `10.5555/s.4`.
public struct ReferenceFields: Hashable, Sendable {
  /// Surnames, or the name of an organization, in the order of the entry.
  public var authors: [String] = []
  /// Whether "et al." or dots stand for further authors.
  public var hasFurtherAuthors = false
  /// The year, or what stands for it: `2020a`, `n.d.`, `in press`; empty when there is none.
  public var year = ""
  /// The title without quotation marks.
  public var title = ""
  /// The journal, the book, the conference, the publisher or the site.
  public var container = ""
  /// The number of the volume.
  public var volume = ""
  /// The number of the issue; of two the first.
  public var issue = ""
  /// First and last page, or the number of an article.
  public var pages = ""
  /// A DOI without its address, else a number of arXiv, the first address, or a PMID.
  public var identifier = ""
}

extension ReferenceEntry {
  /// The fields of a text that is, as a whole, one entry of a reference list; nil for other text.
  ///
  /// - Parameters:
  ///   - text: A whole passage.
  ///   - role: ``TextRole/reference`` where the text is known to stand in such a list, so that
  ///     authors and a title are enough.
  public static func fields(of text: String, as role: TextRole = .prose) -> ReferenceFields? {
    var text = text
    return text.withUTF8 { buffer in
      let bytes = SourceBytes(buffer)
      var tokens: [Token] = []
      Lexer.tokenize(0..<bytes.count, of: bytes, into: &tokens)
      return tokens.withUnsafeBufferPointer {
        let passage = TokenizedSentence(
          bytes: bytes, tokens: $0, language: .americanEnglish, policies: Policies(), role: role)
        return ReferenceEntry(in: passage)?.fields(in: passage)
      }
    }
  }

  private func fields(in passage: TokenizedSentence) -> ReferenceFields {
    func text(_ tokens: Range<Int>) -> String {
      passage.bytes.string(passage.bytes(of: tokens))
    }
    func text(_ token: Int?) -> String { token.map { passage.text($0) } ?? "" }
    var fields = ReferenceFields()
    fields.authors = authors.surnames.map { text($0) }
    fields.hasFurtherAuthors = authors.hasEtAl || authors.hasGap(in: passage)
    fields.year = year.map { text($0.years.tokens) } ?? text(lateYear)
    fields.title = text(title)
    fields.container = text(container)
    fields.volume = text(volume)
    fields.issue = text(issue)
    fields.pages = text(pages)
    fields.identifier = identifier(in: passage)
    return fields
  }

  private func identifier(in passage: TokenizedSentence) -> String {
    for link in links {
      for at in link {
        guard let end = Identifier.doiEnd(at: at, in: passage) else { continue }
        return passage.bytes.string(passage.bytes(of: at..<min(end, link.upperBound)))
      }
    }
    for at in title.lowerBound..<max(tokens.upperBound, title.lowerBound)
    where passage.token(at, isIgnoringCase: "arxiv") {
      if let match = Identifier.recognize(at: at, in: passage) {
        return passage.bytes.string(passage.bytes(of: match.tokens))
      }
    }
    if let first = links.first { return passage.bytes.string(passage.bytes(of: first)) }
    for at in access..<max(tokens.upperBound, access)
    where passage.token(at, isIgnoringCase: "pmid") {
      for digits in at + 1..<at + 4 where passage[digits].isDigits { return passage.text(digits) }
    }
    return ""
  }
}
