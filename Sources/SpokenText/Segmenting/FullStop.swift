/// One full stop after a word, which may end the sentence, an abbreviation, or both.
struct FullStop {
  let bytes: SourceBytes
  /// The word before the stop with the stops inside it, as `p.m` of `p.m.`.
  let word: Range<Int>
  private let end: Int
  private let sentenceStart: Int
  /// A space parts the word and the stop.
  let isDetached: Bool
  /// Nothing but white space or an opening mark stands before the word.
  let isFree: Bool

  init(bytes: SourceBytes, at stop: Int, end: Int, sentenceStart: Int) {
    self.bytes = bytes
    self.end = end
    self.sentenceStart = sentenceStart
    // In text cut into tokens the stop stands apart: `U . S .`
    isDetached = stop > sentenceStart && bytes[stop - 1] == 0x20
    let stop = isDetached ? stop - 1 : stop
    var start = stop
    while start > sentenceStart, stop - start < 32 {
      let before = bytes.scalarStart(before: start)
      guard bytes[before] == UInt8(ascii: ".") || Self.isWordPart(bytes, at: before) else { break }
      start = before
    }
    word = start..<stop
    switch start <= sentenceStart ? 0 : bytes.scalar(before: start) {
    case 0, 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x202F, 0x28, 0x5B, 0x22, 0x27, 0x201C, 0x2018, 0x2013,
      0x2014:
      isFree = true
    default: isFree = false
    }
  }

  private static func isWordPart(_ bytes: SourceBytes, at offset: Int) -> Bool {
    if bytes[offset] == UInt8(ascii: "'") { return ASCII.isLetter(bytes[offset + 1]) }
    if bytes[offset] == 0xC2 { return bytes[offset + 1] == 0xB0 || bytes[offset + 1] == 0xBA }
    return bytes.isWordCharacter(at: offset)
  }

  /// Whether the word is neither an abbreviation nor an initial.
  var endsOrdinaryWord: Bool { kind == .ordinary || kind == .numeral || kind == .detached }

  /// Whether a letter stands there that is short for a word before numbers: `n. 7` has a note, but in
  /// `for all n. (7) is` a bracket parts the two.
  var endsLetter: Bool { word.count == 1 && kind == .abbreviation(.number) }

  /// Decides by the word and by what follows it.
  func verdict(_ next: NextWord) -> SentenceEnd.Verdict {
    switch kind {
    case .ordinary: afterOrdinaryWord(next)
    case .numeral: next.kind == .lower || next.kind == .punctuation ? .goesOn : .ends(at: end)
    case .initial:
      next.opensClause(bytes) || next.kind == .capital && isLettered && !isBeforeInitial(next)
        ? .ends(at: end) : .goesOn
    case .letters:
      next.opensAnyClause(bytes) || next.isPersonTitle(bytes) ? .ends(at: end) : .goesOn
    case .detached: next.kind == .capital ? .ends(at: end) : .goesOn
    case .abbreviation(let ending): afterAbbreviation(ending, next)
    case .label:
      next.kind == .digit || next.isRomanNumeral(bytes)
        ? .held : next.kind == .capital ? .ends(at: end) : .goesOn
    }
  }

  // MARK: Verdicts

  private func afterOrdinaryWord(_ next: NextWord) -> SentenceEnd.Verdict {
    switch next.kind {
    case .capital: return isReporter(next) || isInJournal(before: next) ? .goesOn : .ends(at: end)
    case .caseless, .symbol: return .ends(at: end)
    case .digit:
      if isAfterNumber && isPart(next) || isOfCourts || isTitleWord { return .goesOn }
      // `Rs. 500`, `Abb. 3`: a short capitalized word may be an abbreviation that is not listed.
      let letters = bytes.slice(word)
      guard letters.count > 0, isFree, ASCII.isUpper(letters[0]),
        ASCII.isLower(letters[letters.count - 1])
      else { return .ends(at: end) }
      return letters.count <= 3 || isBook(before: next) ? .goesOn : .ends(at: end)
    case .lower:
      // A capital was forgotten, unless a word so short is an abbreviation that is not listed.
      let letters = bytes.slice(word)
      return letters.count >= 4 && next.opener == 0 && letters.allSatisfy(ASCII.isLower)
        ? .ends(at: end) : .goesOn
    case .punctuation, .end: return .goesOn
    }
  }

