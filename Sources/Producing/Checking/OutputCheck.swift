public import AudioWriting
public import Narration

/// A finished audio file, read back and held against what it should be.
///
/// The inspection tells what the file is; here it is judged: how loud, how high, whether what stands
/// beside it belongs to it.
public struct OutputCheck: Sendable {
  /// What was found in the file.
  public let inspection: AudioInspection
  /// The files beside it that were compared with it, without folders.
  public let companions: [String]
  /// All that is wrong: an error is a fault, a warning is not.
  public let complaints: [Complaint]

  /// Whether a fault was found.
  public var isFaulty: Bool { complaints.contains { $0.severity == .error } }

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - loudness: What it should have, in LUFS, to half a unit; nil where any will do.
  /// - Throws: What kept it from being looked at: ``ExitStatus/noInput``, ``ExitStatus/dataError``.
  public init(_ path: String, loudness: Double?) throws(Failure) {
    do throws(AudioInspectionError) {
      inspection = try AudioInspector.inspect(path)
    } catch {
      throw Failure(error)
    }
    let companions = try CompanionCheck(beside: inspection)
    self.companions = companions.files
    complaints =
      inspection.complaints + LevelCheck.complaints(on: inspection, loudness: loudness)
      + companions.complaints
  }
}

extension Failure {
  /// An audio file that could not be looked at.
  init(_ error: AudioInspectionError) {
    switch error.cause {
    case .system(let code): self.init(reading: error.path, errno: code)
    case .unreadable(let reason):
      self.init(
        .dataError, at: error.path, reason, remedy: "name a WAV, FLAC, MP3 or Opus file")
    }
  }
}
