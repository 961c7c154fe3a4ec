import Narration

/// Where the words that are heard stand in the sentence that is shown.
///
/// A word knows its bytes in the document, the sentence shown is the document's with white space
/// folded and markup gone. Where both have the same length, places are the same; else a word is
/// looked for by its letters near the place that it should have. A word found nowhere (`percent` for
/// `&#37;`) has no place.
enum WordPlaces {
  /// How far from its expected place, in bytes, a word is looked for.
  private static let reach = 48

  /// The places of words whose time is known, ascending in both.
  static func onsets(
    of utterance: Utterance, in text: String, heard times: [SampleTime]
  ) -> [Cue.Onset] {
    let bytes = Array(text.utf8)
    let source = utterance.source
    let isSameLength = bytes.count == source.count
    var onsets: [Cue.Onset] = []
    // An inserted word has no place; the word after it begins with it.
    var insertedAt: SampleTime?
    for (word, time) in zip(utterance.words, times) {
      if word.source.isEmpty {
        insertedAt = insertedAt ?? time
        continue
      }
      let next = onsets.last.map { $0.offset + 1 } ?? 0
      let distance = word.source.lowerBound - source.lowerBound
      var place: Int?
      if isSameLength {
        place = distance
      } else if distance >= 0, distance < source.count {
        // In floating point, since no exact place depends on it.
        let share = Double(distance) / Double(source.count)
        place = find(
          Array(word.text.utf8), in: bytes, near: Int(share * Double(bytes.count)), from: next)
      }
      // Words of one number share a place, and "five" of "$5" stands after "dollars": first come.
      if let place, place >= next, place < bytes.count, time >= onsets.last?.time ?? time {
        onsets.append(Cue.Onset(offset: place, time: insertedAt ?? time))
      }
      insertedAt = nil
    }
    return onsets
  }

  /// The place of whole word `word` nearest to `expected`, not before `from`.
  private static func find(_ word: [UInt8], in text: [UInt8], near expected: Int, from: Int) -> Int?
  {
    guard !word.isEmpty else { return nil }
    let low = max(from, expected - reach)
    let high = min(text.count - word.count, expected + reach)
    guard low <= high else { return nil }
    let matches = (low...high).filter { start in
      let end = start + word.count
      return (start == 0 || !isWordByte(text[start - 1]))
        && (end == text.count || !isWordByte(text[end]))
        && zip(text[start..<end], word).allSatisfy { lowercased($0) == lowercased($1) }
    }
    return matches.min { abs($0 - expected) < abs($1 - expected) }
  }

  /// Whether a byte belongs to a word: ASCII letters and digits, and all beyond ASCII.
  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
      true
    default: false
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
