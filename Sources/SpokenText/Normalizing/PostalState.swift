/// The two letters of a state of the United States, where an address or a party leaves no doubt.
///
/// `Santa Fe, NM 87501` → `Santa Fe, New Mexico eight seven five zero one`; `(D-MA)` →
/// `D-Massachusetts`. Elsewhere the letters stay letters: `IN`, `OR` and `ME` are words, `MS` and
/// `MI` are illnesses. `DC` is said as letters anyway.
struct PostalState: SemioticClass {
  static let kind = Edit.Kind.address

  let name: String

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<PostalState>? {
    let token = sentence[start]
    guard token.isUpper, token.count == 2,
      isBeforeCode(start, in: sentence) || isBehindParty(start, in: sentence),
      let name = StateTable.name(sentence.bytes.slice(token.range))
    else { return nil }
    return Match(PostalState(name: name), tokens: start..<start + 1, rule: "address.state")
  }

  /// Behind a city, before five digits, or five and four.
  private static func isBeforeCode(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let city = sentence.beforeSpace(start)
    guard sentence[start - 1].isSpace, sentence[city].isMark(",") || sentence[city].isCapitalized,
      sentence[start + 1].isSpace, sentence[start + 2].isDigits, sentence[start + 2].count == 5
    else { return false }
    return sentence.isFreeOnRight(after: start + 2)
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
