import AudioWriting
import Foundation
import Narration
import NarrationTesting
import Testing

/// An MP3 file plays as long as what was written, every sound at its moment and its level.
@Suite struct MP3Tests {
  static let rates = [16_000, 22_050, 24_000, 32_000, 44_100, 48_000]

  @Test(
    arguments: [22_050, 24_000, 44_100, 48_000],
    [0, 1, 46, 47, 48, 575, 576, 577, 1105, 1152, 1153, 100_003])
  func everySampleIsCounted(_ sampleRate: Int, _ count: Int) throws {
    try Scratch.with { scratch in
      let path = scratch.path("a.mp3")
      let written = try write(testSamples(count), to: path, .mp3, sampleRate: sampleRate)
      #expect(written.frames == count)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == written.bytes)
      let mp3 = try MP3Reader(path: path)
      #expect(mp3.samples == count)
      #expect(try decoded(path).count == count)
    }
  }

  @Test(arguments: rates)
  func framesAreOfOneChannelAndOneRate(_ sampleRate: Int) throws {
    try Scratch.with { scratch in
      let path = scratch.path("a.mp3")
      try write(testSamples(50_000), to: path, .mp3, sampleRate: sampleRate)
      let mp3 = try MP3Reader(path: path)
      #expect(mp3.sampleRate == sampleRate)
      #expect(mp3.version == (sampleRate < 32_000 ? 2 : 1))
      #expect(mp3.channels == 1)
      #expect(mp3.bitRate == (sampleRate < 32_000 ? 64 : 96))
      #expect(mp3.information.name == "Info")
      #expect(mp3.information.delay == 576)
      // A decoder is 529 samples late: as many must follow the last.
      #expect(mp3.information.padding >= 529)
      #expect(mp3.information.encoder.hasPrefix("LAME3"))
      // At one bit rate the table of places is a straight line, in steps of whole frames.
      let places = mp3.information.places.map(Int.init)
      let step = 256 / mp3.information.frames + 2
      #expect(
        places.indices.allSatisfy { abs(places[$0] - 256 * $0 / 100) <= 2 * step }, "\(places)")
    }
  }

  /// Bursts of noise in silence, each alike, at places that no frame knows of.
  @Test(arguments: [22_050, 24_000, 44_100, 48_000])
  func onsetsStandWhereTheyWere(_ sampleRate: Int) throws {
    var generator = SeededGenerator(seed: 7)
    let burst = (0..<300).map { _ in Int16.random(in: -12_000...12_000, using: &generator) }
    let onsets = [0, 1000, 5003, 9999, 20_001, 29_700]
    var samples = [Int16](repeating: 0, count: 30_000)
    for onset in onsets { samples.replaceSubrange(onset..<onset + burst.count, with: burst) }
    try Scratch.with { scratch in
      let path = scratch.path("a.mp3")
      try write(samples, to: path, .mp3, sampleRate: sampleRate)
      let played = try decoded(path)
      try #require(played.count == samples.count)
      for onset in onsets {
        let shifts = (-30...30).filter { onset + $0 >= 0 && onset + 300 + $0 <= played.count }
        let likeness = shifts.map { shift in
          burst.indices.reduce(0) { $0 + Int(burst[$1]) * Int(played[onset + shift + $1]) }
        }
        let best = try #require(likeness.indices.max { likeness[$0] < likeness[$1] })
        #expect(shifts[best] == 0, "at \(onset)")
      }
    }
  }

  /// Speech has more below zero than above, or the reverse: a flip would be heard by no level meter.
  @Test(arguments: SampleDepth.allCases)
  func levelAndPolarityAreKept(_ depth: SampleDepth) throws {
    // A tone of two partials, whose peaks are higher on one side, well below the low-pass.
    let wave = (0..<44_100).map { index in
      let phase = 2 * Double.pi * 300 * Double(index) / 22_050
      return 0.3 * cos(phase) + 0.2 * cos(2 * phase)
    }
    try Scratch.with { scratch in
      let path = scratch.path("a.mp3")
      var files = try AudioFiles([(.mp3, path)], plan: AudioPlan(depth: depth))
      let words = wave.map { Int32($0 * 2_147_483_648) }
      let shorts = words.map { Int16($0 >> 16) }
      if depth == .sixteen { try files.append(shorts.span) } else { try files.append(words.span) }
      _ = try files.finish(chapters: [])
      let played = try decoded(path).map { Double($0) / 32_768 }
      try #require(played.count == wave.count)
      let energy = wave.reduce(0) { $0 + $1 * $1 }
      let shared = zip(wave, played).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(10 * log10(played.reduce(0) { $0 + $1 * $1 } / energy)) < 0.1)
      #expect(shared / energy > 0.98)
    }
  }

  /// What 16 bits cannot hold reaches the encoder from a plan of 24.
  @Test func quietSamplesOf24BitsAreHeard() throws {
    let wave = (0..<22_050).map { 0.000_01 * sin(2 * Double.pi * 500 * Double($0) / 22_050) }
    try Scratch.with { scratch in
      let path = scratch.path("a.mp3")
      var files = try AudioFiles([(.mp3, path)], plan: AudioPlan(depth: .twentyFour))
      let words = wave.map { Int32($0 * 2_147_483_648) & ~0xFF }
      try files.append(words.span)
      _ = try files.finish(chapters: [])
      let raw = try Program.run("ffmpeg", ["-v", "error", "-i", path, "-f", "f32le", "-"]).output
      let played = stride(from: 0, to: raw.count - 3, by: 4).map {
        Double(Float(bitPattern: UInt32(raw[$0..<$0 + 4].littleEndian)))
      }
      let middle = played[5000..<15_000].reduce(0) { $0 + $1 * $1 } / 10_000
      #expect(abs(10 * log10(middle / (0.000_01 * 0.000_01 / 2))) < 1)
    }
  }

  @Test func ffmpegSeeksToTheSample() throws {
    let samples = testSamples(22_050 * 60)
    try Scratch.with { scratch in
      let path = scratch.path("a.mp3")
      try write(samples, to: path, .mp3)
      let whole = try decoded(path)
      let arguments = ["-v", "error", "-ss", "42", "-i", path, "-t", "1", "-f", "s16le", "-"]
      let part = AudioWritingTests.samples(of: try Program.run("ffmpeg", arguments).output)
      try #require(part.count == 22_050)
      // The frames before are not there to overlap with, so that the first may differ.
      let differences = (5000..<22_050).map { abs(Int(part[$0]) - Int(whole[42 * 22_050 + $0])) }
      #expect(differences.max() ?? .max <= 1)
    }
  }

  @Test(arguments: [1000, 11_025, 22_051, 96_000])
  func ratesThatMP3HasNot(_ sampleRate: Int) throws {
    try Scratch.with { scratch in
      let path = scratch.path("a.mp3")
      let error = try #require(throws: AudioWritingError.self) {
        try write([1, 2], to: path, .mp3, sampleRate: sampleRate)
      }
      #expect(error.reason == "MP3 has 16000, 22050, 24000, 32000, 44100, 48000")
      #expect(error.complaint.remedy != nil)
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }
}
