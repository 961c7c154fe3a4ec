/// A number with a power: `2 × 10⁶` → `two times ten to the power of six`, `1e-9` → `one times ten
/// to the power of minus nine`, `10⁻³` → `ten to the power of minus three`, `10²` → `ten squared`.
///
/// A minus behind `× 10` is a power that has lost its height on the way: `1.6 × 10−19`.
struct ScientificNumber: SemioticClass {
  static let kind = Edit.Kind.formula

  /// The factor before the power of ten; nil when there is none.
  var mantissa: Numeral?
  var sign = Numeral.Sign.none
  var exponent: Int

  static func recognize(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<ScientificNumber>? {
    Numeral.scan(at: start, in: sentence).flatMap { recognize($0, in: sentence) }
  }

  /// What a number that has been read goes on to be.
  static func recognize(
    _ numeral: Numeral, in sentence: TokenizedSentence
  ) -> Match<ScientificNumber>? {
    let start = numeral.tokens.lowerBound
    let end = numeral.tokens.upperBound
    if sentence.bytes.holds("10", at: numeral.whole), numeral.decimals.isEmpty,
      let (exponent, after) = Exponent.scan(at: end, in: sentence)
    {
      return Match(
        ScientificNumber(sign: numeral.sign, exponent: exponent), tokens: start..<after,
        rule: "formula.power-of-ten")
    }
    // `1e-9`: a letter without a space, then digits.
    if sentence.token(end, isIgnoringCase: "e"), !numeral.isGrouped {
      let isSigned = sentence[end + 1].isMinus || sentence[end + 1].isMark("+")
      let digits = isSigned ? end + 2 : end + 1
      if sentence[digits].isDigits, sentence[digits].count <= 3,
        sentence.isFreeOnRight(after: digits), let value = sentence.value(digits),
        isSigned || !numeral.decimals.isEmpty || value > 1
      {
        return Match(
          ScientificNumber(
            mantissa: numeral, sign: numeral.sign,
            exponent: sentence[end + 1].isMinus ? -value : value),
          tokens: start..<digits + 1, rule: "formula.e-notation")
      }
    }
    // `2 × 10^6`
    let times = sentence.skippingSpace(end)
    let ten = sentence.skippingSpace(times + 1)
    guard
      sentence[times].isMark("×") || sentence[times].isMark("·") || sentence[times].isMark("⋅")
        || sentence[times].isMark("*") || sentence.token(times, isIgnoringCase: "x"),
      sentence.token(ten, is: "10"),
      let (exponent, after) = Exponent.scan(at: ten + 1, in: sentence)
        ?? flattened(at: ten + 1, behind: numeral, in: sentence)
    else { return nil }
    return Match(
      ScientificNumber(mantissa: numeral, sign: numeral.sign, exponent: exponent),
      tokens: start..<after, rule: "formula.scientific")
  }

  /// A negative power that stands on the line: the `−19` of `1.6 × 10−19`; with a dash that is no
  /// minus only where the factor is no count.
  private static func flattened(
    at index: Int, behind mantissa: Numeral, in sentence: TokenizedSentence
  ) -> (Int, Int)? {
    let isMinus = sentence[index].isMark("\u{2212}")
    guard isMinus || sentence[index].isMinus && !mantissa.decimals.isEmpty,
      sentence[index + 1].isDigits, sentence[index + 1].count <= 2,
      let value = sentence.value(index + 1), sentence.isFreeOnRight(after: index + 1),
      !(sentence[index + 2].isMark(".") && sentence[index + 3].isDigits)
    else { return nil }
    return (-value, index + 2)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    sign.say(into: &writer)
    if let mantissa {
      if !mantissa.whole.isEmpty {
        NumberWords.sayCardinal(sentence.bytes.slice(mantissa.whole), into: &writer)
      }
      if !mantissa.decimals.isEmpty {
        writer.say("point")
        NumberWords.sayDigits(sentence.bytes.slice(mantissa.decimals), into: &writer)
      }
      writer.say("times")
    }
    if mantissa == nil, (2...3).contains(exponent) {
      writer.say(exponent == 2 ? "ten squared" : "ten cubed")
      return
    }
    writer.say("ten to the power of")
    NumberWords.sayCardinal(exponent, into: &writer)
  }
}
