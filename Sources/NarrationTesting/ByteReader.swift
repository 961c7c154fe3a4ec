import Foundation

/// Bytes of a file at any place, without reading it whole: the file may be sparse and huge.
public final class ByteReader {
  private let handle: FileHandle
  /// Bytes in the file.
  public let count: Int

  /// A file whose layout is not what its format says.
  public struct Malformed: Error, CustomStringConvertible {
    /// What is wrong, and where.
    public let description: String
    /// A fault in words.
    public init(_ description: String) { self.description = description }
  }

  /// Opens a file.
  public init(path: String) throws {
    handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    count = Int(try handle.seekToEnd())
  }

  deinit { try? handle.close() }

  /// The bytes of a range, which must lie within the file.
  public func bytes(_ range: Range<Int>) throws -> [UInt8] {
    guard range.lowerBound >= 0, range.upperBound <= count else {
      throw Malformed("bytes \(range) are beyond the end, \(count)")
    }
    try handle.seek(toOffset: UInt64(range.lowerBound))
    let bytes = Array(try handle.read(upToCount: range.count) ?? Data())
    guard bytes.count == range.count else { throw Malformed("bytes \(range) cannot be read") }
    return bytes
  }
}

extension Sequence<UInt8> {
  /// The number of which these are the bytes, the lowest first.
  public var littleEndian: Int { reversed().bigEndian }
  /// The number of which these are the bytes, the highest first.
  public var bigEndian: Int { Int(truncatingIfNeeded: reduce(UInt64(0)) { $0 << 8 | UInt64($1) }) }
}
