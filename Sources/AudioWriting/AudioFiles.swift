public import Narration

/// One or several audio files that are written from the same samples.
///
/// ```swift
/// var files = try AudioFiles([(.flac, "staged.flac"), (.wav, "staged.wav")], plan: plan)
/// try files.append(samples.span)
/// let written = try files.finish(chapters: timeline.chapters)
/// ```
///
/// After an error, or dropped without ``finish(chapters:)``, what stands at the paths is incomplete:
/// name paths beside the final ones, and rename what was finished.
///
/// Sendable because it is the only owner of its writers, which no copy, task or callback outlives:
/// whoever holds it may use it from any thread, one at a time.
public struct AudioFiles: ~Copyable, @unchecked Sendable {
  private let writers: [Writer]
  private let sampleRate: Int

  /// Creates the files, replacing what stands at their paths.
  ///
  /// Throws where a file cannot be created or its container cannot hold what is planned.
  public init(
    _ files: [(container: AudioContainer, path: String)], plan: AudioPlan
  ) throws(AudioWritingError) {
    var writers: [Writer] = []
    for file in files {
      switch file.container {
      case .wav: writers.append(Of(try WAVWriter(path: file.path, plan: plan)))
      case .flac: writers.append(Of(try FLACWriter(path: file.path, plan: plan)))
      case .mp3: writers.append(Of(try MP3Writer(path: file.path, plan: plan)))
      case .opus: writers.append(Of(try OpusWriter(path: file.path, plan: plan)))
      }
    }
    self.writers = writers
    sampleRate = plan.sampleRate
  }

  /// Writes the next samples into every file; for a plan of 16 bits.
  public mutating func append(_ samples: Span<Int16>) throws(AudioWritingError) {
    for writer in writers { try writer.append(samples) }
  }

  /// Writes the next samples, whose highest 24 bits count, into every file; for a plan of 24 bits.
  public mutating func append(_ samples: Span<Int32>) throws(AudioWritingError) {
    for writer in writers { try writer.append(samples) }
  }

  /// Writes the chapters and closes every file; the measures come in the order of the paths.
  ///
  /// The chapters' titles are those of the plan. Nothing is synced to disk: that belongs to whoever
  /// gives the files their final names.
  ///
  /// - Parameter rate: Samples a second that the chapters count; nil where it is that of the files.
  public consuming func finish(
    chapters: [Timeline.ChapterMark], countedAt rate: Int? = nil
  ) throws(AudioWritingError) -> [WrittenAudio] {
    let points = chapters.map { ChapterPoint($0, countedAt: rate ?? sampleRate, in: sampleRate) }
    var written: [WrittenAudio] = []
    for writer in writers { written.append(try writer.finish(chapters: points)) }
    return written
  }

  /// A place on the heap for a writer of any type: arrays cannot hold what cannot be copied.
  private class Writer {
    func append(_ samples: Span<Int16>) throws(AudioWritingError) {}
    func append(_ samples: Span<Int32>) throws(AudioWritingError) {}
    func finish(chapters: [ChapterPoint]) throws(AudioWritingError) -> WrittenAudio {
      fatalError("an abstract writer was made")
    }
  }

  private final class Of<Wrapped: AudioWriter & ~Copyable>: Writer {
    private var wrapped: Wrapped?

    init(_ wrapped: consuming Wrapped) { self.wrapped = consume wrapped }

    override func append(_ samples: Span<Int16>) throws(AudioWritingError) {
      try wrapped!.append(samples)
    }

    override func append(_ samples: Span<Int32>) throws(AudioWritingError) {
      try wrapped!.append(samples)
    }

    override func finish(
      chapters: [ChapterPoint]
    ) throws(AudioWritingError) -> WrittenAudio {
      try wrapped.take()!.finish(chapters: chapters)
    }
  }
}
