/// Decides whether a single line break inside a sentence ends it.
///
/// Wrapped text goes on (`It was a cold⏎night.`), the lines of a list or a heading do not
/// (`contact manager⏎events`).
struct LineBreak {
  let bytes: SourceBytes
  let lineStart: Int
  let sentenceStart: Int
  /// Past a list marker.
  let contentStart: Int
  /// The last line's text ends here, the next begins at `next`.
  let end: Int
  let next: Int
  let marker: ListMarker?

  /// Lines of wrapped text are at least so long, in bytes.
  private static let shortest = 50
  /// Lines of wrapped text are at most so long, in bytes.
  private static let longest = 120

  var endsSentence: Bool {
    if let found = ListMarker.read(bytes, at: next), begins(found) { return true }
    if isDashed(at: next), isDashed(at: bytes.skippingSpace(lineStart)) { return true }
    let last = bytes.scalar(before: end)
    // A mark that is no end of a sentence: the clause goes on in the next line.
    switch last {
    case 0x2C, 0x26, 0x2D, 0x2010, 0x2011, 0x28, 0x5B: return false
    case 0x3A: return true
    default: break
    }
    let length = end - max(lineStart, sentenceStart)
    let word = NextWord(bytes, at: next)
    if word.kind == .punctuation { return false }
    if word.kind == .lower {
      // A short line that began in lower case is an item of a list, unless a space at its end shows
      // that the line was broken in the middle.
      guard length < Self.shortest, sentenceStart >= lineStart, bytes[end] != 0x20 else {
        return false
      }
      return NextWord(bytes, at: contentStart).kind == .lower
    }
    if endsInDangling { return false }
    // An item in the middle of a line is no wrapped text.
    if contentStart > sentenceStart, sentenceStart > lineStart { return true }
    let lineLength = end - lineStart
    return isLeader || lineLength < Self.shortest || lineLength > Self.longest
  }

  /// Whether a line begins with a dash or star that stands for a bullet: `- milk`.
  private func isDashed(at offset: Int) -> Bool {
    let (scalar, length) = bytes.scalar(at: offset)
    switch scalar {
    case 0x2A, 0x2B, 0x2D, 0x2013, 0x2014: return bytes[offset + length] == 0x20
    default: return false
    }
  }

  /// Whether a marker at the start of the next line is one: a bullet, the first or next of a list,
  /// or any after a line that is complete.
  private func begins(_ found: ListMarker) -> Bool {
    if found.style == .bullet || found.isFirst { return true }
    if let marker, marker.isFollowed(by: found) { return true }
    switch bytes.scalar(before: end) {
    case 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x3002: return true
    default: return false
    }
  }

  /// Whether the line is one of a table of contents: `Introduction ..... 5`.
  private var isLeader: Bool {
    var offset = end
    while offset > lineStart, end - offset < 8, ASCII.isDigit(bytes[offset - 1]) { offset -= 1 }
    guard offset < end else { return false }
    offset = bytes.endBeforeSpace(offset, floor: lineStart)
    return bytes.holds("...", at: max(0, offset - 3)..<max(0, offset))
  }

  /// Whether the line ends with a word such as "the" or "of".
  private var endsInDangling: Bool {
    var start = end
    while start > sentenceStart, end - start < 8, ASCII.isLetter(bytes[start - 1]) { start -= 1 }
    return ClauseOpeners.isDangling(bytes.slice(start..<end))
  }
}
