import AudioWriting
import Foundation
import Narration
import NarrationTesting
import Testing

/// Files made by programs that we did not write.
extension Scratch {
  /// Runs a program on this folder's files and expects it to succeed; `@name` is a file of it.
  func run(_ program: String, _ arguments: String...) throws {
    let arguments = arguments.map { $0.hasPrefix("@") ? path(String($0.dropFirst())) : $0 }
    let result = try Program.run(program, arguments)
    try #require(result.status == 0, "\(program): \(result.errors)")
  }

  /// Makes a file with ffmpeg of another one.
  func convert(_ source: String, to target: String, _ options: String...) throws {
    let arguments = ["-v", "error", "-y", "-i", path(source)] + options + [path(target)]
    let result = try Program.run("ffmpeg", arguments)
    try #require(result.status == 0, "\(result.errors)")
  }

  func inspect(_ name: String) throws -> AudioInspection {
    try AudioInspector.inspect(path(name))
  }

  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  func store(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  /// What ffmpeg reads as tags and chapters, as a file.
  func storeMetadata(_ name: String) throws {
    try store(
      Array(
        """
        ;FFMETADATA1
        title=Títle
        artist=Anna
        [CHAPTER]
        TIMEBASE=1/1000
        START=0
        END=150
        title=Eins
        [CHAPTER]
        TIMEBASE=1/1000
        START=150
        END=300
        title=結果 🎧

        """.utf8), name)
  }
}

extension AudioInspection {
  /// What is told of the file, without its name and what to do.
  var told: [String] { complaints.map { "\($0.severity.rawValue): \($0.what)" } }

  /// The tags as `name=value`.
  var tags: [String] { structure.tags.map { "\($0.name)=\($0.value)" } }

  /// The chapters as `title@milliseconds`.
  var chapters: [String] { structure.chapters.map { "\($0.title)@\($0.milliseconds)" } }
}
