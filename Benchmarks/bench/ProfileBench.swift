import Glibc

/// Where the computing goes, as `perf` sees it: by library, then by function outside of eSpeak NG
/// and the codecs.
struct ProfileBench {
  var narrate: Narrate
  var inputs: SpeakingInputs
  var scratch: String

  /// Libraries whose functions are not listed one by one.
  private static let others = ["libespeak-ng", "libFLAC", "libebur128", "libsndfile"]

  /// Prints the tables; nothing in them has a floor.
  func run() -> Int {
    for loudness in ["off", "-19"] { run(loudness: loudness) }
    return 0
  }

  private func run(loudness: String) {
    var table = Table("Where the computing goes, to FLAC, loudness \(loudness), by `perf`")
    let data = "\(scratch)/perf"
    let words = narrate.speak(inputs.hour, to: "\(scratch)/profile.flac", loudness: loudness)
    guard Command(["perf", "record", "-q", "-F", "997", "-o", data] + words) != nil,
      let libraries = report(data, by: "dso"), let functions = report(data, by: "dso,symbol")
    else {
      table.add("skipped: there is no `perf`, or it may not look", 0, "%", .none)
      return
    }
    for line in libraries where line.share >= 0.5 {
      table.add("`\(line.name)`", line.share, "%", .none)
    }
    let ours = functions.filter { line in
      line.share >= 0.25 && !Self.others.contains { line.name.hasPrefix($0) }
    }
    for line in ours { table.add("— `\(line.name)`", line.share, "%", .none) }
  }

  /// The shares and the names, Swift's as they are written in the source where that can be told.
  private func report(_ data: String, by sort: String) -> [(share: Double, name: String)]? {
    let (output, told) = ("\(scratch)/perf.txt", "\(scratch)/perf-told.txt")
    let words = ["perf", "report", "-i", data, "--stdio", "-q", "--sort", sort]
    guard Command(words, output: output) != nil else { return nil }
    let isTold = Command(["swift", "demangle", "--simplified"], input: output, output: told) != nil
    return read(isTold ? told : output)?.split(separator: "\n").compactMap { line in
      // `0.37%  libc.so.6  [.] memmove  -  -`
      let fields = line.split(separator: " ")
      guard fields.count > 1, fields[0].hasSuffix("%"), let share = Double(fields[0].dropLast())
      else { return nil }
      let name = fields.dropFirst().filter { !["[.]", "[k]", "-"].contains($0) }
      return (share, String(name.joined(separator: " ").prefix(100)))
    }
  }
}
