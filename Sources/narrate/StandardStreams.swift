import ArgumentParser
import Glibc
import Producing

/// A file or standard input, read in large pieces.
struct InputBytes: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// What complaints call it.
  let name: String

  /// Opens a path; `-` is standard input.
  init(path: String) throws(Failure) {
    if path == "-" {
      descriptor = STDIN_FILENO
      name = "standard input"
      return
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(reading: path, errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw Failure(
        .usage, at: path, "is a folder", remedy: "name a text file, or - for standard input")
    }
    self.descriptor = descriptor
    name = path
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Hands the next line, without its end (LF or CR LF), to a body that writes what it makes of it.
  ///
  /// - Parameters:
  ///   - output: Flushed whenever input is waited for.
  ///   - body: Given the line's bytes, valid while it runs.
  /// - Returns: false at the end of input.
  mutating func passNextLine(
    to output: inout OutputBytes, _ body: (UnsafeBufferPointer<UInt8>, inout OutputBytes) -> Void
  ) throws(Failure) -> Bool {
    var searched = position
    while true {
      if let end = lineFeed(from: searched) {
        let hasReturn = end > position && buffer[end - 1] == 0x0D
        hand(position..<(hasReturn ? end - 1 : end), to: body, &output)
        position = end + 1
        return true
      }
      searched = buffer.count
      if isAtEnd {
        guard position < buffer.count else { return false }
        hand(position..<buffer.count, to: body, &output)
        position = buffer.count
        return true
      }
      output.flush()
      searched -= position
      try fill()
      searched += position
    }
  }

  private func hand(
    _ line: Range<Int>, to body: (UnsafeBufferPointer<UInt8>, inout OutputBytes) -> Void,
    _ output: inout OutputBytes
  ) {
    buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[line]), &output) }
  }

  private func lineFeed(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// All that is left; afterwards nothing is kept here.
  mutating func readAll() throws(Failure) -> [UInt8] {
    while !isAtEnd { try fill() }
    if position > 0 { buffer.removeSubrange(..<position) }
    position = 0
    var all: [UInt8] = []
    swap(&all, &buffer)
    return all
  }

  private mutating func fill() throws(Failure) {
    if position > 0 {
      buffer.removeSubrange(..<position)
      position = 0
    }
    let size = 1 << 16
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: size))
    let count = buffer.withUnsafeMutableBytes { bytes in
      while true {
        let count = read(descriptor, bytes.baseAddress.map { $0 + start }, size)
        if count >= 0 || errno != EINTR { return count }
      }
    }
    let code = errno
    buffer.removeLast(size - max(count, 0))
    guard count >= 0 else { throw Failure(reading: name, errno: code) }
    isAtEnd = count == 0
  }
}

/// Standard output, written in large pieces.
///
/// A reader that has gone away ends the program with success: it has what it wanted.
struct OutputBytes {
  private var buffer: [UInt8] = []

  mutating func write(_ text: String) { write(text.utf8) }

  mutating func write(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { flush() }
  }

  mutating func flush() {
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { exit(0) }
        let reason = String(cString: strerror(errno))
        StandardError.write(
          "standard output: error: cannot be written: \(reason); send it elsewhere\n")
        exit(ExitStatus.ioError.rawValue)
      }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Where talk goes.
enum StandardError {
  static func write(_ text: String) {
    var text = text
    _ = text.withUTF8 { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

/// Bytes as text.
enum DecodedText {
  /// Bytes taken as UTF-8; what is not becomes U+FFFD, with a warning that names the first place.
  static func repaired(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (text: String, warnings: [String]) {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, []) }
    var first = 0
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      first = error.byteOffsets.lowerBound
    }
    return (
      String(decoding: bytes, as: UTF8.self),
      ["invalid UTF-8 at byte \(first), repaired with U+FFFD"]
    )
  }

  /// The same for bytes of one's own.
  static func repaired(_ bytes: [UInt8]) -> (text: String, warnings: [String]) {
    bytes.withUnsafeBufferPointer { repaired($0) }
  }
}
