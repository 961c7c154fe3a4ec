import Glibc

/// Measures speed and memory against their floors; `Scripts/bench` calls it with what it needs.
@main struct Bench {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    let isQuick = words.contains("--quick")
    let rounds = isQuick ? 3 : 5
    func value(_ option: String) -> String {
      words.firstIndex(of: option).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil } ?? ""
    }
    let scratch = value("--scratch")
    // A process whose memory is measured counts that of its parent, so a small one starts it.
    let sizes = isQuick ? [1, 10] : [10, 100]
    switch words.first {
    case "texts":
      for size in sizes {
        var maker = TextMaker(.prose, seed: 4)
        let path = ProgramBench.file(size, in: scratch)
        guard save(maker.text(ofBytes: size * 1_000_000), to: path) else { exit(74) }
      }
    case "program":
      let bench = ProgramBench(
        narrate: value("--narrate"), rounds: rounds, sizes: sizes, folder: scratch)
      exit(bench.run() == 0 ? 0 : 1)
    case "library":
      let bench = LibraryBench(
        rounds: rounds, sizes: isQuick ? [0.1, 1, 10] : [0.1, 1, 10, 100],
        shared: value("--shared"), scratch: scratch)
      exit(bench.run() == 0 ? 0 : 1)
    case "reading":
      let bench = ReadingBench(rounds: rounds, size: isQuick ? 1 : 5, scratch: scratch)
      exit(bench.run() == 0 ? 0 : 1)
    case "speaking", "long":
      exit(speaking(isLong: words.first == "long", isQuick: isQuick, value) == 0 ? 0 : 1)
    case "share": ReadingShare.report(Array(words.dropFirst()))
    default:
      write(
        "usage: bench texts|program|library|reading --scratch FOLDER [--narrate FILE] [--quick]\n"
          + "       bench speaking|long --scratch FOLDER --narrate FILE --worker FILE --events FILE\n"
          + "         [--shared FOLDER] [--quick] [--rounds N] [--part speed|bytes|words|units|profile]\n"
          + "       bench share FILE…\n")
      exit(64)
    }
  }

  /// Measures narrating; the misses.
  private static func speaking(
    isLong: Bool, isQuick: Bool, _ value: (String) -> String
  ) -> Int {
    let (scratch, worker) = (value("--scratch"), value("--worker"))
    let narrate = Narrate(program: value("--narrate"))
    guard
      let inputs = SpeakingInputs(
        shared: value("--shared"), bytes: isQuick ? 65_000 : 1_200_000, scratch: scratch,
        narrate: narrate)
    else {
      write("bench: \(narrate.program) does not say what it speaks\n")
      exit(70)
    }
    if isLong {
      return LongBench(
        narrate: narrate, inputs: inputs, scratch: scratch, copies: 2, hours: isQuick ? 0.1 : 30
      ).run()
    }
    let rounds = Int(value("--rounds")) ?? (isQuick ? 2 : 3)
    let figures = SpeakingBench(
      narrate: narrate, inputs: inputs, scratch: scratch, rounds: rounds)
    let same = SameBytesBench(
      narrate: narrate, inputs: inputs, scratch: scratch, kills: isQuick ? 3 : 10)
    let times = WordTimeBench(
      worker: worker, events: value("--events"), inputs: inputs, scratch: scratch,
      limit: isQuick ? 500 : 5_000)
    let units = UnitBench(
      narrate: narrate, worker: worker, inputs: inputs, scratch: scratch, rounds: rounds)
    let parts: [(name: String, run: () -> Int)] = [
      ("speed", figures.run), ("bytes", same.run), ("words", times.run), ("units", units.run),
      ("profile", ProfileBench(narrate: narrate, inputs: inputs, scratch: scratch).run),
    ]
    let part = value("--part")
    return parts.filter { part.isEmpty || part == $0.name }.reduce(0) { $0 + $1.run() }
  }
}
