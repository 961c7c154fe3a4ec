import Glibc

/// A program run from start to exit, with what the kernel counted of it.
struct Command {
  /// Seconds on the wall.
  var wall: Double
  /// Seconds of computing, its own and the kernel's for it, and those of processes that it waited
  /// for.
  var computing: Double
  /// The most memory that it held at a time, in bytes.
  var peak: Int

  /// Runs a program found in `PATH`; nil when it cannot be run or fails.
  ///
  /// What it prints goes nowhere. Its peak counts from the memory of who starts it, so that must be
  /// a small process.
  init?(_ words: [String], input: String = "/dev/null", output: String = "/dev/null") {
    guard let running = RunningCommand(words, input: input, output: output),
      let end = running.wait(), end.status == 0
    else { return nil }
    self = end.command
  }

  fileprivate init(wall: Double, usage: rusage) {
    self.wall = wall
    computing = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    peak = usage.ru_maxrss * 1024
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  /// The best of several runs by what is asked for; nil when one of them fails.
  static func best(
    of rounds: Int, by figure: (Command) -> Double, _ words: [String], input: String = "/dev/null"
  ) -> Double? {
    let runs = (0..<rounds).map { _ in Command(words, input: input) }
    return runs.contains { $0 == nil } ? nil : runs.compactMap { $0.map(figure) }.min()
  }
}

/// A program that was started and has not been waited for.
struct RunningCommand {
  let process: pid_t
  private let start: Double

  /// Starts a program found in `PATH`; nil when it cannot be run.
  init?(_ words: [String], input: String = "/dev/null", output: String = "/dev/null") {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    let mode = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, mode, 0o666)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    start = Clock.wall
    guard posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
      return nil
    }
    self.process = process
  }

  /// What the program used, and how it ended.
  typealias End = (command: Command, status: Int32)

  /// Waits until the program ends.
  func wait() -> End? { end(0) }

  /// What the program used if it has ended; nil while it runs.
  func poll() -> End? { end(WNOHANG) }

  private func end(_ options: Int32) -> End? {
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(process, &status, options, &usage) == process else { return nil }
    return (Command(wall: Clock.wall - start, usage: usage), status)
  }
}
