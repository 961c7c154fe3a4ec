import Glibc
import ReferenceLoop

/// What a measurement is read from.
enum Clock {
  /// Seconds that pass for everybody.
  static var wall: Double { seconds(CLOCK_MONOTONIC) }
  /// Seconds that this thread has computed.
  static var thread: Double { seconds(CLOCK_THREAD_CPUTIME_ID) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The shortest of several runs, in seconds of this thread.
  static func best(of rounds: Int, _ body: () -> Void) -> Double {
    (0..<rounds).map { _ in
      let start = thread
      body()
      return thread - start
    }.min() ?? 0
  }
}

/// A fixed amount of work in C, which tells a slow machine from slow code.
enum Reference {
  /// Microseconds that the loop takes over 120 bytes on the machine for which the floors were set.
  static let usual = 9.0

  /// Seconds of the loop over a text, its shortest time of several.
  static func seconds(over text: String, rounds: Int = 200) -> Double {
    let bytes = Array(text.utf8)
    return Clock.best(of: rounds) { keep(reference_loop(bytes, bytes.count)) }
  }

  /// How much slower this machine is right now: 1 when it is as fast as usual, or faster.
  static var slowness: Double {
    let text = String(repeating: "a measure ", count: 12)
    return max(1, seconds(over: text) * 1e6 / usual)
  }
}

/// Something that the optimizer must not throw away.
@inline(never) func keep<Value>(_: Value) {}
