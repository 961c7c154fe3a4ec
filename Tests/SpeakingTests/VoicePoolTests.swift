import Glibc
import Narration
import NarrationTesting
import Speaking
import SpeechWorker
import Synchronization
import Testing

@Suite struct VoicePoolTests {
  static let texts = (0..<60).map { number in
    (0...number % 7).map { "w\(number)-\($0)" }.joined(separator: " ") + "."
  }

  /// What is to be heard of short sentences.
  ///
  /// - Parameter stretch: How many are spoken in one fork.
  static func expected(_ texts: [String], stretch: Int = 12) -> [SpokenUtterance] {
    texts.enumerated().map { index, text in
      let sound = FakeVoice.sound(of: text, at: index % stretch)
      return SpokenUtterance(
        index: index, samples: sound.samples[...], wordStarts: sound.wordStarts, outcome: .whole)
    }
  }

  @Test(arguments: [1, 2, 4, 7]) func anyNumberOfJobsGivesTheSameInOrder(_ jobs: Int) async throws {
    let requests = Self.texts.map { FakeVoice.request($0, FakeVoice.command()) }
    #expect(try await VoicePool(jobs: jobs).speakAll(requests) == Self.expected(Self.texts))
  }

  @Test func nothingToSpeakNeedsNoVoice() async throws {
    let voice = VoiceCommand(executable: "/no/such/voice")
    #expect(try await VoicePool(jobs: 2).speakAll([]).isEmpty)
    let silent = try await VoicePool(jobs: 2).speakAll([SpeechRequest(words: [], voice: voice)])
    #expect(silent == [SpokenUtterance(index: 0, samples: [], wordStarts: [], outcome: .whole)])
  }

