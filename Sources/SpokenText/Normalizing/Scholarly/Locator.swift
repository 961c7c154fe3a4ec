/// A place inside a cited work: `, p. 45`, `, pp. 45–47`, `: 45`, `, Chapter 3`, `, § 12`.
struct Locator: Sendable {
  private let one: String
  private let several: String
  private let numbers: NumberList
  private(set) var tokens: Range<Int>
  /// What narrows it down: the page behind the volume.
  private var further: [Locator] = []
  /// Whether "and following" is meant: `45ff.`.
  private var isOpen = false

  /// The place that follows a year, with the comma or colon before it.
  static func parse(after start: Int, in sentence: TokenizedSentence) -> Locator? {
    guard sentence[start].isMark(",") || sentence[start].isMark(":") else { return nil }
    let index = sentence.skippingSpace(start + 1)
    guard let locator = parse(at: index, from: start, in: sentence) else { return nil }
    // `vol. 2, p. 45`, `chap. 3, fig. 2`
    guard sentence[locator.tokens.upperBound].isMark(",") else { return locator }
    let next = sentence.skippingSpace(locator.tokens.upperBound + 1)
    guard sentence[next].isWord,
      let further = parse(at: next, from: locator.tokens.upperBound, in: sentence)
    else { return locator }
    var whole = locator
    whole.further.append(further)
    whole.tokens = start..<further.tokens.upperBound
    return whole
  }

  /// The pages behind a comma of a citation that has no year: `Smith 45–47`.
  static func pages(at start: Int, in sentence: TokenizedSentence) -> Locator? {
    make(page, numbersAt: start, from: start, isList: true, in: sentence)
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
    if let open = CrossReference.openEnd(at: index, in: sentence),
      let numbers = NumberList.parse(at: index, in: sentence, isList: false, isOpen: true)
    {
      return Locator(
        one: entry.one, several: entry.several, numbers: numbers, tokens: start..<open,
        isOpen: true)
    }
    guard let numbers = NumberList.parse(at: index, in: sentence, isList: isList) else {
      return nil
    }
    // `2:45` is a volume and its page, or a time; `45n3` a page and its note.
    guard
      !(sentence[numbers.tokens.upperBound].isMark(":")
        && sentence[numbers.tokens.upperBound + 1].isDigits)
    else { return nil }
    return Locator(
      one: entry.one, several: entry.several, numbers: numbers,
      tokens: start..<numbers.tokens.upperBound)
  }

  private init(
    one: String, several: String, numbers: NumberList, tokens: Range<Int>, isOpen: Bool = false
  ) {
    self.one = one
    self.several = several
    self.numbers = numbers
    self.tokens = tokens
    self.isOpen = isOpen
  }

  private static let page = LocatorTable.Entry(
    one: "page", several: "pages", isShort: true, isPlural: false)
  private static let section = LocatorTable.Entry(
    one: "section", several: "sections", isShort: true, isPlural: false)

  func say(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(numbers.isPlural ? several : one)
    numbers.say(into: &writer, in: sentence)
    if isOpen { writer.say("and following") }
    for place in further {
      writer.mark(.comma)
      place.say(into: &writer, in: sentence)
    }
  }
}
