/// A word written short, said in full where its context leaves one reading.
///
/// `Dr. Ito` → `Doctor Ito`, `Elm Dr.` → `Elm Drive`, `Fig. 3` → `Figure 3`, `I said no.` stays.
/// Where the context decides nothing, nothing is changed.
struct Abbreviation: SemioticClass {
  static let kind = Edit.Kind.abbreviation

  let spoken: String
  /// Written with a capital, so said with one.
  let isCapitalized: Bool
  /// A pause follows that the text does not mark: `e.g. this` → `for example, this`.
  let hasComma: Bool

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Abbreviation>? {
    let token = sentence[start]
    guard token.keys.contains(.abbreviation) || sentence[start + 1].isMark("°"),
      sentence.isFreeOnLeft(start), !sentence[start - 1].isMark("."),
      !sentence[start - 1].isMark("@"), !sentence[start - 1].isMark("/")
    else { return nil }
    let place = AbbreviationPlace(at: start, in: sentence)
    for entry in place.entries {
      guard let spoken = entry.spoken, let end = place.end(of: entry) else { continue }
      let next = sentence[end]
      return Match(
        Abbreviation(
          spoken: spoken,
          isCapitalized: token.shape.contains(.firstUpper),
          hasComma: entry.context == .comma && next.isSpace
            && sentence[end + 1].kind != .boundary),
        tokens: start..<end, rule: entry.context.rule)
    }
    return nil
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    let first = isCapitalized ? spoken.prefix(1).uppercased() : spoken.prefix(1).lowercased()
    writer.say(first + spoken.dropFirst())
    if hasComma { writer.mark(.comma) }
  }
}

extension AbbreviationContext {
  fileprivate var rule: RuleName {
    switch self {
    case .name: "abbreviation.before-name"
    case .address, .street: "abbreviation.street"
    case .suffix: "abbreviation.after-name"
    case .number: "abbreviation.before-number"
    case .year, .vital: "abbreviation.before-year"
    case .beforeOf, .beforeEdition, .afterOrdinal, .bracketed, .afterAnd, .betweenNames,
      .afterGenus:
      "abbreviation.in-context"
    case .month: "abbreviation.month"
    case .comma, .lower, .any, .none: "abbreviation.plain"
    }
  }
}
