/// A unit without a number, as in the heads of tables and behind brackets: `in mg/L` → `in milligrams
/// per liter`, `(kg/m²)` → `kilograms per square meter`, `3.1 (2.7) µg/dL` → `… micrograms per
/// deciliter`.
///
/// Only what is divided by a volume, a mass, a time or an area: `kg/lb` are two units to choose from.
struct UnitLabel: SemioticClass {
  static let kind = Edit.Kind.measure

  let unit: UnitExpression

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<UnitLabel>? {
    guard sentence[start].isWord, sentence[start].count <= 6, sentence.isOpenOnLeft(start),
      !sentence[start - 1].isMark("/"),
      let slash = slash(behind: start, in: sentence),
      let unit = UnitExpression.scan(at: start, in: sentence), unit.factors.count > 1,
      unit.tokens.upperBound > slash + 1, sentence.isFreeOnRight(after: unit.tokens.upperBound - 1),
      !sentence[unit.tokens.upperBound].isMark("/"),
      case .unit(let first) = unit.factors[0].name
    else { return nil }
    // One letter alone may be anything: `m/f`, `A/s`.
    if sentence[start].count == 1, slash == start + 1,
      !letters.contains(where: {
        sentence.token(start, is: $0.0) && sentence.token(slash + 1, isOneOf: $0.1)
      })
    {
      return nil
    }
    for (position, factor) in unit.factors.enumerated().dropFirst() {
      switch factor.name {
      case .word: guard sentence.token(slash + 1, isAnyOf: times) else { return nil }
      case .unit(let below):
        guard factor.isPer, position == 1 else { continue }
        guard below.singular != first.singular,
          divisors.contains(below.singular) || factor.power > 1
        else { return nil }
      }
    }
    return Match(UnitLabel(unit: unit), tokens: unit.tokens, rule: "measure.label")
  }

  /// The slash right behind a unit or its power.
  private static func slash(behind start: Int, in sentence: TokenizedSentence) -> Int? {
    (start + 1...start + 2).first { sentence[$0].isMark("/") }
  }

  /// What one letter is divided by where it is a unit.
  private static let letters: [(StaticString, [StaticString])] = [
    ("m", ["s", "min"]), ("g", ["L", "dL", "l", "dl", "mL", "ml", "kg", "mol", "cm"]),
    ("W", ["m", "kg"]), ("J", ["kg", "mol"]), ("U", ["L", "mL", "mg"]), ("N", ["m", "mm", "cm"]),
    ("L", ["min", "kg"]), ("V", ["m", "cm"]),
  ]

  private static let times: [StaticString] = ["day", "week", "month", "year", "hour", "minute"]

  private static let divisors: Set = [
    "liter", "deciliter", "milliliter", "microliter", "nanoliter", "kilogram", "gram", "milligram",
    "second", "minute", "hour", "day", "week", "year", "mole", "millimole", "meter", "centimeter",
    "millimeter",
  ]

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    unit.say(asSingular: false, into: &writer)
  }
}

extension TokenizedSentence {
  fileprivate func token(_ index: Int, isOneOf words: [StaticString]) -> Bool {
    words.contains { token(index, is: $0) }
  }
}
