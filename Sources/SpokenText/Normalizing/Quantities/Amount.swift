/// How much or how many: a number in any form, with the power of ten written behind it.
///
/// The number of ``Money``, ``Percent`` and ``Measure``: `1.5 million`, `3½`, `20k`.
struct Amount: Sendable {
  enum Number: Sendable {
    case cardinal(Match<Cardinal>)
    case decimal(Match<DecimalNumber>)
    case fraction(Match<Fraction>)
    case scientific(Match<ScientificNumber>)
  }

  var number: Number
  /// `million`, whether written in full or as a letter.
  var scale: StaticString?
  /// Whether the thing counted stands in the singular: `1`, `½`.
  var isSingular: Bool
  @Compact var tokens: Range<Int>

  /// Which letters stand for powers of ten: none, those that touch a plain number (`10k`), or all
  /// that are usual with money (`$5m`).
  enum ScaleLetters { case none, plain, money }

  /// Reads an amount that begins at a token.
  static func scan(
    at start: Int, in sentence: TokenizedSentence, letters: ScaleLetters = .none
  ) -> Amount? {
    guard var amount = number(at: start, in: sentence) else { return nil }
    let end = amount.tokens.upperBound
    if let (scale, after) = scale(at: end, in: sentence, letters: letters) {
      amount.scale = scale
      amount.tokens = start..<after
      amount.isSingular = false
    }
    return amount
  }

  private static func number(at start: Int, in sentence: TokenizedSentence) -> Amount? {
    let first = sentence[start]
    guard first.isDigits || first.kind == .mark else { return nil }
    if let fraction = Fraction.recognize(at: start, in: sentence) {
      return Amount(
        number: .fraction(fraction), isSingular: fraction.value.isSingular,
        tokens: fraction.tokens)
    }
    guard let numeral = Numeral.scan(at: start, in: sentence) else { return nil }
    if let number = ScientificNumber.recognize(numeral, in: sentence) {
      return Amount(number: .scientific(number), isSingular: false, tokens: number.tokens)
    }
    if !numeral.decimals.isEmpty {
      return Amount(
        number: .decimal(
          Match(DecimalNumber(numeral), tokens: numeral.tokens, rule: "decimal.point")),
        isSingular: false, tokens: numeral.tokens)
    }
    return Amount(
      number: .cardinal(
        Match(
          Cardinal(digits: numeral.whole, sign: numeral.sign), tokens: numeral.tokens,
          rule: "cardinal.plain")),
      isSingular: sentence.bytes.holds("1", at: numeral.whole), tokens: numeral.tokens)
  }

  private static func scale(
    at index: Int, in sentence: TokenizedSentence, letters: ScaleLetters
  ) -> (StaticString, Int)? {
    let isSpaced = sentence[index].isSpace || sentence[index].isHyphen
    let word = isSpaced ? index + 1 : index
    guard sentence[word].isWord else { return nil }
    if sentence[word].keys.contains(.scale) {
      for (name, spoken) in names where sentence.token(word, isIgnoringCase: name) {
        return (spoken, word + 1)
      }
    }
    if sentence[word].count <= 3 {
      for (name, spoken) in shortNames where sentence.token(word, is: name) {
        return (spoken, sentence.pastUnitStop(word + 1))
      }
    }
    switch letters {
    case .none: break
    // `an i7-9700K`: a name.
    case .plain
    where !isSpaced && (sentence.token(word, is: "k") || sentence.token(word, is: "K"))
      && sentence[index - 1].count > 3:
      break
    case .plain where isSpaced:
      // `5 m people`
      if sentence.token(word, isIgnoringCase: "m"), let next = sentence.wordAfter(word + 1),
        sentence.token(next, isAnyOf: crowds)
      {
        return ("million", word + 1)
      }
    case .plain:
      if sentence.token(word, is: "m"),
        sentence.keysAfter(word + 1).contains(.countedNoun)
      {
        return ("million", word + 1)
      }
      if sentence.token(word, is: "k") {
        return isRace(word, in: sentence) ? nil : ("thousand", word + 1)
      }
      let isLong =
        sentence[index - 1].count > 2 || sentence[index - 2].isMark(".")
        // `10K+ users`
        || sentence[index - 1].count > 1 && sentence[word + 1].isMark("+")
      // `5K` is a race and `4K` a screen; `2B` a pencil or a flat.
      if sentence.token(word, is: "K"), isLong { return ("thousand", word + 1) }
      // `at 3M`: the company.
      if sentence.token(word, is: "M"), !sentence.isLabelled(index - 1),
        !sentence.token(index - 1, is: "3") || sentence[index - 2].isMark(".")
          || !sentence.wordBefore(index - 1, isAnyOf: ["at", "from", "like", "company"])
          || sentence.keysAfter(word + 1).contains(.countedNoun)
      {
        return ("million", word + 1)
      }
      let next = sentence.wordAfter(word + 1)
      let isCounting =
        next.map { sentence[$0].isLower && !sentence.token($0, isIn: LabelTable.continuations) }
        ?? false
      // `221B Baker Street` is a house.
      let isNamed = next.map { sentence[$0].shape.contains(.firstUpper) } ?? false
      if sentence.token(word, is: "B"),
        isLong && (!isNamed || sentence[index - 2].isMark(".")) || isCounting,
        !sentence.isLabelled(index - 1)
      {
        return ("billion", word + 1)
      }
    case .money:
      for (name, spoken) in moneyLetters where sentence.token(word, is: name) {
        return (spoken, word + 1)
      }
    }
    return nil
  }

