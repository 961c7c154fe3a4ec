import Foundation
import Glibc
import NarrationTesting
import Testing

/// An installed `narrate` whose voice is another program.
@Suite struct FaultyVoiceTests {
  /// Puts `narrate`, a voice and a profile where an installation has them.
  ///
  /// - Parameter voice: a script in place of the fake voice.
  private func install(in scratch: Scratch, voice: String? = nil) throws -> Narrate {
    try scratch.makeFolder("bin")
    try scratch.makeFolder("share/narrate/voices")
    try scratch.write("voice: fake\nrate: 175 wpm\n", to: "share/narrate/voices/narrator.yml")
    try place("narrate", at: scratch.path("bin/narrate"))
    if let voice {
      try scratch.write("#!/bin/sh\n\(voice)\n", to: "bin/narrate-voice")
      chmod(scratch.path("bin/narrate-voice"), 0o755)
    } else {
      try place("fake-voice", at: scratch.path("bin/narrate-voice"))
    }
    var narrate = Narrate(in: scratch)
    narrate.executable = scratch.path("bin/narrate")
    return narrate
  }

  /// A hard link where the file system allows one, else a copy: a symbolic link would lead back to
  /// the build folder.
  private func place(_ product: String, at path: String) throws {
    let built = BuiltProducts.path(of: product)
    if link(built, path) != 0 { try FileManager.default.copyItem(atPath: built, toPath: path) }
  }

  @Test func wordsThatKillTheVoiceAreToldAndTheRestIsThere() throws {
    try Scratch.with { scratch in
      let narrate = try install(in: scratch)
      try scratch.write(
        """
        Harbour

        All is well here. This crash-segv ends it.
        Then fail comes, and later overflow comes.

        The kill-worker word is last. And all is well again.

        """, to: "a.txt")
      let run = try narrate("a.txt", "-o", "a.wav")
      #expect(run.status == 1, "\(run.errors)")
      let warnings = run.errors.split(separator: "\n").filter { $0.contains("warning: ") }
      #expect(
        warnings.map { $0.prefix { $0 != " " } } == [
          "a.txt:3:24:", "a.txt:4:6:", "a.txt:4:28:", "a.txt:6:1:",
        ], "\(run.errors)")
      for (line, told) in zip(
        warnings,
        [
          "`crash-segv`: the voice crashed (signal 11)", "`fail`: the voice refused",
          "`overflow`: the voice made too many samples", "kill-worker",
        ])
      {
        #expect(line.contains(told) && line.contains("glossary"), "\(line)")
      }
      #expect(run.complaints.isEmpty)

      let cues = try WebVTTReader(scratch.text("a.vtt")).cues
      #expect(
        cues.map { $0.lines.joined(separator: " ") } == [
          "Harbour", "All is well here.", "This crash-segv ends it.",
          "Then fail comes, and later overflow comes.", "The kill-worker word is last.",
          "And all is well again.",
        ])
      let sound = try Sound(wav: scratch.path("a.wav"))
      for cue in cues where !cue.lines.joined().contains("kill-worker") {
        #expect(sound.isHeard(from: cue.start, to: cue.end), "\(cue.lines)")
      }
      #expect(try Program.run("ffprobe", ["-v", "error", scratch.path("a.wav")]).errors.isEmpty)
      #expect(Processes.withArgument(scratch.folder).isEmpty)
    }
  }

  @Test func oneEpisodeThatIsNotWholeDoesNotHideInSeveral() throws {
    try Scratch.with { scratch in
      let narrate = try install(in: scratch)
      try scratch.write("All is well.\n", to: "a.txt")
      try scratch.write("It will fail here.\n", to: "b.txt")
      let run = try narrate("b.txt", "a.txt")
      #expect(run.status == 1)
      #expect(run.errors.contains("b.txt:1:9: warning: not spoken: `fail`"))
      #expect(try scratch.names().filter { $0.hasSuffix(".flac") } == ["a.flac", "b.flac"])
    }
  }

  /// What a voice does in place of speaking, and what is told of it.
  @Test(arguments: [
    ("exit 3", "exit status 3"), ("kill -9 $$", "signal 9"), ("echo hello", "introduce"),
    ("exec \(BuiltProducts.path(of: "fake-voice")) --refuse 'no data'", "no data"),
  ])
  func aVoiceThatCannotStartIsOneError(script: String, told: String) throws {
    try Scratch.with { scratch in
      let narrate = try install(in: scratch, voice: script)
      try scratch.write("All is well.\n", to: "a.txt")
      try scratch.write("All is well here too.\n", to: "b.txt")
      for episodes in [["a.txt"], ["a.txt", "b.txt"]] {
        let run = try narrate.run(episodes)
        #expect(run.status == 70, "\(run.errors)")
        #expect(run.complaints.count == 1, "\(run.errors)")
        #expect(run.errors.contains(told), "\(run.errors)")
      }
      #expect(try scratch.names() == ["a.txt", "b.txt", "bin", "share"])
    }
  }

  @Test func aMissingVoiceProgramIsOneError() throws {
    try Scratch.with { scratch in
      let narrate = try install(in: scratch)
      try FileManager.default.removeItem(atPath: scratch.path("bin/narrate-voice"))
      try scratch.write("All is well.\n", to: "a.txt")
      let run = try narrate("a.txt")
      #expect(run.status == 70)
      #expect(run.complaints.count == 1)
      #expect(run.errors.contains("bin/narrate-voice") && run.errors.contains("install"))
      #expect(try scratch.names() == ["a.txt", "bin", "share"])
    }
  }
}
