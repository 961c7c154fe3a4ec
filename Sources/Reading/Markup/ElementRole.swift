internal import Narration

/// What an element of HTML is to a listener.
enum ElementRole: Equatable {
  /// Part of the passage around it.
  case inline
  /// A block whose content is read as it comes.
  case container
  case heading(level: Int)
  case list, item, quote, code, table, image, caption, separator, pageBreak
  /// A footnote or endnote.
  case note
  /// An entry of a list of references.
  case reference
  case verse
  /// No text for anybody.
  case leftOut(Omission.Reason)

  var reasonToLeaveOut: Omission.Reason? {
    if case .leftOut(let reason) = self { reason } else { nil }
  }

  /// Whether an element of a name is not read at all, whatever is in it.
  static func leavesOut(_ name: String, _ attributes: [MarkupAttribute]) -> Bool {
    if case .leftOut = named[name] { return true }
    return attributes.contains {
      $0.name == "hidden" || $0.name == "aria-hidden" && $0.value == "true"
    }
  }

  init(_ element: MarkupElement) {
    self = Self.hidden(element) ?? Self.semantic(element) ?? Self.named[element.name] ?? .inline
    if self == .image, Self.standsInText(element) { self = .inline }
    if self == .item || self == .container, Self.isNoteItem(element) { self = .note }
  }

  /// Whether an element is hidden from readers and from screen readers.
  private static func hidden(_ element: MarkupElement) -> ElementRole? {
    if let hidden = element["hidden"], hidden.lowercased() != "until-found" {
      return .leftOut(.hidden)
    }
    if element["aria-hidden"]?.lowercased() == "true" { return .leftOut(.hidden) }
    if element.name == "dialog", element["open"] == nil { return .leftOut(.hidden) }
    guard let style = element["style"] else { return nil }
    let plain = style.lowercased().filter { !$0.isWhitespace }
    return plain.contains("display:none") || plain.contains("visibility:hidden")
      ? .leftOut(.hidden) : nil
  }

  /// What roles of ARIA and the types of EPUB say.
  private static func semantic(_ element: MarkupElement) -> ElementRole? {
    let roles = (element["role"] ?? "") + " " + (element["epub:type"] ?? "")
    for role in roles.split(separator: " ") {
      switch role {
      case "doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote": return .note
      case "doc-pagebreak", "pagebreak": return .pageBreak
      case "doc-biblioentry", "biblioentry": return .reference
      case "z3998:verse", "z3998:poem": return .verse
      case "listitem": return .item
      case "separator": return .separator
      case "heading":
        return .heading(
          level: element["aria-level"].flatMap { Int($0) }.map { min(max($0, 1), 6) } ?? 2)
      default: break
      }
    }
    return nil
  }

  /// Whether an element is a list of references.
  static func isBibliography(_ element: MarkupElement?) -> Bool {
    guard let element else { return false }
    return [element["role"], element["epub:type"]].contains { value in
      (value ?? "").split(separator: " ").contains {
        $0 == "doc-bibliography" || $0 == "bibliography"
      }
    }
  }

  /// Whether an image has text beside it in its paragraph.
  private static func standsInText(_ image: MarkupElement) -> Bool {
    var parent = image.parent
    while let block = parent {
      switch block.name {
      case "a", "span", "em", "strong", "b", "i", "picture", "font", "small", "u", "sup", "sub":
        parent = block.parent
      case "p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption",
        "caption", "q", "cite":
        return !block.isBlank
      default: return false
      }
    }
    return false
  }

  /// Whether an element is one of several notes by the place where it stands: an item of a list that
  /// is, or whose section is, of class `footnotes` or of a type that says so.
  private static func isNoteItem(_ element: MarkupElement) -> Bool {
    guard element.name == "li" || element.name == "p" || element.name == "div",
      element["id"] != nil, let list = element.parent
    else { return false }
    if isNoteList(list) { return true }
    guard list.name == "ol" || list.name == "ul", let section = list.parent else { return false }
    return isNoteList(section)
  }

  /// Whether an element holds notes and nothing else but their heading.
  static func isNoteList(_ element: MarkupElement) -> Bool {
    for attribute in element.attributes {
      switch attribute.name {
      case "class", "role", "epub:type", "id":
        for word in attribute.value.split(whereSeparator: \.isWhitespace) {
          switch word.lowercased() {
          case "footnotes", "endnotes", "doc-endnotes", "doc-footnotes", "rearnotes",
            "footnote-list",
            "footnotes-list":
            return true
          default: break
          }
        }
      default: break
      }
    }
    return false
  }

  private static let named: [String: ElementRole] = {
    var roles: [String: ElementRole] = [
      "h1": .heading(level: 1), "h2": .heading(level: 2), "h3": .heading(level: 3),
      "h4": .heading(level: 4), "h5": .heading(level: 5), "h6": .heading(level: 6),
      "ul": .list, "ol": .list, "menu": .list, "li": .item, "blockquote": .quote, "pre": .code,
      "table": .table, "img": .image, "figcaption": .caption, "caption": .caption,
      "hr": .separator,
      "script": .leftOut(.script), "style": .leftOut(.script), "template": .leftOut(.script),
      "noscript": .leftOut(.script), "head": .leftOut(.metadata), "title": .leftOut(.metadata),
      "noframes": .leftOut(.script), "noembed": .leftOut(.script),
      "button": .leftOut(.furniture), "select": .leftOut(.furniture),
      "textarea": .leftOut(.furniture), "datalist": .leftOut(.furniture),
      "option": .leftOut(.furniture), "progress": .leftOut(.alternative),
      "meter": .leftOut(.alternative), "audio": .leftOut(.alternative),
      "video": .leftOut(.alternative), "iframe": .leftOut(.alternative),
      "object": .leftOut(.alternative), "canvas": .leftOut(.alternative),
      "svg": .image, "dir": .list, "xmp": .code, "listing": .code,
      "rp": .leftOut(.alternative), "rt": .leftOut(.alternative), "del": .leftOut(.deleted),
      "s": .leftOut(.deleted), "strike": .leftOut(.deleted),
    ]
    for name in [
      "#document", "html", "body", "p", "div", "section", "article", "main", "header", "footer",
      "aside", "nav", "figure", "address", "center", "dl", "dt", "dd", "details", "summary",
      "fieldset", "form", "legend", "hgroup", "search", "tbody", "thead", "tfoot", "tr", "td", "th",
      "dialog", "plaintext", "marquee",
    ] {
      roles[name] = .container
    }
    return roles
  }()
}
