internal import Narration

/// What the front of an article says about it.
enum JATSMetadata {
  /// Title, journal, authors, language and date of publication.
  static func metadata(of article: MarkupElement) -> Metadata {
    var metadata = Metadata()
    metadata.language = article["xml:lang"].flatMap { LanguageTag.isValid($0) ? $0 : nil }
    guard let front = article.first("front") else { return metadata }
    let meta = front.first("article-meta") ?? front
    metadata.title = meta.first("title-group")?.first("article-title").flatMap(title)
    metadata.album = journal(front)
    let authors = meta.elements.filter { $0.name == "contrib-group" }.flatMap(authors)
    if !authors.isEmpty { metadata.artist = authors.joined(separator: ", ") }
    metadata.date = date(meta)
    return metadata
  }

  /// Without the marks of notes.
  private static func title(_ element: MarkupElement) -> String? {
    var text = ""
    element.walk {
      switch $0 {
      case .element(let child): return child.name != "xref" && child.name != "fn"
      case .text(let pieces):
        for piece in pieces { text += piece.text }
        return true
      }
    }
    return nonEmpty(text)
  }

  private static func journal(_ front: MarkupElement) -> String? {
    guard let meta = front.first("journal-meta") else { return nil }
    let title = meta.first("journal-title-group")?.first("journal-title")
    return (title ?? meta.first("journal-title")).flatMap { nonEmpty($0.text) }
  }

  // MARK: Authors

  private static func authors(of group: MarkupElement) -> [String] {
    group.elements.filter { $0.name == "contrib" && ($0["contrib-type"] ?? "author") == "author" }
      .compactMap(author)
  }

  private static func author(_ contributor: MarkupElement) -> String? {
    for element in contributor.elements {
      switch element.name {
      case "name": return name(element)
      case "name-alternatives": return element.first("name").flatMap(name)
      case "string-name": return nonEmpty(element.text)
      case "anonymous": return "Anonymous"
      case "collab":
        // The members of a group may stand inside its name.
        var text = ""
        element.walk {
          switch $0 {
          case .element(let child): return child.name != "contrib-group" && child.name != "xref"
          case .text(let pieces):
            for piece in pieces { text += piece.text }
            return true
          }
        }
        return nonEmpty(text)
      default: break
      }
    }
    return nil
  }

  /// `Mara Lindqvist Jr.`, or the family name first where that is the custom.
  private static func name(_ element: MarkupElement) -> String? {
    let parts = ["prefix", "given-names", "surname", "suffix"].map { part in
      element.first(part).map(\.text) ?? ""
    }
    let order = element["name-style"] == "eastern" ? [0, 2, 1, 3] : [0, 1, 2, 3]
    return nonEmpty(order.map { parts[$0] }.joined(separator: " "))
  }

  // MARK: Dates

  /// The day of electronic publication, else of print, else of any other.
  private static func date(_ meta: MarkupElement) -> String? {
    let dates = meta.elements.filter { $0.name == "pub-date" }
    let rank: (MarkupElement) -> Int = { date in
      let kind = date["date-type"] ?? date["pub-type"] ?? ""
      if kind == "epub" || kind == "pub" && date["publication-format"] != "print" { return 0 }
      return ["pub", "ppub", "epub-ppub"].contains(kind) ? 1 : 2
    }
    return (0...2).lazy.compactMap { wanted in
      dates.lazy.filter { rank($0) == wanted }.compactMap(date(from:)).first
    }.first
  }

  private static func date(from element: MarkupElement) -> String? {
    if let written = element["iso-8601-date"]?.prefix(10), ISODate.isValid(String(written)) {
      return String(written)
    }
    guard let year = element.first("year")?.text.onOneLine, ISODate.isValid(year) else {
      return nil
    }
    var date = year
    for (name, number) in [("month", month), ("day", number)] {
      guard let text = element.first(name)?.text.onOneLine, let value = number(text) else { break }
      let next = date + (value < 10 ? "-0\(value)" : "-\(value)")
      guard ISODate.isValid(next) else { break }
      date = next
    }
    return date
  }

  private static func number(_ text: String) -> Int? {
    Int(text).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `3`, `March` or `Mar`.
  private static func month(_ text: String) -> Int? {
    number(text) ?? months.firstIndex { text.lowercased().hasPrefix($0) }.map { $0 + 1 }
  }

  private static func nonEmpty(_ text: String) -> String? {
    let line = text.onOneLine
    return line.isEmpty ? nil : line
  }
}
