/// A closed list of words that decide about a number beside them, asked for without a heap.
struct ContextWords: Sendable {
  private static let longest = 16
  private let keys: WordSet

  /// Takes lower-case words of at most sixteen bytes, parted by white space.
  init(_ words: String) {
    keys = WordSet(words)
  }

  /// Whether a word of the text is one of these, in any case.
  func contains(_ index: Int, of sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    guard token.isWord, token.count <= Self.longest else { return false }
    return contains(sentence.bytes.slice(token.range))
  }

  /// Whether these letters are one of the words, in any case.
  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count <= Self.longest && keys.contains(WordKey(word))
  }
}

extension TokenizedSentence {
  /// Whether a token is a word of a closed list, in any case.
  func token(_ index: Int, isIn words: ContextWords) -> Bool { words.contains(index, of: self) }

  /// Whether the word on the left, through the stop of an abbreviation, is in a closed list.
  func labelBefore(_ index: Int, isIn words: ContextWords) -> Bool {
    labelBefore(index).map { token($0, isIn: words) } ?? false
  }

  /// Whether the word that follows after white space is in a closed list.
  func wordAfter(_ index: Int, isIn words: ContextWords) -> Bool {
    wordAfter(index).map { token($0, isIn: words) } ?? false
  }

  /// Whether one of the next few words of the clause is in a closed list.
  func wordsAfter(_ index: Int, within limit: Int, includeOneOf words: ContextWords) -> Bool {
    var index = index
    for _ in 0..<limit {
      if self[index].isSpace || self[index].isHyphen { index += 1 }
      guard self[index].isWord else { return false }
      if token(index, isIn: words) { return true }
      index += 1
    }
    return false
  }

  /// Whether one of the last few words before a token is in a closed list; stops, colons and
  /// brackets end the search, commas and numbers do not.
  func wordsBefore(_ index: Int, within limit: Int, includeOneOf words: ContextWords) -> Bool {
    nearestBefore(index, within: limit, matching: { token($0, isIn: words) }) != nil
  }

  /// The nearest word on the left that passes, at most `limit` words away in the same clause.
  func nearestBefore(
    _ index: Int, within limit: Int, matching passes: (Int) -> Bool
  ) -> Int? {
    var index = index - 1
    var words = 0
    let last = max(0, index - 3 * limit)
    while index >= last, words < limit {
      let token = self[index]
      if token.isWord {
        if passes(index) { return index }
        words += 1
      } else if token.kind == .mark {
        switch token.scalar {
        case 0x2E where !self[index - 1].isWord || self[index - 1].count > 3: return nil
        case 0x21, 0x3B, 0x3F, 0x28, 0x29, 0x2014: return nil
        default: break
        }
      }
      index -= 1
    }
    return nil
  }

  /// Whether something counted follows: a noun that the number beside it counts, as far as its
  /// form tells.
  func isCounting(before end: Int) -> Bool {
    guard let word = wordAfter(end) else { return false }
    let token = self[word]
    if !token.keys.isDisjoint(with: [.countedNoun, .scale]) { return true }
    guard token.isLower, token.count > 3, bytes[Int(token.end) - 1] == UInt8(ascii: "s") else {
      return self.token(word, isIn: Self.quantifiers)
    }
    return bytes[Int(token.end) - 2] != UInt8(ascii: "s") && !self.token(word, isIn: Self.verbs)
  }

  /// Words behind a number that show a noun to come.
  private static let quantifiers = ContextWords(
    "more additional other consecutive straight further extra different new or")
  /// Words in s behind a number that are no plural.
  private static let verbs = ContextWords(
    "thanks this whereas besides unless always perhaps sometimes afterwards versus plus is was has "
      + "does goes comes says seems gets makes means looks works takes towards overseas its "
      + "itself his across despite series status focus canvas this indoors outdoors")
}
