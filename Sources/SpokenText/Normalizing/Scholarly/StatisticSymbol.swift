/// What a statistic is called: `p`, `R²`, `η²`, `SD`, `ηp²`.
struct StatisticSymbol: Sendable {
  private enum Name: Sendable {
    /// One letter, Latin or Greek.
    case letter(Int)
    /// `ηp`, `ωₚ`: a letter and "partial".
    case partial(Int)
    case spelled(Int)
    case word(StaticString)
    /// `p's`
    case letters(Int)
    /// `p-value`, `P values`
    case pValue(Int, isPlural: Bool)
    /// `Mage`, `padj`: bytes of the symbol, and of the word set low behind it.
    case labelled(symbol: Range<Int>, label: Range<Int>)
  }

  private var name: Name
  private var isSquared = false
  private var lowered: Range<Int>?
  /// Bytes of a word or number behind `_`.
  private var label: Range<Int>?
  private(set) var end: Int

  var isPValueWord: Bool { if case .pValue = name { true } else { false } }
  var isPlural: Bool { if case .letters = name { true } else { false } }
  var isSpelled: Bool { if case .spelled = name { true } else { false } }
  private(set) var isEffect = false

  static func parse(at start: Int, in sentence: TokenizedSentence) -> StatisticSymbol? {
    guard var symbol = named(at: start, in: sentence) else { return nil }
    symbol.takeScripts(in: sentence)
    return symbol
  }

  private static func named(
    at start: Int, in sentence: TokenizedSentence
  ) -> StatisticSymbol? {
    let token = sentence[start]
    if sentence.token(start, isIgnoringCase: "p"), sentence[start + 1].isHyphen,
      sentence.token(start + 2, is: "value") || sentence.token(start + 2, is: "values")
    {
      return StatisticSymbol(
        name: .pValue(start, isPlural: sentence.token(start + 2, is: "values")), end: start + 3)
    }
    if token.count == 1 || token.count == 2 && GreekLetters.name(of: token.scalar) != nil {
      return StatisticSymbol(name: .letter(start), end: start + 1)
    }
    if sentence.token(start, is: "p's") || sentence.token(start, is: "p’s")
      || sentence.token(start, is: "ps") || sentence.token(start, is: "Ps")
    {
      return StatisticSymbol(name: .letters(start), end: start + 1)
    }
    if sentence.token(start, is: "Mdn") || sentence.token(start, is: "mdn") {
      return StatisticSymbol(name: .word("median"), end: start + 1)
    }
    if token.scalar == 0x3B7 || token.scalar == 0x3C9,
      token.count == 3 && sentence.bytes[Int(token.end) - 1] == UInt8(ascii: "p")
        || token.count == 5 && sentence.bytes.scalar(at: Int(token.start) + 2).scalar == 0x209A
    {
      return StatisticSymbol(name: .partial(start), end: start + 1)
    }
    if let found = StatisticTable.runTogether.first(where: {
      sentence.token(start, is: $0.written)
    }) {
      let split = Int(token.start) + found.symbol
      return StatisticSymbol(
        name: .labelled(symbol: Int(token.start)..<split, label: split..<Int(token.end)),
        end: start + 1)
    }
    guard token.count <= 5,
      StatisticTable.spelled.contains(where: { sentence.token(start, is: $0) })
    else { return nil }
    var symbol = StatisticSymbol(name: .spelled(start), end: start + 1)
    symbol.isEffect = StatisticTable.effects.contains { sentence.token(start, is: $0) }
    return symbol
  }

  /// `²`, the `2` of `R2`, `₁₀`; a `p` behind the square of an effect size means partial.
  private mutating func takeScripts(in sentence: TokenizedSentence) {
    if let low = Superscripts.number(at: end, in: sentence, digit: Superscripts.lowDigit) {
      lowered = end..<low.end
      end = low.end
    }
    takeLabel(in: sentence)
    guard case .letter(let letter) = name else {
      if case .partial = name { takeSquare(in: sentence) }
      return
    }
    let isSquarable =
      [0x52, 0x72, 0x49, 0x58, 0x66, 0x3A7, 0x3C7, 0x3B7, 0x3C9, 0x3C3, 0x3C4, 0x3B5]
      .contains(sentence[letter].scalar)
    if Superscripts.digit(sentence[end].scalar) == 2 || isSquarable {
      takeSquare(in: sentence)
    }
    if isSquared, sentence.token(end, is: "p"), sentence.isFreeOnRight(after: end) {
      name = .partial(letter)
      end += 1
    }
  }

