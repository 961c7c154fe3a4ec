import Foundation
import NarrationTesting
import Testing

/// What `narrate EPISODE` leaves beside its episode.
@Suite struct OutputTests {
  @Test func anEpisodeBecomesAudioWithCaptionsAndChapters() throws {
    try Scratch.with { scratch in
      try scratch.write(Texts.harbour, to: "harbour.txt")
      let run = try Narrate(in: scratch)(
        "harbour.txt", "--format", "flac,wav", "--artist", "Ada Reader", "--date", "2025-03-01",
        "--comment", "What fog is.")
      #expect(run.status == 0)
      #expect(run.output.isEmpty)
      #expect(run.complaints.isEmpty)
      #expect(
        try scratch.names() == [
          "harbour.chapters.json", "harbour.flac", "harbour.txt", "harbour.vtt", "harbour.wav",
        ])

      try chaptersAgree(in: scratch)
      try tagsAreThere(in: scratch)
      try captionsFollowTheText(in: scratch)
      try containersHoldTheSameSamples(in: scratch)
    }
  }

  /// Titles and times of WAV and FLAC, as a player sees them, and those of the chapter file.
  private func chaptersAgree(in scratch: Scratch) throws {
    let told = try Chapters(json: scratch.bytes("harbour.chapters.json"))
    #expect(told.all.map(\.title) == ["Light on the Water", "Café & Fog", "References"])
    #expect(told.all.first?.start == 0)
    #expect(zip(told.all, told.all.dropFirst()).allSatisfy { $0.end == $1.start })
    for name in ["harbour.flac", "harbour.wav"] {
      let seen = try Chapters(probing: scratch.path(name))
      #expect(seen.all == told.all, "\(name)")
    }
    let info = try Program.run("mediainfo", [scratch.path("harbour.flac")]).text
    for chapter in told.all {
      let time = String(format: "00:00:%02d.%03d", chapter.start / 1000, chapter.start % 1000)
      let line = info.split(separator: "\n").first { $0.hasPrefix(time) }
      #expect(line?.hasSuffix(": \(chapter.title)") == true, "\(time)")
    }
  }

  private func tagsAreThere(in scratch: Scratch) throws {
    let comments = try FLACReader(path: scratch.path("harbour.flac")).comments
    for comment in [
      "TITLE=Light on the Water", "ALBUM=Harbour Radio", "ARTIST=Ada Reader", "DATE=2025-03-01",
      "COMMENT=What fog is.", "LANGUAGE=en-US", "ENCODER=narrate",
    ] { #expect(comments.contains(comment), "\(comment) in \(comments)") }
    let probe = try Program.run(
      "ffprobe", ["-v", "error", "-show_format", "-of", "json", scratch.path("harbour.wav")])
    let format = try JSONDecoder().decode(Probe.self, from: Data(probe.output)).format
    #expect(format?.tags?["title"] == "Light on the Water")
    #expect(format?.tags?["artist"] == "Ada Reader")
    #expect(format?.tags?["date"] == "2025-03-01")
  }

  /// Captions show the text as it is written, sentence by sentence, in order and within the audio.
  private func captionsFollowTheText(in scratch: Scratch) throws {
    let cues = try WebVTTReader(scratch.text("harbour.vtt")).cues
    let shown = cues.map { $0.lines.joined(separator: " ") }.joined(separator: " ")
    for piece in [
      "Light on the Water", "Dr. Boese et al. (2025) timed", "[1]. See",
      "https://example.org/lights/north", "Café & Fog", "10 µm", "<b>so</b>",
    ] { #expect(shown.contains(piece), "\(piece) in \(shown)") }
    #expect(!shown.contains("appeared first"))
    #expect(zip(cues, cues.dropFirst()).allSatisfy { $0.end <= $1.start })
    let frames = try WAVReader(path: scratch.path("harbour.wav")).frames
    #expect(cues.last.map { $0.end * 22_050 / 1000 <= frames } == true)

    let probe = try Program.run(
      "ffprobe", ["-v", "error", "-show_packets", "-of", "json", scratch.path("harbour.vtt")])
    let packets = try JSONDecoder().decode(Probe.self, from: Data(probe.output)).packets
    #expect(packets?.map(\.pts) == cues.map(\.start))
    #expect(packets?.map(\.duration) == cues.map { $0.end - $0.start })
  }

  private func containersHoldTheSameSamples(in scratch: Scratch) throws {
    #expect(
      try Program.run("flac", ["--test", "--silent", scratch.path("harbour.flac")]).status == 0)
    let decoded = try Program.run(
      "flac", ["--decode", "--stdout", "--silent", scratch.path("harbour.flac")])
    try scratch.write(decoded.output, to: "decoded.wav")
    let sound = try Sound(wav: scratch.path("harbour.wav"))
    #expect(try Sound(wav: scratch.path("decoded.wav")) == sound)
    // Someone speaks in most of it, and not to the very edge of what there is room for.
    #expect(sound.loudPercent > 20 && sound.peak < 32_767)
  }

  /// Arguments, and the names that stand there afterwards beside `a.txt`, `b.txt` and `out`.
  @Test(arguments: [
    (["a.txt", "-o", "talk.wav"], ["talk.chapters.json", "talk.vtt", "talk.wav"], []),
    (["a.txt", "-o", "talk.FLAC"], ["talk.FLAC", "talk.chapters.json", "talk.vtt"], []),
    (["a.txt", "-o", "out/"], [], ["a.chapters.json", "a.flac", "a.vtt"]),
    (["a.txt", "-o", "out", "--format", "wav"], [], ["a.chapters.json", "a.vtt", "a.wav"]),
    (["-", "-o", "talk.flac"], ["talk.chapters.json", "talk.flac", "talk.vtt"], []),
    (["-", "-o", "out"], [], ["episode.chapters.json", "episode.flac", "episode.vtt"]),
    (
      ["a.txt", "b.txt", "-o", "out"], [],
      ["a.chapters.json", "a.flac", "a.vtt", "b.chapters.json", "b.flac", "b.vtt"]
    ),
    (
      ["b.txt", "a.txt"],
      ["a.chapters.json", "a.flac", "a.vtt", "b.chapters.json", "b.flac", "b.vtt"], []
    ),
    (["a.txt", "--dry-run"], [], []),
  ])
  func outputsStandWhereTheyAreAskedFor(
    arguments: [String], beside: [String], inFolder: [String]
  ) throws {
    try Scratch.with { scratch in
      try scratch.write("A quiet night.\n", to: "a.txt")
      try scratch.write("A loud day.\n", to: "b.txt")
      try scratch.makeFolder("out")
      let run = try Narrate(in: scratch).run(arguments, input: Array("From afar.\n".utf8))
      #expect(run.status == 0, "\(run.errors)")
      let given = ["a.txt", "b.txt", "out"]
      #expect(try scratch.names() == (beside + given).sorted())
      #expect(try scratch.names(in: "out") == inFolder)
      for name in beside + inFolder.map({ "out/\($0)" }) where name.hasSuffix("wav") {
        #expect(try WAVReader(path: scratch.path(name)).frames > 22_050 / 2)
      }
    }
  }

  @Test func olderOutputsAreReplacedAndNothingElse() throws {
    try Scratch.with { scratch in
      try scratch.write("A quiet night.\n", to: "a.txt")
      try scratch.write("old", to: "a.flac")
      try scratch.write("mine", to: "a.srt")
      #expect(try Narrate(in: scratch)("a.txt").status == 0)
      #expect(try scratch.text("a.srt") == "mine")
      #expect(try FLACReader(path: scratch.path("a.flac")).frames > 22_050 / 2)
    }
  }

  @Test func standardInputIsNamedInComplaints() throws {
    try Scratch.with { scratch in
      let run = try Narrate(in: scratch)("-", "-o", "a.flac", input: " \n")
      #expect(run.status == 65)
      #expect(run.errors.hasPrefix("standard input: error: "))
    }
  }
}

