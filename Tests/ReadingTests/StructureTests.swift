import Narration
import Testing

@testable import Reading

private let prose =
  "This is a paragraph of ordinary prose that goes on for a good while, long enough to be over "
  + "one hundred bytes, and ends as prose does."

/// Headings, lists, references and separators by the shape of plain text.
struct StructureTests {
  @Test(arguments: [
    ("Chapter 4", 2), ("Part II: The trial", 1), ("Episode 12 – Sleep", 1), ("Appendix B", 2),
    ("1. Introduction", 1), ("2.3 Methods", 2), ("SHOW NOTES", 2), ("Show notes:", 2),
    ("Key Points:", 2), ("The brain’s brakes", 2), ("What is ketamine?", 2), ("## Resources", 2),
    ("Results\n=======", 1), ("Results\n-------", 2), ("Transcript", 2),
  ])
  func heading(_ line: String, _ level: Int) throws {
    let passages = try readPassages("\(prose)\n\n\(line)\n\n\(prose)")
    #expect(passages.map(\.kind) == [.paragraph, .heading(level: level), .paragraph])
    let expected = line.split(separator: "\n")[0].drop { $0 == "#" || $0 == " " }
    #expect(passages[1].text == expected)
  }

  @Test(arguments: [
    "He said nothing.", "She said:", "and then it was over", "By Jane Doe", "March 3, 2025",
    "00:12:30 The start", "www.example.org", "me@example.org", "Part 2 of the study shows more.",
    "Really?", "Dear listeners,",
  ])
  func noHeading(_ line: String) throws {
    let passages = try readPassages("\(prose)\n\n\(line)\n\n\(prose)")
    #expect(passages.map(\.kind) == [.paragraph, .paragraph, .paragraph])
    #expect(passages[1].text == line)
  }

  /// What comes back is a speaker's name, not a heading.
  @Test func repeatedLinesAreNoHeadings() throws {
    let passages = try readPassages("Anna\n\n\(prose)\n\nBen\n\n\(prose)\n\nAnna\n\n\(prose)")
    #expect(!passages.contains { $0.text == "Anna" && $0.kind != .paragraph })
    let turns = try readPassages("Tim: Well yes\n\n\(prose)\n\nTim: Right\n\n\(prose)")
    #expect(turns.allSatisfy { $0.kind == .paragraph })
  }

  @Test func shortLastLineIsNoHeading() throws {
    #expect(try readPassages("\(prose)\n\nJane Doe").map(\.kind) == [.paragraph, .paragraph])
  }

  @Test func titleAtTheStart() throws {
    let read = try read("Why do we sleep, and what happens when we do not?\n\n\(prose)")
    #expect(read.episode.metadata.title == "Why do we sleep, and what happens when we do not?")
    #expect(read.episode.chapters.first?.passages.first?.kind == .heading(level: 1))
  }

  @Test func underlineIsDeclared() throws {
    let episode = try read("\(prose)\n\nResults\n-------\n\n\(prose)").episode
    let omission = try #require(episode.omissions.first)
    #expect(episode.source.slice(omission.source) == "-------")
    #expect(omission.reason == .separator)
  }

