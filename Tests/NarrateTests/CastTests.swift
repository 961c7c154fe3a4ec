import NarrationTesting
import Testing

/// The voices that speakers get, heard.
@Suite struct CastTests {
  @Test func theVoicesOfTheCastAreEquallyLoudAndAllDifferent() throws {
    try Scratch.with { scratch in
      try scratch.write(
        """
        The harbour lights were timed on four nights, and most of the boats found their way home. \
        We asked the keeper why, and she laughed: because somebody has to be awake, and it may as \
        well be me. Everyone who was there remembers a different colour of the sea.
        """, to: "a.txt")
      let narrate = Narrate(in: scratch)
      let listed = try narrate("voices").lines.filter { $0.hasPrefix("cast-") }
        .map { String($0.prefix { $0 != " " }) }
      #expect(listed.count >= 12)
      var sounds: Set<Sound> = []
      for voice in ["narrator"] + listed {
        let run = try narrate(
          "a.txt", "-o", "\(voice).wav", "--voice", voice, "--loudness", "off")
        #expect(run.status == 0, "\(run.errors)")
        let sound = try Sound(wav: scratch.path("\(voice).wav"))
        #expect(sounds.insert(sound).inserted, "\(voice)")
        let again = try narrate(
          "a.txt", "-o", "again.wav", "--voice", voice, "--loudness", "off", "--jobs", "3")
        #expect(again.status == 0, "\(again.errors)")
        #expect(try Sound(wav: scratch.path("again.wav")) == sound, "\(voice)")
        let (loudness, peak) = try ebur128(of: scratch.path("\(voice).wav"))
        #expect((-25.2 ... -21.2).contains(loudness), "\(voice): \(loudness)")
        #expect(peak < -1, "\(voice): \(peak)")
      }
    }
  }

  @Test func theCommandLineGivesVoices() throws {
    try Scratch.with { scratch in
      try scratch.write("All is well.\n", to: "a.txt")
      let narrate = Narrate(in: scratch)
      let plan = try narrate("a.txt", "--dry-run", "--cast", "Ada=british", "--cast", "Ben=cast-2")
      #expect(plan.status == 0, "\(plan.errors)")
      #expect(plan.text.contains("Ben = cast-2, Ada = british  (--cast)"), "\(plan.text)")
      #expect(plan.errors.contains("the cast names Ada, who does not speak in a.txt"))
      let wrong = try narrate("a.txt", "--cast", "Ada=brittish")
      #expect(wrong.status == 64)
      #expect(wrong.errors.contains("did you mean `british`?"), "\(wrong.errors)")
    }
  }
}
