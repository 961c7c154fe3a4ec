import Foundation
import Producing

/// What all episodes of a run share: the command line's settings and the voices that are there.
struct Studio: Sendable {
  private let commandLine: Settings
  let catalogue: VoiceCatalogue
  private let executable: String

  init(
    settings: SettingOptions, policies: PolicyOptions, more: [(String, String?)] = []
  ) throws {
    var layer = try settings.layer(with: policies)
    for case (let name, let text?) in more { try layer.set(name, to: text, option: "--\(name)") }
    commandLine = layer
    executable = try Self.executable()
    catalogue = try Self.catalogue(option: settings.voicesFolder, executable: executable)
  }

  /// The settings of one episode (command line, nearest `narrate.yml`, profile, default), and the
  /// files that they come from.
  func settings(for source: String) throws -> (settings: EpisodeSettings, files: [String]) {
    let nearest = try SettingsFile.nearest(to: source)
    let settings = try EpisodeSettings(
      commandLine: commandLine, file: try nearest.map(SettingsFile.read) ?? Settings(),
      catalogue: catalogue, environment: ProcessInfo.processInfo.environment,
      processors: ProcessInfo.processInfo.activeProcessorCount)
    return (settings, settings.files + (nearest.map { [$0] } ?? []))
  }

  /// The program that runs the voice.
  func worker() throws -> String { try VoiceWorker.locate(besides: executable) }

  static func executable() throws -> String {
    do {
      return try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    } catch {
      throw Failure(.software, at: "/proc/self/exe", "cannot be read: \(error)")
    }
  }

  static func catalogue(option: String?, executable: String) throws -> VoiceCatalogue {
    VoiceCatalogue(
      folders: try VoiceFolder.lookup(
        option: option, environment: ProcessInfo.processInfo.environment, executable: executable))
  }
}
