/// A place inside a cited work: `, p. 45`, `, pp. 45–47`, `: 45`, `, Chapter 3`, `, § 12`.
struct Locator: Sendable {
  private let one: String
  private let several: String
  private let numbers: NumberList
  let tokens: Range<Int>

  /// The place that follows a year, with the comma or colon before it.
  static func parse(after start: Int, in sentence: TokenizedSentence) -> Locator? {
    guard sentence[start].isMark(",") || sentence[start].isMark(":") else { return nil }
    let index = sentence.skippingSpace(start + 1)
    return parse(at: index, from: start, in: sentence)
  }

  private static func parse(
    at index: Int, from start: Int, in sentence: TokenizedSentence
  ) -> Locator? {
    if sentence[index].isDigits {
      return make(page, numbersAt: index, from: start, isList: true, in: sentence)
    }
    if sentence[index].isMark("§") {
      let next = sentence.skippingSpace(sentence[index + 1].isMark("§") ? index + 2 : index + 1)
      return make(section, numbersAt: next, from: start, isList: true, in: sentence)
    }
    guard let entry = entry(at: index, in: sentence) else { return nil }
    var next = index + 1
    if sentence[next].isMark(".") { next += 1 }
    next = sentence.skippingSpace(next)
    return make(entry, numbersAt: next, from: start, isList: true, in: sentence)
  }

  /// What the word before a number names: a place of the table, or another thing with a capital, as
  /// `Study 2`.
  private static func entry(
    at index: Int, in sentence: TokenizedSentence
  ) -> LocatorTable.Entry? {
    let token = sentence[index]
    guard token.isWord else { return nil }
    if let entry = LocatorTable.entry(sentence.bytes.slice(token.range)) { return entry }
    guard token.isCapitalized, sentence[index + 1].isSpace, sentence[index + 2].isDigits,
      !token.keys.contains(.month)
    else { return nil }
    let word = sentence.text(index)
    return LocatorTable.Entry(one: word, several: word, isShort: false, isPlural: false)
  }

  private static func make(
    _ entry: LocatorTable.Entry, numbersAt index: Int, from start: Int, isList: Bool,
    in sentence: TokenizedSentence
  ) -> Locator? {
    guard let numbers = NumberList.parse(at: index, in: sentence, isList: isList) else {
      return nil
    }
    return Locator(
      one: entry.one, several: entry.several, numbers: numbers,
      tokens: start..<numbers.tokens.upperBound)
  }

  private static let page = LocatorTable.Entry(
    one: "page", several: "pages", isShort: true, isPlural: false)
  private static let section = LocatorTable.Entry(
    one: "section", several: "sections", isShort: true, isPlural: false)

  func say(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(numbers.isPlural ? several : one)
    numbers.say(into: &writer, in: sentence)
  }
}
