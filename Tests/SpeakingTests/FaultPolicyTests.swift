import Glibc
import Narration
import SpeechWorker
import SpokenText
import Testing

@testable import Speaking

@Suite struct FaultPolicyTests {
  /// Asks nobody: a unit is spoken with a sample for each word, unless `fails` says otherwise.
  private func speak(
    _ text: String, fails: (_ words: [String], _ attempt: Int) -> Answer?
  ) async throws -> (utterance: SpokenUtterance, asked: [String]) {
    var asked: [String] = []
    let voice = VoiceCommand(executable: "none")
    let pieces = try await FaultPolicy().speak([FakeVoice.request(text, voice)]) { unit in
      let words = unit.words.map(\.text)
      let key = words.joined(separator: " ")
      asked.append(key)
      if let answer = fails(words, asked.count { $0 == key }) { return answer }
      return .ended(
        .spoken(
          SpokenUnit(
            samples: words.map { _ in 1 }, wordStarts: Array(words.indices))))
    }
    return (SpokenUtterance(index: 0, pieces: pieces[0], pause: 3), asked)
  }

  /// The same for a stretch of several requests.
  private func speak(
    stretch texts: [String], fails: (_ sentences: [String], _ attempt: Int) -> Answer?
  ) async throws -> (utterances: [SpokenUtterance], asked: [[String]]) {
    var asked: [[String]] = []
    let voice = VoiceCommand(executable: "none")
    let pieces = try await FaultPolicy().speak(texts.map { FakeVoice.request($0, voice) }[...]) {
      unit in
      let sentences = unit.sentences.map { $0.map(\.text).joined(separator: " ") }
      asked.append(sentences)
      if let answer = fails(sentences, asked.count { $0 == sentences }) { return answer }
      let ends = unit.sentences.indices.map { unit.sentences[...$0].joined().count }
      return .ended(
        .spoken(
          SpokenUnit(
            samples: unit.words.indices.enumerated().map { Int16($0.offset) },
            wordStarts: Array(0..<unit.words.count), sentenceEnds: ends)))
    }
    let utterances = pieces.enumerated().map {
      SpokenUtterance(index: $0, pieces: $1, pause: 3)
    }
    return (utterances, asked)
  }

  @Test func aStretchIsAskedOnceAndPartedAtItsSentences() async throws {
    let (utterances, asked) = try await speak(stretch: ["a b", "c", "d e f"]) { _, _ in nil }
    #expect(asked == [["a b", "c", "d e f"]])
    #expect(utterances.map(\.samples) == [[0, 1], [2], [3, 4, 5]])
    #expect(utterances.map(\.wordStarts) == [[0, 1], [0], [0, 1, 2]])
    #expect(utterances.allSatisfy { $0.outcome == .whole })
  }

