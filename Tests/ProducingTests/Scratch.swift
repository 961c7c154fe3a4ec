import Foundation

/// A folder of its own for one test, removed at its end.
struct Scratch: ~Copyable {
  let path: String

  init() throws {
    let template = FileManager.default.temporaryDirectory
      .appendingPathComponent("narrate-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: template, withIntermediateDirectories: true)
    // Without links, so that paths can be compared.
    path = URL(fileURLWithPath: template).resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it.
  @discardableResult
  func write(_ name: String, _ text: String = "") throws -> String {
    let file = "\(path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// Replaces a file's bytes.
  func overwrite(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  /// Everything in the folder, hidden files included, sorted.
  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()
  }

  func text(of name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }
}
