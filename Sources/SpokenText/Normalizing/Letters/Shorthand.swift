/// Words shortened with a slash or an ampersand: `w/o sugar` → `without sugar`, `w/ milk` → `with
/// milk`, `&c.` → `et cetera`.
struct Shorthand: SemioticClass {
  static let kind = Edit.Kind.abbreviation

  let spoken: StaticString
  var isCapitalized = false
  /// What stands on both sides of "or": `he/she` → `he or she`.
  var alternatives: (Range<Int>, Range<Int>)?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Shorthand>? {
    if sentence[start].isMark("&") {
      guard sentence.token(start + 1, is: "c"), sentence[start + 2].isMark(".") else { return nil }
      let end = sentence.isOver(after: start + 2) ? start + 2 : start + 3
      return Match(Shorthand(spoken: "et cetera"), tokens: start..<end, rule: "abbreviation.plain")
    }
    guard sentence[start].isLower || sentence[start].isCapitalized, sentence[start + 1].isMark("/"),
      sentence.isFreeOnLeft(start), !sentence[start - 1].isMark("/"),
      !sentence[start - 1].isMark("."), !sentence[start - 1].isMark("-")
    else { return nil }
    for (first, second, spoken) in pairs
    where sentence.token(start, isIgnoringCase: first)
      && sentence.token(start + 2, isIgnoringCase: second)
    {
      guard !sentence[start + 3].isMark("/"), sentence.isFreeOnRight(after: start + 2) else {
        return nil
      }
      return Match(
        Shorthand(spoken: spoken, isCapitalized: sentence[start].isCapitalized),
        tokens: start..<start + 3, rule: "abbreviation.plain")
    }
    for (first, second) in alternatives
    where sentence.token(start, isIgnoringCase: first)
      && sentence.token(start + 2, isIgnoringCase: second)
    {
      guard !sentence[start + 3].isMark("/"), sentence.isFreeOnRight(after: start + 2) else {
        return nil
      }
      return Match(
        Shorthand(
          spoken: "or", alternatives: (sentence[start].range, sentence[start + 2].range)),
        tokens: start..<start + 3, rule: "abbreviation.alternatives")
    }
    guard sentence.token(start, is: "w"),
      sentence[start + 2].isSpace || sentence[start + 2].isLower && sentence[start + 2].count > 1,
      sentence[start + 3].kind != .boundary || sentence[start + 2].isWord
    else { return nil }
    return Match(
      Shorthand(spoken: "with"), tokens: start..<start + 2, rule: "abbreviation.plain")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    guard let (first, second) = alternatives else {
      let words = spoken.description
      writer.say(isCapitalized ? words.prefix(1).uppercased() + words.dropFirst() : words)
      return
    }
    writer.say(source: first)
    writer.say(spoken)
    writer.say(source: second)
  }

  private static let alternatives: [(StaticString, StaticString)] = [
    ("he", "she"), ("she", "he"), ("his", "her"), ("her", "his"), ("him", "her"), ("her", "him"),
    ("his", "hers"), ("himself", "herself"), ("yes", "no"), ("true", "false"),
  ]

  private static let pairs: [(StaticString, StaticString, StaticString)] = [
    ("w", "o", "without"), ("b", "c", "because"), ("c", "o", "care of"),
    ("n", "a", "not applicable"), ("s", "he", "she or he"), ("y", "o", "year old"),
    ("y", "y", "year over year"), ("q", "q", "quarter over quarter"),
  ]
}
