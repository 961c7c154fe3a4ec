internal import Glibc

/// Reads the small files that people write for us.
enum TextFile {
  /// Settings and glossaries are small; what is larger is a mistake of name.
  static let byteLimit = 4 << 20

  /// The text of a UTF-8 file, without a byte order mark.
  ///
  /// - Throws: ``Failure`` naming the file, and the line when it is not UTF-8.
  static func read(_ path: String) throws(Failure) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(reading: path, errno: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw Failure(reading: path, errno: errno) }
      if count == 0 { break }
      bytes += buffer[..<count]
      guard bytes.count <= byteLimit else {
        throw Failure(
          .dataError, at: path, "is larger than 4 MiB, too large for settings",
          remedy: "check the name")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(
        .dataError, at: "\(path):\(lineOfFirstFault(in: bytes))", "is not UTF-8",
        remedy: "save the file as UTF-8")
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// The line, from 1, of the first line that is not valid UTF-8 in itself.
  private static func lineOfFirstFault(in bytes: [UInt8]) -> Int {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .prefix { String(validating: $0, as: UTF8.self) != nil }.count + 1
  }
}
