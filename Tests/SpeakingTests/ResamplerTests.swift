import Glibc
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

  @Test(arguments: rates) func aToneStaysTheSameTone(_ source: Int, _ target: Int) {
    let resampled = Resampler(from: source, to: target).resample(tone(1_000, source, source))
    let expected = tone(1_000, target, target)
    #expect(resampled.count == target)
    let errors = zip(resampled, expected).map { abs(Int($0) - Int($1)) }
    // Away from the ends, where the tone is cut off.
    #expect(errors[500..<target - 500].max()! <= 3)
  }

  @Test(arguments: rates) func silenceAndAConstantStayWhatTheyAre(_ source: Int, _ target: Int) {
    let resampler = Resampler(from: source, to: target)
    #expect(resampler.resample([Int16](repeating: 0, count: 900)).allSatisfy { $0 == 0 })
    let level = resampler.resample([Int16](repeating: 1_000, count: 900))
    #expect(level[200..<level.count - 200].allSatisfy { $0 == 1_000 })
    #expect(resampler.resample([]).isEmpty)
  }

  @Test func theSameRateChangesNothing() {
    let samples = tone(300, 22_050, 100)
    #expect(Resampler(from: 22_050, to: 22_050).resample(samples) == samples)
  }

  @Test func whatTheNewRateCannotHoldIsGone() {
    let resampled = Resampler(from: 48_000, to: 22_050).resample(tone(15_000, 48_000, 48_000))
    #expect(resampled[500..<21_000].allSatisfy { abs($0) < 30 })
  }
}
