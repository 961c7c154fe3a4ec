import NarrationTesting
import Testing

/// The samples of a file, compared and asked as a whole.
///
/// `#expect` prints what it holds of a failure and looks for what was inserted and removed; with a
/// million samples that takes hours, so none are shown.
struct Sound: Hashable, CustomReflectable {
  let samples: [Int16]

  init(wav path: String) throws { samples = try WAVReader(path: path).samples() }

  var customMirror: Mirror { Mirror(self, children: [:]) }
  var count: Int { samples.count }
  var seconds: Int { samples.count / 22_050 }
  var peak: Int { samples.lazy.map { abs(Int($0)) }.max() ?? 0 }

  /// How much of it is louder than a whisper, in percent.
  var loudPercent: Int { samples.count { abs(Int($0)) > 500 } * 100 / max(1, samples.count) }

  /// How often it changes its sign: more often in a higher voice.
  var crossings: Int { zip(samples, samples.dropFirst()).count { ($0 < 0) != ($1 < 0) } }

  /// Whether nothing is heard for so many seconds.
  func isSilent(forFirst seconds: Int) -> Bool {
    samples.prefix(seconds * 22_050).allSatisfy { $0 == 0 }
  }

  /// Whether something is heard between two times in milliseconds.
  func isHeard(from start: Int, to end: Int) -> Bool {
    samples[start * 22_050 / 1000..<end * 22_050 / 1000].contains { $0 != 0 }
  }
}

/// Loudness after EBU R 128 in LUFS and the highest peak in dB, as ffmpeg measures them.
func ebur128(of path: String) throws -> (loudness: Double, peak: Double) {
  let told = try Program.run(
    "ffmpeg",
    ["-hide_banner", "-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"]
  )
  .errors
  func last(_ pattern: Regex<(Substring, Substring)>) throws -> Double {
    try #require(told.matches(of: pattern).last.flatMap { Double($0.output.1) })
  }
  return (try last(/I:\s+(-?[\d.]+) LUFS/), try last(/Peak:\s+(-?[\d.]+) dBFS/))
}
