/// Lays the timeline of a script while its samples pass, in order, once.
public struct TimelineBuilder: Sendable {
  private let script: Script
  private let sampleRate: Int
  private var marks: [Timeline.Mark] = []
  private var position = 0

  /// A timeline of which nothing is laid yet.
  public init(script: Script, sampleRate: Int) {
    self.script = script
    self.sampleRate = sampleRate
    marks.reserveCapacity(script.utterances.count)
  }

  /// Samples laid so far.
  public var length: SampleTime { SampleTime(position) }

  /// Lays silence.
  public mutating func appendSilence(_ samples: Int) { position += max(0, samples) }

  /// Lays the next utterance of the script.
  ///
  /// - Parameters:
  ///   - samples: How long it is.
  ///   - wordStarts: The onset of each word from the utterance's first sample; what runs backward
  ///     or past the end is moved to where it may be.
  public mutating func appendUtterance(_ samples: Int, wordStarts: [Int]) {
    var latest = 0
    let starts = wordStarts.map { start in
      latest = min(max(start, latest), samples)
      return SampleTime(position + latest)
    }
    marks.append(
      .init(start: SampleTime(position), end: SampleTime(position + samples), wordStarts: starts))
    position += samples
  }

  /// The timeline, when every utterance is laid.
  ///
  /// A chapter begins with its first utterance, the first at 0, and ends where the next begins.
  public func timeline() -> Timeline {
    precondition(marks.count == script.utterances.count, "an utterance without its mark")
    let starts = script.chapters.enumerated().map { index, chapter in
      index == 0 ? SampleTime(0) : marks[chapter.utterances.lowerBound].start
    }
    let ends = starts.dropFirst() + [SampleTime(position)]
    let chapters = zip(script.chapters, zip(starts, ends)).map { chapter, times in
      Timeline.ChapterMark(title: chapter.title, start: times.0, end: times.1)
    }
    return Timeline(
      sampleRate: sampleRate, marks: marks, chapters: chapters, length: SampleTime(position))
  }
}
