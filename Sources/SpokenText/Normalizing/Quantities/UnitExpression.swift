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
  }

  var factors: [Factor] = []
  var tokens: Range<Int>
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
      UnitTable.unit(sentence.text(index)) == nil
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
    while expression.factors.count < mostFactors {
      if sentence[index].isMark("/") {
        let next = expression.factors.isEmpty ? sentence.skippingSpace(index + 1) : index + 1
        if let (factor, after) = factor(at: next, in: sentence) {
          expression.factors.append(
            Factor(name: factor.name, power: factor.power, isPer: true))
          index = after
        } else if sentence[next].isLower, sentence[next].count > 2,
          !sentence.text(next).hasSuffix("s")
        {
          expression.factors.append(Factor(name: .word(sentence[next].range), isPer: true))
          index = next + 1
          break
        } else {
          break
        }
      } else if sentence[index].isMark("·") || sentence[index].isMark("⋅"),
        let (factor, after) = factor(at: index + 1, in: sentence)
      {
        expression.factors.append(factor)
        index = after
      } else if sentence[index].isSpace,
        let (factor, after) = factor(at: index + 1, in: sentence), factor.isPer
      {
        expression.factors.append(factor)
        index = after
      } else {
        break
      }
    }
    guard !expression.factors.isEmpty else { return nil }
    expression.tokens = start..<index
    return expression
  }

  /// The same tokens as another single unit, where the context gives its symbol another reading.
  func read(as symbol: String) -> UnitExpression {
    guard let unit = UnitTable.unit(symbol) else { return self }
    return UnitExpression(factors: [Factor(name: .unit(unit))], tokens: tokens, symbol: symbol)
  }

  /// One unit with its power.
  private static func factor(at start: Int, in sentence: TokenizedSentence) -> (Factor, Int)? {
    var index = start
    var power = 1
    for (words, value) in powerWords where sentence.token(index, isAnyOf: words) {
      let next = sentence.skippingSpace(sentence.pastAbbreviationStop(index + 1))
      guard next > index + 1, sentence[next].isWord else { return nil }
      power = value
      index = next
    }
    guard let (unit, after) = unit(at: index, in: sentence) else { return nil }
    index = after
    if power == 1, let (value, after) = self.power(at: index, of: unit, in: sentence) {
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
    if token.isMark("℃") || token.isMark("℉") {
      return UnitTable.unit(sentence.text(index)).map { ($0, index + 1) }
    }
    guard token.isWord, token.count <= 6 else { return nil }
    // Millimeters of mercury are the only unit in use that is two words.
    if sentence.token(index, is: "mm"), sentence[index + 1].isSpace,
      sentence.token(index + 2, is: "Hg")
    {
      return UnitTable.unit("mmHg").map { ($0, index + 3) }
    }
    return UnitTable.unit(sentence.text(index)).map { ($0, index + 1) }
  }

  /// The power written behind a unit: `²`, `⁻¹`, `^2`, and for lengths `2` and `3`.
  private static func power(
    at index: Int, of unit: UnitTable.Unit, in sentence: TokenizedSentence
  ) -> (Int, Int)? {
    if let (value, after) = Exponent.scan(at: index, in: sentence) {
      return (-9...9).contains(value) && value != 0 ? (value, after) : nil
    }
    if unit.isLength, sentence.token(index, is: "2") || sentence.token(index, is: "3"),
      let value = sentence.value(index)
    {
      return (value, index + 1)
    }
    return nil
  }

  /// Says the units for one or for several of the thing measured.
  func say(asSingular isSingular: Bool, into writer: inout SpokenWriter) {
    for (position, factor) in factors.enumerated() {
      if factor.isPer { writer.say("per") }
      // Only the last factor before a "per" stands in the plural: `newton meters per second`.
      let isLastBeforePer = position + 1 == factors.count || factors[position + 1].isPer
      let inSingular = isSingular || factor.isPer || !isLastBeforePer
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
