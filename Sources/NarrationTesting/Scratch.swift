import Foundation

/// A folder for the files of one test, gone after it.
public struct Scratch: Sendable {
  /// Where it is.
  public let folder: String

  /// The path of a file in it.
  public func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Makes a folder, lends it and removes it.
  public static func with<Result>(_ body: (Scratch) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(Scratch(folder: url.path))
  }
}
