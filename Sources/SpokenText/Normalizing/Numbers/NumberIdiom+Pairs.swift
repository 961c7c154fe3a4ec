/// Idioms of two numbers, with a slash, a hyphen or a colon between them.
extension NumberIdiom {
  /// `24/7`, `9/11`, `50/50`, `20/40 vision`.
  static func slashed(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<NumberIdiom>? {
    let second = start + 2
    var end = start + 3
    guard sentence[second].isDigits, sentence[second].count <= 3,
      let left = sentence.value(start), let right = sentence.value(second),
      sentence[start].scalar != 0x30, !isArithmetic(start, end, in: sentence)
    else { return nil }
    var pieces: [Piece] = [.cardinal(sentence[start].range)]
    switch (left, right) {
    case (24, 7):
      pieces.append(.cardinal(sentence[second].range))
      // `24/7/365`
      if sentence[end].isMark("/"), sentence.token(end + 1, is: "365") {
        pieces.append(.pairs(sentence[end + 1].range))
        end += 2
      }
    case (9, 11): pieces.append(.cardinal(sentence[second].range))
    case (7, 7):
      guard sentence.wordAfter(end, isIn: IdiomTable.attacks) else { return nil }
      pieces.append(.cardinal(sentence[second].range))
    case _ where isShare(left, right), (20, 20):
      // Two words with a hyphen of their own take no third.
      if left % 10 == 0 { pieces.append(.hyphen) }
      pieces.append(.cardinal(sentence[second].range))
    case (20, _), (6, _):
      let isFoot = left == 20
      guard (isFoot ? 10...800 : 3...60).contains(right),
        sentence.wordsBefore(start, within: 8, includeOneOf: IdiomTable.sight)
          || sentence.wordsAfter(end, within: 6, includeOneOf: IdiomTable.sight)
      else { return nil }
      pieces.append(.cardinal(sentence[second].range))
    default: return nil
    }
    guard sentence.isFreeOnRight(after: end - 1), !sentence[end].isMark("/") else { return nil }
    return Match(NumberIdiom(pieces: pieces), tokens: start..<end, rule: "idiom.slash")
  }

  /// Whether two numbers make a whole of a hundred, as the shares of `60/40`.
  private static func isShare(_ left: Int, _ right: Int) -> Bool {
    left + right == 100 && left >= 10 && right >= 10 || left == 50 && right == 50
  }

  private static func isArithmetic(
    _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> Bool {
    func isOperator(_ index: Int) -> Bool {
      let token = sentence[index]
      guard token.kind == .mark else { return false }
      switch token.scalar {
      case 0x3D, 0x2B, 0x2A, 0xD7, 0xF7, 0x2248, 0x5E: return true
      default: return false
      }
    }
    return isOperator(sentence.skippingSpace(end)) || isOperator(sentence.beforeSpace(start))
      || sentence[end].isMark("%")
      || sentence.wordAfter(end).map { sentence.token($0, is: "of") }
        ?? false
      || sentence.token(end, isIgnoringCase: "th")
      || sentence[end].isMark(".")
        && sentence[end + 1].isDigits
  }

  /// `a 60-40 split`, `24-7 coverage`, `a 9-11 memorial`, `a 1-2 punch`, `10-4, good buddy`.
  static func hyphened(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<NumberIdiom>? {
    let second = start + 2
    let end = start + 3
    // `9-1-1`
    if sentence.token(start, is: "9"), sentence.token(second, is: "1"), sentence[end].isHyphen,
      sentence.token(end + 1, is: "1"), sentence.isFreeOnRight(after: end + 1),
      !sentence[end + 2].isHyphen
    {
      return Match(
        NumberIdiom(pieces: [.digits(sentence.bytes(of: start..<end + 2))]),
        tokens: start..<end + 2, rule: "idiom.service")
    }
    guard sentence[second].isDigits, sentence[second].count <= 2, sentence[start].count <= 2,
      sentence.isFreeOnRight(after: second), !sentence[end].isHyphen, !sentence[end].isEnDash,
      !sentence[end].isMark("%"), !(sentence[end].isMark(".") && sentence[end + 1].isDigits),
      !(sentence[start - 1].isHyphen && sentence[start - 2].isDigits),
      let left = sentence.value(start), let right = sentence.value(second), left > 0
    else { return nil }
    let isHyphenated: Bool
    switch (left, right) {
    case (50, 50): isHyphenated = true
    case (20, 20): isHyphenated = true
    case (24, 7):
      guard !Score.isMeant(start, end, in: sentence), !sentence.isCounting(before: end) else {
        return nil
      }
      isHyphenated = false
    case (9, 11):
      guard sentence.wordAfter(end, isIn: IdiomTable.attacks) else { return nil }
      isHyphenated = false
    case (7, 11):
      guard sentence.wordAfter(end, isIn: IdiomTable.shops) else { return nil }
      isHyphenated = false
    case (10, 4):
      let after = sentence[end]
      guard isOpening(start, in: sentence),
        after.isMark(",") || after.isMark(".") || after.isMark("!")
      else { return nil }
      isHyphenated = true
    case (1, 1):
      guard sentence.wordAfter(end, isIn: IdiomTable.mappings) else { return nil }
      return Match(
        NumberIdiom(pieces: [.words("one to one")]), tokens: start..<end, rule: "idiom.phrase")
    case _ where isShare(left, right):
      guard sentence.wordAfter(end, isIn: IdiomTable.shares) else { return nil }
      isHyphenated = left % 10 == 0
    default:
      guard left < 10, right < 10, sentence.wordAfter(end, isIn: IdiomTable.pairs) else {
        return nil
      }
      isHyphenated = true
    }
    let first = Piece.cardinal(sentence[start].range)
    let last = Piece.cardinal(sentence[second].range)
    return Match(
      NumberIdiom(pieces: isHyphenated ? [first, .hyphen, last] : [first, last]),
      tokens: start..<end, rule: "idiom.phrase")
  }

  /// Whether nothing but a quotation mark stands before a token in its sentence.
  private static func isOpening(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let before = sentence[start - 1]
    return before.kind == .boundary || before.triggers.contains(.quote)
      || before.isSpace && sentence[start - 2].triggers.contains(.quote)
  }

  /// `a 1:1 meeting`, `my 1:1s`, and the British `a 2:1 in history`.
  static func oneOnOne(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<NumberIdiom>? {
    if sentence.isBritish, sentence.token(start, is: "2"),
      sentence.token(start + 2, is: "1") || sentence.token(start + 2, is: "2"),
      sentence.wordBefore(start, isAnyOf: ["a", "her", "his", "my"]),
      sentence.wordAfter(start + 3) == nil
        || sentence.wordAfter(start + 3, isIn: IdiomTable.degrees),
      sentence.isFreeOnRight(after: start + 2)
    {
      return Match(
        NumberIdiom(
          pieces: [.cardinal(sentence[start].range), .cardinal(sentence[start + 2].range)]),
        tokens: start..<start + 3, rule: "idiom.phrase")
    }
    guard sentence.token(start, is: "1"), sentence.token(start + 2, is: "1") else { return nil }
    let isPlural = sentence.token(start + 3, is: "s")
    guard isPlural || sentence.wordAfter(start + 3, isIn: IdiomTable.meetings) else { return nil }
    var pieces: [Piece] = [.words(sentence.isBritish ? "one-to-one" : "one-on-one")]
    if isPlural { pieces.append(.ending("s")) }
    return Match(
      NumberIdiom(pieces: pieces), tokens: start..<(isPlural ? start + 4 : start + 3),
      rule: "idiom.phrase")
  }
}
