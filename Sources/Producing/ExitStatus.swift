/// What a run ends with, after `sysexits.h`: the one table that decides.
///
/// EPIPE, a reader of ours that has heard enough, is ``success``.
public enum ExitStatus: Int32, Hashable, Sendable, CaseIterable {
  /// Everything that was asked for is there.
  case success = 0
  /// Some sentence, or some of several episodes, failed and the rest is there; or `check` found a
  /// fault.
  case partial = 1
  /// The command line asks for something that cannot be (`EX_USAGE`).
  case usage = 64
  /// The input, or a settings file, cannot be read as what it is (`EX_DATAERR`).
  case dataError = 65
  /// There is no such input (`EX_NOINPUT`).
  case noInput = 66
  /// Something that should never happen (`EX_SOFTWARE`).
  case software = 70
  /// An output cannot be created (`EX_CANTCREAT`).
  case cannotCreate = 73
  /// Reading or writing failed on the way (`EX_IOERR`).
  case ioError = 74
  /// Ended by SIGINT (128 + 2).
  case interrupted = 130
  /// Ended by SIGTERM (128 + 15).
  case terminated = 143
}
