public import AudioWriting

/// The files that one episode makes, by their final names.
public struct EpisodeOutputs: Hashable, Sendable {
  /// One for each container, in the order asked for.
  public let audio: [AudioFile]
  /// Captions in WebVTT.
  public let captions: String
  /// Chapters after Podcasting 2.0.
  public let chapters: String

  /// An audio file to make.
  public struct AudioFile: Hashable, Sendable {
    /// What it holds.
    public let container: AudioContainer
    /// Its final name.
    public let path: String
  }

  /// Every path, audio first.
  public var paths: [String] { audio.map(\.path) + [captions, chapters] }

  /// Names the outputs of an episode.
  ///
  /// - `episode.txt` → `episode.flac`, `episode.vtt`, `episode.chapters.json` beside it
  /// - `-o talk.wav` → `talk.wav`, `talk.vtt`, `talk.chapters.json`
  /// - `-o out/` → `out/episode.flac` …
  ///
  /// - Parameters:
  ///   - source: The episode's path, or `-` for standard input.
  ///   - output: What `-o` names: a folder, or a file whose ending is a container's.
  ///   - formats: The containers; what `-o` names by its ending wins over a default.
  ///   - mustBeFolder: There are several episodes.
  /// - Throws: ``Failure`` with ``ExitStatus/usage`` when `-o` is missing or cannot be meant.
  public init(
    source: String, output: String?, formats: Setting<[AudioContainer]>, mustBeFolder: Bool = false
  ) throws(Failure) {
    guard let output else {
      guard source != "-" else {
        throw Failure(
          .usage, "standard input has no name for the output",
          remedy: "name it with -o: narrate - -o episode.flac")
      }
      self.init(stem: Self.stem(of: source), formats: formats.value)
      return
    }
    if output.hasSuffix("/") || FilePath.isFolder(output) {
      let name = source == "-" ? "episode" : FilePath.name(of: Self.stem(of: source))
      self.init(stem: FilePath.join(output, name), formats: formats.value)
      return
    }
    if mustBeFolder {
      throw Failure(
        .usage, at: output, "is not a folder, and there are several episodes",
        remedy: "name an existing folder with -o")
    }
    let name = FilePath.name(of: output)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
      let named = AudioContainer(rawValue: name[name.index(after: dot)...].lowercased())
    else {
      let endings = AudioContainer.allCases.map { ".\($0.fileExtension)" }.joined(separator: ", ")
      throw Failure(
        .usage, at: output, "neither a folder nor a name that ends in \(endings)",
        remedy: "add an ending, or create the folder")
    }
    let isAsked = if case .commandLine = formats.origin { true } else { false }
    guard !isAsked || formats.value.contains(named) else {
      throw Failure(
        .usage,
        "\(formats.origin) does not ask for .\(named.fileExtension), but -o names \(output)",
        remedy: "leave one of them out")
    }
    let stem = String(output.dropLast(name[dot...].count))
    self.init(
      stem: stem, formats: isAsked ? formats.value : [named], spelled: [named: output])
  }

  private init(
    stem: String, formats: [AudioContainer], spelled: [AudioContainer: String] = [:]
  ) {
    audio = formats.map {
      AudioFile(container: $0, path: spelled[$0] ?? "\(stem).\($0.fileExtension)")
    }
    captions = stem + ".vtt"
    chapters = stem + ".chapters.json"
  }

  /// A path without the ending of its name: `show.d/ep.1.txt` → `show.d/ep.1`.
  static func stem(of path: String) -> String {
    let name = FilePath.name(of: path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return path }
    return String(path.dropLast(name[dot...].count))
  }
}
