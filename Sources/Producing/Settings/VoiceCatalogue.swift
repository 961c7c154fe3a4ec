internal import Foundation
public import Narration
internal import SpokenText

/// All voice profiles that can be named, and the files among them that could not be read.
public struct VoiceCatalogue: Sendable {
  /// The profile that speaks when nobody says otherwise.
  public static let defaultName = "narrator"

  /// A profile and the folder it was found in.
  public struct Entry: Hashable, Sendable {
    /// What the file says.
    public var profile: VoiceProfile
    /// Where it was found.
    public var folder: VoiceFolder
    /// Whether a profile of the same name in an earlier folder is taken instead.
    public var isHidden: Bool
  }

  /// By folder in the order of lookup, then by name.
  public let entries: [Entry]
  /// What is wrong with the files that are not among ``entries``.
  public let complaints: [Complaint]
  /// The folders that were looked into.
  public let folders: [VoiceFolder]
  private let broken: [String: Failure]

  /// Reads every `.yml` of the folders; a file that cannot be read becomes a complaint.
  public init(folders: [VoiceFolder]) {
    var entries: [Entry] = []
    var complaints: [Complaint] = []
    var broken: [String: Failure] = [:]
    var names: Set<String> = []
    for folder in folders {
      var found: [Entry] = []
      var here: [String: String] = [:]
      let files: [String]
      do {
        files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      } catch {
        complaints.append(
          Complaint(.warning, at: folder.path, "the folder of voices cannot be read"))
        continue
      }
      for file in files.sorted() where file.hasSuffix(".yml") && !file.hasPrefix(".") {
        let path = FilePath.join(folder.path, file)
        do throws(Failure) {
          let profile = try VoiceProfile.read(path)
          if let other = here.updateValue(path, forKey: profile.name) {
            here[profile.name] = other
            throw Failure(
              .dataError, at: path, "the name `\(profile.name)` is taken by \(other)",
              remedy: "give it another name")
          }
          found.append(
            Entry(profile: profile, folder: folder, isHidden: names.contains(profile.name)))
        } catch {
          complaints.append(error.complaint)
          let name = VoiceProfile.stem(of: path)
          if broken[name] == nil && !names.contains(name) { broken[name] = error }
        }
      }
      names.formUnion(found.map(\.profile.name))
      entries += found.sorted { $0.profile.name < $1.profile.name }
    }
    self.entries = entries
    self.complaints = complaints
    self.folders = folders
    self.broken = broken
  }

  /// The profiles that a name can mean, in the order of lookup.
  public var profiles: [VoiceProfile] { entries.filter { !$0.isHidden }.map(\.profile) }

  /// What `--voice` means: a profile's name; else one of ``CastPool``; else a path to a profile or to a voice file of
  /// eSpeak NG, when it holds a slash or is a file; else a voice that eSpeak NG knows by name.
  ///
  /// A voice without a profile reads at the pace and with the pauses of the default profile, and
  /// its language is taken from its name (`en-gb-x-rp` → `en-GB`).
  ///
  /// - Throws: ``Failure`` when the profile is broken or the file is not there. Whether eSpeak NG
  ///   knows a name is not asked here.
  public func profile(_ setting: Setting<String>) throws(Failure) -> VoiceProfile {
    let name = setting.value
    if let broken = broken[name] { throw broken }
    if let profile = profiles.first(where: { $0.name == name }) { return profile }
    if let voice = castVoice(name) { return voice.profile(over: nil, like: pattern) }
    let path = FilePath.beside(setting.origin.place, name)
    if name.contains("/") || FilePath.isFile(path) {
      guard FilePath.isFile(path) else {
        throw Failure(
          .noInput, at: setting.origin.place ?? path, "there is no voice file \(path)",
          remedy: remedy(for: name))
      }
      if path.hasSuffix(".yml") || path.hasSuffix(".yaml") {
        let profile = try VoiceProfile.read(path)
        try Self.checkTrust(in: profile, named: setting)
        return profile
      }
      return try plainVoice(
        VoiceProfile.stem(of: path), .espeakFile(FilePath.real(path) ?? path), language: nil)
    }
    let isPlain = !name.isEmpty && name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard isPlain, !name.hasPrefix("-") else {
      throw Failure(
        setting.origin.status, at: setting.origin.place, "there is no voice `\(name)`",
        remedy: remedy(for: name))
    }
    return try plainVoice(name, .espeakVoice(name), language: Self.language(ofVoice: name))
  }

  /// Refuses a command that a folder's `narrate.yml` leads to: who narrates a text that came from
  /// elsewhere would run a program that came with it.
  private static func checkTrust(
    in profile: VoiceProfile, named setting: Setting<String>
  ) throws(Failure) {
    guard case .command(let words, _) = profile.engine else { return }
    if case .commandLine = setting.origin { return }
    throw Failure(
      setting.origin.status, at: setting.origin.place,
      "the voice \(setting.value) would run the command \(words[0])",
      remedy: "name it with --voice, or put it into ~/.config/narrate/voices")
  }

  /// What to advise where nobody knows a voice by this name, eSpeak NG included.
  public func remedy(for name: String) -> String {
    let names = profiles.map(\.name) + CastPool.voices.map(\.name)
    let guess = NearestName.of(name, in: names).map { "did you mean `\($0)`? " } ?? ""
    return "\(guess)`narrate voices` lists those that there are"
  }

  /// The voice of the pool with this name, unless a profile bears it.
  func castVoice(_ name: String) -> CastVoice? {
    profiles.contains { $0.name == name } ? nil : CastPool.named(name)
  }

  /// What a voice without a profile reads like.
  private var pattern: VoiceProfile? { profiles.first { $0.name == Self.defaultName } }

  private func plainVoice(
    _ name: String, _ engine: VoiceProfile.Engine, language: Language?
  ) throws(Failure) -> VoiceProfile {
    if let broken = broken[Self.defaultName] { throw broken }
    return VoiceProfile(
      name: name, description: "", engine: engine, language: language ?? pattern?.language,
      settings: pattern?.settings ?? Settings(), file: nil)
  }

  /// The language that a name of eSpeak NG begins with: `en-gb-x-rp` → `en-GB`, `de+f2` → `de`.
  static func language(ofVoice name: String) -> Language? {
    let base = name.prefix { $0 != "+" }
    let parts = base.split(separator: "/").last?.split(separator: "-") ?? []
    guard let first = parts.first, (2...3).contains(first.count) else { return nil }
    let region = parts.dropFirst().first.flatMap { part in
      part.count == 2 || part.count == 3 && part.allSatisfy(\.isNumber) ? part : nil
    }
    return Language(region.map { "\(first)-\($0)" } ?? String(first))
  }
}
