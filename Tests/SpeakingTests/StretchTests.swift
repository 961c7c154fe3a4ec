import Narration
import SpeechWorker
import SpokenText
import Testing

@testable import Speaking

@Suite struct StretchTests {
  private func requests(_ texts: [String]) -> [SpeechRequest] {
    texts.map { FakeVoice.request($0, VoiceCommand(executable: "one")) }
  }

  private func lengths(_ requests: [SpeechRequest]) -> [Int] {
    let stretches = Stretch.all(of: requests)
    // One behind the other, and nothing twice.
    var next = 0
    for stretch in stretches {
      #expect(stretch.requests.lowerBound == next)
      next = stretch.requests.upperBound
    }
    #expect(next == requests.count)
    return stretches.map(\.requests.count)
  }

  @Test func aDozenSentencesAreOne() {
    #expect(lengths(requests(Array(repeating: "a b.", count: 30))) == [12, 12, 6])
    #expect(lengths([]) == [])
  }

  @Test func aVoiceAndAMannerEndIt() {
    var turns = requests(Array(repeating: "a.", count: 6))
    turns[2].voice = VoiceCommand(executable: "two")
    turns[4].prosody.pitch = 30
    turns[5].prosody.pitch = 30
    #expect(lengths(turns) == [2, 1, 1, 2])
  }

  @Test func lengthEndsIt() {
    let long = Array(repeating: "sentence", count: 60).joined(separator: " ")
    #expect(lengths(requests([long, long, long, long, "a.", "b."])) == [3, 3])
    let longer = Array(repeating: "sentence", count: 600).joined(separator: " ")
    #expect(lengths(requests(["a.", longer, "b.", "c."])) == [1, 1, 2])
  }

  @Test func whatSaysNothingStandsAlone() {
    #expect(lengths(requests(["a.", "", "", "b.", "c."])) == [1, 1, 1, 2])
  }
}
