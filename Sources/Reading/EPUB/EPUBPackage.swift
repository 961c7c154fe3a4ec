internal import Narration

/// The package document of a book (EPUB 3.3, section 5; OPF 2.0.1): what is in it, and in which
/// order it is read.
struct EPUBPackage {
  /// A resource of the manifest (EPUB 3.3, section 5.6.2).
  struct Item {
    var id: String
    /// The member it is; nil for what lies outside of the archive, which is never fetched.
    var path: String?
    /// In lower case: `application/xhtml+xml`.
    var mediaType: String
    var properties: [Substring]
    /// The id of the item to take where this one cannot be read.
    var fallback: String?
  }

  /// A document of the spine (EPUB 3.3, section 5.7.2).
  struct SpineItem {
    /// The id in the manifest that it names.
    var idref: String
    var isLinear: Bool
    /// UTF-8 bytes of the package document.
    var source: Range<Int>
  }

  /// A place that the guide of EPUB 2 names by what it is: `toc`, `cover`.
  struct GuideReference {
    var type: String
    var path: String
  }

  /// The member that the package document is.
  let path: String
  /// What stands in `metadata`, prefixes as in a ``MarkupTree``, names in lower case.
  private(set) var metadata: [MarkupElement] = []
  private(set) var items: [Item] = []
  private(set) var spine: [SpineItem] = []
  private(set) var guide: [GuideReference] = []
  /// The id of the NCX as the spine names it.
  private var ncxID: String?
  private var byID: [String: Int] = [:]

  /// Reads the tree of a package document.
  init(_ root: MarkupElement, path: String) {
    self.path = path
    root.walk { node in
      guard case .element(let element) = node else { return true }
      switch Self.name(of: element) {
      case "item": add(item: element)
      case "itemref":
        spine.append(
          SpineItem(
            idref: element["idref"] ?? "", isLinear: element["linear"]?.lowercased() != "no",
            source: element.source))
      case "spine": ncxID = element["toc"]
      case "reference":
        if let href = element["href"], let target = MemberPath.resolve(href, in: path) {
          guide.append(
            GuideReference(type: element["type"]?.lowercased() ?? "", path: target.member))
        }
      case let name where name.hasPrefix("dc:") || name == "meta": metadata.append(element)
      default: break
      }
      return true
    }
  }

  /// An element's name without the prefix that careless packages keep.
  static func name(of element: MarkupElement) -> String {
    let name = element.name.lowercased()
    return name.hasPrefix("opf:") ? String(name.dropFirst(4)) : name
  }

  private mutating func add(item: MarkupElement) {
    guard let id = item["id"], byID[id] == nil, let href = item["href"] else { return }
    byID[id] = items.count
    items.append(
      Item(
        id: id, path: MemberPath.resolve(href, in: path)?.member,
        mediaType: item["media-type"]?.lowercased() ?? "",
        properties: (item["properties"] ?? "").split(whereSeparator: \.isWhitespace),
        fallback: item["fallback"]))
  }

  /// The item of an id, nil when the manifest has none.
  func item(_ id: String) -> Item? { byID[id].map { items[$0] } }

  /// The navigation document of EPUB 3.
  var navigationPath: String? { items.first { $0.properties.contains("nav") }?.path }

  /// The NCX of EPUB 2, by the spine's word, else by its media type.
  var ncxPath: String? {
    (ncxID.flatMap { item($0) } ?? items.first { $0.mediaType == "application/x-dtbncx+xml" })?
      .path
  }

  /// The item to read for an item of the spine: itself, or the first of its chain of fallbacks that
  /// is a document (EPUB 3.3, section 5.6.2.1); nil when there is none.
  func document(for item: Item) -> Item? {
    var item = item
    var seen: Set<String> = []
    while seen.insert(item.id).inserted {
      if Self.isDocument(item) { return item }
      guard let next = item.fallback.flatMap({ self.item($0) }) else { return nil }
      item = next
    }
    return nil
  }

  /// Whether an item is text, by its type or, where that is wrong, by its name.
  private static func isDocument(_ item: Item) -> Bool {
    if item.mediaType.contains("html") || item.mediaType.hasSuffix("/xml")
      || item.mediaType == "image/svg+xml" || item.mediaType == "text/x-oeb1-document"
    {
      return true
    }
    guard let path = item.path?.lowercased(), !item.mediaType.hasPrefix("image/") else {
      return false
    }
    return [".xhtml", ".html", ".htm", ".xml"].contains { path.hasSuffix($0) }
  }

  /// The image of the cover: EPUB 3's property, else EPUB 2's `<meta name="cover" content="ID"/>`,
  /// whose content careless packages make a path.
  var coverItem: Item? {
    if let item = items.first(where: { $0.properties.contains("cover-image") }) { return item }
    let named = metadata.first {
      Self.name(of: $0) == "meta" && $0["name"]?.lowercased() == "cover"
    }?["content"]
    guard let named else { return nil }
    if let item = item(named) { return item }
    let path = MemberPath.resolve(named, in: path)?.member
    return items.first { $0.path != nil && $0.path == path }
  }
}
