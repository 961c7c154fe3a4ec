public import AudioWriting
public import Narration
public import Reading
public import SpokenText

/// All that holds for one episode after every layer was heard, each value with its layer.
public struct EpisodeSettings: Sendable {
  /// What the layers say before defaults; for what stays open when nobody speaks.
  public let given: Settings
  /// Who speaks.
  public let profile: Setting<VoiceProfile>
  /// The narrator's voice with the values below.
  public let narrator: Performance
  /// 80 to 900.
  public let wordsPerMinute: Setting<Int>
  /// 0 to 100, 50 the voice's own.
  public let pitch: Setting<Int>
  /// 0 to 100, 50 the voice's own.
  public let pitchRange: Setting<Int>
  /// 1 to 100 percent of the voice's full level.
  public let volume: Setting<Int>
  /// How headings are read.
  public let heading: Manner<Setting<Int>>
  /// How quotations are read.
  public let quote: Manner<Setting<Int>>
  /// How much stressed words stand out.
  public let emphasis: Setting<Emphasis>
  /// Who speaks the words of which speaker.
  public let cast: Setting<CastSetting>
  /// Speakers who were given a voice.
  let roles: [CastRole]
  /// In milliseconds.
  public let pauses: Pauses<Setting<Int>>
  /// How citations are read.
  public let citations: Setting<CitationPolicy>
  /// How entries of a reference list are read.
  public let references: Setting<ReferencePolicy>
  /// How web addresses are read.
  public let links: Setting<LinkPolicy>
  /// How defined abbreviations are read.
  public let abbreviations: Setting<AbbreviationPolicy>
  /// How many symbols are named.
  public let symbols: Setting<SymbolLevel>
  /// For whom text is read.
  public let style: Setting<SpeakingStyle>
  /// How blocks of program code are read.
  public let code: Setting<CodePolicy>
  /// Where footnotes are read.
  public let notes: Setting<NotePolicy>
  /// How sounds in a transcript are read.
  public let sounds: Setting<SoundPolicy>
  /// How page breaks are read.
  public let pageBreaks: Setting<PageBreakPolicy>
  /// When speakers are named.
  public let speakers: Setting<SpeakerPolicy>
  /// Where chapters begin.
  public let chapters: Setting<ChapterPolicy>
  /// Long forms that the user gives.
  public let glossary: Setting<Definitions>
  /// Readings that the user gives.
  public let lexicon: Lexicon
  /// Whether what a feed's software adds is read.
  public let keepBoilerplate: Setting<Bool>
  /// Never empty, each once.
  public let formats: Setting<[AudioContainer]>
  /// How loud the audio becomes.
  public let loudness: Setting<LoudnessTarget>
  /// Samples a second of the audio files: one of ``SettingKey/sampleRates``.
  public let sampleRate: Setting<Int>
  /// Bits of a sample in the audio files.
  public let bitDepth: Setting<SampleDepth>
  /// How many voices work at a time.
  public let jobs: Setting<Int>
  /// Says which day it is when neither text nor settings do (`SOURCE_DATE_EPOCH`).
  public let fallbackDate: Setting<String>?

