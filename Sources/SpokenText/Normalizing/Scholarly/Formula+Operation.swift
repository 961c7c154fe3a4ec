/// Signs that make a new quantity of others: sums, quotients, factorials.
extension Formula {
  /// `+ − × ÷ · * ±` between two quantities.
  static func operation(at start: Int, in sentence: TokenizedSentence) -> StaticString? {
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
    case 0x2D where isSignOfSymbol(start, in: sentence): return "minus"
    case 0x2212 where isSignOfSymbol(start, in: sentence): return "minus"
    case 0x2B: return isBetween && (isSpaced || hasNumbers) ? "plus" : nil
    case 0x2212: return isBetween && (isSpaced || hasNumbers) ? "minus" : nil
    case 0x2D where isTight && isIndex(start, in: sentence): return "minus"
    case 0x2D, 0x2013:
      if isBetween, isBehindPower(start, in: sentence) { return "minus" }
      return isBetween && isSpaced && hasNumbers && isInEquation(start, in: sentence)
        ? "minus" : nil
    case 0xD7, 0x2715, 0x2A2F:
      if isBetween { return isDesign(start, in: sentence) ? "by" : "times" }
      return left.isDigits && !isSpacedLeft ? "times" : nil
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

  /// `2^32 - 1`, `x^n-1`, `2**31 - 1`: what stands behind a power is taken away from it.
  private static func isBehindPower(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let power = sentence.beforeSpace(start)
    guard sentence[power].isDigits || sentence[power].isWord && sentence[power].count == 1 else {
      return false
    }
    return sentence[power - 1].isMark("^")
      || sentence[power - 1].isMinus && sentence[power - 2].isMark("^")
      || sentence[power - 1].isMark("*") && sentence[power - 2].isMark("*")
  }

  /// The minus before a symbol: `(−b`, `= -x`, `{-x}`.
  static func isSignOfSymbol(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let right = sentence[start + 1]
    guard
      right.isWord && right.count <= 2 || right.isMark("√") || right.isMark("(")
        || right.isMark("|")
    else { return false }
    if sentence[start - 1].isMark("("),
      FormulaBracket.isFunctionBracket(start - 1, in: sentence)
    {
      return true
    }
    let left = sentence[sentence.beforeSpace(start)]
    if left.isMark("{") || left.isMark("=") || left.isMark("^") { return true }
    return sentence[start].isMark("−") && sentence.isOpenOnLeft(start)
  }

  /// The slash of a quotient: `v = d/t` → `d over t`, `3 / 4 = 0.75` → `three over four`.
  ///
  /// Letters with a slash are most often short forms: only other signs of a formula nearby, or
  /// nothing else at all, make a quotient of them.
  static func quotient(at start: Int, in sentence: TokenizedSentence) -> StaticString? {
    guard sentence[start].isMark("/") else { return nil }
    let isSpaced = sentence[start - 1].isSpace
    guard isSpaced == sentence[start + 1].isSpace else { return nil }
    let before = sentence.beforeSpace(start)
    let after = sentence.skippingSpace(start + 1)
    guard isTerm(sentence[before]), isTerm(sentence[after]),
      isOperand(sentence[before], isLeft: true) || sentence[before].isMark("!"),
      isOperand(sentence[after], isLeft: false),
      sentence.isFreeOnRight(after: after) || !sentence[after].isWord
    else { return nil }
    // `C/C++`
    if sentence[after + 1].isMark("+"), sentence[after + 2].isMark("+") { return nil }
    // `(ΔF/F₀)`
    if sentence[before].scalar == 0x394, sentence[before].count == 3 { return "over" }
    // `(m/s)` names a unit.
    if sentence[before - 1].isMark("("), sentence[after + 1].isMark(")"),
      sentence[before].isWord, sentence[after].isWord
    {
      return nil
    }
    if sentence.count <= 4, sentence[before].isLower, sentence[after].isLower,
      !sentence.token(before, is: "y")
    {
      return "over"
    }
    for index in start - 8..<start + 9 where isFormulaSign(sentence[index]) { return "over" }
    return nil
  }

  static func isFormulaSign(_ token: Token) -> Bool {
    guard token.kind == .mark else { return false }
    switch token.scalar {
    case 0x3D, 0x2B, 0x2212, 0xD7, 0xB2, 0x221A, 0x2202, 0x2211, 0x222B, 0x2248, 0x221D: return true
    default: return false
    }
  }

  /// What stands close behind a quantity: `n!` → `n factorial`, `x′` → `x prime`.
  static func afterQuantity(
    at start: Int, in sentence: TokenizedSentence
  ) -> StaticString? {
    let left = sentence[start - 1]
    let isLetter = left.isWord && left.count == 1 && sentence.isFreeOnLeft(start - 1)
    switch sentence[start].scalar {
    case 0x21:
      if isLetter, left.isLower {
        // `m!.rules`, `m![…]`
        let next = sentence[start + 1]
        guard
          next.isSpace || next.kind == .boundary || next.isMark(")") || next.isMark("/")
            || next.isMark(",") || next.isMark("=")
            || next.isMark(".") && !sentence[start + 2].isWord
        else { return nil }
        // n, k, m, r
        return [0x6E, 0x6B, 0x6D, 0x72].contains(left.scalar) && !sentence[start - 2].isMark("'")
          ? "factorial" : nil
      }
      guard left.isDigits && left.count <= 3 || left.isMark(")") else { return nil }
      let next = sentence[sentence.skippingSpace(start + 1)]
      let isCounted = next.isMark("/") || next.isMark("=") || next.isMark("×") || next.isMark("·")
      return isCounted ? "factorial" : nil
    case 0x2032: return isLetter && sentence.isFreeOnRight(after: start) ? "prime" : nil
    case 0x2033: return isLetter && sentence.isFreeOnRight(after: start) ? "double prime" : nil
    case 0x27, 0x2019:
      return isLetter && FormulaBracket.isApplied(start - 1, in: sentence) ? "prime" : nil
    default: return nil
    }
  }

  /// Whether a number stands before the `x` of an equation: `y = 2x + 3`, `f(x) = 2x`, `3x = 9`; not
  /// `Sales = 3x last year`.
  static func isCoefficient(_ start: Int, of letter: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence.token(letter, is: "x") else { return false }
    let next = sentence[sentence.skippingSpace(letter + 1)]
    if next.isMark("=") || next.isMark("+") || next.isMark("−") { return true }
    let before = sentence.beforeSpace(start)
    if sentence[before].isMark("+") || sentence[before].isMark("−") { return true }
    guard sentence[before].isMark("=") else { return false }
    let left = sentence[sentence.beforeSpace(before)]
    return left.isWord && left.count == 1 || left.isMark(")")
  }

  /// A number, or a letter that stands for one.
  static func isTerm(_ token: Token) -> Bool {
    token.isDigits || !token.isWord || token.count == 1
      || GreekLetters.name(of: token.scalar) != nil
  }

  /// Whether the factors are those of a design: `2 × 2 design`.
  static func isDesign(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    var index = sentence.skippingSpace(sentence.skippingSpace(start + 1) + 1)
    index = afterAside(index, in: sentence)
    while sentence[index].isMark("×"), index < start + 60 {
      index = sentence.skippingSpace(sentence.skippingSpace(index + 1) + 1)
      index = afterAside(index, in: sentence)
    }
    let words: [StaticString] = [
      "design", "designs", "factorial", "mixed", "table", "tables", "matrix", "grid", "anova",
      "between", "within", "repeated", "contingency", "crossover",
    ]
    return words.contains { sentence.token(index, isIgnoringCase: $0) }
  }

  /// Behind the name of a factor: `2 (sex) × 3 (age)`.
  static func afterAside(_ start: Int, in sentence: TokenizedSentence) -> Int {
    guard sentence[start].isMark("(") else { return start }
    for index in start + 1..<start + 24 where sentence[index].isMark(")") {
      return sentence.skippingSpace(index + 1)
    }
    return start
  }

  /// Whether an equals sign stands near, so that a hyphen between numbers is a minus.
  static func isInEquation(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    for index in start - 6..<start + 7 where sentence[index].isMark("=") { return true }
    return false
  }
}
