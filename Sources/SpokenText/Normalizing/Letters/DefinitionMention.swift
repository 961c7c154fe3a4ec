/// The place where a document defines a short form behind its long form.
///
/// - `post-traumatic stress disorder (PTSD) is` → `post-traumatic stress disorder, or P T S D, is`
/// - `… Scale (HADS; Ito, 1983)` → `… Scale, or hads; Ito, nineteen eighty-three,`
/// - Not `a cat (NASA)`, nor `(also known as PTSD)`, which has words of its own.
///
/// A bracket with more in it than the short form is this class's up to that alone: what follows is
/// read as anywhere else.
struct DefinitionMention: SemioticClass {
  static let kind = Edit.Kind.definition

  /// The short form as defined, which the listener now knows.
  let short: String
  /// The short form when it fills the bracket.
  var content: Content?
  /// An article stands in the bracket: `(the FBI)`.
  var hasArticle = false
  /// The phrase goes on behind the bracket without punctuation of its own.
  var goesOn = false

  enum Content {
    case initialism(Match<Initialism>)
    case alphanumeric(Match<Alphanumeric>)
    /// `World War II (WWII)`: letters, as the words have just been said; and which war.
    case worldWar(letters: Range<Int>, StaticString)
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<DefinitionMention>?
  {
    guard !sentence.definitions.longForms.isEmpty,
      sentence[start].isMark("(") || sentence[start].isMark("[")
    else { return nil }
    var first = sentence.skippingSpace(start + 1)
    let hasArticle = sentence.token(first, is: "the") && sentence[first + 1].isSpace
    if hasArticle { first += 2 }
    if isQuote(sentence[first]) { first += 1 }
    var end = first
    while end - first < 14, !endsShort(sentence[end]) { end += 1 }
    guard end > first, end - first < 14, let next = after(end, in: sentence) else { return nil }
    let bytes = sentence.bytes(of: first..<end)
    let short = sentence.bytes.string(bytes)
    guard let long = sentence.definitions[short],
      next.isMark(")") || next.isMark("]") || next.isMark(";") || next.isMark(",")
        || next.isMark("[") || next.isMark("("),
      follows(long, before: start, in: sentence)
        || isDefined(at: start, bytes, in: sentence)
    else { return nil }
    var value = DefinitionMention(short: short, hasArticle: hasArticle)
    let isOver = sentence[end].isMark(")") || sentence[end].isMark("]")
    if !isOver, let content = worldWar(first..<end, in: sentence) {
      value.content = content
      return Match(value, tokens: start..<end, rule: "definition.brackets")
    }
    if isOver, let content = content(first..<end, in: sentence) {
      value.content = content
      value.goesOn = !Phrasing.isParted(after: end + 1, in: sentence)
      return Match(value, tokens: start..<end + 1, rule: "definition.brackets")
    }
    return Match(value, tokens: start..<first, rule: "definition.brackets")
  }

  /// What the short form is, by itself, whatever the policy for its other uses.
  private static func content(
    _ short: Range<Int>, in sentence: TokenizedSentence
  ) -> Content? {
    if let war = worldWar(short, in: sentence) { return war }
    if var match = Alphanumeric.recognize(at: short.lowerBound, in: sentence),
      match.tokens == short
    {
      match.value.defined = nil
      return .alphanumeric(match)
    }
    guard var match = Initialism.recognize(at: short.lowerBound, in: sentence),
      match.tokens == short
    else { return nil }
    match.value.defined = nil
    match.rule = match.value.isWord ? "acronym.word" : "initialism.letters"
    match.kind = match.value.isWord ? .acronym : .initialism
    return .initialism(match)
  }

  /// Whether the short form would be said in the words before its bracket.
  private static func worldWar(_ short: Range<Int>, in sentence: TokenizedSentence) -> Content? {
    let isSecond: Bool
    if sentence.token(short.lowerBound, is: "WWII") {
      isSecond = true
    } else if sentence.token(short.lowerBound, is: "WWI") {
      isSecond = false
    } else {
      return nil
    }
    // `World War II (`
    let number = sentence.beforeSpace(short.lowerBound - 1)
    guard short.count == 1, sentence.wordBefore(number, isAnyOf: ["war"]) else { return nil }
    let letters = sentence[short.lowerBound].range
    return .worldWar(
      letters: letters.lowerBound..<letters.lowerBound + 2, isSecond ? "two" : "one")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.context.introduced.insert(DefinedForm.key(short))
    writer.mark(.comma)
    writer.say("or")
    if hasArticle { writer.say("the") }
    switch content {
    case .initialism(let match): writer.nested(match, in: sentence)
    case .alphanumeric(let match): writer.nested(match, in: sentence)
    case .worldWar(let letters, let number):
      writer.spell(source: letters)
      writer.say(number)
    case nil: return
    }
    if goesOn { writer.mark(.comma) }
  }

  private static func isQuote(_ token: Token) -> Bool {
    switch token.scalar {
    case 0x22, 0x27, 0x2018, 0x2019, 0x201C, 0x201D: token.kind == .mark
    default: false
    }
  }

  private static func endsShort(_ token: Token) -> Bool {
    switch token.kind {
    case .space, .boundary, .control: return true
    case .word, .digits: return false
    case .mark:
      switch token.scalar {
      case 0x28, 0x29, 0x5B, 0x5D, 0x3B, 0x2C: return true
      default: return isQuote(token)
      }
    }
  }

  /// What follows the short form, closing quotes and white space passed over.
  private static func after(_ end: Int, in sentence: TokenizedSentence) -> Token? {
    var end = end
    while end < sentence.count, isQuote(sentence[end]) || sentence[end].isSpace { end += 1 }
    return end < sentence.count ? sentence[end] : nil
  }

  /// Whether the long form stands right before a token, whatever its capitals.
  private static func follows(
    _ long: String, before index: Int, in sentence: TokenizedSentence
  ) -> Bool {
    var end = sentence.beforeSpace(index)
    if isQuote(sentence[end]) { end -= 1 }
    return sentence.bytes.holds(long, endingAt: Int(sentence[end].end))
  }

  /// Whether the text here gives the short form another meaning than the one that stands.
  private static func isDefined(
    at start: Int, _ short: Range<Int>, in sentence: TokenizedSentence
  ) -> Bool {
    let found = DefinitionFinder.atBracket(Int(sentence[start].start), in: sentence.bytes)
    return found?.order == .longFirst && found?.short == short
  }
}
