/// Parts of a whole: `3/4` → `three quarters`, `2⅓` → `two and one third`.
///
/// Two numbers around a slash have other readings, and people use them: `24/7` → `twenty-four
/// seven`, `8/10` → `eight out of ten`, `120/80` → `one hundred twenty over eighty`.
struct Fraction: SemioticClass {
  static let kind = Edit.Kind.fraction

  /// UTF-8 bytes of the whole number before the fraction; empty when there is none.
  var whole: Range<Int>
  var sign = Numeral.Sign.none
  var numerator: Int
  var denominator: Int
  var reading: Reading

  enum Reading: Sendable {
    /// `three quarters`
    case parts
    /// `one hundred twenty over eighty`
    case over
    /// `eight out of ten`
    case outOf
    /// `five in ten thousand`
    case inLarge
    /// `twenty-four seven`
    case plain
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Fraction>? {
    var sign = Numeral.Sign.none
    var index = start
    if let found = Numeral.sign(at: start, in: sentence) {
      sign = found
      index += 1
    }
    if let vulgar = vulgar(at: index, in: sentence) {
      return Match(
        Fraction(
          whole: 0..<0, sign: sign, numerator: vulgar.numerator, denominator: vulgar.denominator,
          reading: .parts),
        tokens: start..<index + 1, rule: "fraction.character")
    }
    guard sentence[index].isDigits, !sentence.isInsideNumber(index) else { return nil }
    let whole = sentence[index]
    // `2½`, `2 ½`
    let part = sentence.skippingSpace(index + 1)
    if let vulgar = vulgar(at: part, in: sentence) {
      return Match(
        Fraction(
          whole: whole.range, sign: sign, numerator: vulgar.numerator,
          denominator: vulgar.denominator, reading: .parts),
        tokens: start..<part + 1, rule: "fraction.mixed")
    }
    // `3 1/2`, `3-1/2`
    if whole.count <= 3, sentence[index + 1].isSpace || sentence[index + 1].isHyphen,
      let found = slashed(at: index + 2, in: sentence), found.value.numerator > 0,
      found.value.denominator <= 64,
      !sentence.isLabelled(index)
    {
      var value = found.value
      value.whole = whole.range
      value.sign = sign
      value.reading = .parts
      return Match(value, tokens: start..<found.end, rule: "fraction.mixed")
    }
    guard let found = slashed(at: index, in: sentence) else { return nil }
    var value = found.value
    value.sign = sign
    return Match(value, tokens: start..<found.end, rule: "fraction.slash")
  }

  private static func slashed(
    at index: Int, in sentence: TokenizedSentence
  ) -> (value: Fraction, end: Int)? {
    var slash = index + 1
    var below = index + 2
    let isSpaced = sentence[slash].isSpace
    if isSpaced {
      slash += 1
      below += 2
      guard sentence[below - 1].isSpace,
        Ordinal.isEnding(below + 1, in: sentence)
          || sentence.token(below + 1, isIgnoringCase: "ths")
      else { return nil }
    }
    guard sentence[index].count <= 4, sentence[below].count <= 4,
      sentence[slash].isMark("/") || sentence[slash].isMark("\u{2044}")
        || sentence[slash].isMark("\u{2215}"),
      let numerator = sentence.value(index), let denominator = sentence.value(below),
      sentence.isFreeOnLeft(index), !sentence[index - 1].isMark("/")
    else { return nil }
    // `5/10,000`
    if let grouped = Numeral.scan(at: below, in: sentence), grouped.isGrouped,
      grouped.decimals.isEmpty, sentence.isFreeOnRight(after: grouped.tokens.upperBound - 1)
    {
      let digits = sentence.bytes.slice(grouped.whole).filter(ASCII.isDigit)
      guard digits.count <= 12 else { return nil }
      let denominator = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return (
        Fraction(
          whole: 0..<0, numerator: numerator, denominator: denominator, reading: .inLarge),
        grouped.tokens.upperBound
      )
    }
    var end = below + 1
    var isNamed = false
    if Ordinal.isEnding(end, in: sentence) {
      end += 1
      isNamed = true
    } else if sentence.token(end, isIgnoringCase: "ths") || sentence.token(end, is: "rds") {
      end += 1
      isNamed = true
    }
    let next = sentence[end]
    guard !next.isWord, !next.isDigits, !next.isMark("/") || !sentence[end + 1].isDigits,
      !next.isMark(".") || !sentence[end + 1].isDigits
    else { return nil }
    // `in 6/8 time`
    if !isNamed, [2, 4, 8, 16].contains(denominator),
      sentence.wordAfter(end).map({ sentence.token($0, isAnyOf: ["time", "signature"]) }) ?? false
    {
      return (
        Fraction(whole: 0..<0, numerator: numerator, denominator: denominator, reading: .plain),
        end
      )
    }
    let reading =
      isNamed
      ? Reading.parts
      : reading(
        numerator, denominator, isRating: isRating(index, end, in: sentence),
        isPortion: sentence.wordAfter(end).map { sentence.token($0, is: "of") } ?? false,
        isPressure: sentence.wordAfter(end).map { sentence.token($0, isAnyOf: ["mmhg", "mm"]) }
          ?? false)
    return (
      Fraction(whole: 0..<0, numerator: numerator, denominator: denominator, reading: reading), end
    )
  }

