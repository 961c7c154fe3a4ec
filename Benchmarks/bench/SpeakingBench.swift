import Glibc

/// Narrating from text to audio, beside eSpeak NG and an encoder on the same words in the same run.
struct SpeakingBench {
  var narrate: Narrate
  var inputs: SpeakingInputs
  var scratch: String
  var rounds: Int

  /// What is run, in the order in which a round runs it.
  private enum Run: CaseIterable {
    case espeak, flac, flacOff, flacOn, wavOff
  }

  /// The least that a run has used, each figure by itself.
  private struct Best {
    var computing = Double.infinity
    var wall = Double.infinity
    /// Of all cores, while the run took `wall`.
    var othersShare = 1.0
  }

  func run() -> Int { speed() + memory() + start() }

  private var wav: String { "\(scratch)/espeak.wav" }

  private func words(of run: Run) -> [String] {
    switch run {
    case .espeak: Narrate.espeak(inputs.spoken, to: wav)
    case .flac: Narrate.flac(wav, to: "\(scratch)/espeak.flac")
    case .flacOff: narrate.speak(inputs.whole, to: "\(scratch)/off.flac", loudness: "off")
    case .flacOn: narrate.speak(inputs.whole, to: "\(scratch)/on.flac")
    case .wavOff: narrate.speak(inputs.whole, to: "\(scratch)/off.wav", loudness: "off")
    }
  }

  /// Rounds in which everything runs once, so that what else the machine does hits all alike.
  private func measure() -> [Run: Best]? {
    var best: [Run: Best] = [:]
    for _ in 0..<rounds {
      for run in Run.allCases {
        let load = MachineLoad()
        guard let command = Command(words(of: run)) else { return nil }
        var figures = best[run] ?? Best()
        figures.computing = min(figures.computing, command.computing)
        if command.wall < figures.wall {
          figures.wall = command.wall
          figures.othersShare = load.othersShare(own: command.computing)
        }
        best[run] = figures
      }
    }
    return best
  }

  private func speed() -> Int {
    var table = Table(
      "Narrating \(inputs.told) with two jobs, best of \(rounds); load \(MachineLoad.average)")
    let best = measure()
    func add(
      _ what: String, _ runs: [Run], _ beside: [Run], most: Double, _ name: String,
      by figure: KeyPath<Best, Double>
    ) {
      func sum(_ runs: [Run]) -> Double? {
        best.map { best in
          runs.reduce(0) { $0 + (best[$1]?[keyPath: figure] ?? .infinity) }
        }
      }
      let isWall = figure == \Best.wall
      let others = best.map { best in
        (runs + beside).compactMap { best[$0]?.othersShare }.max() ?? 0
      }
      let (ours, theirs) = (sum(runs), sum(beside))
      table.add(
        what, ours.flatMap { ours in theirs.map { ours / $0 } }, "×", .atMost(most),
        beside: "\(Table.short(ours ?? 0)) s; \(name) \(Table.short(theirs ?? 0)) s",
        excuse: isWall ? Self.excuse(others ?? 0) : nil)
    }
    let both = "`espeak-ng` and `flac -5`"
    add(
      "computing, to FLAC, loudness off", [.flacOff], [.espeak, .flac], most: 1.15, both,
      by: \.computing)
    add(
      "computing, to FLAC, loudness -19", [.flacOn], [.espeak, .flac], most: 1.5, both,
      by: \.computing)
    add(
      "on the wall, to FLAC, loudness off", [.flacOff], [.espeak, .flac], most: 0.62, both,
      by: \.wall)
    add(
      "on the wall, to FLAC, loudness -19", [.flacOn], [.espeak, .flac], most: 0.9, both,
      by: \.wall)
    add(
      "on the wall, to WAV, loudness off", [.wavOff], [.espeak], most: 0.6, "`espeak-ng`",
      by: \.wall)
    return table.missed
  }

  /// What is told of times on the wall when the cores were not free.
  private static func excuse(_ othersShare: Double) -> String? {
    othersShare > 0.05 ? "others used \(Table.short(100 * othersShare)) % of the cores" : nil
  }

  private func memory() -> Int {
    var table = Table(
      "Memory of all processes together, what they share counted once, two jobs, loudness -19")
    let hour = ProcessTree.peak(of: narrate.speak(inputs.hour, to: "\(scratch)/hour.flac"))
    let whole = ProcessTree.peak(of: narrate.speak(inputs.whole, to: "\(scratch)/memory.flac"))
    table.add(
      "at most, on \(inputs.told)", whole.map { $0.bytes / 1e6 }, "MB", .atMost(120),
      beside: "\(whole?.looks ?? 0) looks")
    table.add(
      "more than on its first hour",
      hour.flatMap { hour in whole.map { ($0.bytes - hour.bytes) / 1e6 } }, "MB", .atMost(40),
      beside: "first hour: \(Table.short((hour?.bytes ?? 0) / 1e6)) MB, \(hour?.looks ?? 0) looks")
    return table.missed
  }

  /// Milliseconds from start to exit of `true` on the machine for which the floors were set.
  private static let usualStart = 0.6

  private func start() -> Int {
    var table = Table("One sentence, from start to exit")
    let text = "\(scratch)/sentence.txt"
    guard save("She has been awake since four in the morning.\n", to: text) else { return 1 }
    var (ours, theirs, nothing): ([Double], [Double], [Double]) = ([], [], [])
    var computing: [Double] = []
    let load = MachineLoad()
    for _ in 0..<20 {
      let runs = [
        Command(narrate.speak(text, to: "\(scratch)/sentence.flac")),
        Command(Narrate.espeak(text, to: "\(scratch)/s.wav")), Command(["true"]),
      ]
      ours.append(runs[0]?.wall ?? .infinity)
      theirs.append(runs[1]?.wall ?? .infinity)
      nothing.append(runs[2]?.wall ?? .infinity)
      computing.append(runs[0]?.computing ?? .infinity)
    }
    let others = load.othersShare(own: computing.reduce(0, +))
    let median = { (walls: [Double]) in walls.sorted()[walls.count / 2] * 1e3 }
    table.add(
      "median of 20", median(ours).isFinite ? median(ours) : nil, "ms", .atMost(80),
      beside: "\(Table.short(median(computing))) ms of computing; `espeak-ng -w`: "
        + "\(Table.short(median(theirs))) ms, `true`: \(Table.short(median(nothing))) ms",
      slowness: max(1, median(nothing) / Self.usualStart), excuse: Self.excuse(others))
    return table.missed
  }
}
