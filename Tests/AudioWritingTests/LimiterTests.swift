import Foundation
import NarrationTesting
import Testing

@testable import AudioWriting

/// No peak is over the ceiling, by two meters that are not ours, and what is below stays as it is.
@Suite struct LimiterTests {
  static let ceiling = -1.5

  /// Signals that are hard on a limiter, the same in every run.
  enum Signal: String, CaseIterable {
    case noise, clicks, square, diagonal, nearHalfRate, threeEighths, sweep, bursts, alternating,
      edge

    func samples(_ count: Int) -> [Float] {
      var state: UInt32 = 7
      func random() -> Float {
        state = state &* 1_664_525 &+ 1_013_904_223
        return Float(Int32(bitPattern: state)) / 2_147_483_648
      }
      func tone(_ cycles: Double, _ phase: Double = 0) -> [Float] {
        (0..<count).map { Float(sin(2 * .pi * cycles * Double($0) + phase)) }
      }
      switch self {
      case .noise: return (0..<count).map { _ in random() }
      case .clicks:
        return (0..<count).map { $0 % 997 == 5 ? 1 : $0 % 1411 == 9 ? -1 : random() / 1000 }
      case .square: return (0..<count).map { $0 / 25 % 2 == 0 ? 1 : -1 }
      // Each peak stands between two samples, 3 dB above them.
      case .diagonal: return tone(0.25, .pi / 4)
      case .nearHalfRate: return tone(0.49)
      case .threeEighths: return tone(0.375, .pi / 8)
      case .sweep:
        return (0..<count).map { Float(sin(.pi * 0.5 * Double($0) * Double($0) / Double(count))) }
      case .bursts:
        let noise = (0..<count).map { _ in random() }
        return noise.indices.map { $0 / 300 % 3 == 0 ? noise[$0] : noise[$0] / 50 }
      case .alternating: return (0..<count).map { $0 / 40 % 2 == 0 ? ($0 % 2 == 0 ? 1 : -1) : 0.2 }
      // At its highest where it begins and ends.
      case .edge: return (0..<count).map { $0 < 3 || $0 > count - 4 ? 1 : 0 }
      }
    }
  }

  @Test(arguments: [22_050, 48_000])
  func holdsTheCeiling(_ rate: Int) throws {
    var all: [Int16] = []
    for signal in Signal.allCases {
      for gain: Float in [0.8, 1, 4] {
        let limited = try limit(signal.samples(5000).map { $0 * gain }, rate: rate)
        #expect(limited.count == 5000)
        var rounded: [Int16] = []
        SampleRounding.round(limited.span, into: &rounded)
        let peak = try truePeak(rounded, rate: rate)
        #expect(peak <= Self.ceiling, "\(signal) \(gain)")
        // Not by far: what is over comes down to the ceiling, not below.
        #expect(peak >= Self.ceiling - 2, "\(signal) \(gain)")
        all += rounded + [Int16](repeating: 0, count: 1000)
      }
    }
    #expect(try theirPeak(all, rate: rate) <= Self.ceiling)
  }

  /// ffmpeg's resampler mirrors what it takes for the samples before the first.
  @Test(arguments: [Signal.diagonal, .threeEighths, .edge, .noise])
  func holdsTheCeilingFromTheFirstSample(_ signal: Signal) throws {
    var rounded: [Int16] = []
    let limited = try limit(signal.samples(5000))
    SampleRounding.round(limited.span, into: &rounded)
    #expect(try theirPeak(rounded, rate: 22_050) <= Self.ceiling)
  }

  @Test func leavesWhatIsBelow() throws {
    for signal in Signal.allCases {
      let samples = signal.samples(20_000).map { $0 * 0.4 }
      #expect(try limit(samples) == samples, "\(signal)")
    }
  }

  @Test func movesNothingAndComesBackToOne() throws {
    var samples = (0..<60_000).map { Float(sin(Double($0) * 0.1)) * 0.5 }
    for index in 20_000..<20_040 { samples[index] *= 4 }
    let limited = try limit(samples)
    let (before, after) = (20_000 - 111, 20_040 + 111 + 22_050 / 4)
    #expect(limited[..<before] == samples[..<before])
    #expect(limited[after...] == samples[after...])
    #expect(limited[before..<after] != samples[before..<after])
    // Each sample has its own sign: nothing is shifted by as little as one.
    #expect(zip(limited, samples).allSatisfy { $0.sign == $1.sign && abs($0) <= abs($1) })
  }

  @Test(arguments: [1, 7, 16, 997, 40_000])
  func sizeOfPiecesChangesNothing(_ piece: Int) throws {
    let samples = Signal.bursts.samples(9001).map { $0 * 2 }
    #expect(try limit(samples, piece: piece) == limit(samples, piece: 9001))
  }

  @Test(arguments: [0, 1, 2, 15, 16, 17, 200])
  func anyLength(_ count: Int) throws {
    let samples = Signal.noise.samples(max(count, 1)).prefix(count).map { $0 * 0.3 }
    #expect(try limit(samples) == samples)
  }

  private func limit(
    _ samples: [Float], rate: Int = 22_050, piece: Int = 4096
  ) throws -> [Float] {
    var limiter = Limiter(ceiling: Self.ceiling, sampleRate: rate)
    var result: [Float] = []
    for start in stride(from: 0, to: samples.count, by: piece) {
      let part = Array(samples[start..<min(start + piece, samples.count)])
      try limiter.append(part.span) { ready in
        ready.withUnsafeBufferPointer { result.append(contentsOf: $0) }
      }
    }
    try limiter.finish { ready in
      ready.withUnsafeBufferPointer { result.append(contentsOf: $0) }
    }
    return result
  }

  private func theirPeak(_ samples: [Int16], rate: Int) throws -> Double {
    try Scratch.with { scratch in
      let path = scratch.path("a.wav")
      try write(samples, to: path, .wav, sampleRate: rate)
      return try FFmpegLoudness(path).truePeak
    }
  }

  private func truePeak(_ samples: [Int16], rate: Int) throws -> Double {
    var meter = try LoudnessMeter(of: "a", sampleRate: rate, measuresTruePeak: true)
    try meter.append(samples.span)
    let peak = meter.truePeak
    return try #require(peak)
  }
}
