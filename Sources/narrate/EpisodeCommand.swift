import ArgumentParser

struct EpisodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "episode")
}
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "explain")
}
struct VoicesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "voices")
}
