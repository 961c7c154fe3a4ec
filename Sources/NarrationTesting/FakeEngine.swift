import Glibc
public import SpeechWorker

/// An engine for tests: sound that follows from the words alone, and words that are accidents.
///
/// A word sounds as a square wave of `duration(of:)` samples; a mark adds `pause` samples of
/// silence. The wave depends on what the process has spoken before, as eSpeak NG's does, so that a
/// worker that lets units hear each other is found out.
public final class FakeEngine: SpeechEngine {
  /// What a word does to the process instead of sounding: `crash-segv`, `hang` and so on.
  public enum Accident: String, CaseIterable, Sendable {
    case segmentationFault = "crash-segv"
    case abort = "crash-abort"
    /// What the kernel does to a process when memory runs out.
    case kill = "crash-kill"
    case exit = "quit"
    case failure = "fail"
    case hang = "hang"
    case spin = "spin"
    case allocate = "allocate"
    case overflow = "overflow"
    case killWorker = "kill-worker"
  }

  /// Samples of silence for a mark.
  public static let pause = 400

  /// Samples a second.
  public let sampleRate: Int
  /// `fake 1`.
  public var version: String { "fake 1" }
  private let counter: String?
  private let accidents: Int
  private var history = 0

  /// An engine whose accidents happen `accidents` times in all, counted by the length of the file
  /// `counter`; without one, always.
  public init(sampleRate: Int = 22_050, counter: String? = nil, accidents: Int = .max) {
    self.sampleRate = sampleRate
    self.counter = counter
    self.accidents = accidents
  }

  /// Samples for which a word sounds at this pace.
  public static func duration(of word: SpeechUnit.Word, _ prosody: Prosody = Prosody()) -> Int {
    (200 + 100 * word.text.utf8.count) * 175 / max(1, prosody.wordsPerMinute)
  }

  /// Speaks the words, or meets with an accident.
  public func speak(
    _ sentence: [SpeechUnit.Word], as prosody: Prosody, to output: inout some SpeechOutput
  ) throws(SpeechFailure) {
    var spoken = 0
    for (index, word) in sentence.enumerated() {
      if let accident = Accident(rawValue: word.text), happens() {
        try meet(accident, output: &output)
      }
      output.wordBegins(index, at: spoken)
      var samples = wave(of: word, prosody)
      if !word.mark.isEmpty { samples += [Int16](repeating: 0, count: Self.pause) }
      spoken += samples.count
      guard samples.withUnsafeBufferPointer({ output.append($0) }) else { return }
    }
    history += 1
  }

  private func wave(of word: SpeechUnit.Word, _ prosody: Prosody) -> [Int16] {
    var hash = history
    for byte in word.text.utf8 { hash = (hash &* 31 &+ Int(byte)) & 0xFFFF }
    let period = 20 + hash % 180
    let level = Int16(clamping: 100 * min(max(prosody.volume, 0), 200))
    return (0..<Self.duration(of: word, prosody)).map { ($0 / period) % 2 == 0 ? level : -level }
  }

  private func happens() -> Bool {
    guard let counter else { return true }
    let descriptor = open(counter, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    let before = lseek(descriptor, 0, SEEK_END)
    _ = write(descriptor, "x", 1)
    return before < accidents
  }

  private func meet(
    _ accident: Accident, output: inout some SpeechOutput
  ) throws(SpeechFailure) {
    switch accident {
    case .segmentationFault: Glibc.kill(getpid(), SIGSEGV)
    case .abort: Glibc.abort()
    case .kill: Glibc.kill(getpid(), SIGKILL)
    case .exit: _exit(3)
    case .failure: throw SpeechFailure("told to fail")
    case .hang: while true { sleep(1000) }
    case .spin: while true { history &+= 1 }
    case .allocate:
      while let block = malloc(1 << 20) { memset(block, 1, 1 << 20) }
      Glibc.abort()
    case .overflow:
      let samples = [Int16](repeating: 1, count: 1 << 16)
      while samples.withUnsafeBufferPointer({ output.append($0) }) {}
    case .killWorker:
      Glibc.kill(getppid(), SIGKILL)
      while true { sleep(1000) }
    }
  }
}
