import Synchronization

/// Gives out the numbers of requests in order, a bounded number ahead of what is delivered.
final class Tickets: Sendable {
  private struct State {
    var next = 0
    var open: Int
    var waiting: [CheckedContinuation<Int?, Never>] = []
    var isClosed = false
  }

  private let count: Int
  private let state: Mutex<State>

  /// Numbers below `count`, of which `ahead` may be out at once.
  init(count: Int, ahead: Int) {
    self.count = count
    state = Mutex(State(open: min(ahead, count)))
  }

  /// The next number, as soon as there is room for one more; nil when there are no more.
  func take() async -> Int? {
    await withCheckedContinuation { continuation in
      let (number, isOver) = state.withLock { state -> (Int?, Bool) in
        if state.isClosed || state.next == count { return (nil, true) }
        if state.next == state.open {
          state.waiting.append(continuation)
          return (nil, false)
        }
        defer { state.next += 1 }
        return (state.next, true)
      }
      if isOver { continuation.resume(returning: number) }
    }
  }

  /// Makes room for one more: a request was delivered.
  func release() {
    let (waiting, number, left) = state.withLock {
      state -> (CheckedContinuation<Int?, Never>?, Int?, [CheckedContinuation<Int?, Never>]) in
      guard !state.isClosed, state.open < count else { return (nil, nil, []) }
      state.open += 1
      guard !state.waiting.isEmpty else { return (nil, nil, []) }
      let first = state.waiting.removeFirst()
      defer { state.next += 1 }
      // Whoever else waits will wait in vain once the last number is out.
      guard state.next + 1 == count else { return (first, state.next, []) }
      defer { state.waiting = [] }
      return (first, state.next, state.waiting)
    }
    waiting?.resume(returning: number)
    for continuation in left { continuation.resume(returning: nil) }
  }

  /// Ends the giving out: whoever waits, or comes later, gets nil.
  func close() {
    let waiting = state.withLock { state in
      state.isClosed = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume(returning: nil) }
  }
}
