internal import Narration

/// Text of a passage with its way back, and what was left out on the way.
struct FoldedText {
  var text = ""
  var runs: [RunMap.Run] = []
  var omissions: [Omission] = []
}

/// Makes the text of a passage from a range of the document.
///
/// - A run of white space becomes one space; a single space that breaks no line stays what it is.
/// - A hyphen at a line's end between lower-case letters stays and the words close up
///   (`well-⏎known` → `well-known`), unless the document writes the word without it elsewhere
///   (`infor-⏎mation` → `information`), or it hangs (`pre-⏎and post-war` → `pre- and post-war`).
///   A soft hyphen there always goes.
/// - Characters that no voice can say, and blobs, are declared omissions.
struct PassageFolder {
  private let bytes: DocumentBytes
  /// Sorted, none inside another.
  private let cuts: [Omission]
  private var vocabulary: Vocabulary

  /// - Parameters:
  ///   - blobs: Sorted ranges to leave out and to declare.
  ///   - furniture: Sorted omissions that are declared already.
  init(_ bytes: DocumentBytes, blobs: [Range<Int>], furniture: [Omission] = []) {
    self.bytes = bytes
    cuts = (blobs.map { Omission(source: $0, reason: .blob) } + furniture)
      .sorted { $0.source.lowerBound < $1.source.lowerBound }
    vocabulary = Vocabulary(bytes)
  }

  private var spoken: [UInt8] = []
  private var folded = FoldedText()
  /// Where the current copied run starts in the document.
  private var copyStart: Int?
  /// White space and omissions since the last character that was copied, in order.
  private var pending: [Gap] = []

  private struct Gap {
    var source: Range<Int>
    var reason: Omission.Reason?
  }

  /// The text of a range; `markers` are what a kind of passage says in their stead (`1.`), sorted,
  /// non-overlapping.
  mutating func fold(_ range: Range<Int>, marker: Range<Int>? = nil) -> FoldedText {
    spoken.removeAll(keepingCapacity: true)
    folded = FoldedText()
    copyStart = nil
    pending = []
    if let marker { append(.omitted, from: marker) }
    var offset = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    var nextCut = firstCut(endingAfter: offset)
    while offset < end {
      if nextCut < cuts.count, cuts[nextCut].source.lowerBound <= offset {
        let cutEnd = min(cuts[nextCut].source.upperBound, end)
        if cutEnd > offset { leaveOut(offset..<cutEnd, because: cuts[nextCut].reason) }
        offset = max(offset, cutEnd)
        nextCut += 1
        continue
      }
      let (value, length) = bytes.scalar(at: offset)
      if TextScalar.isWhiteSpace(value) {
        let next = endOfSpace(from: offset, to: end)
        if !staysAsItIs(offset..<next, value, length, next: next, end: end, cut: nextCut) {
          endCopy(at: offset)
          pending.append(Gap(source: offset..<next, reason: nil))
        }
        offset = next
      } else if TextScalar.isUnspeakable(value) {
        leaveOut(offset..<offset + length, because: .unspeakable)
        offset += length
      } else {
        if copyStart == nil { beginCopy(at: offset) }
        offset += length
      }
    }
    endCopy(at: end)
    for gap in pending where gap.reason != nil { append(.omitted, from: gap.source) }
    folded.text = String(decoding: spoken, as: UTF8.self)
    return folded
  }

  // MARK: Runs

  /// Whether white space may be copied with the text around it: one space, no tab, no line break,
  /// with text on both sides.
  private func staysAsItIs(
    _ space: Range<Int>, _ value: UInt32, _ length: Int, next: Int, end: Int, cut: Int
  ) -> Bool {
    guard copyStart != nil, space.count == length, value != 0x09, !TextScalar.isLineBreak(value),
      next < end, cut >= cuts.count || cuts[cut].source.lowerBound > next
    else { return false }
    return !TextScalar.isUnspeakable(bytes.scalar(at: next).value)
  }

  private mutating func leaveOut(_ range: Range<Int>, because reason: Omission.Reason) {
    endCopy(at: range.lowerBound)
    let isDeclared = reason != .blob && reason != .unspeakable
    if let last = pending.last, last.reason == reason, last.source.upperBound == range.lowerBound {
      pending[pending.count - 1].source = last.source.lowerBound..<range.upperBound
      if !isDeclared {
        folded.omissions[folded.omissions.count - 1].source = pending[pending.count - 1].source
      }
    } else {
      pending.append(Gap(source: range, reason: reason))
      if !isDeclared { folded.omissions.append(Omission(source: range, reason: reason)) }
    }
  }

