/// The sound of a request, or what there is of it.
public struct SpokenUtterance: Hashable, Sendable {
  /// Which request of those asked for together, from 0.
  public var index: Int
  /// 16 bit, mono, at the pool's rate; it ends soon after the last sound.
  ///
  /// A part of the sound of its stretch: its indices need not start at 0.
  public var samples: ArraySlice<Int16>
  /// The first sample of each word: one for each word of the request, ascending, none after the
  /// end.
  public var wordStarts: [Int]
  /// Whether all of it is there.
  public var outcome: Outcome

  /// An utterance's sound with all its parts.
  public init(index: Int, samples: ArraySlice<Int16>, wordStarts: [Int], outcome: Outcome) {
    self.index = index
    self.samples = samples
    self.wordStarts = wordStarts
    self.outcome = outcome
  }

  /// Whether all words of a request are spoken.
  public enum Outcome: Hashable, Sendable {
    /// All of them.
    case whole
    /// All but these, in order; for each row of them there is a short pause.
    case partly([Loss])
    /// None: a short pause stands for them.
    case lost([Loss])
  }

  /// Words that could not be spoken.
  public struct Loss: Hashable, Sendable {
    /// Indices of words of the request.
    public var words: Range<Int>
    /// Why they could not.
    public var reason: LossReason

    /// Words and why they could not be spoken.
    public init(words: Range<Int>, reason: LossReason) {
      self.words = words
      self.reason = reason
    }
  }
}

/// Why words could not be spoken.
public enum LossReason: Hashable, Sendable, CustomStringConvertible {
  /// The voice died of this signal each time.
  case crash(signal: Int32)
  /// The voice computed longer than the text could need.
  case cpuTime
  /// The voice made more samples than there is room for.
  case outOfRoom
  /// The voice gave an answer later than the text could need, in all of several tries.
  case wallClock
  /// The voice said why not.
  case refused(String)
  /// The worker ended, in all of several tries.
  case workerLost(String)
  /// One word of more bytes than any voice is given.
  case tooLong(bytes: Int)

  /// The reason as the end of a sentence: `the voice crashed (signal 11)`.
  public var description: String {
    switch self {
    case .crash(let signal): "the voice crashed (signal \(signal))"
    case .cpuTime: "the voice used too much CPU time"
    case .outOfRoom: "the voice made too many samples"
    case .wallClock: "the voice did not answer in time"
    case .refused(let message): "the voice refused: \(message)"
    case .workerLost(let how): "the voice program ended: \(how)"
    case .tooLong(let bytes): "a word of \(bytes) bytes is too long to be spoken"
    }
  }
}
