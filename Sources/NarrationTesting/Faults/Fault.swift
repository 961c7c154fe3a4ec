import Glibc

/// What happens to a run of `narrate`.
public enum Fault: String, CaseIterable, Sendable {
  case killedVoices = "voices killed"
  case interrupted
  case fullDisk = "disk full"
  case killed
  case crashedVoices = "voices crashed"
  case fileSize = "files limited"
  case descriptors = "descriptors limited"
  case memory = "memory limited"
  case orphaned = "ended while voices stand still"
  case processes = "processes limited"
  case stoppedVoices = "voices stopped for a while"
  case failingVoice = "voice failing by chance"
  case interruptedTwice = "interrupted twice"
  /// Takes as long as `narrate` has patience with a worker, which is minutes.
  case hungVoice = "voice stopped for good"

  /// The fault of a round: each in turn, so that a dozen rounds meet nearly all of them.
  ///
  /// - Parameter number: Of the round, from 0; two of a hundred get the slow one.
  public init(ofRound number: Int) {
    let quick = Self.allCases.filter { $0 != .hungVoice }
    self = number % 50 == 49 ? .hungVoice : quick[number % quick.count]
  }

  /// Whether a run that meets it must do all that it does without.
  var isBorne: Bool {
    switch self {
    case .killedVoices, .crashedVoices, .stoppedVoices, .failingVoice, .hungVoice: true
    default: false
    }
  }

  /// Whether hidden files may stay until the next run: nobody was left who could remove them.
  func mayLeaveFiles(endedBy status: Int32) -> Bool {
    switch self {
    case .killed, .orphaned: status == 128 + SIGKILL
    case .interruptedTwice: [128 + SIGINT, 128 + SIGTERM].contains(status)
    case .memory: Self.deaths.contains(status)
    default: false
    }
  }

  /// What a run may end with that is not borne, beside what it ends with in peace.
  var statuses: [Int32] {
    let interruptions = [128 + SIGINT, 128 + SIGTERM]
    return switch self {
    case .interrupted, .interruptedTwice: interruptions
    case .killed: [128 + SIGKILL]
    // Where an interrupt is ignored until the work begins, a voice that stands still before is told.
    case .orphaned: interruptions + [128 + SIGKILL, EX_SOFTWARE]
    case .fullDisk: [EX_CANTCREAT, EX_IOERR]
    case .fileSize: [EX_IOERR]
    // Some sentences may be lost, and are told.
    case .descriptors: [1, EX_NOINPUT, EX_SOFTWARE, EX_CANTCREAT, EX_IOERR]
    case .processes: [1, EX_SOFTWARE]
    // A program that gets no memory for a small thing can only die.
    case .memory: [1, EX_SOFTWARE, EX_CANTCREAT, EX_IOERR] + Self.deaths
    default: []
    }
  }

  private static let deaths = [SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGTRAP].map { 128 + $0 }
}
