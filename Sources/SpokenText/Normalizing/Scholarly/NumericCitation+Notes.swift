/// Numbers with words around them, notes, and numbers that lost their height.
extension NumericCitation {
  /// `[see 12, 14]`, `[12, p. 45]`, `[12, Theorem 3]`.
  static func led(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    var index = start + 1
    let signals: [StaticString] = ["see", "cf", "also", "e", "g", "in", "reviewed"]
    while sentence.token(index, isAnyOf: signals), index < start + 10 {
      index += 1
      while sentence[index].isSpace || sentence[index].isMark(".") || sentence[index].isMark(",") {
        index += 1
      }
    }
    let signal = start + 1..<index
    guard sentence[index].isDigits,
      let numbers = NumberList.parse(at: index, in: sentence, isList: true),
      numbers.items.allSatisfy({ isEntry($0, in: sentence) })
    else { return nil }
    let locator =
      sentence[numbers.tokens.upperBound].isMark(",")
      ? Locator.parse(after: numbers.tokens.upperBound, in: sentence) : nil
    let end = locator?.tokens.upperBound ?? numbers.tokens.upperBound
    guard sentence[end].isMark("]"), !signal.isEmpty || locator != nil,
      sentence.isFreeOnRight(after: end)
    else { return nil }
    return match(
      .led(signal, numbers, locator), start..<end + 1, "citation.numeric", isPart: false,
      in: sentence)
  }

  /// `[citation needed]`, `[who?]`, set close behind a word or a stop.
  static func request(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    let left = sentence[start - 1]
    guard left.isWord || left.isMark(".") || left.isMark(",") || left.isMark("]") else {
      return nil
    }
    let words: [StaticString] = [
      "citation", "clarification", "who", "when", "where", "which", "why", "vague", "dubious",
      "according", "better", "page", "original", "verification",
    ]
    guard sentence.token(start + 1, isAnyOf: words), sentence[start + 1].isLower else { return nil }
    var end = start + 2
    while end < start + 10, sentence[end].isWord || sentence[end].isSpace { end += 1 }
    let hasQuestion = sentence[end].isMark("?")
    guard sentence[hasQuestion ? end + 1 : end].isMark("]"),
      hasQuestion || sentence.token(end - 1, is: "needed") || sentence.token(end - 1, is: "vague")
        || sentence.token(end - 1, is: "dubious") || sentence.token(end - 1, is: "research")
    else { return nil }
    return match(
      .request(start + 1..<end), start..<(hasQuestion ? end + 2 : end + 1), "citation.request",
      isPart: false, in: sentence)
  }

  /// `[a]`, set close to the word it belongs to.
  static func note(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    let left = sentence[start - 1]
    if let note = namedNote(at: start, in: sentence) { return note }
    guard left.isWord || left.isMark(".") || left.isMark(",") || left.isMark("]"),
      sentence[start + 1].isLower, sentence[start + 1].count == 1,
      sentence[start + 2].isMark("]"), sentence.isFreeOnRight(after: start + 2),
      !isCode(start, in: sentence) || left.isMark("]"), !isIndex(start, in: sentence)
    else { return nil }
    return match(
      .note(start + 1), start..<start + 3, "citation.note", isPart: false, in: sentence)
  }

  /// `y[i][j]`, `grid[i][j]`: two letters of a row beside each other find a place in a table,
  /// and one does behind the name of a row: `arr[i]`.
  private static func isIndex(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    func isLetter(_ open: Int) -> Bool {
      sentence[open].isMark("[") && sentence[open + 2].isMark("]")
        && (0x69...0x6E).contains(sentence[open + 1].scalar)
    }
    return isLetter(start)
      && (isLetter(start - 3) || isLetter(start + 3) || sentence.token(start - 1, isIn: arrays))
  }

  private static let arrays = ContextWords(
    "arr array nums dp list data matrix grid vec vector row rows col cols items item values args argv "
      + "buf buffer str points weights counts keys")

  /// `[note 3]`, `[n 1]`, `[nb 2]`, set close.
  static func namedNote(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard !sentence[start - 1].isSpace,
      sentence.token(start + 1, isAnyOf: ["note", "n", "nb", "fn", "footnote"]),
      sentence[start + 2].isSpace,
      sentence[start + 3].isDigits || sentence[start + 3].isWord && sentence[start + 3].count == 1,
      sentence[start + 4].isMark("]")
    else { return nil }
    return match(
      .note(start + 3), start..<start + 5, "citation.note", isPart: false, in: sentence)
  }

  // MARK: word.3

  /// Numbers that were raised behind a full stop and stand at full height in plain text:
  /// `the risk falls.1,2 Others` → `the risk falls. references one and two. Others`.
  ///
  /// A word of three small letters, or a bracket, stands before the stop, a capital or the end behind
  /// the number: neither a decimal nor `fig.3` nor `file.2` looks so.
  static func flattened(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard sentence[start + 1].isDigits, sentence[start + 1].count <= 3 else { return nil }
    let left = sentence[start - 1]
    guard
      left.isLower && left.count >= 3 && sentence[start - 2].isSpace
        || left.isMark(")") && sentence[start - 2].isWord,
      left.keys.isDisjoint(with: [.locator, .numberedThing, .abbreviation, .month]),
      let numbers = NumberList.parse(at: start + 1, in: sentence, isList: true),
      numbers.items.allSatisfy({ isEntry($0, in: sentence) })
    else { return nil }
    let end = numbers.tokens.upperBound
    let isEnd = sentence[end].kind == .boundary
    guard isEnd || sentence[end].isSpace && sentence[end + 1].shape.contains(.firstUpper) else {
      return nil
    }
    let isOmitted = sentence.policies.citations == .omit
    return Match(
      NumericCitation(form: .numbers(numbers), setting: .withStop, isOmitted: isOmitted),
      tokens: start..<end, rule: "citation.flattened")
  }
}