  /// `Deut. 6`, `Matt. 5:3`: a book of scripture before a chapter and a verse.
  private func isBook(before next: NextWord) -> Bool {
    guard word.count <= 5 else { return false }
    var index = next.word.lowerBound
    while ASCII.isDigit(bytes[index]), index < next.word.lowerBound + 4 { index += 1 }
    if ScriptureTable.sure.contains(bytes.slice(word)) { return true }
    return bytes[index] == UInt8(ascii: ":") && ASCII.isDigit(bytes[index + 1])
      && ScriptureTable.short.contains { bytes.holdsIgnoringCase($0.0, at: word) }
  }

  private func afterAbbreviation(
    _ ending: AbbreviationEnding, _ next: NextWord
  ) -> SentenceEnd.Verdict {
    switch ending {
    case .never: return .held
    case .none: return afterOrdinaryWord(next)
    case .number:
      if next.kind == .digit || next.kind == .punctuation || next.kind == .symbol { return .held }
      if next.kind == .capital, isLabel(next) || isVolume(next) { return .held }
      return next.opensAnyClause(bytes) || next.kind == .capital && isAnswer
        ? .ends(at: end) : .goesOn
    case .starter:
      return next.opensAnyClause(bytes) || isWithInnerStop && next.isPersonTitle(bytes)
        ? .ends(at: end) : .goesOn
    case .capital:
      return next.kind == .capital && !isDirection(next) ? .ends(at: end) : .goesOn
    case .clock:
      guard next.kind == .capital, !isZoneOrDay(next) else { return .goesOn }
      return isOpeningPhrase ? .goesOn : .ends(at: end)
    }
  }

  /// `plan B. It failed`: the letter names a thing before it.
  private var isLettered: Bool {
    let before = bytes.endBeforeSpace(word.lowerBound, floor: sentenceStart)
    var start = before
    while start > sentenceStart, before - start < 12, ASCII.isLetter(bytes[start - 1]) {
      start -= 1
    }
    return before > start
      && Keywords.lookUp(bytes.slice(start..<before)).contains(.letteredThing)
  }

  /// Whether another initial follows, as in `Class A. J. Smith`.
  private func isBeforeInitial(_ next: NextWord) -> Bool {
    next.word.count == 1 && bytes[next.word.upperBound] == UInt8(ascii: ".")
  }

  /// Whether a numeral follows, as in `Vol. I`: it looks like the pronoun.
  private func isVolume(_ next: NextWord) -> Bool {
    next.word.count == 1 && bytes[next.word.lowerBound] == UInt8(ascii: "I")
      && bytes[next.word.upperBound] != UInt8(ascii: "'")
      && !AbbreviationLexicon.entries(for: bytes.slice(word)).contains { $0.traits.contains(.word) }
  }

  /// `Fed. R. Civ. P. 12`, `Civ. Code`: a short word of a title that is shortened word by word.
  private func isReporter(_ next: NextWord) -> Bool {
    let letters = bytes.slice(word)
    if isOfCourts { return !next.opensAnyClause(bytes) }
    guard isFree, (2...4).contains(letters.count), ASCII.isUpper(letters[0]),
      isBeforeInitial(next), bytes[next.word.upperBound + 1] == 0x20
    else { return false }
    let after = NextWord(bytes, at: next.word.upperBound + 2)
    return after.kind == .digit
      || after.kind == .capital && after.word.count <= 4
        && bytes[after.word.upperBound] == UInt8(ascii: ".")
  }

  /// `Nat. Rev. Neurosci.`, `Biol. Psychiatry 63`: a journal's name that is cut short goes on.
  private func isInJournal(before next: NextWord) -> Bool {
    guard isTitleWord else { return false }
    let after = next.word.upperBound
    if bytes[after] == UInt8(ascii: ".") { return TitleWordTable.contains(bytes.slice(next.word)) }
    return bytes[after] == 0x20 && ASCII.isDigit(bytes[after + 1])
      && !next.opensAnyClause(bytes)
  }

  /// Whether it is a word of the names of journals, with a capital.
  private var isTitleWord: Bool {
    isFree && word.count > 1 && ASCII.isUpper(bytes[word.lowerBound])
      && TitleWordTable.contains(bytes.slice(word))
  }

