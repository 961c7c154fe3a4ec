internal import Glibc
internal import Narration

/// Takes the bytes of a file, a FIFO or a descriptor, up to a limit.
enum InputFile {
  /// How long a megabyte of prose is as audio at a narrator's usual pace, in hours.
  private static let hoursPerMegabyte = 15

  /// What a container may hold beside text, which is most often pictures: as many times the limit of
  /// the text in it, which is counted when it is taken out.
  private static let containerFactor = 8

  /// The most bytes of an input that begins with these, where text may have `limit`.
  static func limit(_ limit: Int, ofInput head: some Sequence<UInt8>) -> Int {
    // The signature of a ZIP archive's first member (APPNOTE 4.3.7).
    guard head.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return limit }
    let (product, overflow) = limit.multipliedReportingOverflow(by: containerFactor)
    return overflow ? limit : product
  }

  /// All bytes of the file at a path.
  static func bytes(path: String, limit: Int) throws(ReadingError) -> [UInt8] {
    // A NUL would cut the path short on its way to the system.
    let descriptor = path.utf8.contains(0) ? -1 : open(path, O_RDONLY | O_CLOEXEC)
    let code = path.utf8.contains(0) ? ENOENT : errno
    guard descriptor >= 0 else {
      guard code != ENOENT && code != ENOTDIR else {
        throw ReadingError(
          .notFound, at: path, "no such file", remedy: "check the spelling of the path")
      }
      throw unreadable(code, named: path)
    }
    defer { close(descriptor) }
    return try bytes(descriptor: descriptor, named: path, limit: limit)
  }

  /// All bytes that an open descriptor still holds.
  static func bytes(
    descriptor: Int32, named name: String, limit: Int
  ) throws(ReadingError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(errno, named: name) }
    let textLimit = limit
    var limit = limit
    var expected = 1 << 16
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      throw ReadingError(
        .isFolder, at: name, "this is a folder",
        remedy: "name the episodes in it: narrate \(name.hasSuffix("/") ? name : name + "/")*.txt")
    case S_IFREG:
      var head = [UInt8](repeating: 0, count: 4)
      if pread(descriptor, &head, 4, lseek(descriptor, 0, SEEK_CUR)) == 4 {
        limit = Self.limit(limit, ofInput: head)
      }
      guard status.st_size <= limit else {
        throw tooLarge(
          Int(status.st_size), named: name, limit: limit, isContainer: limit > textLimit)
      }
      expected = Int(status.st_size) + 1
    default: break
    }

    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(errno, named: name)
      }
      guard count > 0 else { return bytes }
      let isFirst = bytes.isEmpty
      bytes.append(contentsOf: chunk.prefix(count))
      if isFirst, status.st_mode & S_IFMT != S_IFREG {
        limit = Self.limit(limit, ofInput: bytes.prefix(4))
      }
      // A FIFO or a device tells no size beforehand, and a regular file may grow.
      guard bytes.count <= limit else {
        throw tooLarge(nil, named: name, limit: limit, isContainer: limit > textLimit)
      }
    }
  }

  /// The refusal of an input that is too long, with what it would have become.
  ///
  /// - Parameter isContainer: Whether most of it may be pictures, so that nobody knows how long it is.
  static func tooLarge(
    _ count: Int?, named name: String, limit: Int, isContainer: Bool = false
  ) -> ReadingError {
    let most = megabytes(limit)
    // A file that is over by a few bytes is as long as the limit in megabytes.
    let size = count.map(megabytes).flatMap { $0 == most ? nil : $0 } ?? "more than \(most)"
    // Where the size is not known, twice the limit is a guess.
    let wanted = (count ?? 2 * limit) / (isContainer ? containerFactor : 1)
    let mebibytes = max(1, (wanted + (1 << 20) - 1) >> 20)
    let hours = ((count ?? limit) * hoursPerMegabyte + 500_000) / 1_000_000
    return ReadingError(
      .tooLarge, at: name,
      "\(size), but the limit is \(most)"
        + (isContainer ? " with its pictures" : ": it would be some \(hours) hours of audio"),
      remedy: "split it, or raise the limit with --max-input \(mebibytes) (MiB)")
  }

  /// A size in units of 1,000,000 bytes with one digit, rounded half up.
  private static func megabytes(_ count: Int) -> String {
    let tenths = (count + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  private static func unreadable(_ code: Int32, named name: String) -> ReadingError {
    ReadingError(
      .unreadable(errno: code), at: name, "cannot be read: \(String(cString: strerror(code)))",
      remedy: code == EACCES ? "check its permissions" : nil)
  }
}
