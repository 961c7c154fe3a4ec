public import Narration
public import Reading
import SpokenText

/// One episode from its text to its files.
///
/// Once made, it has read the text and knows every word that will be said;
/// ``run(into:worker:tell:)`` speaks and writes.
public struct Production: Sendable {
  /// As the user named it.
  public let source: String
  /// What every layer of settings came to.
  public let settings: EpisodeSettings
  /// What was read.
  public let episode: Episode
  /// What will be said, and where it is to be explained, with every edit.
  public let scripted: ScriptedEpisode
  /// Who says it.
  public let cast: Cast
  /// Text and settings together.
  public let metadata: Metadata

  /// What will be said, in order.
  public var script: Script { scripted.script }

  /// Reads a text and works out what will be said.
  ///
  /// - Parameters:
  ///   - source: A path, or `-` for standard input.
  ///   - settings: What holds for it; its `keep-boilerplate` goes over that of `reading`.
  ///   - reading: Its format, its largest size.
  ///   - explains: Whether ``scripted`` keeps what became of each passage.
  ///   - tell: What the reader has to say.
  public init(
    source: String, settings: EpisodeSettings, reading: EpisodeReader.Options = .init(),
    explains: Bool = false, tell: (ProductionEvent) -> Void
  ) throws(Failure) {
    var options = reading
    options.keepsBoilerplate = settings.keepBoilerplate.value
    options.title = settings.given.title?.value
    options.policies = settings.readingPolicies
    let read: ReadEpisode
    do {
      let reader = EpisodeReader(options)
      read =
        source == "-"
        ? try reader.read(descriptor: 0, named: "standard input") : try reader.read(path: source)
    } catch {
      throw Failure(error)
    }
    try self.init(of: read, from: source, settings: settings, explains: explains, tell: tell)
  }

  /// Works out what will be said of a text that was read already.
  ///
  /// - Parameters:
  ///   - read: The episode, and what its reader has to say.
  ///   - source: What it is called; see ``init(source:settings:reading:tell:)``.
  public init(
    of read: ReadEpisode, from source: String, settings: EpisodeSettings, explains: Bool = false,
    tell: (ProductionEvent) -> Void
  ) throws(Failure) {
    self.source = source
    self.settings = settings
    for notice in read.notices { tell(.complaint(notice)) }
    for problem in settings.lexicon.problems { tell(.complaint(Complaint(problem))) }
    episode = read.episode
    var metadata = settings.metadata(of: read.episode.metadata)
    let language = settings.language(ofText: metadata.language)
    metadata.language = language.tag
    metadata.title = metadata.title ?? Self.title(of: source)
    self.metadata = metadata
    let normalizer = Normalizer(
      language: language, policies: settings.policies, glossary: settings.glossary.value,
      lexicon: settings.lexicon)
    scripted = Scriptwriter(normalizer: normalizer, speakers: settings.speakers.value)
      .script(of: read.episode, keepsPassages: explains)
    cast = Cast(of: scripted.script.speakers, settings: settings, in: source)
    for notice in cast.notices { tell(.complaint(notice)) }
    guard !scripted.script.utterances.isEmpty else {
      throw Failure(
        .dataError, at: source, "nothing in it can be spoken",
        remedy: "give a text with words, or change what is omitted")
    }
  }

  /// A title from a file's name: `sleep-and_memory.txt` → `sleep and memory`.
  private static func title(of source: String) -> String? {
    guard source != "-" else { return nil }
    let name = FilePath.name(of: EpisodeOutputs.stem(of: source))
    return String(name.map { $0 == "-" || $0 == "_" ? " " : $0 })
  }
}

extension Script {
  /// In the order in which they are first heard.
  var speakers: [Speaker] {
    var seen: Set<Speaker> = []
    return utterances.compactMap(\.speaker).filter { seen.insert($0).inserted }
  }
}