  /// `_age`, `_{adj}`, `_p`: an underscore sets low what stands behind it.
  private mutating func takeLabel(in sentence: TokenizedSentence) {
    guard sentence[end].isMark("_") else { return }
    let isBraced = sentence[end + 1].isMark("{")
    let at = isBraced ? end + 2 : end + 1
    guard sentence[at].isWord || sentence[at].isDigits,
      !isBraced || sentence[at + 1].isMark("}")
    else { return }
    end = isBraced ? at + 2 : at + 1
    if case .letter(let letter) = name, sentence.token(at, is: "p"),
      sentence[letter].scalar == 0x3B7 || sentence[letter].scalar == 0x3C9
    {
      name = .partial(letter)
      takeSquare(in: sentence)
    } else {
      label = sentence[at].range
    }
  }

  private mutating func takeSquare(in sentence: TokenizedSentence) {
    let isRaised =
      Superscripts.digit(sentence[end].scalar) == 2
      && Superscripts.digit(sentence[end + 1].scalar) == nil
    let isLevel = sentence.token(end, is: "2") && !sentence[end + 1].isWord
    let isCaret = sentence[end].isMark("^") && sentence.token(end + 1, is: "2")
    guard isRaised || isLevel || isCaret else { return }
    isSquared = true
    end += isCaret ? 2 : 1
  }

  func say(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    switch name {
    case .letter(let index):
      Self.sayLetter(index, into: &writer, in: sentence)
    case .partial(let index):
      writer.say("partial")
      if let greek = GreekLetters.name(of: sentence[index].scalar) { writer.say(greek) }
    case .spelled(let index):
      let range = sentence[index].range
      let isPlural = sentence.bytes[range.upperBound - 1] == UInt8(ascii: "s")
      writer.spell(source: range.lowerBound..<range.upperBound - (isPlural ? 1 : 0))
      if isPlural { writer.attach("s") }
    case .labelled(let symbol, let label):
      if symbol.count == 1 { writer.say(source: symbol) } else { writer.spell(source: symbol) }
      Self.sayLabel(label, into: &writer, in: sentence)
    case .word(let word): writer.say(word)
    case .letters(let index):
      let start = Int(sentence[index].start)
      writer.say(source: start..<start + 1)
      writer.attach("'s")
    case .pValue(let index, let isPlural):
      Self.sayLetter(index, into: &writer, in: sentence)
      writer.say(isPlural ? "values" : "value")
    }
    if isSquared { writer.say("squared") }
    if let lowered { Self.sayLowered(lowered, into: &writer, in: sentence) }
    if let label { Self.sayLabel(label, into: &writer, in: sentence) }
  }

  /// `age` → `age`, `FDR` → `F D R`, `12` → `twelve`.
  private static func sayLabel(
    _ label: Range<Int>, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    let bytes = sentence.bytes.slice(label)
    if bytes.allSatisfy(ASCII.isDigit) {
      NumberWords.sayCardinal(bytes, into: &writer)
    } else if bytes.allSatisfy({ ASCII.isLetter($0) && $0 & 0x20 == 0 }) {
      writer.spell(source: label)
    } else {
      writer.say(source: label)
    }
  }

  /// `₁₀` → `ten`, `₀₁` → `zero one`: with a zero in front the digits stand for two things.
  private static func sayLowered(
    _ tokens: Range<Int>, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    let digits = tokens.compactMap { Superscripts.lowDigit(sentence[$0].scalar) }
    if digits.count > 1, digits.first == 0 {
      for digit in digits { NumberWords.sayCardinal(digit, into: &writer) }
    } else {
      NumberWords.sayCardinal(digits.reduce(0) { $0 * 10 + $1 }, into: &writer)
    }
  }

  private static func sayLetter(
    _ index: Int, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    if let greek = GreekLetters.name(of: sentence[index].scalar) {
      writer.say(greek)
    } else if let name = LetterName.recognize(at: index, in: sentence) {
      writer.nested(name, in: sentence)
    }
  }
}
