internal import Narration

/// The headings of a text as an outline, flattened to one list of chapters.
///
/// - Headings one under the other open one chapter.
/// - The shallowest level that divides the text begins chapters, all of them. A level below does so
///   only inside a section of over three minutes whose parts last half a minute or more on average;
///   elsewhere its headings are spoken and begin nothing.
/// - A title that says little alone, or that several sections have, is put behind that of the section
///   around it: `Methods` under `Study 2` → `Study 2: Methods`.
/// - A number alone takes the heading under it along: `CHAPTER IV` over `The Return` →
///   `CHAPTER IV: The Return`.
struct HeadingOutline {
  /// Headings that follow each other at once.
  struct Group {
    /// Their drafts.
    var drafts: Range<Int>
    /// The shallowest of their levels, which says where a section begins.
    var level: Int
    /// The title of the chapter that begins here.
    var title: String?
  }

  /// In the order of the text.
  private(set) var groups: [Group] = []
  private let drafts: [DraftPassage]
  private let words: WordSums

  /// A section of three minutes is worth dividing, at 150 words a minute.
  private static let longUndivided = 450
  private static let deepest = 12
  private static let longestTitle = 100

  init(_ drafts: [DraftPassage], words: WordSums) {
    self.drafts = drafts
    self.words = words
    var index = 0
    while index < drafts.count {
      guard var level = level(index) else {
        index += 1
        continue
      }
      let start = index
      index += 1
      // The label of a reference list begins a chapter of its own.
      while index < drafts.count, !drafts[start].isReferenceHeading,
        !drafts[index].isReferenceHeading, let next = self.level(index)
      {
        level = min(level, next)
        index += 1
      }
      groups.append(Group(drafts: start..<index, level: level))
    }
    nameGroups()
  }

  private func level(_ index: Int) -> Int? {
    guard case .heading(let level) = drafts[index].passage.kind else { return nil }
    return min(max(level, 1), Self.deepest)
  }

  /// Whether the text begins with a heading that stands over all of it.
  var hasTitle: Bool {
    guard let first = groups.first, first.drafts.lowerBound == 0,
      !drafts[0].isReferenceHeading
    else { return false }
    return groups.dropFirst().allSatisfy {
      $0.level > first.level || drafts[$0.drafts.lowerBound].isReferenceHeading
    }
  }

  // MARK: Which begin chapters

  /// The groups that begin chapters, sorted.
  ///
  /// - Parameter all: Whether every one does, however deep and however short.
  func beginnings(all: Bool) -> [Int] {
    guard !all else { return Array(groups.indices) }
    let top = topLevel
    var isBeginning = groups.map {
      $0.level <= top || drafts[$0.drafts.lowerBound].isReferenceHeading
    }
    if !groups.isEmpty, groups[0].drafts.lowerBound == 0 { isBeginning[0] = true }
    for level in stride(from: top + 1, through: Self.deepest, by: 1) {
      divide(at: level, &isBeginning)
    }
    return groups.indices.filter { isBeginning[$0] }
  }

  /// The shallowest level with two headings or more, the title not counted; else the deepest there
  /// is.
  private var topLevel: Int {
    var counts = [Int](repeating: 0, count: Self.deepest + 1)
    for group in groups.dropFirst(hasTitle ? 1 : 0)
    where !drafts[group.drafts.lowerBound].isReferenceHeading {
      counts[group.level] += 1
    }
    var count = 0
    var deepest = 0
    for level in counts.indices {
      count += counts[level]
      if counts[level] > 0 { deepest = level }
      if count >= 2 { return level }
    }
    return deepest
  }

  /// Divides the sections there are at headings of a level where that makes sensible chapters.
  private func divide(at level: Int, _ isBeginning: inout [Bool]) {
    var start = 0
    while start < groups.count {
      var end = start + 1
      var inside: [Int] = []
      while end < groups.count, !isBeginning[end] {
        if groups[end].level == level { inside.append(end) }
        end += 1
      }
      if !inside.isEmpty {
        let upper = end < groups.count ? groups[end].drafts.lowerBound : drafts.count
        let count = words.count(groups[start].drafts.lowerBound..<upper)
        if count > Self.longUndivided, count / (inside.count + 1) >= ChapterDivider.shortest {
          for index in inside { isBeginning[index] = true }
        }
      }
      start = end
    }
  }

