import Resampling
import SpeechWorker

/// Brings the sound of units from an engine's rate to the pool's.
struct Resampler: Sendable {
  private let source: Int
  private let target: Int

  /// Nil for rates between which nothing can be brought.
  init?(from source: Int, to target: Int) {
    guard source == target || RateConverter(from: source, to: target) != nil else { return nil }
    self.source = source
    self.target = target
  }

  /// A spoken unit at the new rate; every other end as it is.
  func resample(_ end: UnitEnd) -> UnitEnd {
    guard source != target, case .spoken(let unit) = end else { return end }
    guard let samples = resample(unit.samples) else {
      return .failed("its samples cannot be brought to another rate")
    }
    func moved(_ place: Int) -> Int { min(place * target / source, samples.count) }
    var ends = unit.sentenceEnds.map(moved)
    if !ends.isEmpty { ends[ends.count - 1] = samples.count }
    return .spoken(
      SpokenUnit(samples: samples, wordStarts: unit.wordStarts.map(moved), sentenceEnds: ends))
  }

  /// The same sound at the new rate, `count × target / source` samples rounded half up.
  func resample(_ samples: [Int16]) -> [Int16]? {
    guard source != target else { return samples }
    guard var converter = RateConverter(from: source, to: target) else { return nil }
    var resampled: [Int16] = []
    resampled.reserveCapacity(samples.count * target / source + 1)
    func take(_ ready: Span<Float>) {
      for index in ready.indices { resampled.append(Int16(clamping: Int(ready[index].rounded()))) }
    }
    // Full scale is of no account to what is linear.
    let floats = samples.map(Float.init)
    converter.append(floats.span, to: take)
    converter.finish(to: take)
    return converter.failure == nil ? resampled : nil
  }
}
