/// Turns paragraphs into headings where the text around them says that they are.
///
/// - A line alone of capitals, a numbered title, or a label with a colon, with something below it.
/// - A title-like line alone over a paragraph that is far longer, or over a list, when the text
///   before it had come to an end.
/// - The first line of a text, when title-like.
///
/// A line that occurs more than once is a speaker's name or a refrain, never a heading; nor is a
/// line that begins with a name and a colon that others begin with too.
struct HeadingFinder {
  let bytes: DocumentBytes
  private var occurrences: [String: Int] = [:]
  private var speakers: [String: Int] = [:]
  /// Numbers alone that count the sections of a text.
  private var sectionNumbers: Set<Int> = []
  /// The first block that is no separator.
  private let first: Int?

  init(_ blocks: [TextBlock], in bytes: DocumentBytes) {
    self.bytes = bytes
    first = blocks.firstIndex { $0.shape != .separator }
    for block in blocks where block.isParagraph {
      if block.text.count <= HeadingRules.longest {
        occurrences[bytes.string(block.text), default: 0] += 1
      }
      if let speaker = speaker(of: block) { speakers[speaker, default: 0] += 1 }
    }
    findSectionNumbers(blocks)
  }

  /// `I`, `II`, `III` or `1`, `2`, `3` alone between paragraphs, counted from one.
  private mutating func findSectionNumbers(_ blocks: [TextBlock]) {
    var chain: [Int] = []
    for (index, block) in blocks.enumerated()
    where block.isParagraph && block.lineCount == 1 && block.text.count <= 8
      && block.breaksBefore > 1 || index == first
    {
      var text = bytes.string(block.text)
      if text.last == "." { text.removeLast() }
      let isCapital = text.allSatisfy(\.isUppercase)
      guard let value = Int(text) ?? (isCapital ? RomanNumeral.value(text) : nil) else { continue }
      if value == chain.count + 1 {
        chain.append(index)
        if value == 2 {
          sectionNumbers.formUnion(chain)
        } else if value > 2 {
          sectionNumbers.insert(index)
        }
      } else {
        chain = value == 1 ? [index] : []
      }
    }
  }

  /// Marks the headings among the blocks.
  func mark(_ blocks: inout [TextBlock]) {
    for index in blocks.indices {
      guard let level = level(at: index, in: blocks) else { continue }
      if let marker = blocks[index].marker {
        blocks[index].text = marker.range.lowerBound..<blocks[index].text.upperBound
      }
      blocks[index].shape = .heading(level: level, marker: nil)
    }
  }

  private func level(at index: Int, in blocks: [TextBlock]) -> Int? {
    let block = blocks[index]
    // Separators are not asked what follows them: there may be thousands in a row.
    guard block.isParagraph || block.marker != nil, block.lineCount == 1,
      block.text.count <= HeadingRules.longest,
      let next = blocks[(index + 1)...].first(where: { $0.shape != .separator })
    else { return nil }
    let previous = index > 0 ? blocks[index - 1] : nil
    if let marker = block.marker {
      return numbered(block, marker, after: previous, before: next)
    }
    if sectionNumbers.contains(index), next.isParagraph || next.shape == .verse { return 2 }
    let text = bytes.string(block.text)
    let line = LineShape(text)
    guard occurrences[text] == 1, !holdsMark(block) else { return nil }
    if let speaker = speaker(of: block), speakers[speaker, default: 0] > 1 { return nil }
    let isFirst = index == first
    if let depth = HeadingRules.numberedDepth(line), isLonger(next, than: block) { return depth }
    if HeadingRules.isCapitals(line), hasLowerCase(blocks[(index + 1)...]) {
      return isFirst ? 1 : 2
    }
    if HeadingRules.isLabel(line) || HeadingRules.isPart(line) { return 2 }
    if isFirst { return isTitle(line, block, before: next) ? 1 : nil }
    if next.shape == .verse {
      return isOverVerse(line, block, after: previous, before: next) ? 2 : nil
    }
    return isWeakHeading(line, block, after: previous, before: next) ? 2 : nil
  }

