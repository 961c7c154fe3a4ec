import PackagePlugin

/// Makes a build of `narrate` build `narrate-voice` too, without linking the one to the other.
///
/// A target that depended on the worker would take in all that the worker is made of, eSpeak NG
/// and its licence included. A tool of a plugin is built and no more; SwiftPM calls it
/// `narrate-voice-tool` and puts it beside `narrate`.
@main struct BuildVoice: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) -> [Command] { [] }
}
