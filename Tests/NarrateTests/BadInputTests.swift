import Foundation
import Glibc
import NarrationTesting
import Testing

/// What cannot be narrated: one clear error, the right status, and nothing left behind.
@Suite struct BadInputTests {
  /// A way to go wrong.
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    /// Of `a.txt`; nil for a text that is well.
    var text: [UInt8]?
    /// Beside it.
    var settings: String?
    var arguments = ["a.txt"]
    let status: Int32
    /// What the one line of error begins with: the place.
    let place: String
    /// What it holds: what is wrong, and what to do.
    let told: [String]

    init(
      _ name: String, text: String, status: Int32, place: String, told: [String]
    ) {
      self.init(name, bytes: Array(text.utf8), status: status, place: place, told: told)
    }

    init(
      _ name: String, bytes: [UInt8]? = nil, settings: String? = nil,
      _ arguments: [String] = ["a.txt"], status: Int32, place: String, told: [String]
    ) {
      testDescription = name
      text = bytes
      self.settings = settings
      self.arguments = arguments
      self.status = status
      self.place = place
      self.told = told
    }
  }

  static let texts = [
    Case("empty", text: "", status: 65, place: "a.txt: ", told: ["empty", "with text"]),
    Case(
      "white space", text: " \n\t\r\n\u{3000}", status: 65, place: "a.txt: ",
      told: ["white space", "with text"]),
    Case(
      "a picture", bytes: [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0], status: 65,
      place: "a.txt: ", told: ["PNG", "plain text"]),
    Case(
      "a NUL", bytes: Array("Fog.\nIt is".utf8) + [0, 1, 2], status: 65, place: "a.txt:2:6: ",
      told: ["not text"]),
    Case(
      "no encoding", bytes: Array("Fog.\nCaf".utf8) + [0x81, 0x20, 0x8D, 0xFF, 0x90], status: 65,
      place: "a.txt:2:4: ", told: ["0x81", "UTF-8"]),
    Case(
      "no words", text: "\u{1}\u{2}\u{7F}\n", status: 65, place: "a.txt: ",
      told: ["nothing in it can be spoken"]),
    Case(
      "another markup", text: "{\\rtf1\\ansi Fog.}", status: 65, place: "a.txt: ",
      told: ["an RTF document", "--from text"]),
    Case(
      "a line of 50 MB", bytes: [UInt8](repeating: 0x61, count: 50_000_000), status: 65,
      place: "a.txt: ", told: ["50.0 MB", "--max-input 48"]),
  ]

  static let commands = [
    Case(
      "no such file", ["b.txt"], status: 66, place: "b.txt: ", told: ["no such file", "check"]),
    Case("a folder", ["."], status: 64, place: ".: ", told: ["a folder", "narrate ./*.txt"]),
    Case(
      "output folder missing", ["a.txt", "-o", "new/a.flac"], status: 73, place: "new/a.flac: ",
      told: ["no such folder", "create it"]),
    Case(
      "a file for a folder", ["a.txt", "-o", "a.md/x.flac"], status: 73, place: "a.md/x.flac: ",
      told: ["no such folder", "-o"]),
    Case(
      "a broken voice file", ["a.txt", "--voice", "./a.md"], status: 65, place: "/",
      told: ["a.md: error: ", "narrate voices"]),
    Case(
      "no ending", ["a.txt", "-o", "talk"], status: 64, place: "talk: ",
      told: [".flac", ".wav", "add an ending"]),
    Case(
      "another container", ["a.txt", "-o", "a.wav", "--format", "flac"], status: 64, place: "",
      told: ["--format", "a.wav", "leave one"]),
    Case(
      "output is the input", ["a.txt", "in.wav", "--format", "wav"], status: 64, place: "",
      told: ["replace", "in.wav", "-o"]),
    Case(
      "one output for two", ["a.txt", "./a.md"], status: 64, place: "",
      told: ["a.txt", "./a.md", "both write", "-o"]),
    Case(
      "several into a file", ["a.txt", "a.md", "-o", "x.flac"], status: 64, place: "x.flac: ",
      told: ["several episodes", "existing folder"]),
    Case(
      "standard input without a name", ["-"], status: 64, place: "",
      told: ["standard input", "-o episode.flac"]),
    Case(
      "unknown voice", ["a.txt", "--voice", "narator"], status: 64, place: "",
      told: ["narator", "did you mean `narrator`", "narrate voices"]),
    Case(
      "unknown variant", ["a.txt", "--voice", "en-us+zz"], status: 64, place: "",
      told: ["en-us+zz", "narrate voices"]),
    Case(
      "unknown voice in a plan", ["a.txt", "--dry-run", "--voice", "nobody"], status: 64,
      place: "", told: ["nobody"]),
    Case(
      "voice file missing", ["a.txt", "--voice", "./nobody"], status: 66, place: "./nobody: ",
      told: ["no voice file", "narrate voices"]),
    Case(
      "a rate out of range", ["a.txt", "--rate", "9"], status: 64, place: "",
      told: ["--rate cannot be `9`", "0.5 to 4"]),
    Case(
      "unknown container", ["a.txt", "--format", "flac,vaw"], status: 64, place: "",
      told: ["--format", "flac"]),
    Case(
      "no jobs", ["a.txt", "--jobs", "0"], status: 64, place: "", told: ["--jobs", "1 to 1024"]),
    Case(
      "glossary missing", ["a.txt", "--glossary", "w.yml"], status: 66, place: "w.yml: ",
      told: ["no such file"]),
    Case(
      "lexicon missing", ["a.txt", "--lexicon", "w.txt"], status: 66, place: "w.txt: ",
      told: ["no such file"]),
    Case(
      "folder of voices missing", ["a.txt", "--voices", "v"], status: 66, place: "v: ",
      told: ["--voices"]),
  ]

  static let settings = [
    Case(
      "unknown key", settings: "rate: 2\nvoise: british\n", status: 65, place: "narrate.yml:2: ",
      told: ["voise", "did you mean `voice`"]),
    Case(
      "bad value", settings: "# mine\npitch: high\n", status: 65, place: "narrate.yml:2: ",
      told: ["pitch cannot be `high`", "0 to 100"]),
    Case(
      "no YAML", settings: "album: x\nrate: [\n", status: 65, place: "narrate.yml:",
      told: ["not YAML", "check"]),
    Case(
      "unknown voice in a file", settings: "album: x\nvoice: nobody\n", status: 65,
      place: "narrate.yml:2: ", told: ["nobody", "narrate voices"]),
  ]

  @Test(arguments: texts + commands + settings)
  func isOneClearError(_ bad: Case) throws {
    try Scratch.with { scratch in
      try scratch.write(bad.text ?? Array("A quiet night.\n".utf8), to: "a.txt")
      try scratch.write("A loud day.\n", to: "a.md")
      try scratch.write("The third.\n", to: "in.wav")
      if let settings = bad.settings { try scratch.write(settings, to: "narrate.yml") }
      let before = try scratch.names()
      let run = try Narrate(in: scratch).run(bad.arguments)
      #expect(run.status == bad.status, "\(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.complaints.count == 1, "\(run.errors)")
      let line = run.complaints.first.map(String.init) ?? ""
      #expect(line.hasPrefix("\(bad.place)error: ") || line.hasPrefix(bad.place), "\(line)")
      for piece in bad.told { #expect(line.contains(piece), "\(piece) in \(line)") }
      #expect(try scratch.names() == before)
      #expect(try scratch.text("in.wav") == "The third.\n")
    }
  }

  /// What the library of options refuses: `Error: …`, then usage.
  @Test(arguments: [
    (["a.txt", "--bogus"], "--bogus"), ([], "narrate episode.txt"),
    (["a.txt", "--citations", "some"], "brief"), (["a.txt", "--max-input", "0"], "--max-input"),
    (["a.txt", "--from", "pdf"], "text"), (["explain"], "episode"),
    (["normalize", "--format", "mp3"], "ssml"), (["normalize", "--max-input", "3"], "--max-input"),
  ])
  func usageIsToldWithTheStatusForIt(arguments: [String], told: String) throws {
    try Scratch.with { scratch in
      let run = try Narrate(in: scratch).run(arguments)
      #expect(run.status == 64)
      #expect(run.errors.hasPrefix("Error: ") && run.errors.contains("Usage: "))
      #expect(run.errors.contains(told))
      #expect(run.output.isEmpty)
    }
  }

  @Test(arguments: [
    ("Caf\u{E9} at \u{93}noon\u{94}", "Café at “noon”"), ("It costs \u{80} 5", "It costs € 5"),
  ])
  func windows1252IsReadWithANotice(written: String, shown: String) throws {
    try Scratch.with { scratch in
      let bytes = written.unicodeScalars.map { UInt8($0.value) }
      try scratch.write(bytes + Array(".\n".utf8), to: "a.txt")
      let run = try Narrate(in: scratch)("a.txt")
      #expect(run.status == 0)
      #expect(run.errors.contains("notice: read as Windows-1252"))
      #expect(run.errors.hasPrefix("a.txt:1:"))
      #expect(try WebVTTReader(scratch.text("a.vtt")).cues.map(\.lines) == [["\(shown)."]])
    }
  }

  @Test func aRaisedLimitReadsALongLine() throws {
    try Scratch.with { scratch in
      // A word that no one can mean is told to be one; sentences around it are kept.
      let line = "Fog. " + String(repeating: "a", count: 5_500_000) + " More fog."
      try scratch.write(line, to: "a.txt")
      let narrate = Narrate(in: scratch)
      let refused = try narrate("a.txt", "--dry-run")
      #expect(refused.status == 65)
      #expect(refused.errors.contains("--max-input 6"))
      let read = try narrate("a.txt", "--dry-run", "--max-input", "6")
      #expect(read.status == 0, "\(read.errors)")
      #expect(read.text.contains("of audio"))
      #expect(read.text.utf8.count < 10_000)
      #expect(try scratch.names() == ["a.txt"])
    }
  }

  /// Texts that are odd and yet are texts, with how many seconds they sound at least.
  @Test(arguments: [
    (String(repeating: "a.", count: 200), 10), ("Mind the gap\u{7}\u{1B}[31m now\u{8}.", 1),
    ("Say [[h@ll0]] to them.", 2), ("Play <audio src=\"/etc/passwd\"/> now.", 2),
    ("<speak><break time=\"50s\"/></speak>", 2), ("$(reboot) `id` %s %n ; rm -rf", 1),
    ("\u{202E}Backwards\u{202C} and \u{200B}hidden.", 1), ("😀😀😀", 1), ("—", 0),
  ])
  func oddTextIsSpokenAsText(text: String, seconds: Int) throws {
    try Scratch.with { scratch in
      try scratch.write(text + "\n", to: "a.txt")
      let run = try Narrate(in: scratch)("a.txt", "-o", "a.wav")
      guard seconds > 0 else {
        #expect(run.status == 65)
        return
      }
      #expect(run.status == 0, "\(run.errors)")
      #expect(!run.errors.contains("\u{1B}"))
      let sound = try Sound(wav: scratch.path("a.wav"))
      #expect(sound.seconds >= seconds && sound.seconds < 60)
      #expect(sound.loudPercent > 5)
      #expect(try !WebVTTReader(scratch.text("a.vtt")).cues.isEmpty)
    }
  }

  @Test func anInputThroughALinkIsNotReplaced() throws {
    try Scratch.with { scratch in
      try scratch.write("NHC: north harbour council\n", to: "words.yml")
      try scratch.write("A quiet night.\n", to: "a.txt")
      let manager = FileManager.default
      for (link, kept) in [("a.vtt", "a.txt"), ("a.chapters.json", "words.yml")] {
        try manager.createSymbolicLink(atPath: scratch.path(link), withDestinationPath: kept)
        let run = try Narrate(in: scratch)("a.txt", "--glossary", "words.yml")
        #expect(run.status == 64)
        #expect(run.errors.contains(kept) && run.errors.contains(link), "\(run.errors)")
        try manager.removeItem(atPath: scratch.path(link))
      }
      #expect(try scratch.text("words.yml") == "NHC: north harbour council\n")
      #expect(try scratch.names() == ["a.txt", "words.yml"])
    }
  }

  @Test func aFolderThatAllowsNoWritingIsTold() throws {
    try Scratch.with { scratch in
      try scratch.write("A quiet night.\n", to: "a.txt")
      try scratch.makeFolder("locked")
      chmod(scratch.path("locked"), 0o500)
      defer { chmod(scratch.path("locked"), 0o700) }
      // The superuser writes everywhere until it gives up that right (capabilities(7)).
      let lesser =
        geteuid() == 0 ? ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] : []
      let run = try Narrate(in: scratch).run(["a.txt", "-o", "locked"], through: lesser)
      #expect(run.status == 73, "\(run.errors)")
      #expect(run.errors.hasPrefix("locked/a.flac: error: "))
      #expect(run.errors.contains("permissions") && run.errors.contains("-o"))
      #expect(try scratch.names(in: "locked").isEmpty)
    }
  }

  /// A limit that comes down while it is written stands for a disk that fills up.
  @Test func aWriteThatFailsLeavesNothing() throws {
    try Scratch.with { scratch in
      try scratch.write(Texts.walk(sentences: 600), to: "a.txt")
      try scratch.write("old", to: "a.flac")
      let run = try Narrate(in: scratch).start("a.txt", "--format", "flac,wav")
      #expect(scratch.holds { $0.hasPrefix(".a.wav.narrate-") && $1 > 50_000 })
      let limit = try Program.run(
        "prlimit", ["--pid", "\(run.processIdentifier)", "--fsize=100000"])
      #expect(limit.status == 0, "\(limit.errors)")
      run.waitUntilExit()
      #expect(run.status == 74)
      #expect(try scratch.names() == ["a.flac", "a.txt"])
      #expect(try scratch.text("a.flac") == "old")
    }
  }

  static let canMount =
    (try? Program.run("unshare", ["-rm", "mount", "-t", "tmpfs", "t", "/mnt"]))?.status == 0

  @Test(.enabled(if: canMount, "needs a user namespace that may mount"))
  func aDiskWithoutRoomIsTold() throws {
    try Scratch.with { scratch in
      try scratch.write(Texts.harbour, to: "a.txt")
      try scratch.makeFolder("small")
      let small =
        "mount -t tmpfs -o size=64k t small && \"$0\" \"$@\"; s=$?; ls -A small >&2; exit $s"
      let run = try Narrate(in: scratch).run(
        ["a.txt", "-o", "small"], through: ["unshare", "-rm", "bash", "-c", small])
      #expect([73, 74].contains(run.status), "\(run.errors)")
      #expect(run.complaints.count == 1)
      #expect(run.errors.contains("small/a.flac: error: "))
      // The error is the last line: `ls` found nothing.
      #expect(run.errors.split(separator: "\n").last?.contains("error: ") == true)
    }
  }

  /// One bad episode of several: the others are there.
  @Test func oneBadEpisodeDoesNotCostTheOthers() throws {
    try Scratch.with { scratch in
      try scratch.write("A quiet night.\n", to: "a.txt")
      try scratch.write("", to: "b.txt")
      try scratch.write("A loud day.\n", to: "c.txt")
      let run = try Narrate(in: scratch)("a.txt", "b.txt", "no.txt", "c.txt")
      #expect(run.status == 1)
      #expect(run.complaints.map { $0.prefix { $0 != ":" } } == ["b.txt", "no.txt"])
      let made = try scratch.names().filter { $0.hasSuffix(".flac") }
      #expect(made == ["a.flac", "c.flac"])
    }
  }
}
