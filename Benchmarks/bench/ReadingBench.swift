import Narration
import Reading

/// The readers of all formats, beside what it costs to speak what they read.
struct ReadingBench {
  var rounds: Int
  /// Megabytes of prose that each format holds.
  var size: Double
  var scratch: String

  /// Reading may cost so much of narrating.
  private static let share = 0.02
  /// Bytes of the text that is spoken for comparison; its cost does not depend on the length.
  private static let spoken = 20_000

  func run() -> Int {
    var maker = TextMaker(.prose, seed: 5)
    let prose = maker.text(ofBytes: Int(size * 1e6))
    let paragraphs = prose.split(separator: "\n\n")
    var table = Table(
      "Reading, \(Table.short(size)) MB of prose in each format, best of \(rounds); the floor is "
        + "\(Table.short(100 * Self.share)) % of what eSpeak NG computes to speak it")
    let speaking = speakingByte().map { $0 * Double(prose.utf8.count) }
    for input in ReadingInput.all { add(input, paragraphs, speaking, to: &table) }
    return table.missed
  }

  private func add(
    _ input: ReadingInput, _ paragraphs: [Substring], _ speaking: Double?, to table: inout Table
  ) {
    let name = input.format.rawValue + (input.note.isEmpty ? "" : ", \(input.note)")
    let bytes = input.make(paragraphs)
    var options = EpisodeReader.Options()
    options.byteLimit = 1 << 30
    options.format = input.format
    let reader = EpisodeReader(options)
    do throws(ReadingError) {
      _ = try reader.read(bytes: bytes, named: "bench")
    } catch {
      let isMissing = error.kind == .unsupported
      return table.add(
        "`\(name)`", isMissing ? 0 : nil, "MB/s", .none, beside: error.complaint.what)
    }
    let slowness = Reference.slowness
    let seconds = Clock.best(of: rounds) { keep(try? reader.read(bytes: bytes, named: "bench")) }
    let megabytes = Double(bytes.count) / 1e6
    table.add(
      "`\(name)`", megabytes / seconds, "MB/s",
      speaking.map { .atLeast(megabytes / (Self.share * $0)) } ?? .none,
      beside: speaking.map { "\(Table.short(100 * seconds / $0)) % of speaking" } ?? "",
      slowness: slowness)
  }

  /// Seconds that eSpeak NG computes for a byte of prose.
  private func speakingByte() -> Double? {
    var maker = TextMaker(.prose, seed: 6)
    let text = maker.text(ofBytes: Self.spoken)
    let path = "\(scratch)/spoken.txt"
    guard save(text, to: path) else { return nil }
    return Command.best(
      of: rounds, by: \.computing, ["espeak-ng", "-w", "\(scratch)/spoken.wav", "-f", path]
    ).map { $0 / Double(text.utf8.count) }
  }
}
