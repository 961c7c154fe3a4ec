import Foundation
import NarrationTesting
import Testing

/// `narrate check` on what `narrate` made, on what others made, and on nonsense.
@Suite struct CheckTests {
  private static let text = """
    # First

    One sentence stands here, and it is long enough to have a loudness.

    # Second

    Another one follows, and then all is said that there is to say.

    """

  /// A folder in which `e.md` has been narrated, for a body that checks it.
  private func narrated(
    _ arguments: [String] = [], _ body: (Scratch, Narrate) throws -> Void
  ) throws {
    try Scratch.with { scratch in
      try scratch.write(Self.text, to: "e.md")
      let narrate = Narrate(in: scratch)
      let run = try narrate.run(["e.md", "--quiet"] + arguments)
      try #require(run.status == 0, "\(run.errors)")
      try body(scratch, narrate)
    }
  }

  @Test func whatNarrateMadeIsWell() throws {
    try narrated(["--format", "flac,wav,mp3,opus"]) { scratch, narrate in
      let run = try narrate("check", "e.flac", "e.wav", "e.mp3", "e.opus")
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      #expect(run.lines.count { $0.hasSuffix("all is well") } == 4)
      #expect(run.lines.count { $0.hasSuffix("e.vtt, e.chapters.json") } == 4)
      #expect(run.lines.contains("e.flac") && run.lines.contains("e.wav"))
      for label in ["length", "loudness", "peak", "silence", "largest step", "chapters"] {
        #expect(run.lines.contains { $0.hasPrefix("  \(label) ") }, "\(label)")
      }
    }
  }

  @Test func theNearestSettingsSayHowLoudItShouldBe() throws {
    try narrated(["--loudness", "-16"]) { scratch, narrate in
      #expect(try narrate("check", "e.flac").status == 1)
      try scratch.write("loudness: -16\n", to: "narrate.yml")
      #expect(try narrate("check", "e.flac").status == 0)
      #expect(try narrate("check", "e.flac", "--loudness", "-19").status == 1)
    }
  }

