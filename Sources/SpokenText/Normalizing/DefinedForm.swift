/// A short form for which the document or a glossary gives a long one, and whether its turn is now.
struct DefinedForm: Sendable {
  let short: String
  let long: String
  /// The long form follows in brackets: the listener hears it right after the short one.
  let isExplainedNext: Bool

  /// What is defined for a short form that ends before the token at `next`; nil when nothing is.
  init?(short: String, before next: Int, in sentence: TokenizedSentence) {
    guard let long = sentence.definitions[short] else { return nil }
    self.short = short
    self.long = long
    isExplainedNext = Self.isBracketed(long, at: next, in: sentence)
  }

  /// Says the long form if the policy wants it here: at every use, or at the first.
  ///
  /// - Returns: whether it was said.
  func sayIfDue(into writer: inout SpokenWriter, policies: Policies) -> Bool {
    let isFirst = writer.context.introduced.insert(short).inserted
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
