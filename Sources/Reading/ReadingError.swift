public import Narration

/// Why an input could not be read: a kind that decides the exit status, and what the user is told.
public struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with the input.
  public enum Kind: Hashable, Sendable {
    /// Nothing stands at the path.
    case notFound
    /// A folder stands there, not a text.
    case isFolder
    /// No byte, white space alone, or nothing that can be spoken.
    case empty
    /// Not text at all.
    case binary
    /// Text in an encoding that is none of those read here, or damaged text.
    case undecodable
    /// More bytes than the limit allows.
    case tooLarge
    /// Text of a format that no reader stands for yet.
    case unsupported
    /// The system refused to hand it out, with the value of `errno`.
    case unreadable(errno: Int32)
  }

  /// What is wrong.
  public var kind: Kind
  /// What the user is told; its severity is always ``Complaint/Severity/error``.
  public var complaint: Complaint

  /// An error of a kind at a place.
  public init(_ kind: Kind, at place: String, _ what: String, remedy: String? = nil) {
    self.kind = kind
    complaint = Complaint(.error, at: place, what, remedy: remedy)
  }

  /// The complaint as one line.
  public var description: String { complaint.description }
}
