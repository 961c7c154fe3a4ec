/// `et al.`, and what means the same: → `and colleagues`.
struct EtAl: SemioticClass {
  static let kind = Edit.Kind.citation

  /// Whether its full stop also ends the sentence.
  let endsSentence: Bool

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard let end = end(at: start, in: sentence), sentence.token(start, isIgnoringCase: "et") else {
      return nil
    }
    return Match(
      EtAl(endsSentence: end == sentence.count && sentence[end - 1].isMark(".")),
      tokens: start..<end, rule: "citation.et-al")
  }

  /// The index after "et al." or "and colleagues" at a token, nil when neither stands there.
  static func end(at index: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[index].isLower, sentence[index + 1].isSpace else { return nil }
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
    if endsSentence { writer.mark(.period) }
  }
}
