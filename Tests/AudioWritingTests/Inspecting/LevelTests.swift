import AudioWriting
import Foundation
import Narration
import NarrationTesting
import Testing

/// What is measured is what was put there.
@Suite struct LevelTests {
  private func levels(_ samples: [Int16]) throws -> AudioLevels {
    try Scratch.with { scratch in
      try write(samples, to: scratch.path("a"), .flac)
      return try #require(try scratch.inspect("a").levels)
    }
  }

  private func tone(_ count: Int, _ amplitude: Double = 8000) -> [Int16] {
    (0..<count).map { Int16(amplitude * cos(Double($0) / 7)) }
  }

  private func silence(_ count: Int) -> [Int16] { [Int16](repeating: 0, count: count) }

  @Test func silencesAreExact() throws {
    let found = try levels(
      silence(1000) + tone(500) + silence(2000) + tone(500) + silence(300) + tone(500)
        + silence(1500))
    #expect(found.leadingSilence == 1000 && found.trailingSilence == 1500)
    // The tone ends near a zero of its own at most.
    #expect(abs(found.longestSilence.lowerBound - 1500) <= 1)
    #expect(abs(found.longestSilence.upperBound - 3500) <= 1)
  }

  @Test func silenceThroughout() throws {
    let found = try levels(silence(30_000))
    #expect(found.leadingSilence == 30_000 && found.trailingSilence == 30_000)
    #expect(found.longestSilence.isEmpty && found.largestStep == 0)
    #expect(found.samplePeak == nil && found.truePeak == nil && found.integratedLoudness == nil)
  }

  @Test func aClickIsTheLargestStep() throws {
    var samples = tone(20_000)
    samples[12_345] = 30_000
    let found = try levels(samples)
    #expect(found.largestStepFrame == 12_345 || found.largestStepFrame == 12_346)
    let steps = [(12_344, 12_345), (12_345, 12_346)].map {
      abs(Double(samples[$0.0]) - Double(samples[$0.1])) / 32_768
    }
    #expect(abs(found.largestStep - (steps.max() ?? 0)) < 1e-6)
  }

  @Test func clippingIsARunAtFullScale() throws {
    var samples = tone(20_000)
    samples.replaceSubrange(7000..<7002, with: [32_767, 32_767])
    #expect(try levels(samples).clippingRuns == 0)
    samples.replaceSubrange(9000..<9003, with: [32_767, 32_767, 32_767])
    samples.replaceSubrange(9500..<9505, with: [Int16](repeating: -32_768, count: 5))
    let found = try levels(samples)
    #expect(found.clippedSamples == 10 && found.clippingRuns == 2)
    #expect(found.firstClipping == 9000)
  }

  @Test func loudnessAndPeakAreThoseOfFFmpeg() throws {
    try Scratch.with { scratch in
      try write(tone(44_100) + testSamples(44_100), to: scratch.path("a.wav"), .wav)
      for (name, options) in [
        ("b.wav", ["-ac", "2"]), ("c.flac", []), ("d.wav", ["-ar", "48000"]),
      ] {
        let arguments = ["-v", "error", "-i", scratch.path("a.wav")] + options
        try #require(try Program.run("ffmpeg", arguments + [scratch.path(name)]).status == 0)
        let found = try #require(try scratch.inspect(name).levels)
        let told = try Program.run(
          "ffmpeg",
          ["-hide_banner", "-nostats", "-i", scratch.path(name)]
            + ["-af", "ebur128=peak=true", "-f", "null", "-"]
        ).errors
        // What stands behind the lines for each frame.
        let summary = told.components(separatedBy: "Summary:").last ?? ""
        let numbers = summary.matches(of: /(I|Peak): +(-?[0-9.]+)/).map { Double($0.output.2) ?? 0 }
        try #require(numbers.count == 2, "\(told)")
        #expect(abs((found.integratedLoudness ?? 0) - numbers[0]) < 0.15, "\(name)")
        // Theirs is found through another filter.
        #expect(abs((found.truePeak ?? 0) - numbers[1]) < 0.3, "\(name)")
      }
    }
  }
}
