import Foundation
import Narration
import Producing
import Testing

@Suite struct OutputSetTests {
  @Test func nothingIsThereBeforeTheCommitAndAllAfter() throws {
    let scratch = try Scratch()
    let paths = ["\(scratch.path)/a.flac", "\(scratch.path)/a.vtt"]
    let outputs = try OutputSet(paths)
    #expect(
      try scratch.names()
        == [".a.flac.narrate-\(getpid())", ".a.vtt.narrate-\(getpid())"])
    #expect(outputs.temporaryPath(for: paths[0]) == "\(scratch.path)/.a.flac.narrate-\(getpid())")
    #expect(outputs.temporaryPath(for: "elsewhere") == nil)
    try outputs.write("sound".utf8, to: paths[0])
    try outputs.write("words".utf8, to: paths[1])
    #expect(try scratch.names().allSatisfy { $0.hasPrefix(".") })
    try outputs.commit()
    #expect(try scratch.names() == ["a.flac", "a.vtt"])
    #expect(try scratch.text(of: "a.flac") == "sound")
    #expect(try scratch.text(of: "a.vtt") == "words")
  }

  @Test func whatIsLetGoLeavesNothing() throws {
    let scratch = try Scratch()
    try scratch.write("a.flac", "older")
    do {
      let outputs = try OutputSet(["\(scratch.path)/a.flac", "\(scratch.path)/a.vtt"])
      try outputs.write("new".utf8, to: "\(scratch.path)/a.flac")
    }
    #expect(try scratch.names() == ["a.flac"])
    #expect(try scratch.text(of: "a.flac") == "older")
    let outputs = try OutputSet(["\(scratch.path)/b.flac"])
    outputs.discard()
    #expect(try scratch.names() == ["a.flac"])
  }

  @Test func anOlderFileIsReplacedWithItsPermissions() throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.flac", "older")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let outputs = try OutputSet([path])
    try outputs.write("new".utf8, to: path)
    try outputs.commit()
    #expect(try scratch.names() == ["a.flac"])
    #expect(try scratch.text(of: "a.flac") == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
  }

  @Test func aWriterMayPutAFileInPlaceOfOurs() throws {
    let scratch = try Scratch()
    let path = "\(scratch.path)/a.flac"
    let outputs = try OutputSet([path])
    let temporary = outputs.temporaryPath(for: path) ?? ""
    let other = try scratch.write("other", "rewritten")
    #expect(rename(other, temporary) == 0)
    try outputs.commit()
    #expect(try scratch.names() == ["a.flac"])
    #expect(try scratch.text(of: "a.flac") == "rewritten")
  }

  @Test func aSymbolicLinkIsWrittenThrough() throws {
    let scratch = try Scratch()
    let root = scratch.path
    try scratch.write("store/x.flac", "older")
    try scratch.write("here/x")
    for (name, target) in [("a.flac", "../store/x.flac"), ("b.flac", "../store/new.flac")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(root)/here/\(name)", withDestinationPath: target)
    }
    let paths = ["\(root)/here/a.flac", "\(root)/here/b.flac"]
    let outputs = try OutputSet(paths)
    for path in paths { try outputs.write("new".utf8, to: path) }
    try outputs.commit()
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: paths[0]) == "../store/x.flac")
    #expect(try scratch.names(in: "store") == ["new.flac", "x.flac"])
    #expect(try scratch.text(of: "store/x.flac") == "new")
    #expect(try scratch.names(in: "here") == ["a.flac", "b.flac", "x"])
  }

  /// The last name cannot be given, for a folder took it meanwhile.
  @Test func whenOneNameCannotBeGivenNoneIs() throws {
    let scratch = try Scratch()
    let paths = ["a.flac", "a.vtt", "a.json"].map { "\(scratch.path)/\($0)" }
    try scratch.write("a.flac", "older")
    let outputs = try OutputSet(paths)
    for path in paths { try outputs.write("new".utf8, to: path) }
    try scratch.write("a.json/in the way")
    let failure = try commitFailure(outputs)
    #expect(failure.status == .cannotCreate)
    #expect(failure.complaint.place == paths[2])
    #expect(try scratch.names() == ["a.flac", "a.json"])
    #expect(try scratch.text(of: "a.flac") == "older")
  }

  private func commitFailure(_ outputs: consuming OutputSet) throws -> Failure {
    do throws(Failure) {
      try outputs.commit()
    } catch {
      return error
    }
    Issue.record("the commit succeeded")
    throw CancellationError()
  }

  @Test func whenOneCannotBeCreatedNothingIsLeft() throws {
    let scratch = try Scratch()
    do throws(Failure) {
      _ = try OutputSet(["\(scratch.path)/a.flac", "\(scratch.path)/none/a.vtt"])
      Issue.record("the set was created")
    } catch {
      #expect(error.status == .cannotCreate)
    }
    #expect(try scratch.names() == [])
  }

  @Test func longNamesStayApart() throws {
    let scratch = try Scratch()
    let stem = String(repeating: "ä", count: 120)
    let paths = ["flac", "vtt", "chapters.json"].map { "\(scratch.path)/\(stem).\($0)" }
    let outputs = try OutputSet(paths)
    for path in paths { try outputs.write(path.utf8, to: path) }
    #expect(try scratch.names().count == 3)
    try outputs.commit()
    #expect(try scratch.names().count == 3)
    for path in paths { #expect(try String(contentsOfFile: path, encoding: .utf8) == path) }
  }

  /// A run that is killed between its two files leaves no final name; the next one tidies up.
  @Test func aRunThatIsKilledLeavesNothingForLong() async throws {
    let scratch = try Scratch()
    let root = scratch.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [root = root as String] in
      let outputs = try OutputSet(["\(root)/a.flac", "\(root)/a.vtt"])
      try outputs.write("half".utf8, to: "\(root)/a.flac")
      kill(getpid(), SIGKILL)
      outputs.discard()
    }
    let left = try scratch.names()
    #expect(left.count == 2)
    #expect(left.allSatisfy { $0.hasPrefix(".a.") })
    // Of another episode, and of a process that lives: both stay.
    try scratch.write(".b.flac.narrate-\(left[0].split(separator: "-").last ?? "")")
    try scratch.write(".a.flac.narrate-1")

    let outputs = try OutputSet(["\(root)/a.flac", "\(root)/a.vtt"])
    try outputs.commit()
    #expect(
      try scratch.names().filter { !$0.hasPrefix(".b.") }
        == [".a.flac.narrate-1", "a.flac", "a.vtt"])
    #expect(try scratch.names().contains { $0.hasPrefix(".b.") })
  }

  @Test func aLockedFileOfAnUnknownProcessIsLeftAlone() throws {
    let scratch = try Scratch()
    // No process has a number this large; the lock stands for a run in another container.
    let file = try scratch.write(".a.flac.narrate-2000000000")
    let descriptor = open(file, O_RDONLY)
    #expect(flock(descriptor, LOCK_EX) == 0)
    for isLocked in [true, false] {
      if !isLocked { close(descriptor) }
      let outputs = try OutputSet(["\(scratch.path)/a.flac"])
      outputs.discard()
      #expect(try scratch.names() == (isLocked ? [".a.flac.narrate-2000000000"] : []))
    }
  }

  /// Where the file system wanted a name for samples that wait, and the run died just then.
  @Test func samplesThatWaitForADeadRunAreSwept() throws {
    let scratch = try Scratch()
    try scratch.write(".a.flac.narrate-2000000000.spool")
    let outputs = try OutputSet(["\(scratch.path)/a.flac"])
    outputs.discard()
    #expect(try scratch.names() == [])
  }

  /// Two containers may each have a process of the same number.
  @Test func whatALivingRunOfTheSameNumberWritesIsNotTaken() throws {
    let scratch = try Scratch()
    let path = "\(scratch.path)/a.flac"
    let file = try scratch.write(".a.flac.narrate-\(getpid())", "its")
    let descriptor = open(file, O_RDONLY)
    #expect(flock(descriptor, LOCK_EX) == 0)
    do throws(Failure) {
      _ = try OutputSet([path])
      Issue.record("the file was taken")
    } catch {
      #expect(error.status == .cannotCreate)
      #expect(error.complaint.what == "another narrate is writing it")
    }
    #expect(try scratch.text(of: ".a.flac.narrate-\(getpid())") == "its")
    close(descriptor)
    let outputs = try OutputSet([path])
    try outputs.commit()
    #expect(try scratch.names() == ["a.flac"])
  }

  /// A limit on the size of files stands for a full disk where no small one can be mounted.
  @Test func aFileThatCannotGrowIsTold() async throws {
    let scratch = try Scratch()
    let root = scratch.path
    await #expect(processExitsWith: .exitCode(Producing.ExitStatus.ioError.rawValue)) {
      [root = root as String] in
      Termination.tellBrokenWritesAsErrors()
      var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      exit(OutputSetTests.statusOfWriting(5000, in: root).rawValue)
    }
    #expect(try scratch.names() == [])
  }

  @Test(.enabled(if: Tmpfs.isAvailable, "needs the right to mount"))
  func aFullDiskIsTold() throws {
    let scratch = try Scratch()
    let disk = try Tmpfs(at: scratch.path, kilobytes: 64)
    #expect(Self.statusOfWriting(1 << 20, in: scratch.path) == .ioError)
    #expect(try scratch.names() == [])
    let failure = try #require(throws: Failure.self) {
      try FreeSpace.check([("\(scratch.path)/a.flac", 70_000)])
    }
    #expect(failure.complaint.what == "about 0.1 MB are needed, 0.1 MB are free")
    disk.unmount()
  }

  private static func statusOfWriting(_ count: Int, in folder: String) -> Producing.ExitStatus {
    do throws(Failure) {
      let path = "\(folder)/a.flac"
      let outputs = try OutputSet([path])
      try outputs.write([UInt8](repeating: 1, count: count), to: path)
      try outputs.commit()
      return .success
    } catch {
      return error.status
    }
  }
}

/// A small disk that can be filled.
struct Tmpfs: ~Copyable {
  /// Whether this process may mount one.
  static let isAvailable: Bool = {
    guard getuid() == 0, let scratch = try? Scratch() else { return false }
    guard let disk = try? Tmpfs(at: scratch.path, kilobytes: 64) else { return false }
    disk.unmount()
    return true
  }()

  private let path: String

  init(at path: String, kilobytes: Int) throws {
    self.path = path
    guard Self.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path) == 0 else {
      throw CancellationError()
    }
  }

  consuming func unmount() {}

  deinit { _ = Self.run("umount", path) }

  private static func run(_ command: String...) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
