import Glibc

/// The gain that brings an episode to the loudness that is asked for.
struct LevelPlan {
  /// Seconds of a piece of the episode that is limited on trial.
  private static let pieceSeconds = 5
  /// How many of them, spread evenly over the episode: a sixth of it, within these bounds.
  private static let pieces = 6...12
  /// What the limiter may take away before the gain makes up for it, in LU.
  private static let tolerance = 0.2
  /// How near to the target a trial is content, in LU.
  private static let precision = 0.1
  /// What the gain may be raised by for it, in dB: more would make noise of speech.
  private static let mostExtra = 12.0

  /// What was measured, in LUFS; nil where it is undefined.
  let measured: Double?
  /// In dB, a whole number of hundredths.
  private(set) var gain: Double
  /// What will come of it, in LUFS; nil where nothing was measured.
  private(set) var expected: Double?

  /// Takes the gain from the loudness to the target, and more where the limiter takes much away.
  ///
  /// From speech it takes 0.1 LU with 2 dB of gain and a whole LU with 5. How much is tried on up to a
  /// minute of the episode.
  init(
    _ spool: inout SampleSpool, measured: Double?, mastering: Mastering, target: Double,
    sampleRate: Int, path: String
  ) throws(AudioWritingError) {
    self.measured = measured
    let wanted = Self.hundredths(target - (measured ?? mastering.nominalLoudness))
    gain = wanted
    guard let measured else { return }
    // What comes out rises with the gain, ever more slowly: each step follows the last one's slope.
    var (slope, lastStep) = (1.0, 1.0)
    let starts = Self.starts(in: spool.length, of: Self.pieceSeconds * sampleRate)
    guard
      let unlimited = try Self.loudness(
        &spool, at: starts, gain: 0, ceiling: nil, sampleRate: sampleRate, path: path)
    else { return }
    for trial in 1...7 {
      let limited = try Self.loudness(
        &spool, at: starts, gain: gain, ceiling: mastering.ceiling, sampleRate: sampleRate,
        path: path)
      guard let limited else { break }
      let level = min(gain, limited - unlimited)
      let before = expected.map { $0 - measured }
      expected = measured + level
      let missing = wanted - level
      if trial == 7 || missing < (trial == 1 ? Self.tolerance : Self.precision) { break }
      if let before, level > before { slope = min(1, max(0.1, (level - before) / lastStep)) }
      let next = Self.hundredths(min(gain + missing / slope, wanted + Self.mostExtra))
      if next <= gain { break }
      lastStep = next - gain
      gain = next
    }
  }

  private static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// The loudness of pieces of the episode after a gain and a limiter, in LUFS.
  private static func loudness(
    _ spool: inout SampleSpool, at starts: [Int], gain: Double, ceiling: Double?, sampleRate: Int,
    path: String
  ) throws(AudioWritingError) -> Double? {
    var meter = try LoudnessMeter(of: path, sampleRate: sampleRate)
    var block = [Int16](repeating: 0, count: pieceSeconds * sampleRate)
    for start in starts {
      let count = try spool.read(at: start, into: &block)
      var chain = try MasteringChain(
        of: path, gain: gain, ceiling: ceiling, from: sampleRate, to: sampleRate)
      try chain.append(block.span.extracting(0..<count)) {
        (ready) throws(AudioWritingError) in try meter.append(ready)
      }
      try chain.finish { (ready) throws(AudioWritingError) in try meter.append(ready) }
    }
    return meter.integrated
  }

  /// Where pieces begin: all of a short episode, else as many as planned at even distances.
  static func starts(in length: Int, of piece: Int) -> [Int] {
    let pieces = max(pieces.lowerBound, min(pieces.upperBound, length / 6 / max(1, piece)))
    guard length > pieces * piece else { return Array(stride(from: 0, to: length, by: piece)) }
    return (0..<pieces).map { $0 * (length - piece) / (pieces - 1) }
  }
}
