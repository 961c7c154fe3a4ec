/// A place in an order: `22nd` → `twenty-second`, `1,000th` → `one thousandth`, `the 2nds` → `the
/// seconds`, and with the one letter of law and army `the 2d Circuit` → `the second Circuit`.
struct Ordinal: SemioticClass {
  static let kind = Edit.Kind.ordinal

  /// UTF-8 bytes of the digits, separators among them.
  let digits: Range<Int>
  /// `2nds`, `5th's`.
  var ending: StaticString = ""

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Ordinal>? {
    // Most numbers stand free.
    if sentence[start + 1].isSpace, sentence[start + 2].isWord {
      return spaced(start, in: sentence)
    }
    guard let numeral = Numeral.scan(at: start, in: sentence), numeral.decimals.isEmpty,
      numeral.sign == .none
    else { return nil }
    let ending = numeral.tokens.upperBound
    if isEnding(ending, in: sentence) {
      return Match(
        Ordinal(digits: numeral.whole), tokens: start..<ending + 1, rule: "ordinal.ending")
    }
    if let added = pluralOrPossessive(ending, in: sentence) {
      return Match(
        Ordinal(digits: numeral.whole, ending: added), tokens: start..<ending + 1,
        rule: "ordinal.ending")
    }
    if isLegal(ending, in: sentence) {
      return Match(
        Ordinal(digits: numeral.whole), tokens: start..<ending + 1, rule: "ordinal.legal")
    }
    return nil
  }

  /// `the 23 rd Army`: the ending parted from its number, the one that belongs to it.
  ///
  /// `21 st 3 lb` and `weighed 21 st` are stones.
  private static func spaced(_ start: Int, in sentence: TokenizedSentence) -> Match<Ordinal>? {
    let ending = start + 2
    guard sentence[ending].count == 2, sentence[ending].isLower, let value = sentence.value(start),
      sentence.isFreeOnLeft(start), !sentence.isInsideNumber(start), value > 0,
      sentence.isFreeOnRight(after: ending), !sentence[ending + 1].isMark(".")
    else { return nil }
    let isTeen = value / 10 % 10 == 1
    switch value % 10 {
    case 1 where !isTeen:
      guard sentence.token(ending, is: "st"), let next = sentence.wordAfter(ending + 1),
        sentence[next].shape.contains(.firstUpper) || sentence.wordBefore(start, isAnyOf: ["the"])
      else { return nil }
    case 2 where !isTeen: guard sentence.token(ending, is: "nd") else { return nil }
    case 3 where !isTeen: guard sentence.token(ending, is: "rd") else { return nil }
    default: guard sentence.token(ending, is: "th") else { return nil }
    }
    return Match(
      Ordinal(digits: sentence[start].range), tokens: start..<ending + 1, rule: "ordinal.ending")
  }

  /// What stands behind the ending of an ordinal in the same word: the `s` of `2nds`.
  private static func pluralOrPossessive(
    _ index: Int, in sentence: TokenizedSentence
  ) -> StaticString? {
    let token = sentence[index]
    guard token.isWord, (3...6).contains(token.count) else { return nil }
    if sentence.token(index, isAnyOf: ["sts", "nds", "rds", "ths"]) { return "s" }
    let isPossessive = sentence.token(
      index,
      isAnyOf: ["st's", "nd's", "rd's", "th's", "st’s", "nd’s", "rd’s", "th’s"])
    return isPossessive ? "'s" : nil
  }

  /// The `d` of `the 2d Circuit` and `the 42d Congress`: before the name of what is numbered.
  private static func isLegal(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence.token(index, is: "d"), let value = sentence.value(index - 1),
      value % 10 == 2 || value % 10 == 3, value / 10 % 10 != 1,
      let next = sentence.wordAfter(index + 1)
    else { return false }
    return sentence.token(next, isIn: numberedBodies)
  }

  private static let numberedBodies = ContextWords(
    "cir circuit congress session sess dist district dept department div division regiment "
      + "infantry cavalry battalion brigade artillery armored armoured airborne marine marines army "
      + "corps squadron lieutenant lt ed edition ave avenue st street ward precinct legislature")

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    NumberWords.sayOrdinal(sentence.bytes.slice(digits), into: &writer)
    writer.attach(ending)
  }

  /// Whether a word is an ordinal ending, raised or not; which one does not matter (`1th`).
  static func isEnding(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    guard token.isWord else { return false }
    if token.count == 2 {
      return sentence.token(index, isAnyOf: endings)
    }
    return raisedEndings.contains { sentence.token(index, is: $0) }
  }

  static let endings: [StaticString] = ["st", "nd", "rd", "th"]
  private static let raisedEndings: [StaticString] = ["ˢᵗ", "ⁿᵈ", "ʳᵈ", "ᵗʰ"]
}
