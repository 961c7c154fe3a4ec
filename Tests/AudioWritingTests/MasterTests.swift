import Foundation
import Glibc
import Narration
import NarrationTesting
import Testing

@testable import AudioWriting

/// An episode comes out as loud as was asked for, under the ceiling, as long as it was.
@Suite struct MasterTests {
  private static let speech = speechLike(seconds: 4)

  @Test(arguments: [-30.0, -19, -15])
  func reachesTheLoudness(_ target: Double) throws {
    let speech = Self.speech
    try Scratch.with { scratch in
      let path = scratch.path("a.wav")
      let made = try master(speech, to: path, .wav, Mastering(loudness: target))
      #expect(made.files.first?.frames == speech.count)
      #expect((made.gain * 100).rounded() / 100 == made.gain)
      let theirs = try FFmpegLoudness(path)
      #expect(abs(theirs.integrated - target) <= 0.5)
      #expect(theirs.truePeak <= -1.5)
      let own = try loudness(try WAVReader(path: path).samples())
      #expect(abs(own.integrated - target) <= 0.5)
      #expect(own.truePeak <= -1.5)
      // Else nothing tries what makes up for the limiter.
      let measured = try #require(made.measured)
      #expect((made.gain - (target - measured) > 0.3) == (target == -15))
    }
  }

  /// A limiter can only take so much away: what will come of it is told.
  @Test func saysWhatCannotBeReached() throws {
    try Scratch.with { scratch in
      let path = scratch.path("a.wav")
      let made = try master(Self.speech, to: path, .wav, Mastering(loudness: -10))
      let theirs = try FFmpegLoudness(path)
      #expect(theirs.truePeak <= -1.5)
      #expect(abs(try #require(made.expected) - theirs.integrated) <= 0.2)
      #expect(theirs.integrated < -10.5)
    }
  }

  @Test(arguments: [24_000, 44_100, 48_000], [SampleDepth.sixteen, .twentyFour])
  func holdsTheCeilingAtOtherRates(_ rate: Int, _ depth: SampleDepth) throws {
    let speech = Self.speech[..<50_000]
    try Scratch.with { scratch in
      let path = scratch.path("a.flac")
      let marks = chapters(["One", "Two"], at: [0, 33_333], length: speech.count)
      let made = try master(
        Array(speech), to: path, .flac, Mastering(), rate: rate, depth: depth, chapters: marks)
      let frames = SampleTime(speech.count).units(perSecond: rate, sampleRate: 22_050)
      #expect(made.files.first?.frames == frames)
      let flac = try FLACReader(path: path)
      #expect(flac.sampleRate == rate)
      #expect(flac.bitsPerSample == depth.rawValue)
      #expect(try Program.run("flac", ["-t", "-s", path]).status == 0)
      let theirs = try FFmpegLoudness(path)
      #expect(abs(theirs.integrated + 19) <= 0.5)
      #expect(theirs.truePeak <= -1.5)
      // Milliseconds are the Timeline's, whatever the rate.
      #expect(try Probe(path).shown.map(\.start) == [0, 1512])
    }
  }

  /// Without a loudness the files are those that the samples make by themselves.
  @Test(arguments: AudioContainer.lossless)
  func offIsNoDifference(_ container: AudioContainer) throws {
    let samples = testSamples(50_000)
    let marks = chapters(["One"], at: [0], length: 50_000)
    try Scratch.with { scratch in
      let (plain, mastered) = (scratch.path("plain"), scratch.path("mastered"))
      try write(samples, to: plain, container, chapters: marks)
      let made = try master(
        samples, to: mastered, container, Mastering(loudness: nil), chapters: marks)
      #expect(made.measured == nil && made.gain == 0)
      #expect(try bytes(plain) == bytes(mastered))
    }
  }

  @Test func offAtTwentyFourBitsKeepsEverySample() throws {
    let samples = testSamples(30_001)
    try Scratch.with { scratch in
      let path = scratch.path("a.flac")
      try master(samples, to: path, .flac, Mastering(loudness: nil), depth: .twentyFour)
      #expect(try FLACReader(path: path).bitsPerSample == 24)
      #expect(try decoded(path) == samples)
    }
  }

  @Test(arguments: [1, 999, 50_000])
  func sizeOfPiecesChangesNoByte(_ piece: Int) throws {
    let speech = Array(Self.speech[..<40_000])
    try Scratch.with { scratch in
      for (loudness, rate) in [(-16, 22_050), (-16, 48_000), (nil, 48_000)] as [(Double?, Int)] {
        let paths = [scratch.path("a.wav"), scratch.path("b.wav")]
        for (path, size) in zip(paths, [piece, 4096]) {
          try master(speech, to: path, .wav, Mastering(loudness: loudness), rate: rate, piece: size)
        }
        #expect(try bytes(paths[0]) == bytes(paths[1]))
      }
    }
  }

