public import Narration

/// Who speaks an episode with which voice.
///
/// The narrator speaks headings and all that has no speaker. Each speaker has a voice: the one that
/// settings give, else one of the pool to which the name itself leads, so that it is the same in
/// every episode of every show; also where nobody else speaks, since a host who is alone this week
/// is the one of last week. Nothing is guessed from a name, neither man nor woman.
public struct Cast: Hashable, Sendable {
  /// A speaker with a voice.
  public struct Member: Hashable, Sendable {
    /// As the text first writes the name.
    public var speaker: Speaker
    /// The voice and how it speaks.
    public var performance: Performance
    /// Who gave the voice; the default is the name itself.
    public var origin: SettingOrigin
  }

  /// Speaks headings and what has no speaker.
  public let narrator: Setting<Performance>
  /// In the order in which they are first heard.
  public let members: [Member]
  /// Voices that were not free, and roles that are not in the episode.
  public let notices: [Complaint]
  private let places: [Speaker: Int]

  /// Casts the speakers of an episode.
  ///
  /// - Parameters:
  ///   - speakers: In the order in which they are first heard; some may be the same name in another
  ///     spelling.
  ///   - settings: What is said of the cast.
  ///   - source: What notices call the episode.
  public init(of speakers: [Speaker], settings: EpisodeSettings, in source: String) {
    var members: [Member] = []
    var notices: [Complaint] = []
    var places: [Speaker: Int] = [:]
    var known: [SpeakerName: Int] = [:]
    let direction = CastDirection(given: settings.given, narrator: settings.narrator)
    let heard = Set(speakers.map { SpeakerName($0.name) })
    var pool = Seats(direction)
    pool.take(settings.narrator.profile.engine, for: "the narrator")
    for role in settings.roles where heard.contains(role.name) {
      pool.take(role.performance.profile.engine, for: role.speaker)
    }
    for speaker in speakers {
      let name = SpeakerName(speaker.name)
      if let place = known[name] {
        places[speaker] = place
        continue
      }
      var member = Member(
        speaker: speaker, performance: settings.narrator, origin: settings.cast.origin)
      if let role = settings.roles.first(where: { $0.name == name }) {
        member.performance = role.performance
        member.origin = role.origin
      } else if settings.cast.value.usesPool ?? true {
        let seat = pool.seat(for: name, called: speaker.name.onOneLine)
        member.performance = seat.performance
        member.origin = .standard
        if let why = seat.why {
          notices.append(
            Complaint(
              .notice, at: source, why,
              remedy: "the cast in \(SettingsFile.name) may settle who has which voice"))
        }
      }
      known[name] = members.count
      places[speaker] = members.count
      members.append(member)
    }
    for role in settings.roles where !heard.contains(role.name) {
      let names = members.map(\.speaker.name.onOneLine)
      notices.append(
        Complaint(
          .notice, at: role.origin.place ?? source,
          "the cast names \(role.speaker), who does not speak in \(source)",
          remedy: NearestName.of(role.speaker, in: names).map { "did you mean `\($0)`?" }))
    }
    narrator = Setting(settings.narrator, from: settings.profile.origin)
    self.members = members
    self.notices = notices
    self.places = places
  }

  /// Who speaks an utterance, and how.
  public func performance(of utterance: Utterance) -> Performance {
    guard !utterance.passage.isHeading, let speaker = utterance.speaker,
      let place = places[speaker]
    else { return narrator.value }
    return members[place].performance
  }

  /// Every voice, the narrator's first, with who named it.
  public var voices: [Setting<VoiceProfile>] {
    [Setting(narrator.value.profile, from: narrator.origin)]
      + members.map { Setting($0.performance.profile, from: $0.origin) }
  }

  /// A line a speaker for `--dry-run`: `Ada  cast-3, a low, soft man, British  (from the name)`.
  public var lines: [(speaker: String, voice: String, origin: String)] {
    members.map { member in
      let profile = member.performance.profile
      let origin = member.origin == .standard ? "from the name" : member.origin.description
      return (member.speaker.name.onOneLine, "\(profile.name), \(profile.engine)", origin)
    }
  }
}

/// The voices of the pool, and who sits on them.
private struct Seats {
  private let performances: [Performance]
  private var sitters: [String?]

  init(_ direction: CastDirection) {
    performances = CastPool.voices.map(direction.performance(by:))
    sitters = performances.map { _ in nil }
  }

  /// A voice that somebody has by other means is not free.
  mutating func take(_ engine: VoiceProfile.Engine, for sitter: String) {
    for index in performances.indices where performances[index].profile.engine == engine {
      sitters[index] = sitters[index] ?? sitter
    }
  }

  /// The voice to which a name leads, else the next that is free, else the first one again; and
  /// what is told when it is not the first.
  mutating func seat(
    for name: SpeakerName, called speaker: String
  ) -> (performance: Performance, why: String?) {
    let home = CastPool.home(of: name)
    guard let sitter = sitters[home] else {
      sitters[home] = speaker
      return (performances[home], nil)
    }
    let taken = performances[home].profile.name
    for step in 1..<performances.count {
      let index = (home + step) % performances.count
      guard sitters[index] == nil else { continue }
      sitters[index] = speaker
      let given = performances[index].profile.name
      return (performances[index], "\(speaker) speaks with \(given), since \(sitter) has \(taken)")
    }
    return (
      performances[home],
      "\(speaker) speaks with \(taken), as \(sitter) does: there are more speakers than voices"
    )
  }
}
