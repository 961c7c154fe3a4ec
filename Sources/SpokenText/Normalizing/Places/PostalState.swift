/// The two letters of a state of the United States, where an address or a party leaves no doubt.
///
/// `Santa Fe, NM 87501` → `Santa Fe, New Mexico eight seven five zero one`; `(D-MA)` →
/// `D-Massachusetts`; `Ithaca, NY.` → `Ithaca, New York.`; `in Portland, OR,` → `in Portland,
/// Oregon,`. Elsewhere the letters stay letters: `IN`, `OR` and `ME` are words, `MS` and `MI` are
/// illnesses. `DC` is said as letters anyway.
struct PostalState: SemioticClass {
  static let kind = Edit.Kind.address

  let name: String

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<PostalState>? {
    let token = sentence[start]
    guard token.isUpper, token.count == 2 else { return nil }
    if let province = StateTable.province(sentence.bytes.slice(token.range)),
      isBeforeCanadianCode(start, in: sentence)
        || sentence[sentence.beforeSpace(start)].isMark(",")
          && isBehindCity(start, in: sentence)
    {
      return Match(PostalState(name: province), tokens: start..<start + 1, rule: "address.state")
    }
    guard
      isBeforeCode(start, in: sentence) || isBehindParty(start, in: sentence)
        || isBehindCity(start, in: sentence),
      let name = StateTable.name(sentence.bytes.slice(token.range))
    else { return nil }
    return Match(PostalState(name: name), tokens: start..<start + 1, rule: "address.state")
  }

  /// `Toronto, ON M5V 2T6`.
  private static func isBeforeCanadianCode(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[start + 1].isSpace && sentence[start + 2].isUpper && sentence[start + 2].count == 1
      && sentence[start + 3].isDigits && sentence[start + 3].count == 1
      && sentence[start + 4].isUpper && sentence[start + 4].count == 1
  }

  /// Behind a city, before five digits, or five and four.
  private static func isBeforeCode(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let city = sentence.beforeSpace(start)
    guard sentence[start - 1].isSpace, sentence[city].isMark(",") || sentence[city].isCapitalized,
      let code = sentence[start + 1].isSpace
        ? start + 2 : sentence[start + 1].isMark(",") ? sentence.skippingSpace(start + 2) : nil,
      sentence[code].isDigits, sentence[code].count == 5
    else { return false }
    return sentence.isFreeOnRight(after: code)
  }

  /// `Ithaca, NY`: behind a city and a comma, where the phrase ends; letters that are a degree, a
  /// trade or a word as well only where the words before it show a place.
  private static func isBehindCity(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let comma = sentence.beforeSpace(start)
    guard sentence[start - 1].isSpace, sentence[comma].isMark(","), sentence[comma - 1].isWord,
      sentence[comma - 1].shape.contains(.firstUpper), sentence[comma - 1].count > 2
    else { return false }
    let code = sentence.bytes.slice(sentence[start].range)
    let isParted = Phrasing.isParted(after: start + 1, in: sentence)
    if sentence[comma - 1].isUpper {
      // `PORTLAND, OR — A man …`: where a report was filed.
      let dash = sentence.skippingSpace(start + 1)
      return sentence.isFirstWord(comma - 1)
        && (sentence[dash].isEmDash || sentence[dash].isEnDash || sentence[dash].isHyphen)
    }
    if isParted, StateTable.isNothingElse(code) { return true }
    switch place(endingAt: comma - 1, in: sentence) {
    case .named: return isParted || !StateTable.isWord(code) && isBeforeLower(start, in: sentence)
    case .maybe:
      return isParted && !StateTable.isDegree(code)
        || StateTable.isNothingElse(code) && isBeforeLower(start, in: sentence)
    case .alone:
      return !StateTable.isWord(code) && isParted
        && (!StateTable.isDegree(code) || sentence.isOver(after: start)
          || sentence[start + 1].isMark(".") && sentence.isOver(after: start + 1))
    case .none: return false
    }
  }

  /// How sure it is that capitalized words name a place.
  private enum Place {
    /// `in Portland`, or in a row behind another state
    case named
    /// `from Portland`, which could be a person too
    case maybe
    /// A single word and nothing before it.
    case alone
    case none
  }

  private static func place(endingAt last: Int, in sentence: TokenizedSentence) -> Place {
    var word = last
    for _ in 0..<3 {
      var before = sentence.beforeSpace(word)
      if sentence[before].isMark("."), sentence[before - 1].isCapitalized { before -= 1 }
      guard sentence[word - 1].isSpace, sentence[before].isCapitalized,
        !sentence.token(before, isAnyOf: places), !sentence.token(before, isAnyOf: ways)
      else { break }
      word = before
    }
    let before = sentence.beforeSpace(word)
    if sentence.token(before, isAnyOf: places) { return .named }
    if sentence.token(before, isAnyOf: ways) { return .maybe }
    if word == last, sentence.isFirstWord(word) { return .alone }
    // `Albany, NY, Portland, OR, and Boise, ID`
    let mark =
      sentence.token(before, isAnyOf: ["and", "or", "to"]) ? sentence.beforeSpace(before) : before
    let state = sentence[mark].isMark(",") || sentence[mark].isMark(";") ? mark - 1 : mark
    guard sentence[state].isUpper, sentence[state - 1].isSpace,
      sentence[sentence.beforeSpace(state)].isMark(","),
      isCode(state, in: sentence)
    else { return .none }
    return .maybe
  }

  private static func isCode(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let code = sentence.bytes.slice(sentence[index].range)
    return StateTable.name(code) != nil || StateTable.province(code) != nil
  }

  private static let places: [StaticString] = [
    "in", "near", "outside", "around", "at", "leaving", "visiting", "downtown", "suburban",
  ]
  private static let ways: [StaticString] = ["from", "to", "of", "between", "through", "via"]

  private static func isBeforeLower(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    sentence.wordAfter(start + 1).map { sentence[$0].isLower } ?? false
  }

  /// `D-MA`, `R-TX`, behind a bracket or a comma.
  private static func isBehindParty(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start - 1].isHyphen || sentence[start - 1].isEnDash,
      ["D", "R", "I"].contains(where: { sentence.token(start - 2, is: $0) })
    else { return false }
    return sentence[start - 3].isMark("(") || sentence[sentence.beforeSpace(start - 2)].isMark(",")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(name)
  }
}
