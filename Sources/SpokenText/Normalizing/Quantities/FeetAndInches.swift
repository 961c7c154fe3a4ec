/// Feet and inches with primes: `5'11"` → `five feet eleven inches`, `12"` → `twelve inches`.
struct FeetAndInches: SemioticClass {
  static let kind = Edit.Kind.measure

  var feet: Amount?
  var inches: Amount?
  /// In the singular, as it describes a noun: `a 4" pipe`.
  var isAttributive = false
  /// What one and several are called when they are neither feet nor inches.
  var other: Other?

  enum Other: Sendable {
    /// Minutes and seconds of an angle, behind degrees or minutes.
    case minutes, seconds
    /// An end of a strand of DNA: `5′ cap`.
    case prime
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<FeetAndInches>? {
    guard sentence[start].isDigits, sentence.isFreeOnLeft(start),
      let first = Amount.scan(at: start, in: sentence), first.scale == nil
    else { return nil }
    let end = first.tokens.upperBound
    if let prime = strandEnd(start, end, in: sentence) { return prime }
    if let arc = arc(start, first, in: sentence) { return arc }
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
      guard sentence[end].isMark("′") || isLoneFoot(start, end, in: sentence) else { return nil }
      return Match(
        FeetAndInches(feet: first, isAttributive: sentence.isAttributive(start, end + 1)),
        tokens: start..<end + 1, rule: "measure.feet-inches")
    }
    guard isInch(end, in: sentence), !isClosingQuote(end, in: sentence) else { return nil }
    return Match(
      FeetAndInches(inches: first, isAttributive: sentence.isAttributive(start, end + 1)),
      tokens: start..<end + 1, rule: "measure.feet-inches")
  }

  /// `5′ UTR`, `3'-end`: the ends of a strand are five prime and three prime.
  private static func strandEnd(
    _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> Match<FeetAndInches>? {
    guard sentence.token(start, is: "5") || sentence.token(start, is: "3"),
      isFoot(end, in: sentence), sentence[end + 1].isSpace || sentence[end + 1].isHyphen,
      sentence.token(
        end + 2,
        isAnyOf: [
          "utr", "utrs", "end", "ends", "cap", "untranslated", "splice", "exonuclease", "to",
        ])
    else { return nil }
    if sentence.token(end + 2, is: "to") {
      let other = end + 4
      guard sentence.token(other, is: "3") || sentence.token(other, is: "5"),
        isFoot(other + 1, in: sentence)
      else { return nil }
    }
    guard let amount = Amount.scan(at: start, in: sentence) else { return nil }
    let isTied = sentence[end + 1].isHyphen
    return Match(
      FeetAndInches(feet: amount, other: .prime), tokens: start..<(isTied ? end + 2 : end + 1),
      rule: "measure.strand-end")
  }

  /// `5° 30′ 15″`: what follows degrees are minutes and seconds.
  private static func arc(
    _ start: Int, _ amount: Amount, in sentence: TokenizedSentence
  ) -> Match<FeetAndInches>? {
    let end = amount.tokens.upperBound
    let before = sentence.beforeSpace(start)
    let isMinutes = isFoot(end, in: sentence) && sentence[before].isMark("°")
    // The number before `′` is one or two digits, and before it stand the degrees.
    let isSeconds =
      isInch(end, in: sentence) && isFoot(before, in: sentence)
      && sentence[sentence.beforeSpace(before - 1)].isMark("°")
    guard isMinutes || isSeconds else { return nil }
    return Match(
      FeetAndInches(feet: amount, other: isMinutes ? .minutes : .seconds),
      tokens: start..<end + 1, rule: "measure.arc")
  }

  private static func isFoot(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[index].isMark("'") || sentence[index].isMark("’") || sentence[index].isMark("′")
  }

  private static func isInch(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    (sentence[index].isMark("\"") || sentence[index].isMark("”") || sentence[index].isMark("″"))
      && sentence.isFreeOnRight(after: index)
  }

  /// `a 10' pole`: an apostrophe behind a small number, where none was opened before it.
  private static func isLoneFoot(
    _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> Bool {
    guard sentence[end].isMark("'"), sentence[start].count <= 3,
      sentence[end + 1].isSpace && sentence[end + 2].isLower
        || sentence[end + 1].isHyphen && sentence[end + 2].isWord
    else { return false }
    let farthest = 60
    return !(max(0, end - farthest)..<end).contains {
      sentence[$0].isMark("'") && !sentence[$0 - 1].isWord && !sentence[$0 - 1].isDigits
    }
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
      switch other {
      case .prime: return writer.say("prime")
      case .minutes: return writer.say(feet.isSingular ? "minute" : "minutes")
      case .seconds: return writer.say(feet.isSingular ? "second" : "seconds")
      case nil: break
      }
      writer.say(feet.isSingular || isAttributive ? "foot" : "feet")
    }
    if let inches {
      inches.say(into: &writer, in: sentence)
      writer.say(inches.isSingular || isAttributive ? "inch" : "inches")
    }
  }
}
