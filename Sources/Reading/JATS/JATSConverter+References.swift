internal import Narration

extension JATSConverter {
  /// A list of references: a part with its heading and an entry for each work.
  mutating func referenceList(_ list: MarkupElement) {
    out.begin("section", ["role": "doc-bibliography"], for: list)
    let label = list.first("label")
    let title = list.first("title")
    if let title, !title.isBlank {
      heading(level, label: label, title)
    } else if let label {
      heading(level, label)
    } else if list.parent?.name != "ref-list" {
      heading(level, inserted: "References", for: list)
    }
    let outer = level
    level += 1
    inline(of: list, except: title, label)
    level = outer
    out.end(for: list)
  }

  /// An entry: each work in it is a passage of its own.
  mutating func reference(_ entry: MarkupElement) {
    for node in entry.children {
      switch node {
      case .text(let pieces): strayText(pieces, in: entry)
      case .element(let child):
        switch child.name {
        case "label": out.omit(child, because: .noteMark)
        case "mixed-citation", "nlm-citation", "element-citation", "citation":
          entryPassage(child)
        case "citation-alternatives":
          let forms = Array(child.elements)
          let best = forms.first { $0.name == "mixed-citation" } ?? forms.first
          for case .text(let pieces) in child.children { strayText(pieces, in: child) }
          for form in forms {
            if form.source == best?.source {
              entryPassage(form)
            } else {
              out.omit(form, because: .alternative)
            }
          }
        default:
          out.begin("div", for: child)
          inline(of: child)
          out.end(for: child)
        }
      }
    }
  }

  private mutating func strayText(_ pieces: ArraySlice<MarkupTree.Piece>, in entry: MarkupElement) {
    guard !pieces.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) else { return }
    out.begin("div", ["role": "doc-biblioentry"], for: entry)
    out.text(pieces)
    out.end(for: entry)
  }

  private mutating func entryPassage(_ work: MarkupElement) {
    tail = ""
    out.begin("div", ["role": "doc-biblioentry"], for: work)
    citedWork(work)
    out.end(for: work)
  }

  /// A work as the article prints it, or put together of its parts where it holds parts alone.
  mutating func citedWork(_ work: MarkupElement) {
    var isPrinted = false
    for node in work.children {
      if case .text(let pieces) = node {
        isPrinted = isPrinted || !pieces.allSatisfy { $0.text.allSatisfy(\.isWhitespace) }
      }
    }
    if isPrinted {
      printed(work)
    } else {
      JATSWork(work).write(to: &self)
    }
  }

  /// Text as it stands; names whose parts touch are parted.
  private mutating func printed(_ work: MarkupElement) {
    for node in work.children {
      switch node {
      case .text(let pieces): text(pieces)
      case .element(let child): printedPart(child)
      }
    }
  }

  private mutating func printedPart(_ part: MarkupElement) {
    switch part.name {
    case "person-group": printed(part)
    case "name": name(part, joint: " ")
    case "label": out.omit(part, because: .noteMark)
    case "pub-id", "object-id": identifier(part)
    default: passOn(part)
    }
  }

  /// `Lindqvist M` of a `name`, whose parts have no space between.
  mutating func name(_ name: MarkupElement, joint: String) {
    var isFirst = true
    for node in name.children {
      switch node {
      case .text(let pieces): text(pieces)
      case .element(let part):
        let at = part.source.lowerBound
        if !isFirst { out.text(joint, for: at..<at) }
        isFirst = false
        inline(of: part)
      }
    }
  }

  /// A DOI is said as the address that it is; what a database calls the work tells nothing.
  mutating func identifier(_ element: MarkupElement) {
    let type = element["pub-id-type"] ?? "doi"
    if ["pmid", "pmcid", "medline", "coden", "sici", "publisher-id", "manuscript"].contains(type) {
      out.omit(element, because: .metadata)
    } else {
      inline(of: element)
    }
  }

  /// An element with nothing of its own to be decided here.
  mutating func passOn(_ element: MarkupElement) {
    switch element.name {
    case "italic", "bold", "sub", "sup":
      out.begin(["italic": "i", "bold": "b"][element.name] ?? element.name, for: element)
      inline(of: element)
      out.end(for: element)
    case "ext-link", "uri":
      out.begin("a", ["href": element["xlink:href"] ?? element.text.onOneLine], for: element)
      inline(of: element)
      out.end(for: element)
    default: inline(of: element)
    }
  }
}
