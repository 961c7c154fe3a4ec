import Foundation
import Glibc

/// A run of `narrate` on its way.
struct FaultedRun {
  let process: Process
  let errorFile: String
  private let start = ContinuousClock.now
  /// Nobody waits so long but for what hangs.
  private static let patience = Duration.seconds(300)

  init(process: Process, errorFile: String) {
    self.process = process
    self.errorFile = errorFile
  }

  var pid: pid_t { process.processIdentifier }
  var isRunning: Bool { process.isRunning }
  /// What it has told so far.
  var errors: String { (try? String(contentsOfFile: errorFile, encoding: .utf8)) ?? "" }

  /// Waits for its end: 128 and the signal's number where a signal ended it; nil when it hangs, and
  /// is ended.
  func wait() -> Int32? {
    while process.isRunning {
      if start.duration(to: .now) > Self.patience {
        for pid in Processes.children(of: pid) + [pid] { kill(pid, SIGKILL) }
        process.waitUntilExit()
        return nil
      }
      usleep(2_000)
    }
    process.waitUntilExit()
    let status = process.terminationStatus
    return process.terminationReason == .uncaughtSignal ? 128 + status : status
  }

  /// Waits for a while, or for its end.
  func pass(_ seconds: Double) {
    let end = ContinuousClock.now + .seconds(seconds)
    while process.isRunning, ContinuousClock.now < end { usleep(500) }
  }

  /// Its worker processes.
  var voices: [pid_t] { Processes.children(of: pid).sorted() }
  /// The processes that these forked for a unit.
  var units: [pid_t] { voices.flatMap(Processes.children).sorted() }

  /// Waits until it has workers; none when it ends before.
  func someVoices() -> [pid_t] {
    while process.isRunning {
      let voices = voices
      if !voices.isEmpty { return voices }
      usleep(500)
    }
    return []
  }
}
