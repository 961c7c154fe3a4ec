import NarrationTesting
import SpokenText
import Testing

/// Numbers in glued-together rubble.
struct NumberTests {
  /// Pieces that wake number rules, in any order and mostly without spaces.
  private static let pieces = [
    "0", "1", "5", "10", "42", "007", "100", "1990", "2012", "12345678901234567890123", "000",
    ".", ",", ":", ";", "-", "–", "−", "—", "/", "⁄", "'", "’", "\"", "”", "(", ")", "[", "]", "+",
    "±", "~", "<", ">", "=", "≤", "≥", "×", "x", "·", "%", "‰", "°", "′", "″", "#", "§", "№", "^",
    "²", "⁻", "³", "½", "⅓", "$", "€", "£", "¢", "US$", " ", " ", " ", "\u{A0}", "\u{2009}", "\n",
    "\t", "th", "st", "ˢᵗ", "s", "k", "K", "M", "B", "bn", "million", "mg", "km", "m", "in", "µg",
    "kg", "L", "h", "d", "C", "F", "mm", "Hg", "sq", "am", "pm", "p", "a", "m", "EST", "GMT", "UTC",
    "BC", "AD", "May", "Jan", "january", "Sept", "Mon", "of", "the", "and", "to", "I", "II", "IV",
    "XIV", "iv", "IIb", "Henry", "Chapter", "type", "Phase", "PIN", "ISBN", "page", "No", "v", "Q",
    "H", "e", "E", "X", "people", "Elm", "Street", "é", "中", "\u{301}", "\u{200B}", "👍", "\u{7}",
    "won", "vote", "vision", "Boeing", "747", "ISO", "RFC", "3-1", "7-6", "24/7", "9/11", "(c)",
    "911", "call", "ers", "nds", "_", "*", "John", "1 Cor.", "Python", "rc1", "ext.",
    "\u{FFFD}", "\u{202E}", "ＡＢ", "٣", "Ⅳ", "\u{AD}",
  ]

  @Test(arguments: [Language.americanEnglish, .britishEnglish])
  func rubbleNeverTrapsAndAligns(_ language: Language) {
    var generator = SeededGenerator(seed: 0x6E61_7272_6174_6521)
    let normalizer = Normalizer(language: language)
    for _ in 0..<6000 {
      let count = Int.random(in: 1...14, using: &generator)
      let text = (0..<count).map { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
      }.joined()
      let normalized = normalizer.normalize(text)
      expectFaultless(normalized)
    }
  }

  /// Long runs of one thing, each of which some rule begins to read at every step.
  @Test(arguments: [
    "1,", "1 ", "1.", "1:", "1-", "1–", "1/", "1x", "1 x ", "1,234,", "1 234 ", "(1) ", "(1", "'1",
    "'90 ", "I ", "II, ", "Chapter I, ", "12\" ", "$1-", "5%–", "mg/", "1·", "1 × 10^", "+1 ",
    "6-4, ", "24/7/", "501(c)", "747-", "John 3:16; ", "1_000", "1'000'", "12,34,", "2^", "1**",
    "1990–", "May 1–", "5 km–", "§", "^1", "²", "1e", "9", "Elm ", "1 Elm ", "\u{301}", "a'",
  ])
  func longRunsAreRead(_ piece: String) {
    let text = String(repeating: piece, count: 2000)
    let normalized = Normalizer().normalize(text)
    #expect(normalized.misalignment == nil)
    #expect(normalized.source == text)
  }
}
