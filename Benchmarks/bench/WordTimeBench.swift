import Glibc
import Narration
import Reading
import Speaking
import SpeechWorker
import SpokenText

/// The time of every word as it comes through the pool, beside what eSpeak NG itself says.
struct WordTimeBench {
  /// The program that runs the voice.
  var worker: String
  /// The program that asks eSpeak NG.
  var events: String
  var inputs: SpeakingInputs
  var scratch: String
  /// So many sentences at most.
  var limit: Int

  private static let prosody = Prosody(wordsPerMinute: 145, pitch: 45, pitchRange: 55, volume: 80)
  private static let samplesAMillisecond = 22.05

  /// What was found.
  private struct Count {
    var words = 0
    /// Words without a time, with one before that of the word before, or after the end.
    var outOfOrder = 0
    var compared = 0
    var withoutEvent = 0
    var largest = 0
    var late = 0
  }

  func run() -> Int {
    let utterances = Array(Self.utterances(of: inputs.whole).prefix(limit))
    var count = Count()
    let spoken = speak(utterances)
    let plain = utterances.indices.filter { Self.isPlain(utterances[$0]) }
    let told = self.told(plain.map { utterances[$0] })
    if let spoken, let told {
      for (utterance, sound) in zip(utterances, spoken) {
        count.words += utterance.words.count
        count.outOfOrder += Self.outOfOrder(sound, in: utterance)
      }
      for (index, events) in zip(plain, told) {
        Self.compare(utterances[index], spoken[index], events, &count)
      }
    }
    let isDone = spoken != nil && told != nil && count.compared > 0
    var table = Table(
      "Times of words in \(utterances.count) sentences of \(inputs.told), beside the events of "
        + "eSpeak NG for each sentence alone")
    table.add(
      "words without a time in order", isDone ? Double(count.outOfOrder) : nil, "", .atMost(0),
      beside: "\(count.words) words")
    table.add(
      "furthest from its event", isDone ? Double(count.largest) / Self.samplesAMillisecond : nil,
      "ms", .atMost(1),
      beside: "\(count.compared) words, \(count.late) of them further than 1 ms, in \(plain.count) "
        + "sentences without phonemes of ours")
    let share =
      100 * Double(count.withoutEvent) / Double(max(1, count.compared + count.withoutEvent))
    table.add(
      "without an event of their own, divided by phonemes", isDone ? share : nil, "%", .none)
    return table.missed
  }

  /// The utterances of a text, as `narrate` makes them where nothing is set.
  static func utterances(of path: String) -> [Utterance] {
    guard let episode = try? EpisodeReader(EpisodeReader.Options()).read(path: path).episode else {
      return []
    }
    return Scriptwriter(normalizer: Normalizer()).script(of: episode).script.utterances
  }

  /// A word's time is that of its event unless phonemes or long words are put in by other rooms.
  private static func isPlain(_ utterance: Utterance) -> Bool {
    utterance.words.allSatisfy { word in
      word.pronunciation == nil && word.text.utf8.count <= 100 && !word.text.isEmpty
        && word.text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "'" }
    }
  }

  private func speak(_ utterances: [Utterance]) -> [SpokenUtterance]? {
    let voice = VoiceCommand(executable: worker, arguments: ["--voice", "en-us"])
    let requests = utterances.map { SpeechRequest($0, voice: voice, prosody: Self.prosody) }
    return waiting {
      var spoken: [SpokenUtterance] = []
      try await VoicePool(jobs: 2).speak(requests) { utterance in
        var utterance = utterance
        // A start after the end would be none; the samples themselves are not compared.
        utterance.wordStarts.removeAll { $0 > utterance.samples.count }
        utterance.samples = []
        spoken.append(utterance)
      }
      return spoken
    }
  }

  private static func outOfOrder(_ sound: SpokenUtterance, in utterance: Utterance) -> Int {
    let missing = abs(utterance.words.count - sound.wordStarts.count)
    let starts = sound.wordStarts
    return missing + zip(starts, starts.dropFirst()).count { $0 > $1 }
      + (starts.first.map { $0 < 0 } == true ? 1 : 0) + (sound.outcome == .whole ? 0 : 1)
  }

  /// The position and sample of each event, for each utterance; nil when eSpeak NG cannot be asked.
  private func told(_ utterances: [Utterance]) -> [[(position: Int, sample: Int)]]? {
    let (input, output) = ("\(scratch)/words.txt", "\(scratch)/events.txt")
    let p = Self.prosody
    let numbers = [p.wordsPerMinute, p.pitch, p.pitchRange, p.volume].map(String.init)
    guard save(utterances.map { $0.spoken + "\n" }.joined(), to: input),
      Command([events, "en-us"] + numbers, input: input, output: output) != nil,
      let lines = read(output)?.split(separator: "\n", omittingEmptySubsequences: false),
      lines.count == utterances.count + 1
    else { return nil }
    return lines.dropLast().map { line in
      line.split(separator: " ").compactMap { event in
        let numbers = event.split(separator: ":").compactMap { Int($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
      }
    }
  }

  private static func compare(
    _ utterance: Utterance, _ sound: SpokenUtterance, _ events: [(position: Int, sample: Int)],
    _ count: inout Count
  ) {
    var samples: [Int: Int] = [:]
    for event in events where samples[event.position] == nil {
      samples[event.position] = event.sample
    }
    var position = 1
    for (word, start) in zip(utterance.words, sound.wordStarts) {
      if let sample = samples[position] {
        count.compared += 1
        count.largest = max(count.largest, abs(sample - start))
        if Double(abs(sample - start)) > samplesAMillisecond { count.late += 1 }
      } else {
        count.withoutEvent += 1
      }
      position += word.text.unicodeScalars.count + word.mark.rawValue.unicodeScalars.count + 1
    }
  }
}

/// Waits for work of other threads; nil when it fails.
private func waiting<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value)
  -> Value?
{
  nonisolated(unsafe) let end = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
  nonisolated(unsafe) let result = UnsafeMutablePointer<Value?>.allocate(capacity: 1)
  defer {
    end.deallocate()
    result.deinitialize(count: 1)
    result.deallocate()
  }
  sem_init(end, 0, 0)
  result.initialize(to: nil)
  Task.detached {
    result.pointee = try? await work()
    sem_post(end)
  }
  while sem_wait(end) != 0 {}
  return result.pointee
}
