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

  /// Makes it the voice of this process and returns its language, or says why not.
  func select() throws(SpeechFailure) -> String {
    let status: espeak_ng_STATUS
    let told: String
    switch self {
    case .named(let name):
      told = "voice \(name)"
      status = espeak_ng_SetVoiceByName(try identifier(of: name))
    case .file(let path):
      told = "voice file \(path)"
      // Without this, a name that is no path is looked up among eSpeak NG's own.
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SpeechFailure("cannot read voice file \(path)") }
      defer { close(descriptor) }
      // eSpeak NG 1.51 cuts a path off after 59 bytes, makes it lower case and takes what follows
      // a + for a variant; this name of the open file (proc(5)) survives all of it.
      status = espeak_ng_SetVoiceByFile("/proc/self/fd/\(descriptor)")
    }
    guard status == ENS_OK, let voice = espeak_GetCurrentVoice(), voice.pointee.languages != nil
    else { throw SpeechFailure("cannot use \(told): \(EspeakLibrary.message(status))") }
    // The list begins with a priority; without a language eSpeak NG crashes at the first word.
    guard voice.pointee.languages.pointee != 0 else {
      throw SpeechFailure("\(told) names no language")
    }
    return String(cString: voice.pointee.languages + 1)
  }

  /// The identifier, with its variant, of the voice that a name stands for.
  ///
  /// eSpeak NG itself takes an unknown variant for none, and an unknown region for any.
  private func identifier(of name: String) throws(SpeechFailure) -> String {
    let parts = name.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    let wanted = parts.first?.lowercased() ?? ""
    let voices = try EspeakLibrary.fullVoices()
    guard
      let voice = voices.first(where: { $0.identifier.lowercased() == wanted })
        ?? voices.first(where: { $0.languages.first == wanted })
        ?? voices.first(where: { $0.name.lowercased() == wanted })
        ?? voices.first(where: { $0.languages.contains(wanted) })
    else { throw SpeechFailure("no voice \(name) in \(EspeakLibrary.version)") }
    guard parts.count == 2 else { return voice.identifier }
    guard try EspeakLibrary.variants().contains(where: { $0.identifier == "!v/\(parts[1])" }) else {
      throw SpeechFailure("no variant \(parts[1]) in \(EspeakLibrary.version)")
    }
    return "\(voice.identifier)+\(parts[1])"
  }
}
