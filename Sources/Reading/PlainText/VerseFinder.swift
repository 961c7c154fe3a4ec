/// How the lines of a text are set.
struct TextMeasure {
  /// The indent of most lines, in columns.
  let indent: Int
  /// The length that nine of ten lines do not pass, in bytes.
  let width: Int

  /// Short lines that come back at the head of a block and end in no mark: names of speakers, labels.
  let repeated: Set<String>

  init(_ lines: ArraySlice<TextLine>, in bytes: DocumentBytes) {
    var seen: Set<String> = []
    var repeated: Set<String> = []
    for line in lines
    where line.breaksBefore != 1 && line.range.count <= 40
      && !".,;:!?".utf8.contains(bytes[line.range.upperBound - 1])
    {
      let text = bytes.string(line.range)
      if !seen.insert(text).inserted { repeated.insert(text) }
    }
    self.repeated = repeated
    var indents = [Int](repeating: 0, count: 65)
    var widths = [Int](repeating: 0, count: 201)
    for line in lines {
      indents[min(line.indent, 64)] += 1
      widths[min(line.range.count, 200)] += 1
    }
    indent = indents.indices.max { (indents[$0], -$0) < (indents[$1], -$1) } ?? 0
    var left = lines.count / 10
    var width = 200
    while width > 0, left >= widths[width] {
      left -= widths[width]
      width -= 1
    }
    self.width = width
  }
}

/// Tells stanzas from prose: short lines that end where the verse ends, not where the measure does.
///
/// ```
/// The water is wide,      → four lines of verse
/// I cannot get o'er,
/// And neither have I
/// Wings to fly.
/// ```
struct VerseFinder {
  let bytes: DocumentBytes
  let lines: ArraySlice<TextLine>
  let measure: TextMeasure

  /// The longest line of verse, in bytes.
  private static let longest = 72
  /// Prose whose lines begin with capitals was hardly wrapped at less, in bytes.
  private static let narrowest = 60
  /// The longest stanza that is looked at as one.
  private static let mostLines = 400

  /// The end of the stanza that begins at a line after a blank one; the line itself when it is none.
  ///
  /// Of three lines or more, two after another stanza: none is long, a list item, an address, a time or
  /// a speaker's turn, nor comes back without a mark at its end; nine of ten begin with a capital, or stand further in than the text; most break
  /// off where the next word had room; one in four ends in a mark, yet not each in that of a sentence.
  func end(ofStanzaAt start: Int, afterVerse: Bool) -> Int {
    var end = start
    var unmarked: Set<String> = []
    var (capitals, marks, sentences, roomy, longest) = (0, 0, 0, 0, 0)
    while end < lines.endIndex, end == start || lines[end].breaksBefore <= 1 {
      let line = lines[end]
      guard end - start < Self.mostLines, line.range.count <= Self.longest,
        ListMarker(line.range, in: bytes) == nil, !Separator.isSeparator(line.range, in: bytes)
      else { return start }
      let shape = LineShape(bytes.string(line.range))
      guard !isData(shape), end > start || !measure.repeated.contains(shape.text) else {
        return start
      }
      if !shape.endsInPunctuation, !unmarked.insert(shape.text).inserted { return start }
      if shape.startsUpper { capitals += 1 }
      if shape.endsInPunctuation { marks += 1 }
      if shape.endsSentence { sentences += 1 }
      longest = max(longest, line.range.count)
      end += 1
    }
    let count = end - start
    guard count >= 3 || count == 2 && afterVerse else { return start }
    let isVersed = capitals * 10 >= count * 9
    let isInset = lines[start..<end].allSatisfy { $0.indent >= measure.indent + 2 }
    // Prose fills its measure; a quotation that stands further in has one of its own.
    let width = isVersed ? max(measure.width, longest, Self.narrowest) : longest
    for index in start..<end - 1 {
      let next = bytes.string(lines[index + 1].range).prefix { !$0.isWhitespace }.utf8.count
      if lines[index].range.count + 1 + next <= width { roomy += 1 }
    }
    guard isVersed || isInset, marks * 4 >= count, sentences * 4 <= count * 3,
      roomy * 5 >= (count - 1) * 3
    else { return start }
    return end
  }

  /// Addresses, times, and a word before a colon that names a speaker or a field.
  private func isData(_ line: LineShape) -> Bool {
    if line.text.contains("://") || line.text.contains("@") || line.text.contains("www.") {
      return true
    }
    // A time: `[04:07]`.
    let hasTime = line.words.contains { word in
      word.firstIndex(of: ":").map { word[..<$0].last?.isNumber ?? false } ?? false
    }
    guard !hasTime else { return true }
    guard let colon = line.words.prefix(3).firstIndex(where: { $0.last == ":" }) else {
      return line.words.first.map { $0.contains(":") } ?? true
    }
    return colon < line.words.count - 1 || line.words.count <= 3
  }
}
