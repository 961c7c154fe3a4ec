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
    /// The last word becomes a plural.
    case plural
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<NumberIdiom>? {
    let first = sentence[start]
    if first.isMark(".") { return pointed(at: start, in: sentence) }
    guard first.isDigits, first.count <= 3, sentence.isFreeOnLeft(start),
      !sentence.isInsideNumber(start)
    else { return nil }
    let next = sentence[start + 1]
    guard !sentence[start - 1].isMark("/") || next.isMark("(") && !sentence[start - 2].isDigits
    else { return nil }
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

  // MARK: One number

  /// `401(k)`, `501(c)(3)`, `501(c)3`: sections of law that have become names.
  private static func law(at start: Int, in sentence: TokenizedSentence) -> Match<NumberIdiom>? {
    guard sentence[start].scalar != 0x30 else { return nil }
    let isArticle = sentence.wordBefore(
      start, isAnyOf: ["rule", "article", "regulation", "clause"])
    var pieces: [Piece] = [.pairs(sentence[start].range)]
    var end = start + 1
    while pieces.count < 5, sentence[end].isMark("("), sentence[end + 2].isMark(")") {
      if sentence[end + 1].isWord, sentence[end + 1].count == 1 {
        pieces.append(.letters(sentence[end + 1].range))
      } else if sentence[end + 1].isDigits, sentence[end + 1].count <= 2,
        pieces.count > 1 || isArticle
      {
        pieces.append(.cardinal(sentence[end + 1].range))
      } else {
        break
      }
      end += 3
    }
    // `Rule 12(b)(6)`; one bracket behind a small number may be anything.
    guard
      pieces.count > 2
        || pieces.count == 2
          && (sentence[start].count == 3 || isArticle)
    else { return nil }
    if sentence[start].count == 3, pieces.count == 2, sentence[end].isDigits,
      sentence[end].count == 1,
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
    // `two 8s` in a hand of cards, not seconds.
    if sentence.token(letter, is: "s"), sentence[start].count <= 2,
      sentence.wordBefore(start).map({ sentence.token($0, isIn: IdiomTable.counters) }) ?? false,
      !sentence.isCounting(before: end)
    {
      return match([.cardinal(digits), .plural], "idiom.several")
    }
    if sentence.token(letter, isIgnoringCase: "k"), isNamedInThousands(start, in: sentence) {
      return match([.cardinal(digits), .letters(sentence[letter].range)], "idiom.thousands")
    }
    if sentence.token(start, is: "3"), sentence.token(letter, is: "M"),
      sentence.wordAfter(end, isIn: IdiomTable.companies) || sentence[end].isMark("'")
        || sentence[end].isMark("’")
    {
      return match([.cardinal(digits), .letters(sentence[letter].range)], "idiom.company")
    }
    return nil
  }

  /// `niner`, `sixer`: what is added to the last word of a number.
  private static func agentEnding(_ start: Int, in sentence: TokenizedSentence) -> StaticString? {
    guard let value = sentence.value(start), value > 20 else { return nil }
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
    if [2, 4, 5, 6, 8].contains(value), sentence.wordAfter(end, isIn: IdiomTable.screens) {
      return true
    }
    guard [3, 5, 8, 10, 12, 15, 20, 42, 50, 100].contains(value) else { return false }
    if sentence.wordAfter(end, isIn: IdiomTable.races) { return true }
    guard let article = sentence.wordBefore(start),
      sentence.token(article, isAnyOf: ["a", "my", "her", "his", "first", "the"])
    else { return false }
    return sentence.wordsBefore(article, within: 3, includeOneOf: IdiomTable.runs)
      && !sentence.isCounting(before: end)
  }

  /// Numbers that one calls, digit by digit: `a 911 call`, `dialled 999`, `text 988`.
  private static func service(at start: Int, in sentence: TokenizedSentence) -> Match<NumberIdiom>?
  {
    guard sentence[start].count == 3, isService(start, in: sentence) else { return nil }
    let end = start + 1
    guard sentence.isFreeOnRight(after: start),
      !(sentence[end].isMark(",") && sentence[end + 1].isDigits),
      !(sentence[end].isMark(".") && sentence[end + 1].isDigits), !sentence[end].isMark("%")
    else { return nil }
    let isAsked = sentence.wordAfter(end, isIn: IdiomTable.callNouns)
    let isCalled =
      isBehindAnother(start, in: sentence) || isEmergency(start, in: sentence)
      || sentence.wordBefore(start).map { sentence.token($0, isIn: IdiomTable.callVerbs) } ?? false
    guard isAsked || isCalled && !sentence.isCounting(before: end) else { return nil }
    // `101`: one oh one.
    let isPaired = sentence.token(start, is: "101")
    return Match(
      NumberIdiom(
        pieces: [isPaired ? .pairs(sentence[start].range) : .digits(sentence[start].range)]),
      tokens: start..<end, rule: "idiom.service")
  }

  /// Whether it is the second of two: `call 311 or 411`.
  private static func isBehindAnother(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence.wordBefore(start, isAnyOf: ["or", "and"]), sentence[start - 4].isDigits else {
      return false
    }
    return sentence.wordBefore(start - 4).map { sentence.token($0, isIn: IdiomTable.callVerbs) }
      ?? false
  }

  /// Whether help was called a few words before: `a call to 911`, `phoned the police on 999`.
  private static func isEmergency(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard ["911", "999", "112", "988"].contains(where: { sentence.token(start, is: $0) }),
      sentence.wordBefore(start, isAnyOf: ["to", "on", "via", "through", "the"])
    else { return false }
    return sentence.wordsBefore(start, within: 5, includeOneOf: IdiomTable.callVerbs)
  }

  private static func isService(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    switch sentence.value(start) {
    case 0, 100, 101, 105, 110, 111, 112, 113, 115, 116, 117, 118, 119, 120, 999: true
    case 211, 311, 411, 511, 611, 711, 811, 911, 988: true
    default: false
    }
  }

  /// `Agent 007`, `James Bond, 007`.
  private static func secretAgent(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<NumberIdiom>? {
    guard sentence.token(start, is: "007"), sentence.isFreeOnRight(after: start),
      sentence.wordsBefore(start, within: 6, includeOneOf: IdiomTable.agents)
        || sentence.wordsAfter(start + 1, within: 5, includeOneOf: IdiomTable.agents)
    else { return nil }
    return Match(
      NumberIdiom(pieces: [.words("double oh seven")]), tokens: start..<start + 1,
      rule: "idiom.agent")
  }

  // MARK: A point before it

  /// `a .45 caliber`, `.38 Special`, `a .300 hitter`, `batting .312`.
  private static func pointed(at start: Int, in sentence: TokenizedSentence) -> Match<NumberIdiom>?
  {
    let number = sentence[start + 1]
    guard number.isDigits, (2...3).contains(number.count), number.scalar != 0x30,
      sentence.isOpenOnLeft(start)
    else { return nil }
    let end = start + 2
    // `two .22s`
    if sentence.token(end, is: "s"), sentence.isFreeOnRight(after: end),
      sentence.wordBefore(start).map({ sentence.token($0, isIn: IdiomTable.counters) }) ?? false
    {
      return Match(
        NumberIdiom(pieces: [.pairs(number.range), .plural]), tokens: start..<end + 1,
        rule: "idiom.caliber")
    }
    if sentence.token(start + 1, is: "30"), sentence[end].isHyphen,
      sentence.token(end + 1, is: "06"), sentence.isFreeOnRight(after: end + 1)
    {
      return Match(
        NumberIdiom(pieces: [.words("thirty aught six")]), tokens: start..<end + 2,
        rule: "idiom.caliber")
    }
    guard sentence.isFreeOnRight(after: start + 1) else { return nil }
    guard !sentence[end].isMark("%"), !(sentence[end].isMark(".") && sentence[end + 1].isDigits)
    else { return nil }
    let joined = sentence[end].isHyphen ? end + 1 : sentence.skippingSpace(end)
    let isGun = joined > end && sentence.token(joined, isIn: IdiomTable.guns)
    let isAverage =
      number.count == 3
      && (sentence.wordAfter(end, isIn: IdiomTable.averageNouns)
        || sentence.wordBefore(start).map { sentence.token($0, isIn: IdiomTable.averageVerbs) }
          ?? false)
    guard isGun || isAverage else { return nil }
    return Match(
      NumberIdiom(pieces: [.pairs(number.range)]), tokens: start..<end,
      rule: isGun ? "idiom.caliber" : "idiom.average")
  }

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
      case .plural: writer.attachPlural()
      }
    }
  }
}
