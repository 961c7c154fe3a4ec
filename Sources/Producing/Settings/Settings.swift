public import AudioWriting
public import Narration
public import Reading
public import SpokenText

/// What one layer says: every key of `narrate.yml`, nil where the layer is silent.
///
/// The layers are the command line, the nearest `narrate.yml`, the voice profile and the defaults;
/// ``filled(from:)`` lays one over the next, ``EpisodeSettings`` is the result.
public struct Settings: Hashable, Sendable {
  /// On one line.
  public var title: Setting<String>?
  /// The show.
  public var album: Setting<String>?
  /// Who made the episode.
  public var artist: Setting<String>?
  /// In which the text is read.
  public var language: Setting<Language>?
  /// As ISO 8601: `2025`, `2025-03` or `2025-03-01`.
  public var date: Setting<String>?
  /// A description of a few lines.
  public var comment: Setting<String>?

  /// A profile, a voice file or a voice of eSpeak NG; see ``VoiceCatalogue``.
  public var voice: Setting<String>?
  /// A factor or words a minute.
  public var rate: Setting<Rate>?
  /// 0 to 100.
  public var pitch: Setting<Int>?
  /// 0 to 100.
  public var pitchRange: Setting<Int>?
  /// 1 to 100 percent.
  public var volume: Setting<Int>?
  /// How headings are read.
  public var heading: Manner<Setting<Int>?> = .silent
  /// How quotations are read.
  public var quote: Manner<Setting<Int>?> = .silent
  /// How much stressed words stand out.
  public var emphasis: Setting<Emphasis>?
  /// Who speaks the words of which speaker.
  public var cast: Setting<CastSetting>?
  /// In milliseconds.
  public var pauses: Pauses<Setting<Int>?> = Pauses(
    sentence: nil, paragraph: nil, heading: nil, chapter: nil, leading: nil, trailing: nil)

  /// How citations are read.
  public var citations: Setting<CitationPolicy>?
  /// How entries of a reference list are read.
  public var references: Setting<ReferencePolicy>?
  /// How web addresses are read.
  public var links: Setting<LinkPolicy>?
  /// How defined abbreviations are read.
  public var abbreviations: Setting<AbbreviationPolicy>?
  /// How many symbols are named.
  public var symbols: Setting<SymbolLevel>?
  /// For whom text is read.
  public var style: Setting<SpeakingStyle>?
  /// How blocks of program code are read.
  public var code: Setting<CodePolicy>?
  /// Where footnotes are read.
  public var notes: Setting<NotePolicy>?
  /// How sounds in a transcript are read.
  public var sounds: Setting<SoundPolicy>?
  /// How page breaks are read.
  public var pageBreaks: Setting<PageBreakPolicy>?
  /// When speakers are named.
  public var speakers: Setting<SpeakerPolicy>?
  /// Where chapters begin.
  public var chapters: Setting<ChapterPolicy>?
  /// Long forms that the user gives.
  public var glossary: Setting<GlossarySource>?
  /// Files of readings, the strongest last.
  public var lexicons: Setting<[String]>?
  /// Whether what a feed's software adds is read.
  public var keepBoilerplate: Setting<Bool>?

  /// Never empty, each once.
  public var formats: Setting<[AudioContainer]>?
  /// How loud the audio becomes.
  public var loudness: Setting<LoudnessTarget>?
  /// Samples a second of the audio files.
  public var sampleRate: Setting<Int>?
  /// Bits of a sample in the audio files.
  public var bitDepth: Setting<SampleDepth>?
  /// How many voices work at a time, 1 to 1024.
  public var jobs: Setting<Int>?

  /// A layer that says nothing.
  public init() {}

  /// This layer, and where it is silent what `below` says.
  public func filled(from below: Settings) -> Settings {
    var result = self
    for key in SettingKey.all where key.isSilent(in: self) { key.copy(from: below, to: &result) }
    // A layer that gives one speaker a voice leaves the others theirs.
    if let own = cast, let other = below.cast {
      result.cast?.value = own.value.filled(from: other.value)
    }
    return result
  }

  /// Sets one key from text, as the command line gives it.
  ///
  /// `set("rate", to: "1.25", option: "--rate")`; keys within another are joined by a dot:
  /// `pauses.sentence`.
  ///
  /// - Throws: ``Failure`` with ``ExitStatus/usage`` when the key cannot hold this.
  public mutating func set(
    _ name: String, to text: String, option: String
  ) throws(Failure) {
    let key = try SettingKey.named(name, among: SettingKey.all, at: nil, status: .usage)
    try key.read(.text(text), called: option, from: .commandLine(option: option), into: &self)
  }
}
