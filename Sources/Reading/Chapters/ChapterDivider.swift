internal import Narration

/// Divides the passages of an episode into chapters, as ``ChapterPolicy`` says.
///
/// By itself (`auto`) it takes what structure the source has: its own chapter marks if there are two
/// or more, else its headings (``HeadingOutline``); a list of references is a chapter. A text without
/// structure, or whose greatest part has none, is grouped by the turn of the text (``TextTiling``),
/// unless it lasts under a minute. No chapter is shorter than half a minute but by the author's will.
struct ChapterDivider {
  let drafts: [DraftPassage]
  private let title: String?
  private let policy: ChapterPolicy
  private let tokens: [[ProseToken]]
  private let wordCounts: [Int]
  private let words: WordSums

  /// Words a minute, by which lengths are estimated before anything is spoken.
  static let pace = 150
  /// Half a minute of speech.
  static let shortest = 75
  /// Under a minute of speech.
  private static let shortText = 150
  /// What a section with a heading of its own may last before its topics divide it: six minutes.
  private static let longestSection = 900
  /// What the text before the first heading may last: three minutes.
  private static let longestPreamble = 450

  /// - Parameter title: The title of the episode, for the text before the first heading.
  init(_ drafts: [DraftPassage], title: String?, policy: ChapterPolicy = .auto) {
    self.drafts = drafts
    self.title = title
    self.policy = policy
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
    words = WordSums(wordCounts)
  }

  /// The chapters, each with its title; titles differ from each other.
  func chapters() -> [Chapter] {
    let parts = parts().joiningShort(than: Self.shortest, words: words.count)
    var titler = ChapterTitler(drafts, tokens, parts: parts.map(\.drafts))
    let titles = titler.titles(for: parts)
    return zip(parts, titles).map { part, title in
      Chapter(title: title, passages: drafts[part.drafts].map(\.passage))
    }
  }

  /// Whether the source has what a policy asks for; without it all is one chapter.
  var hasStructure: Bool {
    switch policy {
    case .marks: drafts.contains { $0.chapterMark != nil }
    case .headings: drafts.contains { if case .heading = $0.passage.kind { true } else { false } }
    case .auto, .none, .every: true
    }
  }

  private func parts() -> [ChapterPart] {
    let whole = ChapterPart(drafts: drafts.indices, title: title, isAuthors: true)
    let marks = drafts.indices.filter { drafts[$0].chapterMark != nil }
    switch policy {
    case .none: return [whole]
    case .every(let minutes): return equal(minutes: minutes)
    case .marks: return marks.isEmpty ? [whole] : marked(marks)
    case .auto where marks.count >= 2: return marked(marks)
    case .auto, .headings:
      let parts = headed()
      return parts.isEmpty ? [whole] : parts
    }
  }

  // MARK: Marks of the source

  private func marked(_ marks: [Int]) -> [ChapterPart] {
    var parts: [ChapterPart] = []
    if let first = marks.first, first > 0 {
      parts.append(ChapterPart(drafts: 0..<first, title: title, isAuthors: false))
    }
    for (index, mark) in marks.enumerated() {
      let end = index + 1 < marks.count ? marks[index + 1] : drafts.count
      var name = drafts[mark].chapterMark.flatMap { ChapterTitles.clean($0.onOneLine) }
      if name == nil, isHeading(mark) { name = ChapterTitles.clean(drafts[mark].passage.text) }
      parts.append(ChapterPart(drafts: mark..<end, title: name, isAuthors: true))
    }
    return parts
  }

  // MARK: Headings

