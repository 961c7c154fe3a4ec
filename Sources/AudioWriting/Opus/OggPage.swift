/// A page of an Ogg file as it stands there: a header, a table of segments, their bytes.
///
/// RFC 3533, section 6; all numbers are little-endian.
struct OggPage {
  /// Where it stands, in bytes from the start of the file.
  let position: Int
  private(set) var bytes: [UInt8]
  /// Where its segments' bytes stand among its own.
  let body: Range<Int>

  /// The bytes before the table of segments.
  private static let headerLength = 27

  /// Reads the page that starts at `position`; nil where there is none.
  init?(_ file: OutputFile, at position: Int) {
    file.position = position
    var bytes = [UInt8](repeating: 0, count: Self.headerLength)
    guard bytes.withUnsafeMutableBytes({ file.read(into: $0) }) == bytes.count,
      bytes.starts(with: "OggS".utf8)
    else { return nil }
    var table = [UInt8](repeating: 0, count: Int(bytes[26]))
    guard table.withUnsafeMutableBytes({ file.read(into: $0) }) == table.count else { return nil }
    bytes += table
    let start = bytes.count
    let length = table.reduce(0) { $0 + Int($1) }
    bytes += repeatElement(0, count: length)
    let count = bytes.withUnsafeMutableBytes {
      file.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
    }
    guard count == length else { return nil }
    self.position = position
    self.bytes = bytes
    body = start..<start + length
  }

  /// Where the next page starts.
  var end: Int { position + bytes.count }
  /// Whether its first segment goes on with a packet of the page before.
  var isContinued: Bool { bytes[5] & 1 != 0 }
  /// Whether it is the last of its stream.
  var isLast: Bool { bytes[5] & 4 != 0 }
  /// For Opus: samples at 48,000 a second up to its last packet's end, the pre-skip included
  /// (RFC 7845, section 4).
  var granulePosition: Int {
    Int(truncatingIfNeeded: bytes[6..<14].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  /// Puts other bytes in the place of some of its body, counted from the body's start.
  mutating func replace(_ range: Range<Int>, with new: ArraySlice<UInt8>) {
    bytes.replaceSubrange(
      body.lowerBound + range.lowerBound..<body.lowerBound + range.upperBound, with: new)
  }

  /// Writes it where it was read, with the check sum that it has now.
  mutating func write(to file: OutputFile, _ action: String) throws(AudioWritingError) {
    for index in 22..<26 { bytes[index] = 0 }
    let sum = Self.checkSum(of: bytes)
    for index in 0..<4 { bytes[22 + index] = UInt8(truncatingIfNeeded: sum >> (8 * index)) }
    file.position = position
    try file.write(bytes, to: action)
  }

  /// The CRC of a page whose own four bytes are zero: polynomial 0x04C11DB7, the highest bit first,
  /// nothing inverted.
  private static func checkSum(of bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { bytes in
      table.withUnsafeBufferPointer { table in
        var sum: UInt32 = 0
        for byte in bytes { sum = sum << 8 ^ table[Int(UInt8(sum >> 24) ^ byte)] }
        return sum
      }
    }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte) << 24) { sum, _ in
      sum & 1 << 31 != 0 ? sum << 1 ^ 0x04C1_1DB7 : sum << 1
    }
  }
}
