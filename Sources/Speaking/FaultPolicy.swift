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

/// How much of a stretch is spoken when its voice fails, and what is tried for that.
///
/// A death that is the unit's own doing counts against it: the unit is tried once more, then split:
/// a stretch into its sentences, a sentence in two, and so on down to single words. What may be
/// chance, such as a killed process on a crowded machine, is tried again as it is, so that the
/// samples stay the same.
struct FaultPolicy {
  /// Tries of a unit that fails by its own doing, before it is split.
  static let ownTries = 2
  /// Tries of a unit that fails by what may be chance, before it is split or lost: a killed process
  /// costs next to nothing, and the samples stay the same only where the unit does.
  static let chanceTries = 20
  /// Tries of a unit that is late, which takes long to find out.
  static let lateTries = 5
  /// Words and bytes of text in one unit; more is split at once.
  static let wordLimit = 1_000
  static let byteLimit = 32_768

  /// Signals by which a process dies of what it does itself.
  private static let ownSignals: Set<Int32> = [
    SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS,
  ]

  /// Words of a request one after the other, spoken together or lost together.
  struct Piece {
    let words: Range<Int>
    let content: Content
  }

  enum Content {
    /// The samples, and for each word the place among them where it begins.
    case spoken(ArraySlice<Int16>, wordStarts: [Int])
    case lost(LossReason)
  }

  /// Speaks all words of the requests of a stretch, as far as the voice can: for each its pieces.
  func speak(
    _ requests: ArraySlice<SpeechRequest>, ask: (SpeechUnit) async throws -> Answer
  ) async throws -> [[Piece]] {
    if requests.count > 1,
      case .spoken(let contents) = try await attempt(requests.map { $0.words[...] }, requests, ask)
    {
      return zip(requests, contents).map { [Piece(words: $0.words.indices, content: $1)] }
    }
    var pieces: [[Piece]] = []
    for request in requests { pieces.append(try await speak(request, ask: ask)) }
    return pieces
  }

  /// Speaks all words of one request.
  private func speak(
    _ request: SpeechRequest, ask: (SpeechUnit) async throws -> Answer
  ) async throws -> [Piece] {
    var pieces: [Piece] = []
    var pending = request.words.isEmpty ? [] : [request.words.indices]
    while let range = pending.popLast() {
      let words = request.words[range]
      switch try await attempt([words], [request], ask) {
      case .spoken(let contents):
        pieces += contents.map { Piece(words: range, content: $0) }
      case .failed(let reason) where words.count == 1 || reason.mayBeChance:
        pieces.append(Piece(words: range, content: .lost(reason)))
      case .failed:
        let middle = Self.middle(of: words)
        pending.append(middle..<range.upperBound)
        pending.append(range.lowerBound..<middle)
      }
    }
    return pieces
  }

  private enum Attempt {
    /// For each sentence what is heard of it.
    case spoken([Content])
    case failed(LossReason)
  }

  /// Tries sentences, all in one unit, as often as their fate may change.
  private func attempt(
    _ sentences: [ArraySlice<Word>], _ requests: ArraySlice<SpeechRequest>,
    _ ask: (SpeechUnit) async throws -> Answer
  ) async throws -> Attempt {
    let words = sentences.joined()
    let bytes = words.reduce(0) { $0 + $1.text.utf8.count + 2 }
    if words.count > Self.wordLimit || bytes > Self.byteLimit {
      return .failed(.tooLong(bytes: bytes))
    }
    let asked = UnitOfWords(
      sentences, prosody: requests.first?.prosody ?? Prosody(),
      manner: requests.first?.manner ?? WordManner())
    var ownFaults = 0
    var delays = 0
    var chances = 0
    while true {
      try Task.checkCancellation()
      let reason: LossReason
      switch try await ask(asked.unit) {
      case .ended(.spoken(let spoken)):
        if let contents = asked.contents(of: spoken) { return .spoken(contents) }
        reason = .workerLost("it answered with other words")
      case .ended(.outOfRoom):
        // The same every time.
        return .failed(.outOfRoom)
      case .ended(.died(let signal)) where Self.ownSignals.contains(signal):
        reason = .crash(signal: signal)
      case .ended(.cpuTime): reason = .cpuTime
      case .ended(.failed(let message)): reason = .refused(message)
      case .ended(.died(let signal)): reason = .workerLost("killed by signal \(signal)")
      case .ended(.wallClock): reason = .wallClock
      case .gone(let how): reason = .workerLost(how)
      case .notStarted(let complaint):
        delays += 1
        if delays == Self.lateTries { throw complaint }
        continue
      case .refused(let complaint): throw complaint
      }
      switch reason {
      case .wallClock: delays += 1
      case .workerLost: chances += 1
      case .crash, .cpuTime, .outOfRoom, .refused, .tooLong: ownFaults += 1
      }
      if ownFaults == Self.ownTries || delays == Self.lateTries || chances == Self.chanceTries {
        return .failed(reason)
      }
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

extension LossReason {
  /// Whether the same words may be spoken the next time.
  fileprivate var mayBeChance: Bool {
    switch self {
    case .wallClock, .workerLost: true
    case .crash, .cpuTime, .outOfRoom, .refused, .tooLong: false
    }
  }
}

extension UnitOfWords {
  /// For each sentence its sound; nil when the answer is not one to these words.
  fileprivate func contents(of spoken: SpokenUnit) -> [FaultPolicy.Content]? {
    guard spoken.wordStarts.count == unit.words.count,
      spoken.sentenceEnds.count == firstPieces.count
    else { return nil }
    var start = 0
    return zip(firstPieces, spoken.sentenceEnds).map { pieces, end in
      defer { start = end }
      let onsets = pieces.map { spoken.wordStarts[$0] - start }
      return .spoken(spoken.samples[start..<end], wordStarts: onsets)
    }
  }
}