  /// Lays the layers over each other.
  ///
  /// - Parameters:
  ///   - commandLine: what the options say.
  ///   - file: what the nearest `narrate.yml` says.
  ///   - catalogue: the voices that can be named.
  ///   - environment: the variables of the process; `SOURCE_DATE_EPOCH` is read.
  ///   - processors: how many there are.
  /// - Throws: ``Failure`` when a voice, a rate, the glossary or a lexicon cannot be had.
  public init(
    commandLine: Settings, file: Settings = Settings(), catalogue: VoiceCatalogue,
    environment: [String: String] = [:], processors: Int
  ) throws(Failure) {
    let given = commandLine.filled(from: file)
    let name = given.voice ?? Setting(VoiceCatalogue.defaultName, from: .standard)
    let voice = try catalogue.profile(name)
    self.given = given
    profile = Setting(voice, from: name.origin)
    wordsPerMinute = try Self.pace(given.rate, of: voice)

    let spoken = given.filled(from: voice.settings)
    pitch = spoken.pitch ?? Setting(VoiceProfile.standardPitch, from: .standard)
    pitchRange = spoken.pitchRange ?? Setting(VoiceProfile.standardPitch, from: .standard)
    volume = spoken.volume ?? Setting(VoiceProfile.standardVolume, from: .standard)
    heading = Manner(spoken.heading, else: .standardHeading)
    quote = Manner(spoken.quote, else: .standardQuote)
    emphasis = spoken.emphasis ?? Setting(.moderate, from: .standard)
    let narrator = Performance(
      profile: voice, wordsPerMinute: wordsPerMinute.value, pitch: pitch.value,
      pitchRange: pitchRange.value, volume: volume.value, manners: Manners(spoken))
    self.narrator = narrator
    cast = given.cast ?? Setting(CastSetting(), from: .standard)
    let direction = CastDirection(given: given, narrator: narrator)
    roles = try cast.value.roles.map { role throws(Failure) in
      CastRole(
        speaker: role.speaker,
        performance: try direction.performance(of: role, catalogue: catalogue),
        origin: role.settings.voice?.origin ?? .standard)
    }
    let standard = Pauses<Int>.standard
    pauses = Pauses(
      sentence: spoken.pauses.sentence ?? Setting(standard.sentence, from: .standard),
      paragraph: spoken.pauses.paragraph ?? Setting(standard.paragraph, from: .standard),
      heading: spoken.pauses.heading ?? Setting(standard.heading, from: .standard),
      chapter: spoken.pauses.chapter ?? Setting(standard.chapter, from: .standard),
      leading: spoken.pauses.leading ?? Setting(standard.leading, from: .standard),
      trailing: spoken.pauses.trailing ?? Setting(standard.trailing, from: .standard))

    citations = Self.policy(given.citations)
    references = Self.policy(given.references)
    links = Self.policy(given.links)
    abbreviations = Self.policy(given.abbreviations)
    symbols = Self.policy(given.symbols)
    style = Self.policy(given.style)
    code = Self.policy(given.code)
    notes = Self.policy(given.notes)
    sounds = Self.policy(given.sounds)
    pageBreaks = Self.policy(given.pageBreaks)
    speakers = Self.policy(given.speakers)
    chapters = given.chapters ?? Setting(.auto, from: .standard)
    glossary =
      if let source = given.glossary {
        Setting(try source.value.definitions(), from: source.origin)
      } else {
        Setting(Definitions(), from: .standard)
      }
    lexicon = try LexiconFile.lexicon(given.lexicons?.value ?? [])
    keepBoilerplate = given.keepBoilerplate ?? Setting(false, from: .standard)
    formats = given.formats ?? Setting([.flac], from: .standard)
    loudness = given.loudness ?? Setting(.standard, from: .standard)
    sampleRate = given.sampleRate ?? Setting(SettingKey.sampleRates[0], from: .standard)
    bitDepth = given.bitDepth ?? Setting(.sixteen, from: .standard)
    jobs = given.jobs ?? Setting(max(1, processors), from: .standard)

    let variable = "SOURCE_DATE_EPOCH"
    fallbackDate = try environment[variable].map { epoch throws(Failure) in
      guard let day = ISODate.day(ofEpoch: epoch) else {
        throw Failure(
          .usage, "$\(variable) cannot be `\(epoch)`",
          remedy: "it takes whole seconds since 1970")
      }
      return Setting(day, from: .environment(variable: variable))
    }
  }

  /// The pace that is asked for, which a voice must be able to keep.
  static func pace(
    _ rate: Setting<Rate>?, of voice: VoiceProfile
  ) throws(Failure) -> Setting<Int> {
    var own = Setting(VoiceProfile.standardWordsPerMinute, from: .standard)
    if let rate = voice.settings.rate, case .wordsPerMinute(let words) = rate.value {
      own = Setting(words, from: rate.origin)
    }
    switch rate?.value {
    case nil: return own
    case .wordsPerMinute(let words)?: return Setting(words, from: rate?.origin ?? .standard)
    case .factor(let factor)?:
      let origin = rate?.origin ?? .standard
      let words = Int((Double(own.value) * factor).rounded())
      guard Rate.wordsPerMinuteRange.contains(words) else {
        throw Failure(
          origin.status, at: origin.place,
          "rate \(factor) of \(voice.name)'s \(own.value) words a minute would be \(words)",
          remedy: "choose a factor that gives 80 to 900 words a minute")
      }
      return Setting(words, from: origin)
    }
  }

