import ArgumentParser
import Producing

/// The command line: words to a recipe, results to an exit status.
@main
struct Narrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "narrate",
    abstract: "Turns the text of an episode into audio with chapters and captions.",
    discussion: """
      narrate episode.txt writes episode.flac, episode.vtt and episode.chapters.json beside it.

      Exit status: 0 all done; 1 something could not be spoken and the rest is there, or check \
      found a fault; 64 usage; 65 the input cannot be read as what it is; 66 no such input; 70 a \
      bug; 73 an output cannot be created; 74 a write failed; 130 and 143 interrupted.
      """,
    subcommands: [
      EpisodeCommand.self, ExplainCommand.self, NormalizeCommand.self, SentencesCommand.self,
      VoicesCommand.self, CheckCommand.self,
    ],
    defaultSubcommand: EpisodeCommand.self)

  /// Runs the command that is asked for; a reader that has heard enough (`| head`) is no failure of
  /// any of them.
  static func main() async {
    Termination.tellBrokenWritesAsErrors()
    await main(nil)
  }
}
