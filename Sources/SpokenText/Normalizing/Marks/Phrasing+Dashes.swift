// Marks that stand between words: the slash, and hyphens and en dashes that tie nothing together.

extension Phrasing {
  static func slash(_ start: Int, in sentence: TokenizedSentence) -> Match<Phrasing>? {
    // `the sea / I heard`: between lines of a poem, or two things to choose from.
    if sentence[start - 1].isSpace, sentence[start + 1].isSpace, sentence[start - 2].isWord,
      sentence[start + 2].isWord, sentence[start - 2].count > 1, sentence[start + 2].count > 1,
      !sentence.token(start + 2, is: "or"), !sentence.token(start + 2, is: "and")
    {
      return Match(Phrasing(mark: .comma), tokens: start..<start + 1, rule: "phrasing.slash")
    }
    return Match(Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.slash")
  }

  /// Whether a hyphen with a word on one side alone stands for a part of a word or before an option:
  /// `pre- and post-test`, `tool -g`; not a dash set too close, as in `it works- mostly`.
  private static func isSuspended(_ hyphen: Int, in sentence: TokenizedSentence) -> Bool {
    guard let next = sentence.wordAfter(hyphen + 1) else {
      let right = sentence[hyphen + 1]
      return
        !(right.isLower && sentence[sentence.beforeSpace(hyphen)].isLower
        && (right.count > 2 || ClauseOpeners.isAnyOpener(sentence.bytes.slice(right.range))))
    }
    return !sentence[next].isLower || !sentence[hyphen - 1].isWord
      || sentence.token(
        next, isAnyOf: ["and", "or", "to", "nor", "versus", "vs", "but", "through", "und", "bis"])
  }

  /// Whether a word of two letters or more, or a name with digits, stands before: `python3 -m`.
  private static func isNameBehindSpace(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let before = sentence[start - 2]
    return before.isWord && before.count > 1 || before.isDigits && sentence[start - 3].isWord
  }

  /// Hyphens and en dashes that do not tie two words together.
  static func dash(_ start: Int, in sentence: TokenizedSentence) -> Match<Phrasing>? {
    var end = start + 1
    while sentence[end].isHyphen || sentence[end].isEnDash { end += 1 }
    let left = sentence[start - 1]
    let right = sentence[end]
    if right.isMark(">") { return nil }
    let touchesLeft = left.isWord || left.isDigits
    let touchesRight = right.isWord || right.isDigits
    if end - start == 1, touchesLeft, touchesRight {
      // A hyphen stays: "post-traumatic". An en dash between words is only space to the ear.
      guard sentence[start].isEnDash else { return nil }
      // `LHR–JFK`: letters of two names would run together.
      let isBetweenLetters = left.isUpper && right.isUpper && left.count > 1
      return Match(
        Phrasing(mark: isBetweenLetters ? .comma : .none), tokens: start..<end,
        rule: "phrasing.en-dash")
    }
    // `push -f`: an option of a command.
    if end - start == 1, left.isSpace, right.isLower, right.count == 1, sentence[start].isHyphen,
      !sentence.token(end, is: "a"), !sentence.token(end, is: "i"),
      isNameBehindSpace(start, in: sentence),
      !(sentence[end + 1].kind == .mark && (sentence[end + 2].isWord || sentence[end + 2].isDigits))
    {
      return Match(
        Phrasing(mark: .none, word: "dash"), tokens: start..<end, rule: "phrasing.option")
    }
    if end - start == 1, touchesLeft || touchesRight, sentence[start].isHyphen {
      return isSuspended(start, in: sentence)
        ? Match(Phrasing(mark: .none), tokens: start..<end, rule: "phrasing.hanging-hyphen")
        : parting(start..<end, in: sentence, rule: "phrasing.dash")
    }
    return parting(start..<end, in: sentence, rule: "phrasing.dash")
  }
}
