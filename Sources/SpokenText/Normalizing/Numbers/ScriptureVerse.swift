/// Chapter and verse behind the name of a book: `Genesis 1:1–3` → `Genesis one one to three`.
struct ScriptureVerse: SemioticClass {
  static let kind = Edit.Kind.digits

  var chapter: Range<Int>
  var verse: Range<Int>
  /// Empty when there is one verse alone.
  var lastVerse = 0..<0
  /// The name of a book that is written short, and its number of several, as in `1 Cor.`.
  var book: (number: Int?, name: StaticString)?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<ScriptureVerse>? {
    if let short = shortBook(start, in: sentence) { return short }
    guard sentence[start].isDigits, sentence[start].count <= 3, sentence[start + 1].isMark(":"),
      sentence[start + 2].isDigits, sentence[start + 2].count <= 3,
      let book = sentence.wordBefore(start), sentence[book].shape.contains(.firstUpper),
      sentence.token(book, isAnyOf: ScriptureTable.names)
    else { return nil }
    return verses(start, in: sentence)
  }

  /// A book with a short name before its verses, as `Gen. 1:1–3` and `1 Cor. 13:4`.
  private static func shortBook(
    _ start: Int, in sentence: TokenizedSentence
  ) -> Match<ScriptureVerse>? {
    let number =
      sentence[start].count == 1 && sentence[start].isDigits
      ? sentence.value(start) : nil
    if number != nil, !(1...3).contains(number ?? 0) || !sentence[start + 1].isSpace { return nil }
    let book = number == nil ? start : start + 2
    guard sentence[book].isCapitalized, sentence.isFreeOnLeft(start) else { return nil }
    let chapter = sentence.skippingSpace(
      sentence[book + 1].isMark(".") ? book + 2 : book + 1)
    guard chapter > book + 1, var match = verses(chapter, in: sentence),
      let name = ScriptureTable.short.first(where: { sentence.token(book, isIgnoringCase: $0.0) })?
        .1
    else { return nil }
    match.value.book = (number, name)
    match.tokens = start..<match.tokens.upperBound
    return match
  }

  private static func verses(
    _ start: Int, in sentence: TokenizedSentence
  ) -> Match<ScriptureVerse>? {
    guard sentence[start].isDigits, sentence[start].count <= 3, sentence[start + 1].isMark(":"),
      sentence[start + 2].isDigits, sentence[start + 2].count <= 3
    else { return nil }
    var found = ScriptureVerse(
      chapter: sentence[start].range, verse: sentence[start + 2].range)
    var end = start + 3
    if let next = sentence.rangeDash(end), next == end + 1, sentence[next].isDigits,
      sentence[next].count <= 3, !sentence[next + 1].isMark(":")
    {
      found.lastVerse = sentence[next].range
      end = next + 1
    }
    guard !sentence[end].isDigits, !sentence[end].isMark(":") else { return nil }
    return Match(found, tokens: start..<end, rule: "digits.scripture")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let book {
      switch book.number {
      case 1: writer.say("First")
      case 2: writer.say("Second")
      case 3: writer.say("Third")
      default: break
      }
      writer.say(book.name)
    }
    NumberWords.sayCardinal(sentence.bytes.slice(chapter), into: &writer)
    NumberWords.sayCardinal(sentence.bytes.slice(verse), into: &writer)
    guard !lastVerse.isEmpty else { return }
    writer.say("to")
    NumberWords.sayCardinal(sentence.bytes.slice(lastVerse), into: &writer)
  }
}
