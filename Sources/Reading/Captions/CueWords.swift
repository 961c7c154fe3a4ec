/// The words of a cue, to be compared with those of the cues before it.
struct CueWords {
  struct Word {
    /// FNV-1a of its characters.
    var hash: UInt64
    /// The numbers of its characters in ``CueText/scalars``.
    var scalars: Range<Int>
    var beginsLine: Bool
  }

  private(set) var words: [Word] = []
  private(set) var letters = 0

  init(_ text: CueText) {
    var beginsLine = true
    var index = 0
    let scalars = text.scalars
    while index < scalars.count {
      if scalars[index].isBlank {
        if scalars[index].isLineBreak { beginsLine = true }
        index += 1
        continue
      }
      let start = index
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      while index < scalars.count, !scalars[index].isBlank {
        hash = (hash ^ UInt64(scalars[index].value.value)) &* 0x100_0000_01B3
        index += 1
      }
      letters += index - start
      words.append(Word(hash: hash, scalars: start..<index, beginsLine: beginsLine))
      beginsLine = false
    }
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether a line, or the text, ends behind so many words.
  func endsLine(after count: Int) -> Bool {
    count == words.count || words[count].beginsLine
  }

  func isSame(as other: CueWords) -> Bool {
    words.count == other.words.count
      && zip(words, other.words).allSatisfy { $0.hash == $1.hash }
  }

  /// How many words at the start are the last words of another cue: the longest such run, or the
  /// longest that `isWanted` wants.
  ///
  /// By the prefix function of Knuth, Morris and Pratt, in linear time.
  func overlap(withEndOf other: CueWords, where isWanted: (Int) -> Bool) -> Int {
    let count = words.count
    guard count > 0, !other.isEmpty else { return 0 }
    var border = [Int](repeating: 0, count: count)
    var length = 0
    for index in 1..<max(count, 1) {
      while length > 0, words[index].hash != words[length].hash { length = border[length - 1] }
      if words[index].hash == words[length].hash { length += 1 }
      border[index] = length
    }
    length = 0
    for (index, word) in other.words.enumerated() {
      while length > 0, length == count || words[length].hash != word.hash {
        length = border[length - 1]
      }
      if words[length].hash == word.hash { length += 1 }
      // All of this cue inside the other counts only at its end.
      if length == count, index + 1 < other.words.count { length = border[length - 1] }
    }
    while length > 0, !isWanted(length) { length = border[length - 1] }
    return length
  }
}

/// Finds what a cue shows again of the cues before it.
///
/// Rolling captions, as of live television and YouTube, move the last line up and write a new one
/// under it; others grow by a word at a time; converters write a cue twice. A speaker who says a thing
/// twice is not cut: what counts is that lines are taken over whole and that no time passes between.
struct RepetitionFinder {
  /// Whether the whole file rolls or grows, so that short lines count too.
  let isRolling: Bool

  private struct Shown {
    var words: CueWords
    var start: Int?
    var end: Int?
  }
  /// The last cues that were shown.
  private var shown: [Shown] = []
  private static let most = 8
  /// Cues this near to each other leave no time to say a thing again, in milliseconds.
  private static let noTime = 100

  init(isRolling: Bool) { self.isRolling = isRolling }

  /// How many words at the start of a cue have been shown before; the cue is remembered.
  mutating func repeated(in words: CueWords, of cue: Cue) -> Int {
    guard !words.isEmpty else { return 0 }
    defer {
      if shown.count == Self.most { shown.removeFirst() }
      shown.append(Shown(words: words, start: cue.start, end: cue.end))
    }
    for other in shown where other.words.isSame(as: words) {
      if isAtOnce(cue, other) { return words.words.count }
    }
    guard let last = shown.last, isContiguous(cue, last) else { return 0 }
    let isShown = cue.start == nil || isAtOnce(cue, last)
    return words.overlap(withEndOf: last.words) { length in
      let isWhole = length == last.words.words.count
      let beginsLine = isWhole || last.words.words[last.words.words.count - length].beginsLine
      if isRolling {
        return beginsLine && (words.endsLine(after: length) || isWhole)
      }
      // All of a cue again is taken for a second saying, unless both are shown at once.
      let letters = words.words[length - 1].scalars.upperBound
      let isLong = length >= 3 && letters >= 12
      guard beginsLine, words.endsLine(after: length), length < words.words.count || isShown else {
        return isWhole && isLong && length < words.words.count
      }
      return isLong || isShown && cue.start != nil
    }
  }

  /// Whether two cues are on the screen together, or one flashes up for a moment.
  private func isAtOnce(_ cue: Cue, _ other: Shown) -> Bool {
    guard let start = cue.start, let otherStart = other.start else { return false }
    if start == otherStart { return true }
    guard let otherEnd = other.end else { return false }
    let isFlash =
      otherEnd - otherStart < Self.noTime || cue.end.map { $0 - start < Self.noTime } ?? false
    return start < otherEnd || isFlash && start - otherEnd <= Self.noTime
      || isRolling
        && start - otherEnd <= Self.noTime
  }

  private func isContiguous(_ cue: Cue, _ other: Shown) -> Bool {
    guard let start = cue.start, let end = other.end ?? other.start else { return isRolling }
    return start - end <= Self.noTime
  }
}
