import NarrationTesting
import SpokenText
import Testing

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
      expectFaultless(normalizer.normalize(text, as: role, in: &context))
    }
  }

  @Test func truncationsOfAnEntryAreAligned() {
    let entry = """
      Boese, M., Berman, R., & Choi, K. (2025). Fear “extinction” in rats. In A. Lee (Ed.), \
      Neuron, 19(2), 15–20. https://doi.org/10.5555/jis.2025.0046 (Accessed: 5 May 2021).
      """
    for count in 0...entry.count {
      var context = Context()
      expectFaultless(
        Normalizer().normalize(String(entry.prefix(count)), as: .reference, in: &context))
    }
  }
}
