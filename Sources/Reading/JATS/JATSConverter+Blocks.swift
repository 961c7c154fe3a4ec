internal import Narration

extension JATSConverter {
  /// What stands around text and never in it.
  private static let blocks: Set<String> = [
    "p", "sec", "list", "disp-quote", "verse-group", "boxed-text", "def-list", "fig", "fig-group",
    "table-wrap", "table-wrap-group", "preformat", "code-block", "statement", "speech", "question",
    "answer", "supplementary-material", "media", "graphic", "fn-group", "ref-list", "ack", "app",
    "app-group", "glossary", "notes", "bio", "array", "chem-struct-wrap", "question-wrap",
    "disp-formula-group", "table", "attrib", "explanation",
  ]

  /// What tells about a part rather than being it.
  private static let metadata: Set<String> = [
    "permissions", "object-id", "sec-meta", "copyright-statement", "copyright-year", "license",
    "ref-list-meta", "kwd-group", "subj-group", "contrib-group", "contributed-resource-group",
    "processing-meta", "article-id", "issue-id", "pub-id-type", "x-meta",
  ]

  static func isBlock(_ element: MarkupElement) -> Bool { blocks.contains(element.name) }

  /// Reads what an element holds, blocks and the text between them.
  mutating func content(of element: MarkupElement) {
    // Only text and what is part of it must be looked at together.
    inline(of: element)
  }

  /// Reads one block.
  mutating func block(_ element: MarkupElement) {
    tail = ""
    switch element.name {
    case "p", "attrib", "explanation": paragraph(element)
    case "sec", "boxed-text", "statement", "app", "notes", "bio", "question", "answer",
      "question-wrap", "app-group":
      section(element, usualTitle: nil)
    case "ack": section(element, usualTitle: "Acknowledgements")
    case "glossary": section(element, usualTitle: "Glossary")
    case "list": list(element)
    case "def-list": definitions(element)
    case "disp-quote": wrap("blockquote", element)
    case "verse-group": verse(element)
    case "fig", "fig-group", "table-wrap", "table-wrap-group", "supplementary-material", "media",
      "graphic", "array", "chem-struct-wrap":
      figure(element)
    case "table": table(element)
    case "preformat", "code-block": wrap("pre", element)
    case "fn-group": noteGroup(element)
    case "ref-list": referenceList(element)
    default: wrap("div", element)
    }
    tail = ""
  }

  private mutating func wrap(_ name: String, _ element: MarkupElement) {
    out.begin(name, language(of: element), for: element)
    content(of: element)
    out.end(for: element)
  }

  func language(of element: MarkupElement) -> KeyValuePairs<String, String> {
    element["xml:lang"].map { ["lang": $0] } ?? [:]
  }

  private mutating func paragraph(_ element: MarkupElement) {
    wrap("p", element)
    guard !isInFigure else { return }
    // What it mentions first is read behind it, then what that mentions.
    var next = 0
    while next < mentioned.count {
      if let float = floats.removeValue(forKey: mentioned[next]),
        readFloats.insert(float.source.lowerBound).inserted
      {
        block(float)
      }
      next += 1
    }
    mentioned = []
  }

  // MARK: Sections

  /// A part with a heading: its title, with its label before it.
  mutating func section(_ element: MarkupElement, usualTitle: String?) {
    out.begin("section", language(of: element), for: element)
    // A box has its title in a caption.
    let caption = element.first("caption")
    let label = element.first("label")
    let title = element.first("title") ?? caption?.first("title")
    let outer = level
    if let title, !title.isBlank {
      heading(level, label: label, title)
      readTitles.insert(title.source.lowerBound)
    } else if let label {
      heading(level, label)
    } else if let usualTitle {
      heading(level, inserted: usualTitle, for: element)
    }
    level += 1
    inline(of: element, except: label, element.first("title"))
    level = outer
    out.end(for: element)
  }

  // MARK: Lists

