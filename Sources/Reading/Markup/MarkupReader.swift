internal import Narration

/// Makes passages of a ``MarkupTree`` in the vocabulary of HTML: what is a heading, a list, a table, a
/// note to a listener, and what is not said.
///
/// The readers of all formats with structure bring their documents into this vocabulary, so that a
/// list is read in one way whatever it was written in. Notes are marked as in EPUB and ARIA: a
/// reference is an `a` with `role="doc-noteref"` to the id of an element with
/// `role="doc-footnote"`.
///
/// Every piece of text of the tree ends in a passage or in a declared omission.
struct MarkupReader {
  let options: EpisodeReader.Options
  /// Why an element is not part of the text, nil when it is, by what a format's reader knows.
  var reasonToLeaveOut: (MarkupElement) -> Omission.Reason? = { _ in nil }
  /// Why text right inside an element is not part of the text, by what a format's reader knows.
  var reasonToLeaveOutText: ((MarkupElement) -> Omission.Reason?)?
  /// The title of a chapter that begins with an element, by the element's id.
  var chapterMarks: [String: String] = [:]

  var builder: PassageBuilder
  /// What paragraphs are where the reader stands: in a quotation they are quotes.
  var kind = Passage.Kind.paragraph
  /// Whether the heading that is read stands over a list of references.
  var isReferenceHeading = false
  /// The marker of the list item that begins, until its first passage has it.
  var pendingMarker: String?
  /// The mark of the note that begins, until its first passage has it.
  var pendingNote: String?
  /// Lists around the reader, the innermost last.
  var lists: [MarkupList] = []
  var notes: MarkupNotes
  /// The language of the text where the reader stands, as far as the document says; spans stand
  /// where it changes.
  var language: String?
  /// Whether each line is a passage, as in verse.
  var endsLines = false
  /// Line breaks since the last text.
  var lineBreaks = 0
  /// Whether text stands in `pre`, where line breaks are breaks.
  var isPreformatted = false
  /// Elements by their id, found when they are first asked for.
  var ids: [String: MarkupElement]?
  var root: MarkupElement?
  /// The figure whose image was read last, by its number, with its caption.
  var lastFigure: (number: Int, caption: MarkupElement?)?
  /// Raised or lowered text, in which digits become the characters that say so.
  var script = ScriptPosition.line

  enum ScriptPosition { case line, raised, lowered }

  init(options: EpisodeReader.Options) {
    self.options = options
    builder = PassageBuilder(longestWord: options.longestWord)
    notes = MarkupNotes(policy: options.policies.notes)
  }

  /// The passages so far.
  var drafts: [DraftPassage] { builder.drafts }
  /// What was left out so far.
  var omissions: [Omission] { builder.omissions }

  /// Reads a document, or a part of one with the notes in it.
  mutating func read(_ root: MarkupElement) {
    self.root = root
    (ids, lastFigure) = (nil, nil)
    if language == nil { language = Self.language(ofDocument: root) }
    notes.collect(from: root)
    content(of: root)
    builder.end()
    readPendingNotes()
    leaveOutUnreadNotes()
  }

  // MARK: Blocks

  /// Reads what stands inside an element: text and inline elements are one passage, blocks are theirs.
  mutating func content(of element: MarkupElement) {
    for child in element.children {
      switch child {
      case .text(let pieces):
        if let reason = reasonToLeaveOutText?(element) {
          leaveOut(pieces, because: reason)
        } else {
          for piece in pieces { add(piece) }
        }
      case .element(let element): read(element: element)
      }
    }
  }

  private mutating func read(element: MarkupElement) {
    if let id = element["id"], let mark = chapterMarks[id] {
      builder.end()
      readPendingNotes()
      builder.chapterMark = mark
    }
    let role = ElementRole(element)
    if let reason = role.reasonToLeaveOut ?? reasonToLeaveOut(element) {
      leaveOut(element, because: reason)
    } else if role == .inline {
      inline(element)
    } else if role == .pageBreak {
      pageBreak(element)
    } else if role == .note, notes.isReferred(element) {
      // It is read elsewhere, and parts nothing here.
    } else {
      builder.end()
      block(element, role)
      builder.end()
    }
  }

