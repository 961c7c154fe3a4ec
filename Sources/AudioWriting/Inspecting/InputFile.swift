import Glibc

/// A file that is looked at: bytes at any place, none past its end, one block in memory.
final class InputFile {
  let path: String
  /// Bytes in the file, as it was opened.
  let length: Int
  /// Where a codec library reads next.
  var position = 0
  /// The first error of the system, by its number in `errno.h`; nothing is read after it.
  private(set) var failure: Int32?
  private let descriptor: Int32
  /// The bytes around the last place that was asked for.
  private var block: [UInt8] = []
  private var blockStart = 0
  private static let blockSize = 1 << 16
  private static let overlap = 1 << 12

  init(path: String) throws(AudioInspectionError) {
    self.path = path
    // Without waiting: a named pipe would be opened only when somebody writes to it.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw AudioInspectionError(path: path, cause: .system(errno))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw AudioInspectionError(path: path, cause: .system(code))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw AudioInspectionError(
        path: path, cause: isFolder ? .system(EISDIR) : .unreadable("is no regular file"))
    }
    length = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The byte at a place; nil past the end and after a failure.
  subscript(place: Int) -> UInt8? {
    if place >= blockStart, place < blockStart + block.count { return block[place - blockStart] }
    guard place >= 0, place < length else { return nil }
    // From a little before it: who looks ahead across the end of a block comes back.
    blockStart = max(0, place - Self.overlap)
    block = bytes(at: blockStart, count: Self.blockSize)
    return place - blockStart < block.count ? block[place - blockStart] : nil
  }

  /// Bytes from a place on, as many as there are.
  func bytes(at place: Int, count: Int) -> [UInt8] {
    let count = max(0, min(count, length - place))
    guard place >= 0, count > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = read(into: UnsafeMutableRawBufferPointer(buffer), at: place)
    }
  }

  /// Reads at a place; the count is short at the end or after a failure.
  func read(into bytes: UnsafeMutableRawBufferPointer, at place: Int) -> Int {
    guard let base = bytes.baseAddress, failure == nil else { return 0 }
    var done = 0
    while done < bytes.count {
      let count = pread(descriptor, base + done, bytes.count - done, off_t(place + done))
      if count < 0 && errno == EINTR { continue }
      if count < 0 { failure = errno }
      if count <= 0 { break }
      done += count
    }
    return done
  }

  /// Reads at the position and moves it.
  func read(into bytes: UnsafeMutableRawBufferPointer) -> Int {
    let count = read(into: bytes, at: position)
    position += count
    return count
  }

  /// Moves the position as `lseek` does; -1 for a place before the start.
  func seek(_ offset: Int, _ whence: Int32) -> Int {
    let base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? position : length
    let (place, isTooFar) = base.addingReportingOverflow(offset)
    guard !isTooFar, place >= 0 else { return -1 }
    position = place
    return place
  }

  /// Throws if the system has refused anything so far.
  func check() throws(AudioInspectionError) {
    if let failure { throw AudioInspectionError(path: path, cause: .system(failure)) }
  }
}
