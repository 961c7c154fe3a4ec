internal import Narration

/// A work of which an article holds the parts alone, put together as the manual of the APA does
/// (7th edition, chapter 9).
///
/// ```
/// Lindqvist, M., & Ode, K. (2019). Coffee and sleep. Journal of Rest, 12(3), 15–20. https://doi.org/…
/// ```
///
/// Parts keep their places; what stands between them is inserted. Parts that the shape has no place
/// for are read behind it, in their order.
struct JATSWork {
  private let work: MarkupElement
  private var rest: [MarkupElement] = []
  private var texts: [ArraySlice<MarkupTree.Piece>] = []
  /// By name, in order.
  private var parts: [String: [MarkupElement]] = [:]

  private static let placed: Set<String> = [
    "person-group", "name", "string-name", "collab", "etal", "year", "article-title",
    "chapter-title",
    "part-title", "data-title", "source", "edition", "volume", "issue", "fpage", "lpage",
    "page-range", "elocation-id", "publisher-loc", "publisher-name", "pub-id", "ext-link", "uri",
    "label", "month", "day", "date", "size", "page-count", "trans-title", "trans-source",
  ]

  init(_ work: MarkupElement) {
    self.work = work
    for node in work.children {
      switch node {
      case .text(let pieces): texts.append(pieces)
      case .element(let part):
        if Self.placed.contains(part.name) {
          parts[part.name, default: []].append(part)
        } else {
          rest.append(part)
        }
      }
    }
  }

  private func all(_ names: String...) -> [MarkupElement] { names.flatMap { parts[$0] ?? [] } }

  /// Text right inside an element.
  private static func texts(_ element: MarkupElement) -> [ArraySlice<MarkupTree.Piece>] {
    element.children.compactMap { if case .text(let pieces) = $0 { pieces } else { nil } }
  }

  private func insert(_ text: String, before element: MarkupElement, _ out: inout JATSConverter) {
    let at = element.source.lowerBound
    out.out.text(text, for: at..<at)
  }

  private func insert(_ text: String, after element: MarkupElement, _ out: inout JATSConverter) {
    let at = element.source.upperBound
    out.out.text(text, for: at..<at)
  }

  func write(to out: inout JATSConverter) {
    for pieces in texts + all("person-group").flatMap(Self.texts) { out.out.text(pieces) }
    for label in all("label") { out.out.omit(label, because: .noteMark) }
    let groups = all("person-group")
    let authors = groups.filter { ($0["person-group-type"] ?? "author") == "author" }
    let editors = groups.filter { ($0["person-group-type"] ?? "author") != "author" }
    let single = all("name", "string-name", "collab", "etal")
    var people = authors.flatMap { Array($0.elements) } + single
    // A book by its editors alone has them in front.
    let areEditors = people.isEmpty && !editors.isEmpty
    if areEditors { people = editors.flatMap { Array($0.elements) } }
    persons(people, &out)
    if areEditors, let last = people.last { insert(" (Eds.)", after: last, &out) }
    date(isFirst: people.isEmpty, &out)
    titles(&out)
    if !areEditors { self.editors(editors, &out) }
    container(&out)
    addresses(&out)
    for part in rest {
      insert(" ", before: part, &out)
      if part.name == "comment" || part.name == "annotation" {
        out.inline(of: part)
      } else {
        out.passOn(part)
      }
      stop(after: part, &out)
    }
  }

  // MARK: People

  private func persons(_ people: [MarkupElement], _ out: inout JATSConverter) {
    let named = people.filter { !$0.isBlank }
    for (index, person) in people.enumerated() {
      let isLast = index + 1 == people.count && person.name != "etal"
      if index > 0 { insert(isLast ? ", & " : ", ", before: person, &out) }
      switch person.name {
      case "name": name(person, &out)
      case "etal":
        if person.isBlank { insert("et al.", before: person, &out) }
        out.inline(of: person)
      default: out.inline(of: person)
      }
    }
    guard let last = named.last else { return }
    if ["collab", "institution"].contains(last.name) { stop(after: last, &out) }
  }

  /// `Lindqvist, M.`: initials without stops get them.
  private func name(_ name: MarkupElement, _ out: inout JATSConverter) {
    let isFirst = { (part: MarkupElement) in part.name == "surname" }
    let ordered =
      name.elements.filter(isFirst) + name.elements.filter { $0.name == "given-names" }
      + name.elements.filter { !isFirst($0) && $0.name != "given-names" }
    for (index, part) in ordered.enumerated() {
      if index > 0 { insert(", ", before: part, &out) }
      let text = part.text.onOneLine
      let areInitials =
        part.name == "given-names" && (1...3).contains(text.count)
        && text.allSatisfy { $0.isLetter && $0.isUppercase }
      if areInitials {
        out.out.text(text.map { "\($0)." }.joined(separator: " "), for: part.textSource)
      } else {
        out.inline(of: part)
      }
    }
    for node in name.children { if case .text(let pieces) = node { out.out.text(pieces) } }
  }

