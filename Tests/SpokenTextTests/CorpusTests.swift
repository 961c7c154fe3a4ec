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
    let text = (try? String(contentsOf: folder.appending(path: list), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("# ") }.map(unescaped)
  }

  private static func unescaped(_ line: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = line.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), let next = rest.first {
        rest = rest.dropFirst()
        if next == UInt8(ascii: "x"),
          let value = UInt8(String(Substring(rest.prefix(2))), radix: 16)
        {
          bytes.append(value)
          rest = rest.dropFirst(2)
        } else {
          bytes.append(next)
        }
      } else {
        bytes.append(byte)
      }
    }
    return bytes
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
        Self.change(&changed, among: texts, with: &generator)
      }
      var text = TextUnderTest(changed)
      // The cost of a long text is for the fuzzer, which runs optimized code.
      text.isRepeated = false
      expect(text)
    }
  }

  /// Takes a piece out, says it twice, puts a piece of another text in, or changes a byte.
  private static func change(
    _ bytes: inout [UInt8], among texts: [[UInt8]], with generator: inout SeededGenerator
  ) {
    let start = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(bytes.count, start + Int.random(in: 0...12, using: &generator))
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: end)
    case 2:
      let other = texts.randomElement(using: &generator) ?? []
      let from = Int.random(in: 0...other.count, using: &generator)
      let length = Int.random(in: 0...20, using: &generator)
      bytes.replaceSubrange(start..<end, with: other[from...].prefix(length))
    default:
      for index in start..<end where Bool.random(using: &generator) {
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
    }
  }
}