  @Test func lists() throws {
    let passages = try readPassages(
      "Bring these:\n- a pen\n- some paper\n• 1.5 litres\n\n1. Sit.\n2. Write.\n\n"
        + "a) one\nb) two\n\n1.5 million people did.")
    #expect(
      passages.map(\.kind) == [
        .paragraph, .listItem(marker: "-"), .listItem(marker: "-"), .listItem(marker: "•"),
        .listItem(marker: "1."), .listItem(marker: "2."), .listItem(marker: "a)"),
        .listItem(marker: "b)"), .paragraph,
      ])
    #expect(
      passages.map(\.text) == [
        "Bring these:", "a pen", "some paper", "1.5 litres", "Sit.", "Write.", "one", "two",
        "1.5 million people did.",
      ])
  }

  @Test func wrappedItems() throws {
    let text = "Bring:\n- a pen, and\n  paper\n- ink\n\n1) Sit\ndown.\n2) Write."
    let episode = try EpisodeReader(splitParagraphs: { [0..<$0.utf8.count] })
      .read(bytes: Array(text.utf8), named: "a").episode
    #expect(
      episode.passages.map(\.text) == [
        "Bring:", "a pen, and paper", "ink", "Sit down.", "Write.",
      ])
  }

  /// A wrapped line of prose that begins with a dash or a number stays prose.
  @Test func proseIsNoList() throws {
    let text =
      "It was the last evening of the year and the whole town\n"
      + "- every man, woman and child - had come out in the cold to see\n1. Street full of people."
    #expect(try readPassages(text).count == 1)
  }

  @Test func separators() throws {
    let episode = try read("\(prose)\n\n* * *\n\n\(prose)\n\n⁂\n\n\(prose)\n-----\n\(prose)")
      .episode
    #expect(episode.passages.map(\.text) == [prose, prose, prose, prose])
    #expect(episode.omissions.map { episode.source.slice($0.source) } == ["* * *", "⁂", "-----"])
    #expect(episode.omissions.allSatisfy { $0.reason == .separator })
    #expect(try readPassages("\(prose)\n\n...\n\n\(prose)")[1].text == "...")
  }

  // MARK: References

  @Test(arguments: [
    "Boese, M., & Choi, K. (2025). Fear extinction. Neuron, 19(2), 15–20.",
    "van der Kolk, B. A. (2014). The body. Viking Press.",
    "Lindqvist M, Ode K. Coffee and sleep. Sleep Med. 2025;19:15-20.",
    "World Health Organization. (2020). Sleep in numbers. https://example.org/sleep",
    "Lindqvist, Mara, and Kim Ode. 2019. “Sleep.” Journal of Rest 4, no. 2: 1–20. doi:10.1/x",
  ])
  func referenceShapes(_ text: String) throws {
    let passages = try readPassages("\(prose)\n\n\(text)")
    #expect(passages.map(\.kind) == [.paragraph, .reference])
    #expect(passages[1].text == text)
  }

  @Test(arguments: [
    "Boese et al. (2025) found that 15–20 mice learned. See https://doi.org/10.1/x",
    "In 2025, M. Boese went to Bern (2025) and stayed for 19 days in the end, see below.",
    "However, I was there (2019), and read https://example.org/all of it.",
    "Sources say that nothing happened in 2019.",
  ])
  func proseIsNoReference(_ text: String) throws {
    #expect(try readPassages("\(prose)\n\n\(text)").map(\.kind) == [.paragraph, .paragraph])
  }

  @Test func aLabelIsParted() throws {
    let episode = try read(
      "\(prose)\nReference: Boese, M. (2025). Fear. Neuron, 19(2), 1–5."
    ).episode
    let chapter = try #require(episode.chapters.last)
    #expect(chapter.title == "Reference")
    #expect(
      chapter.passages.map(\.text) == ["Reference:", "Boese, M. (2025). Fear. Neuron, 19(2), 1–5."])
    #expect(chapter.passages.map(\.kind) == [.heading(level: 2), .reference])
    #expect(chapter.passages.map(episode.source.position(of:)) == ["2:1", "2:12"])
  }

  @Test func severalUnderALabel() throws {
    let list =
      "REFERENCES\n\n[1] Boese, M. (2025). Fear. Neuron, 19(2), 1–5.\n"
      + "[2] Ode, K. (2019). Coffee. Sleep, 4(1), 1–9.\n\nThanks for listening."
    let episode = try read("\(prose)\n\n\(prose)\n\n\(list)").episode
    #expect(episode.chapters.map(\.title).dropFirst().first == "References")
    let passages = episode.passages
    #expect(
      passages.map(\.kind) == [
        .paragraph, .paragraph, .heading(level: 2), .reference, .reference, .paragraph,
      ])
    #expect(passages[3].text.hasPrefix("Boese"))
    // What is shorter than half a minute is no chapter.
    #expect(episode.chapters.last?.passages.last?.text == "Thanks for listening.")
  }

  @Test func entriesOfOneParagraph() throws {
    let text =
      "References:\nBoese, M. (2025). Fear. Neuron, 19(2), 1–5.\nOde, K. (2019). Coffee. Sleep, 4(1), 1–9."
    let bytes = DocumentBytes(text)
    let lines = TextLine.lines(of: [0..<bytes.count], in: bytes)
    let blocks = BlockScanner(bytes: bytes, lines: lines[...]).blocks()
    // The label stands alone; what follows is one paragraph and two entries.
    let entries = blocks.dropFirst().flatMap {
      ReferenceList(bytes: bytes).pieces(of: $0, isUnderHeading: true) ?? []
    }
    #expect(entries.count == 2)
  }
}

