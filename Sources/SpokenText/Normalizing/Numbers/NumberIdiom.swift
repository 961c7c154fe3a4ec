/// A number with a reading of its own, which everybody knows and no grammar tells.
///
/// - `24/7` → `twenty-four seven`, `9/11` → `nine eleven`, `20/20` → `twenty-twenty`, `50/50` and
///   `an 80-20 split` → `fifty-fifty`, `an eighty-twenty split`
/// - `401(k)` → `four oh one K`, `501(c)(3)` → `five oh one C three`
/// - `a 911 call` → `a nine one one call`, `agent 007` → `agent double oh seven`
/// - `a .45 caliber` → `a forty-five caliber`, `batting .312` → `batting three twelve`
/// - `a 1-2 punch` → `a one-two punch`, `the 49ers` → `the forty-niners`, `a 10k run` → `a ten K
///   run`
///
/// Each holds in its context alone: `9/11/2001` is a date, `won 24-7` a score, `999 bells` a count.
struct NumberIdiom: SemioticClass {
  static let kind = Edit.Kind.digits

  /// What is said, in order.
  var pieces: [Piece]

  enum Piece: Sendable {
    case cardinal(Range<Int>)
    /// `401` → `four oh one`
    case pairs(Range<Int>)
    case digits(Range<Int>)
    /// Letters by their names.
    case letters(Range<Int>)
    /// A hyphen to the next piece.
    case hyphen
    case words(StaticString)
    /// Added to the last word.
    case ending(StaticString)
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<NumberIdiom>? {
    let first = sentence[start]
    if first.isMark(".") { return pointed(at: start, in: sentence) }
    guard first.isDigits, first.count <= 3, sentence.isFreeOnLeft(start),
      !sentence.isInsideNumber(start), !sentence[start - 1].isMark("/")
    else { return nil }
    let next = sentence[start + 1]
    switch next.kind {
    case .mark:
      if next.isMark("/") { return slashed(at: start, in: sentence) }
      if next.isHyphen || next.isEnDash { return hyphened(at: start, in: sentence) }
      if next.isMark("(") { return law(at: start, in: sentence) }
      if next.isMark(":") { return oneOnOne(at: start, in: sentence) }
    case .word:
      return touching(at: start, in: sentence)
    case .space, .boundary, .digits, .control: break
    }
    return service(at: start, in: sentence) ?? secretAgent(at: start, in: sentence)
  }

  // MARK: Two numbers

