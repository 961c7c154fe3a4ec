import Glibc
import SpeechWorker
import Testing

@testable import Speaking

@Suite struct ResamplerTests {
  /// Rates that engines have, to rates that productions have.
  static let rates = [(16_000, 22_050), (24_000, 22_050), (22_050, 44_100), (48_000, 22_050)]

  private func tone(_ hertz: Double, _ rate: Int, _ count: Int) -> [Int16] {
    (0..<count).map {
      Int16((12_000 * sin(2 * Double.pi * hertz * Double($0) / Double(rate))).rounded())
    }
  }

  @Test(arguments: rates) func aToneStaysTheSameTone(_ source: Int, _ target: Int) throws {
    let resampled = try #require(
      Resampler(from: source, to: target)?.resample(tone(1_000, source, source)))
    let expected = tone(1_000, target, target)
    #expect(resampled.count == target)
    let errors = zip(resampled, expected).map { abs(Int($0) - Int($1)) }
    // Away from the ends, where the tone is cut off.
    #expect(errors[500..<target - 500].max()! <= 3)
  }

  @Test(arguments: rates)
  func silenceAndAConstantStayWhatTheyAre(_ source: Int, _ target: Int) throws {
    let resampler = try #require(Resampler(from: source, to: target))
    #expect(resampler.resample([Int16](repeating: 0, count: 900))?.allSatisfy { $0 == 0 } == true)
    let level = try #require(resampler.resample([Int16](repeating: 1_000, count: 3_000)))
    #expect(level[300..<level.count - 300].allSatisfy { abs($0 - 1_000) <= 1 })
    #expect(resampler.resample([]) == [])
  }

  @Test func aRateOfNothingIsNone() {
    #expect(Resampler(from: 0, to: 22_050) == nil)
    #expect(Resampler(from: 22_050, to: -1) == nil)
  }

  @Test func placesMoveWithTheSound() throws {
    let unit = SpokenUnit(
      samples: tone(300, 16_000, 3_200), wordStarts: [0, 1_600, 2_000],
      sentenceEnds: [1_600, 3_200])
    let resampler = try #require(Resampler(from: 16_000, to: 22_050))
    guard case .spoken(let moved) = resampler.resample(.spoken(unit)) else {
      Issue.record("not spoken")
      return
    }
    #expect(moved.samples.count == 4_410)
    #expect(moved.wordStarts == [0, 2_205, 2_756])
    #expect(moved.sentenceEnds == [2_205, 4_410])
  }

  @Test func theSameRateChangesNothing() {
    let samples = tone(300, 22_050, 100)
    #expect(Resampler(from: 22_050, to: 22_050)?.resample(samples) == samples)
  }

  @Test func whatTheNewRateCannotHoldIsGone() throws {
    let resampled = try #require(
      Resampler(from: 48_000, to: 22_050)?.resample(tone(15_000, 48_000, 48_000)))
    #expect(resampled[500..<21_000].allSatisfy { abs($0) < 30 })
  }
}
