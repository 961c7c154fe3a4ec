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
    /// `^n`: a letter behind a caret.
    case raisedLetter(Range<Int>, isNegative: Bool)
    /// `∫₀¹`: a sum or an integral with its limits.
    case limits(StaticString, from: Int, to: Int)
  }

  let sign: Sign

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard sentence[start].kind == .mark,
      sentence[start].triggers != .stop || sentence[start].isMark("!")
    else { return nil }
    if let found = power(at: start, in: sentence) { return found }
    if let found = relation(at: start, in: sentence) { return found }
    if isGrade(start, in: sentence) {
      return Match(Formula(sign: .word("minus")), tokens: start..<start + 1, rule: "formula.grade")
    }
    if let limits = limits(at: start, in: sentence) { return limits }
    if let word = operation(at: start, in: sentence) ?? quotient(at: start, in: sentence)
      ?? afterQuantity(at: start, in: sentence)
    {
      return Match(
        Formula(sign: .word(word)), tokens: start..<start + 1, rule: "formula.operator")
    }
    // `∑_{i=1}^{n}`: its limits come before "of".
    if FormulaBracket.isBigOperator(sentence[start]), sentence[start + 1].isMark("_"),
      sentence[start + 2].isMark("{")
    {
      return Match(
        Formula(sign: .word(bigName(sentence[start]))), tokens: start..<start + 1,
        rule: "formula.sign")
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
    if sentence[at].isWord, sentence[at].count == 1, sentence.isFreeOnRight(after: at) {
      return Match(
        Formula(sign: .raisedLetter(sentence[at].range, isNegative: isNegative)),
        tokens: start..<at + 1, rule: "formula.power")
    }
    // `2^-ΔΔCt`
    if isNegative, sentence[at].isWord, GreekLetters.name(of: sentence[at].scalar) != nil {
      return Match(
        Formula(sign: .word("to the power of minus")), tokens: start..<at, rule: "formula.power")
    }
    guard let value = sentence.value(at), sentence.isFreeOnRight(after: at) else { return nil }
    return Match(
      Formula(sign: .power(value, isNegative: isNegative)), tokens: start..<at + 1,
      rule: "formula.power")
  }

  /// `∫₀¹` → `the integral from zero to one of`.
  private static func limits(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard FormulaBracket.isBigOperator(sentence[start]),
      let low = Superscripts.number(at: start + 1, in: sentence, digit: Superscripts.lowDigit),
      let high = Superscripts.number(at: low.end, in: sentence, digit: Superscripts.digit)
    else { return nil }
    return Match(
      Formula(sign: .limits(bigName(sentence[start]), from: low.value, to: high.value)),
      tokens: start..<high.end, rule: "formula.limits")
  }

  private static func bigName(_ token: Token) -> StaticString {
    token.isMark("∑") ? "the sum" : token.isMark("∏") ? "the product" : "the integral"
  }

  // MARK: Relations

  /// `an A>G substitution`, `the A>G and C>T variants`: one base has taken the place of another,
  /// where a word close behind says so.
  private static func isSubstitution(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].isMark(">"), sentence[start + 2].kind != .mark,
      Alphanumeric.isBase(sentence[start - 1], in: sentence),
      Alphanumeric.isBase(sentence[start + 1], in: sentence)
    else { return false }
    let farthest = 10
    for index in start + 2..<start + farthest where sentence[index].isLower {
      if sentence.token(index, isAnyOf: substitutions) { return true }
    }
    return false
  }

  private static let substitutions: [StaticString] = [
    "substitution", "substitutions", "mutation", "mutations", "variant", "variants", "transition",
    "transitions", "transversion", "transversions", "polymorphism", "polymorphisms", "snp", "snps",
    "allele", "alleles", "editing", "conversion", "conversions", "change", "changes",
  ]

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
    if isSubstitution(start, in: sentence) {
      return Match(Formula(sign: .word("to")), tokens: start..<end, rule: "formula.substitution")
    }
    // `X ~ N(0, 1)`
    let next = sentence.skippingSpace(end)
    if relation == .about, isBetween, right.isWord, sentence[next + 1].isMark("(") {
      return Match(
        Formula(sign: .word("is distributed as")), tokens: start..<end, rule: "formula.relation")
    }
    return Match(
      Formula(sign: .relation(relation, isBetween: isBetween)), tokens: start..<end,
      rule: "formula.relation")
  }

  /// Whether a sign of comparison has a quantity on its left, so that it says something of it:
  /// `FDR < 0.05`, `f(x) > 0`, `|x| < 3`; with white space on both sides or on neither.
  static func comparesQuantity(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard let (relation, end) = Relation.parse(at: start, in: sentence), relation.isOrder,
      sentence[start - 1].isSpace == sentence[end].isSpace
    else { return false }
    let before = sentence.beforeSpace(start)
    let left = sentence[before]
    if left.isMark(")") || left.isMark("|") {
      return FormulaBracket.recognize(at: before, in: sentence) != nil
    }
    guard left.isWord, sentence.isFreeOnLeft(before) else { return false }
    return left.isUpper && (2...6).contains(left.count) && !sentence.isShouted
      || left.count <= 5 && GreekLetters.name(of: left.scalar) != nil
      || left.count == 2 && left.scalar == 0x64
        && GreekLetters.name(
          of: sentence.bytes.scalar(at: Int(left.start) + 1).scalar) != nil
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

  static func isOperand(_ token: Token, isLeft: Bool) -> Bool {
    if token.isWord || token.isDigits { return true }
    guard token.kind == .mark else { return false }
    switch token.scalar {
    case 0x221E, 0x2206, 0x2205: return true
    case 0x29, 0x5D, 0x7C, 0x25, 0x27, 0xB2, 0xB3, 0xB9, 0x2032, 0x2070...0x2089: return isLeft
    case 0x28, 0x5B, 0x221A, 0x2211, 0x222B, 0x2202, 0x2212, 0x2D, 0x2013, 0x2E, 0x24, 0xA3, 0x20AC,
      0xB1, 0x7E:
      return !isLeft
    default: return false
    }
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
    case .raisedLetter(let letter, let isNegative):
      writer.say("to the power of")
      if isNegative { writer.say("minus") }
      writer.say(source: letter)
    case .limits(let name, let from, let to):
      writer.say(name)
      writer.say("from")
      NumberWords.sayCardinal(from, into: &writer)
      writer.say("to")
      NumberWords.sayCardinal(to, into: &writer)
      writer.say("of")
    }
  }
}
