internal import Narration

extension EPUBReader {
  /// The reading order with its documents, each of them once.
  struct Spine {
    /// What the user is told, with its place in the package document.
    struct Notice {
      var source: Range<Int>
      var what: String
      var remedy: String?
    }

    /// The members to read, in order.
    private(set) var paths: [String] = []
    private(set) var notices: [Notice] = []
    var parsed: [String: EPUBDocument] = [:]
    private var auxiliary: Set<String> = []
    private var known: Set<String> = []

    init(_ package: EPUBPackage, _ archive: ZipArchive) {
      for item in package.spine {
        guard let named = package.item(item.idref) else {
          notice(item, "the spine names `\(item.idref)`, which the manifest does not have")
          continue
        }
        guard let document = package.document(for: named) else {
          notice(
            item,
            "the spine names `\(named.path ?? named.id)`, which is no text "
              + "(\(named.mediaType)) and has nothing to read in its place")
          continue
        }
        guard let path = document.path else {
          notice(
            item, "the spine names `\(named.id)`, which lies outside of the book",
            "what is outside of the archive is never fetched")
          continue
        }
        guard archive.member(path) != nil else {
          notice(
            item, "the spine names \(path), which is not in the archive",
            "the rest is read; check that the file is whole")
          continue
        }
        guard known.insert(path).inserted else {
          notice(item, "the spine names \(path) twice; it is read once")
          continue
        }
        paths.append(path)
        if !item.isLinear { auxiliary.insert(path) }
      }
    }

    private mutating func notice(
      _ item: EPUBPackage.SpineItem, _ what: String, _ remedy: String? = nil
    ) {
      notices.append(Notice(source: item.source, what: what.onOneLine, remedy: remedy))
    }

    func holds(_ path: String) -> Bool { known.contains(path) }

    /// The documents, those marked that are no part of what is read.
    func documents(_ package: EPUBPackage) -> [EPUBDocument] {
      let contents = Set(package.guide.filter { $0.type == "toc" }.map(\.path))
      let covers = Set(package.guide.filter { $0.type == "cover" }.map(\.path))
      return paths.compactMap { path in
        guard var document = parsed[path] else { return nil }
        let types = document.root.descendants("body", "section").prefix(2)
          .flatMap(EPUBRoles.types(of:))
        if path == package.navigationPath || contents.contains(path), document.isContentsPage {
          document.reasonToLeaveOut = .navigation
        } else if covers.contains(path) || types.contains("cover") || types.contains("doc-cover"),
          document.isPicture
        {
          // The picture itself goes into the audio file.
          document.reasonToLeaveOut = .metadata
        } else if auxiliary.contains(path) {
          document.reasonToLeaveOut = .auxiliary
        }
        return document
      }
    }
  }
}
