/// A sign of mathematics between or before quantities; the quantities are left to their classes.
///
/// `x > 3` → `x is greater than three`, `2 + 2 = 4` → `two plus two equals four`, `≥ 65` → `greater
/// than or equal to sixty-five`, `x²` → `x squared`, `5.2 ± 0.3` → `… plus or minus …`.
struct Formula: SemioticClass {
  static let kind = Edit.Kind.formula

  enum Sign: Sendable {
    case word(StaticString)
    /// Between two quantities, or before one.
    case relation(Relation, isBetween: Bool)
    /// A raised number, maybe negative: `²`, `⁻¹`, `^2`.
    case power(Int, isNegative: Bool)
    /// `₂` behind a bracket.
    case lowered(Int)
  }

  let sign: Sign

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard sentence[start].kind == .mark else { return nil }
    if let found = power(at: start, in: sentence) { return found }
    if let found = relation(at: start, in: sentence) { return found }
    if isGrade(start, in: sentence) {
      return Match(Formula(sign: .word("minus")), tokens: start..<start + 1, rule: "formula.grade")
    }
    if let word = operation(at: start, in: sentence) {
      return Match(
        Formula(sign: .word(word)), tokens: start..<start + 1, rule: "formula.operator")
    }
    if let word = OperatorTable.name(of: sentence[start].scalar) {
      return Match(Formula(sign: .word(word)), tokens: start..<start + 1, rule: "formula.sign")
    }
    return nil
  }

  /// `a C-`, `an A−`: the minus of a mark at school.
  private static func isGrade(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let letter = sentence[start - 1]
    guard sentence[start].isMinus, letter.isUpper, letter.count == 1,
      (0x41...0x44).contains(letter.scalar), !sentence[start + 1].isWord,
      !sentence[start + 1].isDigits, !sentence[start + 1].isMinus
    else { return false }
    return sentence.wordBefore(start - 1, isAnyOf: ["a", "an"])
      && !(sentence.wordAfter(start + 1).map { sentence.token($0, isAnyOf: ["and", "or", "to"]) }
        ?? false)
  }

  // MARK: Powers

  private static func power(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    let left = sentence[start - 1]
    if sentence[start].isMark("^") { return caret(at: start, in: sentence) }
    if let low = Superscripts.number(at: start, in: sentence, digit: Superscripts.lowDigit) {
      guard left.isMark(")") || left.isMark("]") || left.isWord else { return nil }
      return Match(
        Formula(sign: .lowered(low.value)), tokens: start..<low.end, rule: "formula.subscript")
    }
    let isNegative = Superscripts.isMinus(sentence[start].scalar)
    let digitsAt = isNegative ? start + 1 : start
    guard left.isWord || left.isMark(")") || left.isMark("]") || left.isDigits,
      let number = Superscripts.number(at: digitsAt, in: sentence, digit: Superscripts.digit),
      !Superscripts.isPlus(sentence[number.end].scalar),
      !Superscripts.isMinus(sentence[number.end].scalar)
    else { return nil }
    return Match(
      Formula(sign: .power(number.value, isNegative: isNegative)), tokens: start..<number.end,
      rule: "formula.power")
  }

  private static func caret(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    let left = sentence[start - 1]
    guard left.isDigits || left.isMark(")") || (left.isWord && left.count <= 2) else { return nil }
    let isNegative = sentence[start + 1].isMinus
    let at = isNegative ? start + 2 : start + 1
    guard let value = sentence.value(at), sentence.isFreeOnRight(after: at) else { return nil }
    return Match(
      Formula(sign: .power(value, isNegative: isNegative)), tokens: start..<at + 1,
      rule: "formula.power")
  }

  // MARK: Relations

  private static func relation(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard let (relation, end) = Relation.parse(at: start, in: sentence),
      !isArrowOrRule(sentence[start - 1]), !isArrowOrRule(sentence[end]),
      !closesTag(start, in: sentence)
    else { return nil }
    let left = sentence[sentence.beforeSpace(start)]
    let right = sentence[sentence.skippingSpace(end)]
    guard isOperand(right, isLeft: false) else { return nil }
    let hasLeft = isOperand(left, isLeft: true)
    let isSpacedLeft = sentence[start - 1].isSpace
    let isSpacedRight = sentence[end].isSpace
    // "<b>" and "a <b": markup, unless a number stands there.
    let isNumeric = right.isDigits || right.isMinus || right.isMark(".")
    var isBetween = hasLeft && isSpacedLeft == isSpacedRight
    if !isSpacedRight, !isNumeric, !(isBetween && isShort(left) && isShort(right)) { return nil }
    if !isBetween {
      guard isNumeric, !hasLeft || isSpacedLeft, relation.canStandAlone else { return nil }
    } else if relation.canStandAlone, isNumeric || relation.isOrder, isPlainWord(left) {
      // "children < 5", "was < 5"; but "BMI > 30" is a statement.
      isBetween = false
    }
    return Match(
      Formula(sign: .relation(relation, isBetween: isBetween)), tokens: start..<end,
      rule: "formula.relation")
  }

  /// `<sup>2</sup>`: the brackets around the name of an element.
  private static func closesTag(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    if sentence[start].isMark("<") {
      return sentence[start + 1].isWord && sentence[start + 2].isMark(">")
    }
    guard sentence[start].isMark(">"), sentence[start - 1].isWord else { return false }
    return sentence[start - 2].isMark("<")
      || sentence[start - 2].isMark("/") && sentence[start - 3].isMark("<")
  }

  /// A neighbour that makes `=` or `>` part of an arrow, a rule or an operator of a program.
  private static func isArrowOrRule(_ token: Token) -> Bool {
    token.isMark("=") || token.isMark("<") || token.isMark(">") || token.isMark("!")
      || token.isMark("~")
  }

  /// A word of the language rather than a symbol.
  private static func isPlainWord(_ token: Token) -> Bool {
    (token.isLower || token.isCapitalized) && token.count > 1 && !token.shape.contains(.nonASCII)
  }

  /// A symbol rather than a word: `x`, `CI`, `R2`, `%`, a bracket.
  private static func isShort(_ token: Token) -> Bool {
    !token.isWord || token.count <= 3 || token.isUpper || token.shape.contains(.nonASCII)
  }

  private static func isOperand(_ token: Token, isLeft: Bool) -> Bool {
    if token.isWord || token.isDigits { return true }
    guard token.kind == .mark else { return false }
    switch token.scalar {
    case 0x221E, 0x2206, 0x2205: return true
    case 0x29, 0x5D, 0x25, 0x27, 0xB2, 0xB3, 0xB9, 0x2032, 0x2070...0x2089: return isLeft
    case 0x28, 0x5B, 0x221A, 0x2211, 0x222B, 0x2202, 0x2212, 0x2D, 0x2013, 0x2E, 0x24, 0xA3, 0x20AC,
      0xB1, 0x7E:
      return !isLeft
    default: return false
    }
  }

  // MARK: Operations

  /// `+ − × ÷ · * ±` between two quantities.
  private static func operation(at start: Int, in sentence: TokenizedSentence) -> StaticString? {
    let left = sentence[sentence.beforeSpace(start)]
    let right = sentence[sentence.skippingSpace(start + 1)]
    let isSpacedLeft = sentence[start - 1].isSpace
    let isSpaced = isSpacedLeft && sentence[start + 1].isSpace
    let isTight = !isSpacedLeft && !sentence[start + 1].isSpace
    let isBetween =
      isOperand(left, isLeft: true) && isOperand(right, isLeft: false) && (isSpaced || isTight)
    let hasNumbers = isTerm(left) && isTerm(right)
    switch sentence[start].scalar {
    case 0xB1: return isOperand(right, isLeft: false) ? "plus or minus" : nil
    case 0x2213: return "minus or plus"
    case 0x2B: return isBetween && (isSpaced || hasNumbers) ? "plus" : nil
    case 0x2212: return isBetween && (isSpaced || hasNumbers) ? "minus" : nil
    case 0x2D where isTight && isIndex(start, in: sentence): return "minus"
    case 0x2D, 0x2013:
      return isBetween && isSpaced && hasNumbers && isInEquation(start, in: sentence)
        ? "minus" : nil
    case 0xD7, 0x2715, 0x2A2F:
      if isBetween { return isDesign(start, in: sentence) ? "by" : "times" }
      return left.isDigits && !isSpacedLeft ? "times" : nil
    case 0x2F:
      return isBetween && isSpaced && left.isDigits && right.isDigits
        && isInEquation(start, in: sentence) ? "divided by" : nil
    case 0xF7: return isBetween ? "divided by" : nil
    case 0x22C5, 0xB7: return isBetween && hasNumbers ? "times" : nil
    case 0x2A: return isBetween && left.isDigits && right.isDigits ? "times" : nil
    default: return nil
    }
  }

  /// `n-1`, `(k-1)`: what comes before a counted thing; `n-3` is a fatty acid.
  private static func isIndex(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    ["n", "k", "i", "j", "t", "N"].contains { sentence.token(start - 1, is: $0) }
      && sentence.isFreeOnLeft(start - 1) && !sentence[start - 2].isHyphen
      && (sentence.token(start + 1, is: "1") || sentence.token(start + 1, is: "2"))
      && sentence.isFreeOnRight(after: start + 1) && !sentence[start + 2].isHyphen
  }

  /// A number, or a letter that stands for one.
  private static func isTerm(_ token: Token) -> Bool {
    token.isDigits || !token.isWord || token.count == 1
      || GreekLetters.name(of: token.scalar) != nil
  }

  /// Whether the factors are those of a design: `2 × 2 design`.
  private static func isDesign(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    var index = sentence.skippingSpace(sentence.skippingSpace(start + 1) + 1)
    while sentence[index].isMark("×"), index < start + 24 {
      index = sentence.skippingSpace(sentence.skippingSpace(index + 1) + 1)
    }
    let words: [StaticString] = [
      "design", "designs", "factorial", "mixed", "table", "tables", "matrix", "grid", "anova",
      "between", "within", "repeated", "contingency", "crossover",
    ]
    return words.contains { sentence.token(index, isIgnoringCase: $0) }
  }

  /// Whether an equals sign stands near, so that a hyphen between numbers is a minus.
  private static func isInEquation(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    for index in start - 6..<start + 7 where sentence[index].isMark("=") { return true }
    return false
  }

  // MARK: Saying

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    switch sign {
    case .word(let word): writer.say(word)
    case .relation(let relation, let isBetween):
      if isBetween {
        relation.say(isPlural: false, into: &writer)
      } else {
        writer.say(relation.bare)
      }
    case .power(2, isNegative: false): writer.say("squared")
    case .power(3, isNegative: false): writer.say("cubed")
    case .power(let number, let isNegative):
      writer.say("to the power of")
      if isNegative { writer.say("minus") }
      NumberWords.sayCardinal(number, into: &writer)
    case .lowered(let number): NumberWords.sayCardinal(number, into: &writer)
    }
  }
}
