/// A symbol with numbers set low, or a charge set high.
///
/// `H₂O` → `H two O`, `Ca²⁺` → `C A two plus`, `VO₂max` → `V O two max`, `log₁₀` → `log ten`,
/// `β₁` → `beta one`, `¹⁴C` → `C fourteen`, `Ca(OH)₂` → `C A O H two`, `xₙ` → `x n`, `x̄` → `x bar`,
/// `t₁/₂` → `t one half`.
struct ScriptedSymbol: SemioticClass {
  static let kind = Edit.Kind.formula

  let tokens: Range<Int>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    if sentence[start].kind == .mark {
      guard let end = isotope(start, in: sentence) ?? group(at: start, in: sentence) else {
        return nil
      }
      return match(start..<end)
    }
    // `2ⁿ`
    if sentence[start].isDigits {
      let letter = sentence[start + 1]
      guard letter.isWord, letter.shape.contains(.nonASCII), letter.count <= 3,
        sentence[start].count <= 18, ScriptedLetters.raised(letter.scalar) != nil,
        sentence.isFreeOnLeft(start), sentence.isFreeOnRight(after: start + 1)
      else { return nil }
      return match(start..<start + 2)
    }
    guard sentence.isFreeOnLeft(start), sentence[start].isWord,
      let end = run(at: start, in: sentence) ?? halfLife(start, in: sentence)
    else { return nil }
    return match(start..<end)
  }

  private static func match(_ tokens: Range<Int>) -> Match<Self> {
    Match(ScriptedSymbol(tokens: tokens), tokens: tokens, rule: "formula.scripted")
  }

  /// The end of words, low digits and charges without a gap; at least one of the latter.
  private static func run(at start: Int, in sentence: TokenizedSentence) -> Int? {
    var index = start
    var hasScript = false
    while index < start + 40 {
      let token = sentence[index]
      if token.isWord, token.count <= 12 {
        // A letter set high or low, or under a bar, is inside the word.
        if hasScriptedLetter(token, in: sentence) {
          hasScript = true
        } else if token.count > 6 {
          break
        }
        index += 1
      } else if token.kind == .mark, Superscripts.lowDigit(token.scalar) != nil {
        hasScript = true
        index += 1
      } else if hasScript, Self.lowSign(token) != nil {
        index += 1
      } else if hasScript, token.isMark(".") || token.isMark("/") || token.isMark(","),
        isLow(sentence[index - 1]), isLow(sentence[index + 1])
      {
        index += 1
      } else if let end = charge(at: index, in: sentence) {
        hasScript = true
        index = end
      } else if index > start, let end = group(at: index, in: sentence) {
        hasScript = true
        index = end
      } else {
        break
      }
    }
    return hasScript && !sentence[index].isWord && !sentence[index].isDigits ? index : nil
  }

  /// A sign set low: `₊` → `plus`, `₋` → `minus`.
  private static func lowSign(_ token: Token) -> StaticString? {
    token.isMark("₊") ? "plus" : token.isMark("₋") ? "minus" : nil
  }

  private static func isLow(_ token: Token) -> Bool {
    token.kind == .mark && Superscripts.lowDigit(token.scalar) != nil
  }

  /// The `(OH)₂` of `Ca(OH)₂`, and the `(NH₄)₂SO₄` that begins with it: a group and how many.
  private static func group(at start: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[start].isMark("(") else { return nil }
    var index = start + 1
    while index < start + 8, sentence[index].isUpperLed || isLow(sentence[index]) { index += 1 }
    guard index > start + 1, sentence[index].isMark(")"), isLow(sentence[index + 1]) else {
      return nil
    }
    index += 2
    while isLow(sentence[index]) { index += 1 }
    guard !sentence[start - 1].isWord, sentence[index].isWord else { return index }
    return run(at: index, in: sentence) ?? index + 1
  }

  /// Whether one of the first four letters of a word is set high or low, or carries a bar.
  private static func hasScriptedLetter(_ token: Token, in sentence: TokenizedSentence) -> Bool {
    guard token.shape.contains(.nonASCII) else { return false }
    var offset = Int(token.start)
    var letters = 0
    var hasScript = false
    while offset < Int(token.end) {
      let (scalar, length) = sentence.bytes.scalar(at: offset)
      if ScriptedLetters.lowered(scalar) != nil || ScriptedLetters.raised(scalar) != nil
        || ScriptedLetters.accent(scalar) != nil && letters == 1
      {
        hasScript = true
      } else if scalar < 0x80 || GreekLetters.name(of: scalar) != nil {
        letters += 1
      } else {
        return false
      }
      offset += length
    }
    return hasScript && letters <= 4
  }

  /// The end of `²⁺`, `⁻` that is not the beginning of a power or a range.
  private static func charge(at start: Int, in sentence: TokenizedSentence) -> Int? {
    var index = start
    while Superscripts.digit(sentence[index].scalar) != nil, index < start + 2 { index += 1 }
    let sign = sentence[index]
    guard sign.kind == .mark, Superscripts.isPlus(sign.scalar) || Superscripts.isMinus(sign.scalar),
      Superscripts.digit(sentence[index + 1].scalar) == nil
    else { return nil }
    return index + 1
  }

  /// `¹⁴C`: the number of an isotope before one or two letters; `⁹⁹ᵐTc` with an `m` behind it.
  private static func isotope(_ start: Int, in sentence: TokenizedSentence) -> Int? {
    guard let number = Superscripts.number(at: start, in: sentence, digit: Superscripts.digit)
    else { return nil }
    let left = sentence[start - 1]
    let symbol = sentence[number.end]
    // `δ¹³C` is how its share is written.
    let isFree =
      left.isSpace || left.kind == .boundary || left.isMark("(") || left.isMark("[")
      || left.isHyphen || left.isWord && left.scalar == 0x3B4 && left.count == 2
    guard isFree, symbol.isWord else { return nil }
    let isStable = symbol.count <= 2 && symbol.shape.contains(.firstUpper)
    let isExcited = symbol.scalar == 0x1D50 && (4...5).contains(symbol.count)
    return isStable || isExcited ? number.end + 1 : nil
  }

  /// `t1/2`: a half-life in plain digits.
  private static func halfLife(_ start: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence.token(start, isIgnoringCase: "t"), sentence.token(start + 1, is: "1"),
      sentence[start + 2].isMark("/"), sentence.token(start + 3, is: "2"),
      sentence.isFreeOnRight(after: start + 3)
    else { return nil }
    return start + 4
  }

  // MARK: Saying

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    var index = tokens.lowerBound
    var isotope: Int?
    while index < tokens.upperBound {
      let token = sentence[index]
      if token.isDigits, index == tokens.lowerBound {
        NumberWords.sayCardinal(sentence.bytes.slice(token.range), into: &writer)
        index += 1
      } else if isHalf(index, in: sentence) {
        writer.say("one half")
        index += 3
      } else if token.isWord {
        sayWord(token, into: &writer, in: sentence)
        index += 1
      } else if let low = Superscripts.number(
        at: index, in: sentence, digit: Superscripts.lowDigit)
      {
        NumberWords.sayCardinal(low.value, into: &writer)
        index = low.end
      } else if let high = Superscripts.number(at: index, in: sentence, digit: Superscripts.digit) {
        if index == tokens.lowerBound, !sentence[index - 1].isWord {
          isotope = high.value
        } else {
          NumberWords.sayCardinal(high.value, into: &writer)
        }
        index = high.end
      } else {
        if Superscripts.isPlus(token.scalar) { writer.say("plus") }
        if Superscripts.isMinus(token.scalar) { writer.say("minus") }
        if let sign = Self.lowSign(token) { writer.say(sign) }
        if token.isMark(".") { writer.say("point") }
        if token.isMark("/") { writer.say("over") }
        // A low number too long to be one is said as nothing that could be wrong: digit by digit.
        if let digit = Superscripts.lowDigit(token.scalar) {
          NumberWords.sayCardinal(digit, into: &writer)
        }
        index += 1
      }
    }
    if let isotope { NumberWords.sayCardinal(isotope, into: &writer) }
    if isotope != nil, sentence[tokens.upperBound - 1].scalar == 0x1D50 { writer.say("m") }
  }

  /// `₁/₂` and `1/2`.
  private func isHalf(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard index + 3 <= tokens.upperBound, sentence[index + 1].isMark("/") else { return false }
    return Superscripts.lowDigit(sentence[index].scalar) == 1
      && Superscripts.lowDigit(sentence[index + 2].scalar) == 2
      || sentence.token(index, is: "1") && sentence.token(index + 2, is: "2")
  }

  private func sayWord(
    _ token: Token, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    if token.shape.contains(.nonASCII) {
      sayScripted(token, into: &writer, in: sentence)
    } else if token.shape.contains(.upper), isFormula(token) {
      writer.spell(source: token.range)
    } else {
      writer.say(source: token.range)
    }
  }

  /// Whether a word is letters of a formula rather than a word: `NaHCO`, `SpO`; not `Table`.
  private func isFormula(_ token: Token) -> Bool {
    token.count <= 4 || token.shape.contains(.innerUpper) || !token.shape.contains(.lower)
  }

  /// `xₙ` → `x n`, `β̂` → `beta hat`, `Σxᵢ` → `sigma x i`.
  private func sayScripted(
    _ token: Token, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    var offset = Int(token.start)
    while offset < Int(token.end) {
      let (scalar, length) = sentence.bytes.scalar(at: offset)
      var end = offset + length
      if let name = GreekLetters.name(of: scalar) {
        writer.say(name)
      } else if let name = ScriptedLetters.accent(scalar) {
        writer.say(name)
      } else if let letter = ScriptedLetters.lowered(scalar) {
        writer.say(String(decoding: [letter], as: UTF8.self))
      } else if let letter = ScriptedLetters.raised(scalar) {
        // The `m` of `⁹⁹ᵐTc` comes behind the number.
        if offset > Int(token.start) || sentence[tokens.lowerBound].isDigits {
          writer.say("to the power of")
          writer.say(String(decoding: [letter], as: UTF8.self))
        }
      } else {
        while end < Int(token.end), sentence.bytes[end] < 0x80 { end += 1 }
        if sentence[tokens.lowerBound].isWord {
          writer.say(source: offset..<end)
        } else {
          writer.spell(source: offset..<end)
        }
      }
      offset = end
    }
  }
}

extension Token {
  /// A word of up to four letters that begins with a capital.
  fileprivate var isUpperLed: Bool {
    isWord && count <= 4 && shape.contains(.firstUpper)
  }
}
