internal import CEspeakNG
import Glibc
public import SpeechWorker

/// eSpeak NG as a whole: its start, its version and its voices.
///
/// Its state is global (espeak-ng/speak_lib.h): one process, one voice, no second thread. It is
/// never shut down, because `espeak_Terminate` can wait forever; the process just ends.
public enum EspeakLibrary {
  /// A voice, or a variant that is laid over a voice, as eSpeak NG describes it.
  public struct Voice: Hashable, Sendable {
    /// The file within eSpeak NG's data: `gmw/en-US`; for a variant `!v/f3`.
    public var identifier: String
    /// Languages in the order of preference, as lower-case BCP 47 tags; `variant` for a variant.
    public var languages: [String]
    /// The name that its file gives it: `English (America)`.
    public var name: String
    /// `male`, `female` or `unknown`.
    public var gender: String
  }

  /// Name and version: `eSpeak NG 1.51`.
  public static var version: String {
    "eSpeak NG " + (espeak_Info(nil).map { String(cString: $0) } ?? "")
  }

  /// All voices and variants by identifier, without those of MBROLA, which need another program.
  public static func voices() throws(SpeechFailure) -> [Voice] {
    try (fullVoices() + variants()).sorted { $0.identifier < $1.identifier }
  }

  /// All voices but variants, by identifier; eSpeak NG reads hundreds of files for each such list.
  static func fullVoices() throws(SpeechFailure) -> [Voice] {
    _ = try started.get()
    return inOrder(listed(nil).filter { $0.languages != ["variant"] })
  }

  /// All variants, which are listed on request only, by identifier.
  static func variants() throws(SpeechFailure) -> [Voice] {
    _ = try started.get()
    return "variant".withCString { language in
      var selector = espeak_VOICE()
      selector.languages = language
      return inOrder(listed(&selector).filter { $0.languages == ["variant"] })
    }
  }

  private static func inOrder(_ voices: [Voice]) -> [Voice] {
    voices.filter { !$0.identifier.hasPrefix("mb/") }.sorted { $0.identifier < $1.identifier }
  }

  /// Starts the library once; the value is its rate in samples a second.
  ///
  /// The length of its buffer changes the samples, so it is fixed.
  static let started: Result<Int, SpeechFailure> = {
    // Events of phonemes change no sample and cost nothing that can be measured.
    let rate = espeak_Initialize(
      AUDIO_OUTPUT_SYNCHRONOUS, bufferMilliseconds, nil,
      Int32(espeakINITIALIZE_DONT_EXIT | espeakINITIALIZE_PHONEME_EVENTS))
    guard rate > 0 else {
      return .failure(
        SpeechFailure("eSpeak NG does not find its data; is espeak-ng-data installed?"))
    }
    // No text is passed as SSML, so no text can name a sound to play; and if one did, never play.
    espeak_SetUriCallback { _, _, _ in 1 }
    espeak_SetSynthCallback(collect)
    return .success(Int(rate))
  }()

  private static let bufferMilliseconds: Int32 = 60

  private static func listed(_ selector: UnsafeMutablePointer<espeak_VOICE>?) -> [Voice] {
    guard var next = espeak_ListVoices(selector) else { return [] }
    var voices: [Voice] = []
    while let voice = next.pointee?.pointee {
      voices.append(
        Voice(
          identifier: voice.identifier.map { String(cString: $0) } ?? "",
          languages: languages(voice.languages),
          name: voice.name.map { String(cString: $0) } ?? "",
          gender: voice.gender == 1 ? "male" : voice.gender == 2 ? "female" : "unknown"))
      next += 1
    }
    return voices
  }

  /// Reads a list of a priority byte and a tag ended by zero each, up to a priority of zero.
  private static func languages(_ list: UnsafePointer<CChar>?) -> [String] {
    guard var next = list else { return [] }
    var found: [(priority: CChar, tag: String)] = []
    while next.pointee != 0 {
      let tag = String(cString: next + 1)
      found.append((next.pointee, tag))
      next += 2 + tag.utf8.count
    }
    // Stable for equal priorities, which sort(by:) does not promise.
    return found.enumerated()
      .sorted { ($0.element.priority, $0.offset) < ($1.element.priority, $1.offset) }
      .map(\.element.tag)
  }

  /// What eSpeak NG says about a status.
  static func message(_ status: espeak_ng_STATUS) -> String {
    var text = [CChar](repeating: 0, count: 256)
    espeak_ng_GetStatusCodeMessage(status, &text, text.count)
    return text.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }
}
