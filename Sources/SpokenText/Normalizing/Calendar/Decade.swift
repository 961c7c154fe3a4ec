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
    if !isShortened, let many = grouped(start, in: sentence) { return many }
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
        || isOfMany(index, in: sentence)
        || first < 1000 && sentence.wordBefore(index, isAnyOf: ["the"])
          && Phrasing.isParted(after: end + 1, in: sentence)
    {
      return Match(
        Decade(first: first, isCount: true), tokens: start..<end + 1, rule: "year.hundreds")
    }
    // `He bowls in the 200s.`
    if sentence[index].count == 3, first % 100 == 0, first > 100, end == index + 1,
      sentence.wordBefore(index, isAnyOf: ["the", "low", "mid", "high", "upper"])
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

  /// `1,000s of them`, `10,000s`: a group of zeros behind a one.
  private static func grouped(_ start: Int, in sentence: TokenizedSentence) -> Match<Decade>? {
    guard sentence[start].isDigits, sentence[start].count <= 3, sentence[start + 1].isMark(","),
      sentence.token(start + 2, is: "000"), sentence.token(start + 3, is: "s"),
      let first = sentence.value(start), [1, 10, 100].contains(first),
      sentence.isFreeOnLeft(start), sentence.isFreeOnRight(after: start + 3),
      !sentence.isInsideNumber(start)
    else { return nil }
    return Match(
      Decade(first: first * 1000, isCount: true), tokens: start..<start + 4, rule: "year.hundreds")
  }

  /// `100s of 1000s`: behind others of its kind.
  private static func isOfMany(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard let of = sentence.wordBefore(index), sentence.token(of, is: "of") else { return false }
    let many = sentence.beforeSpace(of)
    return sentence.token(many, isAnyOf: ["s", "tens", "hundreds", "thousands"])
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
      switch first {
      case 10: writer.say("tens")
      case 100: writer.say("hundreds")
      case 1000: writer.say("thousands")
      case 10_000: writer.say("tens of thousands")
      case 100_000: writer.say("hundreds of thousands")
      default:
        NumberWords.sayCardinal(first, into: &writer)
        writer.attach("s")
      }
    } else {
      NumberWords.sayDecade(first, into: &writer)
    }
  }
}
