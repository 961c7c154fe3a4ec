internal import Speaking
internal import SpeechWorker

/// The process that speaks: which program it is, and how it is told whose voice to speak with.
public enum VoiceWorker {
  /// The program that runs eSpeak NG, or another program that speaks.
  public static let programName = "narrate-voice"

  /// What the program is told for a profile: `--voice en-us+f3`, `--voice-file` and a path, or
  /// `--command` and a program with its arguments.
  public static func arguments(speakingFor profile: VoiceProfile) -> [String] {
    switch profile.engine {
    case .espeakVoice(let name): ["--voice", name]
    case .espeakFile(let path): ["--voice-file", path]
    case .command(let words, let rate):
      (rate.map { ["--plain-rate", "\($0)"] } ?? []) + ["--command"] + words
    }
  }

  /// The program with what it is told, and how long it may take.
  static func command(_ worker: String, speakingFor profile: VoiceProfile) -> VoiceCommand {
    var command = VoiceCommand(executable: worker, arguments: arguments(speakingFor: profile))
    if case .command = profile.engine { command.limits = CommandEngine.limits }
    return command
  }

  /// Finds `narrate-voice` beside the running program, else in `../libexec/narrate`.
  ///
  /// In a build folder it is `narrate-voice-tool`: what SwiftPM builds together with `narrate`, and
  /// so never older than it.
  ///
  /// - Parameter narrate: the running program's absolute path without links.
  /// - Throws: ``Failure`` that names the places.
  public static func locate(besides narrate: String) throws(Failure) -> String {
    let folder = FilePath.folder(of: narrate)
    let places = [
      FilePath.join(folder, "\(programName)-tool"),
      FilePath.join(folder, programName),
      FilePath.join(FilePath.folder(of: folder), "libexec/narrate/\(programName)"),
    ]
    if let found = places.first(where: FilePath.isExecutableFile) { return found }
    throw Failure(
      .software, at: narrate, "\(programName) is neither \(places[1]) nor \(places[2])",
      remedy: "build or install narrate again")
  }
}
