/// Which sense of a homograph its neighbours show.
extension HomographContext {
  typealias Entry = HomographLexicon.Entry

  /// The sense, or nil in doubt.
  func sense(of entry: Entry) -> HomographSense? {
    if !left(isAnyOf: entry.notBefore), !right(isAnyOf: entry.notAfter),
      left(isAnyOf: entry.before) || right(isAnyOf: entry.after) || isNear(entry.near)
    {
      return entry.other.sense == .name || entry.word == Self.august && isCapital
        ? nil : entry.other.sense
    }
    if let rule = Self.rules[entry.word] { return rule(self) }
    if left(isAnyOf: entry.notBefore) || right(isAnyOf: entry.notAfter) { return nil }
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
    doesn't won't can't never which then cannot i'll go
    """)
  /// And one with an `s`.
  private static let endingTriggers = keys("he she it they we i you who which")
  private static let nounTriggers = keys("the a")

  private static let polish = WordKey("polish")
  private static let content = WordKey("content")
  private static let august = WordKey("august")

  var isCapital: Bool { sentence[index].shape.contains(.firstUpper) }

  /// Words with a rule of their own.
  private static let rules: [WordKey: @Sendable (HomographContext) -> HomographSense?] = {
    let named: [(String, @Sendable (HomographContext) -> HomographSense?)] = [
      ("read", { $0.read }), ("live", { $0.live }), ("lives", { $0.lives }),
      ("close", { $0.close }), ("tear", { $0.tear }), ("wind", { $0.wind }),
      ("winds", { $0.winds }), ("wound", { $0.wound }), ("bow", { $0.bow }),
      ("dove", { $0.dove }), ("content", { $0.contentment }), ("used", { $0.used }),
      ("polish", { $0.polishing }), ("invalid", { $0.invalid }), ("lead", { $0.metal }),
      ("row", { $0.quarrel }), ("nice", { $0.town(Self.franceAndItaly) }),
      ("reading", { $0.town(Self.placesOfReading) }), ("mobile", { $0.town(Self.alabama) }),
      ("job", { $0.biblical }), ("evening", { $0.evening }),
      ("august", { _ in nil }), ("aged", { _ in nil }), ("blessed", { _ in nil }),
      ("tarry", { _ in nil }),
      ("learned", { $0.isLeft(.article) && $0.right.0.isOpen ? .verb : nil }),
    ]
    return Dictionary(named.map { (WordKey($0.0), $0.1) }) { first, _ in first }
  }()

  // MARK: Live, close

  private static let liveThings = keys(
    """
    music audience audiences show shows event events performance performances concert concerts tv
    television broadcast broadcasts broadcasting stream streams streaming coverage update updates
    chat video recording recordings birth births cattle animals bait ammunition ammo rounds wire
    wires action data feed feeds theater theatre sports poultry album albums band bands webinar
    webinars session sessions entertainment demo bees fish tour performers vaccine vaccines
    attenuated virus oak
    """)
  private static let dwelling = keys(
    """
    in with near together alone under within among longer there here outside inside apart happily
    forever below across beneath far without long
    """)
  private static let going = keys("go goes going went gone come")
  private static let performances = keys(
    """
    concerts performances shows games matches events bands artists singers acts gigs sessions
    broadcasts streams albums songs tracks recordings videos episodes musicians debates hearings
    """)

  private var live: HomographSense? {
    if right(isAnyOf: Self.liveThings) { return .adjective }
    if sentence[index - 1].isHyphen || sentence[index + 1].isHyphen { return nil }
    if key(left.0, "long") { return .verb }
    if isLeft(.people) { return .verb }
    if [.adverb, .become].allSatisfy({ !isLeft($0) }), Self.going.contains(left.0.key),
      left.0.isThere
    {
      return .adjective
    }
    if isLeft(.plural), left.2.classes.contains(.modal) { return .verb }
    if isLeft(.plural) {
      return right(isAnyOf: Self.dwelling) && !left(isAnyOf: Self.performances)
        && left.1.classes.isDisjoint(with: .causative) ? .verb : nil
    }
    if key(right.0, "and"),
      ["work", "die", "learn", "breathe"].contains(where: { key(right.1, $0) })
    {
      return .verb
    }
    if isLeft(.conjunction), ["work", "learn", "study", "eat"].contains(where: { key(left.1, $0) })
    {
      return .verb
    }
    if isLeft([.be, .become, .article]) { return .adjective }
    if !left.0.isThere, !isRight(.objectStart) { return nil }
    guard !isLeft([.preposition, .conjunction]) else { return nil }
    let part = partOfSpeech(hasEnding: false, isAdjective: true)
    return part == .verbal ? .verb : part == .nominal ? .adjective : nil
  }

  private static let adjectivesOfLives = keys(
    """
    daily private personal inner everyday own past previous whole entire human double early later
    short old new modern social sexual religious working spiritual love real busy
    """)

  private var lives: HomographSense? {
    guard !isCapital else { return nil }
    if isLeft([.thirdPerson, .who]) { return .verb }
    guard right(isAnyOf: Self.dwelling) || isRight(.preposition) && !isRight(.of) else {
      return nil
    }
    if isLeft(.adverb) { return left.1.classes.isDisjoint(with: [.be, .article]) ? .verb : nil }
    let isPlural = left.0.classes.contains(.plural)
    if isLeft([.that, .which]) {
      return left.1.isOpen && !left.1.classes.contains(.plural) ? .verb : nil
    }
    guard left.0.isOpen, !isPlural, !left(isAnyOf: Self.adjectivesOfLives) else { return nil }
    if left.0.classes.contains(.capitalized), !left.1.classes.contains(.article) { return .verb }
    guard left.1.classes.contains(.article), !key(left.1, "their"), !key(left.1, "our"),
      !key(left.1, "your")
    else { return nil }
    return right(isAnyOf: Self.dwelling) || isRight(.preposition) ? .verb : nil
  }

  private static let closeThings = keys(
    """
    friend friends range proximity quarters family relative relatives associates allies ally contact
    inspection examination scrutiny attention look watch call relationship relationships ties
    colleague colleagues cooperation encounter encounters second race races game games combat
    observation links connection connections collaboration reading
    """)

  private var close: HomographSense? {
    if right(isAnyOf: Self.closeThings) { return .adjective }
    if sentence[index - 1].isHyphen || sentence[index + 1].isHyphen { return nil }
    // The end of something: `the close of trading`, `drew to a close`.
    if isRight(.of), isLeft(.article) || key(left.0, "at") || key(left.0, "by") { return .verb }
    if key(left.0, "a"), key(left.1, "to"), !right.0.isOpen { return .verb }
    if key(left.0, "the"), !right.0.isThere { return .verb }
    if isLeft(.plural), !isLeft(.capitalized),
      key(right.0, "at") && isNumber(right.1) || key(right.0, "down") || key(right.0, "early")
        || key(right.0, "for") && isRight(.preposition) && key(right.1, "the")
    {
      return .verb
    }
    if isRight(.to) || isLeft([.become, .degree]) { return nil }
    let part = partOfSpeech(hasEnding: false, isAdjective: true)
    return part == .verbal ? .verb : nil
  }

  private func isNumber(_ neighbour: Neighbour) -> Bool {
    neighbour.classes.contains(.numeral)
      || key(neighbour, "noon") || key(neighbour, "midnight") || key(neighbour, "dusk")
  }

  // MARK: Winding, tearing, bowing

  private static let windThings = keys(
    """
    power energy farm farms turbine turbines speed speeds direction chill shear tunnel tunnels
    instrument instruments instrumentation gusts resistance and damage conditions erosion noise
    """)

  private var wind: HomographSense? {
    if right(isAnyOf: Self.windThings) { return .noun }
    let isPhrasal = key(right.0, "up") || key(right.0, "down")
    if isPhrasal, isLeft([.conjunction, .quantifier, .people]) || !left.0.isThere { return .verb }
    if isRight(.article), key(right.1, "way") { return .verb }
    return partOfSpeech(hasEnding: false, isAdjective: false).map { $0 == .verbal ? .verb : .noun }
  }

  private static let paths = keys(
    """
    road river path trail route street creek stream track valley way staircase lane highway line it
    that which canal procession story
    """)
  private static let along = keys(
    "through its along around up down past between across into toward towards back")

  private var winds: HomographSense? {
    if left(isAnyOf: Self.paths), right(isAnyOf: Self.along) { return .verb }
    return partOfSpeech(hasEnding: true, isAdjective: false).map { $0 == .verbal ? .verb : .noun }
  }

  private static let coiling = keys(
    "up down around round its through tightly their his her my our back along past")
  private static let injuries = keys(
    """
    stab gunshot bullet head flesh puncture exit entry open surgical chest leg deep knife bite
    shrapnel facial infected war old fresh burn
    """)
  private static let woundThings = keys(
    "healing care infection infections dressing dressings closure edges management repair bed")

  private var wound: HomographSense? {
    if right(isAnyOf: Self.woundThings) { return .noun }
    guard right(isAnyOf: Self.coiling),
      !isLeft([.article, .demonstrative, .numeral, .preposition]),
      !isLeft([.to, .modal, .conjunction]), left.0.isThere, !left(isAnyOf: Self.injuries)
    else { return nil }
    return .past
  }

  private static let ripping = keys("apart open off out away through into down")

  private var tear: HomographSense? {
    if ["gas", "duct", "ducts", "film", "glands", "drop", "drops", "stains"]
      .contains(where: { key(right.0, $0) })
    {
      return .noun
    }
    if right(isAnyOf: Self.ripping), !isLeft([.article, .numeral, .demonstrative, .preposition]),
      left.0.isThere == false || !left.0.isOpen
    {
      return .verb
    }
    if key(right.0, "in"), key(left.0, "a"), right.1.classes.contains(.article),
      !isNear(Self.eyes)
    {
      return .verb
    }
    return partOfSpeech(hasEnding: false, isAdjective: false) == .verbal ? .verb : nil
  }

  private static let eyes = keys("eye eyes")
  private static let vessels = keys("ship boat vessel canoe yacht ferry kayak ship's")
  private static let taking = keys("take takes took taking taken")
  private static let heads = keys("head heads")

  private var bow: HomographSense? {
    if key(right.0, "and"), key(right.1, "arrow") || key(right.1, "arrows") { return .noun }
    if key(right.0, "tie") || key(right.0, "ties") { return .noun }
    if isRight(.of), right.1.classes.contains(.article), right.2.isThere,
      Self.vessels.contains(right.2.key)
    {
      return .verb
    }
    if isLeft(.article), Self.taking.contains(left.1.key), !right.0.isOpen { return .verb }
    if left.1.classes.contains(.article), Self.taking.contains(left.2.key) { return .verb }
    if isRight(.article), Self.heads.contains(right.1.key), !isLeft(.article) { return .verb }
    if isLeft([.plural, .conjunction]), key(right.0, "down") || key(right.0, "before") {
      return .verb
    }
    return partOfSpeech(hasEnding: false, isAdjective: false).map { $0 == .verbal ? .verb : .noun }
  }

  private static let diving = keys(
    """
    into in for down under underwater headfirst off right deep deeper back straight through behind
    below beneath out over onto after toward towards
    """)
  private static let doves = keys("white mourning turtle rock little peace grey gray ground")

  private var dove: HomographSense? {
    guard right(isAnyOf: Self.diving), left.0.isThere, !left(isAnyOf: Self.doves),
      left.0.isOpen || isLeft([.thirdPerson, .subject, .who, .conjunction, .adverb])
    else { return nil }
    return .past
  }

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
    guard isRight(.to) else { return nil }
    if key(right.1, "be") { return isLeft([.modal, .be, .have]) ? nil : .habit }
    if isLeft([.subject, .thirdPerson, .who]) || key(left.0, "there") || key(left.0, "didn't") {
      return left.1.classes.isDisjoint(with: [.be, .preposition]) ? .habit : nil
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
    return right.1.classes.isDisjoint(with: .objectStart) && !isGerund(right.1) ? nil : .habit
  }

  private func isGerund(_ neighbour: Neighbour) -> Bool {
    guard neighbour.isThere else { return false }
    let word = sentence.bytes.slice(sentence[neighbour.index].range)
    let count = word.count
    return count > 5 && word[count - 3] == UInt8(ascii: "i") && word[count - 2] == UInt8(ascii: "n")
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
    return isRight(.who) || ["for", "since", "after", "from", "all"].contains { key(right.0, $0) }
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

  private var quarrel: HomographSense? {
    guard key(right.0, "over") || key(right.0, "about") else { return nil }
    return key(left.0, "a") || key(left.0, "the") && right.1.isThere ? .quarrel : nil
  }

  // MARK: Names

  private static let franceAndItaly = keys("france italy cannes monaco marseille")
  private static let placesOfReading = keys("pennsylvania berkshire england ohio massachusetts pa")
  private static let alabama = keys("alabama al ala")
  private static let places = keys("in from near of to around outside visited through via")

  /// `in Nice`, `Reading, Pennsylvania`; not `Nice!`, `in Reading Comprehension`.
  private func town(_ regions: Set<WordKey>) -> HomographSense? {
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
