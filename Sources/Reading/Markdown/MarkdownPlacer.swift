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

  private var block = 0..<0
  private var quotes = 0
  private var firstLine = 0
  private var firstColumn = 0
  private var lastLine = 0
  private var isCell = false
  /// How far the parser's count and the source's lines are known to agree.
  private var walk = Walk(told: 0, line: 0, before: 0)
  /// The same in a cell: a number of bytes of its content, and the offset behind them.
  private var cellWalk = (content: 0, offset: 0)
  /// The line whose content's start is known.
  private var known = (line: -1, start: 0)
  /// What may still be spent on looking, so that no text costs the square of its length.
  private var effort = 0

  /// A line as the parser tells it, and the one that it is.
  private struct Walk {
    var told: Int
    var line: Int
    /// Bytes of content that the parser counts in this line and that stand in lines before.
    var before: Int
  }

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
    known = (-1, 0)
    walk = Walk(told: firstLine, line: firstLine + (isCell ? 0 : definitions()), before: 0)
    cellWalk = (0, start)
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
    if line == firstLine { return block.lowerBound }
    return known.line == line ? known.start : lines.contentStart(of: line, quotes: quotes)
  }

  // MARK: Literals

  /// The places of a literal; the parser says that it begins at a line and column, from 0, or does not
  /// know (-1).
  mutating func place(
    _ literal: ArraySlice<UInt8>, line: Int, column: Int, _ syntax: Syntax
  ) -> [Piece] {
    guard let first = literal.first else { return [] }
    if line >= firstLine, column >= firstColumn,
      let found = placeAsTold(literal, line: line, content: column - firstColumn, syntax)
    {
      return found
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
    return [Piece(text: literal.indices, source: rest, isCopied: false)]
  }

  /// The pieces of a literal that stands where the parser says, or so many lines later.
  private mutating func placeAsTold(
    _ literal: ArraySlice<UInt8>, line: Int, content: Int, _ syntax: Syntax
  ) -> [Piece]? {
    if isCell { return match(literal, at: offset(inCell: content), syntax) }
    let told =
      line == walk.told
      ? walk : Walk(told: line, line: max(firstLine, walk.line + line - walk.told), before: 0)
    let reached = walked(told, to: content)
    let start = contentStart(of: reached.line)
    if known.line != reached.line { known = (reached.line, start) }
    let at = start + content - reached.before
    // The parser tells where code begins before it takes a space off.
    if let found = match(literal, at: at, syntax)
      ?? (syntax == .code ? match(literal, at: at + 1, syntax) : nil)
    {
      walk = reached
      return found
    }
    for candidate in reached.line == told.line ? [told] : [told, reached] {
      if let found = matchIndented(literal, candidate, content, syntax) { return found }
    }
    for line in stride(from: told.line + 1, through: min(lastLine, told.line + 64), by: 1) {
      let start = contentStart(of: line)
      guard start + content <= lines[line].upperBound else { continue }
      if let found = match(literal, at: start + content, syntax) {
        walk = Walk(told: told.told, line: line, before: 0)
        return found
      }
    }
    return nil
  }

  /// The pieces of a literal that stands before where it should, by a part of what indents its line: in
  /// a lazy continuation that is content.
  private mutating func matchIndented(
    _ literal: ArraySlice<UInt8>, _ walk: Walk, _ content: Int, _ syntax: Syntax
  ) -> [Piece]? {
    guard walk.line > firstLine, walk.line <= lastLine else { return nil }
    let start = contentStart(of: walk.line)
    // Behind four spaces the mark of a quotation is text.
    let most = start - lines[walk.line].lowerBound
    for indent in stride(from: 1, through: min(most, 64), by: 1) {
      if let found = match(literal, at: start + content - walk.before - indent, syntax) {
        known = (walk.line, start - indent)
        self.walk = walk
        return found
      }
    }
    return nil
  }

  /// Follows content over the ends of lines that the parser did not count.
  private func walked(_ walk: Walk, to content: Int) -> Walk {
    var walk = walk
    while walk.line < lastLine {
      let length = lines[walk.line].upperBound - contentStart(of: walk.line)
      guard content - walk.before > length else { break }
      walk.before += length + 1
      walk.line += 1
    }
    return walk
  }

  /// Where a number of bytes into a cell is: there `\|` is one before anything else is read.
  private mutating func offset(inCell content: Int) -> Int {
    var (reached, offset) = content < cellWalk.content ? (0, block.lowerBound) : cellWalk
    while reached < content, offset < block.upperBound {
      let isEscape =
        lines.bytes[offset] == UInt8(ascii: "\\") && offset + 1 < block.upperBound
        && lines.bytes[offset + 1] == UInt8(ascii: "|")
      offset += isEscape ? 2 : 1
      reached += 1
    }
    cellWalk = (reached, offset)
    return offset
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
