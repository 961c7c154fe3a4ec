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
  /// Words a minute, pitch, melody, volume, manners and pauses; all else is nil.
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
    /// A program that reads text and writes samples, with its arguments; its rate where its output
    /// does not tell it.
    case command([String], sampleRate: Int?)

    /// `eSpeak NG en-us+f3`, the file, or the command.
    public var description: String {
      switch self {
      case .espeakVoice(let name): "eSpeak NG \(name)"
      case .espeakFile(let path): "eSpeak NG file \(path)"
      case .command(let words, _): "command \(words.joined(separator: " "))"
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
  static let sharedKeys =
    SettingKey.all.filter {
      ["language", "rate", "pitch", "pitch-range", "volume"].contains($0.name)
    } + SettingKey.manners + SettingKey.pauses
  /// The keys that only a profile has.
  static let ownKeys = ["name", "description", "engine", "voice", "command", "sample-rate"]

  /// Reads a profile; a profile without a name is called like its file.
  ///
  /// - Throws: ``Failure`` with file and line.
  public static func read(_ path: String) throws(Failure) -> VoiceProfile {
    let mapping = try YAMLMapping.read(path)
    var own: [String: (text: String, place: String)] = [:]
    var command: (words: [String], place: String)?
    var shared = mapping
    shared.entries = []
    for entry in mapping.entries {
      guard ownKeys.contains(entry.key) else {
        shared.entries.append(entry)
        continue
      }
      if entry.key == "command" {
        guard case .list(let words) = entry.value, words.first?.isEmpty == false else {
          throw Failure(
            .dataError, at: mapping.place(of: entry), "command needs a list",
            remedy: "write the program and its arguments as `command: [flite, -o, /dev/stdout]`")
        }
        command = (words, mapping.place(of: entry))
        continue
      }
      guard case .text(let text) = entry.value, !text.isEmpty else {
        throw Failure(
          .dataError, at: mapping.place(of: entry), "\(entry.key) needs a text",
          remedy: "write `\(entry.key): …` on one line")
      }
      own[entry.key] = (text, mapping.place(of: entry))
    }
    let engine = try engine(of: own, command: command, in: path)
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
      engine: engine, language: settings.language?.value,
      settings: settings, file: path)
  }

  /// What a profile names: a voice of eSpeak NG, or a command where its engine is one.
  private static func engine(
    of own: [String: (text: String, place: String)], command: (words: [String], place: String)?,
    in path: String
  ) throws(Failure) -> Engine {
    switch own["engine"]?.text {
    case nil, "espeak-ng":
      if let command {
        throw Failure(
          .dataError, at: command.place, "eSpeak NG takes no command",
          remedy: "write `engine: command`, or leave the command out")
      }
      guard let voice = own["voice"] else {
        throw Failure(
          .dataError, at: path, "names no voice",
          remedy: "add a line such as `voice: en-us`")
      }
      return try self.engine(voice.text, namedAt: voice.place)
    case "command":
      guard let command else {
        throw Failure(
          .dataError, at: own["engine"]?.place ?? path, "names no command",
          remedy: "add a line such as `command: [flite, -f, /dev/stdin, -o, /dev/stdout]`")
      }
      if let voice = own["voice"] {
        throw Failure(
          .dataError, at: voice.place, "a command has no voice of eSpeak NG",
          remedy: "name the voice among the command's arguments")
      }
      return .command(command.words, sampleRate: try own["sample-rate"].map(sampleRate))
    case let name?:
      throw Failure(
        .dataError, at: own["engine"]?.place ?? path, "unknown engine `\(name)`",
        remedy: "write `engine: espeak-ng` or `engine: command`")
    }
  }

  private static func sampleRate(
    _ given: (text: String, place: String)
  ) throws(Failure) -> Int {
    guard let rate = Int(given.text), (1_000...384_000).contains(rate) else {
      throw Failure(
        .dataError, at: given.place, "sample-rate cannot be `\(given.text)`",
        remedy: "give samples a second, such as `sample-rate: 22050`")
    }
    return rate
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
