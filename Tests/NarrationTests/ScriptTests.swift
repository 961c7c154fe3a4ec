import SpokenText
import Testing

@testable import Narration

/// An episode of passages that stand in the source one below the other, each on a line.
private func episode(_ chapters: [[(Passage.Kind, String)]]) -> Episode {
  var source = ""
  let chapters = chapters.enumerated().map { number, passages in
    Chapter(
      title: "Chapter \(number + 1)",
      passages: passages.map { kind, text in
        let start = source.utf8.count
        source += text + "\n"
        let runs = RunMap([
          .init(
            text: 0..<text.utf8.count, source: start..<start + text.utf8.count, kind: .copied)
        ])
        return Passage(kind: kind, text: text, runs: runs)
      })
  }
  return Episode(
    metadata: Metadata(), chapters: chapters, omissions: [],
    source: SourceText(document: "episode.txt", text: source))
}

private func script(_ episode: Episode) -> ScriptedEpisode {
  Scriptwriter(normalizer: Normalizer()).script(of: episode)
}

/// Passages become utterances in order, with ids, places and pauses.
struct ScriptTests {
  private let short = episode([
    [(.heading(level: 1), "Sleep"), (.paragraph, "Owls wake."), (.paragraph, "Cats doze.")],
    [(.paragraph, "Bears dream.")],
  ])

  @Test func idsAndPauses() {
    let script = script(short).script
    #expect(script.utterances.map(\.id) == ["c1-p1-s1", "c1-p2-s1", "c1-p3-s1", "c2-p1-s1"])
    #expect(script.utterances.map(\.pauseAfter) == [.heading, .paragraph, .chapter, .end])
    #expect(script.chapters.map(\.utterances) == [0..<3, 3..<4])
    #expect(script.chapters.map(\.title) == ["Chapter 1", "Chapter 2"])
    #expect(script.utterances.map(\.passage).first == .heading(level: 1))
  }

