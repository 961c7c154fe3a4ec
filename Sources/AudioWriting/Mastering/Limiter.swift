import Glibc

/// Keeps the true peak of a signal under a ceiling and leaves everything else as it is.
///
/// The gain that each peak needs is known a look-ahead before the peak is let out. It is held for
/// that long, let go slowly, and averaged over the look-ahead: each mean that meets the peak is one of
/// gains that are low enough for it, so none is over, and the gain moves on a straight line (Geraint
/// Luff, "Designing a straightforward limiter", Signalsmith Audio, 2022).
///
/// The output is as long as the input, and nothing in it moves. Gains are counted in whole numbers:
/// the result is the same for pieces of any size, and the gain comes back to exactly 1.
struct Limiter: ~Copyable {
  /// For how long a peak is known before it is let out, in seconds.
  private static let lookAhead = 0.005
  /// How long the gain takes from nothing to 1, in seconds.
  private static let release = 0.25
  /// How far under the ceiling peaks are held, in dB, since each meter interpolates in its own way.
  ///
  /// libebur128 found up to 0.25 dB more than ``PeakInterpolator`` in white noise, and ffmpeg, which
  /// mirrors the samples before the first, up to 0.45 dB in a file that begins with a tone at full
  /// scale; in speech both find no more than 0.1.
  static let margin = 0.5
  private static let width = PeakInterpolator.width

  private let interpolator = PeakInterpolator()
  private let ceiling: Float
  /// Samples of the look-ahead.
  private let span: Int

  /// Samples that were not let out yet; those before `looked` were looked at.
  private var signal: [Float]
  private var looked: Int
  /// Silence before the first sample, which is not let out: a row more than the look-ahead, since a
  /// converter begins to swing before an onset.
  private var silence: Int
  /// Samples that were taken, and that were let out.
  private var taken = 0
  private var released = 0
  /// The highest sample of the row before the next one that is looked at, and of that one.
  private var rowBefore: Float = 0
  private var row: Float?
  /// The highest point between the last sample that was looked at and the next.
  private var lastGap: Float = 0
  private var gain: GainCurve

  /// - Parameters:
  ///   - ceiling: In dBTP.
  ///   - sampleRate: Samples a second.
  init(ceiling: Double, sampleRate: Int) {
    self.ceiling = Float(pow(10, (ceiling - Self.margin) / 20))
    let rate = Double(max(1, sampleRate))
    span = max(Self.width + 1, Int((Self.lookAhead * rate).rounded()))
    gain = GainCurve(span: span, release: Self.release * rate)
    silence = span - 1 + Self.width
    looked = span - 1
    signal = [Float](repeating: 0, count: silence)
  }

  /// Takes samples after those taken before, full scale being 1, and lets out what is ready.
  mutating func append(
    _ samples: Span<Float>, to output: (Span<Float>) throws(AudioWritingError) -> Void
  ) throws(AudioWritingError) {
    samples.withUnsafeBufferPointer { signal.append(contentsOf: $0) }
    taken += samples.count
    try release(to: output)
  }

  /// Lets out the rest.
  mutating func finish(
    to output: (Span<Float>) throws(AudioWritingError) -> Void
  ) throws(AudioWritingError) {
    signal.append(contentsOf: repeatElement(0, count: span + 3 * Self.width))
    try release(to: output)
  }

  private mutating func release(
    to output: (Span<Float>) throws(AudioWritingError) -> Void
  ) throws(AudioWritingError) {
    var end = looked
    // Out of here for as long as it is borrowed.
    var work: [Float] = []
    swap(&work, &signal)
    work.withUnsafeMutableBufferPointer { signal in
      guard let start = signal.baseAddress else { return }
      while end + 2 * Self.width <= signal.count {
        limitRow(start + end)
        end += Self.width
      }
    }
    swap(&work, &signal)
    looked = end
    let ready = min(looked - (span - 1), silence + taken - released)
    if ready > silence {
      released += ready - silence
      try output(signal.span.extracting(silence..<ready))
    }
    signal.removeFirst(ready)
    looked -= ready
    silence = max(0, silence - ready)
  }

  /// Looks at a row of samples for peaks, and gives those a look-ahead before it their gain.
  private mutating func limitRow(_ samples: UnsafeMutablePointer<Float>) {
    let here = row ?? Self.highest(samples)
    let next = Self.highest(samples + Self.width)
    let highest = max(rowBefore, here, next)
    (rowBefore, row) = (here, next)
    guard highest * interpolator.largestRise > ceiling else {
      lastGap = 0
      if !gain.isIdle { gain.apply(to: samples - (span - 1), count: Self.width) }
      return
    }
    let gaps = interpolator.peaks(samples, ceiling: ceiling)
    let points = SIMD16(UnsafePointer(samples)).magnitude
    var peaks = points
    peaks.replace(with: gaps, where: gaps .> peaks)
    let isOver = max(peaks.highest, lastGap) > ceiling
    defer { lastGap = gaps[Self.width - 1] }
    guard isOver || !gain.isIdle else { return }
    for index in 0..<Self.width {
      let peak = max(peaks[index], index == 0 ? lastGap : gaps[index - 1])
      if peak > ceiling { gain.need(Double(ceiling) / Double(peak)) }
      gain.apply(to: samples + index - (span - 1), count: 1)
    }
  }

  /// The magnitude of a row's highest sample.
  private static func highest(_ samples: UnsafePointer<Float>) -> Float {
    SIMD16(samples).magnitude.highest
  }
}

extension SIMD16<Float> {
  /// Reads without asking for an alignment.
  @inline(__always)
  fileprivate init(_ samples: UnsafePointer<Float>) {
    self = UnsafeRawPointer(samples).loadUnaligned(as: Self.self)
  }

  /// The highest, by halves: four steps where one after the other takes sixteen.
  ///
  /// `pointwiseMax` is a call of a function for each step here; replacing is one instruction.
  @inline(__always)
  fileprivate var highest: Float {
    let eight = lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf)
    let four = eight.lowHalf.replacing(with: eight.highHalf, where: eight.highHalf .> eight.lowHalf)
    let two = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .> four.lowHalf)
    return Swift.max(two.x, two.y)
  }

  /// Without signs.
  @inline(__always)
  fileprivate var magnitude: Self {
    let bits = unsafeBitCast(self, to: SIMD16<UInt32>.self) & SIMD16<UInt32>(repeating: 0x7FFF_FFFF)
    return unsafeBitCast(bits, to: Self.self)
  }
}
