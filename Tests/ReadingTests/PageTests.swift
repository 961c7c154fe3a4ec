import Narration
import Testing

@testable import Reading

/// What pages add to a text: numbers, running heads, contents, and the frame of an archive.
struct PageTests {
  private static let halves = [
    "It was late in the year of the flood when the otters came back to the river, and nobody in the",
    "whole town could say from where they had come. Old Mrs. Petersen, who had lived in the house by",
    "the mill for as long as anybody could remember, saw them first, and told it to nobody but her",
    "sister. By noon there were forty people on the bridge, and no otter to be seen in the water, as",
  ]

  /// Pages of prose, each broken in the middle of a sentence, with something between them.
  private func book(
    pages: Int = 5, lines: Int = 4, _ between: (Int) -> String
  ) -> String {
    var text = ""
    for page in 1...pages {
      for line in 0..<lines { text += Self.halves[line % 4] + "\n" }
      text += page < pages ? between(page) : "it seemed.\n"
    }
    return text
  }

  private func read(_ text: String) throws -> Episode {
    var options = EpisodeReader.Options()
    options.format = .plainText
    return try EpisodeReader(options).read(bytes: Array(text.utf8), named: "book.txt").episode
  }

  @Test(arguments: [
    ("%", ["12", "13", "14", "15"]),
    ("- % -", ["- 12 -", "- 13 -", "- 14 -", "- 15 -"]),
    ("[%]", ["[12]", "[13]", "[14]", "[15]"]),
    ("Page %", ["Page 12", "Page 13", "Page 14", "Page 15"]),
    ("Page % of 300", ["Page 12 of 300", "Page 13 of 300", "Page 14 of 300", "Page 15 of 300"]),
  ])
  func numbers(_ form: String, _ numbers: [String]) throws {
    for gap in ["\n", "\r\n", "\n\n"] {
      let text = book { gap + form.replacing("%", with: String($0 + 11)) + "\n" + gap }
      let episode = try read(text)
      #expect(episode.omitted(.pageNumber) == numbers)
      // The sentences that pages cut are whole.
      #expect(episode.passages.count == 1)
      #expect(episode.passages[0].text.contains("in the water, as It was late"))
      for number in numbers { #expect(!episode.passages[0].text.contains(number)) }
    }
  }

  @Test func romanFrontMatter() throws {
    let romans = ["iv", "v", "vi", "vii"]
    let episode = try read(book { "\n\(romans[$0 - 1])\n\n" })
    #expect(episode.omitted(.pageNumber) == romans)
  }

  @Test(arguments: ["\u{0C}", "\n\u{0C}", "\u{0C}\n"])
  func formFeeds(_ feed: String) throws {
    let episode = try read(book(pages: 4) { "\($0)\n\(feed)" })
    #expect(episode.omitted(.pageNumber) == ["1", "2", "3"])
    #expect(episode.passages.count == 1)
    // A form feed alone is no reason to end a paragraph either.
    let bare = try read(book(pages: 4) { _ in feed })
    #expect(bare.omissions.isEmpty)
  }

  @Test func runningHeads() throws {
    let episode = try read(
      book {
        $0.isMultiple(of: 2)
          ? "\n\($0 + 40)   THE BOOK OF OTTERS\n\n" : "\nCHAPTER OF THE FLOOD   \($0 + 40)\n\n"
      })
    #expect(episode.omitted(.runningHead).count == 4)
    #expect(episode.passages.count == 1)

    let alone = try read(book { "\n\($0 + 40)\n\nThe Book of Otters\n\n" })
    #expect(alone.omitted(.runningHead).count == 4)
    #expect(alone.omitted(.pageNumber).count == 4)

    let bare = try read(book(pages: 7, lines: 12) { _ in "\nThe Book of Otters\n\n" })
    #expect(bare.omitted(.runningHead).count == 6)
    #expect(bare.passages.count == 1)
  }

  @Test func theTitleThatHeadsRepeatStays() throws {
    let title = "THE BOOK OF OTTERS"
    let episode = try read("\(title)\n\n" + book { "\n\($0)\n\n\(title)\n\n" })
    #expect(episode.passages.map(\.text).first == title)
    #expect(episode.omitted(.runningHead) == [title, title, title, title])
  }

  @Test func wordsHyphenatedOverPages() throws {
    let line = "Everybody in the town had heard of it, and so the infor-"
    let episode = try read(
      (1...4).map {
        "\(Self.halves[0])\n\(Self.halves[1])\n\(Self.halves[2])\n\(line)\n\n\($0)\n\nmation went around.\n"
      }
      .joined(separator: "The information was wrong, as it is said that all of it was\n"))
    let text = try #require(episode.passages.first?.text)
    #expect(text.contains("so the information went around."))
    #expect(!text.contains("infor-"))
    // The joined word leads back to both halves.
    let passage = episode.passages[0]
    let at =
      text.utf8.count - text[text.firstRange(of: "information went")!.lowerBound...].utf8.count
    let source = passage.runs.source(of: at..<at + 11)
    #expect(episode.source.slice(source) == "infor-\n\n1\n\nmation")
  }

  @Test(arguments: [
    "It was a year.\n\n1984\n\nThat is another story.",
    "He counted.\n\n1\n\nOne.\n\n2\n\nTwo.\n\n3\n\nThree.",
    "Anna\nI said so.\nBen\nYou did.\nAnna\nYes.\nBen\nNo.\nAnna\nWell then, good.\n",
    "Speaker 1\nso yeah i was there\nSpeaker 2\nand then\nSpeaker 1\nyeah\nSpeaker 2\nright\n",
    "1\n00:00:01,000 --> 00:00:02,000\nso yeah\n\n2\n00:00:03,000 --> 00:00:04,000\ni was there\n\n"
      + "3\n00:00:05,000 --> 00:00:06,000\nand then\n",
    "Day 1\n\nWe left.\n\nDay 2\n\nWe came back.\n\nDay 3\n\nWe rested.",
  ])
  func whatIsNoPage(_ text: String) throws {
    let episode = try read(text)
    #expect(!episode.omissions.contains { [.pageNumber, .runningHead].contains($0.reason) })
  }

  @Test func chaptersOnTheirPagesStay() throws {
    let episode = try read(
      (1...6).map {
        "\u{0C}CHAPTER \($0)\n\n" + Self.halves.joined(separator: "\n") + " it seemed.\n"
      }.joined())
    #expect(episode.omissions.isEmpty)
    #expect(episode.chapters.map(\.title) == (1...6).map { "CHAPTER \($0)" })
  }

  @Test func contents() throws {
    let text =
      "On otters\n\nContents\n\nPreface ........ iv\nThe river . . . . 3\nThe weir\t.....\t9\n\n"
      + "The river\n\n" + Self.halves.joined(separator: "\n")
    let episode = try read(text)
    #expect(
      episode.omitted(.contents) == [
        "Contents", "Preface ........ iv", "The river . . . . 3", "The weir\t.....\t9",
      ])
    #expect(episode.passages.map(\.text).prefix(2) == ["On otters", "The river"])
    // One line with dots is what somebody wrote.
    #expect(try read("And then ... 3\n\nIt went on.").omissions.isEmpty)
  }

