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
      let width = catalogue.profiles.map(\.name.count).max() ?? 0
      for profile in catalogue.profiles {
        let name = profile.name.padding(toLength: width, withPad: " ", startingAt: 0)
        output.write("\(name)  \(profile.description)\n")
      }
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
