internal import Glibc

/// Paths as the kernel reads them, without changing what the user wrote more than needed.
enum FilePath {
  /// The folder that a path names a file in: `shows/a.txt` → `shows`, `a.txt` → `.`.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    let folder = path[..<slash]
    return folder.isEmpty ? "/" : String(folder)
  }

  /// The last part of a path: `shows/a.txt` → `a.txt`.
  static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// A name in a folder; a name in `.` stays bare.
  static func join(_ folder: String, _ name: String) -> String {
    if folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// A path that a file names, as seen from where we stand.
  ///
  /// Relative ones start in the file's folder. `place` is `file:line`, or nil for a path from the
  /// command line.
  static func beside(_ place: String?, _ path: String) -> String {
    guard !path.hasPrefix("/"), let place, let colon = place.lastIndex(of: ":") else { return path }
    return join(folder(of: String(place[..<colon])), path)
  }

  /// The path without links, dots and double slashes; nil when there is nothing there.
  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether there is anything at the path (a dangling link is nothing).
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether the path is a file that may be run.
  static func isExecutableFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }

  /// Whether the path is a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether the path is a file of whatever kind, but no folder.
  static func isFile(_ path: String) -> Bool { exists(path) && !isFolder(path) }
}
