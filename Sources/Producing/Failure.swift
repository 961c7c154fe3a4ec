internal import Glibc
public import Narration

/// A complaint that ends a run, with the exit status that tells it to scripts.
public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the process exits with.
  public var status: ExitStatus
  /// What the user is told.
  public var complaint: Complaint

  /// A failure with its status.
  public init(_ status: ExitStatus, _ complaint: Complaint) {
    self.status = status
    self.complaint = complaint
  }

  /// An error with its status, place, cause and remedy.
  public init(
    _ status: ExitStatus, at place: String? = nil, _ what: String, remedy: String? = nil
  ) {
    self.init(status, Complaint(.error, at: place, what, remedy: remedy))
  }

  /// The complaint in one line.
  public var description: String { complaint.description }
}

extension Failure {
  /// Why an output could not be made or filled, from `errno`.
  ///
  /// No room and broken media (`ENOSPC`, `EDQUOT`, `EFBIG`, `EIO`) are ``ExitStatus/ioError``;
  /// everything else is ``ExitStatus/cannotCreate``.
  public init(writing path: String, errno code: Int32) {
    switch code {
    case ENOSPC, EDQUOT:
      self.init(
        .ioError, at: path, "no space left on the disk",
        remedy: "make room, or write elsewhere with -o")
    case EFBIG:
      self.init(
        .ioError, at: path, "the file is larger than the system allows",
        remedy: "raise the limit (ulimit -f), or write elsewhere with -o")
    case EIO:
      self.init(.ioError, at: path, "the disk could not be written", remedy: "check the disk")
    case ENOENT, ENOTDIR:
      self.init(
        .cannotCreate, at: path, "no such folder to write into",
        remedy: "create it, or write elsewhere with -o")
    case EACCES, EPERM, EROFS:
      self.init(
        .cannotCreate, at: path, "the folder does not allow writing: \(Self.text(of: code))",
        remedy: "change its permissions, or write elsewhere with -o")
    default:
      self.init(
        .cannotCreate, at: path, "cannot be written: \(Self.text(of: code))",
        remedy: "write elsewhere with -o")
    }
  }

  /// Why an input could not be read, from `errno`.
  public init(reading path: String, errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR:
      self.init(.noInput, at: path, "no such file", remedy: "check the name")
    case EACCES, EPERM:
      self.init(
        .noInput, at: path, "reading it is not allowed", remedy: "change its permissions")
    case EISDIR:
      self.init(.noInput, at: path, "is a folder, not a file", remedy: "name a file in it")
    default:
      self.init(.ioError, at: path, "cannot be read: \(Self.text(of: code))")
    }
  }

  private static func text(of code: Int32) -> String {
    String(cString: strerror(code))
  }
}
