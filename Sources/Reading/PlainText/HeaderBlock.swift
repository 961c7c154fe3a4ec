internal import Narration

/// The lines at the start of a text that say what it is: `Title: …`, `Author: …`, `Date: …`.
///
/// They are metadata. The title is spoken, as a heading of level 1, unless the text's first
/// heading repeats it; the other lines are declared omissions.
///
/// ```
/// Title: Ketamine and fear        → metadata title, heading
/// Show: Talking Science           → metadata album, omitted
/// Date: March 1, 2025             → metadata date 2025-03-01, omitted
/// ```
struct HeaderBlock {
  private(set) var metadata = Metadata()
  /// The bytes of the title's value.
  private(set) var title: Range<Int>?
  /// Keys and lines that are not spoken.
  private(set) var omissions: [Range<Int>] = []
  /// How many lines belong to it.
  private(set) var lineCount = 0
  private(set) var notices: [Complaint] = []

  private enum Field { case title, artist, date, album, language, episode, comment }

  private static let fields: [String: Field] = [
    "title": .title, "episode title": .title,
    "author": .artist, "authors": .artist, "artist": .artist,
    "date": .date, "published": .date, "publication date": .date,
    "show": .album, "podcast": .album, "series": .album, "album": .album,
    "language": .language, "lang": .language,
    "episode": .episode, "episode number": .episode,
    "description": .comment, "summary": .comment, "subtitle": .comment,
  ]

  private struct Entry {
    var field: Field
    var line: Range<Int>
    var value: Range<Int>
  }

  init() {}

  /// Looks at the first lines of a text.
  ///
  /// A single line counts only when a blank line or the end follows, and never as a description,
  /// which may as well be the first paragraph.
  init(_ lines: [TextLine], in bytes: DocumentBytes, source: SourceText) {
    var entries: [Entry] = []
    var count = 0
    for line in lines {
      if count > 0, line.breaksBefore > 1 { break }
      if let entry = Self.entry(line.range, in: bytes) {
        entries.append(entry)
      } else if line.isIndented, let last = entries.last {
        entries[entries.count - 1].line = last.line.lowerBound..<line.range.upperBound
        entries[entries.count - 1].value = last.value.lowerBound..<line.range.upperBound
      } else {
        break
      }
      count += 1
    }
    let standsAlone = count == lines.count || lines[count].breaksBefore > 1
    guard let first = entries.first,
      entries.count > 1 || standsAlone && first.field != .comment && first.field != .episode
    else { return }
    lineCount = count
    for entry in entries { take(entry, bytes, source) }
  }

  private mutating func take(_ entry: Entry, _ bytes: DocumentBytes, _ source: SourceText) {
    let value = bytes.string(entry.value).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    var isSpoken = false
    switch entry.field {
    case .title:
      isSpoken = metadata.title == nil
      metadata.title = metadata.title ?? value
    case .episode:
      // A number says which episode it is, words say what it is called.
      if metadata.title == nil, value.contains(where: \.isLetter) {
        metadata.title = value
        isSpoken = true
      }
    case .artist: metadata.artist = metadata.artist ?? value
    case .album: metadata.album = metadata.album ?? value
    case .comment: metadata.comment = metadata.comment ?? value
    case .language:
      metadata.language = LanguageTag.isValid(value) ? value : metadata.language
      if metadata.language == nil {
        complain("\"\(value)\" is no language tag", "write a tag such as en-GB", entry, source)
      }
    case .date:
      metadata.date = metadata.date ?? CalendarDate.iso(value)
      if metadata.date == nil {
        complain("\"\(value)\" is no date that has one meaning", "write 2025-03-01", entry, source)
      }
    }
    if isSpoken {
      title = entry.value
      omissions.append(entry.line.lowerBound..<entry.value.lowerBound)
    } else {
      omissions.append(entry.line)
    }
  }

  private mutating func complain(
    _ what: String, _ remedy: String, _ entry: Entry, _ source: SourceText
  ) {
    notices.append(
      Complaint(.notice, at: source.place(of: entry.value).description, what, remedy: remedy))
  }

  /// Takes the title back from being spoken, because the text itself says it.
  mutating func omitTitle() {
    guard let title, let index = omissions.firstIndex(where: { $0.upperBound == title.lowerBound })
    else { return }
    omissions[index] = omissions[index].lowerBound..<title.upperBound
    self.title = nil
  }

  private static func entry(_ line: Range<Int>, in bytes: DocumentBytes) -> Entry? {
    let head = line.lowerBound..<min(line.upperBound, line.lowerBound + 24)
    guard let colon = head.first(where: { bytes[$0] == UInt8(ascii: ":") }),
      let field = fields[bytes.string(line.lowerBound..<colon).lowercased()]
    else { return nil }
    var start = colon + 1
    while start < line.upperBound {
      let (value, length) = bytes.scalar(at: start)
      guard TextScalar.isWhiteSpace(value) else { break }
      start += length
    }
    guard start < line.upperBound else { return nil }
    return Entry(field: field, line: line, value: start..<line.upperBound)
  }
}
