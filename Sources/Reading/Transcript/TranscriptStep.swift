internal import Narration

/// Gives the passages of a transcript their speakers, and takes labels, times and sounds out of
/// their text.
///
/// ```
/// **Ada:** \[04:07\] It rains. \[laughs\]   → Ada: It rains.
/// And it pours.                             → Ada: And it pours.
///
/// **Ben (host):** Does it?                  → Ben: Does it?
/// ```
///
/// Works on what a reader of any format made, before it is divided into chapters, and leaves alone
/// what is no transcript. Everything taken out is an omission of its passage.
struct TranscriptStep {
  private let sounds: SoundPolicy

  init(_ options: EpisodeReader.Options) { sounds = options.policies.sounds }

  /// Changes the passages of a draft, if it is a transcript.
  func apply(to draft: inout EpisodeDraft) {
    let source = DocumentBytes(draft.source.text)
    let list = SpeakerList(draft.passages)
    let survey = TranscriptSurvey(draft.passages, in: source, list: list)
    let marks = TranscriptMarks(
      sounds: sounds, isTranscript: survey.isTranscript, hasRoundTimes: survey.hasRoundTimes,
      names: survey.nameWords)
    var writer = TurnWriter(survey: survey, marks: marks, source: source)
    for (index, passage) in draft.passages.enumerated() { writer.add(passage, at: index) }
    draft.passages = writer.drafts
    draft.omissions += writer.omissions
    if !survey.speakers.names.isEmpty, draft.metadata.artist == nil, !list.hosts.isEmpty {
      draft.metadata.artist = list.hosts.joined(separator: ", ")
    }
  }
}

/// What all passages of a document together say of it being a transcript.
struct TranscriptSurvey {
  let speakers: SpeakerFinder
  /// The labels of each passage, all that there may be; empty where a reader knows the speakers.
  let labels: [[(line: Int, label: SpeakerLabel)]]
  let isTranscript: Bool
  /// Whether times without brackets at the start of a line are marks.
  let hasBareTimes: Bool
  /// Whether times without brackets behind a label's colon are marks.
  let hasTimesBehind: Bool
  let hasRoundTimes: Bool
  /// Words of speakers' names, in lower case.
  let nameWords: Set<String>
  /// The most passages in a row that no label stands before, between two that have one.
  let longestTurn: Int

  init(_ drafts: [DraftPassage], in source: DocumentBytes, list: SpeakerList) {
    let isKnown = drafts.contains { $0.passage.speaker != nil }
    var labels: [[(line: Int, label: SpeakerLabel)]] = []
    var found: [SpeakerFinder.Found] = []
    var sayable = 0
    var headings = 0
    var leads: [TimeMark] = []
    var words = 0
    var isUnderTime = false
    var chevrons = 0
    /// Where a label would stand right under the last one, if that has its line for itself.
    var previous: (passage: Int, line: Int)?
    for (index, draft) in drafts.enumerated() {
      var own: [(line: Int, label: SpeakerLabel)] = []
      defer { labels.append(own) }
      guard draft.passage.kind.canBeTurn, !list.passages.contains(index) else { continue }
      let lines = TranscriptLines(draft.passage, in: source)
      let isHeading = draft.passage.kind.isHeading
      if isHeading { headings += 1 } else { sayable += 1 }
      let length = lines.bytes.bytes.reduce(1) { $0 + ($1 == 0x20 ? 1 : 0) }
      if let mark = Self.lead(of: lines) {
        leads.append(mark)
        isUnderTime = mark.range.upperBound == lines.bytes.count
        words += isUnderTime ? 0 : length - 1
      } else if isUnderTime {
        words += length
        isUnderTime = false
      }
      if lines.bytes[0] == UInt8(ascii: ">"), lines.bytes[1] == UInt8(ascii: ">") { chevrons += 1 }
      guard !isKnown else { continue }
      own = lines.labels()
      // Items of lists are often names alone.
      if case .listItem = draft.passage.kind { own.removeAll { !$0.label.hasColon } }
      for (line, label) in own {
        let isLast = line + 1 == lines.starts.count
        let rest = Self.rest(behind: label, line, lines)
        // Names one under the other are a list.
        if let last = previous, last == (index, line), rest.isEmpty {
          found[found.count - 1].leadsSpeech = false
        }
        previous = rest.isEmpty ? (isLast ? (index + 1, 0) : (index, line + 1)) : nil
        found.append(
          .init(
            label: label, leadsSpeech: Self.isSpeech(rest, lines.bytes),
            isAlone: label.range == 0..<lines.bytes.count && !isHeading, isHeading: isHeading))
      }
    }
    let lowercase = LowercaseWords(drafts)
    speakers = SpeakerFinder(
      found, passages: sayable, headings: headings, listed: list.names, isWord: lowercase.contains)
    let names = speakers.names
    let accepted = found.filter { names[SpeakerName.key($0.label.name)] != nil }

    let ascending = zip(leads, leads.dropFirst()).count { $0.seconds <= $1.seconds }
    let areMarks =
      leads.count >= 3 && leads.count * 10 >= sayable * 3 && ascending * 10 >= (leads.count - 1) * 9
    // A list of what happens when has few words a time.
    let isTimed = areMarks && words >= 6 * leads.count
    isTranscript = isKnown || !names.isEmpty || isTimed || chevrons >= 3
    hasBareTimes =
      isTimed
      || !names.isEmpty && leads.count { !$0.isBracketed } >= 3
        && ascending * 10 >= (leads.count - 1) * 9
    let behind = accepted.count { $0.label.timeBehind != nil }
    hasTimesBehind = behind >= 2 && behind * 2 >= accepted.count
    let round = accepted.count { $0.label.times.contains(where: \.isRound) }
    hasRoundTimes = round >= 3
    nameWords = Set(
      names.values.flatMap { $0.lowercased().split(separator: " ") }.map(String.init))
    self.labels = labels
    longestTurn = Self.longestTurn(labels, names)
  }

