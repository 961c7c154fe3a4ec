internal import CEspeakNG
import Glibc
import SpeechWorker

/// Which of eSpeak NG's voices speaks.
public enum VoiceSelection: Hashable, Sendable {
  /// By language (`en-gb`, in any case), identifier (`gmw/en-US`) or name (`English (America)`),
  /// with a variant if wanted: `en-us+f3`.
  case named(String)
  /// By the path of a voice file.
  case file(String)

  /// Makes it the voice of this process, or says why not.
  func select(among voices: [EspeakLibrary.Voice]) throws(SpeechFailure) -> SettableVoice {
    let source: SettableVoice.Source
    let told: String
    switch self {
    case .named(let name):
      told = "voice \(name)"
      source = try Self.source(of: name, among: voices)
    case .file(let path):
      told = "voice file \(path)"
      // Without this, a name that is no path is looked up among eSpeak NG's own.
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SpeechFailure("cannot read voice file \(path)") }
      // Open for as long as the process lives, since the voice may have to be set again.
      source = .file(descriptor: descriptor)
    }
    let status = source.set()
    guard status == ENS_OK, let voice = espeak_GetCurrentVoice(), voice.pointee.languages != nil
    else { throw SpeechFailure("cannot use \(told): \(EspeakLibrary.message(status))") }
    // The list begins with a priority; without a language eSpeak NG crashes at the first word.
    guard voice.pointee.languages.pointee != 0 else {
      throw SpeechFailure("\(told) names no language")
    }
    return SettableVoice(source: source, language: String(cString: voice.pointee.languages + 1))
  }

  /// The identifier and the variant of the voice that a name stands for.
  ///
  /// eSpeak NG itself takes an unknown variant for none, and an unknown region for any.
  private static func source(
    of name: String, among voices: [EspeakLibrary.Voice]
  ) throws(SpeechFailure) -> SettableVoice.Source {
    let parts = name.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    let wanted = parts.first?.lowercased() ?? ""
    guard
      let voice = voices.first(where: { $0.identifier.lowercased() == wanted })
        ?? voices.first(where: { $0.languages.first == wanted })
        ?? voices.first(where: { $0.name.lowercased() == wanted })
        ?? voices.first(where: { $0.languages.contains(wanted) })
    else { throw SpeechFailure("no voice \(name) in \(EspeakLibrary.version)") }
    guard parts.count == 2 else { return .identifier(voice.identifier, variant: "") }
    guard try EspeakLibrary.variants().contains(where: { $0.identifier == "!v/\(parts[1])" }) else {
      throw SpeechFailure("no variant \(parts[1]) in \(EspeakLibrary.version)")
    }
    return .identifier(voice.identifier, variant: "+\(parts[1])")
  }
}

/// A voice that can be made the one of this process again and again.
struct SettableVoice: Hashable {
  /// Where eSpeak NG finds it.
  enum Source: Hashable {
    /// A file of its data, and a variant that is laid over it, with its plus sign, or nothing.
    case identifier(String, variant: String)
    /// An open file of the user's.
    case file(descriptor: Int32)

    func set() -> espeak_ng_STATUS {
      switch self {
      case .identifier(let name, let variant): espeak_ng_SetVoiceByName(name + variant)
      // eSpeak NG 1.51 cuts a path off after 59 bytes, makes it lower case and takes what follows
      // a + for a variant; this name of the open file (proc(5)) survives all of it.
      case .file(let descriptor): espeak_ng_SetVoiceByFile("/proc/self/fd/\(descriptor)")
      }
    }
  }

  let source: Source
  /// As eSpeak NG writes it.
  let language: String

  var isEnglish: Bool { language.hasPrefix("en") }

  /// Whether it became the voice of this process.
  func set() -> Bool { source.set() == ENS_OK }
}
