import Narration

/// Writes an MP3 file: libmp3lame the frames, this room the tag before them.
///
/// The tag is written at the start with no times in it and again when they are known; so is the
/// first frame, by which players know how many samples to leave out at both ends.
struct MP3Writer: ~Copyable, AudioWriter {
  /// Samples a second that MPEG-1 and MPEG-2 have, and thousands of bits a second for each.
  ///
  /// Constant, so that a player finds any moment by its place in the file. On nine minutes of
  /// synthetic speech the noise at 64 kbit/s is 22 dB below the speech from 22,050 to 44,100 Hz;
  /// 80 are 2 dB better, 56 are 1.4 dB worse, and what is less has no room for the first frame.
  /// From 32,000 Hz on there may be sibilants above 11 kHz to code: 96 are 25 dB.
  private static let bitRates = [
    16_000: 64, 22_050: 64, 24_000: 64, 32_000: 96, 44_100: 96, 48_000: 96,
  ]
  /// What is left for a tag editor, so that it need not move the samples.
  private static let padding = 4096

  private let file: OutputFile
  private var encoder: LAMEEncoder
  private let plan: AudioPlan
  /// Bytes of the tag, header not counted.
  private let room: Int
  private var frames = 0

  /// - Parameter largestTag: Bytes; fewer in tests.
  init(
    path: String, plan: AudioPlan, largestTag: Int = ID3Tag.largestSize
  ) throws(AudioWritingError) {
    guard let bitRate = Self.bitRates[plan.sampleRate] else {
      let rates = Self.bitRates.keys.sorted().map(String.init).joined(separator: ", ")
      throw AudioWritingError(
        path: path, action: "start at \(plan.sampleRate) samples a second",
        cause: .unfit("MP3 has \(rates)"))
    }
    let tag = try Self.blankTag(for: plan, atMost: largestTag, path: path)
    let file = try OutputFile(path: path)
    guard let encoder = LAMEEncoder(sampleRate: plan.sampleRate, bitRate: bitRate) else {
      throw file.error(
        in: "start at \(plan.sampleRate) samples a second", else: "libmp3lame refuses")
    }
    try file.write(tag, to: "reserve room for chapters")
    self.file = file
    self.encoder = encoder
    self.plan = plan
    room = tag.count - ID3Tag.headerLength
  }

  /// A tag of the size that it will have, whatever the times.
  private static func blankTag(
    for plan: AudioPlan, atMost largest: Int, path: String
  ) throws(AudioWritingError) -> [UInt8] {
    func unfit(_ reason: String) -> AudioWritingError {
      AudioWritingError(path: path, action: "write chapters", cause: .unfit(reason))
    }
    let count = plan.chapterTitles.count
    guard count <= ID3Tag.mostChapters else {
      throw unfit("\(count) chapters, where MP3 has tables for \(ID3Tag.mostChapters)")
    }
    let tag = ID3Tag(
      tags: Tags(plan), milliseconds: .max,
      chapters: plan.chapterTitles.map { ($0.onOneLine, start: 0, end: 0) }, cover: plan.cover)
    guard let bytes = tag.bytes(filling: tag.frames.count + padding, atMost: largest) else {
      let what = plan.cover == nil ? "titles and tags" : "titles, tags and cover"
      throw unfit(
        "\(what) of \(tag.frames.count) bytes, where MP3 has room for \(largest)")
    }
    return bytes
  }

  mutating func append(_ samples: Span<Int16>) throws(AudioWritingError) {
    try encoder.encode(samples, into: file)
    frames += samples.count
  }

  mutating func append(_ samples: Span<Int32>) throws(AudioWritingError) {
    try encoder.encode(samples, into: file)
    frames += samples.count
  }

  consuming func finish(chapters: [ChapterPoint]) throws(AudioWritingError) -> WrittenAudio {
    try encoder.flush(into: file)
    let held = encoder.heldSamples
    guard held == frames else {
      let message = "the encoder counts \(held) of \(frames) samples"
      throw file.error(in: "finish the samples", else: message)
    }
    guard let information = encoder.information() else {
      throw file.error(in: "finish the samples", else: "libmp3lame counts no frames")
    }
    try writeTag(chapters)
    try file.write(information, to: "finish the samples")
    let bytes = file.length
    try file.close(after: "close the file")
    return WrittenAudio(frames: frames, bytes: bytes)
  }

  /// Writes the tag over the blank one, up to the first frame.
  private func writeTag(_ chapters: [ChapterPoint]) throws(AudioWritingError) {
    func unfit(_ reason: String) -> AudioWritingError {
      AudioWritingError(path: file.path, action: "write chapters", cause: .unfit(reason))
    }
    let end = SampleTime(frames).milliseconds(sampleRate: plan.sampleRate)
    guard max(end, chapters.last?.endMilliseconds ?? 0) <= ID3Tag.lastMillisecond else {
      throw unfit("a chapter ends after 49 days, beyond what its frame can say")
    }
    let tag = ID3Tag(
      tags: Tags(plan), milliseconds: end,
      chapters: chapters.map { ($0.title, start: $0.milliseconds, end: $0.endMilliseconds) },
      cover: plan.cover)
    guard let bytes = tag.bytes(filling: room) else {
      throw unfit("their titles need more room than those that were announced")
    }
    file.position = 0
    try file.write(bytes, to: "write chapters")
  }
}
