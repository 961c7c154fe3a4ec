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
  /// `Corp.'s` → `Corporation's`.
  let isPossessive: Bool

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Abbreviation>? {
    let token = sentence[start]
    guard token.keys.contains(.abbreviation) || sentence[start + 1].isMark("°"),
      sentence.isFreeOnLeft(start), !sentence[start - 1].isMark("."),
      !sentence[start - 1].isMark("@"), !sentence[start - 1].isMark("/")
    else { return nil }
    let place = AbbreviationPlace(at: start, in: sentence)
    for entry in place.entries {
      guard var spoken = entry.spoken, let end = place.end(of: entry) else { continue }
      if entry.context == .afterNumber || entry.context == .ingredient {
        spoken = counted(spoken, at: start, in: sentence)
      }
      let next = sentence[end]
      let isPossessive =
        (next.isMark("'") || next.isMark("’")) && sentence.token(end + 1, is: "s")
        && sentence.isFreeOnRight(after: end + 1)
      // `on Mon. Tel. 5`, `by Fri. FYI`: the stop of a day or month before a new thought.
      let isDayBeforeCapital =
        entry.context == .month && next.isSpace && sentence[end - 1].isMark(".")
        && sentence[end + 1].shape.contains(.firstUpper)
        && sentence[end + 1].keys.isDisjoint(with: [.month, .weekday, .dayHalf, .timeZone])
      return Match(
        Abbreviation(
          spoken: spoken,
          // `YoY` is no word with a capital.
          isCapitalized: token.shape.contains(.firstUpper)
            && (!token.shape.contains(.innerUpper) || token.isUpper),
          hasComma: isDayBeforeCapital
            || entry.context == .comma && next.isSpace
              && sentence[end + 1].kind != .boundary,
          isPossessive: isPossessive),
        tokens: start..<(isPossessive ? end + 2 : end), rule: entry.context.rule)
    }
    return nil
  }

  /// The singular or the plural of `tablet/tablets`, by the number on the left.
  private static func counted(
    _ forms: String, at start: Int, in sentence: TokenizedSentence
  ) -> String {
    let forms = forms.split(separator: "/")
    let number = sentence.beforeSpace(start)
    let isOne =
      sentence.value(number) == 1 && !sentence[number - 1].isMark(".")
      || !sentence[number].isDigits
    return String((isOne ? forms.first : forms.last) ?? "")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    // "I don't know" keeps its capital.
    let isName = spoken.dropFirst().first == " "
    let first = isCapitalized ? spoken.prefix(1).uppercased() : spoken.prefix(1).lowercased()
    writer.say(isName ? spoken : first + spoken.dropFirst())
    if isPossessive { writer.attach("'s") }
    if hasComma { writer.mark(.comma) }
  }
}

extension AbbreviationContext {
  fileprivate var rule: RuleName {
    switch self {
    case .name, .beforeTitle, .afterTitle, .alone, .possessive: "abbreviation.before-name"
    case .address, .street: "abbreviation.street"
    case .suffix: "abbreviation.after-name"
    case .number, .label: "abbreviation.before-number"
    case .afterNumber, .ingredient: "abbreviation.after-number"
    case .year, .vital, .life, .quantity, .limit, .final: "abbreviation.before-year"
    case .state: "abbreviation.state"
    case .beforeOf, .beforeBy, .beforeEdition, .afterOrdinal, .bracketed, .afterAnd, .betweenNames,
      .afterGenus, .beforeRole, .county, .journal:
      "abbreviation.in-context"
    case .month: "abbreviation.month"
    case .trailing: "abbreviation.in-context"
    case .comma, .lower, .any, .none: "abbreviation.plain"
    }
  }
}
