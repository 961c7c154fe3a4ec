import Foundation
import NarrationTesting
import Testing

/// What `narrate` tells of itself and of its work.
@Suite struct InformationTests {
  private func narrate(_ arguments: String...) throws -> Narrate.Run {
    try Scratch.with {
      let run = try Narrate(in: $0).run(arguments)
      #expect(run.status == 0, "\(run.errors)")
      return run
    }
  }

  @Test func versionsAreThoseThatDecideBytes() throws {
    let lines = try narrate("--version").lines
    #expect(lines.first?.wholeMatch(of: /narrate \d+\.\d+\.\d+/) != nil)
    #expect(lines.contains { $0.wholeMatch(of: /eSpeak NG \d+\.\d+.*/) != nil })
    #expect(lines.contains { $0.wholeMatch(of: /libsndfile-\d+\.\d+.*/) != nil })
    #expect(lines.contains { $0.wholeMatch(of: /libFLAC \d+\.\d+.*/) != nil })
    #expect(lines.contains { $0.wholeMatch(of: /libebur128 \d+\.\d+.*/) != nil })
    #expect(lines.contains { $0.wholeMatch(of: /libsoxr-\d+\.\d+.*/) != nil })
  }

  @Test func voicesAreListed() throws {
    let profiles = try narrate("voices").lines
    for name in ["narrator", "british", "gentle"] {
      #expect(profiles.contains { $0.hasPrefix("\(name) ") && $0.count > name.count + 10 })
    }
    let all = try narrate("voices", "--all").lines
    #expect(all.contains { $0.contains("gmw/en-US") })
    #expect(all.count > profiles.count + 50)
  }

  @Test func aBrokenProfileIsToldAndTheOthersAreListed() throws {
    try Scratch.with { scratch in
      try scratch.write("voice: en-gb\npitch: high\n", to: "bad.yml")
      try scratch.write("voice: en-gb\ndescription: Mine alone\n", to: "mine.yml")
      let run = try Narrate(in: scratch)("voices", "--voices", ".")
      #expect(run.status == 0)
      #expect(run.errors.contains("bad.yml:2: "))
      #expect(run.text.contains("Mine alone") && run.text.contains("narrator"))
    }
  }

  /// A command's help, and what must stand in it.
  @Test(arguments: [
    (
      ["--help"],
      ["explain", "normalize", "sentences", "voices", "check", "73 an output cannot be created"]
    ),
    (["help", "episode"], ["--output", "--rate", "--citations", "--max-input", "--dry-run"]),
    (["explain", "--help"], ["table", "spoken", "json", "--no-phrasing"]),
    (["check", "--help"], ["--loudness", "else -19.", "json", "no fault."]),
    (["normalize", "--help"], ["--lines", "ssml", "U+FFFD"]),
  ])
  func helpHelps(arguments: [String], told: [String]) throws {
    try Scratch.with {
      let run = try Narrate(in: $0).run(arguments)
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      for piece in told { #expect(run.text.contains(piece), "\(piece)") }
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completionsAreMade(shell: String) throws {
    let script = try narrate("--generate-completion-script", shell)
    for word in ["narrate", "normalize", "citations", "keep-boilerplate", "brief"] {
      #expect(script.text.contains(word), "\(word)")
    }
    guard shell == "bash" else { return }
    try Scratch.with { scratch in
      try scratch.write(script.output, to: "narrate.bash")
      let check = try Program.run("bash", ["-n", scratch.path("narrate.bash")])
      #expect(check.status == 0 && check.errors.isEmpty, "\(check.errors)")
    }
  }

  @Test func messagesMayBeJSONOrFew() throws {
    try Scratch.with { scratch in
      try scratch.write("It costs \u{A3}.\n".unicodeScalars.map { UInt8($0.value) }, to: "a.txt")
      let narrate = Narrate(in: scratch)
      let told = try narrate("a.txt", "--log-format", "json").errors.split(separator: "\n").map {
        try JSONDecoder().decode([String: String].self, from: Data($0.utf8))
      }
      #expect(told.first?["level"] == "notice" && told.first?["place"] == "a.txt:1:10")
      #expect(told.allSatisfy { $0["message"]?.isEmpty == false })
      #expect(told.contains { $0["source"] == "a.txt" })
      let failed = try narrate("b.txt", "--log-format", "json").errors
      let error = try JSONDecoder().decode([String: String].self, from: Data(failed.utf8))
      #expect(error["level"] == "error" && error["place"] == "b.txt" && error["remedy"] != nil)
      #expect(try narrate("a.txt", "--quiet").errors.isEmpty)
      #expect(try narrate("b.txt", "--quiet").complaints.count == 1)
    }
  }
}
