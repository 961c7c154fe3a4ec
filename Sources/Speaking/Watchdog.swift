import Synchronization

/// Bites when something that is expected does not come in time.
final class Watchdog: Sendable {
  private let deadline = Mutex<ContinuousClock.Instant?>(nil)

  /// Something is to come within this time.
  func expect(within duration: Duration) {
    deadline.withLock { $0 = .now + duration }
  }

  /// It has come.
  func expectNothing() { deadline.withLock { $0 = nil } }

  /// Watches until it bites once or its task is cancelled.
  func watch(_ bite: @Sendable () -> Void) async {
    while !Task.isCancelled {
      try? await Task.sleep(for: .seconds(1))
      if let deadline = deadline.withLock({ $0 }), deadline < .now { return bite() }
    }
  }
}
