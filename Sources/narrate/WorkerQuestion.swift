import AudioWriting
import Foundation
import Producing

/// Asks the worker something that it answers in text.
enum WorkerQuestion {
  /// What `narrate-voice` prints for an option.
  static func ask(_ option: String, executable: String) async throws -> String {
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: try VoiceWorker.locate(besides: executable))
    process.arguments = [option]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let answer = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        .software, "narrate-voice \(option) ended with status \(process.terminationStatus)",
        remedy: "build or install narrate again")
    }
    return String(decoding: answer, as: UTF8.self)
  }
}

/// The versions that decide which bytes come out.
enum Version {
  static let narrate = "0.1.0"

  static func print() async throws {
    let engine = try await WorkerQuestion.ask("--version", executable: Studio.executable())
    Swift.print("narrate \(narrate)")
    Swift.print(engine.trimmingCharacters(in: .whitespacesAndNewlines))
    for codec in CodecVersions.all { Swift.print(codec) }
  }
}
