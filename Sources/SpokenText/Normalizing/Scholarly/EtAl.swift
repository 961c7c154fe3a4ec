/// `et al.`, and what means the same: → `and colleagues`.
struct EtAl: SemioticClass {
  static let kind = Edit.Kind.citation

  /// Whether its full stop also ends the sentence.
  let endsSentence: Bool
  /// Whether it is `et al.'s`.
  let isPossessive: Bool

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard let end = end(at: start, in: sentence), sentence.token(start, isIgnoringCase: "et") else {
      return nil
    }
    let possessiveEnd = possessiveEnd(end, in: sentence)
    return Match(
      EtAl(
        // Closing quotation marks may stand behind it.
        endsSentence: sentence[end - 1].isMark(".")
          && sentence.pastAbbreviationStop(end - 1) == end - 1,
        isPossessive: possessiveEnd != nil),
      tokens: start..<(possessiveEnd ?? end), rule: "citation.et-al")
  }

  /// The end of the possessive ending behind or in "et al.", nil without one.
  static func possessiveEnd(_ end: Int, in sentence: TokenizedSentence) -> Int? {
    if sentence.token(end - 1, is: "al's") || sentence.token(end - 1, is: "al’s") { return end }
    guard sentence[end].isMark("'") || sentence[end].isMark("’"),
      sentence.token(end + 1, is: "s")
    else { return nil }
    return end + 2
  }

  /// The index after "et al." or "and colleagues" at a token, nil when neither stands there.
  static func end(at index: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[index].isLower, sentence[index + 1].isSpace else { return nil }
    guard !sentence.token(index + 2, is: "al's"), !sentence.token(index + 2, is: "al’s") else {
      return sentence.token(index, is: "et") ? index + 3 : nil
    }
    if sentence.token(index, is: "et"), sentence.token(index + 2, is: "al") {
      return sentence[index + 3].isMark(".") ? index + 4 : index + 3
    }
    if sentence.token(index, is: "and"),
      sentence.token(index + 2, is: "colleagues") || sentence.token(index + 2, is: "others")
    {
      return index + 3
    }
    return nil
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say("and colleagues")
    if isPossessive { writer.attach("’") }
    if endsSentence { writer.mark(.period) }
  }
}
