import NarrationTesting
import SpeechWorker
import Testing

@Suite struct WireFormatTests {
  static func randomUnit(_ random: inout SeededGenerator) -> SpeechUnit {
    let texts = ["", "a", "twenty-five", "naïve", "字", "🙂", String(repeating: "x", count: 100)]
    let sentences = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      (0..<Int.random(in: 0...9, using: &random)).map { _ in
        SpeechUnit.Word(
          text: texts.randomElement(using: &random)!,
          mark: ["", ",", ";", ":", ".", "?", "!"].randomElement(using: &random)!,
          pronunciation: [nil, .letterName, .espeak("r'Ed"), .ipa("ɹɛd")]
            .randomElement(using: &random)!,
          language: ["", "de", "zh-Hant-TW"].randomElement(using: &random)!,
          change: [nil, ProsodyChange.nothing, ProsodyChange(rate: 88, pitch: -12, volume: 112)]
            .randomElement(using: &random)!)
      }
    }
    return SpeechUnit(
      sentences: sentences,
      prosody: Prosody(
        wordsPerMinute: .random(in: 80...900, using: &random),
        pitch: .random(in: 0...100, using: &random),
        pitchRange: .random(in: 0...100, using: &random),
        volume: .random(in: 0...200, using: &random)))
  }

  static let messages: [WorkerMessage] = [
    .hello(WorkerHello(sampleRate: 22_050, engine: "fake 1")),
    .hello(WorkerHello(protocolVersion: 7, sampleRate: 8_000, engine: "")),
    .refusal("no voice zz — really"),
    .reply(number: 0, .spoken(SpokenUnit(samples: [], wordStarts: []))),
    .reply(
      number: 9, .spoken(SpokenUnit(samples: [1, -1, .min, .max], wordStarts: [0, 2, 2, 4]))),
    .reply(
      number: 10,
      .spoken(SpokenUnit(samples: [1, -1, 7], wordStarts: [0, 1, 1], sentenceEnds: [1, 1, 3]))),
    .reply(number: .max, .died(signal: 11)), .reply(number: 1, .cpuTime),
    .reply(number: 2, .wallClock), .reply(number: 3, .outOfRoom),
    .reply(number: 4, .failed("why")),
  ]

  @Test func requestsComeBackAsTheyWent() throws {
    var random = SeededGenerator(seed: 1)
    for number in 0..<200 {
      let request = UnitRequest(number: UInt32(number), unit: Self.randomUnit(&random))
      #expect(try UnitRequest(frameBody: request.frame()[4...]) == request)
    }
  }

  @Test(arguments: messages) func messagesComeBackAsTheyWent(_ message: WorkerMessage) throws {
    #expect(try WorkerMessage(frameBody: message.frame()[4...]) == message)
  }

  @Test func theLayoutIsTheDocumentedOne() {
    let words = [
      SpeechUnit.Word(text: "A", mark: ".", pronunciation: .espeak("eI")),
      SpeechUnit.Word(
        text: "ja", language: "de", change: ProsodyChange(rate: 0x0108, pitch: -2, volume: 7)),
    ]
    let prosody = Prosody(wordsPerMinute: 0x0102, pitch: 3, pitchRange: 4, volume: 5)
    let unit = SpeechUnit(sentences: [words, []], prosody: prosody)
    #expect(
      UnitRequest(number: 0x0A0B_0C0D, unit: unit).frame() == [
        0x40, 0, 0, 0, 16, 0x0D, 0x0C, 0x0B, 0x0A, 2, 1, 3, 0, 4, 0, 5, 0, 2, 0, 0, 0,
        2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0x41, 0x2E, 2, 2, 0, 0, 0, 0x65, 0x49, 0, 0, 0, 0, 0,
        2, 0, 0, 0, 0x6A, 0x61, 0, 0, 2, 0, 0, 0, 0x64, 0x65, 1, 8, 1, 0xFE, 0xFF, 7, 0,
      ])
    let spoken = SpokenUnit(samples: [1, -2], wordStarts: [1])
    #expect(
      WorkerMessage.reply(number: 7, .spoken(spoken)).frame() == [
        30, 0, 0, 0, 3, 7, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0,
        2, 0, 0, 0, 1, 0, 0xFE, 0xFF,
      ])
  }

  @Test func everyFrameCutShortIsAFault() {
    var random = SeededGenerator(seed: 2)
    let request = UnitRequest(number: 1, unit: Self.randomUnit(&random)).frame()
    for end in 4..<request.count {
      #expect(throws: WireFault.self) { try UnitRequest(frameBody: request[4..<end]) }
    }
    for frame in Self.messages.map({ $0.frame() }) {
      for end in 4..<frame.count {
        #expect(throws: WireFault.self) { try WorkerMessage(frameBody: frame[4..<end]) }
      }
      #expect(throws: WireFault.self) { try WorkerMessage(frameBody: frame[4...] + [0]) }
    }
  }

  @Test func wordsThatDoNotBeginInOrderAreAFault() {
    for starts in [[2, 1], [5], [0, 5]] {
      let unit = SpokenUnit(samples: [0, 0, 0, 0], wordStarts: starts)
      let frame = WorkerMessage.reply(number: 1, .spoken(unit)).frame()
      #expect(throws: WireFault.self) { try WorkerMessage(frameBody: frame[4...]) }
    }
    for ends in [[2, 1, 4], [5], [3]] {
      let unit = SpokenUnit(samples: [0, 0, 0, 0], wordStarts: [], sentenceEnds: ends)
      let frame = WorkerMessage.reply(number: 1, .spoken(unit)).frame()
      #expect(throws: WireFault.self) { try WorkerMessage(frameBody: frame[4...]) }
    }
  }

  /// What is taken for a frame is one: it would be written with the same bytes.
  @Test func randomBytesAreAFrameOrAFault() {
    var random = SeededGenerator(seed: 3)
    var taken = 0
    let request = UnitRequest(number: 5, unit: Self.randomUnit(&random)).frame()
    let templates = Self.messages.map { $0.frame() } + [request]
    for round in 0..<20_000 {
      var bytes: [UInt8]
      if round.isMultiple(of: 4) {
        bytes = random.bytes(.random(in: 0...64, using: &random))
        if let kind = [1 as UInt8, 2, 3, 16].randomElement(using: &random), !bytes.isEmpty {
          bytes[0] = kind
        }
      } else {
        bytes = Array(templates.randomElement(using: &random)![4...])
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          bytes[.random(in: bytes.indices, using: &random)] = random.bytes(1)[0]
        }
      }
      if let message = try? WorkerMessage(frameBody: bytes[...]) {
        taken += 1
        #expect(Array(message.frame()[4...]) == bytes)
      }
      if let request = try? UnitRequest(frameBody: bytes[...]) {
        taken += 1
        #expect(Array(request.frame()[4...]) == bytes)
      }
    }
    #expect(taken > 100)
  }

  @Test func aStreamGivesTheSameFramesHoweverItIsCut() throws {
    let frames = Self.messages.map { $0.frame() }
    let stream = frames.flatMap { $0 }
    for size in [1, 2, 3, 5, 7, 64, stream.count] {
      var buffer = FrameBuffer(limit: 1_000)
      var found: [[UInt8]] = []
      for start in stride(from: 0, to: stream.count, by: size) {
        stream[start..<min(start + size, stream.count)].withUnsafeBytes { buffer.append($0) }
        while let body = try buffer.next() { found.append(Array(body)) }
      }
      #expect(found == frames.map { Array($0[4...]) })
      #expect(buffer.isBetweenFrames)
    }
  }

  @Test(arguments: [0, 1_001, Int(UInt32.max)]) func aLengthBeyondTheLimitIsAFault(_ count: Int) {
    var buffer = FrameBuffer(limit: 1_000)
    withUnsafeBytes(of: UInt32(count).littleEndian) { buffer.append($0) }
    #expect(throws: WireFault.self) { try buffer.next() }
  }
}
