/// A tag or an entity of HTML that was left in a text.
///
/// - `a <b>bold</b> word` → `a bold word`, `one<br/>two` → `one, two`
/// - `<div class="x">` → nothing, `AT&amp;T` → `A T and T`, `a&nbsp;b` → `a b`
/// - `Mary <mary@example.org>` → `Mary, mary at example dot org`; `<laughs>` → an aside, as in
///   round brackets
/// - `x<sup>2</sup>` → `x squared`
/// - Not `a < b > c`, `<3`: only what is written close.
///
/// For who works in the text, or asks for symbols, tags are symbols like others.
struct Markup: SemioticClass {
  static let kind = Edit.Kind.omission

  /// What an entity stands for.
  var name: StaticString?
  var pause = PhrasingMark.none
  var isSpace = false
  /// Said for a raised number.
  var power: Int?
  /// What stands between the brackets, when it is said.
  var address: Match<Electronic>?

  /// The most tokens of a tag.
  private static let longest = 60

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Markup>? {
    let token = sentence[start]
    if token.isMark("&") { return entity(start, in: sentence) }
    if token.isMark(">") { return asideEnd(start, in: sentence) }
    guard token.isMark("<"), !sentence.saysAllMarks else { return nil }
    if let address = Electronic.recognize(at: start + 1, in: sentence),
      sentence[address.tokens.upperBound].isMark(">")
    {
      let end = address.tokens.upperBound + 1
      return Match(
        Markup(
          pause: Phrasing.isParted(after: end, in: sentence) ? .none : .comma, address: address),
        tokens: start..<end, rule: "symbol.address", kind: .electronic)
    }
    return tag(start, in: sentence)
      ?? aside(start, in: sentence).map { _ in
        Match(
          Markup(pause: .comma), tokens: start..<start + 1, rule: "symbol.aside", kind: .phrasing)
      }
  }

  /// A word or a few behind a bracket, `<laughs>`: the index of the bracket that closes it.
  private static func aside(_ start: Int, in sentence: TokenizedSentence) -> Int? {
    let left = sentence[start - 1]
    guard left.isSpace || left.kind == .boundary || left.kind == .mark, sentence[start].isMark("<"),
      sentence[start + 1].isWord, sentence[start + 1].count > 1
    else { return nil }
    var index = start + 1
    while index < start + 12 {
      let token = sentence[index]
      if token.isMark(">") { return sentence[index - 1].isSpace ? nil : index }
      guard token.isWord || token.isSpace || token.isHyphen || token.isDigits || token.isMark("_")
      else { return nil }
      index += 1
    }
    return nil
  }

  /// The bracket that closes an aside.
  private static func asideEnd(_ start: Int, in sentence: TokenizedSentence) -> Match<Markup>? {
    guard sentence[start - 1].isWord || sentence[start - 1].isDigits, !sentence.saysAllMarks else {
      return nil
    }
    var index = start - 2
    while index > start - 12, !sentence[index].isMark("<") { index -= 1 }
    guard index > start - 12, aside(index, in: sentence) == start else { return nil }
    return Match(
      Markup(pause: Phrasing.isParted(after: start + 1, in: sentence) ? .none : .comma),
      tokens: start..<start + 1, rule: "symbol.aside", kind: .phrasing)
  }

  private static func tag(_ start: Int, in sentence: TokenizedSentence) -> Match<Markup>? {
    let isEnd = sentence[start + 1].isMark("/")
    let name = isEnd ? start + 2 : start + 1
    guard sentence[name].isWord, !sentence[name].shape.contains(.nonASCII) else { return nil }
    // `h2` is two tokens.
    let after = sentence[name + 1].isDigits ? name + 2 : name + 1
    let bytes = sentence.bytes.slice(sentence.bytes(of: name..<after))
    guard let isBlock = elements[WordKey(bytes)], bytes.count <= 10,
      let end = close(after, in: sentence)
    else { return nil }
    var markup = Markup()
    if isBlock, !Phrasing.isParted(after: end, in: sentence) { markup.pause = .comma }
    if !isEnd, sentence.token(name, isIgnoringCase: "sup"),
      let power = power(start, end, in: sentence)
    {
      return power
    }
    let isInsideWord = sentence[start - 1].isWord && sentence[end].isWord && !isBlock
    return Match(
      markup, tokens: start..<end, rule: "symbol.tag", isTight: isInsideWord)
  }

