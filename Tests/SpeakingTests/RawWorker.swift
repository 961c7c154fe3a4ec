import Glibc
import Narration
import Speaking
import SpeechWorker
import SpokenText
import Subprocess
import SystemPackage

/// A worker that a test talks to frame by frame.
struct RawWorker {
  private let execution: Execution<CustomWriteInput, SequenceOutput, DiscardedOutput>
  private var output: SubprocessOutputSequence.AsyncIterator
  private var frames = FrameBuffer(limit: WireFormat.replyLimit)

  /// Runs a worker for as long as `body` does; returns how it ended.
  static func run(
    _ voice: VoiceCommand, _ body: (inout RawWorker) async throws -> Void
  ) async throws -> TerminationStatus {
    try await Subprocess.run(
      .path(FilePath(voice.executable)), arguments: Arguments(voice.arguments),
      environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no"]), input: .inputWriter,
      output: .sequence, error: .discarded
    ) { execution in
      var worker = RawWorker(
        execution: execution, output: execution.standardOutput.makeAsyncIterator())
      try await body(&worker)
    }.terminationStatus
  }

  var pid: pid_t { execution.processIdentifier.value }

  func send(_ bytes: [UInt8]) async throws {
    _ = try await execution.standardInputWriter.write(bytes)
  }

  func ask(_ number: UInt32, _ text: String) async throws {
    let words = FakeVoice.words(text).map {
      SpeechUnit.Word(text: $0.text, mark: $0.mark.rawValue)
    }
    let unit = SpeechUnit(sentences: [words], prosody: Prosody())
    try await send(UnitRequest(number: number, unit: unit).frame())
  }

  func closeInput() async throws { try await execution.standardInputWriter.finish() }

  func kill() throws { try execution.send(signal: .kill) }

  /// The next message; nil at the end of the stream.
  mutating func next() async throws -> WorkerMessage? {
    while true {
      if let body = try frames.next() { return try WorkerMessage(frameBody: body) }
      guard let piece = try await output.next() else { return nil }
      piece.withUnsafeBytes { frames.append($0) }
    }
  }
}