  private mutating func endCopy(at offset: Int) {
    guard let start = copyStart else { return }
    append(.copied, from: start..<offset, as: bytes.bytes[start..<offset])
    copyStart = nil
  }

  private mutating func beginCopy(at offset: Int) {
    flushPending(before: offset)
    copyStart = offset
  }

  /// Writes what stood between two stretches of text: one space for all white space in it.
  private mutating func flushPending(before offset: Int) {
    var needsSpace = !spoken.isEmpty
    var join = lineEndJoin(before: offset)
    for gap in pending {
      if gap.reason != nil {
        append(.omitted, from: gap.source)
      } else if join == .withoutHyphen {
        takeHyphenBack(into: gap.source)
        join = .withHyphen
      } else if join != nil {
        append(.folded, from: gap.source)
      } else if spoken.isEmpty {
        continue
      } else {
        append(.folded, from: gap.source, as: needsSpace ? [0x20] : [])
        needsSpace = false
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func append(
    _ kind: RunMap.Kind, from source: Range<Int>, as text: ArraySlice<UInt8> = []
  ) {
    let start = spoken.count
    spoken.append(contentsOf: text)
    folded.runs.append(.init(text: start..<spoken.count, source: source, kind: kind))
  }

  // MARK: Words broken at a line's end

  private enum Join { case withHyphen, withoutHyphen }

  /// How a word goes on behind the gaps that stand before an offset: the end of a line, perhaps also
  /// that of a page with its number.
  private mutating func lineEndJoin(before next: Int) -> Join? {
    guard let space = pending.first?.source, pending[0].reason == nil, hasLineBreak(space),
      pending.allSatisfy({
        $0.reason == nil || $0.reason == .pageNumber || $0.reason == .runningHead
      })
    else { return nil }
    let end = space.lowerBound
    // U+00AD and U+2010 end in two and three bytes of their own.
    let isSoft = bytes[end - 2] == 0xC2 && bytes[end - 1] == 0xAD
    let isHyphen =
      bytes[end - 1] == 0x2D
      || bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 && bytes[end - 1] == 0x90
    guard isSoft || isHyphen else { return nil }
    let hyphen = isSoft ? 2 : bytes[end - 1] == 0x2D ? 1 : 3
    guard isLower(before: end - hyphen), isLower(at: next) else { return nil }
    if isSoft { return .withoutHyphen }
    let left = Vocabulary.word(before: end - hyphen, in: bytes)
    let right = Vocabulary.word(from: next, in: bytes)
    if ["and", "or", "to", "nor", "und", "oder", "et", "ou"].contains(right) { return nil }
    return vocabulary.contains(left + right) ? .withoutHyphen : .withHyphen
  }

  /// The hyphen was copied as the end of the last run; now it belongs to the fold.
  private mutating func takeHyphenBack(into space: Range<Int>) {
    guard let last = folded.runs.last, last.kind == .copied else { return }
    let hyphen = spoken.last == 0x2D ? 1 : spoken.last == 0xAD ? 2 : 3
    spoken.removeLast(hyphen)
    let kept = last.source.lowerBound..<last.source.upperBound - hyphen
    folded.runs[folded.runs.count - 1] = .init(
      text: last.text.lowerBound..<spoken.count, source: kept, kind: .copied)
    append(.folded, from: kept.upperBound..<space.upperBound)
  }

  private func isLower(at offset: Int) -> Bool {
    Unicode.Scalar(bytes.scalar(at: offset).value)?.properties.isLowercase ?? false
  }

  private func isLower(before offset: Int) -> Bool {
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 && isLower(at: start)
  }

  // MARK: Looking ahead

  private func endOfSpace(from offset: Int, to end: Int) -> Int {
    var offset = offset
    while offset < end {
      let (value, length) = bytes.scalar(at: offset)
      guard TextScalar.isWhiteSpace(value) else { break }
      offset += length
    }
    return offset
  }

  private func hasLineBreak(_ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (value, length) = bytes.scalar(at: offset)
      if TextScalar.isLineBreak(value) { return true }
      offset += length
    }
    return false
  }

  private func firstCut(endingAfter offset: Int) -> Int {
    cuts.partitioningIndex(where: { $0.source.upperBound > offset })
  }
}
