internal import Glibc

/// A file under its hidden name, which becomes the final one at the end.
final class StagedFile {
  /// The final name as the user gave it.
  let path: String
  /// Where that leads.
  let target: Target
  /// The hidden name beside it.
  let temporary: String
  /// Kept open and locked for as long as the run lives; see ``Leftovers``.
  private let lock: Int32
  /// What the file that is replaced is called until all names are given.
  private var older: String { temporary + Leftovers.olderSuffix }
  /// Whether there is such a file.
  private var keepsOlder = false

  /// Creates the file, empty, with the permissions of the one it replaces.
  init(path: String, target: Target) throws(Failure) {
    self.path = path
    self.target = target
    temporary = FilePath.join(
      target.folder, Leftovers.hiddenName(for: target.name, process: getpid()))
    // One that bears our own process id was left by a dead run, or is of a living one that counts
    // processes by itself: in another container, or on another machine.
    guard Leftovers.removeUnlessLocked(temporary) else {
      throw Failure(
        .cannotCreate, at: path, "another narrate is writing it",
        remedy: "wait for it to end, or write elsewhere with -o")
    }
    lock = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard lock >= 0 else { throw Failure(writing: path, errno: errno) }
    _ = flock(lock, LOCK_EX | LOCK_NB)
    var older = stat()
    if stat(target.path, &older) == 0 { fchmod(lock, older.st_mode & 0o777) }
  }

  /// Brings the contents to the disk.
  func sync() throws(Failure) {
    // Opened anew: a writer may have put another file in place of ours.
    let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(writing: path, errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Failure(writing: path, errno: errno) }
  }

  /// Gives the file its final name; an older file keeps a second, hidden name.
  func takeName() throws(Failure) {
    // A file system without hard links loses the older file for ``giveBackName()``, but never
    // without the new one in its place.
    unlink(older)
    keepsOlder = link(target.path, older) == 0
    guard rename(temporary, target.path) == 0 else { throw Failure(writing: path, errno: errno) }
  }

  /// Takes the final name back; what bore it before bears it again.
  func giveBackName() {
    rename(keepsOlder ? older : target.path, keepsOlder ? target.path : temporary)
  }

  /// Removes whatever bears the hidden names.
  func discard() {
    unlink(temporary)
    if keepsOlder { unlink(older) }
    close(lock)
  }
}
