internal import AudioWriting
internal import Foundation
internal import Glibc

/// Hidden files of runs that died before they could remove them.
enum Leftovers {
  private static let mark = ".narrate-"
  /// What is added for the file that is being replaced.
  static let olderSuffix = ".older"
  /// What is added for samples that wait to be levelled, where the file system wants a name for them.
  private static let spoolSuffix = AudioMaster.spoolSuffix

  /// `.NAME.narrate-PID`; a name too long for the file system (255 bytes) loses its end.
  ///
  /// `episode.flac`, 4711 → `.episode.flac.narrate-4711`.
  static func hiddenName(for name: String, process: Int32) -> String {
    stem(for: name) + "\(process)"
  }

  /// Removes the hidden files of `target` whose process is gone.
  ///
  /// A run keeps its hidden files locked (`flock`), so that one on another machine or in another
  /// container, whose process id means nothing here, is known to live as well.
  static func remove(of target: Target) {
    let stem = stem(for: target.name)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: target.folder)) ?? []
    for name in names where name.hasPrefix(stem) {
      let rest = name.dropFirst(stem.count)
      let suffix = [olderSuffix, spoolSuffix].first { rest.hasSuffix($0) } ?? ""
      let digits = rest.dropLast(suffix.count)
      guard let process = Int32(digits), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      _ = removeUnlessLocked(FilePath.join(target.folder, name))
    }
  }

  /// Removes a hidden file that no living run holds.
  ///
  /// - Returns: whether the name is free now.
  static func removeUnlessLocked(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return errno == ENOENT }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0 && unlink(path) == 0
  }

  /// The hidden name without the process; room is left for ten digits and a suffix.
  private static func stem(for name: String) -> String {
    let room = Int(NAME_MAX) - 1 - mark.utf8.count - 10 - olderSuffix.utf8.count
    guard name.utf8.count > room else { return ".\(name)\(mark)" }
    // The end of a name tells its files apart (`.flac`, `.chapters.json`), so the middle goes.
    let end = String(decoding: name.utf8.suffix(20), as: UTF8.self)
    var start = name
    while start.utf8.count > room - 24 { start.removeLast() }
    return ".\(start)~\(end)\(mark)"
  }
}
