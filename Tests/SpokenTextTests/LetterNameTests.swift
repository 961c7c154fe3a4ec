import SpokenText
import Testing

/// A capital that the program says is a letter to the voice, never an article or a pronoun.
@Suite struct LetterNameTests {
  @Test(arguments: [
    ("The FAQ is here.", ["F", "A", "Q"]),
    ("It began at 3 a.m. today.", ["A", "M"]),
    ("See Fig. 2A here.", ["A"]),
    ("Read faq.ai today.", ["F", "A", "Q", "A", "I"]),
    ("Plan A is a good plan.", ["A"]),
    ("A plan I like", []),
    ("Ito (2020a) said a word.", ["a"]),
  ])
  func lettersAreNamed(_ text: String, _ letters: [String]) {
    let normalized = Normalizer().normalize(text)
    let named = normalized.sentences.flatMap { normalized.words(of: $0) }
      .filter { $0.pronunciation == .letterName }
    #expect(named.map(\.text) == letters)
  }
}
