/// What of some bytes is UTF-8 and what is not.
struct UTF8Scan {
  /// Sound sequences of more than one byte.
  private(set) var soundSequences = 0
  /// Maximal subparts of broken sequences (Unicode 3.9, table 3-8), in order.
  private(set) var broken: [Range<Int>] = []
  /// Bytes beyond ASCII.
  private(set) var highBytes = 0

  init(_ bytes: [UInt8]) {
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let (length, isSound) = Self.sequence(at: offset, in: bytes)
      highBytes += length
      if isSound {
        soundSequences += 1
      } else {
        broken.append(offset..<offset + length)
      }
      offset += length
    }
  }

  /// The length of the sequence, or of as much of one as stands there.
  private static func sequence(at offset: Int, in bytes: [UInt8]) -> (length: Int, isSound: Bool) {
    let first = bytes[offset]
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return (1, false)
    }
    for index in 1..<length {
      let allowed = index == 1 ? second : 0x80...0xBF
      guard offset + index < bytes.count, allowed.contains(bytes[offset + index]) else {
        return (index, false)
      }
    }
    return (length, true)
  }
}