  // MARK: Titles

  private mutating func nameGroups() {
    let hasTitle = hasTitle
    /// The titles of the sections around, by level.
    var around: [(level: Int, title: String)] = []
    var parents: [String?] = []
    var counts: [String: Int] = [:]
    for index in groups.indices {
      let group = groups[index]
      var own: [(level: Int, title: String)] = []
      for draft in group.drafts {
        if let level = level(draft), let title = ChapterTitles.clean(drafts[draft].passage.text) {
          own.append((level, title))
        }
      }
      while let last = around.last, last.level >= group.level { around.removeLast() }
      var title = own.last?.title
      var parent = around.last?.title
      if index == 0, hasTitle {
        // Under the title of a text stands its subtitle, or the first of its sections.
        let isSection =
          own.count > 1 && groups.dropFirst().contains { $0.level == own[own.count - 1].level }
        if !isSection { title = own.first?.title }
        own = isSection ? own.suffix(1) : []
      } else if own.count > 1 {
        let over = own[own.count - 2]
        if ChapterTitles.isBareNumber(over.title) {
          title = own.last.map { "\(over.title): \($0.title)" }
          own[own.count - 1].title = title ?? over.title
        } else if over.level < own[own.count - 1].level {
          parent = over.title
        }
      }
      for entry in own {
        while let last = around.last, last.level >= entry.level { around.removeLast() }
        around.append(entry)
      }
      groups[index].title = title
      parents.append(parent)
      if let title { counts[title.lowercased(), default: 0] += 1 }
    }
    for (index, parent) in parents.enumerated() {
      guard let parent, let title = groups[index].title,
        !drafts[groups[index].drafts.lowerBound].isReferenceHeading,
        ChapterTitles.isGeneric(title) || counts[title.lowercased(), default: 0] > 1,
        parent.utf8.count + title.utf8.count + 2 <= Self.longestTitle
      else { continue }
      groups[index].title = "\(parent): \(title)"
    }
  }
}

/// How many words stand in runs of drafts.
struct WordSums {
  private let sums: [Int]

  init(_ counts: [Int]) {
    var sums = [0]
    sums.reserveCapacity(counts.count + 1)
    for count in counts { sums.append(sums[sums.count - 1] + count) }
    self.sums = sums
  }

  func count(_ drafts: Range<Int>) -> Int { sums[drafts.upperBound] - sums[drafts.lowerBound] }
}

/// What headings are as titles of chapters.
enum ChapterTitles {
  /// A heading as a title: no mark that ends a line, nil when nothing is left.
  static func clean(_ heading: String) -> String? {
    var title = heading[...]
    while let last = title.last, ":.;,–—- ".contains(last) { title.removeLast() }
    return title.isEmpty ? nil : String(title)
  }

  /// Titles that say nothing of what their section is about.
  private static let generic: Set<String> = [
    "abstract", "aim", "aims", "analysis", "answer", "answers", "background", "conclusion",
    "conclusions", "data", "description", "design", "details", "discussion", "example", "examples",
    "exercises", "faq", "features", "findings", "further reading", "general", "history", "how",
    "introduction", "key points", "key takeaways", "limitations", "materials",
    "materials and methods", "measures", "method", "methods", "notes", "options", "other",
    "outlook", "overview", "participants", "parameters", "procedure", "purpose", "question",
    "questions", "recap", "resources", "results", "results and discussion", "setup", "steps",
    "summary", "takeaways", "usage", "what", "why",
  ]

  /// `Methods`, `2.3 Results`; not `Methods of the trial`.
  static func isGeneric(_ title: String) -> Bool {
    let name = title.drop { $0.isNumber || $0 == "." || $0 == ")" || $0 == " " }.lowercased()
    return generic.contains(name)
  }

  /// A number, or a division with its number and no more: `IV`, `12`, `CHAPTER IV`, `Part Two`.
  static func isBareNumber(_ title: String) -> Bool {
    let words = title.split(separator: " ")
    if words.count == 1 {
      return words[0].allSatisfy(\.isNumber) || RomanNumeral.value(words[0]) != nil
    }
    return words.count == 2 && HeadingRules.chapterLevel(LineShape(title)) != nil
  }
}
