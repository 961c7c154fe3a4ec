internal import Narration

/// Finds the cues in a file of WebVTT (W3C, 6.1 and 6.2) or SubRip, however carelessly written.
///
/// Where the specification drops text, such as what follows an empty line inside a cue, it is kept
/// with a warning. A cue's number or name stands on the line before its times; an all-numeric one is
/// known without an empty line before it.
struct CaptionFileParser {
  private let bytes: DocumentBytes
  private let source: SourceText
  private let lines: [Range<Int>]
  private var track: CaptionTrack
  private var index = 0
  private var broken: (count: Int, first: Int) = (0, 0)
  private var untimed: (count: Int, first: Int) = (0, 0)
  private var usesNames = false
  private var usesNumbers = false
  private var warnings: [(offset: Int, complaint: Complaint)] = []

  static func parse(_ source: SourceText, syntax: CaptionSyntax) -> CaptionTrack {
    var parser = CaptionFileParser(source, syntax)
    parser.parse()
    parser.track.notices = parser.warnings.sorted { $0.offset < $1.offset }.map(\.complaint)
    return parser.track
  }

  private init(_ source: SourceText, _ syntax: CaptionSyntax) {
    self.source = source
    bytes = DocumentBytes(source.text)
    lines = Self.lines(of: bytes)
    track = CaptionTrack(syntax: syntax)
  }

