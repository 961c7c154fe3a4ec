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
    if element.name == "img", Self.standsInText(element) { self = .inline }
    if element.name == "li", case .item = self {}
  }

  /// Whether an element is hidden from readers and from screen readers.
  private static func hidden(_ element: MarkupElement) -> ElementRole? {
    if element["hidden"] != nil || element["aria-hidden"] == "true" { return .leftOut(.hidden) }
    guard let style = element["style"] else { return nil }
    let plain = style.lowercased().filter { $0 != " " }
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

  /// Whether an image has text beside it in its block.
  private static func standsInText(_ image: MarkupElement) -> Bool {
    guard let parent = image.parent else { return false }
    return !parent.text.allSatisfy(\.isWhitespace)
      && !["figure", "body", "div", "section", "article", "main"].contains(parent.name)
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
      "rp": .leftOut(.alternative), "rt": .leftOut(.alternative), "del": .leftOut(.deleted),
      "s": .leftOut(.deleted), "strike": .leftOut(.deleted),
    ]
    for name in [
      "#document", "html", "body", "p", "div", "section", "article", "main", "header", "footer",
      "aside", "nav", "figure", "address", "center", "dl", "dt", "dd", "details", "summary",
      "fieldset", "form", "legend", "hgroup", "search", "tbody", "thead", "tfoot", "tr", "td", "th",
      "iframe", "video", "audio", "object", "canvas",
    ] {
      roles[name] = .container
    }
    return roles
  }()
}
