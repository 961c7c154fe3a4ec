/// The number of a house, a room or a road, said in pairs: `1428 Elm Street` → `fourteen
/// twenty-eight Elm Street`, `Room 101` → `Room one oh one`.
///
/// The lines of a screen are said like them: `1080p` → `ten eighty p`.
struct PlaceNumber: SemioticClass {
  static let kind = Edit.Kind.address

  var digits: Range<Int>
  var isHouse: Bool
  /// Several of that name: `404s`.
  var isPlural = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<PlaceNumber>? {
    guard sentence[start].isDigits, (1...5).contains(sentence[start].count),
      sentence.isFreeOnLeft(start), sentence[start].scalar != 0x30,
      !sentence.isInsideNumber(start)
    else { return nil }
    if (3...4).contains(sentence[start].count), sentence.token(start + 1, is: "p") {
      return Match(
        PlaceNumber(digits: sentence[start].range, isHouse: false), tokens: start..<start + 1,
        rule: "address.lines")
    }
    if isRoom(start, in: sentence) {
      return Match(
        PlaceNumber(digits: sentence[start].range, isHouse: false), tokens: start..<start + 1,
        rule: "address.room")
    }
    if isPluralName(start, in: sentence) {
      return Match(
        PlaceNumber(digits: sentence[start].range, isHouse: false, isPlural: true),
        tokens: start..<start + 2, rule: "address.name")
    }
    if isNamed(start, in: sentence) {
      return Match(
        PlaceNumber(digits: sentence[start].range, isHouse: false), tokens: start..<start + 1,
        rule: "address.name")
    }
    guard StreetTable.isBehindNames(start + 1, ofHouse: true, in: sentence) else { return nil }
    return Match(
      PlaceNumber(digits: sentence[start].range, isHouse: true), tokens: start..<start + 1,
      rule: "address.house")
  }

  private static func isRoom(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let isForm =
      sentence[start].count == 4
      && (sentence.labelBefore(start).map { sentence.token($0, isAnyOf: rooms + forms) } ?? false)
    guard sentence[start].count == 3 || isForm, sentence.isFreeOnRight(after: start),
      !sentence[start + 1].isMark(",") || sentence[start + 2].count != 3,
      let word = sentence[start - 1].isHyphen ? start - 2 : sentence.labelBefore(start)
    else { return false }
    if isForm { return true }
    // `Statistics 101`: a first course.
    if sentence.token(start, is: "101"), sentence[word].isCapitalized, word == start - 2 {
      return true
    }
    if sentence[start - 1].isHyphen { return sentence.token(word, is: "I") }
    return sentence.token(word, isAnyOf: rooms)
  }

  /// `a 747`, `a 404 on this page`, `a 1099`: an article before a number that no noun follows, so
  /// that it is itself the name; not `a 500`, which is round, nor `a 120 minute film`.
  private static func isNamed(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    if isModel(start, in: sentence) { return true }
    guard sentence.wordBefore(start, isAnyOf: ["a", "an"]), let value = sentence.value(start),
      (101...1099).contains(value), value % 100 != 0, sentence.isFreeOnRight(after: start)
    else { return false }
    guard let next = sentence.wordAfter(start + 1) else {
      let mark = sentence[start + 1]
      return mark.kind == .boundary || mark.isMark("?") || mark.isMark("!") || mark.isMark(";")
        || (mark.isMark(",") || mark.isMark(".")) && !sentence[start + 2].isDigits
    }
    return sentence.token(
      next,
      isAnyOf: [
        "and", "or", "but", "in", "on", "at", "for", "from", "to", "with", "is", "was", "error",
        "page", "because", "when", "if", "that", "which", "form", "by",
      ])
  }

  /// `404s`, `747s`: answers of a server and airliners, not seconds, unless something is timed.
  static func isPluralName(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    // `our 1-on-1s`
    if sentence.token(start, is: "1"), sentence[start - 1].isHyphen,
      sentence.token(start - 2, is: "on"), sentence.token(start + 1, is: "s"),
      sentence.isFreeOnRight(after: start + 1)
    {
      return true
    }
    guard sentence[start].count == 3 || sentence[start].count == 4,
      sentence.token(start + 1, is: "s"), sentence.isFreeOnRight(after: start + 1),
      let value = sentence.value(start),
      value % 10 == 7 && (707...787).contains(value)
        || [1040, 1099, 400, 401, 403, 404, 409, 418, 422, 429, 500, 501, 502, 503, 504].contains(
          value)
    else { return false }
    return !sentence.wordBefore(
      start, isAnyOf: ["in", "for", "after", "within", "took", "takes", "every", "about", "at"])
  }

  /// `RTX 4090`, `#1234`: four digits behind the capitals of a product or the sign of a number.
  private static func isModel(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].count == 4, let value = sentence.value(start), value % 100 != 0,
      sentence.isFreeOnRight(after: start),
      sentence.keysAfter(start + 1).isDisjoint(with: [.scale, .countedNoun]),
      sentence[start + 1].kind != .mark || !sentence[start + 2].isDigits
    else { return false }
    // `#1234`, but not the `&#8217;` of HTML
    if sentence[start - 1].isMark("#") { return !sentence[start - 2].isMark("&") }
    let label = sentence[start - 2]
    return value > 2999 && sentence[start - 1].isSpace && label.isUpper
      && (2...4).contains(label.count)
      && !sentence.token(start - 2, is: "ISO") && !label.keys.contains(.commonWord)
  }

  private static let rooms: [StaticString] = [
    "room", "rm", "suite", "ste", "apartment", "apt", "flight", "route", "rte", "highway", "hwy",
    "interstate",
  ]
  private static let forms: [StaticString] = ["box", "form"]

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    let bytes = sentence.bytes.slice(digits)
    if isHouse, bytes.count == 3, bytes[1] == UInt8(ascii: "0"), bytes[2] != UInt8(ascii: "0") {
      NumberWords.sayDigits(bytes, into: &writer)
    } else {
      NumberWords.sayPairs(bytes, into: &writer)
    }
    if isPlural { writer.attachPlural() }
  }
}
