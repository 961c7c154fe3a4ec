import Narration
import Testing

@testable import Reading

/// How a text is divided, and what its parts are called.
struct ChapterTests {
  @Test func headingsDivide() throws {
    let episode = try read(ShowNotes.gut).episode
    #expect(
      episode.chapters.map(\.title) == [
        "The Gut Talks Back", "The vagus nerve", "SHORT-CHAIN FATTY ACIDS", "Key takeaways",
        "What we still do not know", "References",
      ])
    #expect(episode.chapters[3].passages.count == 4)
    #expect(
      episode.chapters[5].passages.map(\.kind) == [.heading(level: 2), .reference, .reference])
  }

  @Test func theTurnOfTheTextDivides() throws {
    let chapters = try read(ShowNotes.sleep).episode.chapters
    #expect((3...5).contains(chapters.count))
    #expect(chapters.last?.title == "Reference")
    for chapter in chapters.dropLast() {
      let words = chapter.passages.reduce(0) { $0 + $1.text.split(separator: " ").count }
      #expect((60...450).contains(words))
    }
  }

  @Test func aSeparatorDivides() throws {
    let chapters = try read(ShowNotes.coffee).episode.chapters
    #expect(chapters.count == 2)
    #expect(chapters[1].passages.first?.text.hasPrefix("Half of the dose") == true)
    #expect(chapters[0].title == "Borrowed Wakefulness")
  }

  @Test func aShortTextIsOneChapter() throws {
    let titled = try read("A nap helps.\n\nThe post On Naps appeared first on Rest.").episode
    #expect(titled.chapters.map(\.title) == ["On Naps"])
    let bare = try read("The honey bee dances on the comb.\nIts sisters follow the dance.").episode
    #expect(bare.chapters.count == 1)
    #expect(bare.chapters[0].passages.count == 2)
  }

  @Test func aTitleFromElsewhereNamesTheWholeText() throws {
    let text = "The honey bee dances on the comb.\n\nIts sisters follow the dance."
    var reader = reader
    reader.options.title = "On\nbees"
    let episode = try reader.read(bytes: Array(text.utf8), named: "bees.txt").episode
    #expect(episode.chapters.map(\.title) == ["On bees"])
  }

  @Test func textBeforeTheFirstHeadingIsNamedAfterTheEpisode() throws {
    let text =
      "Title: On bees\n\nWelcome to the show about bees.\n\nThe waggle dance\n\n"
      + String(repeating: "A bee dances on the comb to tell where flowers are. ", count: 6)
    #expect(try read(text).episode.chapters.map(\.title) == ["On bees", "The waggle dance"])
  }

  @Test func headingsOfTheSameNameAreNumbered() throws {
    let body = String(repeating: "A bee dances on the comb to tell where flowers are. ", count: 6)
    let text = ["# Q", body, "# Q", body, "# q", body].joined(separator: "\n\n")
    #expect(try read(text).episode.chapters.map(\.title) == ["Q", "Q (2)", "q (3)"])
  }

  /// Long enough for many chapters, each paragraph about something of its own.
  private static let long: String = {
    let things = [
      "copper pipes", "river otters", "violin strings", "desert winds", "paper mills",
      "glass marbles", "pine forests", "winter storms", "harbor cranes", "steam engines",
      "apple orchards", "mountain goats", "cotton fields", "radio towers", "clay tablets",
      "silver mines", "honey bees", "stone bridges", "whale songs", "wool carpets",
    ]
    return things.map { thing in
      "We now turn to \(thing), which have a history of their own. Nobody knows \(thing) better "
        + "than those who live with them every day. "
        + String(
          repeating: "There is much to say about \(thing) and where they come from. ", count: 8)
    }.joined(separator: "\n\n")
  }()

  @Test func titlesComeFromTheirChapters() throws {
    let chapters = try read(Self.long).episode.chapters
    #expect((6...20).contains(chapters.count))
    for chapter in chapters {
      let text = chapter.passages.map(\.text).joined(separator: " ").lowercased()
      #expect(text.contains(chapter.title.lowercased()), "\(chapter.title)")
      #expect(!chapter.title.contains("We now"))
    }
  }

  @Test(arguments: ShowNotes.all + [long])
  func titlesAreWellFormed(_ text: String) throws {
    let episode = try read(text).episode
    let titles = episode.chapters.map(\.title)
    #expect(Set(titles.map { $0.lowercased() }).count == titles.count)
    let headings = Set(
      episode.passages.filter(\.kind.isHeading).map(\.text))
    for title in titles {
      #expect(!title.isEmpty && title.utf8.count <= 80)
      #expect(title.first?.isUppercase == true)
      #expect(title.last?.isPunctuation == false)
      guard !headings.contains(title), !title.hasPrefix("Reference"),
        title != episode.metadata.title
      else { continue }
      let words = title.split(separator: " ")
      #expect((2...6).contains(words.count), "\(title)")
      let ends = ["and", "the", "of", "is", "a", "to", "in", "for", "with", "that", "or"]
      #expect(!ends.contains(String(words.last ?? "")), "\(title)")
    }
  }

  @Test func theSameEveryTime() throws {
    for text in ShowNotes.all + [Self.long] {
      let first = EpisodeDump.tree(of: try read(text).episode, width: 1000)
      for _ in 0..<3 { #expect(EpisodeDump.tree(of: try read(text).episode, width: 1000) == first) }
    }
  }

  @Test(arguments: [
    "睡眠は記憶を助ける。夢も見る。", "42", "!?", "Ja.", "The of and is.", "…", "“", "Hm, hm, hm.",
    "Уснуть и видеть сны — вот и ответ.",
  ])
  func everyTextGetsATitle(_ text: String) throws {
    let chapters = try read(text).episode.chapters
    #expect(chapters.count == 1)
    #expect(chapters[0].title.isEmpty == false)
  }
}

/// Candidates by the words around them.
struct TitleTests {
  private func titles(_ text: String) -> Set<String> {
    var forms = WordForms()
    let tokens = ProseTokenizer.tokens(of: text, forms: &forms)
    return Set(
      TitleCandidates.candidates(in: tokens).compactMap {
        TitleText.title(of: tokens[$0.words], in: text)
      })
  }

  @Test(arguments: [
    ("Our talk centers on “spatial memory formation” today.", "Spatial memory formation"),
    ("Post-traumatic stress disorder (PTSD) is hard.", "Post-traumatic stress disorder"),
    ("What really happened is called aeroelastic flutter.", "Aeroelastic flutter"),
    ("How does sleep help? It does.", "How does sleep help"),
    ("We speak of the effects of caffeine on the heart.", "Effects of caffeine"),
    ("The brain’s reward system lights up.", "Brain’s reward system"),
    ("A new mRNA vaccine is here.", "mRNA vaccine"),
    ("A lime tree binds carbon.", "Lime tree"),
  ])
  func candidate(_ text: String, _ title: String) {
    #expect(titles(text).contains(title), "\(titles(text).sorted())")
  }

  @Test(arguments: [
    ("It may waste food every day.", "Waste food"),
    ("They want to waste food.", "Waste food"),
    ("We just run workshops.", "Run workshops"),
    ("He studied computer science.", "Studied computer science"),
    ("Users care about it.", "Users care"),
    ("A lime tree binds carbon.", "Lime tree binds"),
    ("Every honey bee dances.", "Honey bee dances"),
    ("Visit example.org/sleep now.", "Example.org/sleep now"),
  ])
  func noCandidate(_ text: String, _ title: String) {
    #expect(!titles(text).contains(title))
  }
}
