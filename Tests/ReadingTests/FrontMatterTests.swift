import Narration
import Testing

@testable import Reading

/// What a Markdown document says of itself before its text.
struct FrontMatterTests {
  private func metadata(_ text: String) throws -> Metadata {
    try readMarkdown(text).episode.metadata
  }

  @Test func yaml() throws {
    let read = try readMarkdown(
      """
      ---
      # how Jekyll has it
      title: "The \\"otter\\": asleep"
      authors:
        - name: Ada Lovelace
          url: https://e.org
        - Ben
      date: 2025-03-01 10:00:00 +0100
      podcast: 'It''s science' # the show
      lang: en_GB
      description: >
        Two lines
        of it.
      tags: [a, b]
      ---

      The text.
      """)
    let metadata = read.episode.metadata
    #expect(metadata.title == "The \"otter\": asleep")
    #expect(metadata.artist?.hasPrefix("Ada Lovelace") == true)
    #expect(metadata.artist?.hasSuffix("Ben") == true)
    #expect(metadata.date == "2025-03-01")
    #expect(metadata.album == "It's science")
    #expect(metadata.language == "en-GB")
    #expect(metadata.comment == "Two lines of it.")
    #expect(read.episode.omissions.map(\.reason) == [.metadata])
    #expect(read.episode.passages.map(\.text) == ["The text."])
    #expect(read.notices.isEmpty)
  }

  @Test func tomlHeaderLinesAndTitleBlock() throws {
    let toml = try metadata(
      "+++\ntitle = \"T\"\nauthors = ['A', \"B\"]\ndate = 2025-03-01\n+++\nX.\n")
    #expect(toml.title == "T" && toml.artist == "A, B" && toml.date == "2025-03-01")
    let lines = try metadata("Title: T\nAuthor: A\n  and B\nDate: March 1, 2025\n\nX.\n")
    #expect(lines.title == "T" && lines.artist == "A and B" && lines.date == "2025-03-01")
    let block = try metadata("% T\n% A; B\n% 2025\n\nX.\n")
    #expect(block.title == "T" && block.artist == "A; B" && block.date == "2025")
  }

  /// Two rules with prose between, turns of speakers, and a head without an end.
  @Test(arguments: [
    "---\nSo it is.\n---\n\nX.\n", "Ada: Hello.\nBen: Hello.\n\nX.\n", "---\ntitle: T\n\nX.\n",
  ])
  func noFrontMatter(_ text: String) throws {
    let episode = try readMarkdown(text).episode
    #expect(!episode.omissions.contains { $0.reason == .metadata })
    checkEveryLetter(episode)
  }

  @Test func whatCannotBeUsedIsTold() throws {
    let read = try readMarkdown("---\ndate: 03/01/2025\nlang: Klingonese\n---\nX.\n")
    #expect(read.notices.map(\.place) == ["episode.md:2:1", "episode.md:3:1"])
    #expect(read.episode.metadata == Metadata())
  }
}
