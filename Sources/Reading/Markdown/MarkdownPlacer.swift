/// Finds which bytes of a Markdown document each literal of the parser came from.
///
/// cmark-gfm tells lines and columns in the text of a block as it has it, without what indents its
/// lines and without the marks of quotations around it; it loses count where an address or a title
/// breaks over lines. So a place that it tells is a proposal: what stands there must be the literal,
/// escapes and entities read. Else the next place in the block is taken where the literal stands.
struct MarkdownPlacer {
  /// A stretch of a literal and its place.
  struct Piece {
    /// A range of the literal.
    var text: Range<Int>
    var source: Range<Int>
    var isCopied: Bool
  }

  /// How a literal differs from the source.
  enum Syntax {
    /// Backslashes and character references stand for characters.
    case text
    /// Line breaks became spaces.
    case code
    /// The same, and what indents a line is gone.
    case html
  }

  /// What the parser was given.
  let lines: MarkdownLines
  /// Where the next literal begins at the earliest.
  var cursor = 0
  /// Whether ``cursor`` stands right behind the literal before.
  private(set) var isExact = true

  private var block = 0..<0
  private var quotes = 0
  private var firstLine = 0
  private var firstColumn = 0
  private var lastLine = 0
  private var isCell = false
  /// By how many lines the parser is behind.
  private var slip = 0
  /// The line whose content's start is known.
  private var known = (line: -1, start: 0)
  /// What may still be spent on looking, so that no text costs the square of its length.
  private var effort = 0

  init(_ lines: MarkdownLines) { self.lines = lines }

  /// Begins a block whose content is inline.
  ///
  /// - Parameters:
  ///   - firstLine: From 0.
  ///   - firstColumn: From 0, in bytes.
  ///   - quotes: How many quotations the block stands in.
  mutating func begin(
    lines range: ClosedRange<Int>, column: Int, quotes: Int, isCell: Bool = false
  ) {
    firstLine = range.lowerBound
    lastLine = range.upperBound
    firstColumn = column
    self.quotes = quotes
    self.isCell = isCell
    let start = min(lines[firstLine].lowerBound + column, lines[firstLine].upperBound)
    block = start..<max(start, lines[lastLine].upperBound)
    cursor = start
    slip = isCell ? 0 : definitions()
    known = (-1, 0)
    effort = 4096 + 8 * block.count
  }

  /// How many lines at the start of a paragraph are definitions of links, which the parser takes out
  /// without moving the paragraph.
  private func definitions() -> Int {
    var count = 0
    while firstLine + count < lastLine {
      let line = firstLine + count
      var offset = count == 0 ? block.lowerBound : contentStart(of: line)
      let end = lines[line].upperBound
      guard offset < end, lines.bytes[offset] == UInt8(ascii: "["),
        let close = lines.bytes[offset..<end].firstIndex(of: UInt8(ascii: "]")), close + 1 < end,
        lines.bytes[close + 1] == UInt8(ascii: ":")
      else { break }
      offset = lines.skipSpaces(from: close + 2, to: end)
      guard offset < end else { break }
      // An address without spaces, and at most a title.
      while offset < end, !MarkdownLines.isSpace(lines.bytes[offset]) { offset += 1 }
      offset = lines.skipSpaces(from: offset, to: end)
      if offset < end {
        var last = end - 1
        while last > offset, MarkdownLines.isSpace(lines.bytes[last]) { last -= 1 }
        switch (lines.bytes[offset], lines.bytes[last]) {
        case (UInt8(ascii: "\""), UInt8(ascii: "\"")), (UInt8(ascii: "'"), UInt8(ascii: "'")),
          (UInt8(ascii: "("), UInt8(ascii: ")")):
          break
        default: return count
        }
      }
      count += 1
    }
    return count
  }

  private func contentStart(of line: Int) -> Int {
    line == firstLine ? block.lowerBound : lines.contentStart(of: line, quotes: quotes)
  }

  // MARK: Literals

