/// A number with decimals, each of them said: `3.14` → `three point one four`.
///
/// Without a whole part none is said: `.05` → `point zero five`. `1,200.50` → `one thousand two
/// hundred point five zero`.
struct DecimalNumber: SemioticClass {
  static let kind = Edit.Kind.decimal

  /// UTF-8 bytes of the digits before the point, separators among them; may be empty.
  let whole: Range<Int>
  var decimals: Range<Int>
  var sign = Numeral.Sign.none

  init(_ numeral: Numeral) {
    whole = numeral.whole
    decimals = numeral.decimals
    sign = numeral.sign
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<DecimalNumber>? {
    guard let numeral = Numeral.scan(at: start, in: sentence), !numeral.decimals.isEmpty else {
      return nil
    }
    return Match(DecimalNumber(numeral), tokens: numeral.tokens, rule: "decimal.point")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    sign.say(into: &writer)
    if !whole.isEmpty {
      NumberWords.sayCardinal(sentence.bytes.slice(whole), into: &writer)
    }
    writer.say("point")
    NumberWords.sayDigits(sentence.bytes.slice(decimals), into: &writer)
  }
}