  /// The name of the speaker whom a label names.
  func speaker(of label: SpeakerLabel) -> Speaker? {
    speakers.names[SpeakerName.key(label.name)].map(Speaker.init)
  }

  private static func lead(of lines: TranscriptLines) -> TimeMark? {
    let bytes = lines.bytes
    return TimeMark.bracketed(at: 0, in: bytes, limit: bytes.count)
      ?? TimeMark.bare(at: 0, in: bytes, limit: bytes.count)
  }

  /// What stands behind a label on its line.
  private static func rest(
    behind label: SpeakerLabel, _ line: Int, _ lines: TranscriptLines
  ) -> Range<Int> {
    let end = lines.end(ofLine: line)
    return min(label.range.upperBound, end)..<end
  }

  /// Whether words may be what somebody says: nothing yet, many words, or the end of a sentence.
  private static func isSpeech(_ rest: Range<Int>, _ bytes: DocumentBytes) -> Bool {
    if rest.isEmpty { return true }
    let text = bytes.string(rest.lowerBound..<min(rest.upperBound, rest.lowerBound + 200))
    if text.hasSuffix("]") || text.utf8.count(where: { $0 == 0x20 }) >= 10 { return true }
    return text.last { !" \"'”’)]*_".contains($0) }.map { ".!?…-—–。！？".contains($0) } ?? false
      || rest.count > 200
  }

  private static func longestTurn(
    _ labels: [[(line: Int, label: SpeakerLabel)]], _ names: [String: String]
  ) -> Int {
    var longest = 0
    var run: Int?
    for own in labels {
      if own.contains(where: { names[SpeakerName.key($0.label.name)] != nil }) {
        longest = max(longest, run ?? 0)
        run = 0
      } else {
        run = run.map { $0 + 1 }
      }
    }
    return longest
  }
}

/// The words of a document that it writes in lower case, collected when somebody first asks.
private final class LowercaseWords {
  private let drafts: [DraftPassage]
  private var words: Set<Substring>?

  init(_ drafts: [DraftPassage]) { self.drafts = drafts }

  func contains(_ word: String) -> Bool {
    if words == nil {
      words = []
      for draft in drafts {
        for word in draft.passage.text.split(whereSeparator: { !$0.isLetter })
        where word.first?.isLowercase == true {
          words?.insert(word)
        }
      }
    }
    return words?.contains(word[...]) ?? false
  }
}

extension Passage.Kind {
  /// Whether somebody in a transcript may say it.
  var canBeTurn: Bool {
    switch self {
    case .paragraph, .listItem, .quote, .verse, .heading: true
    default: false
    }
  }
}