  /// What is too short or too soft to be measured is taken for what a voice usually is.
  @Test(arguments: [(0, 0.5), (1, 0.5), (8000, 0.05), (50_000, 0.0001)])
  func nominalGainWhereNothingIsDefined(_ count: Int, _ level: Double) throws {
    let samples = (0..<count).map { Int16(32767 * level * sin(Double($0) * 0.3)) }
    try Scratch.with { scratch in
      let path = scratch.path("a.wav")
      let mastering = Mastering(loudness: -19, nominalLoudness: -23.5)
      let made = try master(samples, to: path, .wav, mastering)
      #expect(made.measured == nil)
      #expect(made.gain == 4.5)
      #expect(made.files.first?.frames == count)
    }
  }

  @Test func silenceStaysSilent() throws {
    try Scratch.with { scratch in
      let path = scratch.path("a.wav")
      let silence = [Int16](repeating: 0, count: 40_000)
      try master(silence, to: path, .wav, Mastering(), rate: 44_100)
      #expect(try WAVReader(path: path).samples() == [Int16](repeating: 0, count: 80_000))
    }
  }

  @Test func fullDiskIsTold() throws {
    for loudness in [nil, -19.0] {
      let error = #expect(throws: AudioWritingError.self) {
        try master(testSamples(100_000), to: "/dev/full", .flac, Mastering(loudness: loudness))
      }
      #expect(error?.cause == .system(ENOSPC))
      #expect(error?.path == "/dev/full")
    }
  }

  /// Whoever watches may end it; a share is told and grows.
  @Test func progressCanEndIt() throws {
    struct Enough: Error {}
    try Scratch.with { scratch in
      var shares: [Double] = []
      #expect(throws: Enough.self) {
        try master(testSamples(200_000), to: scratch.path("a.wav"), .wav, Mastering()) {
          shares.append($0)
          if $0 > 0.5 { throw Enough() }
        }
      }
      #expect(shares.first == 0)
      #expect(shares == shares.sorted() && shares.count > 3)
    }
  }

  /// All of a short episode, pieces of a long one, none beyond its end.
  @Test(arguments: [0, 1, 100, 600, 601, 1200, 3001, 5000, 1_000_000])
  func piecesOnTrial(_ length: Int) {
    let starts = LevelPlan.starts(in: length, of: 100)
    let read = starts.map { min(100, length - $0) }
    #expect(read.allSatisfy { $0 > 0 })
    #expect(read.reduce(0, +) == min(length, max(600, min(1200, length / 600 * 100))))
    #expect(zip(starts, starts.dropFirst()).allSatisfy { $1 - $0 >= 100 })
  }
}

/// As peaky as speech: pulses of a voice that ring in a throat, in syllables, with pauses.
private func speechLike(seconds: Int) -> [Int16] {
  var state: UInt32 = 3
  var (first, second, sample) = (0.0, 0.0, 0.0)
  return (0..<seconds * 22_050).map { index in
    state = state &* 1_664_525 &+ 1_013_904_223
    let syllable = index % 4800
    let isPause = index / 22_050 % 4 == 3
    let level = isPause || syllable > 3900 ? 0 : sin(.pi * Double(syllable) / 3900)
    let pulse = index % (170 + index / 4800 % 5 * 8) == 0 ? 1.0 : 0
    let breath = Double(Int32(bitPattern: state)) / 2_147_483_648 * 0.01
    // A resonance at 700 Hz that dies away in 3 ms.
    sample = 1.93 * cos(2 * .pi * 700 / 22_050) * first - 0.931 * second + pulse + breath
    (second, first) = (first, sample)
    return Int16(max(-32767, min(32767, sample * level * 13_000)))
  }
}

@discardableResult
private func master(
  _ samples: [Int16], to path: String, _ container: AudioContainer, _ mastering: Mastering,
  rate: Int = 22_050, depth: SampleDepth = .sixteen, piece: Int = 7001,
  chapters: [Timeline.ChapterMark] = [], progress: (Double) throws -> Void = { _ in }
) throws -> MasteredAudio {
  let plan = AudioPlan(sampleRate: rate, depth: depth, chapterTitles: chapters.map(\.title))
  var master = try AudioMaster(
    [(container, path)], plan: plan, mastering: mastering, sampleRate: 22_050)
  for start in stride(from: 0, to: samples.count, by: piece) {
    let part = Array(samples[start..<min(start + piece, samples.count)])
    try master.append(part.span)
  }
  return try master.finish(chapters: chapters, progress: progress)
}

private func loudness(_ samples: [Int16]) throws -> (integrated: Double, truePeak: Double) {
  var meter = try LoudnessMeter(of: "a", sampleRate: 22_050, measuresTruePeak: true)
  try meter.append(samples.span)
  let measured = (meter.integrated, meter.truePeak)
  return (try #require(measured.0), try #require(measured.1))
}

private func bytes(_ path: String) throws -> Data {
  try Data(contentsOf: URL(fileURLWithPath: path))
}
