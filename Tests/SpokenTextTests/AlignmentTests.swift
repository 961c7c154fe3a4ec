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
      expectAligned(normalized)
      #expect(normalizer.normalize(text) == normalized)
      var context = Context(definitions: normalizer.definitions(in: [text]))
      expectAligned(normalizer.normalize(text, as: .reference, in: &context))
    }
  }
}

/// The texts align, sentences hold everything that is not white space, and words lie inside them.
private func expectAligned(_ normalized: NormalizedText) {
  let written = normalized.source.debugDescription
  if let fault = normalized.misalignment { Issue.record("\(fault) in \(written)") }
  let source = Array(normalized.source.utf8)
  var last = 0
  for sentence in normalized.sentences {
    let isWhiteSpace = isBlank(source[last..<max(last, sentence.source.lowerBound)])
    #expect(isWhiteSpace, "between sentences of \(written)")
    last = sentence.source.upperBound
    for word in normalized.words(of: sentence) {
      #expect(!word.text.isEmpty)
      let hasControl = word.text.unicodeScalars.contains { $0.value < 0x21 || $0.value == 0x7F }
      #expect(!hasControl, "\(word) of \(written)")
      #expect(
        sentence.source.lowerBound <= word.source.lowerBound
          && word.source.upperBound <= sentence.source.upperBound,
        "\(word) outside \(sentence) of \(written)")
    }
  }
  let isWhiteSpace = isBlank(source[last...])
  #expect(isWhiteSpace, "after the sentences of \(written)")
}

/// White space, the zero-width space among it.
private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
  String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
    $0.properties.isWhitespace || $0 == "\u{200B}"
  }
}
