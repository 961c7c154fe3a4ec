import Narration
import Testing

@testable import Reading

/// Where chapters begin, by what the listener asks for and by what the source has.
struct ChapterPolicyTests {
  /// So many words that say nothing, in one paragraph.
  private func words(_ count: Int, _ word: String = "water") -> DraftPassage {
    draft(.paragraph, (0..<count).map { _ in word }.joined(separator: " ") + ".")
  }

  private func draft(
    _ kind: Passage.Kind, _ text: String, speaker: String? = nil, mark: String? = nil
  ) -> DraftPassage {
    DraftPassage(
      passage: Passage(
        kind: kind, speaker: speaker.map(Speaker.init), text: text, runs: RunMap([])),
      chapterMark: mark)
  }

  private func heading(_ level: Int, _ text: String) -> DraftPassage {
    draft(.heading(level: level), text)
  }

  private func chapters(
    _ drafts: [DraftPassage], _ policy: ChapterPolicy = .auto, title: String? = nil
  ) -> [Chapter] {
    ChapterDivider(drafts, title: title, policy: policy).chapters()
  }

  private func titles(
    _ drafts: [DraftPassage], _ policy: ChapterPolicy = .auto, title: String? = nil
  ) -> [String] {
    chapters(drafts, policy, title: title).map(\.title)
  }

  // MARK: Marks

  private var marked: [DraftPassage] {
    var first = words(20)
    first.chapterMark = "The start"
    var second = heading(1, "Of ships")
    second.chapterMark = ""
    var third = words(5)
    third.chapterMark = " The\nend. "
    return [words(90), first, heading(1, "A heading"), words(200), second, words(10), third]
  }

