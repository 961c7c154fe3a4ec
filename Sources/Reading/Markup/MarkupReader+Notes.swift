internal import Narration

/// The footnotes and endnotes of a document, and those that wait to be read.
struct MarkupNotes {
  let policy: NotePolicy
  /// By id.
  private var notes: [String: MarkupElement] = [:]
  /// Ids of ``notes`` in the order in which they stand.
  private var order: [String] = []
  /// Notes that are referred to, so that they are not read where they stand.
  private var referred: Set<String> = []
  /// Ids, with the mark that refers to them, in the order of the references.
  var atChapterEnd: [(id: String, mark: String)] = []
  var atPlace: [(id: String, mark: String)] = []
  private var read: Set<String> = []
  /// Ids of what refers to a note, to which notes lead back.
  private var places: Set<String> = []

  init(policy: NotePolicy) { self.policy = policy }

  /// Finds the notes of a document, and what refers to them.
  mutating func collect(from root: MarkupElement) {
    var found: [MarkupElement] = []
    var references: [MarkupElement] = []
    root.walk {
      guard case .element(let element) = $0 else { return true }
      if ElementRole(element) == .note { found.append(element) }
      if element.name == "a", Self.target(of: element) != nil { references.append(element) }
      return true
    }
    for element in found {
      if let id = element["id"], notes[id] == nil {
        notes[id] = element
        order.append(id)
      }
    }
    for element in references {
      guard let target = Self.target(of: element), notes[target] != nil else { continue }
      referred.insert(target)
      for holder in [element, element.parent] { holder?["id"].map { _ = places.insert($0) } }
    }
  }

  /// Whether a link is a reference to a note.
  func isReference(_ element: MarkupElement) -> Bool {
    guard element.name == "a", let target = Self.target(of: element) else { return false }
    let roles = (element["role"] ?? "") + " " + (element["epub:type"] ?? "")
    return roles.split(separator: " ").contains { $0 == "doc-noteref" || $0 == "noteref" }
      || notes[target] != nil && !isBacklink(element)
  }

  /// The id within the document that a link leads to.
  static func target(of element: MarkupElement) -> String? {
    guard let address = element["href"], let hash = address.firstIndex(of: "#") else { return nil }
    return String(address[address.index(after: hash)...])
  }

  /// Whether a link leads from a note back to its place: `↩`.
  func isBacklink(_ element: MarkupElement) -> Bool {
    let roles = [element["role"], element["class"], element["epub:type"], element["rev"]]
      .compactMap(\.self).joined(separator: " ")
    if roles.contains("doc-backlink") || roles.contains("backref") || roles.contains("backlink")
      || roles.contains("footnote-back")
    {
      return true
    }
    return !places.isEmpty && Self.target(of: element).map(places.contains) ?? false
  }

  /// Takes in that a mark refers to a note.
  mutating func refer(to id: String, mark: String) {
    guard notes[id] != nil, !read.contains(id) else { return }
    read.insert(id)
    switch policy {
    case .chapter: atChapterEnd.append((id, mark))
    case .place: atPlace.append((id, mark))
    case .omit: break
    }
  }

  func note(_ id: String) -> MarkupElement? { notes[id] }

  /// Whether a note is read elsewhere than where it stands.
  func isReferred(_ element: MarkupElement) -> Bool {
    guard policy != .omit, !referred.isEmpty, let id = element["id"], referred.contains(id) else {
      return false
    }
    // Of two notes with one id the second is read where it stands.
    return notes[id]?.source == element.source
  }

  /// Notes that only a part refers to that is not read itself.
  var unread: [MarkupElement] {
    policy == .omit
      ? [] : order.filter { referred.contains($0) && !read.contains($0) }.compactMap { notes[$0] }
  }
}

extension MarkupReader {
  /// The mark itself says nothing; the note is read where the policy wants it.
  mutating func noteReference(_ element: MarkupElement) {
    let mark = element.text.onOneLine.filter { !"[]()".contains($0) }
    leaveOut(element, because: .noteMark)
    if let id = MarkupNotes.target(of: element) { notes.refer(to: id, mark: String(mark)) }
  }

  /// A note where it stands: read here only when nothing refers to it.
  mutating func note(_ element: MarkupElement) {
    if options.policies.notes == .omit {
      leaveOut(element, because: .note)
    } else if !notes.isReferred(element) {
      readNote(element, mark: element["data-mark"] ?? "")
    }
  }

  /// Reads the notes that wait for the end of the chapter.
  mutating func readPendingNotes() {
    // A note may refer to another.
    while !notes.atChapterEnd.isEmpty {
      let waiting = notes.atChapterEnd
      notes.atChapterEnd = []
      for (id, mark) in waiting { notes.note(id).map { readNote($0, mark: mark) } }
    }
    readNotesAtPlace()
  }

  /// Declares notes left out to which nothing refers that is read.
  mutating func leaveOutUnreadNotes() {
    for note in notes.unread { leaveOut(note, because: .note) }
  }

  mutating func readNotesAtPlace() {
    while !notes.atPlace.isEmpty {
      let waiting = notes.atPlace
      notes.atPlace = []
      for (id, mark) in waiting { notes.note(id).map { readNote($0, mark: mark) } }
    }
  }

  private mutating func readNote(_ element: MarkupElement, mark: String) {
    builder.end()
    let outer = (kind, pendingMarker, pendingNote, lists)
    kind = .paragraph
    pendingMarker = nil
    // Only its first paragraph is announced as a note.
    pendingNote = mark
    lists = []
    content(of: element)
    builder.end()
    (kind, pendingMarker, pendingNote, lists) = outer
  }
}

extension MarkupNotes {
  /// Whether an element holds nothing but notes that are read elsewhere, and their heading.
  func isListOfReferred(_ element: MarkupElement) -> Bool {
    guard ElementRole.isNoteList(element) else { return false }
    var isOne = true
    var count = 0
    element.walk {
      guard isOne else { return false }
      guard case .element(let child) = $0 else { return true }
      switch ElementRole(child) {
      case .note:
        count += 1
        if !isReferred(child) { isOne = false }
        return false
      case .inline where child.name != "section", .heading, .separator, .list, .container:
        return true
      default:
        isOne = false
        return false
      }
    }
    return isOne && count > 0
  }

}
