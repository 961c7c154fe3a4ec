import Narration
import Testing

@testable import Reading

/// Reads a text as a format, with the program's own paragraphs.
func read(
  _ text: String, as format: SourceFormat, _ name: String = "input",
  _ options: EpisodeReader.Options = .init()
) throws -> ReadEpisode {
  var options = options
  options.format = format
  return try EpisodeReader(options).read(bytes: Array(text.utf8), named: name)
}

extension Episode {
  /// `speaker: text` of each passage, the text alone where nobody is named.
  var turns: [String] {
    passages.map { passage in (passage.speaker.map { "\($0.name): " } ?? "") + passage.text }
  }

  /// The source of all omissions for a reason, as it stands.
  func written(_ reason: Omission.Reason) -> [String] {
    omissions.filter { $0.reason == reason }.map { source.slice($0.source) }
  }

  /// The bytes of the source that a text in a passage came from; nil when no passage holds it.
  func slice(of text: String) -> String? {
    for passage in passages {
      guard let found = passage.text.firstRange(of: text) else { continue }
      let utf8 = passage.text.utf8
      let start = utf8.distance(from: utf8.startIndex, to: found.lowerBound)
      return source.slice(passage.runs.source(of: start..<start + text.utf8.count))
    }
    return nil
  }
}

/// Checks that runs cover each passage, that copied runs are the same bytes, and that none goes back;
/// then that every letter in the source that `isText` names is in a run or in an omission.
func checkPlaces(
  _ episode: Episode, _ hint: String, isText: (Unicode.Scalar) -> Bool
) {
  let bytes = Array(episode.source.text.utf8)
  var isCovered = [Bool](repeating: false, count: bytes.count)
  for passage in episode.passages {
    let text = Array(passage.text.utf8)
    var position = 0
    var last = 0
    for run in passage.runs.runs {
      #expect(run.text.lowerBound == position, "\(hint)")
      #expect(run.source.lowerBound >= last || run.source.isEmpty, "\(passage.text) in \(hint)")
      if run.kind == .copied {
        #expect(Array(text[run.text]) == Array(bytes[run.source]), "\(hint)")
      }
      position = run.text.upperBound
      last = run.source.lowerBound
      for index in run.source { isCovered[index] = true }
    }
    #expect(position == text.count, "\(hint)")
  }
  for omission in episode.omissions {
    #expect(!omission.source.isEmpty, "\(hint)")
    for index in omission.source { isCovered[index] = true }
  }
  var offset = 0
  for scalar in episode.source.text.unicodeScalars {
    if isText(scalar), !isCovered[offset] {
      Issue.record("\(scalar) at \(episode.source.place(of: offset..<offset)) is lost in \(hint)")
      return
    }
    offset += UTF8.width(scalar)
  }
}
