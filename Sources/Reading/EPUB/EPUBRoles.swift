internal import Narration

/// What the EPUB Structural Semantics Vocabulary 1.1 and DPUB-ARIA 1.1 say of an element, as far as a
/// listener would skip it.
///
/// Of the roles that Readium's list calls skippable (Guided Navigation, "Roles"):
///
/// - `landmarks`, `loa`, `loi`, `lot`, `lov` are left out, and with them `toc`, `page-list` and
///   `index`: ways to look something up, of which the chapters of the audio are the better one
/// - `pullquote` is left out: it repeats what the text says
/// - `footnote` and `endnotes` are read by ``NotePolicy``, `pagebreak` by ``PageBreakPolicy``
/// - `bibliography` is read, since nothing else holds what it says
///
/// The roles that one may escape from, such as `aside`, `figure` and `table`, are read.
enum EPUBRoles {
  /// The types and roles of an element: `epub:type="footnote"`, `role="doc-footnote"`.
  static func types(of element: MarkupElement) -> [Substring] {
    var types: [Substring] = []
    for attribute in element.attributes
    where attribute.name == "epub:type" || attribute.name == "role" {
      types += attribute.value.split(whereSeparator: \.isWhitespace)
    }
    return types
  }

  /// Why an element is not read, nil when it is.
  static func reasonToLeaveOut(_ element: MarkupElement) -> Omission.Reason? {
    switch element.name {
    case "a": return types(of: element).contains("doc-backlink") ? .noteMark : nil
    case "epub:case":
      // What stands for readers who can show more (EPUB 3.0.1, 2.1.3.5) is said by the default.
      return element.parent?.first("epub:default") == nil ? nil : .alternative
    case "section":
      if let reason = element[wholeDocument] { return Omission.Reason(rawValue: reason) }
    default: break
    }
    if element[noteHeading] != nil { return .note }
    for type in types(of: element) {
      if let reason = skipped[type] { return reason }
    }
    return nil
  }

  /// An attribute of the element that stands for a whole document: the reason why it is left out.
  ///
  /// No document can have it, since it is no name.
  static let wholeDocument = "left out"

  /// An attribute of a heading over notes that are all read elsewhere; no name either.
  static let noteHeading = "over notes"

  private static let skipped: [Substring: Omission.Reason] = {
    var reasons: [Substring: Omission.Reason] = [
      "pullquote": .repetition, "doc-pullquote": .repetition,
    ]
    for type in [
      "toc", "page-list", "landmarks", "loa", "loi", "lot", "lov", "index", "doc-toc",
      "doc-pagelist", "doc-index",
    ] as [Substring] {
      reasons[type] = .navigation
    }
    return reasons
  }()
}