  private mutating func list(_ list: MarkupElement) {
    let name: String
    var attributes: KeyValuePairs<String, String> = [:]
    switch list["list-type"] {
    case "order", "ordered", "number", "arabic": name = "ol"
    case "alpha-lower": (name, attributes) = ("ol", ["type": "a"])
    case "alpha-upper": (name, attributes) = ("ol", ["type": "A"])
    case "roman-lower": (name, attributes) = ("ol", ["type": "i"])
    case "roman-upper": (name, attributes) = ("ol", ["type": "I"])
    default:
      // Labels that count make an ordered list of any.
      let label = list.elements.lazy.compactMap { $0.first("label") }.first
      let counter = label.flatMap(Self.counter)
      name = counter == nil ? "ul" : "ol"
      if counter?.isLetter == true { attributes = ["type": "a"] }
    }
    for node in list.children {
      if case .element(let child) = node, child.name == "title" || child.name == "label" {
        paragraphLike(child)
      }
    }
    let outer = isInCountedList
    isInCountedList = name == "ol"
    out.begin(name, attributes, for: list)
    for node in list.children {
      switch node {
      case .text(let pieces): text(pieces)
      case .element(let child) where child.name == "title" || child.name == "label": break
      case .element(let child): read(child)
      }
    }
    out.end(for: list)
    isInCountedList = outer
  }

  /// The number in a label, from letters too: `3.` → 3, `(b)` → 2, `Step A` → nil.
  private static func counter(_ label: MarkupElement) -> (value: Int, isLetter: Bool)? {
    let text = label.text.filter { !$0.isWhitespace && !".()[]:".contains($0) }
    if text.count == 1, let letter = text.lowercased().utf8.first, (0x61...0x7A).contains(letter) {
      return (Int(letter) - 0x60, true)
    }
    return text.count < 9 ? Int(text).map { ($0, false) } : nil
  }

  mutating func listItem(_ item: MarkupElement) {
    let label = item.first("label")
    let counter = label.flatMap(Self.counter)
    let isCounted = isInCountedList && counter != nil
    out.begin(
      "li", isCounted ? ["value": "\(counter?.value ?? 1)"] : [:], for: item)
    if let label {
      if isCounted || !label.text.contains(where: { $0.isLetter || $0.isNumber }) {
        // What is said in its stead is the item's marker.
        out.omit(label, because: .separator)
      } else {
        inline(of: label)
        out.text(" ", for: label.source.upperBound..<label.source.upperBound)
      }
    }
    inline(of: item, except: label)
    out.end(for: item)
  }

  private mutating func definitions(_ list: MarkupElement) {
    let title = list.first("title")
    if let title { paragraphLike(title) }
    out.begin("dl", for: list)
    inline(of: list, except: title)
    out.end(for: list)
  }

  /// Each line is a passage, so that its end is heard.
  private mutating func verse(_ group: MarkupElement) {
    out.begin("div", ["epub:type": "z3998:verse"], for: group)
    content(of: group)
    out.end(for: group)
  }

  // MARK: Notes

  private mutating func noteGroup(_ group: MarkupElement) {
    let notes = group.elements.filter { $0.name == "fn" }
    let isReadElsewhere = notes.allSatisfy { $0["id"].map(referredNotes.contains) ?? false }
    out.begin("section", for: group)
    let outer = level
    let title = group.first("title")
    if let title {
      // A heading over notes that are all read elsewhere would head nothing.
      if isReadElsewhere { out.omit(title, because: .note) } else { heading(level, title) }
    }
    level += 1
    inline(of: group, except: title)
    level = outer
    out.end(for: group)
  }

  /// A footnote as a block of its own.
  mutating func note(_ note: MarkupElement, id: String? = nil) {
    let label = note.first("label")
    let mark = label?.text.onOneLine ?? note["symbol"] ?? ""
    out.begin(
      "aside", ["role": "doc-footnote", "id": id ?? note["id"] ?? "", "data-mark": mark], for: note)
    if let label { out.omit(label, because: .noteMark) }
    inline(of: note, except: label)
    out.end(for: note)
  }

  static func isMetadata(_ element: MarkupElement) -> Bool { metadata.contains(element.name) }
}
