import Narration
import Testing

@testable import Reading

/// Times and sounds in transcripts, and drafts as readers of markup make them.
struct TranscriptMarkTests {
  /// A talk of two around a passage.
  private func middle(_ text: String, sounds: SoundPolicy = .omit) throws -> String {
    var options = EpisodeReader.Options()
    options.policies.sounds = sounds
    let whole = "Ada: Hello.\n\nBen: Hello.\n\nAda: \(text)\n\nBen: Bye."
    let read = try EpisodeReader(options, splitParagraphs: simpleParagraphs)
      .read(bytes: Array(whole.utf8), named: "talk.txt")
    let passages = read.episode.passages
    return passages.count == 4 ? passages[2].text : "\(passages.count) passages"
  }

  @Test(arguments: [
    ("It rains. [04:07] It pours.", "It rains. It pours."),
    ("It rains. \\[04:07\\] It pours.", "It rains. It pours."),
    ("It rains (00:12:34) and pours.", "It rains and pours."),
    ("It rains [1:02:03.5] and pours.", "It rains and pours."),
    ("It rains [00:00:01 - 00:00:05].", "It rains."),
    ("It rains [00:00:01 --> 00:00:05] more.", "It rains more."),
    ("It rains [~04:07] more.", "It rains more."),
    ("It rains[04:07]and pours.", "It rains and pours."),
    // Times of day, verses and results stay.
    ("We met at 10:30 and left at 11:00.", "We met at 10:30 and left at 11:00."),
    ("We met (10:30) there.", "We met (10:30) there."),
    ("10:30 is early.", "10:30 is early."),
    ("It was [10:30 AM] then.", "It was [10:30 AM] then."),
    ("It is 4:75 or [4:75].", "It is 4:75 or [4:75]."),
  ])
  func times(_ written: String, _ spoken: String) throws {
    #expect(try middle(written) == spoken)
  }

  @Test(arguments: [
    ("Well. [laughter] Yes.", "Well. Yes.", "Well. Laughter. Yes."),
    ("Well. \\[laughs\\]", "Well.", "Well. Laughs."),
    ("\\[laughs\\] Well.", "Well.", "Laughs. Well."),
    ("Well (laughs) yes.", "Well yes.", "Well laughs, yes."),
    ("Well [LAUGHTER].", "Well.", "Well LAUGHTER."),
    (
      "It is pretty [unintelligible 00:04:37.11] now.", "It is pretty now.",
      "It is pretty unintelligible, now."
    ),
    ("[00:04:37 inaudible] So.", "So.", "Inaudible. So."),
    ("So. *laughs* Yes.", "So. Yes.", "So. Laughs. Yes."),
    ("So. [upbeat music playing] Yes.", "So. Yes.", "So. Upbeat music playing. Yes."),
    ("So. [Ben laughs softly] Yes.", "So. Yes.", "So. Ben laughs softly. Yes."),
    ("So. [speaking Spanish] Yes.", "So. Yes.", "So. Speaking Spanish. Yes."),
    ("So. ♪ la la ♪ Yes.", "So. Yes.", "So. la la Yes."),
    ("So. (笑) Yes.", "So. Yes.", "So. 笑. Yes."),
    ("So. [clears throat] Yes.", "So. Yes.", "So. Clears throat. Yes."),
    ("So [laughs[ yes.", "So yes.", "So laughs, yes."),
  ])
  func sounds(_ written: String, _ omitted: String, _ read: String) throws {
    #expect(try middle(written) == omitted)
    #expect(try middle(written, sounds: .read) == read)
  }

  @Test(arguments: [
    "Lachen", "leise Musik", "Publikum lacht", "räuspert sich", "unverständlich",
    "rires du public", "musique douce", "elle rit et soupire", "inaudible", "racle sa gorge",
    "risas", "música de fondo", "suspira", "aplausos del público",
    "risate", "ridono entrambi", "musica in sottofondo", "sospira",
    "risos da plateia", "inaudível", "suspiro longo",
    "gelach", "zachte muziek", "zij lacht", "onverstaanbaar",
  ])
  func soundsInOtherLanguages(_ sound: String) throws {
    #expect(try middle("So. [\(sound)] Yes.") == "So. Yes.")
    #expect(try middle("So. (\(sound.uppercased())) Yes.") == "So. Yes.")
  }

  /// Words that tell of a sound in one language and of something else in another.
  @Test(arguments: [
    "ride", "son", "TOS", "timbre", "zucht", "riso", "palmas", "die Firma", "le public", "fondo",
  ])
  func wordsOfOtherLanguages(_ word: String) throws {
    #expect(try middle("So [\(word)] yes.") == "So [\(word)] yes.")
  }

