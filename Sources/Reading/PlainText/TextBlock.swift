/// Lines that belong together: a paragraph, an item of a list, a heading, a separator.
struct TextBlock {
  enum Shape: Equatable {
    case paragraph
    /// A paragraph that stands further in than the text around it.
    case quote
    /// A line of verse.
    case verse
    case listItem(ListMarker)
    /// A heading; `marker` are the `#` before it.
    case heading(level: Int, marker: Range<Int>?)
    case separator
  }

  var shape: Shape
  /// UTF-8 bytes of the text, the list marker or `#` left out.
  var text: Range<Int>
  /// The line of `===` or `---` under a heading.
  var underline: Range<Int>?
  /// How many lines the text has.
  var lineCount: Int
  /// Line breaks before it; two or more leave a blank line.
  var breaksBefore: Int

  var isParagraph: Bool { shape == .paragraph }
  var marker: ListMarker? {
    if case .listItem(let marker) = shape { marker } else { nil }
  }
  var isHeading: Bool {
    if case .heading = shape { true } else { false }
  }
}

/// Puts lines together to blocks by what each line shows of itself.
///
/// The paragraphs of the splitter are never joined, but parted where a list, a separator or an
/// unmistakable heading begins inside one.
struct BlockScanner {
  let bytes: DocumentBytes
  let lines: ArraySlice<TextLine>
  private let measure: TextMeasure

  init(bytes: DocumentBytes, lines: ArraySlice<TextLine>) {
    self.bytes = bytes
    self.lines = lines
    measure = TextMeasure(lines, in: bytes)
  }

  func blocks() -> [TextBlock] {
    var blocks: [TextBlock] = []
    var index = lines.startIndex
    // Where lines of verse are already told to end.
    var verseEnd = index
    while index < lines.endIndex {
      if index >= verseEnd, lines[index].breaksBefore > 1 || index == lines.startIndex {
        verseEnd = VerseFinder(bytes: bytes, lines: lines, measure: measure)
          .end(ofStanzaAt: index, afterVerse: blocks.last?.shape == .verse)
      }
      if index < verseEnd {
        blocks.append(make(.verse, index..<index + 1))
        index += 1
        continue
      }
      let (block, next) = block(at: index, after: blocks.last)
      blocks.append(block)
      index = next
    }
    return blocks
  }

  private func block(at index: Int, after previous: TextBlock?) -> (TextBlock, Int) {
    let line = lines[index]
    if Separator.isSeparator(line.range, in: bytes) {
      return (make(.separator, index..<index + 1), index + 1)
    }
    if let heading = underlined(at: index) { return (heading, index + 2) }
    if let heading = hashed(at: index) { return (heading, index + 1) }
    if let marker = ListMarker(line.range, in: bytes),
      beginsItem(marker, at: index, after: previous)
    {
      let end = endOfItem(at: index)
      var block = make(.listItem(marker), index..<end)
      block.text = marker.textStart..<block.text.upperBound
      return (block, end)
    }
    if let level = HeadingRules.chapterLevel(shape(index)) {
      return (make(.heading(level: level, marker: nil), index..<index + 1), index + 1)
    }
    let end = isKnownLabel(at: index) ? index + 1 : endOfParagraph(at: index)
    return (make(isQuote(index..<end) ? .quote : .paragraph, index..<end), end)
  }

  /// Whether all lines of a paragraph stand further in than most of the text, two at least, so that
  /// it is not the first line of a paragraph that does.
  private func isQuote(_ range: Range<Int>) -> Bool {
    range.count > 1 && lines[range.lowerBound].breaksBefore > 1
      && lines[range].allSatisfy { $0.indent >= measure.indent + 2 }
  }

  private func make(_ shape: TextBlock.Shape, _ range: Range<Int>) -> TextBlock {
    TextBlock(
      shape: shape,
      text: lines[range.lowerBound].range.lowerBound..<lines[range.upperBound - 1].range.upperBound,
      underline: nil, lineCount: range.count, breaksBefore: lines[range.lowerBound].breaksBefore)
  }

  /// The shape of a line that is short enough to be a heading, else of no words.
  private func shape(_ index: Int) -> LineShape {
    let range = lines[index].range
    return LineShape(range.count <= HeadingRules.longest ? bytes.string(range) : "")
  }

  // MARK: Headings that show themselves

  /// A short line over a line of `=` (level 1) or `-` (level 2).
  ///
  /// Dashes under a whole sentence, or far shorter than the line, are a separator.
  private func underlined(at index: Int) -> TextBlock? {
    guard index + 1 < lines.endIndex, lines[index + 1].breaksBefore == 1 else { return nil }
    let line = shape(index)
    let under = lines[index + 1].range
    guard !line.words.isEmpty, ListMarker(lines[index].range, in: bytes) == nil,
      let mark = Separator.rule(under, in: bytes),
      mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-")
    else { return nil }
    if mark == UInt8(ascii: "-") {
      guard !line.endsSentence, under.count * 2 >= line.text.count else { return nil }
    }
    var block = make(
      .heading(level: mark == UInt8(ascii: "=") ? 1 : 2, marker: nil), index..<index + 1)
    block.underline = under
    return block
  }

