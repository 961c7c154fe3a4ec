internal import Narration

extension JATSConverter {
  /// Reads text, what is part of it, and blocks between, in their order.
  ///
  /// - Parameter read: Elements right inside that were read before.
  mutating func inline(of element: MarkupElement, except read: MarkupElement?...) {
    let starts = read.compactMap { $0?.source.lowerBound }
    let nodes = Array(element.children)
    var index = 0
    while index < nodes.count {
      var end = index + 1
      if let citation = citation(at: index, in: nodes) {
        end = citation.end
        if citation.isNamed {
          write(citation)
          index = end
        }
      }
      for node in nodes[index..<end] {
        switch node {
        case .text(let pieces): text(pieces)
        case .element(let child): if !starts.contains(child.source.lowerBound) { self.read(child) }
        }
      }
      index = end
    }
  }

  mutating func text(_ pieces: ArraySlice<MarkupTree.Piece>) {
    out.text(pieces)
    for piece in pieces.suffix(8) { tail += piece.text.suffix(Self.tailLength) }
    if tail.utf8.count > 4 * Self.tailLength { tail = String(tail.suffix(Self.tailLength)) }
  }

  /// How many characters before a citation are looked at.
  static let tailLength = 80

  private static let names: [String: String] = [
    "italic": "i", "bold": "b", "sub": "sub", "sup": "sup", "strike": "s", "monospace": "code",
    "term": "dt", "def": "dd", "term-head": "p", "def-head": "p", "verse-line": "p",
    "speaker": "p", "table": "table", "ruby": "ruby", "rt": "rt", "rp": "rp", "rb": "rb",
  ]

  mutating func read(_ element: MarkupElement) {
    if Self.isBlock(element) { return block(element) }
    if Self.isMetadata(element) { return out.omit(element, because: .metadata) }
    switch element.name {
    case "xref": crossReference(element)
    case "ext-link", "uri", "self-uri", "related-article", "related-object":
      link(element, to: element["xlink:href"])
    case "email": link(element, to: "mailto:" + element.text.onOneLine)
    case "abbrev": abbreviation(element)
    case "break": out.empty("br", for: element)
    case "hr": out.empty("hr", for: element)
    case "list-item": listItem(element)
    case "caption": captions(element, label: nil)
    case "title": paragraphLike(element)
    case "alternatives", "citation-alternatives": alternatives(element)
    case "inline-formula", "disp-formula", "chem-struct": formula(element)
    case "math": out.copy(element)
    case "tex-math": TeXText.write(element, to: &out)
    case "inline-graphic", "inline-media", "private-char": graphic(element)
    case "alt-text", "long-desc": out.image(alternative: element)
    case "index-term", "index-term-range-end": out.omit(element, because: .hidden)
    case "fn": footnote(element)
    case "ref": reference(element)
    case "code": code(element)
    case "mixed-citation", "nlm-citation", "element-citation", "citation", "product":
      citedWork(element)
    default:
      guard let name = Self.names[element.name] ?? (element["xml:lang"] == nil ? nil : "span")
      else { return inline(of: element) }
      out.begin(name, language(of: element), for: element)
      inline(of: element)
      out.end(for: element)
    }
  }

  /// A title that heads no section: of a list or of a quotation.
  mutating func paragraphLike(_ element: MarkupElement) {
    out.begin("p", for: element)
    inline(of: element)
    out.end(for: element)
  }

  private mutating func link(_ element: MarkupElement, to target: String?) {
    guard let target, !target.isEmpty else { return inline(of: element) }
    out.begin("a", ["href": target], for: element)
    inline(of: element)
    out.end(for: element)
  }

  /// Code in text is said as text; a block of it is code.
  private mutating func code(_ element: MarkupElement) {
    let isBlock = element.parent.map { ["sec", "body", "boxed-text", "app"].contains($0.name) }
    out.begin(isBlock == true ? "pre" : "code", for: element)
    inline(of: element)
    out.end(for: element)
  }

