import ArgumentParser
import AudioWriting
import Foundation
import Producing

/// `narrate EPISODE…`: text in, audio with captions and chapters out.
struct EpisodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "episode",
    abstract: "Narrates episodes (the default command).",
    usage: """
      narrate <episode> ... [-o <output>] [<options>]
      narrate - -o <output> < text
      """,
    discussion: """
      episode.txt becomes episode.flac, episode.vtt and episode.chapters.json beside it. Settings \
      may also stand in a narrate.yml in the episode's folder or above.
      """)

  @Argument(help: "Texts to narrate; - is standard input.", completion: .file())
  var episodes: [String] = []

  @Option(
    name: .shortAndLong, help: "A file (.flac, .wav) or a folder to write.", completion: .file())
  var output: String?

  @Option(help: "Containers: flac, wav, or both with a comma. (default: flac)")
  var format: String?

  @OptionGroup(title: "Settings")
  var settings: SettingOptions

  @OptionGroup(title: "What is said")
  var policies: PolicyOptions

  @Option(help: "How many voices work at a time. (default: one a core)")
  var jobs: String?

  @Option(help: "The largest text that is read, in MiB.")
  var maxInput = 5

  @Flag(help: "Print what would be made, and write nothing.")
  var dryRun = false

  @Flag(help: "Tell only warnings and errors.")
  var quiet = false

  @Option(help: "How messages are told on standard error.")
  var logFormat = Reporter.Format.text

  @Flag(help: "Print the versions of narrate, its voice and its codecs.")
  var version = false

  func run() async throws {
    let reporter = Reporter(format: logFormat, isQuiet: quiet)
    if version {
      try await Exit.on(reporter) { try await Version.print() }
      return
    }
    guard !episodes.isEmpty else {
      throw ValidationError("Name a text to narrate: narrate episode.txt")
    }
    Termination.tellBrokenWritesAsErrors()
    let status = try await Exit.on(reporter) {
      let studio = try Studio(
        settings: settings, policies: policies,
        more: [
          ("format", format), ("jobs", jobs),
        ])
      return try await narrate(with: studio, reporter: reporter)
    }
    if status != .success { throw ExitCode(status.rawValue) }
  }

  /// Checks all outputs first, then narrates one episode after the other.
  private func narrate(with studio: Studio, reporter: Reporter) async throws -> ExitStatus {
    var jobs: [(source: String, settings: EpisodeSettings, outputs: EpisodeOutputs)] = []
    for source in episodes {
      let settings = try studio.settings(for: source)
      let outputs = try EpisodeOutputs(
        source: source, output: output, formats: settings.formats,
        mustBeFolder: episodes.count > 1)
      jobs.append((source, settings, outputs))
    }
    if !dryRun {
      try OutputPlan.check(
        jobs.flatMap { job in job.outputs.paths.map { PlannedOutput(path: $0, source: job.source) }
        },
        against: episodes)
    }
    var status = ExitStatus.success
    for job in jobs {
      do {
        let made = try await narrate(
          job.source, settings: job.settings, outputs: job.outputs, worker: studio.worker(),
          reporter: reporter)
        if made != .success { status = .partial }
      } catch let failure as Failure where jobs.count > 1 {
        // One bad episode never costs the others.
        reporter.endProgress()
        reporter.tell(failure.complaint)
        status = .partial
      }
    }
    return status
  }

  private func narrate(
    _ source: String, settings: EpisodeSettings, outputs: EpisodeOutputs, worker: String,
    reporter: Reporter
  ) async throws -> ExitStatus {
    let production = try Production(
      source: source, settings: settings, byteLimit: maxInput << 20
    ) { reporter.handle($0, of: source) }
    if dryRun {
      print(production.plan(for: outputs))
      return .success
    }
    let report = try await Termination.cancelling {
      try await production.run(into: outputs, worker: worker) {
        reporter.handle($0, of: source)
      }
    }
    reporter.endProgress()
    reporter.tell(
      "\(report.files.joined(separator: ", ")): \(Duration.clock(report.seconds)) of audio, "
        + "chapters: \(report.chapters), sentences: \(report.utterances)",
      ["source": source, "seconds": "\(report.seconds)"])
    return report.status
  }
}
