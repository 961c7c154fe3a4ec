/// A symbol with numbers set low, or a charge set high.
///
/// `H₂O` → `H two O`, `Ca²⁺` → `C A two plus`, `VO₂max` → `V O two max`, `log₁₀` → `log ten`,
/// `β₁` → `beta one`, `¹⁴C` → `C fourteen`.
struct ScriptedSymbol: SemioticClass {
  static let kind = Edit.Kind.formula

  let tokens: Range<Int>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard sentence.isFreeOnLeft(start) else { return nil }
    let end = sentence[start].isWord ? run(at: start, in: sentence) : isotope(start, in: sentence)
    guard let end else { return nil }
    return Match(
      ScriptedSymbol(tokens: start..<end), tokens: start..<end, rule: "formula.scripted")
  }

  /// The end of words, low digits and charges without a gap; at least one of the latter.
  private static func run(at start: Int, in sentence: TokenizedSentence) -> Int? {
    var index = start
    var hasScript = false
    while index < start + 40 {
      let token = sentence[index]
      if token.isWord, token.count <= 6 {
        index += 1
      } else if token.kind == .mark, Superscripts.lowDigit(token.scalar) != nil {
        hasScript = true
        index += 1
      } else if let end = charge(at: index, in: sentence) {
        hasScript = true
        index = end
      } else {
        break
      }
    }
    return hasScript && !sentence[index].isWord && !sentence[index].isDigits ? index : nil
  }

  /// The end of `²⁺`, `⁻` that is not the beginning of a power or a range.
  private static func charge(at start: Int, in sentence: TokenizedSentence) -> Int? {
    var index = start
    while Superscripts.digit(sentence[index].scalar) != nil, index < start + 2 { index += 1 }
    let sign = sentence[index]
    guard sign.kind == .mark, Superscripts.isPlus(sign.scalar) || Superscripts.isMinus(sign.scalar),
      Superscripts.digit(sentence[index + 1].scalar) == nil
    else { return nil }
    return index + 1
  }

  /// `¹⁴C`: the number of an isotope before one or two letters.
  private static func isotope(_ start: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[start].kind == .mark,
      let number = Superscripts.number(at: start, in: sentence, digit: Superscripts.digit),
      sentence[start - 1].isSpace || sentence[start - 1].kind == .boundary
        || sentence[start - 1].isMark("("),
      sentence[number.end].isWord, sentence[number.end].count <= 2,
      sentence[number.end].shape.contains(.firstUpper)
    else { return nil }
    return number.end + 1
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    var index = tokens.lowerBound
    var isotope: Int?
    while index < tokens.upperBound {
      let token = sentence[index]
      if token.isWord {
        sayWord(token, into: &writer, in: sentence)
        index += 1
      } else if let low = Superscripts.number(
        at: index, in: sentence, digit: Superscripts.lowDigit)
      {
        NumberWords.sayCardinal(low.value, into: &writer)
        index = low.end
      } else if let high = Superscripts.number(at: index, in: sentence, digit: Superscripts.digit) {
        if index == tokens.lowerBound {
          isotope = high.value
        } else {
          NumberWords.sayCardinal(high.value, into: &writer)
        }
        index = high.end
      } else {
        if Superscripts.isPlus(token.scalar) { writer.say("plus") }
        if Superscripts.isMinus(token.scalar) { writer.say("minus") }
        // A low number too long to be one is said as nothing that could be wrong: digit by digit.
        if let digit = Superscripts.lowDigit(token.scalar) {
          NumberWords.sayCardinal(digit, into: &writer)
        }
        index += 1
      }
    }
    if let isotope { NumberWords.sayCardinal(isotope, into: &writer) }
  }

  private func sayWord(
    _ token: Token, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    if GreekLetters.name(of: token.scalar) != nil {
      GreekLetter.say(token.range, into: &writer, in: sentence)
    } else if token.shape.contains(.upper), token.count <= 4, !token.shape.contains(.nonASCII) {
      writer.spell(source: token.range)
    } else {
      writer.say(source: token.range)
    }
  }
}
