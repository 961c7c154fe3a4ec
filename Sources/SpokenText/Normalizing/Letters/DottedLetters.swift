/// Letters parted by full stops: `U.S.` → `U S`, `Ph.D.` → `P H D`, `e.g.` → `for example`, and
/// the initials of a name: `J. K. Rowling` → `J K Rowling`.
struct DottedLetters: SemioticClass {
  static let kind = Edit.Kind.initialism

  /// What is said instead of the letters.
  let spoken: String?
  let letters: Range<Int>
  let isCapitalized: Bool
  /// A plural "s" follows, as in `Ph.D.s`.
  let isPlural: Bool
  let hasComma: Bool

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<DottedLetters>? {
    let token = sentence[start]
    guard token.isWord, token.count <= 4, sentence[start + 1].isMark("."),
      sentence.isFreeOnLeft(start), isFree(sentence[start - 1])
    else { return nil }
    guard let end = runEnd(from: start, in: sentence) else {
      return initial(at: start, in: sentence)
    }
    return letters(start..<end, in: sentence)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let spoken {
      writer.say(isCapitalized ? spoken.prefix(1).uppercased() + spoken.dropFirst() : spoken)
    } else {
      writer.pronounce(.letterName)
      writer.spell(source: letters)
    }
    if isPlural { writer.attach("'s") }
    if hasComma { writer.mark(.comma) }
  }

  private static func isFree(_ left: Token) -> Bool {
    !left.isMark(".") && !left.isMark("@") && !left.isMark("/") && !left.isMark("_")
  }

  /// Past the last word of `a.b.c`, at least two words; nil when there is but one.
  private static func runEnd(from start: Int, in sentence: TokenizedSentence) -> Int? {
    var end = start + 1
    while sentence[end].isMark("."), sentence[end + 1].isWord { end += 2 }
    return end > start + 1 ? end : nil
  }

  private static func letters(
    _ run: Range<Int>, in sentence: TokenizedSentence
  ) -> Match<DottedLetters>? {
    var run = run
    var isPlural = false
    if run.count > 3, sentence.token(run.upperBound - 1, is: "s"),
      sentence[run.upperBound - 3].isUpper
    {
      isPlural = true
      run = run.lowerBound..<run.upperBound - 2
    }
    let range = sentence.bytes(of: run)
    // `P.O. Box` is no `p.o.`: what has a meaning in small letters alone is letters in capitals.
    let isUpper = sentence[run.lowerBound].isUpper && sentence[run.upperBound - 1].isUpper
    let entry = AbbreviationLexicon.entries(for: sentence.bytes.slice(range)).first {
      !isUpper || !$0.traits.contains(.lowerOnly)
    }
    if entry == nil {
      for index in stride(from: run.lowerBound, to: run.upperBound, by: 2) {
        let token = sentence[index]
        guard token.count == 1, token.isUpper || token.isLower else { return nil }
      }
    }
    var end = run.upperBound + (isPlural ? 2 : 0)
    if !isPlural, sentence[end].isMark("."), !sentence.isOver(after: end) { end += 1 }
    guard sentence[end].kind != .digits, !sentence[end].isMark("@"), !sentence[end].isMark("_"),
      !sentence[end].isMark("/")
    else { return nil }
    let isCapitalized = sentence[run.lowerBound].shape.contains(.firstUpper)
    if let entry, entry.traits.contains(.lowerOnly), isCapitalized,
      !sentence.isFirstWord(run.lowerBound)
    {
      return nil
    }
    let hasComma =
      entry?.context == .comma && sentence[end].isSpace && sentence[end + 1].kind != .boundary
    return Match(
      DottedLetters(
        spoken: entry?.spoken, letters: range, isCapitalized: isCapitalized, isPlural: isPlural,
        hasComma: hasComma),
      tokens: run.lowerBound..<end,
      rule: entry?.spoken == nil ? "abbreviation.letters" : "abbreviation.plain",
      kind: entry?.spoken == nil ? .initialism : .abbreviation)
  }

  /// Whether it is the pronoun that ends a sentence, as the verb before it shows.
  private static func isPronoun(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    sentence.token(start, is: "I") && sentence[start - 1].isSpace
      && sentence.wordBefore(
        start,
        isAnyOf: [
          "am", "do", "did", "have", "had", "should", "can", "could", "will", "would", "may",
          "might", "must", "shall", "was", "than", "neither", "it's", "that's", "only", "but",
        ])
  }

  /// One capital with its stop, before another name, another initial, or the marks of a list of
  /// authors.
  private static func initial(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<DottedLetters>? {
    let token = sentence[start]
    guard token.count == 1, token.isUpper, !CompassPoint.isInAddress(start, in: sentence) else {
      return nil
    }
    let next = sentence.skippingSpace(start + 2)
    let following = sentence[next]
    // `plan B. Vitamin D`, `A-B-C. 4 of them`: the last letter of something else.
    if sentence[start - 1].isHyphen, !sentence[start - 2].isMark(".") { return nil }
    // `So am I. Are you?`, `Q. State your name.`
    if isPronoun(start, in: sentence) || sentence.isFirstWord(start) && token.scalar == 0x51 {
      return nil
    }
    let isLettered =
      sentence[sentence.beforeSpace(start)].keys.contains(.letteredThing)
      || sentence.wordBefore(start, isAnyOf: ["gen", "generation"])
    if isLettered, following.shape.contains(.firstUpper) { return nil }
    let isName =
      following.isWord && following.shape.contains(.firstUpper)
      && (following.count > 1 || sentence[next + 1].isMark("."))
      && (following.count == 1
        || !ClauseOpeners.isAnyOpener(sentence.bytes.slice(following.range)))
    // `H.264`, `K. 331`: a number of a standard or a catalogue; `plan B. 3 of them` is none.
    let isNumbered =
      following.isDigits && sentence[start - 1].kind != .boundary
      && !sentence[sentence.beforeSpace(start)].keys.contains(.letteredThing)
    // `C. elegans`: where the sentence goes on the stop ended nothing.
    let isGenus =
      following.isLower && sentence[start + 2].isSpace
      && (following.count > 3 && sentence[start].scalar != 0x41
        // `Mrs. J. at the door`
        || (sentence.labelBefore(start).map {
          sentence.token($0, isAnyOf: ["mr", "mrs", "ms", "miss", "dr"])
        } ?? false))
    guard
      isName || isNumbered || isGenus || following.isMark(",") || following.isMark(";")
        || following.isMark("&") || following.isMark("-")
        || following.isMark("(") && sentence[next + 1].isDigits
    else { return nil }
    return Match(
      DottedLetters(
        spoken: nil, letters: token.range, isCapitalized: true, isPlural: false, hasComma: false),
      tokens: start..<start + 2, rule: "abbreviation.initial")
  }
}
