import Narration
import SpokenText
import Testing

@testable import Reading

/// Who says what in a transcript, told from the labels of the whole document.
struct TranscriptTests {
  private struct Turn: Equatable, CustomStringConvertible {
    var speaker: String?
    var text: String
    var description: String { "\(speaker ?? "-"): \(text)" }
  }

  private func turns(_ text: String, sounds: SoundPolicy = .omit) throws -> [String] {
    var options = EpisodeReader.Options()
    options.policies.sounds = sounds
    return try episode(text, options).passages.map {
      Turn(speaker: $0.speaker?.name, text: $0.text).description
    }
  }

  private func episode(
    _ text: String, _ options: EpisodeReader.Options = .init()
  ) throws -> Episode {
    var options = options
    options.format = .plainText
    return try EpisodeReader(options, splitParagraphs: simpleParagraphs)
      .read(bytes: Array(text.utf8), named: "talk.txt").episode
  }

  private static let expected = [
    "Ada: It rains today.", "Ben: Does it?", "Ada: It does.", "Ben: So.",
  ]

  /// The same four turns, in the ways in which labels are written.
  @Test(arguments: [
    "**Ada:** %1\n\n**Ben:** %2\n\n**Ada:** %3\n\n**Ben:** %4",
    "**Ada**: %1\n\n**Ben**: %2\n\n**Ada**: %3\n\n**Ben**: %4",
    "__Ada:__ %1\n\n__Ben:__ %2\n\n__Ada:__ %3\n\n__Ben:__ %4",
    "Ada: %1\n\nBen: %2\n\nAda: %3\n\nBen: %4",
    "Ada: %1\nBen: %2\nAda: %3\nBen: %4",
    "Ada:\n%1\n\nBen:\n%2\n\nAda:\n%3\n\nBen:\n%4",
    "Ada\n%1\n\nBen\n%2\n\nAda\n%3\n\nBen\n%4",
    "[Ada] %1\n\n[Ben] %2\n\n[Ada] %3\n\n[Ben] %4",
    "[Ada]: %1\n\n[Ben]: %2\n\n[Ada]: %3\n\n[Ben]: %4",
    "\\[Ada\\] %1\n\n\\[Ben\\] %2\n\n\\[Ada\\] %3\n\n\\[Ben\\] %4",
    "Ada (00:00:01): %1\n\nBen (00:00:05): %2\n\nAda (00:00:07): %3\n\nBen (00:00:09): %4",
    "Ada (00:01)\n%1\n\nBen (00:05)\n%2\n\nAda (00:07)\n%3\n\nBen (00:09)\n%4",
    "[00:00:01] Ada: %1\n\n[00:00:05] Ben: %2\n\n[00:00:07] Ada: %3\n\n[00:00:09] Ben: %4",
    "00:00:01 Ada: %1\n\n00:00:05 Ben: %2\n\n00:00:07 Ada: %3\n\n00:00:09 Ben: %4",
    "00:01 - Ada: %1\n\n00:05 - Ben: %2\n\n00:07 - Ada: %3\n\n00:09 - Ben: %4",
    "Ada 00:01\n%1\n\nBen 00:05\n%2\n\nAda 00:07\n%3\n\nBen 00:09\n%4",
    "Ada  0:01  \n%1\n\nBen  0:05  \n%2\n\nAda  0:07  \n%3\n\nBen  0:09  \n%4",
    "**Ada** [00:01] %1\n\n**Ben** [00:05] %2\n\n**Ada** [00:07] %3\n\n**Ben** [00:09] %4",
    "**Ada [00:01]:** %1\n\n**Ben [00:05]:** %2\n\n**Ada [00:07]:** %3\n\n**Ben [00:09]:** %4",
    "Ada: [00:01] %1\n\nBen: [00:05] %2\n\nAda: [00:07] %3\n\nBen: [00:09] %4",
    "Ada: 00:01 %1\n\nBen: 00:05 %2\n\nAda: 00:07 %3\n\nBen: 00:09 %4",
    ">> Ada: %1\n\n>> Ben: %2\n\n>> Ada: %3\n\n>> Ben: %4",
    "Ada (host): %1\n\nBen (guest): %2\n\nAda: %3\n\nBen: %4",
    "ADA, HOST: %1\n\nBEN, BYLINE: %2\n\nADA: %3\n\nBEN: %4",
    "Ada - 00:01\n%1\n\nBen - 00:05\n%2\n\nAda - 00:07\n%3\n\nBen - 00:09\n%4",
    "[00:00:01.2] - Ada\n%1\n\n[00:00:05] - Ben\n%2\n\n[00:00:07] - Ada\n%3\n\n[00:00:09] - Ben\n%4",
    "**Ada: **%1\n\n**Ben: **%2\n\n**Ada: **%3\n\n**Ben: **%4",
    "Ada：%1\n\nBen：%2\n\nAda：%3\n\nBen：%4",
  ])
  func waysToWriteLabels(_ pattern: String) throws {
    var text = pattern
    for (mark, words) in [
      ("%1", "It rains today."), ("%2", "Does it?"), ("%3", "It does."), ("%4", "So."),
    ] {
      text = text.replacing(mark, with: words)
    }
    let name = { (turn: String) in turn.replacing("ADA", with: "Ada").replacing("BEN", with: "Ben")
    }
    #expect(try turns(text).map(name) == Self.expected)
    #expect(try turns(text.replacing("\n", with: "\r\n")).map(name) == Self.expected)
  }

