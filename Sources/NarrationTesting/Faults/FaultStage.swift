import Foundation
import Glibc

/// An installed `narrate` in a folder of its own, so that whatever it starts is known by its path.
struct FaultStage {
  /// Where episodes and outputs stand.
  let work: String
  let scratch: Scratch
  /// The text that is narrated, and what its outputs are called.
  static let episode = "talk.md"
  /// What installed programs are started with: no core files beside the outputs.
  private static let plain = ["prlimit", "--core=0", "--"]

  /// Installs the programs that stand beside the running one.
  ///
  /// - Parameter isFake: Speaks with the fake voice; ``setAccidents(_:)`` says how often it fails.
  init(in scratch: Scratch, isFake: Bool) throws {
    self.scratch = scratch
    work = scratch.path("work")
    let files = FileManager.default
    for folder in ["bin", "share/narrate", "work", "home"] {
      try files.createDirectory(
        atPath: scratch.path(folder), withIntermediateDirectories: true)
    }
    try files.copyItem(
      atPath: "\(Repository.root)/voices", toPath: scratch.path("share/narrate/voices"))
    try install("narrate", as: "narrate")
    if isFake {
      try install("fake-voice", as: "fake-voice")
      let voice = scratch.path("bin/narrate-voice")
      try write(
        """
        #!/bin/sh
        exec "$0/../fake-voice" --counter "$0.counter" --accidents "$(cat "$0.accidents")" \
        --wall-seconds 2 "$@"

        """.replacing("$0/../fake-voice", with: scratch.path("bin/fake-voice")), to: voice)
      chmod(voice, 0o755)
      try setAccidents(0)
    } else {
      // What is built together with narrate, and so never older.
      let tool = BuiltProducts.path(of: "narrate-voice-tool")
      let isThere = files.isExecutableFile(atPath: tool)
      try install(isThere ? "narrate-voice-tool" : "narrate-voice", as: "narrate-voice")
    }
  }

  /// How often the fake voice fails from now on, over all its processes.
  func setAccidents(_ count: Int) throws {
    let voice = scratch.path("bin/narrate-voice")
    unlink("\(voice).counter")
    try write("\(count)", to: "\(voice).accidents")
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// Every file of the work folder, hidden ones too.
  func contents() throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: work)
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: "\(work)/\($0)")))
      })
  }

  /// Empties the work folder but for the text.
  func clear() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: work)
    where name != Self.episode { try FileManager.default.removeItem(atPath: "\(work)/\(name)") }
  }

  /// Puts another folder in place of the work folder.
  func replaceWork(by folder: String) throws {
    guard FileManager.default.fileExists(atPath: folder) else { return }
    try FileManager.default.removeItem(atPath: work)
    try FileManager.default.moveItem(atPath: folder, toPath: work)
  }

  /// Everything that runs here: `narrate`, its voices and their units.
  var processes: [pid_t] { Processes.withArgument(scratch.folder) }

  /// Starts `narrate` in the work folder.
  ///
  /// - Parameter wrapper: A command that starts what follows it.
  func start(_ arguments: [String], through wrapper: [String] = []) throws -> FaultedRun {
    let errors = scratch.path("errors")
    try Data().write(to: URL(fileURLWithPath: errors))
    let command =
      (wrapper.isEmpty ? Self.plain : wrapper) + [scratch.path("bin/narrate")] + arguments
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(fileURLWithPath: work)
    var variables = ProcessInfo.processInfo.environment
    for name in ["SOURCE_DATE_EPOCH", "XDG_CONFIG_HOME"] { variables[name] = nil }
    variables["HOME"] = scratch.path("home")
    variables["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    return FaultedRun(process: process, errorFile: errors)
  }

  /// A hard link where the file system allows one, else a copy: a symbolic link would lead back to
  /// the build folder.
  private func install(_ product: String, as name: String) throws {
    let (built, path) = (BuiltProducts.path(of: product), scratch.path("bin/\(name)"))
    if link(built, path) != 0 { try FileManager.default.copyItem(atPath: built, toPath: path) }
  }
}
