import Glibc
import Narration
import NarrationTesting
import Speaking
import SpeechWorker
import SpokenText
import Testing

/// A program that reads text and writes samples, as one hears it through the pool.
@Suite struct CommandEngineTests {
  private static let worker = BuiltProducts.path(of: "narrate-voice")

  private func command(_ words: String..., rate: Int? = nil) -> VoiceCommand {
    VoiceCommand(
      executable: Self.worker,
      arguments: (rate.map { ["--plain-rate", "\($0)"] } ?? []) + ["--command"] + words,
      limits: CommandEngine.limits)
  }

  private func speak(
    _ texts: [String], _ voice: VoiceCommand, prosody: Prosody = Prosody()
  ) async throws -> [SpokenUtterance] {
    try await VoicePool(jobs: 2).speakAll(
      texts.map { SpeechRequest(words: FakeVoice.words($0), voice: voice, prosody: prosody) })
  }

  private var flite: VoiceCommand {
    command(
      "flite", "--setf", "duration_stretch={stretch}", "-voice", "slt", "-f", "/dev/stdin", "-o",
      "/dev/stdout")
  }

  @Test func fliteSpeaks() async throws {
    let texts = ["The house at the end of the road was empty.", "Nobody knows."]
    let spoken = try await speak(texts, flite)
    #expect(spoken.map(\.outcome) == [.whole, .whole])
    for (utterance, text) in zip(spoken, texts) {
      #expect(utterance.samples.contains { abs(Int($0)) > 3_000 })
      #expect(utterance.wordStarts.count == FakeVoice.words(text).count)
      #expect(utterance.wordStarts == utterance.wordStarts.sorted())
      // Silence around it is left out but for 10 ms.
      #expect(utterance.samples.prefix { abs(Int($0)) < 60 }.count <= 250)
      #expect(utterance.samples.reversed().prefix { abs(Int($0)) < 60 }.count <= 250)
    }
    // 16,000 samples a second become 22,050: about two seconds of speech.
    #expect((30_000..<80_000).contains(spoken[0].samples.count))
    #expect(try await speak(texts, flite) == spoken)
    let slow = try await speak([texts[0]], flite, prosody: Prosody(wordsPerMinute: 100))
    #expect(Double(slow[0].samples.count) > 1.5 * Double(spoken[0].samples.count))
  }

  @Test func textIsOnlyEverRead() async throws {
    let trace = "/tmp/narrate-\(FakeVoice.marker())"
    let texts = ["-o $(touch \(trace)) `touch \(trace)`", "a' ; touch \(trace)", "--help"]
    let spoken = try await speak(texts, flite)
    #expect(spoken.allSatisfy { $0.outcome == .whole && !$0.samples.isEmpty })
    #expect(access(trace, F_OK) != 0)
  }

  /// The words come as a line; two bytes of it are a sample.
  @Test func theLineAndTheSamplesAreAsPromised() async throws {
    let spoken = try await speak(
      ["abcd efgh, ij."], command("sh", "-c", "tr '\\n' '~'", rate: 22_050))
    let bytes = Array("abcd efgh, ij.~".utf8.dropLast())
    let samples = stride(from: 0, to: bytes.count - 1, by: 2).map {
      Int16(bytes[$0]) | Int16(bytes[$0 + 1]) << 8
    }
    #expect(Array(spoken[0].samples) == samples)
    #expect(spoken[0].wordStarts == [0, 2, 5])
  }

  @Test func whatSaysNothingIsNotAsked() async throws {
    let spoken = try await speak(
      ["— ,"],
      command(
        "sh", "-c", "read x; case $x in Yes.) cat /dev/zero | head -c 2000;; *) exit 9;; esac",
        rate: 8_000))
    #expect(spoken.map(\.outcome) == [.whole])
    #expect(spoken[0].samples.isEmpty)
  }

  /// A command that fails at one word, and the reason that is told.
  static let accidents: [(String, LossReason)] = [
    ("kill -SEGV $$", .crash(signal: SIGSEGV)),
    ("echo no such word >&2; exit 3", .refused("sh ended with exit status 3: no such word")),
  ]

  @Test(arguments: accidents)
  func aBadWordCostsOnlyItself(_ accident: String, _ reason: LossReason) async throws {
    let script = "read x; case $x in *bad*) \(accident);; esac; head -c 8000 /bin/sh"
    let spoken = try await speak(
      ["one.", "two bad.", "three."], command("sh", "-c", script, rate: 8_000))
    #expect(
      spoken.map(\.outcome) == [
        .whole, .partly([.init(words: 1..<2, reason: reason)]), .whole,
      ])
  }

  static let unusable: [([String], String)] = [
    (["no-such-program"], "No such file"),
    (["true"], "wrote nothing"),
    (["echo", "hello"], "no WAV file"),
    (["false"], "exit status 1"),
    (["sh", "-c", "printf 'RIFF1234WAVEjunk'"], "without samples"),
  ]

  @Test(arguments: unusable)
  func aCommandThatCannotSpeakIsOneComplaint(_ words: [String], _ why: String) async throws {
    var voice = command()
    voice.arguments += words
    let complaint = await #expect(throws: Complaint.self) { try await speak(["a.", "b."], voice) }
    #expect(complaint?.what.contains(why) == true, "\(complaint?.what ?? "")")
  }

  @Test func stereoIsRefused() async throws {
    let header: [UInt8] =
      Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WAVEfmt ".utf8)
      + [16, 0, 0, 0, 1, 0, 2, 0, 0x22, 0x56, 0, 0, 0, 0, 0, 0, 4, 0, 16, 0]
    let octal = header.map { "\\0" + String($0, radix: 8) }.joined()
    let complaint = await #expect(throws: Complaint.self) {
      try await speak(["a."], command("printf", "%b", octal))
    }
    #expect(complaint?.what.contains("2 channels of 16 bits") == true, "\(complaint?.what ?? "")")
  }
}
