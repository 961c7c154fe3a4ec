import Foundation
import NarrationTesting
import SpokenText
import Testing

/// Says again what a fuzzer found, and what it would try next; see `Scripts/fuzz`.
///
/// `Corpus/broken.txt` holds the texts that broke something once, `Corpus/reached.txt` few texts
/// that reach much of the code. A text a line: two bytes of settings, then the text, with `\xNN` for
/// what cannot be printed.
@Suite struct CorpusTests {
  private static let lists = ["broken.txt", "reached.txt"]

  private static func texts(_ list: String) -> [[UInt8]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
    return CorpusList.texts(in: folder.appending(path: list))
  }

  private func expect(_ text: TextUnderTest) {
    if let fault = text.fault {
      Issue.record("\(fault) in \(text.text.debugDescription) with \(text.settings)")
    }
  }

  @Test(arguments: lists) func whatWasFoundHolds(_ list: String) {
    let texts = Self.texts(list)
    #expect(!texts.isEmpty)
    for bytes in texts { expect(TextUnderTest(bytes)) }
  }

  /// Ten rounds of the changes that a fuzzer makes.
  @Test(arguments: 0..<10 as Range<UInt64>) func whatIsNearHolds(_ round: UInt64) {
    var generator = SeededGenerator(seed: round)
    let texts = Self.lists.flatMap(Self.texts)
    for bytes in texts {
      var changed = bytes
      for _ in 0...Int.random(in: 0...2, using: &generator) {
        CorpusList.change(&changed, among: texts, with: &generator)
      }
      var text = TextUnderTest(changed)
      // The cost of a long text is for the fuzzer, which runs optimized code.
      text.isRepeated = false
      expect(text)
    }
  }
}
