/// Feet and inches with primes: `5'11"` → `five feet eleven inches`, `12"` → `twelve inches`.
struct FeetAndInches: SemioticClass {
  static let kind = Edit.Kind.measure

  var feet: Amount?
  var inches: Amount?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<FeetAndInches>? {
    guard sentence[start].isDigits, sentence.isFreeOnLeft(start),
      let first = Amount.scan(at: start, in: sentence), first.scale == nil
    else { return nil }
    let end = first.tokens.upperBound
    if isFoot(end, in: sentence) {
      let second = sentence.skippingSpace(end + 1)
      if sentence[second].isDigits, let inches = Amount.scan(at: second, in: sentence),
        isInch(inches.tokens.upperBound, in: sentence)
      {
        return Match(
          FeetAndInches(feet: first, inches: inches),
          tokens: start..<inches.tokens.upperBound + 1, rule: "measure.feet-inches")
      }
      // `6'2`
      if second == end + 1, let inches = sentence.value(second), inches < 12,
        let feet = sentence.value(start), (3...8).contains(feet),
        sentence.isFreeOnRight(after: second), !sentence[second + 1].isMark("'"),
        let amount = Amount.scan(at: second, in: sentence), amount.tokens.count == 1
      {
        return Match(
          FeetAndInches(feet: first, inches: amount), tokens: start..<second + 1,
          rule: "measure.feet-inches")
      }
      guard sentence[end].isMark("′") else { return nil }
      return Match(
        FeetAndInches(feet: first), tokens: start..<end + 1, rule: "measure.feet-inches")
    }
    guard isInch(end, in: sentence), !isClosingQuote(end, in: sentence) else { return nil }
    return Match(
      FeetAndInches(inches: first), tokens: start..<end + 1, rule: "measure.feet-inches")
  }

  private static func isFoot(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[index].isMark("'") || sentence[index].isMark("’") || sentence[index].isMark("′")
  }

  private static func isInch(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    (sentence[index].isMark("\"") || sentence[index].isMark("”") || sentence[index].isMark("″"))
      && sentence.isFreeOnRight(after: index)
  }

  /// Whether a double quote closes one that was opened in this sentence, as far as one looks.
  private static func isClosingQuote(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    if sentence[index].isMark("″") { return false }
    guard sentence[index].isMark("\"") else { return true }
    let farthest = 200
    var quotes = 0
    for before in max(0, index - farthest)..<index where sentence[before].isMark("\"") {
      quotes += sentence[before - 1].isDigits ? 0 : 1
    }
    return quotes % 2 == 1
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let feet {
      feet.say(into: &writer, in: sentence)
      writer.say(feet.isSingular ? "foot" : "feet")
    }
    if let inches {
      inches.say(into: &writer, in: sentence)
      writer.say(inches.isSingular ? "inch" : "inches")
    }
  }
}
