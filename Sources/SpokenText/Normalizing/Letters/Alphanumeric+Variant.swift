// Changes in genes and proteins.

extension Alphanumeric {
  /// `c.215C>G`, `p.R175H`, `p.Gly12fs`: a change in a gene (`c`, `g`) or a protein (`p`), as the
  /// Human Genome Variation Society writes it.
  static func variant(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<Alphanumeric>? {
    guard isVariant(at: start, in: sentence), sentence.isFreeOnLeft(start),
      let match = recognize(at: start + 2, in: sentence)
    else { return nil }
    var value = match.value
    value.level = sentence[start].range
    value.defined = nil
    return Match(value, tokens: start..<match.tokens.upperBound, rule: "initialism.variant")
  }

  /// Whether a letter, a point and, without a gap, a place between letters or before them follow.
  static func isVariant(at start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].isLower, sentence[start].count == 1, sentence[start + 1].isMark(".")
    else { return false }
    let (first, second, third) = (sentence[start + 2], sentence[start + 3], sentence[start + 4])
    switch sentence[start].scalar {
    case 0x70:
      return first.shape.contains(.firstUpper) && (first.count == 1 || first.count == 3)
        && second.isDigits && third.isWord
    case 0x63, 0x67:
      return first.isDigits && second.isWord
        && (third.isMark(">") && isBase(second, in: sentence)
          || changes.contains {
            sentence.bytes.holds($0, at: second.range.prefix($0.utf8CodeUnitCount))
          })
    default: return false
    }
  }

  private static let changes: [StaticString] = ["del", "ins", "dup", "inv"]
}
