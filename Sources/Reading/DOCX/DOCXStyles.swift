internal import Narration

/// The styles of a document: what a paragraph in one is, and how its characters are shown (ECMA-376,
/// part 1, 17.7).
///
/// Built-in styles have English names in every language; their ids are translated.
struct DOCXStyles {
  /// What a paragraph is by its style.
  enum Role: Equatable {
    case body, title, subtitle, quote, code, caption, reference
    /// From 1.
    case heading(Int)
    /// A table of contents or of figures.
    case contents
    /// An author or a date under a title.
    case metadata
  }

  /// How characters are shown; nil where a style does not say.
  struct Look {
    var isBold: Bool?
    var isItalic: Bool?
    var isStruck: Bool?
    var isHidden: Bool?
    /// `superscript` or `subscript`.
    var position: String?
    /// A BCP 47 tag.
    var language: String?

    /// The direct properties of a run or of a style.
    init(_ properties: MarkupElement?) {
      for element in properties.map({ Array($0.elements) }) ?? [] {
        let isOn = DOCXStyles.isOn(element)
        switch element.name {
        case "w:b": isBold = isOn
        case "w:i": isItalic = isOn
        case "w:strike", "w:dstrike": isStruck = isOn || isStruck == true
        case "w:vanish": isHidden = isOn
        case "w:vertAlign": position = element["w:val"]
        case "w:lang": language = element["w:val"].flatMap { LanguageTag.isValid($0) ? $0 : nil }
        default: break
        }
      }
    }

    /// These, and where they are silent what `other` says.
    func filled(from other: Look) -> Look {
      var look = self
      look.isBold = isBold ?? other.isBold
      look.isItalic = isItalic ?? other.isItalic
      look.isStruck = isStruck ?? other.isStruck
      look.isHidden = isHidden ?? other.isHidden
      look.position = position ?? other.position
      look.language = language ?? other.language
      return look
    }
  }

  struct Style {
    var role = Role.body
    var look = Look(nil)
    /// The list that paragraphs of this style belong to.
    var numbering: (id: String, level: Int)?
  }

  private var styles: [String: Style] = [:]
  /// What paragraphs are that name no style.
  private var defaultParagraph: String?
  /// The language of text that names none.
  private(set) var language: String?

  /// A style inherits through no more others than this.
  private static let longestChain = 20

  init(_ tree: MarkupTree?) {
    guard let tree else { return }
    let defaults = tree.root.descendants("w:rPrDefault").first?.first("w:rPr")
    language = Look(defaults).language
    var elements: [String: MarkupElement] = [:]
    for element in tree.root.descendants("w:style") {
      guard let id = element["w:styleId"], elements[id] == nil else { continue }
      elements[id] = element
      if element["w:type"] == "paragraph", element["w:default"].map({ $0 != "0" }) ?? false {
        defaultParagraph = id
      }
    }
    for id in elements.keys { styles[id] = Self.style(id, elements) }
  }

  /// The style of an id; a document without a list of styles names the usual ones.
  subscript(id: String?) -> Style {
    guard let id = id ?? defaultParagraph else { return Style() }
    return styles[id] ?? Style(role: Self.role(named: id) ?? .body)
  }

  /// `<w:b/>` is on, `<w:b w:val="0"/>` is off.
  static func isOn(_ element: MarkupElement?) -> Bool {
    guard let element else { return false }
    return !["0", "false", "off", "none"].contains(element["w:val"] ?? "1")
  }

  private static func style(_ id: String, _ elements: [String: MarkupElement]) -> Style {
    var style = Style()
    var role: Role?
    var next: String? = id
    for _ in 0..<longestChain {
      guard let current = next, let element = elements[current] else { break }
      let properties = element.first("w:pPr")
      style.look = style.look.filled(from: Look(element.first("w:rPr")))
      if role == nil {
        role =
          element.first("w:name")?["w:val"].flatMap(Self.role(named:))
          ?? outline(properties).map { .heading($0) }
      }
      if style.numbering == nil, let list = properties?.first("w:numPr") {
        style.numbering = numbering(list)
      }
      next = element.first("w:basedOn")?["w:val"]
    }
    style.role = role ?? .body
    return style
  }

  /// The level of the outline, from 1, that a paragraph's properties give it.
  static func outline(_ properties: MarkupElement?) -> Int? {
    guard let text = properties?.first("w:outlineLvl")?["w:val"], let level = Int(text),
      (0...8).contains(level)
    else { return nil }
    return level + 1
  }

  /// The list and level of a paragraph or style.
  static func numbering(_ element: MarkupElement) -> (id: String, level: Int)? {
    guard let id = element.first("w:numId")?["w:val"] else { return nil }
    let level = element.first("w:ilvl")?["w:val"].flatMap { Int($0) } ?? 0
    return (id, min(max(level, 0), 8))
  }

  private static let roles: [String: Role] = [
    "title": .title, "subtitle": .subtitle, "quote": .quote, "intensequote": .quote,
    "blocktext": .quote, "quotations": .quote, "sourcecode": .code, "htmlpreformatted": .code,
    "preformattedtext": .code, "code": .code, "caption": .caption, "tablecaption": .caption,
    "imagecaption": .caption, "figurecaption": .caption, "bibliography": .reference,
    "tocheading": .contents, "tableoffigures": .contents, "author": .metadata, "date": .metadata,
    "indexheading": .contents,
  ]

  /// `heading 2` and `Heading2` → heading of level 2, `toc 1` → contents.
  private static func role(named name: String) -> Role? {
    let plain = name.lowercased().filter { $0 != " " && $0 != "-" }
    if let role = roles[plain] { return role }
    guard let digit = plain.last.flatMap({ $0.wholeNumberValue }), (1...9).contains(digit) else {
      return nil
    }
    switch plain.dropLast() {
    case "heading": return .heading(digit)
    case "toc", "contents", "index": return .contents
    default: return nil
    }
  }
}
