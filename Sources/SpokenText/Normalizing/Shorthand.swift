/// Words shortened with a slash or an ampersand: `w/o sugar` → `without sugar`, `w/ milk` → `with
/// milk`, `&c.` → `et cetera`.
struct Shorthand: SemioticClass {
  static let kind = Edit.Kind.abbreviation

  let spoken: StaticString

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Shorthand>? {
    if sentence[start].isMark("&") {
      guard sentence.token(start + 1, is: "c"), sentence[start + 2].isMark(".") else { return nil }
      let end = sentence.isOver(after: start + 2) ? start + 2 : start + 3
      return Match(Shorthand(spoken: "et cetera"), tokens: start..<end, rule: "abbreviation.plain")
    }
    guard sentence[start].isLower, sentence[start + 1].isMark("/"),
      sentence.isFreeOnLeft(start), !sentence[start - 1].isMark("/"),
      !sentence[start - 1].isMark("."), !sentence[start - 1].isMark("-")
    else { return nil }
    for (first, second, spoken) in pairs
    where sentence.token(start, is: first) && sentence.token(start + 2, is: second) {
      guard !sentence[start + 3].isMark("/"), sentence.isFreeOnRight(after: start + 2) else {
        return nil
      }
      return Match(
        Shorthand(spoken: spoken), tokens: start..<start + 3, rule: "abbreviation.plain")
    }
    guard sentence.token(start, is: "w"),
      sentence[start + 2].isSpace || sentence[start + 2].isLower && sentence[start + 2].count > 1,
      sentence[start + 3].kind != .boundary || sentence[start + 2].isWord
    else { return nil }
    return Match(
      Shorthand(spoken: "with"), tokens: start..<start + 2, rule: "abbreviation.plain")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(spoken)
  }

  private static let pairs: [(StaticString, StaticString, StaticString)] = [
    ("w", "o", "without"), ("b", "c", "because"), ("c", "o", "care of"),
    ("n", "a", "not applicable"),
  ]
}
