public import Narration

/// How much text stands on the screen at once.
public struct CaptionLimits: Hashable, Sendable {
  /// The most Unicode code points in a line: 65, beyond which Apple Podcasts cuts.
  public var lineLength: Int
  /// The most lines of a caption.
  public var lines: Int

  /// Limits, each at least 1.
  public init(lineLength: Int = 65, lines: Int = 2) {
    self.lineLength = max(1, lineLength)
    self.lines = max(1, lines)
  }
}

/// What stands on the screen for a while: a sentence, or a part of a long one.
public struct Caption: Hashable, Sendable {
  /// The utterance's id, and `-1`, `-2` … where it has several captions.
  public var identifier: String
  /// Who says it; nil for the narrator.
  public var speaker: Speaker?
  /// In the source's own words.
  public var lines: [String]
  /// When it appears.
  public var start: SampleTime
  /// When it goes.
  public var end: SampleTime
}

extension CueList {
  /// The cues as captions, long sentences in parts that change when their first word is heard.
  public func captions(limits: CaptionLimits = CaptionLimits()) -> [Caption] {
    cues.flatMap { cue in
      let parts = LineBreaker(cue.text, limits: limits).captions
      let bytes = Array(cue.text.utf8)
      let starts = cue.starts(of: parts.map { $0[0].lowerBound }, in: bytes)
      return parts.indices.map { part in
        Caption(
          identifier: parts.count == 1 ? cue.utterance : "\(cue.utterance)-\(part + 1)",
          speaker: cue.speaker,
          lines: parts[part].map { String(decoding: bytes[$0], as: UTF8.self) },
          start: starts[part],
          end: part + 1 < parts.count ? starts[part + 1] : cue.end)
      }
    }
  }
}

extension Cue {
  /// When the parts of the text that start at `offsets` are heard; the first at the cue's start.
  fileprivate func starts(of offsets: [Int], in bytes: [UInt8]) -> [SampleTime] {
    var starts = [start]
    for offset in offsets.dropFirst() { starts.append(time(at: offset, in: bytes)) }
    let isAscending = zip(starts, starts.dropFirst() + [end]).allSatisfy { $0 < $1 }
    if isAscending { return starts }
    // Words without times of their own: each part gets its share of the whole.
    let length = Double(end.samples - start.samples)
    return offsets.enumerated().map { part, offset in
      let share = part == 0 ? 0 : Double(offset) / Double(max(bytes.count, 1))
      return SampleTime(start.samples + Int(length * share))
    }
  }

  /// When the word at `offset` is heard: its own onset, else the onset nearest to its share of the
  /// stretch between the words before and after that have one.
  private func time(at offset: Int, in bytes: [UInt8]) -> SampleTime {
    var low = 0
    var high = onsets.count
    while low < high {
      let middle = (low + high) / 2
      if onsets[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    let after = low < onsets.count ? onsets[low] : Onset(offset: bytes.count, time: end)
    if !bytes[offset..<after.offset].contains(where: WordPlaces.isWordByte) { return after.time }
    let before = low > 0 ? onsets[low - 1] : Onset(offset: 0, time: start)
    let share = Double(offset - before.offset) / Double(after.offset - before.offset)
    let guess = before.time.samples + Int(share * Double(after.time.samples - before.time.samples))
    let between = wordStarts.filter { before.time < $0 && $0 < after.time }
    return between.min { abs($0.samples - guess) < abs($1.samples - guess) } ?? SampleTime(guess)
  }
}
