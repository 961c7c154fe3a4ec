/// Builds ZIP archives in memory by hand (PKWARE APPNOTE 6.3.10), honest ones and lying ones.
public struct ZIPWriter: Sendable {
  /// A member, and the lies told about it.
  public struct Member: Sendable {
    /// The name's bytes.
    public var name: [UInt8]
    /// What it inflates to.
    public var contents: [UInt8]
    /// The compressed form where it is not stored, as raw Deflate.
    public var deflated: [UInt8]?
    /// What the headers claim it inflates to, when that is not true.
    public var claimedSize: Int?
    /// What the headers claim as its CRC-32, when that is not true.
    public var claimedCRC: UInt32?
    /// General purpose flags: bit 0 encrypted, bit 3 data descriptor, bit 11 UTF-8.
    public var flags: UInt16 = 1 << 11
    /// The method of compression, when it is neither stored nor Deflate.
    public var method: UInt16?
    /// Whether its sizes stand in ZIP64 extra fields.
    public var isZIP64 = false

    /// A stored member.
    public init(_ name: String, _ contents: String) {
      self.init(Array(name.utf8), Array(contents.utf8))
    }

    /// A stored member of bytes.
    public init(_ name: [UInt8], _ contents: [UInt8]) {
      self.name = name
      self.contents = contents
    }

    /// A member of one byte so many times over, deflated 158-fold.
    public static func bomb(_ name: String, count: Int) -> Member {
      let repeats = (count - 1) / 258
      var member = Member(name, "")
      member.contents = [UInt8](repeating: 0x20, count: repeats * 258 + 1)
      member.deflated = Deflate.repetition(of: 0x20, matches: repeats)
      return member
    }
  }

  /// In order.
  public var members: [Member]

  /// An archive of members.
  public init(_ members: [Member] = []) { self.members = members }

  /// Adds a stored member.
  public mutating func add(_ name: String, _ contents: String) {
    members.append(Member(name, contents))
  }

  /// The archive.
  public func bytes() -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let data = member.deflated ?? member.contents
      let crc = member.claimedCRC ?? CRC32.value(of: member.contents)
      let size = UInt64(member.claimedSize ?? member.contents.count)
      let method = member.method ?? (member.deflated == nil ? 0 : 8)
      let hasDescriptor = member.flags & 8 != 0
      let offset = out.count
      let sizes = le(size, 8) + le(UInt64(data.count), 8)
      let extra = member.isZIP64 ? le(1, 2) + le(UInt64(sizes.count), 2) + sizes : []
      let shown =
        member.isZIP64
        ? le(0xFFFF_FFFF, 4) + le(0xFFFF_FFFF, 4) : le(UInt64(data.count), 4) + le(size, 4)
      let common =
        le(UInt64(member.flags), 2) + le(UInt64(method), 2) + [0, 0, 0x21, 0]
      let lengths = le(UInt64(member.name.count), 2) + le(UInt64(extra.count), 2)
      out += [0x50, 0x4B, 3, 4] + le(member.isZIP64 ? 45 : 20, 2) + common
      out += hasDescriptor ? [UInt8](repeating: 0, count: 12) : le(UInt64(crc), 4) + shown
      out += lengths + member.name + extra + data
      if hasDescriptor {
        let width = member.isZIP64 ? 8 : 4
        out += [0x50, 0x4B, 7, 8] + le(UInt64(crc), 4)
        out += le(UInt64(data.count), width) + le(size, width)
      }
      directory += [0x50, 0x4B, 1, 2] + le(0x032D, 2) + le(member.isZIP64 ? 45 : 20, 2) + common
      directory += le(UInt64(crc), 4) + shown + lengths
      directory += [UInt8](repeating: 0, count: 10) + le(UInt64(offset), 4) + member.name + extra
    }
    let start = out.count
    out += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    out += le(UInt64(members.count), 2) + le(UInt64(members.count), 2)
    return out + le(UInt64(directory.count), 4) + le(UInt64(start), 4) + [0, 0]
  }

  private func le(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
  }
}

/// The checksum of ZIP and PNG (ISO 3309).
public enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  /// The checksum of some bytes.
  public static func value(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}

/// Just as much of Deflate (RFC 1951) as makes small files that grow large.
enum Deflate {
  /// A byte below 144, and so many times 258 more of it, in one block of fixed codes.
  static func repetition(of byte: UInt8, matches: Int) -> [UInt8] {
    var bits = Bits()
    bits.add(0b011, 3)  // the last block, fixed codes
    bits.addCode(0x30 + UInt32(byte), 8)
    for _ in 0..<matches {
      bits.addCode(0xC0 + 285 - 280, 8)  // length 258
      bits.addCode(0, 5)  // distance 1
    }
    bits.addCode(0, 7)
    return bits.bytes
  }

  private struct Bits {
    var bytes: [UInt8] = []
    private var count = 0

    mutating func add(_ value: UInt32, _ length: Int) {
      for bit in 0..<length {
        if count.isMultiple(of: 8) { bytes.append(0) }
        if value >> UInt32(bit) & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(count % 8) }
        count += 1
      }
    }

    /// Huffman codes are packed from their most significant bit.
    mutating func addCode(_ code: UInt32, _ length: Int) {
      for bit in (0..<length).reversed() { add(code >> UInt32(bit) & 1, 1) }
    }
  }
}
