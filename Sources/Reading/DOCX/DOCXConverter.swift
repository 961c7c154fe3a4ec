internal import Narration

/// Brings the body of a document and its notes into the vocabulary of HTML, every text with its place.
///
/// - Headings are paragraphs in a style that is one, whatever its id in the language of the program
///   that wrote it; under a title they are one level lower.
/// - Lists are counted as a word processor counts them, and headings too.
/// - Insertions are read, what is deleted is declared; so are tables of contents and page numbers.
/// - Text boxes and pictures that float are read behind their paragraph.
struct DOCXConverter {
  var out = MarkupWriter()
  let styles: DOCXStyles
  var numbering: DOCXNumbering
  var relationships: [String: DOCXPackage.Relationship]
  /// The language of the document.
  let language: String?
  /// Whether text outside of runs is text that lost its run for being nested too deep.
  var isFlattened: Bool
  /// The text of the first paragraph in the style of a title.
  var title: String?
  /// Whether there is a title, so that headings are below it.
  let hasTitle: Bool

  /// Lists that are open, the outermost first, each with an open item.
  var lists: [(level: Int, id: String, name: String)] = []
  /// Whether a block of code is open.
  var codeBlock: MarkupElement?
  /// Whether a heading announced a list of references.
  var isInReferences = false
  /// How many footnotes and endnotes were referred to, for their marks.
  var noteCounts: [String: Int] = [:]
  var fields = DOCXFields()
  /// Pictures and text boxes that wait for the end of their paragraph.
  var floats: [MarkupElement] = []
  /// The caption behind the paragraph at hand, which a picture's description may repeat.
  var captionBehind: String?
  var embeddedDocuments = 0
  var unknownSymbols = 0

  init(
    styles: DOCXStyles, numbering: DOCXNumbering,
    relationships: [String: DOCXPackage.Relationship], language: String?,
    document: DOCXPackage.Part
  ) {
    self.styles = styles
    self.numbering = numbering
    self.relationships = relationships
    self.language = language
    isFlattened = document.isFlattened
    hasTitle = document.tree.root.descendants("w:pStyle").contains {
      styles[$0["w:val"]].role == .title
    }
  }

  /// What the user should know of the conversion.
  func notices(named name: String) -> [Complaint] {
    var notices: [Complaint] = []
    if embeddedDocuments > 0 {
      notices.append(
        Complaint(
          .warning, at: name, "a document that is embedded in this one is not read",
          remedy: "save it by itself, and name it"))
    }
    if unknownSymbols > 0 {
      notices.append(
        Complaint(
          .notice, at: name,
          unknownSymbols == 1
            ? "a sign of a symbol font is left out: no character is known for it"
            : "\(unknownSymbols) signs of symbol fonts are left out: no character is known for them"
        ))
    }
    return notices
  }

  // MARK: Parts

  /// Reads the document itself.
  mutating func convert(_ part: DOCXPackage.Part) {
    fields.pair(in: part.tree.root)
    blocks(of: part.tree.root)
    closeBlocks()
    declareRest(of: part)
  }

  /// Elements whose text says how something is shown or made.
  private static let settings: Set<String> = [
    "w:instrText", "w:delInstrText", "wp:align", "wp:posOffset", "pctWidth", "pctHeight",
    "pctPosHOffset", "pctPosVOffset",
  ]

  /// Declares text that stands where none belongs, so that no word processor shows it.
  private mutating func declareRest(of part: DOCXPackage.Part) {
    let written = Set(out.starts.lazy.filter { $0 >= part.base })
    var rest: [MarkupTree.Piece] = []
    part.tree.root.walk {
      switch $0 {
      case .element(let element): return !Self.settings.contains(element.name)
      case .text(let pieces):
        for piece in pieces where !written.contains(piece.source.lowerBound) {
          if !piece.text.allSatisfy(\.isWhitespace) { rest.append(piece) }
        }
        return true
      }
    }
    out.omit(rest, because: .hidden)
  }

  /// Reads the footnotes or endnotes: separators are none.
  mutating func notes(
    in part: DOCXPackage.Part, kind: String, _ relationships: [String: DOCXPackage.Relationship]
  ) {
    self.relationships = relationships
    isFlattened = part.isFlattened
    isInReferences = false
    fields = DOCXFields()
    fields.pair(in: part.tree.root)
    // One within another, which damage makes, is read with it.
    for note in part.tree.root.outermost("w:" + kind) {
      if let type = note["w:type"], type != "normal" {
        out.omit(note, because: .separator)
        continue
      }
      out.begin(
        "aside", ["role": "doc-footnote", "id": "\(kind)-\(note["w:id"] ?? "")"], for: note)
      blocks(of: note)
      closeBlocks()
      out.end(for: note)
    }
    declareRest(of: part)
  }

  // MARK: Blocks

  mutating func blocks(of parent: MarkupElement) {
    for node in parent.children {
      switch node {
      case .text(let pieces): stray(pieces)
      case .element(let element): block(element)
      }
    }
  }

  /// The text of a caption right behind a paragraph with a picture.
  private func caption(behind element: MarkupElement) -> String? {
    guard !element.descendants("wp:docPr").isEmpty, let next = element.next, next.name == "w:p",
      styles[next.first("w:pPr")?.first("w:pStyle")?["w:val"]].role == .caption
    else { return nil }
    return next.shownText.onOneLine
  }

