import AudioWriting
import Foundation
import Glibc
import Narration
import NarrationTesting
import Testing

/// A file that cannot be written is told by its name and the system's reason, never passed over.
@Suite struct FailureTests {
  @Test(arguments: AudioContainer.lossless + [.mp3])
  func fullDisk(_ container: AudioContainer) throws {
    let error = try #require(throws: AudioWritingError.self) {
      try write(testSamples(100_000), to: "/dev/full", container)
    }
    #expect(error.path == "/dev/full")
    #expect(error.cause == .system(ENOSPC))
    #expect(error.description.hasSuffix(": No space left on device"))
    #expect(error.complaint.remedy?.contains("free some space") == true)
  }

  @Test(arguments: AudioContainer.lossless + [.mp3])
  func missingFolder(_ container: AudioContainer) throws {
    let error = #expect(throws: AudioWritingError.self) {
      try write([1], to: "/nowhere/at/all.x", container)
    }
    #expect(
      error?.description == "/nowhere/at/all.x: cannot create the file: No such file or directory")
  }

  /// The system stops the file at every stage: header, samples, closing, chapters.
  @Test func sizeLimitAtEveryStage() async {
    await #expect(processExitsWith: .success) {
      let samples = testSamples(100_000)
      let marks = chapters(["One", "Two"], at: [0, 20_000], length: 100_000)
      signal(SIGXFSZ, SIG_IGN)
      try Scratch.with { scratch in
        for container in AudioContainer.lossless + [.mp3] {
          let path = scratch.path("a")
          let whole = try write(samples, to: path, container, chapters: marks).bytes
          let limits = [0, 3, 50, 113, 9000, whole / 2, whole - 1]
          for bytes in limits {
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            limit.rlim_cur = rlim_t(bytes)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let error = #expect(throws: AudioWritingError.self, "\(container) \(bytes)") {
              try write(samples, to: path, container, chapters: marks)
            }
            #expect(error?.cause == .system(EFBIG), "\(container) \(bytes)")
            limit.rlim_cur = limit.rlim_max
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
          }
        }
      }
    }
  }

  @Test func moreChaptersThanFLACCanNumber() throws {
    try Scratch.with { scratch in
      let titles = (0...1000).map { "Chapter \($0)" }
      let marks = chapters(titles, at: Array(0...1000), length: 2000)
      let path = scratch.path("a.flac")
      let error = #expect(throws: AudioWritingError.self) {
        try write(testSamples(2000), to: path, .flac, chapters: marks)
      }
      #expect(error?.complaint.remedy == "choose another container with --format")
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func titlesThatWereNotAnnounced() throws {
    try Scratch.with { scratch in
      var files = try AudioFiles([(.flac, scratch.path("a.flac"))], plan: AudioPlan())
      try files.append(testSamples(1000).span)
      let long = String(repeating: "long ", count: 10_000)
      let marks = chapters([long], at: [0], length: 1000)
      var error: AudioWritingError?
      do { _ = try files.finish(chapters: marks) } catch let caught as AudioWritingError {
        error = caught
      }
      #expect(error?.reason.contains("more room") == true)
    }
  }

  @Test(arguments: AudioContainer.lossless + [.mp3], [0, -1, 10_000_000])
  func impossibleRate(_ container: AudioContainer, _ sampleRate: Int) throws {
    try Scratch.with { scratch in
      // WAV holds any positive rate.
      if container == .wav && sampleRate > 0 { return }
      #expect(throws: AudioWritingError.self) {
        try write([1, 2], to: scratch.path("a"), container, sampleRate: sampleRate)
      }
    }
  }

  @Test(arguments: AudioContainer.lossless + [.mp3])
  func droppedWriterLetsGoOfItsFile(_ container: AudioContainer) throws {
    try Scratch.with { scratch in
      do {
        var files = try AudioFiles([(container, scratch.path("a"))], plan: AudioPlan())
        try files.append(testSamples(1000).span)
        #expect(try openFiles(in: scratch) == 1)
      }
      #expect(try openFiles(in: scratch) == 0)
    }
  }

  /// How many descriptors of this process lead into a folder.
  private func openFiles(in scratch: Scratch) throws -> Int {
    let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    let targets = descriptors.compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
    }
    return targets.filter { $0.hasPrefix(scratch.folder) }.count
  }
}
