/// Capitals that are said as a word: a known acronym, or one that sounds like a word.
///
/// - `NASA` → `nasa`, `NASA’s` → `nasa’s`, `REITs` → `reits`, `the NIDA study` → `the nida study`
/// - Not `USDA`, `MRI` (letters, see ``Initialism``, which is asked first), `NOT` (``Shouting``).
///
/// Voices spell short words in capitals, so these are given to them in small letters.
struct Acronym: SemioticClass {
  static let kind = Edit.Kind.acronym

  let word: Range<Int>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Acronym>? {
    let token = sentence[start]
    guard sentence.isFreeOnLeft(start), sentence.isFreeOnRight(after: start),
      !token.shape.contains(.nonASCII) || !token.isUpper
    else { return nil }
    var letters = token.range
    if !token.isUpper {
      // `NASA’s`, `LANs`
      let parts = Initialism.parts(of: token, in: sentence.bytes)
      guard parts.1 != .none else { return nil }
      letters = parts.0
    }
    let bytes = sentence.bytes.slice(letters)
    guard bytes.count > 1, bytes.allSatisfy(ASCII.isUpper) else { return nil }
    let keys = token.isUpper ? token.keys : Keywords.lookUp(bytes)
    let isKnown = keys.contains(.acronymWord)
    guard isKnown || isBySound(start, bytes, keys, isPlural: !token.isUpper, in: sentence) else {
      return nil
    }
    return Match(
      Acronym(word: token.range), tokens: start..<start + 1,
      rule: isKnown ? "acronym.word" : "acronym.by-sound")
  }

  /// Short enough for an acronym, no everyday word, and not among words under stress.
  ///
  /// With a small `s` it is no word under stress either: `SEALs`.
  private static func isBySound(
    _ start: Int, _ letters: UnsafeBufferPointer<UInt8>, _ keys: KeywordSet,
    isPlural: Bool,
    in sentence: TokenizedSentence
  ) -> Bool {
    letters.count <= 6 && (!keys.contains(.commonWord) || isPlural)
      && Pronounceable.isAcronym(letters)
      && !Shouting.surrounds(start, in: sentence)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(String(decoding: sentence.bytes.slice(word).map(ASCII.lowercased), as: UTF8.self))
  }
}
