import Glibc
import Narration
import SpeechWorker
import SpokenText

/// What the parts of narrating cost beside eSpeak NG on the same words: the forks of a worker, the
/// levels of FLAC, the other containers, loudness.
struct UnitBench {
  var narrate: Narrate
  /// The program that runs the voice.
  var worker: String
  var inputs: SpeakingInputs
  var scratch: String
  var rounds: Int

  private static let prosody = Prosody(wordsPerMinute: 145, pitch: 45, pitchRange: 55, volume: 80)

  func run() -> Int { forks() + containers() }

  /// Requests of so many sentences each, as the pool writes them to a worker.
  private func requests(_ utterances: [Utterance], _ sentences: Int) -> [UInt8] {
    stride(from: 0, to: utterances.count, by: sentences).enumerated().flatMap {
      number, first -> [UInt8] in
      let unit = SpeechUnit(
        sentences: utterances[first..<min(first + sentences, utterances.count)].map { utterance in
          utterance.words.map { SpeechUnit.Word(text: $0.text, mark: $0.mark.rawValue) }
        }, prosody: Self.prosody)
      return UnitRequest(number: UInt32(number), unit: unit).frame()
    }
  }

  private func forks() -> Int {
    let utterances = Array(WordTimeBench.utterances(of: inputs.hour).prefix(600))
    let text = "\(scratch)/units.txt"
    let sizes = [1, 4, 12, 24]
    var isReady = save(utterances.map { $0.spoken + "\n" }.joined(), to: text)
    for size in sizes {
      isReady = isReady && save(requests(utterances, size), to: "\(scratch)/units-\(size)")
    }
    let runs =
      [(Narrate.espeak(text, to: "\(scratch)/units.wav"), "/dev/null")]
      + sizes.map { ([worker, "--voice", "en-us"], "\(scratch)/units-\($0)") }
    let best = isReady ? alternated(runs) : nil
    var table = Table(
      "Computing of a worker, \(utterances.count) sentences, beside `espeak-ng -w` on the same, "
        + "best of \(rounds)")
    for (index, size) in sizes.enumerated() {
      table.add(
        "sentences spoken in one fork: \(size)", best.map { $0[index + 1] / $0[0] }, "×", .none)
    }
    return table.missed
  }

  private func containers() -> Int {
    let wav = "\(scratch)/part.wav"
    let text = inputs.hour
    let spoken = "\(scratch)/part.txt"
    func ours(_ name: String, _ loudness: String = "off") -> [String] {
      narrate.speak(text, to: "\(scratch)/part-\(name)", loudness: loudness)
    }
    let levels = [3, 5, 8]
    let isReady = Command(narrate.explain(text), output: spoken) != nil
    let runs =
      [
        Narrate.espeak(spoken, to: wav), ours("a.wav"), ours("a.flac"), ours("a.mp3"),
        ours("a.opus"), ours("b.wav", "-19"),
      ] + levels.map { Narrate.flac(wav, to: "\(scratch)/level-\($0).flac", level: $0) }
    let best = isReady ? alternated(runs.map { ($0, "/dev/null") }) : nil
    var table = Table(
      "Computing of what follows speaking, beside `espeak-ng -w`, on the first hour, best of "
        + "\(rounds)")
    func add(_ what: String, beside: String = "", _ figure: ([Double]) -> Double) {
      table.add(what, best.map { figure($0) / $0[0] }, "×", .none, beside: beside)
    }
    add("`narrate` to WAV, loudness off") { $0[1] }
    add("loudness -19 on top of that") { $0[5] - $0[1] }
    add("FLAC in place of WAV") { $0[2] - $0[1] }
    add("MP3 in place of WAV", beside: size("a.mp3")) { $0[3] - $0[1] }
    add("Opus in place of WAV", beside: size("a.opus")) { $0[4] - $0[1] }
    for (index, level) in levels.enumerated() {
      let size = bytes("\(scratch)/level-\(level).flac") / max(1, bytes(wav))
      add("`flac -\(level)`", beside: "\(Table.short(100 * size)) % of the WAV") { $0[6 + index] }
    }
    return table.missed
  }

  private func size(_ name: String) -> String {
    let share = bytes("\(scratch)/part-\(name)") / max(1, bytes("\(scratch)/part-a.wav"))
    return "\(Table.short(100 * share)) % of the WAV"
  }

  /// The least computing of each, run in turn so that what else the machine does hits all alike.
  private func alternated(_ runs: [(words: [String], input: String)]) -> [Double]? {
    var best = [Double](repeating: .infinity, count: runs.count)
    for _ in 0..<rounds {
      for (index, run) in runs.enumerated() {
        guard let command = Command(run.words, input: run.input) else { return nil }
        best[index] = min(best[index], command.computing)
      }
    }
    return best
  }
}
