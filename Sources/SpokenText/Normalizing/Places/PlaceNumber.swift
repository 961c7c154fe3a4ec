/// The number of a house, a room, a road or a section of law, said in pairs: `1428 Elm Street` →
/// `fourteen twenty-eight Elm Street`, `Room 101` → `Room one oh one`, `401(k)` → `four oh one k`.
///
/// The lines of a screen are said like them: `1080p` → `ten eighty p`.
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
    if sentence.token(start, is: "401") && sentence.token(start + 1, is: "k")
      || sentence.token(start, is: "403") && sentence.token(start + 1, is: "b")
    {
      return Match(
        PlaceNumber(
          digits: sentence[start].range, isHouse: false, letter: sentence[start + 1].range),
        tokens: start..<start + 2, rule: "address.law")
    }
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
    guard isHouse(start, in: sentence) else { return nil }
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

  private static let rooms: [StaticString] = [
    "room", "rm", "suite", "ste", "apartment", "apt", "flight", "route", "rte", "highway", "hwy",
    "interstate",
  ]
  private static let forms: [StaticString] = ["box", "form"]

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
      if position > 0, StreetTable.isType(index, in: sentence) {
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
