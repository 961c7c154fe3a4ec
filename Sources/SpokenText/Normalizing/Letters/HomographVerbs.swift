/// Verbs with a rule of their own beside a noun or an adjective: live, close, wind, tear, bow, dive.
extension HomographContext {
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
    forever below across beneath far without long for abroad off
    """)
  private static let going = keys("go goes going went gone come")
  private static let performances = keys(
    """
    concerts performances shows games matches events bands artists singers acts gigs sessions
    broadcasts streams albums songs tracks recordings videos episodes musicians debates hearings
    """)

  var live: HomographSense? {
    if right(isAnyOf: Self.liveThings) { return .adjective }
    if sentence[index - 1].isHyphen || sentence[index + 1].isHyphen { return nil }
    if key(left.0, "long") { return .verb }
    if isLeft(.people) { return .verb }
    if [.adverb, .become].allSatisfy({ !isLeft($0) }), Self.going.contains(left.0.key),
      left.0.isThere
    {
      return .adjective
    }
    if left.0.isOpen || isLeft(.plural), left.2.classes.contains(.modal),
      !left.1.classes.isDisjoint(with: [.article, .demonstrative])
    {
      return .verb
    }
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

  var lives: HomographSense? {
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
    let determiner = left.1.isOpen ? left.2 : left.1
    guard determiner.classes.contains(.article),
      !["their", "our", "your"].contains(where: { key(determiner, $0) })
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

  var close: HomographSense? {
    if right(isAnyOf: Self.closeThings) { return .adjective }
    if sentence[index - 1].isHyphen || sentence[index + 1].isHyphen { return nil }
    // The end of something: `the close of trading`, `drew to a close`.
    if isRight(.of), isLeft(.article) || key(left.0, "at") || key(left.0, "by") { return .verb }
    if key(left.0, "a"), key(left.1, "to"), !right.0.isOpen { return .verb }
    if key(left.0, "the"), !right.0.isThere { return .verb }
    if isLeft(.plural), !isLeft(.capitalized) || isStart(left.0),
      key(right.0, "at") && isNumber(right.1) || key(right.0, "down") || key(right.0, "early")
        || key(right.0, "for") && isRight(.preposition) && key(right.1, "the")
    {
      return .verb
    }
    if isRight(.to) || isLeft([.become, .degree]) { return nil }
    let part = partOfSpeech(hasEnding: false, isAdjective: true)
    return part == .verbal ? .verb : nil
  }

  private func isStart(_ neighbour: Neighbour) -> Bool {
    sentence[neighbour.index - 1].kind == .boundary
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

  var wind: HomographSense? {
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

  var winds: HomographSense? {
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

  var wound: HomographSense? {
    if right(isAnyOf: Self.woundThings) { return .noun }
    if isLeft(.thirdPerson), left.1.classes.isDisjoint(with: [.modal, .causative]) { return .past }
    guard right(isAnyOf: Self.coiling),
      !isLeft([.article, .demonstrative, .numeral, .preposition]),
      !isLeft([.to, .modal, .conjunction]), left.0.isThere, !left(isAnyOf: Self.injuries)
    else { return nil }
    return .past
  }

  private static let ripping = keys("apart open off out away through into down")

  var tear: HomographSense? {
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

  var bow: HomographSense? {
    if key(right.0, "and"), key(right.1, "arrow") || key(right.1, "arrows") { return .noun }
    if key(right.0, "tie") || key(right.0, "ties") { return .noun }
    if isRight(.of), right.1.classes.contains(.article), right.2.isThere,
      Self.vessels.contains(right.2.key)
    {
      return .verb
    }
    if isLeft(.article), Self.taking.contains(left.1.key), !right.0.isOpen, !isRight(.conjunction) {
      return .verb
    }
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

  var dove: HomographSense? {
    guard right(isAnyOf: Self.diving), left.0.isThere, !left(isAnyOf: Self.doves),
      left.0.isOpen || isLeft([.thirdPerson, .subject, .who, .conjunction, .adverb])
    else { return nil }
    return .past
  }
}