  private mutating func block(_ element: MarkupElement, _ role: ElementRole) {
    let outer = (language, endsLines, isPreformatted)
    let isOther = beginLanguage(of: element)
    defer {
      if isOther { builder.endSpan() }
      (language, endsLines, isPreformatted) = outer
    }
    switch role {
    case .heading(let level):
      if level <= 2 { readPendingNotes() }
      isReferenceHeading = ElementRole.isBibliography(element.parent)
      content(of: element, as: .heading(level: level))
      isReferenceHeading = false
    case .list: list(element)
    case .item: item(element, marker: "•")
    case .quote: content(of: element, as: .quote)
    case .verse: content(of: element, as: .verse)
    case .reference: content(of: element, as: .reference)
    case .code: code(element)
    case .table: table(element)
    case .image: image(element)
    case .caption: content(of: element, as: .caption)
    case .separator: builder.followsSeparator = true
    case .note: note(element)
    case .inline, .pageBreak, .leftOut: break
    case .container: container(element)
    }
    builder.end()
    if case .container = role, !notes.atPlace.isEmpty { readNotesAtPlace() }
  }

  private mutating func container(_ element: MarkupElement) {
    if element.name == "figure", element.isBlank, let label = label(of: element) {
      builder.begin(.figure)
      builder.add(label.text, source: label.source, isCopied: false)
    }
    if notes.isListOfReferred(element) {
      return leaveOut(element, because: .note)
    }
    if kind == .paragraph || kind == .quote, MarkupLines.isVerse(element) {
      endsLines = true
      return content(of: element, as: kind == .quote ? .quote : .verse)
    }
    endsLines = element.name == "address"
    content(of: element)
  }

  /// Reads what stands inside an element, its paragraphs of a kind of their own.
  mutating func content(of element: MarkupElement, as inner: Passage.Kind) {
    let outer = kind
    kind = inner
    content(of: element)
    builder.end()
    kind = outer
  }

  /// Declares that all text of an element is left out, attributes that would be said too, but for
  /// notes in it that are read elsewhere.
  mutating func leaveOut(_ element: MarkupElement, because reason: Omission.Reason) {
    // The parts of a formula are left out as an alternative where its words are read.
    if element.name != "math" || reason != .alternative {
      leaveOutAttribute(of: element, because: reason)
    }
    element.walk {
      if case .element(let child) = $0 {
        if reason != .script, child.name == "script" || child.name == "style" {
          leaveOut(child, because: .script)
          return false
        }
        guard !notes.isReferred(child) else { return false }
        leaveOutAttribute(of: child, because: reason)
        return true
      }
      if case .text(let pieces) = $0 { leaveOut(pieces, because: reason) }
      return true
    }
  }

  /// Declares that the text of an element is left out which stands in none below it.
  mutating func leaveOutText(of element: MarkupElement, because reason: Omission.Reason) {
    for case .text(let pieces) in element.children { leaveOut(pieces, because: reason) }
  }

  /// Declares that pieces of text are left out.
  mutating func leaveOut(
    _ pieces: ArraySlice<MarkupTree.Piece>, because reason: Omission.Reason
  ) {
    for piece in pieces where !piece.text.allSatisfy(\.isWhitespace) {
      builder.omit(piece.source, because: reason)
    }
  }

  /// A page break stands anywhere, most often inside of a sentence: it ends no passage.
  private mutating func pageBreak(_ element: MarkupElement) {
    guard options.policies.pageBreaks == .read, let number = Self.pageNumber(of: element) else {
      return leaveOut(element, because: .pageNumber)
    }
    let isInside = builder.isOpen
    if !isInside { begin() }
    builder.addBreak(at: element.source.lowerBound)
    builder.add(number, source: element.source, isCopied: false)
    builder.addBreak(at: element.source.upperBound)
    if !isInside { builder.end() }
  }

