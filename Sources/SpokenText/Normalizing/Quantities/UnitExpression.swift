/// Units as they stand behind a number: `mg`, `kg/m²`, `mmol/L`, `sq ft`, `s⁻¹`.
struct UnitExpression: Sendable {
  struct Factor: Sendable {
    enum Name: Sendable {
      case unit(UnitTable.Unit)
      /// A word of the document after a slash: `/day`, `/person`.
      case word(Range<Int>)
    }
    var name: Name
    var power = 1
    var isPer = false
    /// Multiplies the factor before it under one "per": `J/(kg·K)`.
    var isJoined = false
  }

  var factors: [Factor] = []
  @Compact var tokens: Range<Int>
  /// The first symbol, on which much of the doubt hangs.
  var symbol: String

  private static let mostFactors = 4

  /// Reads units that begin at a token.
  static func scan(at start: Int, in sentence: TokenizedSentence) -> UnitExpression? {
    var index = start
    var expression = UnitExpression(tokens: start..<start, symbol: "")
    if sentence[index].isMark("/") {
      // `550/sq mi`: the number itself has no unit.
      guard sentence[sentence.skippingSpace(index + 1)].isWord else { return nil }
    } else if sentence[index].isLower, sentence[index].count > 2, sentence[index + 1].isMark("/"),
      factor(at: index + 2, in: sentence) != nil,
      UnitTable.unit(at: index, in: sentence) == nil
    {
      // `70 beats/min`: a count is no unit, but what it is divided by is one.
      expression.factors.append(Factor(name: .word(sentence[index].range)))
      index += 1
    } else {
      guard let (factor, after) = factor(at: index, in: sentence) else { return nil }
      expression.symbol = sentence.bytes.string(sentence.bytes(of: index..<index + 1))
      expression.factors.append(factor)
      index = after
    }
    while expression.factors.count < mostFactors,
      let after = expression.takeFactor(at: index, in: sentence)
    {
      index = after
    }
    guard !expression.factors.isEmpty else { return nil }
    expression.tokens = start..<index
    return expression
  }

  /// Takes in the next factor with what ties it to those before; returns the index after it.
  private mutating func takeFactor(at index: Int, in sentence: TokenizedSentence) -> Int? {
    let mark = sentence[index]
    if mark.isMark("/") {
      let next = factors.isEmpty ? sentence.skippingSpace(index + 1) : index + 1
      if sentence[next].isMark("(") { return takeDenominator(at: next + 1, in: sentence) }
      if let (factor, after) = Self.factor(at: next, in: sentence) {
        factors.append(Factor(name: factor.name, power: factor.power, isPer: true))
        return after
      }
      // `755 /bin/ping` is the place of a file.
      guard sentence[next].isLower, sentence[next].count > 2,
        !sentence.text(next).hasSuffix("s"), !sentence[next + 1].isMark("/"),
        !factors.isEmpty || !sentence[index - 1].isSpace
      else { return nil }
      factors.append(Factor(name: .word(sentence[next].range), isPer: true))
      return next + 1
    }
    let next = index + 1
    // `5 mg per kg`
    if mark.isSpace, sentence.token(next, is: "per"), sentence[next + 1].isSpace, !factors.isEmpty,
      let (factor, after) = Self.factor(at: next + 2, in: sentence)
    {
      factors.append(Factor(name: factor.name, power: factor.power, isPer: true))
      return after
    }
    // `10 mg kg⁻¹ day⁻¹`
    if mark.isSpace || mark.isMark("·"), sentence.token(next, isAnyOf: Self.spans),
      let (power, after) = Self.negativePower(at: next + 1, isFirst: false, in: sentence)
    {
      factors.append(Factor(name: .word(sentence[next].range), power: -power, isPer: true))
      return after
    }
    guard
      mark.isMark("·") || mark.isMark("⋅") || mark.isSpace
        || mark.isHyphen
          && Self.isTied(index, in: sentence),
      let (factor, after) = Self.factor(at: next, isFirst: false, in: sentence),
      !mark.isSpace || factor.isPer || Self.isTied(index, in: sentence)
    else { return nil }
    factors.append(factor)
    return after
  }

  private static let spans: [StaticString] = ["day", "hour", "week", "month", "year", "cell"]

