internal import Narration

/// Reads a book in EPUB 2 or 3: the documents of its spine in their order.
///
/// The members that are read stand one behind the other in the episode's source: the package
/// document and the table of contents, whose texts are declared omissions, then the documents. What
/// the spine marks as `linear="no"` is left out, as Readium does, but for notes that the text refers
/// to. Nothing outside of the archive is ever asked for.
struct EPUBReader {
  let input: ReaderInput

  /// Reads the bytes of a book.
  func read(_ bytes: [UInt8]) throws(ReadingError) -> EpisodeDraft {
    let archive = try ZipArchive(bytes, named: input.name, limit: input.options.byteLimit)
    var container = EPUBContainer(archive)
    let locked = try container.encryptedMembers()
    let packagePath = try container.packagePath()
    guard !locked.contains(packagePath) else { throw container.refusal(of: packagePath) }
    var texts = MemberTexts(archive)
    guard let (packageTree, _) = try texts.parse(packagePath) else {
      throw ReadingError(
        .undecodable, at: archive.name, "its package document \(packagePath) is missing")
    }
    let package = EPUBPackage(packageTree.root, path: packagePath)
    var omitted = Self.omissions(of: packageTree.root, because: .metadata)
    var notices = container.notices

    // The table of contents, which may be a document of the spine too.
    var spine = Spine(package, archive)
    var navigation: EPUBNavigation?
    if let path = package.navigationPath, !locked.contains(path),
      let (tree, source) = try texts.parse(path)
    {
      let found = EPUBNavigation(document: tree.root, path: path)
      if !found.entries.isEmpty { navigation = found }
      if spine.holds(path) {
        spine.parsed[path] = EPUBDocument(path: path, tree: tree, source: source)
      } else {
        omitted += Self.omissions(of: tree.root, because: .navigation)
      }
    }
    if let path = package.ncxPath, !spine.holds(path), !locked.contains(path),
      let (tree, _) = try texts.parse(path)
    {
      let found = EPUBNavigation(ncx: tree.root, path: path)
      if navigation == nil, !found.entries.isEmpty { navigation = found }
      omitted += Self.omissions(of: tree.root, because: .navigation)
    }

    // The documents.
    for path in spine.paths {
      guard !locked.contains(path) else { throw container.refusal(of: path) }
      guard spine.parsed[path] == nil, let (tree, source) = try texts.parse(path) else { continue }
      spine.parsed[path] = EPUBDocument(path: path, tree: tree, source: source)
    }
    var documents = spine.documents(package)
    guard !documents.isEmpty else {
      throw ReadingError(
        .empty, at: texts.name(of: packagePath), "the spine of this book names no document in it",
        remedy: "check that the file is whole")
    }
    let source = SourceText(document: input.name, members: texts.members)
    notices += spine.notices.map { notice in
      Complaint(
        .warning, at: source.place(of: notice.source).description, notice.what,
        remedy: notice.remedy)
    }
    let (entries, dropped) = navigation?.flat() ?? ([], 0)
    if dropped > 0 {
      notices.append(
        Complaint(
          .notice, at: input.name,
          "\(dropped) entries of the table of contents are too many for chapters and begin none"))
    }
    let metadata = EPUBMetadata(package).metadata
    if let notice = Self.noticeOfAuxiliary(&documents, texts) { notices.append(notice) }

    var assembly = EPUBAssembly(
      language: metadata.language, notes: EPUBNotes(documents), entries: entries)
    for document in documents { assembly.add(document) }
    let tree = assembly.finish(at: source.text.utf8.count)
    var reader = MarkupReader(options: input.options)
    reader.reasonToLeaveOut = EPUBRoles.reasonToLeaveOut
    reader.chapterMarks = assembly.chapterMarks
    reader.read(tree.root)

    var draft = EpisodeDraft(source: source, metadata: metadata)
    draft.passages = reader.drafts
    draft.omissions = omitted + reader.omissions
    draft.cover = cover(package, archive, locked, &notices)
    draft.notices = archive.notices + texts.notices + notices
    return draft
  }

  /// What is told of documents outside of the reading order; a book that puts all of them there is
  /// read all the same.
  private static func noticeOfAuxiliary(
    _ documents: inout [EPUBDocument], _ texts: MemberTexts
  ) -> Complaint? {
    let auxiliary = documents.filter { $0.reasonToLeaveOut == .auxiliary }
    guard auxiliary.count < documents.count else {
      for index in documents.indices { documents[index].reasonToLeaveOut = nil }
      return nil
    }
    guard let first = auxiliary.first else { return nil }
    let what =
      auxiliary.count == 1
      ? "this document" : "\(auxiliary.count) documents, of which this is the first,"
    return Complaint(
      .notice, at: texts.name(of: first.path),
      "the book puts \(what) outside of its reading order: left out, but for notes")
  }

  /// All text of a tree as omissions, the words for images too.
  private static func omissions(
    of root: MarkupElement, because reason: Omission.Reason
  ) -> [Omission] {
    var omissions: [Omission] = []
    root.walk {
      switch $0 {
      case .element(let element):
        if let source = MarkupReader.spokenAttribute(of: element)?.source {
          omissions.append(Omission(source: source, reason: reason))
        }
      case .text(let pieces):
        let spoken = pieces.filter { !$0.text.allSatisfy(\.isWhitespace) }
        if let first = spoken.first, let last = spoken.last {
          let source = first.source.lowerBound..<last.source.upperBound
          omissions.append(Omission(source: source, reason: reason))
        }
      }
      return true
    }
    return omissions
  }

  private func cover(
    _ package: EPUBPackage, _ archive: ZipArchive, _ locked: Set<String>,
    _ notices: inout [Complaint]
  ) -> Cover? {
    guard let item = package.coverItem, let path = item.path, archive.member(path) != nil else {
      return nil
    }
    var what = "the cover cannot be read"
    if locked.contains(path) {
      what = "the cover is encrypted"
    } else if let bytes = try? archive.bytes(of: path, limit: Cover.largestSize) {
      if let cover = Cover(bytes: bytes) { return cover }
      what = "the cover is neither JPEG nor PNG nor GIF nor WebP"
    }
    notices.append(
      Complaint(.notice, at: "\(archive.name)/\(path)", "\(what) and is left out"))
    return nil
  }
}
