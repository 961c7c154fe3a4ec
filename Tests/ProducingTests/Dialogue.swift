import Narration
import NarrationTesting
import Producing
import Reading

/// Episodes of speakers, put together by hand.
enum Dialogue {
  /// An episode of a heading and the turns of speakers; nil is the narrator.
  static func episode(_ turns: [(speaker: String?, text: String)]) -> ReadEpisode {
    var text = ""
    func passage(_ kind: Passage.Kind, _ speaker: String?, _ words: String) -> Passage {
      let start = text.utf8.count
      text += words + "\n\n"
      let count = words.utf8.count
      return Passage(
        kind: kind, speaker: speaker.map { Speaker(name: $0) }, text: words,
        runs: RunMap([.init(text: 0..<count, source: start..<start + count, kind: .copied)]))
    }
    let passages =
      [passage(.heading(level: 1), nil, "A talk")]
      + turns.map { passage(.paragraph, $0.speaker, $0.text) }
    let episode = Episode(
      metadata: Metadata(title: "A talk"), chapters: [Chapter(title: "A talk", passages: passages)],
      omissions: [], source: SourceText(document: "talk.md", text: text))
    return ReadEpisode(episode: episode, notices: [])
  }

  /// Settings with the voices of this package, and options as `("cast", "Ada=british")`.
  static func settings(
    _ options: [(String, String)] = [], file: Settings = Settings()
  ) throws -> EpisodeSettings {
    var layer = Settings()
    for (name, value) in options { try layer.set(name, to: value, option: "--\(name)") }
    return try EpisodeSettings(
      commandLine: layer, file: file, catalogue: catalogue, processors: 1)
  }

  static let catalogue = VoiceCatalogue(folders: [
    VoiceFolder(path: "\(Repository.root)/voices", reason: .package)
  ])

  /// The cast of speakers who are heard in this order.
  static func cast(
    _ speakers: [String], _ options: [(String, String)] = [], file: Settings = Settings()
  ) throws -> Cast {
    Cast(
      of: speakers.map { Speaker(name: $0) }, settings: try settings(options, file: file),
      in: "talk.md")
  }
}

extension Cast {
  /// The names of the speakers' voices, in the order of the speakers.
  var voiceNames: [String] { members.map(\.performance.profile.name) }
}

extension Dialogue {
  /// A sentence of each speaker.
  static func utterances(_ speakers: [String]) -> [Utterance] {
    speakers.map {
      Utterance(
        id: "c1-p1-s1", speaker: Speaker(name: $0), passage: .paragraph, written: "Yes.",
        source: 0..<4, words: [], pauseAfter: .sentence)
    }
  }
}
