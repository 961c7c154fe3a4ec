import Glibc
public import Narration

/// An audio file that could not be written: which, while doing what, and why.
public struct AudioWritingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What stood in the way.
  public enum Cause: Hashable, Sendable {
    /// The system refused; a code of `errno.h`.
    case system(Int32)
    /// The codec library failed or lost samples; in its words where it has any.
    case codec(String)
    /// The container cannot hold what was asked for.
    case unfit(String)
  }

  /// The file as it was named.
  public var path: String
  /// What failed, after "cannot": `write samples`.
  public var action: String
  /// What stood in the way.
  public var cause: Cause

  /// The cause in words.
  public var reason: String {
    switch cause {
    case .system(let code): String(cString: strerror(code))
    case .codec(let message), .unfit(let message): message
    }
  }

  /// One line: `episode.flac: cannot write samples: No space left on device`.
  public var description: String { "\(path): cannot \(action): \(reason)" }

  /// The same for the report, with what the user can do.
  public var complaint: Complaint {
    let remedy: String? =
      switch cause {
      case .system(ENOSPC), .system(EDQUOT): "free some space or write elsewhere with -o"
      case .system(EFBIG): "raise the limit on file sizes, or choose a smaller container"
      case .system(EACCES), .system(EROFS), .system(EPERM): "write to a folder of yours with -o"
      case .system(ENOENT), .system(ENOTDIR): "create the folder first"
      case .system, .codec: nil
      case .unfit: "choose another container with --format"
      }
    return Complaint(.error, at: path, "cannot \(action): \(reason)", remedy: remedy)
  }
}
