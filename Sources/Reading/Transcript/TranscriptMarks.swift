internal import Narration

/// Finds times and sounds in the text of a transcript.
struct TranscriptMarks {
  let sounds: SoundPolicy
  /// Whether the text is a transcript; else only brackets count that can mean nothing else.
  let isTranscript: Bool
  /// Whether times in round brackets are marks wherever they stand.
  let hasRoundTimes: Bool
  /// Words of speakers' names, in lower case: `[Ada laughs]`.
  let names: Set<String>

  /// The longest text in brackets that is looked at, in bytes.
  private static let longestSound = 80
  /// The longest song between two notes, in bytes.
  private static let longestSong = 2000

  /// What is left out or said otherwise in a range of a passage's text.
  ///
  /// - Parameter emphasis: What is stressed in the range, sorted.
  func cuts(
    in bytes: DocumentBytes, _ range: Range<Int>, emphasis: ArraySlice<Range<Int>>
  ) -> [TextCut] {
    var cuts: [TextCut] = []
    var stressed = emphasis
    var offset = range.lowerBound
    while offset < range.upperBound {
      while let first = stressed.first, first.lowerBound < offset { stressed.removeFirst() }
      if isTranscript, let span = stressed.first, span.lowerBound == offset, span.count <= 40,
        span.upperBound <= range.upperBound,
        isSound(bytes.string(span)), standsAlone(span, in: range, bytes)
      {
        cuts += sound(outer: span, inside: span, in: range, bytes)
        offset = span.upperBound
        continue
      }
      let found: [TextCut]
      switch bytes[offset] {
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "\\"):
        found = bracket(at: offset, in: range, bytes)
      case UInt8(ascii: "*"), UInt8(ascii: "_"): found = marked(at: offset, in: range, bytes)
      case UInt8(ascii: ">"): found = chevrons(at: offset, in: range, bytes)
      case 0xE2: found = song(at: offset, in: range, bytes)
      default: found = []
      }
      cuts += found
      offset = max(found.last?.range.upperBound ?? 0, offset + 1)
    }
    return cuts
  }

  // MARK: Brackets

  private func bracket(at start: Int, in range: Range<Int>, _ bytes: DocumentBytes) -> [TextCut] {
    let limit = range.upperBound
    if let mark = time(at: start, limit: limit, bytes) {
      return [TextCut(range: mark.range, reason: .timeMark)]
    }
    guard
      let bracket = Bracket(at: start, in: bytes, limit: limit, longest: Self.longestSound),
      isTranscript || !bracket.isRound
    else { return [] }
    let (inside, marks) = withoutTimes(bracket.inside, bytes)
    guard !inside.isEmpty, isSound(bytes.string(inside)) else { return [] }
    return sound(outer: bracket.range, inside: inside, times: marks, in: range, bytes)
  }

  private func time(at start: Int, limit: Int, _ bytes: DocumentBytes) -> TimeMark? {
    guard isTranscript, let mark = TimeMark.bracketed(at: start, in: bytes, limit: limit)
    else { return nil }
    return !mark.isRound || mark.isUnmistakable || hasRoundTimes ? mark : nil
  }

  /// `unintelligible 00:04:37.11` → `unintelligible`, and where the time stands.
  private func withoutTimes(
    _ range: Range<Int>, _ bytes: DocumentBytes
  ) -> (inside: Range<Int>, times: [Range<Int>]) {
    var inside = range
    var times: [Range<Int>] = []
    if let mark = TimeMark.bare(at: inside.lowerBound, in: bytes, limit: inside.upperBound) {
      times.append(mark.range)
      inside = mark.range.upperBound..<inside.upperBound
      while inside.count > 0, bytes[inside.lowerBound] == 0x20 {
        inside = inside.lowerBound + 1..<inside.upperBound
      }
    }
    var word = inside.upperBound
    while word > inside.lowerBound, bytes[word - 1] != 0x20 { word -= 1 }
    if word > inside.lowerBound,
      let mark = TimeMark.bare(at: word, in: bytes, limit: inside.upperBound),
      mark.range.upperBound == inside.upperBound
    {
      times.append(mark.range)
      inside = inside.lowerBound..<word
      while inside.count > 0, bytes[inside.upperBound - 1] == 0x20 {
        inside = inside.lowerBound..<inside.upperBound - 1
      }
    }
    return (inside, times)
  }

  private func isSound(_ text: String) -> Bool {
    isTranscript
      ? SoundVocabulary.tellsOfSound(text, names: names) : SoundVocabulary.isUnmistakable(text)
  }

  // MARK: Other marks

  /// `*laughs*` where it is no part of a sentence.
  private func marked(at start: Int, in range: Range<Int>, _ bytes: DocumentBytes) -> [TextCut] {
    guard isTranscript else { return [] }
    let mark = bytes[start]
    var inner = start
    while inner < range.upperBound, inner - start < 3, bytes[inner] == mark { inner += 1 }
    var close = inner
    let last = min(range.upperBound, inner + 40)
    while close < last, bytes[close] != mark { close += 1 }
    var end = close
    while end < range.upperBound, end - close < inner - start, bytes[end] == mark { end += 1 }
    guard end - close == inner - start, close > inner, isSound(bytes.string(inner..<close)),
      standsAlone(start..<end, in: range, bytes)
    else { return [] }
    return sound(outer: start..<end, inside: inner..<close, in: range, bytes)
  }

  /// `>>`, with which captions say that another speaks.
  private func chevrons(at start: Int, in range: Range<Int>, _ bytes: DocumentBytes) -> [TextCut] {
    guard isTranscript, start == range.lowerBound || bytes[start - 1] == 0x20 else { return [] }
    var end = start
    while end < range.upperBound, bytes[end] == UInt8(ascii: ">") { end += 1 }
    guard (2...3).contains(end - start) else { return [] }
    return [TextCut(range: start..<end, reason: .speakerName)]
  }

  /// `♪ … ♪`; a note without another goes alone.
  private func song(at start: Int, in range: Range<Int>, _ bytes: DocumentBytes) -> [TextCut] {
    guard let note = Self.note(at: start, bytes) else { return [] }
    var end = note
    let last = min(range.upperBound, start + Self.longestSong)
    while end < last, Self.note(at: end, bytes) == nil { end += 1 }
    guard end < last, var close = Self.note(at: end, bytes) else {
      return [TextCut(range: start..<note, reason: .sound)]
    }
    // `♪♪ … ♪♪`, or two notes and no words.
    var inner = note
    while inner < last, let next = Self.note(at: inner, bytes) { inner = next }
    if inner > end {
      end = inner
      while end < last, Self.note(at: end, bytes) == nil { end += 1 }
      guard end < last, let found = Self.note(at: end, bytes) else {
        return [TextCut(range: start..<inner, reason: .sound)]
      }
      close = found
    }
    while close < range.upperBound, let next = Self.note(at: close, bytes) { close = next }
    guard sounds == .read else { return [TextCut(range: start..<close, reason: .sound)] }
    return [
      TextCut(range: start..<inner, reason: .sound), TextCut(range: end..<close, reason: .sound),
    ]
  }

  /// The end of ♩ ♪ ♫ ♬ at an offset.
  private static func note(at offset: Int, _ bytes: DocumentBytes) -> Int? {
    bytes[offset] == 0xE2 && bytes[offset + 1] == 0x99 && (0xA9...0xAC).contains(bytes[offset + 2])
      ? offset + 3 : nil
  }

  // MARK: By policy

  /// A sound left out, or read as a sentence of its own.
  ///
  /// `[laughter]` → `Laughter.`
  private func sound(
    outer: Range<Int>, inside: Range<Int>, times: [Range<Int>] = [], in range: Range<Int>,
    _ bytes: DocumentBytes
  ) -> [TextCut] {
    guard sounds == .read else { return [TextCut(range: outer, reason: .sound)] }
    var cuts: [TextCut] = []
    for time in times where time.upperBound <= inside.lowerBound {
      cuts.append(TextCut(range: outer.lowerBound..<time.lowerBound))
      cuts.append(TextCut(range: time, reason: .timeMark))
    }
    let start = cuts.last?.range.upperBound ?? outer.lowerBound
    if inside.lowerBound > start { cuts.append(TextCut(range: start..<inside.lowerBound)) }
    let isSentence = endsSentence(before: outer.lowerBound, in: range, bytes)
    let first = inside.lowerBound..<inside.lowerBound + bytes.scalar(at: inside.lowerBound).length
    if isSentence {
      cuts.append(TextCut(range: first, replacement: bytes.string(first).uppercased()))
    }
    var end = inside.upperBound
    for time in times where time.lowerBound >= inside.upperBound {
      if time.lowerBound > end { cuts.append(TextCut(range: end..<time.lowerBound)) }
      cuts.append(TextCut(range: time, reason: .timeMark))
      end = time.upperBound
    }
    let isClosed =
      outer.upperBound < range.upperBound && ".,;:!?".utf8.contains(bytes[outer.upperBound])
      || ".!?".utf8.contains(bytes[inside.upperBound - 1])
    if outer.upperBound > end {
      cuts.append(
        TextCut(
          range: end..<outer.upperBound, replacement: isClosed ? "" : isSentence ? "." : ","))
    }
    return cuts
  }

  /// Whether something stands between sentences.
  private func standsAlone(
    _ part: Range<Int>, in range: Range<Int>, _ bytes: DocumentBytes
  ) -> Bool {
    guard endsSentence(before: part.lowerBound, in: range, bytes) else { return false }
    var next = part.upperBound
    while next < range.upperBound, bytes[next] == 0x20 || ".,*_".utf8.contains(bytes[next]) {
      next += 1
    }
    guard next < range.upperBound else { return true }
    return Unicode.Scalar(bytes.scalar(at: next).value)?.properties.isLowercase != true
  }

  private func endsSentence(
    before offset: Int, in range: Range<Int>, _ bytes: DocumentBytes
  ) -> Bool {
    var end = offset
    while end > range.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
    guard end > range.lowerBound else { return true }
    // ASCII marks, and the last bytes of … ” — 。 ？ ！ ♪
    let last = bytes[end - 1]
    return ".!?)\"]-*'_:".utf8.contains(last)
      || [0xA6, 0x9D, 0x94, 0x99, 0x82, 0x9F, 0x81, 0xAA].contains(last)
  }
}
