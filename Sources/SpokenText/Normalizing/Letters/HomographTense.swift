/// "Read" as it is said of what was, and as it is said of what is.
extension HomographContext {
  /// `.past` where the words beside it show it; eSpeak NG says the present of itself.
  var read: HomographSense? {
    if sentence[index - 1].isHyphen { return left(isAnyOf: Self.well) ? .past : nil }
    if sentence[index + 1].isHyphen { return nil }
    guard left.0.isThere else {
      // `The poem, read by the author, …`
      return !isFirst && key(right.0, "by") && isNamed(right.1) ? .past : nil
    }
    if isLeft(.to) { return .present }
    if isLeft(.modal) || key(left.0, "go") { return nil }
    // `has read`, `was never read`, `got read`
    if isLeft([.be, .have]) || key(left.0, "got") || key(left.0, "get") { return .past }
    let isAdverb = isLeft(.adverb) || left(isAnyOf: Self.pastAdverbs)
    let subject = isAdverb ? (left.1.classes.contains(.adverb) ? left.2 : left.1) : left.0
    let outer = isAdverb ? (left.1.classes.contains(.adverb) ? left.3 : left.2) : left.1
    if isAdverb, !subject.classes.isDisjoint(with: [.be, .have]) { return .past }
    if left(isAnyOf: Self.well), !subject.classes.isDisjoint(with: [.article, .degree]) {
      return .past
    }
    // `Have you read`, `has anyone ever read`
    let subjects: WordClass = [.subject, .thirdPerson]
    if !subject.classes.isDisjoint(with: subjects) {
      if outer.classes.contains(.have) { return .past }
      return behindPronoun(subject, outer)
    }
    if !outer.classes.isDisjoint(with: [.modal, .causative, .to]) { return nil }
    if isLeft(.conjunction) { return isTold ? .past : nil }
    if key(right.0, "by"), left.0.isOpen, !isRight(.people), !left.1.classes.contains(.to),
      isNamed(right.1)
    {
      return .past
    }
    guard left.0.isOpen || isAdverb else { return nil }
    if subject.classes.contains(.plural) { return isToldAsPast ? .past : nil }
    return behindNoun(subject, outer)
  }

  private func isNamed(_ neighbour: Neighbour) -> Bool {
    !neighbour.classes.isDisjoint(with: [.article, .capitalized, .quantifier])
  }

  private static let well = keys("well widely much best most little")
  private static let pastAdverbs = keys("just once recently first finally already previously")

  /// Behind a pronoun: `she read` has no `s`, so it is past; `I read` is where the sentence says so.
  private func behindPronoun(_ subject: Neighbour, _ outer: Neighbour) -> HomographSense? {
    guard outer.classes.isDisjoint(with: [.modal, .causative, .to]) else { return nil }
    if subject.classes.contains(.thirdPerson) {
      // `it` and `her` may be objects, `suggest that she read` is no past.
      if key(outer, "that"), left.2.isThere, Self.wishes.contains(left.2.key) { return nil }
      return outer.classes.contains(.preposition) ? nil : .past
    }
    return left(isAnyOf: Self.pastAdverbs) || isToldAsPast || isAmongPast ? .past : nil
  }

  private static let wishes = keys(
    """
    suggest suggested suggests recommend recommended recommends insist insisted insists demand
    demanded demands require required requires ask asked asks
    """)

  /// Behind a noun or a name: `The judge read the verdict`, `Maria read it aloud`, `The sign read: "Closed"`.
  private func behindNoun(_ subject: Neighbour, _ outer: Neighbour) -> HomographSense? {
    let next = sentence[index + 1]
    let isColon = next.isMark(":") || next.isMark(",") && isQuote(index + 2)
    let isFollowed =
      isRight(.objectStart.union(.numeral)) || key(right.0, "aloud") || key(right.0, "out")
      || isColon
      || next.isSpace && isQuote(index + 1)
    guard isFollowed, subject.isOpen else { return nil }
    if outer.classes.contains(.article) || outer.classes.contains(.demonstrative) {
      return isTooFar ? nil : .past
    }
    // A name: `Maria read the letter`.
    let isName = subject.classes.contains(.capitalized)
    return isName
      && (!outer.isThere || outer.classes.contains(.conjunction)
        || outer.classes.contains(.capitalized))
      ? .past : nil
  }

  /// Whether the noun has its verb before it: `did the judge read it`.
  private var isTooFar: Bool {
    !left.2.classes.isDisjoint(with: [.modal, .causative])
  }

  /// Whether another clause of the sentence tells of the past, and none of what is usual.
  ///
  /// `When I read it, I laughed.`
  private var isAmongPast: Bool {
    var isPast = false
    for step in [-1, 1] {
      var at = index + step
      for _ in 0..<28 {
        let token = sentence[at]
        if token.kind == .boundary { break }
        if token.isWord, token.count <= 16 {
          let key = WordKey(sentence.bytes.slice(token.range))
          if Self.usual.contains(key) { return false }
          if !isPast, sentence[at + 1].isSpace, at + 2 != index,
            let classes = FunctionWordTable.classes[key],
            !classes.isDisjoint(with: [.subject, .thirdPerson]) || key == Self.there
          {
            isPast = isPastVerb(at + 2)
          }
        }
        at += step
      }
    }
    return isPast
  }

  private static let there = WordKey("there")
  private static let usual = keys(
    """
    every always usually often sometimes never whenever if daily each should could would can will
    let lets let's is are whether
    """)

  private func isPastVerb(_ index: Int) -> Bool {
    let token = sentence[index]
    guard token.isLower, token.count <= 16 else { return false }
    let word = sentence.bytes.slice(token.range)
    if Self.pastVerbs.contains(WordKey(word)) { return true }
    return word.count > 4 && word[word.count - 1] == UInt8(ascii: "d")
      && word[word.count - 2] == UInt8(ascii: "e")
      && FunctionWordTable.classes[WordKey(word)] == nil
  }

  private func isQuote(_ index: Int) -> Bool {
    let quote = sentence.skippingSpace(index)
    return sentence[quote].isMark("\"") || sentence[quote].isMark("\u{201C}")
  }

  /// Whether a verb before "and read" tells of the past: `opened the letter and read it`.
  private var isTold: Bool {
    var at = index - 2
    for _ in 0..<16 {
      let token = sentence[at]
      if token.kind == .boundary { return false }
      if token.isWord, token.count <= 16 {
        let word = sentence.bytes.slice(token.range)
        let key = WordKey(word)
        let classes = FunctionWordTable.classes[key] ?? []
        if !classes.isDisjoint(with: [.to, .modal]) { return false }
        if isPastVerb(at) { return true }
      }
      at -= 1
    }
    return false
  }

  private static let pastVerbs = keys(
    """
    took sat went got came found bought stood ran saw said told wrote made had was were began woke
    lay spent kept held brought fell knelt stopped thought knew felt
    """)
}
