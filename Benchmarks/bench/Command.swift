import Glibc

/// A program run from start to exit, with what the kernel counted of it.
struct Command {
  /// Seconds on the wall.
  var wall: Double
  /// Seconds of computing, its own and the kernel's for it.
  var computing: Double
  /// The most memory that it held at a time, in bytes.
  var peak: Int

  /// Runs a program found in `PATH`; nil when it cannot be run or fails.
  ///
  /// What it prints goes nowhere. Its peak counts from the memory of who starts it, so that must be
  /// a small process.
  init?(_ words: [String], input: String = "/dev/null") {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let start = Clock.wall
    guard posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
      return nil
    }
    var status: CInt = 0
    var usage = rusage()
    guard wait4(process, &status, 0, &usage) == process, status == 0 else { return nil }
    wall = Clock.wall - start
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
