internal import Narration

/// What a cue holds, in order.
enum CueEvent {
  /// Somebody else speaks; nil for somebody without a name.
  case turn(String?)
  /// Something else begins, such as a song; whoever speaks goes on.
  case split
  /// Characters that are said.
  case text(Range<Int>)
  /// Bytes of the source that are not.
  case omit(Range<Int>, Omission.Reason)
  /// Characters that tell of a sound and are read by themselves.
  case sound(Range<Int>)
}

/// The names before a colon or in brackets that a file takes for its speakers.
struct CaptionNames {
  private var counts: [String: Int] = [:]
  private var total = 0
  private var first: Bool?

  /// Counts a name that stands where speakers' names do.
  mutating func count(_ label: CueMarks.Label) {
    counts[label.name, default: 0] += 1
    total += 1
  }

  /// Takes in whether the first text begins with a name.
  mutating func begin(withName isName: Bool) { first = first ?? isName }

  /// Capitals name a speaker; other names when they come again, or when the file begins with one and
  /// there are more.
  func isSpeaker(_ label: CueMarks.Label, inBrackets: Bool) -> Bool {
    if label.isCapitals || counts[label.name, default: 0] > 1 { return true }
    return !inBrackets && total > 1 && first == true
  }
}

/// Takes a cue apart at marks of speakers and sounds.
///
/// `- Hello.⏎- Hi.` → turn, Hello., turn, Hi.; `>> ADA: Yes. [laughs]` → turn of ADA, Yes., an omitted
/// sound.
struct TurnSplitter {
  let sounds: SoundPolicy
  let names: CaptionNames
  private var events: [CueEvent] = []
  private var scalars: ArraySlice<CueScalar> = []
  private var voices: [String] = []
  private var voice = 0

  init(sounds: SoundPolicy, names: CaptionNames) {
    self.sounds = sounds
    self.names = names
  }

  /// The events of a cue.
  ///
  /// - Parameter start: How many of its characters have been shown before.
  mutating func events(of text: CueText, from start: Int) -> [CueEvent] {
    events = []
    scalars = text.scalars[start...]
    voices = text.voices
    voice = 0
    let isDialogue = Self.dashes(in: scalars).count > 0
    var line = start
    // What is shown again may end inside a line.
    var isLineStart = start == 0 || text.scalars[start - 1].isLineBreak
    while line < scalars.endIndex {
      let before = line
      while line < scalars.endIndex, scalars[line].isBlank {
        if scalars[line].isLineBreak { isLineStart = true }
        line += 1
      }
      // White space before the line, in which its break is.
      if line > before { events.append(.text(before..<line)) }
      var end = line
      while end < scalars.endIndex, !scalars[end].isLineBreak { end += 1 }
      line = self.line(line..<end, isStart: isLineStart, isDialogue: isDialogue)
      isLineStart = false
    }
    return events
  }

  /// Counts the names in a cue.
  static func count(_ text: CueText, in names: inout CaptionNames) {
    let scalars = text.scalars[...]
    var isLineStart = true
    var isFirst = true
    var index = 0
    while index < scalars.endIndex {
      if scalars[index].isLineBreak { isLineStart = true }
      guard isLineStart, !scalars[index].isBlank else {
        index += 1
        continue
      }
      isLineStart = false
      while index < scalars.endIndex,
        scalars[index].isBlank
          || "->–".unicodeScalars
            .contains(scalars[index].value)
      {
        index += 1
      }
      guard index < scalars.endIndex else { break }
      let label =
        CueMarks.label(at: index, in: scalars) ?? CueMarks.bracketName(at: index, in: scalars)
      if let label { names.count(label) }
      if isFirst { names.begin(withName: label != nil) }
      isFirst = false
    }
  }

  // MARK: Lines

  /// Reads a line and returns where the next begins, which is later when a sound goes over lines.
  private mutating func line(_ line: Range<Int>, isStart: Bool, isDialogue: Bool) -> Int {
    var index = line.lowerBound
    var hasDash = false
    if isStart { index = marks(from: index, isDialogue: isDialogue, &hasDash) }
    var from = index
    func flush(to end: Int, _ splitter: inout TurnSplitter) {
      splitter.say(from..<end)
    }
    while index < scalars.endIndex, !scalars[index].isLineBreak {
      let value = scalars[index].value
      if value == ">", chevrons(at: index) > 1 {
        flush(to: index, &self)
        index = marks(from: index, isDialogue: false, &hasDash)
        from = index
      } else if hasDash, value == "-", isInnerDash(index) {
        flush(to: index, &self)
        index = marks(from: index, isDialogue: true, &hasDash)
        from = index
      } else if CueMarks.isNote(value) {
        flush(to: index, &self)
        index = song(from: index)
        from = index
      } else if value == "[" || value == "(", let close = CueMarks.closing(of: index, in: scalars),
        CueMarks.tellsSound(index, close, in: scalars)
      {
        if sounds == .omit || isAlone(index, close) {
          flush(to: index, &self)
          sound(index..<close + 1)
          from = close + 1
        }
        index = close + 1
      } else {
        index += 1
      }
    }
    flush(to: index, &self)
    return index
  }

