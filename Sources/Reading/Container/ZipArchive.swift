internal import CZip
internal import Narration

/// The members of a ZIP archive in memory (PKWARE APPNOTE 6.3), by libzip.
///
/// Nothing that the archive says of itself is trusted: sizes are counted as bytes really come out,
/// names that lead out of the archive are not used, and nothing is ever written to disk. Data
/// descriptors, ZIP64 and names in UTF-8 and CP437 are libzip's work.
final class ZipArchive {
  /// A file in the archive.
  struct Member: Hashable {
    /// Its path with `/` between folders: `OEBPS/ch1.xhtml`.
    var name: String
    /// Bytes when inflated, as the directory claims.
    var size: Int
    fileprivate var index: UInt64
    /// Bytes in the archive, as the directory claims.
    fileprivate var compressedSize: Int
    var isEncrypted: Bool
  }

  /// What complaints call the archive.
  let name: String
  /// In the order of the directory: files with a usable name, of two with the same name the first.
  private(set) var members: [Member] = []
  /// What was wrong so far, in the order in which it was met.
  private(set) var notices: [Complaint] = []

  private let archive: OpaquePointer
  private let buffer: UnsafeMutableRawPointer
  private var byName: [String: Int] = [:]
  /// The most bytes that all reading together may inflate.
  private let limit: Int
  private var inflated = 0

  /// Text is never squeezed further than this, not even tables of blanks; what is, is made to fill
  /// memories.
  private static let largestRatio = 150
  /// Below this size nothing is suspicious, in bytes.
  private static let suspiciousSize = 1 << 20

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: What complaints call it.
  ///   - limit: The most bytes that may come out of it, over all reading.
  /// - Throws: ``ReadingError/Kind/undecodable`` when it has no directory of its members.
  init(_ bytes: [UInt8], named name: String, limit: Int) throws(ReadingError) {
    guard !bytes.isEmpty else { throw Self.damaged(name, "no bytes") }
    self.name = name
    self.limit = limit
    buffer = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
    buffer.withMemoryRebound(to: UInt8.self, capacity: max(bytes.count, 1)) {
      $0.update(from: bytes, count: bytes.count)
    }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(buffer, UInt64(bytes.count), 0, &error) else {
      buffer.deallocate()
      throw Self.damaged(name, "there is no memory left")
    }
    guard let opened = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      zip_source_free(source)
      buffer.deallocate()
      throw Self.damaged(name, String(cString: zip_error_strerror(&error)))
    }
    archive = opened
    list()
  }

  deinit {
    zip_discard(archive)
    buffer.deallocate()
  }

  private static func damaged(_ name: String, _ reason: String) -> ReadingError {
    ReadingError(
      .undecodable, at: name,
      "the directory of the ZIP archive cannot be read (\(reason)): it is damaged or cut off",
      remedy: "get the file again, or repair it with: zip -FF \(name) --out repaired.zip")
  }

  // MARK: Directory

  private func list() {
    var climbing: [String] = []
    var repeated: [String] = []
    for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
      var status = zip_stat_t()
      zip_stat_init(&status)
      guard zip_stat_index(archive, index, 0, &status) == 0, let written = status.name else {
        continue
      }
      let raw = String(cString: written)
      guard !raw.hasSuffix("/") else { continue }
      guard let path = MemberPath.safe(raw) else {
        climbing.append(raw)
        continue
      }
      guard byName[path] == nil else {
        repeated.append(path)
        continue
      }
      byName[path] = members.count
      members.append(
        Member(
          name: path, size: Int(clamping: status.size), index: index,
          compressedSize: Int(clamping: status.comp_size),
          isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE)))
    }
    warn(climbing, "leads out of the archive and is not used", "lead out of it and are not used")
    warn(
      repeated, "stands in the archive more than once; the first counts",
      "stand in it more than once; the first counts")
  }

  private func warn(_ names: [String], _ one: String, _ many: String) {
    guard let first = names.first else { return }
    let shown = first.onOneLine.prefix(80)
    let what =
      names.count == 1
      ? "a member's name, `\(shown)`, \(one)"
      : "the names of \(names.count) members, the first of them `\(shown)`, \(many)"
    notices.append(Complaint(.warning, at: name, what))
  }

  /// The member of a name, nil when there is none.
  func member(_ name: String) -> Member? { byName[name].map { members[$0] } }

  // MARK: Contents

  /// All bytes of a member; nil when there is none of that name.
  ///
  /// Of a damaged member what can be inflated is given, with a warning among ``notices``.
  ///
  /// - Parameter limit: The most bytes this member may have, if less than what the archive may.
  /// - Throws: ``ReadingError/Kind/tooLarge`` beyond a limit, ``ReadingError/Kind/unsupported`` for an
  ///   encrypted member or an unknown compression.
  func bytes(of name: String, limit memberLimit: Int = .max) throws(ReadingError) -> [UInt8]? {
    guard let member = member(name) else { return nil }
    let place = "\(self.name)/\(name)"
    guard !member.isEncrypted else {
      throw ReadingError(
        .unsupported, at: place, "this member is encrypted",
        remedy: "take the password off: narrate reads open files")
    }
    guard let file = zip_fopen_index(archive, member.index, 0) else {
      let code = zip_error_code_zip(zip_get_error(archive))
      let reason = String(cString: zip_error_strerror(zip_get_error(archive)))
      if code == ZIP_ER_COMPNOTSUPP {
        throw ReadingError(
          .unsupported, at: place, "it is compressed in a way that cannot be read",
          remedy: "pack it again with Deflate")
      }
      notices.append(Complaint(.warning, at: place, "it cannot be read (\(reason))"))
      return []
    }
    defer { zip_fclose(file) }
    let most = min(memberLimit, max(0, limit - inflated))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(max(0, member.size), max(0, most), Self.suspiciousSize))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes {
        Int(zip_fread(file, $0.baseAddress, UInt64($0.count)))
      }
      guard count > 0 else {
        if count < 0 {
          let reason = String(cString: zip_error_strerror(zip_file_get_error(file)))
          notices.append(
            Complaint(
              .warning, at: place,
              "it is damaged (\(reason)): its first \(bytes.count) bytes are read",
              remedy: "get the file again"))
        }
        return bytes
      }
      bytes.append(contentsOf: chunk[..<count])
      inflated += count
      if bytes.count > most { throw tooLarge(at: place, memberLimit) }
      if bytes.count > Self.suspiciousSize,
        bytes.count / Self.largestRatio > member.compressedSize
      {
        throw ReadingError(
          .tooLarge, at: place,
          "it grows more than \(Self.largestRatio)-fold when it is inflated: "
            + "this is made to fill the memory, not to be read")
      }
    }
  }

  private func tooLarge(at place: String, _ memberLimit: Int) -> ReadingError {
    let most = min(limit, memberLimit)
    let mebibytes = (2 * (most >> 20)) + 2
    return ReadingError(
      .tooLarge, at: place,
      "inflated, the archive is read to more than the limit of \(most) bytes here",
      remedy: "raise the limit with --max-input \(mebibytes) (MiB)")
  }
}
