/// Which sense of a homograph its neighbours show.
extension HomographContext {
  typealias Entry = HomographLexicon.Entry

  /// The sense, or nil in doubt.
  func sense(of entry: Entry) -> HomographSense? {
    if !left(isAnyOf: entry.cues.notBefore), !right(isAnyOf: entry.cues.notAfter),
      left(isAnyOf: entry.cues.before) || right(isAnyOf: entry.cues.after)
        || isNear(entry.cues.near)
    {
      return entry.other.sense == .name || entry.word == Self.august && isCapital
        ? nil : entry.other.sense
    }
    if let rule = Self.rules[entry.word] { return rule(self) }
    if left(isAnyOf: entry.cues.notBefore) || right(isAnyOf: entry.cues.notAfter) { return nil }
    return byPartOfSpeech(entry)
  }

  private func byPartOfSpeech(_ entry: Entry) -> HomographSense? {
    let nominal = entry.first.sense == .verb ? entry.other.sense : entry.first.sense
    guard entry.first.sense == .verb || entry.other.sense == .verb,
      nominal == .noun || nominal == .adjective,
      let part = partOfSpeech(hasEnding: entry.hasEnding, isAdjective: nominal == .adjective)
    else { return nil }
    return part == .verbal ? .verb : nominal
  }

  /// Whether eSpeak NG would not say the sense of itself.
  func needsEdit(_ entry: Entry, _ sense: HomographSense) -> Bool {
    let isFirst = sense == entry.first.sense
    if entry.word == Self.polish { return isCapital }
    // `have to read`: eSpeak NG takes it for a past.
    if sense == .present { return isLeft(.to) && !left.1.classes.isDisjoint(with: [.be, .have]) }
    switch (entry.first.sense, entry.other.sense) {
    case (_, .verb):
      let isTriggered =
        !entry.isFixed && left(isAnyOf: entry.hasEnding ? Self.endingTriggers : Self.verbTriggers)
      return isFirst == isTriggered
    case (_, .past),
      (_, .adjective) where entry.word == Self.content:
      let isTriggered = isLeft([.be, .have]) && !sentence[left.0.index].shape.contains(.apostrophe)
      return isFirst == isTriggered
    case (.verb, .noun), (.verb, .adjective):
      if isFirst {
        return !entry.isFixed && isLeft([.quantifier, .demonstrative, .that, .article])
      }
      return entry.isFixed || !left(isAnyOf: Self.nounTriggers)
    default: return !isFirst
    }
  }

  /// Behind these eSpeak NG 1.51 takes a word for a verb.
  private static let verbTriggers = keys(
    """
    to i you we they who will would can could may might must shall should do does did don't didn't
    doesn't won't can't don’t didn’t doesn’t won’t can’t never which then cannot i'll i’ll go
    """)
  /// And one with an `s`.
  private static let endingTriggers = keys("he she it they we i you who which")
  private static let nounTriggers = keys("the a")

  private static let polish = WordKey("polish")
  private static let content = WordKey("content")
  private static let august = WordKey("august")

  var isCapital: Bool { sentence[index].shape.contains(.firstUpper) }

  /// Words with a rule of their own.
  private static let rules: WordTable<@Sendable (HomographContext) -> HomographSense?> = {
    let named: [(String, @Sendable (HomographContext) -> HomographSense?)] = [
      ("read", { $0.read }), ("live", { $0.live }), ("lives", { $0.lives }),
      ("close", { $0.close }), ("tear", { $0.tear }), ("wind", { $0.wind }),
      ("winds", { $0.winds }), ("wound", { $0.wound }), ("bow", { $0.bow }),
      ("dove", { $0.dove }), ("content", { $0.contentment }), ("used", { $0.used }),
      ("polish", { $0.polishing }), ("invalid", { $0.invalid }), ("lead", { $0.metal }),
      ("row", { $0.quarrel }), ("minute", { $0.tiny }), ("nice", { $0.town(Self.franceAndItaly) }),
      ("reading", { $0.town(Self.placesOfReading) }), ("mobile", { $0.town(Self.alabama) }),
      ("job", { $0.biblical }), ("evening", { $0.evening }),
      ("august", { _ in nil }), ("aged", { _ in nil }), ("blessed", { _ in nil }),
      ("tarry", { _ in nil }),
      ("learned", { $0.isLeft(.article) && $0.right.0.isOpen ? .verb : nil }),
    ]
    return WordTable(Dictionary(uniqueKeysWithValues: named.map { (WordKey($0.0), $0.1) }))
  }()

