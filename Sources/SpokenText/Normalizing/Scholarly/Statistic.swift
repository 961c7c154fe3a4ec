/// A result as studies report it.
///
/// - `p < .001` → `p is less than point zero zero one`
/// - `t(34) = 2.45` → `t of thirty-four equals two point four five`
/// - `χ²(2, N = 90) = 3.8` → `chi squared of two, N equals ninety, equals three point eight`
/// - `OR 1.8` → `O R one point eight`
///
/// Letters keep their case and are said by name. Numbers with a unit or a power behind them are
/// left to the classes of numbers; the statistic then ends with its relation.
struct Statistic: SemioticClass {
  static let kind = Edit.Kind.statistic

  let symbol: StatisticSymbol
  let arguments: [Argument]
  /// Nil where the value follows without a sign.
  let relation: Relation?
  let value: Match<StatisticNumber>?

  enum Argument: Sendable {
    case number(Match<StatisticNumber>)
    /// `N = 90`
    case equation(letter: Int, Match<StatisticNumber>)
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard sentence.isFreeOnLeft(start), sentence[start].isWord,
      !(sentence[start - 1].isMark(".") && sentence[start - 2].isWord),
      let symbol = StatisticSymbol.parse(at: start, in: sentence)
    else { return nil }
    if symbol.isPValueWord {
      return Match(
        Statistic(symbol: symbol, arguments: [], relation: nil, value: nil),
        tokens: start..<symbol.end, rule: "statistic.p-value")
    }
    var index = symbol.end
    var arguments: [Argument] = []
    if let found = flatArguments(behind: start, symbol, in: sentence) {
      arguments = found.arguments
      index = found.end
    } else if sentence[index].isMark("(")
      || sentence[index].isMark("[") && isTest(start, in: sentence),
      let found = Self.arguments(at: index, in: sentence)
    {
      arguments = found.arguments
      index = found.end
    }
    let relationAt = sentence.skippingSpace(index)
    guard let (relation, end) = Relation.parse(at: relationAt, in: sentence) else {
      return arguments.isEmpty ? effect(symbol, from: start, in: sentence) : nil
    }
    let valueAt = sentence.skippingSpace(end)
    let number = StatisticNumber.recognize(at: valueAt, in: sentence)
    guard number != nil || isValueLike(sentence[valueAt]) || !arguments.isEmpty,
      // `a <- b` is an arrow.
      number != nil || !(sentence[end - 1].isMark("<") && sentence[end].isHyphen)
    else { return nil }
    let value = number.flatMap { isWhole($0, in: sentence) ? $0 : nil }
    return Match(
      Statistic(symbol: symbol, arguments: arguments, relation: relation, value: value),
      tokens: start..<(value?.tokens.upperBound ?? end), rule: "statistic.relation")
  }

  /// `OR 1.8`, `HR 0.7 (0.5–0.9)`: a decimal right behind an effect size.
  private static func effect(
    _ symbol: StatisticSymbol, from start: Int, in sentence: TokenizedSentence
  ) -> Match<Self>? {
    if sentence[sentence.beforeSpace(start)].isMark("±"), symbol.isSpelled {
      return Match(
        Statistic(symbol: symbol, arguments: [], relation: nil, value: nil),
        tokens: start..<symbol.end, rule: "statistic.symbol")
    }
    guard symbol.isEffect else { return nil }
    var index = symbol.end
    if sentence[index].isMark(",") || sentence[index].isMark(":") { index += 1 }
    index = sentence.skippingSpace(index)
    let isWorded = sentence.token(index, is: "of") || sentence.token(index, is: "was")
    if isWorded { index = sentence.skippingSpace(index + 1) }
    guard let number = StatisticNumber.recognize(at: index, in: sentence),
      !number.value.fraction.isEmpty,
      isWhole(number, in: sentence)
    else { return nil }
    let value = isWorded ? nil : number
    return Match(
      Statistic(symbol: symbol, arguments: [], relation: nil, value: value),
      tokens: start..<(value?.tokens.upperBound ?? symbol.end), rule: "statistic.effect")
  }

  private static func isValueLike(_ token: Token) -> Bool {
    token.isDigits || token.isMinus || token.isMark(".") || token.isMark("$")
  }