  /// A raised number behind a number, a unit or a letter, as `x<sup>2</sup>`.
  ///
  /// Behind a longer word it is a note.
  private static func power(
    _ start: Int, _ inner: Int, in sentence: TokenizedSentence
  ) -> Match<Markup>? {
    let base = sentence[start - 1]
    let digits = sentence[inner].isMinus ? inner + 1 : inner
    guard base.isDigits && base.count <= 3 || base.isWord && base.count <= 2,
      sentence[digits].isDigits, sentence[digits].count <= 3, let value = sentence.value(digits),
      sentence[digits + 1].isMark("<"), sentence[digits + 2].isMark("/"),
      sentence.token(digits + 3, isIgnoringCase: "sup"), sentence[digits + 4].isMark(">")
    else { return nil }
    var markup = Markup()
    markup.power = digits == inner ? value : -value
    return Match(markup, tokens: start..<digits + 5, rule: "symbol.power", kind: .formula)
  }

  /// The token behind the bracket that closes a tag.
  private static func close(_ start: Int, in sentence: TokenizedSentence) -> Int? {
    if sentence[start].isMark(">") { return start + 1 }
    guard sentence[start].isSpace || sentence[start].isMark("/") else { return nil }
    var index = start
    var hasValue = false
    while index < start + longest {
      let token = sentence[index]
      if token.kind == .boundary || token.isMark("<") { return nil }
      if token.isMark("=") { hasValue = true }
      if token.isMark(">") {
        return hasValue || sentence[index - 1].isMark("/") ? index + 1 : nil
      }
      index += 1
    }
    return nil
  }

  /// What `&amp;` and its like stand for.
  private static func entity(_ start: Int, in sentence: TokenizedSentence) -> Match<Markup>? {
    guard sentence[start + 1].isWord, sentence[start + 2].isMark(";"),
      // `use &nbsp; for` speaks of it.
      !sentence[start - 1].isSpace || !sentence[start + 3].isSpace
        || sentence.token(start + 1, isAnyOf: ["amp", "lt", "gt", "mdash", "ndash"])
    else { return nil }
    var markup = Markup()
    if sentence.token(start + 1, is: "amp") {
      markup.name = "and"
    } else if sentence.token(start + 1, is: "lt") {
      markup.name = "less than"
    } else if sentence.token(start + 1, is: "gt") {
      markup.name = "greater than"
    } else if sentence.token(start + 1, is: "copy") {
      markup.name = "copyright"
    } else if sentence.token(start + 1, is: "nbsp") {
      markup.isSpace = true
    } else if sentence.token(start + 1, isAnyOf: ["mdash", "ndash", "hellip"]) {
      markup.pause = Phrasing.isParted(after: start + 3, in: sentence) ? .none : .comma
    } else if !sentence.token(start + 1, isAnyOf: ["quot", "ldquo", "rdquo", "shy"]) {
      return nil
    }
    return Match(
      markup, tokens: start..<start + 3, rule: "symbol.entity",
      kind: markup.name == nil ? .phrasing : .symbol, isTight: markup.isSpace)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let address {
      writer.mark(.comma)
      writer.nested(address, in: sentence)
    }
    if let name { writer.say(name) }
    if let power { Exponent.say(power, into: &writer) }
    if isSpace { writer.space() }
    if pause != .none { writer.mark(pause) }
  }

  /// Elements, and whether each begins a new line.
  private static let elements: WordTable<Bool> = {
    var elements: [WordKey: Bool] = [:]
    for name in [
      "a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
      "small", "span", "strong", "sub", "sup", "tt", "u", "var", "img",
    ] {
      elements[WordKey(name)] = false
    }
    for name in [
      "br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "hr", "td", "th", "tr", "table",
      "blockquote", "pre", "section",
    ] {
      elements[WordKey(name)] = true
    }
    return WordTable(elements)
  }()
}
