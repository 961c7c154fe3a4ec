import Glibc

/// The gain that brings an episode to the loudness that is asked for.
struct LevelPlan {
  /// Seconds of a piece of the episode that is limited on trial.
  private static let pieceSeconds = 5
  /// How many of them, spread evenly over the episode.
  private static let pieces = 12
  /// What the limiter may take away before the gain makes up for it, in LU.
  private static let tolerance = 0.3

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

  /// The gain from the loudness to the target, and a little more where the limiter takes much of it
  /// away: with 5 dB it takes a whole LU from speech. How much is tried on a minute of the episode.
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
    for trial in 0..<7 {
      let loss = try Self.loss(
        &spool, gain: gain, mastering: mastering, sampleRate: sampleRate, path: path)
      let level = gain - loss
      let before = expected.map { $0 - measured }
      expected = measured + level
      let missing = wanted - level
      if missing < (trial == 0 ? Self.tolerance : Self.precision) { break }
      if let before, level > before { slope = min(1, max(0.1, (level - before) / lastStep)) }
      let next = Self.hundredths(min(gain + missing / slope, wanted + Self.mostExtra))
      if next <= gain { break }
      lastStep = next - gain
      gain = next
    }
  }

  private static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// By how much the limiter makes pieces of the episode softer than the gain alone, in LU.
  private static func loss(
    _ spool: inout SampleSpool, gain: Double, mastering: Mastering, sampleRate: Int, path: String
  ) throws(AudioWritingError) -> Double {
    var before = try LoudnessMeter(of: path, sampleRate: sampleRate)
    var after = try LoudnessMeter(of: path, sampleRate: sampleRate)
    var block = [Int16](repeating: 0, count: pieceSeconds * sampleRate)
    for start in starts(in: spool.length, of: block.count) {
      let count = try spool.read(at: start, into: &block)
      let samples = block.span.extracting(0..<count)
      try before.append(samples)
      var chain = try MasteringChain(
        of: path, gain: gain, ceiling: mastering.ceiling, from: sampleRate, to: sampleRate)
      try chain.append(samples) { (ready) throws(AudioWritingError) in try after.append(ready) }
      try chain.finish { (ready) throws(AudioWritingError) in try after.append(ready) }
    }
    guard let loud = before.integrated, let limited = after.integrated else { return 0 }
    return max(0, loud + gain - limited)
  }

  /// Where pieces begin: all of a short episode, else as many as planned at even distances.
  static func starts(in length: Int, of piece: Int) -> [Int] {
    guard length > pieces * piece else { return Array(stride(from: 0, to: length, by: piece)) }
    return (0..<pieces).map { $0 * (length - piece) / (pieces - 1) }
  }
}
