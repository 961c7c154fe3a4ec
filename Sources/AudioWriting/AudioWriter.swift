import Narration

/// A file that takes samples as they come and closes with its chapters; one type a container.
///
/// The writer owns its file. Dropped without ``finish(chapters:)`` it closes the file and leaves it
/// incomplete: the caller writes to a path beside the final one and renames what was finished.
protocol AudioWriter: ~Copyable {
  /// Takes 16-bit samples of the one channel, after those taken before.
  mutating func append(_ samples: Span<Int16>) throws(AudioWritingError)

  /// Writes chapters and tags, closes the file and checks that it holds every sample.
  ///
  /// Chapters are ascending; only their titles and starts are written, since every reader takes the
  /// next chapter's start, or the end of the audio, for a chapter's end.
  consuming func finish(chapters: [Timeline.ChapterMark]) throws(AudioWritingError) -> WrittenAudio
}

/// The measures of an audio file that stands complete on disk.
public struct WrittenAudio: Hashable, Sendable {
  /// Samples of the one channel.
  public var frames: Int
  /// Size in bytes.
  public var bytes: Int
}
