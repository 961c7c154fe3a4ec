import Foundation
import Narration
import NarrationTesting
import Testing

@testable import AudioWriting

/// Files beyond 4 GiB, made of holes.
@Suite struct LongFileTests {
  @Test(arguments: [1_000_000, 2_147_483_580, 2_147_483_648, 4_000_000_000])
  func headerFitsTheLength(_ frames: Int) throws {
    let marks = chapters(
      ["Start", "Late"], at: [0, frames - 500_000], length: frames)
    let plan = AudioPlan(tags: Metadata(title: "Long"))
    let trailer = WAVTrailer(
      tags: Tags(plan), chapters: marks.map { ChapterPoint($0, countedAt: 22_050, in: 22_050) })
    try Scratch.with { scratch in
      let path = scratch.path("a.wav")
      try Data().write(to: URL(fileURLWithPath: path))
      let handle = try #require(FileHandle(forWritingAtPath: path))
      let end = WAVHeader.length + 2 * frames
      let length = end + trailer.bytes.count
      let header = WAVHeader(sampleRate: 22_050, frames: frames, fileLength: length)
      try handle.write(contentsOf: Data(header.bytes))
      try handle.seek(toOffset: UInt64(end))
      try handle.write(contentsOf: Data(trailer.bytes))
      try handle.close()

      let wav = try WAVReader(path: path)
      #expect(wav.form == (length - 8 <= 0xFFFF_FFFF ? "RIFF" : "RF64"))
      #expect(wav.frames == frames)
      #expect(wav.cues.map(\.start) == [0, frames - 500_000])
      #expect(try Probe(path).shown == expected(marks))
    }
  }
}