  /// `24/7`, `9/11`, `50/50`, `20/40 vision`.
  private static func slashed(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<NumberIdiom>? {
    let second = start + 2
    var end = start + 3
    guard sentence[second].isDigits, sentence[second].count <= 3,
      let left = sentence.value(start), let right = sentence.value(second),
      sentence[start].scalar != 0x30, !isArithmetic(start, end, in: sentence)
    else { return nil }
    var pieces: [Piece] = [.cardinal(sentence[start].range)]
    switch (left, right) {
    case (24, 7):
      pieces.append(.cardinal(sentence[second].range))
      // `24/7/365`
      if sentence[end].isMark("/"), sentence.token(end + 1, is: "365") {
        pieces.append(.pairs(sentence[end + 1].range))
        end += 2
      }
    case (9, 11): pieces.append(.cardinal(sentence[second].range))
    case (7, 7):
      guard sentence.wordAfter(end, isIn: attackWords) else { return nil }
      pieces.append(.cardinal(sentence[second].range))
    case _ where isShare(left, right), (20, 20):
      // Two words with a hyphen of their own take no third.
      if left % 10 == 0 { pieces.append(.hyphen) }
      pieces.append(.cardinal(sentence[second].range))
    case (20, _), (6, _):
      let isFoot = left == 20
      guard (isFoot ? 10...800 : 3...60).contains(right),
        sentence.wordsBefore(start, within: 8, includeOneOf: sightWords)
          || sentence.wordsAfter(end, within: 6, includeOneOf: sightWords)
      else { return nil }
      pieces.append(.cardinal(sentence[second].range))
    default: return nil
    }
    guard sentence.isFreeOnRight(after: end - 1), !sentence[end].isMark("/") else { return nil }
    return Match(NumberIdiom(pieces: pieces), tokens: start..<end, rule: "idiom.slash")
  }

  /// Whether two numbers make a whole of a hundred, as the shares of `60/40`.
  private static func isShare(_ left: Int, _ right: Int) -> Bool {
    left + right == 100 && left >= 10 && right >= 10 || left == 50 && right == 50
  }

  private static func isArithmetic(
    _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> Bool {
    func isOperator(_ index: Int) -> Bool {
      let token = sentence[index]
      guard token.kind == .mark else { return false }
      switch token.scalar {
      case 0x3D, 0x2B, 0x2A, 0xD7, 0xF7, 0x2248, 0x5E: return true
      default: return false
      }
    }
    return isOperator(sentence.skippingSpace(end)) || isOperator(sentence.beforeSpace(start))
      || sentence[end].isMark("%")
      || sentence.wordAfter(end).map { sentence.token($0, is: "of") }
        ?? false
      || sentence.token(end, isIgnoringCase: "th")
      || sentence[end].isMark(".")
        && sentence[end + 1].isDigits
  }

  private static let sightWords = ContextWords(
    "vision eyesight acuity eye eyes sight snellen corrected uncorrected")

  /// `a 60-40 split`, `24-7 coverage`, `a 9-11 memorial`, `a 1-2 punch`, `10-4, good buddy`.
  private static func hyphened(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<NumberIdiom>? {
    let second = start + 2
    let end = start + 3
    // `9-1-1`
    if sentence.token(start, is: "9"), sentence.token(second, is: "1"), sentence[end].isHyphen,
      sentence.token(end + 1, is: "1"), sentence.isFreeOnRight(after: end + 1),
      !sentence[end + 2].isHyphen
    {
      return Match(
        NumberIdiom(pieces: [.digits(sentence.bytes(of: start..<end + 2))]),
        tokens: start..<end + 2, rule: "idiom.service")
    }
    guard sentence[second].isDigits, sentence[second].count <= 2, sentence[start].count <= 2,
      sentence.isFreeOnRight(after: second), !sentence[end].isHyphen, !sentence[end].isEnDash,
      !sentence[end].isMark("%"), !(sentence[end].isMark(".") && sentence[end + 1].isDigits),
      !(sentence[start - 1].isHyphen && sentence[start - 2].isDigits),
      let left = sentence.value(start), let right = sentence.value(second), left > 0
    else { return nil }
    let isHyphenated: Bool
    switch (left, right) {
    case (50, 50): isHyphenated = true
    case (20, 20): isHyphenated = true
    case (24, 7):
      guard !Score.isMeant(start, end, in: sentence), !sentence.isCounting(before: end) else {
        return nil
      }
      isHyphenated = false
    case (9, 11):
      guard sentence.wordAfter(end, isIn: attackWords) else { return nil }
      isHyphenated = false
    case (7, 11):
      guard sentence.wordAfter(end, isIn: shopWords) else { return nil }
      isHyphenated = false
    case (10, 4):
      guard isOpening(start, in: sentence), sentence[end].kind == .mark else { return nil }
      isHyphenated = true
    case (1, 1):
      guard sentence.wordAfter(end, isIn: mappingWords) else { return nil }
      return Match(
        NumberIdiom(pieces: [.words("one to one")]), tokens: start..<end, rule: "idiom.phrase")
    case _ where isShare(left, right):
      guard sentence.wordAfter(end, isIn: shareWords) else { return nil }
      isHyphenated = left % 10 == 0
    default:
      guard left < 10, right < 10, sentence.wordAfter(end, isIn: pairNouns) else { return nil }
      isHyphenated = true
    }
    let first = Piece.cardinal(sentence[start].range)
    let last = Piece.cardinal(sentence[second].range)
    return Match(
      NumberIdiom(pieces: isHyphenated ? [first, .hyphen, last] : [first, last]),
      tokens: start..<end, rule: "idiom.phrase")
  }

  private static let attackWords = ContextWords(
    "attack attacks commission memorial museum terrorist terrorists hijackers hijacker families "
      + "victims conspiracy truther truthers report responders survivors anniversary bombings "
      + "bombing bombers bomber")
  private static let shopWords = ContextWords("store stores shop clerk parking franchise")
  private static let mappingWords = ContextWords(
    "correspondence mapping relationship relation map function basis ratio")
  private static let shareWords = ContextWords(
    "split rule chance chances partnership partner portfolio allocation mix division basis deal "
      + "principle proposition custody joint blend ownership venture")
  /// Things that are called by two numbers: nothing goes from one to the other.
  private static let pairNouns = ContextWords(
    "count counts defense defence defenses zone punch combination combo front finish knockout")

  /// Whether nothing but a quotation mark stands before a token in its sentence.
  private static func isOpening(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let before = sentence[start - 1]
    return before.kind == .boundary || Triggers(before).contains(.quote)
      || before.isSpace && Triggers(sentence[start - 2]).contains(.quote)
  }

  /// `a 1:1 meeting`, `my 1:1s`, and the British `a 2:1 in history`.
  private static func oneOnOne(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<NumberIdiom>? {
    if sentence.isBritish, sentence.token(start, is: "2"),
      sentence.token(start + 2, is: "1") || sentence.token(start + 2, is: "2"),
      sentence.wordBefore(start, isAnyOf: ["a", "her", "his", "my"]),
      sentence.wordAfter(start + 3) == nil || sentence.wordAfter(start + 3, isIn: degreeWords),
      sentence.isFreeOnRight(after: start + 2)
    {
      return Match(
        NumberIdiom(
          pieces: [.cardinal(sentence[start].range), .cardinal(sentence[start + 2].range)]),
        tokens: start..<start + 3, rule: "idiom.phrase")
    }
    guard sentence.token(start, is: "1"), sentence.token(start + 2, is: "1") else { return nil }
    let isPlural = sentence.token(start + 3, is: "s")
    guard isPlural || sentence.wordAfter(start + 3, isIn: meetingWords) else { return nil }
    var pieces: [Piece] = [.words(sentence.isBritish ? "one-to-one" : "one-on-one")]
    if isPlural { pieces.append(.ending("s")) }
    return Match(
      NumberIdiom(pieces: pieces), tokens: start..<(isPlural ? start + 4 : start + 3),
      rule: "idiom.phrase")
  }

  private static let degreeWords = ContextWords("in from at degree honours and or but on")
  private static let meetingWords = ContextWords(
    "meeting meetings session sessions call calls chat chats conversation conversations coaching "
      + "mentoring tuition tutoring lesson lessons")

  // MARK: One number

  /// `401(k)`, `501(c)(3)`, `501(c)3`: sections of law that have become names.
  private static func law(at start: Int, in sentence: TokenizedSentence) -> Match<NumberIdiom>? {
    guard sentence[start].count == 3, sentence[start].scalar != 0x30 else { return nil }
    var pieces: [Piece] = [.pairs(sentence[start].range)]
    var end = start + 1
    while pieces.count < 5, sentence[end].isMark("("), sentence[end + 2].isMark(")") {
      if sentence[end + 1].isWord, sentence[end + 1].count == 1 {
        pieces.append(.letters(sentence[end + 1].range))
      } else if sentence[end + 1].isDigits, sentence[end + 1].count <= 2, pieces.count > 1 {
        pieces.append(.cardinal(sentence[end + 1].range))
      } else {
        break
      }
      end += 3
    }
    guard pieces.count > 1 else { return nil }
    if pieces.count == 2, sentence[end].isDigits, sentence[end].count == 1,
      sentence.isFreeOnRight(after: end)
    {
      pieces.append(.cardinal(sentence[end].range))
      end += 1
    }
    return Match(NumberIdiom(pieces: pieces), tokens: start..<end, rule: "idiom.law")
  }

  /// What touches the digits: `401k`, `49ers`, `a 10k run`, `a 4k video`, `the 3M Company`.
  private static func touching(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<NumberIdiom>? {
    let letter = start + 1
    let end = start + 2
    guard sentence.isFreeOnRight(after: letter) else { return nil }
    let digits = sentence[start].range
    let match = { (pieces: [Piece], rule: RuleName) in
      Match(NumberIdiom(pieces: pieces), tokens: start..<end, rule: rule)
    }
    if sentence.token(start, is: "401") && sentence.token(letter, is: "k")
      || sentence.token(start, is: "403") && sentence.token(letter, is: "b")
    {
      return match([.pairs(digits), .letters(sentence[letter].range)], "idiom.law")
    }
    if sentence.token(letter, is: "ers") || sentence.token(letter, is: "er"),
      let ending = agentEnding(start, in: sentence)
    {
      let isPlural = sentence[letter].count == 3
      return match(
        [.cardinal(digits), .ending(ending)] + (isPlural ? [.ending("s")] : []), "idiom.members")
    }
    if sentence.token(letter, isIgnoringCase: "k"), isNamedInThousands(start, in: sentence) {
      return match([.cardinal(digits), .letters(sentence[letter].range)], "idiom.thousands")
    }
    if sentence.token(start, is: "3"), sentence.token(letter, is: "M"),
      sentence.wordAfter(end, isIn: companyWords) || sentence[end].isMark("'")
        || sentence[end].isMark("’")
    {
      return match([.cardinal(digits), .letters(sentence[letter].range)], "idiom.company")
    }
    return nil
  }

  /// `niner`, `sixer`: what is added to the last word of a number.
  private static func agentEnding(_ start: Int, in sentence: TokenizedSentence) -> StaticString? {
    guard let value = sentence.value(start), value > 3 else { return nil }
    return switch value % 10 {
    case 5, 9: "r"
    case 4, 6, 7, 8: "er"
    default: nil
    }
  }

  /// Whether the K behind a number is said by its name: `ran a 10k`, `4k video`.
  private static func isNamedInThousands(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard let value = sentence.value(start) else { return false }
    let end = start + 2
    if [2, 4, 5, 6, 8].contains(value), sentence.wordAfter(end, isIn: screenWords) { return true }
    guard [3, 5, 8, 10, 12, 15, 20, 42, 50, 100].contains(value) else { return false }
    if sentence.wordAfter(end, isIn: raceWords) { return true }
    guard let article = sentence.wordBefore(start),
      sentence.token(article, isAnyOf: ["a", "my", "her", "his", "first", "the"])
    else { return false }
    return sentence.wordsBefore(article, within: 3, includeOneOf: runWords)
      && !sentence.isCounting(before: end)
  }

  private static let screenWords = ContextWords(
    "video videos tv tvs television monitor monitors resolution display displays screen screens "
      + "footage uhd camera cameras projector streaming blu")
  private static let raceWords = ContextWords(
    "run runs race races runner runners walk fun swim event road pb course")
  private static let runWords = ContextWords("ran run running runs finished entered completed jog")
  private static let companyWords = ContextWords(
    "company co corp corporation post scotch tape products masks respirator respirators shares "
      + "stock executives scientists engineers")

  /// Numbers that one calls, digit by digit: `a 911 call`, `dialled 999`, `text 988`.
  private static func service(at start: Int, in sentence: TokenizedSentence) -> Match<NumberIdiom>?
  {
    guard sentence[start].count == 3, isService(start, in: sentence) else { return nil }
    let end = start + 1
    guard sentence.isFreeOnRight(after: start),
      !(sentence[end].isMark(",") && sentence[end + 1].isDigits),
      !(sentence[end].isMark(".") && sentence[end + 1].isDigits), !sentence[end].isMark("%")
    else { return nil }
    let isAsked = sentence.wordAfter(end, isIn: callNouns)
    let isCalled = sentence.wordBefore(start).map { sentence.token($0, isIn: callVerbs) } ?? false
    guard isAsked || isCalled && !sentence.isCounting(before: end) else { return nil }
    // `101`: one oh one.
    let isPaired = sentence.token(start, is: "101")
    return Match(
      NumberIdiom(
        pieces: [isPaired ? .pairs(sentence[start].range) : .digits(sentence[start].range)]),
      tokens: start..<end, rule: "idiom.service")
  }

  private static func isService(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    switch sentence.value(start) {
    case 0, 100, 101, 105, 110, 111, 112, 113, 115, 116, 117, 118, 119, 120, 999: true
    case 211, 311, 411, 511, 611, 711, 811, 911, 988: true
    default: false
    }
  }

  private static let callVerbs = ContextWords(
    "call calls called calling dial dials dialed dialled dialing dialling ring rings rang ringing "
      + "phone phoned phoning text texted texting contact nhs")
  private static let callNouns = ContextWords(
    "call calls caller callers dispatcher dispatchers dispatch operator operators emergency "
      + "hotline lifeline helpline")

  /// `Agent 007`, `James Bond, 007`.
  private static func secretAgent(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<NumberIdiom>? {
    guard sentence.token(start, is: "007"), sentence.isFreeOnRight(after: start),
      sentence.wordsBefore(start, within: 6, includeOneOf: agentWords)
        || sentence.wordsAfter(start + 1, within: 5, includeOneOf: agentWords)
    else { return nil }
    return Match(
      NumberIdiom(pieces: [.words("double oh seven")]), tokens: start..<start + 1,
      rule: "idiom.agent")
  }

  private static let agentWords = ContextWords("agent bond spy film films franchise movie movies")

  // MARK: A point before it

  /// `a .45 caliber`, `.38 Special`, `a .300 hitter`, `batting .312`.
  private static func pointed(at start: Int, in sentence: TokenizedSentence) -> Match<NumberIdiom>?
  {
    let number = sentence[start + 1]
    guard number.isDigits, (2...3).contains(number.count), number.scalar != 0x30,
      sentence.isOpenOnLeft(start), sentence.isFreeOnRight(after: start + 1)
    else { return nil }
    let end = start + 2
    guard !sentence[end].isMark("%"), !(sentence[end].isMark(".") && sentence[end + 1].isDigits)
    else { return nil }
    let joined = sentence[end].isHyphen ? end + 1 : sentence.skippingSpace(end)
    let isGun = joined > end && sentence.token(joined, isIn: gunWords)
    let isAverage =
      number.count == 3
      && (sentence.wordAfter(end, isIn: averageNouns)
        || sentence.wordBefore(start).map { sentence.token($0, isIn: averageVerbs) } ?? false)
    guard isGun || isAverage else { return nil }
    return Match(
      NumberIdiom(pieces: [.pairs(number.range)]), tokens: start..<end,
      rule: isGun ? "idiom.caliber" : "idiom.average")
  }

  private static let gunWords = ContextWords(
    "caliber calibre cal special magnum rifle rifles pistol pistols revolver revolvers handgun "
      + "handguns rimfire winchester remington colt acp bullet bullets shells cartridge "
      + "cartridges gun automatic")
  private static let averageNouns = ContextWords("hitter hitters hitting average ball clip")
  private static let averageVerbs = ContextWords(
    "hit hits hitting batting bat bats batted slugging")

  // MARK: Saying

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    for piece in pieces {
      switch piece {
      case .cardinal(let digits):
        NumberWords.sayCardinal(sentence.bytes.slice(digits), into: &writer)
      case .pairs(let digits): NumberWords.sayPairs(sentence.bytes.slice(digits), into: &writer)
      case .digits(let digits): NumberWords.sayDigits(sentence.bytes.slice(digits), into: &writer)
      case .letters(let letters): writer.spell(source: letters)
      case .hyphen: writer.attach("-")
      case .words(let words): writer.say(words)
      case .ending(let ending): writer.attach(ending)
      }
    }
  }
}
