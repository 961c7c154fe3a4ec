internal import Narration

/// Numbers that cite entries of the list of references, next to each other: `[3, 5–7]`.
struct JATSCitation {
  /// An entry with the bytes that stand for it: of a number, or of the dash of a span.
  struct Part {
    var entry: JATSReferences.Entry
    var source: Range<Int>
    /// What parts it from the one before.
    var joint: Range<Int>?
  }

  var parts: [Part]
  /// The index of the first node behind.
  var end: Int
  /// All bytes of it.
  var source: Range<Int>
  /// Whether its works are said by name; else the numbers stay.
  var isNamed = true
}

extension JATSConverter {
  /// More works than this in one citation are not named one by one: their numbers stay.
  private static let mostWorks = 10

  /// The citation by numbers that begins at a node, nil when none does.
  ///
  /// `[<xref ref-type="bibr" rid="b3">3</xref>]`, raised `3`, and `3–5`, whose dash stands for the
  /// works between.
  func citation(at start: Int, in nodes: [MarkupNode]) -> JATSCitation? {
    guard case .element(let first) = nodes[start] else { return nil }
    if first.name == "sup" {
      // All of what is raised must be the citation.
      let inner = Array(first.children)
      guard !inner.isEmpty, var citation = run(from: 0, in: inner), citation.end == inner.count,
        citation.isNamed
      else { return nil }
      citation.end = start + 1
      return citation
    }
    return run(from: start, in: nodes)
  }

  private func run(from start: Int, in nodes: [MarkupNode]) -> JATSCitation? {
    guard case .element(let first) = nodes[start], let works = works(citedBy: first) else {
      return nil
    }
    var citation = JATSCitation(
      parts: works, end: start + 1, source: first.source)
    while let separator = separator(at: citation.end, in: nodes),
      case .element(let next) = nodes[citation.end + 1], var works = self.works(citedBy: next)
    {
      if separator.isSpan, let from = citation.parts.last?.entry, let to = works.first?.entry {
        let between = references.entries(between: from, and: to)
        citation.isNamed = citation.isNamed && between.count <= Self.mostWorks
        citation.parts += between.prefix(Self.mostWorks).map {
          JATSCitation.Part(entry: $0, source: separator.source)
        }
      }
      works[0].joint = separator.source
      citation.parts += works
      citation.source = citation.source.lowerBound..<next.source.upperBound
      citation.end += 2
    }
    citation.isNamed =
      citation.isNamed && citation.parts.count <= Self.mostWorks
      && citation.parts.allSatisfy { !$0.entry.authors.isEmpty }
    return citation
  }

  /// What parts two numbers: a comma, or a dash that spans what is between.
  private func separator(at index: Int, in nodes: [MarkupNode]) -> (
    isSpan: Bool, source: Range<Int>
  )? {
    guard index + 1 < nodes.count else { return nil }
    var text = ""
    var source = 0..<0
    switch nodes[index] {
    case .text(let pieces):
      guard pieces.count < 8 else { return nil }
      for piece in pieces { text += piece.text }
      if let first = pieces.first, let last = pieces.last {
        source = first.source.lowerBound..<last.source.upperBound
      }
    case .element(let element):
      guard element.name == "sup" else { return nil }
      text = element.text
      source = element.textSource
    }
    let marks = text.filter { !$0.isWhitespace }
    guard marks.count <= 3 else { return nil }
    if ["–", "-", "—", "‐", "‑"].contains(marks) { return (true, source) }
    return [",", ";", "][", "],[", "", "and", "&"].contains(marks) ? (false, source) : nil
  }

  /// The works behind a reference that shows nothing but numbers.
  private func works(citedBy element: MarkupElement) -> [JATSCitation.Part]? {
    guard element.name == "xref", element["ref-type"] == "bibr" else { return nil }
    let text = element.text.filter { !$0.isWhitespace }
    guard !text.isEmpty, text.count < 40, text.contains(where: \.isNumber),
      text.allSatisfy({ $0.isNumber || "[](),;–-—‐‑".contains($0) })
    else { return nil }
    let entries = Self.targets(of: element).compactMap { references[$0] }
    // A year alone is the rest of a citation by name: `Smith (2019)`.
    let digits = text.filter { !"[]()".contains($0) }
    guard !entries.isEmpty, entries.allSatisfy({ $0.year.prefix(4) != digits }) else { return nil }
    let source = element.textSource
    return entries.map { JATSCitation.Part(entry: $0, source: source) }
  }

  // MARK: Writing

  /// Writes authors and years: `(Smith et al., 2019; Doe, 2020)`.
  mutating func write(_ citation: JATSCitation) {
    let isOpen = hasOpenBracket
    let (start, end) = (citation.source.lowerBound, citation.source.upperBound)
    if !isOpen { out.text(" (", for: start..<start) }
    for (index, part) in citation.parts.enumerated() {
      if index > 0 { out.text("; ", for: part.joint ?? part.source) }
      // Whom the sentence has just named is not named again: `Smith et al. [3]`.
      let isNamed = citation.parts.count == 1 && hasJustNamed(part.entry)
      out.text(isNamed ? part.entry.yearOrNone : part.entry.short, for: part.source)
    }
    if !isOpen { out.text(")", for: end..<end) }
    tail += ")"
  }

  /// Whether a bracket before is not closed yet: `(see 3)`.
  private var hasOpenBracket: Bool {
    var depth = 0
    for character in tail.suffix(Self.tailLength).reversed() {
      if character == ")" || character == "]" { depth += 1 }
      if character == "(" || character == "[" {
        if depth == 0 { return true }
        depth -= 1
      }
    }
    return false
  }

  /// Whether the text ends with the names of a work's authors.
  ///
  /// `Smith`, `Smith and Jones`, `Smith et al.`
  private func hasJustNamed(_ entry: JATSReferences.Entry) -> Bool {
    guard let first = entry.authors.first else { return false }
    let marks: Set<Character> = ["[", "(", ",", ".", "’", "'"]
    let words = tail.suffix(Self.tailLength).split { $0.isWhitespace || marks.contains($0) }
    let known: Set<Substring> = [
      "et", "al", "and", "&", "colleagues", "coworkers", "co-workers", "s",
    ]
    for word in words.suffix(8).reversed() {
      if word == first || first.split(separator: " ").last == word { return true }
      guard known.contains(word) || entry.authors.contains(where: { $0 == word }) else {
        return false
      }
    }
    return false
  }
}
