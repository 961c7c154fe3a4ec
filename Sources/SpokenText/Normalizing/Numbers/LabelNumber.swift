/// A number that is the name of a thing and is said in pairs: `a Boeing 747` → `a Boeing seven
/// forty-seven`, `HTTP 404` → `H T T P four oh four`, `port 8080` → `port eighty eighty`.
///
/// - `a 737-800` → `a seven thirty-seven eight hundred`, in British English `seven three seven`
/// - `ISO 9001:2015` → `I S O nine thousand one, twenty fifteen`, `802.11ac` → `eight oh two dot
///   eleven A C`
/// - Not `404 people`, `a Boeing 747,000 kg`, `error 12` (two digits are one pair).
struct LabelNumber: SemioticClass {
  static let kind = Edit.Kind.digits

  /// UTF-8 bytes of the digits.
  var digits: Range<Int>
  /// What follows behind a hyphen, a colon or a point; empty when there is none.
  var second = 0..<0
  /// Letters behind it; empty when there are none.
  var letters = 0..<0
  var reading: Reading

  enum Reading: Sendable {
    /// `four oh four`
    case pairs
    /// `seven forty-seven`, British `seven four seven`
    case aircraft
    /// `seven forty-sevens`
    case severalAircraft
    /// A standard and its year.
    case standard
    /// `eight oh two dot eleven`
    case network
    /// `nineteen dash thirteen ninety-two`
    case docket
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<LabelNumber>? {
    let token = sentence[start]
    if token.count == 2, let docket = docket(at: start, in: sentence) { return docket }
    guard token.isDigits, (3...5).contains(token.count), token.scalar != 0x30,
      sentence.isFreeOnLeft(start), !sentence.isInsideNumber(start)
    else { return nil }
    let end = start + 1
    if let network = network(at: start, in: sentence) { return network }
    if let processor = processor(at: start, in: sentence) { return processor }
    if token.count == 3, let aircraft = aircraft(at: start, in: sentence) { return aircraft }
    if let standard = standard(at: start, in: sentence) { return standard }
    guard sentence.isFreeOnRight(after: start), !isContinued(end, in: sentence) else { return nil }
    let isNamed =
      token.count < 5
      ? isBehindLabel(start, in: sentence) || token.count == 3 && isRoad(start, in: sentence)
        || token.count == 3 && isAnswer(start, in: sentence)
      : isBehindPort(start, in: sentence)
    guard isNamed,
      sentence.keysAfter(end).isDisjoint(with: [.countedNoun, .scale])
        || sentence.wordAfter(end, isIn: LabelTable.answers)
    else { return nil }
    return Match(
      LabelNumber(digits: token.range, reading: .pairs), tokens: start..<end, rule: "label.pairs")
  }

  /// Whether digits, a share or a unit go on behind a number.
  private static func isContinued(_ end: Int, in sentence: TokenizedSentence) -> Bool {
    let next = sentence[end]
    guard next.kind == .mark else { return false }
    switch next.scalar {
    case 0x2C, 0x2E, 0x3A, 0x2F, 0x2D, 0x2013: return sentence[end + 1].isDigits
    case 0x25, 0xB0: return true
    default: return false
    }
  }

  private static func isBehindPort(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    sentence.wordBefore(start, isAnyOf: ["port", "ports"])
  }

  /// `Xbox 360`, `RFC 2616`, `port 8080`, `Room 1408`.
  private static func isBehindLabel(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    // `42 U.S.C. § 1983`
    if sentence[sentence.beforeSpace(start)].isMark("§") { return true }
    guard sentence[start - 1].isSpace, let word = sentence.wordBefore(start) else { return false }
    if sentence.token(word, isIn: LabelTable.makes) {
      return sentence[word].shape.contains(.firstUpper)
    }
    if sentence.token(word, isIn: LabelTable.series) {
      // `to form 300 clubs`
      return sentence[word].shape.contains(.firstUpper) || !sentence.isCounting(before: start + 1)
    }
    if isBehindPort(start, in: sentence) { return true }
    if sentence.token(word, isAnyOf: ["room", "suite"]) { return true }
    // `AM 1010`: a station; behind a number it is the morning.
    if sentence.token(word, is: "AM") {
      return !sentence[sentence.beforeSpace(word)].isDigits
        && sentence.value(start).map { (530...1710).contains($0) && $0 % 10 == 0 } ?? false
    }
    // `flight number 1549`, `status code 301`
    guard let kind = sentence.wordBefore(word) else { return false }
    return sentence.token(word, is: "code") && sentence.token(kind, isIn: LabelTable.codes)
      || sentence.token(word, is: "number")
        && sentence.token(kind, isAnyOf: ["flight", "room", "bus", "train", "channel"])
  }

