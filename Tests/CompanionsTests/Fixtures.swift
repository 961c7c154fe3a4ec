import Narration
import SpokenText

/// An utterance whose words are those of its text, each heard after `gap` samples from the last.
struct Heard {
  var utterance: Utterance
  var mark: Timeline.Mark
}

/// One utterance of a source whose sentence starts at byte `place` and stands there as written.
func heard(
  _ written: String, id: String = "c1-p1-s1", speaker: String? = nil, from start: Int = 0,
  gap: Int = 11_025, place: Int = 100, marks: [Int]? = nil
) -> Heard {
  var words: [Word] = []
  var offset = 0
  for piece in written.split(separator: " ", omittingEmptySubsequences: false) {
    let range = place + offset..<place + offset + piece.utf8.count
    if !piece.isEmpty { words.append(Word(text: String(piece), source: range)) }
    offset += piece.utf8.count + 1
  }
  let onsets = marks ?? words.indices.map { start + gap * $0 }
  let end = marks?.last.map { $0 + gap } ?? start + gap * words.count
  let utterance = Utterance(
    id: id, speaker: speaker.map(Speaker.init(name:)), passage: .paragraph, written: written,
    source: place..<place + written.utf8.count, words: words, pauseAfter: .sentence)
  let mark = Timeline.Mark(
    start: SampleTime(start), end: SampleTime(end), wordStarts: onsets.map { SampleTime($0) })
  return Heard(utterance: utterance, mark: mark)
}

/// The cues of utterances at 22,050 samples a second.
func cueList(_ heard: [Heard]) -> CueListInput {
  let length = heard.last?.mark.end ?? SampleTime(0)
  return CueListInput(
    script: Script(
      chapters: [.init(title: "All", utterances: heard.indices)],
      utterances: heard.map(\.utterance)),
    timeline: Timeline(
      sampleRate: 22_050, marks: heard.map(\.mark),
      chapters: [.init(title: "All", start: SampleTime(0), end: length)], length: length))
}

/// A script and its timeline.
struct CueListInput {
  var script: Script
  var timeline: Timeline
}
