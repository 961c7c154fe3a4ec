internal import Narration

/// Writes a parsed document of Markdown as the HTML that it stands for, with the place of every text.
///
/// Footnotes, which the parser has at the end, stand where the source has them, marked as in ARIA, so
/// that those to which nothing refers are not lost. Bare addresses are text.
struct MarkdownHTML {
  typealias Event = CommonMarkDocument.Event

  let document: CommonMarkDocument
  let source: MarkdownLines
  /// Lines that the parser was given before those of the source.
  let linesBefore: Int

  var html = PlacedHTML()
  /// Offsets of comments that have no end.
  var openComments: [Int] = []
  var placer: MarkdownPlacer
  /// Elements that blocks of HTML have opened.
  private var depth = RawHTML.Depth()
  /// For each event the index behind the end of what starts there.
  private let ends: [Int]
  /// Quotations around the current block.
  private var quotes = 0
  /// Definitions of footnotes that are not written yet, by line.
  private var footnotes: ArraySlice<Range<Int>> = []
  /// The numbers of the notes in the order in which the text refers to them.
  var noteNumbers: [String: Int] = [:]
  /// Whether the item that has begun is done; nil when it is no task.
  var task: Bool?
  var isInHead = false
  /// The line of a table's head, from 0, where the parser tells that of the paragraph which the head
  /// was the last line of.
  private var headLine: Int?
  /// Whether the parser's places in the current block are of no use.
  var isLost = false
  /// HTML elements that are open in the current paragraph.
  var openTags: [String] = []
  var openNames: [String: Int] = [:]

  init(
    _ document: CommonMarkDocument, source: MarkdownLines, masked: MarkdownLines, linesBefore: Int
  ) {
    self.document = document
    self.source = source
    self.linesBefore = linesBefore
    placer = MarkdownPlacer(masked)
    var ends = Array(1..<document.events.count + 1)
    var open: [Int] = []
    for (index, event) in document.events.enumerated() {
      if !event.isStart {
        if let start = open.popLast() { ends[start] = index + 1 }
      } else if !event.kind.isLeaf {
        open.append(index)
      }
    }
    self.ends = ends
  }

  /// Writes the whole document.
  mutating func write() {
    let events = document.events
    var body: [Range<Int>] = []
    var notes: [Range<Int>] = []
    var index = 1
    while index < events.count - 1 {
      let range = index..<ends[index]
      if case .footnote = events[index].kind {
        notes.append(range)
      } else if events[index].line > linesBefore || events[index].line == 0 {
        body.append(range)
      }
      index = range.upperBound
    }
    notes.sort { events[$0.lowerBound].line < events[$1.lowerBound].line }
    footnotes = notes[...]
    for range in body {
      writeFootnotes(before: events[range.lowerBound].line)
      write(range)
    }
    writeFootnotes(before: Int.max)
  }

  private mutating func writeFootnotes(before line: Int) {
    while let range = footnotes.first, document.events[range.lowerBound].line < line {
      footnotes.removeFirst()
      write(range)
    }
  }

  // MARK: Blocks