  /// `## Heading`, as many write even in plain text.
  private func hashed(at index: Int) -> TextBlock? {
    let range = lines[index].range
    var text = range.lowerBound
    while text < range.upperBound, bytes[text] == UInt8(ascii: "#") { text += 1 }
    let level = text - range.lowerBound
    guard (1...6).contains(level), range.count <= HeadingRules.longest, bytes[text] == 0x20
    else { return nil }
    while text < range.upperBound, bytes[text] == 0x20 { text += 1 }
    guard text < range.upperBound else { return nil }
    var block = make(
      .heading(level: level, marker: range.lowerBound..<range.lowerBound + level), index..<index + 1
    )
    block.text = text..<range.upperBound
    return block
  }

  // MARK: Lists and paragraphs

  /// Whether a line with a marker begins an item, and is not a wrapped line of prose that happens
  /// to begin with a dash or a number.
  private func beginsItem(_ marker: ListMarker, at index: Int, after previous: TextBlock?) -> Bool {
    let line = lines[index]
    // An en dash also begins what somebody says.
    let isDash = bytes.scalar(at: marker.range.lowerBound).value == 0x2013
    if previous?.marker != nil, line.breaksBefore <= 1 { return true }
    if line.startsParagraph || line.breaksBefore > 1, !isDash { return true }
    if let previous, bytes[previous.text.upperBound - 1] == UInt8(ascii: ":") { return true }
    return hasSibling(marker, after: index)
  }

  /// Whether one of the next lines goes on with the list.
  private func hasSibling(_ marker: ListMarker, after index: Int) -> Bool {
    for next in lines[(index + 1)...].prefix(12) {
      if let other = ListMarker(next.range, in: bytes) { return other.follows(marker) }
    }
    return false
  }

  private func endOfItem(at index: Int) -> Int {
    var end = index + 1
    while end < lines.endIndex, !lines[end].startsParagraph, lines[end].breaksBefore <= 1,
      ListMarker(lines[end].range, in: bytes) == nil,
      !Separator.isSeparator(lines[end].range, in: bytes)
    {
      end += 1
    }
    return end
  }

  private func endOfParagraph(at index: Int) -> Int {
    var end = index + 1
    while end < lines.endIndex, !lines[end].startsParagraph, lines[end].breaksBefore <= 1,
      !Separator.isSeparator(lines[end].range, in: bytes), !beginsList(at: end),
      !isKnownLabel(at: end), hashed(at: end) == nil
    {
      end += 1
    }
    return end
  }

  /// `Show notes:` on a line of its own, whatever stands in the lines around.
  private func isKnownLabel(at index: Int) -> Bool {
    let range = lines[index].range
    guard range.count <= 40, bytes[range.upperBound - 1] == UInt8(ascii: ":") else { return false }
    let line = shape(index)
    return HeadingRules.isLabel(line) && HeadingRules.isKnownLabel(line)
  }

  private func beginsList(at index: Int) -> Bool {
    guard let marker = ListMarker(lines[index].range, in: bytes) else { return false }
    return bytes[lines[index - 1].range.upperBound - 1] == UInt8(ascii: ":")
      || hasSibling(marker, after: index)
  }
}

/// Lines that part: `* * *`, `---`, `=====`, `⁂`.
enum Separator {
  /// The mark of a line of three or more of the same mark and nothing else, `-` for `-----`.
  static func rule(_ line: Range<Int>, in bytes: DocumentBytes) -> UInt8? {
    let first = bytes[line.lowerBound]
    guard line.count >= 3, "-=_*~#+.".utf8.contains(first),
      line.allSatisfy({ bytes[$0] == first })
    else { return nil }
    return first
  }

  /// Whether a line holds nothing but three or more ornaments, or one asterism.
  ///
  /// Dots count only when they are parted by spaces: `...` may be what somebody says.
  static func isSeparator(_ line: Range<Int>, in bytes: DocumentBytes) -> Bool {
    var marks = 0
    var dots = 0
    var spaces = 0
    var offset = line.lowerBound
    while offset < line.upperBound {
      let (value, length) = bytes.scalar(at: offset)
      offset += length
      switch value {
      // - = _ * ~ # + · – — • ◆ ◇ ● ○ ─ ━ ═
      case 0x2D, 0x3D, 0x5F, 0x2A, 0x7E, 0x23, 0x2B, 0xB7, 0x2013, 0x2014, 0x2022, 0x25C6, 0x25C7,
        0x25CF, 0x25CB, 0x2500, 0x2501, 0x2550:
        marks += 1
      // ⁂ ❦ ❧ ☙ stand for a whole ornament.
      case 0x2042, 0x2766, 0x2767, 0x2619: marks += 3
      case 0x2E: dots += 1
      default:
        guard TextScalar.isWhiteSpace(value) else { return false }
        spaces += 1
      }
    }
    return dots == 0 ? marks >= 3 : marks == 0 && dots >= 3 && spaces >= dots - 1
  }
}