  /// `ran 5k`, `a 10k run`: a course and no count.
  private static func isRace(_ letter: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence.token(letter - 1, is: "5") || sentence.token(letter - 1, is: "10") else {
      return false
    }
    return sentence.wordBefore(letter - 1, isAnyOf: ["ran", "run", "runs", "running", "jogged"])
      || sentence.wordAfter(letter + 1).map {
        sentence.token(
          $0,
          isAnyOf: ["run", "runs", "race", "races", "walk", "jog", "course", "runner", "runners"])
      } ?? false
  }

  /// Those who are counted by the million and no length is measured of.
  static let crowds: [StaticString] = [
    "people", "users", "customers", "subscribers", "members", "residents", "inhabitants",
    "citizens", "voters", "viewers",
  ]

  /// Whether a word of up to four letters stands for a power of ten anywhere.
  static func isScale(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence.token(index, isIn: shortScales)
  }

  private static let shortScales = ContextWords(
    (shortNames + moneyLetters).map(\.0.description).joined(separator: " "))

  private static let names: [(StaticString, StaticString)] = [
    ("hundred", "hundred"), ("thousand", "thousand"), ("million", "million"),
    ("billion", "billion"), ("trillion", "trillion"), ("quadrillion", "quadrillion"),
    ("lakh", "lakh"), ("crore", "crore"),
  ]
  private static let shortNames: [(StaticString, StaticString)] = [
    ("bn", "billion"), ("mn", "million"), ("tn", "trillion"), ("mln", "million"),
    ("bln", "billion"),
  ]
  private static let moneyLetters: [(StaticString, StaticString)] = [
    ("k", "thousand"), ("K", "thousand"), ("m", "million"), ("M", "million"), ("b", "billion"),
    ("B", "billion"), ("T", "trillion"), ("MM", "million"), ("mm", "million"), ("mil", "million"),
    ("mill", "million"), ("bil", "billion"), ("trn", "trillion"),
  ]

  /// Says the number, as edits inside the current one.
  func say(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    switch number {
    case .cardinal(let match): writer.nested(match, in: sentence)
    case .decimal(let match): writer.nested(match, in: sentence)
    case .fraction(let match): writer.nested(match, in: sentence)
    case .scientific(let match): writer.nested(match, in: sentence)
    }
    if let scale { writer.say(scale) }
  }
}

extension Amount {
  /// Reads a sum with a comma before its hundredths, as the continent writes it: `1,50`, `1.234,56`.
  ///
  /// Two digits behind a comma are no group of thousands.
  static func withComma(at start: Int, in sentence: TokenizedSentence) -> AmountSpan? {
    guard sentence[start].isDigits, sentence[start].count <= 3, sentence.isFreeOnLeft(start),
      !sentence.isInsideNumber(start)
    else { return nil }
    var index = start + 1
    while sentence[index].isMark("."), sentence[index + 1].isDigits, sentence[index + 1].count == 3,
      index - start < 12
    {
      index += 2
    }
    guard sentence[index].isMark(","), sentence[index + 1].isDigits, sentence[index + 1].count == 2,
      sentence.isFreeOnRight(after: index + 1),
      !(sentence[index + 2].kind == .mark && sentence[index + 3].isDigits)
    else { return nil }
    let numeral = Numeral(
      whole: sentence.bytes(of: start..<index), decimals: sentence[index + 1].range,
      isGrouped: index > start + 1, tokens: start..<index + 2)
    let amount = Amount(
      number: .decimal(
        Match(DecimalNumber(numeral), tokens: numeral.tokens, rule: "decimal.point")),
      isSingular: false, tokens: numeral.tokens)
    return AmountSpan(low: amount, tokens: numeral.tokens)
  }

  /// Leaves zeros behind the second decimal unsaid, as prices are said: `$1.2320`.
  mutating func dropLastZeros(in sentence: TokenizedSentence) {
    guard case .decimal(var match) = number else { return }
    let decimals = match.value.decimals
    var end = decimals.upperBound
    while end > decimals.lowerBound + 2, sentence.bytes[end - 1] == UInt8(ascii: "0") { end -= 1 }
    match.value.decimals = decimals.lowerBound..<end
    number = .decimal(match)
  }

  /// Whether it is written in one to three digits and nothing else.
  var isShort: Bool {
    if case .cardinal(let match) = number { return scale == nil && match.value.digits.count < 4 }
    return false
  }

  /// Whether both amounts are written in digits and this one is the smaller, by its whole part.
  func isBelow(_ other: Amount, in sentence: TokenizedSentence) -> Bool {
    guard let value = whole(in: sentence), let other = other.whole(in: sentence) else {
      return false
    }
    return value < other
  }

  private func whole(in sentence: TokenizedSentence) -> Int? {
    let digits =
      switch number {
      case .cardinal(let match): match.value.digits
      case .decimal(let match): match.value.whole
      case .fraction, .scientific: 0..<0
      }
    guard digits.count <= 18, !digits.isEmpty else { return nil }
    return sentence.bytes.slice(digits).reduce(0) {
      ASCII.isDigit($1) ? $0 * 10 + Int($1 - 0x30) : $0
    }
  }
}

extension Fraction {
  /// `1/2 mile`, but `1 1/2 miles`.
  var isSingular: Bool { whole.isEmpty && reading == .parts && numerator <= denominator }
}
