/// Punctuation that shapes phrases instead of being said.
///
/// - Brackets, dashes and ellipses part phrases: `doses (low – high) help` → `doses, low, high,
///   help`; beside other punctuation they add nothing: `treatment (PTSD).` → one full stop.
/// - Quotation marks are heard in the melody alone: `“brakes,” leading` → `brakes, leading`.
/// - White space before a mark goes: `well , yes` → `well, yes`; a missing one comes:
///   `done.Next` → `done. Next`.
/// - `drug(s)` → `drugs`; `and/or` → `and or`; `pre- and post-test` → `pre and post-test`.
struct Phrasing: SemioticClass {
  static let kind = Edit.Kind.phrasing

  let mark: PhrasingMark
  /// Stands for white space alone.
  var isSpace = false
  /// Stands for `'s` behind a number.
  var isPossessive = false
  /// Said for the mark: `f(x)` → `f of x`, `push -f` → `push dash f`.
  var word: StaticString?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Phrasing>? {
    let token = sentence[start]
    if token.isSpace { return wideSpace(start, in: sentence) }
    guard token.kind == .mark else { return nil }
    // A mark that is said is a symbol.
    if sentence.namesMarks, sentence.spokenName(of: token.scalar) != nil,
      !isTied(start, in: sentence)
    {
      return nil
    }
    switch token.scalar {
    case 0x5C: return escapedBracket(start, in: sentence)
    case 0x28, 0x5B, 0x7B: return openingBracket(start, in: sentence)
    case 0x29, 0x5D, 0x7D: return closingBracket(start, in: sentence)
    case 0x27, 0x2019:
      return possessive(start, in: sentence)
        ?? Match(Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.quote")
    case 0x22 where isIntroduced(start, in: sentence),
      0x201C where isIntroduced(start, in: sentence):
      return Match(Phrasing(mark: .comma), tokens: start..<start + 1, rule: "phrasing.quote")
    case 0x22, 0x60, 0xAB, 0xBB, 0x2018, 0x201A...0x201F, 0x2039, 0x203A, 0x2032, 0x2033:
      return Match(Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.quote")
    case 0x2026: return ellipsis(start..<start + 1, in: sentence)
    case 0x2E: return stop(start, in: sentence)
    case 0x2C, 0x3B, 0x3A, 0x3F, 0x21: return loose(start, in: sentence)
    case 0x2F: return slash(start, in: sentence)
    case 0x7C:
      return parting(start..<start + 1, in: sentence, rule: "phrasing.bar")
    case 0x2022, 0x2023, 0x25E6, 0x25AA, 0x25CF, 0x2219, 0xB7:
      // `Terms • Privacy`: parts of a line.
      guard sentence[start - 1].isSpace, sentence[start + 1].isSpace else { return nil }
      return parting(start..<start + 1, in: sentence, rule: "phrasing.bullet")
    case 0x3001, 0xFF0C:
      return Match(Phrasing(mark: .comma), tokens: start..<start + 1, rule: "phrasing.wide-comma")
    case 0x3002, 0xFF0E, 0xFF61:
      return Match(Phrasing(mark: .period), tokens: start..<start + 1, rule: "phrasing.wide-stop")
    default:
      if token.isEmDash {
        return parting(start..<start + 1, in: sentence, rule: "phrasing.dash")
      }
      return token.isHyphen || token.isEnDash ? dash(start, in: sentence) : nil
    }
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if isSpace { writer.space() }
    if isPossessive { writer.attach("'s") }
    if let word { writer.say(word) }
    writer.mark(mark)
  }

  /// Whether a quotation is somebody's words, behind a verb that brings them in: `he said “No.”` →
  /// `he said, No.`; `a song like “Help”` has no pause.
  private static func isIntroduced(_ quote: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[quote - 1].isSpace, sentence[quote - 2].isLower,
      sentence[quote + 1].shape.contains(.firstUpper)
    else { return false }
    if sentence.token(quote - 2, is: "like") || sentence.token(quote - 2, is: "is") {
      return sentence[quote + 1].shape.contains(.apostrophe)
        || sentence.token(quote + 1, isAnyOf: interjections)
        || ClauseOpeners.isOpener(sentence.bytes.slice(sentence[quote + 1].range))
    }
    return sentence.token(quote - 2, isAnyOf: verbsOfSaying)
  }

  private static let interjections: [StaticString] = [
    "oh", "hey", "well", "ok", "okay", "yeah", "hi", "hello", "wow", "man", "huh", "alright",
    "sure", "sorry", "wait", "ah", "uh", "hm", "hmm", "god", "thanks",
    "no", "yes", "if", "so", "maybe", "please", "not",
  ]

  private static let verbsOfSaying: [StaticString] = [
    "said", "says", "say", "saying", "asked", "asks", "ask", "asking", "thought", "thinking",
    "replied", "answered", "added", "cried", "shouted", "yelled", "whispered", "wrote", "goes",
  ]

  /// `2016's` → `twenty sixteen's`, `C++'s` → `C plus plus's`: the apostrophe ties an `s` to the number before it.
  private static func possessive(
    _ start: Int, in sentence: TokenizedSentence
  ) -> Match<Phrasing>? {
    let left = sentence[start - 1]
    guard left.isDigits || left.isMark("+") || left.isMark("#") && sentence[start - 2].isUpper,
      sentence.token(start + 1, is: "s")
    else { return nil }
    return Match(
      Phrasing(mark: .none, isPossessive: true), tokens: start..<start + 2,
      rule: "phrasing.possessive")
  }

  /// Space characters beyond ASCII are one space to a voice.
  private static func wideSpace(_ start: Int, in sentence: TokenizedSentence) -> Match<Phrasing>? {
    guard sentence[start].shape.contains(.nonASCII) else { return nil }
    return Match(
      Phrasing(mark: .none, isSpace: true), tokens: start..<start + 1, rule: "phrasing.space",
      isTight: true)
  }

  /// A comma, unless what follows parts the phrases by itself or nothing follows.
  private static func parting(
    _ tokens: Range<Int>, in sentence: TokenizedSentence, rule: RuleName
  ) -> Match<Phrasing> {
    let mark: PhrasingMark = isParted(after: tokens.upperBound, in: sentence) ? .none : .comma
    return Match(Phrasing(mark: mark), tokens: tokens, rule: rule)
  }

  /// Whether punctuation or the end comes next, closing brackets and quotation marks passed over.
  static func isParted(after index: Int, in sentence: TokenizedSentence) -> Bool {
    var index = index
    var omitted = 0
    while true {
      let token = sentence[index]
      // What is left out parts nothing.
      if sentence.policies.citations == .omit, omitted < 4, token.isMark("(") || token.isMark("["),
        let end = omittedEnd(index, in: sentence)
      {
        index = end
        omitted += 1
        continue
      }
      switch token.kind {
      case .boundary: return true
      case .space: index += 1
      case .mark:
        switch token.scalar {
        case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x2026: return true
        case 0x22, 0x27, 0x29, 0x2A, 0x5D, 0x60, 0x7D, 0xBB, 0x2019, 0x201D: index += 1
        default: return false
        }
      case .word, .digits, .control: return false
      }
    }
  }

  /// The end of a citation in brackets that is left out.
  private static func omittedEnd(_ open: Int, in sentence: TokenizedSentence) -> Int? {
    if let match = Citation.recognize(at: open, in: sentence), match.kind == .omission {
      return match.tokens.upperBound
    }
    guard let match = NumericCitation.recognize(at: open, in: sentence), match.kind == .omission
    else { return nil }
    return match.tokens.upperBound
  }

  /// The end of a bracket that an address fills which is left out.
  private static func addressLeftOutEnd(open: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence.policies.links == .omit, sentence[open].isMark("("),
      let match = Electronic.recognize(at: open + 1, in: sentence), match.kind == .omission,
      sentence[match.tokens.upperBound].isMark(")")
    else { return nil }
    return match.tokens.upperBound + 1
  }

  /// `\[laughs\]`: brackets as Markdown writes those that it is to leave alone.
  private static func escapedBracket(
    _ start: Int, in sentence: TokenizedSentence
  ) -> Match<Phrasing>? {
    let bracket = sentence[start + 1]
    let inner =
      bracket.isMark("[")
      ? openingBracket(start + 1, in: sentence)
      : bracket.isMark("]") ? closingBracket(start + 1, in: sentence) : nil
    return inner.map {
      Match($0.value, tokens: start..<$0.tokens.upperBound, rule: $0.rule)
    }
  }

  /// Whether nothing follows but closing brackets and quotation marks.
  private static func endsSentence(after index: Int, in sentence: TokenizedSentence) -> Bool {
    for next in index..<index + 6 {
      let token = sentence[next]
      switch token.kind {
      case .boundary: return true
      case .space: continue
      case .mark:
        switch token.scalar {
        case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D: continue
        default: return false
        }
      case .word, .digits, .control: return false
      }
    }
    return false
  }

  private static func openingBracket(_ start: Int, in sentence: TokenizedSentence) -> Match<
    Phrasing
  > {
    // `main()`: nothing is in them.
    if sentence[start + 1].isMark(")"), sentence[start].isMark("(") {
      return Match(Phrasing(mark: .none), tokens: start..<start + 2, rule: "phrasing.bracket")
    }
    if isOptionalEnding(open: start, in: sentence) {
      return Match(
        Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.ending",
        isTight: true)
    }
    if isApplication(open: start, in: sentence) {
      return Match(
        Phrasing(mark: .none, word: "of"), tokens: start..<start + 1, rule: "phrasing.function")
    }
    if let end = addressLeftOutEnd(open: start, in: sentence) {
      return Match(
        Phrasing(mark: .none), tokens: Omission.widened(start..<end, in: sentence),
        rule: "electronic.link", kind: .omission)
    }
    let isTied = isLinkText(open: start, in: sentence) || isNamedNumber(open: start, in: sentence)
    let mark: PhrasingMark = isTied ? .none : .comma
    return Match(Phrasing(mark: mark), tokens: start..<start + 1, rule: "phrasing.bracket")
  }

  /// `in (3), …`, `see (14a)`: a number in brackets that stands as a noun, with no pause before it.
  private static func isNamedNumber(open: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[open].isMark("("), sentence[open + 1].isDigits, sentence[open + 1].count < 4,
      sentence.wordBefore(open, isAnyOf: ["in", "of", "from", "see", "than", "like"])
        // `(14a) and (3b)`
        || sentence.wordBefore(open, isAnyOf: ["and", "or"])
          && sentence[sentence.beforeSpace(open) - 2].isMark(")")
        || sentence[sentence.beforeSpace(open)].isMark(".")
          && sentence.token(sentence.beforeSpace(open) - 1, isIgnoringCase: "cf")
    else { return false }
    var close = open + 2
    if sentence[close].isLower, sentence[close].count == 1 { close += 1 }
    if sentence[close].isEnDash || sentence[close].isHyphen,
      sentence[close + 1].isDigits || sentence[close + 1].isWord
    {
      close += 2
      if sentence[close].isLower, sentence[close].count == 1 { close += 1 }
    }
    guard sentence[close].isMark(")") else { return false }
    return isParted(after: close + 1, in: sentence)
      || sentence.wordAfter(close + 1).map {
        sentence.token($0, isAnyOf: ["and", "or", "above", "below", "is", "are", "to"])
      } ?? false
  }

  /// `at [Example](https://example.org)`: the text of a link belongs to its sentence.
  private static func isLinkText(open: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[open].isMark("[") else { return false }
    let longest = 24
    for close in open + 1..<open + longest {
      if sentence[close].kind == .boundary || sentence[close].isMark("[") { return false }
      if sentence[close].isMark("]") { return sentence[close + 1].isMark("(") }
    }
    return false
  }

  private static func closingBracket(_ start: Int, in sentence: TokenizedSentence) -> Match<
    Phrasing
  > {
    if isOptionalEnding(open: start - 2, in: sentence) {
      return Match(
        Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.ending",
        isTight: true)
    }
    if let open = (max(0, start - 8)..<max(0, start)).last(where: { sentence[$0].isMark("(") }),
      isApplication(open: open, in: sentence)
    {
      return Match(Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.function")
    }
    if let open = (max(0, start - 6)..<max(0, start)).last(where: { sentence[$0].isMark("(") }),
      isNamedNumber(open: open, in: sentence)
    {
      return Match(Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.bracket")
    }
    if isStageDirection(close: start, in: sentence) {
      return Match(Phrasing(mark: .period), tokens: start..<start + 1, rule: "phrasing.bracket")
    }
    return parting(start..<start + 1, in: sentence, rule: "phrasing.bracket")
  }

  /// `[laughter] That was it.`, `Ann: [04:12] Yes.`: a word, a few or a time in brackets at the
  /// head or behind a stop, before a sentence of its own; not `(a) The first`.
  private static func isStageDirection(close: Int, in sentence: TokenizedSentence) -> Bool {
    let last = sentence[close - 1].isMark("\\") ? close - 2 : close - 1
    guard let next = sentence.wordAfter(close + 1), sentence[next].shape.contains(.firstUpper),
      sentence[last].isWord && sentence[last].count > 2
        || sentence[last].isDigits
          && (sentence[last - 1].isMark(":") || sentence[last - 3].isMark(":"))
    else { return false }
    let farthest = 12
    for open in stride(from: close - 1, through: max(0, close - farthest), by: -1)
    where sentence[open].isMark("[") || sentence[open].isMark("(") {
      return isBehindStop(sentence[open - 1].isMark("\\") ? open - 2 : open - 1, in: sentence)
    }
    return false
  }

  /// Whether a sentence or a speaker's name ends here, or nothing stands before.
  private static func isBehindStop(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let farthest = 6
    for before in stride(from: index, through: index - farthest, by: -1) {
      let token = sentence[before]
      switch token.kind {
      case .boundary: return true
      case .space: continue
      case .mark:
        switch token.scalar {
        case 0x22, 0x2A, 0x201D: continue
        case 0x21, 0x2E, 0x3A, 0x3F, 0x5D, 0x2026: return true
        default: return false
        }
      case .word, .digits, .control: return false
      }
    }
    return false
  }

  /// `(s)` right behind a word; not `sin(x)`.
  private static func isOptionalEnding(open: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[open - 1].isWord && sentence[open - 1].count > 1 && sentence[open].isMark("(")
      && sentence[open + 1].isLower && sentence[open + 2].isMark(")")
      && sentence.token(open + 1, isAnyOf: endings)
      && !isApplication(open: open, in: sentence)
  }

  /// `O(n)`, `f(x)`, `log(n)`: a function and what it is taken of.
  private static func isApplication(open: Int, in sentence: TokenizedSentence) -> Bool {
    let name = sentence[open - 1]
    let argument = sentence[open + 1]
    guard sentence[open].isMark("("), name.isWord, sentence.isFreeOnLeft(open - 1) else {
      return false
    }
    let isBig = sentence.token(open - 1, is: "O")
    if isBig, argument.isDigits || sentence.token(open + 1, is: "log") { return true }
    guard argument.isWord, argument.count == 1 else { return false }
    return isBig || ["f", "g", "h"].contains { sentence.token(open - 1, is: $0) }
      || sentence.token(open - 1, isAnyOf: ["log", "ln", "sin", "cos", "tan", "exp", "sqrt"])
  }

  private static let endings: [StaticString] = [
    "s", "es", "ies", "ish", "d", "ed", "r", "er", "rs", "ers", "n", "en", "ren", "ing", "ly", "al",
    "e",
  ]

  /// Three dots or more, with or without spaces between.
  private static func ellipsis(
    _ tokens: Range<Int>, in sentence: TokenizedSentence
  ) -> Match<Phrasing> {
    let next = sentence.skippingSpace(tokens.upperBound)
    let isEnd =
      endsSentence(after: tokens.upperBound, in: sentence)
      || sentence[next].isCapitalized && opensSentence(next, in: sentence)
    return isEnd
      ? Match(Phrasing(mark: .period), tokens: tokens, rule: "phrasing.ellipsis")
      : parting(tokens, in: sentence, rule: "phrasing.ellipsis")
  }

  /// `If`, `We'll`, `Oh`: with a capital, a word that begins a sentence and is no name.
  private static func opensSentence(_ word: Int, in sentence: TokenizedSentence) -> Bool {
    let bytes = sentence.bytes.slice(sentence[word].range)
    if ClauseOpeners.isAnyOpener(bytes) || sentence.token(word, isAnyOf: interjections) {
      return true
    }
    guard sentence[word].shape.contains(.apostrophe),
      let apostrophe = bytes.firstIndex(where: { $0 == 0x27 || $0 == 0xE2 })
    else { return false }
    return ClauseOpeners.isAnyOpener(UnsafeBufferPointer(rebasing: bytes[..<apostrophe]))
  }

  private static func stop(_ start: Int, in sentence: TokenizedSentence) -> Match<Phrasing>? {
    var end = start + 1
    var dots = 1
    while true {
      let next = sentence.skippingSpace(end)
      guard sentence[next].isMark(".") else { break }
      dots += 1
      end = next + 1
    }
    // `1.0.0-beta.3`
    if dots == 1, sentence[start - 1].isLower, sentence[start - 2].isHyphen, sentence[end].isDigits
    {
      return Match(
        Phrasing(mark: .none, word: "dot"), tokens: start..<end, rule: "phrasing.version")
    }
    // `./build.sh`
    if dots == 1, sentence[end].isMark("/") {
      return Match(Phrasing(mark: .none), tokens: start..<end, rule: "phrasing.path")
    }
    if dots > 1 { return ellipsis(start..<end, in: sentence) }
    return loose(start, in: sentence)
  }

  /// A mark with white space before it, or none behind it.
  private static func loose(_ start: Int, in sentence: TokenizedSentence) -> Match<Phrasing>? {
    let token = sentence[start]
    // `TL;DR` is one word.
    if token.isMark(";"), sentence.token(start - 1, isIgnoringCase: "tl"),
      sentence.token(start + 1, isIgnoringCase: "dr")
    {
      return Match(Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.spacing")
    }
    let left = sentence[start - 1]
    let right = sentence[start + 1]
    // `TL;DR` is one word.
    if token.isMark(";"), sentence.token(start - 1, isIgnoringCase: "tl"),
      sentence.token(start + 1, isIgnoringCase: "dr")
    {
      return Match(Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.tied")
    }
    let touchesNext = (right.isWord || right.isDigits) && token.scalar != 0x2E
    let joinsSentences = token.scalar == 0x2E && right.isCapitalized && left.isLower
    guard left.isSpace || left.kind == .boundary || touchesNext || joinsSentences,
      let mark = PhrasingMark(byte: UInt8(truncatingIfNeeded: token.scalar))
    else { return nil }
    return Match(Phrasing(mark: mark), tokens: start..<start + 1, rule: "phrasing.spacing")
  }

  private static func slash(_ start: Int, in sentence: TokenizedSentence) -> Match<Phrasing>? {
    // `the sea / I heard`: between lines of a poem, or two things to choose from.
    if sentence[start - 1].isSpace, sentence[start + 1].isSpace, sentence[start - 2].isWord,
      sentence[start + 2].isWord, sentence[start - 2].count > 1, sentence[start + 2].count > 1,
      !sentence.token(start + 2, is: "or"), !sentence.token(start + 2, is: "and")
    {
      return Match(Phrasing(mark: .comma), tokens: start..<start + 1, rule: "phrasing.slash")
    }
    return Match(Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.slash")
  }

  /// Whether a hyphen or an apostrophe is part of a word and so is never said.
  private static func isTied(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[start]
    if token.isMark("'") || token.isMark("\u{2019}") {
      return sentence[start - 1].isWord || sentence[start - 1].isDigits
        || sentence[start + 1].isWord
    }
    return token.isHyphen && !sentence.isFreeOnLeft(start)
      && !sentence.isFreeOnRight(after: start)
  }

  /// Whether a hyphen with a word on one side alone stands for a part of a word or before an option:
  /// `pre- and post-test`, `tool -g`; not a dash set too close, as in `it works- mostly`.
  private static func isSuspended(_ hyphen: Int, in sentence: TokenizedSentence) -> Bool {
    guard let next = sentence.wordAfter(hyphen + 1) else {
      let right = sentence[hyphen + 1]
      return
        !(right.isLower && sentence[sentence.beforeSpace(hyphen)].isLower
        && (right.count > 2 || ClauseOpeners.isAnyOpener(sentence.bytes.slice(right.range))))
    }
    return !sentence[next].isLower || !sentence[hyphen - 1].isWord
      || sentence.token(
        next, isAnyOf: ["and", "or", "to", "nor", "versus", "vs", "but", "through", "und", "bis"])
  }

  /// Whether a word of two letters or more, or a name with digits, stands before: `python3 -m`.
  private static func isNameBehindSpace(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let before = sentence[start - 2]
    return before.isWord && before.count > 1 || before.isDigits && sentence[start - 3].isWord
  }

  /// Hyphens and en dashes that do not tie two words together.
  private static func dash(_ start: Int, in sentence: TokenizedSentence) -> Match<Phrasing>? {
    var end = start + 1
    while sentence[end].isHyphen || sentence[end].isEnDash { end += 1 }
    let left = sentence[start - 1]
    let right = sentence[end]
    if right.isMark(">") { return nil }
    let touchesLeft = left.isWord || left.isDigits
    let touchesRight = right.isWord || right.isDigits
    if end - start == 1, touchesLeft, touchesRight {
      // A hyphen stays: "post-traumatic". An en dash between words is only space to the ear.
      guard sentence[start].isEnDash else { return nil }
      // `LHR–JFK`: letters of two names would run together.
      let isBetweenLetters = left.isUpper && right.isUpper && left.count > 1
      return Match(
        Phrasing(mark: isBetweenLetters ? .comma : .none), tokens: start..<end,
        rule: "phrasing.en-dash")
    }
    // `push -f`: an option of a command.
    if end - start == 1, left.isSpace, right.isLower, right.count == 1, sentence[start].isHyphen,
      !sentence.token(end, is: "a"), !sentence.token(end, is: "i"),
      isNameBehindSpace(start, in: sentence),
      !(sentence[end + 1].kind == .mark && (sentence[end + 2].isWord || sentence[end + 2].isDigits))
    {
      return Match(
        Phrasing(mark: .none, word: "dash"), tokens: start..<end, rule: "phrasing.option")
    }
    if end - start == 1, touchesLeft || touchesRight, sentence[start].isHyphen {
      return isSuspended(start, in: sentence)
        ? Match(Phrasing(mark: .none), tokens: start..<end, rule: "phrasing.hanging-hyphen")
        : parting(start..<end, in: sentence, rule: "phrasing.dash")
    }
    return parting(start..<end, in: sentence, rule: "phrasing.dash")
  }
}
