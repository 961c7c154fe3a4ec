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

/// Numbers joined by points: `2.0.1` → `two point zero point one`, `v2` → `version two`, an
/// Internet address with "dot" between its digits.
struct VersionNumber: SemioticClass {
  static let kind = Edit.Kind.digits

  /// UTF-8 bytes from the first digit to the last, points included.
  var parts: Range<Int>
  var isAddress = false
  var hasLetter = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<VersionNumber>? {
    let hasLetter = sentence.token(start, isIgnoringCase: "v")
    let first = hasLetter ? start + 1 : start
    guard sentence[first].isDigits, sentence.isFreeOnLeft(start), !sentence.isInsideNumber(start)
    else { return nil }
    var index = first + 1
    var count = 1
    var isAddress = sentence.value(first).map { $0 < 256 } ?? false
    while sentence[index].isMark("."), sentence[index + 1].isDigits {
      isAddress = isAddress && (sentence.value(index + 1).map { $0 < 256 } ?? false)
      index += 2
      count += 1
    }
    // `V8` is an engine; only a point shows that a capital V is a version.
    guard count > 2 || hasLetter && (count == 2 || sentence.token(start, is: "v")),
      !sentence[index].isWord || count > 2
    else { return nil }
    return Match(
      VersionNumber(
        parts: sentence.bytes(of: first..<index), isAddress: isAddress && count == 4 && !hasLetter,
        hasLetter: hasLetter),
      tokens: start..<index, rule: hasLetter ? "digits.version" : "digits.points")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if hasLetter { writer.say("version") }
    var start = parts.lowerBound
    for offset in parts.lowerBound...parts.upperBound {
      guard offset == parts.upperBound || sentence.bytes[offset] == UInt8(ascii: ".") else {
        continue
      }
      if start > parts.lowerBound { writer.say(isAddress ? "dot" : "point") }
      let digits = sentence.bytes.slice(start..<offset)
      if isAddress || digits.count > 3 || digits.first == UInt8(ascii: "0") {
        NumberWords.sayDigits(digits, into: &writer)
      } else {
        NumberWords.sayCardinal(digits, into: &writer)
      }
      start = offset + 1
    }
  }
}

/// The number of a house, a room, a road or a section of law, said in pairs: `1428 Elm Street` →
/// `fourteen twenty-eight Elm Street`, `Room 101` → `Room one oh one`, `401(k)` → `four oh one k`.
struct PlaceNumber: SemioticClass {
  static let kind = Edit.Kind.address

  var digits: Range<Int>
  var isHouse: Bool
  /// A letter in brackets behind it; empty when there is none.
  var letter = 0..<0

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<PlaceNumber>? {
    guard sentence[start].isDigits, (1...5).contains(sentence[start].count),
      sentence.isFreeOnLeft(start), sentence[start].scalar != 0x30,
      !sentence.isInsideNumber(start)
    else { return nil }
    if sentence[start].count == 3, sentence[start + 1].isMark("("),
      sentence[start + 2].isWord, sentence[start + 2].count == 1, sentence[start + 3].isMark(")")
    {
      return Match(
        PlaceNumber(
          digits: sentence[start].range, isHouse: false, letter: sentence[start + 2].range),
        tokens: start..<start + 4, rule: "address.law")
    }
    if isRoom(start, in: sentence) {
      return Match(
        PlaceNumber(digits: sentence[start].range, isHouse: false), tokens: start..<start + 1,
        rule: "address.room")
    }
    guard isHouse(start, in: sentence) else { return nil }
    return Match(
      PlaceNumber(digits: sentence[start].range, isHouse: true), tokens: start..<start + 1,
      rule: "address.house")
  }

  private static func isRoom(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].count == 3, sentence.isFreeOnRight(after: start),
      !sentence[start + 1].isMark(",") || sentence[start + 2].count != 3,
      let word = sentence[start - 1].isHyphen ? start - 2 : sentence.labelBefore(start)
    else { return false }
    if sentence[start - 1].isHyphen { return sentence.token(word, is: "I") }
    return sentence.token(
      word,
      isAnyOf: ["room", "suite", "route", "highway", "hwy", "interstate", "flight", "apartment"])
  }

  /// Whether one to three names and a kind of street follow.
  private static func isHouse(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    var index = start + 1
    for position in 0..<4 {
      guard sentence[index].isSpace else { return false }
      index += 1
      if sentence[index].isDigits, Ordinal.isEnding(index + 1, in: sentence) {
        index += 2
        continue
      }
      guard sentence[index].isWord else { return false }
      if position > 0, sentence[index].keys.contains(.streetType) {
        let before = sentence[index - 2]
        return before.isWord || Ordinal.isEnding(index - 2, in: sentence)
      }
      guard sentence[index].shape.contains(.firstUpper), !sentence[index].keys.contains(.month)
      else { return false }
      index = sentence[index].count <= 2 && sentence[index + 1].isMark(".") ? index + 2 : index + 1
    }
    return false
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    let bytes = sentence.bytes.slice(digits)
    if isHouse, bytes.count == 3, bytes[1] == UInt8(ascii: "0"), bytes[2] != UInt8(ascii: "0") {
      NumberWords.sayDigits(bytes, into: &writer)
    } else {
      NumberWords.sayPairs(bytes, into: &writer)
    }
    writer.spell(source: letter)
  }
}
