import AudioWriting
import Narration
import NarrationTesting
import Producing
import SpokenText
import Testing

@Suite struct EpisodeSettingsTests {
  private func catalogue(_ scratch: borrowing Scratch) throws -> VoiceCatalogue {
    try scratch.write(
      "voices/narrator.yml",
      "voice: en-us\nlanguage: en-US\nrate: 150\npitch: 40\npauses:\n  sentence: 300\n")
    try scratch.write("voices/gentle.yml", "voice: en-gb-x-rp\nlanguage: en-GB\nrate: 120 wpm\n")
    return VoiceCatalogue(folders: [
      VoiceFolder(path: "\(scratch.path)/voices", reason: .option)
    ])
  }

  @Test func theStrongerLayerSpeaksAndIsNamed() throws {
    let scratch = try Scratch()
    let voices = try catalogue(scratch)
    let file = try scratch.write(
      "narrate.yml", "pitch: 55\nvolume: 60\ncitations: brief\nlinks: omit\ntitle: From the file\n")
    var options = Settings()
    try options.set("volume", to: "90", option: "--volume")
    try options.set("citations", to: "omit", option: "--citations")
    try options.set("pauses.chapter", to: "2 s", option: "--pause-chapter")
    let settings = try EpisodeSettings(
      commandLine: options, file: SettingsFile.read(file), catalogue: voices, processors: 2)

    // One value for each of the four layers.
    #expect(settings.volume == Setting(90, from: .commandLine(option: "--volume")))
    #expect(settings.pitch == Setting(55, from: .file(place: "\(file):1")))
    let profile = "\(scratch.path)/voices/narrator.yml"
    #expect(
      settings.wordsPerMinute
        == Setting(150, from: .profile(name: "narrator", place: "\(profile):3")))
    #expect(settings.pitchRange == Setting(50, from: .standard))

