import NarrationTesting
import SpokenText
import Testing

/// Source and spoken text hold the same bytes outside the edits; edits are in order, and each
/// child lies inside its parent; sentences cover all but white space.
func expectAlignment(
  of result: NormalizedText, sourceLocation: SourceLocation = #_sourceLocation
) {
  let source = Array(result.source.utf8)
  let spoken = Array(result.spoken.utf8)
  var sourceEnd = 0
  var spokenEnd = 0
  for edit in result.edits {
    let isOrdered =
      edit.source.lowerBound >= sourceEnd && edit.spoken.lowerBound >= spokenEnd
      && edit.source.upperBound <= source.count && edit.spoken.upperBound <= spoken.count
    #expect(isOrdered, "\(edit) in \(result.source)", sourceLocation: sourceLocation)
    guard isOrdered else { return }
    #expect(
      source[sourceEnd..<edit.source.lowerBound] == spoken[spokenEnd..<edit.spoken.lowerBound],
      "before \(edit) in \(result.source)", sourceLocation: sourceLocation)
    expectNesting(of: edit, sourceLocation: sourceLocation)
    sourceEnd = edit.source.upperBound
    spokenEnd = edit.spoken.upperBound
  }
  #expect(
    source[sourceEnd...] == spoken[spokenEnd...], "\(result.source)",
    sourceLocation: sourceLocation)
  var end = 0
  for sentence in result.sentences {
    #expect(sentence.source.lowerBound >= end, sourceLocation: sourceLocation)
    guard sentence.source.lowerBound >= end else { return }
    #expect(
      source[end..<sentence.source.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x0A },
      "between sentences of \(result.source)", sourceLocation: sourceLocation)
    #expect(sentence.spoken.upperBound <= spoken.count, sourceLocation: sourceLocation)
    end = sentence.source.upperBound
  }
}

private func expectNesting(of edit: Edit, sourceLocation: SourceLocation) {
  var sourceEnd = edit.source.lowerBound
  var spokenEnd = edit.spoken.lowerBound
  for child in edit.children {
    #expect(
      child.source.lowerBound >= sourceEnd && child.source.upperBound <= edit.source.upperBound
        && child.spoken.lowerBound >= spokenEnd
        && child.spoken.upperBound <= edit.spoken.upperBound,
      "\(child) inside \(edit)", sourceLocation: sourceLocation)
    sourceEnd = child.source.upperBound
    spokenEnd = child.spoken.upperBound
    expectNesting(of: child, sourceLocation: sourceLocation)
  }
}

@Suite struct ScholarPropertyTests {
  static let pieces = [
    "(Boese et al., 2025)", "(Smith, 2019; Lee & Park, 2020a,b)", "Smith et al.", "(2021)", "[3–7]",
    "[", "]", "(", ")", "[12, 14]", "memory.³⁻⁵", "¹²", "van der", "Kolk", "ibid.", "op. cit.",
    "et al",
    "Fig. 3A", "Eq. (4)", "Table", "S1", "pp. 45–7", "p", "<", "0.001", "= .03", "t(34)", "χ²(1)",
    "R2",
    "95% CI", "[1.1, 2.9]", "±", "−1.96", "OR", "1.8", "ηp²", "p's", "H₂O", "Ca²⁺", "β", "Δ", "10⁶",
    "x²",
    "√", "≥", "5 × 3", "^2", "doi:10.1000/xyz", "10.1/", "PMID:", "31452104", "ISBN", "978-3-16",
    "X",
    "NCT01234567", "https://doi.org/10.3389/x", "Boese, M., & Choi, K. (2025).", "Title of it.",
    "Neuron, 19(2), 15–20.", "Smith J, Jones AB.", "2020;12(3):45-67.", "In", "(Eds.),", "“Title,”",
    "vol. 12, no. 3", "Reference:", "[1]", ",", ".", ";", "&", "and", "*", "†", "[a]", "n.d.",
    "in press", "–",
    "’s", "é", "🙂", "\u{301}", "₁₂₃₄₅₆₇₈₉₀₁₂", "99999999999999999999", "", " ", "  ",
  ]

  @Test(arguments: 0..<40) func anyGlueIsAligned(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      var text = ""
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
        if Bool.random(using: &random) { text += " " }
      }
      var normalizer = Normalizer()
      normalizer.policies.citations = CitationPolicy.allCases.randomElement(using: &random) ?? .full
      normalizer.policies.references =
        ReferencePolicy.allCases.randomElement(using: &random) ?? .full
      normalizer.policies.links = LinkPolicy.allCases.randomElement(using: &random) ?? .domain
      var context = Context()
      let role: TextRole = Bool.random(using: &random) ? .reference : .prose
      expectAlignment(of: normalizer.normalize(text, as: role, in: &context))
    }
  }

  @Test func truncationsOfAnEntryAreAligned() {
    let entry = """
      Boese, M., Berman, R., & Choi, K. (2025). Fear “extinction” in rats. In A. Lee (Ed.), \
      Neuron, 19(2), 15–20. https://doi.org/10.5555/jis.2025.0046 (Accessed: 5 May 2021).
      """
    for count in 0...entry.count {
      var context = Context()
      expectAlignment(
        of: Normalizer().normalize(String(entry.prefix(count)), as: .reference, in: &context))
    }
  }
}