  // MARK: Content, used, Polish, invalid, lead, row

  private static let contentThings = keys(
    """
    marketing moderation creation creator creators management delivery strategy analysis validity
    type types that which knowledge area areas provider providers warning warnings farm farms
    """)

  private var contentment: HomographSense? {
    if right(isAnyOf: Self.contentThings) { return isLeft(.be) ? .noun : nil }
    if key(left.0, "heart's") || key(left.0, "heart’s") || key(left.0, "hearts") {
      return .adjective
    }
    let isFollowed = key(right.0, "with") || isRight(.to)
    if !left.0.isThere { return isFollowed ? .adjective : nil }
    let isEnd = !right.0.isThere || isRight([.conjunction, .preposition]) || isFollowed
    let before = isLeft([.adverb, .degree]) ? left.1 : left.0
    if !before.classes.isDisjoint(with: [.be, .become]) { return isEnd ? .adjective : nil }
    return isLeft([.adverb, .degree]) && isFollowed ? .adjective : nil
  }

  /// `used to` of a habit or of what one is accustomed to, not of what serves to do something.
  private var used: HomographSense? {
    guard isRight(.to), !sentence[right.0.index + 1].isHyphen, !right(isFull: right.2) else {
      return nil
    }
    if isOver(right.0.index + 1) || key(left.0, "very") || key(left.0, "pretty")
      || key(left.0, "quite")
    {
      return .habit
    }
    if key(right.1, "be") { return isLeft([.modal, .be, .have]) ? nil : .habit }
    if key(left.0, "there") || key(left.0, "didn't") || key(left.0, "didn’t") { return .habit }
    if isLeft([.subject, .thirdPerson, .who]) {
      if Self.states.contains(right.1.key) { return .habit }
      // `the steps we used to make it`: no habit, nor in `what we used to open it`.
      let isRelative =
        left.1.isOpen || !left.1.classes.isDisjoint(with: [.that, .which, .be, .preposition])
        || key(left.1, "what")
      return isRelative && !isLeft(.who) ? nil : .habit
    }
    let before = isLeft(.adverb) ? left.1 : left.0
    if before.classes.contains(.become) || key(before, "grown") || key(before, "grew") {
      return .habit
    }
    guard before.classes.contains(.be) else {
      // `we never used to`
      return isLeft(.adverb) && !before.classes.isDisjoint(with: [.subject, .thirdPerson])
        ? .habit : nil
    }
    return !right.1.classes.isDisjoint(with: .objectStart.union(.preposition)) || isGerund(right.1)
      ? .habit : nil
  }

  /// Whether it is the last word of `used to the full`.
  private func right(isFull neighbour: Neighbour) -> Bool {
    right.1.classes.contains(.article)
      && ["full", "fullest", "utmost", "max"].contains { key(neighbour, $0) }
  }

  func isOver(_ index: Int) -> Bool {
    let token = sentence[index]
    return token.kind == .boundary || token.isMark(".") || token.isMark("!") || token.isMark("?")
  }

  /// What one does without a tool.
  private static let states = keys("have live know love like think work hate want believe")

  private func isGerund(_ neighbour: Neighbour) -> Bool {
    guard neighbour.isThere else { return false }
    let word = sentence.bytes.slice(sentence[neighbour.index].range)
    let count = word.count
    return count > 4 && word[count - 3] == UInt8(ascii: "i") && word[count - 2] == UInt8(ascii: "n")
      && word[count - 1] == UInt8(ascii: "g")
  }

