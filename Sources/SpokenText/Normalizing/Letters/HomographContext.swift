/// The words beside a homograph: three on its left and three on its right, in its own clause.
struct HomographContext {
  struct Neighbour {
    /// Token index, -1 when nothing stands there.
    var index = -1
    var classes: WordClass = []
    var key = WordKey("")

    var isThere: Bool { index >= 0 }
    /// A word that no list knows: noun, adjective or verb.
    var isOpen: Bool { isThere && classes.subtracting([.plural, .capitalized, .takesTo]).isEmpty }
  }

  let sentence: TokenizedSentence
  let index: Int
  private(set) var left = (Neighbour(), Neighbour(), Neighbour(), Neighbour())
  private(set) var right = (Neighbour(), Neighbour(), Neighbour())
  /// No word of the sentence stands on the left.
  private(set) var isFirst = false

  init(at index: Int, in sentence: TokenizedSentence) {
    self.sentence = sentence
    self.index = index
    left.0 = neighbour(before: index)
    if left.0.isThere { left.1 = neighbour(before: left.0.index) }
    if left.1.isThere { left.2 = neighbour(before: left.1.index) }
    if left.2.isThere { left.3 = neighbour(before: left.2.index) }
    right.0 = neighbour(after: index)
    if right.0.isThere { right.1 = neighbour(after: right.0.index) }
    if right.1.isThere { right.2 = neighbour(after: right.1.index) }
    var start = index - 1
    while sentence[start].isSpace || sentence[start].kind == .mark, index - start < 6 { start -= 1 }
    isFirst = sentence[start].kind == .boundary
  }

  private func neighbour(before index: Int) -> Neighbour {
    var at = index - 1
    if sentence[at].isHyphen { return neighbour(at: at - 1) }
    guard sentence[at].isSpace else { return Neighbour() }
    at -= 1
    return neighbour(at: at)
  }

  private func neighbour(after index: Int) -> Neighbour {
    guard sentence[index + 1].isSpace || sentence[index + 1].isHyphen else { return Neighbour() }
    return neighbour(at: index + 2)
  }

  private func neighbour(at index: Int) -> Neighbour {
    let token = sentence[index]
    if token.isDigits { return Neighbour(index: index, classes: .numeral) }
    guard token.isWord else { return Neighbour() }
    var neighbour = Neighbour(index: index)
    let word = sentence.bytes.slice(token.range)
    guard word.count <= 16 else {
      neighbour.classes = word.count > 4 && word[word.count - 1] == UInt8(ascii: "s") ? .plural : []
      return neighbour
    }
    neighbour.key = WordKey(word)
    neighbour.classes =
      FunctionWordTable.classes[neighbour.key] ?? Self.classesByEnding(word, token)
    if token.shape.contains(.firstUpper) { neighbour.classes.insert(.capitalized) }
    return neighbour
  }

  private static func classesByEnding(
    _ word: UnsafeBufferPointer<UInt8>, _ token: Token
  ) -> WordClass {
    let count = word.count
    guard count > 2 else { return [] }
    let last = word[count - 1]
    let before = word[count - 2]
    if token.shape.contains(.apostrophe) {
      // `Ana's`, `Ana’s`, not `they'd`.
      return last == UInt8(ascii: "s") ? .article : []
    }
    if last == UInt8(ascii: "y"), before == UInt8(ascii: "l"), count > 4,
      token.isLower || token.isCapitalized
    {
      return .adverb
    }
    if count > 6, last == UInt8(ascii: "e"), before == UInt8(ascii: "l"),
      word[count - 3] == UInt8(ascii: "p"), word[count - 4] == UInt8(ascii: "o")
    {
      // `salespeople`
      return [.plural, .people]
    }
    switch before {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return []
    default: return last == UInt8(ascii: "s") && count > 3 ? .plural : []
    }
  }

  // MARK: What is asked

  func isLeft(_ classes: WordClass) -> Bool { !left.0.classes.isDisjoint(with: classes) }
  func isRight(_ classes: WordClass) -> Bool { !right.0.classes.isDisjoint(with: classes) }

  func left(isAnyOf words: WordSet) -> Bool { left.0.isThere && words.contains(left.0.key) }
  func right(isAnyOf words: WordSet) -> Bool { right.0.isThere && words.contains(right.0.key) }

  /// Whether a word of a set stands among the three on either side, commas passed over.
  func isNear(_ words: WordSet) -> Bool {
    guard !words.isEmpty else { return false }
    return holds(words, from: index, by: -1) || holds(words, from: index, by: 1)
  }

  private func holds(_ words: WordSet, from index: Int, by step: Int) -> Bool {
    var at = index + step
    var seen = 0
    for _ in 0..<10 where seen < 3 {
      let token = sentence[at]
      if token.kind == .boundary { return false }
      if token.isWord {
        seen += 1
        if token.count <= 16, words.contains(WordKey(sentence.bytes.slice(token.range))) {
          return true
        }
      }
      at += step
    }
    return false
  }

  /// Whether one of the next words, or of those before, tells of the past.
  var isToldAsPast: Bool {
    for step in [-1, 1] {
      var at = index + step
      for _ in 0..<24 {
        let token = sentence[at]
        if token.kind == .boundary { break }
        if token.isWord, token.count <= 16 {
          let key = WordKey(sentence.bytes.slice(token.range))
          if FunctionWordTable.classes[key]?.contains(.past) == true { return true }
          if key == Self.last, sentence[at + 1].isSpace, sentence[at + 2].isWord,
            Self.times.contains(WordKey(sentence.bytes.slice(sentence[at + 2].range)))
          {
            return true
          }
        }
        at += step
      }
    }
    return false
  }

  private static let last = WordKey("last")
  private static let times = keys(
    """
    night week month year summer winter spring autumn fall monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november
    december weekend time
    """)

  static func keys(_ words: String) -> WordSet { WordSet(words) }
}
