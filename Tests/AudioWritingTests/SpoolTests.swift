import Foundation
import Glibc
import NarrationTesting
import Testing

@testable import AudioWriting

/// What is spooled comes back, leaves no name, and where it cannot be kept that is told.
@Suite struct SpoolTests {
  @Test(arguments: [true, false])
  func givesBackWhatItTook(_ avoidingNames: Bool) throws {
    let samples = testSamples(200_003)
    try Scratch.with { scratch in
      var spool = try SampleSpool(beside: scratch.path("a.flac"), avoidingNames: avoidingNames)
      var start = 0
      // Pieces below and above the buffer.
      for count in [0, 1, 5, 32_767, 32_768, 1, 32_769, 100_000, 692] {
        let piece = Array(samples[start..<start + count])
        try spool.append(piece.span)
        start += count
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder)
      #expect(names == [])
      let length = spool.length
      #expect(length == start)
      var back: [Int16] = []
      var block = [Int16](repeating: 0, count: 7001)
      while back.count < length {
        let count = try spool.read(at: back.count, into: &block)
        back += block[..<count]
      }
      #expect(back == Array(samples[..<start]))
      let more = try spool.read(at: length, into: &block)
      #expect(more == 0)
      // Any place, in any order.
      let count = try spool.read(at: 100_001, into: &block)
      #expect(block[..<count] == samples[100_001..<107_002])
    }
  }

  @Test func takesOverTheNameOfADeadRun() throws {
    try Scratch.with { scratch in
      let stale = scratch.path("a.flac" + SampleSpool.suffix)
      try Data([1, 2, 3]).write(to: URL(fileURLWithPath: stale))
      var spool = try SampleSpool(beside: scratch.path("a.flac"), avoidingNames: false)
      let samples = testSamples(10)
      try spool.append(samples.span)
      var block = [Int16](repeating: 0, count: 20)
      let count = try spool.read(at: 0, into: &block)
      #expect(block[..<count] == samples[...])
      #expect(!FileManager.default.fileExists(atPath: stale))
    }
  }

  @Test func missingFolder() {
    let error = #expect(throws: AudioWritingError.self) {
      _ = try SampleSpool(beside: "/nowhere/at/all.flac")
    }
    #expect(error?.path == "/nowhere/at/all.flac")
    #expect(error?.cause == .system(ENOENT))
  }

  /// As a full disk does it: the error comes where the bytes go, and again at every later call.
  @Test func limitOfTheSystemIsTold() async {
    await #expect(processExitsWith: .success) {
      signal(SIGXFSZ, SIG_IGN)
      try Scratch.with { scratch in
        for bytes in [0, 3, 65_536, 100_001] {
          var limit = rlimit()
          getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
          limit.rlim_cur = rlim_t(bytes)
          setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
          var spool = try SampleSpool(beside: scratch.path("a.flac"))
          let samples = testSamples(10_000)
          var block = samples
          for _ in 0..<2 {
            let error = #expect(throws: AudioWritingError.self, "\(bytes)") {
              for _ in 0..<10 { try spool.append(samples.span) }
              _ = try spool.read(at: 0, into: &block)
            }
            #expect(error?.cause == .system(EFBIG))
            #expect(error?.path == scratch.path("a.flac"))
          }
          limit.rlim_cur = limit.rlim_max
          setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        }
      }
    }
  }

  @Test func droppedSpoolLetsGoOfItsFile() throws {
    try Scratch.with { scratch in
      func open() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").filter {
          (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)"))?
            .hasPrefix(scratch.folder) == true
        }.count
      }
      do {
        var spool = try SampleSpool(beside: scratch.path("a.flac"))
        let samples = testSamples(100)
        try spool.append(samples.span)
        #expect(try open() == 1)
      }
      #expect(try open() == 0)
    }
  }
}
