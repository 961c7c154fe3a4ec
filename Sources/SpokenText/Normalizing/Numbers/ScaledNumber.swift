/// A number with a letter for its power of ten: `10k` → `ten thousand`, `1.5M` → `one point five
/// million`.
struct ScaledNumber: SemioticClass {
  static let kind = Edit.Kind.cardinal

  var amount: Amount

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<ScaledNumber>? {
    guard sentence.isFreeOnLeft(start), sentence.mayGoOn(start),
      // `i7-9700K` is a name.
      !sentence[start - 1].isHyphen || !sentence[start - 2].isDigits,
      sentence.isBehindNumber(
        at: start,
        {
          let word = sentence[$0]
          return word.isWord
            && (word.count == 1 || word.keys.contains(.scale) || Amount.isScale($0, in: sentence))
        }),
      let amount = Amount.scan(at: start, in: sentence, letters: .plain), amount.scale != nil,
      sentence.isFreeOnRight(after: amount.tokens.upperBound - 1)
    else { return nil }
    return Match(ScaledNumber(amount: amount), tokens: amount.tokens, rule: "cardinal.scaled")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    amount.say(into: &writer, in: sentence)
  }
}
