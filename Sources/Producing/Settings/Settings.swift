public import SpokenText

/// What one layer says: every key of `narrate.yml`, nil where the layer is silent.
///
/// The layers are the command line, the nearest `narrate.yml`, the voice profile and the defaults;
/// ``filled(from:)`` lays one over the next, ``EpisodeSettings`` is the result.
public struct Settings: Hashable, Sendable {
  public var title: Setting<String>?
  public var album: Setting<String>?
  public var artist: Setting<String>?
  public var language: Setting<Language>?
  public var date: Setting<String>?
  public var comment: Setting<String>?

  public var voice: Setting<String>?
  public var rate: Setting<Rate>?
  public var pitch: Setting<Int>?
  public var pitchRange: Setting<Int>?
  public var volume: Setting<Int>?
  /// In milliseconds.
  public var pauses: Pauses<Setting<Int>?> = Pauses(
    sentence: nil, paragraph: nil, heading: nil, chapter: nil, leading: nil, trailing: nil)

  public var citations: Setting<CitationPolicy>?
  public var references: Setting<ReferencePolicy>?
  public var links: Setting<LinkPolicy>?
  public var abbreviations: Setting<AbbreviationPolicy>?
  public var symbols: Setting<SymbolLevel>?
  public var style: Setting<SpeakingStyle>?
  public var glossary: Setting<GlossarySource>?
  public var keepBoilerplate: Setting<Bool>?

  public var formats: Setting<[AudioFormat]>?
  public var jobs: Setting<Int>?

  /// A layer that says nothing.
  public init() {}

  /// This layer, and where it is silent what `below` says.
  public func filled(from below: Settings) -> Settings {
    var result = self
    for key in SettingKey.all where key.isSilent(in: self) { key.copy(from: below, to: &result) }
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
