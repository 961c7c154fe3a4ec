/// Something that the user should know: what, where, and what to do.
///
/// Every room tells its findings with this one type; `narrate` prints it and decides the exit
/// status.
public struct Complaint: Error, Hashable, Sendable, CustomStringConvertible {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable {
    /// Good to know; the result is as wanted.
    case notice
    /// The result is there, but something in it is not as written.
    case warning
    /// The result is not there.
    case error
  }

  /// How much it matters.
  public var severity: Severity
  /// `file`, `file:line` or `file:line:column`; nil when it is about no place.
  public var place: String?
  /// What happened, without a final stop: `no such file`.
  public var what: String
  /// What the user can do about it.
  public var remedy: String?

  /// A complaint with all its parts.
  public init(
    _ severity: Severity, at place: String? = nil, _ what: String, remedy: String? = nil
  ) {
    self.severity = severity
    self.place = place
    self.what = what
    self.remedy = remedy
  }

  /// One line: `episode.txt:3: warning: …; remedy`.
  public var description: String {
    var line = place.map { "\($0): " } ?? ""
    line += "\(severity.rawValue): \(what)"
    if let remedy { line += "; \(remedy)" }
    return line
  }
}
