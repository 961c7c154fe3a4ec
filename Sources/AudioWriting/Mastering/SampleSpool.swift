import Glibc

/// Samples of 16 bits kept on disk until all of them are there, in a file without a name.
///
/// It stands beside the output, on the disk that must have room for that as well. The system frees it
/// when the process ends, whatever ends it.
struct SampleSpool: ~Copyable {
  /// What a spool is called for a moment where the file system knows no files without a name: the
  /// output's name and this.
  static let suffix = ".spool"
  /// Samples that are written together.
  private static let bufferSize = 1 << 15

  /// Samples that were taken.
  private(set) var length = 0
  private let path: String
  private let descriptor: Int32
  private var buffer: [Int16] = []
  /// The first error of the system; after it nothing is written.
  private var failure: Int32?

  /// - Parameter path: The output beside which it stands, and which an error names.
  init(beside path: String, avoidingNames: Bool = true) throws(AudioWritingError) {
    self.path = path
    var descriptor = avoidingNames ? Self.openWithoutName(beside: path) : -1
    if descriptor < 0 { descriptor = Self.openAndUnlink(path + Self.suffix) }
    if descriptor < 0 {
      throw AudioWritingError(path: path, action: Self.action, cause: .system(errno))
    }
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit { close(descriptor) }

  /// `open(2)`; ext4, XFS, Btrfs and tmpfs have it, NFS and FAT do not.
  private static func openWithoutName(beside path: String) -> Int32 {
    let temporaryFile: Int32 = 0o20_000_000 | O_DIRECTORY  // O_TMPFILE
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    return open(folder, temporaryFile | O_RDWR | O_CLOEXEC, 0o600)
  }

  /// A name that lives for no longer than two calls; one that a killed run left is taken over.
  private static func openAndUnlink(_ name: String) -> Int32 {
    let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC
    var descriptor = open(name, flags, 0o600)
    if descriptor < 0 && errno == EEXIST && unlink(name) == 0 {
      descriptor = open(name, flags, 0o600)
    }
    if descriptor >= 0 { unlink(name) }
    return descriptor
  }

  /// Takes samples after those taken before.
  mutating func append(_ samples: Span<Int16>) throws(AudioWritingError) {
    if buffer.count + samples.count > Self.bufferSize { try flush() }
    length += samples.count
    if samples.count >= Self.bufferSize {
      let failure = samples.withUnsafeBytes { write($0, at: length * 2 - $0.count) }
      try check(failure)
    } else {
      samples.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
    }
  }

  /// Reads samples from a place in the spool until `block` is full or there are no more.
  ///
  /// - Returns: How many were read.
  mutating func read(at start: Int, into block: inout [Int16]) throws(AudioWritingError) -> Int {
    try flush()
    let count = max(0, min(block.count, length - start))
    let failure: Int32? = block.withUnsafeMutableBytes { bytes in
      var done = 0
      while done < 2 * count {
        let result = pread(
          descriptor, bytes.baseAddress! + done, 2 * count - done, off_t(2 * start + done))
        if result < 0 && errno == EINTR { continue }
        // Short of what was written: somebody else's doing.
        if result <= 0 { return result < 0 ? errno : EIO }
        done += result
      }
      return nil
    }
    try check(failure)
    return count
  }

  private mutating func flush() throws(AudioWritingError) {
    try check(failure)
    if buffer.isEmpty { return }
    let place = 2 * (length - buffer.count)
    let failure = buffer.withUnsafeBytes { write($0, at: place) }
    buffer.removeAll(keepingCapacity: true)
    try check(failure)
  }

  /// Writes everything; the number of the error that stood in the way.
  private func write(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Int32? {
    var done = 0
    while done < bytes.count {
      let result = pwrite(
        descriptor, bytes.baseAddress! + done, bytes.count - done, off_t(place + done))
      if result < 0 && errno == EINTR { continue }
      if result <= 0 { return result < 0 ? errno : EIO }
      done += result
    }
    return nil
  }

  /// Throws the first error of all.
  private mutating func check(_ code: Int32?) throws(AudioWritingError) {
    failure = failure ?? code
    if let failure {
      throw AudioWritingError(path: path, action: Self.action, cause: .system(failure))
    }
  }

  private static let action = "keep the samples until they can be levelled"
}
