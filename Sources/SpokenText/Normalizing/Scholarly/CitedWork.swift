/// One work inside the brackets of a citation: `see Smith & Lee, 2019, pp. 45–47, for a review`.
struct CitedWork: Sendable {
  /// What leads to the work: `see also`, `e.g.,`.
  private(set) var signal: Range<Int>
  private(set) var authors: AuthorNames
  /// Nil where a page alone follows the names, as in MLA: `(Smith 45)`.
  private(set) var years: CitedYears?
  private(set) var locator: Locator?
  /// What follows: `for a review`, and whether a semicolon parts it.
  private(set) var remark: Range<Int>?
  private var isRemarkApart = false
  private(set) var tokens: Range<Int>

  static func parse(at start: Int, in sentence: TokenizedSentence) -> CitedWork? {
    let authorsStart = afterSignal(start, in: sentence)
    guard
      let authors = AuthorNames.parse(at: authorsStart, in: sentence, inBrackets: true)
    else { return nil }
    var index = sentence.skippingSpace(authors.tokens.upperBound)
    if sentence[index].isMark(",") || sentence[index].isMark(":") {
      index = sentence.skippingSpace(index + 1)
    }
    guard index > authors.tokens.upperBound, let years = CitedYears.parse(at: index, in: sentence)
    else { return nil }
    var work = CitedWork(
      signal: start..<authorsStart, authors: authors, years: years,
      tokens: start..<years.tokens.upperBound)
    work.takeLocator(in: sentence)
    work.takeRemark(in: sentence)
    return work
  }

  /// Names and a page without a year: `Smith 45`, `Smith and Jones 45–47`, `qtd. in Smith 45`.
  ///
  /// - Parameter isAfterQuote: Whether a quotation ends before the brackets. Without one a name and
  ///   a number may be anything; then "et al." or "quoted in" must tell.
  static func withoutYear(
    at start: Int, isAfterQuote: Bool, in sentence: TokenizedSentence
  ) -> CitedWork? {
    let authorsStart = afterSignal(start, in: sentence)
    guard
      let authors = AuthorNames.parse(at: authorsStart, in: sentence, inBrackets: true),
      isAfterQuote || authors.hasEtAl || sentence.token(start, is: "qtd")
        || sentence.token(start, is: "quoted"),
      !sentence[authorsStart].keys.contains(.numberedThing),
      sentence[authors.tokens.upperBound].isSpace,
      let locator = Locator.pages(at: authors.tokens.upperBound + 1, in: sentence)
    else { return nil }
    return CitedWork(
      signal: start..<authorsStart, authors: authors, years: nil, locator: locator,
      tokens: start..<locator.tokens.upperBound)
  }

  private init(
    signal: Range<Int>, authors: AuthorNames, years: CitedYears?, locator: Locator? = nil,
    tokens: Range<Int>
  ) {
    self.signal = signal
    self.authors = authors
    self.years = years
    self.locator = locator
    self.tokens = tokens
  }

  private mutating func takeLocator(in sentence: TokenizedSentence) {
    guard let locator = Locator.parse(after: tokens.upperBound, in: sentence) else { return }
    self.locator = locator
    tokens = tokens.lowerBound..<locator.tokens.upperBound
  }

  /// Up to eight words in lower case that begin as remarks do.
  private mutating func takeRemark(in sentence: TokenizedSentence) {
    let comma = tokens.upperBound
    guard sentence[comma].isMark(",") || sentence[comma].isMark(";") else { return }
    let start = sentence.skippingSpace(comma + 1)
    let openings: [StaticString] = [
      "for", "emphasis", "italics", "translated", "translation", "my", "our", "reprinted", "among",
      "and", "see", "original", "references",
    ]
    guard openings.contains(where: { sentence.token(start, is: $0) }) else { return }
    var end = start + 1
    while end < start + 15, sentence[end].isSpace, sentence[end + 1].isLower { end += 2 }
    guard Citation.endsWork(end, in: sentence) else { return }
    remark = start..<end
    isRemarkApart = sentence[comma].isMark(";")
    tokens = tokens.lowerBound..<end
  }

  /// The index of the first author behind `see also`, `but cf.`, `e.g.,`, `reviewed in`.
  private static func afterSignal(_ start: Int, in sentence: TokenizedSentence) -> Int {
    var index = start
    var isStrong = false
    while index < start + 24 {
      let token = sentence[index]
      guard token.isWord else { break }
      let word = sentence.bytes.slice(token.range)
      let isOpening = index == start && token.shape.contains(.firstUpper)
      guard token.isLower || isOpening, CitationSignals.contains(word) else { break }
      if CitationSignals.isStrong(word) { isStrong = true }
      index += 1
      while sentence[index].isMark(".") || sentence[index].isMark(",")
        || sentence[index].isMark(":") || sentence[index].isSpace || sentence[index].isHyphen
      {
        index += 1
      }
    }
    return isStrong ? index : start
  }

  func say(isBrief: Bool, into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    saySignal(into: &writer, in: sentence)
    authors.say(isBrief: isBrief, into: &writer, in: sentence)
    guard !isBrief else {
      let rest = authors.tokens.upperBound..<tokens.upperBound
      return writer.omit(rest, in: sentence, rule: "citation.brief")
    }
    writer.mark(.comma)
    years?.say(into: &writer, in: sentence)
    if let locator {
      writer.mark(.comma)
      locator.say(into: &writer, in: sentence)
    }
    if let remark {
      writer.mark(isRemarkApart ? .semicolon : .comma)
      writer.say(source: sentence.bytes(of: remark))
    }
  }

  private func saySignal(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    var index = signal.lowerBound
    while index < signal.upperBound {
      let token = sentence[index]
      if token.isMark(",") || token.isMark(":") {
        writer.mark(.comma)
      } else if sentence.token(index, isIgnoringCase: "e"), sentence.token(index + 2, is: "g") {
        writer.say("for example")
        writer.mark(.comma)
        index += 2
      } else if sentence.token(index, isIgnoringCase: "i"), sentence.token(index + 2, is: "e") {
        writer.say("that is")
        writer.mark(.comma)
        index += 2
      } else if sentence.token(index, isIgnoringCase: "cf") {
        writer.say("compare")
      } else if sentence.token(index, isIgnoringCase: "qtd") {
        writer.say("quoted")
      } else if token.isWord {
        writer.say(source: token.range)
      }
      index += 1
    }
  }
}
