import SpokenText
import Testing

/// What the articles of the documentation promise.
@Suite struct ArticleTests {
  @Test func theLandingPage() {
    #expect(
      Normalizer().normalize("Henry IV took 15 mg.").spoken
        == "Henry the fourth took fifteen milligrams.")
  }

  @Test func firstFiveMinutes() throws {
    let text = Normalizer().normalize("Dr. Lee (b. 1950) slept 7.5 h.")
    #expect(text.spoken == "Doctor Lee, born nineteen fifty, slept seven point five hours.")
    let first = try #require(text.edits.first { $0.kind != .phrasing })
    #expect(first.source == 0..<3)
    #expect(first.kind == .abbreviation)
    #expect(first.rule == "abbreviation.before-name")

    var normalizer = Normalizer()
    normalizer.policies.citations = .omit
    normalizer.glossary.define("SWS", as: "slow-wave sleep")
    let passages = ["SWS matters (Smith, 2019).", "SWS comes first."]
    var context = Context(definitions: normalizer.definitions(in: passages))
    let said = passages.map { normalizer.normalize($0, in: &context).spoken }
    #expect(said == ["slow-wave sleep matters.", "S W S comes first."])
  }

  @Test func editsAndTheMap() throws {
    let text = Normalizer().normalize("Henry IV ruled.")
    #expect(text.edits.map(\.source) == [6..<8])
    #expect(text.edits.map(\.spoken) == [6..<16])
    let words = text.words(of: try #require(text.sentences.first))
    #expect(words.filter { $0.source == 6..<8 }.map(\.text) == ["the", "fourth"])
    let citation = Normalizer().normalize("It is so (Smith, 2019).")
    #expect(citation.edits.contains { $0.kind == .citation && !$0.children.isEmpty })
  }

  @Test func aReadingOfOnesOwn() {
    let words = LexiconTable.parse("GIF = jif\nNguyen = win", named: "words.txt")
    var normalizer = Normalizer()
    normalizer.lexicon = Lexicon([words])
    let text = normalizer.normalize("Nguyen's GIFs")
    #expect(text.spoken == "win's jifs")
    #expect(text.edits.map(\.rule) == ["lexicon.entry", "lexicon.entry"])
    #expect(normalizer.lexicon.problems.isEmpty)
  }

  @Test func choosingWhatIsSaid() {
    var normalizer = Normalizer()
    normalizer.policies.citations = .brief
    #expect(
      normalizer.normalize("Sleep helps (Boese et al., 2025).").spoken
        == "Sleep helps, Boese and colleagues.")
    normalizer.glossary.define("CBT", as: "cognitive behavioural therapy")
    #expect(normalizer.normalize("CBT works.").spoken == "cognitive behavioural therapy works.")
  }
}
