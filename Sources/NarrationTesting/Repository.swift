import Foundation

/// The sources of this package, found from where this file stands.
public enum Repository {
  /// The folder of Package.swift.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The text of a file of the package.
  public static func text(of path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }
}

/// A file of the package that is made from code.
public enum Snapshot {
  /// The text of the file; with `RECORD_SNAPSHOTS` set, what is made now is written there first.
  public static func text(of path: String, madeNow text: String) throws -> String {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(Repository.root)/\(path)"))
    }
    return try Repository.text(of: path)
  }
}
