internal import Narration

/// The text of a passage with the places where its lines begin in the source.
struct TranscriptLines {
  let bytes: DocumentBytes
  /// Offsets in the text, ascending, the first 0.
  let starts: [Int]
  /// Stressed parts of the text, sorted by where they begin.
  let emphasis: [Range<Int>]

  /// - Parameter source: The bytes of the whole source.
  init(_ passage: Passage, in source: DocumentBytes) {
    bytes = DocumentBytes(passage.text)
    emphasis = passage.spans.filter { $0.kind == .emphasis }.map(\.text)
    var starts = [0]
    let runs = passage.runs.runs
    for index in runs.indices where runs[index].kind == .folded && !runs[index].text.isEmpty {
      guard index > 0, index + 1 < runs.count else { continue }
      let gap =
        runs[index - 1].source
        .upperBound..<max(
          runs[index - 1].source.upperBound, runs[index + 1].source.lowerBound)
      if Self.breaksLine(gap, in: source) { starts.append(runs[index].text.upperBound) }
    }
    self.starts = starts
  }

  /// Whether a line ends in a stretch of white space and markup: a line break, or HTML's `<br>`.
  private static func breaksLine(_ gap: Range<Int>, in source: DocumentBytes) -> Bool {
    var offset = gap.lowerBound
    while offset < gap.upperBound {
      let (value, length) = source.scalar(at: offset)
      if TextScalar.isLineBreak(value) { return true }
      if value == 0x3C, source[offset + 1] | 0x20 == UInt8(ascii: "b"),
        source[offset + 2] | 0x20 == UInt8(ascii: "r")
      {
        return true
      }
      offset += length
    }
    return false
  }

  /// What is stressed from within a range on.
  func emphasis(in range: Range<Int>) -> ArraySlice<Range<Int>> {
    let start = first(from: range.lowerBound)
    return emphasis[start..<max(start, first(from: range.upperBound))]
  }

  /// The first stressed part that begins at an offset or later.
  private func first(from offset: Int) -> Int {
    emphasis.partitioningIndex(where: { $0.lowerBound >= offset })
  }

  /// Where the line with this number ends, white space left out.
  func end(ofLine number: Int) -> Int {
    var end = number + 1 < starts.count ? starts[number + 1] : bytes.count
    while end > starts[number], bytes[end - 1] == 0x20 { end -= 1 }
    return end
  }

  /// The labels that its lines begin with, each with the number of its line.
  func labels() -> [(line: Int, label: SpeakerLabel)] {
    var found: [(line: Int, label: SpeakerLabel)] = []
    for line in starts.indices {
      // Inside a passage a label follows the end of a sentence, or a line that is a label.
      if line > 0, found.last?.label.range.upperBound != starts[line], !sentenceEnds(before: line) {
        continue
      }
      if let label = SpeakerLabelParser.label(
        at: starts[line], in: bytes, lineEnd: end(ofLine: line),
        emphasis: emphasis(in: starts[line]..<end(ofLine: line))),
        // `[laughter] Yes.`
        label.style != .bracketed || !SoundVocabulary.tellsOfSound(label.name)
      {
        found.append((line, label))
      }
    }
    return found
  }

  private func sentenceEnds(before line: Int) -> Bool {
    var end = starts[line]
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    guard end > 0 else { return true }
    let last = bytes[end - 1]
    // ASCII marks, and the last bytes of … “ ” — 。 ？ ！ ♪
    return ".!?)\"]-*'_:".utf8.contains(last)
      || last >= 0x80 && [0xA6, 0x9D, 0x94, 0x93, 0x99, 0x82, 0x9F, 0x81, 0xAA].contains(last)
  }
}
