/// Whether a text is Markdown, told from marks that plain text does not have.
///
/// One such mark may stand in any text: `*` as a bullet, `#` before a number, an underlined title. So
/// strong ones count alone, and weaker ones when there are two kinds of them.
enum MarkdownSign {
  /// Looks at the beginning of a text.
  static func isFound(in start: Substring) -> Bool {
    if hasFrontMatter(start) { return true }
    var kinds: Set<String> = []
    for line in start.split(separator: "\n", maxSplits: 400, omittingEmptySubsequences: true) {
      if hasStrongMark(line) { return true }
      kinds.formUnion(weakMarks(of: line))
      if kinds.count > 1 { return true }
    }
    return false
  }

  private static func hasFrontMatter(_ start: Substring) -> Bool {
    guard start.hasPrefix("---") || start.hasPrefix("+++") else { return false }
    return FrontMatter(MarkdownLines(Array(start.utf8))).isAboutEpisodes
  }

  /// A link with its address, an image, a fence of code, a table's rule, a footnote, a speaker's name in
  /// bold, a time mark with its brackets escaped.
  private static func hasStrongMark(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " || $0 == ">" }
    if text.hasPrefix("```") || text.hasPrefix("~~~") || text.hasPrefix("![") { return true }
    if text.hasPrefix("[^"), text.contains("]:") { return true }
    if text.contains("](http") || text.contains("](/") || text.contains("](#") { return true }
    if text.contains(":** ") || text.contains("**: ") || text.contains("\\[") { return true }
    return text.count > 4 && text.contains("|") && text.contains("--")
      && text.allSatisfy { "|-: \r".contains($0) }
  }

  private static func weakMarks(of line: Substring) -> [String] {
    var marks: [String] = []
    let hashes = line.prefix { $0 == "#" }.count
    if (1...6).contains(hashes), line.dropFirst(hashes).first == " ",
      line.dropFirst(hashes + 1).first?.isLetter == true
    {
      marks.append(hashes == 1 ? "heading" : "sub-heading")
    }
    if line.hasPrefix("> ") { marks.append("quotation") }
    if line.hasPrefix("- [ ] ") || line.hasPrefix("- [x] ") { marks += ["task", "tasks"] }
    if hasPair("**", in: line) { marks.append("strong") }
    if hasPair("`", in: line) { marks.append("code") }
    return marks
  }

  /// Whether a mark opens before a letter and closes behind one: `**so**`.
  private static func hasPair(_ mark: String, in line: Substring) -> Bool {
    guard let open = line.firstRange(of: mark) else { return false }
    let rest = line[open.upperBound...]
    guard let close = rest.firstRange(of: mark), close.lowerBound > rest.startIndex else {
      return false
    }
    let inside = rest[..<close.lowerBound]
    return inside.first?.isWhitespace == false && inside.last?.isWhitespace == false
  }
}