  private func headed() -> [ChapterPart] {
    let outline = HeadingOutline(drafts, words: words)
    let isAuto = policy == .auto
    let runs = isAuto ? referenceRuns() : []
    var starts: [Int: HeadingOutline.Group] = [:]
    for index in outline.beginnings(all: !isAuto) {
      starts[outline.groups[index].drafts.lowerBound] = outline.groups[index]
    }
    if !isAuto, starts.isEmpty { return [] }
    var cuts = Set(starts.keys).union([0])
    for run in runs { cuts.formUnion([run.lowerBound, run.upperBound]) }
    let ordered = cuts.filter { $0 < drafts.count }.sorted()
    let references = Dictionary(uniqueKeysWithValues: runs.map { ($0.lowerBound, $0) })
    let total = ordered.enumerated().reduce(0) { sum, entry in
      references[entry.element] == nil ? sum + words.count(range(ordered, entry.offset)) : sum
    }
    let hasHeadings = starts.keys.contains { !drafts[$0].isReferenceHeading }
    var parts: [ChapterPart] = []
    for (index, start) in ordered.enumerated() {
      let range = range(ordered, index)
      if references[start] != nil {
        parts.append(
          ChapterPart(
            drafts: range, title: referenceTitle(range),
            isAuthors: drafts[start].isReferenceHeading, isReferences: true))
        continue
      }
      let group = starts[start]
      let isPreamble = start == 0 && group == nil && hasHeadings
      let isWhole = words.count(range) == total
      var name = group?.title
      let groups = isAuto ? topics(range, group, isPreamble: isPreamble, of: total) : [range]
      if name == nil, start == 0, isPreamble || groups.count == 1 { name = title }
      for (number, topic) in groups.enumerated() {
        parts.append(
          ChapterPart(
            drafts: topic, title: number == 0 ? name : nil,
            isAuthors: groups.count == 1 && (group != nil || isWhole)))
      }
    }
    return parts
  }

  private func range(_ cuts: [Int], _ index: Int) -> Range<Int> {
    cuts[index]..<(index + 1 < cuts.count ? cuts[index + 1] : drafts.count)
  }

  /// Groups a section by its topics when it is long and most of the text; the author has divided the
  /// rest as the author wanted it.
  private func topics(
    _ range: Range<Int>, _ group: HeadingOutline.Group?, isPreamble: Bool, of total: Int
  ) -> [Range<Int>] {
    let count = words.count(range)
    // A title over the whole text divides nothing.
    let longest =
      group != nil && count < total
      ? Self.longestSection : isPreamble ? Self.longestPreamble : Self.shortText
    guard count > longest, count * 10 > total * 6, range.count > 1 else { return [range] }
    return TextTiling(drafts, tokens, wordCounts).groups(of: range)
  }

  private func isHeading(_ index: Int) -> Bool {
    if case .heading = drafts[index].passage.kind { true } else { false }
  }

  // MARK: References

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

  private func referenceTitle(_ range: Range<Int>) -> String {
    let entries = range.count { isReference($0) }
    let usual = entries == 1 ? "Reference" : "References"
    guard drafts[range.lowerBound].isReferenceHeading else { return usual }
    let name = ChapterTitles.clean(drafts[range.lowerBound].passage.text) ?? usual
    return name.lowercased().hasPrefix("reference") ? usual : name
  }

  // MARK: Minutes

  /// Begins a chapter at the first paragraph, and if one comes soon at the first turn of a speaker,
  /// after every so many minutes.
  private func equal(minutes: Int) -> [ChapterPart] {
    let length = minutes * Self.pace
    var parts: [ChapterPart] = []
    var start = 0
    for index in drafts.indices.dropFirst() {
      let count = words.count(start..<index)
      guard count >= length, canBegin(at: index, isPatient: count < length + length / 2) else {
        continue
      }
      var cut = index
      while cut - 1 > start, isHeading(cut - 1) { cut -= 1 }
      parts.append(part(start..<cut))
      start = cut
    }
    parts.append(part(start..<drafts.count))
    return parts
  }

  private func part(_ range: Range<Int>) -> ChapterPart {
    var name =
      isHeading(range.lowerBound)
      ? ChapterTitles.clean(drafts[range.lowerBound].passage.text) : nil
    if range == drafts.indices { name = title ?? name }
    return ChapterPart(drafts: range, title: name, isAuthors: false)
  }

  /// Whether a chapter may begin at a passage; one that is patient waits for a better place.
  private func canBegin(at index: Int, isPatient: Bool) -> Bool {
    let (previous, passage) = (drafts[index - 1].passage, drafts[index].passage)
    guard isPatient else { return true }
    if let speaker = passage.speaker, speaker == previous.speaker { return false }
    switch passage.kind {
    case .heading, .paragraph, .quote: return true
    case .tableCell(let row, let column, _): return row == 0 && column == 0
    case .listItem: if case .listItem = previous.kind { return false } else { return true }
    case .verse: return previous.kind != .verse
    case .code, .figure, .caption, .note, .reference: return false
    }
  }
}
