import AudioWriting
import Foundation
import Narration
import NarrationTesting
import Testing

/// Chapters are seen by programs that we did not write, with the same titles and milliseconds.
@Suite struct ChaptersTests {
  static let titles = [
    "Introduction", "Ketamine & fear: <what> \"we\" know", "תוצאות — النتائج", "結果と考察 🎧", "Ende",
  ]
  /// Starts whose milliseconds round up, down and fall between the two containers' own units.
  static let starts = [0, 22_051, 33_085, 77_777, 99_999]

  @Test(arguments: AudioContainer.lossless + [.mp3], [16_000, 22_050, 24_000, 44_100, 48_000])
  func ffprobeShowsThem(_ container: AudioContainer, _ sampleRate: Int) throws {
    let marks = chapters(Self.titles, at: Self.starts, length: 123_457)
    try Scratch.with { scratch in
      let path = scratch.path("a.\(container.fileExtension)")
      try write(
        testSamples(123_457), to: path, container, chapters: marks, sampleRate: sampleRate)
      #expect(try Probe(path).shown == expected(marks, sampleRate: sampleRate))
    }
  }

  @Test func wavCuesAreExactToTheSample() throws {
    let marks = chapters(Self.titles, at: Self.starts, length: 123_457)
    try Scratch.with { scratch in
      let path = scratch.path("a.wav")
      try write(testSamples(123_457), to: path, .wav, chapters: marks)
      let cues = try WAVReader(path: path).cues
      #expect(cues.map(\.start) == Self.starts)
      #expect(cues.map(\.label) == Self.titles)
    }
  }