  /// Whether it is a word of courts and codes that others follow, as `Supp.` in `F. Supp. 2d`.
  private var isOfCourts: Bool {
    isFree && word.count <= 6 && ASCII.isUpper(bytes[word.lowerBound])
      && Self.courts.contains(WordKey(bytes.slice(word)))
  }

  private static let courts = WordSet(
    ["fed", "cir", "supp", "civ", "crim", "const", "bankr", "evid", "educ", "admin"].map {
      WordKey($0)
    })

  /// Whether a smaller unit follows, as in `6 ft. 2 in` and `1 hr. 30 min`.
  private func isPart(_ next: NextWord) -> Bool {
    guard word.count <= 3 else { return false }
    var offset = next.word.upperBound
    if bytes.holds("ft", at: word), next.word.count == 1 { return true }
    guard bytes[offset] == 0x20 else { return false }
    offset += 1
    return ["in", "oz", "min", "sec", "ft"].contains {
      bytes.holds($0, at: offset..<offset + $0.utf8CodeUnitCount)
        && !ASCII.isLetter(bytes[offset + $0.utf8CodeUnitCount])
    }
  }

  /// `U.S`, `Ph.D`, not `Jr`.
  private var isWithInnerStop: Bool { bytes.slice(word).contains(UInt8(ascii: ".")) }

  /// Whether the word is all of the sentence, and an ordinary one as well, as in `No. Thanks.`.
  private var isAnswer: Bool {
    word.lowerBound == sentenceStart
      && AbbreviationLexicon.entries(for: bytes.slice(word)).contains { $0.traits.contains(.word) }
  }

  /// `II`, `S2`, `A`: up to four capitals, digits behind them allowed.
  private func isLabel(_ next: NextWord) -> Bool {
    next.word.count <= 4
      && bytes.slice(next.word).allSatisfy { ASCII.isUpper($0) || ASCII.isDigit($0) }
      && !(next.word.count == 1 && bytes[next.word.lowerBound] == UInt8(ascii: "I"))
  }

  /// `NNW`, `SE` behind a unit, as in `15 mi. NNW of Miami`, `3 mi. N. of here`.
  private func isDirection(_ next: NextWord) -> Bool {
    guard isAfterNumber, (1...3).contains(next.word.count),
      next.word.count > 1 || bytes[next.word.upperBound] == UInt8(ascii: ".")
    else { return false }
    return bytes.slice(next.word).allSatisfy {
      $0 == UInt8(ascii: "N") || $0 == UInt8(ascii: "S") || $0 == UInt8(ascii: "E")
        || $0 == UInt8(ascii: "W")
    }
  }

  /// `EST`, `Eastern`, `Monday`, `Jan`: what may follow a time of day in its sentence.
  private func isZoneOrDay(_ next: NextWord) -> Bool {
    let letters = bytes.slice(next.word)
    if letters.count <= 4, letters.count > 1, letters.allSatisfy(ASCII.isUpper) { return true }
    // `5 p.m. E.T.`
    if letters.count == 1, bytes[next.word.upperBound] == UInt8(ascii: "."),
      ASCII.isUpper(bytes[next.word.upperBound + 1])
    {
      return true
    }
    return letters.count <= 16 && FullStop.afterClock.contains(WordKey(letters))
  }

  /// Whether the sentence so far is a time with its preposition, which waits for its clause.
  ///
  /// `At 5 a.m. Mr. Ito left.` is one sentence.
  private var isOpeningPhrase: Bool {
    guard word.lowerBound - sentenceStart < 20, word.lowerBound > sentenceStart else {
      return false
    }
    let words = bytes.slice(sentenceStart..<word.lowerBound).split(separator: 0x20)
    guard words.count <= 2, let first = words.first, first.count <= 16 else { return false }
    return Self.timePrepositions.contains(
      WordKey(UnsafeBufferPointer(rebasing: first)))
  }

  private static let timePrepositions = WordSet(
    ["at", "by", "before", "after", "around", "about", "until", "till", "since", "from"].map {
      WordKey($0)
    })

  private static let afterClock = WordSet(
    """
    eastern pacific central mountain greenwich monday tuesday wednesday thursday friday saturday
    sunday mon tue tues wed thu thur thurs fri sat sun january february march april may june july august september october november december
    """)
}