  // MARK: Aircraft

  /// `747`, `747s`, `737-800`: a seven at each end, behind a maker or where nothing is counted.
  private static func aircraft(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<LabelNumber>? {
    guard let value = sentence.value(start), value >= 707, value <= 797, value % 10 == 7 else {
      return nil
    }
    let end = start + 1
    let before = sentence.wordBefore(start)
    let isMade = before.map { sentence.token($0, is: "Boeing") } ?? false
    if sentence[end].isHyphen, let variant = sentence.value(end + 1), variant > 0,
      !sentence.isLabelled(start),
      isMade || variant <= 10 || variant < 1000 && variant % 100 == 0
    {
      let isPlural = sentence.token(end + 2, is: "s")
      let last = isPlural ? end + 2 : end + 1
      guard sentence.isFreeOnRight(after: last) else { return nil }
      return Match(
        LabelNumber(
          digits: sentence[start].range, second: sentence[end + 1].range,
          reading: isPlural ? .severalAircraft : .aircraft),
        tokens: start..<last + 1, rule: "label.aircraft")
    }
    if sentence.token(end, is: "s") || sentence.token(end, is: "s'"),
      sentence.isFreeOnRight(after: end)
    {
      guard !sentence.wordBefore(start, isAnyOf: ["in", "after", "for", "took", "within", "to"])
      else { return nil }
      return Match(
        LabelNumber(digits: sentence[start].range, reading: .severalAircraft),
        tokens: start..<end + 1, rule: "label.aircraft")
    }
    guard sentence.isFreeOnRight(after: start), !isContinued(end, in: sentence) else { return nil }
    if !isMade {
      guard let before,
        sentence.token(before, isAnyOf: ["a", "the", "this", "that", "new", "old", "another"]),
        !sentence.isCounting(before: end), isThing(after: end, in: sentence)
      else { return nil }
    }
    return Match(
      LabelNumber(digits: sentence[start].range, reading: .aircraft), tokens: start..<end,
      rule: "label.aircraft")
  }

  /// Whether nothing follows that a number could count or measure.
  private static func isThing(after end: Int, in sentence: TokenizedSentence) -> Bool {
    guard let next = sentence.wordAfter(end) else {
      return !sentence[end].isHyphen
    }
    let token = sentence[next]
    if !token.isLower { return !token.keys.contains(.scale) && token.count > 1 }
    return sentence.token(next, isIn: LabelTable.continuations)
      || sentence.token(
        next,
        isAnyOf: [
          "jet", "jumbo", "pilot", "pilots", "crew", "cockpit", "simulator", "freighter", "plane",
          "aircraft", "cabin", "taking", "flying",
        ])
  }

  // MARK: The web, roads, standards

  /// `a 404`, `a 503 error`, `the 404 page`.
  private static func isAnswer(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    switch sentence.value(start) ?? 0 {
    case 201...206, 301...308, 401...418, 422, 429, 451, 501...504: break
    default: return false
    }
    let end = start + 1
    if let next = sentence.wordAfter(end) {
      return sentence.token(next, isIn: LabelTable.answers)
        || sentence.token(next, isIn: LabelTable.continuations)
          && sentence.wordBefore(start, isAnyOf: ["a"])
    }
    return sentence.wordBefore(start, isAnyOf: ["a"]) && !sentence[end].isHyphen
  }

  /// `US 101`, `the 405 freeway`, `on the 405`.
  private static func isRoad(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard let before = sentence.labelBefore(start) else { return false }
    if sentence.token(before, is: "US") || sentence.token(before, is: "SR") { return true }
    if sentence.token(before, is: "S"), sentence[before - 1].isMark("."),
      sentence.token(before - 2, is: "U")
    {
      return true
    }
    guard sentence.token(before, is: "the") else { return false }
    let end = start + 1
    if sentence.wordAfter(end, isIn: LabelTable.roads) { return true }
    let isFamous = sentence.token(start, is: "405") || sentence.token(start, is: "101")
    guard
      sentence.wordBefore(
        before, isAnyOf: ["on", "off", "down", "up", "along", "across", "via"])
        || isFamous
          && sentence.wordBefore(
            before, isAnyOf: ["take", "takes", "taking", "took", "to", "from", "hit"])
    else { return false }
    return sentence.wordAfter(end) == nil
      || sentence.wordAfter(end, isIn: LabelTable.continuations)
  }

  /// `ISO 9001:2015`, `ISO/IEC 27001`.
  private static func standard(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<LabelNumber>? {
    guard sentence[start].count > 3, sentence[start - 1].isSpace,
      let word = sentence.wordBefore(start), sentence[word].isUpper,
      sentence.token(word, isIn: LabelTable.standards)
    else { return nil }
    var end = start + 1
    var year = 0..<0
    let colon = sentence.skippingSpace(end)
    let yearAt = sentence.skippingSpace(colon + 1)
    if sentence[colon].isMark(":"), sentence[yearAt].count == 4, sentence[yearAt].isDigits,
      (colon > end) == (yearAt > colon + 1)
    {
      year = sentence[yearAt].range
      end = yearAt + 1
    }
    guard sentence.isFreeOnRight(after: end - 1) else { return nil }
    return Match(
      LabelNumber(digits: sentence[start].range, second: year, reading: .standard),
      tokens: start..<end, rule: "label.standard")
  }

  /// `802.11`, `802.11ac`, `802.3`: networks, not decimals.
  private static func network(at start: Int, in sentence: TokenizedSentence) -> Match<LabelNumber>?
  {
    guard sentence.token(start, is: "802"), sentence[start + 1].isMark("."),
      sentence[start + 2].isDigits, sentence[start + 2].count <= 2
    else { return nil }
    let hasLetters = sentence[start + 3].isLower && sentence[start + 3].count <= 2
    let end = hasLetters ? start + 4 : start + 3
    guard sentence.isFreeOnRight(after: end - 1),
      !(sentence[end].isMark(".") && sentence[end + 1].isDigits)
    else { return nil }
    return Match(
      LabelNumber(
        digits: sentence[start].range, second: sentence[start + 2].range,
        letters: hasLetters ? sentence[start + 3].range : 0..<0, reading: .network),
      tokens: start..<end, rule: "label.network")
  }

  /// `No. 19-1392`: the year of a case and its number.
  private static func docket(at start: Int, in sentence: TokenizedSentence) -> Match<LabelNumber>? {
    let number = start + 2
    guard sentence[start].isDigits, sentence[start + 1].isHyphen, sentence[number].isDigits,
      (3...5).contains(sentence[number].count), sentence.isFreeOnLeft(start),
      sentence.isFreeOnRight(after: number), !isContinued(number + 1, in: sentence),
      sentence.labelBefore(start, isIn: LabelTable.dockets), sentence[start - 1].isSpace
    else { return nil }
    return Match(
      LabelNumber(
        digits: sentence[start].range, second: sentence[number].range, reading: .docket),
      tokens: start..<number + 1, rule: "label.docket")
  }

  /// `i7-9700K`: the model of a processor behind its line.
  private static func processor(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<LabelNumber>? {
    guard sentence[start - 1].isHyphen, sentence[start - 2].isDigits,
      sentence[start - 2].count == 1,
      sentence.token(start - 3, is: "i"), sentence[start].count > 3
    else { return nil }
    let hasLetters = sentence[start + 1].isUpper && sentence[start + 1].count <= 3
    let end = hasLetters ? start + 2 : start + 1
    guard sentence.isFreeOnRight(after: end - 1) else { return nil }
    return Match(
      LabelNumber(
        digits: sentence[start].range, letters: hasLetters ? sentence[start + 1].range : 0..<0,
        reading: .pairs),
      tokens: start..<end, rule: "label.pairs")
  }

  // MARK: Saying

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    let bytes = sentence.bytes.slice(digits)
    switch reading {
    case .pairs:
      NumberWords.sayPairs(bytes, into: &writer)
      writer.spell(source: letters)
    case .aircraft, .severalAircraft:
      if writer.isBritish {
        NumberWords.sayDigits(bytes, into: &writer)
      } else {
        NumberWords.sayPairs(bytes, into: &writer)
      }
      if !second.isEmpty { NumberWords.sayPairs(sentence.bytes.slice(second), into: &writer) }
      if reading == .severalAircraft { writer.attachPlural() }
    case .standard:
      // `9001` is counted, `8601` is not.
      if bytes.count == 4, bytes[1] != UInt8(ascii: "0") {
        NumberWords.sayPairs(bytes, into: &writer)
      } else {
        NumberWords.sayCardinal(bytes, into: &writer)
      }
      guard !second.isEmpty else { return }
      writer.mark(.comma)
      NumberWords.sayPairs(sentence.bytes.slice(second), into: &writer)
    case .docket:
      NumberWords.sayPairs(bytes, into: &writer)
      writer.say("dash")
      NumberWords.sayPairs(sentence.bytes.slice(second), into: &writer)
    case .network:
      NumberWords.sayPairs(bytes, into: &writer)
      writer.say("dot")
      NumberWords.sayCardinal(sentence.bytes.slice(second), into: &writer)
      writer.spell(source: letters)
    }
  }
}
