/// Decides whether a sentence ends at a run of stops.
struct SentenceEnd {
  enum Verdict {
    /// The sentence ends at this offset.
    case ends(at: Int)
    case goesOn
    /// The stop belongs to a word that needs the next one, even over the end of a line: `Dr.`
    case held
  }

  let bytes: SourceBytes
  /// Of the sentence so far, any list marker left out.
  let sentenceStart: Int
  /// The sentence so far is one quotation.
  let isWholeQuote: Bool
  /// Of the list in which the sentence is an item.
  let marker: ListMarker?

  /// Decides at a run that white space follows; `next` begins past it.
  func verdict(_ run: StopRun, next offset: Int) -> Verdict {
    if run.isWide { return .ends(at: run.end) }
    // `[?]`, `(!)`, `[...]` stand for something in the sentence.
    let before = bytes[run.start - 1]
    if run.closesBracket, before == UInt8(ascii: "(") || before == UInt8(ascii: "[") {
      return .goesOn
    }
    let next = NextWord(bytes, at: offset)
    if next.opener == 0x28 || next.opener == 0x5B {
      return beforeBracket(run, next, at: offset)
    }
    if let end = fullStopBeforeEllipsis(run, next) { return .ends(at: end) }
    if run.isStrong { return afterMark(run, next) }
    if run.isEllipsis { return afterEllipsis(run, next) }
    if run.closesQuote || run.closesBracket || run.hasReference || run.hasFace {
      return mayBegin(next) ? .ends(at: run.end) : .goesOn
    }
    return FullStop(bytes: bytes, at: run.start, end: run.end, sentenceStart: sentenceStart)
      .verdict(next)
  }

  private func mayBegin(_ next: NextWord) -> Bool {
    switch next.kind {
    case .capital, .digit, .caseless, .symbol: true
    case .lower, .punctuation, .end: false
    }
  }

  /// `He said "Really?" (Smith 55)` goes on; `done. (See below.) Then` begins anew, as it does after
  /// a quotation that stands alone; `done. (Ito, 2020) Then` ends after the parenthesis.
  private func beforeBracket(_ run: StopRun, _ next: NextWord, at open: Int) -> Verdict {
    let isRound = bytes[open] == UInt8(ascii: "(")
    guard !run.closesQuote || !isRound || isWholeQuote,
      let close = closing(isRound ? UInt8(ascii: ")") : UInt8(ascii: "]"), from: open)
    else { return mayBegin(next) && !run.closesQuote ? .ends(at: run.end) : .goesOn }
    // The bracket must not belong to an abbreviation: `Acme Inc. (Nasdaq: ACM)`.
    if run.dots == 1, !run.isStrong, !run.closesBracket, !run.closesQuote, !run.hasReference {
      let stop = FullStop(
        bytes: bytes, at: run.start, end: run.end, sentenceStart: sentenceStart)
      guard stop.endsOrdinaryWord || stop.endsLetter else { return .goesOn }
    }
    switch bytes[close - 2] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      return mayBegin(next) ? .ends(at: run.end) : .goesOn
    default: if run.closesQuote, isRound { return .goesOn }
    }
    if bytes[close] == UInt8(ascii: ".") { return .ends(at: close + 1) }
    let after = bytes.skippingSpace(close)
    guard after > close || after == bytes.count else { return .goesOn }
    let following = NextWord(bytes, at: after)
    if following.kind == .lower || following.kind == .punctuation {
      // `It holds. (9) is the sum.`
      let isEquation =
        next.kind == .digit && isRound && following.kind == .lower
        && bytes.slice(next.word).allSatisfy(ASCII.isDigit) && close == next.word.upperBound + 1
      return next.kind == .capital || isEquation ? .ends(at: run.end) : .goesOn
    }
    // `(555) 867-5309` is a telephone number and no reference.
    let isAreaCode = following.kind == .digit && close - open == 5
    return .ends(at: holdsReference(open..<close) && !isAreaCode ? close : run.end)
  }

  /// Whether a bracket holds a year or numbers: a reference to the sentence before it, unless it is
  /// a mark of time (`[00:01:30]`) or the next number of a list that `(1)` began.
  private func holdsReference(_ range: Range<Int>) -> Bool {
    if bytes[range.lowerBound] == UInt8(ascii: "["), bytes.slice(range).contains(UInt8(ascii: ":")),
      !bytes.slice(range).contains(where: ASCII.isLetter)
    {
      return false
    }
    if let marker, let found = ListMarker.read(bytes, at: range.lowerBound),
      marker.isFollowed(by: found)
    {
      return false
    }
    return bytes.slice(range).contains(where: ASCII.isDigit)
  }

  /// The offset past the bracket that closes, looked for over a bounded distance.
  private func closing(_ bracket: UInt8, from open: Int) -> Int? {
    for offset in open + 1..<max(open + 1, min(bytes.count, open + 256))
    where bytes[offset] == bracket {
      return offset + 1
    }
    return nil
  }

  /// `compounds. . . . The practice`: a full stop, then an ellipsis that opens the next sentence.
  private func fullStopBeforeEllipsis(_ run: StopRun, _ next: NextWord) -> Int? {
    guard run.isSpaced, run.dots > 3, !run.closesQuote, bytes[run.start + 1] == 0x20,
      bytes.isWordCharacter(at: bytes.scalarStart(before: run.start)), next.kind == .capital
    else { return nil }
    return run.start + 1
  }

  /// After `?` and `!`: lower case goes on, as in `"Stop!" he said` and `Yahoo! in the lead`.
  private func afterMark(_ run: StopRun, _ next: NextWord) -> Verdict {
    guard mayBegin(next) else { return .goesOn }
    // A line of a table of contents: `What's in It?......... 9`
    if run.dots > 3, next.kind == .digit { return .goesOn }
    if run.closesQuote, next.speaks(bytes) { return .goesOn }
    if run.end == run.start + 1, bytes[run.start] == UInt8(ascii: "!"), !next.opensClause(bytes),
      ExclamationNames.contains(bytes.slice(wordStart(before: run.start)..<run.start))
    {
      return .goesOn
    }
    return .ends(at: run.end)
  }

  private func afterEllipsis(_ run: StopRun, _ next: NextWord) -> Verdict {
    guard mayBegin(next), next.kind != .digit else { return .goesOn }
    // `and then . . . I left`: a pause in the sentence; "I" always has its capital.
    if run.dots == 3, bytes.spaceLength(at: bytes.scalarStart(before: run.start)) > 0,
      bytes[next.word.lowerBound] == UInt8(ascii: "I"), next.word.count == 1
    {
      return .goesOn
    }
    return .ends(at: run.end)
  }

  private func wordStart(before offset: Int) -> Int {
    var start = offset
    while offset - start < 16, ASCII.isLetter(bytes[start - 1]) { start -= 1 }
    return start
  }
}
