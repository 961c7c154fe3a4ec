/// A stop that touches what follows, where a space was forgotten, as in `The end.The start of it`.
struct MissingSpace {
  let bytes: SourceBytes
  let run: StopRun
  /// Past a list marker.
  let sentenceStart: Int

  /// Whether a tag stands between two sentences: `One.</p><p>Two.`, not `word.<sup>1</sup>`.
  var isBeforeTag: Bool {
    guard let tag = MarkupTag.end(bytes, at: run.end),
      !bytes.holds("<su", at: run.end..<run.end + 3), endsWord
    else { return false }
    // What closes only has nothing to begin.
    return tag < bytes.count && NextWord(bytes, at: run.end).kind == .capital
  }

  /// Whether a quotation begins, as in `said Ana.“No,” said Bo`.
  var isBeforeQuote: Bool {
    run.dots == 1 && bytes.holds("\u{201C}", at: run.end..<run.end + 3) && endsWord
  }

  /// Whether a word that opens a clause follows, with a capital and white space behind it.
  ///
  /// What stands before is an ordinary word in small letters, or a number. `Node.js`, `ASP.NET`,
  /// `Foo.Bar` and `io.Reader` are names.
  var isBeforeWord: Bool {
    guard run.dots == 1, !run.isStrong, ASCII.isUpper(bytes[run.end]), endsWord else {
      return false
    }
    var end = run.end + 1
    while ASCII.isLower(bytes[end]), end - run.end < 16 { end += 1 }
    let word = WordKey(bytes.slice(run.end..<end))
    if bytes[end] == UInt8(ascii: ".") { return Self.titles.contains(word) }
    return bytes[end] == 0x20 && Self.openers.contains(word)
  }

  private var endsWord: Bool {
    if run.closesQuote || run.closesBracket { return true }
    let before = bytes[run.start - 1]
    var start = run.start
    while start > sentenceStart, run.start - start < 24, bytes.isWordCharacter(at: start - 1) {
      start -= 1
    }
    guard run.start - start > 1, ASCII.isLower(before) || ASCII.isDigit(before) else {
      return false
    }
    switch bytes[start - 1] {
    // White space, brackets, quotes, hyphens, a comma in a number, another stop, the end of a tag.
    case 0, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x27, 0x28, 0x2C, 0x2D, 0x2E, 0x3E: break
    default: guard bytes[start - 1] >= 0x80 else { return false }
    }
    return FullStop(
      bytes: bytes, at: run.start, end: run.end, sentenceStart: start
    ).endsOrdinaryWord
  }

  private static let openers = WordSet(
    """
    the a an this that these those he she it we they you i my your his her its our their there here
    what when where why how who if so but and then today yesterday tomorrow now in no yes
    """)
  private static let titles = WordSet(["mr", "mrs", "ms", "dr"].map { WordKey($0) })
}
