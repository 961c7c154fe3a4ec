import Narration
import Testing

@testable import Reading

struct SubRipReadingTests {
  @Test func cues() throws {
    let text =
      "\u{FEFF}1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>Hello</i> <font color=\"red\">there</font>,\r\n"
      + "you \\Ntwo &amp; all{\\i1}.\r\n\r\nAn empty line inside.\r\n\r\n"
      + "00:00:02.000 --> 00:00:03.000\r\nNo number\r\n3\r\n00:00:03,500 --> 00:00:04,000\r\n"
      + "JOHN: Yes.\r\n\r\n4\r\n00:00:04,000 --> 00:00:05,000\r\n[MARY] No.\r\n\r\n"
      + "5\r\n00:00:05,000 --> 00:00:06,000\r\n[MARY] 5\r\n\r\n6"
    let read = try read(text, as: .subRip)
    #expect(
      read.episode.turns == [
        "Hello there, you two & all. An empty line inside. No number", "JOHN: Yes.", "MARY: No. 5",
      ])
    #expect(read.notices.map(\.what) == ["the file ends in the middle of a cue"])
    #expect(read.episode.slice(of: "there") == "there")
    #expect(read.episode.slice(of: "two") == "two")
  }

  @Test func toldFromItsContent() throws {
    let text = "1\n00:00:01,000 --> 00:00:02,000\nHello.\n"
    let episode = try EpisodeReader().read(bytes: Array(text.utf8), named: "a.txt").episode
    #expect(episode.turns == ["Hello."])
  }

  @Test func aNumberThatIsSaid() throws {
    let text = "00:01,0 --> 00:02,0\nThe answer is\n42\n00:02,0 --> 00:03,0\nof course."
    #expect(try read(text, as: .subRip).episode.turns == ["The answer is 42 of course."])
  }

  @Test(arguments: [
    ("00:00:01,000 --> 00:00:02,000\nHi", SourceFormat.subRip),
    ("00:01.000 --> 00:02.000\nHi", .webVTT), ("WEBVTT\n", .webVTT),
    ("1\n00:01,0 --> 00:02,0\nHi", .subRip),
    ("{\"segments\":[]}", .transcriptJSON), ("[{\"startTime\":1,\"body\":\"\"}]", .transcriptJSON),
    ("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>", .feed), ("WEBVTTER is a word", .plainText),
    ("[Music] and so on", .plainText),
  ])
  func signs(_ text: String, _ format: SourceFormat) {
    #expect(FormatSign.format(of: Array(text.utf8), named: "a") == .format(format))
  }

  @Test func timesAsPeopleWriteThem() {
    func line(_ text: String) -> CueTime.Line? {
      let bytes = DocumentBytes(text)
      return CueTime.line(0..<bytes.count, in: bytes)
    }
    #expect(line("00:00:01,5 --> 00:00:02.25") == .times(start: 1500, end: 2250))
    #expect(line("01:02.000-->01:03.000 line:0") == .times(start: 62_000, end: 63_000))
    #expect(line("100:00:00.000 -> 100:00:01.000") == .times(start: 360_000_000, end: 360_001_000))
    #expect(line("99999999999999999999:00.0 --> 1:00:00") != nil)
    #expect(line("00:0a:01,000 --> 00:00:02,000") == .broken)
    #expect(line("00:00:01,000 -->") == .broken)
    #expect(line("a --> b") == nil)
    #expect(line("at 10:30 --> home") == .broken || line("at 10:30 --> home") == nil)
    #expect(line("Hello there.") == nil)
  }
}
