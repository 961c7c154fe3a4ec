/// How the lines of a text were made, decided by looking at the whole of it once.
struct LineWrapping {
  /// The width at which lines were wrapped, in characters; nil when each line stands for itself.
  let width: Int?

  /// Lines longer than this were not wrapped by hand or by a program.
  static let widest = 120
  /// Text that is narrower is verse or a list, not wrapped prose.
  static let narrowest = 40

  /// Looks at the whole text.
  ///
  /// Lines are wrapped when at least a quarter of the line breaks inside a block stand in the middle
  /// of a sentence (the next line begins in lower case, or the line ends with a comma), and at most
  /// one line in ten is longer than 120 characters. The width is that of the longest line, the two
  /// in a hundred that are longest left out of a long text.
  init(_ bytes: SourceBytes) {
    var counts = [Int](repeating: 0, count: Self.widest + 2)
    var (lines, pairs, broken) = (0, 0, 0)
    var previous: TextLine?
    var offset = 0
    while offset < bytes.count {
      let line = TextLine(bytes, at: offset)
      offset = line.next
      guard !line.isBlank, !line.isSeparator(in: bytes) else {
        previous = nil
        continue
      }
      counts[min(line.length(in: bytes), Self.widest + 1)] += 1
      lines += 1
      let isItem = line.marker(in: bytes) != nil
      if let previous, !isItem {
        pairs += 1
        if line.startsLower(in: bytes) || previous.ending(in: bytes) == .unfinished { broken += 1 }
      }
      previous = line.endsParagraph ? nil : line
    }
    guard pairs > 0, broken * 4 >= pairs, counts[Self.widest + 1] * 10 <= lines else {
      width = nil
      return
    }
    var width = Self.widest
    var longer = counts[Self.widest + 1]
    while width > 0, longer + counts[width] <= lines / 50 {
      longer += counts[width]
      width -= 1
    }
    self.width = width >= Self.narrowest ? width : nil
  }

  /// Whether a line goes on in the next: `line` was broken because `next` had no room in it, or the
  /// break stands in the middle of a sentence.
  func joins(
    _ line: TextLine, _ next: TextLine, isItem: Bool, in bytes: SourceBytes
  ) -> Bool {
    let length = line.length(in: bytes)
    // The lines of an item hang.
    if isItem, next.indent > line.indent + 1 { return true }
    if next.startsLower(in: bytes), line.ending(in: bytes) != .complete {
      return !line.startsLower(in: bytes) || length >= 50
        || width.map { isFull(length, next, $0, bytes) } ?? false
    }
    guard let width, isFull(length, next, width, bytes) else { return false }
    // An indent begins a paragraph, except that items of lists hang.
    return isItem || next.indent <= line.indent
  }

  /// Whether the first word of the next line had no room, a tenth of the width left for ragged
  /// edges.
  private func isFull(
    _ length: Int, _ next: TextLine, _ width: Int, _ bytes: SourceBytes
  ) -> Bool {
    (length + 1 + next.firstWordLength(in: bytes)) * 10 > width * 9
  }
}
