import Narration
import SpeechWorker
import Subprocess

extension VoiceCommand {
  /// What a voice program says of itself.
  public struct Engine: Hashable, Sendable {
    /// Name and version: `eSpeak NG 1.51`.
    public var version: String
    /// Samples a second, before a pool resamples them.
    public var sampleRate: Int
  }

  /// A voice that a program offers.
  public struct Listed: Hashable, Sendable {
    /// How the program itself knows it: `gmw/en-US`.
    public var identifier: String
    /// Lower-case BCP 47 tags, the first its own; `variant` for what is laid over a voice
    /// (`en-us+f3`).
    public var languages: [String]
    /// For people: `English (America)`.
    public var name: String
    /// `male`, `female` or `unknown`.
    public var gender: String
  }

  /// How a voice program begins.
  public enum Introduction: Hashable, Sendable {
    /// It can speak.
    case engine(Engine)
    /// It runs, but not with this voice, for the reason that it gives.
    case refusal(String)
  }

  /// Starts the program for as long as it takes to introduce itself.
  ///
  /// Throws a `Complaint` when it cannot speak.
  public func engine() async throws -> Engine {
    switch try await introduction() {
    case .engine(let engine): return engine
    case .refusal(let why):
      throw complaint("cannot speak: \(why)", remedy: "'narrate voices' lists the voices")
    }
  }

  /// Starts the program for as long as it takes to introduce itself, or to refuse.
  ///
  /// Throws a `Complaint` when it does neither.
  public func introduction() async throws -> Introduction {
    let output = try await output(arguments: arguments)
    var frames = FrameBuffer(limit: WireFormat.requestLimit)
    output.bytes.withUnsafeBytes { frames.append($0) }
    let message: WorkerMessage?
    do throws(WireFault) {
      message = try frames.next().map { body throws(WireFault) in
        try WorkerMessage(frameBody: body)
      }
    } catch {
      message = nil
    }
    switch message {
    case .hello(let hello):
      return .engine(Engine(version: hello.engine, sampleRate: hello.sampleRate))
    case .refusal(let why): return .refusal(why)
    case .reply, nil:
      throw complaint("does not introduce itself (\(output.end))", remedy: "run it by hand")
    }
  }

  /// The voices that the program offers, asked by `--list` in place of its arguments, sorted by
  /// identifier.
  ///
  /// Throws a `Complaint` when it lists none.
  public func listedVoices() async throws -> [Listed] {
    let output = try await output(arguments: ["--list"])
    let voices = String(decoding: output.bytes, as: UTF8.self).split(separator: "\n")
      .compactMap { line -> Listed? in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 4 else { return nil }
        return Listed(
          identifier: fields[0], languages: fields[1].split(separator: ",").map(String.init),
          name: fields[2], gender: fields[3])
      }
    guard !voices.isEmpty else {
      throw complaint("lists no voices (\(output.end))", remedy: "run it by hand with --list")
    }
    return voices
  }

  private func output(arguments: [String]) async throws -> (bytes: [UInt8], end: String) {
    _ = try DescriptorRoom.jobs(atMost: 1, workers: 1)
    try ThreadRoom.check(jobs: 1)
    do {
      let result = try await Subprocess.run(
        subprocess, arguments: Arguments(arguments), environment: .forVoices,
        platformOptions: .forVoices, input: .none, output: .bytes(limit: 1 << 20),
        error: .discarded)
      return (result.standardOutput, result.terminationStatus.told)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw notFound
    } catch let error as SubprocessError {
      throw complaint("cannot be run: \(error)", remedy: "check the program and the system")
    }
  }
}
