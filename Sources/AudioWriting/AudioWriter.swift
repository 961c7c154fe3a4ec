import Narration

/// A file that takes samples as they come and closes with its chapters; one type a container.
///
/// The writer owns its file. Dropped without ``finish(chapters:)`` it closes the file and leaves it
/// incomplete: the caller writes to a path beside the final one and renames what was finished.
protocol AudioWriter: ~Copyable {
  /// Takes samples of the one channel, after those taken before; for a plan of 16 bits.
  mutating func append(_ samples: Span<Int16>) throws(AudioWritingError)

  /// Takes samples whose highest 24 bits count, after those taken before; for a plan of 24 bits.
  mutating func append(_ samples: Span<Int32>) throws(AudioWritingError)

  /// Writes chapters and tags, closes the file and checks that it holds every sample.
  ///
  /// Chapters are ascending. Their titles are those of the plan, whose room is reserved.
  consuming func finish(chapters: [ChapterPoint]) throws(AudioWritingError) -> WrittenAudio
}

/// A chapter in the units that containers count in.
///
/// The milliseconds are the Timeline's, rounded once, and so the same in every file that is made
/// from it, whatever its rate.
struct ChapterPoint: Hashable, Sendable {
  /// On one line.
  var title: String
  /// The first sample, at the file's rate.
  var start: Int
  /// When it starts.
  var milliseconds: Int
  /// When the next one starts, or all ends.
  var endMilliseconds: Int

  /// - Parameters:
  ///   - rate: Samples a second that the mark counts.
  ///   - fileRate: Samples a second of the file.
  init(_ mark: Timeline.ChapterMark, countedAt rate: Int, in fileRate: Int) {
    title = mark.title.onOneLine
    start = mark.start.units(perSecond: fileRate, sampleRate: rate)
    milliseconds = mark.start.milliseconds(sampleRate: rate)
    endMilliseconds = mark.end.milliseconds(sampleRate: rate)
  }
}

/// The measures of an audio file that stands complete on disk.
public struct WrittenAudio: Hashable, Sendable {
  /// Samples of the one channel.
  public var frames: Int
  /// Size in bytes.
  public var bytes: Int
}
