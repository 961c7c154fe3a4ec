import Glibc

/// A file that could not be looked at: which, and why.
public struct AudioInspectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What stood in the way.
  public enum Cause: Hashable, Sendable {
    /// The system refused; a code of `errno.h`.
    case system(Int32)
    /// It is no audio file, or of no kind that is known; in words.
    case unreadable(String)
  }

  /// The file as it was named.
  public var path: String
  /// What stood in the way.
  public var cause: Cause

  /// One line: `notes.txt: is no WAV, FLAC, MP3 or Opus file`.
  public var description: String {
    switch cause {
    case .system(let code): "\(path): \(String(cString: strerror(code)))"
    case .unreadable(let reason): "\(path): \(reason)"
    }
  }
}
