internal import Narration

/// Writes the passages of a transcript anew, turn by turn.
struct TurnWriter {
  private let survey: TranscriptSurvey
  private let marks: TranscriptMarks
  private let source: DocumentBytes
  private let hasSpeakers: Bool

  private(set) var drafts: [DraftPassage] = []
  private(set) var omissions: [Omission] = []

  /// Who speaks where no label stands, and for how many passages that has gone on.
  private var current: Speaker?
  private var unlabelled = 0
  /// What passages that went left for the next one.
  private var followsSeparator = false
  private var chapterMark: String?
  private var time: Int?

  /// So many passages without a label are the last speaker's in any document.
  private static let leastTurn = 8

  init(survey: TranscriptSurvey, marks: TranscriptMarks, source: DocumentBytes) {
    self.survey = survey
    self.marks = marks
    self.source = source
    hasSpeakers = !survey.speakers.names.isEmpty
  }

  /// Adds what becomes of a passage.
  mutating func add(_ draft: DraftPassage, at index: Int) {
    let passage = draft.passage
    guard passage.kind.canBeTurn, !draft.isReferenceHeading else {
      return addAsItIs(draft)
    }
    let accepted = survey.labels[index].filter { isLabel($0.label) }
    if draft.followsSeparator { followsSeparator = true }
    if let mark = draft.chapterMark { chapterMark = mark }
    if let own = draft.startTime { time = own }
    // What a separator or a heading parts from a turn is not said in it.
    if hasSpeakers, accepted.first?.line != 0,
      draft.followsSeparator || passage.kind.isHeading
    {
      current = nil
    }
    if accepted.isEmpty, !marks.mayHold(passage.text), !survey.hasBareTimes {
      var draft = draft
      if hasSpeakers { draft.passage.speaker = speakerOfUnlabelled(passage.kind) }
      return finish(draft, draft.passage)
    }
    let lines = TranscriptLines(passage, in: source)
    var cutter = PassageCutter(passage)
    var starts = accepted.map { lines.starts[$0.line] }
    if starts.first != 0 { starts.insert(0, at: 0) }
    var next = accepted[...]
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : lines.bytes.count
      var label: SpeakerLabel?
      if let first = next.first, lines.starts[first.line] == start {
        label = first.label
        next.removeFirst()
      }
      addPart(start..<end, label, of: draft, lines, &cutter)
    }
    omissions += cutter.omissions
  }

  private func isLabel(_ label: SpeakerLabel) -> Bool {
    survey.speaker(of: label) != nil || hasSpeakers && SoundVocabulary.isStage(label.name)
  }

  private mutating func addAsItIs(_ draft: DraftPassage) {
    var draft = draft
    draft.followsSeparator = draft.followsSeparator || followsSeparator
    draft.chapterMark = draft.chapterMark ?? chapterMark
    followsSeparator = false
    chapterMark = nil
    drafts.append(draft)
  }

  private mutating func speakerOfUnlabelled(_ kind: Passage.Kind) -> Speaker? {
    guard current != nil, !kind.isHeading else { return nil }
    unlabelled += 1
    if !survey.speakers.turnsContinue || unlabelled > max(Self.leastTurn, survey.longestTurn) {
      current = nil
    }
    return current
  }

  // MARK: Parts

  private mutating func addPart(
    _ range: Range<Int>, _ label: SpeakerLabel?, of draft: DraftPassage, _ lines: TranscriptLines,
    _ cutter: inout PassageCutter
  ) {
    let bytes = lines.bytes
    var rest = range
    var cuts: [TextCut] = []
    var speaker: Speaker?
    var isStage = false
    if let label {
      (rest, cuts) = cut(label, from: range, bytes)
      if let first = label.times.first { time = first.milliseconds }
      speaker = survey.speaker(of: label)
      isStage = speaker == nil
    }
    if survey.hasBareTimes { cuts += bareTimes(in: rest, lines) }
    let marked = marks.cuts(in: bytes, rest, emphasis: lines.emphasis(in: rest))
    cuts = Self.merged(cuts, marked)
    if label == nil, let first = cuts.first, first.reason == .timeMark,
      first.range.lowerBound == range.lowerBound,
      let mark = TimeMark.bracketed(at: first.range.lowerBound, in: bytes, limit: bytes.count)
        ?? TimeMark.bare(at: first.range.lowerBound, in: bytes, limit: bytes.count)
    {
      time = mark.milliseconds
    }
    if label == nil, hasSpeakers, let first = cuts.first, first.reason == .speakerName,
      first.range.lowerBound == range.lowerBound
    {
      // Another speaker begins whose name is not told.
      current = nil
    }
    let isSound = isOnlySound(cuts, in: isStage ? range : rest, bytes)
    if isStage {
      // `Break:` and a time are a sound; with words behind it, it is text like any other.
      let hasWords = !isEmpty(rest, without: cuts, bytes)
      for index in cuts.indices where cuts[index].reason == .speakerName {
        cuts[index].reason = hasWords || marks.sounds == .read ? nil : .sound
        if hasWords || marks.sounds == .read {
          let words = bytes.string(cuts[index].range).split { "*_: ".contains($0) }
          cuts[index].replacement = words.joined(separator: " ")
          if !cuts[index].replacement.isEmpty { cuts[index].replacement += hasWords ? ":" : "." }
        }
      }
    } else if let speaker {
      current = speaker
      unlabelled = 0
    } else if !isSound, hasSpeakers {
      speaker = speakerOfUnlabelled(draft.passage.kind)
    }
    let part = cutter.part(range, without: cuts)
    if isStage { followsSeparator = true }
    guard var part else { return }
    if hasSpeakers { part.speaker = speaker }
    if label != nil, part.kind.isHeading { part.kind = .paragraph }
    finish(draft, part)
    if isStage { followsSeparator = true }
  }

  private mutating func finish(_ draft: DraftPassage, _ passage: Passage) {
    var result = draft
    result.passage = passage
    result.followsSeparator = followsSeparator
    result.chapterMark = chapterMark
    result.startTime = time
    result.beginsTurn =
      passage.speaker != drafts.last { !$0.passage.kind.isHeading }?.passage.speaker
    followsSeparator = false
    chapterMark = nil
    time = nil
    drafts.append(result)
  }

  /// Cuts of two kinds in the order of the text; of those that overlap the first stays.
  private static func merged(_ cuts: [TextCut], _ others: [TextCut]) -> [TextCut] {
    var merged: [TextCut] = []
    for cut in (cuts + others).sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where cut.range.lowerBound >= merged.last?.range.upperBound ?? 0 {
      merged.append(cut)
    }
    return merged
  }

  /// The label in pieces: its times, and the name with all that belongs to it.
  private func cut(
    _ label: SpeakerLabel, from range: Range<Int>, _ bytes: DocumentBytes
  ) -> (rest: Range<Int>, cuts: [TextCut]) {
    var cuts: [TextCut] = []
    var offset = label.range.lowerBound
    var end = label.range.upperBound
    func name(_ piece: Range<Int>) {
      var piece = piece
      while piece.count > 0, bytes[piece.upperBound - 1] == 0x20 {
        piece = piece.lowerBound..<piece.upperBound - 1
      }
      while piece.count > 0, bytes[piece.lowerBound] == 0x20 {
        piece = piece.lowerBound + 1..<piece.upperBound
      }
      guard !piece.isEmpty else { return }
      // The colon behind a time belongs to it.
      if let last = cuts.last, piece.allSatisfy({ ":*_])".utf8.contains(bytes[$0]) }) {
        cuts[cuts.count - 1].range = last.range.lowerBound..<piece.upperBound
      } else {
        cuts.append(TextCut(range: piece, reason: .speakerName))
      }
    }
    var times = label.times
    if let behind = label.timeBehind, survey.hasTimesBehind {
      times.append(behind)
      end = behind.range.upperBound
    }
    for mark in times {
      name(offset..<mark.range.lowerBound)
      cuts.append(TextCut(range: mark.range, reason: .timeMark))
      offset = mark.range.upperBound
    }
    name(offset..<max(offset, end))
    end = min(end, range.upperBound)
    return (end..<range.upperBound, cuts)
  }

  /// Times without brackets at the starts of lines.
  private func bareTimes(in rest: Range<Int>, _ lines: TranscriptLines) -> [TextCut] {
    lines.starts.compactMap { start in
      guard rest.contains(start),
        let mark = TimeMark.bare(at: start, in: lines.bytes, limit: rest.upperBound)
      else { return nil }
      var end = mark.range.upperBound
      if let next = TimeMark.afterJoint(at: end, in: lines.bytes),
        let other = TimeMark.bare(at: next, in: lines.bytes, limit: rest.upperBound)
      {
        end = other.range.upperBound
      }
      return TextCut(range: start..<end, reason: .timeMark)
    }
  }

  private func isOnlySound(_ cuts: [TextCut], in range: Range<Int>, _ bytes: DocumentBytes) -> Bool
  {
    guard let first = cuts.first, first.range.lowerBound == range.lowerBound,
      cuts.last?.range.upperBound == range.upperBound
    else { return false }
    // A sound that is read keeps its word between two cuts.
    let gaps = zip(cuts, cuts.dropFirst()).map { $0.range.upperBound..<$1.range.lowerBound }
    return gaps.allSatisfy { gap in gap.allSatisfy { bytes[$0] == 0x20 } }
      || marks.sounds == .read && first.reason != .speakerName && bytes[range.lowerBound] == 0x5B
        && bytes[range.upperBound - 1] == 0x5D && !range.dropFirst().contains { bytes[$0] == 0x5B }
  }

  /// Whether nothing but marks of punctuation stays.
  private func isEmpty(
    _ range: Range<Int>, without cuts: [TextCut], _ bytes: DocumentBytes
  ) -> Bool {
    var offset = range.lowerBound
    for cut in cuts where cut.range.lowerBound >= offset {
      guard (offset..<cut.range.lowerBound).allSatisfy({ bytes[$0] == 0x20 }) else { return false }
      offset = cut.range.upperBound
    }
    return (offset..<max(offset, range.upperBound)).allSatisfy { bytes[$0] == 0x20 }
  }
}

extension TranscriptMarks {
  /// Whether a text has a character with which a mark begins.
  func mayHold(_ text: String) -> Bool {
    text.utf8.contains { "[(\\*_".utf8.contains($0) || $0 == 0xE2 } || isTranscript
  }
}
