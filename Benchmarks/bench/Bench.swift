import Glibc

/// Measures SpokenText and Reading against their floors; `Scripts/bench` calls it with what it needs.
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
    case "share": ReadingShare.report(Array(words.dropFirst()))
    default:
      write(
        "usage: bench texts|program|library|reading --scratch FOLDER [--narrate FILE] [--quick]\n"
          + "       bench share FILE…\n")
      exit(64)
    }
  }
}
