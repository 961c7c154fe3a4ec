import Foundation
import Glibc
import NarrationTesting

/// The built program, run as a user runs it.
struct Narrate {
  /// What a run left behind.
  struct Run {
    /// 128 and the signal's number where a signal ended it, as shells say.
    var status: Int32
    var output: [UInt8]
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [Substring] { text.split(separator: "\n") }
    /// The lines of standard error that tell an error.
    var complaints: [Substring] { errors.split(separator: "\n").filter { $0.contains("error:") } }
  }

  /// The program itself.
  var executable = BuiltProducts.path(of: "narrate")
  /// Where it stands while it runs: its user names files as seen from here.
  let folder: Scratch

  init(in folder: Scratch) { self.folder = folder }

  /// Runs it to its end.
  func callAsFunction(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    try run(arguments, input: input.map { Array($0.utf8) }, environment: environment)
  }

  func run(
    _ arguments: [String], input: [UInt8]? = nil, environment: [String: String] = [:],
    through wrapper: [String] = []
  ) throws -> Run {
    // Through files rather than pipes: nobody has to empty them while the program runs.
    try Scratch.with { streams in
      let files = ["in", "out", "err"].map { URL(fileURLWithPath: streams.path($0)) }
      try Data(input ?? []).write(to: files[0])
      for file in files[1...] { try Data().write(to: file) }
      let process = process(
        ["/usr/bin/timeout", "-k", "5", "120"] + wrapper + [executable] + arguments, environment)
      process.standardInput =
        input == nil ? FileHandle.nullDevice : try FileHandle(forReadingFrom: files[0])
      process.standardOutput = try FileHandle(forWritingTo: files[1])
      process.standardError = try FileHandle(forWritingTo: files[2])
      try process.run()
      process.waitUntilExit()
      return Run(
        status: process.status, output: Array(try Data(contentsOf: files[1])),
        errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }
  }

  /// Starts it without waiting; its talk is nobody's.
  func start(_ arguments: String...) throws -> Process {
    let process = process([executable] + arguments, [:])
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// A process that is yet to be run, and that nothing of this machine's user reaches.
  func process(_ command: [String], _ environment: [String: String]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder.folder)
    var variables = ProcessInfo.processInfo.environment
    variables["SOURCE_DATE_EPOCH"] = nil
    variables["XDG_CONFIG_HOME"] = nil
    variables["HOME"] = folder.folder
    process.environment = variables.merging(environment) { $1 }
    return process
  }
}

extension Process {
  /// As shells say it.
  var status: Int32 {
    terminationReason == .uncaughtSignal ? 128 + terminationStatus : terminationStatus
  }
}

extension Scratch {
  /// Writes a text, and lends its name.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return name
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(name), withIntermediateDirectories: true)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// Everything in it, hidden files too, by name.
  func names(in inner: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(inner)).sorted()
  }

  /// Waits until there is a file in it of such a name and size.
  func holds(_ isMeant: (String, Int) -> Bool) -> Bool {
    eventually {
      let names = (try? names()) ?? []
      return names.contains { isMeant($0, (try? bytes($0).count) ?? 0) }
    }
  }
}

/// Waits until it holds; false after a minute.
///
/// Without suspending: another test could take the thread for so long that a run ends meanwhile.
func eventually(_ condition: () -> Bool) -> Bool {
  for _ in 0..<6_000 {
    if condition() { return true }
    usleep(10_000)
  }
  return condition()
}