  @Test func frameOfAnArchive() throws {
    let text =
      "The Project Gutenberg eBook of On Otters\n\nThis is for the use of anyone.\n\n"
      + "Title: On Otters\n\nAuthor: Ada Lind\n\nLanguage: English\n\n"
      + "*** START OF THE PROJECT GUTENBERG EBOOK ON OTTERS ***\n\nCHAPTER I\n\nThey swim.\n\n"
      + "*** END OF THE PROJECT GUTENBERG EBOOK ON OTTERS ***\n\nLicence text.\n"
    let episode = try read(text)
    #expect(episode.passages.map(\.text) == ["CHAPTER I", "They swim."])
    #expect(episode.metadata == Metadata(title: "On Otters", artist: "Ada Lind", language: "en"))
    #expect(episode.omissions.map(\.reason) == [.metadata, .metadata])
    var options = EpisodeReader.Options()
    options.keepsBoilerplate = true
    let whole = try EpisodeReader(options).read(bytes: Array(text.utf8), named: "a").episode
    #expect(whole.omissions.allSatisfy { $0.reason != .metadata })
  }

  @Test(arguments: [
    ("12", 12, PageMark.Form.alone, ""), ("- 12 -", 12, .alone, ""), ("—12—", 12, .alone, ""),
    ("xiv", 14, .alone, ""), ("p. 7", 7, .named, ""), ("[Pg 7]", 7, .named, ""),
    ("Page 3 of 9", 3, .ofAll, ""), ("3  The Weir", 3, .besideHead, "the weir"),
    ("THE WEIR  3", 3, .besideHead, "the weir"),
  ])
  func pageMarks(_ text: String, _ value: Int, _ form: PageMark.Form, _ head: String) throws {
    let mark = try #require(PageMark(text))
    #expect(mark.value == value && mark.form == form && mark.head == head)
  }

  @Test(arguments: [
    "12.", "12)", "Chapter 12", "Day 3", "12 monkeys", "12345", "IV", "mix", "Page", "", "The weir",
    "3.5", "12 13",
  ])
  func noPageMarks(_ text: String) {
    #expect(PageMark(text) == nil)
  }
}

/// Roman numerals, written in the one way.
struct RomanNumeralTests {
  @Test(arguments: [("I", 1), ("iv", 4), ("XIV", 14), ("xl", 40), ("MCMLXXXIV", 1984)])
  func value(_ text: String, _ value: Int) {
    #expect(RomanNumeral.value(text) == value)
  }

  @Test(arguments: ["", "IIX", "IIII", "Mix", "VX", "mixed", "MMMM", "I1", "ⅳ", "LL"])
  func none(_ text: String) {
    #expect(RomanNumeral.value(text) == nil)
  }
}
