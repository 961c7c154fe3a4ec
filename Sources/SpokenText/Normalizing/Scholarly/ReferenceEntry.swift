/// An entry of a reference list with its fields, found in the whole text of a passage.
///
/// Knows the shapes of APA, Harvard, Vancouver and AMA, MLA, Chicago, IEEE and Nature. What it
/// cannot take apart is read as ordinary prose.
public struct ReferenceEntry: Sendable {
  /// The word before the entry and its colon: `Reference:`.
  var label: Range<Int>
  /// The number of the entry in its list, as `[3]`.
  var number: (index: Int, tokens: Range<Int>)?
  var authors: ReferenceAuthors
  /// The year behind the authors, with its brackets and stops.
  var year: (years: CitedYears, tokens: Range<Int>)?
  /// The title without its quotation marks; a question or exclamation mark is part of it.
  var title: Range<Int>
  /// Where the marks behind the title end.
  var titleEnd: Int
  /// `2nd ed.` behind the title: its number, and all of it.
  var edition: (number: Int, tokens: Range<Int>)?
  /// `Translated by T. Moss.`, `2020 [cited 2021 Jan 5].`: what stands before the container and is
  /// none; a year in it is ``lateYear``.
  var gap: Range<Int>
  /// `In A. Editor (Ed.),` before the name of a book.
  var leadIn: Range<Int>
  /// The journal, the book or the publisher.
  var container: Range<Int>
  /// Token of the volume's number.
  var volume: Int?
  /// Token of the issue's number.
  var issue: Int?
  /// Pages, or the number of an article; empty when there are none.
  var pages: Range<Int>
  /// Token of a year behind the container.
  var lateYear: Int?
  /// Where what leads to a copy begins: addresses, and the words around them.
  var access: Int
  /// Addresses and DOIs.
  var links: [Range<Int>]
  /// Tokens of the whole, white space around it left out.
  var tokens: Range<Int>
  var hasQuotedTitle: Bool
  var hasPages: Bool

  /// Whether a text is, as a whole, surely one entry of a reference list.
  ///
  /// `Smith, J. (2020). Sleep. Nature, 5, 1–9.` → true; a sentence that cites somebody → false.
  public static func isReference(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { buffer in
      let bytes = SourceBytes(buffer)
      guard isWorthLexing(bytes, as: .prose) else { return false }
      var tokens: [Token] = []
      Lexer.tokenize(0..<bytes.count, of: bytes, into: &tokens)
      return tokens.withUnsafeBufferPointer {
        ReferenceEntry(
          in: TokenizedSentence(
            bytes: bytes, tokens: $0, language: .americanEnglish, policies: Policies(),
            role: .prose)) != nil
      }
    }
  }

  /// Takes the text of a passage apart.
  ///
  /// In the role of a reference the authors and a title are enough; elsewhere the shape must leave
  /// no doubt.
  init?(in passage: TokenizedSentence) {
    guard passage.language.isEnglish else { return nil }
    guard let entry = ReferenceParser(sentence: passage).parse() else { return nil }
    guard passage.role == .reference ? entry.isPlausible : entry.isSure(in: passage) else {
      return nil
    }
    self = entry
  }

  /// Whether a text may be an entry by what its bytes show: outside a reference list it is not
  /// long, and has a year in digits.
  static func isWorthLexing(_ bytes: SourceBytes, as role: TextRole) -> Bool {
    role == .reference || (20...1500).contains(bytes.count) && hasYear(bytes)
  }

  private static func hasYear(_ bytes: SourceBytes) -> Bool {
    var digits = 0
    for byte in bytes.slice(0..<bytes.count) {
      if ASCII.isDigit(byte) {
        digits &+= 1
      } else if digits != 0 {
        if digits == 4 { return true }
        digits = 0
      }
    }
    return digits == 4
  }

  init(authors: ReferenceAuthors, tokens: Range<Int>) {
    self.authors = authors
    self.tokens = tokens
    let end = authors.tokens.upperBound
    label = tokens.lowerBound..<tokens.lowerBound
    title = end..<end
    titleEnd = end
    gap = end..<end
    leadIn = end..<end
    pages = end..<end
    container = end..<end
    access = tokens.upperBound
    links = []
    hasQuotedTitle = false
    hasPages = false
  }

  private var isPlausible: Bool {
    !title.isEmpty && (year != nil || lateYear != nil || !container.isEmpty || !links.isEmpty)
  }

  /// Whether the shape alone says so: a year, and as much else as the order of names leaves open.
  private func isSure(in sentence: TokenizedSentence) -> Bool {
    guard !title.isEmpty, year != nil || lateYear != nil, isSpare(in: sentence) else {
      return false
    }
    // Where a sentence would go on in small letters there is no title.
    guard
      hasQuotedTitle || sentence[title.lowerBound].shape.contains(.firstUpper)
        || !sentence[title.lowerBound].isWord
    else { return false }
    let hasPlace = volume != nil || hasPages || !links.isEmpty
    let isYearInBrackets =
      year.map {
        sentence[$0.tokens.upperBound - 1].isMark(")")
          || sentence[$0.tokens.upperBound - 2].isMark(")")
      } ?? false
    switch authors.order {
    case .initialsAfter:
      return hasPlace || hasQuotedTitle || (isYearInBrackets && !container.isEmpty)
    case .initialsBefore:
      return hasQuotedTitle && (hasPlace || !container.isEmpty)
        || number != nil && isPublished(in: sentence)
    case .directNames: return hasQuotedTitle && lateYear != nil && hasPlace
    case .bareInitials:
      guard
        year != nil || authors.hasEtAl || sentence[authors.tokens.upperBound].isMark(".")
          || sentence[authors.tokens.upperBound].isMark(":")
      else { return false }
      return hasPlace || (!container.isEmpty && lateYear != nil)
    case .givenNames:
      return hasQuotedTitle && (hasPlace || !container.isEmpty) || isPublished(in: sentence)
    case .organization:
      let isListed = number != nil || hasQuotedTitle
      return isYearInBrackets && hasPlace || number != nil && hasQuotedTitle
        || isListed && (hasPlace || isPublished(in: sentence))
    }
  }

  /// Whether the container is a publisher: `London: Harbor Press`, `Polar Books`.
  private func isPublished(in sentence: TokenizedSentence) -> Bool {
    let words: [StaticString] = [
      "press", "books", "publishing", "publishers", "publications", "verlag", "up",
      "routledge", "penguin", "springer", "wiley", "elsevier",
    ]
    return container.contains { index in
      sentence[index].isMark(":") || words.contains { sentence.token(index, isIgnoringCase: $0) }
    }
  }

  /// Whether little is left behind the container: running text would go on in sentences.
  private func isSpare(in sentence: TokenizedSentence) -> Bool {
    var words = 0
    for index in container.upperBound..<max(tokens.upperBound, container.upperBound)
    where sentence[index].isLower && sentence[index].count > 4 {
      if !links.contains(where: { $0.contains(index) }) { words += 1 }
    }
    var names = 0
    for index in container where sentence[index].isWord { names += 1 }
    return words <= 4 && names <= 20
  }
}
