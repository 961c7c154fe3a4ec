/// A folder of voice profiles and why it is looked into.
public struct VoiceFolder: Hashable, Sendable {
  /// The folder.
  public var path: String
  /// Who named it.
  public var reason: Reason

  /// Why a folder is looked into, the strongest first.
  public enum Reason: String, Hashable, Sendable {
    case option = "--voices"
    case user = "your own"
    case installed = "installed"
    case package = "of the source tree"
  }

  /// A folder with its reason.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

extension VoiceFolder {
  /// The folders that are there, in the order in which they are looked into.
  ///
  /// `--voices DIR`; `$XDG_CONFIG_HOME/narrate/voices` (else `~/.config/narrate/voices`);
  /// `share/narrate/voices` beside the folder of the executable; `voices` in the nearest folder
  /// above the executable that holds `Package.swift` too.
  ///
  /// - Parameters:
  ///   - option: what `--voices` names, if it was given; it must be there.
  ///   - environment: the variables of the process.
  ///   - executable: the running program's absolute path without links, as `/proc/self/exe` tells.
  public static func lookup(
    option: String?, environment: [String: String], executable: String
  ) throws(Failure) -> [VoiceFolder] {
    var folders: [VoiceFolder] = []
    if let option {
      guard FilePath.isFolder(option) else {
        throw Failure(
          .noInput, at: option, "no such folder of voices", remedy: "check --voices")
      }
      folders.append(VoiceFolder(path: option, reason: .option))
    }
    if let configuration = configurationFolder(environment) {
      folders.append(
        VoiceFolder(path: FilePath.join(configuration, "narrate/voices"), reason: .user))
    }
    let bin = FilePath.folder(of: executable)
    folders.append(
      VoiceFolder(
        path: FilePath.join(FilePath.folder(of: bin), "share/narrate/voices"),
        reason: .installed))
    if let package = packageFolder(above: bin) {
      folders.append(VoiceFolder(path: FilePath.join(package, "voices"), reason: .package))
    }
    return folders.filter { FilePath.isFolder($0.path) }
  }

  /// By the XDG Base Directory Specification: a relative `XDG_CONFIG_HOME` counts as none.
  private static func configurationFolder(_ environment: [String: String]) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return folder }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return FilePath.join(home, ".config")
  }

  private static func packageFolder(above folder: String) -> String? {
    var folder = folder
    while true {
      if FilePath.isFile(FilePath.join(folder, "Package.swift")),
        FilePath.isFolder(FilePath.join(folder, "voices"))
      {
        return folder
      }
      guard folder.hasPrefix("/"), folder != "/" else { return nil }
      folder = FilePath.folder(of: folder)
    }
  }
}
