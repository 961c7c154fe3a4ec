import Foundation

/// A program that this project did not write, run to read back what it did.
public enum Program {
  /// What a program left behind.
  public struct Result: Sendable {
    /// Its exit status; 124 when it ran longer than a minute and was ended.
    public var status: Int32
    /// Its standard output.
    public var output: [UInt8]
    /// Its standard error, as text.
    public var errors: String
    /// Its standard output, as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// A program that is not there: a test fails by it, since to skip would hide what it checks.
  public struct Missing: Error, CustomStringConvertible {
    let name: String
    /// What to install.
    public var description: String {
      let packages = [
        "ffprobe": "ffmpeg", "metaflac": "flac", "opusdec": "opus-tools", "opusinfo": "opus-tools",
      ]
      return "\(name) is not installed: apt-get install \(packages[name] ?? name)"
    }
  }

  /// Runs a program found in PATH, for at most a minute, and waits for it.
  public static func run(_ name: String, _ arguments: [String]) throws -> Result {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(
      separator: ":")
    let candidates = folders.map { "\($0)/\(name)" }
    guard let path = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      throw Missing(name: name)
    }
    // Through files rather than pipes: nobody has to empty them while the program runs.
    return try Scratch.with { scratch in
      let output = scratch.path("output")
      let errors = scratch.path("errors")
      for file in [output, errors] { try Data().write(to: URL(fileURLWithPath: file)) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
      process.arguments = ["60", path] + arguments
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle(forWritingAtPath: output)
      process.standardError = FileHandle(forWritingAtPath: errors)
      try process.run()
      process.waitUntilExit()
      return Result(
        status: process.terminationStatus,
        output: Array(try Data(contentsOf: URL(fileURLWithPath: output))),
        errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self))
    }
  }
}
