import Narration
import Speaking

/// Asks voices whether they can speak, before any work is done.
public enum VoiceCheck {
  /// Has each voice that settings name introduce itself once.
  ///
  /// - Parameters:
  ///   - settings: Those of all episodes of a run.
  ///   - worker: The program that runs the voices.
  ///   - catalogue: Knows names that may have been meant.
  /// - Throws: ``Failure`` at the place that names the voice: ``ExitStatus/usage`` for an option,
  ///   ``ExitStatus/dataError`` for a file, ``ExitStatus/software`` for a voice that nobody named
  ///   or a program that does not run.
  public static func check(
    _ settings: [EpisodeSettings], worker: String, catalogue: VoiceCatalogue
  ) async throws(Failure) {
    try await check(
      settings.flatMap(voices(of:)), besides: [], worker: worker, catalogue: catalogue)
  }

  /// The voices that settings name.
  private static func voices(of settings: EpisodeSettings) -> [Setting<VoiceProfile>] {
    [settings.profile] + settings.roles.map { Setting($0.performance.profile, from: $0.origin) }
  }

  /// Has each voice of a cast introduce itself once, when it is known who speaks.
  ///
  /// - Parameter settings: Their voices have introduced themselves and are not asked again: to start
  ///   a voice takes longer than to speak a sentence.
  /// - Throws: ``Failure``, as for settings.
  public static func check(
    _ cast: Cast, besides settings: [EpisodeSettings] = [], worker: String,
    catalogue: VoiceCatalogue
  ) async throws(Failure) {
    try await check(
      cast.voices, besides: settings.flatMap(voices(of:)), worker: worker, catalogue: catalogue)
  }

  private static func check(
    _ voices: [Setting<VoiceProfile>], besides checked: [Setting<VoiceProfile>], worker: String,
    catalogue: VoiceCatalogue
  ) async throws(Failure) {
    var known = Set(checked.map(\.value.engine))
    for profile in voices where known.insert(profile.value.engine).inserted {
      let command = VoiceWorker.command(worker, speakingFor: profile.value)
      if case .refusal(let why) = try await introduction(of: command) {
        throw refusal(of: profile, why, catalogue: catalogue)
      }
    }
  }

  /// A program that ends without a word may have been killed on a crowded machine: it is tried
  /// again as often as a pool would.
  private static let tries = 5
  /// Starting is a matter of milliseconds.
  private static let patience = Duration.seconds(60)

  private static func introduction(
    of command: VoiceCommand
  ) async throws(Failure) -> VoiceCommand.Introduction {
    var complaint = Complaint(.error, "the voice program \(command) does not introduce itself")
    for _ in 0..<tries {
      do {
        let answer = try await answer(within: patience) { try await command.introduction() }
        guard let answer else {
          complaint.remedy = "run it by hand"
          throw Failure(.software, complaint)
        }
        return answer
      } catch let told as Complaint {
        complaint = told
      } catch let failure as Failure {
        throw failure
      } catch {
        throw Failure(.software, "\(command): \(error)", remedy: "please report it")
      }
    }
    throw Failure(.software, complaint)
  }

  /// What comes of a body, nil when it takes too long; it is cancelled then.
  private static func answer<Answer: Sendable>(
    within time: Duration, _ body: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer? {
    try await withThrowingTaskGroup(of: Answer?.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await body() }
      group.addTask {
        try await Task.sleep(for: time)
        return nil
      }
      return try await group.next() ?? nil
    }
  }

  private static func refusal(
    of profile: Setting<VoiceProfile>, _ why: String, catalogue: VoiceCatalogue
  ) -> Failure {
    let name = profile.value.name
    if profile.value.file == nil, CastPool.named(name) != nil {
      return Failure(
        .software, "the voice `\(name)` of the cast, \(profile.value.engine), cannot speak: \(why)",
        remedy: "install all variants of eSpeak NG, or name voices with --cast")
    }
    if case .espeakFile(let path) = profile.value.engine, profile.value.file == nil {
      return Failure(
        .dataError, at: path, "eSpeak NG cannot speak with this file: \(why)",
        remedy: catalogue.remedy(for: name))
    }
    if case .command = profile.value.engine {
      return Failure(
        .dataError, at: profile.value.file, "the command cannot speak: \(why)",
        remedy: "try it in a shell, and check the line `command`")
    }
    guard case .standard = profile.origin else {
      let isFromFile = profile.value.file != nil
      return Failure(
        isFromFile ? .dataError : profile.origin.status,
        at: profile.value.file ?? profile.origin.place,
        "the voice `\(name)` cannot speak: \(why)", remedy: catalogue.remedy(for: name))
    }
    return Failure(
      .software, at: profile.value.file, "the default voice cannot speak: \(why)",
      remedy: "install eSpeak NG and its data, or name another voice with --voice")
  }
}
