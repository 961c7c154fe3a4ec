/// The pass of ``SentenceSplitter`` over the bytes of a text.
struct SentenceScanner {
  private let bytes: SourceBytes
  private var sentences: [Range<Int>] = []
  private var position = 0
  /// Where the current sentence begins, nil between two.
  private var start: Int?
  /// The same, past a list marker.
  private var contentStart = 0
  private var lineStart = 0
  /// The marker of the current list, and whether it stands in the current line.
  private var marker: ListMarker?
  private var isMarkerOnLine = false
  private var shelter = Shelter()
  /// Up to here the sentence holds no letter or digit; nil once one was found.
  private var wordless: Int? = 0

  init(_ bytes: SourceBytes) { self.bytes = bytes }

  mutating func scan() -> [Range<Int>] {
    while position < bytes.count {
      guard let start else {
        begin()
        continue
      }
      position = bytes.pastPlain(position)
      guard position < bytes.count else { break }
      switch bytes[position] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): stop(start)
      case 0x09...0x0D, 0x20: space(start)
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["):
        quote(start)
      case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: wide(start)
      default: position += 1
      }
    }
    if let start { end(from: start, at: bytes.count) }
    return sentences
  }

  /// Between sentences: passes over white space, then begins one, over its list marker.
  private mutating func begin() {
    let gap = bytes.gap(at: position)
    if gap.lineBreaks > 0 {
      lineStart = gap.lastLineStart
      isMarkerOnLine = false
      if gap.lineBreaks > 1 { marker = nil }
    }
    position = gap.end
    guard position < bytes.count else { return }
    start = position
    if let found = ListMarker.read(bytes, at: position),
      bytes.skippingSpace(found.end) < bytes.count
    {
      marker = found
      isMarkerOnLine = true
      position = found.end
    }
    contentStart = position
    wordless = position
  }

  private mutating func end(from start: Int, at end: Int) {
    let end = bytes.endBeforeSpace(end, floor: start)
    if end - start <= SentenceSplitter.longest {
      if end > start { sentences.append(start..<end) }
    } else {
      SentenceLimit.cut(start..<end, of: bytes, into: &sentences)
    }
    self.start = nil
  }

  // MARK: Stops

  private mutating func stop(_ start: Int) {
    let run = StopRun(bytes, at: position)
    let gap = bytes.gap(at: run.end)
    position = run.end
    guard gap.end < bytes.count, hasWord(before: run.start) else { return }
    if run.end < shelter.end { return }
    if gap.end == run.end {
      if run.isWide || beginsUnparted(after: run) { end(from: start, at: run.end) }
      return
    }
    if gap.lineBreaks > 1 {
      end(from: start, at: run.end)
      return
    }
    let decision = SentenceEnd(
      bytes: bytes, sentenceStart: contentStart,
      isWholeQuote: shelter.start == contentStart && shelter.end == run.end,
      marker: isMarkerOnLine ? marker : nil)
    switch decision.verdict(run, next: gap.end) {
    case .ends(let offset):
      end(from: start, at: offset)
      position = max(offset, start + 1)
    case .held:
      position = gap.end
      if gap.lineBreaks > 0 { lineStart = gap.lastLineStart }
    case .goesOn: break
    }
  }

  /// Whether a sentence begins right after a stop, without white space.
  private func beginsUnparted(after run: StopRun) -> Bool {
    let stop = MissingSpace(bytes: bytes, run: run, sentenceStart: contentStart)
    return stop.isBeforeTag || stop.isBeforeWord || stop.isBeforeQuote
  }

  /// Whether the sentence holds a letter or digit so far; each byte is asked once.
  private mutating func hasWord(before offset: Int) -> Bool {
    guard var search = wordless else { return true }
    while search < offset {
      if bytes.isWordCharacter(at: search) {
        wordless = nil
        return true
      }
      search += bytes.scalar(at: search).length
    }
    wordless = search
    return false
  }

  // MARK: Quotes and characters beyond ASCII

  private mutating func quote(_ start: Int) {
    if position + 1 == shelter.end, let after = brokenOff(at: position + 1) {
      end(from: start, at: after)
      position = after
      return
    }
    shelter.open(bytes, at: position, sentenceStart: contentStart)
    position += 1
  }

  /// `"… and so we--" At this`: speech that breaks off with a dash, then a new clause.
  private func brokenOff(at after: Int) -> Int? {
    switch bytes.scalar(before: bytes.scalarStart(before: after)) {
    case 0x2D, 0x2013, 0x2014: break
    default: return nil
    }
    let next = bytes.skippingSpace(after)
    guard next > after, NextWord(bytes, at: next).opensClause(bytes) else { return nil }
    return after
  }

  private mutating func wide(_ start: Int) {
    let (scalar, length) = bytes.scalar(at: position)
    if StopRun.isStop(scalar) {
      stop(start)
    } else if bytes.spaceLength(at: position) > 0 {
      space(start)
    } else {
      if scalar == 0x201D || scalar == 0x2019, position + length == shelter.end,
        let after = brokenOff(at: position + length)
      {
        end(from: start, at: after)
        position = after
        return
      }
      shelter.open(bytes, at: position, sentenceStart: contentStart)
      position += length
    }
  }

  // MARK: White space

  private mutating func space(_ start: Int) {
    let gap = bytes.gap(at: position)
    let textEnd = position
    position = gap.end
    guard gap.end < bytes.count else { return }
    if gap.lineBreaks > 1 {
      end(from: start, at: textEnd)
      position = textEnd
    } else if gap.lineBreaks == 1 {
      let lines = LineBreak(
        bytes: bytes, lineStart: lineStart, sentenceStart: start, contentStart: contentStart,
        end: textEnd, next: gap.end, marker: marker)
      if lines.endsSentence {
        end(from: start, at: textEnd)
        position = textEnd
      } else {
        lineStart = gap.lastLineStart
        isMarkerOnLine = false
      }
    } else if beginsItem(at: gap.end) {
      end(from: start, at: textEnd)
    }
  }

  /// Whether an item of a list begins in the middle of a line: any bullet, or in a list that begins
  /// in this line the number that comes next.
  private func beginsItem(at offset: Int) -> Bool {
    guard isMarkerOnLine || bytes[offset] == 0xE2,
      let found = ListMarker.read(bytes, at: offset), found.end < bytes.count
    else { return false }
    if found.style == .bullet { return true }
    guard isMarkerOnLine, let marker, offset >= shelter.end,
      bytes[offset] != UInt8(ascii: "("), found.style != .upper || found.hasBracket
    else { return false }
    if marker.isFollowed(by: found) { return true }
    // A second list after the first, its items with capitals.
    return found.isFirst
      && NextWord(bytes, at: bytes.skippingSpace(found.end)).kind == .capital
  }
}
