/// A work that was cited before, in Latin and without a number: `ibid.`, `op. cit.`, `loc. cit.`.
///
/// `Smith, loc. cit.` → `Smith, loc cit.`; with a page it is a ``Citation`` like any other.
struct LatinReference: SemioticClass {
  static let kind = Edit.Kind.citation

  let citation: Citation

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard sentence[start].keys.contains(.citationWord),
      let match = Citation.recognize(at: start, in: sentence)
    else { return nil }
    return Match(
      LatinReference(citation: match.value), tokens: match.tokens, rule: match.rule,
      kind: match.kind)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    citation.verbalize(into: &writer, in: sentence)
  }
}
