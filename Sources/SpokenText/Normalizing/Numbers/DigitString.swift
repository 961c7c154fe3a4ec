/// Digits that name instead of counting, read one by one: `PIN 4071` → `PIN four zero seven one`,
/// `ISBN 0-471-15233-1`, and any ungrouped number of ten digits or more.
struct DigitString: SemioticClass {
  static let kind = Edit.Kind.digits

  /// UTF-8 bytes of the groups; between them a breath.
  var groups: [Range<Int>]

  /// Longer numbers without separators are nobody's count.
  private static let longestCount = 9
  private static let mostGroups = 8

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<DigitString>? {
    guard sentence[start].isDigits, !sentence.isInsideNumber(start) else { return nil }
    if isNamed(start, in: sentence) {
      var groups = [sentence[start].range]
      var index = start + 1
      while groups.count < mostGroups, sentence[index].isHyphen || sentence[index].isEnDash,
        sentence[index + 1].isDigits || sentence.token(index + 1, isIgnoringCase: "x")
      {
        groups.append(sentence[index + 1].range)
        index += 2
      }
      guard groups.count > 1 || sentence[start].count > 2, !isCounted(index, in: sentence) else {
        return nil
      }
      return Match(DigitString(groups: groups), tokens: start..<index, rule: "digits.named")
    }
    let isGlued = sentence[start - 1].isWord && sentence[start].count > 4
    guard sentence[start].count > longestCount || isGlued,
      sentence[start + 1].isMark(".") == false
        || !sentence[start + 2].isDigits
    else { return nil }
    return Match(
      DigitString(groups: [sentence[start].range]), tokens: start..<start + 1, rule: "digits.long")
  }

  /// Whether a word such as `PIN` or `ISBN` stands before the digits, or a state before a postal
  /// code: `FL 95051`.
  private static func isNamed(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence.isFreeOnLeft(start) else { return false }
    // `a 999 call`
    if let next = sentence.wordAfter(start + 1),
      sentence.token(next, isAnyOf: ["call", "calls", "caller", "callers", "operator"]),
      ["911", "999", "111", "112"].contains(where: { sentence.token(start, is: $0) })
    {
      return true
    }
    var before = sentence.beforeSpace(start)
    if sentence[before].isMark(":") || sentence[before].isMark("#") || sentence[before].isMark(",")
    {
      let isComma = sentence[before].isMark(",")
      before = sentence.beforeSpace(before)
      if isComma { return isPostal(start, state: before, in: sentence) }
    }
    if isPostal(start, state: before, in: sentence) { return true }
    if sentence[before].keys.contains(.digitsContext) { return true }
    // `card ending in 8876`
    return sentence.token(before, is: "in")
      && sentence.wordBefore(before, isAnyOf: ["ending", "ends", "beginning", "starting"])
  }

  private static func isPostal(
    _ start: Int, state: Int, in sentence: TokenizedSentence
  ) -> Bool {
    sentence[start].count == 5 && sentence[state].isUpper && sentence[state].count == 2
      && sentence.isFreeOnRight(after: start)
  }

  /// Whether the number counts something all the same: `code 200 lines`.
  private static func isCounted(_ end: Int, in sentence: TokenizedSentence) -> Bool {
    !sentence.keysAfter(end).isDisjoint(with: [.countedNoun, .scale])
      || sentence[end].isMark(".") && sentence[end + 1].isDigits
      || sentence[end].isMark(",") && sentence[end + 1].count == 3 && sentence[end + 1].isDigits
      || sentence[end].isWord
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    for (position, group) in groups.enumerated() {
      if position > 0 { writer.mark(.comma) }
      let bytes = sentence.bytes.slice(group)
      if let first = bytes.first, ASCII.isLetter(first) {
        writer.spell(source: group)
      } else {
        NumberWords.sayDigits(bytes, into: &writer)
      }
    }
  }
}
