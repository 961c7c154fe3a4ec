/// A short form for which the document or a glossary gives a long one, and whether its turn is now.
struct DefinedForm: Sendable {
  let short: String
  let long: String
  /// The long form follows in brackets: the listener hears it right after the short one.
  let isExplainedNext: Bool
  /// The article before it goes with the letters and not with the long form: `an RCT`.
  let isBoundByArticle: Bool

  /// What is defined for a short form of these bytes that ends before the token at `next`; nil when
  /// nothing is.
  init?(_ bytes: Range<Int>, before next: Int, in sentence: TokenizedSentence) {
    guard !sentence.definitions.longForms.isEmpty else { return nil }
    let short = sentence.bytes.string(bytes)
    guard let long = sentence.definitions[short] else { return nil }
    self.short = short
    self.long = long
    isExplainedNext = Self.isBracketed(long, at: next, in: sentence)
    isBoundByArticle = Self.isBoundByArticle(long, before: next, in: sentence)
  }

  /// What the context remembers of a form that was introduced: `RCTs` introduces `RCT` too.
  static func key(_ short: String) -> String {
    var utf8 = Array(short.utf8)
    guard utf8.count > 2, utf8.removeLast() == UInt8(ascii: "s"), let last = utf8.last,
      ASCII.isUpper(last)
    else { return short }
    return String(decoding: utf8, as: UTF8.self)
  }

  /// `an RCT` cannot become `an randomized controlled trial`, and what is written stays.
  ///
  /// Only first letters that have one sound decide: `u`, `h`, `e` and `o` may be either.
  private static func isBoundByArticle(
    _ long: String, before next: Int, in sentence: TokenizedSentence
  ) -> Bool {
    guard let first = long.utf8.first.map(ASCII.lowercased), ASCII.isLower(first) else {
      return false
    }
    var start = next - 1
    while sentence[start - 1].kind != .space, sentence[start - 1].kind != .boundary, start > 0 {
      start -= 1
    }
    switch first {
    case UInt8(ascii: "a"), UInt8(ascii: "i"): return sentence.wordBefore(start, isAnyOf: ["a"])
    case UInt8(ascii: "u"), UInt8(ascii: "h"), UInt8(ascii: "e"), UInt8(ascii: "o"): return false
    default: return sentence.wordBefore(start, isAnyOf: ["an"])
    }
  }

  /// Says the long form if the policy wants it here: at every use, or at the first.
  ///
  /// - Returns: whether it was said.
  func sayIfDue(into writer: inout SpokenWriter, policies: Policies) -> Bool {
    if isBoundByArticle, policies.abbreviations == .firstUse { return false }
    let isFirst = writer.context.introduced.insert(Self.key(short)).inserted
    guard !isExplainedNext, policies.style == .narration else { return false }
    switch policies.abbreviations {
    case .letters: return false
    case .expand: break
    case .firstUse: guard isFirst else { return false }
    }
    writer.say(long)
    return true
  }

  /// Whether a bracket at a token holds the long form first.
  private static func isBracketed(
    _ long: String, at index: Int, in sentence: TokenizedSentence
  ) -> Bool {
    let bracket = sentence.skippingSpace(index)
    guard sentence[bracket].isMark("(") || sentence[bracket].isMark("[") else { return false }
    return sentence.bytes.holdsIgnoringCase(long, at: Int(sentence[bracket].end))
  }
}
