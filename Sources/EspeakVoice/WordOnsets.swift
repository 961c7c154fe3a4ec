import SpeechWorker

/// When each word begins, from the word events of eSpeak NG and our own map of the text.
///
/// The events alone do not do: eSpeak NG speaks some words as one (`of the` has one event), gives
/// several to one word (`twenty-five` can) and none to what makes no sound.
enum WordOnsets {
  /// That a word begins here, as eSpeak NG tells it.
  struct Event: Hashable {
    /// A code point of the text, from 1; 0 for what is no word of it.
    var position: Int
    /// Samples from the start of the text.
    var sample: Int
  }

  /// One start for each word, ascending, within `0...end`.
  static func starts(of words: [EspeakText.Word], events: [Event], end: Int) -> [Int] {
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
      starts += OnsetShares.divide(span, by: words[group..<next].map(\.weight))
      group = next
    }
    return starts
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
