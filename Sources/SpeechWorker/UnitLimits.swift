/// How much a process may use to speak one unit, by the length of its text.
///
/// eSpeak NG needs about 2 ms of CPU time for 100 bytes of text; the limits are for what went wrong.
public struct UnitLimits: Hashable, Sendable {
  /// Seconds of CPU time for the shortest text; one more for each 2,000 bytes.
  public var cpuSeconds: Int
  /// Seconds by the clock for the shortest text; one more for each 50 bytes.
  public var wallSeconds: Int
  /// Bytes of address space beyond what the worker itself has (`RLIMIT_AS`).
  public var memory: Int
  /// Bytes of samples; the default holds more than an hour and a half at 22,050 Hz.
  public var room: Int

  /// The limits for an engine as fast as eSpeak NG, unless told otherwise.
  public init(
    cpuSeconds: Int = 2, wallSeconds: Int = 20, memory: Int = 256 << 20, room: Int = 256 << 20
  ) {
    self.cpuSeconds = cpuSeconds
    self.wallSeconds = wallSeconds
    self.memory = memory
    self.room = room
  }

  /// Whole seconds of CPU time for a text of this many bytes, at least 1.
  public func cpuSeconds(forBytes bytes: Int) -> Int { max(1, cpuSeconds) + bytes / 2_000 }
  /// Whole seconds by the clock for a text of this many bytes, at least 1.
  public func wallSeconds(forBytes bytes: Int) -> Int { max(1, wallSeconds) + bytes / 50 }
}

extension SpeechUnit {
  /// Bytes of all its words: the length by which ``UnitLimits`` are counted.
  public var textLength: Int { words.reduce(0) { $0 + $1.text.utf8.count + 2 } }
}