  /// The places of a literal; the parser says that it begins at a line and column, from 0, or does not
  /// know (-1).
  mutating func place(
    _ literal: ArraySlice<UInt8>, line: Int, column: Int, _ syntax: Syntax
  ) -> [Piece] {
    guard let first = literal.first else { return [] }
    if line >= firstLine {
      let content = column - firstColumn
      // The parser tells where code begins before it takes a space off.
      if syntax == .code, let at = offset(line: line + slip, content: content + 1),
        at.offset > block.lowerBound, lines.bytes[at.offset - 1] == 0x20,
        let found = match(literal, at: at.offset, syntax)
      {
        return found
      }
      if let found = matchIndented(literal, line: line + slip, content: content, syntax) {
        return found
      }
      for further in stride(from: 1, through: min(lastLine - line - slip, 64), by: 1) {
        guard let at = offset(line: line + slip + further, content: content) else { break }
        if let found = match(literal, at: at.offset, syntax) {
          slip += further + at.overflow
          return found
        }
      }
    }
    if literal.allSatisfy(MarkdownLines.isSpace) {
      return [Piece(text: literal.indices, source: cursor..<cursor, isCopied: false)]
    }
    // Not where it should be: the next place where it is.
    var at = cursor
    let escapes: Set<UInt8> = [first, UInt8(ascii: "\\"), UInt8(ascii: "&")]
    while at < block.upperBound, effort > 0 {
      effort -= 1
      if escapes.contains(lines.bytes[at]), let found = match(literal, at: at, syntax) {
        return found
      }
      at += 1
    }
    // Spoken all the same; its place is what is left of the block.
    let rest = cursor..<max(cursor, block.upperBound)
    cursor = rest.upperBound
    isExact = false
    return [Piece(text: literal.indices, source: rest, isCopied: false)]
  }

  /// The pieces of a literal in its line; what indents the line counts if it is a lazy continuation.
  private mutating func matchIndented(
    _ literal: ArraySlice<UInt8>, line: Int, content: Int, _ syntax: Syntax
  ) -> [Piece]? {
    let at = offset(line: line, content: content)
    if let at, let found = match(literal, at: at.offset, syntax) {
      slip += at.overflow
      return found
    }
    guard !isCell else { return nil }
    if let found = matchIndented(literal, line: line, at: contentStart(of: line) + content, syntax) {
      return found
    }
    guard let at, at.overflow > 0,
      let found = matchIndented(literal, line: line + at.overflow, at: at.offset, syntax)
    else { return nil }
    slip += at.overflow
    return found
  }

  /// The pieces of a literal that stands before an offset, by a part of what indents its line.
  private mutating func matchIndented(
    _ literal: ArraySlice<UInt8>, line: Int, at offset: Int, _ syntax: Syntax
  ) -> [Piece]? {
    guard line > firstLine, line <= lastLine else { return nil }
    let start = contentStart(of: line)
    // Behind four spaces the mark of a quotation is text.
    let most = start - lines[line].lowerBound
    for indent in stride(from: 1, through: min(most, 64), by: 1) {
      if let found = match(literal, at: offset - indent, syntax) {
        known = (line, start - indent)
        return found
      }
    }
    return nil
  }

  /// Where a number of bytes into a line's content is, which may be on a later line; nil before the
  /// cursor.
  private mutating func offset(line: Int, content: Int) -> (offset: Int, overflow: Int)? {
    guard content >= 0 else { return nil }
    var line = line
    var content = content
    var overflow = 0
    if isCell {
      // In a cell `\|` is one character before anything else is read.
      var offset = block.lowerBound
      while content > 0, offset < block.upperBound {
        let isEscape =
          lines.bytes[offset] == UInt8(ascii: "\\") && offset + 1 < block.upperBound
          && lines.bytes[offset + 1] == UInt8(ascii: "|")
        offset += isEscape ? 2 : 1
        content -= 1
      }
      return offset < cursor ? nil : (offset, 0)
    }
    while true {
      if known.line != line { known = (line, contentStart(of: line)) }
      let end = lines[line].upperBound
      if known.start + content <= end || line >= lastLine {
        let offset = known.start + content
        return offset < cursor ? nil : (offset, overflow)
      }
      content -= end - known.start + 1
      line += 1
      overflow += 1
      guard content >= 0 else { return nil }
    }
  }

