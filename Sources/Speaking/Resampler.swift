import Glibc
import SpeechWorker

/// Brings samples from one rate to another by band-limited interpolation.
///
/// Each output sample is a sum over the 32 zero crossings of a Blackman-windowed sine cardinal on
/// either side; the weights depend on the position between two input samples, of which a rational
/// ratio has a fixed number, so the result is the same at any place of any signal.
struct Resampler: Sendable {
  private let up: Int
  private let down: Int
  private let reach: Int
  /// For each position between two input samples the weights of the `2 × reach` around it.
  private let weights: [[Double]]

  private static let crossings = 32

  init(from source: Int, to target: Int) {
    let divisor = Self.greatestCommonDivisor(source, target)
    up = target / divisor
    down = source / divisor
    // Downwards the filter must reach further, to cut off lower.
    let cutoff = min(1, Double(target) / Double(source))
    let reach = Int((Double(Self.crossings) / cutoff).rounded(.up))
    self.reach = reach
    let phases = up
    weights =
      source == target
      ? []
      : (0..<phases).map { phase in
        let offset = Double(phase) / Double(phases)
        let row = (-reach + 1...reach).map {
          Self.weight(at: Double($0) - offset, cutoff: cutoff, reach: Double(reach))
        }
        // A constant signal stays what it is.
        let sum = row.reduce(0, +)
        return row.map { $0 / sum }
      }
  }

  private static func weight(at distance: Double, cutoff: Double, reach: Double) -> Double {
    guard abs(distance) < reach else { return 0 }
    let turn = Double.pi * distance
    let window = 0.42 + 0.5 * cos(turn / reach) + 0.08 * cos(2 * turn / reach)
    return window * (distance == 0 ? cutoff : sin(turn * cutoff) / turn)
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? max(1, a) : greatestCommonDivisor(b, a % b)
  }

  /// A spoken unit at the new rate; every other end as it is.
  func resample(_ end: UnitEnd) -> UnitEnd {
    guard up != down, case .spoken(let unit) = end else { return end }
    let samples = resample(unit.samples)
    let starts = unit.wordStarts.map { min($0 * up / down, samples.count) }
    var ends = unit.sentenceEnds.map { min($0 * up / down, samples.count) }
    if !ends.isEmpty { ends[ends.count - 1] = samples.count }
    return .spoken(SpokenUnit(samples: samples, wordStarts: starts, sentenceEnds: ends))
  }

  /// The same sound at the new rate, `count × target / source` samples rounded up.
  func resample(_ samples: [Int16]) -> [Int16] {
    guard up != down else { return samples }
    let count = (samples.count * up + down - 1) / down
    return (0..<count).map { index in
      let position = index * down
      let first = position / up - reach + 1
      let row = weights[position % up]
      var sum = 0.0
      for tap in max(0, -first)..<max(max(0, -first), min(row.count, samples.count - first)) {
        sum += row[tap] * Double(samples[first + tap])
      }
      return Int16(clamping: Int(sum.rounded()))
    }
  }
}
