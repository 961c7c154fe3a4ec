import Narration
import Testing

@testable import Reading

/// Reads Markdown, with options that a test may change.
func readMarkdown(
  _ text: String, _ change: (inout EpisodeReader.Options) -> Void = { _ in }
) throws -> ReadEpisode {
  var options = EpisodeReader.Options()
  options.format = .markdown
  change(&options)
  return try EpisodeReader(options).read(bytes: Array(text.utf8), named: "episode.md")
}

/// `kind: text` of every passage, in order.
func outline(
  _ text: String, _ change: (inout EpisodeReader.Options) -> Void = { _ in }
) throws -> [String] {
  try readMarkdown(text, change).episode.chapters.flatMap(\.passages).map {
    "\($0.kind.summary): \($0.text)"
  }
}

/// What stands in the source for each run of an episode's passages that is not white space.
func slices(_ episode: Episode) -> [String] {
  episode.chapters.flatMap(\.passages).flatMap(\.runs.runs)
    .filter { $0.kind == .copied || $0.kind == .decoded }
    .map { episode.source.slice($0.source) }
}

/// Checks that the passages of an episode lead back to its source: the runs cover the text, copied
/// ones are the same bytes, and none stands before the one in front of it; words of one text that is
/// decoded as a whole, an image's, share its place.
func expectTruePlaces(_ episode: Episode, _ hint: String) {
  let bytes = Array(episode.source.text.utf8)
  for passage in episode.chapters.flatMap(\.passages) {
    let text = Array(passage.text.utf8)
    var position = 0
    var before = 0..<0
    for run in passage.runs.runs {
      #expect(run.text.lowerBound == position, "\(hint)")
      position = run.text.upperBound
      guard run.source.upperBound <= bytes.count, run.source.lowerBound >= 0 else {
        Issue.record("a place outside of the source: \(hint)")
        continue
      }
      if run.kind == .decoded { #expect(!run.source.isEmpty, "\(passage.text) \(hint)") }
      if run.kind == .copied {
        #expect(Array(text[run.text]) == Array(bytes[run.source]), "\(hint)")
      }
      #expect(
        run.kind == .folded || run.source.lowerBound >= before.upperBound || run.source == before,
        "\(passage.text) \(hint)")
      if run.kind == .copied || run.kind == .decoded { before = run.source }
    }
    #expect(position == text.count, "\(hint)")
  }
}

/// The letters and digits of a source that are neither in a passage nor in an omission.
func lostText(_ episode: Episode) -> String {
  var isCovered = [Bool](repeating: false, count: episode.source.text.utf8.count)
  for run in episode.chapters.flatMap(\.passages).flatMap(\.runs.runs) {
    for offset in run.source { isCovered[offset] = true }
  }
  for omission in episode.omissions { for offset in omission.source { isCovered[offset] = true } }
  var lost = ""
  var offset = 0
  for scalar in episode.source.text.unicodeScalars {
    if !isCovered[offset], scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      lost.unicodeScalars.append(scalar)
    }
    offset += UTF8.width(scalar)
  }
  return lost
}
