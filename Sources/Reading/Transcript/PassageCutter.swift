internal import Narration

/// A part of a passage's text that goes.
struct TextCut: Equatable {
  /// UTF-8 bytes of the text.
  var range: Range<Int>
  /// Why it is left out; nil for marks, and for what ``replacement`` stands for.
  var reason: Omission.Reason?
  /// What is said in its stead.
  var replacement = ""
}

/// Cuts parts out of a passage's text and keeps the way back to the source.
///
/// What was white space on both sides of a cut becomes one space, none stands before a mark that
/// ends a sentence.
struct PassageCutter {
  private let passage: Passage
  private let bytes: [UInt8]

  private var text: [UInt8] = []
  private var runs: [RunMap.Run] = []
  /// What is declared, in the order of the text.
  private(set) var omissions: [Omission] = []
  /// Stretches of the old text that stay, and where they stand in the new one.
  private var kept: [(old: Range<Int>, new: Int)] = []
  /// The first run that is not used up.
  private var next = 0
  /// Spans that begin before the end of the last part and may reach into the next.
  private var openSpans: [Passage.Span] = []
  private var nextSpan = 0
  /// Whether something was cut since the last character that stays.
  private var isBehindCut = false

  init(_ passage: Passage) {
    self.passage = passage
    bytes = Array(passage.text.utf8)
  }

  /// The next part of the passage without its cuts; nil when nothing stays.
  ///
  /// Parts are asked for in the order of the text, so that each run is used once.
  ///
  /// - Parameter cuts: Sorted, inside of the part, not overlapping.
  mutating func part(_ range: Range<Int>, without cuts: [TextCut]) -> Passage? {
    text = []
    runs = []
    kept = []
    isBehindCut = false
    var offset = range.lowerBound
    for cut in cuts where cut.range.lowerBound >= offset && cut.range.upperBound <= range.upperBound
    {
      keep(offset..<cut.range.lowerBound)
      leaveOut(cut)
      offset = cut.range.upperBound
    }
    keep(offset..<range.upperBound)
    if range.upperBound == bytes.count {
      while next < passage.runs.runs.count { takeEmptyRun() }
    }
    dropSpace()
    guard !text.isEmpty else { return nil }
    var result = passage
    result.text = String(decoding: text, as: UTF8.self)
    result.runs = RunMap(runs)
    result.spans = spans(in: range).compactMap { span in
      let moved =
        position(
          of: span.text.lowerBound)..<max(
          position(of: span.text.lowerBound), position(of: span.text.upperBound))
      return moved.isEmpty ? nil : Passage.Span(text: moved, kind: span.kind)
    }
    return result
  }

  /// The spans of the passage that hold in a part, in their order.
  private mutating func spans(in range: Range<Int>) -> [Passage.Span] {
    openSpans.removeAll { $0.text.upperBound <= range.lowerBound }
    while nextSpan < passage.spans.count,
      passage.spans[nextSpan].text.lowerBound < range.upperBound
    {
      if passage.spans[nextSpan].text.upperBound > range.lowerBound {
        openSpans.append(passage.spans[nextSpan])
      }
      nextSpan += 1
    }
    return openSpans
  }

  // MARK: Runs

  /// The source of a stretch of text, each run that it ends taken away; `each` gets the pieces.
  private mutating func walk(_ range: Range<Int>, _ each: (inout Self, RunMap.Run) -> Void) {
    let all = passage.runs.runs
    while next < all.count {
      let run = all[next]
      if run.text.isEmpty {
        guard run.text.lowerBound < range.upperBound else { return }
        each(&self, run)
        next += 1
        continue
      }
      let overlap = run.text.clamped(to: range)
      guard !overlap.isEmpty else { return }
      var piece = run
      piece.text = overlap
      if run.kind == .copied {
        let start = run.source.lowerBound + (overlap.lowerBound - run.text.lowerBound)
        piece.source = start..<min(start + overlap.count, run.source.upperBound)
      } else if overlap.lowerBound > run.text.lowerBound {
        // The first piece of a run that is no copy stands for all of it.
        piece.source = run.source.upperBound..<run.source.upperBound
      }
      each(&self, piece)
      guard run.text.upperBound <= range.upperBound else { return }
      next += 1
    }
  }

