import Glibc

/// A process and all that descend from it, as `/proc` shows them at a moment.
struct ProcessTree {
  /// The process itself first.
  private(set) var processes: [pid_t]

  init(_ root: pid_t) {
    var children: [pid_t: [pid_t]] = [:]
    for name in names(in: "/proc") {
      guard let process = pid_t(name), let parent = Self.parent(of: process) else { continue }
      children[parent, default: []].append(process)
    }
    processes = [root]
    var next = 0
    while next < processes.count {
      processes += children[processes[next]] ?? []
      next += 1
    }
  }

  /// Bytes that the processes hold, what they share counted once (PSS of `smaps_rollup`).
  var memory: Int { processes.reduce(0) { $0 + Self.memory(of: $1) } }

  /// The most memory that a program and its children hold at a time, looked at every 20 ms; nil when
  /// it fails.
  static func peak(of words: [String]) -> (bytes: Double, looks: Int)? {
    guard let running = RunningCommand(words) else { return nil }
    var (peak, looks) = (0, 0)
    while true {
      if let end = running.poll() {
        return end.status == 0 && looks > 0 ? (Double(peak), looks) : nil
      }
      peak = max(peak, ProcessTree(running.process).memory)
      looks += 1
      usleep(20_000)
    }
  }

  private static func memory(of process: pid_t) -> Int {
    let lines = (read("/proc/\(process)/smaps_rollup") ?? "").split(separator: "\n")
    let line = lines.first { $0.hasPrefix("Pss:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
  }

  /// The fourth field of `stat`; the second, a name in brackets, may hold anything.
  private static func parent(of process: pid_t) -> pid_t? {
    guard let stat = read("/proc/\(process)/stat"), let bracket = stat.lastIndex(of: ")") else {
      return nil
    }
    return stat[bracket...].split(separator: " ").dropFirst(2).first.flatMap { pid_t($0) }
  }
}

/// How busy the machine is, so that figures on the wall can be judged.
struct MachineLoad {
  private let busy: Double
  private let wall = Clock.wall

  init() { busy = Self.busySeconds }

  /// The share of all cores that others have used since, when `own` seconds were ours.
  func othersShare(own: Double) -> Double {
    let cores = Double(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    return max(0, (Self.busySeconds - busy - own) / (cores * (Clock.wall - wall)))
  }

  /// The first three numbers of `/proc/loadavg`.
  static var average: String {
    (read("/proc/loadavg") ?? "").split(separator: " ").prefix(3).joined(separator: " ")
  }

  /// Seconds of all cores in which they were not idle, since the machine started.
  private static var busySeconds: Double {
    let line = (read("/proc/stat") ?? "").prefix { $0 != "\n" }
    let ticks = line.split(separator: " ").dropFirst().prefix(8).compactMap { Double($0) }
    guard ticks.count == 8 else { return 0 }
    // user nice system idle iowait irq softirq steal: all but the fourth and fifth.
    let busy = ticks.reduce(0, +) - ticks[3] - ticks[4]
    return busy / Double(sysconf(Int32(_SC_CLK_TCK)))
  }
}
