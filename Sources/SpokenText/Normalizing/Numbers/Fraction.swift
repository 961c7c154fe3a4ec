/// Parts of a whole: `3/4` → `three quarters`, `2⅓` → `two and one third`.
///
/// Two numbers around a slash have other readings, and people use them: `8/10` → `eight out of
/// ten`, `120/80` → `one hundred twenty over eighty`, `page 3/10` → `page three of ten`; which one
/// holds is told by ``FractionContext``.
struct Fraction: SemioticClass {
  static let kind = Edit.Kind.fraction

  /// UTF-8 bytes of the whole number before the fraction; empty when there is none.
  @Compact var whole: Range<Int>
  var sign = Numeral.Sign.none
  var numerator: Int
  var denominator: Int
  /// UTF-8 bytes of decimals above and below, of a rating such as `4.5/5` alone; else empty.
  @Compact var decimalsAbove: Range<Int> = 0..<0
  @Compact var decimalsBelow: Range<Int> = 0..<0
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
    /// `page three of ten`
    case of
    /// Odds: `seven to two`
    case to
    /// `half an hour`
    case half
    /// `six eight time`
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
      let isHalf =
        vulgar.denominator == 2 && FractionContext.isBeforeArticle(index + 1, in: sentence)
      return Match(
        Fraction(
          whole: 0..<0, sign: sign, numerator: vulgar.numerator, denominator: vulgar.denominator,
          reading: isHalf ? .half : .parts),
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
    if let rating = rating(at: index, in: sentence) { return rating }
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
    guard !next.isWord || sentence.token(end, isIn: touchingUnits), !next.isDigits,
      !next.isMark("/") || !sentence[end + 1].isDigits,
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
      : FractionContext(start: index, end: end, in: sentence)
        .reading(numerator, over: denominator)
    return (
      Fraction(whole: 0..<0, numerator: numerator, denominator: denominator, reading: reading), end
    )
  }

  /// Units that may touch a fraction: `1/2mi`.
  private static let touchingUnits = ContextWords(
    "s sec mi km m cm mm in ft yd oz lb lbs kg g mg ml l h hr hrs c tsp tbsp pt qt")

  /// `4.5/5`, `3.7/4.0`: points of those that can be had.
  private static func rating(
    at index: Int, in sentence: TokenizedSentence
  ) -> Match<Fraction>? {
    guard sentence[index + 1].isMark("."), sentence[index + 2].isDigits,
      sentence[index + 3].isMark("/"), sentence.isFreeOnLeft(index),
      !sentence[index - 1].isMark("/"), sentence[index + 2].count <= 2,
      let numerator = sentence.value(index), let denominator = sentence.value(index + 4),
      [4, 5, 6, 7, 10, 20, 100].contains(denominator), numerator <= denominator
    else { return nil }
    var end = index + 5
    var below = 0..<0
    if sentence[end].isMark("."), sentence[end + 1].isDigits {
      below = sentence[end + 1].range
      end += 2
    }
    guard sentence.isFreeOnRight(after: end - 1), !sentence[end].isMark("/") else { return nil }
    return Match(
      Fraction(
        whole: 0..<0, numerator: numerator, denominator: denominator,
        decimalsAbove: sentence[index + 2].range, decimalsBelow: below, reading: .outOf),
      tokens: index..<end, rule: "fraction.rating")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    sign.say(into: &writer)
    if !whole.isEmpty {
      NumberWords.sayCardinal(sentence.bytes.slice(whole), into: &writer)
      writer.say("and")
    }
    switch reading {
    case .over, .outOf, .inLarge, .of, .to, .plain:
      NumberWords.sayCardinal(numerator, into: &writer)
      Self.say(decimals: decimalsAbove, into: &writer, in: sentence)
      if let joint { writer.say(joint) }
      NumberWords.sayCardinal(denominator, into: &writer)
      Self.say(decimals: decimalsBelow, into: &writer, in: sentence)
    case .half: writer.say("half")
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

  /// What is said between the numbers.
  private var joint: StaticString? {
    switch reading {
    case .over: "over"
    case .inLarge: "in"
    case .outOf: "out of"
    case .of: "of"
    case .to: "to"
    case .plain, .half, .parts: nil
    }
  }

  private static func say(
    decimals: Range<Int>, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    guard !decimals.isEmpty else { return }
    writer.say("point")
    NumberWords.sayDigits(sentence.bytes.slice(decimals), into: &writer)
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
