import Narration

/// Writes a WAV file: libsndfile the samples, this room what stands around them.
///
/// libsndfile drops the names of cues, and what it is given after the samples overwrites them. So it
/// closes first; then tags and chapters are appended and the header, whose sizes are known now, is
/// written over its own.
struct WAVWriter: ~Copyable, AudioWriter {
  private let file: OutputFile
  private let sound: SoundFile
  private let plan: AudioPlan
  private var frames = 0

  init(path: String, plan: AudioPlan) throws(AudioWritingError) {
    let file = try OutputFile(path: path)
    sound = try SoundFile(file, format: .rf64, sampleRate: plan.sampleRate, depth: plan.depth)
    self.file = file
    self.plan = plan
  }

  mutating func append(_ samples: Span<Int16>) throws(AudioWritingError) {
    try sound.write(samples)
    frames += samples.count
  }

  mutating func append(_ samples: Span<Int32>) throws(AudioWritingError) {
    try sound.write(samples)
    frames += samples.count
  }

  consuming func finish(chapters: [ChapterPoint]) throws(AudioWritingError) -> WrittenAudio {
    let (file, plan, frames) = (file, plan, frames)
    try sound.close()
    let end = WAVHeader.length + plan.depth.byteCount * frames
    // An odd end is evened out by libsndfile.
    guard file.length == end + end % 2 else {
      let message = "libsndfile left \(file.length) bytes for \(frames) samples"
      throw file.error(in: "finish the samples", else: message)
    }
    if let last = chapters.last, last.start > WAVTrailer.lastStart {
      let cause = AudioWritingError.Cause.unfit(
        "a chapter starts at sample \(last.start), beyond what a WAV cue can say")
      throw AudioWritingError(path: file.path, action: "write chapters", cause: cause)
    }
    let trailer = WAVTrailer(tags: Tags(plan), chapters: chapters)
    file.position = file.length
    try file.write(trailer.bytes, to: "write chapters")
    let bytes = file.length
    let header = WAVHeader(
      sampleRate: plan.sampleRate, depth: plan.depth, frames: frames, fileLength: bytes)
    file.position = 0
    try file.write(header.bytes, to: "write the header")
    try file.close(after: "close the file")
    return WrittenAudio(frames: frames, bytes: bytes)
  }
}
