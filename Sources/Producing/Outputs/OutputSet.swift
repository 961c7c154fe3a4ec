internal import Glibc

/// The files of an episode on their way: they appear together, or not at all.
///
/// Each is written under a hidden name beside its place, `.NAME.narrate-PID`; ``commit()`` syncs
/// them, gives them their names one after the other, and syncs the folders. When a name cannot be
/// given, those that were given are taken back and older files stand as before. A set that is let
/// go without a commit removes what it wrote.
///
/// A file that replaces another takes over its permissions; a symbolic link stays and the file it
/// leads to is replaced.
public struct OutputSet: ~Copyable {
  private let files: [StagedFile]

  /// Creates an empty hidden file for each output, and removes what a run that died left of them.
  ///
  /// - Parameter paths: the final names, already checked by ``OutputPlan``.
  /// - Throws: ``Failure`` when a file cannot be created; nothing is left then.
  public init(_ paths: [String]) throws(Failure) {
    var staged: [StagedFile] = []
    do throws(Failure) {
      for path in paths {
        let target = try Target(of: path)
        Leftovers.remove(of: target)
        staged.append(try StagedFile(path: path, target: target))
      }
    } catch {
      for file in staged { file.discard() }
      throw error
    }
    files = staged
  }

  /// Where to write what will be called `path`: an empty file that is there already.
  ///
  /// A writer opens it, or puts another file in its place; it must not ask the name for a format.
  /// Nil for a path that the set does not hold.
  public func temporaryPath(for path: String) -> String? {
    files.first { $0.path == path }?.temporary
  }

  /// Writes a small file as a whole.
  ///
  /// - Throws: ``Failure`` when there is no room (``ExitStatus/ioError``) or no way to write.
  public func write(_ bytes: some Sequence<UInt8>, to path: String) throws(Failure) {
    guard let temporary = temporaryPath(for: path) else {
      throw Failure(.software, at: path, "is not among the outputs")
    }
    let bytes = Array(bytes)
    let descriptor = open(temporary, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(writing: path, errno: errno) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        let code = errno
        close(descriptor)
        throw Failure(writing: path, errno: code)
      }
      written += count
    }
    guard close(descriptor) == 0 else { throw Failure(writing: path, errno: errno) }
  }

  /// Gives all files their names.
  ///
  /// - Throws: ``Failure`` when one cannot be synced or named; then none is there, and every older
  ///   file stands as before.
  public consuming func commit() throws(Failure) {
    for file in files { try file.sync() }
    var named = 0
    do throws(Failure) {
      while named < files.count {
        try files[named].takeName()
        named += 1
      }
      for folder in Set(files.map(\.target.folder)) { try Self.sync(folder: folder) }
    } catch {
      for file in files[..<named].reversed() { file.giveBackName() }
      throw error
    }
    // The older files still have their hidden names; letting the set go removes those.
  }

  /// Removes everything that was written.
  public consuming func discard() {}

  deinit {
    for file in files { file.discard() }
  }

  /// Makes the names themselves last; a file system without that (`EINVAL`) is left alone.
  private static func sync(folder: String) throws(Failure) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(writing: folder, errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw Failure(writing: folder, errno: errno)
    }
  }
}
