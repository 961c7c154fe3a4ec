import Foundation
import NarrationTesting
import Testing

/// Reads again what a fuzzer found, and what it would try next; see `Scripts/fuzz --readers`.
///
/// `Corpus/broken.txt` holds the documents that broke something once, `Corpus/reached.txt` small ones of
/// every format.
@Suite struct ReadingCorpusTests {
  private static let lists = ["broken.txt", "reached.txt"]

  private static func documents(_ list: String) -> [[UInt8]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
    return CorpusList.texts(in: folder.appending(path: list))
  }

  private func expect(_ bytes: [UInt8]) {
    guard let document = DocumentUnderTest(bytes), let fault = document.fault else { return }
    let text = String(decoding: document.bytes, as: UTF8.self).debugDescription
    Issue.record("\(fault) in \(text) as \(document.format) with \(document.policies)")
  }

  @Test(arguments: lists) func whatWasFoundHolds(_ list: String) {
    let documents = Self.documents(list)
    #expect(!documents.isEmpty)
    for bytes in documents {
      #expect(DocumentUnderTest(bytes) != nil)
      expect(bytes)
    }
  }

  /// Ten rounds of the changes that a fuzzer makes.
  @Test(arguments: 0..<10 as Range<UInt64>) func whatIsNearHolds(_ round: UInt64) {
    var generator = SeededGenerator(seed: round)
    let documents = Self.lists.flatMap(Self.documents)
    for bytes in documents {
      for _ in 0..<8 {
        var changed = bytes
        for _ in 0...Int.random(in: 0...4, using: &generator) {
          CorpusList.change(&changed, among: documents, with: &generator)
        }
        changed = Array(bytes.prefix(2)) + changed.dropFirst(min(2, changed.count))
        expect(changed)
      }
    }
  }
}
