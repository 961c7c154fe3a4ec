import ArgumentParser
import Foundation
import Producing

/// `narrate voices`: the profiles, and what eSpeak NG offers.
struct VoicesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "voices", abstract: "Lists the voice profiles, and what eSpeak NG offers.")

  @Option(name: .customLong("voices"), help: "A folder of voice profiles, before the usual ones.")
  var folder: String?

  @Flag(help: "List eSpeak NG's own voices too.")
  var all = false

  func run() async throws {
    let reporter = Reporter(format: .text, isQuiet: false)
    try await Exit.on(reporter) {
      let executable = try Studio.executable()
      let catalogue = try Studio.catalogue(option: folder, executable: executable)
      for complaint in catalogue.complaints { reporter.tell(complaint) }
      var output = OutputBytes()
      let profiles = catalogue.profiles.map { ($0.name, $0.description) }
      let cast = CastPool.voices.map { ($0.name, $0.description) }
      let width = (profiles + cast).map(\.0.count).max() ?? 0
      func list(_ voices: [(name: String, description: String)]) {
        for voice in voices {
          let name = voice.name.padding(toLength: width, withPad: " ", startingAt: 0)
          output.write("\(name)  \(voice.description)\n")
        }
      }
      list(profiles)
      output.write("\nFor the speakers of a transcript, each by name (--cast):\n")
      list(cast)
      if all {
        output.write("\nVoices of eSpeak NG (--voice NAME):\n")
        output.write(try await WorkerQuestion.ask("--list", executable: executable))
      } else {
        output.write("\neSpeak NG's own voices can be named too: narrate voices --all\n")
      }
      output.flush()
    }
  }
}