  @Test func flacCommentsStandInOrder() throws {
    let marks = chapters(["One", "Two"], at: [0, 22_050 * 3661], length: 22_050 * 3661 + 1)
    let tags = Metadata(
      title: "Title", album: "Show", artist: "Anna", language: "en-GB", date: "2025-03-01",
      comment: "First\r\nSecond\n")
    try Scratch.with { scratch in
      let path = scratch.path("a.flac")
      let plan = AudioPlan(chapterTitles: marks.map(\.title), tags: tags)
      var files = try AudioFiles([(.flac, path)], plan: plan)
      let second = [Int16](repeating: 7, count: 22_050)
      for _ in 0..<3661 { try files.append(second.span) }
      try files.append([Int16](repeating: 7, count: 1).span)
      _ = try files.finish(chapters: marks)
      #expect(
        try FLACReader(path: path).comments == [
          "TITLE=Title", "ALBUM=Show", "ARTIST=Anna", "LANGUAGE=en-GB", "DATE=2025-03-01",
          "COMMENT=First\nSecond", "ENCODER=narrate", "CHAPTER001=00:00:00.000",
          "CHAPTER001NAME=One", "CHAPTER002=01:01:01.000", "CHAPTER002NAME=Two",
        ])
      let list = try Program.run("metaflac", ["--list", "--block-type=VORBIS_COMMENT", path]).text
      #expect(list.contains("comment[10]: CHAPTER002NAME=Two"), "\(list)")
    }
  }

  @Test func mediainfoShowsThoseOfFLAC() throws {
    let marks = chapters(Self.titles, at: Self.starts, length: 123_457)
    try Scratch.with { scratch in
      let path = scratch.path("a.flac")
      try write(testSamples(123_457), to: path, .flac, chapters: marks)
      let text = try Program.run("mediainfo", ["--Output=Text", path]).text
      for chapter in marks {
        let line = text.split(separator: "\n").first {
          $0.hasPrefix(chapter.start.timestamp(sampleRate: 22_050))
        }
        #expect(line?.hasSuffix(": " + chapter.title) == true, "\(text)")
      }
    }
  }

  @Test(arguments: AudioContainer.lossless + [.mp3])
  func thousandChaptersWithLongTitles(_ container: AudioContainer) throws {
    // 170 characters of three bytes: all that ffprobe shows of a WAV label, to its 511th byte.
    let titles = (0..<1000).map { String(format: "%03d", $0) + String(repeating: "語", count: 169) }
    let marks = chapters(titles, at: (0..<1000).map { $0 * 100 }, length: 100_000)
    try Scratch.with { scratch in
      let path = scratch.path("a.\(container.fileExtension)")
      try write(testSamples(100_000), to: path, container, chapters: marks)
      #expect(try Probe(path).shown == expected(marks))
      let samples = try decoded(path)
      #expect(container.isLossless ? samples == testSamples(100_000) : samples.count == 100_000)
    }
  }

  @Test(arguments: ["a", "é", "Ж", "語", "क", "🎧"])
  func titlesOfThreeHundredCharacters(_ character: String) throws {
    let title = String(repeating: character, count: 300)
    let marks = chapters([title, "Next"], at: [0, 5000], length: 10_000)
    try Scratch.with { scratch in
      let flac = scratch.path("a.flac")
      try write(testSamples(10_000), to: flac, .flac, chapters: marks)
      #expect(try Probe(flac).shown == expected(marks))
      let mp3 = scratch.path("a.mp3")
      try write(testSamples(10_000), to: mp3, .mp3, chapters: marks)
      #expect(try Probe(mp3).shown == expected(marks))
      let wav = scratch.path("a.wav")
      try write(testSamples(10_000), to: wav, .wav, chapters: marks)
      #expect(try WAVReader(path: wav).cues.map(\.label) == [title, "Next"])
      let shown = try #require(try Probe(wav).shown.first?.title)
      let whole = title.utf8.count <= 511
      #expect(whole ? shown == title : title.hasPrefix(shown.filter { $0 != "\u{FFFD}" }))
    }
  }

  @Test(arguments: [
    ("Two\r\nlines", "Two lines"), ("NUL\u{0}inside", "NUL inside"), ("  \t edge \u{2028}", "edge"),
    ("a\u{FFFE}b", "a b"), ("", ""), ("\u{7}", ""), ("a=b", "a=b"),
    ("e\u{301}\u{200D}👩‍🔬", "e\u{301}\u{200D}👩‍🔬"),
  ])
  func titlesAreTidied(_ title: String, _ tidied: String) throws {
    let marks = chapters([title, "Next"], at: [0, 5000], length: 10_000)
    try Scratch.with { scratch in
      for container in AudioContainer.lossless + [.mp3] {
        let path = scratch.path("a.\(container.fileExtension)")
        try write(
          testSamples(10_000), to: path, container, tags: Metadata(title: title), chapters: marks)
        let probe = try Probe(path)
        // For an empty title in ID3 ffprobe shows what the table of contents names the chapter by.
        let shown = container == .mp3 && tidied.isEmpty ? "ch1" : tidied
        #expect(probe.shown.map { $0.title } == [shown, "Next"])
        let tags = probe.format.tags ?? [:]
        #expect((tags["title"] ?? tags["TITLE"] ?? "") == tidied)
      }
    }
  }

  @Test func chapterOfOneSample() throws {
    let marks = chapters(["Long", "Blink", "Rest"], at: [0, 5000, 5001], length: 10_000)
    try Scratch.with { scratch in
      let wav = scratch.path("a.wav")
      try write(testSamples(10_000), to: wav, .wav, chapters: marks)
      #expect(try Probe(wav).shown == expected(marks))
      let flac = scratch.path("a.flac")
      try write(testSamples(10_000), to: flac, .flac, chapters: marks)
      // Within one millisecond FLAC's times cannot tell the next start from its own, so that
      // ffprobe takes the end of the audio for this chapter's.
      #expect(try Probe(flac).shown.map(\.start) == [0, 227, 227])
      #expect(try Probe(flac).shown.map(\.title) == ["Long", "Blink", "Rest"])
      let mp3 = scratch.path("a.mp3")
      try write(testSamples(10_000), to: mp3, .mp3, chapters: marks)
      #expect(try Probe(mp3).shown == expected(marks))
    }
  }

  @Test(arguments: AudioContainer.lossless + [.mp3])
  func tagsAreSeen(_ container: AudioContainer) throws {
    let tags = Metadata(
      title: "Títle", album: "Show", artist: "Anna", language: "en", date: "2025-03-01",
      comment: "First line\nSecond = line\n\nFourth")
    try Scratch.with { scratch in
      let path = scratch.path("a.\(container.fileExtension)")
      try write(testSamples(10_000), to: path, container, tags: tags)
      let probe = try Probe(path)
      #expect(probe.chapters.isEmpty)
      let shown = Dictionary(
        uniqueKeysWithValues: (probe.format.tags ?? [:]).map { ($0.key.lowercased(), $0.value) })
      var expected = [
        "title": "Títle", "album": "Show", "artist": "Anna", "language": "en",
        "date": "2025-03-01", "comment": "First line\nSecond = line\n\nFourth",
        "encoder": "narrate",
      ]
      // ID3 has codes of three letters, and the length in milliseconds.
      if container == .mp3 { (expected["language"], expected["tlen"]) = ("eng", "454") }
      #expect(shown == expected)
    }
  }
}
