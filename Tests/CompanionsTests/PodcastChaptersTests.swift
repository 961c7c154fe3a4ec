import Companions
import Foundation
import Narration
import Testing

/// Chapters as JSON parsers that we did not write read them.
@Suite struct PodcastChaptersTests {
  private func timeline(_ titles: [String], at starts: [Int], length: Int) -> Timeline {
    let chapters = titles.indices.map { index in
      Timeline.ChapterMark(
        title: titles[index], start: SampleTime(starts[index]),
        end: SampleTime(index + 1 < starts.count ? starts[index + 1] : length))
    }
    return Timeline(
      sampleRate: 22_050, marks: [], chapters: chapters, length: SampleTime(length))
  }

  @Test func wholeFile() {
    let timeline = timeline(["One", "Two \"quoted\""], at: [0, 22_061], length: 1_350_563)
    let tags = Metadata(title: "Fear", album: "Show", artist: "Anna")
    #expect(
      PodcastChapters.json(timeline, about: tags) == """
        {
          "version": "1.2.0",
          "title": "Fear",
          "author": "Anna",
          "podcastName": "Show",
          "chapters": [
            {"startTime": 0.000, "endTime": 1.000, "title": "One"},
            {"startTime": 1.000, "endTime": 61.250, "title": "Two \\"quoted\\""}
          ]
        }

        """)
  }

  @Test func noChapters() throws {
    #expect(
      PodcastChapters.json(timeline([], at: [], length: 0)) == """
        {
          "version": "1.2.0",
          "chapters": []
        }

        """)
  }

  @Test func anyTitleComesBack() throws {
    let titles = [
      "\"\\/\u{1}\u{1F}\u{7F}", "שלום (עולם) العالم", "👩‍🔬🎧", "a\u{2028}b\nc\u{0}d", "e\u{301}",
      "</script>", "",
      String(repeating: "語", count: 300), "\u{202E}abc", "a\u{FFFF}b",
    ]
    let starts = titles.indices.map { $0 * 1_000_003 }
    let json = PodcastChapters.json(timeline(titles, at: starts, length: 10_000_030))
    struct File: Decodable {
      struct Chapter: Decodable {
        var title: String
        var startTime: Double
        var endTime: Double
      }
      var version: String
      var chapters: [Chapter]
    }
    let file = try JSONDecoder().decode(File.self, from: Data(json.utf8))
    #expect(file.version == "1.2.0")
    #expect(file.chapters.map(\.title) == titles.map(\.onOneLine))
    for (chapter, start) in zip(file.chapters, starts) {
      let milliseconds = SampleTime(start).milliseconds(sampleRate: 22_050)
      #expect(chapter.startTime == Double(milliseconds) / 1000)
    }
  }

  @Test(arguments: 0..<2000)
  func secondsHaveExactlyTheirMilliseconds(_ index: Int) {
    let start = index * 7919
    let json = PodcastChapters.json(timeline(["A"], at: [start], length: start + 1))
    let milliseconds = SampleTime(start).milliseconds(sampleRate: 22_050)
    let decimals = String(format: "%d.%03d", milliseconds / 1000, milliseconds % 1000)
    #expect(json.contains("\"startTime\": \(decimals),"))
  }
}
