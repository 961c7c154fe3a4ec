/// The program from start to exit: its time on nothing, its memory on much.
struct ProgramBench {
  var narrate: String
  var rounds: Int
  /// Megabytes of the documents, the longest last; there is a file of each in the folder.
  var sizes: [Int]
  var folder: String

  /// Milliseconds from start to exit of `true` on the machine for which the floors were set.
  private static let usualStart = 0.6

  static func file(_ size: Int, in folder: String) -> String { "\(folder)/prose-\(size).txt" }

  func run() -> Int {
    var table = Table("The program, best of \(rounds)")
    let nothing = Command.best(of: rounds, by: \.wall, [narrate, "normalize"])
    let other = Command.best(of: rounds, by: \.wall, ["true"]) ?? 0
    table.add(
      "`narrate normalize` on empty input", nothing.map { $0 * 1e3 }, "ms", .atMost(25),
      beside: "`true`: \(Table.short(other * 1e3)) ms",
      slowness: max(1, other * 1e3 / Self.usualStart))
    if let size = sizes.last {
      add("`narrate normalize --lines` over \(size) MB", ["--lines"], size, 30, to: &table)
    }
    for size in sizes {
      add("`narrate normalize`, a document of \(size) MB", [], size, 30 + 8 * size, to: &table)
    }
    return table.missed
  }

  /// Adds the memory of one run; megabytes are millions of bytes.
  private func add(
    _ what: String, _ options: [String], _ size: Int, _ most: Int, to table: inout Table
  ) {
    let run = Command(
      [narrate, "normalize"] + options, input: Self.file(size, in: folder))
    let time = run.map {
      "\(Table.short($0.computing)) s of computing, \(Table.short(Double(size) / $0.computing)) MB/s"
    }
    table.add(
      what, run.map { Double($0.peak) / 1e6 }, "MB", .atMost(Double(most)), beside: time ?? "")
  }
}
