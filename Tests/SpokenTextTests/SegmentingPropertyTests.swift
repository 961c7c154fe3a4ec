import NarrationTesting
import Testing

@testable import SpokenText

/// Pieces that are apt to mislead a splitter.
private let pieces = [
  "Dr.", "e.g.", "U.S.", "p.m.", "etc.", "no.", "Fig.", "et al.", "J.", "I", "The", "the", "word",
  "3.14", "1.", "2)", "a.", "•", "⁃", "-", "--", "—", "...", "…", ". . .", ".", "!", "?", "?!", "。",
  "！", "．", ",", ":", ";", "(", ")", "[", "]", "\"", "'", "“", "”", "‘", "’", "«", "»", "「", "」",
  "[3]", "²", "é", "e\u{301}", "日本", "😀", "👩‍🔬", "\u{FEFF}", "\u{200B}", "\u{AD}", "\u{0}", "\u{85}",
  "\n", "\n", "\n\n", "\r\n", "\r", "\t", "\u{A0}", "\u{2028}", "\u{2029}", "\u{3000}", "\u{C}",
  " ", " ", " ", "Yahoo!", "https://a.example/b.c", "(PTSD)", "MRI", "magnetic resonance imaging",
  ", or ", "* * *", "=====", "    ", "Chapter",
]

@Suite struct SegmentingPropertyTests {
  /// White space, counted without the code under test.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace && scalar != "\u{85}"
  }

  /// What may stand between two pieces: white space, and the zero-width space, which is none to
  /// Unicode.
  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    isSpace(scalar) || scalar == "\u{200B}"
  }

  /// Ranges ascend, lie on scalars, begin and end without white space, and hold all else.
  private static func check(_ ranges: [Range<Int>], of text: String) {
    var position = 0
    let bytes = Array(text.utf8)
    for range in ranges {
      #expect(range.lowerBound >= position && !range.isEmpty && range.upperBound <= bytes.count)
      guard range.lowerBound >= position, range.upperBound <= bytes.count else { return }
      let gap = slice(text, position..<range.lowerBound)
      #expect(gap?.unicodeScalars.allSatisfy(isGap) == true, "\(text.debugDescription)")
      let piece = slice(text, range)
      #expect(piece != nil, "\(text.debugDescription)")
      if let first = piece?.unicodeScalars.first, let last = piece?.unicodeScalars.last {
        #expect(!isSpace(first) && !isSpace(last), "\(text.debugDescription)")
      }
      position = range.upperBound
    }
    let rest = slice(text, position..<bytes.count)
    #expect(rest?.unicodeScalars.allSatisfy(isGap) == true, "\(text.debugDescription)")
  }

  private static func texts(rounds: Int, pieces count: ClosedRange<Int>, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<rounds).map { _ in
      (0..<Int.random(in: count, using: &generator)).map { _ in
        (pieces.randomElement(using: &generator) ?? "")
          + (Bool.random(using: &generator) ? " " : "")
      }.joined()
    }
  }

  @Test func everyTextIsInSentencesAndParagraphs() {
    for text in Self.texts(rounds: 2000, pieces: 1...30, seed: 20_240_229) {
      Self.check(SentenceSplitter.sentences(in: text), of: text)
      Self.check(ParagraphSplitter.paragraphs(in: text), of: text)
    }
  }

  @Test func longTextToo() {
    for text in Self.texts(rounds: 6, pieces: 3000...6000, seed: 7) {
      let sentences = SentenceSplitter.sentences(in: text)
      Self.check(sentences, of: text)
      #expect(sentences.allSatisfy { $0.count <= SentenceSplitter.longest })
      Self.check(ParagraphSplitter.paragraphs(in: text), of: text)
    }
  }

  /// Each piece alone, many times, with and without spaces: the texts that make splitters quadratic.
  @Test(arguments: pieces)
  func repeatedPiecesToo(piece: String) {
    for separator in ["", " ", "\n", "a"] {
      let text = Array(repeating: piece, count: 4000).joined(separator: separator)
      let sentences = SentenceSplitter.sentences(in: text)
      Self.check(sentences, of: text)
      #expect(sentences.allSatisfy { $0.count <= SentenceSplitter.longest })
      Self.check(ParagraphSplitter.paragraphs(in: text), of: text)
    }
  }

  @Test func everyTextCanBeSaid() {
    for text in Self.texts(rounds: 1000, pieces: 1...30, seed: 31) {
      var position = 0
      for edit in Normalizer().normalize(text).edits {
        #expect(edit.source.lowerBound >= position, "\(text.debugDescription)")
        #expect(slice(text, edit.source) != nil, "\(text.debugDescription)")
        position = edit.source.upperBound
      }
    }
  }

  @Test func definitionsLieInTheirText() {
    for text in Self.texts(rounds: 2000, pieces: 1...30, seed: 99) {
      for definition in DefinitionFinder.definitions(in: text) {
        #expect(slice(text, definition.short) == definition.shortForm)
        #expect(slice(text, definition.long) != nil)
        #expect(!definition.short.overlaps(definition.long))
      }
    }
  }
}
