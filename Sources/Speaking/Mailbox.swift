import SpeechWorker
import Synchronization

/// Hands units from the lane that asks to the task that talks to its worker, and answers back.
///
/// One side asks, one unit at a time; the other takes and answers. Whatever happens to the other
/// side, closing the mailbox answers whoever waits, now and later.
final class Mailbox: Sendable {
  private struct State {
    var unit: SpeechUnit?
    var asker: CheckedContinuation<Answer, Never>?
    var taker: CheckedContinuation<SpeechUnit?, Never>?
    var isDismissed = false
    /// What every question gets once nobody takes any more.
    var lastAnswer: Answer?
  }

  private let state = Mutex(State())

  /// Asks for a unit and waits for the answer.
  func ask(_ unit: SpeechUnit) async -> Answer {
    await withCheckedContinuation { asker in
      let (taker, answer) = state.withLock {
        state -> (CheckedContinuation<SpeechUnit?, Never>?, Answer?) in
        if let answer = state.lastAnswer { return (nil, answer) }
        state.asker = asker
        guard let taker = state.taker else {
          state.unit = unit
          return (nil, nil)
        }
        state.taker = nil
        return (taker, nil)
      }
      if let answer { asker.resume(returning: answer) }
      taker?.resume(returning: unit)
    }
  }

  /// Says that nothing more will be asked.
  func dismiss() {
    let taker = state.withLock { state in
      state.isDismissed = true
      defer { state.taker = nil }
      return state.taker
    }
    taker?.resume(returning: nil)
  }

  /// The next unit to be spoken; nil when there will be none or the task is cancelled.
  func take() async -> SpeechUnit? {
    await withTaskCancellationHandler {
      await withCheckedContinuation { taker in
        let (unit, isOver) = state.withLock { state -> (SpeechUnit?, Bool) in
          if let unit = state.unit {
            state.unit = nil
            return (unit, true)
          }
          if state.isDismissed || Task.isCancelled { return (nil, true) }
          state.taker = taker
          return (nil, false)
        }
        if isOver { taker.resume(returning: unit) }
      }
    } onCancel: {
      dismiss()
    }
  }

  /// Answers the unit that was taken last.
  func answer(_ answer: Answer) {
    let asker = state.withLock { state in
      defer { state.asker = nil }
      return state.asker
    }
    asker?.resume(returning: answer)
  }

  /// Answers whoever waits, and everyone who asks later.
  func close(_ lastAnswer: Answer) {
    let asker = state.withLock { state in
      state.lastAnswer = lastAnswer
      state.unit = nil
      defer { state.asker = nil }
      return state.asker
    }
    asker?.resume(returning: lastAnswer)
  }
}
