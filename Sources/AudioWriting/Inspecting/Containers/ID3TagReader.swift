import Narration

/// An ID3v2.3 or 2.4 tag as it stands before the frames of an MP3 file.
///
/// <https://id3.org/id3v2.3.0>, <https://id3.org/id3v2.4.0-structure> and, for `CHAP` and `CTOC`,
/// <https://id3.org/id3v2-chapters-1.0>.
struct ID3TagReader {
  /// Bytes of the whole tag, header and footer included.
  private(set) var length = 0
  private(set) var tags: [AudioTag] = []
  private(set) var cover: AudioCover?
  private(set) var findings: [Finding] = []
  private var chaptersByID: [String: AudioChapter] = [:]
  private var fileOrder: [String] = []
  /// The entries of each table of contents: chapters, or tables of their own.
  private var tables: [String: [String]] = [:]
  private var topTable: String?

  /// A tag beyond so many bytes is skipped.
  private static let largest = 1 << 25

  /// The chapters in the order of the table of contents, or of the file where there is none.
  private(set) var chapters: [AudioChapter] = []

  /// Bytes that a tag takes at a place of a file; 0 where there is none.
  static func length(at place: Int, in file: InputFile) -> Int {
    var header = ByteCursor(file.bytes(at: place, count: 10))
    guard header.take(3)?.elementsEqual("ID3".utf8) == true, let version = header.big(1),
      header.take(1) != nil, let flags = header.big(1), let size = header.synchsafe(), version < 255
    else { return 0 }
    return 10 + size + (flags & 0x10 != 0 ? 10 : 0)
  }

  /// Reads the tag at a place; nil where there is none.
  init?(at place: Int, in file: InputFile) {
    length = Self.length(at: place, in: file)
    guard length > 0 else { return nil }
    var header = ByteCursor(file.bytes(at: place + 3, count: 7))
    let version = header.big(1) ?? 0
    _ = header.take(1)
    let flags = header.big(1) ?? 0
    let size = header.synchsafe() ?? 0
    guard version == 3 || version == 4 else {
      findings.append(
        Finding(
          severity: .warning, what: "its tag is ID3v2.\(version), which is not read",
          remedy: "write ID3v2.3 or 2.4"))
      return
    }
    guard size <= Self.largest else {
      findings.append(
        Finding(severity: .warning, what: "its tag of \(size) bytes is too large to be read"))
      return
    }
    var bytes = file.bytes(at: place + 10, count: size)
    if bytes.count < size {
      findings.append(Finding(what: "is cut off within its tag", remedy: Finding.remake))
    }
    // In 2.3 the whole tag may be unsynchronized, in 2.4 frames say it themselves.
    if version == 3, flags & 0x80 != 0 { bytes = Self.synchronized(bytes[...]) }
    var body = ByteCursor(bytes)
    if flags & 0x40 != 0 {
      // The size of the extended header counts itself in 2.4 only.
      let size = version == 4 ? (body.synchsafe() ?? 4) - 4 : body.big(4) ?? 0
      _ = body.takeUp(to: size)
    }
    while let frame = body.takeFrame(version: version) { read(frame, version: version) }
    order()
  }

  /// Puts the chapters into the order of the tables of contents.
  private mutating func order() {
    guard let topTable else {
      chapters = fileOrder.compactMap { chaptersByID[$0] }
      return
    }
    // A table holds 255 entries, so that a longer one lists tables.
    var seen: Set<String> = []
    var waiting = [topTable]
    while let id = waiting.popLast() {
      guard seen.insert(id).inserted else { continue }
      if let chapter = chaptersByID[id] {
        chapters.append(chapter)
      } else if let entries = tables[id] {
        waiting += entries.reversed()
      } else {
        findings.append(
          Finding(
            what:
              "its table of contents names the chapter \"\(id.prefix(40))\", which is not there",
            remedy: Finding.remake))
      }
    }
    if let id = fileOrder.first(where: { !seen.contains($0) }) {
      findings.append(
        Finding(
          severity: .warning,
          what: "its table of contents leaves out the chapter \"\(id.prefix(40))\"",
          remedy: Finding.remake))
    }
  }

  private mutating func read(_ frame: ID3FrameContent, version: Int) {
    var content = ByteCursor(frame.content)
    switch frame.name {
    case "CHAP": readChapter(&content, version: version)
    case "CTOC": readContents(&content)
    case "APIC":
      let encoding = content.big(1) ?? 0
      let type = content.takeUntilNUL().asLatin1
      _ = content.take(1)
      _ = content.takeUntilNUL(width: encoding == 1 || encoding == 2 ? 2 : 1)
      if cover == nil { cover = AudioCover(mediaType: type, bytes: content.count) }
    case "COMM":
      let encoding = content.big(1) ?? 0
      _ = content.take(3)
      _ = content.takeUntilNUL(width: encoding == 1 || encoding == 2 ? 2 : 1)
      add(frame.name, ID3Text.decoded(content.rest, encoding: encoding))
    case "TXXX":
      let encoding = content.big(1) ?? 0
      let name = content.takeUntilNUL(width: encoding == 1 || encoding == 2 ? 2 : 1)
      tags.append(
        AudioTag(
          name: ID3Text.decoded(name, encoding: encoding),
          value: ID3Text.decoded(content.rest, encoding: encoding)))
    case _ where frame.name.hasPrefix("T"): add(frame.name, ID3Text.text(of: frame.content))
    default: break
    }
  }

