/// What a layer of settings says of the cast: who speaks with which voice, and whether others get
/// voices of their own.
public struct CastSetting: Hashable, Sendable, CustomStringConvertible {
  /// A speaker and the voice that was given.
  public struct Role: Hashable, Sendable {
    /// As the layer writes it.
    public var speaker: String
    /// Its voice, and perhaps rate, pitch, pitch range and volume; all else is nil.
    public var settings: Settings

    var name: SpeakerName { SpeakerName(speaker) }
  }

  /// In the order given, each name once.
  public var roles: [Role] = []
  /// Whether speakers without a role get a voice of the pool; nil when the layer does not say.
  public var usesPool: Bool?

  /// `Ada = british, Ben = guest`, and `none` or `auto` where the layer says so.
  public var description: String {
    let words = usesPool.map { $0 ? ["auto"] : ["none"] } ?? []
    let told = roles.map { "\($0.speaker) = \($0.settings.voice?.value ?? "")" } + words
    return told.isEmpty ? "auto" : told.joined(separator: ", ")
  }

  /// This layer, and where it is silent about a speaker what `below` says.
  func filled(from below: CastSetting) -> CastSetting {
    let own = Set(roles.map(\.name))
    return CastSetting(
      roles: roles + below.roles.filter { !own.contains($0.name) },
      usesPool: usesPool ?? below.usesPool)
  }
}

extension CastSetting {
  /// What may stand behind the key, in words.
  static let values =
    "NAME=VOICE, `auto` or `none`; in narrate.yml lines of `NAME: VOICE`, where a voice may have "
    + "keys of its own: voice, rate, pitch, pitch-range, volume"

  /// The keys that a role may have.
  private static let keys = SettingKey.all.filter {
    ["voice", "rate", "pitch", "pitch-range", "volume"].contains($0.name)
  }

  /// Reads `auto`, `none` or `NAME=VOICE`; nil for anything else.
  init?(_ text: String, from origin: SettingOrigin) {
    switch text {
    case "auto": usesPool = true
    case "none": usesPool = false
    default:
      guard let sign = text.firstIndex(of: "=") else { return nil }
      let voice = text[text.index(after: sign)...].trimmed
      guard let role = Role(String(text[..<sign].trimmed), voice: String(voice), from: origin)
      else { return nil }
      roles = [role]
    }
  }

  /// Reads lines of `NAME: VOICE`, or of a name with keys below it.
  ///
  /// - Throws: ``Failure`` with the line of what is wrong.
  init(_ mapping: YAMLMapping, from origin: SettingOrigin) throws(Failure) {
    var lines: [SpeakerName: Int] = [:]
    for entry in mapping.entries {
      let place = mapping.place(of: entry)
      let here = origin.at(place)
      var role: Role?
      switch entry.value {
      case .text(let voice): role = Role(entry.key, voice: voice, from: here)
      case .mapping(let below):
        let settings = try SettingsFile.settings(of: below, keys: Self.keys) { origin.at($0) }
        guard settings.voice != nil else {
          throw Failure(
            .dataError, at: place, "the cast gives \(entry.key) no voice",
            remedy: "write `voice: …` below it, such as `voice: \(CastPool.voices[0].name)`")
        }
        role = Role(speaker: entry.key, settings: settings)
      case .nothing, .list: break
      }
      guard let role, !role.name.folded.isEmpty else {
        throw Failure(
          .dataError, at: place, "the cast gives \(entry.key) no voice",
          remedy: "write `\(entry.key): VOICE`; `narrate voices` lists them")
      }
      if let first = lines.updateValue(entry.line, forKey: role.name) {
        throw Failure(
          .dataError, at: place, "the cast names \(entry.key) twice, first in line \(first)",
          remedy: "keep one; capitals make no difference")
      }
      roles.append(role)
    }
  }
}

extension CastSetting.Role {
  /// A speaker with a voice and nothing more; nil when one of them is missing.
  fileprivate init?(_ speaker: String, voice: String, from origin: SettingOrigin) {
    guard !SpeakerName(speaker).folded.isEmpty, !voice.trimmed.isEmpty,
      !voice.contains(where: \.isNewline)
    else { return nil }
    self.speaker = speaker
    settings = Settings()
    settings.voice = Setting(voice, from: origin)
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  fileprivate var trimmed: SubSequence {
    let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex
    return self[..<end].drop(while: \.isWhitespace)
  }
}
