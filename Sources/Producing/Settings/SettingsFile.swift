/// `narrate.yml`: what somebody settled for a folder of episodes and the folders below it.
public enum SettingsFile {
  /// The name that is looked for.
  public static let name = "narrate.yml"

  /// The `narrate.yml` in the folder of `source` or in the nearest folder above it; nil when there
  /// is none.
  ///
  /// `-`, standard input, counts as a file of the current folder. Only the nearest is read: what
  /// holds for an episode stands in one file.
  ///
  /// - Throws: ``Failure`` when a folder holds `narrate.yaml`, which would be passed over.
  public static func nearest(to source: String) throws(Failure) -> String? {
    let folder = source == "-" ? "." : FilePath.folder(of: source)
    if let found = try file(in: folder) { return found }
    guard var above = FilePath.real(folder) else { return nil }
    while above != "/" {
      above = FilePath.folder(of: above)
      if let found = try file(in: above) { return found }
    }
    return nil
  }

  private static func file(in folder: String) throws(Failure) -> String? {
    let path = FilePath.join(folder, name)
    if FilePath.exists(path) { return path }
    let misspelled = FilePath.join(folder, "narrate.yaml")
    guard !FilePath.exists(misspelled) else {
      throw Failure(
        .dataError, at: misspelled, "settings are read from \(name) only",
        remedy: "rename it to \(name)")
    }
    return nil
  }

  /// Reads the settings of a file.
  ///
  /// - Throws: ``Failure`` with file and line of a key that does not exist or cannot hold its
  ///   value.
  public static func read(_ path: String) throws(Failure) -> Settings {
    try settings(of: try YAMLMapping.read(path), keys: SettingKey.all) { .file(place: $0) }
  }

  /// Reads the given keys of a mapping; any other key is refused.
  static func settings(
    of mapping: YAMLMapping, keys: [SettingKey], prefix: String = "",
    besides others: [String] = [], origin: (_ place: String) -> SettingOrigin
  ) throws(Failure) -> Settings {
    var settings = Settings()
    let names = keys.map(\.name)
    for entry in mapping.entries {
      let name = prefix + entry.key
      let place = mapping.place(of: entry)
      // A key with a dot is written below its group, never `pauses.sentence: …` in one line.
      if !entry.key.contains("."), let key = keys.first(where: { $0.name == name }) {
        try key.read(entry.value, called: name, from: origin(place), into: &settings)
        continue
      }
      let inner = keys.filter { $0.name.hasPrefix("\(name).") }
      guard !inner.isEmpty else {
        // `pauses.sentence` is told as `pauses` from outside and as `sentence` from inside.
        let known = names.map { String($0.dropFirst(prefix.count)) }.map { known in
          String(known.prefix { $0 != "." })
        }
        var seen: Set<String> = []
        throw SettingKey.unknown(
          entry.key, among: (others + known).filter { seen.insert($0).inserted }, at: place)
      }
      guard case .mapping(let below) = entry.value else {
        let example = inner.first.map { $0.name.dropFirst(name.count + 1) } ?? ""
        throw Failure(
          .dataError, at: place, "\(name) needs keys of its own",
          remedy: "write `\(example): …` below it, indented")
      }
      let read = try Self.settings(of: below, keys: inner, prefix: "\(name).", origin: origin)
      settings = settings.filled(from: read)
    }
    return settings
  }
}
