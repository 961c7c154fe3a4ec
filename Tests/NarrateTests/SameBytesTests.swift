import Foundation
import Glibc
import NarrationTesting
import Testing

/// The same text makes the same bytes, whatever happens on the way, and nothing is left of what
/// did.
@Suite struct SameBytesTests {
  private static let text = Texts.walk(sentences: 60)
  private static let options = ["walk.txt", "--format", "flac,wav"]
  private static let names = [
    "walk.chapters.json", "walk.flac", "walk.txt", "walk.vtt", "walk.wav",
  ]

  /// The outputs of a calm run with one job, made once for all tests.
  private static let calm = Result {
    try Scratch.with { try outputs(of: ["--jobs", "1"], in: $0) }
  }

  private static func outputs(of more: [String], in scratch: Scratch) throws -> [String: [UInt8]] {
    try scratch.write(text, to: "walk.txt")
    let run = try Narrate(in: scratch).run(options + more)
    try #require(run.status == 0, "\(run.errors)")
    return try contents(of: scratch)
  }

  private static func contents(of scratch: Scratch) throws -> [String: [UInt8]] {
    let names = try scratch.names()
    #expect(names == Self.names)
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try scratch.bytes($0)) })
  }

  private func isCalm(_ contents: [String: [UInt8]]) throws -> Bool {
    let calm = try Self.calm.get()
    for (name, bytes) in contents where calm[name] != bytes { Issue.record("\(name) differs") }
    return contents == calm
  }

  @Test(arguments: ["2", "4"]) func jobsDoNotMatter(jobs: String) throws {
    let contents = try Scratch.with { try Self.outputs(of: ["--jobs", jobs], in: $0) }
    #expect(try isCalm(contents))
  }

  @Test func noPathAndNoClockStandInTheOutputs() throws {
    try Scratch.with { scratch in
      try scratch.write(Self.text, to: "walk.txt")
      let absolute = scratch.path("walk.txt")
      #expect(try Narrate(in: scratch)(absolute, "--format", "flac,wav").status == 0)
      let contents = try Self.contents(of: scratch)
      #expect(try isCalm(contents))
      let year = Calendar(identifier: .gregorian).component(.year, from: Date())
      for (name, bytes) in contents {
        // Samples may look like anything.
        var told = bytes
        if name.hasSuffix(".flac") {
          told = Array(bytes[..<(try FLACReader(path: scratch.path(name)).firstFrame)])
        } else if name.hasSuffix(".wav") {
          let wav = try WAVReader(path: scratch.path(name))
          let data = try #require(wav.chunks.first { $0.name == "data" }).payload
          told = Array(bytes[..<data.lowerBound] + bytes[data.upperBound...])
        }
        let text = String(decoding: told, as: UTF8.self)
        for trace in ["\(year)", scratch.folder, "/tmp", "\(NSHomeDirectory())/", "narrate-"] {
          #expect(!text.contains(trace), "\(trace) in \(name)")
        }
      }
    }
  }

  /// How samples wait: beside the output until all are there, or in it.
  private static let loudnesses = ["-19", "off"]

  /// Waits until a run has begun to write, where it does so at once, and speaks.
  private func hasBegun(_ run: Process, _ loudness: String, _ scratch: Scratch) -> Bool {
    scratch.holds { $0.hasPrefix(".walk.wav.narrate-") && (loudness != "off" || $1 > 50_000) }
      && eventually { !Processes.children(of: run.processIdentifier).isEmpty }
  }

  @Test(arguments: loudnesses)
  func aRunAfterAKilledOneIsTheSameAndSweeps(loudness: String) throws {
    try Scratch.with { scratch in
      try scratch.write(Texts.walk(sentences: 600), to: "walk.txt")
      let narrate = Narrate(in: scratch)
      let run = try narrate.start("walk.txt", "--format", "flac,wav", "--loudness", loudness)
      #expect(hasBegun(run, loudness, scratch))
      let workers = Processes.children(of: run.processIdentifier)
      kill(run.processIdentifier, SIGKILL)
      run.waitUntilExit()
      #expect(run.status == 128 + SIGKILL)
      #expect(try scratch.names().contains { $0.hasPrefix(".walk.") })
      #expect(!workers.isEmpty)
      #expect(eventually { !workers.contains(where: Processes.isAlive) })
      let contents = try Self.outputs(of: [], in: scratch)
      #expect(try isCalm(contents))
    }
  }

  @Test(arguments: [(SIGINT, 130 as Int32), (SIGTERM, 143 as Int32)], loudnesses)
  func aSignalEndsTheRunAndLeavesNothing(end: (signal: Int32, status: Int32), loudness: String)
    throws
  {
    try Scratch.with { scratch in
      try scratch.write(Texts.walk(sentences: 600), to: "walk.txt")
      try scratch.write("old", to: "walk.vtt")
      let run = try Narrate(in: scratch).start(
        "walk.txt", "--format", "flac,wav", "--loudness", loudness)
      #expect(hasBegun(run, loudness, scratch))
      let workers = Processes.children(of: run.processIdentifier)
      kill(run.processIdentifier, end.signal)
      run.waitUntilExit()
      #expect(run.status == end.status)
      #expect(try scratch.names() == ["walk.txt", "walk.vtt"])
      #expect(try scratch.text("walk.vtt") == "old")
      #expect(!workers.isEmpty)
      #expect(eventually { !workers.contains(where: Processes.isAlive) })
    }
  }

  /// Four workers die at times that chance decides; a unit is given up at the fifth.
  @Test(arguments: [1, 2, 3] as [UInt64]) func killedWorkersAreNotHeard(seed: UInt64) throws {
    try Scratch.with { scratch in
      try scratch.write(Self.text, to: "walk.txt")
      let run = try Narrate(in: scratch).start(
        "walk.txt", "--format", "flac,wav", "--jobs", "2")
      var random = SeededGenerator(seed: seed)
      var killed = 0
      while run.isRunning, killed < 4 {
        let workers = Processes.children(of: run.processIdentifier).sorted()
        let units = workers.flatMap(Processes.children).sorted()
        if let victim = (workers + units).randomElement(using: &random) {
          if kill(victim, SIGKILL) == 0 { killed += 1 }
        }
        usleep(UInt32.random(in: 5_000...60_000, using: &random))
      }
      run.waitUntilExit()
      #expect(run.status == 0)
      #expect(killed > 0)
      let contents = try Self.contents(of: scratch)
      #expect(try isCalm(contents))
    }
  }
}
