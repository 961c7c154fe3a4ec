internal import Narration

/// The table of contents of a book: EPUB 3's navigation document (EPUB 3.3, section 7) or EPUB 2's
/// NCX (OPF 2.0.1, section 2.4.1), as one flat list.
struct EPUBNavigation {
  /// Where a chapter begins.
  struct Entry: Equatable {
    /// As the book writes it, on one line.
    var title: String
    /// The index of the entry that this one stands under.
    var parent: Int?
    /// How many entries it stands under.
    var depth: Int
    /// The member it leads to, nil for a heading in the list that leads nowhere.
    var member: String?
    var fragment: String?
  }

  /// In the order of the list, parents before their children.
  private(set) var entries: [Entry] = []

  /// What FLAC's chapters can be numbered with, and more than anybody goes through.
  static let mostEntries = 900

  /// Reads the `toc` of a navigation document.
  init(document root: MarkupElement, path: String) {
    let lists = root.descendants("nav").filter {
      EPUBRoles.types(of: $0).contains { $0 == "toc" || $0 == "doc-toc" }
    }
    guard let nav = lists.first else { return }
    for list in nav.elements where list.name == "ol" || list.name == "ul" {
      add(list: list, under: nil, path)
    }
  }

  /// Reads the `navMap` of an NCX.
  init(ncx root: MarkupElement, path: String) {
    for map in root.descendants("navMap", "navmap") { add(points: map, under: nil, path) }
  }

  // As deep as a tree can be, which is bounded.
  private mutating func add(list: MarkupElement, under parent: Int?, _ path: String) {
    for item in list.elements where item.name == "li" {
      var index = parent
      for child in item.elements {
        switch child.name {
        case "a", "span", "p":
          guard index == parent else { break }
          let link = child.name == "a" ? child : child.descendants("a").first ?? child
          add(Self.label(of: child), link["href"], under: parent, path)
          index = entries.count - 1
        case "ol", "ul": add(list: child, under: index, path)
        default: break
        }
      }
    }
  }

  private mutating func add(points map: MarkupElement, under parent: Int?, _ path: String) {
    for point in map.elements where ["navPoint", "navpoint"].contains(point.name) {
      let label = point.elements.first { ["navLabel", "navlabel"].contains($0.name) }
      add(
        label.map { Self.label(of: $0) } ?? "", point.first("content")?["src"], under: parent, path)
      add(points: point, under: entries.count - 1, path)
    }
  }

  private mutating func add(
    _ title: String, _ reference: String?, under parent: Int?, _ path: String
  ) {
    let target = reference.flatMap { MemberPath.resolve($0, in: path) }
    entries.append(
      Entry(
        title: title, parent: parent, depth: parent.map { entries[$0].depth + 1 } ?? 0,
        member: target?.member, fragment: target?.fragment))
  }

  /// The words of a label; of an image its alternative text.
  private static func label(of element: MarkupElement) -> String {
    let text = element.text.onOneLine
    if !text.isEmpty { return text }
    let image = element.descendants("img").compactMap { $0["alt"] }.first
    return (image ?? element["title"] ?? "").onOneLine
  }

  // MARK: Flat titles

  /// The entries with titles that stay clear when one is read alone, as many as a player can show.
  ///
  /// A title that says little by itself, because it is no more than a number or because others are
  /// the same, has the one above it put before it: under `Part One`, `Chapter 2` → `Part One:
  /// Chapter 2`, but `The Storm` stays as it is. The deepest go first when there are too many.
  func flat() -> (entries: [Entry], dropped: Int) {
    var counts: [String: Int] = [:]
    for entry in entries { counts[entry.title.lowercased(), default: 0] += 1 }
    var flat = entries
    for index in flat.indices {
      guard let parent = flat[index].parent, !flat[parent].title.isEmpty else { continue }
      let title = entries[index].title
      let isClear = counts[title.lowercased()] == 1 && !Self.isNumber(title)
      if isClear { continue }
      let above = Self.trimmed(flat[parent].title)
      // However deep a list goes, a title stays one.
      if title.isEmpty || title == entries[parent].title {
        flat[index].title = flat[parent].title
      } else if above.utf8.count + title.utf8.count < 200 {
        flat[index].title = "\(above): \(title)"
      }
    }
    let deepest = flat.reduce(0) { max($0, $1.depth) }
    var kept = flat.filter { !$0.title.isEmpty && $0.member != nil }
    let all = kept.count
    for depth in stride(from: deepest, to: 0, by: -1) where kept.count > Self.mostEntries {
      kept.removeAll { $0.depth >= depth }
    }
    kept = Array(kept.prefix(Self.mostEntries))
    return (kept, all - kept.count)
  }

  private static func trimmed(_ title: String) -> String {
    var title = title[...]
    while let last = title.last, ":.;,–—- ".contains(last) { title.removeLast() }
    return String(title)
  }

  /// Whether a title does no more than count: `7`, `IV.`, `Chapter 2`, `Section Three`.
  static func isNumber(_ title: String) -> Bool {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard let last = words.last, words.count <= 2 else { return words.isEmpty }
    let isCounted =
      last.allSatisfy(\.isNumber) || last.allSatisfy { "ivxlc".contains($0) }
      || numberWords.contains(last)
    return isCounted && (words.count == 1 || divisions.contains(words[0]))
  }

  private static let divisions: Set<Substring> = [
    "chapter", "part", "book", "section", "act", "scene", "canto", "lesson", "letter", "volume",
    "day", "week", "unit", "appendix", "episode", "kapitel", "teil", "chapitre", "partie",
    "capítulo", "parte", "capitolo",
  ]
  private static let numberWords: Set<Substring> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth",
  ]
}
