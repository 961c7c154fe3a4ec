import AudioWriting
import Foundation
import Narration
import NarrationTesting
import Testing

/// What is in a file is found, whoever wrote it.
@Suite struct InspectionTests {
  private let marks = AudioWritingTests.chapters(
    ["Eins", "結果 🎧", "Three"], at: [0, 5001, 9999], length: 12_345)

  @Test(arguments: AudioContainer.lossless)
  func whatWeWrite(_ container: AudioContainer) throws {
    try Scratch.with { scratch in
      let tags = Metadata(title: "Títle", artist: "Anna", comment: "One\nTwo")
      try write(testSamples(12_345), to: scratch.path("a"), container, tags: tags, chapters: marks)
      let found = try scratch.inspect("a")
      #expect(found.told.isEmpty)
      #expect(found.frames == 12_345 && found.structure.announcedFrames == 12_345)
      #expect(found.structure.container == container.rawValue.uppercased())
      #expect(found.structure.isLossless && found.structure.channels == 1)
      #expect(found.structure.bitsPerSample == 16 && found.structure.sampleRate == 22_050)
      #expect(found.tags == ["title=Títle", "artist=Anna", "comment=One\nTwo", "encoder=narrate"])
      #expect(found.chapters == ["Eins@0", "結果 🎧@227", "Three@453"])
      let frames = found.structure.chapters.map(\.frame)
      #expect(frames == (container == .wav ? [0, 5001, 9999] : [nil, nil, nil]))
      #expect(found.structure.checksum?.result == (container == .flac ? .matches : nil))
      #expect(found.milliseconds == 560)
    }
  }

  /// More chapters than one table of contents of ID3 lists, with a cover.
  @Test func mp3ThatWeWrite() throws {
    let titles = (0..<300).map { "Kapitel \($0) 🎧" }
    let marks = AudioWritingTests.chapters(
      titles, at: (0..<300).map { $0 * 100 }, length: 30_000)
    try Scratch.with { scratch in
      let plan = AudioPlan(
        chapterTitles: titles, tags: Metadata(title: "Títle"), cover: Cover(bytes: CoverTests.png))
      var files = try AudioFiles([(.mp3, scratch.path("a"))], plan: plan)
      try files.append(testSamples(30_000).span)
      _ = try files.finish(chapters: marks)
      let found = try scratch.inspect("a")
      #expect(found.told.isEmpty)
      #expect(found.frames == 30_000 && found.structure.announcedFrames == 30_000)
      #expect(found.chapters == expected(marks).map { "\($0.title)@\($0.start)" })
      #expect(found.structure.chapters.map(\.endMilliseconds) == expected(marks).map(\.end))
      #expect(found.structure.cover?.bytes == CoverTests.png.count)
      #expect(found.structure.checksum?.result == .matches)
      #expect(found.tags.contains("title=Títle"))
    }
  }

  @Test func aCoverIsToldByKindAndSize() throws {
    try Scratch.with { scratch in
      let plan = AudioPlan(cover: Cover(bytes: CoverTests.png))
      var files = try AudioFiles([(.flac, scratch.path("a"))], plan: plan)
      try files.append(testSamples(1000).span)
      _ = try files.finish(chapters: [])
      let cover = try scratch.inspect("a").structure.cover
      #expect(cover?.mediaType == "image/png" && cover?.bytes == CoverTests.png.count)
    }
  }

  /// WAV as others write it: tags before the samples, the extensible header, other samples.
  @Test(arguments: [
    (["-c:a", "pcm_s24le", "-ac", "2"], "WAV", "PCM", 24, 2),
    (["-c:a", "pcm_f32le"], "WAV", "IEEE float", 32, 1),
    (["-c:a", "pcm_s32le", "-ac", "6"], "WAV", "PCM", 32, 6),
    (["-c:a", "pcm_u8"], "WAV", "PCM", 8, 1),
    (["-rf64", "always"], "RF64", "PCM", 16, 1),
  ])
  func wavOfOthers(
    _ options: [String], _ container: String, _ codec: String, _ bits: Int, _ channels: Int
  ) throws {
    try Scratch.with { scratch in
      try write(testSamples(12_345), to: scratch.path("a.wav"), .wav)
      let arguments =
        ["-v", "error", "-i", scratch.path("a.wav"), "-metadata", "title=Títle"] + options
        + [scratch.path("b.wav")]
      try #require(try Program.run("ffmpeg", arguments).status == 0)
      let found = try scratch.inspect("b.wav")
      #expect(found.told.isEmpty)
      #expect(found.structure.container == container && found.structure.codec == codec)
      #expect(found.structure.bitsPerSample == bits && found.structure.channels == channels)
      #expect(found.frames == 12_345 && found.structure.announcedFrames == 12_345)
      #expect(found.tags.contains("title=Títle"))
      let peak = try #require(try scratch.inspect("a.wav").levels?.samplePeak)
      // In six channels ffmpeg puts mono into the middle one; in two it takes 3 dB from both.
      let expected = channels == 2 ? peak - 3.01 : peak
      #expect(abs((found.levels?.samplePeak ?? 0) - expected) < 0.1)
    }
  }

