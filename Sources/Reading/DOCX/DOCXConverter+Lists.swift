internal import Narration

extension DOCXConverter {
  // MARK: Headings

  private static let referenceHeadings: Set<String> = [
    "reference", "references", "reference list", "bibliography", "works cited", "literature cited",
    "literature",
  ]

  mutating func heading(
    _ element: MarkupElement, _ style: DOCXStyles.Style, _ role: DOCXStyles.Role,
    _ marker: DOCXNumbering.Marker?
  ) {
    var level = 1
    switch role {
    case .heading(let number): level = number + (hasTitle ? 1 : 0)
    case .subtitle: level = 2
    default: title = title ?? element.shownText.onOneLine
    }
    let name = element.shownText.onOneLine.lowercased().filter { $0 != ":" && $0 != "." }
    isInReferences = Self.referenceHeadings.contains(name)
    if isInReferences { out.begin("section", ["role": "doc-bibliography"], for: element) }
    out.begin("h\(min(level, 6))", for: element)
    switch marker {
    case .number(let number, _): insert("\(number). ", before: element)
    case .text(let text): insert(text + " ", before: element)
    case .bullet, nil: break
    }
    var look = style.look
    (look.isBold, look.isItalic) = (nil, nil)
    inline(of: element, look: look)
    out.end(for: element)
    if isInReferences { out.end(for: element) }
  }

  // MARK: Lists

  mutating func item(
    _ element: MarkupElement, _ style: DOCXStyles.Style, _ marker: DOCXNumbering.Marker,
    _ list: (id: String, level: Int)
  ) {
    var (name, type, value) = ("ul", "", "")
    if case .number(let number, let format) = marker {
      (name, type, value) = ("ol", format, "\(number)")
    }
    while let last = lists.last, last.level > list.level { closeList(for: element) }
    if let last = lists.last, last.level == list.level {
      if last.id == list.id, last.name == name {
        out.end(for: element)
      } else {
        closeList(for: element)
      }
    }
    if lists.last?.level != list.level {
      if type.isEmpty {
        out.begin(name, for: element)
      } else {
        out.begin(name, ["type": type], for: element)
      }
      lists.append((list.level, list.id, name))
    }
    if value.isEmpty {
      out.begin("li", for: element)
    } else {
      out.begin("li", ["value": value], for: element)
    }
    out.begin("p", for: element)
    if case .text(let text) = marker { insert(text + " ", before: element) }
    inline(of: element, look: style.look)
    out.end(for: element)
  }

  mutating func closeList(for element: MarkupElement) {
    guard lists.popLast() != nil else { return }
    out.end(for: element)
    out.end(for: element)
  }

  mutating func closeLists() {
    // An item and its list end where the last of it ended.
    while lists.popLast() != nil {
      out.end()
      out.end()
    }
  }

  mutating func closeCode() {
    guard let block = codeBlock else { return }
    codeBlock = nil
    out.end(for: block)
  }
}
