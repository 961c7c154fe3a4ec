import Narration
public import SpeechWorker

/// The program that speaks as one voice, and its arguments: `narrate-voice --voice en-gb`.
///
/// The program follows the protocol that `SpeechWorker` lays down.
public struct VoiceCommand: Hashable, Sendable, CustomStringConvertible {
  /// A path, or a name to be found in `PATH`.
  public var executable: String
  /// Passed as they are; no shell sees them.
  public var arguments: [String]
  /// What it allows a unit; a worker that is later than that by a minute is taken for lost.
  public var limits: UnitLimits

  /// A program with its arguments.
  public init(
    executable: String, arguments: [String] = [], limits: UnitLimits = UnitLimits()
  ) {
    self.executable = executable
    self.arguments = arguments
    self.limits = limits
  }

  /// As one would type it, for messages.
  public var description: String { ([executable] + arguments).joined(separator: " ") }

  func complaint(_ why: String, remedy: String) -> Complaint {
    Complaint(.error, "the voice program \(self) \(why)", remedy: remedy)
  }

  var notFound: Complaint {
    complaint("is not there or cannot be run", remedy: "install narrate-voice beside narrate")
  }
}
