/// A whole number that counts: `−1,234` → `minus one thousand two hundred thirty-four`.
struct Cardinal: SemioticClass {
  static let kind = Edit.Kind.cardinal

  /// The digits of the source, separators left out of count.
  @Compact var digits: Range<Int>
  var sign = Numeral.Sign.none
  /// `65+` → `sixty-five plus`.
  var isOpenEnded = false
  /// Four digits that touch a word are said in pairs: `FY2023` → `FY twenty twenty-three`.
  var isGlued = false
  /// Several of a kind: `747s` → `seven hundred forty-sevens`.
  var isPlural = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Cardinal>? {
    guard let numeral = Numeral.scan(at: start, in: sentence), numeral.decimals.isEmpty else {
      // Digits in the midst of something malformed are counted one run at a time.
      guard sentence[start].isDigits else { return nil }
      return Match(
        Cardinal(digits: sentence[start].range), tokens: start..<start + 1, rule: "cardinal.plain")
    }
    var match = Match(
      Cardinal(digits: numeral.whole, sign: numeral.sign), tokens: numeral.tokens,
      rule: numeral.sign != .none
        ? "cardinal.signed" : numeral.isGrouped ? "cardinal.grouped" : "cardinal.plain")
    match.value.isGlued =
      sentence[start - 1].isWord && sentence[start].count == 4 && !numeral.isGrouped
    let after = numeral.tokens.upperBound
    if sentence[after].isMark("+"), !sentence[after + 1].isMark("+"),
      sentence.isFreeOnRight(after: after)
    {
      match.value.isOpenEnded = true
      match.tokens = start..<after + 1
      match.rule = "cardinal.open-ended"
    }
    if isPlural(after, in: sentence) {
      match.value.isPlural = true
      match.tokens = start..<after + 1
      match.rule = "cardinal.plural"
    }
    return match
  }

  /// Whether an `s` makes a plural of a number whose last word takes it: not `twenty`, `sixty`.
  private static func isPlural(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence.token(index, is: "s"), sentence.isFreeOnRight(after: index),
      let value = sentence.value(index - 1)
    else { return false }
    // `iPhone 5s` is a name.
    if sentence[index - 2].isSpace, sentence[index - 3].shape.contains(.innerUpper) {
      return false
    }
    return value % 10 != 0 || value % 100 == 0 || value % 100 == 10
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    sign.say(into: &writer)
    let bytes = sentence.bytes.slice(digits)
    if bytes.count > 1, bytes.first == UInt8(ascii: "0") {
      NumberWords.sayDigits(bytes, into: &writer)
    } else if isGlued {
      NumberWords.sayPairs(bytes, into: &writer)
    } else {
      NumberWords.sayCardinal(bytes, into: &writer)
    }
    if isOpenEnded { writer.say("plus") }
    if isPlural { writer.attach(bytes.last == UInt8(ascii: "6") ? "es" : "s") }
  }
}