  /// `(kg·K)` behind a slash: all of it is divided by.
  private mutating func takeDenominator(at start: Int, in sentence: TokenizedSentence) -> Int? {
    var found: [Factor] = []
    var index = start
    while found.count < Self.mostFactors, let (factor, after) = Self.factor(at: index, in: sentence)
    {
      found.append(
        Factor(
          name: factor.name, power: factor.power, isPer: found.isEmpty, isJoined: !found.isEmpty))
      index = after
      guard !sentence[index].isMark(")") else {
        factors += found
        return index + 1
      }
      guard sentence[index].isMark("·") || sentence[index].isMark("⋅") || sentence[index].isSpace
      else { return nil }
      index += 1
    }
    return nil
  }

  /// Whether a hyphen or a space joins two units to one: `lb-ft`, `N-m`, `kW-h`, `ft lb`.
  private static func isTied(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    ties.contains { sentence.token(index - 1, is: $0) && sentence.token(index + 1, is: $1) }
  }

  private static let ties: [(StaticString, StaticString)] = [
    ("lb", "ft"), ("lb", "in"), ("lbf", "ft"), ("ft", "lb"), ("ft", "lbs"), ("ft", "lbf"),
    ("in", "lb"), ("in", "lbs"), ("N", "m"), ("kW", "h"), ("kW", "hr"), ("kW", "hrs"), ("MW", "h"),
  ]

  /// The same tokens as another single unit, where the context gives its symbol another reading.
  func read(as symbol: String) -> UnitExpression {
    guard let unit = UnitTable.unit(symbol) else { return self }
    return UnitExpression(factors: [Factor(name: .unit(unit))], tokens: tokens, symbol: symbol)
  }

  /// One unit with its power.
  private static func factor(
    at start: Int, isFirst: Bool = true, in sentence: TokenizedSentence
  ) -> (Factor, Int)? {
    var index = start
    var power = 1
    for (words, value) in powerWords where sentence.token(index, isAnyOf: words) {
      let end = sentence.pastAbbreviationStop(index + 1)
      // `1,850-sq.-ft.`
      let next = sentence[end].isHyphen ? end + 1 : sentence.skippingSpace(end)
      guard next > index + 1, sentence[next].isWord else { return nil }
      power = value
      index = next
    }
    guard let (unit, after) = unit(at: index, in: sentence) else { return nil }
    index = after
    if power == 1,
      let (value, after) = self.power(at: index, of: unit, isFirst: isFirst, in: sentence)
    {
      power = value
      index = after
    }
    guard sentence.isFreeOnRight(after: index - 1) else { return nil }
    return (Factor(name: .unit(unit), power: abs(power), isPer: power < 0), index)
  }

  private static let powerWords: [([StaticString], Int)] = [
    (["sq", "square"], 2), (["cu", "cubic"], 3),
  ]

  private static func unit(
    at index: Int, in sentence: TokenizedSentence
  ) -> (UnitTable.Unit, Int)? {
    let token = sentence[index]
    if token.isMark("°") {
      let letter = sentence.skippingSpace(index + 1)
      if sentence[letter].isWord, sentence[letter].count == 1,
        let unit = UnitTable.unit("°" + sentence.text(letter))
      {
        return (unit, letter + 1)
      }
      return UnitTable.unit("°").map { ($0, index + 1) }
    }
    if token.isMark("˚") {
      let letter = sentence.skippingSpace(index + 1)
      if sentence.token(letter, is: "C") || sentence.token(letter, is: "F") {
        return UnitTable.unit("°" + sentence.text(letter)).map { ($0, letter + 1) }
      }
      return UnitTable.unit("°").map { ($0, index + 1) }
    }
    if token.isMark("℃") || token.isMark("℉") {
      return UnitTable.unit(at: index, in: sentence).map { ($0, index + 1) }
    }
    guard token.isWord, token.count <= 6 else { return nil }
    if let pair = unitOfTwoWords(at: index, in: sentence) { return pair }
    return UnitTable.unit(at: index, in: sentence).map { ($0, index + 1) }
  }

