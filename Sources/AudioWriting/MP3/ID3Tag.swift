import Narration

/// The ID3v2.3 tag before the frames: what the file says about itself, its chapters, its cover.
///
/// ID3 tag version 2.3.0 (1999) and ID3v2 Chapter Frame Addendum 1.0 (2005). Version 2.3 and not 2.4,
/// since chapters are frames within frames, whose sizes 2.4 writes with seven bits a byte: ffmpeg
/// (5.1, and with it mpv) reads them as 32 bits and loses every chapter whose title has 128 bytes or
/// more, and taggers write them in both ways (getID3's issue 279, TagLib's 1053). The sizes of 2.3
/// leave no doubt, readers that know no 2.4 (id3lib, Windows 7) take it, and Forecast, one of the
/// tools that Apple Podcasts names for chapters, writes it. The price is UTF-16 for what is not
/// ASCII, and no month without a day.
struct ID3Tag {
  /// What a tag can hold beside its header: its size has 28 bits.
  static let largestSize = 1 << 28 - 1
  /// How many entries a table of contents has at most, as it counts them in a byte.
  static let mostEntries = 255
  /// What a table of tables has room for.
  static let mostChapters = mostEntries * mostEntries
  /// The latest moment that a chapter can name: 49 days.
  static let lastMillisecond = Int(UInt32.max) - 1
  /// Bytes before the first frame.
  static let headerLength = 10

  /// The frames one after the other.
  let frames: [UInt8]

  /// A chapter as the tag tells it.
  typealias Chapter = (title: String, start: Int, end: Int)

  /// A tag with its frames in order; the cover last, since it is the longest.
  ///
  /// - Parameters:
  ///   - milliseconds: Of the whole audio.
  ///   - chapters: Starts and ends in milliseconds.
  init(tags: Tags, milliseconds: Int, chapters: [Chapter], cover: Cover?) {
    var frames = tags.fields.flatMap { Self.frames(of: $0.field, $0.value, in: tags) }
    frames.append(ID3Frame("TLEN", text: String(milliseconds)))
    frames += Self.contents(of: chapters.count)
    for (index, chapter) in chapters.enumerated() {
      frames.append(Self.frame(of: chapter, index: index))
    }
    var bytes: [UInt8] = []
    for frame in frames { bytes += frame.bytes }
    if let cover { bytes += Self.frame(of: cover).bytes }
    self.frames = bytes
  }

  /// The tag filled up with zeros to a size, the header not counted.
  ///
  /// - Returns: nil where the frames need more.
  func bytes(filling size: Int, atMost largest: Int = largestSize) -> [UInt8]? {
    guard frames.count <= size, size <= largest else { return nil }
    var bytes = Array("ID3".utf8) + [3, 0, 0]  // version 2.3.0, no flags
    for shift in [21, 14, 7, 0] { bytes.append(UInt8(size >> shift & 0x7F)) }
    bytes.reserveCapacity(Self.headerLength + size)
    bytes += frames
    bytes += repeatElement(0, count: size - frames.count)
    return bytes
  }

  private static func frames(of field: Tags.Field, _ value: String, in tags: Tags) -> [ID3Frame] {
    switch field {
    case .title: return [ID3Frame("TIT2", text: value)]
    case .album: return [ID3Frame("TALB", text: value)]
    case .artist: return [ID3Frame("TPE1", text: value)]
    case .publisher: return [ID3Frame("TPUB", text: value)]
    case .encoder: return [ID3Frame("TSSE", text: value)]
    case .language:
      // Without a code of three letters the tag itself: it tells more than nothing.
      return [ID3Frame("TLAN", text: LanguageCode.threeLetters(of: value) ?? value)]
    case .date: return frames(ofDate: value)
    case .comment:
      let language = tags.fields.first { $0.field == .language }?.value
      let code = language.flatMap { LanguageCode.threeLetters(of: $0) } ?? "XXX"
      let encoding = ID3Frame.Encoding(of: value)
      var frame = ID3Frame("COMM")
      frame.append(encoding.rawValue)
      frame.append(Array(code.utf8))
      frame.append("", in: encoding)  // no name: the comment that players show
      frame.appendEnd(in: encoding)
      frame.append(value, in: encoding)
      return [frame]
    }
  }

  /// `2025-03-01` → year `2025`, day and month `0103`; a month without a day has no frame.
  private static func frames(ofDate date: String) -> [ID3Frame] {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    let isNumeric = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isNumeric, parts[0].utf8.count == 4 else { return [] }
    let year = ID3Frame("TYER", text: String(parts[0]))
    guard parts.count == 3, parts[1].utf8.count == 2, parts[2].utf8.count == 2 else {
      return [year]
    }
    return [year, ID3Frame("TDAT", text: "\(parts[2])\(parts[1])")]
  }

  /// The tables of contents: one, or where a byte cannot count its entries one of several.
  private static func contents(of count: Int) -> [ID3Frame] {
    let chapters = (0..<count).map(id(ofChapter:))
    if chapters.isEmpty { return [] }
    if count <= mostEntries { return [table("toc", of: chapters, isTop: true)] }
    let starts = Array(stride(from: 0, to: count, by: mostEntries))
    let parts = starts.map { "toc\($0 / mostEntries + 1)" }
    return [table("toc", of: parts, isTop: true)]
      + zip(parts, starts).map { part, start in
        table(part, of: Array(chapters[start..<min(start + mostEntries, count)]), isTop: false)
      }
  }

  private static func table(_ id: String, of entries: [String], isTop: Bool) -> ID3Frame {
    var frame = ID3Frame("CTOC")
    frame.append(id: id)
    frame.append(UInt8(isTop ? 0b11 : 0b01))  // the lower bit: the entries are in order
    frame.append(UInt8(clamping: entries.count))
    for entry in entries { frame.append(id: entry) }
    return frame
  }

  /// Counted from 1, since ffprobe shows it for a chapter whose title is empty.
  private static func id(ofChapter index: Int) -> String { "ch\(index + 1)" }

  private static func frame(of chapter: Chapter, index: Int) -> ID3Frame {
    var frame = ID3Frame("CHAP")
    frame.append(id: id(ofChapter: index))
    frame.append(UInt32(clamping: chapter.start))
    frame.append(UInt32(clamping: chapter.end))
    // Places in the file: none, the times are to be used.
    frame.append(UInt32.max)
    frame.append(UInt32.max)
    frame.append(ID3Frame("TIT2", text: chapter.title))
    return frame
  }

  private static func frame(of cover: Cover) -> ID3Frame {
    var frame = ID3Frame("APIC")
    frame.append(ID3Frame.Encoding.latin.rawValue)
    frame.append(id: cover.mediaType)
    frame.append(UInt8(3))  // the front cover
    frame.append(id: "")  // no description
    frame.append(cover.bytes)
    return frame
  }
}
