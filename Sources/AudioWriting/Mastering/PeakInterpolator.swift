import Glibc

/// Finds how high a signal rises between its samples, where a converter or a codec would find it.
///
/// ITU-R BS.1770-4, Annex 2, oversamples four times by a filter of 12 taps a phase, and says that a
/// meter may oversample more finely: here the quarters are taken by 24 taps, whose passband reaches
/// further up, and the eighths between them where the quarters come near the ceiling.
struct PeakInterpolator {
  /// Samples on each side of a gap that the filter reads.
  static let reach = 12
  /// Gaps that are looked at together.
  static let width = 16
  /// Points within a gap, at eighths.
  private static let phases = 7

  /// The filter's taps, one phase after the other.
  private let taps: [Float]
  /// How many times the highest sample a point between samples can be at most: the largest sum of
  /// the magnitudes of a phase's taps, and a little for rounding.
  let largestRise: Float

  init() {
    var taps: [Float] = []
    var largest = 0.0
    for phase in 1...Self.phases {
      let place = Double(phase) / Double(Self.phases + 1)
      // From the sample furthest before the gap to the one furthest after it.
      var own = (0..<2 * Self.reach).map { tap in
        Self.windowedSinc(place + Double(Self.reach - 1 - tap))
      }
      let sum = own.reduce(0, +)
      own = own.map { $0 / sum }
      largest = max(largest, own.reduce(0) { $0 + abs($1) })
      taps += own.map { Float($0) }
    }
    self.taps = taps
    largestRise = Float(largest) * 1.0001
  }

  /// A sinc under a window of Kaiser with β = 5; `distance` in samples.
  private static func windowedSinc(_ distance: Double) -> Double {
    let share = distance / Double(reach)
    let window = bessel(5 * max(0, 1 - share * share).squareRoot()) / bessel(5)
    return distance == 0 ? 1 : window * sin(.pi * distance) / (.pi * distance)
  }

  /// The modified Bessel function of the first kind and order 0, by its series.
  private static func bessel(_ x: Double) -> Double {
    var (sum, term, n) = (1.0, 1.0, 1.0)
    while term > sum * 1e-17 {
      term *= (x / (2 * n)) * (x / (2 * n))
      sum += term
      n += 1
    }
    return sum
  }

  /// The highest point of each of ``width`` gaps, the samples at their ends left out.
  ///
  /// - Parameters:
  ///   - samples: Where the sample before the first gap stands; ``reach`` - 1 before it and
  ///     ``width`` + ``reach`` - 1 after it are read.
  ///   - ceiling: Eighths are looked at only where the quarters come so near that one could be over.
  @inline(__always)
  func peaks(_ samples: UnsafePointer<Float>, ceiling: Float) -> SIMD16<Float> {
    taps.withUnsafeBufferPointer { taps in
      var highest = SIMD16<Float>.zero
      for phase in [1, 3, 5] { raise(&highest, at: phase, samples, taps) }
      // Between points a quarter apart a sine below half the rate rises by 1/cos(π/8) at most.
      if highest.max() * 1.0824 > ceiling {
        for phase in [0, 2, 4, 6] { raise(&highest, at: phase, samples, taps) }
      }
      return highest
    }
  }

  @inline(__always)
  private func raise(
    _ highest: inout SIMD16<Float>, at phase: Int, _ samples: UnsafePointer<Float>,
    _ taps: UnsafeBufferPointer<Float>
  ) {
    let start = UnsafeRawPointer(samples - (Self.reach - 1))
    var sum = SIMD16<Float>.zero
    for tap in 0..<2 * Self.reach {
      let part = start.loadUnaligned(
        fromByteOffset: 4 * tap, as: SIMD16<Float>.self)
      sum += part * taps[phase * 2 * Self.reach + tap]
    }
    highest.replace(with: sum, where: sum .> highest)
    highest.replace(with: -sum, where: -sum .> highest)
  }
}
