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

  @Argument(
    help: """
      Texts, pages, transcripts, captions, feeds, books and articles to narrate; - is standard \
      input.
      """, completion: .file())
  var episodes: [String] = []

  @Option(
    name: .shortAndLong, help: "A file (.flac, .wav, .mp3, .opus) or a folder to write.",
    completion: .file())
  var output: String?

  @Option(help: SettingOptions.help("format"))
  var format: String?

  @Option(parsing: .unconditional, help: SettingOptions.help("loudness"))
  var loudness: String?

  @Option(help: SettingOptions.help("sample-rate"))
  var sampleRate: String?

  @Option(help: SettingOptions.help("bit-depth"))
  var bitDepth: String?

  @OptionGroup(title: "Settings")
  var settings: SettingOptions

  @OptionGroup(title: "What is said")
  var policies: PolicyOptions

  @Option(help: "How many voices work at a time. (default: one a core)")
  var jobs: String?

  @OptionGroup(title: "What is read")
  var reading: ReadingOptions

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
    let status = try await Exit.on(reporter) {
      let studio = try Studio(
        settings: settings, policies: policies,
        more: [
          ("format", format), ("loudness", loudness), ("sample-rate", sampleRate),
          ("bit-depth", bitDepth), ("jobs", jobs),
        ])
      return try await narrate(with: studio, reporter: reporter)
    }
    if status != .success { throw ExitCode(status.rawValue) }
  }

  /// One episode of the run.
  private struct Job {
    let source: String
    let settings: EpisodeSettings
    /// Files other than the text that decide what comes out.
    let inputs: [String]
    let outputs: EpisodeOutputs
  }

  /// Checks all outputs and voices first, then narrates one episode after the other.
  private func narrate(with studio: Studio, reporter: Reporter) async throws -> ExitStatus {
    var jobs: [Job] = []
    for source in episodes {
      let (settings, inputs) = try studio.settings(for: source)
      let outputs = try EpisodeOutputs(
        source: source, output: output, formats: settings.formats,
        mustBeFolder: episodes.count > 1)
      jobs.append(Job(source: source, settings: settings, inputs: inputs, outputs: outputs))
    }
    if !dryRun {
      try OutputPlan.check(
        jobs.flatMap { job in job.outputs.paths.map { PlannedOutput(path: $0, source: job.source) }
        },
        against: episodes + jobs.flatMap(\.inputs))
    }
    let worker = try studio.worker()
    try await VoiceCheck.check(jobs.map(\.settings), worker: worker, catalogue: studio.catalogue)
    var status = ExitStatus.success
    for job in jobs {
      do {
        let made = try await narrate(
          job, worker: worker, catalogue: studio.catalogue, reporter: reporter)
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
    _ job: Job, worker: String, catalogue: VoiceCatalogue, reporter: Reporter
  ) async throws -> ExitStatus {
    let (source, outputs) = (job.source, job.outputs)
    let production = try Production(
      source: source, settings: job.settings, reading: reading.reader
    ) { reporter.handle($0, of: source) }
    try await VoiceCheck.check(
      production.cast, besides: [job.settings], worker: worker, catalogue: catalogue)
    for warning in await production.unspokenLanguages(worker: worker) { reporter.tell(warning) }
    if dryRun {
      var output = OutputBytes()
      output.write(production.plan(for: outputs) + "\n")
      output.flush()
      return .success
    }
    for line in production.cast.lines {
      reporter.tell(
        "\(source): \(line.speaker) speaks with \(line.voice)",
        ["source": source, "speaker": line.speaker, "voice": line.voice])
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
      ["source": source, "seconds": "\(report.seconds)", "gain": "\(report.gain)"])
    return report.status
  }
}
