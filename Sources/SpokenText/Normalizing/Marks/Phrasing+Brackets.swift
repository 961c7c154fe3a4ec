// Brackets: which part phrases, and which belong to a word, a function, a link or a stage direction.

extension Phrasing {
  /// The end of a bracket that addresses fill which are left out: `(https://a.org; https://b.org)`,
  /// `(see www.example.org)`.
  private static func addressLeftOutEnd(open: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence.policies.links == .omit, sentence[open].isMark("(") else { return nil }
    let isPointed =
      sentence.token(open + 1, isAnyOf: ["see", "at", "via", "from"]) && sentence[open + 2].isSpace
    var index = isPointed ? open + 3 : open + 1
    let most = 4
    for _ in 0..<most {
      guard let match = Electronic.recognize(at: index, in: sentence), match.kind == .omission
      else { return nil }
      let end = match.tokens.upperBound
      if sentence[end].isMark(")") { return end + 1 }
      guard sentence[end].isMark(";") || sentence[end].isMark(","), sentence[end + 1].isSpace
      else { return nil }
      index = end + 2
    }
    return nil
  }

  /// The end of an address that is left out and ends a bracket, with the mark before it: `(MTurk;
  /// www.mturk.com)`.
  static func addressLeftOutEnd(behind mark: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence.policies.links == .omit,
      sentence[mark].isMark(";") || sentence[mark].isMark(","),
      sentence[mark + 1].isSpace,
      let match = Electronic.recognize(at: mark + 2, in: sentence), match.kind == .omission,
      sentence[match.tokens.upperBound].isMark(")")
    else { return nil }
    return match.tokens.upperBound
  }

  /// `\[laughs\]`: brackets as Markdown writes those that it is to leave alone.
  static func escapedBracket(
    _ start: Int, in sentence: TokenizedSentence
  ) -> Match<Phrasing>? {
    let bracket = sentence[start + 1]
    let inner =
      bracket.isMark("[")
      ? openingBracket(start + 1, in: sentence)
      : bracket.isMark("]") ? closingBracket(start + 1, in: sentence) : nil
    return inner.map {
      Match($0.value, tokens: start..<$0.tokens.upperBound, rule: $0.rule)
    }
  }

  static func openingBracket(_ start: Int, in sentence: TokenizedSentence) -> Match<
    Phrasing
  > {
    // `main()`: nothing is in them.
    if sentence[start + 1].isMark(")"), sentence[start].isMark("(") {
      return Match(Phrasing(mark: .none), tokens: start..<start + 2, rule: "phrasing.bracket")
    }
    if isOptionalEnding(open: start, in: sentence) {
      return Match(
        Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.ending",
        isTight: true)
    }
    if isApplication(open: start, in: sentence) {
      return Match(
        Phrasing(mark: .none, word: "of"), tokens: start..<start + 1, rule: "phrasing.function")
    }
    if let end = addressLeftOutEnd(open: start, in: sentence) {
      return Match(
        Phrasing(mark: .none), tokens: Omission.widened(start..<end, in: sentence),
        rule: "electronic.link", kind: .omission)
    }
    let isTied = isLinkText(open: start, in: sentence) || isNamedNumber(open: start, in: sentence)
    let mark: PhrasingMark = isTied ? .none : .comma
    return Match(Phrasing(mark: mark), tokens: start..<start + 1, rule: "phrasing.bracket")
  }

  /// `in (3), …`, `see (14a)`: a number in brackets that stands as a noun, with no pause before it.
  private static func isNamedNumber(open: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[open].isMark("("), sentence[open + 1].isDigits, sentence[open + 1].count < 4,
      sentence.wordBefore(open, isAnyOf: ["in", "of", "from", "see", "than", "like"])
        // `(14a) and (3b)`
        || sentence.wordBefore(open, isAnyOf: ["and", "or"])
          && sentence[sentence.beforeSpace(open) - 2].isMark(")")
        || sentence[sentence.beforeSpace(open)].isMark(".")
          && sentence.token(sentence.beforeSpace(open) - 1, isIgnoringCase: "cf")
    else { return false }
    var close = open + 2
    if sentence[close].isLower, sentence[close].count == 1 { close += 1 }
    if sentence[close].isEnDash || sentence[close].isHyphen,
      sentence[close + 1].isDigits || sentence[close + 1].isWord
    {
      close += 2
      if sentence[close].isLower, sentence[close].count == 1 { close += 1 }
    }
    guard sentence[close].isMark(")") else { return false }
    return isParted(after: close + 1, in: sentence)
      || sentence.wordAfter(close + 1).map {
        sentence.token($0, isAnyOf: ["and", "or", "above", "below", "is", "are", "to"])
      } ?? false
  }

