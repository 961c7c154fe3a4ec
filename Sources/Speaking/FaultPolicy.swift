import Glibc
import Narration
import SpeechWorker
import SpokenText

/// What came back from a worker that was asked for a unit.
enum Answer: Sendable {
  /// The worker is well and tells how the unit ended.
  case ended(UnitEnd)
  /// The worker is gone, for a reason that need not be the unit's.
  case gone(String)
  /// The worker ended before it was ready; if it always does, this is why nothing can be spoken.
  case notStarted(Complaint)
  /// The voice cannot speak at all.
  case refused(Complaint)
}

/// How much of a request is spoken when its voice fails, and what is tried for that.
///
/// A death that is the unit's own doing counts against it: the unit is tried once more, then split
/// in two, and so on down to single words. What may be chance, such as a killed process on a
/// crowded machine, is tried again as it is, so that the samples stay the same.
struct FaultPolicy {
  /// Tries of a unit that fails by its own doing, before it is split.
  static let ownTries = 2
  /// Tries of a unit that fails by what may be chance, before it is lost.
  static let chanceTries = 5
  /// Words and bytes of text in one unit; more is split at once.
  static let wordLimit = 1_000
  static let byteLimit = 32_768

  /// Signals by which a process dies of what it does itself.
  private static let ownSignals: Set<Int32> = [
    SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS,
  ]

  /// Words of the request one after the other, spoken together or lost together.
  struct Piece {
    let words: Range<Int>
    let content: Content
  }

  enum Content {
    case spoken(SpokenUnit)
    case lost(LossReason)
  }

  /// Speaks all words of a request, as far as the voice can.
  func speak(
    _ request: SpeechRequest, ask: (SpeechUnit) async throws -> Answer
  ) async throws -> [Piece] {
    var pieces: [Piece] = []
    var pending = request.words.isEmpty ? [] : [request.words.indices]
    while let range = pending.popLast() {
      switch try await attempt(request, range, ask: ask) {
      case .content(let content): pieces.append(Piece(words: range, content: content))
      case .split:
        let middle = Self.middle(of: request.words[range])
        pending.append(middle..<range.upperBound)
        pending.append(range.lowerBound..<middle)
      }
    }
    return pieces
  }

  private enum Attempt {
    case content(Content)
    case split
  }

  private func attempt(
    _ request: SpeechRequest, _ range: Range<Int>, ask: (SpeechUnit) async throws -> Answer
  ) async throws -> Attempt {
    let words = request.words[range]
    let bytes = words.reduce(0) { $0 + $1.text.utf8.count + 2 }
    if words.count > Self.wordLimit || bytes > Self.byteLimit {
      return words.count > 1 ? .split : .content(.lost(.tooLong(bytes: bytes)))
    }
    let asked = UnitOfWords(words, prosody: request.prosody)
    var ownFaults = 0
    var chances = 0
    while true {
      try Task.checkCancellation()
      let reason: LossReason
      switch try await ask(asked.unit) {
      case .ended(.spoken(let spoken)) where spoken.wordStarts.count == asked.unit.words.count:
        let starts = asked.firstPieces.map { spoken.wordStarts[$0] }
        return .content(.spoken(SpokenUnit(samples: spoken.samples, wordStarts: starts)))
      case .ended(.outOfRoom):
        // The same every time.
        return words.count > 1 ? .split : .content(.lost(.outOfRoom))
      case .ended(.died(let signal)) where Self.ownSignals.contains(signal):
        ownFaults += 1
        reason = .crash(signal: signal)
      case .ended(.cpuTime):
        ownFaults += 1
        reason = .cpuTime
      case .ended(.failed(let message)):
        ownFaults += 1
        reason = .refused(message)
      case .ended(.spoken):
        chances += 1
        reason = .workerLost("it answered with other words")
      case .ended(.died(let signal)):
        chances += 1
        reason = .workerLost("killed by signal \(signal)")
      case .ended(.wallClock):
        chances += 1
        reason = .wallClock
      case .gone(let how):
        chances += 1
        reason = .workerLost(how)
      case .notStarted(let complaint):
        chances += 1
        if chances == Self.chanceTries { throw complaint }
        continue
      case .refused(let complaint): throw complaint
      }
      if ownFaults == Self.ownTries { return words.count > 1 ? .split : .content(.lost(reason)) }
      if chances == Self.chanceTries { return .content(.lost(reason)) }
    }
  }

  /// Where to split: after the mark nearest to the middle if one stands in the middle half, else
  /// in the middle.
  static func middle(of words: ArraySlice<Word>) -> Int {
    let middle = words.startIndex + words.count / 2
    let reach = words.count / 4
    for distance in 0...reach {
      for place in [middle - distance, middle + distance]
      where place > words.startIndex && place < words.endIndex && words[place - 1].mark != .none {
        return place
      }
    }
    return middle
  }
}