  private mutating func takeEmptyRun() {
    let run = passage.runs.runs[next]
    if run.text.isEmpty { append([], run.source, run.kind) }
    next += 1
  }

  private mutating func keep(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var start = range.lowerBound
    if text.isEmpty || text.last == 0x20 {
      while start < range.upperBound, bytes[start] == 0x20 { start += 1 }
    }
    if start > range.lowerBound { walk(range.lowerBound..<start) { $0.appendEmpty($1) } }
    guard start < range.upperBound else { return }
    if isBehindCut {
      if Self.closes(bytes[start]), text.last == 0x20 {
        dropSpace()
      } else if let last = text.last, last != 0x20, bytes[start] != 0x20, Self.isWord(last),
        Self.isWord(bytes[start])
      {
        let at = runs.last?.source.upperBound ?? 0
        append([0x20], at..<at, .folded)
      }
    }
    isBehindCut = false
    kept.append((start..<range.upperBound, text.count))
    walk(start..<range.upperBound) { cutter, piece in
      cutter.append(cutter.bytes[piece.text], piece.source, piece.kind)
    }
  }

  /// Runs without text of their own go on; white space at the edge of a cut is not needed.
  private mutating func appendEmpty(_ piece: RunMap.Run) {
    if piece.kind == .omitted { append([], piece.source, .omitted) }
  }

  private mutating func leaveOut(_ cut: TextCut) {
    var hull: Range<Int>?
    walk(cut.range) { _, piece in
      guard !piece.source.isEmpty || hull == nil else { return }
      hull =
        hull.map { $0.lowerBound..<max($0.upperBound, piece.source.upperBound) } ?? piece.source
    }
    guard let hull else { return }
    if let reason = cut.reason {
      if !hull.isEmpty { omissions.append(Omission(source: hull, reason: reason)) }
      append([], hull, .omitted)
    } else {
      append(
        Array(cut.replacement.utf8)[...], hull, cut.replacement.isEmpty ? .folded : .decoded)
    }
    isBehindCut = cut.replacement.isEmpty
  }

  private mutating func append(
    _ piece: ArraySlice<UInt8>, _ source: Range<Int>, _ kind: RunMap.Kind
  ) {
    let start = text.count
    text.append(contentsOf: piece)
    if kind == .copied, let last = runs.last, last.kind == .copied,
      last.source.upperBound == source.lowerBound
    {
      runs[runs.count - 1].text = last.text.lowerBound..<text.count
      runs[runs.count - 1].source = last.source.lowerBound..<source.upperBound
    } else {
      runs.append(RunMap.Run(text: start..<text.count, source: source, kind: kind))
    }
  }

  /// Takes the space at the end back.
  private mutating func dropSpace() {
    guard text.last == 0x20 else { return }
    text.removeLast()
    var index = runs.count - 1
    while index >= 0, runs[index].text.isEmpty { index -= 1 }
    guard index >= 0 else { return }
    let run = runs[index]
    if run.text.count == 1 {
      runs[index].text = text.count..<text.count
      runs[index].kind = .folded
    } else {
      runs[index].text = run.text.lowerBound..<text.count
      if run.kind == .copied {
        runs[index].source = run.source.lowerBound..<run.source.upperBound - 1
      }
    }
    for later in runs.indices where later > index {
      runs[later].text = text.count..<text.count
    }
  }

  /// Where an offset of the old text is in the new one; what was cut is where it was cut out.
  private func position(of offset: Int) -> Int {
    let next = kept.partitioningIndex(where: { $0.old.lowerBound >= offset })
    guard next > 0 else { return 0 }
    let (old, new) = kept[next - 1]
    // Behind a cut, a part of the text begins with what stays next.
    if offset > old.upperBound, next < kept.count { return min(kept[next].new, text.count) }
    return min(new + min(offset - old.lowerBound, old.count), text.count)
  }

  /// Whether a mark stands close behind a word.
  private static func closes(_ byte: UInt8) -> Bool { ".,;:!?".utf8.contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || byte | 0x20 &- 0x61 < 26
  }
}
