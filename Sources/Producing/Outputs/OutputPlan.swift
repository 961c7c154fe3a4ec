internal import Glibc

/// A file that a run will make, and what it makes it from.
public struct PlannedOutput: Hashable, Sendable {
  /// As the user named it, or as it was made from the source's name.
  public var path: String
  /// The input that it is made from, for complaints.
  public var source: String

  /// An output with its source.
  public init(path: String, source: String) {
    self.path = path
    self.source = source
  }
}

/// Looks at all inputs and outputs of a run before any work is done.
public enum OutputPlan {
  /// Refuses outputs that would replace an input or each other, or that cannot be created.
  ///
  /// Files are compared, not names: the same file through a symbolic or a hard link counts, and so
  /// does standard input (`-`) when it comes from a file.
  ///
  /// - Parameters:
  ///   - outputs: all outputs of all episodes.
  ///   - inputs: everything that is read: episodes, `narrate.yml`, profiles, glossaries.
  /// - Throws: ``Failure`` with ``ExitStatus/usage`` for a clash, ``ExitStatus/cannotCreate`` for
  ///   an output whose folder is not there or does not allow writing.
  public static func check(
    _ outputs: [PlannedOutput], against inputs: [String]
  ) throws(Failure) {
    var read: [FileIdentity: String] = [:]
    for input in inputs {
      let identity =
        input == "-" ? FileIdentity(ofDescriptor: STDIN_FILENO) : FileIdentity(ofPath: input)
      if let identity, read[identity] == nil { read[identity] = input }
    }
    var written: [FileIdentity: PlannedOutput] = [:]
    var created: [Target: PlannedOutput] = [:]
    for output in outputs {
      let target = try Target(of: output.path)
      if let identity = FileIdentity(ofPath: output.path) {
        if let input = read[identity] {
          throw Failure(
            .usage,
            "\(output.path) would replace the input \(input == "-" ? "(standard input)" : input)",
            remedy: "name another output with -o")
        }
        if let other = written.updateValue(output, forKey: identity) {
          throw clash(output, other)
        }
      }
      if let other = created.updateValue(output, forKey: target) { throw clash(output, other) }
    }
  }

  private static func clash(_ output: PlannedOutput, _ other: PlannedOutput) -> Failure {
    let names =
      output.path == other.path ? output.path : "\(other.path) and \(output.path), the same file,"
    return Failure(
      .usage, "\(other.source) and \(output.source) would both write \(names)",
      remedy: "name different outputs with -o")
  }
}

/// The place that an output will really have: a name in a folder, links followed.
///
/// An output that is a symbolic link is written through: the link stays, the file that it leads to
/// is replaced.
struct Target: Hashable, Sendable {
  /// The folder without links.
  var folder: String
  /// The name in it.
  var name: String

  /// Folder and name.
  var path: String { FilePath.join(folder, name) }

  /// Finds where `path` leads.
  ///
  /// - Throws: ``Failure`` with ``ExitStatus/cannotCreate`` when there is no such folder, when it
  ///   does not allow writing, or when something else than a file bears the name.
  init(of path: String) throws(Failure) {
    var path = path
    // Forty is where the kernel gives up too.
    for _ in 0..<40 {
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { break }
      guard let link = Self.contents(ofLink: path) else { break }
      path = link.hasPrefix("/") ? link : FilePath.join(FilePath.folder(of: path), link)
    }
    name = FilePath.name(of: path)
    guard let folder = FilePath.real(FilePath.folder(of: path)) else {
      throw Failure(writing: path, errno: errno)
    }
    guard FilePath.isFolder(folder) else { throw Failure(writing: path, errno: ENOTDIR) }
    self.folder = folder
    var status = stat()
    if name.isEmpty || stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(
        .cannotCreate, at: path, "is a folder", remedy: "name a file in it with -o")
    }
    if stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG {
      throw Failure(
        .cannotCreate, at: path, "is not a file but a device or a pipe",
        remedy: "name a file with -o")
    }
    guard access(folder, W_OK | X_OK) == 0 else { throw Failure(writing: path, errno: errno) }
  }

  private static func contents(ofLink path: String) -> String? {
    let text = [CChar](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      count = buffer.baseAddress.map { max(0, readlink(path, $0, buffer.count)) } ?? 0
    }
    return text.isEmpty
      ? nil : String(decoding: text.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
