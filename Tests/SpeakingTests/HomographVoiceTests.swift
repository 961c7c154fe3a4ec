import Narration
import Speaking
import SpokenText
import Testing

/// A homograph as eSpeak NG says it: like a word that sounds so and can be read in no other way.
@Suite struct HomographVoiceTests {
  @Test(arguments: [
    ("She read it.", "She red it."), ("The lead pipe burst.", "The led pipe burst."),
    ("Have you read it?", "Have you red it?"), ("A lead roof leaks.", "A led roof leaks."),
  ])
  func isHeard(_ written: String, _ sound: String) async throws {
    let normalized = Normalizer().normalize(written)
    let words = normalized.words(of: normalized.sentences[0]).map {
      Word(text: $0.text, source: $0.source, mark: $0.mark, pronunciation: $0.pronunciation)
    }
    let said = try await EspeakVoiceTests.speak(words)
    let spelled = try await EspeakVoiceTests.speak([sound])[0]
    #expect(said.samples == spelled.samples)
    #expect(said.outcome == .whole)
  }

  @Test func soundsOfTheTableAreSaid() async throws {
    for text in [
      "There is a tear in the sail.", "Polish the silver.", "They live in Nice, France.",
    ] {
      let normalized = Normalizer().normalize(text)
      let words = normalized.words(of: normalized.sentences[0]).map {
        Word(text: $0.text, source: $0.source, mark: $0.mark, pronunciation: $0.pronunciation)
      }
      let plain = words.map { Word(text: $0.text, source: $0.source, mark: $0.mark) }
      let heard = try await EspeakVoiceTests.speak(words).samples
      #expect(heard != (try await EspeakVoiceTests.speak(plain).samples))
    }
  }
}
