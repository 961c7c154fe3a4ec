import SpokenText
import Testing

@testable import Narration

/// A script of utterances without words, under chapters of these lengths.
func script(chapters lengths: [Int]) -> Script {
  var utterances: [Utterance] = []
  var chapters: [Script.Chapter] = []
  for (index, length) in lengths.enumerated() {
    let start = utterances.count
    for sentence in 0..<length {
      utterances.append(
        Utterance(
          id: "c\(index + 1)-p1-s\(sentence + 1)", speaker: nil, passage: .paragraph,
          written: "x", source: 0..<1, words: [], pauseAfter: .sentence))
    }
    chapters.append(.init(title: "Chapter \(index + 1)", utterances: start..<utterances.count))
  }
  return Script(chapters: chapters, utterances: utterances)
}

@Suite struct TimelineTests {
  @Test func chaptersBeginWithTheirFirstUtteranceAndEndWhereTheNextBegins() {
    var builder = TimelineBuilder(script: script(chapters: [2, 1]), sampleRate: 22_050)
    builder.appendSilence(100)
    builder.appendUtterance(1000, wordStarts: [0, 400])
    builder.appendSilence(50)
    builder.appendUtterance(500, wordStarts: [0])
    builder.appendSilence(200)
    builder.appendUtterance(300, wordStarts: [])
    builder.appendSilence(20)
    let timeline = builder.timeline()
    #expect(timeline.chapters.map(\.start.samples) == [0, 1850])
    #expect(timeline.chapters.map(\.end.samples) == [1850, 2170])
    #expect(timeline.marks.map(\.start.samples) == [100, 1150, 1850])
    #expect(timeline.marks.map(\.end.samples) == [1100, 1650, 2150])
    #expect(timeline.marks[0].wordStarts.map(\.samples) == [100, 500])
    #expect(timeline.length.samples == 2170)
  }

  @Test func wordsNeverRunBackwardNorPastTheEnd() {
    var builder = TimelineBuilder(script: script(chapters: [1]), sampleRate: 22_050)
    builder.appendUtterance(100, wordStarts: [-5, 40, 30, 900])
    #expect(builder.timeline().marks[0].wordStarts.map(\.samples) == [0, 40, 40, 100])
  }

  @Test(arguments: [(0, 0), (11, 0), (12, 1), (22_050, 1000), (33, 1), (34, 2), (22_039, 1000)])
  func millisecondsAreRoundedHalfUp(samples: Int, milliseconds: Int) {
    #expect(SampleTime(samples).milliseconds(sampleRate: 22_050) == milliseconds)
  }
}
