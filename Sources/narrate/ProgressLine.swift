import Foundation
import Synchronization

/// One line on a terminal that says how far speaking has come, with an estimate from this run.
final class ProgressLine: Sendable {
  private struct State {
    var source = ""
    var utterances = 0
    var began: ContinuousClock.Instant?
    var shown: ContinuousClock.Instant?
    var isShown = false
  }

  private let state = Mutex(State())

  func start(_ source: String, utterances: Int) {
    state.withLock {
      $0.source = source
      $0.utterances = utterances
      $0.began = .now
      $0.shown = nil
    }
  }

  /// Shows the line anew, ten times a second at most.
  func update(utterances: Int, seconds: Double) {
    state.withLock { state in
      let now = ContinuousClock.now
      guard let began = state.began, state.utterances > 0 else { return }
      if let shown = state.shown, now - shown < .milliseconds(100) { return }
      state.shown = now
      state.isShown = true
      let share = Double(utterances) / Double(state.utterances)
      let elapsed =
        Double((now - began).components.attoseconds) / 1e18
        + Double((now - began).components.seconds)
      let left = share > 0 ? elapsed / share - elapsed : 0
      StandardError.write(
        "\r\u{1B}[K\(state.source): \(Int(share * 100)) %, \(Duration.clock(seconds)) of audio, "
          + "\(Duration.clock(left)) left")
    }
  }

  /// Takes the line away so that another can be printed.
  func clear() {
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      state.shown = nil
      StandardError.write("\r\u{1B}[K")
    }
  }

  func end() {
    clear()
    state.withLock { $0.began = nil }
  }
}