  /// `mm Hg`, `cm H2O`, `cmH₂O`, `fl. oz`: units that are written in more than one word.
  private static func unitOfTwoWords(
    at index: Int, in sentence: TokenizedSentence
  ) -> (UnitTable.Unit, Int)? {
    if sentence.token(index, is: "fl") {
      let ounce = sentence.skippingSpace(
        sentence[index + 1].isMark(".") ? index + 2 : index + 1)
      guard ounce > index + 1, sentence.token(ounce, is: "oz") else { return nil }
      return UnitTable.unit("floz").map { ($0, ounce + 1) }
    }
    // Columns of mercury and of water.
    for (glued, length, of) in columns {
      let name: Int
      if sentence.token(index, is: glued) {
        name = index
      } else if sentence.token(index, is: length), sentence[index + 1].isSpace {
        name = index + 2
      } else {
        continue
      }
      if name > index, sentence.token(name, is: "Hg") {
        return UnitTable.unit(length.description + "Hg").map { ($0, name + 1) }
      }
      guard name == index || sentence.token(name, is: "H"),
        sentence.token(name + 1, is: "2") || sentence[name + 1].isMark("₂"),
        sentence.token(name + 2, is: "O")
      else { continue }
      return UnitTable.unit(of).map { ($0, name + 3) }
    }
    return nil
  }

  private static let columns: [(StaticString, StaticString, String)] = [
    ("cmH", "cm", "cmH2O"), ("mmH", "mm", "mmH2O"), ("inH", "in", "inH2O"),
  ]

  /// The power written behind a unit: `²`, `⁻¹`, `^2`, and for lengths `2` and `3`.
  private static func power(
    at index: Int, of unit: UnitTable.Unit, isFirst: Bool, in sentence: TokenizedSentence
  ) -> (Int, Int)? {
    if let (value, after) = Exponent.scan(at: index, in: sentence) {
      return (-9...9).contains(value) && value != 0 ? (value, after) : nil
    }
    if let power = negativePower(at: index, isFirst: isFirst, in: sentence) { return power }
    // `10 km ²`
    if sentence[index].isSpace, sentence[index + 1].isMark("²") || sentence[index + 1].isMark("³"),
      !sentence[index + 2].isWord, !sentence[index + 2].isDigits
    {
      return (sentence[index + 1].isMark("²") ? 2 : 3, index + 2)
    }
    // `9.8 m/s2`
    if unit.singular == "second", sentence[index - 2].isMark("/"), sentence.token(index, is: "2") {
      return (2, index + 1)
    }
    if unit.isLength, sentence.token(index, is: "2") || sentence.token(index, is: "3"),
      let value = sentence.value(index)
    {
      return (value, index + 1)
    }
    return nil
  }

  /// A power below zero, raised or on the line: `⁻¹`, `m s-1`, `kg−1`, `1600 cm-1`.
  private static func negativePower(
    at index: Int, isFirst: Bool, in sentence: TokenizedSentence
  ) -> (Int, Int)? {
    if let (value, after) = Exponent.scan(at: index, in: sentence) {
      return (-9 ... -1).contains(value) ? (value, after) : nil
    }
    let sign = sentence[index]
    guard
      sign.isMark("\u{2212}")
        || sign.isHyphen && (!isFirst || sentence.token(index - 1, is: "cm")),
      sentence[index + 1].count == 1, let value = sentence.value(index + 1),
      (1...4).contains(value), sentence.isFreeOnRight(after: index + 1),
      !sentence[index + 2].isEnDash
    else { return nil }
    return (-value, index + 2)
  }

  /// Says the units for one or for several of the thing measured.
  func say(asSingular isSingular: Bool, into writer: inout SpokenWriter) {
    var isBehindPer = false
    for (position, factor) in factors.enumerated() {
      if factor.isPer { writer.say("per") }
      isBehindPer = isBehindPer || factor.isPer
      // Only the last factor before a "per" stands in the plural: `newton meters per second`.
      let isLastBeforePer = position + 1 == factors.count || factors[position + 1].isPer
      let inSingular = isSingular || isBehindPer || !isLastBeforePer
      guard case .unit(let unit) = factor.name else {
        if case .word(let range) = factor.name { writer.say(source: range) }
        continue
      }
      if unit.isLength, factor.power == 2 { writer.say("square") }
      if unit.isLength, factor.power == 3 { writer.say("cubic") }
      writer.say(
        writer.isBritish
          ? inSingular ? unit.britishSingular : unit.britishPlural
          : inSingular ? unit.singular : unit.plural)
      if unit.isLength ? factor.power > 3 : factor.power > 1 {
        Exponent.say(factor.power, into: &writer)
      }
    }
  }
}
