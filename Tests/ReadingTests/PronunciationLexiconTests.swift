import Narration
import SpokenText
import Testing

@testable import Reading

/// Lexicons of the W3C: what becomes of them, and what is refused.
@Suite struct PronunciationLexiconTests {
  private func read(_ text: String) throws(ReadingError) -> LexiconSource {
    try PronunciationLexicon.read(Array(text.utf8), named: "words.pls")
  }

  private func lexicon(_ lexemes: String, alphabet: String = "ipa") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"
      alphabet="\(alphabet)" xml:lang="en-US">
    \(lexemes)
    </lexicon>
    """
  }

  @Test func lexemesBecomeEntries() throws {
    let source = try read(
      lexicon(
        """
        <lexeme><grapheme>Polish</grapheme><phoneme>ˈpoʊlɪʃ</phoneme></lexeme>
        <lexeme>
          <grapheme>W3C</grapheme><grapheme> World Wide
            Web Consortium </grapheme>
          <alias>World Wide Web &amp; all</alias>
        </lexeme>
        <lexeme><grapheme>data</grapheme>
          <phoneme>ˈdætə</phoneme><phoneme prefer="true">ˈdeɪtə</phoneme></lexeme>
        <lexeme><grapheme>x</grapheme><phoneme alphabet="x-espeak">'Eks</phoneme></lexeme>
        <!-- <lexeme/> -->
        <lexeme><grapheme>read</grapheme><example>I read.</example><phoneme>ɹɛd</phoneme></lexeme>
        """))
    #expect(source.problems.isEmpty)
    #expect(
      source.entries == [
        LexiconEntry(
          "Polish", pronunciation: .ipa("ˈpoʊlɪʃ"), origin: .init(file: "words.pls", line: 4)),
        LexiconEntry(
          "W3C", spoken: "World Wide Web & all", origin: .init(file: "words.pls", line: 5)),
        LexiconEntry(
          "World Wide Web Consortium", spoken: "World Wide Web & all",
          origin: .init(file: "words.pls", line: 5)),
        LexiconEntry(
          "data", pronunciation: .ipa("ˈdeɪtə"), origin: .init(file: "words.pls", line: 10)),
        LexiconEntry(
          "x", pronunciation: .espeak("'Eks"), origin: .init(file: "words.pls", line: 12)),
        LexiconEntry(
          "read", pronunciation: .ipa("ɹɛd"), origin: .init(file: "words.pls", line: 14)),
      ])
  }

  @Test(arguments: [
    ("<lexeme><phoneme>a</phoneme></lexeme>", "no grapheme"),
    ("<lexeme><grapheme>a</grapheme></lexeme>", "nothing is said"),
    ("<lexeme><grapheme>a</grapheme><phoneme alphabet='x-sampa'>a</phoneme></lexeme>", "x-sampa"),
  ])
  func aLexemeThatCannotBeUsedIsTold(lexeme: String, told: String) throws {
    let source = try read(lexicon(lexeme))
    #expect(source.entries.isEmpty)
    #expect(source.problems.contains { $0.what.contains(told) && $0.origin?.line == 4 })
  }

  @Test(arguments: [
    ("<lexicon></b>", "words.pls:1:", "is not XML"), ("", "words.pls:1:", "is not XML"),
    ("<speak/>", "words.pls:1", "no pronunciation lexicon"),
    (
      "<!DOCTYPE l [\n<!ENTITY a \"aaaa\">\n]><lexicon>&a;</lexicon>", "words.pls:2",
      "defines an entity"
    ),
    (
      "<!DOCTYPE l [\n<!ENTITY a SYSTEM \"file:///etc/passwd\">\n]><lexicon>&a;</lexicon>",
      "words.pls:2", "defines an entity"
    ),
    ("<lexicon>&a;</lexicon>", "words.pls:1:", "is not XML"),
  ])
  func aBadFileIsRefused(text: String, place: String, told: String) throws {
    do throws(ReadingError) {
      _ = try read(text)
      Issue.record("it was read")
    } catch {
      #expect(error.complaint.place?.hasPrefix(place) == true, "\(error)")
      #expect(error.complaint.what.contains(told), "\(error)")
    }
  }
}
