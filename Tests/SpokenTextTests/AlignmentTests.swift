import NarrationTesting
import Testing

@testable import SpokenText

/// The parts out of which text is glued at random: what wakes rules, and what is apt to break them.
private let pieces = [
  "the", "Cat", "PTSD", "mRNA", "MRIs", "a", "A", "I", "IV", "Dr", "e.g", "et al", "PhD", "Henry",
  "5", "10", "2025", "007", "1,234", "3.14", "1/2", "99999999999999999999999999", "½", "²", "mg",
  "kg", "%", "$", "€", "p", "=", "<", "≥", "±", "°C", "(", ")", "[", "]", "“", "”", "'", "’", "\"",
  ".", ",", ";", ":", "?", "!", "...", "…", "-", "–", "—", "/", "\\", "@", "#", "&", "*", "_", "~",
  "https://doi.org/10.5555/x", "www.example.org", "a@b.com", "é", "日本", "β", "😀", "👩‍🔬", "🇨🇦",
  "\u{AD}",
  "\u{200B}", "\u{0}", "\u{1}", "\u{FFFD}", "\u{E000}", "\u{301}", " ", " ", " ", "\n", "\n\n",
  "--flag", "-v", "snake_case", "getName()", "foo/bar.py:12", "~/x", "std::vector<int>", "Ctrl+C",
  "<b>", "</b>", "<br/>", "&amp;", "____", "====", "&&", "\u{1B}[31m", "😂", "1️⃣", "fe80::1",
  "10.0.0.1:80", "#tag2", "#fff", ":-)", "<3", "\\n",
  "\t", "\u{A0}", "post-traumatic stress disorder (PTSD)", "(Smith, 2019)", "doi:10.5555/ab",
]

@Suite struct AlignmentTests {
  @Test(arguments: [CitationPolicy.full, .brief, .omit])
  func everyTextIsAccountedFor(citations: CitationPolicy) {
    var policies = Policies()
    policies.citations = citations
    policies.links = citations == .omit ? .omit : citations == .brief ? .full : .domain
    policies.symbols = citations == .brief ? .all : .none
    var generator = SeededGenerator(seed: 20_251_123)
    for round in 0..<300 {
      let text = (0..<Int.random(in: 1...25, using: &generator)).map { _ in
        (pieces.randomElement(using: &generator) ?? "")
          + (Bool.random(using: &generator) ? " " : "")
      }.joined()
      let language: Language = round % 2 == 0 ? .americanEnglish : .britishEnglish
      let normalizer = Normalizer(language: language, policies: policies)
      let normalized = normalizer.normalize(text)
      expectFaultless(normalized)
      #expect(normalizer.normalize(text) == normalized)
      var context = Context(definitions: normalizer.definitions(in: [text]))
      expectFaultless(normalizer.normalize(text, as: .reference, in: &context))
    }
  }
}

/// Whatever holds for every text holds for this one.
func expectFaultless(
  _ result: NormalizedText, sourceLocation: SourceLocation = #_sourceLocation
) {
  if let fault = result.fault {
    Issue.record("\(fault) in \(result.source.debugDescription)", sourceLocation: sourceLocation)
  }
}
