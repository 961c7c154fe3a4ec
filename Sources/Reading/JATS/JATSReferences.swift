internal import Narration

/// The entries of an article's lists of references, as citations name them.
struct JATSReferences {
  /// Who wrote a work and when.
  struct Entry {
    /// Its place in the list, from 0.
    var number: Int
    /// Family names, or the name of a body.
    var authors: [String]
    /// Whether there are more authors than are named.
    var hasMore: Bool
    /// `2019`, `2019a`; empty where none is given.
    var year: String

    /// `Smith`, `Smith & Jones` or `Smith et al.`, after the manual of the APA, 7th edition, 8.17.
    var names: String {
      guard let first = authors.first else { return "" }
      if authors.count > 2 || hasMore { return first + " et al." }
      return authors.count == 2 ? "\(first) & \(authors[1])" : first
    }

    /// `Smith et al., 2019`; `n.d.` for a work without a date.
    var short: String { "\(names), \(yearOrNone)" }

    var yearOrNone: String { year.isEmpty ? "n.d." : year }
  }

  private var byID: [Substring: Int] = [:]
  private var entries: [Entry] = []

  init(_ root: MarkupElement) {
    root.walk {
      guard case .element(let element) = $0 else { return false }
      guard element.name == "ref" else { return true }
      if let id = element["id"] { byID[id[...]] = entries.count }
      entries.append(Self.entry(element, number: entries.count))
      return false
    }
  }

  /// The entry with an id.
  subscript(id: Substring) -> Entry? { byID[id].map { entries[$0] } }

  /// The entries between two, both left out.
  func entries(between first: Entry, and last: Entry) -> ArraySlice<Entry> {
    guard first.number + 1 < last.number else { return [] }
    return entries[first.number + 1..<last.number]
  }

  // MARK: Parts of an entry

  private static func entry(_ reference: MarkupElement, number: Int) -> Entry {
    var entry = Entry(number: number, authors: [], hasMore: false, year: "")
    let work = reference.elements.first {
      ["mixed-citation", "element-citation", "nlm-citation", "citation"].contains($0.name)
    }
    guard
      let work = work
        ?? reference.first("citation-alternatives")?.elements.first(where: { _ in true })
    else { return entry }
    let groups = work.descendants("person-group")
    let authors = groups.first { $0["person-group-type"] == "author" } ?? groups.first
    (authors ?? work).walk {
      guard case .element(let element) = $0 else { return false }
      switch element.name {
      case "surname": entry.authors.append(element.text.onOneLine)
      case "collab", "institution": entry.authors.append(element.text.onOneLine)
      case "string-name" where element.first("surname") == nil:
        entry.authors.append(familyName(element.text.onOneLine))
      case "etal": entry.hasMore = true
      // Editors of the book that a chapter stands in.
      case "person-group" where authors == nil: return false
      default: return true
      }
      return false
    }
    entry.authors.removeAll(where: \.isEmpty)
    if let year = work.descendants("year").first?.text.onOneLine { entry.year = self.year(year) }
    return entry
  }

  /// The family name in a name without parts.
  ///
  /// `Smith JA` → `Smith`, `Smith, J. A.` → `Smith`, `Jane Smith` → `Smith`
  private static func familyName(_ name: String) -> String {
    if let comma = name.firstIndex(of: ",") { return String(name[..<comma]) }
    let words = name.split(separator: " ")
    guard let last = words.last, words.count > 1 else { return name }
    let areInitials = last.count <= 3 && last.allSatisfy { $0.isUppercase || $0 == "." }
    return String(areInitials ? words[0] : last)
  }

  /// Four digits with the letter that tells works of one year apart.
  ///
  /// `(2019a).` → `2019a`
  private static func year(_ text: String) -> String {
    let digits = text.drop { !$0.isASCII || !$0.isNumber }
    let year = digits.prefix { $0.isASCII && $0.isNumber }
    guard year.count == 4 else { return "" }
    let letter = digits.dropFirst(4).prefix { $0.isLetter && $0.isLowercase && $0.isASCII }
    return String(year) + (letter.count == 1 ? letter : "")
  }
}
