import AudioWriting
import Foundation
import Narration
import NarrationTesting
import Testing

/// Whatever the bytes, the answer is a finding or a refusal, never the end of the program.
@Suite struct StrangeBytesTests {
  /// Numbers that are the same in every run.
  private struct Numbers {
    var state: UInt64
    mutating func next(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(limit, 1)))
    }
  }

  @Test(arguments: ["wav", "flac", "mp3", "opus", "rf64"])
  func filesThatAreCutAndMutated(_ kind: String) throws {
    try Scratch.with { scratch in
      let marks = chapters(["Eins", "Zwei"], at: [0, 1500], length: 3000)
      let name = kind == "rf64" ? "b.wav" : "b.\(kind)"
      try write(testSamples(3000), to: scratch.path("a.wav"), .wav, chapters: marks)
      try scratch.storeMetadata("m")
      let arguments =
        ["-v", "error", "-i", scratch.path("a.wav"), "-i", scratch.path("m"), "-map_metadata", "1"]
        + (kind == "rf64" ? ["-rf64", "always"] : []) + [scratch.path(name)]
      try #require(try Program.run("ffmpeg", arguments).status == 0)
      let whole = try scratch.read(kind == "wav" ? "a.wav" : name)
      var numbers = Numbers(state: 88_172_645_463_325_252)
      var findings = 0
      var refusals = 0
      for _ in 0..<120 {
        try scratch.store(mutated(whole, &numbers), "c")
        do {
          let found = try scratch.inspect("c")
          #expect(found.frames >= 0 && found.milliseconds >= 0)
          findings += found.complaints.isEmpty ? 0 : 1
        } catch is AudioInspectionError {
          refusals += 1
        }
      }
      // That they are mutated enough to mean something.
      #expect(findings > 10 && refusals > 1)
    }
  }

  private func mutated(_ whole: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
    var bytes = whole
    switch numbers.next(4) {
    case 0: bytes.removeLast(numbers.next(bytes.count))
    case 1:
      let start = numbers.next(bytes.count)
      bytes.removeSubrange(start..<min(bytes.count, start + 1 + numbers.next(40)))
    case 2:
      let strangers = (0..<numbers.next(30)).map { _ in UInt8(numbers.next(256)) }
      bytes.insert(contentsOf: strangers, at: numbers.next(bytes.count))
    default: break
    }
    // Half of them where the headers stand.
    let end = numbers.next(2) == 0 ? min(bytes.count, 600) : bytes.count
    for _ in 0...numbers.next(6) where end > 0 {
      let values = [0, 0xFF, 0x7F, 0x80, UInt8(numbers.next(256))]
      bytes[numbers.next(end)] = values[numbers.next(5)]
    }
    return bytes
  }
}
