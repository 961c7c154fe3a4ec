import AudioWriting
import Narration
import Producing
import Reading
import SpokenText
import Testing

@Suite struct SettingsFileTests {
  @Test func everyKeyIsRead() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      "narrate.yml",
      """
      title: "Sleep: a start"
      album: The Quiet Lab
      artist: Ada Reader
      language: en-gb
      date: 2025-03-01
      comment: |
        Two
        lines
      voice: british
      rate: 180 wpm
      pitch: 45
      pitch-range: 60
      volume: 70
      cast:
        Ada Lovelace: guest
        " Grace  Hopper ":
          voice: cast-3
          rate: 1.1
          pitch: 60
      pauses:
        sentence: 400ms
        paragraph: 0.75 s
        heading: 900
        chapter: 1.5s
        leading: 0
        trailing: 2 s
      citations: brief
      references: omit
      links: full
      abbreviations: first-use
      symbols: most
      style: interactive
      code: read
      notes: place
      sounds: read
      page-breaks: read
      speakers: never
      chapters: 5 min
      keep-boilerplate: yes
      format: [wav, flac]
      loudness: -16 LUFS
      sample-rate: 48000
      bit-depth: 24
      jobs: 3
      heading:
        rate: 80 %
        pitch: -12
        volume: 110
      quote:
        rate: 97%
        pitch: +3
        volume: 90 %
      emphasis: strong
      lexicon: [words.txt, mine.dic]
      glossary:
        NO: nitric oxide
        BDNF: brain-derived neurotrophic factor
      """)
    let settings = try SettingsFile.read(file)
    #expect(settings.title == Setting("Sleep: a start", from: .file(place: "\(file):1")))
    #expect(settings.album?.value == "The Quiet Lab")
    #expect(settings.artist?.value == "Ada Reader")
    #expect(settings.language?.value == .britishEnglish)
    #expect(settings.date?.value == "2025-03-01")
    #expect(settings.comment?.value == "Two\nlines\n")
    #expect(settings.voice?.value == "british")
    #expect(settings.rate == Setting(.wordsPerMinute(180), from: .file(place: "\(file):10")))
    #expect(settings.pitch?.value == 45)
    #expect(settings.pitchRange?.value == 60)
    #expect(settings.volume?.value == 70)
    let cast = try #require(settings.cast?.value)
    #expect(cast.roles.map(\.speaker) == ["Ada Lovelace", " Grace  Hopper "])
    #expect(cast.roles[0].settings.voice == Setting("guest", from: .file(place: "\(file):15")))
    #expect(cast.roles[1].settings.voice == Setting("cast-3", from: .file(place: "\(file):17")))
    #expect(cast.roles[1].settings.rate?.value == .factor(1.1))
    #expect(cast.roles[1].settings.pitch?.value == 60)
    #expect(settings.pauses.sentence == Setting(400, from: .file(place: "\(file):21")))
    #expect(settings.pauses.paragraph?.value == 750)
    #expect(settings.pauses.heading?.value == 900)
    #expect(settings.pauses.chapter?.value == 1500)
    #expect(settings.pauses.leading?.value == 0)
    #expect(settings.pauses.trailing?.value == 2000)
    #expect(settings.citations?.value == .brief)
    #expect(settings.references?.value == .omit)
    #expect(settings.links?.value == .full)
    #expect(settings.abbreviations?.value == .firstUse)
    #expect(settings.symbols?.value == .most)
    #expect(settings.style?.value == .interactive)
    #expect(settings.code?.value == .read)
    #expect(settings.notes?.value == .place)
    #expect(settings.sounds?.value == .read)
    #expect(settings.pageBreaks?.value == .read)
    #expect(settings.speakers?.value == .never)
    #expect(settings.chapters?.value == .every(minutes: 5))
    #expect(settings.keepBoilerplate?.value == true)
    #expect(settings.formats?.value == [.wav, .flac])
    #expect(settings.loudness?.value == .integrated(-16))
    #expect(settings.sampleRate?.value == 48_000)
    #expect(settings.bitDepth?.value == .twentyFour)
    #expect(settings.jobs?.value == 3)
    #expect(settings.heading.rate == Setting(80, from: .file(place: "\(file):46")))
    #expect(settings.heading.pitch?.value == -12)
    #expect(settings.heading.volume?.value == 110)
    #expect(settings.quote.map { $0?.value } == Manner(rate: 97, pitch: 3, volume: 90))
    #expect(settings.emphasis?.value == .strong)
    #expect(settings.lexicons?.value.count == 2)
    #expect(settings.lexicons?.value.first?.hasSuffix("/words.txt") == true)
    let definitions = try settings.glossary?.value.definitions()
    #expect(definitions?["NO"] == "nitric oxide")
    #expect(definitions?["BDNF"] == "brain-derived neurotrophic factor")
    // No key is left untried by this test.
    #expect(SettingKey.all.filter { $0.text(in: settings) == nil }.map(\.name) == [])
  }

  @Test(arguments: ["", "\n", "# nothing yet\n", "---\n", "\u{FEFF}# byte order mark\n"])
  func aFileMaySayNothing(text: String) throws {
    let scratch = try Scratch()
    #expect(try SettingsFile.read(scratch.write("narrate.yml", text)) == Settings())
  }

  /// A wrong file, where the complaint points, and what it must say.
  static let refusals: [(yaml: String, line: String, says: String)] = [
    ("voice: narrator\nvoise: british\n", "2", "unknown key `voise`; did you mean `voice`?"),
    ("Voice: british\n", "1", "unknown key `Voice`; did you mean `voice`?"),
    ("citation: brief\n", "1", "unknown key `citation`; did you mean `citations`?"),
    ("zzzzzzzzzz: 1\n", "1", "unknown key `zzzzzzzzzz`; the keys are title, album, artist"),
    ("pauses:\n  sentense: 3\n", "2", "unknown key `sentense`; did you mean `sentence`?"),
    ("pauses.sentence: 3\n", "1", "unknown key `pauses.sentence`; "),
    ("pauses: 300\n", "1", "pauses needs keys of its own"),
    ("pauses:\n  sentence: 90 s\n", "2", "pauses.sentence cannot be `90 s`"),
    ("pauses:\n  sentence: -1\n", "2", "pauses.sentence cannot be `-1`"),
    ("pauses:\n  sentence: 1e9\n", "2", "pauses.sentence cannot be `1e9`"),
    ("pauses:\n\n  sentence: [1, 2]\n", "3", "pauses.sentence cannot be a list"),
    ("\nrate: fast\n", "2", "rate cannot be `fast`; it takes a factor of 0.5 to 4"),
    ("rate: 20\n", "1", "rate cannot be `20`"),
    ("rate: 0.4\n", "1", "rate cannot be `0.4`"),
    ("rate: 1.5 wpm\n", "1", "rate cannot be `1.5 wpm`"),
    ("rate: 901\n", "1", "rate cannot be `901`"),
    ("rate: nan\n", "1", "rate cannot be `nan`"),
    ("pitch: 101\n", "1", "pitch cannot be `101`; it takes a whole number, 0 to 100"),
    ("pitch: 49.5\n", "1", "pitch cannot be `49.5`"),
    ("pitch:\n", "1", "pitch has no value"),
    ("pitch:\n  high: 1\n", "1", "pitch cannot have keys of its own"),
    ("volume: 0\n", "1", "volume cannot be `0`"),
    ("heading:\n  rat: 90 %\n", "2", "unknown key `rat`; did you mean `rate`?"),
    ("headings:\n  rate: 90 %\n", "1", "unknown key `headings`; did you mean `heading`?"),
    ("heading: slow\n", "1", "heading needs keys of its own"),
    ("heading:\n  rate: 49 %\n", "2", "heading.rate cannot be `49 %`; it takes 50 to 200 percent"),
    ("heading:\n  rate: -90\n", "2", "heading.rate cannot be `-90`"),
    ("quote:\n  pitch: high\n", "2", "quote.pitch cannot be `high`; it takes -50 to +50"),
    ("quote:\n  pitch: 5 %\n", "2", "quote.pitch cannot be `5 %`"),
    ("quote:\n  pitch: --5\n", "2", "quote.pitch cannot be `--5`"),
    ("quote:\n  pitch: '-'\n", "2", "quote.pitch cannot be `-`"),
    ("quote:\n  volume: 126\n", "2", "quote.volume cannot be `126`"),
    ("emphasis: stong\n", "1", "did you mean `strong`? it takes none, moderate, strong"),
    ("jobs: 0\n", "1", "jobs cannot be `0`"),
    ("jobs: \u{664}\n", "1", "jobs cannot be `\u{664}`"),
    ("citations: breif\n", "1", "did you mean `brief`? it takes full, brief, omit"),
    ("keep-boilerplate: maybe\n", "1", "it takes true or false"),
    ("format: flacc\n", "1", "did you mean `flac`?"),
    ("format: []\n", "1", "format cannot be a list"),
    ("format: flac,\n", "1", "format cannot be `flac,`"),
    ("date: 2025-02-29\n", "1", "date cannot be `2025-02-29`"),
    ("date: yesterday\n", "1", "date cannot be `yesterday`"),
    ("language: english\n", "1", "language cannot be `english`; it takes a BCP 47 tag"),
    ("title: \"two\\nlines\"\n", "1", "it takes text on one line"),
    ("title: ' '\n", "1", "title cannot be ` `"),
    ("cast: everybody\n", "1", "cast cannot be `everybody`; it takes NAME=VOICE"),
    ("cast: nome\n", "1", "did you mean `none`?"),
    ("cast: [a=b]\n", "1", "cast cannot be a list"),
    ("cast:\n  Ada:\n", "2", "the cast gives Ada no voice"),
    ("cast:\n  Ada: ' '\n", "2", "the cast gives Ada no voice"),
    ("cast:\n  ' ': guest\n", "2", "no voice"),
    ("cast:\n  Ada:\n    pitch: 3\n", "2", "the cast gives Ada no voice; write `voice: …`"),
    ("cast:\n  Ada:\n    voise: guest\n", "3", "unknown key `voise`; did you mean `voice`?"),
    ("cast:\n  Ada:\n    voice: a\n    pitch: high\n", "4", "pitch cannot be `high`"),
    ("cast:\n  Ada: guest\n  ' ADA ': deep\n", "3", "twice, first in line 2"),
    ("glossary:\n  BDNF:\n", "2", "the glossary gives no words for BDNF"),
    ("glossary:\n  BDNF: '...'\n", "2", "the glossary gives no words for BDNF"),
    ("glossary: [a, b]\n", "1", "glossary cannot be a list"),
    ("title: a\ntitle: b\n", "1", "title stands twice"),
    ("glossary:\n  NO: a\n  \"NO\": b\n", "3", "NO stands twice, first in line 2"),
    ("- title\n", "1", "holds no keys"),
    ("title: [a\n", "2:1", "is not YAML"),
    ("title: a: b\n", "1:9", "is not YAML"),
    ("\ttitle: a\n", "1:1", "is not YAML"),
    ("title: a\n---\ntitle: b\n", "2:1", "is not YAML"),
    ("title: a\n? [x]\n: b\n", "2", "a key must be a word"),
    ("title: a\u{0}b\n", "1", "is not YAML"),
    ("title: *nobody\n", "1:8", "is not YAML"),
  ]

  @Test(arguments: refusals)
  func whatIsWrongIsRefusedWithItsLine(yaml: String, line: String, says: String) throws {
    let scratch = try Scratch()
    let file = try scratch.write("narrate.yml", yaml)
    let failure = try #require(throws: Failure.self) { try SettingsFile.read(file) }
    #expect(failure.status == .dataError)
    #expect(failure.complaint.place == "\(file):\(line)")
    #expect(failure.description.contains(says), "\(failure)")
  }

  @Test func nestingWithoutEndIsRefused() throws {
    let scratch = try Scratch()
    let file = try scratch.write("narrate.yml", String(repeating: "[", count: 200_000))
    let failure = try #require(throws: Failure.self) { try SettingsFile.read(file) }
    #expect(failure.status == .dataError)
  }

  @Test func bytesThatAreNotUTF8AreRefusedWithTheirLine() throws {
    let scratch = try Scratch()
    let file = try scratch.write("narrate.yml")
    try scratch.overwrite("narrate.yml", Array("title: a\nalbum: ".utf8) + [0xE9, 0x0A])
    let failure = try #require(throws: Failure.self) { try SettingsFile.read(file) }
    #expect(failure.complaint.place == "\(file):2")
    #expect(failure.complaint.what == "is not UTF-8")
  }

  @Test func theNearestFileIsFound() throws {
    let scratch = try Scratch()
    let root = scratch.path
    let episode = try scratch.write("shows/one/a.txt")
    #expect(try SettingsFile.nearest(to: "\(root)/a.txt") == nil)
    let far = try scratch.write("narrate.yml")
    #expect(try SettingsFile.nearest(to: episode) == far)
    let near = try scratch.write("shows/narrate.yml")
    #expect(try SettingsFile.nearest(to: episode) == near)
    let own = try scratch.write("shows/one/narrate.yml")
    #expect(try SettingsFile.nearest(to: episode) == own)
  }

  @Test func aMisspelledNameIsNotPassedOver() throws {
    let scratch = try Scratch()
    let file = try scratch.write("shows/narrate.yaml")
    let failure = try #require(throws: Failure.self) {
      try SettingsFile.nearest(to: "\(scratch.path)/shows/a.txt")
    }
    #expect(failure.complaint.place == file)
    #expect(failure.complaint.remedy == "rename it to narrate.yml")
  }

  @Test func aFileThatIsNotThereIsNoInput() throws {
    let failure = try #require(throws: Failure.self) { try SettingsFile.read("/nowhere/x.yml") }
    #expect(failure.status == .noInput)
    #expect(failure.complaint.place == "/nowhere/x.yml")
  }
}