  @Test(arguments: ["3", "4"]) func mp3OfOthers(_ version: String) throws {
    try Scratch.with { scratch in
      try write(testSamples(6615), to: scratch.path("a.wav"), .wav)
      try scratch.storeMetadata("m")
      try scratch.convert(
        "a.wav", to: "a.mp3", "-i", scratch.path("m"), "-map_metadata", "1", "-id3v2_version",
        version)
      let found = try scratch.inspect("a.mp3")
      #expect(found.told.isEmpty)
      #expect(found.structure.container == "MP3" && found.structure.codec == "MPEG-2 Layer III")
      #expect(!found.structure.isLossless && found.structure.bitsPerSample == nil)
      // The encoder's delay and padding are not counted.
      #expect(found.frames == 6615 && found.structure.announcedFrames == 6615)
      #expect(found.chapters == ["Eins@0", "結果 🎧@150"])
      #expect(found.structure.chapters.map(\.endMilliseconds) == [150, 300])
      #expect(Array(found.tags.prefix(2)) == ["title=Títle", "artist=Anna"])
    }
  }

  @Test func mp3WithTheCheckSumOfLAME() throws {
    try Scratch.with { scratch in
      try write(testSamples(20_000), to: scratch.path("a.mp3"), .mp3)
      let found = try scratch.inspect("a.mp3")
      #expect(found.told.isEmpty && found.frames == 20_000)
      #expect(found.structure.checksum?.result == .matches)
      // A bit in the middle of the last frames.
      var bytes = try scratch.read("a.mp3")
      bytes[bytes.count - 400] ^= 1
      try scratch.store(bytes, "b.mp3")
      let damaged = try scratch.inspect("b.mp3")
      #expect(damaged.structure.checksum?.result == .differs)
      #expect(damaged.told.contains { $0.hasPrefix("error: the CRC of the frames is not") })
    }
  }

  @Test func mp3WithoutAnInfoFrame() throws {
    try Scratch.with { scratch in
      try write(testSamples(20_000), to: scratch.path("a.wav"), .wav)
      try scratch.convert("a.wav", to: "a.mp3", "-write_xing", "0")
      let found = try scratch.inspect("a.mp3")
      #expect(found.told.count == 1 && found.told[0].hasPrefix("warning: has no Info frame"))
      #expect(found.structure.announcedFrames == nil && found.frames > 20_000)
    }
  }

  @Test func opusOfOthers() throws {
    try Scratch.with { scratch in
      try write(testSamples(22_050), to: scratch.path("a.wav"), .wav)
      try scratch.convert(
        "a.wav", to: "a.opus", "-metadata", "CHAPTER001=00:00:00.000", "-metadata",
        "CHAPTER001NAME=Eins", "-metadata", "CHAPTER002=00:00:00.500", "-metadata",
        "CHAPTER002NAME=結果 🎧", "-metadata", "title=Títle")
      let found = try scratch.inspect("a.opus")
      #expect(found.told.isEmpty)
      #expect(found.structure.container == "Ogg" && found.structure.codec == "Opus")
      #expect(found.structure.sampleRate == 48_000 && found.frames == 48_000)
      #expect(Set(found.chapters) == ["Eins@0", "結果 🎧@500"])
      #expect(found.tags.contains("title=Títle"))
      #expect(found.structure.checksum?.result == .matches)
    }
  }

  /// What libsndfile decodes of lossy files starts where ffmpeg starts.
  @Test(arguments: ["mp3", "opus"]) func theSamplesAreThoseOfFFmpeg(_ ending: String) throws {
    try Scratch.with { scratch in
      // Silence, then a tone: where it starts is where the samples are.
      let tone = (0..<11_025).map { $0 < 5000 ? 0 : Int16(8000 * sin(Double($0) / 9)) }
      try write(tone, to: scratch.path("a.wav"), .wav)
      try scratch.convert("a.wav", to: "a.\(ending)")
      try scratch.convert("a.\(ending)", to: "b.wav", "-c:a", "pcm_f32le")
      let (ours, theirs) = (try scratch.inspect("a.\(ending)"), try scratch.inspect("b.wav"))
      #expect(ours.frames == theirs.frames)
      let (left, right) = (try #require(ours.levels), try #require(theirs.levels))
      #expect(left.leadingSilence == right.leadingSilence && left.leadingSilence > 4000)
      #expect(left.largestStepFrame == right.largestStepFrame)
      #expect(abs((left.samplePeak ?? 0) - (right.samplePeak ?? 1)) < 0.001)
    }
  }

  @Test func whatIsNoAudioIsRefused() throws {
    try Scratch.with { scratch in
      for bytes in [
        [], Array("Hello, world.\n".utf8), Array("RIFF".utf8), Array("OggS".utf8),
        Array("ID3\u{4}\0\0\0\0\0\u{1}x".utf8), [0xFF, 0xFB, 0x90, 0],
        [UInt8](repeating: 0xFF, count: 10_000), [UInt8](repeating: 0, count: 10_000),
        Array("fLaC".utf8), Array("RIFF\u{4}\0\0\0WAVE".utf8),
      ] {
        try scratch.store(bytes, "a")
        let error = #expect(throws: AudioInspectionError.self, "\(bytes.prefix(12))") {
          try scratch.inspect("a")
        }
        guard case .unreadable = error?.cause else {
          Issue.record("\(String(describing: error))")
          continue
        }
      }
      let missing = #expect(throws: AudioInspectionError.self) { try scratch.inspect("b") }
      #expect(missing?.cause == .system(ENOENT))
      let folder = #expect(throws: AudioInspectionError.self) { try scratch.inspect(".") }
      #expect(folder?.cause == .system(EISDIR))
      let device = #expect(throws: AudioInspectionError.self) {
        try AudioInspector.inspect("/dev/zero")
      }
      #expect(device?.cause == .unreadable("is no regular file"))
    }
  }
}
