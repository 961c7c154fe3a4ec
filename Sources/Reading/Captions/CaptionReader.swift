internal import Narration

/// Reads captions and timed transcripts: WebVTT, SubRip, and Podcasting 2.0's JSON.
///
/// Cues are shown for eyes, two lines at a time; a listener hears turns and sentences. Cues are put in
/// the order of their times, what is shown twice is said once, sounds are read by policy, and the words
/// of one speaker become passages as long as paragraphs.
struct CaptionReader {
  let input: ReaderInput
  /// Milliseconds at which a passage begins in any case, such as chapters; ascending.
  var breaks: [Int] = []

  /// Reads decoded text.
  func read(
    _ text: String, _ syntax: CaptionSyntax, notices: [Complaint]
  ) throws(ReadingError) -> EpisodeDraft {
    let source = SourceText(document: input.name, text: text)
    var track =
      syntax == .json
      ? try TranscriptJSONParser.parse(source) : CaptionFileParser.parse(source, syntax: syntax)
    sort(&track, source)
    let bytes = DocumentBytes(source.text)
    let (names, isRolling) = survey(track, bytes)

    var draft = EpisodeDraft(
      source: source, metadata: track.metadata, omissions: track.omissions,
      notices: notices + track.notices)
    var parser = CueTextParser(bytes, syntax)
    var finder = RepetitionFinder(isRolling: isRolling)
    var splitter = TurnSplitter(sounds: input.options.policies.sounds, names: names)
    var joiner = CueJoiner(
      longestWord: input.options.longestWord, bytes: bytes, bringsSpaces: track.bringsSpaces,
      breaks: breaks)
    for cue in track.cues where !cue.text.isEmpty {
      let cueText = parser.parse(cue)
      draft.omissions += cueText.omissions
      let words = CueWords(cueText)
      var start = 0
      var events: [CueEvent] = []
      // The single words of a transcript come again without being shown twice.
      if syntax != .json || words.words.count > 2 {
        let repeated = finder.repeated(in: words, of: cue)
        if repeated > 0 {
          start = words.words[repeated - 1].scalars.upperBound
          let first = cueText.scalars[words.words[0].scalars.lowerBound].source.lowerBound
          events = [.omit(first..<cueText.scalars[start - 1].source.upperBound, .repetition)]
        }
      }
      events += splitter.events(of: cueText, from: start)
      joiner.add(events, of: cueText, cue: cue)
    }
    joiner.finish()
    draft.passages = joiner.builder.drafts
    for (index, time) in joiner.times.enumerated() { draft.passages[index].startTime = time }
    draft.omissions += joiner.builder.omissions
    return draft
  }

  /// What holds for the whole file: who its speakers are, and whether its captions roll.
  private func survey(
    _ track: CaptionTrack, _ bytes: DocumentBytes
  ) -> (CaptionNames, isRolling: Bool) {
    var names = CaptionNames()
    var parser = CueTextParser(bytes, track.syntax)
    var finder = RepetitionFinder(isRolling: true)
    var (cues, rolling) = (0, 0)
    for cue in track.cues where !cue.text.isEmpty {
      let text = parser.parse(cue)
      TurnSplitter.count(text, in: &names)
      guard track.syntax != .json else { continue }
      let words = CueWords(text)
      guard !words.isEmpty else { continue }
      cues += 1
      let repeated = finder.repeated(in: words, of: cue)
      if repeated > 0, repeated < words.words.count { rolling += 1 }
    }
    return (names, rolling > 2 && rolling * 4 >= cues)
  }

  // MARK: Order

  /// Puts cues in the order of their times, as players show them.
  ///
  /// Times that begin again at the start once or twice are parts of a recording one behind the other,
  /// which stay so.
  private func sort(_ track: inout CaptionTrack, _ source: SourceText) {
    var latest = 0
    var turns: [Int] = []
    var times: [Int] = []
    times.reserveCapacity(track.cues.count)
    for (index, cue) in track.cues.enumerated() {
      let start = cue.start ?? latest
      times.append(start)
      if start < latest { turns.append(index) }
      latest = start
    }
    guard let first = turns.first else { return }
    let place = source.place(of: track.cues[first].text).description
    let isInParts =
      turns.count < 4
      && zip([0] + turns, turns + [track.cues.count]).allSatisfy { $1 - $0 >= 20 }
      && turns.allSatisfy { times[$0] < 60_000 }
    if isInParts {
      track.notices.append(
        Complaint(
          .notice, at: place, "the times begin again here; the parts are read one after the other"))
      return
    }
    let order = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    track.cues = order.map { track.cues[$0] }
    track.notices.append(
      Complaint(
        .warning, at: place, "cues stand out of order; they are read in the order of their times",
        remedy: "sort them if that is not meant"))
  }
}
