import Narration
import Testing

@testable import Reading

/// Checks that an episode of a format with markup leads each character back to its source and leaves
/// no letter between tags undeclared.
///
/// - Parameter letters: UTF-8 bytes of the source that are text and not markup.
func checkEveryLetter(
  _ episode: Episode, letters: [Range<Int>] = [], _ hint: String = ""
) {
  let bytes = Array(episode.source.text.utf8)
  var isCovered = [Bool](repeating: false, count: bytes.count)
  for passage in episode.chapters.flatMap(\.passages) {
    let text = Array(passage.text.utf8)
    var position = 0
    for run in passage.runs.runs {
      #expect(run.text.lowerBound == position, "\(hint)")
      position = run.text.upperBound
      #expect(run.source.lowerBound >= 0 && run.source.upperBound <= bytes.count, "\(hint)")
      for index in run.source.clamped(to: 0..<bytes.count) { isCovered[index] = true }
      if run.kind == .copied {
        #expect(Array(text[run.text]) == Array(bytes[run.source]), "\(hint)")
      }
    }
    #expect(position == text.count, "\(hint)")
    for span in passage.spans {
      #expect(span.text.lowerBound >= 0 && span.text.upperBound <= text.count, "\(hint)")
    }
  }
  for omission in episode.omissions {
    for index in omission.source.clamped(to: 0..<bytes.count) { isCovered[index] = true }
  }
  for range in letters {
    for index in range where (bytes[index] | 0x20) &- 0x61 < 26 && !isCovered[index] {
      Issue.record("lost: \(String(decoding: bytes[range], as: UTF8.self)): \(hint)")
      break
    }
  }
}

/// What stands between the tags of XML without comments and sections of character data.
func textBetweenTags(_ text: String) -> [Range<Int>] {
  let bytes = Array(text.utf8)
  var ranges: [Range<Int>] = []
  var start: Int?
  for (index, byte) in bytes.enumerated() {
    if byte == UInt8(ascii: "<"), let begun = start {
      if begun < index { ranges.append(begun..<index) }
      start = nil
    }
    if byte == UInt8(ascii: ">") { start = index + 1 }
  }
  return ranges
}

extension Episode {
  var heard: [Passage] { chapters.flatMap(\.passages) }

  /// The source slices of what is left out for a reason.
  func leftOut(_ reason: Omission.Reason) -> [String] {
    omissions.filter { $0.reason == reason }.map { String(source.slice($0.source)) }
  }

  /// The source that some words of a passage came from.
  func written(_ words: String, in passage: Passage) -> String? {
    guard let found = passage.text.firstRange(of: words) else { return nil }
    let lower = passage.text.utf8.distance(from: passage.text.startIndex, to: found.lowerBound)
    return String(source.slice(passage.runs.source(of: lower..<lower + words.utf8.count)))
  }
}