  /// What stands between LF, CR LF and CR.
  private static func lines(of bytes: DocumentBytes) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x0A || byte == 0x0D {
        lines.append(start..<offset)
        if byte == 0x0D, bytes[offset + 1] == 0x0A { offset += 1 }
        start = offset + 1
      }
      offset += 1
    }
    lines.append(start..<bytes.count)
    return lines
  }

  private mutating func parse() {
    if track.syntax == .webVTT { header() }
    while index < lines.count { block() }
    if broken.count > 0 {
      let times = broken.count == 1 ? "the times" : "the times of \(broken.count) cues, the first"
      warn(
        at: broken.first, "\(times) here cannot be read; the text is kept",
        "write them as 00:01:02.500 --> 00:01:04.000")
    }
    if untimed.count > 0 {
      let texts =
        untimed.count == 1
        ? "text here stands" : "text in \(untimed.count) places, here first, stands"
      warn(
        at: untimed.first, "\(texts) without a time; it is read with the cue before it",
        "put a line of times before it")
    }
  }

  // MARK: The header

  /// `WEBVTT` and what follows it up to an empty line: lines such as `Language: en`.
  private mutating func header() {
    var first = lines[0]
    while first.count >= 3,
      bytes.string(first.lowerBound..<first.lowerBound + 3) == "\u{FEFF}"
    {
      first = first.lowerBound + 3..<first.upperBound
    }
    let text = bytes.string(first)
    guard text == "WEBVTT" || text.hasPrefix("WEBVTT ") || text.hasPrefix("WEBVTT\t") else {
      warn(
        at: 0, "the first line of WebVTT is missing; the cues are read as they stand",
        "write WEBVTT as the first line")
      return
    }
    omit(first.lowerBound + 6..<first.upperBound, because: .metadata)
    index = 1
    while index < lines.count, !isEmpty(lines[index]),
      CueTime.line(lines[index], in: bytes) == nil
    {
      let line = bytes.string(lines[index])
      // A cue's name right below the header.
      if index + 1 < lines.count, CueTime.line(lines[index + 1], in: bytes) != nil { return }
      if let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "language" {
        let language = line[line.index(after: colon)...].onOneLine
        if LanguageTag.isValid(language) { track.metadata.language = language }
      }
      omit(lines[index], because: .metadata)
      index += 1
    }
  }

  // MARK: Blocks

  /// A comment, a style sheet, a region, or a cue with its text.
  private mutating func block() {
    let line = lines[index]
    if isBlank(line) {
      index += 1
      return
    }
    if track.syntax == .webVTT, index == 0 || isEmpty(lines[index - 1]), let reason = aside(line) {
      while index < lines.count, !isEmpty(lines[index]) {
        if reason == .script, CueTime.line(lines[index], in: bytes) != nil { return }
        omit(lines[index], because: reason)
        index += 1
      }
      return
    }
    if let time = CueTime.line(line, in: bytes) {
      begin(time, at: line)
      index += 1
      text()
    } else if isName(index) {
      if isNumber(line) {
        usesNumbers = true
      } else {
        usesNames = true
        omit(line, because: .metadata)
      }
      index += 1
    } else if isCutEnd(index) {
      endOfCutFile()
    } else {
      // Text that no times stand before: in SubRip most often an empty line inside a cue.
      if track.syntax == .webVTT || track.cues.isEmpty {
        untimed = (untimed.count + 1, untimed.count == 0 ? line.lowerBound : untimed.first)
      }
      track.cues.append(Cue(text: line.lowerBound..<line.lowerBound))
      text()
    }
  }

  /// Why a block of WebVTT is not said: `NOTE` (6.1, comments), `STYLE` and `REGION`.
  private func aside(_ line: Range<Int>) -> Omission.Reason? {
    let text = bytes.string(line)
    if text == "NOTE" || text.hasPrefix("NOTE ") || text.hasPrefix("NOTE\t") { return .hidden }
    let word = text.drop { $0 == " " }.prefix { $0 != " " && $0 != "\t" }
    return (word == "STYLE" || word == "REGION") && text.onOneLine == word ? .script : nil
  }

  private mutating func begin(_ time: CueTime.Line, at line: Range<Int>) {
    var cue = Cue(text: line.upperBound..<line.upperBound)
    if case .times(let start, let end) = time {
      cue.start = start
      if end >= start { cue.end = end }
    }
    if cue.end == nil {
      broken = (broken.count + 1, broken.count == 0 ? line.lowerBound : broken.first)
      omit(line, because: .timeMark)
    }
    track.cues.append(cue)
  }

  /// Takes lines for the text of the cue begun last, up to an empty line or the next cue.
  private mutating func text() {
    let first = index
    while index < lines.count, !isEmpty(lines[index]),
      CueTime.line(lines[index], in: bytes) == nil, !isName(index, isInText: index > first)
    {
      if index > first, isCutEnd(index) { break }
      index += 1
    }
    guard index > first else { return }
    track.cues[track.cues.count - 1].text =
      lines[first].lowerBound..<lines[index - 1].upperBound
  }

  /// Whether a line is the number or name of the cue whose times stand on the next.
  private func isName(_ index: Int, isInText: Bool = false) -> Bool {
    guard index + 1 < lines.count, CueTime.line(lines[index + 1], in: bytes) != nil else {
      return false
    }
    if isNumber(lines[index]) {
      // `The answer is⏎42⏎` in a file without numbers is text.
      return !isInText || usesNumbers
        || bytes.string(lines[index]).onOneLine == String(track.cues.count + 1)
    }
    guard track.syntax == .webVTT, !isInText, index == 0 || isBlank(lines[index - 1]) else {
      return false
    }
    // After a cue without text this is rather the text.
    return usesNames || track.cues.last.map { !$0.text.isEmpty } ?? true
  }

  private func isNumber(_ line: Range<Int>) -> Bool {
    var digits = 0
    for offset in line {
      if bytes[offset] &- 0x30 < 10 { digits += 1 } else if bytes[offset] != 0x20 { return false }
    }
    return digits > 0
  }

  // MARK: The end of a file that was cut

  /// Whether a line is the last of the file and holds half a line of times, or a number alone.
  private func isCutEnd(_ index: Int) -> Bool {
    let rest = lines[(index + 1)...]
    guard rest.count < 3, rest.allSatisfy(isBlank) else { return false }
    if CueTime.isCut(lines[index], in: bytes) { return true }
    return track.syntax == .subRip && isNumber(lines[index]) && index > 0
      && isEmpty(lines[index - 1]) && !track.cues.isEmpty
  }

  private mutating func endOfCutFile() {
    warn(at: lines[index].lowerBound, "the file ends in the middle of a cue", "see to the rest")
    omit(lines[index], because: .timeMark)
    index = lines.count
  }

  // MARK: Helpers

  /// In WebVTT only a line without any character parts blocks.
  private func isEmpty(_ line: Range<Int>) -> Bool {
    track.syntax == .webVTT ? line.isEmpty : isBlank(line)
  }

  private func isBlank(_ line: Range<Int>) -> Bool {
    line.allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 }
  }

  private mutating func omit(_ range: Range<Int>, because reason: Omission.Reason) {
    guard !isBlank(range) else { return }
    track.omissions.append(Omission(source: range, reason: reason))
  }

  private mutating func warn(at offset: Int, _ what: String, _ remedy: String) {
    let place = source.place(of: offset..<offset).description
    warnings.append((offset, Complaint(.warning, at: place, what, remedy: remedy)))
  }
}
