/// The name of a function before its argument.
///
/// `sin(x)` → `sine of x`, `ln(x)` → `natural log of x`, `cos θ` → `cosine theta`; not the `sin` of
/// a story, nor the `max(s)` of a form.
struct FunctionName: SemioticClass {
  static let kind = Edit.Kind.formula

  let name: String

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard sentence[start].keys.contains(.statistic), sentence.isFreeOnLeft(start),
      !sentence[start - 1].isMark("."),
      let name = FunctionTable.name(sentence.bytes.slice(sentence[start].range)),
      FormulaBracket.isApplied(start, in: sentence) || isBeforeAngle(start, in: sentence)
    else { return nil }
    return Match(
      FunctionName(name: name), tokens: start..<start + 1, rule: "formula.function-name")
  }

  /// `sin θ`, `cos 30°`, `tan 2θ`, `sin² x`, `sin x =`.
  private static func isBeforeAngle(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].isLower else { return false }
    let isRaised = Superscripts.digit(sentence[start + 1].scalar) != nil
    guard isRaised || sentence[start + 1].isSpace else { return false }
    let next = sentence.skippingSpace(isRaised ? start + 2 : start + 1)
    // u to z
    if sentence[next].isWord, sentence[next].count == 1,
      (0x75...0x7A).contains(sentence[next].scalar)
    {
      let behind = sentence[sentence.skippingSpace(next + 1)]
      return isRaised || behind.kind == .boundary || behind.isMark("=") || behind.isMark("≈")
        || behind.isMark("+") || behind.isMark("−") || behind.isMark(")")
    }
    if sentence[next].isDigits {
      return sentence[next + 1].isMark("°") || isGreek(next + 1, in: sentence)
    }
    return isGreek(next, in: sentence)
  }

  private static func isGreek(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[index].isWord && sentence[index].count == 2
      && GreekLetters.name(of: sentence[index].scalar) != nil
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(name)
  }
}
