import Foundation
import NarrationTesting
import Testing

/// What options, `narrate.yml` and voices change in what is heard.
@Suite struct SettingTests {
  private static let text = "The tide comes in at noon.\n"

  /// The sound that comes of options, with a `narrate.yml` or without.
  private func sound(
    _ options: [String], settings: String? = nil, in scratch: Scratch
  ) throws -> Sound {
    try scratch.write(Self.text, to: "a.txt")
    try? FileManager.default.removeItem(atPath: scratch.path("narrate.yml"))
    if let settings { try scratch.write(settings, to: "narrate.yml") }
    // As loud as the voice is: else a softer one would be made as loud as any.
    let run = try Narrate(in: scratch).run(
      ["a.txt", "-o", "a.wav", "--loudness", "off"] + options)
    try #require(run.status == 0, "\(options): \(run.errors)")
    return try Sound(wav: scratch.path("a.wav"))
  }

  @Test(arguments: [
    (["--rate", "2"], "rate: 2"), (["--rate", "200 wpm"], "rate: 200 wpm"),
    (["--pitch", "90"], "pitch: 90"), (["--pitch-range", "5"], "pitch-range: 5"),
    (["--volume", "15"], "volume: 15"), (["--voice", "british"], "voice: british"),
    (["--voice", "en-gb+f2"], "voice: en-gb+f2"),
  ])
  func anOptionAndItsKeyAreHeardAlike(options: [String], key: String) throws {
    try Scratch.with { scratch in
      let plain = try sound([], in: scratch)
      let byOption = try sound(options, in: scratch)
      #expect(byOption != plain)
      #expect(try sound([], settings: key + "\n", in: scratch) == byOption)
      // The command line is the stronger one.
      let other = key.hasPrefix("voice") ? "voice: deep\n" : "\(key.prefix { $0 != ":" }): 60\n"
      if !key.hasPrefix("rate") {
        #expect(try sound(options, settings: other, in: scratch) == byOption)
      }
    }
  }

  @Test func settingsDoWhatTheySay() throws {
    try Scratch.with { scratch in
      let plain = try sound([], in: scratch)
      #expect(try sound(["--rate", "2"], in: scratch).count < plain.count * 3 / 4)
      #expect(try sound(["--rate", "0.6"], in: scratch).count > plain.count * 5 / 4)
      #expect(try sound(["--volume", "15"], in: scratch).peak * 2 < plain.peak)
      let calm = try sound([], settings: "pauses:\n  leading: 2 s\n", in: scratch)
      #expect(calm.isSilent(forFirst: 2) && !plain.isSilent(forFirst: 2))
      let low = try sound(["--pitch", "5"], in: scratch).crossings
      #expect(try sound(["--pitch", "99"], in: scratch).crossings > low)
    }
  }

  /// Each of what is written, as ffprobe and ffmpeg find it.
  @Test(arguments: [
    (["--loudness", "-23"], "loudness: -23", -23.0),
    (["--loudness=-16"], "loudness: -16 LUFS", -16),
    (["--sample-rate", "48000"], "sample-rate: 48000", -19),
    (["--bit-depth", "24", "--sample-rate", "44100"], "bit-depth: 24\nsample-rate: 44100", -19),
  ])
  func levelRateAndDepthAreThoseAskedFor(
    options: [String], settings: String, target: Double
  ) throws {
    try Scratch.with { scratch in
      let text = String(repeating: "The tide comes in at noon, and the boats go out. ", count: 5)
      try scratch.write(text + "\n", to: "a.txt")
      let narrate = Narrate(in: scratch)
      #expect(try narrate.run(["a.txt"] + options).status == 0)
      let bytes = try scratch.bytes("a.flac")
      try scratch.write(settings + "\n", to: "narrate.yml")
      #expect(try narrate.run(["a.txt"]).status == 0)
      #expect(try scratch.bytes("a.flac") == bytes)
      let flac = try FLACReader(path: scratch.path("a.flac"))
      let rate = settings.contains("48000") ? 48_000 : settings.contains("44100") ? 44_100 : 22_050
      #expect(flac.sampleRate == rate)
      #expect(flac.bitsPerSample == (settings.contains("24\n") ? 24 : 16))
      let cues = try WebVTTReader(scratch.text("a.vtt")).cues
      let end = try #require(cues.last).end
      #expect(flac.frames > end * rate / 1000 && flac.frames < (end + 2000) * rate / 1000)
      let (loudness, peak) = try ebur128(of: scratch.path("a.flac"))
      #expect(abs(loudness - target) <= 0.5)
      #expect(peak <= -1.5)
      let plan = try narrate.run(["a.txt", "--dry-run"] + options).text
      #expect(plan.contains("loudness           \(Int(target)) LUFS  ("), "\(plan)")
    }
  }

