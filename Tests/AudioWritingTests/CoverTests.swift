import AudioWriting
import Foundation
import Narration
import NarrationTesting
import Testing

@Suite struct CoverTests {
  /// One grey pixel.
  static let png: [UInt8] = Array(
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJg"
        + "gg==") ?? Data())

  /// A file with a cover and a chapter.
  private func write(_ cover: Cover?, to path: String, _ container: AudioContainer) throws {
    let marks = chapters(["One", "Two"], at: [0, 500], length: 1000)
    let plan = AudioPlan(
      chapterTitles: marks.map(\.title), tags: Metadata(title: "Title", publisher: "House"),
      cover: cover)
    var files = try AudioFiles([(container, path)], plan: plan)
    let samples = testSamples(1000)
    try files.append(samples.span)
    _ = try files.finish(chapters: marks)
  }

  @Test func theMediaTypeIsToldFromTheBytes() {
    #expect(Cover(bytes: Self.png)?.mediaType == "image/png")
    #expect(Cover(bytes: [0xFF, 0xD8, 0xFF, 0xE0])?.mediaType == "image/jpeg")
    #expect(Cover(bytes: Array("GIF89a".utf8))?.mediaType == "image/gif")
    #expect(Cover(bytes: Array("RIFF....WEBP".utf8))?.mediaType == "image/webp")
    #expect(Cover(bytes: Array("<svg/>".utf8)) == nil)
    #expect(Cover(bytes: []) == nil)
  }

  @Test func flacHoldsItAsTheFrontCover() throws {
    let cover = try #require(Cover(bytes: Self.png))
    try Scratch.with { scratch in
      let path = scratch.path("a.flac")
      try write(cover, to: path, .flac)
      let flac = try FLACReader(path: path)
      #expect(
        flac.blocks.map(\.type) == [0, 3, 4, 6, 1] || flac.blocks.map(\.type) == [0, 4, 6, 1])
      let block = try #require(flac.blocks.first { $0.type == 6 })
      let bytes = try ByteReader(path: path).bytes(block.payload)
      // RFC 9639, section 8.8: type, media type, description, four numbers of pixels, data.
      #expect(
        bytes == [0, 0, 0, 3, 0, 0, 0, 9] + Array("image/png".utf8)
          + [UInt8](repeating: 0, count: 20) + [0, 0, 0, UInt8(Self.png.count)] + Self.png)
      #expect(flac.comments.contains("PUBLISHER=House"))
      #expect(flac.comments.contains("CHAPTER002NAME=Two"))

      let copy = scratch.path("cover")
      #expect(try Program.run("metaflac", ["--export-picture-to=\(copy)", path]).status == 0)
      #expect(Array(try Data(contentsOf: URL(fileURLWithPath: copy))) == Self.png)
      #expect(try Program.run("flac", ["-t", "-s", path]).status == 0)
      let probe = try Program.run(
        "ffprobe", ["-v", "error", "-show_entries", "stream=codec_name,width", "-of", "csv", path])
      #expect(probe.text.contains("png,1"), "\(probe.text) \(probe.errors)")
    }
  }

  @Test func aLargeCoverFitsUpToItsLimit() throws {
    var bytes = [UInt8](repeating: 7, count: Cover.largestSize)
    bytes.replaceSubrange(0..<3, with: [0xFF, 0xD8, 0xFF])
    let largest = Cover(bytes: bytes)
    try Scratch.with { scratch in
      let path = scratch.path("a.flac")
      try write(largest, to: path, .flac)
      let block = try FLACReader(path: path).blocks.first { $0.type == 6 }
      #expect(block?.payload.count == 32 + "image/jpeg".utf8.count + bytes.count)
      #expect(try Program.run("flac", ["-t", "-s", path]).status == 0)
      let beyond = Cover(bytes: bytes + [UInt8](repeating: 7, count: 2 << 20))
      #expect(throws: AudioWritingError.self) { try write(beyond, to: path, .flac) }
    }
  }

  @Test func withoutOneThereIsNoBlock() throws {
    try Scratch.with { scratch in
      let path = scratch.path("a.flac")
      try write(nil, to: path, .flac)
      #expect(try FLACReader(path: path).blocks.allSatisfy { $0.type != 6 })
    }
  }

  @Test func wavIsWrittenAsWithoutOne() throws {
    try Scratch.with { scratch in
      let (with, without) = (scratch.path("a.wav"), scratch.path("b.wav"))
      try write(Cover(bytes: Self.png), to: with, .wav)
      try write(nil, to: without, .wav)
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: with))
          == Data(contentsOf: URL(fileURLWithPath: without)))
    }
  }
}
