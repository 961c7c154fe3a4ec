import Narration
import Testing

@testable import Reading

struct WebVTTReadingTests {
  private func cues(_ texts: String..., gap: Int = 0) -> String {
    var file = "WEBVTT\n\n"
    for (index, text) in texts.enumerated() {
      let start = index * (2 + gap)
      file += "00:00:\(start < 10 ? "0" : "")\(start).000 --> "
      file += "00:00:\(start + 2 < 10 ? "0" : "")\(start + 2).000\n\(text)\n\n"
    }
    return file
  }

  @Test func cuesBecomeSentencesAndTurns() throws {
    let text = cues(
      "<v Ann>I have been thinking", "<v Ann>about sleep. And", "<v.loud Bob>So have I.",
      "<v Ann>Really?")
    let episode = try read(text, as: .webVTT).episode
    #expect(
      episode.turns == [
        "Ann: I have been thinking about sleep. And", "Bob: So have I.", "Ann: Really?",
      ])
    #expect(episode.omitted(.speakerName) == ["Ann", "Ann", "Bob", "Ann"])
    #expect(episode.slice(of: "about") == "about")
  }

  @Test func tagsAndEntities() throws {
    let text = cues(
      "<i>Fish</i> &amp; <c.red.big>chips&nbsp;&lt;3</c> <00:00:01.000>now<b>!</b>",
      "<ruby>漢字<rt>kanji</rt></ruby> are <lang de>schön</lang> &lrm;&unknown; a < b <3")
    let episode = try read(text, as: .webVTT).episode
    #expect(
      episode.turns == ["Fish & chips <3 now! 漢字 are schön \u{200E}&unknown; a < b <3"])
    #expect(episode.slice(of: "&") == "&amp;")
    #expect(episode.omitted(.alternative) == ["kanji"])
    let passage = try #require(episode.passages.first)
    let spans = passage.spans.map { span in
      let text = Array(passage.text.utf8)[span.text]
      return "\(span.kind) \(String(decoding: text, as: UTF8.self))"
    }
    #expect(spans.count == 3)
    #expect(spans.first == "emphasis Fish")
    #expect(spans.last == "language(\"de\") schön")
  }

  @Test func aCueInItalicsThroughoutIsNotStressed() throws {
    let episode = try read(cues("<i>A voice from afar.</i>"), as: .webVTT).episode
    #expect(episode.passages.first?.spans == [])
  }

  @Test func whatIsNoCueIsDeclared() throws {
    let text = """
      WEBVTT - Our talk
      Kind: captions
      Language: en-GB

      NOTE
      nobody sees
      this

      STYLE
      ::cue { color: lime }

      REGION
      id:fred width:40%

      opening line
      00:01.000 --> 00:02.000 align:start position:10%
      Hello.

      NOTE Done

      """
    let episode = try read(text, as: .webVTT).episode
    #expect(episode.turns == ["Hello."])
    #expect(episode.metadata.language == "en-GB")
    #expect(episode.omitted(.hidden) == ["NOTE", "nobody sees", "this", "NOTE Done"])
    #expect(
      episode.omitted(.script) == ["STYLE", "::cue { color: lime }", "REGION", "id:fred width:40%"])
    #expect(episode.omitted(.metadata).last == "opening line")
  }

  @Test func youTubesRollingCaptionsAreSaidOnce() throws {
    let text = """
      WEBVTT

      00:00:00.160 --> 00:00:02.389 align:start
       
      hello<00:00:00.320><c> and</c><00:00:00.500><c> welcome</c>

      00:00:02.389 --> 00:00:02.399 align:start
      hello and welcome
       

      00:00:02.399 --> 00:00:04.500 align:start
      hello and welcome
      to<00:00:02.600><c> the</c><00:00:02.900><c> show</c>

      00:00:04.500 --> 00:00:04.510 align:start
      to the show
       

      00:00:04.510 --> 00:00:06.000 align:start
      to the show
      [Music]

      00:00:06.000 --> 00:00:06.010 align:start
      [Music]
       

      00:00:06.010 --> 00:00:09.000 align:start
      [Music]
      no no

      00:00:09.000 --> 00:00:11.000 align:start
      no no
      no no

      """
    let episode = try read(text, as: .webVTT).episode
    #expect(episode.turns == ["hello and welcome to the show no no no no"])
    #expect(episode.omitted(.repetition).count == 7)
    #expect(episode.omitted(.sound) == ["[Music]"])
  }

  @Test func rollingWithoutTimesOfWords() throws {
    let text = cues(
      "the first line", "the first line\nthe second line", "the second line\nthe third line",
      "the third line\nthe fourth line", "the fourth line")
    let episode = try read(text, as: .webVTT).episode
    #expect(episode.turns == ["the first line the second line the third line the fourth line"])
  }

  @Test func captionsThatGrowByAWord() throws {
    let text = cues("I", "I want", "I want to", "I want to go", "home now")
    #expect(try read(text, as: .webVTT).episode.turns == ["I want to go home now"])
  }

  /// Somebody who says a thing twice is heard twice; a cue written twice is not.
  @Test func sayingAThingTwiceIsNoRepetition() throws {
    #expect(
      try read(cues("No.", "No.", "I said no."), as: .webVTT).episode.turns
        == ["No. No. I said no."])
    let twice = """
      WEBVTT

      00:01.000 --> 00:03.000
      I said no.

      00:01.000 --> 00:03.000
      I said no.

      00:02.000 --> 00:04.000
      Somebody else.

      00:02.500 --> 00:04.000
      I said no.
      """
    let episode = try read(twice, as: .webVTT).episode
    #expect(episode.turns == ["I said no. Somebody else."])
    #expect(episode.omitted(.repetition) == ["I said no.", "I said no."])
  }

  @Test func dialogueWithHyphensIsTwoTurns() throws {
    let episode = try read(
      cues("- Hello. - Hi.", "-How are you?\n-Fine,", "and -5 degrees – cold."), as: .webVTT
    ).episode
    #expect(
      episode.turns == [
        "Hello.", "Hi.", "How are you?", "Fine, and -5 degrees – cold.",
      ])
  }

  @Test func chevronsAndLabelsNameSpeakers() throws {
    let episode = try read(
      cues(
        "&gt;&gt; ADA: Good evening.", "It is late.", ">> Is it?", ">>> BEN LEE: Yes.",
        "BEN LEE (ON PHONE): Note: it is half past ten."), as: .webVTT
    ).episode
    #expect(
      episode.turns == [
        "ADA: Good evening. It is late.", "Is it?", "BEN LEE: Yes. Note: it is half past ten.",
      ])
    #expect(
      episode.omitted(.speakerName) == [
        "&gt;&gt;", "ADA:", ">>", ">>>", "BEN LEE:", "BEN LEE (ON PHONE):",
      ])
  }

  @Test func namesInLowerCaseCountWhenTheyComeAgain() throws {
    let episode = try read(
      cues("Ada: Good evening.", "Ben Lee: Is it?", "Ada: One thing: yes."), as: .webVTT
    ).episode
    #expect(episode.turns == ["Ada: Good evening.", "Ben Lee: Is it?", "Ada: One thing: yes."])
    let none = try read(cues("She said", "Remember: nobody knows.", "Truth: no."), as: .webVTT)
    #expect(none.episode.turns == ["She said Remember: nobody knows. Truth: no."])
  }

  @Test func soundsByPolicy() throws {
    let text = cues(
      "[Music]", "Well (laughs) yes [him], I (really) do.", "♪ soft music ♪", "♪ Happy birthday ♪",
      "[door\ncreaks]")
    let episode = try read(text, as: .webVTT).episode
    #expect(episode.turns == ["Well yes [him], I (really) do.", "Happy birthday"])
    #expect(
      episode.omitted(.sound)
        == ["[Music]", "(laughs)", "♪ soft music ♪", "♪ ", "♪", "[door\ncreaks]"])
    #expect(
      try read(text, as: .webVTT, "a.vtt", { $0.policies.sounds = .read }).episode.turns == [
        "Music", "Well (laughs) yes [him], I (really) do.", "soft music", "Happy birthday",
        "door creaks",
      ])
  }

  @Test func linesJoin() throws {
    let episode = try read(
      cues(
        "a well-\nknown infor-", "mation, and pre-\nand post-war information,", ", I was-",
        "Stop! 睡眠は", "記憶を助ける。"), as: .webVTT
    ).episode
    #expect(
      episode.turns == [
        "a well-known information, and pre- and post-war information,, I was- Stop! 睡眠は記憶を助ける。"
      ])
    #expect(episode.slice(of: "information")?.hasPrefix("infor-\n") == true)
  }

  /// A pause after a sentence, a long one anywhere, and the length of a paragraph part passages.
  @Test func passagesEnd() throws {
    let pause = "WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\n00:03.500 --> 00:04.000\nTwo and\n\n"
    let later = "00:05.500 --> 00:06.000\nthree\n\n00:11.000 --> 00:12.000\nfour.\n"
    #expect(
      try read(pause + later, as: .webVTT).episode.turns == ["One.", "Two and three", "four."])
    var long = "WEBVTT\n\n"
    for second in 10..<90 {
      long += "00:00:\(second).000 --> 00:00:\(second + 1).000\nTwenty-odd letters of Dr.\n"
      long += "Ames stand here\(second % 2 == 0 ? "" : ".")\n\n"
    }
    let passages = try read(long, as: .webVTT).episode.passages
    #expect(passages.count > 3)
    #expect(passages.allSatisfy { $0.text.hasSuffix("here.") && $0.text.utf8.count < 800 })
  }

  // MARK: Bad input

  @Test func brokenTimesKeepTheirText() throws {
    let read = try read(
      """
      WEBVTT

      00:00:0x.000 --> 00:00:02.000
      Kept.

      00:00:05.000 --> 00:00:04.000
      Kept too. An arrow --> points.

      Lost to players.
      """, as: .webVTT)
    #expect(read.episode.turns == ["Kept. Kept too. An arrow --> points. Lost to players."])
    #expect(
      read.episode.omitted(.timeMark)
        == ["00:00:0x.000 --> 00:00:02.000", "00:00:05.000 --> 00:00:04.000"])
    #expect(read.notices.map(\.place) == ["input:3:1", "input:9:1"])
    #expect(read.notices.allSatisfy { $0.severity == .warning })
  }

  @Test func cuesOutOfOrderAreSorted() throws {
    let read = try read(
      "WEBVTT\n\n00:05.000 --> 00:06.000\nSecond.\n\n00:01.000 --> 00:02.000\nFirst.\n",
      as: .webVTT)
    #expect(read.episode.turns == ["First.", "Second."])
    #expect(read.notices.map(\.place) == ["input:7:1"])
  }

  @Test func twoPartsOneBehindTheOther() throws {
    var text = "WEBVTT\n\n"
    for part in ["one", "two"] {
      for second in 10..<40 {
        text += "00:\(second).000 --> 00:\(second + 1).000\nPart \(part) at \(second).\n\n"
      }
    }
    let read = try read(text, as: .webVTT)
    #expect(read.notices.map(\.severity) == [.notice])
    #expect(read.episode.turns.first?.contains("two") == false)
    #expect(read.episode.turns.last?.contains("one") == false)
  }

  @Test func missingHeaderAndEmptyLines() throws {
    let read = try read(
      "00:01.000 --> 00:02.000\rOne,\r2\r00:02.000 --> 00:03.000\rtwo.\r", as: .webVTT)
    #expect(read.episode.turns == ["One, two."])
    #expect(read.notices.map(\.place) == ["input:1:1"])
    let marked = "\u{FEFF}\u{FEFF}WEBVTT\n\n00:01.000 --> 00:02.000\nHello."
    #expect(try Self.plain(marked).notices == [])
  }

  private static func plain(_ text: String) throws -> ReadEpisode {
    try read(text, as: .webVTT)
  }

  @Test func aCueThatIsCut() throws {
    let read = try read(
      "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n\n00:02.000 --", as: .webVTT)
    #expect(read.episode.turns == ["Hello."])
    #expect(read.episode.omitted(.timeMark) == ["00:02.000 --"])
    #expect(read.notices.map(\.place) == ["input:6:1"])
  }

  @Test func nothingButAHeader() {
    #expect(throws: ReadingError.self) { try read("WEBVTT\n\nNOTE nothing\n", as: .webVTT) }
  }

  /// A step that looked at all cues before would not come to its end.
  @Test func manyCues() throws {
    var text = "WEBVTT\n\n"
    for _ in 0..<10_000 { text += "00:01.000 --> 00:02.000\nx\n\n" }
    let one = try read(text, as: .webVTT).episode
    #expect(one.turns == ["x"])
    #expect(one.omitted(.repetition).count == 9_999)
    let giant = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
    for piece in ["<v a", "&amp", "[(", "- ", "a-\n", ">> ", "♪ ", "{\\a", "AB: ", "[A] "] {
      let text = giant + String(repeating: piece, count: 4_000)
      for format in [SourceFormat.webVTT, .subRip] { _ = try? read(text, as: format) }
    }
  }
}
