import Foundation
import Narration
import NarrationTesting
import Producing
import Testing

/// A talk of two, from its words to its sound.
@Suite struct CastProductionTests {
  private let worker = BuiltProducts.path(of: "narrate-voice")
  private let talk = Dialogue.episode([
    ("Ada Lovelace", "All is well here."), ("Ben <b>Okafor", "All is well here."),
    (nil, "All is well here."), ("ada lovelace", "All is well here."),
  ])

  /// The sounds of the sentences, heading first, the whole file, and the captions.
  private func record(
    _ options: [(String, String)]
  ) async throws -> (sounds: [ArraySlice<Int16>], file: [UInt8], captions: String) {
    let scratch = try Scratch()
    let settings = try Dialogue.settings(
      // As they are spoken: each cast has a loudness of its own, and so a gain.
      options + [("format", "wav"), ("speakers", "never"), ("loudness", "off")])
    let production = try Production(of: talk, from: "talk.md", settings: settings) { _ in }
    let outputs = try EpisodeOutputs(
      source: "talk.md", output: "\(scratch.path)/talk.wav", formats: settings.formats)
    try await VoiceCheck.check(production.cast, worker: worker, catalogue: Dialogue.catalogue)
    let report = try await production.run(into: outputs, worker: worker) { _ in }
    #expect(report.unspoken == 0)
    let samples = try WAVReader(path: "\(scratch.path)/talk.wav").samples()
    let captions = try scratch.text(of: "talk.vtt")
    let cues = try WebVTTReader(captions).cues
    let sounds = cues.map { samples[$0.start * 22_050 / 1000..<$0.end * 22_050 / 1000] }
    let file = try Data(contentsOf: URL(fileURLWithPath: "\(scratch.path)/talk.wav"))
    return (sounds, Array(file), captions)
  }

  /// Whether one voice says the same sentence twice: as long, as loud and as often through zero, but
  /// for the flutter that eSpeak NG carries on from one sentence to the next.
  private func isSame(_ left: ArraySlice<Int16>, _ right: ArraySlice<Int16>) -> Bool {
    func measures(_ samples: ArraySlice<Int16>) -> [Double] {
      let energy = samples.reduce(0.0) { $0 + Double($1) * Double($1) }
      let crossings = zip(samples, samples.dropFirst()).count { ($0 < 0) != ($1 < 0) }
      return [Double(samples.count), energy.squareRoot(), Double(crossings)]
    }
    return zip(measures(left), measures(right)).allSatisfy { abs($0 - $1) < 0.02 * $0 }
  }

  @Test func eachSpeakerHasAVoiceAndTheNarratorHasHeadings() async throws {
    let (sounds, file, captions) = try await record([("jobs", "1")])
    let alone = try await record([("jobs", "1"), ("cast", "none")])
    try #require(sounds.count == 5 && alone.sounds.count == 5)
    #expect(isSame(sounds[0], alone.sounds[0]))
    #expect(isSame(sounds[3], alone.sounds[3]))
    #expect(isSame(sounds[1], sounds[4]))
    #expect((2...4).allSatisfy { isSame(alone.sounds[1], alone.sounds[$0]) })
    #expect(!isSame(sounds[1], sounds[2]))
    #expect(!isSame(sounds[1], sounds[3]))
    #expect(!isSame(sounds[2], sounds[3]))
    // Captions name who speaks, and no name is markup.
    #expect(captions.contains("<v Ada Lovelace>All is well here."))
    #expect(captions.contains("<v Ben &lt;b&gt;Okafor>All is well here."))
    #expect(captions.contains("\nAll is well here."))
    let many = try await record([("jobs", "3")])
    #expect((many.file == file) == true)
    #expect(many.captions == captions)
  }

  @Test func thePlanShowsWhoSpeaks() throws {
    let settings = try Dialogue.settings([("cast", "Ben <b>Okafor=guest")])
    var told: [ProductionEvent] = []
    let production = try Production(of: talk, from: "talk.md", settings: settings) {
      told.append($0)
    }
    let outputs = try EpisodeOutputs(
      source: "talk.md", output: nil, formats: settings.formats)
    let plan = production.plan(for: outputs)
    #expect(
      plan.contains(
        "  speaker    Ada Lovelace: cast-12, eSpeak NG en-us+f5  (from the name)\n"
          + "  speaker    Ben <b>Okafor: guest, eSpeak NG en-us+f3  (--cast)\n"), "\(plan)")
    #expect(plan.contains("cast               Ben <b>Okafor = guest  (--cast)"), "\(plan)")
    #expect(told == [])
  }

  @Test func aVoiceThatIsNotThereIsRefusedBeforeWork() async throws {
    let scratch = try Scratch()
    let file = try scratch.write("narrate.yml", "cast:\n  Ada: en-us+nobody\n")
    let catalogue = Dialogue.catalogue
    let fromFile = try Dialogue.settings(file: SettingsFile.read(file))
    let fromOption = try Dialogue.settings([("cast", "Ada=zz-nowhere")])
    for (settings, status, place) in [
      (fromFile, ExitStatus.dataError, Optional("\(file):2")), (fromOption, .usage, nil),
    ] {
      let failure = await #expect(throws: Failure.self) {
        try await VoiceCheck.check([settings], worker: worker, catalogue: catalogue)
      }
      #expect(failure?.status == status)
      #expect(failure?.complaint.place == place)
      #expect(failure?.complaint.what.contains("cannot speak") == true)
    }
    // Every voice of the pool is there.
    let all = try Dialogue.cast((1...40).map { "Speaker \($0)" })
    #expect(Set(all.voiceNames).count == CastPool.voices.count)
    try await VoiceCheck.check(all, worker: worker, catalogue: catalogue)
  }
}
