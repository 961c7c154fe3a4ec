import AudioWriting
import Foundation
import Narration
import NarrationTesting
import Testing

/// The seek table points at frames, however long the file.
@Suite struct SeekTableTests {
  /// At 1,000 samples a second the table fills after 2.9 million of them.
  @Test(arguments: [1, 3 * 4096, 200_000, 2_949_119, 2_949_121, 7_000_000])
  func pointsHitFrames(_ count: Int) throws {
    try Scratch.with { scratch in
      let path = scratch.path("a.flac")
      var files = try AudioFiles([(.flac, path)], plan: AudioPlan(sampleRate: 1000))
      let piece = testSamples(10_000)
      var rest = count
      while rest > 0 {
        let next = piece.prefix(rest)
        try files.append(next.span)
        rest -= next.count
      }
      _ = try files.finish(chapters: [])
      let flac = try FLACReader(path: path)
      #expect(flac.samplesPerFrame == 4096)
      #expect(flac.seekPoints.count <= 360)
      #expect(flac.seekPoints.first?.sample == 0)
      #expect(flac.seekPoints.first?.offset == 0)
      for point in flac.seekPoints {
        #expect(try flac.frameNumber(at: point) * 4096 == point.sample)
        #expect(point.count == min(4096, count - point.sample))
      }
      let gaps = zip(flac.seekPoints, flac.seekPoints.dropFirst()).map { $1.sample - $0.sample }
      #expect(Set(gaps).count <= 1, "\(gaps)")
      #expect(count - (flac.seekPoints.last?.sample ?? 0) <= max(gaps.first ?? 0, 3 * 4096))
      let test = try Program.run("flac", ["-t", "-s", path])
      #expect(test.status == 0, "\(test.errors)")
    }
  }

  @Test func ffmpegSeeksToTheSample() throws {
    let samples = testSamples(22_050 * 60)
    try Scratch.with { scratch in
      let path = scratch.path("a.flac")
      try write(samples, to: path, .flac)
      let arguments = ["-v", "error", "-ss", "42", "-i", path, "-t", "1", "-f", "s16le", "-"]
      let result = try Program.run("ffmpeg", arguments)
      #expect(
        AudioWritingTests.samples(of: result.output)
          == Array(samples[(42 * 22_050)..<(43 * 22_050)]))
    }
  }

  @Test func tagEditorsFindRoom() throws {
    let marks = chapters(["One", "Two"], at: [0, 20_000], length: 50_000)
    try Scratch.with { scratch in
      let path = scratch.path("a.flac")
      let written = try write(testSamples(50_000), to: path, .flac, chapters: marks)
      #expect(try FLACReader(path: path).blocks.last?.payload.count ?? 0 >= 4000)
      let tag = "--set-tag=DESCRIPTION=" + String(repeating: "x", count: 3000)
      #expect(try Program.run("metaflac", [tag, path]).status == 0)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == written.bytes)
    }
  }
}
