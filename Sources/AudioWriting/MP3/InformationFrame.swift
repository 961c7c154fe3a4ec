/// The first frame of an MP3 file, which LAME lays out to tell of the others.
///
/// See <http://gabriel.mp3-tech.org/mp3infotag.html>. Its three bytes for what the encoder put before
/// and after the samples are all that is changed here, and the check sum of the frame.
struct InformationFrame {
  private(set) var bytes: [UInt8]
  /// Where `Info` stands: after the header and the side information of one channel.
  private let start: Int

  /// A frame as libmp3lame made it; nil for anything else.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 4 else { return nil }
    start = bytes[1] & 8 != 0 ? 4 + 17 : 4 + 9  // the bit of MPEG-1
    guard bytes.count >= start + 156, bytes[start..<start + 4].elementsEqual("Info".utf8) else {
      return nil
    }
    self.bytes = bytes
  }

  /// Counts more samples among those to leave out.
  ///
  /// - Returns: whether the numbers, of 12 bits each, have room.
  mutating func leaveOut(before: Int, after: Int) -> Bool {
    let place = start + 141
    let delay = before + Int(bytes[place]) << 4 + Int(bytes[place + 1]) >> 4
    let padding = after + Int(bytes[place + 1] & 15) << 8 + Int(bytes[place + 2])
    guard delay < 4096, padding < 4096 else { return false }
    let packed = delay << 12 | padding
    for (index, shift) in [16, 8, 0].enumerated() {
      bytes[place + index] = UInt8(packed >> shift & 0xFF)
    }
    let sum = Self.checkSum(of: bytes[..<(start + 154)])
    bytes[start + 154] = UInt8(sum >> 8)
    bytes[start + 155] = UInt8(sum & 0xFF)
    return true
  }

  /// CRC-16 by the polynomial 8005 from the lowest bit, starting at 0.
  private static func checkSum(of bytes: ArraySlice<UInt8>) -> UInt16 {
    bytes.reduce(0) { sum, byte in
      (0..<8).reduce(sum ^ UInt16(byte)) { sum, _ in sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xA001 }
    }
  }
}
