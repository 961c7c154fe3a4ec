internal import Narration
internal import Speaking
internal import SpeechWorker
internal import SpokenText

/// A voice and the way it speaks in an episode.
public struct Performance: Hashable, Sendable {
  /// Who speaks.
  public var profile: VoiceProfile
  /// 80 to 900.
  public var wordsPerMinute: Int
  /// 0 to 100.
  public var pitch: Int
  /// 0 to 100.
  public var pitchRange: Int
  /// 1 to 100 percent.
  public var volume: Int
  /// How headings, quotations and stressed words differ.
  public var manners: Manners
}

extension Performance {
  /// As the voice's process takes it for a passage of a kind.
  func prosody(for passage: Passage.Kind) -> Prosody {
    let prosody = Prosody(
      wordsPerMinute: wordsPerMinute, pitch: pitch, pitchRange: pitchRange, volume: volume)
    return switch passage {
    case .heading: prosody.changed(by: manners.heading.change)
    case .quote: prosody.changed(by: manners.quote.change)
    default: prosody
    }
  }

  /// How words are spoken that stand out from their sentence.
  var wordManner: WordManner {
    WordManner(
      emphasis: manners.emphasis.change,
      quotation: manners.quote.change == .nothing ? nil : manners.quote.change)
  }
}

extension Manner<Int> {
  fileprivate var change: ProsodyChange {
    ProsodyChange(rate: rate, pitch: pitch, volume: volume)
  }
}

extension Emphasis {
  /// What is asked of the voice; nil where nothing is.
  ///
  /// What eSpeak NG's own emphasis does was tried and not taken: it lowers the pitch as often as it
  /// raises it, shifts the stress of the words that follow and raises peaks by up to 5 dB. These
  /// make a word 10 to 40 % longer, 1 to 4 semitones higher and 1 to 3 dB louder, with peaks at most
  /// 1.5 dB higher.
  fileprivate var change: ProsodyChange? {
    switch self {
    case .none: nil
    case .moderate: ProsodyChange(rate: 88, pitch: 12, volume: 112)
    case .strong: ProsodyChange(rate: 80, pitch: 20, volume: 120)
    }
  }
}

/// A speaker who was given a voice.
struct CastRole: Hashable, Sendable {
  /// As the settings write the name.
  let speaker: String
  let performance: Performance
  /// Who gave the voice.
  let origin: SettingOrigin

  var name: SpeakerName { SpeakerName(speaker) }
}

/// How speakers speak beside a narrator.
///
/// What is asked of the narrator's rate, melody and volume holds for all voices, since it is asked
/// for the listener's sake; its pitch does not, since by it speakers are told apart.
struct CastDirection {
  /// What the layers say before defaults.
  let given: Settings
  let narrator: Performance

  /// How a voice of the pool speaks: at its share of the narrator's pace.
  func performance(by voice: CastVoice) -> Performance {
    let profile = voice.profile(over: base, like: narrator.profile)
    return Performance(
      profile: profile, wordsPerMinute: voice.atPace(narrator.wordsPerMinute), pitch: voice.pitch,
      pitchRange: given.pitchRange?.value ?? CastVoice.pitchRange,
      volume: scaled(voice.volume), manners: narrator.manners)
  }

  /// How a speaker speaks who was given a voice, and perhaps more.
  ///
  /// - Throws: ``Failure`` when the voice cannot be had or the pace not be kept.
  func performance(
    of role: CastSetting.Role, catalogue: VoiceCatalogue
  ) throws(Failure) -> Performance {
    let own = role.settings
    guard let named = own.voice else { return narrator }
    var performance: Performance
    if let voice = catalogue.castVoice(named.value) {
      performance = self.performance(by: voice)
    } else {
      let profile = try catalogue.profile(named)
      performance = Performance(
        profile: profile,
        wordsPerMinute: try EpisodeSettings.pace(given.rate, of: profile).value,
        pitch: profile.settings.pitch?.value ?? VoiceProfile.standardPitch,
        pitchRange: given.pitchRange?.value ?? profile.settings.pitchRange?.value
          ?? VoiceProfile.standardPitch,
        volume: scaled(profile.settings.volume?.value ?? VoiceProfile.standardVolume),
        manners: Manners(given.filled(from: profile.settings)))
    }
    switch own.rate?.value {
    case .wordsPerMinute(let words)?: performance.wordsPerMinute = words
    case .factor(let factor)?:
      performance.wordsPerMinute = Rate.clamped(Double(performance.wordsPerMinute) * factor)
    case nil: break
    }
    performance.pitch = own.pitch?.value ?? performance.pitch
    performance.pitchRange = own.pitchRange?.value ?? performance.pitchRange
    performance.volume = own.volume?.value ?? performance.volume
    return performance
  }

  /// A voice's own volume, as much louder or softer as the narrator was made.
  private func scaled(_ volume: Int) -> Int {
    let own = narrator.profile.settings.volume?.value ?? VoiceProfile.standardVolume
    return min(max(volume * narrator.volume / max(own, 1), 1), 100)
  }

  /// What variants are laid over: nothing but their own English where the narrator speaks English,
  /// else the narrator's voice, so that all speak one language.
  private var base: String? {
    let profile = narrator.profile
    guard case .espeakVoice(let name) = profile.engine else {
      return profile.language.flatMap { $0.isEnglish ? nil : $0.tag.lowercased() }
    }
    let language = VoiceCatalogue.language(ofVoice: name) ?? profile.language
    guard let language, !language.isEnglish else { return nil }
    return String(name.prefix { $0 != "+" })
  }
}
