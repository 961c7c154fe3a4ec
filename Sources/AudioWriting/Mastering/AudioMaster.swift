public import Narration

/// Audio files made of a voice's samples, brought to one loudness where that is asked for.
///
/// ```swift
/// var master = try AudioMaster(
///   [(.flac, "staged.flac")], plan: plan, mastering: Mastering(), sampleRate: 22_050)
/// try master.append(samples.span)
/// let made = try master.finish(chapters: timeline.chapters)
/// ```
///
/// With a loudness the samples are measured and kept on disk as they come; at the end they are read
/// again, gained, converted to the files' rate, limited and rounded, and encoded by another thread
/// meanwhile. Without one they go
/// into the files as they come, converted where the plan asks for another rate or depth; no ceiling is
/// held then, and what a change of rate lifts over full scale is clipped.
///
/// Sendable for the reason of ``AudioFiles``: one owner, and no copy.
public struct AudioMaster: ~Copyable, @unchecked Sendable {
  /// What follows the first path in the name of a file that a process may leave which is killed just
  /// as it begins, where the file system wants a name for what is kept on disk.
  public static let spoolSuffix = SampleSpool.suffix
  /// Samples of a piece of the second pass.
  private static let blockSize = 1 << 14

  private var files: AudioFiles
  private let plan: AudioPlan
  private let mastering: Mastering
  private let sampleRate: Int
  private let path: String
  private let rounder: Rounder
  /// Where the samples wait; nil without a loudness.
  private var spool: SampleSpool?
  private var meter: LoudnessMeter?
  /// What they pass through as they come; nil where they are written as they are, or wait.
  private var chain: MasteringChain?

  /// Creates the files, replacing what stands at their paths.
  ///
  /// - Parameters:
  ///   - files: Where; what is kept on disk meanwhile stands beside the first.
  ///   - plan: Of the files: their rate and depth.
  ///   - mastering: How loud they become.
  ///   - sampleRate: Samples a second of what will come.
  public init(
    _ files: [(container: AudioContainer, path: String)], plan: AudioPlan, mastering: Mastering,
    sampleRate: Int
  ) throws(AudioWritingError) {
    let path = files.first?.path ?? ""
    let files = try AudioFiles(files, plan: plan)
    var spool: SampleSpool?
    var meter: LoudnessMeter?
    var chain: MasteringChain?
    if mastering.loudness != nil {
      spool = try SampleSpool(beside: path)
      meter = try LoudnessMeter(of: path, sampleRate: sampleRate)
    } else if plan.sampleRate != sampleRate || plan.depth != .sixteen {
      chain = try MasteringChain(
        of: path, gain: 0, ceiling: nil, from: sampleRate, to: plan.sampleRate)
    }
    self.files = files
    self.spool = spool
    self.meter = meter
    self.chain = chain
    self.plan = plan
    self.mastering = mastering
    self.sampleRate = sampleRate
    self.path = path
    rounder = Rounder(depth: plan.depth)
  }

  /// Takes samples of the one channel, after those taken before.
  public mutating func append(_ samples: Span<Int16>) throws(AudioWritingError) {
    if spool != nil {
      try meter?.append(samples)
      try spool?.append(samples)
    } else if chain != nil {
      try chain?.append(samples) { (ready) throws(AudioWritingError) in
        try files.append(rounder.rounded(ready))
      }
    } else {
      try files.append(samples)
    }
  }

  /// Writes what was kept, and the chapters, and closes the files.
  ///
  /// - Parameters:
  ///   - chapters: Their times count samples of what came in.
  ///   - progress: Called with the share that is done, from 0 to 1, while samples are read again; what
  ///     it throws ends the work.
  /// - Throws: ``AudioWritingError``, or what `progress` throws.
  public consuming func finish(
    chapters: [Timeline.ChapterMark], progress: (Double) throws -> Void = { _ in }
  ) throws -> MasteredAudio {
    let level = try levelPlan()
    let (rounder, rate, ceiling, path) = (rounder, sampleRate, mastering.ceiling, path)
    let fileRate = plan.sampleRate
    var chain = chain.take()
    var spool = spool.take()
    let encoding = EncodingQueue(files)
    var written: [WrittenAudio] = []
    do {
      if let level, var spool = spool.take() {
        chain = try MasteringChain(
          of: path, gain: level.gain, ceiling: ceiling, from: rate, to: fileRate)
        var block = [Int16](repeating: 0, count: Self.blockSize)
        var done = 0
        while done < spool.length {
          try progress(Double(done) / Double(spool.length))
          let count = try spool.read(at: done, into: &block)
          try chain?.append(block.span.extracting(0..<count)) { (ready) throws(AudioWritingError) in
            try encoding.append(rounder.rounded(ready))
          }
          done += count
        }
      }
      try chain?.finish { (ready) throws(AudioWritingError) in
        try encoding.append(rounder.rounded(ready))
      }
      written = try encoding.finish(chapters: chapters, countedAt: rate)
    } catch {
      // Nobody writes any more when the caller takes the files away.
      encoding.drain()
      throw error
    }
    return MasteredAudio(
      files: written, measured: level?.measured, gain: level?.gain ?? 0, expected: level?.expected)
  }

  /// The gain for what was taken; nil without a loudness.
  private mutating func levelPlan() throws(AudioWritingError) -> LevelPlan? {
    guard let target = mastering.loudness, var spool = spool.take() else { return nil }
    let plan = try LevelPlan(
      &spool, measured: meter?.integrated, mastering: mastering, target: target,
      sampleRate: sampleRate, path: path)
    self.spool = consume spool
    return plan
  }
}

/// Samples rounded to the depth of the files.
enum RoundedSamples: Sendable {
  case sixteen([Int16])
  case twentyFour([Int32])
}

extension AudioFiles {
  /// Writes the next samples into every file.
  mutating func append(_ samples: RoundedSamples) throws(AudioWritingError) {
    switch samples {
    case .sixteen(let samples): try append(samples.span)
    case .twentyFour(let samples): try append(samples.span)
    }
  }
}

/// Rounds to the depth of the files.
private struct Rounder {
  let depth: SampleDepth

  func rounded(_ samples: Span<Float>) -> RoundedSamples {
    switch depth {
    case .sixteen:
      var rounded: [Int16] = []
      SampleRounding.round(samples, into: &rounded)
      return .sixteen(rounded)
    case .twentyFour:
      var rounded: [Int32] = []
      SampleRounding.round(samples, into: &rounded)
      return .twentyFour(rounded)
    }
  }
}
