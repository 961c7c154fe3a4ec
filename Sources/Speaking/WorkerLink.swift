import Narration
import SpeechWorker
import Subprocess
import SystemPackage

/// A worker process and the conversation with it.
final class WorkerLink: Sendable {
  /// The program that runs.
  let voice: VoiceCommand
  private let sampleRate: Int
  private let mailbox = Mailbox()

  /// A link, not yet running, whose samples come at `sampleRate` whatever the engine's own.
  init(_ voice: VoiceCommand, sampleRate: Int) {
    self.voice = voice
    self.sampleRate = sampleRate
  }

  /// Asks the worker for a unit; one at a time.
  func ask(_ unit: SpeechUnit) async -> Answer { await mailbox.ask(unit) }

  /// Lets the worker go when it has answered.
  func dismiss() { mailbox.dismiss() }

  /// Runs the worker until it is dismissed, ends or the task is cancelled.
  func run() async {
    let lastAnswer: Answer
    do {
      let result = try await Subprocess.run(
        voice.subprocess, arguments: Arguments(voice.arguments), environment: .forVoices,
        platformOptions: .forVoices, input: .inputWriter, output: .sequence, error: .discarded
      ) { execution in
        try await converse(execution)
      }
      lastAnswer = answer(to: result.closureResult, result.terminationStatus)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      lastAnswer = .refused(voice.notFound)
    } catch let error as SubprocessError {
      lastAnswer = .notStarted(
        voice.complaint("cannot be started: \(error)", remedy: "check the program and the system"))
    } catch {
      lastAnswer = .gone("\(error)")
    }
    mailbox.close(lastAnswer)
  }

  /// Why a conversation ended.
  private enum Farewell {
    case dismissed
    /// The worker said no more; `isReady` when it had said hello before.
    case silence(isReady: Bool)
    case refusal(String, isReady: Bool)
    /// What it said follows no protocol.
    case nonsense(String, isReady: Bool)
  }

  private typealias Worker = Execution<CustomWriteInput, SequenceOutput, DiscardedOutput>

  private func converse(_ worker: Worker) async throws -> Farewell {
    try await withThrowingTaskGroup(of: Void.self) { group in
      let watchdog = Watchdog()
      group.addTask { await watchdog.watch { try? worker.send(signal: .kill) } }
      defer { group.cancelAll() }
      let farewell = try await talk(worker, watchdog)
      // A worker that has said its last is given a moment to end as it likes.
      if case .nonsense = farewell {
        await worker.teardown(using: [])
      } else {
        try? await worker.standardInputWriter.finish()
        await worker.teardown(using: [
          .send(signal: .terminate, allowedDurationToNextStep: .seconds(2))
        ])
      }
      return farewell
    }
  }

  private func talk(_ worker: Worker, _ watchdog: Watchdog) async throws -> Farewell {
    var messages = MessageReader(worker.standardOutput)
    var isReady = false
    do throws(WireFault) {
      watchdog.expect(within: .seconds(60))
      let hello: WorkerHello
      switch try await messages.next() {
      case .hello(let said): hello = said
      case .refusal(let message): return .refusal(message, isReady: false)
      case .reply: return .nonsense("it answers before it is asked", isReady: false)
      case nil: return .silence(isReady: false)
      }
      guard hello.protocolVersion == WireFormat.protocolVersion, hello.sampleRate > 0 else {
        return .nonsense("its protocol is \(hello.protocolVersion)", isReady: false)
      }
      guard let resampler = Resampler(from: hello.sampleRate, to: sampleRate) else {
        return .nonsense("its rate is \(hello.sampleRate)", isReady: false)
      }
      isReady = true
      var number: UInt32 = 0
      watchdog.expectNothing()
      while let unit = await mailbox.take() {
        number &+= 1
        watchdog.expect(within: patience(for: unit))
        let frame = UnitRequest(number: number, unit: unit).frame()
        // A worker that is dead takes nothing; reading finds that out.
        _ = try? await worker.standardInputWriter.write(frame)
        switch try await messages.next() {
        case .reply(number, let end):
          watchdog.expectNothing()
          mailbox.answer(.ended(resampler.resample(end)))
        case .refusal(let message): return .refusal(message, isReady: true)
        case nil: return .silence(isReady: true)
        case .hello, .reply: return .nonsense("it answers what it is not asked", isReady: true)
        }
      }
      return .dismissed
    } catch {
      return .nonsense(error.message, isReady: isReady)
    }
  }

  /// Longer than the worker itself waits: this is for a worker that hangs, not for its unit.
  private func patience(for unit: SpeechUnit) -> Duration {
    .seconds(60 + 2 * voice.limits.wallSeconds(forBytes: unit.textLength))
  }

  private func answer(to farewell: Farewell, _ status: TerminationStatus) -> Answer {
    switch farewell {
    case .dismissed: .gone("dismissed")
    case .silence(isReady: true): .gone(status.told)
    case .refusal(let message, isReady: true): .gone(message)
    case .nonsense(let message, isReady: true): .gone(message)
    case .silence(isReady: false):
      .notStarted(
        voice.complaint("ends before it is ready (\(status.told))", remedy: "run it by hand"))
    case .refusal(let message, isReady: false):
      .refused(
        voice.complaint("cannot speak: \(message)", remedy: "'narrate voices' lists the voices"))
    case .nonsense(let message, isReady: false):
      .refused(
        voice.complaint(
          "is none of this version of narrate: \(message)", remedy: "install both together"))
    }
  }
}

/// The messages of a worker, cut out of the stream of its output.
private struct MessageReader {
  private var pieces: SubprocessOutputSequence.AsyncIterator
  private var frames = FrameBuffer(limit: WireFormat.replyLimit)

  init(_ output: SubprocessOutputSequence) { pieces = output.makeAsyncIterator() }

  /// The next message, or nil when the stream ends or breaks off.
  mutating func next() async throws(WireFault) -> WorkerMessage? {
    while true {
      if let body = try frames.next() { return try WorkerMessage(frameBody: body) }
      guard let piece = try? await pieces.next() else { return nil }
      piece.withUnsafeBytes { frames.append($0) }
    }
  }
}
