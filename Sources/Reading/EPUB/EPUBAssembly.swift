internal import Narration

/// Puts the documents of a book into one tree, in which notes are referred to over the bounds of
/// documents and chapters are marked.
struct EPUBAssembly {
  /// The book's language: documents that repeat it say nothing.
  var language: String?
  var notes: EPUBNotes
  /// What begins at a place: the title of a chapter, and how deep its entry stands in the list.
  private typealias Mark = (title: String, depth: Int)
  /// By member, then by fragment; the empty fragment stands for the document's start.
  private var titles: [String: [String: Mark]] = [:]
  /// Titles of chapters by the id of the marker in the tree.
  private(set) var chapterMarks: [String: String] = [:]

  private var builder = MarkupBuilder()
  /// Markers to be put before an element, by where it begins.
  private var markers: [Int: [String]] = [:]
  private var isInNotes = false

  init(language: String?, notes: EPUBNotes, entries: [EPUBNavigation.Entry]) {
    self.language = language
    self.notes = notes
    for entry in entries {
      guard let member = entry.member else { continue }
      // Of two titles for one place the first is taken, unless the second is of a part of it.
      let fragment = entry.fragment ?? ""
      if let first = titles[member]?[fragment], first.depth >= entry.depth { continue }
      titles[member, default: [:]][fragment] = (entry.title, entry.depth)
    }
  }

  /// Adds a document to the tree.
  mutating func add(_ document: EPUBDocument) {
    // What is left out begins no chapter.
    let wanted = document.reasonToLeaveOut == nil ? titles[document.path] ?? [:] : [:]
    let stray = findMarkers(for: wanted, in: document)
    let start = wanted[""]?.title ?? stray
    var attributes: [MarkupAttribute] = []
    if let reason = document.reasonToLeaveOut {
      attributes.append(
        MarkupAttribute(name: EPUBRoles.wholeDocument, value: reason.rawValue, source: nil))
    }
    if let title = start { mark(title, at: document.source.lowerBound) }
    builder.begin("section", attributes, at: document.source.lowerBound)
    isInNotes = holdsNotesAlone(document.body)
    copy(document.root)
    isInNotes = false
    builder.end(at: document.source.upperBound)
  }

  /// The whole tree.
  mutating func finish(at end: Int) -> MarkupTree { builder.finish(at: end) }

  // MARK: Copying

  // As deep as a tree can be, which is bounded.
  private mutating func copy(_ element: MarkupElement) {
    for child in element.children {
      switch child {
      case .text(let pieces):
        for piece in pieces {
          builder.text(piece.text, source: piece.source, isCopied: piece.isCopied)
        }
      case .element(let child):
        let start = child.source.lowerBound
        if let titles = markers.removeValue(forKey: start) {
          for title in titles { mark(title, at: start) }
        }
        let isOuter = isInNotes
        if !isInNotes, Self.isNoteSection(child) { isInNotes = holdsNotesAlone(child) }
        builder.begin(child.name, attributes(of: child), at: start)
        copy(child)
        builder.end(at: child.source.upperBound)
        isInNotes = isOuter
      }
    }
  }

  private mutating func mark(_ title: String, at offset: Int) {
    let id = "mark \(chapterMarks.count + 1)"
    chapterMarks[id] = title
    builder.begin("div", [MarkupAttribute(name: "id", value: id, source: nil)], at: offset)
    builder.end(at: offset)
  }

  private func attributes(of element: MarkupElement) -> [MarkupAttribute] {
    let start = element.source.lowerBound
    var attributes = element.attributes
    func set(_ name: String, _ value: String) {
      attributes.removeAll { $0.name == name }
      attributes.append(MarkupAttribute(name: name, value: value, source: nil))
    }
    attributes.removeAll { $0.name == "id" }
    if element.name == "html" || element.name == "body", let language {
      attributes.removeAll {
        ["lang", "xml:lang"].contains($0.name) && $0.value.lowercased() == language.lowercased()
      }
    }
    if let key = notes.notes[start] {
      // A note that is shown when its mark is touched is often hidden until then.
      attributes.removeAll { ["hidden", "aria-hidden", "style"].contains($0.name) }
      set("id", key)
      set("role", "doc-footnote")
    }
    if let key = notes.references[start] {
      set("href", "#" + key)
      set("role", "doc-noteref")
    } else if notes.backlinks.contains(start) {
      set("role", "doc-backlink")
    }
    if Self.isPageNumber(element) { set("role", "doc-pagebreak") }
    if isInNotes, case .heading = ElementRole(element) {
      set(EPUBRoles.noteHeading, "")
    }
    return attributes
  }

