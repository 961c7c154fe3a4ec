import AudioWriting
import Narration
import Speaking

/// The audio files of an episode while it is spoken, and the timeline that is laid beside them.
///
/// Samples go straight into every file; nothing is kept.
struct Recording: ~Copyable {
  private var files: AudioFiles
  private var builder: TimelineBuilder
  private let pauses: Pauses<Int>
  /// A hundred milliseconds of silence, written as often as needed.
  private let silence: [Int16]

  /// Opens the files.
  ///
  /// - Parameter pauses: Silences in samples.
  init(
    files: [(container: AudioContainer, path: String)], plan: AudioPlan, script: Script,
    pauses: Pauses<Int>
  ) throws(AudioWritingError) {
    self.files = try AudioFiles(files, plan: plan)
    builder = TimelineBuilder(script: script, sampleRate: plan.sampleRate)
    self.pauses = pauses
    silence = [Int16](repeating: 0, count: max(1, plan.sampleRate / 10))
  }

  /// Writes the silence before the first word.
  mutating func appendLeadingSilence() throws(AudioWritingError) {
    try appendSilence(pauses.leading)
  }

  /// Samples so far.
  var length: SampleTime { builder.length }

  /// Writes an utterance and the pause after it.
  mutating func append(
    _ spoken: SpokenUtterance, pauseAfter pause: Pause
  ) throws(AudioWritingError) {
    try files.append(spoken.samples.span)
    builder.appendUtterance(spoken.samples.count, wordStarts: spoken.wordStarts)
    try appendSilence(pauses[after: pause])
  }

  /// Closes the files with their chapters.
  consuming func finish() throws(AudioWritingError) -> Timeline {
    let timeline = builder.timeline()
    _ = try files.finish(chapters: timeline.chapters)
    return timeline
  }

  private mutating func appendSilence(_ samples: Int) throws(AudioWritingError) {
    let silence = silence
    var left = samples
    while left > 0 {
      let count = min(left, silence.count)
      try files.append(silence.span.extracting(0..<count))
      left -= count
    }
    builder.appendSilence(samples)
  }
}