  private func editors(_ groups: [MarkupElement], _ out: inout JATSConverter) {
    for group in groups {
      insert(" In ", before: group, &out)
      for (index, person) in group.elements.enumerated() {
        if index > 0 { insert(" & ", before: person, &out) }
        if person.name == "name" {
          let parts = Array(person.elements)
          for (number, part)
            in (parts.filter { $0.name == "given-names" }
            + parts.filter { $0.name != "given-names" }).enumerated()
          {
            if number > 0 { insert(" ", before: part, &out) }
            out.inline(of: part)
          }
          for pieces in Self.texts(person) { out.out.text(pieces) }
        } else {
          out.inline(of: person)
        }
      }
      insert(group["person-group-type"] == "editor" ? " (Eds.)," : ",", after: group, &out)
    }
  }

  // MARK: Date, titles, container

  private func date(isFirst: Bool, _ out: inout JATSConverter) {
    for year in all("year", "date") {
      insert(" (", before: year, &out)
      out.inline(of: year)
      insert(").", after: year, &out)
    }
    // The day of a journal's issue tells a listener nothing more.
    for part in all("month", "day") { out.out.omit(part, because: .metadata) }
  }

  private func titles(_ out: inout JATSConverter) {
    for title in all("article-title", "chapter-title", "part-title", "data-title", "trans-title") {
      insert(" ", before: title, &out)
      out.inline(of: title)
      stop(after: title, &out)
    }
  }

  private func container(_ out: inout JATSConverter) {
    var last: MarkupElement?
    let add = { (part: MarkupElement, before: String, after: String, out: inout JATSConverter) in
      insert(before, before: part, &out)
      out.inline(of: part)
      if !after.isEmpty { insert(after, after: part, &out) }
      last = part
    }
    for source in all("source", "trans-source") {
      insert(" ", before: source, &out)
      out.out.begin("i", for: source)
      out.inline(of: source)
      out.out.end(for: source)
      last = source
    }
    for edition in all("edition") {
      add(edition, " (", ordinalSuffix(edition.text.onOneLine).map { $0 + " ed.)" } ?? ")", &out)
    }
    for volume in all("volume") { add(volume, last == nil ? " " : ", ", "", &out) }
    for issue in all("issue") { add(issue, "(", ")", &out) }
    let pages = all("fpage", "elocation-id", "page-range")
    for page in pages { add(page, last == nil ? " " : ", ", "", &out) }
    for page in all("lpage") { add(page, "–", "", &out) }
    if let last, !endsWithStop(last) { insert(".", after: last, &out) }
    for count in all("size", "page-count") { out.out.omit(count, because: .metadata) }
    let places = all("publisher-loc")
    let names = all("publisher-name")
    for (index, place) in places.enumerated() {
      insert(" ", before: place, &out)
      out.inline(of: place)
      insert(index + 1 == places.count && !names.isEmpty ? ":" : ".", after: place, &out)
    }
    for name in names {
      insert(" ", before: name, &out)
      out.inline(of: name)
      stop(after: name, &out)
    }
  }

  /// `2` → `nd`; nil for what is no number.
  private func ordinalSuffix(_ number: String) -> String? {
    guard let value = Int(number), (1...999).contains(value) else { return nil }
    if (11...13).contains(value % 100) { return "th" }
    return [1: "st", 2: "nd", 3: "rd"][value % 10] ?? "th"
  }

  private func addresses(_ out: inout JATSConverter) {
    for id in all("pub-id") {
      insert(" ", before: id, &out)
      if id["pub-id-type"] == "doi", id.text.hasPrefix("10.") {
        insert("https://doi.org/", before: id, &out)
      }
      out.identifier(id)
    }
    for link in all("ext-link", "uri") {
      insert(" ", before: link, &out)
      out.passOn(link)
    }
  }

  // MARK: Stops

  private func endsWithStop(_ part: MarkupElement) -> Bool {
    part.text.last { !$0.isWhitespace }.map { ".?!".contains($0) } ?? true
  }

  private func stop(after part: MarkupElement, _ out: inout JATSConverter) {
    if !endsWithStop(part) { insert(".", after: part, &out) }
  }
}