  /// What is heard of a sentence must not depend on which of its neighbours failed first.
  @Test func aStretchThatFailsIsSpokenSentenceBySentence() async throws {
    let (utterances, asked) = try await speak(stretch: ["a b", "X", "d"]) { sentences, _ in
      sentences.contains("X") ? .ended(.died(signal: SIGSEGV)) : nil
    }
    let all = ["a b", "X", "d"]
    #expect(asked == [all, all, ["a b"], ["X"], ["X"], ["d"]])
    #expect(
      utterances.map(\.outcome) == [
        .whole, .lost([.init(words: 0..<1, reason: .crash(signal: SIGSEGV))]), .whole,
      ])
  }

  @Test(arguments: chances)
  func chanceNeverPartsAStretch(_ answer: Answer, _ count: Int) async throws {
    let (luck, asked) = try await speak(stretch: ["a", "b"]) { _, attempt in
      attempt < count ? answer : nil
    }
    #expect(asked == Array(repeating: ["a", "b"], count: count))
    #expect(luck.allSatisfy { $0.outcome == .whole })
    // What fails again and again costs no more than the sentence whose fault it is.
    let (rest, _) = try await speak(stretch: ["a", "X"]) { sentences, _ in
      sentences.contains("X") ? answer : nil
    }
    #expect(rest[0].outcome == .whole)
    #expect(rest[1].samples.count == 3)
  }

  @Test func otherCountsThanWereAskedForAreNoAnswer() async throws {
    let (utterances, asked) = try await speak(stretch: ["a b", "c"]) { sentences, attempt in
      let ends = sentences.count == 2 && attempt == 1 ? [3] : [2, 3]
      return sentences.count == 1
        ? nil
        : .ended(
          .spoken(SpokenUnit(samples: [1, 2, 3], wordStarts: [0, 1, 2], sentenceEnds: ends)))
    }
    #expect(asked == [["a b", "c"], ["a b", "c"]])
    #expect(utterances.map(\.samples) == [[1, 2], [3]])
  }

  @Test func aUnitThatIsSpokenIsAskedOnce() async throws {
    let (utterance, asked) = try await speak("a b c") { _, _ in nil }
    #expect(asked == ["a b c"])
    #expect(utterance.outcome == .whole)
    #expect(utterance.samples == [1, 1, 1])
    #expect(utterance.wordStarts == [0, 1, 2])
  }

  @Test func aCrashIsTriedAgainBeforeAnythingIsSplit() async throws {
    let (utterance, asked) = try await speak("a b c") { _, attempt in
      attempt == 1 ? .ended(.died(signal: SIGSEGV)) : nil
    }
    #expect(asked == ["a b c", "a b c"])
    #expect(utterance.outcome == .whole)
  }

  @Test func aUnitThatCrashesIsSplitDownToTheWord() async throws {
    let (utterance, asked) = try await speak("a b X d") { words, _ in
      words.contains("X") ? .ended(.died(signal: SIGABRT)) : nil
    }
    #expect(asked == ["a b X d", "a b X d", "a b", "X d", "X d", "X", "X", "d"])
    #expect(
      utterance.outcome
        == .partly([.init(words: 2..<3, reason: .crash(signal: SIGABRT))]))
    #expect(utterance.samples == [1, 1, 0, 0, 0, 1])
    #expect(utterance.wordStarts == [0, 1, 2, 5])
  }

  @Test func neighboursThatAreLostShareOnePause() async throws {
    let (utterance, _) = try await speak("X X a X") { words, _ in
      words.contains("X") ? .ended(.cpuTime) : nil
    }
    #expect(
      utterance.outcome
        == .partly([
          .init(words: 0..<2, reason: .cpuTime), .init(words: 3..<4, reason: .cpuTime),
        ]))
    #expect(utterance.samples == [0, 0, 0, 1, 0, 0, 0])
    #expect(utterance.wordStarts == [0, 0, 3, 4])
  }

  @Test func aUnitOfWhichNothingIsSpokenIsLost() async throws {
    let (utterance, _) = try await speak("X X X") { _, _ in .ended(.failed("no")) }
    #expect(utterance.outcome == .lost([.init(words: 0..<3, reason: .refused("no"))]))
    #expect(utterance.samples == [0, 0, 0])
  }

  /// What may be chance, and how often it is tried.
  static let chances: [(Answer, Int)] = [
    (.ended(.died(signal: SIGKILL)), 20), (.ended(.died(signal: SIGTERM)), 20),
    (.ended(.wallClock), 5), (.gone("signal 9"), 20),
  ]

  @Test(arguments: chances)
  func whatMayBeChanceIsTriedOftenAndNeverSplit(_ answer: Answer, _ count: Int) async throws {
    let (luck, asked) = try await speak("a b") { _, attempt in attempt < count ? answer : nil }
    #expect(asked == Array(repeating: "a b", count: count))
    #expect(luck.outcome == .whole)
    let (lost, tries) = try await speak("a b") { _, _ in answer }
    #expect(tries == asked)
    guard case .lost(let losses) = lost.outcome else {
      Issue.record("\(lost.outcome)")
      return
    }
    #expect(losses.map(\.words) == [0..<2])
  }

  @Test func aUnitWithoutRoomIsSplitAtOnce() async throws {
    let (utterance, asked) = try await speak("a b c d") { words, _ in
      words.count > 2 ? .ended(.outOfRoom) : nil
    }
    #expect(asked == ["a b c d", "a b", "c d"])
    #expect(utterance.outcome == .whole)
  }

  @Test func aVoiceThatCannotSpeakEndsItAll() async throws {
    let complaint = Complaint(.error, "no")
    await #expect(throws: complaint) { try await speak("a") { _, _ in .refused(complaint) } }
    var tries = 0
    await #expect(throws: complaint) {
      try await speak("a") { _, attempt in
        tries = attempt
        return .notStarted(complaint)
      }
    }
    #expect(tries == 5)
  }

  @Test(arguments: [
    ("a b c d", 2), ("a b c", 1), ("a b", 1), ("a, b c d", 1), ("a b c, d", 3),
    ("a, b c d e f g h", 4), ("a b, c d e f, g h", 2), ("a b c, d e f g h", 3),
  ])
  func aUnitIsSplitAtTheMarkNearestToItsMiddle(_ text: String, _ place: Int) {
    let words = FakeVoice.words("before " + text)
    #expect(FaultPolicy.middle(of: words[1...]) == place + 1)
  }

  @Test func anEndlessSentenceIsSpokenInParts() async throws {
    let text = Array(repeating: "word", count: 5_000).joined(separator: " ")
    let (utterance, asked) = try await speak(text) { _, _ in nil }
    #expect(asked.count == 8)
    #expect(utterance.outcome == .whole)
    #expect(utterance.wordStarts == Array(0..<5_000))
  }

  @Test func aWordOfAMegabyteIsLostAndNothingElse() async throws {
    let text = "a " + String(repeating: "x", count: 1 << 20) + " b"
    let (utterance, _) = try await speak(text) { _, _ in nil }
    #expect(
      utterance.outcome
        == .partly([.init(words: 1..<2, reason: .tooLong(bytes: 1 << 20 + 2))]))
    #expect(utterance.wordStarts == [0, 1, 4])
  }

  @Test func aLongWordGoesInPiecesAndBeginsOnce() {
    let long = String(repeating: "é", count: 120)
    let words = [
      Word(text: "a", source: 0..<0),
      Word(text: long, source: 0..<0, mark: .period, pronunciation: .letterName),
      Word(text: "two parts", source: 0..<0), Word(text: "", source: 0..<0),
    ]
    let unit = UnitOfWords([words[..<1], words[1...]], prosody: Prosody())
    #expect(unit.unit.sentences.map(\.count) == [1, 6])
    #expect(
      Array(unit.unit.words) == [
        .init(text: "a"), .init(text: String(repeating: "é", count: 50), mark: ","),
        .init(text: String(repeating: "é", count: 50), mark: ","),
        .init(text: String(repeating: "é", count: 20), mark: "."), .init(text: "two"),
        .init(text: "parts"), .init(text: ""),
      ])
    #expect(unit.firstPieces == [[0], [1, 4, 6]])
  }
}
