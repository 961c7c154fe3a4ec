import Glibc

/// A file under construction, written and read back through one descriptor.
///
/// The codec libraries do their input and output here, so the first error of the system is known by
/// its number even where a library swallows it.
final class OutputFile {
  let path: String
  /// Bytes from the start, where the next read or write goes.
  var position = 0
  /// Bytes in the file.
  private(set) var length = 0
  /// The first error of the system, by its number in `errno.h`; after it nothing is written.
  private(set) var failure: Int32?
  /// Called before each write, with its bytes and its place.
  var willWrite: ((UnsafeRawBufferPointer, _ position: Int) -> Void)?
  private var descriptor: Int32

  /// Creates the file, or empties the one that stands there.
  init(path: String) throws(AudioWritingError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 {
      throw AudioWritingError(path: path, action: "create the file", cause: .system(errno))
    }
  }

  deinit {
    if descriptor >= 0 { Glibc.close(descriptor) }
  }

  /// Writes at the position and moves it; the count is short after a failure.
  func write(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard failure == nil else { return 0 }
    willWrite?(bytes, position)
    var done = 0
    while done < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress! + done, bytes.count - done, off_t(position + done))
      if count < 0 && errno == EINTR { continue }
      if count <= 0 {
        failure = count < 0 ? errno : EIO
        break
      }
      done += count
    }
    position += done
    length = max(length, position)
    return done
  }

  /// Writes whole arrays, for what is not written by a library.
  func write(_ bytes: [UInt8], to action: String) throws(AudioWritingError) {
    let count = bytes.withUnsafeBytes { write($0) }
    if count < bytes.count { throw error(in: action, else: "the file takes no more") }
  }

  /// Reads at the position and moves it; the count is short at the end or after a failure.
  func read(into bytes: UnsafeMutableRawBufferPointer) -> Int {
    var done = 0
    while done < bytes.count {
      let count = pread(
        descriptor, bytes.baseAddress! + done, bytes.count - done, off_t(position + done))
      if count < 0 && errno == EINTR { continue }
      if count < 0 && failure == nil { failure = errno }
      if count <= 0 { break }
      done += count
    }
    position += done
    return done
  }

  /// Moves the position as `lseek` does; -1 for a place before the start.
  func seek(_ offset: Int, _ whence: Int32) -> Int {
    let base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? position : length
    guard base + offset >= 0 else { return -1 }
    position = base + offset
    return position
  }

  /// Closes the file; some systems tell only now that a write failed.
  func close(after action: String) throws(AudioWritingError) {
    let result = Glibc.close(descriptor)
    descriptor = -1
    if result != 0 && errno != EINTR && failure == nil { failure = errno }
    try check(action)
  }

  /// Throws if the system has refused anything so far.
  func check(_ action: String) throws(AudioWritingError) {
    if failure != nil { throw error(in: action, else: "") }
  }

  /// The error to throw: the system's where there is one, else what the library says.
  func error(in action: String, else message: String) -> AudioWritingError {
    AudioWritingError(
      path: path, action: action, cause: failure.map { .system($0) } ?? .codec(message))
  }
}