  /// `<abbrev>HIV<def><p>human …</p></def></abbrev>`: the long form is the document's own.
  private mutating func abbreviation(_ element: MarkupElement) {
    let definition = element.first("def")
    let long = definition?.text.onOneLine ?? element["xlink:title"] ?? element["alt"] ?? ""
    if long.isEmpty {
      out.begin("span", for: element)
    } else {
      out.begin("abbr", ["title": long], for: element)
    }
    inline(of: element, except: definition)
    out.end(for: element)
    if let definition { out.omit(definition, because: .alternative) }
  }

  // MARK: References within the article

  private mutating func crossReference(_ element: MarkupElement) {
    let targets = Self.targets(of: element)
    switch element["ref-type"] {
    case "fn", "table-fn", "author-notes", "corresp", "aff", "contrib":
      let note = targets.first { referredNotes.contains(String($0)) }
      guard let note, element["ref-type"] == "fn" else {
        return out.omit(element, because: .noteMark)
      }
      noteMark(element, to: String(note))
    case "bibr":
      if !targets.isEmpty, targets.allSatisfy({ references[$0] == nil }) {
        unresolved.append(element.source)
      }
      inline(of: element)
    default:
      for target in targets where floats[String(target)] != nil { mentioned.append(String(target)) }
      inline(of: element)
    }
  }

  private mutating func noteMark(_ element: MarkupElement, to id: String) {
    out.begin("a", ["role": "doc-noteref", "href": "#\(id)"], for: element)
    element.walk {
      if case .text(let pieces) = $0 { out.text(pieces) }
      return true
    }
    out.end(for: element)
  }

  /// A note that stands where its mark would be, or in a list of notes.
  private mutating func footnote(_ element: MarkupElement) {
    guard let parent = element.parent,
      ["p", "title", "article-title", "td", "th", "italic", "bold"]
        .contains(parent.name)
    else { return note(element) }
    let id = element["id"] ?? "note-at-\(element.source.lowerBound)"
    out.begin("a", ["role": "doc-noteref", "href": "#\(id)"], for: element)
    if let label = element.first("label") { out.text(label.text, for: label.textSource) }
    out.end(for: element)
    notesInText.append((id, element))
  }

  // MARK: Several forms of one thing

  private static let preferred = [
    "table", "math", "tex-math", "textual-form", "chem-struct", "preformat", "code",
    "mixed-citation", "element-citation", "nlm-citation",
  ]

  /// Reads the form that says most, and declares the others.
  private mutating func alternatives(_ element: MarkupElement) {
    let forms = Array(element.elements)
    let best =
      Self.preferred.lazy.compactMap { name in forms.first { $0.name == name } }.first
      ?? forms.first { !$0.isBlank }
    for node in element.children {
      switch node {
      case .text(let pieces): text(pieces)
      case .element(let form):
        if form.source == best?.source {
          read(form)
        } else {
          out.omit(form, because: .alternative)
        }
      }
    }
  }

  /// A formula with its number: `E = mc² (1)`.
  private mutating func formula(_ element: MarkupElement) {
    let isApart = element.name == "disp-formula" && element.parent?.name != "p"
    if isApart { out.begin("p", for: element) }
    var isRead = false
    let label = element.first("label")
    for node in element.children {
      switch node {
      case .text(let pieces): text(pieces)
      case .element(let child) where child.source == label?.source: continue
      case .element(let child) where child.name == "math" || child.name == "tex-math":
        // One form of a formula is enough.
        if isRead { out.omit(child, because: .alternative) } else { read(child) }
        isRead = true
      case .element(let child): read(child)
      }
    }
    if let label {
      out.text(" ", for: label.source.lowerBound..<label.source.lowerBound)
      inline(of: label)
    }
    if isApart { out.end(for: element) }
  }

  private mutating func graphic(_ element: MarkupElement) { inline(of: element) }
}
