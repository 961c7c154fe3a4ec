/// Chapter and verse behind the name of a book: `Genesis 1:1–3` → `Genesis one one to three`.
///
/// - `1 Cor. 13:4` → `First Corinthians thirteen four`, `2 Kings 5` → `Second Kings five`
/// - `John 3:16–4:2` → `John three sixteen to four two`, `Isa. 40:31; 41:10` → `Isaiah forty
///   thirty-one, forty-one ten`
/// - `Gen. 2:4b` → `Genesis two four B`, `Deut. 6` → `Deuteronomy six`
struct ScriptureVerse: SemioticClass {
  static let kind = Edit.Kind.digits

  /// A book that is said otherwise than it is written; nil when its name is left as it stands.
  var book: Book?
  var passages: [Passage]

  struct Book: Sendable {
    /// Which of several: `1 Cor.`.
    var number: Int?
    /// The long form of a short name; nil where the name is written in full.
    var name: StaticString?
    /// UTF-8 bytes of the name as it is written.
    var written: Range<Int>
  }

  /// Verses of one chapter, or from one chapter into another.
  struct Passage: Sendable {
    /// Token indices of numbers, and of a letter behind a verse.
    var chapter: Int
    var verse: Int?
    var letter: Int?
    var lastChapter: Int?
    var lastVerse: Int?
    var lastLetter: Int?
    var end: Int
  }

  private static let mostPassages = 12

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<ScriptureVerse>? {
    if sentence[start].isDigits, sentence[start].count == 1,
      let numbered = numbered(start, in: sentence)
    {
      return numbered
    }
    if sentence[start].isWord { return shortBook(start, number: nil, at: start, in: sentence) }
    guard let book = sentence.wordBefore(start), sentence[start + 1].isMark(":"),
      sentence[book].shape.contains(.firstUpper),
      sentence.token(book, isAnyOf: ScriptureTable.names)
    else { return nil }
    return passages(start, from: start, book: nil, in: sentence)
  }

  // MARK: Books

  /// `1 Corinthians 13`, `2 Tim. 3:16`: the number of a book before its name.
  private static func numbered(
    _ start: Int, in sentence: TokenizedSentence
  ) -> Match<ScriptureVerse>? {
    let name = start + 2
    guard let number = sentence.value(start), (1...4).contains(number),
      sentence[start + 1].isSpace, sentence[name].isCapitalized, sentence.isFreeOnLeft(start)
    else { return nil }
    if let short = shortBook(name, number: number, at: start, in: sentence) { return short }
    guard sentence.token(name, isIn: ScriptureTable.numbered), sentence[name + 1].isSpace,
      sentence[name + 2].isDigits
    else { return nil }
    return passages(
      name + 2, from: start, book: Book(number: number, written: sentence[name].range),
      in: sentence)
  }

  /// A book with a short name, as `Gen. 1:1–3`.
  private static func shortBook(
    _ name: Int, number: Int?, at start: Int, in sentence: TokenizedSentence
  ) -> Match<ScriptureVerse>? {
    guard sentence[name].isCapitalized, sentence[name].count <= 5, sentence.isFreeOnLeft(start)
    else { return nil }
    let hasStop = sentence[name + 1].isMark(".")
    let chapter = sentence.skippingSpace(hasStop ? name + 2 : name + 1)
    guard chapter > name + 1, sentence[chapter].isDigits,
      let long = ScriptureTable.short.first(where: {
        sentence.token(name, isIgnoringCase: $0.0)
      })?.1
    else { return nil }
    let isChapterEnough =
      hasStop && (number != nil || sentence.token(name, isIn: ScriptureTable.sure))
    guard isChapterEnough || sentence[chapter + 1].isMark(":") else { return nil }
    return passages(
      chapter, from: start, book: Book(number: number, name: long, written: sentence[name].range),
      in: sentence)
  }

  // MARK: Chapters and verses

  private static func passages(
    _ index: Int, from start: Int, book: Book?, in sentence: TokenizedSentence
  ) -> Match<ScriptureVerse>? {
    // `Mark 9:30 pm`: a person at a time.
    guard let first = passage(at: index, in: sentence),
      !sentence.keysAfter(first.end).contains(.dayHalf),
      ClockTime.half(first.end, in: sentence) == nil
    else { return nil }
    var passages = [first]
    // `Isa. 40:31; 41:10`
    while passages.count < mostPassages, let end = passages.last?.end,
      sentence[end].isMark(";") || sentence[end].isMark(","), sentence[end + 1].isSpace,
      let next = passage(at: end + 2, in: sentence), next.verse != nil
    {
      passages.append(next)
    }
    return Match(
      ScriptureVerse(book: book, passages: passages),
      tokens: start..<(passages.last?.end ?? first.end), rule: "digits.scripture")
  }

  private static func passage(at start: Int, in sentence: TokenizedSentence) -> Passage? {
    guard isNumber(start, in: sentence) else { return nil }
    var found = Passage(chapter: start, end: start + 1)
    if sentence[start + 1].isMark(":"), isNumber(start + 2, in: sentence) {
      found.verse = start + 2
      found.end = start + 3
      found.letter = found.takeLetter(in: sentence)
    }
    if let next = sentence.rangeDash(found.end), next == found.end + 1,
      isNumber(next, in: sentence)
    {
      if sentence[next + 1].isMark(":"), isNumber(next + 2, in: sentence) {
        found.lastChapter = next
        found.lastVerse = next + 2
        found.end = next + 3
      } else {
        found.lastVerse = next
        found.end = next + 1
      }
      found.lastLetter = found.takeLetter(in: sentence)
    }
    guard sentence.isFreeOnRight(after: found.end - 1), !sentence[found.end].isMark(":") else {
      return nil
    }
    return found
  }

  private static func isNumber(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[index].isDigits && sentence[index].count <= 3
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let book {
      switch book.number {
      case 1: writer.say("First")
      case 2: writer.say("Second")
      case 3: writer.say("Third")
      case 4: writer.say("Fourth")
      default: break
      }
      if let name = book.name { writer.say(name) } else { writer.say(source: book.written) }
    }
    for (position, passage) in passages.enumerated() {
      if position > 0 { writer.mark(.comma) }
      passage.say(into: &writer, in: sentence)
    }
  }
}

extension ScriptureVerse.Passage {
  /// Takes in the `b` of `4b`.
  fileprivate mutating func takeLetter(in sentence: TokenizedSentence) -> Int? {
    guard sentence[end].isLower, sentence[end].count == 1,
      (0x61...0x66).contains(sentence[end].scalar)
    else { return nil }
    end += 1
    return end - 1
  }

  fileprivate func say(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    say(chapter, into: &writer, in: sentence)
    say(verse, into: &writer, in: sentence)
    say(letter, into: &writer, in: sentence)
    guard lastVerse != nil else { return }
    writer.say("to")
    say(lastChapter, into: &writer, in: sentence)
    say(lastVerse, into: &writer, in: sentence)
    say(lastLetter, into: &writer, in: sentence)
  }

  private func say(
    _ index: Int?, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    guard let index else { return }
    if sentence[index].isDigits {
      NumberWords.sayCardinal(sentence.bytes.slice(sentence[index].range), into: &writer)
    } else {
      writer.spell(source: sentence[index].range)
    }
  }
}