/// Chapters as somebody tells them, times in milliseconds.
struct Chapters {
  struct Chapter: Hashable {
    var title: String
    var start: Int
    var end: Int
  }
  var all: [Chapter]

  /// A chapter file after Podcasting 2.0.
  init(json: [UInt8]) throws {
    struct File: Decodable {
      struct Entry: Decodable {
        var title: String
        var startTime: Double
        var endTime: Double
      }
      var version: String
      var chapters: [Entry]
    }
    let file = try JSONDecoder().decode(File.self, from: Data(json))
    all = file.chapters.map {
      Chapter(
        title: $0.title, start: Int(($0.startTime * 1000).rounded()),
        end: Int(($0.endTime * 1000).rounded()))
    }
  }

  /// What ffprobe sees in a file; its own unit is rounded half up to milliseconds.
  init(probing path: String) throws {
    let probe = try Program.run("ffprobe", ["-v", "error", "-show_chapters", "-of", "json", path])
    let chapters = try JSONDecoder().decode(Probe.self, from: Data(probe.output)).chapters ?? []
    all = chapters.map { chapter in
      let base = chapter.unit.split(separator: "/").compactMap { Int($0) }
      func milliseconds(_ ticks: Int) -> Int { (ticks * base[0] * 2000 + base[1]) / (2 * base[1]) }
      return Chapter(
        title: chapter.tags["title"] ?? "", start: milliseconds(chapter.start),
        end: milliseconds(chapter.end))
    }
  }
}

/// What ffprobe prints.
struct Probe: Decodable {
  struct Chapter: Decodable {
    var unit: String
    var start: Int
    var end: Int
    var tags: [String: String]

    enum CodingKeys: String, CodingKey {
      case unit = "time_base"
      case start, end, tags
    }
  }
  struct Format: Decodable { var tags: [String: String]? }
  struct Packet: Decodable {
    var pts: Int
    var duration: Int
  }
  var chapters: [Chapter]?
  var format: Format?
  var packets: [Packet]?
}
