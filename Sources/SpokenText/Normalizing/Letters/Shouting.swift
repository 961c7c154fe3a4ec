/// A word in capitals that are there for stress, or because all words around have them.
///
/// - `This is NOT over.` → `This is not over.`, `I told you to GET OUT NOW` → `… get out now`
/// - In a sentence of capitals every word that can be said: `WHAT IS KETAMINE?` → `what is
///   ketamine?`
/// - `JOHN’S` → `john’s`
///
/// Voices spell short words in capitals, so these are given to them in small letters. Which
/// capitals are letters is decided by ``Initialism``, which is asked first.
struct Shouting: SemioticClass {
  static let kind = Edit.Kind.acronym

  let word: Range<Int>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Shouting>? {
    let token = sentence[start]
    guard sentence.isFreeOnLeft(start), sentence.isFreeOnRight(after: start) else { return nil }
    if token.isUpper {
      guard !token.shape.contains(.nonASCII),
        token.count > 1 || token.scalar == 0x41 && surrounds(start, in: sentence)
      else { return nil }
    } else {
      // `JOHN’s`
      let (letters, ending) = Initialism.parts(of: token, in: sentence.bytes)
      guard ending == .possessive, letters.count > 2,
        sentence.bytes.slice(letters).allSatisfy(ASCII.isUpper)
      else { return nil }
    }
    return Match(
      Shouting(word: token.range), tokens: start..<start + 1, rule: "acronym.stressed-word")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(String(decoding: sentence.bytes.slice(word).map(ASCII.lowercased), as: UTF8.self))
  }

  // MARK: Among other capitals

  /// Whether the words beside a token are stressed: capitals that are everyday words, in a sentence
  /// of capitals one, else two in the same run of capitals.
  ///
  /// `GUI, CLI AND API` is a list of initialisms, `GET OUT JOHN` is not. At most four words
  /// and twelve tokens on either side are looked at.
  static func surrounds(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let wanted = sentence.isShouted ? 1 : 2
    var found = 0
    for step in [-1, 1] {
      var words = 0
      for distance in 1...12 where found < wanted && words < 4 {
        let token = sentence[start + step * distance]
        if token.isWord {
          guard token.isUpper else { break }
          words += 1
          if token.count > 1, isEvidence(token, in: sentence) { found += 1 }
        } else if token.kind == .boundary || token.isDigits && !sentence.isShouted {
          break
        }
      }
    }
    return found >= wanted
  }

  private static func isEvidence(_ token: Token, in sentence: TokenizedSentence) -> Bool {
    if token.keys.contains(.acronymWord) { return false }
    if token.keys.contains(.commonWord) { return true }
    return token.count >= 6 && Pronounceable.isWord(sentence.bytes.slice(token.range))
  }
}
