/// Letters parted by full stops, and the initials of a name.
///
/// - `U.S.` → `U S`, `the U.S.’s` → `the U S's`, `Ph.D.s` → `P H D's`
/// - `LL.M.` → `L L M`, `M.Phil.` → `M Phil`: a degree may hold a word of three letters or more
/// - `e.g.`, `e. g.` → `for example`, `Albany, N.Y.,` → `Albany, New York,`
/// - `J. K. Rowling` → `J K Rowling`, `H.264` → `H two sixty-four`
/// - Not `a.b.com`, `v.2.0`, `plan B. Then`.
struct DottedLetters: SemioticClass {
  static let kind = Edit.Kind.initialism

  /// What is said instead of the letters.
  let spoken: String?
  /// Words and the stops between them, an ending left out.
  let run: Range<Int>
  let isCapitalized: Bool
  /// A plural or possessive "s" follows: `Ph.D.s`, `U.S.’s`.
  var hasEnding = false
  var hasComma = false
  /// The numbers of a standard or a variant that touch its letters: `H.264`, `XBB.1.5`.
  var numbers = 0..<0

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<DottedLetters>? {
    let token = sentence[start]
    guard token.isWord, token.count <= 5, sentence[start + 1].isMark("."),
      sentence.isFreeOnLeft(start), isFree(start, in: sentence)
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
      for index in run where sentence[index].isWord {
        let token = sentence[index]
        // `M.Ed.`, against `Ed.D.`
        let isLast = index == run.upperBound - 1
        if isLast, hasEnding {
          writer.spell(source: token.range.lowerBound..<token.range.lowerBound + 1)
        } else if token.count > 2 && !token.isUpper
          || isLast && run.count > 1 && sentence.token(index, is: "Ed")
        {
          writer.say(source: token.range)
        } else {
          writer.spell(source: token.range)
        }
      }
    }
    for index in numbers where sentence[index].isDigits {
      if index > numbers.lowerBound { writer.say("point") }
      CodeNumber.say(sentence.bytes.slice(sentence[index].range), into: &writer)
    }
    if hasEnding { writer.attach("'s") }
    if hasComma { writer.mark(.comma) }
  }

  /// Whether nothing on the left could be of the same name.
  ///
  /// After a slash, only letters of this kind may stand: `a.m./p.m.`
  private static func isFree(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let left = sentence[start - 1]
    if left.isMark("/") { return sentence[start - 2].isMark(".") && sentence[start - 3].isWord }
    return !left.isMark(".") && !left.isMark("@") && !left.isMark("_")
  }

  /// Past the last word of `a.b.c`, at least two words; nil when there is but one.
  private static func runEnd(from start: Int, in sentence: TokenizedSentence) -> Int? {
    var end = start + 1
    while sentence[end].isMark("."), sentence[end + 1].isWord { end += 2 }
    if end > start + 1 { return end }
    // `e. g.`, `i. e.`
    guard sentence[end + 1].isSpace, sentence[end + 3].isMark("."),
      sentence.token(start, isIgnoringCase: "e") && sentence.token(end + 2, is: "g")
        || sentence.token(start, isIgnoringCase: "i") && sentence.token(end + 2, is: "e")
    else { return nil }
    return end + 3
  }

  private static func letters(
    _ run: Range<Int>, in sentence: TokenizedSentence
  ) -> Match<DottedLetters>? {
    var run = run
    var ending = 0
    if run.count > 3, sentence.token(run.upperBound - 1, is: "s"),
      sentence[run.upperBound - 3].isUpper
    {
      // `Ph.D.s`
      run = run.lowerBound..<run.upperBound - 2
      ending = 2
    }
    // `Ph.Ds`
    let last = sentence[run.upperBound - 1]
    let hasTail =
      last.count == 2 && last.shape.contains(.firstUpper)
      && sentence.bytes[last.range.lowerBound + 1] == UInt8(ascii: "s")
    let entry = entry(for: run, in: sentence)
    if entry == nil, !isSpelled(run, in: sentence) { return nil }
    var end = run.upperBound + ending
    if ending == 0, sentence[end].isMark(".") {
      if sentence[end + 1].isMark("'") || sentence[end + 1].isMark("’"),
        sentence.token(end + 2, is: "s"), sentence.isFreeOnRight(after: end + 2)
      {
        ending = 3
        end += 3
      } else if !sentence.isOver(after: end) {
        end += 1
      }
    }
    guard sentence[end].kind != .digits, !sentence[end].isMark("@"), !sentence[end].isMark("_"),
      !sentence[end].isMark("/")
        || sentence[end - 1].isMark(".") && sentence[end + 1].isWord
          && (sentence[end + 2].isMark(".")
            || sentence[end - 2].isUpper && sentence[end + 1].isCapitalized)
    else { return nil }
    return Match(
      DottedLetters(
        spoken: entry?.spoken, run: run,
        isCapitalized: sentence[run.lowerBound].shape.contains(.firstUpper),
        hasEnding: ending > 0 || hasTail,
        hasComma: entry?.context == .comma && sentence[end].isSpace
          && sentence[end + 1].kind != .boundary),
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

  /// What the table has for the letters here.
  ///
  /// `P.O. Box` is no `p.o.`: what has a meaning in small letters alone is letters in capitals. A
  /// state is one only behind its city or a party.
  private static func entry(
    for run: Range<Int>, in sentence: TokenizedSentence
  ) -> AbbreviationLexicon.Entry? {
    let isUpper = sentence[run.lowerBound].isUpper && sentence[run.upperBound - 1].isUpper
    let isSpaced = run.count == 4
    let entries =
      isSpaced
      ? AbbreviationLexicon.spaced(startingWith: sentence[run.lowerBound].scalar)
      : AbbreviationLexicon.entries(for: sentence.bytes.slice(sentence.bytes(of: run)))
    return entries.first {
      if isUpper, $0.traits.contains(.lowerOnly) { return false }
      return $0.context != .state
        || AbbreviationPlace.isBehindCity(run.lowerBound, in: sentence)
    }
  }

  /// Single letters, or with one at least the longer parts of degrees.
  private static func isSpelled(_ run: Range<Int>, in sentence: TokenizedSentence) -> Bool {
    guard run.count % 2 == 1 else { return false }
    var hasSingle = false
    for index in stride(from: run.lowerBound, to: run.upperBound, by: 2) {
      let token = sentence[index]
      if token.count == 1, token.isUpper || token.isLower {
        hasSingle = true
      } else if index == run.upperBound - 1, index > run.lowerBound, token.count == 2,
        token.shape.contains(.firstUpper),
        sentence.token(index, isIgnoringCase: "ds")
          || sentence.token(index, isIgnoringCase: "as")
      {
        hasSingle = true
      } else {
        guard token.shape.contains(.firstUpper), token.count <= 5,
          degreeParts.contains(WordKey(sentence.bytes.slice(token.range)))
        else { return false }
      }
    }
    return hasSingle
  }

  private static let degreeParts = WordSet(
    """
    ph ll sc ed eng phil litt pharm psy tech mus arch div th vet med com econ lib chem agr mgt ds
    """)

  /// One capital with its stop, before another name, another initial, or the marks of a list of
  /// authors.
  private static func initial(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<DottedLetters>? {
    let token = sentence[start]
    if let lineage = lineage(at: start, in: sentence) { return lineage }
    guard token.count == 1, token.isUpper, !sentence[start - 1].isMark("&"),
      !CompassPoint.isInAddress(start, in: sentence)
    else {
      return nil
    }
    // `H.264`: a standard.
    if sentence[start + 2].isDigits, sentence[start + 2].count >= 2,
      sentence.isFreeOnRight(after: start + 2),
      !sentence[start + 3].isMark(".") || !sentence[start + 4].isDigits
    {
      return Match(
        DottedLetters(
          spoken: nil, run: start..<start + 1, isCapitalized: true,
          numbers: start + 2..<start + 3),
        tokens: start..<start + 3, rule: "abbreviation.initial")
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
    // `Mr. T. and his friends`
    let isJoined = sentence.token(next, isAnyOf: ["and", "or", "v", "vs"])
    guard
      isName || isNumbered || isGenus || isJoined || following.isMark(",") || following.isMark(";")
        || following.isMark("&") || following.isMark("-")
        || following.isMark("(") && sentence[next + 1].isDigits
    else { return nil }
    return Match(
      DottedLetters(spoken: nil, run: start..<start + 1, isCapitalized: true),
      tokens: start..<start + 2, rule: "abbreviation.initial")
  }

  /// The name of a variant, `BA.2` or `XBB.1.5`.
  ///
  /// Before a capital the number is a note's: `the UK.2 Then`.
  private static func lineage(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<DottedLetters>? {
    let token = sentence[start]
    guard (2...3).contains(token.count), token.isUpper, sentence[start + 2].isDigits,
      sentence[start + 2].count <= 2
    else { return nil }
    var end = start + 3
    while end < start + 9, sentence[end].isMark("."), sentence[end + 1].isDigits,
      sentence[end + 1].count <= 2
    {
      end += 2
    }
    let next = sentence[end]
    let goesOn =
      next.isSpace && sentence[end + 1].isLower || next.kind == .mark && !next.isMark("%")
      || end > start + 3
    guard goesOn else { return nil }
    return Match(
      DottedLetters(
        spoken: nil, run: start..<start + 1, isCapitalized: true,
        numbers: start + 2..<end),
      tokens: start..<end, rule: "abbreviation.letters")
  }
}
