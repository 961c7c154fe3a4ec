/// The gain of a ``Limiter`` over time: held over the look-ahead, let go slowly, and averaged.
///
/// Counted in whole numbers, so that it comes back to exactly 1, after any time and in any order of
/// additions.
struct GainCurve: ~Copyable {
  /// A gain of 1.
  private static let one: Int64 = 1 << 30

  /// Samples of the look-ahead.
  private let span: Int
  /// By how much the gain rises from one sample to the next.
  private let step: Int64
  /// Gains that are needed within the look-ahead, ascending: those that a later one is below are
  /// dropped, so that the lowest is the first from `firstNeed` on.
  private var needs: [(place: Int, gain: Int64)] = []
  private var firstNeed = 0
  /// The gain after hold and release.
  private var held = one
  /// The last of those, whose mean is applied, as a ring.
  private var ring: [Int64]
  private var ringPlace = 0
  private var sum: Int64
  /// Samples that passed.
  private var place = 0

  /// - Parameters:
  ///   - span: Samples of the look-ahead.
  ///   - release: Samples in which the gain rises from 0 to 1.
  init(span: Int, release: Double) {
    self.span = span
    step = max(1, Int64(Double(Self.one) / max(1, release)))
    ring = [Int64](repeating: Self.one, count: span)
    sum = Int64(span) * Self.one
  }

  /// Whether the gain is 1 and stays so until one is needed.
  var isIdle: Bool { firstNeed == needs.count && sum == Int64(span) * Self.one }

  /// The gain, below 1, that the sample needs which is looked at now.
  mutating func need(_ gain: Double) {
    let gain = Int64(max(0, gain) * Double(Self.one))
    while needs.count > firstNeed, let last = needs.last, last.gain >= gain { needs.removeLast() }
    needs.append((place, gain))
  }

  /// Gives samples their gain, each `span` - 1 before the one that is looked at.
  mutating func apply(to samples: UnsafeMutablePointer<Float>, count: Int) {
    let whole = Int64(span) * Self.one
    for index in 0..<count {
      while firstNeed < needs.count, needs[firstNeed].place <= place - span { firstNeed += 1 }
      if firstNeed > span {
        needs.removeFirst(firstNeed)
        firstNeed = 0
      }
      let lowest = firstNeed < needs.count ? needs[firstNeed].gain : Self.one
      held = min(lowest, held + step)
      sum += held - ring[ringPlace]
      ring[ringPlace] = held
      ringPlace = ringPlace + 1 == span ? 0 : ringPlace + 1
      if sum != whole { samples[index] *= Float(Double(sum) / Double(whole)) }
      place += 1
    }
  }
}
