/// A ZIP archive whose members are stored as they are, after PKWARE's APPNOTE 6.3, sections 4.3.7 to
/// 4.3.16; the time of every member is 1980-01-01.
struct StoredArchive {
  private var members: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a member.
  mutating func add(_ name: String, _ text: String) {
    let (name, data) = (Array(name.utf8), Array(text.utf8))
    let size = Self.little(UInt32(data.count))
    // Version 2.0, no flags, stored, time and date, checksum, sizes, lengths of name and extra.
    let common: [UInt8] =
      [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + Self.little(Self.checksum(data)) + size + size
      + [UInt8(name.count & 0xFF), UInt8(name.count >> 8), 0, 0]
    directory +=
      [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 10)
      + Self.little(UInt32(members.count)) + name
    members += [0x50, 0x4B, 3, 4] + common + name + data
    count += 1
  }

  /// The whole archive.
  var bytes: [UInt8] {
    let number = [UInt8(count & 0xFF), UInt8(count >> 8)]
    return members + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + number + number
      + Self.little(UInt32(directory.count)) + Self.little(UInt32(members.count)) + [0, 0]
  }

  private static func little(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }

  private static let table: [UInt32] = {
    var table: [UInt32] = []
    for index in 0..<UInt32(256) {
      var value = index
      for _ in 0..<8 {
        let isOdd = value & 1 == 1
        value >>= 1
        if isOdd { value ^= 0xEDB8_8320 }
      }
      table.append(value)
    }
    return table
  }()

  private static func checksum(_ data: [UInt8]) -> UInt32 {
    var value = ~UInt32(0)
    for byte in data {
      let index = Int((value ^ UInt32(byte)) & 0xFF)
      value = table[index] ^ (value >> 8)
    }
    return ~value
  }
}
