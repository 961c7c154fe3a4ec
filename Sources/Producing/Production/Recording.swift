import AudioWriting
import Narration
import Speaking

/// The audio files of an episode while it is spoken, and the timeline that is laid beside them.
///
/// Samples go straight to the ``AudioMaster``; nothing is kept.
struct Recording: ~Copyable {
  private var master: AudioMaster
  private var builder: TimelineBuilder
  private let pauses: Pauses<Int>
  /// A hundred milliseconds of silence, written as often as needed.
  private let silence: [Int16]

  /// Opens the files.
  ///
  /// - Parameters:
  ///   - sampleRate: Samples a second of the voices and of the timeline.
  ///   - pauses: Silences in samples.
  init(
    files: [(container: AudioContainer, path: String)], plan: AudioPlan, mastering: Mastering,
    script: Script, sampleRate: Int, pauses: Pauses<Int>
  ) throws(AudioWritingError) {
    master = try AudioMaster(files, plan: plan, mastering: mastering, sampleRate: sampleRate)
    builder = TimelineBuilder(script: script, sampleRate: sampleRate)
    self.pauses = pauses
    silence = [Int16](repeating: 0, count: max(1, sampleRate / 10))
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
    try master.append(spoken.samples.span)
    builder.appendUtterance(spoken.samples.count, wordStarts: spoken.wordStarts)
    try appendSilence(pauses[after: pause])
  }

  /// Levels what was taken and closes the files with their chapters.
  ///
  /// - Parameter progress: Told the share that is levelled; what it throws ends the work.
  consuming func finish(
    progress: (Double) throws -> Void
  ) throws -> (Timeline, MasteredAudio) {
    let timeline = builder.timeline()
    return (timeline, try master.finish(chapters: timeline.chapters, progress: progress))
  }

  private mutating func appendSilence(_ samples: Int) throws(AudioWritingError) {
    let silence = silence
    var left = samples
    while left > 0 {
      let count = min(left, silence.count)
      try master.append(silence.span.extracting(0..<count))
      left -= count
    }
    builder.appendSilence(samples)
  }
}
