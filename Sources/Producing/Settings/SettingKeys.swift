import AudioWriting
import Narration
import Reading
import SpokenText

extension SettingKey {
  /// Every key, in the order of the reference page.
  public static let all: [SettingKey] = metadata + voice + manners + pauses + policies + production

  /// What players and listeners are told of the episode.
  static let metadata: [SettingKey] = [
    text(
      "title", \.title, "Title of the episode.", standard: "from the text, else the file's name",
      example: "Sleep and memory"),
    text(
      "album", \.album, "The show that the episode belongs to.", standard: "from the text",
      example: "The Quiet Lab"),
    text(
      "artist", \.artist, "Who made the episode.", standard: "from the text",
      example: "Ada Reader"),
    SettingKey(
      "language", \.language, "Language of the text.", values: "a BCP 47 tag",
      standard: "the document's, else the voice's, else en-US", example: "en-GB"
    ) { LanguageTag.isValid($0) ? Language($0) : nil },
    SettingKey(
      "date", \.date, "When the episode appeared.",
      values: "a year, a month or a day: 2025, 2025-03 or 2025-03-01",
      standard: "from the text, else from SOURCE_DATE_EPOCH, else none", example: "2025-03-01"
    ) { ISODate.isValid($0) ? $0 : nil },
    SettingKey(
      "comment", \.comment, "A description of a few lines.", values: "text",
      standard: "from the text", example: "Why a night of sleep helps."
    ) { $0.isEmpty ? nil : $0 },
  ]

  /// Who speaks, and how.
  static let voice: [SettingKey] = [
    text(
      "voice", \.voice, "Who speaks: a profile, a voice file, or a voice of eSpeak NG.",
      standard: VoiceCatalogue.defaultName, example: "british"),
    SettingKey(
      "rate", \.rate, "How fast: a factor of the voice's own pace, or words a minute.",
      values: "a factor of 0.5 to 4 (1.25), or 80 to 900 words a minute (180 wpm)",
      standard: "1", example: "1.25"
    ) { Rate($0) },
    number(
      "pitch", \.pitch, "How high; 50 is the voice's own pitch.", 0...100,
      standard: VoiceProfile.standardPitch, example: "45"),
    number(
      "pitch-range", \.pitchRange, "How lively the melody; 50 is the voice's own.", 0...100,
      standard: VoiceProfile.standardPitch, example: "60"),
    number(
      "volume", \.volume, "How loud the voice speaks, in percent of its full level.", 1...100,
      standard: VoiceProfile.standardVolume, example: "80"),
    SettingKey(
      "cast", \.cast,
      "Who speaks the words of which speaker: voices of the pool by name (auto), the narrator "
        + "alone (none), or a voice that you give.",
      values: CastSetting.values, standard: "auto", example: "Ada Lovelace=british",
      show: { $0.description }, reader: readCast),
  ]

  /// Silences.
  static let pauses: [SettingKey] = [
    pause(
      "sentence", \.pauses.sentence, \.sentence, "Silence between two sentences.", example: "350ms"),
    pause(
      "paragraph", \.pauses.paragraph, \.paragraph, "Silence after a paragraph.", example: "0.7 s"),
    pause("heading", \.pauses.heading, \.heading, "Silence after a heading.", example: "900"),
    pause(
      "chapter", \.pauses.chapter, \.chapter, "Silence between two chapters.", example: "1.5 s"),
    pause(
      "leading", \.pauses.leading, \.leading, "Silence before the first word.", example: "500ms"),
    pause(
      "trailing", \.pauses.trailing, \.trailing, "Silence after the last word.", example: "1 s"),
  ]

