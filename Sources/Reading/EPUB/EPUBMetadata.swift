internal import Narration

/// What a book's package says of the book (EPUB 3.3, section 5.5; OPF 2.0.1, section 2.2).
struct EPUBMetadata {
  private let package: EPUBPackage
  /// Values of EPUB 3's `<meta refines="#ID" property="NAME">`, by id and name.
  private var refinements: [String: [String: String]] = [:]

  init(_ package: EPUBPackage) {
    self.package = package
    for element in package.metadata where EPUBPackage.name(of: element) == "meta" {
      guard let refines = element["refines"], refines.hasPrefix("#"),
        let property = element["property"]
      else { continue }
      let id = String(refines.dropFirst())
      if refinements[id]?[property] == nil {
        refinements[id, default: [:]][property] = element.text.onOneLine
      }
    }
  }

  /// The fields that an episode has; a series is the album of its books.
  var metadata: Metadata {
    Metadata(
      title: title, album: series, artist: creators,
      language: values("dc:language").map(\.text).first(where: LanguageTag.isValid),
      date: date, comment: description, publisher: values("dc:publisher").first?.text)
  }

  private func values(_ name: String) -> [(element: MarkupElement, text: String)] {
    package.metadata.compactMap { element in
      guard EPUBPackage.name(of: element) == name else { return nil }
      let text = element.text.onOneLine
      return text.isEmpty ? nil : (element, text)
    }
  }

  private func refinement(_ property: String, of element: MarkupElement) -> String? {
    element["id"].flatMap { refinements[$0]?[property] }
  }

  /// Of several titles the main one, else the first.
  private var title: String? {
    let titles = values("dc:title")
    return (titles.first { refinement("title-type", of: $0.element) == "main" } ?? titles.first)?
      .text
  }

  /// The authors, else all creators: `Ada Lane, Ben Stone`.
  private var creators: String? {
    let all = values("dc:creator")
    let authors = all.filter { creator in
      let role =
        refinement("role", of: creator.element) ?? creator.element["role"]
        ?? creator.element["opf:role"]
      return role == "aut"
    }
    let names = (authors.isEmpty ? all : authors).map(\.text)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// The day of publication: of EPUB 2's several dates the one with that event, else the first that
  /// is one: `2024-05-06T00:00:00Z` → `2024-05-06`.
  private var date: String? {
    let all = values("dc:date")
    let isPublication = { (element: MarkupElement) in
      (element["event"] ?? element["opf:event"])?.lowercased().hasSuffix("publication") ?? false
    }
    let chosen = all.filter { isPublication($0.element) } + all
    return chosen.lazy.compactMap { found -> String? in
      let day = String(found.text.prefix { $0 != "T" && $0 != " " })
      // Calibre's date of books whose date it does not know.
      return ISODate.isValid(day) && day != "0101-01-01" ? day : nil
    }.first
  }

  /// The description as text, though many packages put escaped HTML into it.
  private var description: String? {
    let found = package.metadata.first { EPUBPackage.name(of: $0) == "dc:description" }
    guard var text = found?.text else { return nil }
    if text.contains("<") || text.contains("&") {
      var plain = ""
      HTMLParser.parse(text).tree.root.walk {
        switch $0 {
        case .text(let pieces): for piece in pieces { plain += piece.text }
        case .element(let element):
          switch ElementRole(element) {
          case .inline: if element.name == "br" { plain += "\n" }
          case .leftOut: return element.name == "head"
          default: plain += "\n"
          }
        }
        return true
      }
      text = plain
    }
    text = text.onTidyLines
    return text.isEmpty ? nil : text
  }

  /// The series: EPUB 3's collection, else what Calibre writes.
  private var series: String? {
    for element in package.metadata where EPUBPackage.name(of: element) == "meta" {
      if element["property"] == "belongs-to-collection" {
        let type = refinement("collection-type", of: element)
        let name = element.text.onOneLine
        if type == nil || type == "series", !name.isEmpty { return name }
      }
      if element["name"] == "calibre:series", let name = element["content"]?.onOneLine,
        !name.isEmpty
      {
        return name
      }
    }
    return nil
  }
}
