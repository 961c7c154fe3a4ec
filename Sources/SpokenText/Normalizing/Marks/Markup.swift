/// A tag or an entity of HTML that was left in a text.
///
/// - `a <b>bold</b> word` → `a bold word`, `one<br/>two` → `one, two`
/// - `<div class="x">` → nothing, `AT&amp;T` → `A T and T`, `a&nbsp;b` → `a b`
/// - Not `a < b > c`, `<3`, `<name>`: only the names of elements, written close.
///
/// For who works in the text, or asks for symbols, tags are symbols like others.
struct Markup: SemioticClass {
  static let kind = Edit.Kind.omission

  /// What an entity stands for.
  var name: StaticString?
  var pause = PhrasingMark.none
  var isSpace = false

  /// The most tokens of a tag.
  private static let longest = 60

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Markup>? {
    let token = sentence[start]
    if token.isMark("&") { return entity(start, in: sentence) }
    guard token.isMark("<"), !sentence.saysAllMarks else { return nil }
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
    // `x<sup>2</sup>` is no `x two`.
    if sentence.token(name, isIgnoringCase: "sup") { markup.name = "sup" }
    let isInsideWord = sentence[start - 1].isWord && sentence[end].isWord && !isBlock
    return Match(
      markup, tokens: start..<end, rule: "symbol.tag",
      kind: markup.name == nil ? kind : .symbol, isTight: isInsideWord && markup.name == nil)
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
    guard sentence[start + 1].isWord, sentence[start + 2].isMark(";") else { return nil }
    var markup = Markup()
    if sentence.token(start + 1, is: "amp") {
      markup.name = "and"
    } else if sentence.token(start + 1, is: "lt") {
      markup.name = "less than"
    } else if sentence.token(start + 1, is: "gt") {
      markup.name = "greater than"
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
    if let name { writer.say(name) }
    if isSpace { writer.space() }
    if pause != .none { writer.mark(pause) }
  }

  /// Elements, and whether each begins a new line.
  private static let elements: [WordKey: Bool] = {
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
    return elements
  }()
}
