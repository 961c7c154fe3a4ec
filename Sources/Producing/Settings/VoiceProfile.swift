public import SpokenText

/// A voice with the way it reads, as a file in `voices/` describes it.
public struct VoiceProfile: Hashable, Sendable {
  /// What `--voice` calls it.
  public var name: String
  /// For whom it is, in a line.
  public var description: String
  /// What speaks.
  public var engine: Engine
  /// Its language, which holds for texts that name none.
  public var language: Language?
  /// Words a minute, pitch, melody, volume and pauses; all else is nil.
  ///
  /// Its rate is always words a minute.
  public var settings: Settings
  /// The file; nil for a voice that was named without a profile.
  public var file: String?

  /// What speaks, in the engine's own terms.
  public enum Engine: Hashable, Sendable, CustomStringConvertible {
    /// A voice that eSpeak NG knows by name: `en-us`, `en-us+f3`.
    case espeakVoice(String)
    /// A voice file of eSpeak NG, by path.
    case espeakFile(String)

    /// `eSpeak NG en-us+f3`, or the file.
    public var description: String {
      switch self {
      case .espeakVoice(let name): "eSpeak NG \(name)"
      case .espeakFile(let path): "eSpeak NG file \(path)"
      }
    }
  }
}

extension VoiceProfile {
  /// The pace of a profile that names none.
  static let standardWordsPerMinute = 175
  /// The pitch and the melody of a profile that names none: the voice's own.
  static let standardPitch = 50
  /// The volume of a profile that names none, in percent: no voice that we tried clips there.
  static let standardVolume = 60

  /// The keys that a profile shares with `narrate.yml`.
  static let sharedKeys = SettingKey.all.filter {
    ["language", "rate", "pitch", "pitch-range", "volume"].contains($0.name)
      || $0.name.hasPrefix("pauses.")
  }
  /// The keys that only a profile has.
  static let ownKeys = ["name", "description", "engine", "voice"]

  /// Reads a profile; a profile without a name is called like its file.
  ///
  /// - Throws: ``Failure`` with file and line.
  public static func read(_ path: String) throws(Failure) -> VoiceProfile {
    let mapping = try YAMLMapping.read(path)
    var own: [String: (text: String, place: String)] = [:]
    var shared = mapping
    shared.entries = []
    for entry in mapping.entries {
      guard ownKeys.contains(entry.key) else {
        shared.entries.append(entry)
        continue
      }
      guard case .text(let text) = entry.value, !text.isEmpty else {
        throw Failure(
          .dataError, at: mapping.place(of: entry), "\(entry.key) needs a text",
          remedy: "write `\(entry.key): …` on one line")
      }
      own[entry.key] = (text, mapping.place(of: entry))
    }
    guard let voice = own["voice"] else {
      throw Failure(
        .dataError, at: path, "names no voice",
        remedy: "add a line such as `voice: en-us`")
    }
    if let engine = own["engine"], engine.text != "espeak-ng" {
      throw Failure(
        .dataError, at: engine.place, "unknown engine `\(engine.text)`",
        remedy: "write `engine: espeak-ng`")
    }
    let name = own["name"]?.text ?? stem(of: path)
    guard isName(name) else {
      throw Failure(
        .dataError, at: own["name"]?.place ?? path, "a voice cannot be called `\(name)`",
        remedy: "use letters, digits, - and _ only")
    }
    let settings = try SettingsFile.settings(
      of: shared, keys: sharedKeys, besides: ownKeys
    ) { .profile(name: name, place: $0) }
    if let rate = settings.rate, case .factor(let factor) = rate.value {
      throw Failure(
        .dataError, at: rate.origin.place,
        "a voice has no pace yet of which \(factor) could be a part",
        remedy: "give words a minute, such as `rate: 160 wpm`")
    }
    return VoiceProfile(
      name: name, description: own["description"]?.text ?? "",
      engine: try engine(voice.text, namedAt: voice.place), language: settings.language?.value,
      settings: settings, file: path)
  }

  /// A voice in a profile is a file when it is written as one: `./quiet`, `../v/quiet`, `/v/quiet`;
  /// eSpeak NG's own names may hold slashes (`gmw/en-US`).
  private static func engine(
    _ voice: String, namedAt place: String
  ) throws(Failure) -> Engine {
    guard ["./", "../", "/"].contains(where: voice.hasPrefix) else { return .espeakVoice(voice) }
    let path = FilePath.beside(place, voice)
    guard FilePath.isFile(path), let real = FilePath.real(path) else {
      throw Failure(
        .dataError, at: place, "there is no voice file \(path)", remedy: "check the name")
    }
    return .espeakFile(real)
  }

  /// The name of a profile's file without `.yml`.
  static func stem(of path: String) -> String {
    let name = FilePath.name(of: path)
    for suffix in [".yml", ".yaml"] where name.hasSuffix(suffix) {
      return String(name.dropLast(suffix.count))
    }
    return name
  }

  /// Whether `--voice` can tell this name from a path and an option.
  private static func isName(_ name: String) -> Bool {
    name.first?.isLetter == true
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}
