internal import SpokenText

/// How long an utterance may be, and where a longer one is cut.
///
/// Some 200 words are over a minute of speech: beyond that one sentence holds up the pipeline, and
/// no caption can follow. 1,200 bytes bound what is handed to an engine at once.
enum UtteranceLength {
  private static let mostBytes = 1200
  private static let mostWords = 200

  /// Ranges of words, each short enough, as equal in length as marks allow.
  ///
  /// A cut is made after the strongest phrasing mark near the ideal place, else after a word; words
  /// of one edit stay together where another place is as good. A single word is never cut.
  static func pieces(of words: [Word]) -> [Range<Int>] {
    // A word costs its bytes and a space, and as much as a 200th of the limit.
    let costs = words.map { max($0.text.utf8.count + 1, mostBytes / mostWords) }
    var left = costs.reduce(0, +)
    var pieces: [Range<Int>] = []
    var start = 0
    while left > mostBytes, start < words.count - 1 {
      let parts = (left + mostBytes - 1) / mostBytes
      let end = cut(words, costs, from: start, ideal: left / parts)
      pieces.append(start..<end)
      left -= costs[start..<end].reduce(0, +)
      start = end
    }
    if start < words.count { pieces.append(start..<words.count) }
    return pieces
  }

  private static func cut(_ words: [Word], _ costs: [Int], from start: Int, ideal: Int) -> Int {
    var best: (badness: Int, end: Int)?
    var cost = 0
    var index = start
    while index < words.count - 1 {
      cost += costs[index]
      if cost > mostBytes { break }
      // Away from the ideal place by a tenth of a piece weighs as much as one strength of mark.
      var badness = abs(cost - ideal) * 10 / max(ideal, 1)
      badness += 6 - min(6, 2 * rank(words[index].mark))
      if !words[index].source.isEmpty, words[index].source == words[index + 1].source {
        badness += 4
      }
      if best.map({ badness < $0.badness }) ?? true { best = (badness, index + 1) }
      index += 1
    }
    return best?.end ?? start + 1
  }

  private static func rank(_ mark: PhrasingMark) -> Int {
    switch mark {
    case .none: 0
    case .comma: 2
    default: 3
    }
  }
}
