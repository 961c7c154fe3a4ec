import Narration

/// The comments of a FLAC or Ogg Opus file, `NAME=value`, in order: tags, then chapters.
///
/// Chapters follow the Chapter Extension of Xiph's wiki, which ffprobe, mpv, mediainfo and VLC read:
/// `CHAPTER001=00:00:00.000`, then `CHAPTER001NAME=Introduction`. It has no ends.
struct VorbisComments {
  let comments: [String]

  /// What the three digits of a chapter's number can tell apart.
  static let mostChapters = 1000
  /// The hours of a time have two digits.
  static let lastMillisecond = 100 * 3_600_000 - 1

  init(tags: Tags, chapters: [(title: String, milliseconds: Int)]) {
    var comments = tags.fields.map { "\(Self.name(of: $0.field))=\($0.value)" }
    // From 001 as is the custom; 1,000 chapters need 000 too.
    let first = chapters.count < Self.mostChapters ? 1 : 0
    for (index, chapter) in chapters.enumerated() {
      let number = String(String(1000 + first + index).suffix(3))
      comments.append(
        "CHAPTER\(number)=\(SampleTime.timestamp(milliseconds: chapter.milliseconds))")
      comments.append("CHAPTER\(number)NAME=\(chapter.title.onOneLine)")
    }
    self.comments = comments
  }

  /// Those of a plan, whose times are not known and stand as zeros of the same length.
  init(_ plan: AudioPlan, path: String) throws(AudioWritingError) {
    let count = plan.chapterTitles.count
    guard count <= Self.mostChapters else {
      let reason = "\(count) chapters, where comments have numbers for \(Self.mostChapters)"
      throw AudioWritingError(path: path, action: "write chapters", cause: .unfit(reason))
    }
    self.init(tags: Tags(plan), chapters: plan.chapterTitles.map { ($0, milliseconds: 0) })
  }

  /// Those of a plan whose times are known.
  init(_ plan: AudioPlan, chapters: [ChapterPoint], path: String) throws(AudioWritingError) {
    if let last = chapters.last, last.milliseconds > Self.lastMillisecond {
      throw AudioWritingError(
        path: path, action: "write chapters",
        cause: .unfit("a chapter starts after 100 hours, beyond what its comment can say"))
    }
    self.init(tags: Tags(plan), chapters: chapters.map { ($0.title, $0.milliseconds) })
  }

  /// The bytes that they take in the block, each with its 32-bit length.
  var byteCount: Int { comments.reduce(0) { $0 + 4 + $1.utf8.count } }

  /// Those bytes, numbers with the lowest first (RFC 9639, section 8.6; RFC 7845, section 5.2).
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount)
    for comment in comments {
      withUnsafeBytes(of: UInt32(comment.utf8.count).littleEndian) { bytes += $0 }
      bytes += comment.utf8
    }
    return bytes
  }

  private static func name(of field: Tags.Field) -> String {
    switch field {
    case .title: "TITLE"
    case .album: "ALBUM"
    case .artist: "ARTIST"
    case .language: "LANGUAGE"
    case .date: "DATE"
    // DESCRIPTION is the name in the Vorbis recommendation, but ffprobe and mediainfo agree on
    // "comment" for this one only.
    case .comment: "COMMENT"
    case .publisher: "PUBLISHER"
    case .encoder: "ENCODER"
    }
  }
}
