import Foundation
import NarrationTesting
import Resampling
import Testing

@testable import AudioWriting

/// Another rate has the duration asked for, to the sample, and moves nothing.
@Suite struct RateTests {
  static let rates = [24_000, 44_100, 48_000]

  @Test(arguments: rates, [0, 1, 2, 3, 146, 147, 1000, 22_050, 33_333])
  func exactLength(_ rate: Int, _ count: Int) throws {
    let samples = tone(count, rate: 22_050)
    let expected = (count * rate * 2 + 22_050) / (2 * 22_050)
    #expect(try convert(samples, to: rate).count == expected)
  }

  /// A tone is the same tone at the same moments.
  @Test(arguments: rates)
  func movesNothing(_ rate: Int) throws {
    let count = 30_000
    let result = try convert(tone(count, rate: 22_050), to: rate)
    let expected = tone(result.count, rate: rate)
    // Clear of the ends, where a tone begins out of nothing.
    for index in 2000..<result.count - 2000 {
      #expect(abs(result[index] - expected[index]) < 1e-4, "\(index)")
      if abs(result[index] - expected[index]) >= 1e-4 { break }
    }
  }

  @Test(arguments: rates)
  func keepsTheMomentOfAClick(_ rate: Int) throws {
    var samples = [Float](repeating: 0, count: 30_000)
    samples[14_700] = 1
    let result = try convert(samples, to: rate)
    let highest = result.indices.max { result[$0] < result[$1] }
    #expect(highest == 14_700 * rate / 22_050)
  }

  @Test(arguments: rates, [1, 10, 997, 16_384])
  func sizeOfPiecesChangesNothing(_ rate: Int, _ piece: Int) throws {
    let samples = testSamples(20_011).map { Float($0) / 32768 }
    #expect(try convert(samples, to: rate, piece: piece) == convert(samples, to: rate))
  }

  @Test(arguments: [0, -1]) func impossibleRate(_ rate: Int) {
    let error = #expect(throws: AudioWritingError.self) {
      _ = try MasteringChain(of: "a.flac", gain: 0, ceiling: nil, from: 22_050, to: rate)
    }
    #expect(error?.path == "a.flac")
  }

  private func tone(_ count: Int, rate: Int) -> [Float] {
    (0..<count).map { Float(0.5 * sin(2 * .pi * 1234 * Double($0) / Double(rate))) }
  }

  private func convert(
    _ samples: [Float], to rate: Int, piece: Int = 1_000_000
  ) throws -> [Float] {
    guard var converter = RateConverter(from: 22_050, to: rate) else {
      Issue.record("no converter")
      return []
    }
    var result: [Float] = []
    for start in stride(from: 0, to: samples.count, by: piece) {
      let part = Array(samples[start..<min(start + piece, samples.count)])
      converter.append(part.span) { ready in
        ready.withUnsafeBufferPointer { result.append(contentsOf: $0) }
      }
    }
    converter.finish { ready in
      ready.withUnsafeBufferPointer { result.append(contentsOf: $0) }
    }
    #expect(converter.failure == nil)
    return result
  }
}
