/// One number against another: `1:10` → `one to ten`, `16:9` → `sixteen to nine`.
struct Ratio: SemioticClass {
  static let kind = Edit.Kind.range

  var parts: [Amount]
  /// Of hours: `a 12:12 h light/dark cycle`.
  var isOfHours = false
  /// Talks between two: `1:1s` → `one to ones`.
  var isPlural = false

  private static let mostParts = 4

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Ratio>? {
    guard sentence[start].isDigits, sentence.isFreeOnLeft(start),
      sentence.isAhead(of: start, { $0.isMark(":") })
    else { return nil }
    var parts: [Amount] = []
    var index = start
    while parts.count < mostParts, let part = Amount.scan(at: index, in: sentence),
      part.scale == nil
    {
      parts.append(part)
      index = part.tokens.upperBound
      let colon = sentence[index].isSpace && sentence[index + 2].isSpace ? index + 1 : index
      guard sentence[colon].isMark(":"), sentence[colon + (colon - index) + 1].isDigits,
        parts.count < mostParts
      else { break }
      index = colon + (colon - index) + 1
    }
    // `our 1:1s`
    if parts.count == 2, index == start + 3, sentence.token(start, is: "1"),
      sentence.token(start + 2, is: "1"), sentence.token(index, is: "s"),
      sentence.isFreeOnRight(after: index)
    {
      return Match(
        Ratio(parts: parts, isPlural: true), tokens: start..<index + 1, rule: "range.ratio")
    }
    guard parts.count > 1, let last = parts.last, sentence.isFreeOnRight(after: index - 1),
      index == last.tokens.upperBound
    else { return nil }
    let isOfHours = sentence[index].isSpace && sentence.token(index + 1, is: "h")
    return Match(
      Ratio(parts: parts, isOfHours: isOfHours), tokens: start..<(isOfHours ? index + 2 : index),
      rule: "range.ratio")
  }

  /// Whether the words around say that two numbers with a colon are no time of day.
  static func isMeant(_ start: Int, _ end: Int, in sentence: TokenizedSentence) -> Bool {
    let words: [StaticString] = [
      "ratio", "ratios", "dilution", "dilutions", "diluted", "odds", "scale", "aspect", "mix",
      "mixture", "proportion", "light", "cycle", "dark", "randomized", "randomised", "split",
      "allocation", "model", "models", "replica", "compression", "leverage",
    ]
    var index = start
    for _ in 0..<3 {
      guard let word = sentence.wordBefore(index) else { break }
      if sentence.token(word, isAnyOf: words) { return true }
      index = word
    }
    // `between 1:10 and 1:20 dilutions`
    var count = 0
    for index in end..<end + 12 where count < 3 {
      let token = sentence[index]
      if token.isWord {
        if sentence.token(index, isAnyOf: words) { return true }
        if !sentence.token(index, isAnyOf: ["and", "or", "to"]) { count += 1 }
      } else if token.kind == .mark, !token.isMark(":"), !token.isHyphen || token.isEnDash {
        break
      }
    }
    return false
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    for (position, part) in parts.enumerated() {
      if position > 0 { writer.say("to") }
      part.say(into: &writer, in: sentence)
    }
    if isOfHours { writer.say("hour") }
    if isPlural { writer.attachPlural() }
  }
}
