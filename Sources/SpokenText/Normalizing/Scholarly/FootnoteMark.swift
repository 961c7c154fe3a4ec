/// A mark that sends to a note, set close behind a word: `effect†`, `p < .05**`.
///
/// The listener has no foot of the page: it is left out, and declared. For who works in the text it
/// is named.
struct FootnoteMark: SemioticClass {
  static let kind = Edit.Kind.omission

  let name: StaticString?
  /// Whether it stands for a death: `†44 BC` → `died`.
  var isDeath = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    if let died = died(start, in: sentence) { return died }
    guard let name = name(sentence[start]) else { return nil }
    let left = sentence[start - 1]
    guard left.isWord || left.isDigits || left.isMark(")") || left.isMark(".") || left.isMark("%")
    else { return nil }
    var end = start + 1
    while sentence[end].isMark("*") || sentence[end].scalar == sentence[start].scalar,
      end < start + 4
    {
      end += 1
    }
    // `Act § 3`, `Act §3`: a section, not a mark.
    let isSection = sentence[start].isMark("§") || sentence[start].isMark("¶")
    guard !isSection || left.isWord && !sentence[sentence.skippingSpace(end)].isDigits else {
      return nil
    }
    guard !sentence[end].isWord, !sentence[end].isDigits, sentence[end].scalar != 0x2F,
      !isEmphasis(start, in: sentence), !isStars(start, in: sentence)
    else { return nil }
    let isNamed =
      sentence.policies.style == .interactive
      || (isSection
        ? sentence.policies.symbols != .none
        : sentence.spokenName(of: sentence[start].scalar) != nil)
    return Match(
      FootnoteMark(name: isNamed ? name : nil), tokens: start..<end, rule: "citation.footnote-mark",
      kind: isNamed ? .symbol : kind)
  }

  /// `4* hotel`: the stars of a house.
  static func isStars(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].isMark("*"), sentence[start - 1].isDigits, sentence[start - 1].count == 1,
      sentence.isFreeOnLeft(start - 1), let word = sentence.wordAfter(start + 1)
    else { return false }
    return sentence.token(
      word, isAnyOf: ["hotel", "hotels", "resort", "hostel", "accommodation", "review", "reviews"])
  }

  /// `(†44 BC)`, `* 1901 in Ulm, † 3 May 1950`: a dagger before a day or a year of death.
  private static func died(_ start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard sentence[start].isMark("†"), sentence.isOpenOnLeft(start) else { return nil }
    let next = sentence[sentence.skippingSpace(start + 1)]
    guard next.isDigits && next.count <= 4 || next.keys.contains(.month) else { return nil }
    return Match(
      FootnoteMark(name: nil, isDeath: true), tokens: start..<start + 1, rule: "symbol.died",
      kind: .symbol)
  }

  private static func name(_ token: Token) -> StaticString? {
    guard token.kind == .mark else { return nil }
    switch token.scalar {
    case 0x2A: return "asterisk"
    case 0x2020: return "dagger"
    case 0x2021: return "double dagger"
    case 0xA7: return "section mark"
    case 0xB6: return "paragraph mark"
    default: return nil
    }
  }

  /// Whether a star before a word opened what this one closes: `*word*`.
  ///
  /// Looks back a line's length.
  private static func isEmphasis(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].isMark("*") else { return false }
    var index = start - 1
    while index >= 0, index > start - 60 {
      if sentence[index].isMark("*"), sentence[index + 1].isWord || sentence[index + 1].isDigits {
        return true
      }
      index -= 1
    }
    return false
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if isDeath { writer.say("died") } else if let name { writer.say(name) }
  }
}
