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
  /// The title of a chapter that begins with an element, by the element's id.
  var chapterMarks: [String: String] = [:]

  var builder: PassageBuilder
  /// What paragraphs are where the reader stands: in a quotation they are quotes.
  var kind = Passage.Kind.paragraph
  /// The marker of the list item that begins, until its first passage has it.
  var pendingMarker: String?
  /// Lists around the reader, the innermost last.
  var lists: [MarkupList] = []
  var notes: MarkupNotes
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
      case .text(let pieces): for piece in pieces { add(piece) }
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
    } else {
      builder.end()
      block(element, role)
      builder.end()
    }
  }

  private mutating func block(_ element: MarkupElement, _ role: ElementRole) {
    let language = element["lang"] ?? element["xml:lang"]
    if let language { builder.beginSpan(.language(language)) }
    defer { if language != nil { builder.endSpan() } }
    switch role {
    case .heading(let level):
      if level <= 2 { readPendingNotes() }
      builder.begin(.heading(level: level))
      content(of: element)
    case .list: list(element)
    case .item: item(element, marker: "•")
    case .quote:
      let outer = kind
      kind = .quote
      content(of: element)
      builder.end()
      kind = outer
    case .code: code(element)
    case .table: table(element)
    case .image: image(element)
    case .caption:
      builder.begin(.caption)
      content(of: element)
    case .separator: builder.followsSeparator = true
    case .note: note(element)
    case .inline, .pageBreak, .leftOut: break
    case .container: content(of: element)
    }
    builder.end()
    if case .container = role, !notes.atPlace.isEmpty { readNotesAtPlace() }
  }

  /// Declares that all text of an element is left out, but for notes in it that are read elsewhere.
  mutating func leaveOut(_ element: MarkupElement, because reason: Omission.Reason) {
    element.walk {
      if case .element(let child) = $0 { return !notes.isReferred(child) }
      if case .text(let pieces) = $0 {
        for piece in pieces where !piece.text.allSatisfy(\.isWhitespace) {
          builder.omit(piece.source, because: reason)
        }
      }
      return true
    }
  }

  // MARK: Code, images

  private mutating func code(_ element: MarkupElement) {
    guard options.policies.code == .read else {
      leaveOut(element, because: .code)
      if options.policies.code == .announce { builder.addPlaceholder(.code, at: element.source) }
      return
    }
    builder.begin(.code)
    content(of: element)
  }

  private mutating func image(_ element: MarkupElement) {
    guard let alternative = element.attributes.first(where: { $0.name == "alt" }),
      !alternative.value.allSatisfy(\.isWhitespace)
    else { return }
    builder.begin(.figure)
    builder.add(
      alternative.value, source: alternative.source ?? element.source, isCopied: false)
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

  /// What a page break says of the page that begins: `12`, `[Pg 12]` → `page 12`; nil when it says
  /// nothing.
  private static func pageNumber(of element: MarkupElement) -> String? {
    let texts = [element.text, element["title"], element["aria-label"]].lazy.map { text in
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

  // MARK: Text

  /// Adds text, beginning a passage if none is open and there is more than white space.
  mutating func add(_ piece: MarkupTree.Piece) {
    if !builder.isOpen {
      guard !piece.text.allSatisfy(\.isWhitespace) else { return }
      begin()
    }
    guard script != .line, let raised = Scripts.text(piece.text, script) else {
      return builder.add(piece)
    }
    builder.add(raised, source: piece.source, isCopied: false)
  }

  /// Begins the passage that text here belongs to.
  mutating func begin() {
    if let marker = pendingMarker {
      pendingMarker = nil
      builder.begin(.listItem(marker: marker))
    } else {
      builder.begin(kind)
    }
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
