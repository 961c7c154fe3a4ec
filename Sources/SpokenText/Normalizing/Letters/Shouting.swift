/// A word in capitals that is a word all the same: stress, a heading, an acronym.
///
/// `This is NOT over.` → `This is not over.`; `NASA` → `nasa`, `LANs` → `lans`; in a sentence of capitals every
/// word that can be said: `WHAT IS KETAMINE?` → `what is ketamine?`. Voices spell short words in
/// capitals, so these are given to them in small letters.
struct Shouting: SemioticClass {
  static let kind = Edit.Kind.acronym

  let word: Range<Int>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Shouting>? {
    let token = sentence[start]
    if let inflected = inflected(start, in: sentence) { return inflected }
    guard token.isUpper, token.count > 1, !token.shape.contains(.nonASCII),
      sentence.isFreeOnLeft(start), sentence.isFreeOnRight(after: start)
    else { return nil }
    return Match(
      Shouting(word: token.range), tokens: start..<start + 1,
      rule: token.keys.contains(.acronymWord) ? "acronym.word" : "acronym.stressed-word")
  }

  /// `LANs`, `NASA's`: an acronym that is a word, with an ending.
  private static func inflected(
    _ start: Int, in sentence: TokenizedSentence
  ) -> Match<Shouting>? {
    let token = sentence[start]
    guard token.shape.contains(.innerUpper), token.shape.contains(.lower), token.count > 3,
      !token.shape.contains(.nonASCII), sentence.isFreeOnLeft(start),
      sentence.isFreeOnRight(after: start)
    else { return nil }
    let (letters, ending) = Initialism.parts(of: token, in: sentence.bytes)
    let bytes = sentence.bytes.slice(letters)
    guard ending != .none, bytes.allSatisfy(ASCII.isUpper),
      Keywords.lookUp(bytes).contains(.acronymWord)
    else { return nil }
    return Match(Shouting(word: token.range), tokens: start..<start + 1, rule: "acronym.word")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(String(decoding: sentence.bytes.slice(word).map(ASCII.lowercased), as: UTF8.self))
  }
}
