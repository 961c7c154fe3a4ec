/// Chapter and verse behind the name of a book: `Genesis 1:1–3` → `Genesis one one to three`.
struct ScriptureVerse: SemioticClass {
  static let kind = Edit.Kind.digits

  var chapter: Range<Int>
  var verse: Range<Int>
  /// Empty when there is one verse alone.
  var lastVerse = 0..<0

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<ScriptureVerse>? {
    guard sentence[start].isDigits, sentence[start].count <= 3, sentence[start + 1].isMark(":"),
      sentence[start + 2].isDigits, sentence[start + 2].count <= 3,
      let book = sentence.wordBefore(start), sentence[book].shape.contains(.firstUpper),
      sentence.token(book, isAnyOf: ScriptureTable.names)
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
    NumberWords.sayCardinal(sentence.bytes.slice(chapter), into: &writer)
    NumberWords.sayCardinal(sentence.bytes.slice(verse), into: &writer)
    guard !lastVerse.isEmpty else { return }
    writer.say("to")
    NumberWords.sayCardinal(sentence.bytes.slice(lastVerse), into: &writer)
  }
}
