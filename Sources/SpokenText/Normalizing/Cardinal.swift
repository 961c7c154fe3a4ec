/// A whole number that counts: `1,234` → `one thousand two hundred thirty-four`.
struct Cardinal: SemioticClass {
  static let kind = Edit.Kind.cardinal

  /// The digits of the source, separators left out of count.
  let digits: Range<Int>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Cardinal>? {
    guard sentence[start].isDigits else { return nil }
    return Match(
      Cardinal(digits: sentence[start].range), tokens: start..<start + 1, rule: "cardinal.plain")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    NumberWords.sayCardinal(sentence.bytes.slice(digits), into: &writer)
  }
}
