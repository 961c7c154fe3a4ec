/// Writes an Ogg Opus file: libopusenc the packets, this room the chapters.
struct OpusWriter: ~Copyable, AudioWriter {
  init(path: String, plan: AudioPlan) throws(AudioWritingError) {
    throw AudioWritingError(path: path, action: "write Opus", cause: .unfit("not there yet"))
  }

  mutating func append(_ samples: Span<Int16>) throws(AudioWritingError) {}
  mutating func append(_ samples: Span<Int32>) throws(AudioWritingError) {}

  consuming func finish(chapters: [ChapterPoint]) throws(AudioWritingError) -> WrittenAudio {
    WrittenAudio(frames: 0, bytes: 0)
  }
}
