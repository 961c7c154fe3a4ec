/// Whether an amount describes a noun, so that its unit stands in the singular.
extension TokenizedSentence {
  /// `a $5 bill`, `the $64,000 question`, `an estimated 10 km walk`, not `a $5 for`.
  ///
  /// A noun must follow, and before the amount stand a word that asks for one.
  func isAttributive(_ start: Int, _ end: Int) -> Bool {
    guard isBeforeNoun(end) || isBeforeName(end), let word = wordBefore(start) else { return false }
    if token(word, isAnyOf: Self.determiners) { return true }
    // `an estimated $5 million loss`
    guard isModifier(word), let article = wordBefore(word) else { return false }
    return token(article, isAnyOf: Self.articles)
  }

  /// Whether white space and a word in lower case that is most likely a noun or its adjective
  /// follow.
  func isBeforeNoun(_ end: Int) -> Bool {
    guard let word = wordAfter(end), self[word].isLower, self[word].count > 1 else { return false }
    // `a 5 m tall statue`
    if token(word, isAnyOf: Self.sizes) { return isBeforeNoun(word + 1) }
    if Self.functionWords.contains(WordKey(bytes.slice(self[word].range))) { return false }
    return !hasEnding("ed", word) && !hasEnding("ly", word)
  }

  /// `a $40M Series B`, `a 10 V DC supply`.
  func isBeforeName(_ end: Int) -> Bool {
    guard let word = wordAfter(end) else { return false }
    return self[word].shape.contains(.firstUpper) && self[word].count > 2
      && !self[word].keys.contains(.timeZone)
      && self[word].keys.isDisjoint(with: [.month, .weekday])
  }

  private func isModifier(_ word: Int) -> Bool {
    guard self[word].isLower else { return false }
    return hasEnding("ed", word) || hasEnding("ly", word)
      || Self.modifiers.contains(WordKey(bytes.slice(self[word].range)))
  }

  private func hasEnding(_ ending: StaticString, _ word: Int) -> Bool {
    let range = self[word].range
    guard range.count > ending.utf8CodeUnitCount + 2 else { return false }
    return bytes.holds(ending, at: range.upperBound - ending.utf8CodeUnitCount..<range.upperBound)
  }

  private static let articles: [StaticString] = ["a", "an", "the", "this", "that"]

  private static let determiners: [StaticString] = [
    "a", "an", "the", "this", "that", "my", "your", "his", "her", "its", "our", "their", "each",
    "every", "another", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "twelve", "these", "those", "first", "second",
  ]

  private static let sizes: [StaticString] = ["long", "tall", "wide", "deep", "high", "thick"]

  private static let modifiers = WordSet(
    """
    additional annual average big cool daily extra fat final full further hefty huge initial large
    massive maximum mere minimum monthly new old record recent separate similar single small
    standard steep total typical weekly whole whopping
    """)

  /// Words behind an amount that are no noun which it describes.
  private static let functionWords = WordSet(
    """
    per a an each every in on for to and or from at with of is was by worth off more less back as
    if that so but when than the into over under above below within he she they we you it who which
    were are had has have be been being can could may might must shall should will would do does
    did not nor then there here now later earlier ago away apart after before until till since
    while because between through throughout across along around about against toward towards
    behind beyond beneath beside down up out onto upon via without during despite where whose what
    this these those his her their our my your its just only also even still yet already again too
    yesterday today tonight tomorrow last next once twice both all any some most today's
    went goes go came comes come got gets get made makes make left lost cost costs paid spent sold
    bought won kept took takes fell rose rises grew ran apiece overall altogether together
    given taken owing due shown seen known found sent lent put remaining separating missing including
    seems gives means buys covers pays represents becomes remains equals adds helps works worldwide
    extra instead alone cash total short
    north south east west northeast northwest southeast southwest inland offshore downstream
    upstream uphill downhill very like quite rather so never ever always maybe perhaps plus minus times versus vs hourly daily weekly monthly yearly
    """)
}
