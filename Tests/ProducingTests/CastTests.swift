import Narration
import NarrationTesting
import Producing
import Testing

/// Who gets which voice.
@Suite struct CastTests {
  /// Written down once: where a name leads must not change, or a show's voices do.
  @Test(arguments: [
    ("Ada Lovelace", "cast-12"), ("Jerod Santo", "cast-9"), ("Mat Ryer", "cast-8"),
    ("Noël Strauß", "cast-16"), ("Grace Hopper", "cast-4"), ("A", "cast-1"), ("B", "cast-10"),
    ("Speaker 1", "cast-3"), ("Speaker 2", "cast-12"),
  ])
  func aNameLeadsToItsVoice(name: String, voice: String) throws {
    #expect(try Dialogue.cast([name]).voiceNames == [voice])
  }

  @Test func aNameMayBeSpelledInManyWays() throws {
    let cast = try Dialogue.cast([
      "Ada Lovelace", "ADA LOVELACE", " Ada \u{A0} lovelace\n", "Noël Strauß",
      "Noe\u{308}l STRAUSS",
    ])
    #expect(cast.voiceNames == ["cast-12", "cast-16"])
    #expect(cast.members.map(\.speaker.name) == ["Ada Lovelace", "Noël Strauß"])
    let utterances = Dialogue.utterances(["ada lovelace", "Ada Lovelace", "NOËL STRAUSS"])
    let others = try Dialogue.cast(["Ada Lovelace", "ada lovelace", "NOËL STRAUSS"])
    #expect(
      utterances.map { others.performance(of: $0).profile.name } == [
        "cast-12", "cast-12", "cast-16",
      ])
  }

  @Test func aVoiceThatIsTakenMovesTheLaterSpeakerOn() throws {
    // Both names lead to cast-12.
    let cast = try Dialogue.cast(["Ada Lovelace", "Ben Okafor"])
    #expect(cast.voiceNames == ["cast-12", "cast-13"])
    #expect(cast.notices.map(\.severity) == [.notice])
    #expect(
      cast.notices.first?.description
        == "talk.md: notice: Ben Okafor speaks with cast-13, since Ada Lovelace has cast-12; "
        + "the cast in narrate.yml may settle who has which voice")
    #expect(
      try Dialogue.cast(["Ben Okafor", "Ada Lovelace"]).voiceNames == ["cast-12", "cast-13"])
    // From the last voice to the first.
    let last = try Dialogue.cast(["Alan Turing", "Charles Babbage"])
    #expect(last.voiceNames == ["cast-16", "cast-1"])
    #expect(try Dialogue.cast(["Ada Lovelace", "Grace Hopper"]).notices == [])
  }

  @Test func moreSpeakersThanVoicesShareThem() throws {
    let names = (1...40).map { "Speaker \($0)" }
    let cast = try Dialogue.cast(names)
    let voices = cast.voiceNames
    #expect(Set(voices.prefix(CastPool.voices.count)).count == CastPool.voices.count)
    #expect(voices.count == 40)
    #expect(cast.notices.count { $0.what.contains("more speakers than voices") } == 24)
    #expect(cast.notices.last?.what.hasPrefix("Speaker 40 speaks with cast-") == true)
  }

  @Test func thereAreEnoughVoicesAndNoTwoAreTheSame() {
    #expect(CastPool.voices.count >= 12)
    #expect(Set(CastPool.voices.map(\.name)).count == CastPool.voices.count)
  }

  @Test func aVoiceThatIsGivenIsTakenBeforeAnyOther() throws {
    // Grace is heard later, but cast-12 is hers.
    let cast = try Dialogue.cast(
      ["Ada Lovelace", "Grace Hopper"], [("cast", "grace hopper = cast-12")])
    #expect(cast.voiceNames == ["cast-13", "cast-12"])
    #expect(cast.notices.first?.what.contains("since grace hopper has cast-12") == true)
    #expect(cast.members[1].origin == .commandLine(option: "--cast"))
    // The same voice by eSpeak NG's own name.
    let plain = try Dialogue.cast(["Ada Lovelace", "B"], [("cast", "B=en-us+f5")])
    #expect(plain.voiceNames == ["cast-13", "en-us+f5"])
    // And the narrator's.
    let narrator = try Dialogue.cast(["Ada Lovelace"], [("voice", "en-us+f5")])
    #expect(narrator.voiceNames == ["cast-13"])
    #expect(narrator.notices.first?.what.contains("since the narrator has cast-12") == true)
  }

  @Test func theNarratorMaySpeakForAll() throws {
    let cast = try Dialogue.cast(["Ada Lovelace", "B"], [("cast", "none"), ("cast", "B=guest")])
    #expect(cast.voiceNames == ["narrator", "guest"])
    #expect(cast.members[0].performance == cast.narrator.value)
    var file = Settings()
    try file.set("cast", to: "none", option: "")
    #expect(try Dialogue.cast(["A"], file: file).voiceNames == ["narrator"])
    #expect(try Dialogue.cast(["A"], [("cast", "auto")], file: file).voiceNames == ["cast-1"])
  }

  @Test func aLayerLeavesOtherSpeakersTheirVoices() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      "narrate.yml", "cast:\n  Ada: guest\n  Ben: british\n  Cleo:\n    voice: deep\n    pitch: 9\n"
    )
    let cast = try Dialogue.cast(
      ["Ada", "Ben", "Cleo"], [("cast", "BEN=gentle")], file: SettingsFile.read(file))
    #expect(cast.voiceNames == ["guest", "gentle", "deep"])
    #expect(cast.members[2].performance.pitch == 9)
    #expect(cast.members[0].origin == .file(place: "\(file):2"))
    #expect(cast.notices == [])
  }

  @Test func whatIsAskedForTheListenersSakeHoldsForAll() throws {
    let usual = try Dialogue.cast(["A", "B"], [("cast", "B=guest")])
    let fast = try Dialogue.cast(
      ["A", "B"],
      [
        ("cast", "B=guest"), ("rate", "2"), ("pitch", "90"), ("pitch-range", "10"),
        ("volume", "40"),
      ])
    for (slow, quick) in zip(usual.members, fast.members) {
      let (slow, quick) = (slow.performance, quick.performance)
      #expect(abs(quick.wordsPerMinute - 2 * slow.wordsPerMinute) <= 1)
      #expect(quick.pitch == slow.pitch)
      #expect(quick.pitchRange == 10)
      #expect(quick.volume == slow.volume / 2)
    }
    #expect(fast.narrator.value.pitch == 90)
    // The pool keeps the narrator's pace also where nobody asks.
    let brisk = try Dialogue.cast(["B"], [("voice", "brisk")])
    #expect(brisk.members[0].performance.wordsPerMinute == 281)
    let edge = try Dialogue.cast(["B"], [("rate", "900")])
    #expect(edge.members[0].performance.wordsPerMinute == 900)
  }

  @Test func speakersSpeakTheNarratorsLanguage() throws {
    func engine(_ voice: String) throws -> String {
      try Dialogue.cast(["A"], [("voice", voice)]).members[0].performance.profile.engine.description
    }
    #expect(try engine("narrator") == "eSpeak NG en-us+m4")
    #expect(try engine("british") == "eSpeak NG en-us+m4")
    #expect(try engine("de+f2") == "eSpeak NG de+m4")
  }

  @Test func aRoleThatIsNotInTheEpisodeIsTold() throws {
    let scratch = try Scratch()
    let file = try scratch.write("narrate.yml", "cast:\n  Ada Lovelase: guest\n")
    let cast = try Dialogue.cast(
      ["Ada Lovelace"], [("cast", "Zacharias=guest")], file: SettingsFile.read(file))
    #expect(
      cast.notices.map(\.description) == [
        "talk.md: notice: the cast names Zacharias, who does not speak in talk.md",
        "\(file):2: notice: the cast names Ada Lovelase, who does not speak in talk.md; "
          + "did you mean `Ada Lovelace`?",
      ])
  }

  /// What `--cast` is given, and what must be said of it.
  @Test(arguments: [
    ("Ada", "--cast cannot be `Ada`; it takes NAME=VOICE"), ("=british", "--cast cannot be"),
    ("Ada=", "--cast cannot be"), (" = ", "--cast cannot be"), ("", "--cast has no value"),
    ("nine", "did you mean `none`?"), ("Ada=no voice", "there is no voice `no voice`"),
    ("Ada=./nowhere", "there is no voice file ./nowhere"),
  ])
  func whatIsNoCastIsRefused(text: String, says: String) throws {
    let failure = try #require(throws: Failure.self) { try Dialogue.settings([("cast", text)]) }
    #expect(failure.description.contains(says), "\(failure)")
    #expect(failure.status == (text.contains("/") ? .noInput : .usage))
  }
}