  @Test(arguments: [
    "We saw [the company] fail.", "He goed [sic] there.", "And [...] so […] on.",
    "He *laughs* at it.", "See [12] and [3, 4].", "A list[0] of (again) things.",
    "The [going] rate.", "An [ad hoc] plan.", "It is (I guess) so.",
    "He wrote [Is this so?] there.",
    "An unclosed [laughter", "A [ [[ ( stray.", "2 * 3 * 4 is (2 + 2) * 6.",
  ])
  func noSounds(_ text: String) throws {
    #expect(try middle(text) == text)
    #expect(try middle(text, sounds: .read) == text)
  }

  /// Outside of transcripts only brackets that can mean nothing else are sounds.
  @Test func soundsOfOtherTexts() throws {
    #expect(try readPassages("Well. [laughter] Yes.").map(\.text) == ["Well. Yes."])
    let text = "The bell (ring) has [04:07] a [sound] and (music) too."
    #expect(try readPassages(text).map(\.text) == [text])
  }

  /// A talk of one, with times at the start of its paragraphs.
  @Test(arguments: ["[%]", "(%)", "%", "\\[%\\]", "% -"])
  func timesWithoutSpeakers(_ pattern: String) throws {
    let words = "welcome to a talk about otters that sleep on their backs"
    let times = ["00:00", "00:31", "01:02", "01:40"]
    let text = times.map { "\(pattern.replacing("%", with: $0)) And \(words)." }
      .joined(separator: "\n\n")
    #expect(try readPassages(text).allSatisfy { $0.text.hasSuffix("And \(words).") })
    #expect(try read(text).episode.omissions.map(\.reason) == Array(repeating: .timeMark, count: 4))
  }

  /// Captions copied from a player: a time, and under it what is said.
  @Test func timesOnLinesOfTheirOwn() throws {
    let words = "welcome to a talk about otters"
    let text = ["0:00", "0:04", "0:09", "0:13"].map { "\($0)\n\(words)" }.joined(separator: "\n")
    #expect(try readPassages(text).map(\.text) == Array(repeating: words, count: 4))
  }

  // MARK: Drafts of markup

  /// A draft whose text stands in its source as `parts` one behind the other, stressed where asked.
  private func draft(_ paragraphs: [[(text: String, isStressed: Bool)]]) -> EpisodeDraft {
    var source = ""
    var builder = PassageBuilder(longestWord: 2000)
    for paragraph in paragraphs {
      builder.begin(.paragraph)
      for part in paragraph {
        source += part.isStressed ? "<b>" : "<i>"
        let start = source.utf8.count
        source += part.text
        if part.isStressed { builder.beginSpan(.emphasis) }
        builder.add(part.text, source: start..<source.utf8.count, isCopied: true)
        if part.isStressed { builder.endSpan() }
      }
      builder.end()
      source += "\n"
    }
    return EpisodeDraft(
      source: SourceText(document: "talk.html", text: source), passages: builder.drafts)
  }

