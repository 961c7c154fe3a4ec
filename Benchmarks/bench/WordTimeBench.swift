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
  /// The pool speaks up to so many sentences in one fork, and up to so many bytes.
  private static let (together, bytesTogether) = (12, 2_000)
  private static let samplesAMillisecond = 22.05

  /// What was found.
  private struct Count {
    var words = 0
    /// Words without a time, with one before that of the word before, or after the end.
    var outOfOrder = 0
    var sentences = 0
    var compared = 0
    var withoutEvent = 0
    var largest = 0
    var late = 0
  }

  func run() -> Int {
    let utterances = Array(Self.utterances(of: inputs.whole).prefix(limit))
    var table = Table(
      "Times of words in \(utterances.count) sentences of \(inputs.told), beside the events of "
        + "eSpeak NG")
    let alone = count(utterances, together: 1)
    table.add(
      "words without a time in order", alone.map { Double($0.outOfOrder) }, "", .atMost(0),
      beside: "\(alone?.words ?? 0) words")
    table.add(
      "furthest from its event", alone.map { Double($0.largest) / Self.samplesAMillisecond }, "ms",
      .atMost(1),
      beside:
        "\(alone?.compared ?? 0) words in \(alone?.sentences ?? 0) sentences without phonemes "
        + "of ours, each in a fork of its own")
    table.add(
      "without an event of their own, divided by phonemes",
      alone.map { 100 * Double($0.withoutEvent) / Double($0.compared + $0.withoutEvent) }, "%",
      .none)
    // Between sentences our voice asks eSpeak NG for phonemes of words spoken as one, which can
    // lengthen a pause of what follows; nothing asks here.
    let joined = count(utterances, together: Self.together)
    table.add(
      "within 1 ms of their event, \(Self.together) sentences in one fork",
      joined.map { 100 - 100 * Double($0.late) / Double($0.compared) }, "%", .atLeast(99),
      beside: "\(joined?.compared ?? 0) words, \(joined?.outOfOrder ?? 0) not in order; furthest "
        + "\(Table.short(Double(joined?.largest ?? 0) / Self.samplesAMillisecond)) ms")
    return table.missed
  }

  /// Speaks sentences, so many in one fork at most, and compares; nil when it cannot be done.
  private func count(_ utterances: [Utterance], together: Int) -> Count? {
    let units = Self.units(of: utterances, together: together)
    guard let spoken = speak(utterances, units), let told = told(utterances, units) else {
      return nil
    }
    var count = Count()
    for (utterance, sound) in zip(utterances, spoken) {
      count.words += utterance.words.count
      count.outOfOrder += Self.outOfOrder(sound, in: utterance)
    }
    for unit in units where utterances[unit].allSatisfy(Self.isPlain) {
      for index in unit {
        count.sentences += 1
        Self.compare(utterances[index], spoken[index], told[index], &count)
      }
    }
    return count.compared > 0 ? count : nil
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

  /// What is spoken in one fork: eSpeak NG's times follow from what it has spoken before, too.
  ///
  /// Sentences with phonemes of ours, which are not compared, stand apart from those without.
  private static func units(of utterances: [Utterance], together: Int) -> [Range<Int>] {
    var units: [Range<Int>] = []
    var bytes = 0
    for index in utterances.indices {
      let length = utterances[index].words.reduce(0) { $0 + $1.text.utf8.count + 2 }
      if let last = units.last, last.count < together, bytes + length <= bytesTogether,
        isPlain(utterances[index]) == isPlain(utterances[index - 1])
      {
        units[units.count - 1] = last.lowerBound..<index + 1
        bytes += length
      } else {
        units.append(index..<index + 1)
        bytes = length
      }
    }
    return units
  }

  private func speak(_ utterances: [Utterance], _ units: [Range<Int>]) -> [SpokenUtterance]? {
    let voice = VoiceCommand(executable: worker, arguments: ["--voice", "en-us"])
    // The pool begins a new fork where the manner changes, and how loud a word is moves none.
    let requests = units.enumerated().flatMap { number, unit in
      var prosody = Self.prosody
      prosody.volume -= number % 2
      return utterances[unit].map { SpeechRequest($0, voice: voice, prosody: prosody) }
    }
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
  private func told(
    _ utterances: [Utterance], _ units: [Range<Int>]
  ) -> [[(position: Int, sample: Int)]]? {
    let (input, output) = ("\(scratch)/words.txt", "\(scratch)/events.txt")
    let p = Self.prosody
    let numbers = [p.wordsPerMinute, p.pitch, p.pitchRange, p.volume].map(String.init)
    let texts = units.map { utterances[$0].map(\.spoken).joined(separator: "\n") + "\n\n" }
    guard save(texts.joined(), to: input),
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
