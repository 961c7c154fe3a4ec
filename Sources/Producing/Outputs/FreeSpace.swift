internal import Glibc

/// Asks before the work whether there is room for its results.
public enum FreeSpace {
  /// Refuses a run whose outputs do not fit on their disks.
  ///
  /// A file system that does not tell its size is trusted.
  ///
  /// - Parameter estimates: each output with the bytes it will about need; those that are replaced
  ///   stay until the new ones stand, and so free nothing.
  /// - Throws: ``Failure`` with ``ExitStatus/cannotCreate``, saying what is needed and what is free.
  public static func check(_ estimates: [(path: String, bytes: Int)]) throws(Failure) {
    var needs: [(device: UInt, path: String, bytes: Int)] = []
    for (path, bytes) in estimates {
      let folder = try Target(of: path).folder
      guard let identity = FileIdentity(ofPath: folder) else { continue }
      if let known = needs.firstIndex(where: { $0.device == identity.device }) {
        needs[known].bytes += bytes
      } else {
        needs.append((identity.device, path, bytes))
      }
    }
    for need in needs {
      guard let free = free(in: FilePath.folder(of: need.path)), free < need.bytes else { continue }
      throw Failure(
        .cannotCreate, at: need.path,
        "about \(megabytes(need.bytes)) are needed, \(megabytes(free)) are free",
        remedy: "make room, or write elsewhere with -o")
    }
  }

  /// Bytes that this user may still write; nil when the file system does not tell.
  private static func free(in folder: String) -> Int? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0, status.f_blocks > 0 else { return nil }
    let (bytes, overflow) = Int(clamping: status.f_bavail)
      .multipliedReportingOverflow(by: Int(clamping: status.f_frsize))
    return overflow ? Int.max : bytes
  }

  /// `12.5 MB`, rounded up.
  private static func megabytes(_ bytes: Int) -> String {
    let tenths = bytes / 100_000 + (bytes % 100_000 == 0 ? 0 : 1)
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
