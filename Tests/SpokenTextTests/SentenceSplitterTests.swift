import Testing

@testable import SpokenText

@Suite struct SentenceSplitterTests {
  @Test(arguments: TableLine.lines(of: "sentence-boundary"))
  func splits(_ line: TableLine) {
    let sentences = SentenceSplitter.sentences(in: line.text)
    #expect(sentences.map { slice(line.text, $0) } == line.pieces)
  }

  @Test func rangesAreBytesOfTheText() {
    #expect(SentenceSplitter.sentences(in: " Né. “Oui.” ") == [1..<5, 6..<16])
  }

  @Test func longSentencesAreCut() {
    let phrase = String(repeating: "word ", count: 100) + "end, "
    let text = String(repeating: phrase, count: 40)
    let sentences = SentenceSplitter.sentences(in: text)
    #expect(sentences.count == 5)
    for sentence in sentences.dropLast() {
      #expect(sentence.count <= SentenceSplitter.longest)
      #expect(slice(text, sentence)?.hasSuffix("end,") == true)
    }
  }

  @Test func textWithoutSpaceIsCutBetweenCharacters() throws {
    let text = String(repeating: "e\u{301}", count: 5000)
    let sentences = SentenceSplitter.sentences(in: text)
    #expect(sentences.count == 4)
    for sentence in sentences {
      #expect(sentence.count <= SentenceSplitter.longest)
      let piece = try #require(slice(text, sentence))
      #expect(piece.unicodeScalars.first == "e" && piece.unicodeScalars.last == "\u{301}")
    }
  }
}
