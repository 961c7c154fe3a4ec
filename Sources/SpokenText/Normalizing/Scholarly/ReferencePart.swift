/// A part of a reference entry that is not read as it stands.
struct ReferencePart: SemioticClass {
  static let kind = Edit.Kind.reference

  enum Content: Sendable {
    case nothing
    /// `[3]` → `Reference three:`
    case number(Int)
    case authors(ReferenceAuthors, isBrief: Bool, endsSentence: Bool)
    case year(CitedYears)
    /// `In A. Editor (Ed.),` → `In`
    case leadIn
    /// `2nd ed.` → `second edition,`
    case edition(Int)
    /// What stands before the container, with a year in it.
    case gap(year: Int?)
    /// What stands behind a title or a container: volume and year are said, the rest is left out.
    case tail(volume: Int?, year: Int?)
    /// An address, by its host.
    case link(Range<Int>)
  }

  let content: Content
  let tokens: Range<Int>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? { nil }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    switch content {
    case .nothing: break
    case .number(let index):
      writer.say("Reference")
      NumberWords.sayCardinal(sentence.bytes.slice(sentence[index].range), into: &writer)
      writer.mark(.colon)
    case .authors(let authors, let isBrief, let endsSentence):
      authors.say(isBrief: isBrief, into: &writer, in: sentence)
      if endsSentence { writer.mark(.period) }
    case .year(let years):
      writer.mark(.comma)
      omit(tokens.lowerBound..<years.tokens.lowerBound, into: &writer, in: sentence)
      years.say(into: &writer, in: sentence)
      writer.omit(
        dated(years.tokens.upperBound, in: sentence), in: sentence, rule: "reference.date")
      writer.mark(.period)
    case .leadIn:
      writer.say("In")
      writer.omit(
        tokens.lowerBound + 1..<tokens.upperBound, in: sentence, rule: "reference.editors")
    case .edition(let number):
      NumberWords.sayOrdinal(sentence.bytes.slice(sentence[number].range), into: &writer)
      writer.say("edition")
      writer.mark(.comma)
    case .gap(let year):
      if let year, let match = PublicationYear.recognize(at: year, in: sentence) {
        writer.nested(match, in: sentence)
        writer.mark(.comma)
      }
      omit(
        (year.map { $0 + 1 } ?? tokens.lowerBound)..<tokens.upperBound, into: &writer, in: sentence)
    case .tail(let volume, let year):
      sayTail(volume: volume, year: year, into: &writer, in: sentence)
    case .link(let link):
      writer.omit(
        tokens.lowerBound..<link.lowerBound, in: sentence, rule: "reference.access")
      sayLink(link, into: &writer, in: sentence)
      writer.omit(
        link.upperBound..<tokens.upperBound, in: sentence, rule: "reference.access")
      writer.mark(.period)
    }
  }

  /// Month and day between the year and its bracket.
  private func dated(_ start: Int, in sentence: TokenizedSentence) -> Range<Int> {
    var end = start
    while end < tokens.upperBound, !sentence[end].isMark(")"), !sentence[end].isMark(".") {
      end += 1
    }
    return start..<end
  }

  /// Says volume and year in the order in which they stand.
  private func sayTail(
    volume: Int?, year: Int?, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    var done = tokens.lowerBound
    for at in [volume, year].compactMap({ $0 }).sorted() {
      // The mark may take back white space, so it comes before what is declared at its place.
      writer.mark(.comma)
      omit(done..<at, into: &writer, in: sentence)
      if at == volume {
        writer.say("volume")
        NumberWords.sayCardinal(sentence.bytes.slice(sentence[at].range), into: &writer)
      } else if let match = PublicationYear.recognize(at: at, in: sentence) {
        writer.nested(match, in: sentence)
      }
      done = at + 1
    }
    omit(done..<tokens.upperBound, into: &writer, in: sentence)
    writer.mark(.period)
  }

  /// Declares what a listener misses: words and numbers, not the marks between them.
  private func omit(
    _ range: Range<Int>, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    guard let first = range.first(where: { isContent(sentence[$0]) }),
      let last = range.last(where: { isContent(sentence[$0]) })
    else { return }
    writer.omit(first..<last + 1, in: sentence, rule: "reference.details")
  }

  private func isContent(_ token: Token) -> Bool { token.isWord || token.isDigits }

  /// `https://www.nature.com/x` → `Link to nature dot com`; a DOI without an address → `D O I link`.
  private func sayLink(
    _ link: Range<Int>, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    guard let host = host(of: link, in: sentence) else { return writer.say("D O I link") }
    writer.say("Link to")
    for index in host {
      if sentence[index].isMark(".") {
        writer.say("dot")
      } else if sentence[index].kind != .control {
        writer.say(source: sentence[index].range)
      }
    }
  }

  /// The host of an address without `www.`, nil for a DOI.
  private func host(of link: Range<Int>, in sentence: TokenizedSentence) -> Range<Int>? {
    var start = link.lowerBound
    if sentence.token(start, isIgnoringCase: "https")
      || sentence.token(start, isIgnoringCase: "http")
    {
      start += 4
    } else if !sentence.token(start, isIgnoringCase: "www") {
      return nil
    }
    if sentence.token(start, isIgnoringCase: "www"), sentence[start + 1].isMark(".") { start += 2 }
    var end = start
    while end < link.upperBound, !sentence[end].isMark("/"), !sentence[end].isMark("?"),
      !sentence[end].isMark(":"), !sentence[end].isMark("#")
    {
      end += 1
    }
    return start < end ? start..<end : nil
  }
}