  private mutating func block(_ element: MarkupElement) {
    switch element.name {
    case "w:p": paragraph(element)
    case "w:tbl":
      closeBlocks()
      table(element)
    case "w:sdt": structured(element) { $0.blocks(of: $1) }
    case "w:del", "w:moveFrom": out.omit(element, because: .deleted)
    case "w:altChunk": embeddedDocuments += 1
    case "mc:AlternateContent": alternatives(element) { $0.blocks(of: $1) }
    case "w:sectPr", "w:tblPr", "w:tblGrid", "w:background": break
    case "m:oMathPara", "m:oMath":
      closeBlocks()
      out.begin("p", for: element)
      OfficeMath.write(element, to: &out)
      out.end(for: element)
    default: blocks(of: element)
    }
  }

  /// Content with a frame of its own; that of a table of contents is left out.
  mutating func structured(
    _ element: MarkupElement, _ read: (inout Self, MarkupElement) -> Void
  ) {
    let properties = element.first("w:sdtPr")
    let gallery = properties?.descendants("w:docPartGallery").first?["w:val"]
    if gallery == "Table of Contents" || DOCXStyles.isOn(properties?.first("w:showingPlcHdr")) {
      return out.omit(element, because: .furniture)
    }
    for child in element.elements where child.name == "w:sdtContent" { read(&self, child) }
  }

  /// One of the forms of the same content: the first that says something.
  mutating func alternatives(
    _ element: MarkupElement, _ read: (inout Self, MarkupElement) -> Void
  ) {
    let branches = element.elements.filter { $0.name == "mc:Choice" || $0.name == "mc:Fallback" }
    let best =
      branches.first { !$0.isBlank || !$0.descendants("wp:docPr").isEmpty } ?? branches.first
    for branch in branches {
      if branch.source == best?.source {
        read(&self, branch)
      } else {
        out.omit(branch, because: .alternative)
      }
    }
  }

  /// Text where none belongs: no word processor shows it.
  mutating func stray(_ pieces: ArraySlice<MarkupTree.Piece>) {
    guard !pieces.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) else { return }
    if isFlattened { out.text(pieces) } else { out.omit(pieces, because: .hidden) }
  }

  // MARK: Paragraphs

  private mutating func paragraph(_ element: MarkupElement) {
    let properties = element.first("w:pPr")
    let style = styles[properties?.first("w:pStyle")?["w:val"]]
    let list = properties?.first("w:numPr").flatMap(DOCXStyles.numbering) ?? style.numbering
    // An empty paragraph counts, and is nothing else.
    let marker = list.flatMap { numbering.marker(of: $0.id, level: $0.level) }
    var role = style.role
    if role == .body, let level = DOCXStyles.outline(properties) { role = .heading(level) }
    if role != .code { closeCode() }
    let isBlank = element.isBlank
    captionBehind = caption(behind: element)
    switch role {
    case .title, .subtitle, .heading:
      closeBlocks()
      guard !isBlank else { return content(of: element, style, in: "p") }
      heading(element, style, role, marker)
    case .code:
      closeLists()
      if codeBlock == nil {
        codeBlock = element
        out.begin("pre", for: element)
      } else {
        out.empty("br", for: element)
      }
      inline(of: element, look: style.look)
    case .contents:
      closeBlocks()
      out.omit(element, because: .furniture)
    case .metadata:
      closeBlocks()
      out.omit(element, because: .metadata)
    case .quote:
      closeBlocks()
      out.begin("blockquote", for: element)
      content(of: element, style, in: "p")
      out.end(for: element)
    case .caption:
      closeBlocks()
      content(of: element, style, in: "figcaption")
    case .body, .reference:
      if role == .reference || isInReferences, !isBlank {
        closeBlocks()
        out.begin("div", ["role": "doc-biblioentry"], for: element)
        inline(of: element, look: style.look)
        out.end(for: element)
      } else if let marker, let list, !isBlank {
        item(element, style, marker, list)
      } else if isBlank, lists.isEmpty == false, floats.isEmpty {
        // An empty line does not end a list.
        content(of: element, style, in: "p")
      } else {
        closeBlocks()
        content(of: element, style, in: "p")
      }
    }
    readFloats()
  }

  private mutating func content(
    of element: MarkupElement, _ style: DOCXStyles.Style, in name: String
  ) {
    out.begin(name, for: element)
    inline(of: element, look: style.look)
    out.end(for: element)
    readFloats()
  }

  /// What floats beside a paragraph, and what floats beside that.
  private mutating func readFloats() {
    let waiting = floats
    floats = []
    guard !waiting.isEmpty else { return }
    closeBlocks()
    for float in waiting {
      if float.name == "w:txbxContent" {
        out.begin("aside", for: float)
        blocks(of: float)
        closeBlocks()
        out.end(for: float)
      } else {
        out.begin("figure", for: float)
        picture(float)
        out.end(for: float)
      }
    }
  }

  // MARK: Ends

  mutating func closeBlocks() {
    closeCode()
    closeLists()
  }

  func insertPlace(of element: MarkupElement) -> Range<Int> {
    element.source.lowerBound..<element.source.lowerBound
  }

  mutating func insert(_ text: String, before element: MarkupElement) {
    out.text(text, for: insertPlace(of: element))
  }
}

extension MarkupElement {
  /// The text of the runs below, what is deleted or stands in notes left out.
  var shownText: String {
    var text = ""
    walk {
      guard case .element(let element) = $0 else { return false }
      switch element.name {
      case "w:t":
        text += element.text
        return false
      case "w:tab", "w:br", "w:cr": text += " "
      case "w:del", "w:moveFrom", "w:txbxContent", "w:pPr", "mc:Fallback": return false
      default: break
      }
      return true
    }
    return text
  }
}
