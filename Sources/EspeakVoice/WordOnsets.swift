import SpeechWorker

/// When each word begins, from the events of eSpeak NG and our own map of the text.
///
/// The events of words alone do not do: eSpeak NG speaks some words as one (`of the` has one event),
/// gives several to one word (`twenty-five` can) and none to what makes no sound. What is spoken as
/// one is divided at its phonemes, by how many each word has when it is said alone: `out of a` with
/// five phonemes, of which its words have two, two and one, begins `of` with the third.
enum WordOnsets {
  /// That a word begins here, as eSpeak NG tells it.
  struct Event: Hashable {
    /// A code point of the text, from 1; 0 for what is no word of it.
    var position: Int
    /// Samples from the start of the text.
    var sample: Int
  }

  /// One start for each word, ascending, within `0...end`.
  ///
  /// - Parameters:
  ///   - phonemes: The sample at which each phoneme begins, ascending, pauses not among them.
  ///   - phonemeCount: The phonemes of a word, by its index, when it is said alone; asked only of
  ///     words that are spoken as one.
  static func starts(
    of words: [EspeakText.Word], events: [Event], phonemes: [Int] = [], end: Int,
    phonemeCount: (Int) -> Int = { _ in 0 }
  ) -> [Int] {
    var told = [Int?](repeating: nil, count: words.count)
    for event in events {
      guard let word = index(of: event.position, in: words), told[word] == nil else { continue }
      told[word] = min(max(event.sample, 0), end)
    }
    var starts: [Int] = []
    starts.reserveCapacity(words.count)
    var group = 0
    while group < words.count {
      var next = group + 1
      let begin = max(told[group] ?? 0, starts.last ?? 0)
      // A start earlier than the group's own would turn time back: such an event does not count.
      while next < words.count, (told[next] ?? -1) < begin { next += 1 }
      let span = begin..<(next < words.count ? told[next] ?? end : max(begin, end))
      let inside = phonemes[lowerBound(of: span.lowerBound, in: phonemes)...]
        .prefix { $0 < span.upperBound }
      if next == group + 1 {
        starts.append(begin)
      } else if let divided = divide(span, at: inside, by: (group..<next).map(phonemeCount)) {
        starts += divided
      } else {
        starts += OnsetShares.divide(span, by: words[group..<next].map(\.weight))
      }
      group = next
    }
    return starts
  }

  /// The start of each share at a phoneme; nil where there are too few to go round.
  private static func divide(
    _ span: Range<Int>, at phonemes: ArraySlice<Int>, by counts: [Int]
  ) -> [Int]? {
    let total = counts.reduce(0, +)
    guard total > 0, phonemes.count >= counts.count else { return nil }
    var before = 0
    return counts.enumerated().map { index, count in
      defer { before += count }
      guard index > 0 else { return span.lowerBound }
      let place = (phonemes.count * before + total / 2) / total
      return place < phonemes.count ? phonemes[phonemes.startIndex + place] : span.upperBound
    }
  }

  private static func lowerBound(of sample: Int, in phonemes: [Int]) -> Int {
    var low = 0
    var high = phonemes.count
    while low < high {
      let middle = (low + high) / 2
      if phonemes[middle] < sample { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The word that holds a code point, by binary search.
  private static func index(of position: Int, in words: [EspeakText.Word]) -> Int? {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].position.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    guard low < words.count, words[low].position.contains(position) else { return nil }
    return low
  }
}
