/// Writes an MP3 file: libmp3lame the frames, this room the tag before them.
struct MP3Writer: ~Copyable, AudioWriter {
  init(path: String, plan: AudioPlan) throws(AudioWritingError) {
    throw AudioWritingError(path: path, action: "write MP3", cause: .unfit("not there yet"))
  }

  mutating func append(_ samples: Span<Int16>) throws(AudioWritingError) {}
  mutating func append(_ samples: Span<Int32>) throws(AudioWritingError) {}

  consuming func finish(chapters: [ChapterPoint]) throws(AudioWritingError) -> WrittenAudio {
    WrittenAudio(frames: 0, bytes: 0)
  }
}
