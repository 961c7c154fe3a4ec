import Foundation
import Narration
import NarrationTesting
import Testing

@testable import Reading

/// Books that a tool made which we did not write.
@Suite struct EPUBToolTests {
  private static let markdown = """
    ---
    title: The Storm
    author: [Ada Lane, Ben Stone]
    lang: en-GB
    date: 2024-05-06
    publisher: House
    description: About rain.
    ---

    # One

    It rained.[^1] The café was *full*.

    ## At noon

    - wet
    - cold

    More text[^2].

    # Two

    | Day | Rain |
    |-----|------|
    | Mon | much |

    It stopped.

    [^1]: For a day.
    [^2]: Much more.
    """

  /// A book by pandoc, with a cover.
  private func book(_ format: String) throws -> ReadEpisode {
    try Scratch.with { scratch in
      let (text, cover, book) = (
        scratch.path("b.md"), scratch.path("c.png"), scratch.path("b.epub")
      )
      try Data(Self.markdown.utf8).write(to: URL(fileURLWithPath: text))
      try Data(Self.png).write(to: URL(fileURLWithPath: cover))
      let result = try Program.run(
        "pandoc", ["-t", format, "--toc", "--epub-cover-image=\(cover)", "-o", book, text])
      try #require(result.status == 0, "\(result.errors)")
      return try EpisodeReader().read(path: book)
    }
  }

  private static let png: [UInt8] = Array(
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJg"
        + "gg==") ?? Data())

  @Test(arguments: ["epub2", "epub3"])
  func aBookByPandocIsReadWhole(_ format: String) throws {
    let read = try book(format)
    let episode = read.episode
    #expect(read.notices == [])
    #expect(
      episode.metadata
        == Metadata(
          title: "The Storm", artist: "Ada Lane, Ben Stone", language: "en-GB", date: "2024-05-06",
          comment: "About rain.", publisher: "House"))
    #expect(episode.cover == Cover(bytes: Self.png))
    let passages = episode.passages
    let texts = passages.map(\.text)
    let start = try #require(texts.firstIndex(of: "One"))
    #expect(
      Array(texts[start...]) == [
        "One", "It rained. The café was full.", "For a day.", "At noon", "wet", "cold",
        "More text.",
        "Much more.", "Two", "Day", "Rain", "Mon", "much", "It stopped.",
      ])
    #expect(passages[start + 2].kind == .note(mark: "1"))
    #expect(passages[start + 4].kind == .listItem(marker: "•"))
    #expect(passages[start + 12].kind == .tableCell(row: 1, column: 1, headers: ["Rain"]))
    #expect(Array(episode.chapters.map(\.title).suffix(2)) == ["At noon", "Two"])
    #expect(texts.filter { $0.contains("For a day") }.count == 1)
    let place = episode.source.place(of: passages[start + 1].runs.source(of: 0..<2))
    #expect(place.document.hasSuffix("b.epub/EPUB/text/ch001.xhtml"))
    #expect(
      Set(episode.omissions.map(\.reason)).isSuperset(of: [.navigation, .noteMark, .metadata]))
  }
}
