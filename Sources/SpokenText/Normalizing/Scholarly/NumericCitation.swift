/// A citation by the number of its entry in the reference list.
///
/// - `studies [3,4-7] show` → `studies, references three and four to seven, show`
/// - `memory.³⁻⁵` → `memory. references three to five.`
/// - `(refs. 3 and 5)` → `references three and five`
///
/// Brief reads the same, as there is nothing shorter; omit leaves it out.
struct NumericCitation: SemioticClass {
  static let kind = Edit.Kind.citation

  enum Form: Sendable {
    case numbers(NumberList)
    /// Superscript numbers: each alone, or the first and last of a range.
    case superscript([(first: Int, last: Int?)])
    /// A note by letter: `[a]`, `[note 3]`.
    case note(Int)
    /// Paragraphs of a judgment: `at [34]`.
    case paragraphs(NumberList)
    /// Numbers with words around them: `see 12, 14`, `12, p. 45`.
    case led(Range<Int>, NumberList, Locator?)
    /// What an editor asks for: `[citation needed]`.
    case request(Range<Int>)
  }

  /// The marks around the words.
  ///
  /// None where the words are part of the sentence ("in [3]"), a full stop where the number stands
  /// behind one; `withStop` takes the stop before the number along.
  enum Setting: Sendable { case part, aside(isParted: Bool), afterStop, withStop }

