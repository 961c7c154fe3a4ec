import Narration
import Testing

@testable import Reading

/// Plain text that is damaged, enormous or made to cost much.
struct BadTextTests {
  private func read(_ text: String) throws -> ReadEpisode {
    var options = EpisodeReader.Options()
    options.format = .plainText
    return try EpisodeReader(options).read(bytes: Array(text.utf8), named: "bad.txt")
  }

  private func words(_ read: ReadEpisode) -> String {
    read.episode.passages.map(\.text).joined(separator: " | ")
  }

  /// 200 MB are refused with the limit and the way to raise it, and read by nobody.
  @Test func twoHundredMegabytes() {
    let error = failure([UInt8](repeating: 0x61, count: 200_000_000), "long.txt")
    #expect(error?.kind == .tooLarge)
    #expect(error?.complaint.what.contains("200") == true)
    #expect(error?.complaint.what.contains("16.8 MB") == true)
    #expect(error?.complaint.remedy != nil)
  }

  @Test(arguments: ["\n", "\r", "\r\n", "\u{2028}", "\u{0C}", "\u{85}", "\u{0B}"])
  func everyEndOfALine(_ end: String) throws {
    let text = ["One is here.", "Two is here.", "", "Three is here."].joined(separator: end)
    #expect(words(try read(text)).filter { $0 != "|" }.split(separator: " ").count == 9)
    for word in ["One", "Two", "Three"] { #expect(words(try read(text)).contains(word)) }
  }

  @Test func mixedEndsOfLines() throws {
    let text = "One.\r\nTwo.\rThree.\n\rFour.\u{2029}Five.\n\nSix."
    #expect(words(try read(text)) == "One. | Two. | Three. | Four. | Five. | Six.")
  }

  @Test(arguments: ["\u{0C}\u{0C}\u{0C}", "***\n\n---", "\u{2028}\n\u{2029}", "\t\t\r\r"])
  func nothingToSay(_ text: String) {
    #expect(failure(Array(text.utf8))?.kind == .empty)
  }

  @Test(arguments: ["1\n\n2\n\n3\n", "!? ...\n", "12345678901234567890", "- 1 -\n\n- 2 -\n\n- 3 -"])
  func noLettersAtAll(_ text: String) throws {
    let read = try read(text)
    #expect(!read.episode.chapters.isEmpty)
    #expect(read.episode.chapters.allSatisfy { !$0.title.isEmpty })
  }

  @Test(arguments: [
    "99999999999999999999  THE HEAD", "Page 99999999999999999999 of 9", "[99999999999999999999] a",
    "Chapter 99999999999999999999", "99999999999999999999.", "- 99999999999999999999 -",
    "MMMMMMMMMMMMMMMMMMMMMMM", "I ..... 99999999999999999999",
  ])
  func enormousNumbers(_ line: String) throws {
    let text = (0..<6).map { _ in "\(line)\n\nIt is as it is.\n\n" }.joined()
    #expect(try read(text).episode.omissions.isEmpty)
  }

  /// Lines that each looked at all others would not come to their end.
  @Test(arguments: [
    "a\n", "a\n\n", "\n", "a\u{0C}", "THE HEAD\n", "THE HEAD\n\n", "12\n\n",
    "12  THE HEAD\n\nand so on\n\n",
    "# A\n\nB\n\n", "The weir .... 3\n", "So it is,\nAnd so\nIt was.\n\n", "    a\n    b\n\n",
    "[1] a\n",
    "1. a\n", "I\n\n", "a-\n", "Name:\n", "a: b\n",
  ])
  func manyLinesOfAKind(_ line: String) throws {
    let text = "It begins.\n\n" + String(repeating: line, count: 5_000) + "\n\nIt ends."
    let read = try read(text)
    #expect(read.episode.chapters.last?.passages.last?.text.hasSuffix("It ends.") == true)
  }

  /// Every page another number and the same head, more pages than anybody prints.
  @Test func manyPages() throws {
    let text = (1...2000).map {
      "the weir is high and the water is cold, as everybody says who has been\n"
        + "there in the winter of the year that is now over, so that nobody goes\n"
        + "there but the otters, who do not mind it and sleep in the reeds by day,\n"
        + "all the more as the mill is still, and in the night they are about the\n"
        + "whole of the river, down to the sea where it ends, and up to the pool\n\n\($0)\n\nTHE BOOK OF OTTERS\n\n"
    }.joined()
    let episode = try read("\(text)and the end.").episode
    #expect(episode.omissions.count { $0.reason == .pageNumber } == 2000)
    #expect(episode.omissions.count { $0.reason == .runningHead } == 2000)
    #expect(episode.passages.count == 1)
  }
}