  /// Where a page break without text says its number.
  static let labels = ["title", "aria-label"]

  /// What a page break says of the page that begins: `12`, `[Pg 12]` → `page 12`; nil when it says
  /// nothing.
  private static func pageNumber(of element: MarkupElement) -> String? {
    let texts = ([element.text] + labels.map { element[$0] }).lazy.map { text in
      (text ?? "").filter { !"[](){}|.:".contains($0) }.onOneLine
    }
    guard let label = texts.first(where: { !$0.isEmpty }) else { return nil }
    guard let first = label.split(separator: " ").first else { return nil }
    switch first.lowercased() {
    case "pg", "p": return "page" + label.dropFirst(first.count)
    case "page": return label
    default: return label.count > 12 ? label : "page \(label)"
    }
  }

  // MARK: Languages

  /// The language that the element of all text says the document is in.
  static func language(ofDocument root: MarkupElement) -> String? {
    let outer =
      root.name == "#document" ? root.first("html") ?? root.elements.first { _ in true } : root
    guard let outer else { return nil }
    return language(of: outer) ?? outer.first("body").flatMap(language(of:))
  }

  /// The BCP 47 tag of an element; nil for none and for one that is none.
  static func language(of element: MarkupElement) -> String? {
    guard let tag = (element["xml:lang"] ?? element["lang"])?.replacing("_", with: "-"),
      LanguageTag.isValid(tag)
    else { return nil }
    return tag
  }

  /// Begins a span if an element is in another language than what is around it.
  ///
  /// - Returns: whether a span is to be ended, and ``language`` to be set back.
  mutating func beginLanguage(of element: MarkupElement) -> Bool {
    guard let tag = Self.language(of: element), tag.lowercased() != language?.lowercased() else {
      return false
    }
    language = tag
    builder.beginSpan(.language(tag))
    return true
  }

  // MARK: Text

  /// Adds text, beginning a passage if none is open and there is more than white space.
  mutating func add(_ piece: MarkupTree.Piece) {
    let isBlank = piece.text.allSatisfy(\.isWhitespace)
    if !builder.isOpen {
      guard !isBlank else { return }
      begin()
    }
    if !isBlank { lineBreaks = 0 }
    if isPreformatted { return addLines(of: piece) }
    guard script != .line, let raised = Scripts.text(piece.text, script) else {
      return builder.add(piece)
    }
    builder.add(raised, source: piece.source, isCopied: false)
  }

  /// Begins the passage that text here belongs to.
  mutating func begin() {
    if let mark = pendingNote {
      pendingNote = nil
      return builder.begin(.note(mark: mark))
    }
    switch kind {
    case .paragraph, .quote, .verse, .note:
      guard let marker = pendingMarker else { break }
      pendingMarker = nil
      return builder.begin(.listItem(marker: marker))
    case .tableCell(let row, let column, let headers) where !headers.isEmpty:
      builder.begin(kind)
      // Headers are said once, however many paragraphs a cell has.
      kind = .tableCell(row: row, column: column, headers: [])
      return
    default: break
    }
    builder.begin(kind, isReferenceHeading: isReferenceHeading)
  }
}

/// The raised and lowered forms of digits and signs, in which formulas and ordinals are understood.
enum Scripts {
  private static let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹", "+": "⁺", "-": "⁻", "−": "⁻", "n": "ⁿ",
  ]
  private static let lowered: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈",
    "9": "₉", "+": "₊", "-": "₋", "−": "₋",
  ]

  /// The text in that position; nil when it holds anything else than digits and signs: `2` → `²`,
  /// `th` → nil.
  static func text(_ text: String, _ position: MarkupReader.ScriptPosition) -> String? {
    let table = position == .raised ? raised : lowered
    var result = ""
    for character in text {
      guard let form = table[character] else { return nil }
      result.append(form)
    }
    return result.isEmpty ? nil : result
  }
}
