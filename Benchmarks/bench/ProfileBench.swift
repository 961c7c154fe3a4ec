import Glibc

/// Where the computing goes, as `perf` sees it: by library, then by function outside of eSpeak NG
/// and the encoder.
struct ProfileBench {
  var narrate: Narrate
  var inputs: SpeakingInputs
  var scratch: String

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
    let others = functions.filter { line in
      !["libespeak-ng", "libFLAC"].contains { line.name.hasPrefix($0) }
    }
    for line in others.prefix(24) where line.share >= 0.25 {
      let name = line.name.split(separator: " ").filter { $0 != "[.]" && $0 != "[k]" }
      table.add(
        "— `\(name.joined(separator: " ").prefix(120))`", line.share, "%", .none)
    }
  }

  private func report(_ data: String, by sort: String) -> [(share: Double, name: String)]? {
    let output = "\(scratch)/perf.txt"
    let words = ["perf", "report", "-i", data, "--stdio", "-q", "-w", "60,0", "--sort", sort]
    guard Command(words, output: output) != nil else { return nil }
    return read(output)?.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ", maxSplits: 1)
      guard fields.count == 2, let share = Double(fields[0].dropLast()) else { return nil }
      return (share, String(fields[1].drop { $0 == " " }))
    }
  }
}
