import Foundation
import FoundationXML
import Glibc
import NarrationTesting
import Testing

/// `narrate normalize` and `narrate sentences`: filters for other programs.
@Suite struct NormalizeTests {
  private func normalize(_ options: String..., input: [UInt8]) throws -> Narrate.Run {
    try Scratch.with {
      let run = try Narrate(in: $0).run(["normalize"] + options, input: input)
      #expect(run.status == 0, "\(run.errors)")
      return run
    }
  }

  /// Input in pieces that are lines or not, and the lines out.
  @Test(arguments: [
    ("", []), ("\n", [""]), ("5 kg\n", ["five kilograms"]), ("5 kg", ["five kilograms"]),
    ("\n\n3 km\n\n", ["", "", "three kilometers", ""]), ("4 m\r\nx\r\n", ["four meters", "x"]),
    ("a\u{2028}b\u{85}c\u{B}d\n1\n", ["a\u{2028}b\u{85}c\u{B}d", "one"]),
  ])
  func aLineIsALine(input: String, lines: [String]) throws {
    let run = try normalize("--lines", input: Array(input.utf8))
    #expect(run.output.count { $0 == 0x0A } == lines.count)
    #expect(run.text.isEmpty == lines.isEmpty)
    let bare = { (text: String) in text.filter { !$0.isWhitespace } }
    let told = run.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(told.map { bare(String($0)) } == lines.map(bare))
    for format in ["json", "ssml"] {
      let run = try normalize("--lines", "--format", format, input: Array(input.utf8))
      #expect(run.output.count { $0 == 0x0A } == lines.count, "\(format)")
    }
  }

  @Test func invalidBytesAreRepairedAndTold() throws {
    let input = Array("5 kg\nna".utf8) + [0xFF, 0x20, 0xC3] + Array("\n\n2 km".utf8)
    let lines = try normalize("--lines", input: input).lines
    #expect(lines.first == "five kilograms" && lines.last == "two kilometers")
    let json = try normalize("--lines", "--format", "json", input: input)
    let told = try json.lines.map { try JSONDecoder().decode(Normalized.self, from: Data($0.utf8)) }
    #expect(told.map(\.warnings.count) == [0, 1, 0, 0])
    #expect(told[1].source == "na\u{FFFD} \u{FFFD}")
    #expect(told[1].warnings.first?.contains("byte 2") == true)
    #expect(try normalize(input: input).errors.contains("standard input: warning: invalid UTF-8"))
  }

