import Narration
import NarrationTesting
import Testing

@testable import Reading

/// Every character of a source but white space is in a passage or in a declared omission.
struct NothingLostTests {
  private func check(_ episode: Episode, _ hint: @autoclosure () -> String) {
    checkEveryLetter(episode, hint()) { !TextScalar.isWhiteSpace($0.value) }
  }

  private static let pieces = [
    "The cat sat.", "word", "infor-", "mation", "information", "- item", "1. first", "2. second",
    "[1] Boese, M. (2025). Fear. Neuron, 19(2), 1–5.", "References",
    "Reference: Ode, K. (2019). X.",
    "Title: A title", "Date: 2025", "Show notes:", "CHAPTER ONE", "Chapter 2", "# Heading", "---",
    "===", "* * *", "A short line", "“quoted”", "Ärger – 😀", "\u{01}", "\u{200B}", "\u{E000}",
    "\u{0085}", "\u{2028}", "\u{00A0}", "\t", "The post X appeared first on Y.", "xxxxxxxxxxxxxxxx",
    "睡眠は記憶を助ける。", "https://example.org/a", "Anna: yes", "...", "-", "•", "a)", "(b) two",
    "12", "13", "14", "- 15 -", "Page 16 of 20", "xiv", "17  THE BOOK OF OTTERS",
    "THE BOOK OF OTTERS",
    "THE BOOK OF OTTERS", "Contents", "The weir .... 3", "The water is wide,", "I cannot get over,",
    "    set in", "[1] In the museum.", "seen it.[1]", "IV", "Prologue",
    "*** START OF THE PROJECT GUTENBERG EBOOK X ***",
    "*** END OF THE PROJECT GUTENBERG EBOOK X ***",
    "\u{00AD}", "\u{FEFF}", "e\u{0301}", "Is it so?", "##", "[", "He said:",
  ]
  private static let joints = [
    " ", " ", " ", "\n", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "", "  \n ", "\u{0C}",
    "\n\n\u{0C}",
    "\u{2028}", "\u{2029}", "\u{0B}",
  ]

  private func generated(_ generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      text += Self.pieces.randomElement(using: &generator) ?? ""
      text += Self.joints.randomElement(using: &generator) ?? ""
    }
    return text
  }

  /// With paragraphs as these tests split them, and as the program does.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func generatedTexts(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    // Some look like Markdown.
    var plain = EpisodeReader.Options()
    plain.format = .plainText
    var options = plain
    options.longestWord = 15
    for _ in 0..<60 {
      let text = generated(&generator)
      for reader in [
        EpisodeReader(options, splitParagraphs: simpleParagraphs), EpisodeReader(options),
        EpisodeReader(plain, splitParagraphs: simpleParagraphs),
      ] {
        do throws(ReadingError) {
          let read = try reader.read(bytes: Array(text.utf8), named: "generated.txt")
          check(read.episode, text.debugDescription)
          for chapter in read.episode.chapters { #expect(!chapter.title.isEmpty) }
        } catch {
          #expect(error.kind == .empty || error.kind == .unsupported, "\(error)")
        }
      }
    }
  }

  @Test(arguments: ShowNotes.all)
  func showNotes(_ text: String) throws {
    check(try read(text).episode, "")
    check(try EpisodeReader().read(bytes: Array(text.utf8), named: "a").episode, "")
    let windows = text.replacing("\n", with: "\r\n")
    for reader in [reader, EpisodeReader()] {
      let unix = try reader.read(bytes: Array(text.utf8), named: "a").episode
      let other = try reader.read(bytes: Array(windows.utf8), named: "a").episode
      check(other, "")
      #expect(other.chapters.map(\.title) == unix.chapters.map(\.title))
      #expect(other.passages.map(\.text) == unix.passages.map(\.text))
    }
  }

  /// Thousands of lines that each looked at all others would not come to their end.
  @Test func manyLinesOfAKind() throws {
    let separators = String(repeating: "---\n\n", count: 60_000)
    #expect(try read("A word.\n\n\(separators)Its end.").episode.omissions.count == 60_000)
    let entry = "Boese, M. (2025). Fear. Neuron, 19(2), 1–5.\n"
    let text = "References\n\n" + String(repeating: entry, count: 20_000)
    let list = try EpisodeReader().read(bytes: Array(text.utf8), named: "list.txt").episode
    #expect(list.passages.count { $0.kind == .reference } == 20_000)
  }

  /// Linear in time and memory; a quadratic step would not come to its end.
  @Test func fiveMegabytesOnOneLine() throws {
    let text = String(repeating: "The otter sleeps on its back, holding a stone. ", count: 110_000)
    let reader = EpisodeReader(splitParagraphs: { [0..<$0.utf8.count - 1] })
    let episode = try reader.read(bytes: Array(text.utf8), named: "a.txt").episode
    let passage = try #require(episode.passages.first)
    #expect(passage.text.utf8.count == text.utf8.count - 1)
    let last = passage.text.utf8.count
    let place = episode.source.place(of: passage.runs.source(of: last - 6..<last))
    #expect(place.column == last - 5)
    #expect(episode.source.slice(place.bytes) == "stone.")
  }
}
