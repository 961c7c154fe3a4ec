import Testing

@testable import SpokenText

/// The parts out of which text is glued at random: what wakes rules, and what is apt to break them.
private let pieces = [
  "the", "Cat", "PTSD", "mRNA", "MRIs", "a", "A", "I", "IV", "Dr", "e.g", "et al", "PhD", "Henry",
  "5", "10", "2025", "007", "1,234", "3.14", "1/2", "99999999999999999999999999", "½", "²", "mg",
  "kg", "%", "$", "€", "p", "=", "<", "≥", "±", "°C", "(", ")", "[", "]", "“", "”", "'", "’", "\"",
  ".", ",", ";", ":", "?", "!", "...", "…", "-", "–", "—", "/", "\\", "@", "#", "&", "*", "_", "~",
  "https://doi.org/10.5555/x", "www.example.org", "a@b.com", "é", "日本", "β", "😀", "👩‍🔬", "🇨🇦", "\u{AD}",
  "\u{200B}", "\u{0}", "\u{1}", "\u{FFFD}", "\u{E000}", "\u{301}", " ", " ", " ", "\n", "\n\n",
  "\t", "\u{A0}", "post-traumatic stress disorder (PTSD)", "(Smith, 2019)", "doi:10.5555/ab",
]

private struct Generator: RandomNumberGenerator {
  var state: UInt64
  /// SplitMix64 (Steele, Lea & Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct AlignmentTests {
  @Test(arguments: [CitationPolicy.full, .brief, .omit])
  func everyTextIsAccountedFor(citations: CitationPolicy) {
    var policies = Policies()
    policies.citations = citations
    policies.links = citations == .omit ? .omit : citations == .brief ? .full : .domain
    policies.symbols = citations == .brief ? .all : .none
    var generator = Generator(state: 20_251_123)
    for round in 0..<1500 {
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

/// Between edits both texts hold the same bytes; edits are ordered, children lie inside parents;
/// sentences hold everything that is not white space; words lie in order within the sentence.
func expectAligned(_ normalized: NormalizedText) {
  let source = Array(normalized.source.utf8)
  let spoken = Array(normalized.spoken.utf8)
  var sourceEnd = 0
  var spokenEnd = 0
  for edit in normalized.edits {
    guard edit.source.lowerBound >= sourceEnd, edit.spoken.lowerBound >= spokenEnd,
      edit.source.upperBound <= source.count, edit.spoken.upperBound <= spoken.count
    else {
      Issue.record("edits out of order in \(normalized.source.debugDescription): \(edit)")
      return
    }
    #expect(
      source[sourceEnd..<edit.source.lowerBound] == spoken[spokenEnd..<edit.spoken.lowerBound],
      "not copied before \(edit) of \(normalized.source.debugDescription)")
    expectNested(edit, in: normalized)
    sourceEnd = edit.source.upperBound
    spokenEnd = edit.spoken.upperBound
  }
  #expect(
    source[sourceEnd...] == spoken[spokenEnd...],
    "not copied at the end of \(normalized.source.debugDescription)")

  var last = 0
  for sentence in normalized.sentences {
    let between = source[last..<max(last, sentence.source.lowerBound)]
    let isWhiteSpace = isBlank(between)
    #expect(
      isWhiteSpace,
      "between sentences of \(normalized.source.debugDescription): \(between)")
    last = sentence.source.upperBound
    for word in normalized.words(of: sentence) {
      #expect(!word.text.isEmpty)
      let hasControl = word.text.unicodeScalars.contains { $0.value < 0x21 || $0.value == 0x7F }
      #expect(!hasControl, "\(word) of \(normalized.source.debugDescription)")
      #expect(
        sentence.source.lowerBound <= word.source.lowerBound
          && word.source.upperBound <= sentence.source.upperBound,
        "\(word) outside \(sentence) of \(normalized.source.debugDescription)")
    }
  }
  let isWhiteSpace = isBlank(source[last...])
  #expect(isWhiteSpace, "after the sentences of \(normalized.source.debugDescription)")
}

/// White space, the zero-width space among it.
private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
  String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
    $0.properties.isWhitespace || $0 == "\u{200B}"
  }
}

private func expectNested(_ edit: Edit, in normalized: NormalizedText) {
  for child in edit.children {
    #expect(
      edit.source.lowerBound <= child.source.lowerBound
        && child.source.upperBound <= edit.source.upperBound
        && edit.spoken.lowerBound <= child.spoken.lowerBound
        && child.spoken.upperBound <= edit.spoken.upperBound,
      "\(child) is not inside its parent in \(normalized.source.debugDescription)")
    expectNested(child, in: normalized)
  }
}