  @Test func wordsLeadBackToTheDocument() {
    let episode = short
    let utterances = script(episode).script.utterances
    #expect(utterances.map { episode.source.slice($0.source) } == utterances.map(\.written))
    let words = utterances.flatMap(\.words)
    #expect(words.map(\.text) == ["Sleep", "Owls", "wake", "Cats", "doze", "Bears", "dream"])
    #expect(
      words.map { episode.source.slice($0.source).filter(\.isLetter) } == words.map(\.text))
    #expect(utterances[1].words.last?.mark == .period)
  }

  /// The long form that the markup gives is said the first time, like one of the text itself.
  @Test func expansionsOfTheMarkup() {
    var episode = episode([[(.paragraph, "The WHO met. The WHO left on 6May.")]])
    episode.chapters[0].passages[0].spans = [
      .init(text: 4..<7, kind: .expansion("World Health Organization")),
      .init(text: 29..<33, kind: .expansion("2024-05-06")),
      .init(text: 0..<99, kind: .expansion("beyond the text, and not one word of it")),
    ]
    let utterances = script(episode).script.utterances
    #expect(
      utterances.first?.words.map(\.text).joined(separator: " ").contains("World Health") == true)
    #expect(utterances.last?.words.map(\.text).contains("World") == false)
  }

  /// Spans that hold for all of a long passage do not make every word look at all spans.
  @Test func manySpansUnderOne() {
    let count = 30_000
    var episode = episode([[(.paragraph, String(repeating: "otter ", count: count) + "end.")]])
    let length = episode.chapters[0].passages[0].text.utf8.count
    episode.chapters[0].passages[0].spans =
      [.init(text: 0..<length, kind: .language("fr"))]
      + (0..<count).map { .init(text: $0 * 6..<$0 * 6 + 5, kind: .emphasis) }
    let words = script(episode).script.utterances.flatMap(\.words)
    #expect(words.count == count + 1)
    #expect(words.allSatisfy { $0.language == "fr" })
    #expect(words.dropLast().allSatisfy(\.isEmphasized) && words.last?.isEmphasized == false)
  }

  /// A chapter of which nothing is spoken is in the episode, not in the script.
  @Test func silentPassages() {
    let scripted = script(
      episode([[(.paragraph, "\u{02}")], [(.paragraph, "Owls wake."), (.paragraph, "\u{03}")]]))
    let spoken = scripted.script.utterances.filter { $0.words.map(\.text) == ["Owls", "wake"] }
    #expect(spoken.map(\.id) == ["c2-p1-s1"])
    #expect(scripted.passages.map(\.chapter) == [0, 1, 1])
    for passage in scripted.passages where passage.normalized.sentences.isEmpty {
      #expect(passage.utterances.isEmpty)
    }
  }

  @Test func anEmptyEpisode() {
    let scripted = script(episode([]))
    #expect(scripted.script.utterances.isEmpty)
    #expect(scripted.script.chapters.isEmpty)
  }

  @Test func rolesReachTheNormalizer() {
    #expect(Passage.Kind.reference.textRole == .reference)
    #expect(Passage.Kind.heading(level: 3).textRole == .heading)
    #expect(Passage.Kind.listItem(marker: "-").textRole == .prose)
  }

  @Test func spansReachTheWords() {
    var episode = episode([[(.paragraph, "Owls say bonne nuit twice")]])
    episode.chapters[0].passages[0].spans = [
      .init(text: 0..<4, kind: .emphasis), .init(text: 9..<19, kind: .language("fr")),
      .init(text: 9..<14, kind: .emphasis), .init(text: 20..<25, kind: .language("en-US")),
    ]
    episode.chapters[0].passages[0].speaker = Speaker(name: "Ana")
    let utterances = script(episode).script.utterances
    // The speaker is announced.
    let words = utterances.flatMap(\.words).filter { !$0.source.isEmpty }
    #expect(words.map(\.isEmphasized) == [true, false, true, false, false])
    #expect(words.map(\.language) == [nil, nil, "fr", "fr", nil])
    #expect(utterances.map(\.speaker) == [Speaker(name: "Ana")])
  }

  /// What a rule of English makes of a German text are English words.
  @Test func whatIsSaidOtherwiseThanWrittenIsOfTheEpisodesLanguage() {
    var episode = episode([[(.paragraph, "They sang neun von 10 all night")]])
    episode.chapters[0].passages[0].spans = [.init(text: 10..<21, kind: .language("de"))]
    let words = script(episode).script.utterances.flatMap(\.words)
    #expect(words.map(\.text) == ["They", "sang", "neun", "von", "ten", "all", "night"])
    #expect(words.map(\.language) == [nil, nil, "de", "de", nil, nil, nil])
  }

  /// A quotation inside a passage is marked in its words, one that is a passage is not marked twice.
  @Test func quotationsReachTheWords() {
    var episode = episode([[(.paragraph, "Owls say good night"), (.quote, "Good night")]])
    for (number, text) in [9..<19, 0..<10].enumerated() {
      episode.chapters[0].passages[number].spans = [.init(text: text, kind: .quotation)]
    }
    let words = script(episode).script.utterances.map { $0.words.map(\.isQuoted) }
    #expect(words == [[false, false, true, true], [false, false]])
  }

  /// Lines of a stanza and cells of a row are parted by a sentence's pause, stanzas and rows by a
  /// paragraph's.
  @Test func versesAndRowsRunOn() {
    let text = "One line\ntwo lines\n\nnew stanza\nA B\nC"
    func passage(_ kind: Passage.Kind, _ range: Range<Int>) -> Passage {
      Passage(
        kind: kind, text: String(decoding: Array(text.utf8)[range], as: UTF8.self),
        runs: RunMap([.init(text: 0..<range.count, source: range, kind: .copied)]))
    }
    func cell(_ row: Int, _ column: Int, _ range: Range<Int>) -> Passage {
      passage(.tableCell(row: row, column: column, headers: []), range)
    }
    let episode = Episode(
      metadata: Metadata(),
      chapters: [
        Chapter(
          title: "All",
          passages: [
            passage(.verse, 0..<8), passage(.verse, 9..<18), passage(.verse, 20..<30),
            cell(0, 0, 31..<32), cell(0, 1, 33..<34), cell(1, 0, 35..<36),
          ])
      ], omissions: [], source: SourceText(document: "a.txt", text: text))
    #expect(
      script(episode).script.utterances.map(\.pauseAfter) == [
        .sentence, .paragraph, .paragraph, .sentence, .paragraph, .end,
      ])
  }

  @Test func numbersOfAListAreAnnounced() throws {
    let list = episode([
      [
        (.listItem(marker: "-"), "Stir."), (.listItem(marker: "2."), "Serve."),
        (.listItem(marker: "c)"), "Eat."),
      ]
    ])
    let utterances = script(list).script.utterances
    #expect(utterances[0].words.count == 1)
    #expect(utterances[1].words.count == 2)
    let number = try #require(utterances[1].words.first)
    #expect(number.source.isEmpty)
    #expect(number.mark == .period)
    #expect(number.source.lowerBound == utterances[1].source.lowerBound)
    #expect(utterances[1].written == "Serve.")
    #expect(utterances[2].words.map(\.text) == ["C", "Eat"])
    #expect(utterances[2].words.first?.pronunciation == .letterName)
  }

  /// Whoever was named at a turn of which nothing is said is named at the next one.
  @Test(arguments: [
    (SpeakerPolicy.first, ["Ada", "Rain", "Ben", "Wind", "Snow", "Fog"]),
    (.change, ["Ada", "Rain", "Ben", "Wind", "Snow", "Ada", "Fog"]),
  ])
  func aTurnThatSaysNothingNamesNobody(_ policy: SpeakerPolicy, _ words: [String]) {
    let turns = [
      ("Ada", "…"), ("Ada", "Rain."), ("Ben", "—"), ("Ben", "Wind."), ("Ada", "…"),
      ("Ben", "Snow."), ("Ada", "Fog."),
    ]
    var episode = episode([turns.map { (.paragraph, $0.1) }])
    for (index, turn) in turns.enumerated() {
      episode.chapters[0].passages[index].speaker = Speaker(name: turn.0)
    }
    let scripted = Scriptwriter(normalizer: Normalizer(), speakers: policy).script(of: episode)
    #expect(scripted.script.utterances.flatMap(\.words).map(\.text) == words)
    #expect(scripted.passages.map(\.utterances.count) == [0, 1, 0, 1, 0, 1, 1])
  }

  @Test func theSameEveryTime() {
    #expect(script(short).script.utterances == script(short).script.utterances)
  }
}

