/// Digits that name instead of counting, read one by one: `PIN 4071` → `PIN four zero seven one`,
/// `ISBN 0-471-15233-1`, and any ungrouped number of ten digits or more.
///
/// - behind a kind of number: `account number 55012`, `my code is 8842`, `card ending in 4242`
/// - by its shape: `123-45-6789`, `4111 1111 1111 1111`, `978-0-306-40615-7`
/// - before its kind: `the 212 area code`
///
/// Not `code 200 lines`, nor a long number that counts: `7800000000 people`, `1000000000000`.
struct DigitString: SemioticClass {
  static let kind = Edit.Kind.digits

  /// UTF-8 bytes of the groups; between them a breath.
  var groups: [Range<Int>]

  /// Longer numbers without separators are nobody's count.
  private static let longestCount = 9
  private static let mostGroups = 8

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<DigitString>? {
    guard sentence[start].isDigits, !sentence.isInsideNumber(start) else { return nil }
    if let shaped = shaped(at: start, in: sentence) { return shaped }
    if isNamed(start, in: sentence) {
      let (groups, index) = groups(at: start, in: sentence)
      guard groups.count > 1 || sentence[start].count > 2, !isCounted(index, in: sentence) else {
        return nil
      }
      return Match(DigitString(groups: groups), tokens: start..<index, rule: "digits.named")
    }
    let isGlued = sentence[start - 1].isWord && sentence[start].count > 4
    guard sentence[start].count > longestCount || isGlued,
      sentence[start + 1].isMark(".") == false
        || !sentence[start + 2].isDigits,
      isGlued || !isQuantity(start, in: sentence)
    else { return nil }
    return Match(
      DigitString(groups: [sentence[start].range]), tokens: start..<start + 1, rule: "digits.long")
  }

  /// Groups of digits with hyphens between them, and the index after them.
  private static func groups(
    at start: Int, in sentence: TokenizedSentence
  ) -> ([Range<Int>], Int) {
    var groups = [sentence[start].range]
    var index = start + 1
    while groups.count < mostGroups, sentence[index].isHyphen || sentence[index].isEnDash,
      sentence[index + 1].isDigits || sentence.token(index + 1, isIgnoringCase: "x")
    {
      groups.append(sentence[index + 1].range)
      index += 2
    }
    return (groups, index)
  }

  // MARK: By its shape

  /// A number of an American citizen, a payment card or a book.
  private static func shaped(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<DigitString>? {
    let first = sentence[start].count
    guard first == 3 || first == 4, sentence.isFreeOnLeft(start), !sentence[start - 1].isHyphen
    else { return nil }
    let separator = sentence[start + 1]
    guard separator.isHyphen || separator.isSpace && separator.count == 1 && first == 4,
      sentence[start + 2].isDigits
    else { return nil }
    var groups = [sentence[start].range]
    var index = start + 1
    while groups.count < 5, sentence[index].kind == separator.kind, sentence[index].count == 1,
      sentence[index].scalar == separator.scalar, sentence[index + 1].isDigits
    {
      groups.append(sentence[index + 1].range)
      index += 2
    }
    guard sentence.isFreeOnRight(after: index - 1), !sentence[index].isHyphen else { return nil }
    let isShaped: Bool
    switch groups.map(\.count) {
    case [3, 2, 4]: isShaped = separator.isHyphen
    case [4, 4, 4, 4], [4, 6, 5]: isShaped = true
    case let counts where counts.count == 5 && counts.reduce(0, +) == 13:
      isShaped = sentence.token(start, is: "978") || sentence.token(start, is: "979")
    default: isShaped = false
    }
    return isShaped
      ? Match(DigitString(groups: groups), tokens: start..<index, rule: "digits.shape") : nil
  }

  // MARK: By the words beside it

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
      let isHash = sentence[before].isMark("#")
      before = sentence.beforeSpace(before)
      // `order #1002345`
      if isHash, sentence[start].count > 3, sentence.token(before, isIn: numbered) { return true }
      if isComma { return isPostal(start, state: before, in: sentence) }
    } else if sentence[before].isMark("."), sentence[before - 1].isWord {
      // `ext. 214`
      before -= 1
    }
    if isPostal(start, state: before, in: sentence) { return true }
    if sentence[before].keys.contains(.digitsContext) {
      // `exit code 137` is said in pairs.
      return sentence[start].count != 3
        || !(sentence.wordBefore(before).map { sentence.token($0, isIn: LabelTable.codes) } ?? false)
    }
    if sentence[start].count >= 3, isKindOfNumber(before, start, in: sentence) { return true }
    let after = sentence.skippingSpace(start + 1)
    if sentence[start].count == 3 || sentence[start].count == 5, after > start + 1,
      sentence.token(after, isAnyOf: ["area", "zip", "postal"]),
      sentence.wordAfter(after + 1, isIn: codes)
    {
      return true
    }
    return false
  }

  /// `account number 5501`, `my PIN is 4071`, `ISBN-13: 978…`, `card ending in 8876`, `text JOIN to
  /// 40404`.
  private static func isKindOfNumber(
    _ before: Int, _ start: Int, in sentence: TokenizedSentence
  ) -> Bool {
    if sentence[before].isDigits {
      return sentence[before - 1].isHyphen && sentence[before].count == 2
        && sentence.token(before - 2, isIgnoringCase: "isbn")
    }
    if sentence.token(before, isAnyOf: ["number", "no", "num", "nr"]) {
      return sentence[start].count > 3
        && sentence.wordBefore(before).map { sentence.token($0, isIn: numbered) } ?? false
    }
    if sentence.token(before, isAnyOf: ["is", "was", "of"]),
      sentence.wordAfter(start + 1) == nil
        || sentence.wordAfter(start + 1, isIn: LabelTable.continuations)
    {
      guard let noun = sentence.wordBefore(before) else { return false }
      if sentence.token(noun, isIn: codes) { return true }
      return sentence[start].count > 3 && sentence.token(noun, is: "number")
        && sentence.wordBefore(noun).map { sentence.token($0, isIn: numbered) } ?? false
    }
    if sentence.token(before, is: "in") {
      return sentence.wordBefore(before, isAnyOf: ["ending", "ends", "beginning", "starting"])
    }
    return sentence.token(before, is: "to") && sentence[start].count >= 5
      && sentence.wordsBefore(before, within: 3, includeOneOf: messages)
  }

  private static let codes = ContextWords(
    "code codes pin ssn isbn vin passcode password id zip zipcode postcode extension combination")
  /// Things that are told apart by numbers of many digits.
  private static let numbered = ContextWords(
    "account serial order confirmation tracking license licence registration phone telephone mobile "
      + "policy passport reference ticket routing customer membership member part security card id "
      + "case docket patent batch lot contract claim invoice booking loan student employee "
      + "insurance vin badge prisoner inmate")
  private static let messages = ContextWords("text texts texted texting sms")

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

  /// Whether a long number counts something, or is round: `7800000000 people`, `1000000000000`.
  private static func isQuantity(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].scalar != 0x30, sentence[start].count <= 66 else { return false }
    if sentence.keysAfter(start + 1).contains(.countedNoun) { return true }
    let zeros = sentence.bytes.slice(sentence[start].range).reversed().prefix { $0 == 0x30 }
    return zeros.count > 6 && zeros.count + 4 > sentence[start].count
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
