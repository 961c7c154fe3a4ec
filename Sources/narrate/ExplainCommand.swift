import ArgumentParser
import Foundation
import Narration
import Producing

/// `narrate explain`: what will be said and why.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows what will be said and why, edit by edit.",
    discussion: """
      table: place, class, rule, what is written and what is said. spoken: the words alone, a \
      sentence a line. json: everything, with byte ranges.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, spoken
  }

  @Argument(help: "What to narrate; - is standard input.", completion: .file())
  var episode: String

  @Option(help: "What to print.")
  var format = Format.table

  @Flag(
    inversion: .prefixedNo, help: "Show commas for brackets and dashes, and dropped quotes, too.")
  var phrasing = true

  @OptionGroup(title: "Settings")
  var settings: SettingOptions

  @OptionGroup(title: "What is said")
  var policies: PolicyOptions

  @OptionGroup(title: "What is read")
  var reading: ReadingOptions

  func run() async throws {
    let reporter = Reporter(format: .text, isQuiet: false)
    try await Exit.on(reporter) {
      let studio = try Studio(settings: settings, policies: policies)
      let production = try Production(
        source: episode, settings: try studio.settings(for: episode).settings,
        reading: reading.reader, explains: true
      ) { reporter.handle($0, of: episode) }
      var output = OutputBytes()
      switch format {
      case .table:
        ExplainTable(isColored: isatty(STDOUT_FILENO) == 1, showsPhrasing: phrasing)
          .write(production, to: &output)
      case .spoken:
        for utterance in production.script.utterances { output.write(utterance.spoken + "\n") }
      case .json: output.write(JSONLine.encode(ExplainJSON(production)) + "\n")
      }
      output.flush()
    }
  }
}
