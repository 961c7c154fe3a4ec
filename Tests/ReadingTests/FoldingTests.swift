import Narration
import Testing

@testable import Reading

/// How lines become the text of a passage, and the way back.
struct FoldingTests {
  private func fold(_ text: String, longestWord: Int = 2000) -> FoldedText {
    let bytes = DocumentBytes(text)
    var folder = PassageFolder(bytes, blobs: Blobs.find(in: bytes, longerThan: longestWord))
    return folder.fold(0..<bytes.count)
  }

  @Test(arguments: [
    ("one two", "one two"),
    ("one  two\tthree", "one two three"),
    ("one\ntwo\r\nthree\rfour", "one two three four"),
    ("15\u{00A0}mg", "15\u{00A0}mg"),
    ("15\u{00A0} mg", "15 mg"),
    ("  lead and trail \n", "lead and trail"),
    ("a\u{2028}b", "a b"),
    ("well-\nknown", "well-known"),
    ("well-\r\n   known", "well-known"),
    ("infor-\nmation and information", "information and information"),
    ("infor\u{00AD}\nmation", "information"),
    ("Müller-\nthurgau", "Müller-thurgau"),
    ("COVID-\n19", "COVID- 19"),
    ("pre-\nand post-war", "pre- and post-war"),
    ("so --\nhe said", "so -- he said"),
    ("a\u{01}b", "ab"),
    ("a \u{01} b", "a b"),
    ("a\n\u{E000}\nb", "a b"),
    ("\u{01} a \u{01}", "a"),
    ("👩‍🔬 e\u{0301}", "👩‍🔬 e\u{0301}"),
  ])
  func text(_ source: String, _ expected: String) {
    #expect(fold(source).text == expected)
  }

  @Test func runsLeadBackToTheSource() {
    let folded = fold("One  fine\nday, infor-\n  mation\u{02} and information.")
    #expect(folded.text == "One fine day, information and information.")
    let runs = RunMap(folded.runs)
    // `fine`, `day`, the joined word, the word after the control character.
    #expect(runs.source(of: 4..<8) == 5..<9)
    #expect(runs.source(of: 9..<12) == 10..<13)
    #expect(runs.source(of: 14..<25) == 15..<30)
    #expect(runs.source(of: 26..<29) == 32..<35)
    // The space that stands for two.
    #expect(runs.source(of: 3..<4) == 3..<5)
    #expect(folded.omissions == [Omission(source: 30..<31, reason: .unspeakable)])
    #expect(folded.runs.map(\.kind).contains(.omitted))
  }

  @Test func runsFollowEachOther() {
    let folded = fold(" a\tb \u{03}\u{04} c-\nd\u{00AD}\ne  ")
    var position = 0
    for run in folded.runs {
      #expect(run.text.lowerBound == position)
      position = run.text.upperBound
    }
    #expect(position == folded.text.utf8.count)
  }

  @Test func blobsAreDeclared() {
    let folded = fold("Key: \(String(repeating: "QUJD", count: 10)) ends.", longestWord: 39)
    #expect(folded.text == "Key: ends.")
    #expect(folded.omissions == [Omission(source: 5..<45, reason: .blob)])
    #expect(
      fold("Key: \(String(repeating: "QUJD", count: 10)) ends.", longestWord: 40).omissions == [])
  }

  @Test func scriptsWithoutSpacesAreNoBlobs() throws {
    let text = String(repeating: "睡眠は記憶を助ける。", count: 500)
    let read = try read(text)
    #expect(read.episode.omissions.isEmpty)
    #expect(read.episode.passages.map(\.text) == [text])
  }

  @Test func blobsAreToldWithPlaceAndLength() throws {
    let blob = String(repeating: "x", count: 3000)
    let read = try read("Text.\n\n  \(blob) more.\n")
    #expect(read.episode.passages.map(\.text) == ["Text.", "more."])
    #expect(read.notices.map(\.severity) == [.warning])
    #expect(read.notices.first?.place == "episode.txt:3:3")
    #expect(read.notices.first?.what.hasPrefix("3000 bytes") == true)
  }

  @Test func manyBlobsAreToldOnce() throws {
    let blob = String(repeating: "x", count: 2001)
    let text = "Text. " + (0..<50).map { _ in "\(blob) and" }.joined(separator: " ")
    let notices = try read(text).notices
    #expect(notices.count == 21)
    #expect(notices.last?.what.hasPrefix("30 more") == true)
  }
}
