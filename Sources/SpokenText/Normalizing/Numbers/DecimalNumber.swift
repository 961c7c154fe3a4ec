/// A number with decimals, each of them said: `3.14` → `three point one four`.
///
/// Without a whole part none is said: `.05` → `point zero five`. `1,200.50` → `one thousand two
/// hundred point five zero`. `4.7/5` → `four point seven out of five`.
struct DecimalNumber: SemioticClass {
  static let kind = Edit.Kind.decimal

  /// UTF-8 bytes of the digits before the point, separators among them; may be empty.
  @Compact var whole: Range<Int>
  @Compact var decimals: Range<Int>
  var sign = Numeral.Sign.none
  /// UTF-8 bytes of the most that there could be: `4.7/5`; empty when the text does not say.
  @Compact var most: Range<Int> = 0..<0

  init(_ numeral: Numeral) {
    whole = numeral.whole
    decimals = numeral.decimals
    sign = numeral.sign
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<DecimalNumber>? {
    guard !sentence[start].isSpace else { return nil }
    if sentence[start].triggers == .stop { return spaced(start, in: sentence) }
    guard let numeral = Numeral.scan(at: start, in: sentence), !numeral.decimals.isEmpty else {
      return nil
    }
    let end = numeral.tokens.upperBound
    if sentence[end].isMark("/"),
      ["5", "10", "20", "100"].contains(where: { sentence.token(end + 1, is: $0) }),
      sentence.isFreeOnRight(after: end + 1), !sentence[end + 2].isMark("/"),
      sentence.wordAfter(end + 2).map({ UnitTable.unit(at: $0, in: sentence) == nil }) ?? true,
      !sentence[end + 2].isMark("%"), !sentence[end + 2].isMark(".") || !sentence[end + 3].isDigits
    {
      var number = DecimalNumber(numeral)
      number.most = sentence[end + 1].range
      return Match(number, tokens: numeral.tokens.lowerBound..<end + 2, rule: "decimal.rating")
    }
    return Match(DecimalNumber(numeral), tokens: numeral.tokens, rule: "decimal.point")
  }

  /// `he batted . 217`, `( . 608 )`: an average whose point stands between spaces.
  ///
  /// A stop there, behind a word that ends no sentence, is none.
  private static func spaced(
    _ start: Int, in sentence: TokenizedSentence
  ) -> Match<DecimalNumber>? {
    guard sentence[start].isMark("."), sentence[start - 1].isSpace, sentence[start + 1].isSpace,
      sentence[start + 2].isDigits, sentence[start + 2].count <= 3,
      sentence.isFreeOnRight(after: start + 2),
      // `a . 45 pistol`
      sentence[start + 2].count == 3 || sentence.token(start - 2, is: "a"),
      sentence[start - 2].isMark("(") || sentence.token(start - 2, isIn: leads)
    else { return nil }
    let point = Int(sentence[start].start)
    let numeral = Numeral(
      whole: point..<point, decimals: sentence[start + 2].range, tokens: start..<start + 3)
    return Match(DecimalNumber(numeral), tokens: numeral.tokens, rule: "decimal.point")
  }

  private static let leads = ContextWords(
    "a an the of to at from with was is than and or his her its their my career lifetime only just "
      + "about around above below over under near batted batting bats hit hitting hits averaged "
      + "averaging slugged slugging posted posting compiled finished")

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    sign.say(into: &writer)
    if !whole.isEmpty {
      NumberWords.sayCardinal(sentence.bytes.slice(whole), into: &writer)
    }
    writer.say("point")
    NumberWords.sayDigits(sentence.bytes.slice(decimals), into: &writer)
    if !most.isEmpty {
      writer.say("out of")
      NumberWords.sayCardinal(sentence.bytes.slice(most), into: &writer)
    }
  }
}
