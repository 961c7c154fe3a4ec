/// Ten years or a hundred: `1990s` → `nineteen nineties`, `'80s` → `eighties`, `the 20s` →
/// `the twenties`.
struct Decade: SemioticClass {
  static let kind = Edit.Kind.year

  var first: Int
  /// No years at all: `100s of them` → `hundreds of them`.
  var isCount = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Decade>? {
    var index = start
    let isShortened = sentence[start].isMark("'") || sentence[start].isMark("’")
    if isShortened {
      guard sentence.isOpenOnLeft(start) || sentence[start - 1].isHyphen else { return nil }
      index += 1
    }
    guard sentence[index].isDigits, let first = sentence.value(index), first % 10 == 0,
      isShortened ? sentence[index].count == 2 : sentence.isFreeOnLeft(index)
    else { return nil }
    guard isShortened || !sentence.isInsideNumber(index) else { return nil }
    var end = index + 1
    let hasApostrophe = sentence[end].isMark("'") || sentence[end].isMark("’")
    if hasApostrophe { end += 1 }
    guard sentence.token(end, is: "s"), sentence.isFreeOnRight(after: end) else { return nil }
    if first == 10 || first == 100 || first == 1000, !isShortened, end == index + 1,
      sentence.wordAfter(end + 1).map({ sentence.token($0, is: "of") }) ?? false
        || first < 1000 && sentence.wordBefore(index, isAnyOf: ["the"])
          && Phrasing.isParted(after: end + 1, in: sentence)
    {
      return Match(
        Decade(first: first, isCount: true), tokens: start..<end + 1, rule: "year.hundreds")
    }
    switch sentence[index].count {
    case 2:
      if !isShortened,
        first == 0 && !sentence.wordBefore(index, isAnyOf: ["the", "early", "late"])
          || isDuration(index, in: sentence)
      {
        return nil
      }
    case 4:
      guard (1000...2990).contains(first) else { return nil }
      // `2020's best film` is that of one year.
      if hasApostrophe, first >= 2000, sentence.wordAfter(end + 1) != nil,
        !sentence.wordBefore(index, isAnyOf: ["the", "early", "mid", "late"])
      {
        return nil
      }
    default: return nil
    }
    return Match(Decade(first: first), tokens: start..<end + 1, rule: "year.decade")
  }

  /// `a 30s timeout`, `it took 30s`, `30s later`: seconds, as a word beside them shows.
  private static func isDuration(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    if sentence.wordBefore(
      index,
      isAnyOf: [
        "a", "an", "every", "after", "within", "for", "took", "takes", "take", "lasts", "lasted",
        "waits", "waited", "wait", "only", "another",
      ])
    {
      return true
    }
    guard let next = sentence.wordAfter(index + 2) else { return false }
    return sentence.token(
      next, isAnyOf: ["later", "ago", "timeout", "delay", "interval", "intervals", "clip", "clips"])
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if isCount {
      writer.say(first == 10 ? "tens" : first == 100 ? "hundreds" : "thousands")
    } else {
      NumberWords.sayDecade(first, into: &writer)
    }
  }
}
