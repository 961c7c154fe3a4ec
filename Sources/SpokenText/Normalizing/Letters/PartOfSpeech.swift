/// Whether a word is a noun or an adjective, or a verb, told by the words beside it.
enum PartOfSpeech {
  case nominal
  case verbal
}

extension HomographContext {
  /// The part of speech of a word that may be both; nil in doubt.
  ///
  /// `hasEnding`: the word has the `s` of a plural or a verb: `the records`, `she records`.
  func partOfSpeech(hasEnding: Bool, isAdjective: Bool) -> PartOfSpeech? {
    let takesObject = isRight(.objectStart)
    if isRight(.of), !isLeft([.to, .modal, .subject]) { return .nominal }
    if hasEnding, isRight([.be, .have, .modal, .who]), !isLeft([.thirdPerson, .who, .that]) {
      return .nominal
    }
    guard left.0.isThere else { return atClauseStart(hasEnding: hasEnding) }
    let classes = left.0.classes
    if classes.contains(.article), !isObjectPossessive { return .nominal }
    if classes.contains(.demonstrative) {
      if !hasEnding { return key(left.0, "this") ? .nominal : nil }
      return key(left.0, "this") ? (takesObject ? .verbal : nil) : .nominal
    }
    if classes.contains(.to) { return behindTo(hasEnding: hasEnding) }
    if classes.contains(.modal) {
      return hasEnding || !left.1.classes.isDisjoint(with: [.article, .preposition]) ? nil : .verbal
    }
    if !classes.isDisjoint(with: [.subject, .thirdPerson, .who, .which, .that]) {
      return behindSubject(hasEnding: hasEnding, takesObject)
    }
    if classes.contains(.object) || isObjectPossessive {
      return !hasEnding && left.1.classes.contains(.causative) ? .verbal : nil
    }
    if classes.contains(.numeral) { return hasEnding && !takesObject ? .nominal : nil }
    if classes.contains(.quantifier) {
      if hasEnding { return .nominal }
      if isAdjective { return nil }
      if key(left.0, "each"), !takesObject { return .nominal }
      return takesObject && !isRight(.demonstrative) || isRight(.to) ? .verbal : nil
    }
    if classes.contains(.conjunction) {
      return takesObject && !isRight(.demonstrative) && !hasEnding ? .verbal : nil
    }
    if classes.contains(.adverb) { return behindAdverb(hasEnding: hasEnding, takesObject) }
    if isAdjective, !classes.isDisjoint(with: [.degree, .become]) { return .nominal }
    if !classes.isDisjoint(with: [.be, .have, .preposition]) {
      return takesObject && !hasEnding ? nil : .nominal
    }
    if classes.contains(.plural), !hasEnding {
      if left(isAnyOf: Self.modifiers), !left.1.classes.isDisjoint(with: [.article, .preposition]) {
        return nil
      }
      if takesObject || !isAdjective && right(isAnyOf: Self.verbsTake) { return .verbal }
      return classes.contains(.people) && !isAdjective && !isRight(.preposition) ? .verbal : nil
    }
    return behindOpenWord(hasEnding: hasEnding, takesObject)
  }

  /// Plurals that stand before nouns: `the sales record the team set`.
  private static let modifiers = keys("sales sports arms drugs savings customs rights goods games")

  /// What follows a verb behind its subject rather than a noun: `residents object to`.
  private static let verbsTake = keys("to against when because")

  /// `let her record it`: "her" is no possessive there.
  private var isObjectPossessive: Bool {
    left.0.classes.contains(.object) && left.0.classes.contains(.article)
      && left.1.classes.contains(.causative)
  }

  /// At the beginning of a clause, as in `Record the meeting.` and `Use is free.`.
  private func atClauseStart(hasEnding: Bool) -> PartOfSpeech? {
    if isRight([.be, .have, .modal]) { return .nominal }
    guard !hasEnding, isRight(.objectStart), !isRight(.demonstrative) else { return nil }
    return .verbal
  }

  private func behindTo(hasEnding: Bool) -> PartOfSpeech? {
    if hasEnding { return .nominal }
    if left.1.classes.contains(.takesTo) { return isRight([.article, .object]) ? nil : .nominal }
    return isRight(.objectStart) || !right.0.isThere ? .verbal : nil
  }

  /// Behind a pronoun, or a word that may stand for one.
  private func behindSubject(hasEnding: Bool, _ takesObject: Bool) -> PartOfSpeech? {
    let classes = left.0.classes
    if classes.contains(.who) { return .verbal }
    if classes.contains(.subject) {
      return hasEnding || left.1.classes.contains(.preposition) ? nil : .verbal
    }
    if classes.contains(.thirdPerson) {
      if hasEnding { return .verbal }
      return left.1.classes.isDisjoint(with: [.modal, .causative]) ? nil : .verbal
    }
    // `tools that record sound`, `a tool that records it`; not `that record`, `said that records`.
    let isPlural = left.1.classes.contains(.plural)
    guard left.1.isOpen || isPlural,
      hasEnding ? !isPlural && takesObject : isPlural && right.0.isThere
    else {
      return nil
    }
    return .verbal
  }

  /// `will always record`, `they rarely use`, `students often use a`, `is currently present`.
  private func behindAdverb(hasEnding: Bool, _ takesObject: Bool) -> PartOfSpeech? {
    let before = left.1.classes.contains(.adverb) ? left.2 : left.1
    let classes = before.classes
    if !hasEnding, !classes.isDisjoint(with: [.modal, .to, .subject, .who]) { return .verbal }
    if hasEnding, !classes.isDisjoint(with: [.thirdPerson, .who]) { return .verbal }
    if !classes.isDisjoint(with: [.be, .article]) { return takesObject ? nil : .nominal }
    if !hasEnding, classes.contains(.plural), takesObject { return .verbal }
    if !hasEnding, !before.isThere, takesObject, !isRight(.demonstrative) { return .verbal }
    return nil
  }

  /// Behind a noun, an adjective or a verb that no list knows.
  private func behindOpenWord(hasEnding: Bool, _ takesObject: Bool) -> PartOfSpeech? {
    let before = left.1.classes
    if hasEnding {
      // `the company records a loss`, `Congress permits it`; not `keep records a year`.
      guard takesObject, !left.0.classes.contains(.plural) else { return nil }
      let isNoun =
        !before.isDisjoint(with: [.article, .demonstrative])
        || left.0.classes.contains(.capitalized) && before.isDisjoint(with: [.modal, .to])
      return isNoun ? .verbal : nil
    }
    // `Does Ana use`, `did the company record a profit`
    if before.contains(.modal), isName(left.0) { return .verbal }
    if !before.isDisjoint(with: [.article, .demonstrative]), left.2.classes.contains(.modal) {
      return takesObject || !right.0.isThere ? .verbal : nil
    }
    guard !takesObject else { return nil }
    if !before.isDisjoint(with: [.article, .preposition]), !left.0.classes.contains(.plural) {
      // `did the company record`, `let the band record`
      let outer = left.2.classes
      return outer.isDisjoint(with: [.modal, .causative, .that]) && !isName(left.0)
        && !key(left.1, "from")
        ? .nominal : nil
    }
    return nil
  }

  /// A capital behind the first word of the sentence.
  private func isName(_ neighbour: Neighbour) -> Bool {
    neighbour.classes.contains(.capitalized) && sentence[neighbour.index - 1].kind != .boundary
  }

  func key(_ neighbour: Neighbour, _ word: StaticString) -> Bool {
    neighbour.isThere && sentence.token(neighbour.index, isIgnoringCase: word)
  }
}