  @Test func severalVoicesSpeakInTurn() async throws {
    let voices = (0..<6).map { FakeVoice.command("--marker", "\($0)") }
    let requests = Self.texts.enumerated().map { FakeVoice.request($1, voices[$0 % 6]) }
    #expect(
      try await VoicePool(jobs: 2).speakAll(requests) == Self.expected(Self.texts, stretch: 1))
  }

  @Test func anotherEnginesRateIsResampled() async throws {
    let voice = FakeVoice.command("--sample-rate", "16000")
    let spoken = try await VoicePool(jobs: 1).speakAll([FakeVoice.request("one two", voice)])
    // 500 samples a word at 16,000 Hz.
    #expect(spoken.map(\.samples.count) == [1_378])
    #expect(spoken.map(\.wordStarts) == [[0, 689]])
  }

  /// Options, a sentence, the words that are lost in it and why.
  static let losses: [([String], String, [SpokenUtterance.Loss])] = [
    ([], "one two crash-segv four.", [.init(words: 2..<3, reason: .crash(signal: SIGSEGV))]),
    ([], "crash-abort two", [.init(words: 0..<1, reason: .crash(signal: SIGABRT))]),
    ([], "one fail", [.init(words: 1..<2, reason: .refused("told to fail"))]),
    (
      ["--cpu-seconds", "1", "--wall-seconds", "600"], "one spin",
      [.init(words: 1..<2, reason: .cpuTime)]
    ),
    (["--room", "100000"], "one overflow", [.init(words: 1..<2, reason: .outOfRoom)]),
    (
      ["--memory", "67108864"], "one, allocate three",
      [.init(words: 1..<2, reason: .crash(signal: SIGABRT))]
    ),
  ]

  @Test(arguments: losses)
  func aBadWordCostsOnlyItself(
    _ options: [String], _ text: String, _ losses: [SpokenUtterance.Loss]
  ) async throws {
    var voice = FakeVoice.command()
    voice.arguments = options
    let spoken = try await VoicePool(jobs: 2)
      .speakAll(["before.", text, "after."].map { FakeVoice.request($0, voice) })
    #expect(spoken.map(\.outcome) == [.whole, .partly(losses), .whole])
    #expect(spoken.map(\.index) == [0, 1, 2])
    // The words around it sound as they always do, and a fifth of a second is silent.
    var samples: [Int16] = []
    var starts: [Int] = []
    for (index, word) in text.split(separator: " ").enumerated() {
      starts.append(samples.count)
      samples +=
        losses[0].words.contains(index)
        ? [Int16](repeating: 0, count: 4_410) : FakeVoice.sound(of: String(word)).samples
    }
    #expect(spoken[1].samples == samples[...])
    #expect(spoken[1].wordStarts == starts)
  }

  /// An accident, how often it happens, and options.
  static let chances: [(String, Int, [String])] = [
    ("crash-segv", 1, []), ("crash-kill", 4, []), ("kill-worker", 1, []), ("kill-worker", 4, []),
    ("hang", 1, ["--wall-seconds", "1"]),
    ("spin", 1, ["--cpu-seconds", "1", "--wall-seconds", "600"]),
  ]

  @Test(arguments: chances)
  func anAccidentThatPassesCostsNothing(_ word: String, _ times: Int, _ options: [String])
    async throws
  {
    var voice = FakeVoice.command(accidents: times)
    voice.arguments += options
    let counter = voice.arguments[1]
    defer { unlink(counter) }
    let texts = ["before.", "one \(word) three.", "after."]
    let spoken = try await VoicePool(jobs: 1).speakAll(texts.map { FakeVoice.request($0, voice) })
    #expect(spoken == Self.expected(texts))
  }

  @Test func aWorkerThatIsAlwaysKilledLosesOneUtterance() async throws {
    let texts = ["before.", "one kill-worker", "after."]
    let spoken = try await VoicePool(jobs: 2)
      .speakAll(texts.map { FakeVoice.request($0, FakeVoice.command()) })
    #expect(
      spoken[1].outcome == .lost([.init(words: 0..<2, reason: .workerLost("signal 9"))]))
    let alone = Self.expected(texts, stretch: 1)
    #expect([spoken[0], spoken[2]] == [alone[0], alone[2]])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func workersMayBeKilledAtAnyTime(_ seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let marker = FakeVoice.marker()
    let requests = Self.texts.map { FakeVoice.request($0, FakeVoice.command("--marker", marker)) }
    var spoken: [SpokenUtterance] = []
    var killed = 0
    try await VoicePool(jobs: 3).speak(requests) { utterance in
      spoken.append(utterance)
      guard Int.random(in: 0..<4, using: &random) == 0 else { return }
      // Units bear their worker's arguments too: either may die.
      if let victim = Processes.withArgument(marker).randomElement(using: &random) {
        killed += kill(victim, SIGKILL) == 0 ? 1 : 0
      }
    }
    #expect(killed > 0)
    #expect(spoken == Self.expected(Self.texts))
    #expect(await Processes.eventually { Processes.withArgument(marker).isEmpty })
  }

  /// Commands that are no voice, and a word of the complaint.
  static let unusable: [(VoiceCommand, String)] = [
    (VoiceCommand(executable: "/no/such/voice"), "not there"),
    (VoiceCommand(executable: "no-such-voice-anywhere"), "not there"),
    (VoiceCommand(executable: "/dev/null"), "cannot be"),
    (FakeVoice.command("--refuse", "no such tongue"), "no such tongue"),
    (FakeVoice.command("--quit", "3"), "exit status 3"),
    (VoiceCommand(executable: "/bin/echo", arguments: ["hello"]), "none of this version"),
    (
      VoiceCommand(
        executable: BuiltProducts.path(of: "narrate-voice"), arguments: ["--voice", "zz"]),
      "no voice zz"
    ),
  ]

  @Test(arguments: unusable)
  func aVoiceThatCannotSpeakIsOneComplaint(_ voice: VoiceCommand, _ why: String) async throws {
    let requests = Self.texts.map { FakeVoice.request($0, voice) }
    let complaint = await #expect(throws: Complaint.self) {
      try await VoicePool(jobs: 2).speakAll(requests)
    }
    #expect(complaint?.what.contains(why) == true, "\(complaint?.what ?? "")")
    #expect(complaint?.remedy != nil)
  }

  @Test func whatDeliveryThrowsEndsItAll() async throws {
    struct Enough: Error {}
    let marker = FakeVoice.marker()
    let requests = Self.texts.map { FakeVoice.request($0, FakeVoice.command("--marker", marker)) }
    var delivered: [Int] = []
    await #expect(throws: Enough.self) {
      try await VoicePool(jobs: 2).speak(requests) { utterance in
        delivered.append(utterance.index)
        if utterance.index == 5 { throw Enough() }
      }
    }
    #expect(delivered == Array(0...5))
    #expect(await Processes.eventually { Processes.withArgument(marker).isEmpty })
  }

  @Test func cancellationLeavesNoProcess() async throws {
    let marker = FakeVoice.marker()
    let voice = FakeVoice.command("--marker", marker)
    var requests = ["one.", "hang", "three.", "hang"].map { FakeVoice.request($0, voice) }
    // Two stretches.
    for index in 2...3 { requests[index].prosody.pitch = 60 }
    let speaking = Task { [requests] in try await VoicePool(jobs: 2).speakAll(requests) }
    // Two workers and a hanging unit of each.
    #expect(await Processes.eventually { Processes.withArgument(marker).count == 4 })
    speaking.cancel()
    await #expect(throws: CancellationError.self) { try await speaking.value }
    #expect(await Processes.eventually { Processes.withArgument(marker).isEmpty })
  }

  @Test func noDescriptorIsLeft() async throws {
    let requests = ["one.", "crash-segv", "three."].map {
      FakeVoice.request($0, FakeVoice.command())
    }
    _ = try await VoicePool(jobs: 2).speakAll(requests)
    let before = Processes.openDescriptors(of: getpid())
    for _ in 0..<15 { _ = try await VoicePool(jobs: 2).speakAll(requests) }
    // A leak would be two or more for each; other tests may hold some now and then.
    #expect(await Processes.eventually { Processes.openDescriptors(of: getpid()) < before + 15 })
  }

  @Test func aVoiceTellsItsEngine() async throws {
    let engine = try await FakeVoice.command("--sample-rate", "8000").engine()
    #expect(engine.version == "fake 1")
    #expect(engine.sampleRate == 8_000)
    let complaint = await #expect(throws: Complaint.self) {
      try await FakeVoice.command("--refuse", "not today").engine()
    }
    #expect(complaint?.what.contains("not today") == true)
  }
}
