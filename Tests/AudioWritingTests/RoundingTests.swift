import Testing

@testable import AudioWriting

/// Samples become the nearest ones that a file can hold.
@Suite struct RoundingTests {
  @Test func everySampleComesBack() {
    let samples = (Int(Int16.min)...Int(Int16.max)).map { Int16($0) }
    var fractions: [Float] = []
    SampleRounding.scale(samples.span, by: 1, into: &fractions)
    var sixteen: [Int16] = []
    SampleRounding.round(fractions.span, into: &sixteen)
    #expect(sixteen == samples)
    var twentyFour: [Int32] = []
    SampleRounding.round(fractions.span, into: &twentyFour)
    #expect(twentyFour == samples.map { Int32($0) << 16 })
  }

  @Test func nearestEvenAndClipped() {
    let units: [Float] = [0.5, 1.5, 2.5, -0.5, -1.5, 0.49, 0.51, -2.51, 32_766.6, 40_000, -40_000]
    let fractions = units.map { $0 / 32768 }
    var sixteen: [Int16] = []
    SampleRounding.round(fractions.span, into: &sixteen)
    #expect(sixteen == [0, 2, 2, 0, -2, 0, 1, -3, 32_767, 32_767, -32_768])
  }

  @Test func twentyFourBitsKeepWhatSixteenLose() {
    let units: [Float] = [0.5, 1.5, 1, -1, -8_388_608, 8_388_607, 9_000_000, -9_000_000]
    let fractions = units.map { $0 / 8_388_608 }
    var samples: [Int32] = []
    SampleRounding.round(fractions.span, into: &samples)
    #expect(
      samples.map { $0 >> 8 } == [0, 2, 1, -1, -8_388_608, 8_388_607, 8_388_607, -8_388_608])
    #expect(samples.allSatisfy { $0 & 0xFF == 0 })
  }

  @Test func gainIsInTheSamples() {
    let samples: [Int16] = [100, -200, 32_767]
    var fractions: [Float] = []
    SampleRounding.scale(samples.span, by: 2, into: &fractions)
    #expect(fractions == [200, -400, 65_534].map { $0 / 32768 })
  }
}