  let form: Form
  let setting: Setting
  let isOmitted: Bool

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    let token = sentence[start]
    if token.isMark("[") { return inBrackets(at: start, in: sentence) }
    if token.isMark("(") { return behindStop(at: start, in: sentence) }
    if token.isWord { return labelled(at: start, in: sentence) }
    if Superscripts.digit(token.scalar) != nil { return superscript(at: start, in: sentence) }
    return token.isMark(".") ? flattened(at: start, in: sentence) : nil
  }

  static func match(
    _ form: Form, _ tokens: Range<Int>, _ rule: RuleName, isPart: Bool,
    in sentence: TokenizedSentence
  ) -> Match<Self> {
    // Under omit a number that is the object of a preposition stays: "in [3]" needs it.
    let isOmitted = sentence.policies.citations == .omit && !isPart
    let left = sentence[tokens.lowerBound - 1]
    let setting: Setting =
      isPart
      ? .part
      : isStop(left) || (left.isMark("]") && isStop(sentence[tokens.lowerBound - 4]))
        ? .afterStop
        : .aside(isParted: Citation.isParted(after: tokens.upperBound, in: sentence))
    return Match(
      NumericCitation(form: form, setting: setting, isOmitted: isOmitted),
      tokens: isOmitted ? Omission.widened(tokens, in: sentence) : tokens, rule: rule,
      kind: isOmitted ? .omission : kind)
  }

  private static func isStop(_ token: Token) -> Bool {
    token.isMark(".") || token.isMark("!") || token.isMark("?")
  }

  // MARK: [3]

  private static func inBrackets(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    if let note = note(at: start, in: sentence) { return note }
    if let request = request(at: start, in: sentence) { return request }
    guard !isCode(start, in: sentence), !isInterval(start, in: sentence) else { return nil }
    if let led = led(at: start, in: sentence) { return led }
    guard let (numbers, end) = entries(at: start, in: sentence),
      numbers.items.allSatisfy({ isEntry($0, in: sentence) }),
      sentence.isFreeOnRight(after: end - 1)
    else { return nil }
    if sentence.wordBefore(start, isAnyOf: ["at"]) {
      return match(
        .paragraphs(numbers), start..<end, "citation.paragraph", isPart: true, in: sentence)
    }
    return match(
      .numbers(numbers), start..<end, "citation.numeric",
      isPart: isPart(start, in: sentence), in: sentence)
  }

  /// `fades.(6)`, `fell,(7,8)`: round brackets that touch the stop of a word are no aside.
  private static func behindStop(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard sentence[start - 1].isMark(".") || sentence[start - 1].isMark(","),
      sentence[start - 2].isLower, sentence[start - 2].count > 3, sentence[start + 1].isDigits,
      let numbers = NumberList.parse(at: start + 1, in: sentence, isList: true),
      sentence[numbers.tokens.upperBound].isMark(")"),
      numbers.items.allSatisfy({ isEntry($0, in: sentence) }),
      sentence.isFreeOnRight(after: numbers.tokens.upperBound)
    else { return nil }
    return match(
      .numbers(numbers), start..<numbers.tokens.upperBound + 1, "citation.numeric", isPart: false,
      in: sentence)
  }

  /// `[3, 5]`, and brackets in a row: `[1]–[3]`, `[3], [5]`.
  private static func entries(
    at start: Int, in sentence: TokenizedSentence
  ) -> (NumberList, end: Int)? {
    if let chain = NumberList.parse(at: start, in: sentence, isList: true) {
      return (chain, chain.tokens.upperBound)
    }
    let first = sentence.skippingSpace(start + 1)
    guard sentence[first].isDigits,
      let numbers = NumberList.parse(at: first, in: sentence, isList: true)
    else { return nil }
    let close = sentence.skippingSpace(numbers.tokens.upperBound)
    return sentence[close].isMark("]") ? (numbers, close + 1) : nil
  }

  /// A number of an entry has up to three digits, and is not zero.
  static func isEntry(_ item: NumberList.Item, in sentence: TokenizedSentence) -> Bool {
    for label in [item.first, item.last ?? item.first] {
      guard label.count == 1, let value = sentence.value(label.lowerBound),
        (1...999).contains(value)
      else { return false }
    }
    return true
  }

  /// `a[12]`, `x = [12]`, `[12][3]`, `list[2].name`: an index or a list in a program.
  static func isCode(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let limit = start - 24
    var start = start
    // In `[1][2]` the first pair decides.
    while sentence[start - 1].isMark("]"), sentence[start - 2].isDigits,
      sentence[start - 3].isMark("["), start > limit
    {
      start -= 3
    }
    let left = sentence[start - 1]
    if left.isWord, left.count == 1 || left.shape.contains(.innerUpper) { return true }
    // `print([1, 2])`
    if left.isMark("("), sentence[start - 2].isWord { return true }
    // `The array is [1, 2, 3]`
    let verb = sentence.beforeSpace(start)
    if sentence.token(verb, isAnyOf: listWords) { return true }
    if left.isMark("]") || left.isMark("_") || left.isDigits || left.isMark("=") { return true }
    return sentence[sentence.beforeSpace(start)].isMark("=")
  }

  private static let listWords: [StaticString] = [
    "is", "are", "equals", "returns", "array", "arrays", "list", "lists", "vector", "tuple",
    "sequence", "output", "input", "matrix",
  ]

  /// `CI [10, 20]`, `range [1, 5]`, `x ∈ [0, 1]`: numbers that bound something.
  private static func isInterval(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    Interval.isExpected(before: start, in: sentence)
      || Interval.boundsEstimate(before: start, in: sentence)
  }

  /// Whether the words before make the number part of the sentence.
  private static func isPart(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let before = sentence.beforeSpace(start)
    if sentence[before].kind == .boundary { return true }
    guard sentence[start - 1].isSpace else { return false }
    let words: [StaticString] = [
      "in", "as", "by", "of", "from", "see", "and", "to", "with", "following", "than", "on",
    ]
    return words.contains { sentence.token(before, isIgnoringCase: $0) }
  }

  // MARK: refs. 3–5

  private static func labelled(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    let isPlural = sentence.token(start, isIgnoringCase: "refs")
    guard isPlural || sentence.token(start, isIgnoringCase: "ref"), sentence.isFreeOnLeft(start)
    else { return nil }
    var index = start + 1
    if sentence[index].isMark(".") { index += 1 }
    index = sentence.skippingSpace(index)
    let isBracketed = sentence[index].isMark("[")
    if isBracketed { index += 1 }
    guard
      let numbers = NumberList.parse(at: index, in: sentence, isList: isPlural || isBracketed)
    else { return nil }
    var end = numbers.tokens.upperBound
    if isBracketed {
      guard sentence[end].isMark("]") else { return nil }
      end += 1
    }
    return match(.numbers(numbers), start..<end, "citation.numeric", isPart: true, in: sentence)
  }

  // MARK: ³⁻⁵

  private static func superscript(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard Superscripts.digit(sentence[start - 1].scalar) == nil,
      let run = Superscripts.numbers(at: start, in: sentence),
      isAfterText(start, run: run, in: sentence)
    else { return nil }
    return match(
      .superscript(run.numbers), start..<run.end, "citation.superscript", isPart: false,
      in: sentence)
  }

  /// Whether superscript numbers are no power, charge or ordinal sign: after a stop, or after a
  /// word that is neither a symbol nor a unit.
  private static func isAfterText(
    _ start: Int, run: Superscripts.Run, in sentence: TokenizedSentence
  ) -> Bool {
    guard !sentence[run.end].isWord, !sentence[run.end].isDigits else { return false }
    let left = sentence[start - 1]
    let isPower = run.numbers.count == 1 && run.numbers[0].last == nil && run.numbers[0].first < 4
    if left.kind == .mark {
      let before = sentence[start - 2]
      switch left.scalar {
      case 0x2E, 0x2C, 0x3B, 0x3A, 0x3F, 0x21: return !before.isDigits || !isPower
      case 0x22, 0x201D, 0x2019: return true
      case 0x29, 0x5D: return !isPower
      default: return false
      }
    }
    guard left.isWord, left.count >= 2, GreekLetters.name(of: left.scalar) == nil else {
      return false
    }
    // A unit has a number before it; it has no power above three.
    let beforeUnit = sentence[sentence.beforeSpace(start - 1)]
    let isUnit = left.count <= 4 && (beforeUnit.isDigits || beforeUnit.isMark("/"))
    return !(isPower && (isUnit || left.count <= 2))
  }

  // MARK: Saying

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if case .withStop = setting { writer.mark(.period) }
    guard !isOmitted else { return }
    if case .aside = setting { writer.mark(.comma) }
    switch form {
    case .numbers(let numbers):
      writer.say(numbers.isPlural ? "references" : "reference")
      numbers.say(into: &writer, in: sentence)
    case .note(let letter):
      writer.say("note")
      if let name = LetterName.recognize(at: letter, in: sentence) {
        writer.nested(name, in: sentence)
      } else {
        NumberWords.sayCardinal(sentence.bytes.slice(sentence[letter].range), into: &writer)
      }
    case .paragraphs(let numbers):
      writer.say(numbers.isPlural ? "paragraphs" : "paragraph")
      numbers.say(into: &writer, in: sentence)
    case .led(let signal, let numbers, let locator):
      sayWords(signal, into: &writer, in: sentence)
      writer.say(numbers.isPlural ? "references" : "reference")
      numbers.say(into: &writer, in: sentence)
      if let locator {
        writer.mark(.comma)
        locator.say(into: &writer, in: sentence)
      }
    case .request(let words): sayWords(words, into: &writer, in: sentence)
    case .superscript(let numbers):
      let isPlural = numbers.count > 1 || numbers.contains { $0.last != nil }
      writer.say(isPlural ? "references" : "reference")
      for (position, number) in numbers.enumerated() {
        if position > 0 {
          if numbers.count > 2 { writer.mark(.comma) }
          if position == numbers.count - 1 { writer.say("and") }
        }
        NumberWords.sayCardinal(number.first, into: &writer)
        if let last = number.last {
          writer.say("to")
          NumberWords.sayCardinal(last, into: &writer)
        }
      }
    }
    switch setting {
    case .aside(isParted: false): writer.mark(.comma)
    case .afterStop, .withStop: writer.mark(.period)
    default: break
    }
  }

  private func sayWords(
    _ words: Range<Int>, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    for index in words where sentence[index].isWord {
      if sentence.token(index, is: "e") {
        writer.say("for example")
        writer.mark(.comma)
      } else if sentence.token(index, is: "cf") {
        writer.say("compare")
      } else if !sentence.token(index, is: "g") {
        writer.say(source: sentence[index].range)
      }
    }
  }
}
