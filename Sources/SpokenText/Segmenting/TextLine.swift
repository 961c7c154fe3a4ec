/// One line of raw text, without the white space at its ends.
struct TextLine {
  /// Bytes of the text in it; empty for a blank line.
  let content: Range<Int>
  /// White space before the text, in columns; a tab goes to the next multiple of four.
  let indent: Int
  /// Where the next line begins.
  let next: Int
  /// The line ends with a paragraph separator (U+2029) or a form feed.
  let endsParagraph: Bool

  var isBlank: Bool { content.isEmpty }

  /// Reads the line that begins at an offset.
  init(_ bytes: SourceBytes, at start: Int) {
    var contentStart = start
    var indent = 0
    while contentStart < bytes.count, Self.breakLength(bytes, at: contentStart) == 0 {
      let length = bytes.spaceLength(at: contentStart)
      guard length > 0 else { break }
      indent += bytes[contentStart] == 0x09 ? 4 - indent % 4 : 1
      contentStart += length
    }
    var end = contentStart
    while end < bytes.count, Self.breakLength(bytes, at: end) == 0 { end += 1 }
    content = contentStart..<bytes.endBeforeSpace(end, floor: contentStart)
    self.indent = indent
    next = end + Self.breakLength(bytes, at: end)
    endsParagraph =
      bytes[end] == 0x0C || bytes[end] == 0xE2 && bytes.scalar(at: end).scalar == 0x2029
  }

  /// Length of the line break at an offset, 0 when there is none.
  private static func breakLength(_ bytes: SourceBytes, at offset: Int) -> Int {
    switch bytes[offset] {
    case 0x0A, 0x0C: return 1
    case 0x0D: return bytes[offset + 1] == 0x0A ? 2 : 1
    case 0xE2:
      let scalar = bytes.scalar(at: offset).scalar
      return scalar == 0x2028 || scalar == 0x2029 ? 3 : 0
    default: return 0
    }
  }

  /// Where the text ends, in characters (scalars) from the left edge.
  func length(in bytes: SourceBytes) -> Int {
    bytes.slice(content).reduce(indent) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Length of the first word in characters.
  func firstWordLength(in bytes: SourceBytes) -> Int {
    var length = 0
    for byte in bytes.slice(content) {
      if ASCII.isSpace(byte) { break }
      if byte & 0xC0 != 0x80 { length += 1 }
    }
    return length
  }

  /// A bullet, number or letter at the start that may begin an item of a list.
  func marker(in bytes: SourceBytes) -> ListMarker? {
    switch bytes[content.lowerBound] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), 0xE2:
      let (scalar, length) = bytes.scalar(at: content.lowerBound)
      let end = content.lowerBound + length
      if end < content.upperBound, bytes.spaceLength(at: end) > 0,
        scalar < 0x80 || scalar == 0x2013 || scalar == 0x2014
      {
        return ListMarker(style: .bullet, value: 0, hasBracket: false, end: end)
      }
    default: break
    }
    guard let marker = ListMarker.read(bytes, at: content.lowerBound),
      marker.end < content.upperBound
    else { return nil }
    return marker
  }

  /// Three or more marks and nothing else: `---`, `* * *`, `=====`.
  func isSeparator(in bytes: SourceBytes) -> Bool {
    var marks = 0
    var offset = content.lowerBound
    while offset < content.upperBound {
      let (scalar, length) = bytes.scalar(at: offset)
      switch scalar {
      case 0x2A, 0x2D, 0x3D, 0x5F, 0x7E, 0x23, 0x2B, 0xB7, 0x2010...0x2015, 0x2022, 0x2042, 0x2500,
        0x2550:
        marks += 1
      default: guard bytes.spaceLength(at: offset) > 0 else { return false }
      }
      offset += length
    }
    return marks >= 3
  }

  /// How the line ends, closing quotes and brackets passed over.
  func ending(in bytes: SourceBytes) -> Ending {
    var end = content.upperBound
    while end > content.lowerBound {
      let scalar = bytes.scalar(before: end)
      switch scalar {
      case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0xBB: end = bytes.scalarStart(before: end)
      case 0x2E, 0x21, 0x3F, 0x3A, 0x2026, 0x3002, 0xFF01, 0xFF1F: return .complete
      case 0x2C, 0x3B, 0x2D, 0x2013, 0x2014: return .unfinished
      default: return .open
      }
    }
    return .open
  }

  enum Ending {
    /// With a stop or a colon.
    case complete
    /// With a mark after which the sentence goes on.
    case unfinished
    /// With a word.
    case open
  }

  func startsLower(in bytes: SourceBytes) -> Bool {
    NextWord(bytes, at: content.lowerBound).kind == .lower
  }
}