  private static let polishes = keys("nail shoe furniture floor silver boot car metal")

  /// Capitals make a Polish matter of it to eSpeak NG, at the start of a sentence too.
  private var polishing: HomographSense? {
    guard isCapital, !sentence.isShouted else { return nil }
    if left(isAnyOf: Self.polishes) { return .verb }
    return isFirst && isRight([.article, .object]) ? .verb : nil
  }

  private var invalid: HomographSense? {
    guard isLeft(.article), !key(left.0, "no") else { return nil }
    guard right.0.isThere else { return sentence[index + 1].isHyphen ? nil : .noun }
    return isRight([.who, .modal]) || ["for", "since", "from", "all"].contains { key(right.0, $0) }
      ? .noun : nil
  }

  private static let metals = keys("zinc copper mercury arsenic cadmium tin silver iron nickel")
  private static let ofLead = keys("free based lined acid contaminated glazed coloured colored tin")

  /// The metal where no neighbour of the table shows it.
  private var metal: HomographSense? {
    if sentence[index + 1].isHyphen { return right(isAnyOf: Self.ofLead) ? .metal : nil }
    if key(right.0, "and") || key(right.0, "or"), Self.metals.contains(right.1.key), right.1.isThere
    {
      return .metal
    }
    if isLeft(.conjunction), left.1.isThere, Self.metals.contains(left.1.key) { return .metal }
    let ends = !right.0.isThere || isRight([.conjunction, .preposition, .be, .have, .modal])
    if isLeft(.of), ends { return isRight(.preposition) && isRight(.of) ? nil : .metal }
    if isLeft(.to), key(left.1, "exposed") || key(left.1, "exposure"), ends { return .metal }
    return nil
  }

  /// Very small, as in `The differences are minute.`.
  private var tiny: HomographSense? {
    isLeft(.be) && isOver(index + 1) ? .adjective : nil
  }

  private var quarrel: HomographSense? {
    guard key(right.0, "over") || key(right.0, "about") else { return nil }
    return key(left.0, "a") || key(left.0, "the") && right.1.isThere ? .quarrel : nil
  }

  // MARK: Names

  private static let franceAndItaly = keys("france italy cannes monaco marseille")
  private static let placesOfReading = keys("pennsylvania berkshire england ohio massachusetts pa")
  private static let alabama = keys("alabama al ala")
  private static let places = keys("in from near of to around outside visited through via")

  /// A town: `in Nice`, `Reading, Pennsylvania`; not `Nice!`, `in Reading Comprehension`.
  private func town(_ regions: WordSet) -> HomographSense? {
    guard isCapital, !sentence.isShouted else { return nil }
    if sentence[index + 1].isMark(","), sentence[index + 2].isSpace, sentence[index + 3].isWord,
      sentence[index + 3].count <= 16, sentence[index + 3].shape.contains(.firstUpper),
      regions.contains(WordKey(sentence.bytes.slice(sentence[index + 3].range)))
    {
      return .name
    }
    guard !isFirst, left(isAnyOf: Self.places), sentence[left.0.index].isLower,
      !isRight(.capitalized), !right.0.isOpen
    else { return nil }
    return .name
  }

  private static let ofJob = keys("book patience trials story sufferings comforters")

  private var biblical: HomographSense? {
    isCapital && isLeft(.of) && left.1.isThere && Self.ofJob.contains(left.1.key)
      && !right.0.isOpen ? .name : nil
  }

  private var evening: HomographSense? {
    let isVerbal = !left.0.isThere || isLeft([.be, .preposition]) && !isLeft(.of)
    guard isVerbal else { return nil }
    if key(right.0, "the") {
      return key(right.1, "score") || key(right.1, "odds") || key(right.1, "playing") ? .verb : nil
    }
    return key(right.0, "out") && right.1.classes.contains(.article) ? .verb : nil
  }
}