  private static func policy<Value: Policy>(_ given: Setting<Value>?) -> Setting<Value> {
    given ?? Setting(Value.notes.defaultValue, from: .standard)
  }
}

extension EpisodeSettings {
  /// Files that are read for these settings, `narrate.yml` excepted: profile, voice, glossary,
  /// lexicons.
  public var files: [String] {
    var files: [String] = []
    for profile in [profile.value] + roles.map(\.performance.profile) {
      if let file = profile.file { files.append(file) }
      if case .espeakFile(let path) = profile.engine { files.append(path) }
    }
    if case .file(let path)? = given.glossary?.value { files.append(path) }
    return files + (given.lexicons?.value ?? [])
  }

  /// All policies, as the normalizer takes them.
  public var policies: Policies {
    var policies = Policies()
    policies.citations = citations.value
    policies.references = references.value
    policies.links = links.value
    policies.abbreviations = abbreviations.value
    policies.symbols = symbols.value
    policies.style = style.value
    return policies
  }

  /// All policies about parts of a document, as the reader takes them.
  public var readingPolicies: ReadingPolicies {
    var policies = ReadingPolicies()
    policies.code = code.value
    policies.notes = notes.value
    policies.sounds = sounds.value
    policies.pageBreaks = pageBreaks.value
    policies.chapters = chapters.value
    return policies
  }

  /// What is known of the episode: the settings, where they are silent the text, and for the date
  /// at last `SOURCE_DATE_EPOCH`.
  public func metadata(of text: Metadata) -> Metadata {
    var said = Metadata(
      title: given.title?.value, album: given.album?.value, artist: given.artist?.value,
      language: given.language?.value.tag, date: given.date?.value, comment: given.comment?.value
    ).filled(from: text)
    said.date = said.date ?? fallbackDate?.value
    return said
  }

  /// The language to read in: as set, else the text's own, else the voice's, else `en-US`.
  public func language(ofText tag: String?) -> Language {
    given.language?.value ?? tag.map { Language($0) } ?? profile.value.language ?? .americanEnglish
  }

  /// What holds, a line a key, with its layer: what `--dry-run` prints.
  ///
  /// `rate          145 words a minute   (voice narrator, voices/narrator.yml:12)`
  public var lines: [(key: String, value: String, origin: SettingOrigin)] {
    var whole = given.filled(from: profile.value.settings)
    whole.voice = Setting(profile.value.name, from: profile.origin)
    whole.rate = Setting(.wordsPerMinute(wordsPerMinute.value), from: wordsPerMinute.origin)
    whole.pitch = pitch
    whole.pitchRange = pitchRange
    whole.volume = volume
    whole.heading = heading.map { $0 }
    whole.quote = quote.map { $0 }
    whole.emphasis = emphasis
    whole.cast = cast
    whole.pauses = pauses.map { $0 }
    whole.citations = citations
    whole.references = references
    whole.links = links
    whole.abbreviations = abbreviations
    whole.symbols = symbols
    whole.style = style
    whole.code = code
    whole.notes = notes
    whole.sounds = sounds
    whole.pageBreaks = pageBreaks
    whole.speakers = speakers
    whole.chapters = chapters
    whole.keepBoilerplate = keepBoilerplate
    whole.formats = formats
    whole.loudness = loudness
    whole.sampleRate = sampleRate
    whole.bitDepth = bitDepth
    whole.jobs = jobs
    whole.language = given.language
    return SettingKey.all.compactMap { key in
      key.text(in: whole).map { (key.name, $0.text, $0.origin) }
    }
  }
}
