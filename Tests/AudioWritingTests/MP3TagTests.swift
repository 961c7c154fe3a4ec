import Foundation
import Narration
import NarrationTesting
import Testing

@testable import AudioWriting

/// The tag before the frames of an MP3 file, byte by byte and as programs show it.
@Suite struct MP3TagTests {
  /// Writes 10,000 samples by a plan.
  private func write(
    _ plan: AudioPlan, to path: String, chapters: [Timeline.ChapterMark] = []
  ) throws {
    var files = try AudioFiles([(.mp3, path)], plan: plan)
    try files.append(testSamples(10_000).span)
    _ = try files.finish(chapters: chapters)
  }

  @Test func framesStandInOrder() throws {
    let marks = chapters(["One", "Zwölf 🎧"], at: [0, 5000], length: 10_000)
    let tags = Metadata(
      title: "Títle", album: "Show", artist: "Anna", language: "en-GB", date: "2025-03-01",
      comment: "First\r\nSecönd\n", publisher: "House")
    let cover = try #require(Cover(bytes: CoverTests.png))
    try Scratch.with { scratch in
      let path = scratch.path("a.mp3")
      let plan = AudioPlan(chapterTitles: marks.map(\.title), tags: tags, cover: cover)
      try write(plan, to: path, chapters: marks)
      let tag = try MP3Reader(path: path).tag
      #expect(
        tag.texts == [
          "TIT2=Títle", "TALB=Show", "TPE1=Anna", "TLAN=eng", "TYER=2025", "TDAT=0103",
          "COMM=eng::First\nSecönd", "TPUB=House", "TSSE=narrate", "TLEN=454",
        ])
      #expect(
        tag.chapters.map { "\($0.id) \($0.start)-\($0.end)" } == ["ch1 0-227", "ch2 227-454"])
      #expect(tag.chapters.map(\.title) == ["One", "Zwölf 🎧"])
      #expect(tag.tables.map { "\($0.id) \($0.isTop) \($0.isOrdered)" } == ["toc true true"])
      #expect(tag.tables.map(\.entries) == [["ch1", "ch2"]])
      #expect(
        tag.pictures.map { "\($0.mediaType) \($0.type) <\($0.description)>" } == ["image/png 3 <>"])
      #expect(tag.pictures.map(\.bytes) == [CoverTests.png])
      #expect(tag.frames.last?.name == "APIC")
      #expect(tag.padding >= 4096)

      let probe = try Program.run(
        "ffprobe", ["-v", "error", "-show_entries", "stream=codec_name,width", "-of", "csv", path])
      #expect(probe.text.contains("png,1"), "\(probe.text) \(probe.errors)")
      let format = "--Output=General;%Title%|%Album%|%Performer%|%Cover_Type%|%Publisher%"
      let info = try Program.run("mediainfo", [format, path]).text
      #expect(info.hasPrefix("Títle|Show|Anna|Cover (front)|House"), "\(info)")
    }
  }

  @Test(arguments: [
    ("2025-03-01", ["TYER=2025", "TDAT=0103"]), ("2025-03", ["TYER=2025"]), ("2025", ["TYER=2025"]),
    ("in May", []), ("", []), ("-", []),
  ])
  func datesAreYearAndDay(_ date: String, _ frames: [String]) throws {
    try Scratch.with { scratch in
      let path = scratch.path("a.mp3")
      try write(AudioPlan(tags: Metadata(date: date)), to: path)
      let texts = try MP3Reader(path: path).tag.texts
      #expect(texts.filter { $0.hasPrefix("TYER") || $0.hasPrefix("TDAT") } == frames)
    }
  }

  /// Against the tables of ICU, of which Foundation is made.
  @Test func languagesHaveThreeLetters() {
    for first in "abcdefghijklmnopqrstuvwxyz" {
      for second in "abcdefghijklmnopqrstuvwxyz" {
        let code = "\(first)\(second)"
        guard let ours = LanguageCode.threeLetters(of: code) else { continue }
        let theirs = Locale.LanguageCode(code).identifier(.alpha3)
        #expect(theirs == nil || theirs == ours, "\(code)")
      }
    }
    #expect(LanguageCode.threeLetters(of: "zh-Hant-TW") == "zho")
    #expect(LanguageCode.threeLetters(of: "DE_at") == "deu")
    #expect(LanguageCode.threeLetters(of: "yue") == "yue")
    #expect(LanguageCode.threeLetters(of: "x-klingon") == nil)
    #expect(LanguageCode.threeLetters(of: "") == nil)
  }

  @Test(arguments: [0, 1, 255, 256, 1000])
  func tablesListEveryChapter(_ count: Int) throws {
    let titles = (0..<count).map { "Chapter \($0)" }
    let marks = chapters(titles, at: (0..<count).map { $0 * 10 }, length: 10_000)
    try Scratch.with { scratch in
      let path = scratch.path("a.mp3")
      try write(AudioPlan(chapterTitles: titles), to: path, chapters: marks)
      let tag = try MP3Reader(path: path).tag
      #expect(try tag.contents.map(\.title) == titles)
      #expect(try tag.contents == tag.chapters)
      #expect(tag.tables.count == (count == 0 ? 0 : count <= 255 ? 1 : 1 + (count + 254) / 255))
      #expect(tag.tables.allSatisfy { $0.isOrdered })
      #expect(try Probe(path).shown == expected(marks))
    }
  }

  @Test func moreChaptersThanTablesHold() throws {
    try Scratch.with { scratch in
      let path = scratch.path("a.mp3")
      let titles = [String](repeating: "C", count: 255 * 255 + 1)
      let error = try #require(throws: AudioWritingError.self) {
        try write(AudioPlan(chapterTitles: titles), to: path)
      }
      #expect(error.complaint.remedy == "choose another container with --format")
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func aTagBeyondItsSize() throws {
    try Scratch.with { scratch in
      let path = scratch.path("a.mp3")
      let plan = AudioPlan(tags: Metadata(comment: String(repeating: "x", count: 6000)))
      let error = try #require(throws: AudioWritingError.self) {
        _ = try MP3Writer(path: path, plan: plan, largestTag: 10_000)
      }
      #expect(error.reason.hasPrefix("titles and tags of 60"))
      #expect(error.reason.hasSuffix(" bytes, where MP3 has room for 10000"))
      #expect(error.complaint.remedy == "choose another container with --format")
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func aLargeCoverFits() throws {
    var bytes = [UInt8](repeating: 7, count: Cover.largestSize)
    bytes.replaceSubrange(0..<3, with: [0xFF, 0xD8, 0xFF])
    try Scratch.with { scratch in
      let path = scratch.path("a.mp3")
      try write(AudioPlan(cover: Cover(bytes: bytes)), to: path)
      let mp3 = try MP3Reader(path: path)
      #expect(mp3.tag.pictures.first?.bytes == bytes)
      #expect(mp3.tag.pictures.first?.mediaType == "image/jpeg")
      #expect(mp3.samples == 10_000)
    }
  }

  /// A chapter's moment has 32 bits of milliseconds.
  @Test func chaptersBeyondFortyNineDays() throws {
    try Scratch.with { scratch in
      let marks = chapters(["One", "Two"], at: [0, 5000], length: 22_050 * 3600 * 24 * 50)
      let error = try #require(throws: AudioWritingError.self) {
        try write(
          AudioPlan(chapterTitles: ["One", "Two"]), to: scratch.path("a.mp3"), chapters: marks)
      }
      #expect(error.reason.contains("49 days"))
    }
  }

  @Test func titlesThatWereNotAnnounced() throws {
    try Scratch.with { scratch in
      let marks = chapters([String(repeating: "long ", count: 10_000)], at: [0], length: 10_000)
      let error = try #require(throws: AudioWritingError.self) {
        try write(AudioPlan(), to: scratch.path("a.mp3"), chapters: marks)
      }
      #expect(error.reason.contains("more room"))
    }
  }
}
