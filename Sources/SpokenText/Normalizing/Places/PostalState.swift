/// The two letters of a state of the United States, where an address or a party leaves no doubt.
///
/// `Santa Fe, NM 87501` → `Santa Fe, New Mexico eight seven five zero one`; `(D-MA)` →
/// `D-Massachusetts`; `Ithaca, NY.` → `Ithaca, New York.` Elsewhere the letters stay letters: `IN`, `OR` and `ME` are words, `MS` and
/// `MI` are illnesses. `DC` is said as letters anyway.
struct PostalState: SemioticClass {
  static let kind = Edit.Kind.address

  let name: String

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<PostalState>? {
    let token = sentence[start]
    guard token.isUpper, token.count == 2,
      isBeforeCode(start, in: sentence) || isBehindParty(start, in: sentence)
        || isBehindCity(start, in: sentence),
      let name = StateTable.name(sentence.bytes.slice(token.range))
    else { return nil }
    return Match(PostalState(name: name), tokens: start..<start + 1, rule: "address.state")
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

  /// `Ithaca, NY`: behind a city and a comma, where the phrase ends, and only letters that are no
  /// degree, no trade and no word.
  private static func isBehindCity(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let comma = sentence.beforeSpace(start)
    guard sentence[start - 1].isSpace, sentence[comma].isMark(","),
      sentence[comma - 1].isCapitalized,
      StateTable.isNothingElse(sentence.bytes.slice(sentence[start].range))
    else { return false }
    return Phrasing.isParted(after: start + 1, in: sentence)
  }

  /// `D-MA`, `R-TX`, behind a bracket or a comma.
  private static func isBehindParty(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start - 1].isHyphen,
      ["D", "R", "I"].contains(where: { sentence.token(start - 2, is: $0) })
    else { return false }
    return sentence[start - 3].isMark("(") || sentence[sentence.beforeSpace(start - 2)].isMark(",")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(name)
  }
}
