import AudioWriting
import Foundation
import Narration
import NarrationTesting
import Testing

/// Samples that no codec finds trivial, the same in every run: a tone under noise.
func testSamples(_ count: Int) -> [Int16] {
  var state: UInt32 = 1
  return (0..<count).map { index in
    state = state &* 1_664_525 &+ 1_013_904_223
    let saw = (index &* 437) & 0x3FFF
    return Int16(truncatingIfNeeded: saw &- 0x2000 &+ Int(state >> 22) &- 512)
  }
}

/// Chapters at `starts`, contiguous up to `length`.
func chapters(_ titles: [String], at starts: [Int], length: Int) -> [Timeline.ChapterMark] {
  titles.indices.map { index in
    Timeline.ChapterMark(
      title: titles[index], start: SampleTime(starts[index]),
      end: SampleTime(index + 1 < starts.count ? starts[index + 1] : length))
  }
}

/// Writes samples in pieces of `piece` into one file.
@discardableResult
func write(
  _ samples: [Int16], to path: String, _ container: AudioContainer, piece: Int = 7001,
  tags: Metadata = Metadata(), chapters: [Timeline.ChapterMark] = [], sampleRate: Int = 22_050
) throws -> WrittenAudio {
  let plan = AudioPlan(
    sampleRate: sampleRate, chapterTitles: chapters.map(\.title), tags: tags)
  var files = try AudioFiles([(container, path)], plan: plan)
  for start in stride(from: 0, to: samples.count, by: piece) {
    let end = min(start + piece, samples.count)
    try files.append(samples[start..<end].span)
  }
  let written = try files.finish(chapters: chapters)
  return try #require(written.first)
}

/// A chapter as a program shows it, in milliseconds.
struct ShownChapter: Hashable {
  var title: String
  var start: Int
  var end: Int
}

/// What ffprobe tells about a file.
struct Probe: Decodable {
  struct Chapter: Decodable {
    var start: String
    var end: String
    var tags: [String: String]?

    enum CodingKeys: String, CodingKey {
      case start = "start_time"
      case end = "end_time"
      case tags
    }
  }
  struct Format: Decodable {
    var duration: String?
    var tags: [String: String]?
  }
  struct Stream: Decodable {
    var tags: [String: String]?
  }
  var chapters: [Chapter]
  var format: Format
  var streams: [Stream]

  /// The tags of the file, or of its first stream, where Ogg has them.
  var tags: [String: String] { format.tags ?? streams.first?.tags ?? [:] }

  init(_ path: String) throws {
    let arguments = [
      "-v", "error", "-show_chapters", "-show_format", "-show_streams", "-of", "json", path,
    ]
    let result = try Program.run("ffprobe", arguments)
    try #require(result.status == 0, "\(result.errors)")
    self = try JSONDecoder().decode(Probe.self, from: Data(result.output))
  }

  var shown: [ShownChapter] {
    chapters.map {
      ShownChapter(
        title: $0.tags?["title"] ?? "", start: Self.milliseconds($0.start),
        end: Self.milliseconds($0.end))
    }
  }

  /// Seconds with six decimals, rounded half up.
  static func milliseconds(_ seconds: String) -> Int {
    (Int(seconds.filter { $0 != "." })! + 500) / 1000
  }
}

/// The samples as ffmpeg decodes them.
func decoded(_ path: String) throws -> [Int16] {
  let arguments = ["-v", "error", "-i", path, "-f", "s16le", "-"]
  let result = try Program.run("ffmpeg", arguments)
  try #require(result.status == 0, "\(result.errors)")
  return samples(of: result.output)
}

/// 16-bit samples, the low byte first.
func samples(of bytes: [UInt8]) -> [Int16] {
  stride(from: 0, to: bytes.count - 1, by: 2).map {
    Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)
  }
}

/// What the chapters are in whole milliseconds.
func expected(_ chapters: [Timeline.ChapterMark], sampleRate: Int = 22_050) -> [ShownChapter] {
  chapters.map {
    ShownChapter(
      title: $0.title, start: $0.start.milliseconds(sampleRate: sampleRate),
      end: $0.end.milliseconds(sampleRate: sampleRate))
  }
}

/// What ffprobe makes of them: to the end of Ogg Opus it adds what a decoder leaves away at the
/// start, 312 samples at 48,000 a second.
func expected(
  _ chapters: [Timeline.ChapterMark], sampleRate: Int = 22_050, in container: AudioContainer
) -> [ShownChapter] {
  var shown = expected(chapters, sampleRate: sampleRate)
  if container == .opus, let last = chapters.last {
    let end = last.end.units(perSecond: 48_000, sampleRate: sampleRate) + 312
    shown[shown.count - 1].end = SampleTime(end).milliseconds(sampleRate: 48_000)
  }
  return shown
}

extension AudioContainer {
  /// Those that give back every sample.
  static let lossless = allCases.filter(\.isLossless)
}
