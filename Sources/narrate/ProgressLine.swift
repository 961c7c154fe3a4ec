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

  /// Says how far speaking has come.
  func update(utterances: Int, seconds: Double) {
    show { state, began in
      let share = Double(utterances) / Double(state.utterances)
      let elapsed = (ContinuousClock.now - began).components
      let spent = Double(elapsed.attoseconds) / 1e18 + Double(elapsed.seconds)
      let left = share > 0 ? spent / share - spent : 0
      return
        "\(Int(share * 100)) %, \(Duration.clock(seconds)) of audio, \(Duration.clock(left)) left"
    }
  }

  /// Says how much of what was spoken is levelled and written.
  func update(levelled share: Double) {
    show { _, _ in "levelling, \(Int(share * 100)) %" }
  }

  /// Shows the line anew, ten times a second at most.
  private func show(_ text: (State, _ began: ContinuousClock.Instant) -> String) {
    state.withLock { state in
      let now = ContinuousClock.now
      guard let began = state.began, state.utterances > 0 else { return }
      if let shown = state.shown, now - shown < .milliseconds(100) { return }
      state.shown = now
      state.isShown = true
      StandardError.write("\r\u{1B}[K\(state.source): \(text(state, began))")
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