  @Test func marksOfTheSourceWin() {
    #expect(
      titles(marked, title: "The show") == ["The show", "The start", "Of ships", "The end"])
    #expect(titles(marked, .marks, title: "The show").count == 4)
    #expect(chapters(marked).map(\.passages.count) == [1, 3, 2, 1])
  }

  @Test func oneMarkDividesNothingByItself() {
    var drafts = [heading(1, "One"), words(100), heading(1, "Two"), words(100)]
    drafts[1].chapterMark = "A mark"
    #expect(titles(drafts) == ["One", "Two"])
    #expect(titles(drafts, .marks) == ["A mark"])
  }

  @Test func aShortStartGoesWithTheFirstMark() {
    let drafts = [words(10)] + marked.dropFirst()
    #expect(titles(Array(drafts), title: "The show").first == "The start")
  }

  @Test func headingsAlone() {
    #expect(titles(marked, .headings, title: "The show") == ["The show", "A heading", "Of ships"])
    let deep = [heading(1, "A"), words(3), heading(4, "B"), words(3), heading(6, "C"), words(3)]
    #expect(titles(deep, .headings) == ["A", "B", "C"])
  }

  @Test func oneChapter() {
    #expect(titles(marked, .none, title: "The show") == ["The show"])
    #expect(titles([heading(1, "A"), words(900), heading(1, "B"), words(900)], .none).count == 1)
  }

  @Test func whatIsNotThereIsSaid() throws {
    for (policy, what) in [(ChapterPolicy.marks, "chapter marks"), (.headings, "headings")] {
      var reader = reader
      reader.options.policies.chapters = policy
      let read = try reader.read(bytes: Array("It rains today.".utf8), named: "a.txt")
      #expect(read.episode.chapters.count == 1)
      #expect(read.notices.map(\.what) == ["it has no \(what), so it is one chapter"])
    }
    #expect(try read("It rains today.").notices.isEmpty)
  }

  // MARK: Outlines

  @Test func genericTitlesAreNamedAfterTheirSection() {
    let drafts = [
      heading(1, "Two studies of sleep"), words(30),
      heading(2, "Study 1"), words(200), heading(3, "Methods"), words(200), heading(3, "Results"),
      words(200),
      heading(2, "Study 2"), words(200), heading(3, "2.1 Methods"), words(200),
      heading(3, "The effect of naps"), words(200),
      heading(2, "Discussion"), words(100),
    ]
    #expect(
      titles(drafts) == [
        "Two studies of sleep", "Study 1", "Study 1: Methods", "Study 1: Results", "Study 2",
        "Study 2: 2.1 Methods", "The effect of naps", "Discussion",
      ])
  }

  @Test func repeatedTitlesAreNamedAfterTheirSection() {
    let drafts = [
      heading(1, "Part One"), heading(2, "Chapter 1"), words(300), heading(2, "Chapter 2"),
      words(300),
      heading(1, "Part Two"), heading(2, "Chapter 1"), words(300),
    ]
    #expect(titles(drafts) == ["Part One: Chapter 1", "Chapter 2", "Part Two: Chapter 1"])
  }

  @Test func aNumberTakesItsTitleAlong() {
    let drafts = [
      heading(2, "CHAPTER I"), heading(2, "The Departure"), words(100),
      heading(2, "II"), heading(3, "The Return"), words(100),
    ]
    #expect(titles(drafts) == ["CHAPTER I: The Departure", "II: The Return"])
  }

  @Test func shortSectionsAreNotDivided() {
    let short = [
      heading(2, "Tea"), words(50), heading(3, "Green"), words(50), heading(3, "Black"), words(50),
      heading(2, "Coffee"), words(50),
    ]
    #expect(titles(short) == ["Tea", "Coffee"])
    #expect(titles(short, .headings) == ["Tea", "Green", "Black", "Coffee"])
    // Long enough, but into scraps.
    let scraps =
      [heading(2, "Terms"), words(500)]
      + (0..<20).flatMap { [heading(3, "Term \($0)"), words(5)] } + [heading(2, "End"), words(9)]
    #expect(titles(scraps) == ["Terms", "End"])
  }

  @Test func levelsMayBeLeftOut() {
    let drafts = [
      heading(1, "Title"), heading(4, "Deep"), words(200), heading(4, "Deeper"), words(200),
    ]
    #expect(titles(drafts) == ["Deep", "Deeper"])
  }

  @Test func underATitleStandsItsSubtitle() {
    let drafts = [
      heading(1, "Title"), heading(2, "All of it"), words(200), heading(3, "Part"), words(200),
      heading(3, "Parts"), words(200),
    ]
    #expect(titles(drafts) == ["Title", "Part", "Parts"])
  }

  // MARK: Lengths

  @Test func everyMinutes() {
    let drafts = (0..<40).map { _ in words(50) }
    let chapters = chapters(drafts, .every(minutes: 2))
    // 300 words are two minutes.
    #expect(chapters.map(\.passages.count) == [6, 6, 6, 6, 6, 6, 4])
    for chapter in chapters.dropLast() { #expect(chapter.passages.count == 6) }
  }

  @Test func minutesWaitForATurnAndStayWithHeadings() {
    let turns = [
      draft(.paragraph, Self.text(100), speaker: "Ada"),
      draft(.paragraph, Self.text(60), speaker: "Ada"),
      draft(.paragraph, Self.text(60), speaker: "Ada"),
      draft(.paragraph, Self.text(100), speaker: "Ben"),
    ]
    #expect(chapters(turns, .every(minutes: 1)).map(\.passages.count) == [3, 1])
    let headed = [words(149), heading(2, "On the sea"), words(200), heading(2, "Off"), words(100)]
    #expect(chapters(headed, .every(minutes: 1)).map(\.passages.count) == [1, 2, 2])
    #expect(titles(headed, .every(minutes: 1)).dropFirst() == ["On the sea", "Off"])
    let rows = (0..<90).map { row in
      draft(.tableCell(row: row, column: 0, headers: []), Self.text(2))
    }
    #expect(chapters(rows, .every(minutes: 1)).count == 1)
  }

  private static func text(_ count: Int) -> String {
    (0..<count).map { _ in "water" }.joined(separator: " ") + "."
  }

  @Test func noTopicIsShorterThanHalfAMinute() throws {
    var drafts: [DraftPassage] = []
    for index in 0..<60 {
      var passage = words(10 + index % 7, ["otter", "copper", "violin"][index / 5 % 3])
      passage.followsSeparator = index % 3 == 0
      drafts.append(passage)
    }
    let chapters = chapters(drafts)
    #expect(chapters.count > 1)
    for chapter in chapters {
      #expect(chapter.passages.reduce(0) { $0 + $1.text.split(separator: " ").count } >= 75)
    }
  }

  // MARK: Talks

  /// A talk of two about one thing after the other, three turns each.
  private var talk: [DraftPassage] {
    let things = ["copper pipes", "river otters", "violin strings", "desert winds", "paper mills"]
    return things.flatMap { thing in
      [
        draft(
          .paragraph,
          "So tell me, Ben Okoye, what should somebody who has never seen \(thing) know of them?",
          speaker: "Ada Lind"),
        draft(
          .paragraph,
          String(
            repeating: "There is much to say about \(thing) and where they come from. ", count: 20),
          speaker: "Ben Okoye"),
        draft(.paragraph, "Right, right.", speaker: "Ada Lind"),
        draft(
          .paragraph,
          String(
            repeating: "Ben Okoye and Ada Lind have seen \(thing) in the harbour. ", count: 20),
          speaker: "Ben Okoye"),
        draft(
          .paragraph,
          String(repeating: "And then the \(thing) were gone from the harbour. ", count: 20),
          speaker: "Ben Okoye"),
      ]
    }
  }

  @Test func talksTurnWhereSomebodyElseSpeaks() {
    let chapters = chapters(talk)
    #expect(chapters.count > 1)
    for (previous, chapter) in zip(chapters, chapters.dropFirst()) {
      #expect(previous.passages.last?.speaker != chapter.passages.first?.speaker)
      #expect(chapter.passages.first?.text != "Right, right.")
    }
  }

  @Test func speakersAreNoTitles() {
    for title in titles(talk) {
      #expect(!title.contains("Ada") && !title.contains("Okoye"), "\(title)")
    }
  }

  /// Very many headings, deep and shallow, are divided and named in linear time.
  @Test func manyHeadings() {
    let drafts = (0..<20_000).flatMap { [heading(1 + $0 % 6, "Methods"), words(1)] }
    #expect(chapters(drafts, .headings).count == 20_000)
    #expect(chapters(drafts).count > 1)
  }
}
