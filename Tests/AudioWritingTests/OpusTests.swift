import AudioWriting
import Foundation
import Narration
import NarrationTesting
import Testing

/// Ogg Opus files: their length, onsets and level, and what stands before the samples.
@Suite struct OpusTests {
  @Test(
    arguments: [22_050, 24_000, 44_100, 48_000], [0, 1, 2, 959, 960, 961, 4097, 100_003])
  func lengthIsExact(_ sampleRate: Int, _ count: Int) throws {
    try Scratch.with { scratch in
      let path = scratch.path("a.opus")
      let written = try write(testSamples(count), to: path, .opus, sampleRate: sampleRate)
      // A file of nothing holds one silent sample.
      let expected = (max(count, 1) * 48_000 + sampleRate - 1) / sampleRate
      let opus = try OggOpusReader(path: path)
      #expect(written.frames == count)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == written.bytes)
      #expect(opus.frames == expected)
      #expect(opus.inputRate == sampleRate)
      #expect(opus.channels == 1)
      #expect(opus.gain == 0)
      #expect(opus.endTrimming < 960 + 312)
      #expect(try decoded(path).count == expected)
      #expect(try opusdecoded(path).count == expected)
    }
  }

  /// Bursts of noise, found again by their correlation with what was written.
  @Test(arguments: [22_050, 24_000, 44_100, 48_000], SampleDepth.allCases)
  func onsetsAreWithinAMillisecond(_ sampleRate: Int, _ depth: SampleDepth) throws {
    let noise = noise(sampleRate / 20)
    let starts = [0.2, 1.1137, 2.73].map { Int($0 * Double(sampleRate)) }
    var samples = [Int16](repeating: 0, count: 3 * sampleRate)
    for start in starts { samples.replaceSubrange(start..<start + noise.count, with: noise) }
    try Scratch.with { scratch in
      let path = scratch.path("a.opus")
      if depth == .sixteen {
        try write(samples, to: path, .opus, sampleRate: sampleRate)
      } else {
        var files = try AudioFiles(
          [(.opus, path)], plan: AudioPlan(sampleRate: sampleRate, depth: depth))
        let wide = samples.map { Int32($0) << 16 }
        try files.append(wide.span)
        _ = try files.finish(chapters: [])
      }
      let heard = try decoded(path).map { Float($0) }
      let burst = (0..<2300).map { Float(noise[$0 * sampleRate / 48_000]) }
      for start in starts {
        let place = start * 48_000 / sampleRate
        let delays = Array(-480...480)
        let scores = delays.map { delay in
          var sum: Float = 0
          for index in stride(from: 0, to: burst.count, by: 2) {
            sum += burst[index] * heard[place + delay + index]
          }
          return sum
        }
        let best = try #require(scores.indices.max { scores[$0] < scores[$1] })
        #expect(abs(delays[best]) <= 48, "\(start) at \(sampleRate): \(delays[best]) samples late")
      }
    }
  }

  @Test(arguments: SampleDepth.allCases)
  func levelStaysWhatItWas(_ depth: SampleDepth) throws {
    let samples = (0..<44_100).map { (index: Int) -> Int16 in
      let swell: Double = 1 + 0.5 * sin(Double(index) * 0.0007)
      return Int16(8000 * swell * sin(Double(index) * 0.11))
    }
    try Scratch.with { scratch in
      let path = scratch.path("a.opus")
      var files = try AudioFiles([(.opus, path)], plan: AudioPlan(depth: depth))
      if depth == .sixteen {
        try files.append(samples.span)
      } else {
        let wide = samples.map { Int32($0) << 16 }
        try files.append(wide.span)
      }
      _ = try files.finish(chapters: [])
      let change = 20 * log10(rootMeanSquare(try decoded(path)) / rootMeanSquare(samples))
      #expect(abs(change) < 0.1, "\(change) dB")
    }
  }

