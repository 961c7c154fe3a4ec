/// Brackets and bars that belong to a formula instead of parting a sentence.
///
/// - `f(x)` → `f of x`, `P(A|B)` → `P of A given B`
/// - `|x|` → `the absolute value of x`, `‖x‖` → `the norm of x`
/// - `x^{n+1}` → `x to the power of n plus one`, `x_{i+1}` → `x sub i plus one`
///
/// Both ends are looked for within ``reach`` tokens, and only over what can stand in a formula.
struct FormulaBracket: SemioticClass {
  static let kind = Edit.Kind.formula

  /// Nil for the end that is silent.
  let word: StaticString?

  private static let reach = 24

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    switch sentence[start].scalar {
    case 0x28: return function(open: start, in: sentence)
    case 0x29: return functionEnd(start, in: sentence)
    case 0x7C: return bar(start, name: "the absolute value of", in: sentence)
    case 0x2016: return bar(start, name: "the norm of", in: sentence)
    case 0x5E: return script(start, word: "to the power of", in: sentence)
    case 0x5F: return script(start, word: "sub", in: sentence)
    case 0x7D: return scriptEnd(start, in: sentence)
    default: return nil
    }
  }

  private static func match(
    _ word: StaticString?, _ tokens: Range<Int>, _ rule: RuleName
  ) -> Match<Self> {
    Match(FormulaBracket(word: word), tokens: tokens, rule: rule)
  }

  // MARK: f(x)

  /// Whether the function that begins at a token has its argument in brackets.
  static func isApplied(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    var index = start + 1
    while index < start + 4, isBetweenNameAndBracket(index, in: sentence) { index += 1 }
    return sentence[index].isMark("(") && isFunctionBracket(index, in: sentence)
  }

  private static func function(open: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard isFunctionBracket(open, in: sentence) else { return nil }
    return match("of", open..<open + 1, "formula.function")
  }

  private static func functionEnd(_ close: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard let open = opening(of: close, in: sentence) else { return nil }
    if sentence[open - 1].isMark("^") { return match(nil, close..<close + 1, "formula.script-end") }
    guard isFunctionBracket(open, in: sentence) else { return nil }
    return match(nil, close..<close + 1, "formula.function-end")
  }

  /// `′`, `₁₀`, the `10` of `log10`, `⁻¹` of `f⁻¹(x)`.
  private static func isBetweenNameAndBracket(
    _ index: Int, in sentence: TokenizedSentence
  ) -> Bool {
    let token = sentence[index]
    if token.isDigits { return token.count <= 2 }
    guard token.kind == .mark else { return false }
    return [0x27, 0x2019, 0x2032, 0x2033].contains(token.scalar)
      || Superscripts.lowDigit(token.scalar) != nil || Superscripts.digit(token.scalar) != nil
      || Superscripts.isMinus(token.scalar)
  }

  /// Whether a bracket holds the argument of the function on its left.
  static func isFunctionBracket(_ open: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[open].isMark("(") else { return false }
    var name = open - 1
    while name > open - 4, isBetweenNameAndBracket(name, in: sentence) { name -= 1 }
    let token = sentence[name]
    // `console.log(x)` is a call of a program.
    // `2T(n)` is twice T of n.
    let isFree = sentence.isFreeOnLeft(name) || token.count == 1 && !sentence[name - 1].isWord
    guard token.isWord, isFree, !sentence[name - 1].isHyphen,
      !sentence[name - 1].isMark("."), !sentence[name - 1].isMark("_")
    else { return false }
    let isNamed = FunctionTable.name(sentence.bytes.slice(token.range)) != nil
    let isLetter =
      (token.count == 1 || token.shape.contains(.nonASCII) && token.count == 2)
      && FunctionTable.isFunctionLetter(token.scalar)
    guard isNamed || isLetter,
      // `log10` has a number in its name, `h2(x)` may; `T4(x)` is something else.
      !sentence[open - 1].isDigits || sentence.token(name, isAnyOf: ["log", "f", "g", "h"]),
      !sentence.keysBefore(name).contains(.numberedThing),
      !sentence.keysBefore(name).contains(.letteredThing),
      !sentence.keysBefore(name).contains(.locator)
    else { return false }
    return isArgument(open, isNamed: isNamed, name: token, in: sentence)
  }

  private static func isArgument(
    _ open: Int, isNamed: Bool, name: Token, in sentence: TokenizedSentence
  ) -> Bool {
    var depth = 1
    var letters = 0
    var others = 0
    var hasComma = false
    var index = open + 1
    while index < open + reach {
      let token = sentence[index]
      if token.isMark("(") { depth += 1 }
      if token.isMark(")") {
        depth -= 1
        if depth == 0 { break }
      }
      if token.isMark(",") { hasComma = true }
      if isSymbol(index, in: sentence) { letters += 1 } else if token.isDigits { others += 1 }
      // The variables of economists and biologists have whole names: `log(income)`.
      let isVariable =
        isNamed && token.isWord && sentence[open + 2].isMark(")") && index == open + 1
        && sentence.token(open - 1, isAnyOf: ["log", "ln", "exp", "sqrt", "var"])
      if isVariable {
        letters += 1
      } else if !isPart(index, in: sentence) {
        return false
      }
      index += 1
    }
    guard depth == 0, letters + others > 0, sentence.isFreeOnRight(after: index),
      !sentence[index + 1].isMark("(")
    else {
      return false
    }
    if isNamed { return !(index == open + 2 && sentence.token(open + 1, is: "s")) }
    if letters > 0 {
      // `H(a)` of a list has one small letter; functions of it are f, g, P, x …
      return name.scalar != 0x48 || !sentence.token(open + 1, is: "a")
    }
    switch name.scalar {
    case 0x66...0x68, 0x4F: return true
    case 0x4E: return hasComma
    default: return false
    }
  }

  // MARK: |x|

  private static func bar(
    _ at: Int, name: StaticString, in sentence: TokenizedSentence
  ) -> Match<Self>? {
    if isOpenBar(at, in: sentence) {
      var index = at + 1
      while index < at + reach, isInsideBars(index, in: sentence) { index += 1 }
      guard sentence[index].scalar == sentence[at].scalar, isCloseBar(index, in: sentence) else {
        return nil
      }
      return match(name, at..<at + 1, "formula.absolute")
    }
    if let close = namedBar(open: at, in: sentence), close > at {
      return match(name, at..<at + 1, "formula.absolute")
    }
    for open in at - 6..<at where namedBar(open: open, in: sentence) == at {
      return match(nil, at..<at + 1, "formula.absolute-end")
    }
    var index = at - 1
    var depth = 0
    while index > at - reach, isInsideBars(index, in: sentence) {
      if sentence[index].isMark(")") { depth += 1 }
      if sentence[index].isMark("(") {
        if depth == 0, !isOpenBar(index - 1, in: sentence) { break }
        depth -= 1
      }
      index -= 1
    }
    if isCloseBar(at, in: sentence), sentence[index].scalar == sentence[at].scalar,
      isOpenBar(index, in: sentence)
    {
      return match(nil, at..<at + 1, "formula.absolute-end")
    }
    // `P(A|B)`, `P(A | B)`
    let condition = sentence[sentence.beforeSpace(at)]
    guard condition.isWord || condition.isDigits || condition.isMark(")"),
      sentence[at].isMark("|"), sentence[index].isMark("("),
      isFunctionBracket(index, in: sentence)
    else { return nil }
    return match("given", at..<at + 1, "formula.condition")
  }

  private static func isInsideBars(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    isPart(index, in: sentence) && !sentence[index].isMark("|") && !sentence[index].isMark(":")
  }

  /// Where `|log2FC|` ends, a variable with a name of its own before a relation.
  private static func namedBar(open: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[open].isMark("|"), sentence[open + 1].isWord,
      sentence[open - 1].isSpace || sentence[open - 1].isMark("(")
    else { return nil }
    var close = open + 2
    while close < open + 6,
      sentence[close].isWord || sentence[close].isDigits
        || sentence[close].isMark("_")
    {
      close += 1
    }
    guard sentence[close].isMark("|"),
      Relation.parse(at: sentence.skippingSpace(close + 1), in: sentence) != nil
    else { return nil }
    return close
  }

  private static func isOpenBar(_ at: Int, in sentence: TokenizedSentence) -> Bool {
    let left = sentence[at - 1]
    let right = sentence[at + 1]
    guard sentence[at].kind == .mark, sentence[at].scalar == 0x7C || sentence[at].scalar == 0x2016
    else { return false }
    return
      (left.isSpace || left.kind == .boundary || left.isMark("(") || left.isMark("=")
      || left.isMinus || left.isMark("+") || left.isMark("{"))
      && (isSymbol(at + 1, in: sentence) || right.isDigits || right.isMark("√")
        || right.isMark("(") || right.isMinus && isSymbol(at + 2, in: sentence))
  }

  private static func isCloseBar(_ at: Int, in sentence: TokenizedSentence) -> Bool {
    !sentence[at - 1].isSpace && sentence.isFreeOnRight(after: at)
  }

  // MARK: ^{…}, _{…}

  private static func script(
    _ at: Int, word: StaticString, in sentence: TokenizedSentence
  ) -> Match<Self>? {
    guard sentence[at + 1].isMark("{") || sentence[at].isMark("^") && sentence[at + 1].isMark("(")
    else { return nil }
    let left = sentence[at - 1]
    guard left.isWord && left.count <= 3 || left.isDigits || left.kind == .mark,
      closing(of: at + 1, in: sentence) != nil
    else { return nil }
    let word: StaticString =
      isLimit(at, in: sentence) ? (sentence[at].isMark("_") ? "from" : "to") : word
    return match(word, at..<at + 2, "formula.script")
  }

  /// Whether a script belongs to a sum or an integral: `∑_{i=1}^{n}`.
  private static func isLimit(_ at: Int, in sentence: TokenizedSentence) -> Bool {
    if isBigOperator(sentence[at - 1]) { return true }
    guard sentence[at - 1].isMark("}"), let open = opening(of: at - 1, in: sentence) else {
      return false
    }
    return isBigOperator(sentence[open - 2])
  }

  static func isBigOperator(_ token: Token) -> Bool {
    token.isMark("∑") || token.isMark("∏") || token.isMark("∫")
  }

  private static func scriptEnd(_ close: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard let open = opening(of: close, in: sentence),
      sentence[open - 1].isMark("^") || sentence[open - 1].isMark("_")
    else { return nil }
    let isLast = !sentence[close + 1].isMark("^") && !sentence[close + 1].isMark("_")
    return match(
      isLast && isLimit(open - 1, in: sentence) ? "of" : nil, close..<close + 1,
      "formula.script-end")
  }

  // MARK: Parts

  /// A letter that stands for a quantity.
  private static func isSymbol(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    return token.isWord
      && (token.count == 1 || token.shape.contains(.nonASCII) && token.count <= 4)
  }

  /// Whether a token can stand inside a formula.
  private static func isPart(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    switch token.kind {
    case .digits: return true
    case .space: return token.count == 1
    case .word:
      return isSymbol(index, in: sentence)
        || FunctionTable.name(sentence.bytes.slice(token.range)) != nil
        || sentence.token(index, is: "and") || sentence.token(index, is: "or")
        || token.isLower && token.count == 2 && token.scalar == 0x64
    case .mark:
      switch token.scalar {
      case 0x21, 0x27...0x2F, 0x3A...0x3E, 0x5E, 0x5F, 0x7B...0x7D, 0xAC, 0xB1...0xB3, 0xB7,
        0xB9, 0xD7, 0xF7, 0x2013, 0x2026, 0x2032, 0x2033, 0x2070...0x209C, 0x2200...0x22FF, 0x2192:
        return true
      default: return false
      }
    case .control, .boundary: return false
    }
  }

  private static func opening(of close: Int, in sentence: TokenizedSentence) -> Int? {
    let isBrace = sentence[close].isMark("}")
    var depth = 1
    var index = close - 1
    while index > close - reach {
      if sentence[index].isMark(isBrace ? "}" : ")") { depth += 1 }
      if sentence[index].isMark(isBrace ? "{" : "(") {
        depth -= 1
        if depth == 0 { return index }
      }
      // `log(income)`
      guard isPart(index, in: sentence) || index == close - 1 && sentence[index].isWord else {
        return nil
      }
      index -= 1
    }
    return nil
  }

  private static func closing(of open: Int, in sentence: TokenizedSentence) -> Int? {
    let isBrace = sentence[open].isMark("{")
    var depth = 1
    var index = open + 1
    while index < open + reach {
      if sentence[index].isMark(isBrace ? "{" : "(") { depth += 1 }
      if sentence[index].isMark(isBrace ? "}" : ")") {
        depth -= 1
        if depth == 0 { return index }
      }
      guard isPart(index, in: sentence) || index == open + 1 && sentence[index].isWord else {
        return nil
      }
      index += 1
    }
    return nil
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let word { writer.say(word) }
  }
}
