internal import Glibc

/// Which file a name leads to, however many names it has (`st_dev` and `st_ino`).
struct FileIdentity: Hashable, Sendable {
  var device: UInt
  var inode: UInt

  /// The file that a path leads to through all links; nil when there is none.
  init?(ofPath path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The file behind an open descriptor; nil when it is not open.
  init?(ofDescriptor descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }
}
