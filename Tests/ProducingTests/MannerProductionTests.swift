import Foundation
import Narration
import NarrationTesting
import Producing
import Reading
import Testing

/// Headings, quotations, emphasis and languages, from the words of an episode to its sound.
@Suite struct MannerProductionTests {
  private let worker = BuiltProducts.path(of: "narrate-voice")

  /// A heading, and the same sentence as a paragraph, as a quotation, with a word that is stressed,
  /// with words that are quoted, and with a word that is marked as German.
  private static let episode: ReadEpisode = {
    let sentence = "All is well at the end here."
    let passages: [(Passage.Kind, [Passage.Span])] = [
      (.heading(level: 1), []), (.paragraph, []), (.quote, []),
      (.paragraph, [.init(text: 7..<11, kind: .emphasis)]),
      (.paragraph, [.init(text: 4..<11, kind: .quotation)]),
      (.paragraph, [.init(text: 7..<11, kind: .language("de"))]),
    ]
    var source = ""
    let made = passages.map { kind, spans in
      let start = source.utf8.count
      source += sentence + "\n\n"
      let run = RunMap.Run(
        text: 0..<sentence.utf8.count, source: start..<start + sentence.utf8.count, kind: .copied)
      return Passage(kind: kind, text: sentence, spans: spans, runs: RunMap([run]))
    }
    return ReadEpisode(
      episode: Episode(
        metadata: Metadata(title: "Well"), chapters: [Chapter(title: "Well", passages: made)],
        omissions: [], source: SourceText(document: "well.md", text: source)),
      notices: [])
  }()

  private static func production(
    _ options: [(String, String)], yaml: String
  ) throws -> Production {
    let scratch = try Scratch()
    let file = try SettingsFile.read(scratch.write("narrate.yml", yaml))
    let settings = try Dialogue.settings(
      options + [("format", "wav"), ("loudness", "off")], file: file)
    return try Production(of: episode, from: "well.md", settings: settings) { _ in }
  }

  /// The sounds of the passages, and the whole file.
  private func record(
    _ options: [(String, String)] = [], yaml: String = ""
  ) async throws -> (sounds: [ArraySlice<Int16>], file: Data) {
    let scratch = try Scratch()
    let production = try Self.production(options, yaml: yaml)
    let outputs = try EpisodeOutputs(
      source: "well.md", output: "\(scratch.path)/well.wav", formats: production.settings.formats)
    let report = try await production.run(into: outputs, worker: worker) { _ in }
    #expect(report.unspoken == 0)
    let samples = try WAVReader(path: "\(scratch.path)/well.wav").samples()
    let cues = try WebVTTReader(try scratch.text(of: "well.vtt")).cues
    let sounds = cues.map { samples[$0.start * 22_050 / 1000..<$0.end * 22_050 / 1000] }
    try #require(sounds.count == 6)
    return (sounds, try Data(contentsOf: URL(fileURLWithPath: "\(scratch.path)/well.wav")))
  }

  private static let plain = """
    emphasis: none
    heading:
      rate: 100 %
      pitch: 0
    quote:
      rate: 100 %
      pitch: 0
      volume: 100 %
    """

  private func share(
    _ sounds: [ArraySlice<Int16>], _ index: Int, _ measure: (ArraySlice<Int16>) -> Double
  ) -> Double {
    measure(sounds[index]) / measure(sounds[1])
  }

  private func length(_ samples: ArraySlice<Int16>) -> Double { Double(samples.count) }

  @Test func eachStandsOutByDefaultAndCalmly() async throws {
    let (sounds, _) = try await record()
    let pitch = { (samples: ArraySlice<Int16>) in Pitch.median(of: samples) }
    // A heading is slower and lower, a quotation slower and higher, both by little.
    #expect((1.04...1.2).contains(share(sounds, 0, length)))
    #expect((0.88...0.97).contains(share(sounds, 0, pitch)))
    #expect((1.02...1.15).contains(share(sounds, 2, length)))
    #expect((1.03...1.12).contains(share(sounds, 2, pitch)))
    // One word of seven is longer, two are somewhat longer.
    #expect((1.01...1.15).contains(share(sounds, 3, length)))
    #expect((1.002...1.1).contains(share(sounds, 4, length)))
    // `well` as Germans say it.
    #expect(sounds[5] != sounds[1])
  }

  @Test func settingsTakeItAwayOrMakeItMore() async throws {
    let (plain, _) = try await record(yaml: Self.plain)
    for index in [0, 2, 3, 4] {
      #expect(abs(share(plain, index, length) - 1) < 0.01, "\(index)")
      #expect(abs(share(plain, index) { Pitch.median(of: $0) } - 1) < 0.02, "\(index)")
    }
    let (strong, _) = try await record(
      [("emphasis", "strong")], yaml: "heading:\n  rate: 60 %\nquote:\n  pitch: 30\n")
    let (standard, _) = try await record()
    #expect(share(strong, 0, length) > 1.4)
    #expect(share(strong, 2) { Pitch.median(of: $0) } > 1.3)
    #expect(strong[3].count > standard[3].count + 200)
  }

  @Test func anyNumberOfJobsMakesTheSameBytes() async throws {
    let one = try await record([("jobs", "1")]).file
    for jobs in ["2", "5"] { #expect(try await record([("jobs", jobs)]).file == one) }
  }

  @Test func thePlanShowsManners() throws {
    let production = try Self.production([("emphasis", "none")], yaml: "quote:\n  pitch: 9\n")
    let plan = production.plan(
      for: try EpisodeOutputs(
        source: "well.md", output: nil, formats: production.settings.formats))
    let lines = plan.split(separator: "\n")
    for (key, value) in [
      ("heading.rate", "92 %  (voice narrator, "), ("heading.pitch", "-5  (voice narrator, "),
      ("quote.pitch", "+9  ("), ("quote.volume", "95 %  ("), ("emphasis", "none  (--emphasis)"),
    ] {
      let line = lines.first { $0.contains("  \(key) ") } ?? ""
      #expect(line.contains(" \(value)"), "\(key): \(line)")
    }
  }
}