  /// `1. Introduction` over a longer paragraph, with no item of the same list beside it.
  private func numbered(
    _ block: TextBlock, _ marker: ListMarker, after previous: TextBlock?, before next: TextBlock
  ) -> Int? {
    guard case .number = marker.kind, previous?.marker == nil, next.marker == nil,
      isLonger(next, than: block)
    else { return nil }
    let line = LineShape(bytes.string(marker.range.lowerBound..<block.text.upperBound))
    return HeadingRules.numberedDepth(line)
  }

  /// The first line: a title may be long, and end in a question mark.
  private func isTitle(_ line: LineShape, _ block: TextBlock, before next: TextBlock) -> Bool {
    guard line.startsUpper, line.words.count <= 16, line.last != ":",
      HeadingRules.isTitleLike(line, mostWords: 16) || line.last == "?" && line.words.count >= 3
    else { return false }
    return next.breaksBefore > 1 || isLonger(next, than: block)
  }

  /// The title of a poem: a title-like line alone over its first stanza.
  private func isOverVerse(
    _ line: LineShape, _ block: TextBlock, after previous: TextBlock?, before next: TextBlock
  ) -> Bool {
    guard next.breaksBefore > 1, HeadingRules.isTitleLike(line, mostWords: 10) else { return false }
    guard let previous else { return true }
    return block.breaksBefore > 1
      && (!previous.isParagraph && previous.shape != .verse
        || LineShape(bytes.string(tail(of: previous))).endsSentence)
  }

  private func isWeakHeading(
    _ line: LineShape, _ block: TextBlock, after previous: TextBlock?, before next: TextBlock
  ) -> Bool {
    guard HeadingRules.isTitleLike(line, mostWords: 10), line.text.utf8.count <= 70 else {
      return false
    }
    if let previous, previous.isParagraph {
      // A text that breaks off without a mark is wrapped, verse or a list without markers.
      guard LineShape(bytes.string(tail(of: previous))).endsSentence || block.breaksBefore > 1
      else { return false }
    }
    if next.marker != nil {
      return HeadingRules.isKnownLabel(line) || line.words.count <= 6 && line.last != "?"
    }
    if HeadingRules.isKnownLabel(line), next.isParagraph { return true }
    return next.isParagraph && isLonger(next, than: block) && next.text.count >= 80
      && LineShape(bytes.string(tail(of: next))).endsInPunctuation
  }

  /// Whether a time or a sound of a transcript stands at either end, as by what somebody says.
  private func holdsMark(_ block: TextBlock) -> Bool {
    var open = block.text.lowerBound
    if bytes[block.text.upperBound - 1] == UInt8(ascii: "]") { return true }
    if bytes[block.text.upperBound - 1] == UInt8(ascii: ")") {
      open = block.text.last { bytes[$0] == UInt8(ascii: "(") } ?? open
    }
    guard let bracket = Bracket(at: open, in: bytes, limit: block.text.upperBound, longest: 80)
    else { return false }
    return TimeMark.bracketed(at: open, in: bytes, limit: block.text.upperBound) != nil
      || SoundVocabulary.tellsOfSound(bytes.string(bracket.inside))
  }

  // MARK: Around a line

  private func isLonger(_ next: TextBlock, than block: TextBlock) -> Bool {
    next.isParagraph && next.text.count >= 2 * block.text.count
  }

  /// The last bytes of a block, enough to see how it ends.
  private func tail(of block: TextBlock) -> Range<Int> {
    var start = max(block.text.lowerBound, block.text.upperBound - 24)
    while start < block.text.upperBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return start..<block.text.upperBound
  }

  /// Whether ordinary text follows soon, so that capitals stand out.
  private func hasLowerCase(_ blocks: ArraySlice<TextBlock>) -> Bool {
    blocks.prefix(3).contains { block in
      block.text.prefix(200).contains { bytes[$0] &- 0x61 < 26 || bytes[$0] >= 0x80 }
    }
  }

  /// The name before a colon at the start of a block.
  ///
  /// `Anna: Right.` → `Anna`
  private func speaker(of block: TextBlock) -> String? {
    let head = block.text.prefix(32)
    guard let colon = head.first(where: { bytes[$0] == UInt8(ascii: ":") }),
      colon + 1 < block.text.upperBound
    else { return nil }
    let name = bytes.string(block.text.lowerBound..<colon)
    return name.split(separator: " ").count <= 3 ? name : nil
  }
}