  @Test(arguments: [
    "Dr. Jane O'Neil-Smith", "Erik St. Martin", "Ludwig van Beethoven", "Speaker 1", "田中",
    "Мария Иванова", "محمد", "Raphaël Simon", "Mat \"Go\" Ryer", "J. R. R. Tolkien", "ChatGPT",
    "Ada and Ben", "host", "SPEAKER_00", "UNIDENTIFIED PERSON #1", "Andrew Huber, PhD",
    "3Blue1Brown",
  ])
  func names(_ name: String) throws {
    let text = "\(name): It rains.\n\nZoë Okafor: Does it?\n\n\(name): It does.\n\nZoë Okafor: So."
    #expect(
      try turns(text) == [
        "\(name): It rains.", "Zoë Okafor: Does it?", "\(name): It does.", "Zoë Okafor: So.",
      ])
  }

  /// Several ways to write one name are one speaker, unless two could be meant.
  @Test func namesThatAreOne() throws {
    #expect(
      try turns(
        "Jerod Santo: One.\n\nADA KING: Two.\n\nJerod: Three.\n\nAda King: Four.\n\nAK: Five.\n\n"
          + "Dr. Ada King: Six.\n\nJEROD SANTO: Seven."
      ) == [
        "Jerod Santo: One.", "Ada King: Two.", "Jerod Santo: Three.", "Ada King: Four.",
        "Ada King: Five.", "Ada King: Six.", "Jerod Santo: Seven.",
      ])
    let two = try turns(
      "Daniel Chen: One.\n\nDaniel Whitenack: Two.\n\nDaniel: Three.\n\nDaniel Chen: Four.\n\n"
        + "Daniel Whitenack: Five.\n\nDaniel: Six.")
    #expect(two[2] == "Daniel: Three." && two[5] == "Daniel: Six.")
  }

  /// What a document lists at its head makes initials names, and is spoken itself.
  @Test func listedSpeakers() throws {
    let text = """
      Hosts: Jerod Santo and Adam Stacoviak
      Guest: Ada King (author)

      JS: Welcome.

      AK: Thanks.

      JS: Adam?

      Adam: Yes.
      """
    #expect(
      try turns(text) == [
        "-: Hosts: Jerod Santo and Adam Stacoviak", "-: Guest: Ada King (author)",
        "Jerod Santo: Welcome.", "Ada King: Thanks.", "Jerod Santo: Adam?",
        "Adam Stacoviak: Yes.",
      ])
    #expect(try episode(text).metadata.artist == "Jerod Santo, Adam Stacoviak")
  }

  @Test(arguments: [
    // Labels that name no speaker.
    "Note: it is hot.\n\nWarning: it burns.\n\nNote: it is hot still.\n\nIt cools then.",
    "Ingredients: two eggs.\n\nMethod: boil them.\n\nIngredients: one egg.\n\nMethod: fry it.",
    "Abstract: We slept.\n\nMethods: We lay down.\n\nResults: We dreamt.\n\nAbstract: No.",
    "Step 1: Rinse it.\n\nStep 2: Dry it.\n\nStep 1: Rinse it again.\n\nStep 2: And dry it.",
    "Example: a cat.\n\nSome text about it.\n\nExample: a dog.\n\nMore text about it.",
    // A glossary: none recurs.
    "Ketamine: a drug.\n\nSerotonin: a hormone.\n\nNeuron: a cell.\n\nSynapse: a gap.",
    // Words of a sentence.
    "He said: no.\n\nShe thought about it: yes.\n\nHe said: no.\n\nHe said: never.",
    // One name in a long text.
    "Ada: Hello.\n\nIt rained for one day.\n\nIt rained for two days.\n\nIt rained for long.\n\n"
      + "It rained again.\n\nIt was wet.\n\nAda: Bye.\n\nIt went on.\n\nIt stopped.",
    // Questions in an article.
    "**What is sleep?**\n\nA state.\n\n**What is a dream?**\n\nAnother.\n\n**Why?**\n\nBecause.",
    // Addresses and times.
    "https://example.org/a is one.\n\nhttps://example.org/b is two.\n\nhttps://example.org/c too.",
    "00:00 Intro\n02:13 Sleep and memory\n05:44 What dreams are\n\nWe talk of sleep.",
    // Values, not speech.
    "Berlin: 3,4\n\nParis: 2,1\n\nBerlin: 3,5\n\nParis: 2,2\n\nBerlin: 3,6\n\nParis: 2,3",
    // Names alone, data, and code.
    "Authors\n\nAda King\n\nBen Okafor\n\nZoë Ode\n\nAda King\n\nBen Okafor\n\nZoë Ode",
    "\"Id\": \"a.\"\n\n\"Name\": \"b.\"\n\n\"Id\": \"c.\"\n\n\"Name\": \"d.\"",
    "uri.path: one.\n\nuri.path: two.\n\nuri.host: three.\n\nuri.host: four.",
    // Lists of names, commits, headings that recur among others.
    "- Ada King\n- Ben Okafor\n- Ada King\n- Ben Okafor\n\nThey wrote it.\n\nTogether.",
    "[00f822f] One.\n\n[01e6632d70] Two.\n\n[00f822f] Three.\n\n[01e6632d70] Four.",
    "# Setup\n\n## Linux\n\nSo.\n\n## Windows\n\nSo.\n\n# Use\n\n## Linux\n\nSo.\n\n"
      + "## Windows\n\nSo.",
    // A refrain.
    "The rain fell on\nthe hill.\n\nThe rain fell on\nthe town.\n\nThe rain fell on\nthe sea.",
  ])
  func noTranscripts(_ text: String) throws {
    let read = try episode(text)
    #expect(read.passages.allSatisfy { $0.speaker == nil })
    #expect(read.omissions.isEmpty)
  }

  /// In a transcript too, not every label is somebody.
  @Test func otherLabelsAmongSpeakers() throws {
    let text = """
      Ada: Hello. There is one problem.

      Ben: Hello.

      Note: the sound breaks off here.

      Problem: it did not go on.

      Ada: It does.

      Listener: May I ask?

      Ben: Please.
      """
    #expect(
      try turns(text).suffix(5) == [
        "Ben: Note: the sound breaks off here.", "Ben: Problem: it did not go on.",
        "Ada: It does.", "Listener: May I ask?", "Ben: Please.",
      ])
  }

  /// A turn goes on through paragraphs, lists and sounds; a heading or a rule ends it.
  @Test func turnsOfSeveralPassages() throws {
    let text = """
      Ada: First of all.

      Then this.

      [laughter]

      And that:

      - one thing
      - another thing

      Ada: Still I.

      Ben: Now you.

      # The end

      This was made by hand.

      Ada: One more.

      ---

      Thanks to all.
      """
    #expect(
      try turns(text) == [
        "Ada: First of all.", "Ada: Then this.", "Ada: And that:", "Ada: one thing",
        "Ada: another thing", "Ada: Still I.", "Ben: Now you.", "-: The end",
        "-: This was made by hand.", "Ada: One more.", "-: Thanks to all.",
      ])
  }

  /// Answers without a label are not the questioner's.
  @Test func questionsWithLabelsAlone() throws {
    #expect(
      try turns("Q: Why?\n\nBecause.\n\nQ: When?\n\nNow.\n\nQ: How?\n\nSo.") == [
        "Q: Why?", "-: Because.", "Q: When?", "-: Now.", "Q: How?", "-: So.",
      ])
  }

  @Test func turnsWithoutWords() throws {
    let text = "**Ada:** Hello.\n\n**Ben:**\n\n**Ada:** [laughs]\n\n**Ben:** Yes."
    #expect(try turns(text) == ["Ada: Hello.", "Ben: Yes."])
    #expect(
      try episode(text).omitted(.speakerName) == ["**Ada:**", "**Ben:**", "**Ada:**", "**Ben:**"])
    #expect(try episode(text).omitted(.sound) == ["[laughs]"])
  }

  /// A transcript of which nothing is left cannot be spoken.
  @Test func nothingLeft() throws {
    let error = failure(Array("Ada: [laughs]\n\nBen: [laughs]\n\nAda: [laughs]".utf8))
    #expect(error?.kind == .empty)
  }

  /// Breaks of a programme are sounds, not speakers, and part what is around them.
  @Test func breaks() throws {
    let text = """
      **Ada:** We are back soon.

      **Break:** \\[23:46\\] to \\[25:43\\]

      **Ben:** We are back.

      **Break**: \\[30:00\\]

      **Ada:** Bye.
      """
    #expect(try turns(text) == ["Ada: We are back soon.", "Ben: We are back.", "Ada: Bye."])
    #expect(try episode(text).omitted(.sound) == ["**Break:**", "**Break**:"])
    #expect(try episode(text).omitted(.timeMark) == ["\\[23:46\\] to \\[25:43\\]", "\\[30:00\\]"])
    #expect(try turns(text, sounds: .read)[1] == "-: Break.")
  }

  /// The runs lead from the words to their bytes, and have the label as an omitted run.
  @Test func places() throws {
    let text = "Ada (host) [00:01]: It\nrains [laughs] a lot.\n\nBen: Yes.\n\nAda: So."
    let episode = try self.episode(text)
    let passage = try #require(episode.chapters.first?.passages.first)
    #expect(passage.text == "It")
    let pieces = try self.episode(text.replacing("It\nrains", with: "It rains"))
    let first = try #require(pieces.chapters.first?.passages.first)
    #expect(first.text == "It rains a lot.")
    #expect(first.runs.runs.first?.kind == .omitted)
    #expect(first.runs.runs.first.map { pieces.source.slice($0.source) } == "Ada (host)")
    let lot = first.runs.source(of: 11..<14)
    #expect(pieces.source.slice(lot) == "lot")
    #expect(episode.omitted(.speakerName) == ["Ada (host)", "Ben:", "Ada:"])
    #expect(episode.omitted(.timeMark) == ["[00:01]:"])
  }

  /// Each speaker is named once a turn at most, in the words to say and never in those to show.
  @Test(arguments: SpeakerPolicy.allCases)
  func announcements(_ policy: SpeakerPolicy) throws {
    let text = "ADA: One.\n\nTwo.\n\nADA: Three.\n\nBEN: Four.\n\nADA: Five."
    let script = Scriptwriter(normalizer: Normalizer(), speakers: policy)
      .script(of: try episode(text)).script
    let spoken = script.utterances.map(\.spoken)
    switch policy {
    case .first: #expect(spoken == ["Ada: One.", "Two.", "Three.", "Ben: Four.", "Five."])
    case .change: #expect(spoken == ["Ada: One.", "Two.", "Three.", "Ben: Four.", "Ada: Five."])
    case .never: #expect(spoken == ["One.", "Two.", "Three.", "Four.", "Five."])
    }
    #expect(script.utterances.map(\.written) == ["One.", "Two.", "Three.", "Four.", "Five."])
    #expect(script.utterances.map(\.speaker?.name) == ["ADA", "ADA", "ADA", "BEN", "ADA"])
  }
}
