import Narration
import Testing

@testable import Reading

struct TranscriptJSONTests {
  private let start = #"{"version": "1.0.0", "segments": ["#

  @Test func segmentsBecomeTurns() throws {
    let text =
      start + #"{"speaker":"Darth Vader","startTime":0.5,"endTime":0.75,"body":"I"},"#
      + #"{"speaker":"Darth Vader","startTime":0.75,"endTime":1,"body":"am y\u00f6ur \ud83d\ude00"},"#
      + #"{"startTime":1,"endTime":1.5,"body":"\"father\""},"#
      + #"{"startTime":1.5,"endTime":2,"body":"."},"#
      + #"{"speaker":"Luke","startTime":9e0,"endTime":10,"body":"No!\nNo!","words":[["no"]]}]}"#
    let read = try read(text, as: .transcriptJSON)
    #expect(read.notices == [])
    #expect(
      read.episode.turns == ["Darth Vader: I am yöur 😀 \"father\".", "Luke: No! No!"])
    #expect(read.episode.omitted(.speakerName) == ["Darth Vader", "Darth Vader", "Luke"])
    #expect(read.episode.omitted(.repetition) == ["no"])
    #expect(read.episode.slice(of: "yö") == #"y\u00f6"#)
    #expect(read.episode.slice(of: "😀") == #"\ud83d\ude00"#)
  }

  @Test func whisperAndSingleCharacters() throws {
    let whisper =
      #"{"text":" Hello. Bye.","segments":[{"id":0,"start":0.0,"end":1.0,"text":" Hello."},"#
      + #"{"id":1,"start":1.0,"end":2.0,"text":" Bye."}],"language":"en"}"#
    let episode = try read(whisper, as: .transcriptJSON).episode
    #expect(episode.turns == ["Hello. Bye."])
    #expect(episode.metadata.language == "en")
    #expect(episode.omitted(.repetition) == [" Hello. Bye."])
    let characters = "It is so.".enumerated().map { #"{"startTime":\#($0),"body":"\#($1)"}"# }
    #expect(
      try read(start + characters.joined(separator: ",") + "]}", as: .transcriptJSON).episode.turns
        == ["It is so."])
  }

  @Test func textIsNoMarkup() throws {
    let text = start + #"{"body":"a <b>c</b> &amp; {d} \u0000 \ud800 \q"}]}"#
    #expect(
      try read(text, as: .transcriptJSON).episode.turns
        == [#"a <b>c</b> &amp; {d} "# + "\u{FFFD}" + #" \q"#])
  }

  @Test func damage() throws {
    let cut = try read(
      start + #"{"body":"One."},{"body":"Two"#, as: .transcriptJSON)
    #expect(cut.episode.turns == ["One. Two"])
    #expect(cut.notices.map(\.what) == ["the file ends in the middle"])
    let broken = try read(start + #"{"body":"One."}, oops {"body":"Two"}]}"#, as: .transcriptJSON)
    #expect(broken.episode.turns == ["One."])
    #expect(broken.episode.omitted(.damaged) == [#"oops {"body":"Two"}]}"#])
    for text in ["", "{}", "[", "nonsense", #"{"segments": 5}"#, start + "]}", start] {
      #expect(throws: ReadingError.self, "\(text)") { try read(text, as: .transcriptJSON) }
    }
  }

  @Test func deepNesting() throws {
    let deep = String(repeating: "[", count: 100_000)
    let text = start + #"{"body":"One.","x":"# + deep
    #expect(try read(text, as: .transcriptJSON).episode.turns == ["One."])
  }
}
