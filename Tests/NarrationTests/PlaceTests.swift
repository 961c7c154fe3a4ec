import Testing

@testable import Narration

/// Lines and columns, looked up or counted one by one.
struct PlaceTests {
  @Test(arguments: [
    ("a\nb", 2, "x:2:1"), ("a\r\nb", 3, "x:2:1"), ("a\rb", 2, "x:2:1"), ("äö\nü😀!", 11, "x:2:3"),
    ("a\n", 2, "x:2:1"), ("", 0, "x:1:1"), ("abc", 99, "x:1:4"), ("abc", -1, "x:1:1"),
    ("a\n\nb", 3, "x:3:1"),
  ])
  func place(_ text: String, _ offset: Int, _ expected: String) {
    let source = SourceText(document: "x", text: text)
    #expect(source.place(of: offset..<offset).description == expected)
  }

  /// Against a walk over the whole text, beyond the blocks in which columns are counted.
  @Test func longLines() {
    let text = String(repeating: "aé漢😀 ", count: 700) + "\n" + String(repeating: "üx", count: 3000)
    let source = SourceText(document: "x", text: text)
    var line = 1
    var column = 1
    var offset = 0
    for scalar in text.unicodeScalars {
      let place = source.place(of: offset..<offset)
      #expect(place.line == line && place.column == column)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      offset += UTF8.width(scalar)
    }
  }

  @Test func slices() {
    let source = SourceText(document: "x", text: "aé漢")
    #expect(source.slice(1..<3) == "é")
    #expect(source.slice(3..<99) == "漢")
    #expect(source.slice(2..<3) == "\u{FFFD}")
  }

  @Test func runMapLooksUpTheHull() {
    let runs = RunMap([
      .init(text: 0..<0, source: 10..<12, kind: .omitted),
      .init(text: 0..<4, source: 12..<16, kind: .copied),
      .init(text: 4..<5, source: 16..<20, kind: .folded),
      .init(text: 5..<6, source: 20..<25, kind: .decoded),
      .init(text: 6..<6, source: 25..<27, kind: .omitted),
      .init(text: 6..<9, source: 27..<30, kind: .copied),
    ])
    #expect(runs.source(of: 1..<3) == 13..<15)
    #expect(runs.source(of: 0..<9) == 12..<30)
    #expect(runs.source(of: 4..<5) == 16..<20)
    #expect(runs.source(of: 3..<6) == 15..<25)
    #expect(runs.source(of: 6..<7) == 27..<28)
    #expect(runs.source(of: 2..<2) == 14..<14)
    #expect(runs.source(of: 9..<9) == 30..<30)
    #expect(RunMap([]).source(of: 0..<3) == 0..<0)
  }
}
