public import Narration

/// An utterance as it is heard: what every caption and every read-along format prints from.
public struct Cue: Hashable, Sendable {
  /// A place in the text and when it is heard.
  public struct Onset: Hashable, Sendable {
    /// UTF-8 bytes from the start of the text.
    public var offset: Int
    /// The first sample of the word that stands there.
    public var time: SampleTime

    /// A place with its time.
    public init(offset: Int, time: SampleTime) {
      self.offset = offset
      self.time = time
    }
  }

  /// The utterance's index in the script.
  public var index: Int
  /// The utterance's id.
  public var utterance: String
  /// Who says it; nil for the narrator.
  public var speaker: Speaker?
  /// The sentence in the source's own words, on one line, never empty.
  public var text: String
  /// The first sample.
  public var start: SampleTime
  /// The sample after the last, the pause after it not included.
  public var end: SampleTime
  /// The places in the text that are known to be heard at a word's onset, ascending.
  public var onsets: [Onset]
  /// The onsets of all words, those that have no known place in the text among them.
  public var wordStarts: [SampleTime]

  /// A cue with all its parts.
  public init(
    index: Int, utterance: String, speaker: Speaker?, text: String, start: SampleTime,
    end: SampleTime, onsets: [Onset], wordStarts: [SampleTime]
  ) {
    self.index = index
    self.utterance = utterance
    self.speaker = speaker
    self.text = text
    self.start = start
    self.end = end
    self.onsets = onsets
    self.wordStarts = wordStarts
  }
}

/// All that is heard of a script, in order: one cue an utterance.
public struct CueList: Hashable, Sendable {
  /// Samples a second of every time.
  public var sampleRate: Int
  /// In listening order; an utterance without a word of the source has none.
  public var cues: [Cue]

  /// The cues of a script on its timeline, which has a mark for each of its utterances.
  public init(script: Script, timeline: Timeline) {
    precondition(
      script.utterances.count == timeline.marks.count,
      "a timeline has a mark for each utterance of its script")
    sampleRate = timeline.sampleRate
    cues = zip(script.utterances, timeline.marks).enumerated().compactMap { index, pair in
      let (utterance, mark) = pair
      let text = utterance.written.onOneLine
      guard !text.isEmpty else { return nil }
      return Cue(
        index: index, utterance: utterance.id, speaker: utterance.speaker, text: text,
        start: mark.start, end: mark.end,
        onsets: WordPlaces.onsets(of: utterance, in: text, heard: mark.wordStarts),
        wordStarts: mark.wordStarts)
    }
  }
}
