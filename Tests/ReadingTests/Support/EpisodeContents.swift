import Narration

@testable import Reading

extension Episode {
  /// All passages in listening order.
  var passages: [Passage] { chapters.flatMap(\.passages) }

  /// Each passage as `kind: text`, with what matters of its kind: `heading 2: Sleep`,
  /// `table-cell 1,0 [Day]: Monday`.
  var lines: [String] { passages.map { "\($0.kind.line): \($0.text)" } }

  /// `speaker: text` of each passage, the text alone where nobody is named.
  var turns: [String] {
    passages.map { passage in (passage.speaker.map { "\($0.name): " } ?? "") + passage.text }
  }

  /// The source of all omissions for a reason, in order, as it stands.
  func omitted(_ reason: Omission.Reason) -> [String] {
    omissions.filter { $0.reason == reason }.map { source.slice($0.source) }
  }

  /// What stands in the source for each run of its passages that is not white space.
  var slices: [String] {
    passages.flatMap(\.runs.runs).filter { $0.kind == .copied || $0.kind == .decoded }
      .map { source.slice($0.source) }
  }

  /// What stands in the source for some words of a passage; nil when no passage holds them.
  ///
  /// - Parameter passage: Where to look for them; nil for all passages.
  func slice(of words: String, in passage: Passage? = nil) -> String? {
    for passage in passage.map({ [$0] }) ?? passages {
      guard let found = passage.text.firstRange(of: words) else { continue }
      let utf8 = passage.text.utf8
      let start = utf8.distance(from: utf8.startIndex, to: found.lowerBound)
      return source.slice(passage.runs.source(of: start..<start + words.utf8.count))
    }
    return nil
  }
}

extension EpisodeDraft {
  /// The draft as an episode of one chapter.
  var undivided: Episode {
    Episode(
      metadata: metadata, chapters: [Chapter(title: "", passages: passages.map(\.passage))],
      omissions: omissions.sorted { $0.source.lowerBound < $1.source.lowerBound }, source: source)
  }

  var texts: [String] { passages.map(\.passage.text) }
  var marks: [String?] { passages.map(\.chapterMark) }

  /// The source of all omissions for a reason, in order, as it stands.
  func omitted(_ reason: Omission.Reason) -> [String] { undivided.omitted(reason) }
}

extension Passage.Kind {
  fileprivate var line: String {
    guard case .tableCell(_, _, let headers) = self, !headers.isEmpty else { return summary }
    return "\(summary) [\(headers.joined(separator: "|"))]"
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

extension SourceText {
  /// `line:column` where a passage begins.
  func position(of passage: Passage) -> String {
    let place = place(of: passage.runs.source(of: 0..<passage.text.utf8.count))
    return "\(place.line):\(place.column)"
  }
}
