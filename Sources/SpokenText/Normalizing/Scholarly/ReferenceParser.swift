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
    let isListed = number != nil || sentence.role == .reference
    guard let authors = ReferenceAuthors.parse(at: index, isListed: isListed, in: sentence) else {
      return nil
    }
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
    let number = takeNumber()
    return ReferenceAuthors.parse(at: index, isListed: number != nil, in: sentence) != nil
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

  /// The index behind `[@name]`, which may stand behind an author.
  private func afterHandle(_ start: Int) -> Int {
    let open = sentence.skippingSpace(start)
    guard sentence[open].isMark("["), sentence[open + 1].isMark("@") else { return start }
    for close in open + 2..<open + 12 where sentence[close].isMark("]") { return close + 1 }
    return start
  }

  /// `(2025).`, `(2020, March 5).`, `2020.`, with what parts it from the authors.
  private mutating func takeYear() -> (years: CitedYears, tokens: Range<Int>)? {
    let start = index
    var at = sentence.skippingSpace(afterHandle(index))
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
      guard
        sentence[start].isWord || sentence[start].isDigits || sentence[start].isMark("[")
          || sentence[start].isMark("“") || sentence[start].isMark("\"")
          || sentence[start].isMark("‘") || sentence[start].isMark("¿")
      else { return false }
      var stop = start
      while stop < end, !endsTitle(stop), !isBeforeEdition(stop) {
        stop = asideEnd(stop) ?? stop + 1
      }
      // What runs on to an address has no title that could be told from it.
      for at in start..<stop where isAccess(at) { return false }
      let isSpoken = sentence[stop].isMark("?") || sentence[stop].isMark("!")
      entry.title = start..<beforeTranslator(start..<(isSpoken ? stop + 1 : stop))
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
        // Single marks are apostrophes too, and a title may begin with a word in quotation marks:
        // only a mark beside a comma or a stop closes.
        if next.isMark(",") || next.isMark(".") || next.kind == .boundary
          || next.isSpace
            && (before.isMark(".") || before.isMark(",") || before.isMark("?")
              || before.isMark("!"))
        {
          return at
        }
      }
      at += 1
    }
    return nil
  }

  /// `What is cold? What is warm? Polar Studies, 7`: whether behind a question another part of the
  /// title stands before the container.
  private func hasMoreTitle(behind question: Int) -> Bool {
    let start = question + 2
    guard question + 2 < end, !isAbbreviatedTitle(from: start, limit: end) else { return false }
    if sentence.token(start, isIgnoringCase: "in") { return false }
    var at = start
    while at < min(end, start + 60) {
      let token = sentence[at]
      if isAccess(at) { return false }
      if token.isMark(",") || token.isMark("("), sentence[sentence.skippingSpace(at + 1)].isDigits {
        return false
      }
      let ends = token.isMark(".") || token.isMark("?") || token.isMark("!")
      if ends, sentence[at + 1].isSpace, at + 2 < end {
        return sentence[at + 2].shape.contains(.firstUpper) && !isAccess(at + 2)
          && !isAbbreviatedTitle(from: at + 2, limit: end) || !token.isMark(".")
      }
      at += 1
    }
    return false
  }

  /// Behind brackets with stops in them: `(T. Moss, Trans.)`, `(2nd ed.)`.
  private func asideEnd(_ open: Int) -> Int? {
    guard sentence[open].isMark("(") else { return nil }
    for close in open + 1..<min(end, open + 24) where sentence[close].isMark(")") {
      return close + 1
    }
    return nil
  }

  /// The end of a title without `(T. Moss, Trans.)`.
  private func beforeTranslator(_ title: Range<Int>) -> Int {
    let last = title.upperBound - 1
    guard title.count > 4, sentence[last].isMark(")"), sentence[last - 1].isMark("."),
      sentence.token(last - 2, is: "Trans")
    else { return title.upperBound }
    for open in (max(title.lowerBound, last - 30)..<last).reversed()
    where sentence[open].isMark("(") {
      return open > title.lowerBound + 1 ? sentence.beforeSpace(open) + 1 : title.upperBound
    }
    return title.upperBound
  }

  /// Whether a comma stands before `2nd ed.`.
  private func isBeforeEdition(_ at: Int) -> Bool {
    sentence[at].isMark(",") && editionEnd(sentence.skippingSpace(at + 1)) != nil
  }

  /// The end of `2nd ed.` or `Rev. ed.` with its stop.
  func editionEnd(_ at: Int) -> Int? {
    guard sentence[at].isDigits, sentence[at].count <= 3, Ordinal.isEnding(at + 1, in: sentence),
      sentence[at + 2].isSpace, sentence.token(at + 3, isIgnoringCase: "ed")
    else { return nil }
    return sentence[at + 4].isMark(".") ? at + 5 : at + 4
  }

  private func endsTitle(_ at: Int) -> Bool {
    let token = sentence[at]
    let next = sentence[at + 1]
    guard token.isMark(".") || token.isMark("?") || token.isMark("!") else { return false }
    guard next.isSpace || next.kind == .boundary || at + 1 >= end else { return false }
    guard token.isMark("."), at + 2 < end else { return !hasMoreTitle(behind: at) }
    let after = sentence[at + 2]
    if after.isLower, !isAccess(at + 2) { return false }
    let before = sentence[at - 1]
    if before.isWord, before.count == 1, sentence[at - 2].isMark(".") { return false }
    let shorts: [StaticString] = ["vs", "dr", "mr", "mrs", "st", "no", "vol", "al", "ed", "eds"]
    return !shorts.contains { sentence.token(at - 1, isIgnoringCase: $0) }
  }
}
