import Testing

@testable import SpokenText

@Suite struct ParagraphSplitterTests {
  @Test(arguments: TableLine.lines(of: "paragraph"))
  func splits(_ line: TableLine) {
    let paragraphs = ParagraphSplitter.paragraphs(in: line.text)
    #expect(paragraphs.map { slice(line.text, $0) } == line.pieces)
  }

  /// Prose wrapped at 72 columns, the second paragraph told by its indent, the third by a blank line.
  private static let wrapped = """
    The house stood at the end of the lane, where the hedges had grown so
    tall that nobody could see the river any more. It had belonged to a
    Miller once. His daughter kept it as long as she lived, and after her
    nobody wanted it.
      In the spring of that year two men came to look at it. They walked
    round it twice, wrote something down, and left again without a word to
    anybody.

    CHAPTER TWO

    What they had written down nobody knew. The postman said that it was a
    number, and the Postmistress that it was a name.
    It was neither.
    """

  @Test func wrappedProse() {
    let paragraphs = ParagraphSplitter.classifiedParagraphs(in: Self.wrapped)
    let texts = paragraphs.map { slice(Self.wrapped, $0.range) ?? "" }
    let starts = ["The house", "In the", "CHAPTER TWO", "What they", "It was neither."]
    let ends = ["wanted it.", "anybody.", "CHAPTER TWO", "was a name.", "It was neither."]
    #expect(zip(texts, starts).allSatisfy { $0.hasPrefix($1) } && texts.count == starts.count)
    #expect(zip(texts, ends).allSatisfy { $0.hasSuffix($1) })
    #expect(paragraphs.map(\.kind) == [.prose, .prose, .shortLine, .prose, .prose])
  }

  @Test func wrappedProseWithCarriageReturns() {
    let text = Self.wrapped.replacing("\n", with: "\r\n")
    let texts = ParagraphSplitter.paragraphs(in: text).map {
      slice(text, $0)?.replacing("\r\n", with: "\n")
    }
    #expect(
      texts == ParagraphSplitter.paragraphs(in: Self.wrapped).map { slice(Self.wrapped, $0) })
  }

  @Test func linesThatAreParagraphs() {
    let line = String(repeating: "One long line of an episode that nobody wrapped. ", count: 6)
    let text = [line, line, line].joined(separator: "\n")
    let paragraphs = ParagraphSplitter.paragraphs(in: text)
    #expect(paragraphs.count == 3)
    #expect(paragraphs.allSatisfy { slice(text, $0)?.hasSuffix("wrapped.") == true })
  }

  @Test func kinds() {
    let text = "Shopping\n\nWe need these things today.\n- eggs\n- milk\n\n* * *\n\n1. Go.\n2. Pay."
    #expect(
      ParagraphSplitter.classifiedParagraphs(in: text).map(\.kind) == [
        .shortLine, .prose, .listItem, .listItem, .separator, .listItem, .listItem,
      ])
  }
}