  /// What is said of citations, links and the like.
  static let policies: [SettingKey] = [
    policy(\.citations), policy(\.references), policy(\.links), policy(\.abbreviations),
    policy(\.symbols), policy(\.style), policy(\.code), policy(\.notes), policy(\.sounds),
    policy(\.pageBreaks), policy(\.speakers),
    SettingKey(
      "chapters", \.chapters, "Where chapters begin.",
      values: "auto, headings, marks (the source's own), none, or minutes (5 min, 1 to 600)",
      standard: "auto", example: "headings", show: { $0.description }
    ) { ChapterPolicy($0) },
    SettingKey(
      "glossary", \.glossary, "Long forms of abbreviations that the text does not explain.",
      values: "a file of `SHORT: long form` lines, or such lines below the key",
      standard: "none", example: "glossary.yml", show: { $0.description },
      reader: readGlossary),
    SettingKey(
      "lexicon", \.lexicons, "Readings of words and names of symbols; the last file is strongest.",
      values: "a file, or a list of files: `written = spoken` lines, a PLS lexicon (.pls, .xml), "
        + "a dictionary or symbol file of NVDA (.dic)",
      standard: "none", example: "words.txt", show: { $0.joined(separator: ", ") },
      reader: readLexicons),
    SettingKey(
      "keep-boilerplate", \.keepBoilerplate,
      "Whether to read what a feed's software adds to every episode.", values: "true or false",
      standard: "false", example: "true", words: ["true", "false"]
    ) { ["true": true, "yes": true, "false": false, "no": false][$0] },
  ]

  /// What is made, and with how much of the machine.
  static let production: [SettingKey] = [
    SettingKey(
      "format", \.formats, "Containers of the audio, all written from the same samples.",
      values: choice(of: AudioContainer.allCases.map(\.rawValue)) + ", or several with commas",
      standard: AudioContainer.flac.rawValue, example: "flac,wav",
      show: { $0.map(\.rawValue).joined(separator: ",") }, reader: readFormats),
    SettingKey(
      "loudness", \.loudness,
      "How loud the audio becomes, with true peaks of -1.5 dBTP at most; off for as loud as the "
        + "voices are, with no ceiling.",
      values: "LUFS, -30 to -10, or off", standard: LoudnessTarget.standard.description,
      example: "-16", words: ["off"]
    ) { LoudnessTarget($0) },
    SettingKey(
      "sample-rate", \.sampleRate, "Samples a second of the audio files.",
      values: choice(of: sampleRates.map { "\($0)" }), standard: "\(sampleRates[0])",
      example: "48000", words: sampleRates.map { "\($0)" }
    ) { text in sampleRates.first { "\($0)" == text } },
    SettingKey(
      "bit-depth", \.bitDepth, "Bits of a sample in FLAC and WAV.",
      values: choice(of: SampleDepth.allCases.map { "\($0.rawValue)" }),
      standard: "\(SampleDepth.sixteen.rawValue)", example: "24",
      show: { "\($0.rawValue)" }
    ) { text in SampleDepth.allCases.first { "\($0.rawValue)" == text } },
    SettingKey(
      "jobs", \.jobs, "How many voices work at a time.", values: "1 to 1024",
      standard: "one for each processor", example: "4"
    ) { whole($0, in: 1...1024) },
  ]
}

extension SettingKey {
  /// Samples a second that audio files can have; the first is that of the voices.
  public static let sampleRates = [22_050, 24_000, 44_100, 48_000]

  /// `a, b or c`.
  private static func choice(of words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }

