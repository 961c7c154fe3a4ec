internal import Narration

/// The notes of a book and what refers to them, over all of its documents.
///
/// Besides what is marked as a note by EPUB or ARIA, the notes of EPUB 2 are found, which has no words
/// for them: a number or sign in the text that is a link to a block, from which a link leads back.
/// Elements are told apart by where they begin in the episode's source.
struct EPUBNotes {
  /// The key of each note that is referred to, by the element that is the note.
  private(set) var notes: [Int: String] = [:]
  /// The key of the note that a link refers to, by the link.
  private(set) var references: [Int: String] = [:]
  /// Links inside of notes that lead back to their references.
  private(set) var backlinks: Set<Int> = []

  /// A longer one is no note, unless it says that it is, in bytes of the source.
  private static let longestNote = 20_000

  private struct Link {
    var element: MarkupElement
    /// Where it leads: `MEMBER#ID`.
    var target: String
  }

  private var links: [Link] = []
  private var ids: [String: MarkupElement] = [:]
  /// Which links stand in a block, or in blocks in it.
  private var linksInBlock: [Int: [Int]] = [:]
  /// The first text of a block.
  private var textStart: [Int: Int] = [:]

  init(_ documents: [EPUBDocument]) {
    for document in documents { collect(document) }
    for link in links { refer(link) }
    // Links that lead to a reference from the note that it refers to.
    var referrers: [String: Set<String>] = [:]
    for link in links {
      guard let key = references[link.element.source.lowerBound] else { continue }
      referrers[key, default: []].formUnion(names(of: link.element))
    }
    for (start, key) in notes {
      for index in linksInBlock[start] ?? [] {
        let link = links[index]
        let place = link.element.source.lowerBound
        if references[place] == nil, referrers[key]?.contains(link.target) == true {
          backlinks.insert(place)
        }
      }
    }
  }

  private var member = ""
  private var idsOf: [Int: [String]] = [:]

  private mutating func collect(_ document: EPUBDocument) {
    var found: [Link] = []
    var named: [(String, MarkupElement)] = []
    document.root.walk {
      guard case .element(let element) = $0 else { return true }
      if let id = element["id"] ?? (element.name == "a" ? element["name"] : nil) {
        named.append(("\(document.path)#\(id)", element))
      }
      if element.name == "a", let href = element["href"],
        let target = MemberPath.resolve(href, in: document.path), let fragment = target.fragment
      {
        found.append(Link(element: element, target: "\(target.member)#\(fragment)"))
      }
      return true
    }
    for (key, element) in named {
      if ids[key] == nil { ids[key] = element }
      idsOf[element.source.lowerBound, default: []].append(key)
    }
    for link in found {
      var element = link.element.parent
      var blocks = 0
      while let outer = element, blocks < 4 {
        if ElementRole(outer) != .inline || Self.isNote(outer) {
          linksInBlock[outer.source.lowerBound, default: []].append(links.count)
          blocks += 1
        }
        element = outer.parent
      }
      links.append(link)
    }
  }

  private mutating func refer(_ link: Link) {
    guard let target = ids[link.target] else { return }
    let types = EPUBRoles.types(of: link.element)
    let place = link.element.source.lowerBound
    if types.contains("noteref") || types.contains("doc-noteref") {
      guard let note = Self.typedNote(around: target) ?? Self.block(around: target),
        !note.source.contains(place), Self.isNote(note) || note.source.count < Self.longestNote
      else { return }
      return add(note, from: place)
    }
    if let note = Self.typedNote(around: target) {
      // A link from elsewhere, unless it is one of the kind that leads on from note to note.
      if !note.source.contains(place), Self.isMark(link.element.text) { add(note, from: place) }
      return
    }
    guard Self.isMark(link.element.text), isBehindText(link.element),
      let note = Self.block(around: target), !note.source.contains(place),
      note.source.count < Self.longestNote
    else { return }
    let names = names(of: link.element)
    let leadsBack = (linksInBlock[note.source.lowerBound] ?? []).contains {
      names.contains(links[$0].target) && references[links[$0].element.source.lowerBound] == nil
    }
    if leadsBack { add(note, from: place) }
  }

  private mutating func add(_ note: MarkupElement, from place: Int) {
    let start = note.source.lowerBound
    let key = notes[start] ?? "note \(notes.count + 1)"
    notes[start] = key
    references[place] = key
  }

  /// The ids by which links lead to a reference: its own, that of what it stands in, or in it.
  private func names(of link: MarkupElement) -> Set<String> {
    var names: Set<String> = []
    for element in [link, link.parent, link.parent?.parent, link.elements.first { _ in true }] {
      guard let element else { continue }
      if element.source.count > 2000 { continue }
      names.formUnion(idsOf[element.source.lowerBound] ?? [])
    }
    return names
  }

  /// Whether text stands before a link in its block, as before every mark of a note.
  private mutating func isBehindText(_ link: MarkupElement) -> Bool {
    var block = link.parent
    while let outer = block, ElementRole(outer) == .inline { block = outer.parent }
    guard let block else { return false }
    let start = block.source.lowerBound
    if textStart[start] == nil {
      var first = Int.max
      block.walk {
        guard first == .max else { return false }
        if case .text(let pieces) = $0,
          let piece = pieces.first(where: { !$0.text.allSatisfy(\.isWhitespace) })
        {
          first = piece.source.lowerBound
        }
        return true
      }
      textStart[start] = first
    }
    return (textStart[start] ?? .max) < link.source.lowerBound
  }

  // MARK: Shapes

  private static func isNote(_ element: MarkupElement) -> Bool {
    EPUBRoles.types(of: element).contains {
      ["footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"].contains($0)
    }
  }

  private static func typedNote(around element: MarkupElement) -> MarkupElement? {
    var element: MarkupElement? = element
    while let candidate = element {
      if isNote(candidate) { return candidate }
      element = candidate.parent
    }
    return nil
  }

  /// The block that an id stands for: a paragraph, a list's item, a box; nil for larger parts.
  private static func block(around element: MarkupElement) -> MarkupElement? {
    var element: MarkupElement? = element
    while let candidate = element {
      if ["p", "li", "aside", "div", "dd"].contains(candidate.name) { return candidate }
      guard ElementRole(candidate) == .inline else { return nil }
      element = candidate.parent
    }
    return nil
  }

  /// Whether a text is no more than the mark of a note: `12`, `[3]`, `*`, `†`, `iv`, `b`.
  static func isMark(_ text: String) -> Bool {
    let mark = text.filter { !$0.isWhitespace && !"[](){}.⁠".contains($0) }
    guard (1...5).contains(mark.count) else { return false }
    return mark.allSatisfy { $0.isNumber || "⁰¹²³⁴⁵⁶⁷⁸⁹".contains($0) }
      || mark.allSatisfy { "*†‡§¶‖#".contains($0) } || mark.allSatisfy { "ivxlc".contains($0) }
      || mark.count == 1 && mark.allSatisfy { $0.isLowercase }
  }
}
