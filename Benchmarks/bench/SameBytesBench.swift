import Glibc
import NarrationTesting

/// Whether an episode becomes the same bytes, whatever happens on the way.
struct SameBytesBench {
  var narrate: Narrate
  var inputs: SpeakingInputs
  var scratch: String
  /// Runs that are killed before one is left alone.
  var kills: Int

  /// What is written for an episode.
  private static let suffixes = [".flac", ".vtt", ".chapters.json"]

  func run() -> Int {
    var table = Table("The same bytes of FLAC, captions and chapters, on the first hour")
    let start = Clock.wall
    let first = narrated("one", jobs: 1)
    let wall = Clock.wall - start
    for (name, jobs) in [("two", 2), ("seven", 7)] {
      add("`--jobs \(jobs)` beside `--jobs 1`", narrated(name, jobs: jobs) && first, name, &table)
    }
    let killed = narratedKillingWorkers("workers", within: wall / 2)
    add(
      "with \(killed ?? 0) processes of its voices killed", first && (killed ?? 0) > 0, "workers",
      &table)
    let after = killedRuns("again", within: wall) && narrated("again", jobs: 2)
    add("after \(kills) runs that were killed", first && after, "again", &table)
    let left = names(in: folder("again"), hidden: true).count - Self.suffixes.count
    table.add("files left behind by these", after ? Double(left) : nil, "files", .atMost(0))
    return table.missed
  }

  private func folder(_ name: String) -> String { "\(scratch)/same-\(name)" }

  private func words(_ name: String, jobs: Int) -> [String] {
    mkdir(folder(name), 0o777)
    return narrate.speak(inputs.hour, to: "\(folder(name))/e.flac", jobs: jobs)
  }

  private func narrated(_ name: String, jobs: Int) -> Bool {
    Command(words(name, jobs: jobs)) != nil
  }

  private func add(_ what: String, _ isThere: Bool, _ name: String, _ table: inout Table) {
    let differing = Self.suffixes.filter { suffix in
      !sameBytes("\(folder("one"))/e\(suffix)", "\(folder(name))/e\(suffix)")
    }
    table.add(
      what, isThere ? Double(differing.count) : nil, "differ", .atMost(0),
      beside: checksum("\(folder(name))/e.flac").map { "SHA-256 of the FLAC: \($0)…" } ?? "")
  }

  /// Kills a process of the voices, worker or fork, now and then on the way; how many.
  ///
  /// Not more than twenty: a unit that is lost five times in a row is not tried again as it is.
  private func narratedKillingWorkers(_ name: String, within wall: Double) -> Int? {
    let pause = UInt32(min(wall, 3600) * 1e6 / 20)
    guard let running = RunningCommand(words(name, jobs: 2)) else { return nil }
    var generator = SeededGenerator(seed: 8)
    var killed = 0
    while true {
      if let end = running.poll() { return end.status == 0 ? killed : nil }
      usleep(UInt32.random(in: pause / 2...pause * 3 / 2, using: &generator))
      let voices = ProcessTree(running.process).processes.dropFirst()
      if killed < 20, let victim = voices.randomElement(using: &generator),
        kill(victim, SIGKILL) == 0
      {
        killed += 1
      }
    }
  }

  /// Starts runs and kills each somewhere on its way; false when one could not be started.
  private func killedRuns(_ name: String, within wall: Double) -> Bool {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<kills {
      guard let running = RunningCommand(words(name, jobs: 2)) else { return false }
      usleep(UInt32.random(in: 20_000...UInt32(min(wall, 600) * 5e5) + 20_000, using: &generator))
      kill(running.process, SIGKILL)
      _ = running.wait()
    }
    return true
  }

  private func checksum(_ path: String) -> String? {
    let output = "\(scratch)/sum"
    guard Command(["sha256sum", path], output: output) != nil else { return nil }
    return read(output).map { String($0.prefix(12)) }
  }

  /// Whether two files are there and hold the same.
  private func sameBytes(_ one: String, _ other: String) -> Bool {
    Command(["cmp", "-s", one, other]) != nil
  }
}
