internal import SpokenText

/// The voices that speakers get who were given none.
///
/// Each is a variant of eSpeak NG at a pitch of its own, chosen from 105 for the distance between
/// every two, the default narrator among them: semitones of the median fundamental divided by 3,
/// and the root mean square between mean spectral envelopes (26 mel bands, each without its level)
/// divided by 2.5 dB, as one length. The nearest two are 1.7 apart, the narrator and `cast-5` 1.3,
/// and both pairs differ in accent. Left out: variants made to sound ill or like a machine
/// (`croak`, `whisper`), those that clip (`Gene`, `pedro`), and Scottish English, of which a
/// recognizer misheard up to a third. `Documentation/cast.md` has the figures.
///
/// Their places are for good: where a name leads must not change with a release.
public enum CastPool {
  /// In the order in which a later speaker is moved on; neighbours differ most.
  public static let voices: [CastVoice] = [
    voice(1, "a man, a little high, American", "en-us", "m4", 80, 104, 68),
    voice(2, "a dark woman, British", "en-gb-x-rp", "steph", 50, 100, 74),
    voice(3, "a low, mellow man, British", "en-gb-x-rp", "m7", 20, 100, 72),
    voice(4, "a high woman, American", "en-us", "f4", 80, 100, 56),
    voice(5, "a deep man, British", "en-gb-x-rp", "m5", 25, 106, 74),
    voice(6, "a lively woman, British", "en-gb-x-rp", "f3", 45, 100, 68),
    voice(7, "a high, dark man, American", "en-us", "edward", 80, 98, 56),
    voice(8, "a high, bright woman, British", "en-gb-x-rp", "Annie", 55, 96, 61),
    voice(9, "a high, clear man, British", "en-gb-x-rp", "m3", 80, 100, 61),
    voice(10, "a woman of middle height, American", "en-us", "f1", 50, 104, 66),
    voice(11, "a deep, dark man, British", "en-gb-x-rp", "edward", 22, 104, 70),
    voice(12, "a high, bright woman, American", "en-us", "f5", 65, 98, 70),
    voice(13, "a high, mellow man, American", "en-us", "m7", 80, 96, 61),
    voice(14, "a deep, dark woman, American", "en-us", "steph", 20, 104, 91),
    voice(15, "a low, bright woman, American", "en-us", "f5", 20, 100, 88),
    voice(16, "a deep woman, British", "en-gb-x-rp", "f4", 20, 102, 71),
  ]

  /// The voice with this name.
  static func named(_ name: String) -> CastVoice? { voices.first { $0.name == name } }

  /// Where a name begins to look.
  static func home(of name: SpeakerName) -> Int { Int(name.hash % UInt32(voices.count)) }

  private static func voice(
    _ number: Int, _ description: String, _ accent: String, _ variant: String, _ pitch: Int,
    _ pace: Int, _ volume: Int
  ) -> CastVoice {
    CastVoice(
      name: "cast-\(number)", description: description, accent: accent, variant: variant,
      pitch: pitch, pace: pace, volume: volume)
  }
}

/// A voice of the pool.
public struct CastVoice: Hashable, Sendable {
  /// What `--cast` and `--voice` call it: `cast-3`.
  public let name: String
  /// How it sounds, in a few words.
  public let description: String
  /// The English that it speaks.
  let accent: String
  /// eSpeak NG's name of the variant.
  let variant: String
  /// 0 to 100.
  let pitch: Int
  /// Percent of the narrator's pace.
  let pace: Int
  /// Percent of full level at which it is as loud as the narrator: -23.2 LUFS ± 0.2 (`cast-5`
  /// -24.5) on three sentences, by ffmpeg's ebur128; peaks on the examples 2 dB below full scale.
  let volume: Int
}

extension CastVoice {
  /// The melody of all of them, that of the default narrator.
  static let pitchRange = 55

  /// The voice as a profile; what the pool does not say is as in `pattern`.
  ///
  /// - Parameter base: the voice that the variant is laid over, nil for its own English.
  func profile(over base: String?, like pattern: VoiceProfile?) -> VoiceProfile {
    let origin = SettingOrigin.profile(name: name, place: "of the cast")
    var own = Settings()
    own.pitch = Setting(pitch, from: origin)
    own.pitchRange = Setting(Self.pitchRange, from: origin)
    own.volume = Setting(volume, from: origin)
    var words = VoiceProfile.standardWordsPerMinute
    if case .wordsPerMinute(let written)? = pattern?.settings.rate?.value { words = written }
    own.rate = Setting(.wordsPerMinute(atPace(words)), from: origin)
    return VoiceProfile(
      name: name, description: description, engine: .espeakVoice("\(base ?? accent)+\(variant)"),
      language: base == nil ? Language(accent == "en-us" ? "en-US" : "en-GB") : pattern?.language,
      settings: own.filled(from: pattern?.settings ?? Settings()), file: nil)
  }

  /// Its words a minute beside a narrator's.
  func atPace(_ words: Int) -> Int { Rate.clamped(Double(words) * Double(pace) / 100) }
}
