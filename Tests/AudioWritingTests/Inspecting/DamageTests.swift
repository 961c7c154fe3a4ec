import AudioWriting
import Foundation
import Narration
import NarrationTesting
import Testing

@testable import AudioWriting

/// Damage is found, and told with its time.
@Suite struct DamageTests {
  /// A second of sound in a container, with a chapter; its bytes.
  private func made(_ container: AudioContainer, in scratch: Scratch) throws -> [UInt8] {
    let samples = testSamples(22_050)
    let marks = chapters(["Eins", "Zwei"], at: [0, 11_025], length: 22_050)
    if container.isLossless {
      try write(samples, to: scratch.path("a"), container, chapters: marks)
      return try scratch.read("a")
    }
    try write(samples, to: scratch.path("a.wav"), .wav)
    try scratch.convert("a.wav", to: "a.\(container.fileExtension)")
    return try scratch.read("a.\(container.fileExtension)")
  }

  @Test(arguments: AudioContainer.allCases)
  func aFileThatIsCutOff(_ container: AudioContainer) throws {
    try Scratch.with { scratch in
      let whole = try made(container, in: scratch)
      for part in [0.5, 0.8, 0.95] {
        try scratch.store(Array(whole.prefix(Int(Double(whole.count) * part))), "b")
        let found = try scratch.inspect("b")
        // Of WAV the last twentieth may be tags.
        #expect(
          found.told.contains { $0.hasPrefix("error: is cut off") }, "\(part) \(found.told)")
        #expect(!found.told.contains { $0.contains("chapter") })
      }
      try scratch.store(whole, "b")
      #expect(try scratch.inspect("b").told.isEmpty)
    }
  }

  @Test func aBitOfFLACIsFoundByItsFrameAndItsMD5() throws {
    try Scratch.with { scratch in
      var bytes = try made(.flac, in: scratch)
      bytes[bytes.count - bytes.count / 4] ^= 8
      try scratch.store(bytes, "b")
      let found = try scratch.inspect("b")
      #expect(found.structure.checksum?.result == .differs)
      #expect(found.frames == 22_050)
      #expect(found.told.count == 2 && found.told[0].contains("is damaged at 00:00:00."))
      #expect(found.told[1].contains("the MD5 of the samples is not the one"))
    }
  }

  @Test func anMD5ThatIsWrongOrMissing() throws {
    try Scratch.with { scratch in
      var bytes = try made(.flac, in: scratch)
      // RFC 9639: 4 bytes of mark, 4 of the block's header, 18 of STREAMINFO before the sum.
      bytes[26] ^= 1
      try scratch.store(bytes, "b")
      let wrong = try scratch.inspect("b")
      #expect(wrong.told == ["error: the MD5 of the samples is not the one that the file carries"])
      bytes.replaceSubrange(26..<42, with: [UInt8](repeating: 0, count: 16))
      try scratch.store(bytes, "b")
      let missing = try scratch.inspect("b")
      #expect(missing.structure.checksum?.result == .absent)
      #expect(missing.told == ["warning: carries no MD5, so that damage cannot be found"])
    }
  }

  @Test func aBitOfOpusIsFoundByItsPage() throws {
    try Scratch.with { scratch in
      var bytes = try made(.opus, in: scratch)
      bytes[bytes.count - 100] ^= 1
      try scratch.store(bytes, "b")
      let found = try scratch.inspect("b")
      #expect(found.structure.checksum?.result == .differs)
      #expect(
        found.told.contains { $0.contains("differ from their check sum, the first at 00:00:0") })
    }
  }

  @Test func strangeBytesBetweenFramesOfMP3() throws {
    try Scratch.with { scratch in
      var bytes = try made(.mp3, in: scratch)
      bytes.insert(contentsOf: [UInt8](repeating: 7, count: 333), at: bytes.count / 2)
      try scratch.store(bytes, "b")
      let found = try scratch.inspect("b")
      #expect(found.told.contains { $0.hasPrefix("error: is damaged at 00:00:00.") })
    }
  }

  /// Chapters that a file lists wrongly, in the comments of a FLAC file.
  @Test(arguments: [
    (["CHAPTER001=00:00:00.000", "CHAPTER001NAME="], "chapter 1 at 00:00:00.000 has no title"),
    (["CHAPTER001=00:00:00.000"], "chapter 1 at 00:00:00.000 has no title"),
    (
      ["CHAPTER001=00:00:01.001", "CHAPTER001NAME=a"],
      "chapter 1 at 00:00:01.001 starts beyond the end, 00:00:01.000"
    ),
    (
      [
        "CHAPTER001=00:00:00.500", "CHAPTER001NAME=a", "CHAPTER002=00:00:00.499",
        "CHAPTER002NAME=b",
      ], "chapter 2 at 00:00:00.499 starts before the one before it, 00:00:00.500"
    ),
    (
      ["CHAPTER001=soon", "CHAPTER001NAME=a"],
      "the chapter 001 starts at \"soon\", which is no time"
    ),
  ])
  func chaptersThatCannotBe(_ comments: [String], _ told: String) throws {
    try Scratch.with { scratch in
      try write(testSamples(22_050), to: scratch.path("a.flac"), .flac)
      try scratch.store(Array((comments.joined(separator: "\n") + "\n").utf8), "comments")
      try scratch.run("metaflac", "--import-tags-from=" + scratch.path("comments"), "@a.flac")
      #expect(try scratch.inspect("a.flac").told == ["error: \(told)"])
    }
  }

  /// Samples of floating point that are no numbers are counted as too loud, and spoil nothing else.
  @Test func samplesThatAreNoNumbers() throws {
    try Scratch.with { scratch in
      try write(testSamples(22_050), to: scratch.path("a.wav"), .wav)
      try scratch.convert("a.wav", to: "b.wav", "-c:a", "pcm_f32le")
      let whole = try #require(try scratch.inspect("b.wav").levels)
      var bytes = try scratch.read("b.wav")
      for (index, value) in [Float.nan, .infinity, -.greatestFiniteMagnitude].enumerated() {
        let place = bytes.count - 40_000 + 4 * index & ~3
        withUnsafeBytes(of: value.bitPattern.littleEndian) {
          bytes.replaceSubrange(place..<place + 4, with: $0)
        }
      }
      try scratch.store(bytes, "c.wav")
      let found = try #require(try scratch.inspect("c.wav").levels)
      #expect(found.clippedSamples == whole.clippedSamples + 3)
      for level in [found.samplePeak, found.truePeak, found.integratedLoudness, found.largestStep] {
        #expect(level?.isFinite != false)
      }
    }
  }

  @Test func whatCannotBeDecodedOrMeasured() throws {
    try Scratch.with { scratch in
      try write(testSamples(22_050), to: scratch.path("a.wav"), .wav)
      let whole = try scratch.read("a.wav")
      // `fmt ` stands behind 12 bytes of RIFF and 36 of the room for `ds64`.
      try #require(Array(whole[48..<52]) == Array("fmt ".utf8))
      var bytes = whole
      bytes.replaceSubrange(56..<58, with: [0x34, 0x12])
      try scratch.store(bytes, "b")
      let unknown = try scratch.inspect("b")
      #expect(unknown.structure.codec == "format 4660" && unknown.frames == 0)
      #expect(unknown.told.count == 1 && unknown.told[0].hasPrefix("error: cannot be decoded: "))
      bytes = whole
      bytes.replaceSubrange(58..<60, with: [200, 0])
      try scratch.store(bytes, "b")
      let many = try scratch.inspect("b")
      #expect(many.told == ["error: cannot be measured: libebur128 takes no 200 channels"])
    }
  }

  /// The list of an RF64 file of holes is read without its samples.
  @Test(arguments: [1_000_000, 2_147_483_648, 4_000_000_000])
  func cuesBehindFourGigabytes(_ frames: Int) throws {
    let marks = chapters(["Start", "Late"], at: [0, frames - 500_000], length: frames)
    let trailer = WAVTrailer(
      tags: Tags(AudioPlan(tags: Metadata(title: "Long"))),
      chapters: marks.map { ChapterPoint($0, countedAt: 22_050, in: 22_050) })
    try Scratch.with { scratch in
      try scratch.store([], "a.wav")
      let handle = try #require(FileHandle(forWritingAtPath: scratch.path("a.wav")))
      let end = WAVHeader.length + 2 * frames
      let header = WAVHeader(
        sampleRate: 22_050, frames: frames, fileLength: end + trailer.bytes.count)
      try handle.write(contentsOf: Data(header.bytes))
      try handle.seek(toOffset: UInt64(end))
      try handle.write(contentsOf: Data(trailer.bytes))
      try handle.close()
      let file = try InputFile(path: scratch.path("a.wav"))
      let structure = try FormatSign.structure(of: file)
      #expect(structure.container == (frames > 2_000_000_000 ? "RF64" : "WAV"))
      #expect(structure.announcedFrames == frames && structure.findings.isEmpty)
      #expect(structure.chapters.map(\.frame) == [0, frames - 500_000])
      #expect(structure.chapters.map(\.title) == ["Start", "Late"])
      #expect(ChapterFindings.findings(in: structure, frames: frames).isEmpty)
    }
  }
}
