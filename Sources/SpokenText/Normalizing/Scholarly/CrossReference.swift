/// A pointer into the same text, or to a page: `Fig. 3A` → `figure three A`, `Table S1` → `Table S
/// one`, `Eqs. (4)–(6)` → `equations four to six`, `pp. 45–47` → `pages forty-five to forty-seven`.
struct CrossReference: SemioticClass {
  static let kind = Edit.Kind.reference

  /// The label in full, nil where the text has it in full.
  let label: String?
  let written: Range<Int>
  let numbers: NumberList
  /// Whether "and following" is meant: `pp. 45ff.`.
  var isOpen = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    let token = sentence[start]
    guard token.keys.contains(.locator), sentence.isFreeOnLeft(start),
      let entry = LocatorTable.entry(sentence.bytes.slice(token.range))
    else { return nil }
    // `Civ. P. 12`, `N. 5th`: the short forms of one letter are small.
    guard token.count > 1 || token.isLower else { return nil }
    var index = start + 1
    let hasStop = sentence[index].isMark(".")
    if hasStop {
      // `p.R175H`
      guard entry.isShort, !Alphanumeric.isVariant(at: start, in: sentence) else { return nil }
      index += 1
    }
    let hasSpace = sentence[index].isSpace
    index = sentence.skippingSpace(index)
    guard hasSpace || hasStop, hasStop || !entry.isShort || isClearWithoutStop(start, in: sentence),
      !isSeconds(start, in: sentence), !isPostBox(start, in: sentence)
    else { return nil }
    // `Page 3/10`: one of ten.
    if !entry.isShort, entry.one == "page" || entry.one == "chapter", sentence[index].isDigits,
      sentence[index + 1].isMark("/"), sentence[index + 2].isDigits
    {
      return nil
    }
    if entry.one == "page", let end = openEnd(at: index, in: sentence),
      let numbers = NumberList.parse(at: index, in: sentence, isList: false, isOpen: true)
    {
      return Match(
        CrossReference(
          label: entry.isShort ? entry.one : nil, written: token.range, numbers: numbers,
          isOpen: true),
        tokens: start..<end, rule: "cross-reference.label")
    }
    // A letter alone is a label behind `Appendix`, not behind `p.` or `table`.
    let takesLetters =
      token.count >= 3 && token.shape.contains(.firstUpper) || entry.isPlural && !entry.isShort
    guard
      let numbers = NumberList.parse(
        at: index, in: sentence, isList: entry.isPlural,
        takesLetters: takesLetters),
      !isRoman(numbers, in: sentence)
    else { return nil }
    let tokens = start..<numbers.tokens.upperBound
    let label =
      entry.isShort
      ? (entry.isPlural || numbers.isPlural ? entry.several : entry.one) : nil
    return Match(
      CrossReference(label: label, written: token.range, numbers: numbers), tokens: tokens,
      rule: "cross-reference.label")
  }

  /// Where `45ff.`, `45 ff.`, `45f.` or `45 et seq.` ends, which mean "and following".
  static func openEnd(at index: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[index].isDigits else { return nil }
    let next = sentence.skippingSpace(index + 1)
    var end = next + 1
    if sentence.token(next, is: "et"), sentence[end].isSpace, sentence.token(end + 1, is: "seq") {
      end += 2
      guard sentence[end].isMark(".") else { return nil }
    } else if sentence.token(next, is: "f") {
      guard sentence[end].isMark(".") else { return nil }
    } else if !sentence.token(next, is: "ff") {
      return nil
    }
    return sentence.pastAbbreviationStop(end)
  }

  /// `Fig 3`; but `p 3`, `tab 3`, `sec 2` without a stop may be anything.
  private static func isClearWithoutStop(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let words: [StaticString] = ["fig", "figs", "eq", "eqs", "eqn", "eqns", "pp", "vol", "chap"]
    return words.contains { sentence.token(start, isIgnoringCase: $0) }
  }

  /// Whether it is a time: `10 sec. 3 times`.
  private static func isSeconds(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[sentence.beforeSpace(start)].isDigits
      && sentence.token(start, isAnyOf: ["sec", "secs", "s", "l"])
  }

  /// Whether it is no box of a text, as in `P.O. Box 1142`.
  private static func isPostBox(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    sentence.token(start, isIgnoringCase: "box")
      && sentence.labelBefore(start).map {
        sentence.token($0, is: "O") || sentence.token($0, is: "PO")
      } ?? false
  }

  /// `Table I`, `Chapter V`: a numeral rather than a letter.
  private static func isRoman(_ numbers: NumberList, in sentence: TokenizedSentence) -> Bool {
    guard numbers.tokens.count == 1 else { return false }
    let index = numbers.tokens.lowerBound
    return sentence.token(index, is: "I") || sentence.token(index, is: "V")
      || sentence.token(index, is: "X")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let label { writer.say(label) } else { writer.say(source: written) }
    numbers.say(into: &writer, in: sentence)
    if isOpen { writer.say("and following") }
  }
}