  private static func text(
    _ name: String, _ path: Path<String>,
    _ summary: String, standard: String, example: String
  ) -> SettingKey {
    SettingKey(
      name, path, summary, values: "text on one line", standard: standard, example: example
    ) { $0.contains(where: \.isNewline) || $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  private static func number(
    _ name: String, _ path: Path<Int>,
    _ summary: String, _ range: ClosedRange<Int>, standard: Int, example: String
  ) -> SettingKey {
    SettingKey(
      name, path, summary, values: "a whole number, \(range.lowerBound) to \(range.upperBound)",
      standard: "the voice's, else \(standard)", example: example
    ) { whole($0, in: range) }
  }

  private static func pause(
    _ kind: String, _ path: Path<Int>, _ standard: any KeyPath<Pauses<Int>, Int> & Sendable,
    _ summary: String, example: String
  ) -> SettingKey {
    SettingKey(
      "pauses.\(kind)", path, summary,
      values: "milliseconds (350 or 350ms) or seconds (0.35 s), at most 60 s",
      standard: "the voice's, else \(Pauses<Int>.standard[keyPath: standard]) ms",
      example: example, show: { "\($0) ms" }
    ) { Measured.milliseconds(in: $0) }
  }

  private static func policy<Value: Policy>(
    _ path: Path<Value>
  ) -> SettingKey {
    let notes = Value.notes
    let words = Value.allCases.map(\.rawValue)
    return SettingKey(
      notes.key, path, notes.summary, values: words.joined(separator: ", "),
      standard: notes.defaultValue.rawValue, example: words.last ?? "", words: words,
      show: { $0.rawValue }
    ) { Value(rawValue: $0) }
  }

  private static func whole(_ text: String, in range: ClosedRange<Int>) -> Int? {
    Measured.number(in: text).flatMap { Int(exactly: $0) }.flatMap { range.contains($0) ? $0 : nil }
  }

  /// One format, several with commas, or a list; each once, in the order given.
  private static let readFormats: Reader = { value, origin, settings in
    let words: [String]
    switch value {
    case .text(let text):
      words = text.split(separator: ",", omittingEmptySubsequences: false).map { word in
        String(word.drop(while: { $0 == " " }).prefix(while: { $0 != " " }))
      }
    case .list(let items): words = items
    case .nothing, .mapping: return .refused(nearest: nil)
    }
    var formats: [AudioContainer] = []
    for word in words {
      guard let format = AudioContainer(rawValue: word) else {
        return .refused(nearest: NearestName.of(word, in: AudioContainer.allCases.map(\.rawValue)))
      }
      if !formats.contains(format) { formats.append(format) }
    }
    guard !formats.isEmpty else { return .refused(nearest: nil) }
    settings.formats = Setting(formats, from: origin)
    return .taken
  }

  /// A file, which is looked for beside the file that names it, or lines of its own.
  private static let readGlossary: Reader = { value, origin, settings in
    switch value {
    case .text(let path) where !path.isEmpty:
      settings.glossary = Setting(.file(FilePath.beside(origin.place, path)), from: origin)
    case .mapping(let mapping):
      settings.glossary = Setting(
        .entries(try GlossarySource.entries(of: mapping)), from: origin)
    case .text, .nothing, .list:
      return .refused(nearest: nil)
    }
    return .taken
  }

  /// A word, one role, or lines of roles; options add up, the last one about a speaker holds.
  private static let readCast: Reader = { value, origin, settings in
    let cast: CastSetting
    switch value {
    case .text(let text):
      guard let read = CastSetting(text, from: origin) else {
        return .refused(nearest: NearestName.of(text, in: ["auto", "none"]))
      }
      cast = read
    case .mapping(let mapping): cast = try CastSetting(mapping, from: origin)
    case .nothing, .list: return .refused(nearest: nil)
    }
    settings.cast = Setting(
      settings.cast.map { cast.filled(from: $0.value) } ?? cast, from: origin)
    return .taken
  }

  /// Files, which are looked for beside the file that names them; options add up.
  private static let readLexicons: Reader = { value, origin, settings in
    let paths: [String]
    switch value {
    case .text(let path): paths = [path]
    case .list(let items): paths = items
    case .nothing, .mapping: return .refused(nearest: nil)
    }
    guard !paths.isEmpty, paths.allSatisfy({ !$0.isEmpty }) else { return .refused(nearest: nil) }
    let before: [String] =
      if case .commandLine = origin { settings.lexicons?.value ?? [] } else { [] }
    settings.lexicons = Setting(
      before + paths.map { FilePath.beside(origin.place, $0) }, from: origin)
    return .taken
  }
}