  @Test func commentsStandInOrderAndTheTimesInTheirPlaces() throws {
    let marks = chapters(["One", "Two"], at: [0, 22_050 * 61], length: 22_050 * 61 + 1)
    let tags = Metadata(title: "Title", album: "Show", comment: "First\r\nSecond\n")
    try Scratch.with { scratch in
      let path = scratch.path("a.opus")
      var samples = [Int16](repeating: 7, count: 22_050 * 61 + 1)
      samples[5000] = 9000
      try write(samples, to: path, .opus, tags: tags, chapters: marks)
      let opus = try OggOpusReader(path: path)
      #expect(
        opus.comments == [
          "TITLE=Title", "ALBUM=Show", "COMMENT=First\nSecond", "ENCODER=narrate",
          "CHAPTER001=00:00:00.000", "CHAPTER001NAME=One", "CHAPTER002=00:01:01.000",
          "CHAPTER002NAME=Two",
        ])
      // "libopus 1.3.1, libopusenc 0.2.1": the same as we tell.
      #expect(Set(opus.vendor.components(separatedBy: ", ")).isSubset(of: CodecVersions.all))
      #expect(opus.padding >= 512)
      #expect(opus.pages.allSatisfy { $0.serialNumber == 1 })
      let info = try Program.run("opusinfo", [path])
      #expect(info.status == 0)
      #expect(!(info.text + info.errors).contains("WARNING"), "\(info.text) \(info.errors)")
      #expect(info.text.contains("CHAPTER002=00:01:01.000"))
      #expect(info.text.contains("Playback length: 1m:01.000s"), "\(info.text)")
    }
  }

  /// The border of two pages falls on every third byte of a chapter's two comments.
  @Test func timesAcrossPagesAreWritten() throws {
    let marks = chapters(
      (0..<9).map { "\($0)" }, at: (0..<9).map { $0 * 1111 }, length: 10_000)
    let pair = "....CHAPTER001=00:00:00.000....CHAPTER001NAME=0".utf8.count
    var borders: Set<Int> = []
    try Scratch.with { scratch in
      for shift in stride(from: 0, to: pair, by: 3) {
        let tags = Metadata(comment: String(repeating: "c", count: 64_700 + shift))
        let path = scratch.path("a.opus")
        try write(testSamples(10_000), to: path, .opus, tags: tags, chapters: marks)
        let opus = try OggOpusReader(path: path)
        #expect(opus.pages.map { $0.flags & 1 }.prefix(4) == [0, 0, 1, 0])
        #expect(times(opus) == numbered(marks, from: 1))
        let before = opus.comments.prefix { !$0.hasPrefix("CHAPTER") }
        let start = before.reduce(16 + opus.vendor.utf8.count) { $0 + 4 + $1.utf8.count }
        borders.insert((255 * 255 - start) % pair)
      }
    }
    #expect(borders.count == (pair + 2) / 3)
  }

  @Test func thousandChaptersOfThreeHundredCharacters() throws {
    let title = String(repeating: "語", count: 300)
    let marks = chapters(
      (0..<1000).map { _ in title }, at: (0..<1000).map { $0 * 30 }, length: 30_000)
    try Scratch.with { scratch in
      let path = scratch.path("a.opus")
      try write(testSamples(30_000), to: path, .opus, chapters: marks)
      let opus = try OggOpusReader(path: path)
      #expect(opus.pages.filter { $0.flags & 1 != 0 }.count >= 13)
      #expect(times(opus) == numbered(marks, from: 0))
      #expect(opus.comments.filter { $0.hasSuffix("NAME=" + title) }.count == 1000)
      #expect(try Program.run("opusinfo", [path]).errors.isEmpty)
    }
  }

  private func times(_ opus: OggOpusReader) -> [String] {
    opus.comments.filter { $0.hasPrefix("CHAPTER") && !$0.contains("NAME=") }
  }

  private func numbered(_ marks: [Timeline.ChapterMark], from first: Int) -> [String] {
    marks.enumerated().map { index, mark in
      let number = String(String(1000 + first + index).suffix(3))
      return "CHAPTER\(number)=\(mark.start.timestamp(sampleRate: 22_050))"
    }
  }

  @Test func titlesThatWereNotAnnounced() throws {
    try Scratch.with { scratch in
      var files = try AudioFiles([(.opus, scratch.path("a.opus"))], plan: AudioPlan())
      try files.append(testSamples(1000).span)
      var error: AudioWritingError?
      do { _ = try files.finish(chapters: chapters(["Late"], at: [0], length: 1000)) } catch let
        caught as AudioWritingError
      { error = caught }
      #expect(error?.reason.contains("not those that were announced") == true)
    }
  }

  @Test func chapterOfOneSample() throws {
    let marks = chapters(["Long", "Blink", "Rest"], at: [0, 5000, 5001], length: 10_000)
    try Scratch.with { scratch in
      let path = scratch.path("a.opus")
      try write(testSamples(10_000), to: path, .opus, chapters: marks)
      #expect(try Probe(path).shown.map(\.start) == [0, 227, 227])
      #expect(try Probe(path).shown.map(\.title) == ["Long", "Blink", "Rest"])
    }
  }

  @Test func mediainfoShowsChapters() throws {
    let marks = chapters(ChaptersTests.titles, at: ChaptersTests.starts, length: 123_457)
    try Scratch.with { scratch in
      let path = scratch.path("a.opus")
      try write(testSamples(123_457), to: path, .opus, chapters: marks)
      let text = try Program.run("mediainfo", ["--Output=Text", path]).text
      for title in ChaptersTests.titles { #expect(text.contains(title), "\(text)") }
    }
  }

  @Test(arguments: [0, 1, 2, 8 << 20])
  func coverIsHeldAsAPicture(_ extra: Int) throws {
    let bytes = CoverTests.png + [UInt8](repeating: 7, count: extra)
    let marks = chapters(["One", "Two"], at: [0, 500], length: 1000)
    try Scratch.with { scratch in
      let path = scratch.path("a.opus")
      let plan = AudioPlan(chapterTitles: marks.map(\.title), cover: Cover(bytes: bytes))
      var files = try AudioFiles([(.opus, path)], plan: plan)
      try files.append(testSamples(1000).span)
      _ = try files.finish(chapters: marks)
      #expect(try Probe(path).shown.map(\.title) == ["One", "Two"])
      let opus = try OggOpusReader(path: path)
      #expect(opus.comments[opus.comments.count - 3] == "CHAPTER002=00:00:00.023")
      let name = "METADATA_BLOCK_PICTURE="
      let comment = try #require(opus.comments.last { $0.hasPrefix(name) })
      let block = try #require(Data(base64Encoded: String(comment.dropFirst(name.count))))
      #expect(Array(block.prefix(17)) == [0, 0, 0, 3, 0, 0, 0, 9] + Array("image/png".utf8))
      #expect(Array(block.dropFirst(41)) == bytes)
      let probe = try Program.run(
        "ffprobe", ["-v", "error", "-show_entries", "stream=codec_name,width", "-of", "csv", path])
      #expect(probe.text.contains("png,1"), "\(probe.text) \(probe.errors)")
      let info = try Program.run("opusinfo", [path])
      #expect(info.status == 0 && !(info.text + info.errors).contains("WARNING"))
    }
  }

  /// Noise without a pitch, most of it below 3 kHz, as speech is.
  private func noise(_ count: Int) -> [Int16] {
    var generator = SeededGenerator(seed: 5)
    var level = 0.0
    return (0..<count).map { _ in
      level = 0.7 * level + Double.random(in: -6000...6000, using: &generator)
      return Int16(level)
    }
  }

  @Test func headerBeyondWhatReadersTakeIsRefused() throws {
    let cover = Cover(bytes: CoverTests.png + [UInt8](repeating: 7, count: 95 << 20))
    try Scratch.with { scratch in
      let path = scratch.path("a.opus")
      let plan = AudioPlan(cover: cover)
      let error = #expect(throws: AudioWritingError.self) {
        _ = try AudioFiles([(.opus, path)], plan: plan)
      }
      #expect(error?.complaint.remedy == "choose another container with --format")
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test(arguments: SampleDepth.allCases, [1, 150, 961, 10_000])
  func sizeOfPiecesChangesNoByte(_ depth: SampleDepth, _ count: Int) throws {
    let samples = testSamples(count)
    let wide = samples.map { Int32($0) << 16 | 0x7700 }
    try Scratch.with { scratch in
      let files = try [count, 1, 31, 4097].map { piece in
        let path = scratch.path("\(piece)")
        var files = try AudioFiles([(.opus, path)], plan: AudioPlan(depth: depth))
        for start in stride(from: 0, to: count, by: piece) {
          let range = start..<min(start + piece, count)
          if depth == .sixteen {
            try files.append(samples.span.extracting(range))
          } else {
            try files.append(wide.span.extracting(range))
          }
        }
        _ = try files.finish(chapters: [])
        return try Data(contentsOf: URL(fileURLWithPath: path))
      }
      for file in files { #expect(file == files[0]) }
    }
  }

  private func rootMeanSquare(_ samples: [Int16]) -> Double {
    let sum = samples.reduce(0.0) { $0 + Double($1) * Double($1) }
    return (sum / Double(samples.count)).squareRoot()
  }

  /// The samples as opus-tools decode them.
  private func opusdecoded(_ path: String) throws -> [Int16] {
    let raw = path + ".raw"
    let arguments = ["--quiet", "--rate", "48000", "--no-dither", path, raw]
    let result = try Program.run("opusdec", arguments)
    try #require(result.status == 0, "\(result.errors)")
    return samples(of: Array(try Data(contentsOf: URL(fileURLWithPath: raw))))
  }
}
