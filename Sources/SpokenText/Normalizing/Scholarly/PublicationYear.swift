/// The year of a publication: `2025` → `twenty twenty-five`.
struct PublicationYear: SemioticClass {
  static let kind = Edit.Kind.year

  let year: Int

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard sentence[start].count == 4, let year = sentence.value(start), (1400...2099).contains(year)
    else { return nil }
    return Match(PublicationYear(year: year), tokens: start..<start + 1, rule: "year.publication")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    let (century, rest) = year.quotientAndRemainder(dividingBy: 100)
    if century % 10 == 0, rest < 10 { return NumberWords.sayCardinal(year, into: &writer) }
    NumberWords.sayBelowHundred(century, into: &writer)
    if rest == 0 { return writer.say("hundred") }
    if rest < 10 { writer.say("oh") }
    NumberWords.sayBelowHundred(rest, into: &writer)
  }
}

/// A letter that is said by its name, as it is written: the `a` of `2020a`.
struct LetterName: SemioticClass {
  static let kind = Edit.Kind.initialism

  let letter: Range<Int>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard sentence[start].isWord, sentence[start].count == 1 else { return nil }
    return Match(
      LetterName(letter: sentence[start].range), tokens: start..<start + 1, rule: "letter.name")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(source: letter)
    writer.pronounce(.letterName)
  }
}