  @Test func theLoudnessIsHeldAgainstWhatIsAskedFor() throws {
    try narrated { scratch, narrate in
      let told = try #require(
        try narrate("check", "e.flac", "--loudness", "off", "--format", "json").lines.first)
      let measured = try JSONDecoder().decode(Checked.self, from: Data(told.utf8)).levels.loudness
      for (distance, status) in [(0.4, 0), (-0.4, 0), (0.6, 1), (-0.6, 1)] {
        let target = String(format: "%.2f", measured + distance)
        let run = try narrate("check", "e.flac", "--loudness", target)
        #expect(run.status == status, "\(target)")
        #expect(run.complaints.count == status)
        if status == 1 {
          #expect(run.errors.contains("0.6 LU too \(distance > 0 ? "quiet" : "loud")"))
        }
      }
    }
  }

  /// What is read of the JSON.
  private struct Checked: Decodable {
    struct Levels: Decodable {
      var loudness: Double
      var truePeak: Double
    }
    struct Chapter: Decodable {
      var title: String
      var start: Double
    }
    struct Complaint: Decodable {
      var severity: String
      var place: String?
      var what: String
    }
    var version: Int
    var file: String
    var frames: Int
    var seconds: Double
    var chapters: [Chapter]
    var levels: Levels
    var complaints: [Complaint]
  }

  @Test func theJSONSaysTheSame() throws {
    try narrated(["--format", "wav"]) { scratch, narrate in
      let run = try narrate("check", "e.wav", "none.wav", "--loudness", "off", "--format", "json")
      #expect(run.status == 66 && run.lines.count == 2)
      let checked = try JSONDecoder().decode(Checked.self, from: Data(run.lines[0].utf8))
      #expect(checked.version == 1 && checked.file == "e.wav" && checked.complaints.isEmpty)
      #expect(checked.frames == (try Sound(wav: scratch.path("e.wav")).count))
      #expect(checked.chapters.map(\.title) == ["First", "Second"])
      #expect(checked.chapters.first?.start == 0)
      #expect(
        run.lines[1]
          == #"{"complaints":[{"place":"none.wav","remedy":"check the name","severity":"error","what":"no such file"}],"file":"none.wav","version":1}"#
      )
    }
  }

  @Test func companionsOfAnotherDayAreTold() throws {
    try narrated { scratch, narrate in
      let chapters = try scratch.text("e.chapters.json")
      let captions = try scratch.text("e.vtt")
      func check() throws -> Narrate.Run { try narrate("check", "e.flac", "--loudness", "off") }
      for (written, other, told) in [
        ("\"First\"", "\"Erstens\"", "is called \"Erstens\""),
        ("\"Second\"", "\"Second\"}, {\"startTime\": 99.0, \"title\": \"Third\"", "has 3 chapters"),
        ("{", "[", "is no chapter file"),
      ] {
        let edited = chapters.replacingOccurrences(of: written, with: other)
        try #require(edited != chapters)
        try scratch.write(edited, to: "e.chapters.json")
        let run = try check()
        #expect(run.status == 1 && run.complaints.count == 1)
        #expect(run.errors.hasPrefix("e.chapters.json: error: ") && run.errors.contains(told))
      }
      // One millisecond is enough.
      let start = try #require(
        chapters.matches(of: /"startTime": ([0-9.]+)/).last.map { String($0.output.1) })
      let later = String(format: "%.3f", (Double(start) ?? 0) + 0.001)
      try scratch.write(
        chapters.replacingOccurrences(
          of: "\"startTime\": \(start)", with: "\"startTime\": \(later)"),
        to: "e.chapters.json")
      #expect(try check().errors.contains("its chapter 2 starts at 00:00:0"))
      try scratch.write(chapters, to: "e.chapters.json")

      try scratch.write(captions + "\nlate\n00:59:00.000 --> 01:00:00.000\nLate\n", to: "e.vtt")
      #expect(try check().errors.contains("its last caption ends at 01:00:00.000, after the audio"))
      try scratch.write("WEBVTT\n\n00:00.000 --> 00:01.000\nEarly\n", to: "e.vtt")
      #expect(try check().errors.contains("ends at 00:00:01.000, the sound only at 00:00:"))
      try scratch.write("captions\n", to: "e.vtt")
      #expect(try check().errors.contains("e.vtt: error: is no WebVTT file"))
      try scratch.write(captions, to: "e.vtt")
      #expect(try check().status == 0)
    }
  }

  @Test func aFolderIsCheckedWithAllThatIsInIt() throws {
    try narrated { scratch, narrate in
      try scratch.makeFolder("d/b")
      try scratch.makeFolder("d/.hidden")
      let flac = try scratch.bytes("e.flac")
      for name in ["d/z.flac", "d/b/a.FLAC", "d/.hidden/h.flac", "d/.x.flac"] {
        try scratch.write(flac, to: name)
      }
      try scratch.write("notes\n", to: "d/notes.txt")
      let run = try narrate("check", "d", "--loudness", "off")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.lines.filter { !$0.hasPrefix(" ") } == ["d/b/a.FLAC", "d/z.flac"])
      // One that is cut off costs nothing but its own result.
      try scratch.write(Array(flac.prefix(flac.count / 2)), to: "d/b/a.FLAC")
      let damaged = try narrate("check", "d", "--loudness", "off")
      #expect(damaged.status == 1)
      #expect(damaged.complaints.allSatisfy { $0.hasPrefix("d/b/a.FLAC: error: ") })
      #expect(damaged.errors.contains("is cut off"))
      #expect(damaged.lines.count { $0.hasSuffix("all is well") } == 1)
    }
  }

  @Test(arguments: [
    (["e.txt"], 65, "e.txt: error: is no WAV, FLAC, MP3 or Opus file"),
    (["empty.wav"], 65, "empty.wav: error: is empty"),
    (["none.flac"], 66, "none.flac: error: no such file"),
    (["folder"], 66, "folder: error: has no audio file in it"),
    (["e.txt", "none.flac", "empty.wav"], 66, "empty.wav: error: is empty"),
    (["e.txt", "--loudness", "loud"], 64, "loud"),
    ([], 64, "Missing"),
  ])
  func nonsenseHasAStatus(_ arguments: [String], _ status: Int32, _ told: String) throws {
    try Scratch.with { scratch in
      try scratch.write(Self.text, to: "e.txt")
      try scratch.write("", to: "empty.wav")
      try scratch.makeFolder("folder")
      let run = try Narrate(in: scratch).run(["check"] + arguments)
      #expect(run.status == status)
      #expect(run.output.isEmpty && run.errors.contains(told), "\(run.errors)")
    }
  }
}