  /// How two numbers around a slash are read.
  private static func reading(
    _ numerator: Int, _ denominator: Int, isRating: Bool, isPortion: Bool, isPressure: Bool
  ) -> Reading {
    if isPressure { return .over }
    if numerator == denominator, [5, 10].contains(denominator) { return .outOf }
    if isRating, [5, 10, 100].contains(denominator) { return .outOf }
    switch (numerator, denominator) {
    case (24, 7), (9, 11), (7, 7), (60, 40): return .plain
    case (_, 0), (0, _): return isRating ? .outOf : .over
    case (let left, let right) where left == right || left + right == 100 && left > 9:
      return left == 1 ? .over : .plain
    case (let left, 10) where left > 1 && left < 10 && !isPortion: return .outOf
    default: break
    }
    if numerator > denominator {
      return [2, 3, 4, 8, 16].contains(denominator) && numerator < 100 ? .parts : .over
    }
    if denominator <= 20 { return .parts }
    let isNamed =
      denominator <= 100 && (denominator % 10 == 0 || denominator % 4 == 0) || denominator == 1000
    return isNamed && numerator < 100 ? .parts : .over
  }

  private static func isRating(
    _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> Bool {
    let words: [StaticString] = [
      "rated", "rating", "score", "scored", "scores", "got", "gave", "solid", "pain", "stars",
      "points",
    ]
    if sentence.wordBefore(start, isAnyOf: words) { return true }
    if let word = sentence.wordBefore(start), sentence.wordBefore(word, isAnyOf: words) {
      return true
    }
    return sentence.wordAfter(end).map { sentence.token($0, isAnyOf: words) } ?? false
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    sign.say(into: &writer)
    if !whole.isEmpty {
      NumberWords.sayCardinal(sentence.bytes.slice(whole), into: &writer)
      writer.say("and")
    }
    switch reading {
    case .over, .outOf, .inLarge, .plain:
      NumberWords.sayCardinal(numerator, into: &writer)
      if reading == .over { writer.say("over") }
      if reading == .inLarge { writer.say("in") }
      if reading == .outOf { writer.say("out of") }
      NumberWords.sayCardinal(denominator, into: &writer)
    case .parts:
      if denominator == 2, numerator == 1, !whole.isEmpty {
        writer.say("a half")
        return
      }
      NumberWords.sayCardinal(numerator, into: &writer)
      switch denominator {
      case 2: writer.say(numerator == 1 ? "half" : "halves")
      case 4: writer.say(numerator == 1 ? "quarter" : "quarters")
      default:
        NumberWords.sayOrdinal(denominator, into: &writer)
        if numerator != 1 { writer.attach("s") }
      }
    }
  }

  /// The value of a character such as `½`.
  static func vulgar(
    at index: Int, in sentence: TokenizedSentence
  ) -> (numerator: Int, denominator: Int)? {
    guard sentence[index].kind == .mark else { return nil }
    switch sentence[index].scalar {
    case 0xBC: return (1, 4)
    case 0xBD: return (1, 2)
    case 0xBE: return (3, 4)
    case 0x2150: return (1, 7)
    case 0x2151: return (1, 9)
    case 0x2152: return (1, 10)
    case 0x2153: return (1, 3)
    case 0x2154: return (2, 3)
    case 0x2155: return (1, 5)
    case 0x2156: return (2, 5)
    case 0x2157: return (3, 5)
    case 0x2158: return (4, 5)
    case 0x2159: return (1, 6)
    case 0x215A: return (5, 6)
    case 0x215B: return (1, 8)
    case 0x215C: return (3, 8)
    case 0x215D: return (5, 8)
    case 0x215E: return (7, 8)
    case 0x2189: return (0, 3)
    default: return nil
    }
  }
}
