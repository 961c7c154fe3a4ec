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
  static func parting(
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
    if let end = addressLeftOutEnd(behind: start, in: sentence) {
      return Match(
        Phrasing(mark: .none), tokens: start..<end, rule: "electronic.link", kind: .omission)
    }
    // `TL;DR` is one word.
    if token.isMark(";"), sentence.token(start - 1, isIgnoringCase: "tl"),
      sentence.token(start + 1, isIgnoringCase: "dr")
    {
      return Match(Phrasing(mark: .none), tokens: start..<start + 1, rule: "phrasing.spacing")
    }
    let left = sentence[start - 1]
    let right = sentence[start + 1]
    let touchesNext = (right.isWord || right.isDigits) && token.scalar != 0x2E
    let joinsSentences = token.scalar == 0x2E && right.isCapitalized && left.isLower
    guard left.isSpace || left.kind == .boundary || touchesNext || joinsSentences,
      let mark = PhrasingMark(byte: UInt8(truncatingIfNeeded: token.scalar))
    else { return nil }
    return Match(Phrasing(mark: mark), tokens: start..<start + 1, rule: "phrasing.spacing")
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
}
