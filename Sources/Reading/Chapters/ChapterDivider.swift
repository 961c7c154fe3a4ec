internal import Narration

/// Divides the passages of an episode into chapters.
///
/// Headings begin chapters where there are any, a heading right after another begins none of its
/// own, and a list of references is a chapter. What is longer than a listener keeps in mind is
/// grouped by the turn of the text (``TextTiling``); a text of under a minute is one chapter.
struct ChapterDivider {
  private let drafts: [DraftPassage]
  private let title: String?
  private let tokens: [[ProseToken]]
  private let wordCounts: [Int]

  /// Under a minute of speech, at 150 words a minute.
  private static let shortText = 150
  /// What a section with a heading of its own may last: six minutes.
  private static let longestSection = 900
  /// What the text before the first heading may last: three minutes.
  private static let longestPreamble = 450

  /// - Parameter title: The title of the episode, for the text before the first heading.
  init(_ drafts: [DraftPassage], title: String?) {
    self.drafts = drafts
    self.title = title
    var forms = WordForms()
    var tokens: [[ProseToken]] = []
    for draft in drafts {
      tokens.append(
        draft.passage.kind == .reference
          ? [] : ProseTokenizer.tokens(of: draft.passage.text, forms: &forms))
    }
    self.tokens = tokens
    wordCounts = zip(drafts, tokens).map { draft, tokens in
      draft.passage.kind == .reference ? draft.passage.text.utf8.count / 6 : tokens.count
    }
  }

  /// A run of drafts that is a chapter, or is to be grouped into some.
  private struct Section {
    var drafts: Range<Int>
    var heading: Int?
    var isReferences = false
  }

  /// The chapters, each with its title; titles differ from each other.
  func chapters() -> [Chapter] {
    var parts: [(drafts: Range<Int>, title: String?)] = []
    for section in sections() {
      if section.isReferences {
        parts.append((section.drafts, referenceTitle(section)))
        continue
      }
      let groups = group(section)
      for (index, group) in groups.enumerated() {
        var name: String?
        if index == 0 {
          name = section.heading.flatMap { Self.clean(drafts[$0].passage.text) }
          if name == nil, isPreamble(section) || groups.count == 1 && isWholeText(section) {
            name = title
          }
        }
        parts.append((group, name))
      }
    }
    var titler = ChapterTitler(tokens, texts: drafts.map(\.passage.text))
    let titles = titler.titles(for: parts)
    return zip(parts, titles).map { part, title in
      Chapter(title: title, passages: drafts[part.drafts].map(\.passage))
    }
  }

  // MARK: Sections

  private func sections() -> [Section] {
    let referenceRuns = self.referenceRuns()
    var sections: [Section] = []
    var index = 0
    var run = 0
    while index < drafts.count {
      if run < referenceRuns.count, referenceRuns[run].lowerBound == index {
        sections.append(
          Section(
            drafts: referenceRuns[run], heading: drafts[index].isReferenceHeading ? index : nil,
            isReferences: true))
        index = referenceRuns[run].upperBound
        run += 1
        continue
      }
      let limit = run < referenceRuns.count ? referenceRuns[run].lowerBound : drafts.count
      var heading = isHeading(index) ? index : nil
      var end = index + 1
      while end < limit {
        if isHeading(end) {
          // Headings one under the other open one chapter, under the name of the last; under a
          // title stands its subtitle.
          guard isHeading(end - 1) else { break }
          if index > 0 { heading = end }
        }
        end += 1
      }
      sections.append(Section(drafts: index..<end, heading: heading))
      index = end
    }
    return sections
  }

  /// A label with its entries; without a label, several entries together or those at the end.
  private func referenceRuns() -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = 0
    while index < drafts.count {
      guard drafts[index].isReferenceHeading || isReference(index) else {
        index += 1
        continue
      }
      let start = index
      index += 1
      while index < drafts.count, isReference(index) { index += 1 }
      let entries = index - start - (isReference(start) ? 0 : 1)
      let isList = drafts[start].isReferenceHeading || entries > 1 || index == drafts.count
      if entries > 0, isList { runs.append(start..<index) }
    }
    return runs
  }

  private func isReference(_ index: Int) -> Bool { drafts[index].passage.kind == .reference }

  private func isHeading(_ index: Int) -> Bool {
    if case .heading = drafts[index].passage.kind { true } else { false }
  }

  private func isWholeText(_ section: Section) -> Bool {
    section.drafts.lowerBound == 0
      && drafts[section.drafts.upperBound...].allSatisfy {
        $0.isReferenceHeading || $0.passage.kind == .reference
      }
  }

  /// Whether a section is what stands before the first heading of a text that has some.
  private func isPreamble(_ section: Section) -> Bool {
    section.drafts.lowerBound == 0 && section.heading == nil
      && section.drafts.upperBound < drafts.count
      && isHeading(section.drafts.upperBound)
      && !drafts[section.drafts.upperBound].isReferenceHeading
  }

  private func group(_ section: Section) -> [Range<Int>] {
    let words = section.drafts.reduce(0) { $0 + wordCounts[$1] }
    // A title over the whole text divides nothing.
    let isDivided = section.heading != nil && !isWholeText(section)
    let longest =
      isDivided ? Self.longestSection : isPreamble(section) ? Self.longestPreamble : Self.shortText
    guard words > longest, section.drafts.count > 1 else { return [section.drafts] }
    return TextTiling(drafts, tokens, wordCounts).groups(of: section.drafts)
  }

  // MARK: Titles of the source

  private func referenceTitle(_ section: Section) -> String {
    let entries = section.drafts.count { isReference($0) }
    let usual = entries == 1 ? "Reference" : "References"
    guard let heading = section.heading else { return usual }
    let name = Self.clean(drafts[heading].passage.text) ?? usual
    return name.lowercased().hasPrefix("reference") ? usual : name
  }

  /// A heading as a title: no mark that ends a line, never empty.
  private static func clean(_ heading: String) -> String? {
    var title = heading[...]
    while let last = title.last, ":.;,–—- ".contains(last) { title.removeLast() }
    return title.isEmpty ? nil : String(title)
  }
}
