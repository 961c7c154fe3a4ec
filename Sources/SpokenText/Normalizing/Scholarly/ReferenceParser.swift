/// Takes an entry of a reference list apart, from left to right.
struct ReferenceParser {
  let sentence: TokenizedSentence
  /// The token to be looked at next.
  var index = 0
  /// The index after the last token that is no white space.
  let end: Int

  init(sentence: TokenizedSentence) {
    self.sentence = sentence
    var end = sentence.count
    while end > 0, sentence[end - 1].isSpace { end -= 1 }
    self.end = end
    index = sentence.skippingSpace(0)
  }

  /// The entry, when authors and a title stand at the head.
  consuming func parse() -> ReferenceEntry? {
    let start = index
    takeLabel()
    let label = start..<index
    let number = takeNumber()
    guard let authors = ReferenceAuthors.parse(at: index, in: sentence) else { return nil }
    var entry = ReferenceEntry(authors: authors, tokens: start..<end)
    entry.label = label
    entry.number = number
    index = authors.tokens.upperBound
    entry.year = takeYear()
    guard takeTitle(into: &entry) else { return nil }
    entry.access = accessStart()
    takeContainer(into: &entry)
    takeTail(into: &entry)
    takeLinks(into: &entry)
    return entry
  }

  /// Whether authors stand at the head.
  consuming func hasAuthors() -> Bool {
    takeLabel()
    _ = takeNumber()
    return ReferenceAuthors.parse(at: index, in: sentence) != nil
  }

  mutating func skipSpace() { index = sentence.skippingSpace(index) }

  // MARK: Head

  /// Takes `Reference:` or `Source:`.
  private mutating func takeLabel() {
    let words: [StaticString] = [
      "reference", "references", "source", "citation", "cite", "study", "paper", "article",
    ]
    guard words.contains(where: { sentence.token(index, isIgnoringCase: $0) }),
      sentence[index + 1].isMark(":")
    else { return }
    index += 2
    skipSpace()
  }

  /// Takes `[3]`, `(3)`, `3.` or `3)`.
  private mutating func takeNumber() -> (index: Int, tokens: Range<Int>)? {
    let start = index
    let isOpen = sentence[index].isMark("[") || sentence[index].isMark("(")
    let digits = isOpen ? index + 1 : index
    guard sentence[digits].isDigits, sentence[digits].count <= 4 else { return nil }
    let close = sentence[digits + 1]
    guard close.isMark("]") || close.isMark(")") || (!isOpen && close.isMark(".")) else {
      return nil
    }
    index = digits + 2
    let tokens = start..<index
    skipSpace()
    return (digits, tokens)
  }

  /// `(2025).`, `(2020, March 5).`, `2020.`, with what parts it from the authors.
  private mutating func takeYear() -> (years: CitedYears, tokens: Range<Int>)? {
    let start = index
    var at = sentence.skippingSpace(index)
    if sentence[at].isMark(".") || sentence[at].isMark(",") { at = sentence.skippingSpace(at + 1) }
    let isOpen = sentence[at].isMark("(")
    if isOpen { at += 1 }
    guard let years = CitedYears.parse(at: at, in: sentence) else { return nil }
    at = years.tokens.upperBound
    if isOpen {
      // The month and day of a newspaper or a page.
      var steps = 0
      while !sentence[at].isMark(")"), steps < 10, sentence[at].kind != .boundary {
        at += 1
        steps += 1
      }
      guard sentence[at].isMark(")") else { return nil }
      at += 1
    } else {
      guard sentence[at].isMark(".") else { return nil }
    }
    if sentence[at].isMark(".") || sentence[at].isMark(",") || sentence[at].isMark(":") { at += 1 }
    index = at
    return (years, start..<at)
  }

  // MARK: Title

  private mutating func takeTitle(into entry: inout ReferenceEntry) -> Bool {
    while sentence[index].isSpace || sentence[index].isMark(".") || sentence[index].isMark(",")
      || sentence[index].isMark(":")
    {
      index += 1
    }
    if let close = closingQuote(of: index) {
      entry.hasQuotedTitle = true
      var last = close
      while last > index + 1, sentence[last - 1].isMark(".") || sentence[last - 1].isMark(",") {
        last -= 1
      }
      entry.title = index + 1..<last
      index = close + 1
      if sentence[index].isMark(",") || sentence[index].isMark(".") { index += 1 }
    } else {
      let start = index
      guard sentence[start].isWord || sentence[start].isDigits || sentence[start].isMark("[")
      else { return false }
      var stop = start
      while stop < end, !endsTitle(stop) { stop += 1 }
      // What runs on to an address has no title that could be told from it.
      for at in start..<stop where isAccess(at) { return false }
      let isSpoken = sentence[stop].isMark("?") || sentence[stop].isMark("!")
      entry.title = start..<(isSpoken ? stop + 1 : stop)
      index = min(stop + 1, end)
    }
    entry.titleEnd = index
    skipSpace()
    return !entry.title.isEmpty
  }

  /// The index of the mark that closes a quotation opened here.
  private func closingQuote(of open: Int) -> Int? {
    let close: [Unicode.Scalar]
    switch sentence[open].scalar {
    case 0x201C: close = ["”"]
    case 0x22: close = ["\""]
    case 0x2018: close = ["’"]
    case 0x27: close = ["'"]
    default: return nil
    }
    guard sentence[open].kind == .mark else { return nil }
    var at = open + 1
    while at < end {
      if close.contains(where: { sentence[at].isMark($0) }) {
        let next = sentence[at + 1]
        let before = sentence[at - 1]
        if next.isSpace || next.isMark(",") || next.isMark(".") || next.kind == .boundary {
          // Single marks are apostrophes too: only one beside a comma or a stop closes.
          let isDouble = sentence[open].scalar == 0x201C || sentence[open].scalar == 0x22
          if isDouble || !next.isSpace || before.isMark(".") || before.isMark(",") { return at }
        }
      }
      at += 1
    }
    return nil
  }

  private func endsTitle(_ at: Int) -> Bool {
    let token = sentence[at]
    let next = sentence[at + 1]
    guard token.isMark(".") || token.isMark("?") || token.isMark("!") else { return false }
    guard next.isSpace || next.kind == .boundary || at + 1 >= end else { return false }
    guard token.isMark("."), at + 2 < end else { return true }
    let after = sentence[at + 2]
    if after.isLower, !isAccess(at + 2) { return false }
    let before = sentence[at - 1]
    if before.isWord, before.count == 1, sentence[at - 2].isMark(".") { return false }
    let shorts: [StaticString] = ["vs", "dr", "mr", "mrs", "st", "no", "vol", "al", "ed", "eds"]
    return !shorts.contains { sentence.token(at - 1, isIgnoringCase: $0) }
  }
}
