import CFLAC
import Narration

/// Writes a FLAC file: libsndfile the samples, libFLAC the blocks before them.
///
/// libsndfile takes a fixed set of tags and no chapters, but its comment makes room: as many bytes as
/// the seek table, the tags, the chapters, whose times have one length, and the cover will take, and
/// some padding for a tag editor. They are written over it when the times are known.
struct FLACWriter: ~Copyable, AudioWriter {
  /// How hard the encoder tries, from 0 to 8.
  ///
  /// Level 5 makes 55.1 % of four minutes of synthetic speech in 0.11 s; 3 makes 56.9 % in 0.08 s,
  /// 8 makes 52.6 % in 0.20 s. Voices speak on every core while one file is encoded on one, so 8
  /// would make all of them wait for its 4 %.
  private static let compressionLevel = 5
  /// What is left for a tag editor, so that it need not move the samples.
  private static let padding = 4096
  /// A metadata block's length has 24 bits.
  private static let largestBlock = 1 << 24

  private let file: OutputFile
  private let sound: SoundFile
  private let plan: AudioPlan
  private let index: SeekIndex
  private var frames = 0

  init(path: String, plan: AudioPlan) throws(AudioWritingError) {
    let room = try Self.room(for: plan, path: path)
    let file = try OutputFile(path: path)
    let sound = try SoundFile(file, format: .flac, sampleRate: plan.sampleRate, depth: plan.depth)
    try sound.setCompressionLevel(Self.compressionLevel)
    try sound.setComment(String(repeating: " ", count: room))
    let index = SeekIndex(sampleRate: plan.sampleRate)
    file.willWrite = { index.note($0, at: $1) }
    self.file = file
    self.sound = sound
    self.index = index
    self.plan = plan
  }

  /// Bytes to reserve before the samples.
  private static func room(for plan: AudioPlan, path: String) throws(AudioWritingError) -> Int {
    let comments = try VorbisComments(plan, path: path)
    let seekTable = 4 + 18 * SeekIndex.capacity
    let picture = plan.cover.map { FLACMetadata.byteCount(of: $0) } ?? 0
    let room = comments.byteCount + seekTable + picture + padding
    guard room + 1000 < largestBlock else {
      let what = plan.cover == nil ? "titles and tags" : "titles, tags and cover"
      throw AudioWritingError(
        path: path, action: "write chapters",
        cause: .unfit("\(what) of \(room) bytes, where FLAC has room for \(largestBlock)"))
    }
    return room
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
    let (file, plan, frames, index) = (file, plan, frames, index)
    if frames == 0 { try sound.writeHeader() }
    try sound.close()
    file.willWrite = nil

    let comments = try VorbisComments(plan, chapters: chapters, path: file.path)
    var metadata = try FLACMetadata(file)
    try metadata.read()
    let info = try metadata.streamInfo()
    guard info.samples == frames else {
      let message = "the encoder counts \(info.samples) of \(frames) samples"
      throw file.error(in: "finish the samples", else: message)
    }
    let points = index.points.map { point in
      let sample = point.frame * info.samplesPerFrame
      return FLAC__StreamMetadata_SeekPoint(
        sample_number: UInt64(sample), stream_offset: UInt64(point.offset),
        frame_samples: UInt32(min(info.samplesPerFrame, frames - sample)))
    }
    try metadata.replace(comments: comments.comments, seekPoints: points)
    if let cover = plan.cover { try metadata.append(cover) }
    try metadata.write()
    let bytes = file.length
    try file.close(after: "close the file")
    return WrittenAudio(frames: frames, bytes: bytes)
  }
}
