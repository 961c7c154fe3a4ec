/// A citation by author and year.
///
/// - `a review (Boese et al., 2025) found` → `a review, Boese and colleagues, twenty twenty-five,
///   found`
/// - `Smith and Jones (1999, p. 45)` → `Smith and Jones, nineteen ninety-nine, page forty-five,`
/// - `(ibid., p. 4)` → `ibid, page four`
///
/// Brief says the authors alone. Omit leaves out what stands in brackets; names that are part of
/// the sentence stay.
struct Citation: SemioticClass {
  static let kind = Edit.Kind.citation

  enum Form: Sendable {
    case inBrackets([CitedWork])
    /// Authors as part of the sentence, the year in brackets.
    case running(AuthorNames, CitedYears, Locator?, further: [CitedWork])
    /// A single work between other things in brackets: `(PTSD; Smith, 2019)`.
    case bare(CitedWork)
    /// `ibid.`, `op. cit.`, `loc. cit.`
    case latin(words: [StaticString], Locator?, isInBrackets: Bool, endsSentence: Bool)
  }

  let form: Form
  /// Whether punctuation, or the sentence's end, follows.
  let parts: Bool
  let policy: CitationPolicy

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    let token = sentence[start]
    if token.isMark("(") || token.isMark("[") {
      return inBrackets(at: start, in: sentence)
    }
    guard token.isWord, sentence.isFreeOnLeft(start) else { return nil }
    if token.keys.contains(.citationWord) { return latin(at: start, in: sentence) }
    guard token.shape.contains(.firstUpper) || AuthorNames.isParticle(start, in: sentence) else {
      return nil
    }
    return bare(at: start, in: sentence) ?? running(at: start, in: sentence)
  }

  private static func match(
    _ form: Form, _ tokens: Range<Int>, _ rule: RuleName, in sentence: TokenizedSentence
  ) -> Match<Self> {
    Match(
      Citation(
        form: form, parts: isParted(after: tokens.upperBound, in: sentence),
        policy: sentence.policies.citations),
      tokens: tokens, rule: rule)
  }

  // MARK: In brackets

  private static func inBrackets(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<Self>? {
    let close: Unicode.Scalar = sentence[start].isMark("(") ? ")" : "]"
    guard sentence.isFreeOnLeft(start) else { return nil }
    if let match = latin(at: start + 1, in: sentence, close: close) { return match }
    var works: [CitedWork] = []
    var index = sentence.skippingSpace(start + 1)
    let isAfterQuote = isAfterQuotation(start, in: sentence)
    while let work = CitedWork.parse(at: index, in: sentence)
      ?? CitedWork.withoutYear(at: index, isAfterQuote: isAfterQuote, in: sentence)
    {
      works.append(work)
      index = sentence.skippingSpace(work.tokens.upperBound)
      if sentence[index].isMark(close) {
        // `(Smith, 2019) argued …`: what a sentence begins with and goes on from is its subject.
        let isSubject =
          sentence[sentence.beforeSpace(start)].kind == .boundary
          && sentence.wordAfter(index + 1).map { sentence[$0].isLower } ?? false
        let isOmitted = sentence.policies.citations == .omit && !isSubject
        let tokens = start..<index + 1
        return Match(
          Citation(
            form: .inBrackets(works),
            parts: isSubject && sentence.policies.citations != .full
              || isParted(after: index + 1, in: sentence),
            policy: isSubject && sentence.policies.citations == .omit
              ? .brief : sentence.policies.citations),
          tokens: isOmitted ? Omission.widened(tokens, in: sentence) : tokens,
          rule: "citation.author-year", kind: isOmitted ? .omission : kind)
      }
      guard sentence[index].isMark(";") || sentence[index].isMark(",") else { return nil }
      index = sentence.skippingSpace(index + 1)
      if sentence.token(index, is: "and"), sentence[index + 1].isSpace { index += 2 }
    }
    return nil
  }

  /// Whether a quotation of three words or more ends before a bracket; a name in quotation marks is
  /// none.
  ///
  /// Looks back eighty tokens; what is longer is a quotation.
  private static func isAfterQuotation(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let close = sentence.beforeSpace(start)
    let open: Unicode.Scalar
    switch sentence[close].scalar {
    case 0x201D: open = "“"
    case 0x22: open = "\""
    case 0x2019: open = "‘"
    default: return false
    }
    guard sentence[close].kind == .mark else { return false }
    var words = 0
    var index = close - 1
    while index > close - 80, sentence[index].kind != .boundary {
      if sentence[index].isMark(open) { return words >= 3 }
      if sentence[index].isWord { words += 1 }
      index -= 1
    }
    return words >= 3
  }

  /// Whether a cited work may end before this token.
  static func endsWork(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    return token.isMark(")") || token.isMark("]") || token.isMark(";")
  }

  private static func bare(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    let before = sentence[sentence.beforeSpace(start)]
    guard before.isMark("(") || before.isMark("[") || before.isMark(";"),
      let work = CitedWork.parse(at: start, in: sentence),
      endsWork(work.tokens.upperBound, in: sentence)
    else { return nil }
    return match(.bare(work), work.tokens, "citation.author-year", in: sentence)
  }

  // MARK: In running text

  private static func running(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard beginsName(start, in: sentence),
      let authors = AuthorNames.parse(at: start, in: sentence, inBrackets: false),
      sentence[authors.tokens.upperBound].isSpace,
      sentence[authors.tokens.upperBound + 1].isMark("("),
      let years = CitedYears.parse(at: authors.tokens.upperBound + 2, in: sentence)
    else { return nil }
    let locator = Locator.parse(after: years.tokens.upperBound, in: sentence)
    var end = locator?.tokens.upperBound ?? years.tokens.upperBound
    // `Smith (2010; see also Lee, 2012)`
    var further: [CitedWork] = []
    while sentence[end].isMark(";"),
      let work = CitedWork.parse(at: sentence.skippingSpace(end + 1), in: sentence)
    {
      further.append(work)
      end = work.tokens.upperBound
    }
    guard sentence[end].isMark(")") else { return nil }
    // `the Boer War (1899–1902)` took so long.
    if authors.count == 1, !authors.hasEtAl, !authors.isPossessive, years.isSpan(in: sentence) {
      return nil
    }
    // `The Godfather (1972)`: one name behind an article is a work's, not an author's.
    guard
      authors.count > 1 || authors.hasEtAl || authors.isPossessive
        || !sentence.wordBefore(start, isAnyOf: ["the", "a", "an"])
    else { return nil }
    return match(
      .running(authors, years, locator, further: further), start..<end + 1, "citation.running",
      in: sentence)
  }

  /// Whether a name begins here, rather than goes on: not the `Wars` of `Star Wars (1977)`.
  private static func beginsName(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start - 1].isSpace else { return !sentence[start - 1].isHyphen }
    let before = sentence[start - 2]
    guard before.isWord else { return true }
    if before.keys.contains(.nameParticle) { return false }
    // `the Treaty of Rome (1957)`
    if sentence.token(start - 2, is: "of"), let thing = sentence.wordBefore(start - 2),
      sentence[thing].shape.contains(.firstUpper), !sentence.isFirstWord(thing)
    {
      return false
    }
    return !before.shape.contains(.firstUpper)
      || NotAuthors.contains(sentence.bytes.slice(before.range))
  }

  // MARK: Latin

  private static func latin(
    at start: Int, in sentence: TokenizedSentence, close: Unicode.Scalar? = nil
  ) -> Match<Self>? {
    var words: [StaticString]
    var end: Int
    if sentence.token(start, isIgnoringCase: "ibid") {
      words = ["ibid"]
      end = sentence[start + 1].isMark(".") ? start + 2 : start + 1
    } else if sentence.token(start, is: "id") || sentence.token(start, is: "Id") {
      // Only before its page: `id. at 45`, or alone in brackets.
      guard sentence[start + 1].isMark(".") else { return nil }
      words = ["id"]
      end = start + 2
      let isBeforePage =
        sentence[end].isSpace && sentence.token(end + 1, is: "at") && sentence[end + 2].isSpace
        && (sentence[end + 3].isDigits || sentence[end + 3].isMark("¶"))
      guard isBeforePage || close.map({ sentence[end].isMark($0) }) ?? false else { return nil }
      if isBeforePage {
        return match(
          .latin(words: words, nil, isInBrackets: false, endsSentence: false), start..<end,
          "citation.ibid", in: sentence)
      }
    } else {
      guard
        sentence.token(start, isIgnoringCase: "op") || sentence.token(start, isIgnoringCase: "loc"),
        sentence[start + 1].isMark(".")
      else { return nil }
      let cit = sentence.skippingSpace(start + 2)
      guard sentence.token(cit, is: "cit"), sentence[cit + 1].isMark(".") else { return nil }
      words = [sentence.token(start, isIgnoringCase: "op") ? "op" : "loc", "cit"]
      end = cit + 2
    }
    let locator = Locator.parse(after: end, in: sentence)
    end = locator?.tokens.upperBound ?? end
    guard let close else {
      let endsSentence = end == sentence.count && sentence[end - 1].isMark(".")
      return match(
        .latin(words: words, locator, isInBrackets: false, endsSentence: endsSentence),
        start..<end, "citation.ibid", in: sentence)
    }
    guard sentence[end].isMark(close) else { return nil }
    let tokens = start - 1..<end + 1
    let isOmitted = sentence.policies.citations == .omit
    return Match(
      Citation(
        form: .latin(words: words, locator, isInBrackets: true, endsSentence: false),
        parts: isParted(after: end + 1, in: sentence), policy: sentence.policies.citations),
      tokens: isOmitted ? Omission.widened(tokens, in: sentence) : tokens,
      rule: "citation.ibid", kind: isOmitted ? .omission : kind)
  }

  // MARK: Saying

  /// Whether something that parts phrases, or the end of the sentence, stands at an index.
  static func isParted(after index: Int, in sentence: TokenizedSentence) -> Bool {
    let next = sentence[sentence.skippingSpace(index)]
    if next.kind == .boundary || next.isEmDash || next.isEnDash { return true }
    guard next.kind == .mark else { return false }
    switch next.scalar {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x28, 0x29, 0x5B, 0x5D, 0x22, 0x201D, 0x2019, 0x2026:
      return true
    default: return false
    }
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    let isBrief = policy != .full
    switch form {
    case .inBrackets(let works):
      guard policy != .omit else { return }
      writer.mark(.comma)
      for (position, work) in works.enumerated() {
        if position > 0 {
          // `Jones, 1950, as cited in Smith, 2019`
          let isLed = !work.signal.isEmpty && sentence[work.tokens.lowerBound - 2].isMark(",")
          writer.mark(isLed ? .comma : .semicolon)
        }
        work.say(isBrief: isBrief, into: &writer, in: sentence)
      }
    case .running(let authors, let years, let locator, let further):
      AuthorNames.say(authors.tokens, into: &writer, in: sentence)
      let end =
        further.last?.tokens.upperBound ?? locator?.tokens.upperBound ?? years.tokens.upperBound
      guard !isBrief else {
        return writer.omit(
          authors.tokens.upperBound..<end + 1, in: sentence, rule: "citation.brief")
      }
      if !authors.isPossessive { writer.mark(.comma) }
      years.say(into: &writer, in: sentence)
      if let locator {
        writer.mark(.comma)
        locator.say(into: &writer, in: sentence)
      }
      for work in further {
        writer.mark(.semicolon)
        work.say(isBrief: false, into: &writer, in: sentence)
      }
      if authors.isPossessive { return }
    case .bare(let work):
      return work.say(isBrief: isBrief, into: &writer, in: sentence)
    case .latin(let words, let locator, let isInBrackets, let endsSentence):
      guard !isInBrackets || policy != .omit else { return }
      if isInBrackets { writer.mark(.comma) }
      for word in words { writer.say(word) }
      if let locator {
        writer.mark(.comma)
        locator.say(into: &writer, in: sentence)
      }
      if endsSentence { writer.mark(.period) }
      if !isInBrackets { return }
    }
    if !parts { writer.mark(.comma) }
  }
}

/// How much goes with something that is left out, so that no mark and no space is left behind.
enum Omission {
  /// At the beginning of a sentence the space after it goes too, and a mark that would stand
  /// alone; between two commas the second goes.
  static func widened(_ tokens: Range<Int>, in sentence: TokenizedSentence) -> Range<Int> {
    let left = sentence[sentence.beforeSpace(tokens.lowerBound)]
    var end = tokens.upperBound
    let next = sentence[end]
    if left.kind == .boundary {
      if next.kind == .mark, isParting(next) { end += 1 }
      if sentence[end].isSpace { end += 1 }
    } else if left.isMark(",") || left.isMark(";"), next.isMark(",") || next.isMark(";") {
      end += 1
    }
    return tokens.lowerBound..<end
  }

  private static func isParting(_ token: Token) -> Bool {
    token.isMark(",") || token.isMark(";") || token.isMark(":") || token.isMark(".")
  }
}
