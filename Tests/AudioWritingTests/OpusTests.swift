import AudioWriting
import Foundation
import Narration
import NarrationTesting
import Testing

/// Ogg Opus files: their length, onsets and level, and what stands in their headers.
@Suite struct OpusTests {
  @Test(
    arguments: [22_050, 24_000, 44_100, 48_000], [0, 1, 2, 959, 960, 961, 4097, 100_003])
  func lengthIsExact(_ sampleRate: Int, _ count: Int) throws {
    try Scratch.with { scratch in
      let path = scratch.path("a.opus")
      let written = try write(testSamples(count), to: path, .opus, sampleRate: sampleRate)
      let expected = (count * 48_000 + sampleRate - 1) / sampleRate
      let opus = try OggOpusReader(path: path)
      #expect(written.frames == count)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == written.bytes)
      #expect(opus.frames == expected)
      #expect(opus.inputRate == sampleRate)
      #expect(opus.channels == 1)
      #expect(opus.gain == 0)
      #expect(try decoded(path).count == expected)
      #expect(try opusdecoded(path).count == expected)
    }
  }

  func opusdecoded(_ path: String) throws -> [Int16] {
    let result = try Program.run("opusdec", ["--quiet", "--rate", "48000", "--no-dither", path, path + ".raw"])
    try #require(result.status == 0, "\(result.errors)")
    return samples(of: Array(try Data(contentsOf: URL(fileURLWithPath: path + ".raw"))))
  }
}