  private mutating func write(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let event = document.events[index]
      switch event.kind {
      case .paragraph, .heading, .tableCell:
        writeInline(index..<ends[index], of: event)
        index = ends[index]
        continue
      case .codeBlock(let isFenced, let info):
        // Pandoc's way to say that this is HTML.
        if isFenced, info == "{=html}" {
          writeHTML(event, skipping: 1)
        } else {
          writeCode(event, isFenced: isFenced)
        }
      case .htmlBlock: writeHTML(event, skipping: 0)
      case .quote: quotes += event.isStart ? 1 : -1
      case .item(let isDone): task = event.isStart ? isDone : nil
      case .table: headLine = event.isStart ? headLine(of: event) : nil
      case .tableHead: isInHead = event.isStart
      default: break
      }
      if let tag = tag(event) { html.markup(tag, at: place(of: event)) }
      index += 1
    }
  }

  private func tag(_ event: Event) -> String? {
    let isStart = event.isStart
    switch event.kind {
    case .list(nil) where isDefinition(event): return isStart ? "<dl>" : "</dl>"
    case .item where isDefinition(event): return isStart ? "<dd>" : "</dd>"
    case .quote: return isStart ? "<blockquote>" : "</blockquote>"
    case .thematicBreak: return "<hr>"
    case .list(let start?): return isStart ? "<ol start=\"\(start)\">" : "</ol>"
    case .list(nil): return isStart ? "<ul>" : "</ul>"
    case .item: return isStart ? "<li>" : "</li>"
    case .table: return isStart ? "<table>" : "</table>"
    case .tableHead: return isStart ? "<thead><tr>" : "</tr></thead>"
    case .tableRow: return isStart ? "<tr>" : "</tr>"
    case .footnote(let number):
      return isStart ? "<aside role=\"doc-footnote\" id=\"\(Self.noteID(number))\">" : "</aside>"
    default: return nil
    }
  }

  /// Whether a list or an item was made of a definition that begins with a colon.
  private func isDefinition(_ event: Event) -> Bool {
    let line = source[event.line - 1 - linesBefore]
    let start = line.lowerBound + max(0, event.column - 1)
    return start < line.upperBound && source.bytes[start] == UInt8(ascii: ":")
  }

  static func noteID(_ number: Int) -> String { "markdown-note-\(number)" }

  /// Where a block starts or ends.
  func place(of event: Event) -> Range<Int> {
    let line = (event.isStart ? event.line : event.endLine) - 1 - linesBefore
    let column = event.isStart ? event.column - 1 : event.endColumn
    let range = source[line]
    let offset = min(max(range.lowerBound + column, range.lowerBound), range.upperBound)
    return offset..<offset
  }

  private mutating func writeCode(_ event: Event, isFenced: Bool) {
    // A parser of HTML takes the first line break for markup.
    html.markup("<pre>\n", at: place(of: event))
    for line in literalLines(event, skipping: isFenced ? 1 : 0) {
      html.text(line.bytes, source: line.source, isCopied: line.isCopied)
      if !line.end.isEmpty {
        html.text([0x0A], source: line.end, isCopied: source.bytes[line.end].elementsEqual([0x0A]))
      }
    }
    var end = event
    end.isStart = false
    html.markup("</pre>", at: place(of: end))
  }

  private mutating func writeHTML(_ event: Event, skipping skipped: Int) {
    var bytes: [UInt8] = []
    var lines: [(range: Range<Int>, line: LiteralLine)] = []
    for line in literalLines(event, skipping: skipped) {
      let start = bytes.count
      bytes += line.bytes
      lines.append((start..<bytes.count, line))
      bytes.append(0x0A)
    }
    let findings = RawHTML.findings(in: bytes, &depth)
    for range in findings.blanks {
      for offset in range where bytes[offset] != 0x0A { bytes[offset] = 0x20 }
    }
    if let comment = findings.openComment,
      let line = lines.first(where: { $0.range.upperBound > comment })
    {
      openComments.append(line.line.source.lowerBound + max(0, comment - line.range.lowerBound))
    }
    for (range, line) in lines {
      if line.isCopied {
        html.raw(bytes[range], source: line.source)
      } else {
        html.markup(String(decoding: bytes[range], as: UTF8.self), at: line.source)
      }
      html.markup("\n", at: line.end)
    }
    for name in findings.ends {
      html.markup("</\(name)>", at: lines.last?.line.end ?? place(of: event))
    }
  }

  /// A line of a literal that may hold several.
  private struct LiteralLine {
    var bytes: ArraySlice<UInt8>
    var source: Range<Int>
    var isCopied: Bool
    /// What ends it.
    var end: Range<Int>
  }

  /// The lines of a block's literal with their places: what the source has behind the marks of
  /// quotations and what indents them.
  private func literalLines(_ event: Event, skipping skipped: Int) -> [LiteralLine] {
    let masked = placer.lines
    var lines: [LiteralLine] = []
    var number = event.line - 1 - linesBefore + skipped
    var rest = document.literals[event.literal]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      let literal = rest[..<end]
      rest = end < rest.endIndex ? rest[(end + 1)...] : []
      let line = masked[number]
      // A tab of which a part indents comes out as spaces.
      let text = literal.drop(while: MarkdownLines.isSpace)
      var found = LiteralLine(
        bytes: literal, source: line, isCopied: false, end: masked.end(of: number))
      if line.count >= text.count,
        masked.bytes[(line.upperBound - text.count)..<line.upperBound].elementsEqual(text)
      {
        var start = line.upperBound - text.count
        let most = max(line.lowerBound, line.upperBound - literal.count)
        while start > most, MarkdownLines.isSpace(masked.bytes[start - 1]) { start -= 1 }
        found.source = start..<line.upperBound
        found.bytes = source.bytes[found.source]
        found.isCopied = true
      }
      lines.append(found)
      number += 1
    }
    return lines
  }

  // MARK: Paragraphs

  /// The line of a table's head where it is not the table's first: the one above the rule.
  private func headLine(of table: Event) -> Int? {
    let first = table.line - 1 - linesBefore
    let last = min(table.endLine - 1 - linesBefore, source.lines.count - 1)
    guard first < last else { return nil }
    let rule = (first + 1...last).first { line in
      let start = placer.lines.contentStart(of: line, quotes: quotes)
      let range = start..<max(start, source[line].upperBound)
      return !range.isEmpty && source.bytes[range].allSatisfy(MarkdownMask.isTableRule)
    }
    return rule.flatMap { $0 - 1 > first ? $0 - 1 : nil }
  }

  private mutating func writeInline(_ range: Range<Int>, of block: Event) {
    var first = block.line - 1 - linesBefore
    var last = max(first, block.endLine - 1 - linesBefore)
    var column = max(0, block.column - 1)
    let masked = placer.lines
    isLost = false
    if block.line == 0, let table = document.events[range.upperBound...].first(where: \.isStart) {
      // The lines of a paragraph before the head of a table.
      first = table.line - 1 - linesBefore
      last = max(first, table.endLine - 1 - linesBefore)
      column = table.column - 1
      isLost = true
    } else if isInHead, let line = headLine {
      let before = placer.cursor
      (first, last) = (line, line)
      column = max(0, before - masked[line].lowerBound)
      isLost = true
    }
    let start = masked[first]
    var offset = min(start.lowerBound + column, start.upperBound)
    var name = "p"
    var isCell = false
    switch block.kind {
    case .heading(let level):
      name = "h\(level)"
      let marks = masked.bytes[offset..<start.upperBound].prefix { $0 == UInt8(ascii: "#") }
      // Of a heading with an underline the parser tells the text's own place.
      if first == last, marks.count == level {
        offset = masked.skipSpaces(from: offset + marks.count, to: start.upperBound)
      }
    case .tableCell:
      name = isInHead ? "th" : "td"
      isCell = true
      offset = masked.skipSpaces(from: offset, to: start.upperBound)
    default: break
    }
    placer.begin(
      lines: first...last, column: offset - start.lowerBound, quotes: quotes, isCell: isCell)
    html.markup("<\(name)>", at: offset..<offset)
    writeTask(before: offset, in: start)
    writeInline(range, in: name)
    while let open = openTags.popLast() {
      html.markup("</\(open)>", at: placer.cursor..<placer.cursor)
    }
    openNames.removeAll()
    html.markup("</\(name)>", at: placer.cursor..<placer.cursor)
  }

  /// A box to tick is heard as words in its place.
  private mutating func writeTask(before offset: Int, in line: Range<Int>) {
    guard let isDone = task else { return }
    task = nil
    guard let open = source.bytes[line.lowerBound..<offset].lastIndex(of: UInt8(ascii: "[")),
      let close = source.bytes[open..<offset].firstIndex(of: UInt8(ascii: "]"))
    else { return }
    let words = isDone ? "Done:" : "Not done:"
    html.text(Array(words.utf8)[...], source: open..<close + 1, isCopied: false)
    html.text([0x20], source: close + 1..<offset, isCopied: false)
  }
}
