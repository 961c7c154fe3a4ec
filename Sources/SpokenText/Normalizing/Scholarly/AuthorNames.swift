/// The authors in front of the year of a citation: `Smith, Jones, & Lee`, `van der Kolk et al.`,
/// `World Health Organization [WHO]`.
struct AuthorNames: Sendable {
  /// All of them with what joins them.
  private(set) var tokens: Range<Int>
  /// The first name.
  private(set) var first: Range<Int>
  private(set) var count = 1
  private(set) var hasEtAl = false
  /// `Smith's`, `Smith et al.'s`.
  private(set) var isPossessive = false

  /// The names that begin at a token.
  ///
  /// - Parameter inBrackets: whether names may have several words and be joined by commas, as
  ///   `(American Psychological Association, 2020)`; in running text only single surnames are sure.
  static func parse(
    at start: Int, in sentence: TokenizedSentence, inBrackets: Bool
  ) -> AuthorNames? {
    guard let end = name(at: start, in: sentence, ofSeveralWords: inBrackets) else { return nil }
    var names = AuthorNames(tokens: start..<end, first: start..<end)
    while let next = names.following(in: sentence, inBrackets: inBrackets) {
      names.count += 1
      names.tokens = start..<next
      // Nobody reads more names aloud; a longer run is a list of something else.
      if names.count > 30 { return nil }
    }
    names.finish(in: sentence)
    return names
  }

  /// The end of one more name after a comma, "and" or "&".
  private func following(in sentence: TokenizedSentence, inBrackets: Bool) -> Int? {
    var index = sentence.skippingSpace(tokens.upperBound)
    var isJoined = false
    if sentence[index].isMark(",") {
      index = sentence.skippingSpace(index + 1)
      isJoined = true
      // `Chen, X., & Lee, Y.`: the initials of the name before.
      if inBrackets, Self.isInitial(index, in: sentence) {
        let end = Self.afterInitials(index, in: sentence)
        if sentence[end].isMark(",") || sentence[end].isMark("&") || sentence[end].isMark(";")
          || sentence.token(end, is: "and")
        {
          return sentence[end - 1].isSpace ? end - 1 : end
        }
      }
    }
    if sentence[index].isMark("&") || sentence.token(index, is: "and") {
      index = sentence.skippingSpace(index + 1)
      isJoined = true
    }
    guard isJoined else { return nil }
    return Self.name(at: index, in: sentence, ofSeveralWords: inBrackets)
  }

  /// Takes in "et al.", "and colleagues" and a possessive ending.
  private mutating func finish(in sentence: TokenizedSentence) {
    var index = sentence.skippingSpace(tokens.upperBound)
    if sentence[index].isMark(",") { index = sentence.skippingSpace(index + 1) }
    if let end = EtAl.end(at: index, in: sentence) {
      hasEtAl = true
      tokens = tokens.lowerBound..<end
      if let possessiveEnd = EtAl.possessiveEnd(end, in: sentence) {
        isPossessive = true
        tokens = tokens.lowerBound..<possessiveEnd
      }
      return
    }
    let last = sentence[tokens.upperBound - 1]
    let bytes = sentence.bytes
    let end = Int(last.end)
    isPossessive =
      last.shape.contains(.apostrophe) && bytes[end - 1] == UInt8(ascii: "s")
      && (bytes[end - 2] == UInt8(ascii: "'") || bytes[end - 2] == 0x99)
  }

  // MARK: One name

  /// The end of a name: initials, particles, a surname with its hyphens, `Jr.`; in brackets also
  /// the further words of an organization and its abbreviation.
  static func name(
    at start: Int, in sentence: TokenizedSentence, ofSeveralWords: Bool
  ) -> Int? {
    var index = afterInitials(start, in: sentence)
    // `St. John`
    if sentence.token(index, is: "St"), sentence[index + 1].isMark("."),
      sentence[index + 2].isSpace,
      isSurname(index + 3, in: sentence)
    {
      return afterHyphens(index + 4, in: sentence)
    }
    while isParticle(index, in: sentence) {
      guard sentence[index + 1].isSpace || sentence[index + 1].isHyphen else { return nil }
      index += 2
    }
    let isOffice =
      ofSeveralWords && sentence.token(index, is: "Office")
      && (sentence.token(index + 2, is: "of") || sentence.token(index + 2, is: "for"))
    guard isOffice || isSurname(index, in: sentence) else { return nil }
    index = afterHyphens(index + 1, in: sentence)
    while ofSeveralWords, sentence[index].isSpace {
      if isBareInitials(index + 1, in: sentence) {
        index += 2
        continue
      }
      var next = index + 1
      while isInner(next, in: sentence), sentence[next + 1].isSpace { next += 2 }
      guard isSurname(next, in: sentence) || (next == index + 1 && isInitial(next, in: sentence))
      else { break }
      index =
        isInitial(next, in: sentence)
        ? afterInitials(next, in: sentence) : afterHyphens(next + 1, in: sentence)
      if sentence[index - 1].isSpace { index -= 1 }
    }
    return afterShortForm(afterGeneration(index, in: sentence), in: sentence)
  }

  /// A capital, then more: `Smith`, `O'Brien`, `McDonald`, `WHO`; no month and no `Since`.
  static func isSurname(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    guard token.isWord, token.shape.contains(.firstUpper), token.count >= 2 else { return false }
    guard !isGeneration(index, in: sentence) else { return false }
    return !token.keys.contains(.month) && !token.keys.contains(.weekday)
      && (token.isUpper || !NotAuthors.contains(sentence.bytes.slice(token.range)))
  }