  /// Whether a number ends where its digits do: no unit, power, scale or range belongs to it.
  private static func isWhole(_ number: Match<StatisticNumber>, in sentence: TokenizedSentence)
    -> Bool
  {
    let end = number.tokens.upperBound
    let next = sentence[end]
    if next.isWord || next.isDigits || next.isEnDash || next.isHyphen || next.isMark("^") {
      return false
    }
    if next.kind == .mark, Superscripts.digit(next.scalar) != nil { return false }
    if next.isMark("°") || next.isMark("/") || next.isMark(":") && sentence[end + 1].isDigits {
      return false
    }
    let after = sentence[sentence.skippingSpace(end)]
    if after.isMark("×") || after.isMark("°") || after.keys.contains(.scale) { return false }
    // A unit, unless it is the next symbol: `M = 5 d = 2`.
    guard after.isWord, after.count <= 5,
      let unit = UnitExpression.scan(at: sentence.skippingSpace(end), in: sentence)
    else { return true }
    let behind = sentence.skippingSpace(unit.tokens.upperBound)
    return Relation.parse(at: behind, in: sentence) != nil
  }

  // MARK: Degrees of freedom

  /// `F[1,22]`, `t[34]`: the letters of tests, whose degrees of freedom may stand in either bracket.
  private static func isTest(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    sentence.token(start, is: "F") || sentence.token(start, is: "t")
  }

  /// Degrees of freedom that were set low and stand at full height in plain text.
  ///
  /// `t34 = 2.1`, `F2,57 = 3.1`; one digit behind `t` is more likely a point in time.
  private static func flatArguments(
    behind start: Int, _ symbol: StatisticSymbol, in sentence: TokenizedSentence
  ) -> (arguments: [Argument], end: Int)? {
    let isF = sentence.token(start, is: "F")
    guard isF || sentence.token(start, is: "t"), symbol.end == start + 1,
      sentence[start + 1].isDigits, isF || sentence[start + 1].count >= 2,
      let first = StatisticNumber.recognize(at: start + 1, in: sentence, grouping: false)
    else { return nil }
    var arguments: [Argument] = [.number(first)]
    var index = first.tokens.upperBound
    if isF {
      guard sentence[index].isMark(","),
        let second = StatisticNumber.recognize(
          at: sentence.skippingSpace(index + 1), in: sentence, grouping: false)
      else { return nil }
      arguments.append(.number(second))
      index = second.tokens.upperBound
    }
    return Relation.parse(at: sentence.skippingSpace(index), in: sentence) == nil
      ? nil : (arguments, index)
  }

  private static func arguments(
    at open: Int, in sentence: TokenizedSentence
  ) -> (arguments: [Argument], end: Int)? {
    var arguments: [Argument] = []
    var index = open + 1
    while arguments.count < 4 {
      index = sentence.skippingSpace(index)
      if sentence[index].isWord, sentence[index].count <= 2 {
        let equals = sentence.skippingSpace(index + 1)
        guard sentence[equals].isMark("="),
          let number = StatisticNumber.recognize(
            at: sentence.skippingSpace(equals + 1), in: sentence)
        else { return nil }
        arguments.append(.equation(letter: index, number))
        index = number.tokens.upperBound
      } else {
        guard let number = StatisticNumber.recognize(at: index, in: sentence, grouping: false)
        else {
          return nil
        }
        arguments.append(.number(number))
        index = number.tokens.upperBound
      }
      index = sentence.skippingSpace(index)
      if sentence[index].isMark(sentence[open].isMark("[") ? "]" : ")") {
        return (arguments, index + 1)
      }
      guard sentence[index].isMark(",") || sentence[index].isMark(";") else { return nil }
      index += 1
    }
    return nil
  }

  // MARK: Saying

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    symbol.say(into: &writer, in: sentence)
    var endsInEquation = false
    for (position, argument) in arguments.enumerated() {
      switch argument {
      case .number(let number):
        writer.say(position == 0 ? "of" : "and")
        writer.nested(number, in: sentence)
      case .equation(let letter, let number):
        if position > 0 { writer.mark(.comma) } else { writer.say("of") }
        writer.say(source: sentence[letter].range)
        writer.say("equals")
        writer.nested(number, in: sentence)
        endsInEquation = true
      }
    }
    if endsInEquation { writer.mark(.comma) }
    relation?.say(isPlural: symbol.isPlural, into: &writer)
    if let value { writer.nested(value, in: sentence) }
  }
}