  @Test func jsonIsAnAlignment() throws {
    let text = "Dr. Boese et al. (2025) found 5 kg of it.\n\nIt cost $3 & more, i.e. a lot.\n"
    for options in [["--format", "json"], ["--lines", "--format", "json"]] {
      let run = try Scratch.with {
        try Narrate(in: $0).run(["normalize"] + options, input: Array(text.utf8))
      }
      for line in run.lines {
        let told = try JSONDecoder().decode(Normalized.self, from: Data(line.utf8))
        #expect(told.version == 1 && told.language == "en-US")
        let whole = options.count == 2 ? Array(text.utf8) : Array(told.source.utf8)
        #expect(whole[told.range[0]..<told.range[1]].elementsEqual(told.source.utf8))
        #expect(
          Normalized.isAligned(
            told.edits, Array(told.source.utf8), Array(told.spoken.utf8), offset: told.range[0]))
      }
    }
  }

  @Test(arguments: [
    "Fog & <b>rain</b>, \"IV\" and 5 kg.\n\nA second ]]> one.\n", "\u{1}\u{FFFE}\u{8} odd \u{1B}\n",
    "",
  ])
  func ssmlIsWellFormed(text: String) throws {
    let whole = try normalize("--format", "ssml", input: Array(text.utf8))
    if !text.isEmpty { #expect(wellFormed(whole.output), "\(whole.text)") }
    for line in try normalize("--format", "ssml", "--lines", input: Array(text.utf8)).lines {
      #expect(wellFormed(Array(line.utf8)), "\(line)")
    }
  }

  private func wellFormed(_ bytes: [UInt8]) -> Bool { XMLParser(data: Data(bytes)).parse() }

  /// A program at the other end that waits for each answer before it goes on.
  @Test(.timeLimit(.minutes(2))) func answersComeBeforeTheNextLine() throws {
    try Scratch.with { scratch in
      let narrate = Narrate(in: scratch)
      let process = narrate.process([narrate.executable, "normalize", "--lines"], [:])
      let (questions, answers) = (Pipe(), Pipe())
      process.standardInput = questions
      process.standardOutput = answers
      try process.run()
      for (question, answer) in [
        ("5 kg\n", "five kilograms\n"), ("\n", "\n"), ("a 3\nb 4\n", "a three\nb four\n"),
        ("last 7 m", ""),
      ] {
        try questions.fileHandleForWriting.write(contentsOf: Data(question.utf8))
        #expect(try read(answer.utf8.count, from: answers) == answer)
      }
      try questions.fileHandleForWriting.close()
      #expect(try read(18, from: answers) == "last seven meters\n")
      process.waitUntilExit()
      #expect(process.status == 0)
    }
  }

  /// So many bytes, or fewer when none come for twenty seconds.
  private func read(_ count: Int, from pipe: Pipe) throws -> String {
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    var bytes: [UInt8] = []
    while bytes.count < count {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 20_000) > 0 else { break }
      var buffer = [UInt8](repeating: 0, count: count - bytes.count)
      let got = Glibc.read(descriptor, &buffer, buffer.count)
      guard got > 0 else { break }
      bytes += buffer.prefix(got)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whoever reads may have enough at any time.
  @Test(arguments: [
    ["normalize", "a.txt"], ["normalize", "--lines", "a.txt"], ["sentences", "a.txt"],
    ["explain", "a.txt"], ["explain", "--format", "json", "a.txt"], ["a.txt", "--dry-run"],
    ["voices"], ["--help"], ["--version"],
  ])
  func aReaderThatHasGoneAwayIsNoFailure(arguments: [String]) throws {
    try Scratch.with { scratch in
      try scratch.write(Texts.walk(sentences: 40), to: "a.txt")
      let narrate = Narrate(in: scratch)
      let process = narrate.process([narrate.executable] + arguments, [:])
      let (output, errors) = (Pipe(), Pipe())
      try output.fileHandleForReading.close()
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      let told = try errors.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      #expect(process.status == 0)
      #expect(!String(decoding: told, as: UTF8.self).contains("error:"))
    }
  }

  @Test func theFirstLineOfManyIsEnough() throws {
    try Scratch.with { scratch in
      try scratch.write(String(repeating: "Ah 5.\n", count: 30_000), to: "a.txt")
      let script = "\"$0\" normalize --lines a.txt | head -n 1; exit ${PIPESTATUS[0]}"
      let run = try Narrate(in: scratch).run([], through: ["bash", "-c", script])
      #expect(run.status == 0)
      #expect(run.text == "Ah five.\n")
      #expect(run.errors.isEmpty)
    }
  }

  @Test(arguments: [
    (["normalize", "b.txt"], 66 as Int32, "b.txt: error: no such file"),
    (["normalize", "."], 64, ".: error: is a folder"),
    (["sentences", "b.txt"], 66, "b.txt: error: no such file"),
    (["sentences", "."], 64, ".: error: is a folder"),
    (["explain", "b.txt"], 66, "b.txt: error: no such file"),
    (["normalize", "--language", "x y"], 64, "error: --language"),
    // Opens, and cannot be read: there is nothing at address zero.
    (["normalize", "/proc/self/mem"], 74, "/proc/self/mem: error: cannot be read"),
    (["sentences", "/proc/self/mem"], 74, "/proc/self/mem: error: cannot be read"),
  ])
  func whatCannotBeReadIsTold(arguments: [String], status: Int32, told: String) throws {
    try Scratch.with {
      let run = try Narrate(in: $0).run(arguments)
      #expect(run.status == status)
      #expect(run.errors.hasPrefix(told), "\(run.errors)")
      #expect(run.complaints.count == 1)
    }
  }

  @Test(arguments: [
    ["normalize", "a.txt"], ["sentences", "a.txt"], ["explain", "a.txt"], ["a.txt", "--dry-run"],
    ["voices"],
  ])
  func anOutputThatCannotBeWrittenIsTold(arguments: [String]) throws {
    try Scratch.with { scratch in
      try scratch.write("It is 5 km.\n", to: "a.txt")
      let run = try Narrate(in: scratch).run(
        arguments, through: ["bash", "-c", "exec \"$0\" \"$@\" > /dev/full"])
      #expect(run.status == 74)
      #expect(run.errors.hasPrefix("standard output: error: "))
    }
  }

  @Test func sentencesAreOneALine() throws {
    try Scratch.with { scratch in
      let text = "Dr. Lee left.  She went\nhome at 5 p.m. on Monday. “Why?” asked Tom.\n\nNext one"
      try scratch.write(text, to: "a.txt")
      let narrate = Narrate(in: scratch)
      let sentences = [
        "Dr. Lee left.", "She went home at 5 p.m. on Monday.", "“Why?” asked Tom.", "Next one",
      ]
      #expect(try narrate("sentences", "a.txt").lines.map(String.init) == sentences)
      #expect(try narrate("sentences", input: text).lines.map(String.init) == sentences)
      struct Sentence: Decodable {
        var range: [Int]
        var text: String
      }
      let bytes = Array(text.utf8)
      let told = try narrate("sentences", "--format", "json", "a.txt").lines.map {
        try JSONDecoder().decode(Sentence.self, from: Data($0.utf8))
      }
      #expect(told.map(\.text) == sentences)
      for sentence in told {
        let slice = String(decoding: bytes[sentence.range[0]..<sentence.range[1]], as: UTF8.self)
        #expect(slice.split(whereSeparator: \.isWhitespace).joined(separator: " ") == sentence.text)
      }
      let broken = try narrate.run(["sentences"], input: [0x41, 0x2E, 0xFF])
      #expect(broken.status == 0)
      #expect(
        broken.errors == "standard input: warning: invalid UTF-8 at byte 2, repaired with U+FFFD\n")
    }
  }
}

/// A line of `normalize --format json`.
struct Normalized: Decodable {
  struct Edit: Decodable {
    var source: [Int]
    var spoken: [Int]
    var written: String
    var said: String
  }
  var version: Int
  var language: String
  var range: [Int]
  var source: String
  var spoken: String
  var edits: [Edit]
  var warnings: [String]

  /// Whether edits slice both texts, and what lies between them is the same in both.
  static func isAligned(
    _ edits: [Edit], _ source: [UInt8], _ spoken: [UInt8], offset: Int = 0
  ) -> Bool {
    var (written, said) = (0, 0)
    for edit in edits {
      let (from, to) = (edit.source[0] - offset, edit.source[1] - offset)
      guard written <= from, from <= to, to <= source.count, said <= edit.spoken[0],
        edit.spoken[0] <= edit.spoken[1], edit.spoken[1] <= spoken.count,
        source[written..<from] == spoken[said..<edit.spoken[0]],
        source[from..<to].elementsEqual(edit.written.utf8),
        spoken[edit.spoken[0]..<edit.spoken[1]].elementsEqual(edit.said.utf8)
      else { return false }
      (written, said) = (to, edit.spoken[1])
    }
    return source[written...] == spoken[said...]
  }
}