  /// The pieces of a literal that stands at an offset, nil when it does not; the cursor moves behind it.
  private mutating func match(
    _ literal: ArraySlice<UInt8>, at start: Int, _ syntax: Syntax
  ) -> [Piece]? {
    guard start >= cursor, start < block.upperBound else { return nil }
    let bytes = lines.bytes
    var pieces: [Piece] = []
    var from = start
    var to = literal.startIndex
    var copy = (source: from, text: to)
    func endCopy() {
      guard to > copy.text else { return }
      pieces.append(
        Piece(
          text: copy.text..<to, source: copy.source..<copy.source + (to - copy.text),
          isCopied: true))
    }
    func decode(_ sourceLength: Int, _ textLength: Int) {
      endCopy()
      pieces.append(
        Piece(text: to..<to + textLength, source: from..<from + sourceLength, isCopied: false))
      from += sourceLength
      to += textLength
      copy = (from, to)
    }
    while to < literal.endIndex {
      effort -= 1
      guard from < block.upperBound else { return nil }
      let byte = bytes[from]
      if byte == UInt8(ascii: "\\"), from + 1 < block.upperBound, bytes[from + 1] == literal[to],
        syntax == .text
          ? MarkdownLines.isPunctuation(literal[to])
          : isCell && literal[to] == UInt8(ascii: "|")
      {
        decode(2, 1)
      } else if syntax == .text, byte == UInt8(ascii: "&"),
        let reference = CharacterReference.at(from, in: bytes, until: block.upperBound),
        literal[to...].starts(with: reference.text.utf8)
      {
        decode(reference.length, reference.text.utf8.count)
      } else if byte == 0x0A || byte == 0x0D, syntax != .text,
        literal[to] == (syntax == .code ? 0x20 : 0x0A)
      {
        let line = self.line(of: from)
        decode(lines.end(of: line).count, 1)
        // What indents a lazy continuation stays in it.
        let indent = literal[to...].prefix(while: MarkdownLines.isSpace).count
        from = max(from, contentStart(of: line + 1) - indent)
        copy = (from, to)
      } else if byte == literal[to] {
        from += 1
        to += 1
      } else {
        return nil
      }
    }
    endCopy()
    cursor = from
    isExact = true
    return pieces
  }

  /// The line of an offset in the block.
  private func line(of offset: Int) -> Int {
    var low = firstLine
    var high = lastLine
    while low < high {
      let middle = (low + high + 1) / 2
      if lines[middle].lowerBound <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  // MARK: Marks

  /// The end of the line that the cursor is in, and its break, behind which the cursor moves.
  mutating func placeBreak() -> Range<Int> {
    let line = line(of: cursor)
    let end = lines.end(of: line)
    let start = min(max(cursor, end.lowerBound), block.upperBound)
    guard line < lastLine else { return start..<start }
    cursor = max(cursor, lines[line + 1].lowerBound)
    return start..<max(start, end.upperBound)
  }

  /// The next mark of a note, `[^1]`, behind which the cursor moves.
  mutating func placeNoteMark() -> Range<Int> {
    var at = cursor
    while at + 1 < block.upperBound {
      if lines.bytes[at] == UInt8(ascii: "["), lines.bytes[at + 1] == UInt8(ascii: "^"),
        let end = lines.bytes[at..<block.upperBound].firstIndex(of: UInt8(ascii: "]"))
      {
        cursor = end + 1
        return at..<end + 1
      }
      at += 1
    }
    return cursor..<cursor
  }
}

/// Entity and numeric character references (CommonMark 2.5), which unlike those of HTML end with a
/// semicolon.
enum CharacterReference {
  /// What the reference at an ampersand stands for, and how many bytes it has; nil when there is none.
  static func at(
    _ start: Int, in bytes: [UInt8], until limit: Int
  ) -> (text: String, length: Int)? {
    let most = min(limit, start + 34)
    guard let end = bytes[start..<most].firstIndex(of: UInt8(ascii: ";")), end > start + 1 else {
      return nil
    }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    guard name.hasPrefix("#") else {
      return HTMLEntities.text(of: name).map { ($0, end + 1 - start) }
    }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number =
      isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let number, digits.first != "+" else { return nil }
    let scalar = number == 0 ? nil : Unicode.Scalar(number)
    return (String(scalar ?? "\u{FFFD}"), end + 1 - start)
  }
}
