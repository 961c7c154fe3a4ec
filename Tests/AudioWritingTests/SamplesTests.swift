import AudioWriting
import Foundation
import Narration
import NarrationTesting
import Testing

/// Every sample that was handed over stands in the file, whatever its length.
@Suite struct SamplesTests {
  @Test(arguments: AudioContainer.lossless, [1, 2, 4095, 4096, 4097, 100_003])
  func decodeToWhatWasWritten(_ container: AudioContainer, _ count: Int) throws {
    let samples = testSamples(count)
    try Scratch.with { scratch in
      let path = scratch.path("a.\(container.fileExtension)")
      let written = try write(samples, to: path, container)
      #expect(written.frames == count)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == written.bytes)
      #expect(try decoded(path) == samples)
    }
  }

  @Test func fullScaleSamplesSurvive() throws {
    let samples: [Int16] = [.min, .max, 0, -1, 1, .min, .min, .max, .max]
    try Scratch.with { scratch in
      for container in AudioContainer.lossless {
        let path = scratch.path("a.\(container.fileExtension)")
        try write(samples, to: path, container)
        #expect(try decoded(path) == samples)
      }
    }
  }

  /// Plain, since Python's `wave` and portable players refuse the extensible format.
  @Test func wavIsPlainPCM() throws {
    let samples = testSamples(30_001)
    try Scratch.with { scratch in
      let path = scratch.path("a.wav")
      try write(samples, to: path, .wav, sampleRate: 24_000)
      let wav = try WAVReader(path: path)
      #expect(wav.form == "RIFF")
      #expect(wav.format == [1, 1, 24_000, 48_000, 2, 16])
      #expect(wav.chunks.map(\.name) == ["JUNK", "fmt ", "JUNK", "data", "LIST"])
      #expect(try wav.samples() == samples)
    }
  }

  @Test func flacHoldsCountAndCheckSum() throws {
    let samples = testSamples(30_001)
    try Scratch.with { scratch in
      let path = scratch.path("a.flac")
      try write(samples, to: path, .flac, sampleRate: 24_000)
      let flac = try FLACReader(path: path)
      #expect(flac.frames == 30_001)
      #expect(flac.sampleRate == 24_000)
      #expect(flac.channels == 1)
      #expect(flac.bitsPerSample == 16)
      #expect(flac.blocks.map(\.type) == [0, 3, 4, 1])
      let raw = scratch.path("raw")
      try samples.withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: raw))
      #expect(try Program.run("md5sum", [raw]).text.hasPrefix(flac.md5))
      let test = try Program.run("flac", ["-t", "-s", path])
      #expect(test.status == 0, "\(test.errors)")
    }
  }

  @Test func noSamplesMakeAFileThatOpens() throws {
    let marks = chapters(["Nothing"], at: [0], length: 0)
    try Scratch.with { scratch in
      let wav = scratch.path("a.wav")
      let written = try write([], to: wav, .wav, chapters: marks)
      #expect(written.frames == 0)
      #expect(try WAVReader(path: wav).frames == 0)
      #expect(try WAVReader(path: wav).cues == [.init(id: 1, start: 0, label: "Nothing")])
      let flac = scratch.path("a.flac")
      #expect(try write([], to: flac, .flac, chapters: marks).frames == 0)
      #expect(try FLACReader(path: flac).frames == 0)
      #expect(try Probe(flac).shown.map(\.title) == ["Nothing"])
      #expect(try Program.run("flac", ["-t", "-s", flac]).status == 0)
    }
  }

  @Test(arguments: AudioContainer.lossless + [.mp3])
  func sizeOfPiecesChangesNoByte(_ container: AudioContainer) throws {
    let samples = testSamples(50_000)
    let marks = chapters(["One", "Two"], at: [0, 20_000], length: 50_000)
    let tags = Metadata(title: "T", artist: "A", comment: "C")
    try Scratch.with { scratch in
      let files = try [50_000, 997, 4096].map { piece in
        let path = scratch.path("\(piece)")
        try write(samples, to: path, container, piece: piece, tags: tags, chapters: marks)
        return try Data(contentsOf: URL(fileURLWithPath: path))
      }
      #expect(files[0] == files[1])
      #expect(files[0] == files[2])
    }
  }

  @Test func severalFilesComeFromTheSameSamples() throws {
    let samples = testSamples(10_000)
    try Scratch.with { scratch in
      let paths = AudioContainer.lossless.map { ($0, scratch.path($0.rawValue)) }
      var files = try AudioFiles(paths, plan: AudioPlan())
      try files.append(samples.span)
      let written = try files.finish(chapters: [])
      #expect(written.map(\.frames) == [10_000, 10_000])
      for (_, path) in paths { #expect(try decoded(path) == samples) }
    }
  }
}
