internal import Narration

/// Reads documents of word processors in Office Open XML (ECMA-376, part 1, WordprocessingML; its
/// strict form too).
///
/// ``DOCXConverter`` brings the document into the vocabulary of HTML, from which ``MarkupReader``
/// makes the passages.
struct DOCXReader {
  let input: ReaderInput

  /// Reads the bytes of a file.
  func read(_ bytes: [UInt8]) throws(ReadingError) -> EpisodeDraft {
    let limit = input.options.byteLimit.multipliedReportingOverflow(by: 4)
    var package = try DOCXPackage(
      bytes, named: input.name, limit: limit.overflow ? .max : limit.partialValue)
    let path = try package.mainPath()
    let relationships = try package.relationships(of: path)
    let paths = { (type: String) in
      relationships.values.filter { $0.type == type && !$0.isExternal }.map(\.target).sorted()
    }
    guard let document = try package.part(path) else {
      throw ReadingError(.unsupported, at: input.name, "the archive holds no word/document.xml")
    }
    let styles = DOCXStyles(
      try paths("styles").first.flatMapThrowing { path throws(ReadingError) in
        try package.tree(of: path)
      })
    let numbering = DOCXNumbering(
      try paths("numbering").first.flatMapThrowing { path throws(ReadingError) in
        try package.tree(of: path)
      }, styles: styles)
    let metadata = try self.metadata(&package, styles)

    var converter = DOCXConverter(
      styles: styles, numbering: numbering, relationships: relationships,
      language: metadata.language, document: document)
    converter.convert(document)
    for (type, kind) in [("footnotes", "footnote"), ("endnotes", "endnote")] {
      for path in paths(type) {
        guard let part = try package.part(path) else { continue }
        converter.notes(in: part, kind: kind, try package.relationships(of: path))
      }
    }
    // What is printed on every page, and what was remarked on the text, is not the text.
    let besides: [(String, Omission.Reason)] = [
      ("header", .runningHead), ("footer", .runningHead), ("comments", .hidden),
    ]
    for (type, reason) in besides {
      for path in paths(type) {
        guard let part = try package.part(path) else { continue }
        converter.out.omit(part.tree.root, because: reason)
      }
    }

    var reader = MarkupReader(options: input.options)
    reader.reasonToLeaveOut = MarkupWriter.reason(of:)
    reader.read(converter.out.finish(at: package.end).root)
    var draft = EpisodeDraft(source: SourceText(document: input.name, members: package.members))
    draft.metadata = metadata
    if let title = converter.title { draft.metadata.title = title }
    draft.passages = reader.drafts
    draft.omissions = reader.omissions + package.lost
    draft.notices = package.notices + converter.notices(named: input.name)
    return draft
  }

  /// What the core properties say (ECMA-376, part 2, chapter 11).
  private func metadata(
    _ package: inout DOCXPackage, _ styles: DOCXStyles
  ) throws(ReadingError) -> Metadata {
    var metadata = Metadata()
    metadata.language = styles.language
    guard
      let properties = try package.tree(of: "docProps/core.xml")?.root.elements.first(
        where: { _ in true })
    else { return metadata }
    let value = { (name: String) -> String? in
      guard let text = properties.first(name)?.text.onOneLine, !text.isEmpty else { return nil }
      return text
    }
    metadata.title = value("dc:title")
    metadata.artist = value("dc:creator").map {
      $0.split(separator: ";").map { $0.onOneLine }.joined(separator: ", ")
    }
    if let tag = value("dc:language"), LanguageTag.isValid(tag) { metadata.language = tag }
    if let created = value("dcterms:created")?.prefix(10), ISODate.isValid(String(created)) {
      metadata.date = String(created)
    }
    return metadata
  }
}

extension Optional {
  /// `flatMap` for what throws a reading error.
  fileprivate func flatMapThrowing<Result>(
    _ transform: (Wrapped) throws(ReadingError) -> Result?
  ) throws(ReadingError) -> Result? {
    guard let self else { return nil }
    return try transform(self)
  }
}
