import Glibc

/// Thirty hours in one WAV file, past the 4 GiB where its sizes need RF64, written and read back.
struct LongBench {
  var narrate: Narrate
  var inputs: SpeakingInputs
  var scratch: String
  /// So often the text comes in it.
  var copies: Int
  /// What it must at least be.
  var hours: Double

  private static let rate = 22_050.0
  private static let bytesAnHour = 2 * 3_600 * rate

  func run() -> Int {
    var table = Table("\(copies) times \(inputs.told) in one WAV")
    let (text, wav) = ("\(scratch)/long.md", "\(scratch)/long.wav")
    defer { unlink(wav) }
    guard let room = freeBytes, room > 1.5 * hours * Self.bytesAnHour else {
      table.add(
        "room on the disk", (freeBytes ?? 0) / 1e9, "GB",
        .atLeast(1.5 * hours * Self.bytesAnHour / 1e9))
      return table.missed
    }
    let whole = read(inputs.whole) ?? ""
    guard save(String(repeating: whole, count: copies), to: text),
      let peak = ProcessTree.peak(of: narrate.speak(text, to: wav, loudness: "off"))
    else {
      table.add("written", nil, "", .none)
      return table.missed
    }
    table.add("bytes", bytes(wav) / 1e9, "GB", .atLeast(hours * Self.bytesAnHour / 1e9))
    let frames = number(after: "Frames", in: ["sndfile-info", wav])
    table.add(
      "hours as libsndfile counts them", frames.map { $0 / Self.rate / 3600 }, "h",
      .atLeast(hours))
    // The words and their times are held, samples are not: what 15 hours may take, and by the hour.
    table.add(
      "memory of all processes together", peak.bytes / 1e6, "MB",
      .atMost(120 + 2.9 * max(0, (frames ?? 0) / Self.rate / 3600 - 15)))
    let entry = ["ffprobe", "-v", "error", "-of", "default=nk=1:nw=1", wav, "-show_entries"]
    let length = lines(entry + ["stream=duration_ts"])?.first.flatMap { Double($0) }
    table.add(
      "samples that ffprobe counts more or less",
      length.flatMap { length in frames.map { abs(length - $0) } }, "", .atMost(0))
    let starts = lines(entry + ["chapter=start_time,start"])
    let told = (read("\(scratch)/long.chapters.json") ?? "").split(separator: "\"startTime\":")
      .dropFirst().compactMap {
        Double($0.drop { $0 == " " }.prefix { "0123456789.".contains($0) })
      }
    let chapters = (starts?.count ?? 0) / 2
    table.add(
      "chapters that ffprobe misses", starts.map { _ in Double(told.count - chapters) }, "",
      .atMost(0), beside: "\(chapters) chapters")
    let last = starts.flatMap { $0.dropLast().last }.flatMap { Double($0) }
    table.add(
      "last chapter, samples from where the file beside it says",
      last.flatMap { last in told.last.map { abs(last - $0 * Self.rate) } }, "",
      .atMost(Self.rate / 2000), beside: "which says whole milliseconds, of 22 samples")
    table.add(
      "sound in the silence before the last chapter",
      last.flatMap { loudest(before: Int($0), wav) },
      "", .atMost(0), beside: "half a second, samples read by their place in the file")
    return table.missed
  }

  private var freeBytes: Double? {
    var figures = statvfs()
    guard statvfs(scratch, &figures) == 0 else { return nil }
    return Double(figures.f_bavail) * Double(figures.f_frsize)
  }

  /// The lines that a program prints.
  private func lines(_ words: [String]) -> [Substring]? {
    let output = "\(scratch)/lines.txt"
    guard Command(words, output: output) != nil else { return nil }
    return read(output)?.split(separator: "\n")
  }

  /// The number of the first line that begins with a word: `Frames : 47`.
  private func number(after word: String, in words: [String]) -> Double? {
    lines(words)?.first { $0.hasPrefix(word) }?.split(separator: " ").compactMap { Double($0) }
      .first
  }

  /// The loudest of the samples before one, found from the end of the file's header.
  private func loudest(before frame: Int, _ path: String) -> Double? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: 4096)
    let count = fread(&head, 1, head.count, file)
    let mark = Array("data".utf8)
    guard let place = (0..<max(0, count - 8)).first(where: { Array(head[$0..<$0 + 4]) == mark })
    else { return nil }
    var samples = [Int16](repeating: 1, count: min(frame, Int(Self.rate) / 2))
    fseek(file, place + 8 + 2 * (frame - samples.count), SEEK_SET)
    guard fread(&samples, 2, samples.count, file) == samples.count else { return nil }
    return Double(samples.map { Int($0.magnitude) }.max() ?? 0)
  }
}
