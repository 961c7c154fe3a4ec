import Narration

/// Writes an Ogg Opus file: libopusenc the packets, this room the times of chapters.
///
/// The comments stand before the samples, when no time is known. So they are written with zeros of
/// the same length, over which the times are written when all is encoded; nothing moves.
///
/// Opus counts 48,000 samples a second whatever it is given. A file is as long as its samples, rounded
/// up to the next of those: the decoder leaves away what stands before and after (RFC 7845, section 4).
/// A file of no samples holds one of silence.
struct OpusWriter: ~Copyable, AudioWriter {
  /// Samples a second of any voice and any device.
  private static let sampleRates = 4_000...384_000
  /// Bytes of the comment header beyond which a reader may refuse it (RFC 7845): 120 MiB.
  private static let largestHeader = 125_829_120

  private let file: OutputFile
  private var encoder: OpusEncoder
  private let plan: AudioPlan
  /// The comments that stand in the file.
  private let comments: VorbisComments
  private let lastPage: LastPage
  private var frames = 0

  init(path: String, plan: AudioPlan) throws(AudioWritingError) {
    func unfit(_ reason: String) -> AudioWritingError {
      AudioWritingError(path: path, action: "write Opus", cause: .unfit(reason))
    }
    guard Self.sampleRates.contains(plan.sampleRate) else {
      let (low, high) = (Self.sampleRates.lowerBound, Self.sampleRates.upperBound)
      throw unfit("\(plan.sampleRate) samples a second, where it takes \(low) to \(high)")
    }
    let comments = try VorbisComments(plan, path: path)
    let room = comments.byteCount + (plan.cover.map { OpusPicture.byteCount(of: $0) } ?? 0)
    guard room + 1000 < Self.largestHeader else {
      let what = plan.cover == nil ? "titles and tags" : "titles, tags and cover"
      throw unfit("\(what) of \(room) bytes, where there is room for \(Self.largestHeader)")
    }
    let file = try OutputFile(path: path)
    encoder = try OpusEncoder(
      file, sampleRate: plan.sampleRate, depth: plan.depth, comments: comments.comments,
      picture: plan.cover.map { OpusPicture($0).value })
    let lastPage = LastPage()
    file.willWrite = { _, position in lastPage.position = position }
    self.file = file
    self.plan = plan
    self.comments = comments
    self.lastPage = lastPage
  }

  mutating func append(_ samples: Span<Int16>) throws(AudioWritingError) {
    try encoder.write(samples)
    frames += samples.count
  }

  mutating func append(_ samples: Span<Int32>) throws(AudioWritingError) {
    try encoder.write(samples)
    frames += samples.count
  }

  consuming func finish(chapters: [ChapterPoint]) throws(AudioWritingError) -> WrittenAudio {
    let (file, plan, frames, comments, lastPage) = (file, plan, frames, comments, lastPage)
    try encoder.finish()
    file.willWrite = nil
    let seen = try Self.length(file, lastPageAt: lastPage.position)
    let expected = (max(frames, 1) * 48_000 + plan.sampleRate - 1) / plan.sampleRate
    guard seen == expected else {
      let message = "the encoder counts \(seen) of \(expected) samples"
      throw file.error(in: "finish the samples", else: message)
    }
    let timed = try VorbisComments(plan, chapters: chapters, path: file.path)
    try OpusCommentHeader(file: file).replace(comments, with: timed)
    let bytes = file.length
    try file.close(after: "close the file")
    return WrittenAudio(frames: frames, bytes: bytes)
  }

  /// Samples at 48,000 a second, read back from the first page and the last.
  private static func length(
    _ file: OutputFile, lastPageAt position: Int
  ) throws(AudioWritingError) -> Int {
    guard let first = OggPage(file, at: 0), let last = OggPage(file, at: position),
      first.body.count >= 19, last.isLast, last.end == file.length
    else { throw file.error(in: "finish the samples", else: "libopusenc left no whole file") }
    // OpusHead (RFC 7845, section 5.1): eight letters, version, channels, pre-skip.
    let head = first.bytes[first.body].dropFirst(10)
    return last.granulePosition - head.prefix(2).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Where libopusenc, which writes a page at a time, has put the last one.
  private final class LastPage {
    var position = 0
  }
}