  /// Whether an element shows the number of a page of the printed edition, as Project Gutenberg's
  /// books and others without EPUB's own words do: `<span class="pagenum">[12]</span>`.
  private static func isPageNumber(_ element: MarkupElement) -> Bool {
    guard let style = element["class"], ["span", "a", "div", "p"].contains(element.name),
      style.split(separator: " ").contains(where: { pageClasses.contains($0.lowercased()) })
    else { return false }
    let text = element.text
    guard text.utf8.count < 24 else { return false }
    return text.lowercased().split { !$0.isLetter && !$0.isNumber }.allSatisfy { word in
      word.allSatisfy(\.isNumber) || word.allSatisfy { "ivxlc".contains($0) }
        || ["pg", "page", "p"].contains(word)
    }
  }

  private static let pageClasses: Set<String> = [
    "pagenum", "pageno", "pagenumber", "page-number", "page_number", "x-ebookmaker-pageno",
  ]

  // MARK: Notes

  private static func isNoteSection(_ element: MarkupElement) -> Bool {
    EPUBRoles.types(of: element).contains {
      ["footnotes", "endnotes", "rearnotes", "doc-endnotes"].contains($0)
    } || element["class"]?.split(separator: " ").contains("footnotes") ?? false
  }

  /// Whether a part holds headings, and beside them notes that are read elsewhere.
  private func holdsNotesAlone(_ part: MarkupElement) -> Bool {
    guard !notes.notes.isEmpty else { return false }
    var hasNotes = false
    var hasMore = false
    part.walk { node in
      guard !hasMore else { return false }
      switch node {
      case .text(let pieces):
        for piece in pieces where !piece.text.allSatisfy(\.isWhitespace) { hasMore = true }
        return true
      case .element(let element):
        if notes.notes[element.source.lowerBound] != nil {
          hasNotes = true
          return false
        }
        if case .heading = ElementRole(element) { return false }
        return true
      }
    }
    return hasNotes && !hasMore
  }

  // MARK: Marks

  /// Finds the blocks before which the titles of fragments stand.
  ///
  /// Many books put the id on an empty anchor inside of a heading, or at the end of the paragraph
  /// before it: the chapter begins with the block that holds the next text.
  ///
  /// - Returns: the title of an entry that leads to no element of the document, so that the document's
  ///   start stands for it.
  private mutating func findMarkers(
    for wanted: [String: Mark], in document: EPUBDocument
  ) -> String? {
    guard wanted.contains(where: { !$0.key.isEmpty }) else { return nil }
    var waiting: [String] = []
    var found: Set<String> = [""]
    var block: Int?
    var hasText = false
    document.root.walk { node in
      switch node {
      case .text(let pieces):
        guard !pieces.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) else { return true }
        if let block, !waiting.isEmpty {
          markers[block, default: []] += waiting
          waiting = []
        }
        hasText = true
      case .element(let element):
        let isBlock = ElementRole(element) != .inline
        if isBlock {
          block = element.source.lowerBound
          hasText = false
          if !waiting.isEmpty, element.name != "body" {
            markers[element.source.lowerBound, default: []] += waiting
            waiting = []
          }
        }
        let names = [element["id"], element.name == "a" ? element["name"] : nil]
        for case let name? in names {
          guard let title = wanted[name]?.title, found.insert(name).inserted else { continue }
          if isBlock {
            markers[element.source.lowerBound, default: []].append(title)
          } else if let block, !hasText {
            markers[block, default: []].append(title)
          } else {
            waiting.append(title)
          }
        }
      }
      return true
    }
    // In no order, so that the least of them is taken.
    return wanted.filter { !found.contains($0.key) }.map(\.value)
      .min { ($0.depth, $0.title) < ($1.depth, $1.title) }?.title
  }
}
