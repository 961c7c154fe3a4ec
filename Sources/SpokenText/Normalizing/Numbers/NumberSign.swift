/// A sign before a number, said as words: `±5` → `plus or minus five`, `~10` → `about ten`, `≥5` →
/// `greater than or equal to five`, `#3` → `number three`, `dial *67` → `dial star sixty-seven`.
///
/// The sign is an edit of its own; what follows it keeps its own class: `~$5` is still money.
struct NumberSign: SemioticClass {
  static let kind = Edit.Kind.symbol

  var words: StaticString

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<NumberSign>? {
    let token = sentence[start]
    guard token.kind == .mark else { return nil }
    // `GMT+2`, `UTC−5`
    let zone = sentence[start - 1]
    if zone.keys.contains(.timeZone), zone.isUpper, zone.count > 2, sentence[start + 1].isDigits,
      token.isMark("+") || token.isMinus
    {
      return Match(
        NumberSign(words: token.isMark("+") ? "plus" : "minus"), tokens: start..<start + 1,
        rule: "symbol.zone-offset")
    }
    guard let words = words(for: token.scalar), !Formula.comparesQuantity(start, in: sentence)
    else {
      return nil
    }
    var end = start + 1
    // `§§ 3–5`, `<=5`, `>= 5`
    var spoken = words
    if token.isMark("§"), sentence[end].isMark("§") {
      spoken = "sections"
      end += 1
    } else if token.isMark("<") || token.isMark(">"), sentence[end].isMark("=") {
      spoken = token.isMark("<") ? "less than or equal to" : "greater than or equal to"
      end += 1
    } else if token.isMark("+"), sentence[end].isMark("/"), sentence[end + 1].isMark("-") {
      spoken = "plus or minus"
      end += 2
    }
    // `10,000 × g`
    if token.isMark("×") {
      guard sentence[sentence.beforeSpace(start)].isDigits,
        sentence[sentence.skippingSpace(end)].isWord
      else { return nil }
      return Match(NumberSign(words: words), tokens: start..<end, rule: "symbol.times")
    }
    if token.isMark("*") {
      guard isKeyed(start, in: sentence) else { return nil }
      return Match(NumberSign(words: words), tokens: start..<end, rule: "symbol.star")
    }
    guard isNumber(sentence.skippingSpace(end), in: sentence) else { return nil }
    let isTouching = !sentence[end].isSpace
    switch token.scalar {
    case 0x2B:
      // `2+3`; a plus before a number alone is its sign and belongs to the number.
      guard end > start + 1 || sentence[sentence.beforeSpace(start)].isDigits else { return nil }
    case 0x23:
      guard sentence.isFreeOnLeft(start), !sentence[start - 1].isMark("&") else { return nil }
    case 0x7E, 0x223C:
      guard isTouching, sentence.isOpenOnLeft(start) else { return nil }
    case 0x3C, 0x3E:
      // `->5`, `>>5`, `name<5`
      guard !sentence[start - 1].isWord || sentence[start - 1].count == 1,
        !sentence[start - 2].isMark("<"), !sentence[start - 1].isHyphen,
        !sentence[start - 1].isMark(">"),
        !sentence[start - 1].isMark("<"), !sentence[start - 1].isMark("=")
      else { return nil }
    default: break
    }
    return Match(NumberSign(words: spoken), tokens: start..<end, rule: "symbol.number-sign")
  }

  /// `dial *67`, `press *`: the key of a telephone.
  private static func isKeyed(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[start + 1].isDigits
      && sentence.wordBefore(
        start, isAnyOf: ["dial", "dialed", "dialled", "dialing", "dialling", "press", "enter"])
  }

  private static func words(for scalar: UInt32) -> StaticString? {
    switch scalar {
    case 0xB1: "plus or minus"
    case 0x2213: "minus or plus"
    case 0x7E, 0x223C: "about"
    case 0x2248: "approximately"
    case 0x2264, 0x2A7D: "less than or equal to"
    case 0x2265, 0x2A7E: "greater than or equal to"
    case 0x3C: "less than"
    case 0x3E: "greater than"
    case 0x2B: "plus"
    case 0x2A: "star"
    case 0x23, 0x2116: "number"
    case 0xD7: "times"
    case 0xA7: "section"
    case 0xB6: "paragraph"
    default: nil
    }
  }

  /// Whether a number begins here, its own sign or that of a currency included.
  private static func isNumber(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    if token.isDigits || Fraction.vulgar(at: index, in: sentence) != nil { return true }
    let next = sentence[index + 1]
    if token.isMark(".") || token.isMinus { return next.isDigits }
    return Triggers(token, before: next).contains(.currency) && (next.isDigits || next.isMark("."))
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(words)
  }
}