/// What a text says of itself at its head and its foot.
struct MetadataTests {
  @Test func headerLines() throws {
    let episode = try read(ShowNotes.coffee).episode
    #expect(
      episode.metadata
        == Metadata(
          title: "Borrowed Wakefulness", album: "Half-Life", artist: "Mara Lindqvist",
          language: "en-GB", date: "2024-03-03"))
    let first = try #require(episode.chapters.first?.passages.first)
    #expect(first.kind == .heading(level: 1))
    #expect(first.text == "Borrowed Wakefulness")
    #expect(episode.source.position(of: first) == "1:8")
    #expect(
      episode.omissions.filter { $0.reason == .metadata }.map { episode.source.slice($0.source) }
        == [
          "Title: ", "Show: Half-Life", "Author: Mara Lindqvist", "Date: March 3, 2024",
          "Language: en-GB",
        ])
  }

  @Test func aTitleThatTheTextRepeatsIsSpokenOnce() throws {
    let episode = try read("Title: Sleep and us\n\nSleep and us\n\n\(prose)").episode
    #expect(episode.passages.map(\.text) == ["Sleep and us", prose])
    #expect(episode.omissions.map { episode.source.slice($0.source) } == ["Title: Sleep and us"])
  }

  @Test func whatIsNoHeader() throws {
    for text in ["Summary: it rained.\n\nThen it stopped.", "Date night: a story.\n\n\(prose)"] {
      #expect(try read(text).episode.omissions.isEmpty)
    }
  }

  @Test func wrongValuesAreTold() throws {
    let read = try read("Title: X\nDate: 03/04/2025\nLanguage: English\n\n\(prose)")
    #expect(read.episode.metadata.date == nil)
    #expect(read.episode.metadata.language == nil)
    #expect(read.notices.map(\.place) == ["episode.txt:2:7", "episode.txt:3:11"])
  }

  @Test(arguments: [
    ("2025", "2025"), ("2025-03", "2025-03"), ("2025-03-01", "2025-03-01"),
    ("2025-03-01T10:00:00Z", "2025-03-01"), ("March 1, 2025", "2025-03-01"),
    ("1st March 2025", "2025-03-01"), ("Sat, 01 Mar 2025", "2025-03-01"), ("March 2025", "2025-03"),
    ("03/01/2025", nil), ("2025-13-01", nil), ("soon", nil), ("March", nil), ("31. 31. 2025", nil),
    ("Thursday 2025", nil), ("2025T", nil), ("2025-02-30", nil), ("30 February 2025", nil),
  ])
  func dates(_ text: String, _ iso: String?) {
    #expect(CalendarDate.iso(text) == iso)
  }

  @Test(arguments: [
    "The post Sleep & Us appeared first on Talking Science.",
    "The post Sleep & Us first appeared on Talking Science.",
    "The post Sleep & Us appeared first on Talking Science",
    "The  post Sleep\t& Us  appeared first on Talking Science.",
    "It ends. The post Sleep & Us appeared first on Talking Science.",
    "See https://example.org/a\nThe post Sleep & Us appeared first on Talking Science.",
  ])
  func feedBoilerplate(_ text: String) throws {
    let episode = try read("\(prose)\n\n\(text)\n").episode
    #expect(episode.metadata == Metadata(title: "Sleep & Us", album: "Talking Science"))
    let omission = try #require(episode.omissions.first)
    #expect(omission.reason == .feedBoilerplate)
    #expect(episode.source.slice(omission.source).hasPrefix("The"))
    #expect(omission.source.upperBound == episode.source.text.utf8.count - 1)
    let spoken = episode.passages.map(\.text).joined(separator: " ")
    #expect(!spoken.contains("The post"))
  }

  @Test func wrappedBoilerplate() throws {
    let text = "It ends.\n\nThe post Sleep &\r\nUs appeared first\r\non Talking Science.\r\n"
    let episode = try EpisodeReader(splitParagraphs: { _ in [0..<8, 10..<66] })
      .read(bytes: Array(text.utf8), named: "a").episode
    #expect(episode.metadata == Metadata(title: "Sleep & Us", album: "Talking Science"))
    #expect(episode.omissions == [Omission(source: 10..<66, reason: .feedBoilerplate)])
  }

  @Test func boilerplateInTheMiddleIsSpoken() throws {
    let text = "The post Sleep appeared first on Talking Science.\n\n\(prose)"
    let episode = try read(text).episode
    #expect(episode.omissions.isEmpty)
    #expect(episode.metadata.title == nil)
    #expect(FeedBoilerplate(endOf: "He read the post The post Sleep appeared first on It") == nil)
    #expect(FeedBoilerplate(endOf: "The post appeared first on It.") == nil)
    #expect(FeedBoilerplate(endOf: "The post X appeared first on .") == nil)
  }

  @Test func keptBoilerplateStillNamesTheEpisode() throws {
    var options = EpisodeReader.Options()
    options.keepsBoilerplate = true
    let episode = try EpisodeReader(options, splitParagraphs: simpleParagraphs)
      .read(bytes: Array(ShowNotes.sleep.utf8), named: "a").episode
    #expect(episode.omissions.isEmpty)
    #expect(episode.metadata.title == "Why We Sleep on It")
    #expect(episode.chapters.last?.passages.last?.text.hasPrefix("The post Why") == true)
  }
}
