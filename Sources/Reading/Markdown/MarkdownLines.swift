/// The bytes of a Markdown document and its lines, as CommonMark 2.1 ends them: LF, CR, or both.
struct MarkdownLines {
  let bytes: [UInt8]
  /// Without their ends.
  let lines: [Range<Int>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = 0
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == 0x0A || byte == 0x0D else {
        offset += 1
        continue
      }
      lines.append(start..<offset)
      let isPair = byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
      offset += isPair ? 2 : 1
      start = offset
    }
    if start < bytes.count || lines.isEmpty { lines.append(start..<bytes.count) }
    self.lines = lines
  }

  /// The line of a number from 0; an empty one at the end of the text beyond its last.
  subscript(line: Int) -> Range<Int> {
    lines.indices.contains(line) ? lines[line] : bytes.count..<bytes.count
  }

  /// The bytes that end a line.
  func end(of line: Int) -> Range<Int> {
    let start = self[line].upperBound
    let next = line + 1 < lines.count ? self[line + 1].lowerBound : bytes.count
    return start..<max(start, next)
  }

  func isBlank(_ line: Int) -> Bool { self[line].allSatisfy { Self.isSpace(bytes[$0]) } }

  /// The offset behind spaces and tabs.
  func skipSpaces(from offset: Int, to end: Int) -> Int {
    var offset = offset
    while offset < end, Self.isSpace(bytes[offset]) { offset += 1 }
    return offset
  }

  /// The offset behind the marks of up to so many quotations around a line, and behind what indents it.
  ///
  /// `> > text` → `text`. Fewer marks are a lazy continuation.
  func contentStart(of line: Int, quotes: Int) -> Int {
    let range = self[line]
    var offset = skipSpaces(from: range.lowerBound, to: range.upperBound)
    for _ in 0..<quotes {
      guard offset < range.upperBound, bytes[offset] == UInt8(ascii: ">") else { break }
      offset = skipSpaces(from: offset + 1, to: range.upperBound)
    }
    return offset
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// ASCII punctuation, which a backslash takes its meaning (CommonMark 2.4).
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
