import Narration
import Testing

@testable import Reading

/// Verse, quotations set in, notes, and headings of books.
struct VerseTests {
  private static let prose =
    "This is a paragraph of ordinary prose that goes on for a good while, and that\n"
    + "was wrapped by somebody at the width of a page, so that every line but the\n"
    + "last one is full, and ends as prose does.\n"
  private static let stanza =
    "The water is wide,\nI cannot get over,\nAnd neither have I\nWings to fly.\n"

  private func read(_ text: String) throws -> [Passage] {
    try EpisodeReader().read(bytes: Array(text.utf8), named: "a.txt").episode.passages
  }

  @Test func stanzas() throws {
    let two = "Give me a boat,\nAnd both shall row.\n"
    let passages = try read("\(Self.prose)\n\(Self.stanza)\n\(two)\n\(Self.prose)")
    #expect(
      passages.map(\.kind) == [.paragraph] + Array(repeating: .verse, count: 6) + [.paragraph])
    #expect(
      passages[1...4].map(\.text) == [
        "The water is wide,", "I cannot get over,", "And neither have I", "Wings to fly.",
      ])
  }

  @Test func aPoemAlone() throws {
    let passages = try read("The Ferry\n\n\(Self.stanza)\n\(Self.stanza)")
    #expect(passages.map(\.kind) == [.heading(level: 1)] + Array(repeating: .verse, count: 8))
  }

  @Test func titlesOfPoems() throws {
    let passages = try read("Songs\n\nThe Ferry\n\n\(Self.stanza)\nThe Boat\n\n\(Self.stanza)")
    #expect(passages.filter(\.kind.isHeading).map(\.text) == ["Songs", "The Ferry", "The Boat"])
  }

  /// Verse that stands further in need not begin with capitals.
  @Test func insetVerse() throws {
    let passages = try read(
      "\(Self.prose)\n    the water is wide,\n    i cannot\n    get over it, and neither\n    have i\n"
        + "    wings to fly.\n\n\(Self.prose)")
    #expect(passages.count { $0.kind == .verse } == 5)
  }

  @Test(arguments: [
    prose, "- The water,\n- The weir,\n- The otter.\n", "1. Sit.\n2. Write,\n3. Rest.\n",
    "Anna: Yes, well,\nBen: No.\nAnna: Right,\nBen: Good.\n",
    "Pens\nPaper\nInk\n", "See:\nhttps://example.org/a,\nhttps://example.org/b,\nIt ends.\n",
    "Anna\nI said so,\nor so I think.\n\nBen\nYou did,\nI know.\n\nAnna\nWell then,\ngood.\n\nBen\nYes,\nI am.\n",
    "Anna Lind [00:12]\nI said so,\nAnd you did.\n\nBen Oku [00:15]\nYou did,\nAs I know.\n",
    "He left.\nShe stayed.\nIt rained.\nNobody came.\n",
  ])
  func noVerse(_ text: String) throws {
    #expect(try read("\(Self.prose)\n\(text)\n\(Self.prose)").allSatisfy { $0.kind != .verse })
  }

  @Test(arguments: ["    ", "\t", "      "])
  func quotes(_ indent: String) throws {
    let quote = Self.prose.split(separator: "\n").map { indent + $0 }.joined(separator: "\n")
    let passages = try read("\(Self.prose)\n\(quote)\n\n\(Self.prose)")
    #expect(passages.map(\.kind) == [.paragraph, .quote, .paragraph])
    #expect(passages[1].text == passages[0].text)
  }

  @Test func aFirstLineSetInIsNoQuote() throws {
    let set = "    " + Self.prose
    #expect(try read(set + set + set).allSatisfy { $0.kind == .paragraph })
    let all = Self.prose.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    #expect(try read("\(all)\n\n\(all)").allSatisfy { $0.kind == .paragraph })
  }

  @Test func notes() throws {
    let text = "He had seen the note.[1] It was short.[2]\n\n[1] In the museum.\n[2] Two lines.\n"
    let passages = try read(text)
    #expect(passages.map(\.kind) == [.paragraph, .note(mark: "1"), .note(mark: "2")])
    #expect(passages[1].text == "In the museum.")
    var options = EpisodeReader.Options()
    options.policies.notes = .omit
    let without = try EpisodeReader(options).read(bytes: Array(text.utf8), named: "a").episode
    #expect(without.passages.count == 1)
    #expect(
      without.omissions.map { without.source.slice($0.source) } == [
        "[1] In the museum.", "[2] Two lines.",
      ])
    #expect(without.omissions.allSatisfy { $0.reason == .note })
    #expect(try read("[1] Nobody refers to it.\n[2] Nor to this.\n").allSatisfy { !$0.kind.isNote })
  }

  // MARK: Headings of books

  @Test(arguments: [
    "Prologue", "EPILOGUE", "Preface.", "Prologue: The flood", "CHAPTER IV", "CHAPTER IV.",
    "Chapter Twenty-One", "Chapter Twenty-One: The weir", "PART TWO: The return",
    "CHAPTER I. Down to the river",
  ])
  func bookHeadings(_ line: String) throws {
    let passages = try read("\(Self.prose)\n\(line)\n\n\(Self.prose)")
    #expect(passages.map(\.kind.isHeading) == [false, true, false])
  }

  @Test func numbersCountSections() throws {
    for numbers in [["I", "II", "III"], ["1", "2", "3"], ["I.", "II.", "III."]] {
      let text = numbers.map { "\($0)\n\n\(Self.prose)" }.joined(separator: "\n")
      let passages = try read(text)
      #expect(passages.filter(\.kind.isHeading).map(\.text) == numbers)
    }
  }
}

extension Passage.Kind {
  fileprivate var isNote: Bool { if case .note = self { true } else { false } }
}
