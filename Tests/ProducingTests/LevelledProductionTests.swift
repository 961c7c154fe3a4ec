import Narration
import NarrationTesting
import Producing
import Testing

/// An episode that is levelled when all is spoken: what is told, and what room it takes.
@Suite struct LevelledProductionTests {
  private let worker = BuiltProducts.path(of: "narrate-voice")
  private let talk = Dialogue.episode(
    (1...6).map { _ in (nil, "The lamp was lit at dusk, and put out at dawn by whoever was up.") })

  private func run(
    loudness: String, in folder: String
  ) async throws -> (report: ProductionReport, told: [ProductionEvent]) {
    let settings = try Dialogue.settings([("format", "wav"), ("loudness", loudness)])
    let production = try Production(of: talk, from: "talk.md", settings: settings) { _ in }
    let outputs = try EpisodeOutputs(
      source: "talk.md", output: "\(folder)/talk.wav", formats: settings.formats)
    let told = Told()
    let report = try await production.run(into: outputs, worker: worker) { told.append($0) }
    return (report, told.events)
  }

  @Test func gainAndProgressAreTold() async throws {
    let scratch = try Scratch()
    let (report, told) = try await run(loudness: "-19", in: scratch.path)
    let loudness = try #require(report.loudness)
    #expect((-26 ... -20).contains(loudness))
    // And a little for what the limiter takes.
    #expect((0...1).contains(report.gain - (-19 - loudness) + 0.005))
    #expect(report.gain == (report.gain * 100).rounded() / 100)
    let shares = told.compactMap { if case .levelled(let share) = $0 { share } else { nil } }
    #expect(shares.first == 0 && shares.count > 5)
    #expect(shares == shares.sorted())
    let isSpokenFirst = told.lastIndex { if case .spoken = $0 { true } else { false } }
    let isLevelledAfter = told.firstIndex { if case .levelled = $0 { true } else { false } }
    #expect(try #require(isSpokenFirst) < #require(isLevelledAfter))
    #expect(!told.contains { if case .complaint = $0 { true } else { false } })
  }

  @Test func offTellsNothingOfIt() async throws {
    let scratch = try Scratch()
    let (report, told) = try await run(loudness: "off", in: scratch.path)
    #expect(report.loudness == nil && report.gain == 0)
    #expect(!told.contains { if case .levelled = $0 { true } else { false } })
  }

  /// A disk that holds the audio, but not the samples that wait beside it.
  @Test(.enabled(if: Tmpfs.isAvailable, "needs the right to mount"))
  func theRoomForWhatWaitsIsAskedForFirst() async throws {
    let scratch = try Scratch()
    let disk = try Tmpfs(at: scratch.path, kilobytes: 2100)
    let failure = await #expect(throws: Failure.self) {
      try await run(loudness: "-19", in: scratch.path)
    }
    #expect(failure?.status == .cannotCreate)
    #expect(failure?.complaint.what.contains("are needed") == true, "\(failure as Any)")
    #expect(try scratch.names() == [])
    let (report, _) = try await run(loudness: "off", in: scratch.path)
    #expect(report.seconds > 10)
    disk.unmount()
  }
}

/// What was told, in order.
private final class Told: @unchecked Sendable {
  // A production tells from one task at a time.
  private(set) var events: [ProductionEvent] = []
  func append(_ event: ProductionEvent) { events.append(event) }
}
