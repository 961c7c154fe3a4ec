import Narration
import NarrationTesting
import Testing

@testable import Reading

/// Reads a page as the program does.
func readPage(
  _ html: String, _ name: String = "page.html", _ policies: ReadingPolicies = ReadingPolicies(),
  longestWord: Int = 2000
) throws -> ReadEpisode {
  var options = EpisodeReader.Options()
  options.format = .html
  options.policies = policies
  options.longestWord = longestWord
  return try EpisodeReader(options, splitParagraphs: simpleParagraphs)
    .read(bytes: Array(html.utf8), named: name)
}

/// The passages of a page, each as `kind: text`.
func pageLines(_ html: String, _ policies: ReadingPolicies = ReadingPolicies()) throws -> [String] {
  try readPage(html, "page.html", policies).episode.lines
}

extension Episode {
  /// All passages in listening order.
  var passages: [Passage] { chapters.flatMap(\.passages) }

  /// Each passage as `kind: text`, with what matters of its kind: `heading 2: Sleep`.
  var lines: [String] { passages.map { "\($0.kind.label): \($0.text)" } }

  /// What is left out for a reason, in order.
  func omitted(_ reason: Omission.Reason) -> [String] {
    omissions.filter { $0.reason == reason }.map { source.slice($0.source).onOneLine }
  }
}

extension Passage.Kind {
  var label: String {
    switch self {
    case .heading(let level): "heading \(level)"
    case .listItem(let marker): "item \(marker)"
    case .tableCell(let row, let column, let headers):
      "cell \(row),\(column) [\(headers.joined(separator: "|"))]"
    case .note(let mark): "note \(mark)"
    default: name
    }
  }
}

extension Passage {
  /// The words that a span of some kind holds for.
  func spans(_ isKind: (SpanKind) -> Bool) -> [String] {
    spans.filter { isKind($0.kind) }.map { span in
      String(decoding: Array(text.utf8)[span.text], as: UTF8.self)
    }
  }
}

/// Checks the way back to the source of all passages, and which bytes are told of.
///
/// - Returns: for each byte of the source whether it is in a passage or in an omission.
func checkPlaces(_ episode: Episode, _ hint: String) -> [Bool] {
  let bytes = Array(episode.source.text.utf8)
  var isCovered = [Bool](repeating: false, count: bytes.count)
  for passage in episode.passages {
    let text = Array(passage.text.utf8)
    var position = 0
    for run in passage.runs.runs {
      #expect(run.text.lowerBound == position, "\(hint)")
      position = run.text.upperBound
      guard run.source.upperBound <= bytes.count else {
        Issue.record("a run beyond the source: \(hint)")
        continue
      }
      for index in run.source { isCovered[index] = true }
      if run.kind == .copied {
        #expect(Array(text[run.text]) == Array(bytes[run.source]), "\(hint)")
      }
    }
    #expect(position == text.count, "\(hint)")
    #expect(!passage.text.contains("  "), "\(hint)")
    #expect(passage.text.first != " " && passage.text.last != " ", "\(hint)")
    for span in passage.spans {
      #expect(!span.text.isEmpty && span.text.upperBound <= text.count, "\(hint)")
      #expect(
        String(validating: text[span.text], as: UTF8.self) != nil, "a span cuts a letter: \(hint)")
    }
  }
  for omission in episode.omissions {
    for index in omission.source where index < bytes.count { isCovered[index] = true }
  }
  return isCovered
}