  @Test(arguments: [
    (["--loudness", "-9"], "-30 to -10, or off"), (["--loudness", "loud"], "-30 to -10, or off"),
    (["--sample-rate", "11025"], "22050, 24000, 44100 or 48000"),
    (["--bit-depth", "20"], "16 or 24"),
  ])
  func whatCannotBeMadeIsRefused(options: [String], told: String) throws {
    try Scratch.with { scratch in
      try scratch.write(Self.text, to: "a.txt")
      let run = try Narrate(in: scratch).run(["a.txt"] + options)
      #expect(run.status == 64)
      #expect(run.errors.contains(told), "\(run.errors)")
      #expect(try scratch.names() == ["a.txt"])
    }
  }

  @Test func aVoiceMayBeAProfileOrAFileOfEspeak() throws {
    try Scratch.with { scratch in
      try scratch.write(
        "voice: en-gb\nrate: 120 wpm\npauses:\n  leading: 1 s\n", to: "mine.yml")
      try scratch.write("name quiet\nlanguage en-gb\npitch 120 180\n", to: "Quiet+Own")
      let profile = try sound(["--voice", "./mine.yml"], in: scratch)
      let file = try sound(["--voice", "./Quiet+Own"], in: scratch)
      let named = try sound(["--voice", "en-gb"], in: scratch)
      #expect(profile.isSilent(forFirst: 1))
      #expect(Set([profile, file, named]).count == 3)
      try scratch.makeFolder("voices")
      try scratch.write(
        "voice: en-gb\nrate: 120 wpm\npauses:\n  leading: 1 s\n", to: "voices/own.yml")
      #expect(try sound(["--voices", "voices", "--voice", "own"], in: scratch) == profile)
    }
  }

  /// Options, a piece of what is said only with them, and one that is said only without.
  @Test(arguments: [
    (["--citations", "brief"], "and colleagues timed", "twenty twenty-five, timed"),
    (["--citations", "omit"], "found home.", "reference one"),
    (["--references", "brief"], "lights at sea, twenty", "volume four"),
    (["--references", "omit"], "", "A study of lights at sea"),
    (["--links", "full"], "example dot org slash lights slash north", "link to"),
    (["--links", "omit"], "", "example"),
    (["--abbreviations", "expand"], "The coast guard service is", "The C G S is"),
    (["--symbols", "all"], "slash b", ""),
    (["--keep-boilerplate"], "appeared first on Harbour Radio", ""),
  ])
  func policiesChangeTheWords(options: [String], more: String, less: String) throws {
    try Scratch.with { scratch in
      try scratch.write(Texts.harbour, to: "a.txt")
      let narrate = Narrate(in: scratch)
      func words(_ options: [String]) throws -> String {
        let run = try narrate.run(["explain", "--format", "spoken", "a.txt"] + options)
        #expect(run.status == 0, "\(run.errors)")
        return run.text
      }
      let (usual, changed) = (try words([]), try words(options))
      #expect(changed != usual)
      if !more.isEmpty {
        #expect(changed.contains(more) && !usual.contains(more), "\(changed)")
      }
      if !less.isEmpty {
        #expect(usual.contains(less) && !changed.contains(less), "\(changed)")
      }
      if options.count == 2 {
        let key = "\(options[0].dropFirst(2)): \(options[1])\n"
        try scratch.write(key, to: "narrate.yml")
        #expect(try words([]) == changed)
      }
    }
  }

