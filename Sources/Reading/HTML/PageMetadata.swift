internal import Narration

/// What a page says about itself: the Open Graph protocol, JSON-LD and microdata of schema.org, the
/// `meta` names of HTML and of Highwire Press (`citation_title`), `time`, `rel="author"`.
struct PageMetadata {
  /// Contents of `meta` by name or property, in lower case.
  private var metas: [String: [String]] = [:]
  private var linked: [LinkedData] = []
  private var documentTitle: String?
  private var language: String?
  private var authorLinks: [String] = []
  private var times: [(isPublished: Bool, date: String)] = []

  /// Looks through a parsed page.
  init(_ root: MarkupElement) {
    language = MarkupReader.language(ofDocument: root)
    root.walk {
      guard case .element(let element) = $0 else { return true }
      switch element.name {
      case "meta": meta(element)
      case "title":
        if documentTitle == nil, element.parent?.name == "head" {
          documentTitle = element.text.onOneLine
        }
      case "script":
        if element["type"]?.lowercased().hasPrefix("application/ld+json") ?? false,
          linked.count < 20
        {
          linked.append(LinkedData(element.text))
        }
        return false
      case "style", "template", "svg": return false
      case "time": time(element)
      default: author(element)
      }
      return true
    }
  }

  private mutating func meta(_ element: MarkupElement) {
    guard let content = element["content"]?.onOneLine, !content.isEmpty else { return }
    for key in ["property", "name", "itemprop", "http-equiv"] {
      if let name = element[key]?.lowercased() { metas[name, default: []].append(content) }
    }
  }

  private mutating func time(_ element: MarkupElement) {
    guard let value = element["datetime"] ?? element["content"], let date = Self.date(value),
      times.count < 100
    else { return }
    let names = [element["itemprop"], element["class"]].compactMap(\.self).joined(separator: " ")
    let isPublished =
      element["pubdate"] != nil || names.contains("datePublished") || names.contains("published")
      || names.contains("entry-date")
    times.append((isPublished, date))
  }

  private mutating func author(_ element: MarkupElement) {
    guard authorLinks.count < 10 else { return }
    func has(_ attribute: String, _ word: String) -> Bool {
      element[attribute]?.split(whereSeparator: \.isWhitespace).contains { $0 == word } ?? false
    }
    if has("itemprop", "author"),
      let name = element.descendants("span", "a", "meta", "div").first(
        where: { $0["itemprop"] == "name" })
    {
      authorLinks.append((name["content"] ?? name.text).onOneLine)
    } else if has("rel", "author") || has("itemprop", "author") || has("class", "p-author")
      || has("class", "author-name")
    {
      authorLinks.append(Self.withoutBy(element.text.onOneLine))
    } else if has("class", "byline") {
      let text = element.text.onOneLine
      let name = Self.withoutBy(text)
      if name != text { authorLinks.append(name) }
    }
  }

  /// `By Ada Reed` → `Ada Reed`.
  private static func withoutBy(_ text: String) -> String {
    let isBy = text.lowercased().hasPrefix("by ")
    return isBy ? String(text.dropFirst(3).drop { $0 == " " }) : text
  }

  // MARK: Answers

  /// What the page says that it is called, the surest first.
  var titles: [String] {
    [first("og:title"), first("twitter:title"), first("citation_title"), headline, documentTitle]
      .compactMap(\.self).filter { !$0.isEmpty }
  }

  private func first(_ names: String...) -> String? {
    names.lazy.compactMap { metas[$0]?.first }.first
  }

  private var headline: String? {
    linked.lazy.compactMap { $0.first("headline") }.first?.onOneLine
  }

  /// All that is known.
  ///
  /// - Parameter heading: The heading of the article.
  func metadata(heading: String?) -> Metadata {
    var metadata = Metadata()
    let site = first("og:site_name", "application-name")
    metadata.album = site
    let named = first("og:title", "twitter:title", "citation_title") ?? headline
    metadata.title = Self.known(heading) ?? Self.known(named) ?? titleWithoutSite(site)
    metadata.artist = authors
    metadata.date = date
    metadata.language = language ?? languageOfMeta
    metadata.comment = first("description", "og:description", "twitter:description")
    return metadata
  }

  private static func known(_ text: String?) -> String? {
    guard let text = text?.onOneLine, !text.isEmpty else { return nil }
    return text
  }

  /// `Otters at night — The River Post` → `Otters at night`, when the part behind the last dash or
  /// bar is the site's name, or is the shorter of two.
  private func titleWithoutSite(_ site: String?) -> String? {
    guard let title = Self.known(documentTitle) else { return nil }
    for separator in [" | ", " — ", " – ", " - ", " · ", " » ", " :: "] {
      let parts = title.split(separator: separator)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      if let site {
        if last.lowercased() == site.lowercased() {
          return parts.dropLast().joined(separator: separator)
        }
        if first.lowercased() == site.lowercased() {
          return parts.dropFirst().joined(separator: separator)
        }
      } else if last.split(separator: " ").count <= 4, first.split(separator: " ").count > 2 {
        return parts.dropLast().joined(separator: separator)
      }
    }
    return title
  }

  private var authors: String? {
    var names: [String] = []
    let candidates = [
      metas["author"] ?? [], metas["citation_author"] ?? [], metas["dc.creator"] ?? [],
      metas["article:author"] ?? [],
      linked.lazy.map { $0.all(["author", "name"]) }.first { !$0.isEmpty } ?? [],
      linked.lazy.map { $0.all(["author"]) }.first { !$0.isEmpty } ?? [], authorLinks,
    ]
    for found in candidates {
      for name in found.prefix(10) {
        let name = name.onOneLine
        // Addresses, and sentences about somebody, are no names.
        guard !name.isEmpty, !name.contains("://"), name.utf8.count <= 100, !names.contains(name)
        else { continue }
        names.append(name)
      }
      if !names.isEmpty { break }
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private var date: String? {
    let written = [
      first("article:published_time", "og:published_time"),
      linked.lazy.compactMap { $0.first("datePublished") }.first,
      first(
        "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "citation_date",
        "citation_publication_date", "pubdate"),
    ]
    if let date = written.lazy.compactMap({ $0.flatMap(Self.date) }).first { return date }
    return (times.first { $0.isPublished } ?? times.first)?.date
  }

  private var languageOfMeta: String? {
    let tag = first("content-language", "language", "og:locale")?.replacing("_", with: "-")
    return tag.flatMap { LanguageTag.isValid($0) ? $0 : nil }
  }

  /// `2024-05-06T08:00:00Z` → `2024-05-06`; `2024/05/06` → `2024-05-06`; nil for anything else.
  private static func date(_ text: String) -> String? {
    let head = String(text.drop(while: \.isWhitespace).prefix(10)).replacing("/", with: "-")
    if ISODate.isValid(head) { return head }
    let month = String(head.prefix(7))
    if head.count == 7, ISODate.isValid(month) { return month }
    return head.count == 4 && ISODate.isValid(head) ? head : nil
  }
}
