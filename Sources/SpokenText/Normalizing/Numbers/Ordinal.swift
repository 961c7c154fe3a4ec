/// A place in an order: `22nd` → `twenty-second`, `1,000th` → `one thousandth`.
struct Ordinal: SemioticClass {
  static let kind = Edit.Kind.ordinal

  /// UTF-8 bytes of the digits, separators among them.
  let digits: Range<Int>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Ordinal>? {
    guard let numeral = Numeral.scan(at: start, in: sentence), numeral.decimals.isEmpty,
      numeral.sign == .none
    else { return nil }
    let ending = numeral.tokens.upperBound
    if isEnding(ending, in: sentence) {
      return Match(
        Ordinal(digits: numeral.whole), tokens: start..<ending + 1, rule: "ordinal.ending")
    }
    return nil
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    NumberWords.sayOrdinal(sentence.bytes.slice(digits), into: &writer)
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