  /// Whether it is `Jr` or `Sr`.
  private static func isGeneration(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence.token(index, is: "Jr") || sentence.token(index, is: "Sr")
  }

  static func isParticle(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[index].keys.contains(.nameParticle)
  }

  static func isInitial(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[index].isUpper && sentence[index].count <= 2 && sentence[index + 1].isMark(".")
      && (sentence[index].count == 1 || sentence[index].shape.contains(.nonASCII))
  }

  /// The index of the surname behind initials: `J. K.`, `J.-P.` or `J.K.` before it.
  static func afterInitials(_ start: Int, in sentence: TokenizedSentence) -> Int {
    var index = start
    // Bounded, so that a long run of initials costs no more from each of them.
    while isInitial(index, in: sentence), index < start + 24 {
      index += 2
      if sentence[index].isHyphen, isInitial(index + 1, in: sentence) {
        index += 1
      } else {
        index = sentence.skippingSpace(index)
      }
    }
    return index
  }

  /// `Chen X et al.`, `R Core Team`: one or two capitals without stops.
  private static func isBareInitials(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[index].isUpper, sentence[index].count == 1, !sentence[index + 1].isMark("."),
      !sentence[index + 1].isHyphen
    else { return false }
    return sentence[index + 1].isSpace || sentence[index + 1].isMark(",")
  }

  private static func afterHyphens(_ start: Int, in sentence: TokenizedSentence) -> Int {
    var index = start
    while sentence[index].isHyphen, sentence[index + 1].isWord { index += 2 }
    return index
  }

  /// A small word inside the name of an organization or a Spanish name.
  private static func isInner(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[index].isLower else { return false }
    return sentence.token(index, is: "of") || sentence.token(index, is: "for")
      || sentence.token(index, is: "the") || sentence.token(index, is: "on")
      || sentence.token(index, is: "in") || sentence.token(index, is: "y")
      || isParticle(index, in: sentence)
  }

  private static func afterGeneration(_ start: Int, in sentence: TokenizedSentence) -> Int {
    var index = sentence.skippingSpace(start)
    if sentence[index].isMark(",") { index = sentence.skippingSpace(index + 1) }
    guard index > start, isGeneration(index, in: sentence) else { return start }
    return sentence[index + 1].isMark(".") ? index + 2 : index + 1
  }

  /// Behind the `[WHO]` of `World Health Organization [WHO]`.
  private static func afterShortForm(_ start: Int, in sentence: TokenizedSentence) -> Int {
    guard sentence[start].isSpace, sentence[start + 1].isMark("["), sentence[start + 2].isUpper,
      sentence[start + 3].isMark("]")
    else { return start }
    return start + 4
  }

  // MARK: Saying

  /// Says the names; brief leaves out all but the first of three or more.
  func say(isBrief: Bool, into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    guard isBrief, hasEtAl || count > 2 else {
      return Self.say(tokens, into: &writer, in: sentence)
    }
    Self.say(first, into: &writer, in: sentence)
    writer.say("and colleagues")
    if isPossessive { writer.attach("’") }
    let rest = first.upperBound..<tokens.upperBound
    if count > 1 { writer.omit(rest, in: sentence, rule: "citation.further-authors") }
  }

  /// Says a run of names and what joins them.
  static func say(
    _ tokens: Range<Int>, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      let token = sentence[index]
      if let end = EtAl.end(at: index, in: sentence) {
        writer.say("and colleagues")
        let possessiveEnd = EtAl.possessiveEnd(end, in: sentence)
        if possessiveEnd != nil { writer.attach("’") }
        index = possessiveEnd ?? end
        continue
      }
      if token.isWord {
        let end = min(afterHyphens(index + 1, in: sentence), tokens.upperBound)
        sayWord(index..<end, into: &writer, in: sentence)
        index = end
        continue
      }
      if token.isMark("&") {
        writer.say("and")
      } else if token.isMark(",") || token.isMark("[") {
        writer.mark(.comma)
      }
      index += 1
    }
  }

  /// The numeral behind a name: `Smith III` → `Smith the third`.
  private static func generation(_ index: Int, in sentence: TokenizedSentence) -> StaticString? {
    guard sentence[index - 1].isSpace, sentence[index - 2].isCapitalized else { return nil }
    if sentence.token(index, is: "II") { return "the second" }
    if sentence.token(index, is: "III") { return "the third" }
    return sentence.token(index, is: "IV") ? "the fourth" : nil
  }

  private static func sayWord(
    _ tokens: Range<Int>, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    let token = sentence[tokens.lowerBound]
    if sentence.token(tokens.lowerBound, is: "Jr") {
      writer.say("Junior")
    } else if sentence.token(tokens.lowerBound, is: "Sr") {
      writer.say("Senior")
    } else if tokens.count == 1, let generation = generation(tokens.lowerBound, in: sentence) {
      writer.say(generation)
    } else if sentence.token(tokens.lowerBound, is: "St"),
      sentence[tokens.lowerBound + 1].isMark(".")
    {
      writer.say("Saint")
    } else if tokens.count == 1, token.isUpper, (2...4).contains(token.count),
      !token.shape.contains(.nonASCII), !token.shape.contains(.apostrophe)
    {
      writer.spell(source: token.range)
    } else {
      writer.say(source: sentence.bytes(of: tokens))
    }
  }
}
