/// A power behind a number or a letter: `x²` → `x squared`, `2^10` → `two to the power of
/// ten`, also as programs and TeX write it, `10**6` and `10^{6}`.
struct Exponent: SemioticClass {
  static let kind = Edit.Kind.formula

  var value: Int
  /// UTF-8 bytes of decimals or of a letter, as in `10^1.5` and `2^n`; else empty.
  var decimals = 0..<0
  var letter = 0..<0

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Exponent>? {
    if let other = otherPower(at: start, in: sentence) { return other }
    guard let (value, end) = scan(at: start, in: sentence) else { return nil }
    let base = sentence[start - 1]
    // A raised digit after a longer word marks a note.
    guard
      base.isDigits && base.count <= 3 || base.isWord && base.count <= 2 && !base.isLower
        || base.isWord && base.count == 1
    else { return nil }
    return Match(Exponent(value: value), tokens: start..<end, rule: "formula.power")
  }

  /// `2^n`, `10^1.5`.
  private static func otherPower(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<Exponent>? {
    let base = sentence[start - 1]
    guard sentence[start].isMark("^"), base.isDigits || base.isWord && base.count == 1 else {
      return nil
    }
    let index = start + 1
    if sentence[index].isWord, sentence[index].count == 1, sentence.isFreeOnRight(after: index) {
      return Match(
        Exponent(value: 0, letter: sentence[index].range), tokens: start..<index + 1,
        rule: "formula.power")
    }
    guard let value = sentence.value(index), sentence[index + 1].isMark("."),
      sentence[index + 2].isDigits, sentence.isFreeOnRight(after: index + 2)
    else { return nil }
    return Match(
      Exponent(value: value, decimals: sentence[index + 2].range), tokens: start..<index + 3,
      rule: "formula.power")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if !letter.isEmpty {
      writer.say("to the power of")
      writer.say(source: letter)
    } else if !decimals.isEmpty {
      writer.say("to the power of")
      NumberWords.sayCardinal(value, into: &writer)
      writer.say("point")
      NumberWords.sayDigits(sentence.bytes.slice(decimals), into: &writer)
    } else {
      Self.say(value, into: &writer)
    }
  }

  /// Says a power: `squared`, `cubed`, `to the power of minus four`.
  static func say(_ value: Int, into writer: inout SpokenWriter) {
    switch value {
    case 2: writer.say("squared")
    case 3: writer.say("cubed")
    default:
      writer.say("to the power of")
      NumberWords.sayCardinal(value, into: &writer)
    }
  }

  /// Reads up to three digits that are raised or stand after a caret: `⁻³`, `^-3`, `^{-3}`, `**3`.
  static func scan(at start: Int, in sentence: TokenizedSentence) -> (Int, Int)? {
    var index = start
    var isNegative = false
    let isDoubleStar = sentence[index].isMark("*") && sentence[index + 1].isMark("*")
    if sentence[index].isMark("^") || isDoubleStar {
      index += isDoubleStar ? 2 : 1
      let isBraced = sentence[index].isMark("{")
      if isBraced { index += 1 }
      if sentence[index].isMinus {
        isNegative = true
        index += 1
      }
      guard sentence[index].isDigits, sentence[index].count <= 3,
        let value = sentence.value(index), !isBraced || sentence[index + 1].isMark("}"),
        !(sentence[index + 1].isMark(".") && sentence[index + 2].isDigits)
      else { return nil }
      return (isNegative ? -value : value, isBraced ? index + 2 : index + 1)
    }
    if sentence[index].isMark("⁻") {
      isNegative = true
      index += 1
    }
    var value = 0
    let first = index
    while index < first + 3, let digit = raisedDigit(sentence[index]) {
      value = value * 10 + digit
      index += 1
    }
    guard index > first, raisedDigit(sentence[index]) == nil else { return nil }
    return (isNegative ? -value : value, index)
  }

  private static func raisedDigit(_ token: Token) -> Int? {
    guard token.kind == .mark else { return nil }
    return switch token.scalar {
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2070: 0
    case 0x2074...0x2079: Int(token.scalar - 0x2070)
    default: nil
    }
  }
}