  /// `at [Example](https://example.org)`: the text of a link belongs to its sentence.
  private static func isLinkText(open: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[open].isMark("[") else { return false }
    let longest = 24
    for close in open + 1..<open + longest {
      if sentence[close].kind == .boundary || sentence[close].isMark("[") { return false }
      if sentence[close].isMark("]") { return sentence[close + 1].isMark("(") }
    }
    return false
  }

  static func closingBracket(_ start: Int, in sentence: TokenizedSentence) -> Match<
    Phrasing
  > {
    if isOptionalEnding(open: start - 2, in: sentence) {
      return Match(
        Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.ending",
        isTight: true)
    }
    if let open = (max(0, start - 8)..<max(0, start)).last(where: { sentence[$0].isMark("(") }),
      isApplication(open: open, in: sentence)
    {
      return Match(Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.function")
    }
    if let open = (max(0, start - 6)..<max(0, start)).last(where: { sentence[$0].isMark("(") }),
      isNamedNumber(open: open, in: sentence)
    {
      return Match(Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.bracket")
    }
    if isStageDirection(close: start, in: sentence) {
      return Match(Phrasing(mark: .period), tokens: start..<start + 1, rule: "phrasing.bracket")
    }
    return parting(start..<start + 1, in: sentence, rule: "phrasing.bracket")
  }

  /// `[laughter] That was it.`, `Ann: [04:12] Yes.`: a word, a few or a time in brackets at the
  /// head or behind a stop, before a sentence of its own; not `(a) The first`.
  private static func isStageDirection(close: Int, in sentence: TokenizedSentence) -> Bool {
    let last = sentence[close - 1].isMark("\\") ? close - 2 : close - 1
    guard let next = sentence.wordAfter(close + 1), sentence[next].shape.contains(.firstUpper),
      sentence[last].isWord && sentence[last].count > 2
        || sentence[last].isDigits
          && (sentence[last - 1].isMark(":") || sentence[last - 3].isMark(":"))
    else { return false }
    let farthest = 12
    for open in stride(from: close - 1, through: max(0, close - farthest), by: -1)
    where sentence[open].isMark("[") || sentence[open].isMark("(") {
      return isBehindStop(sentence[open - 1].isMark("\\") ? open - 2 : open - 1, in: sentence)
    }
    return false
  }

  /// Whether a sentence or a speaker's name ends here, or nothing stands before.
  private static func isBehindStop(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let farthest = 6
    for before in stride(from: index, through: index - farthest, by: -1) {
      let token = sentence[before]
      switch token.kind {
      case .boundary: return true
      case .space: continue
      case .mark:
        switch token.scalar {
        case 0x22, 0x2A, 0x201D: continue
        case 0x21, 0x2E, 0x3A, 0x3F, 0x5D, 0x2026: return true
        default: return false
        }
      case .word, .digits, .control: return false
      }
    }
    return false
  }

  /// `(s)` right behind a word; not `sin(x)`.
  private static func isOptionalEnding(open: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[open - 1].isWord && sentence[open - 1].count > 1 && sentence[open].isMark("(")
      && sentence[open + 1].isLower && sentence[open + 2].isMark(")")
      && sentence.token(open + 1, isAnyOf: endings)
      && !isApplication(open: open, in: sentence)
  }

  /// `O(n)`, `f(x)`, `log(n)`: a function and what it is taken of.
  private static func isApplication(open: Int, in sentence: TokenizedSentence) -> Bool {
    let name = sentence[open - 1]
    let argument = sentence[open + 1]
    guard sentence[open].isMark("("), name.isWord, sentence.isFreeOnLeft(open - 1) else {
      return false
    }
    let isBig = sentence.token(open - 1, is: "O")
    if isBig, argument.isDigits || sentence.token(open + 1, is: "log") { return true }
    guard argument.isWord, argument.count == 1 else { return false }
    return isBig || ["f", "g", "h"].contains { sentence.token(open - 1, is: $0) }
      || sentence.token(open - 1, isAnyOf: ["log", "ln", "sin", "cos", "tan", "exp", "sqrt"])
  }

  private static let endings: [StaticString] = [
    "s", "es", "ies", "ish", "d", "ed", "r", "er", "rs", "ers", "n", "en", "ren", "ing", "ly", "al",
    "e",
  ]
}
