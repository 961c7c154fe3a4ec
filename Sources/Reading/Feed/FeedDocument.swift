internal import Narration

/// A feed as a tree: RSS 2.0 (and 0.9x), RSS 1.0, or Atom (RFC 4287).
struct FeedDocument {
  /// What holds for the whole feed: `channel`, or Atom's `feed`.
  let channel: MarkupElement
  /// In the order of the feed.
  let items: [FeedItem]

  /// nil when the tree holds no feed.
  init?(_ root: MarkupElement) {
    guard let top = root.elements.first(where: { _ in true }) else { return nil }
    switch top.name {
    case "rss", "rdf:RDF", "RDF":
      // In RSS 1.0 items stand beside the channel.
      let channel = top.first("channel") ?? top
      self.channel = channel
      let outside = top.first("channel") == nil ? [] : Array(top.elements)
      items = (Array(channel.elements) + outside).filter { $0.name == "item" }.map { FeedItem($0) }
    case "atom:feed", "feed":
      channel = top
      items = top.elements.filter { ["atom:entry", "entry"].contains($0.name) }.map { FeedItem($0) }
    case "atom:entry", "entry":
      channel = top
      items = [FeedItem(top)]
    default: return nil
    }
  }

  /// What is known of the show and, where the item does not say it, of its episodes.
  var metadata: Metadata {
    let language =
      channel.text(of: "language", "dc:language") ?? channel["xml:lang"]
      ?? channel.parent?["xml:lang"]
    return Metadata(
      album: channel.text(of: "title", "atom:title"),
      artist: channel.text(of: "itunes:author", "dc:creator")
        ?? channel.author ?? channel.text(of: "managingEditor").map(FeedItem.name),
      language: language.flatMap { LanguageTag.isValid($0) ? $0 : nil })
  }

  /// The items by date, the newest first; those without a date follow in their order.
  var newestFirst: [FeedItem] {
    items.enumerated().sorted { one, other in
      switch (one.element.date, other.element.date) {
      case (let first?, let second?) where first.minutes != second.minutes:
        first.minutes > second.minutes
      case (.some, nil): true
      case (nil, .some): false
      default: one.offset < other.offset
      }
    }.map(\.element)
  }
}

/// An item of a feed.
struct FeedItem {
  let element: MarkupElement
  let date: FeedDate?
  /// On one line, markup gone; empty when there is none.
  let title: String

  init(_ element: MarkupElement) {
    self.element = element
    date =
      [
        "pubDate", "atom:published", "published", "dc:date", "dcterms:created", "atom:issued",
        "atom:updated", "updated",
      ]
      .lazy.compactMap { element.first($0)?.text }.compactMap { FeedDate($0) }.first
    title = Self.titleElement(element).map { Self.titleText($0).text.onOneLine } ?? ""
  }

  var titleElement: MarkupElement? { Self.titleElement(element) }

  /// The item's own title; Apple's is without a show's name and number, but rarer.
  private static func titleElement(_ element: MarkupElement) -> MarkupElement? {
    ["title", "atom:title", "itunes:title", "media:title", "dc:title"].lazy
      .compactMap { element.first($0) }
      .first { !$0.text.allSatisfy(\.isWhitespace) }
  }

  /// A title with its places; RSS means plain text, but many write HTML there.
  static func titleText(_ element: MarkupElement) -> InnerText {
    let inner = InnerText(of: element)
    let isPlain = element["type"] == "text" || element["type"] == "xhtml"
    guard !isPlain, looksLikeHTML(inner.text) else { return inner }
    return inner.withoutTags
  }

  /// Whether a text has tags or character references of HTML.
  static func looksLikeHTML(_ text: String) -> Bool {
    var previous: UInt8 = 0
    var afterAmpersand = 0
    for byte in text.utf8 {
      let isLetter = (byte | 0x20) &- 0x61 < 26
      if previous == 0x3C, isLetter || byte == 0x2F || byte == 0x21 { return true }
      if byte == 0x26 {
        afterAmpersand = 1
      } else if afterAmpersand > 0 {
        if byte == 0x3B, afterAmpersand > 2 { return true }
        let isPart = isLetter || byte &- 0x30 < 10 || byte == 0x23 && afterAmpersand == 1
        afterAmpersand = isPart && afterAmpersand < 34 ? afterAmpersand + 1 : 0
      }
      previous = byte
    }
    return false
  }

  /// What the item says of itself.
  var metadata: Metadata {
    let language = element.text(of: "dc:language", "language") ?? element["xml:lang"]
    return Metadata(
      title: title.isEmpty ? nil : title,
      artist: element.text(of: "itunes:author", "dc:creator") ?? element.author,
      language: language.flatMap { LanguageTag.isValid($0) ? $0 : nil }, date: date?.day,
      comment: element.text(of: "itunes:subtitle") ?? summary)
  }

  /// A short description beside a body; nil where the description is the body.
  private var summary: String? {
    guard element.first("content:encoded") != nil || element.first("atom:content") != nil,
      let found = ["description", "itunes:summary", "atom:summary"].lazy
        .compactMap({ element.first($0) }).first
    else { return nil }
    let text = Self.titleText(found).text.onTidyLines
    return text.isEmpty || text.utf8.count > Self.longestComment ? nil : text
  }

  /// More is no description of a few lines.
  private static let longestComment = 1000

  /// `lena@example.org (Lena Ode)` → `Lena Ode`.
  static func name(_ author: String) -> String {
    guard author.contains("@"), let open = author.firstIndex(of: "("),
      let close = author.lastIndex(of: ")"), open < close
    else { return author }
    return author[author.index(after: open)..<close].onOneLine
  }
}

extension MarkupElement {
  /// The text of the first child of these names that has some, on one line.
  fileprivate func text(of names: String...) -> String? {
    for name in names {
      for child in elements where child.name == name {
        let text = child.text.onOneLine
        if !text.isEmpty { return text }
      }
    }
    return nil
  }

  /// RSS's `author` or Atom's with its `name`.
  fileprivate var author: String? {
    for author in elements where ["author", "atom:author"].contains(author.name) {
      let text = author.text(of: "name", "atom:name") ?? FeedItem.name(author.text.onOneLine)
      if !text.isEmpty { return text }
    }
    return nil
  }
}
