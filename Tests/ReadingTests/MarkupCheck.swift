import Narration
import Testing

@testable import Reading

/// Checks that an episode of a format with markup leads each character back to its source and leaves
/// no letter between tags undeclared.
///
/// - Parameter letters: UTF-8 bytes of the source that are text and not markup.
func checkPlaces(
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
    let part = bytes[range]
    guard part.contains(where: { ($0 | 0x20) &- 0x61 < 26 }) else { continue }
    #expect(
      range.contains { isCovered[$0] },
      "lost: \(String(decoding: part, as: UTF8.self)) at \(range.lowerBound): \(hint)")
  }
}

extension Episode {
  var passages: [Passage] { chapters.flatMap(\.passages) }

  /// The source slices of what is left out for a reason.
  func omitted(_ reason: Omission.Reason) -> [String] {
    omissions.filter { $0.reason == reason }.map { String(source.slice($0.source)) }
  }

  /// The source that some words of a passage came from.
  func written(_ words: String, in passage: Passage) -> String? {
    guard let found = passage.text.firstRange(of: words) else { return nil }
    let lower = passage.text.utf8.distance(from: passage.text.startIndex, to: found.lowerBound)
    return String(source.slice(passage.runs.source(of: lower..<lower + words.utf8.count)))
  }
}
