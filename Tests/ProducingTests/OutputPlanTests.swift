import AudioWriting
import Foundation
import Narration
import Producing
import Testing

@Suite struct OutputPlanTests {
  private func failure(_ outputs: [(String, String)], _ inputs: [String]) throws -> Failure {
    let outputs = outputs.map { PlannedOutput(path: $0.0, source: $0.1) }
    return try #require(throws: Failure.self) { try OutputPlan.check(outputs, against: inputs) }
  }

  @Test func filesApartAreAllowed() throws {
    let scratch = try Scratch()
    let input = try scratch.write("a.txt", "text")
    let older = try scratch.write("a.flac", "older")
    try OutputPlan.check(
      [
        PlannedOutput(path: older, source: input),
        PlannedOutput(path: "\(scratch.path)/a.vtt", source: input),
      ], against: [input, "\(scratch.path)/nowhere.yml", "-"])
  }

  @Test(arguments: ["same name", "another way to the name", "hard link", "symbolic link"])
  func anOutputNeverReplacesAnInput(way: String) throws {
    let scratch = try Scratch()
    let root = scratch.path
    let input = try scratch.write("a.txt", "text")
    try scratch.write("below/x")
    let output: String
    switch way {
    case "same name": output = input
    case "another way to the name": output = "\(root)/below/../a.txt"
    case "hard link":
      output = "\(root)/b.flac"
      try FileManager.default.linkItem(atPath: input, toPath: output)
    default:
      output = "\(root)/b.flac"
      try FileManager.default.createSymbolicLink(
        atPath: output, withDestinationPath: "below/../a.txt")
    }
    let failure = try failure([(output, input)], [input])
    #expect(failure.status == .usage)
    #expect(failure.complaint.what == "\(output) would replace the input \(input)")
    #expect(failure.complaint.remedy == "name another output with -o")
  }

  @Test func anInputThroughALinkIsStillTheInput() throws {
    let scratch = try Scratch()
    let output = try scratch.write("a.flac", "text")
    let input = "\(scratch.path)/a.txt"
    try FileManager.default.createSymbolicLink(atPath: input, withDestinationPath: "a.flac")
    #expect(try failure([(output, input)], [input]).status == .usage)
  }

  @Test(arguments: ["same", "dots", "linked folder", "dangling link", "hard link"])
  func twoOutputsNeverMeet(way: String) throws {
    let scratch = try Scratch()
    let root = scratch.path
    try scratch.write("out/below/x")
    let one = "\(root)/out/a.flac"
    var other = one
    switch way {
    case "dots": other = "\(root)/out/below/../a.flac"
    case "linked folder":
      try FileManager.default.createSymbolicLink(
        atPath: "\(root)/also", withDestinationPath: "out")
      other = "\(root)/also/a.flac"
    case "dangling link":
      other = "\(root)/out/b.flac"
      try FileManager.default.createSymbolicLink(atPath: other, withDestinationPath: "a.flac")
    case "hard link":
      try scratch.write("out/a.flac")
      other = "\(root)/out/b.flac"
      try FileManager.default.linkItem(atPath: one, toPath: other)
    default: break
    }
    let failure = try failure([(one, "x/a.txt"), (other, "y/a.txt")], [])
    #expect(failure.status == .usage)
    #expect(failure.complaint.what.hasPrefix("x/a.txt and y/a.txt would both write \(one)"))
    #expect(failure.complaint.remedy?.contains("-o") == true)
  }

  @Test func aFolderThatIsNotThereCannotHoldAnOutput() throws {
    let scratch = try Scratch()
    let output = "\(scratch.path)/none/a.flac"
    let failure = try failure([(output, "a.txt")], [])
    #expect(failure.status == .cannotCreate)
    #expect(failure.complaint.place == output)
    #expect(failure.complaint.what == "no such folder to write into")
  }

  @Test func aFolderIsNoOutputAndADeviceIsNone() throws {
    let scratch = try Scratch()
    #expect(try failure([(scratch.path, "a.txt")], []).complaint.what == "is a folder")
    #expect(try failure([("\(scratch.path)/", "a.txt")], []).complaint.what == "is a folder")
    let device = try failure([("/dev/null", "a.txt")], [])
    #expect(device.status == .cannotCreate)
    #expect(device.complaint.what == "is not a file but a device or a pipe")
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func aFolderThatDoesNotAllowWritingIsTold() throws {
    let scratch = try Scratch()
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: scratch.path)
    #expect(try failure([("\(scratch.path)/a.flac", "a.txt")], []).status == .cannotCreate)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.path)
  }

  @Test func roomIsAskedForOncePerDisk() throws {
    let scratch = try Scratch()
    let paths = ["\(scratch.path)/a.flac", "\(scratch.path)/a.wav"]
    try FreeSpace.check(paths.map { ($0, 1) })
    // Half of what is free fits once, but not three times.
    let half = try freeBytes(at: scratch.path) / 2
    try FreeSpace.check([(paths[0], half)])
    let failure = try #require(throws: Failure.self) {
      try FreeSpace.check((paths + paths.prefix(1)).map { ($0, half) })
    }
    #expect(failure.status == .cannotCreate)
    #expect(failure.complaint.what.contains("are needed"))
  }

  private func freeBytes(at path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfFileSystem(forPath: path)
    return try #require((attributes[.systemFreeSize] as? NSNumber)?.intValue)
  }
}