  @Test(arguments: [("Ada:", " It"), ("Ada", ": It"), ("Ada:", "It"), ("Ada", " It")])
  func stressedLabels(_ label: String, _ rest: String) throws {
    let other = label.replacing("Ada", with: "Ben")
    var draft = draft([
      [(label, true), ("\(rest) [04:07] rains.", false)],
      [(other, true), ("\(rest) does?", false)],
      [(label, true), ("\(rest) is so ", false), ("much", true), (" rain.", false)],
      [(other, true), ("\(rest) pours.", false)],
    ])
    TranscriptStep(.init()).apply(to: &draft)
    #expect(draft.passages.map(\.passage.speaker?.name) == ["Ada", "Ben", "Ada", "Ben"])
    #expect(
      draft.passages.map(\.passage.text) == [
        "It rains.", "It does?", "It is so much rain.", "It pours.",
      ])
    let third = draft.passages[2].passage
    #expect(third.spans == [Passage.Span(text: 9..<13, kind: .emphasis)])
    #expect(draft.source.slice(third.runs.source(of: 9..<13)) == "much")
    #expect(draft.passages.allSatisfy { $0.beginsTurn })
    #expect(draft.omissions.contains { draft.source.slice($0.source) == "[04:07]" })
  }

  /// A break as a reader of Markdown hands it over, its marks gone.
  @Test func breaks() {
    var draft = draft([
      [("Ada:", true), (" Soon more.", false)], [("Break:", true), (" [23:46] to [25:43]", false)],
      [("Ben", true), (": [25:44] More.", false)], [("Ada:", true), (" Bye.", false)],
    ])
    TranscriptStep(.init()).apply(to: &draft)
    #expect(draft.passages.map(\.passage.text) == ["Soon more.", "More.", "Bye."])
    #expect(draft.passages.map(\.followsSeparator) == [false, true, false])
    #expect(draft.passages.map(\.startTime) == [nil, 1_544_000, nil])
    let sounds = draft.omissions.filter { $0.reason == .sound }
    #expect(sounds.map { draft.source.slice($0.source) } == ["Break:"])
  }

  /// Pages: stressed labels, line breaks in one paragraph, lists of terms, headings.
  @Test(arguments: [
    "<p><strong>Ada:</strong> It rains.<p><b>Ben:</b> So?<p><b>Ada:</b> It does.<p><b>Ben:</b> So.",
    "<p>ADA: It rains.<br>BEN: So?<br/>\nADA: It does.<br>BEN: So.</p>",
    "<cite>Ada:</cite> <time>0:30</time><p>It rains.</p><cite>Ben:</cite> <time>0:42</time><p>So?</p>"
      + "<cite>Ada:</cite> <time>0:50</time><p>It does.</p><cite>Ben:</cite> <time>1:01</time><p>So.</p>",
    "<dl><dt>Ada<dd>It rains.<dt>Ben<dd>So?<dt>Ada<dd>It does.<dt>Ben<dd>So.</dl>",
    "<h3>Ada</h3><p>It rains.<h3>Ben</h3><p>So?<h3>Ada</h3><p>It does.<h3>Ben</h3><p>So.",
  ])
  func pages(_ body: String) throws {
    var options = EpisodeReader.Options()
    options.format = .html
    let read = try EpisodeReader(options).read(
      bytes: Array("<!DOCTYPE html><html><body>\(body)</body></html>".utf8), named: "talk.html")
    let passages = read.episode.passages
    #expect(passages.map(\.text) == ["It rains.", "So?", "It does.", "So."])
    #expect(passages.map { $0.speaker?.name.lowercased() } == ["ada", "ben", "ada", "ben"])
    #expect(
      passages.map { read.episode.source.slice($0.runs.source(of: 0..<$0.text.utf8.count)) }
        == passages.map(\.text))
  }

  /// What a reader knows of speakers stays; sounds go all the same.
  @Test func knownSpeakers() {
    var draft = draft([[("Note: it rains. [laughs]", false)], [("(laughs) So.", false)]])
    draft.passages[0].passage.speaker = Speaker(name: "Ada")
    TranscriptStep(.init()).apply(to: &draft)
    #expect(draft.passages.map(\.passage.speaker?.name) == ["Ada", nil])
    #expect(draft.passages.map(\.passage.text) == ["Note: it rains.", "So."])
  }

  /// Chapter marks, separators and times of passages that go are those of the next.
  @Test func whatLabelsLeave() {
    var draft = draft([
      [("Ada 01:02", false)], [("It rains.", false)], [("Ben 01:10", false)],
      [("It pours.", false)], [("Ada 02:00.5", false)], [("So.", false)],
    ])
    draft.passages[2].chapterMark = "Pouring"
    draft.passages[2].followsSeparator = true
    TranscriptStep(.init()).apply(to: &draft)
    #expect(draft.passages.map(\.passage.speaker?.name) == ["Ada", "Ben", "Ada"])
    #expect(draft.passages.map(\.startTime) == [62_000, 70_000, 120_500])
    #expect(draft.passages.map(\.chapterMark) == [nil, "Pouring", nil])
    #expect(draft.passages.map(\.followsSeparator) == [false, true, false])
  }

  /// Decoded text, such as an image's words, of which a part is cut.
  @Test func cutsInDecodedText() {
    var draft = draft([])
    var builder = PassageBuilder(longestWord: 2000)
    builder.begin(.paragraph)
    builder.add("Ada: It rains [laughs] so.", source: 0..<1, isCopied: false)
    builder.end()
    let passage = builder.drafts[0]
    draft.passages = [passage, passage, passage]
    TranscriptStep(.init()).apply(to: &draft)
    #expect(draft.passages.map(\.passage.text) == Array(repeating: "It rains so.", count: 3))
    #expect(draft.passages.allSatisfy { $0.passage.runs.source(of: 3..<8).upperBound <= 1 })
  }
}
