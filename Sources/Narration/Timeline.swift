/// A moment of the production, counted in samples from its start.
public struct SampleTime: Hashable, Comparable, Sendable {
  /// Samples from the start.
  public var samples: Int

  /// A moment.
  public init(_ samples: Int) { self.samples = samples }

  /// Whether one moment comes before another.
  public static func < (left: SampleTime, right: SampleTime) -> Bool {
    left.samples < right.samples
  }

  /// The moment in units of `1/unitsPerSecond` s, rounded half up.
  ///
  /// `SampleTime(33).units(perSecond: 1000, sampleRate: 22_050)` → `1` (1.497 ms). Exact for any
  /// count of samples; a result that no `Int` holds is clamped. The sample rate must be positive.
  public func units(perSecond unitsPerSecond: Int, sampleRate: Int) -> Int {
    precondition(sampleRate > 0, "a sample rate must be positive")
    let rate = Int128(sampleRate)
    var (quotient, remainder) = (Int128(samples) * Int128(unitsPerSecond))
      .quotientAndRemainder(dividingBy: rate)
    if remainder < 0 { (quotient, remainder) = (quotient - 1, remainder + rate) }
    return Int(clamping: quotient + (2 * remainder >= rate ? 1 : 0))
  }

  /// The moment in whole milliseconds, rounded half up.
  public func milliseconds(sampleRate: Int) -> Int {
    units(perSecond: 1000, sampleRate: sampleRate)
  }
}

/// The one clock of a production: when each utterance, word and chapter is heard.
///
/// Laid while samples pass, never changed after. Everything that travels beside the audio is
/// printed from it.
public struct Timeline: Hashable, Sendable {
  /// When an utterance is heard, the pause after it not included.
  public struct Mark: Hashable, Sendable {
    /// The first sample.
    public var start: SampleTime
    /// The sample after the last.
    public var end: SampleTime
    /// The onset of each word of the utterance, ascending, all within the mark.
    public var wordStarts: [SampleTime]

    /// A mark with its words' onsets.
    public init(start: SampleTime, end: SampleTime, wordStarts: [SampleTime]) {
      self.start = start
      self.end = end
      self.wordStarts = wordStarts
    }
  }

  /// A chapter from its first sample to the next chapter's first, or to the end.
  public struct ChapterMark: Hashable, Sendable {
    /// On one line.
    public var title: String
    /// The first sample.
    public var start: SampleTime
    /// The sample after the last.
    public var end: SampleTime

    /// A chapter with its times.
    public init(title: String, start: SampleTime, end: SampleTime) {
      self.title = title
      self.start = start
      self.end = end
    }
  }

  /// Samples a second.
  public var sampleRate: Int
  /// One for each utterance of the script, in order.
  public var marks: [Mark]
  /// Contiguous, the first at 0, the last ending at ``length``.
  public var chapters: [ChapterMark]
  /// All samples, pauses included.
  public var length: SampleTime

  /// A timeline with all its parts.
  public init(
    sampleRate: Int, marks: [Mark], chapters: [ChapterMark], length: SampleTime
  ) {
    self.sampleRate = sampleRate
    self.marks = marks
    self.chapters = chapters
    self.length = length
  }
}

/// An audio file as it stands on disk, for companions that must name it.
public struct AudioAsset: Hashable, Sendable {
  /// File name without folders.
  public var file: String
  /// Its media type, such as `audio/flac`.
  public var mediaType: String
  /// Samples per channel.
  public var frames: Int
  /// Size in bytes.
  public var bytes: Int

  /// An audio file with its measures.
  public init(file: String, mediaType: String, frames: Int, bytes: Int) {
    self.file = file
    self.mediaType = mediaType
    self.frames = frames
    self.bytes = bytes
  }
}