  /// Reads what stands at the start of a line before its words, and returns where they begin.
  private mutating func marks(from start: Int, isDialogue: Bool, _ hasDash: inout Bool) -> Int {
    var index = start
    while index < scalars.endIndex {
      if scalars[index].isBlank {
        guard !scalars[index].isLineBreak else { return index }
        index += 1
        continue
      }
      let chevrons = chevrons(at: index)
      if chevrons > 1 {
        turn(nil, at: index..<index + chevrons)
        index += chevrons
      } else if isDialogue, !hasDash || index == start, Self.isDash(index, in: scalars) {
        turn(nil, at: index..<index + 1)
        hasDash = true
        index += 1
      } else if let label = CueMarks.label(at: index, in: scalars),
        names.isSpeaker(label, inBrackets: false)
      {
        turn(label.name, at: index..<label.end)
        return label.end
      } else if let label = CueMarks.bracketName(at: index, in: scalars),
        names.isSpeaker(label, inBrackets: true)
      {
        turn(label.name, at: index..<label.end)
        return label.end
      } else {
        return index
      }
    }
    return index
  }

  private mutating func turn(_ name: String?, at range: Range<Int>) {
    events.append(.turn(name))
    events.append(.omit(source(range), .speakerName))
    voice = scalars[range.lowerBound].voice
  }

  private mutating func say(_ range: Range<Int>) {
    var start = range.lowerBound
    for index in range where scalars[index].voice != voice && !scalars[index].isBlank {
      if index > start { events.append(.text(start..<index)) }
      start = index
      voice = scalars[index].voice
      if voice > 0 {
        let name = voices[voice - 1]
        events.append(.turn(name.isEmpty ? nil : name))
      }
    }
    if start < range.upperBound { events.append(.text(start..<range.upperBound)) }
  }

  private func source(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    let start = scalars[first].source.lowerBound
    return start..<max(start, scalars[last].source.upperBound)
  }

  // MARK: Dialogue

  private func chevrons(at index: Int) -> Int {
    var end = index
    while end < scalars.endIndex, scalars[end].value == ">", end - index < 3 { end += 1 }
    return end - index
  }

  /// The dashes of a cue with which its lines begin, where they mark speakers.
  ///
  /// A hyphen does wherever words follow it; other dashes only when two lines have them.
  private static func dashes(in scalars: ArraySlice<CueScalar>) -> [Int] {
    var found: [Int] = []
    var isLineStart = true
    var hasHyphen = false
    for index in scalars.indices {
      if scalars[index].isLineBreak { isLineStart = true }
      guard isLineStart, !scalars[index].isBlank else { continue }
      isLineStart = false
      if isDash(index, in: scalars) {
        found.append(index)
        if scalars[index].value.value < 0x2012 { hasHyphen = true }
      }
    }
    return hasHyphen || found.count > 1 ? found : []
  }

  /// Whether a dash stands before words: not before digits (`-5`), nor before a second one.
  private static func isDash(_ index: Int, in scalars: ArraySlice<CueScalar>) -> Bool {
    guard ["-", "‐", "–", "—"].contains(scalars[index].value) else { return false }
    var next = index + 1
    while next < scalars.endIndex, scalars[next].value == " " { next += 1 }
    guard next < scalars.endIndex else { return false }
    let value = scalars[next].value
    return value != "-" && !value.properties.isWhitespace && (value.value &- 0x30 >= 10)
  }

  /// Whether a hyphen inside a line begins another turn, as the second in `- Hello. - Hi`.
  private func isInnerDash(_ index: Int) -> Bool {
    guard index >= scalars.startIndex + 2, index + 1 < scalars.endIndex,
      scalars[index - 1].value == " ", scalars[index + 1].value == " "
    else { return false }
    return ".!?…\"”)]".unicodeScalars.contains(scalars[index - 2].value)
  }

  // MARK: Sounds

  private mutating func sound(_ range: Range<Int>) {
    let inner = range.lowerBound + 1..<range.upperBound - 1
    if sounds == .read, inner.contains(where: { scalars[$0].value.properties.isAlphabetic }) {
      events.append(.sound(inner))
    } else {
      events.append(.omit(source(range), .sound))
    }
  }

  /// Whether nothing but white space stands beside a bracket in the cue.
  private func isAlone(_ open: Int, _ close: Int) -> Bool {
    scalars[..<open].last { $0.value != " " }.map(\.isLineBreak) ?? true
      && scalars[(close + 1)...].first { $0.value != " " }.map(\.isLineBreak) ?? true
  }

  /// Notes of music: what is sung between them is said, what names the music is a sound.
  private mutating func song(from start: Int) -> Int {
    var open = start
    while open < scalars.endIndex,
      CueMarks.isNote(scalars[open].value) || scalars[open].value == " "
    {
      open += 1
    }
    var close = open
    while close < scalars.endIndex, close - open < 80, !CueMarks.isNote(scalars[close].value) {
      close += 1
    }
    if close < scalars.endIndex, close > open, CueMarks.isNote(scalars[close].value) {
      let text = CueMarks.string(scalars[open..<close]).onOneLine
      if text.split(separator: " ").count < 6, CueMarks.isSound(text) {
        if sounds == .read {
          events.append(.sound(open..<close))
        } else {
          events.append(.omit(source(start..<close + 1), .sound))
        }
        return close + 1
      }
    }
    events.append(.split)
    events.append(.omit(source(start..<open), .sound))
    return open
  }
}
