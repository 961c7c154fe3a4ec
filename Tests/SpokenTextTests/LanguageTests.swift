import SpokenText
import Testing

/// Languages without rules pass through.
@Suite struct LanguageTests {
  private static func spoken(_ text: String, links: LinkPolicy = .domain) -> NormalizedText {
    var normalizer = Normalizer(language: Language("de"))
    normalizer.policies.links = links
    return normalizer.normalize(text)
  }

  @Test(arguments: [
    "Am 3. Mai 1990 kostete es 5,50 € (ca. 3 $).", "Heinrich IV. u. a. m., Nr. 5 & Co.",
    "12:30 Uhr, 1/2 kg, 20 °C", "日本語の文。", "a@b.de",
  ])
  func passesThrough(text: String) {
    let normalized = Self.spoken(text)
    #expect(normalized.spoken == text)
    #expect(normalized.edits.isEmpty)
  }

  @Test func controlCharactersGo() {
    #expect(Self.spoken("Gu\u{AD}ten\u{1} Tag").spoken == "Guten Tag")
  }

  @Test func addressesFollowThePolicy() {
    let text = "Siehe https://example.org/a?b=1 dort."
    #expect(Self.spoken(text).spoken == "Siehe example.org dort.")
    #expect(Self.spoken(text, links: .full).spoken == text)
    let omitted = Self.spoken(text, links: .omit)
    #expect(omitted.spoken == "Siehe dort.")
    #expect(omitted.edits.map(\.kind) == [.omission])
  }

  @Test func aLexiconHolds() {
    var normalizer = Normalizer(language: Language("de"))
    normalizer.lexicon = Lexicon([LexiconTable.parse("bzw. = beziehungsweise", named: "words.txt")])
    #expect(
      normalizer.normalize("Äpfel bzw. reife Birnen").spoken
        == "Äpfel beziehungsweise reife Birnen")
  }
}
