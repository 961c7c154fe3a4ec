/// The four bytes before a frame of MPEG Layer III (ISO/IEC 11172-3, 2.4.2.3; 13818-3 for half the
/// rates; MPEG 2.5, which no standard names, for a quarter).
struct MPEGFrame: Hashable {
  /// 1, 2, or 3 for 2.5.
  let version: Int
  let sampleRate: Int
  let channels: Int
  /// Bytes from this frame's start to the next.
  let length: Int
  /// Whether a check sum stands behind the header.
  let isProtected: Bool

  /// Frames of samples in it.
  var sampleCount: Int { version == 1 ? 1152 : 576 }

  /// The bytes behind the header, of the frame that tells of the others, before its letters.
  var sideInformation: Int {
    let size = version == 1 ? (channels == 1 ? 17 : 32) : (channels == 1 ? 9 : 17)
    return size + (isProtected ? 2 : 0)
  }

  private static let rates = [44_100, 48_000, 32_000]
  private static let kilobits = [
    [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  ]

  /// Reads a header; nil where the bytes are none, or of another layer, or of a free bit rate.
  init?(at place: Int, in file: InputFile) {
    guard file[place] == 0xFF, let second = file[place + 1], second & 0xE0 == 0xE0,
      let third = file[place + 2], let fourth = file[place + 3]
    else { return nil }
    let rateIndex = Int(third >> 2 & 3)
    let bitIndex = Int(third >> 4)
    guard second >> 1 & 3 == 1, rateIndex < 3, (1...14).contains(bitIndex) else { return nil }
    switch second >> 3 & 3 {
    case 3: version = 1
    case 2: version = 2
    case 0: version = 3
    default: return nil
    }
    sampleRate = Self.rates[rateIndex] >> (version - 1)
    channels = fourth >> 6 == 3 ? 1 : 2
    isProtected = second & 1 == 0
    let kilobits = Self.kilobits[version == 1 ? 0 : 1][bitIndex - 1]
    length = (version == 1 ? 144_000 : 72_000) * kilobits / sampleRate + Int(third >> 1 & 1)
  }

  /// Whether both can stand in one stream.
  func isAlike(_ other: MPEGFrame) -> Bool {
    version == other.version && sampleRate == other.sampleRate
  }
}