    #expect(settings.citations == Setting(.omit, from: .commandLine(option: "--citations")))
    #expect(settings.links == Setting(.omit, from: .file(place: "\(file):4")))
    #expect(settings.references == Setting(.full, from: .standard))
    #expect(
      settings.pauses.sentence
        == Setting(300, from: .profile(name: "narrator", place: "\(profile):6")))
    #expect(settings.pauses[after: .chapter].value == 2000)
    #expect(settings.pauses[after: .end] == Setting(1000, from: .standard))
    #expect(settings.formats == Setting([.flac], from: .standard))
    #expect(settings.jobs == Setting(2, from: .standard))
    #expect(settings.loudness == Setting(.integrated(-19), from: .standard))
    #expect(settings.sampleRate == Setting(22_050, from: .standard))
    #expect(settings.bitDepth == Setting(.sixteen, from: .standard))
    #expect(settings.policies.citations == .omit)
    #expect(settings.policies.links == .omit)
    #expect(
      settings.profile
        == Setting(try voices.profile(Setting("narrator", from: .standard)), from: .standard))

    let lines = settings.lines
    #expect(lines.first { $0.key == "rate" }?.value == "150 words a minute")
    #expect(lines.first { $0.key == "rate" }?.origin.description == "voice narrator, \(profile):3")
    #expect(lines.first { $0.key == "volume" }?.origin.description == "--volume")
    #expect(lines.first { $0.key == "title" }?.value == "From the file")
    #expect(lines.contains { $0.key == "album" } == false)
  }

  @Test(arguments: [
    ("1", 120), ("1.5", 180), ("0.75", 90), ("4", 480), ("180", 180), ("180 wpm", 180),
    ("80wpm", 80), ("900", 900),
  ])
  func aRateIsAFactorOrWordsAMinute(text: String, words: Int) throws {
    let scratch = try Scratch()
    var options = Settings()
    try options.set("voice", to: "gentle", option: "--voice")
    try options.set("rate", to: text, option: "--rate")
    let settings = try EpisodeSettings(
      commandLine: options, catalogue: catalogue(scratch), processors: 1)
    #expect(settings.wordsPerMinute == Setting(words, from: .commandLine(option: "--rate")))
  }

  @Test func aFactorThatLeadsOutOfTheRangeIsRefused() throws {
    let scratch = try Scratch()
    let voices = try catalogue(scratch)
    var options = Settings()
    try options.set("voice", to: "gentle", option: "--voice")
    try options.set("rate", to: "0.5", option: "--rate")
    let failure = try #require(throws: Failure.self) {
      try EpisodeSettings(commandLine: options, catalogue: voices, processors: 1)
    }
    #expect(failure.status == .usage)
    #expect(failure.complaint.what == "rate 0.5 of gentle's 120 words a minute would be 60")
  }

  @Test(arguments: [
    ("rate", "ludicrous", "--rate cannot be `ludicrous`"), ("jobs", "many", "--jobs cannot be"),
    ("format", "mp5", "--format cannot be `mp5`"), ("title", "", "--title has no value"),
    ("pause.sentence", "1", "unknown key `pause.sentence`; did you mean `pauses.sentence`?"),
  ])
  func aWrongOptionIsAUsageError(key: String, text: String, says: String) throws {
    var options = Settings()
    let failure = try #require(throws: Failure.self) {
      try options.set(key, to: text, option: "--\(key)")
    }
    #expect(failure.status == .usage)
    #expect(failure.complaint.place == nil)
    #expect(failure.description.contains(says), "\(failure)")
    #expect(options == Settings())
  }

  @Test(arguments: [
    ("-19", -19.0, "-19 LUFS"), ("-16.5", -16.5, "-16.5 LUFS"), ("-23 LUFS", -23, "-23 LUFS"),
    ("\u{2212}30", -30, "-30 LUFS"), ("-10", -10, "-10 LUFS"),
  ])
  func aLoudnessIsBelowFullScale(text: String, loudness: Double, shown: String) {
    let target = LoudnessTarget(text)
    #expect(target?.lufs == loudness)
    #expect(target?.description == shown)
    #expect(LoudnessTarget(shown) == target)
  }

  @Test(arguments: ["", "-", "19", "0", "-9.9", "-31", "--19", "-19 dB", "Off", "-1e1", "- 19"])
  func noLoudness(text: String) { #expect(LoudnessTarget(text) == nil) }

  @Test func asLoudAsTheVoicesAre() {
    #expect(LoudnessTarget("off") == .off)
    #expect(LoudnessTarget.off.lufs == nil)
    #expect(LoudnessTarget.off.description == "off")
  }

  @Test func languageIsAskedInOrder() throws {
    let scratch = try Scratch()
    let voices = try catalogue(scratch)
    var options = Settings()
    try options.set("voice", to: "gentle", option: "--voice")
    let open = try EpisodeSettings(commandLine: options, catalogue: voices, processors: 1)
    #expect(open.language(ofText: nil) == .britishEnglish)
    #expect(open.language(ofText: "de") == Language("de"))
    try options.set("language", to: "en-US", option: "--language")
    let set = try EpisodeSettings(commandLine: options, catalogue: voices, processors: 1)
    #expect(set.language(ofText: "de") == .americanEnglish)
    // A profile's language is not a setting of the episode.
    #expect(open.metadata(of: Metadata()).language == nil)
  }

  @Test func metadataOfSettingsGoesBeforeTheText() throws {
    let scratch = try Scratch()
    var options = Settings()
    try options.set("title", to: "Mine", option: "--title")
    let settings = try EpisodeSettings(
      commandLine: options, catalogue: catalogue(scratch),
      environment: ["SOURCE_DATE_EPOCH": "1700000000"], processors: 1)
    let metadata = settings.metadata(of: Metadata(title: "Its", artist: "Ada"))
    #expect(metadata == Metadata(title: "Mine", artist: "Ada", date: "2023-11-14"))
    #expect(settings.metadata(of: Metadata(date: "1999")).date == "1999")
  }

  @Test(arguments: [
    ("0", "1970-01-01"), ("951782400", "2000-02-29"), ("4107542400", "2100-03-01"),
    ("253402300799", "9999-12-31"),
  ])
  func theEpochIsADay(seconds: String, day: String) throws {
    let scratch = try Scratch()
    let settings = try EpisodeSettings(
      commandLine: Settings(), catalogue: catalogue(scratch),
      environment: ["SOURCE_DATE_EPOCH": seconds], processors: 1)
    #expect(
      settings.fallbackDate == Setting(day, from: .environment(variable: "SOURCE_DATE_EPOCH")))
  }

  @Test(arguments: ["", "now", "-1", "253402300800", "1.5"])
  func anEpochThatIsNoneIsRefused(seconds: String) throws {
    let scratch = try Scratch()
    let voices = try catalogue(scratch)
    let failure = try #require(throws: Failure.self) {
      try EpisodeSettings(
        commandLine: Settings(), catalogue: voices,
        environment: ["SOURCE_DATE_EPOCH": seconds], processors: 1)
    }
    #expect(failure.status == .usage)
  }

  @Test func aGlossaryIsLookedForBesideTheFileThatNamesIt() throws {
    let scratch = try Scratch()
    let voices = try catalogue(scratch)
    let glossary = try scratch.write("shows/words.yml", "BDNF: brain-derived neurotrophic factor\n")
    let file = try scratch.write("shows/narrate.yml", "glossary: words.yml\n")
    let layer = try SettingsFile.read(file)
    #expect(layer.glossary?.value == .file(glossary))
    let settings = try EpisodeSettings(
      commandLine: Settings(), file: layer, catalogue: voices, processors: 1)
    #expect(settings.glossary.value["BDNF"] == "brain-derived neurotrophic factor")

    try scratch.write("shows/words.yml", "\nBDNF: [brain]\n")
    let failure = try #require(throws: Failure.self) {
      try EpisodeSettings(commandLine: Settings(), file: layer, catalogue: voices, processors: 1)
    }
    #expect(failure.complaint.place == "\(glossary):2")
  }

  /// Made anew with `RECORD_SNAPSHOTS=1 swift test --filter referencePage`.
  @Test func referencePageIsUpToDate() throws {
    let page = try Snapshot.text(
      of: "Documentation/settings.md", madeNow: SettingsReference.page)
    #expect(page == SettingsReference.page)
  }
}