  @Test func aPolicyReachesTheAudio() throws {
    try Scratch.with { scratch in
      try scratch.write(Texts.harbour, to: "a.txt")
      let narrate = Narrate(in: scratch)
      #expect(try narrate("a.txt", "-o", "full.wav").status == 0)
      #expect(try narrate("a.txt", "-o", "brief.wav", "--citations", "omit").status == 0)
      let full = try WAVReader(path: scratch.path("full.wav")).frames
      #expect(try WAVReader(path: scratch.path("brief.wav")).frames + 22_050 < full)
    }
  }

  @Test func aGlossaryIsReadOut() throws {
    try Scratch.with { scratch in
      try scratch.write("The NHC met.\n", to: "a.txt")
      try scratch.write("NHC: north harbour council\n", to: "words.yml")
      let run = try Narrate(in: scratch)(
        "explain", "--format", "spoken", "a.txt", "--glossary", "words.yml", "--abbreviations",
        "expand")
      #expect(run.text == "The north harbour council met.\n")
    }
  }

  @Test func lexiconsAreReadByEveryCommand() throws {
    try Scratch.with { scratch in
      try scratch.write("A GIF by Nguyen.\n", to: "a.txt")
      try scratch.write("GIF = gift\nNguyen = win\nodd\n", to: "words.txt")
      try scratch.write("GIF\tjif\t1\t2\n", to: "default.dic")
      let options = ["--lexicon", "words.txt", "--lexicon", "default.dic"]
      for command in [["explain", "--format", "spoken"], ["normalize"]] {
        let run = try Narrate(in: scratch).run(command + ["a.txt"] + options)
        #expect(run.status == 0 && run.text == "A jif by win.\n", "\(command): \(run.text)")
        #expect(run.errors.contains("words.txt:3: warning: `odd` is no entry"))
        #expect(run.errors.contains("words.txt:1: warning: `GIF` is said `jif`, not `gift`"))
      }
      try scratch.write("lexicon:\n- words.txt\n- default.dic\n", to: "narrate.yml")
      let run = try Narrate(in: scratch)("explain", "--format", "spoken", "a.txt")
      #expect(run.text == "A jif by win.\n")
      try scratch.write("NHC: north harbour council\n", to: "words.yml")
      try scratch.write("The NHC met.\n", to: "b.txt")
      let glossary = try Narrate(in: scratch)("normalize", "b.txt", "--glossary", "words.yml")
      #expect(glossary.text == "The north harbour council met.\n")
    }
  }

  @Test func theDryRunTellsWhichLayerSaysWhat() throws {
    try Scratch.with { scratch in
      try scratch.write(Texts.harbour, to: "a.txt")
      try scratch.write("album: The Pier\nrate: 1.5\n", to: "narrate.yml")
      let run = try Narrate(in: scratch)("a.txt", "--dry-run", "--pitch", "40")
      #expect(run.status == 0)
      let lines = run.lines.map { $0.split(separator: " ").joined(separator: " ") }
      #expect(lines.contains("album The Pier (narrate.yml:1)"))
      #expect(lines.contains { $0.hasPrefix("rate ") && $0.hasSuffix("(narrate.yml:2)") })
      #expect(lines.contains("pitch 40 (--pitch)"))
      #expect(lines.contains("citations full (default)"))
      #expect(lines.contains("would write a.flac"))
      #expect(lines.contains { $0.contains("Café & Fog") })
      #expect(try scratch.names() == ["a.txt", "narrate.yml"])
    }
  }
}