  private mutating func add(_ frame: String, _ value: String) {
    tags.append(AudioTag(name: TagNames.name(ofID3: frame), value: value))
  }

  private mutating func readChapter(_ content: inout ByteCursor, version: Int) {
    let id = content.takeUntilNUL().asLatin1
    guard let start = content.big(4), let end = content.big(4), content.take(8) != nil else {
      findings.append(Finding(what: "the chapter \"\(id)\" has no times", remedy: Finding.remake))
      return
    }
    var chapter = AudioChapter(title: "", milliseconds: start)
    chapter.endMilliseconds = end
    while let frame = content.takeFrame(version: version) {
      if frame.name == "TIT2" { chapter.title = ID3Text.text(of: frame.content) }
    }
    if chaptersByID.updateValue(chapter, forKey: id) == nil { fileOrder.append(id) }
  }

  private mutating func readContents(_ content: inout ByteCursor) {
    let id = content.takeUntilNUL().asLatin1
    guard let flags = content.big(1), let count = content.big(1) else { return }
    var entries: [String] = []
    for _ in 0..<count where !content.isAtEnd { entries.append(content.takeUntilNUL().asLatin1) }
    tables[id] = entries
    if topTable == nil || flags & 2 != 0 { topTable = id }
  }

  /// Bytes without the zeros that were put behind each 0xFF.
  static func synchronized(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var last: UInt8 = 0
    for byte in bytes {
      if !(last == 0xFF && byte == 0) { result.append(byte) }
      last = byte
    }
    return result
  }
}

/// A frame of an ID3v2 tag, unpacked.
struct ID3FrameContent {
  var name: String
  var content: ArraySlice<UInt8>
}

/// The text of a frame in one of its four encodings.
enum ID3Text {
  /// The text behind the byte that tells the encoding; several, which 2.4 allows, with a slash
  /// between.
  static func text(of content: ArraySlice<UInt8>) -> String {
    var cursor = ByteCursor(content)
    guard let encoding = cursor.big(1) else { return "" }
    let width = encoding == 1 || encoding == 2 ? 2 : 1
    var texts: [String] = []
    while !cursor.isAtEnd, texts.count < 64 {
      texts.append(decoded(cursor.takeUntilNUL(width: width), encoding: encoding))
    }
    return texts.joined(separator: " / ")
  }

  /// 0 is ISO 8859-1, 1 UTF-16 with a mark of its order, 2 UTF-16 with the highest byte first, 3
  /// UTF-8.
  static func decoded(_ bytes: ArraySlice<UInt8>, encoding: Int) -> String {
    switch encoding {
    case 1, 2:
      let isLittle = encoding == 1 && bytes.starts(with: [0xFF, 0xFE])
      var cursor = ByteCursor(bytes)
      var units: [UInt16] = []
      while let unit = isLittle ? cursor.little(2) : cursor.big(2) {
        if unit == 0 { break }
        if !(units.isEmpty && unit == 0xFEFF) { units.append(UInt16(truncatingIfNeeded: unit)) }
      }
      return String(decoding: units, as: UTF16.self)
    case 3: return bytes.asText
    default: return bytes.prefix { $0 != 0 }.asLatin1
    }
  }
}

extension ByteCursor {
  /// A number of 28 bits, seven in each of four bytes.
  fileprivate mutating func synchsafe() -> Int? {
    take(4).map { $0.reduce(0) { $0 << 7 | Int($1 & 0x7F) } }
  }

  /// The next frame; nil at the end, in the padding, and where no frame can be.
  fileprivate mutating func takeFrame(version: Int) -> ID3FrameContent? {
    guard let name = take(4), name.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) }),
      let size = version == 4 ? synchsafe() : big(4), take(1) != nil, let flags = big(1),
      var content = take(size)
    else { return nil }
    let isPacked = flags & (version == 4 ? 0x0C : 0xC0) != 0
    // A byte for a group, four for the length of what is unpacked.
    if flags & (version == 4 ? 0x40 : 0x20) != 0 { content = content.dropFirst() }
    if version == 4, flags & 1 != 0 { content = content.dropFirst(4) }
    if version == 4, flags & 2 != 0 { content = ID3TagReader.synchronized(content)[...] }
    return ID3FrameContent(name: name.asLetters, content: isPacked ? [] : content)
  }
}