/// Long sentences are cut, short ones never.
struct UtteranceLengthTests {
  private func words(_ count: Int, marks: [Int: PhrasingMark] = [:]) -> [Word] {
    (0..<count).map { index in
      Word(text: "word", source: index..<index + 1, mark: marks[index] ?? .none)
    }
  }

  @Test(arguments: [0, 1, 2, 199, 200])
  func short(_ count: Int) {
    #expect(UtteranceLength.pieces(of: words(count)) == (count == 0 ? [] : [0..<count]))
  }

  @Test(arguments: [201, 399, 401, 1000, 5000])
  func piecesCoverAndKeepTheLimit(_ count: Int) {
    let pieces = UtteranceLength.pieces(of: words(count))
    #expect(pieces.first?.lowerBound == 0)
    #expect(pieces.last?.upperBound == count)
    #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    #expect(pieces.allSatisfy { (60...200).contains($0.count) })
  }

  @Test func cutsAfterAMark() {
    let pieces = UtteranceLength.pieces(of: words(300, marks: [140: .comma, 280: .comma]))
    #expect(pieces == [0..<141, 141..<300])
    let stronger = UtteranceLength.pieces(of: words(300, marks: [145: .comma, 152: .semicolon]))
    #expect(stronger == [0..<153, 153..<300])
  }

  @Test func aSingleWordIsNeverCut() {
    let giant = Word(text: String(repeating: "x", count: 5000), source: 0..<5000)
    #expect(UtteranceLength.pieces(of: [giant]) == [0..<1])
    #expect(UtteranceLength.pieces(of: [giant, giant]) == [0..<1, 1..<2])
  }

  @Test func idsAndCaptionsOfPieces() {
    let text = (0..<300).map { $0 == 150 ? "word," : "word" }.joined(separator: " ")
    let utterances = script(episode([[(.paragraph, text)]])).script.utterances
    #expect(utterances.map(\.id) == ["c1-p1-s1", "c1-p1-s1-2"])
    #expect(utterances.map(\.written).joined(separator: " ") == text)
    #expect(utterances[0].written.hasSuffix("word,"))
    #expect(utterances.map(\.words.count) == [151, 149])
    #expect(utterances.map(\.pauseAfter) == [.sentence, .end])
  }
}

/// The printable trees.
struct EpisodeDumpTests {
  @Test func trees() {
    var episode = episode([
      [(.heading(level: 1), "Sleep"), (.paragraph, "Owls \u{1B}[31mwake.")],
      [(.listItem(marker: "2."), "Serve.")],
    ])
    episode.metadata = Metadata(title: "On sleep", album: "Rest")
    episode.omissions = [Omission(source: 6..<10, reason: .separator)]
    #expect(
      EpisodeDump.tree(of: episode, width: 10) == """
        Episode "On sleep" (Rest)
        ├─ Chapter "Chapter 1"
        │  ├─ heading 1 at 1:1 "Sleep"
        │  └─ paragraph at 2:1 "Owls \\u{1B}[31m…"
        ├─ Chapter "Chapter 2"
        │  └─ list-item 2. at 3:1 "Serve."
        └─ omitted at 2:1 (separator) "Owls"

        """)
    episode.chapters[0].passages.removeLast()
    let scripted = Script(
      chapters: [.init(title: "Sleep", utterances: 0..<1)],
      utterances: [
        Utterance(
          id: "c1-p1-s1", speaker: Speaker(name: "Ana"), passage: .paragraph, written: "Owls wake.",
          source: 6..<16,
          words: [
            Word(text: "one", source: 6..<6, mark: .period),
            Word(text: "Owls", source: 6..<10, isEmphasized: true),
            Word(text: "wake", source: 11..<15, mark: .period),
          ], pauseAfter: .end)
      ])
    #expect(
      EpisodeDump.tree(of: scripted, source: episode.source) == """
        Script
        └─ Chapter "Sleep"
           └─ c1-p1-s1 <Ana> at 2:1 "[one]. *Owls* wake." then end

        """)
  }
}
