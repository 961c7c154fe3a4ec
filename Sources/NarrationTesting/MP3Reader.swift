/// An MP3 file's frames, all of them walked, read as ISO/IEC 11172-3 and 13818-3 say, with what its
/// first one tells about them.
public struct MP3Reader {
  /// The tag before the frames.
  public let tag: ID3Reader
  /// 1 for MPEG-1, 2 for MPEG-2.
  public private(set) var version = 0
  /// Samples a second.
  public private(set) var sampleRate = 0
  /// Channels.
  public private(set) var channels = 0
  /// Thousands of bits a second; those of all frames, which must be the same.
  public private(set) var bitRate = 0
  /// Samples in a frame.
  public private(set) var samplesPerFrame = 0
  /// Where each frame stands in the file; the first is ``information``'s.
  public private(set) var frames: [Range<Int>] = []
  /// What the first frame tells.
  public private(set) var information = Information()
  private let reader: ByteReader

  /// What the first frame tells of the others, as LAME lays it out
  /// (<http://gabriel.mp3-tech.org/mp3infotag.html>).
  public struct Information: Sendable {
    /// `Info` where all frames have one bit rate, `Xing` where not.
    public var name = ""
    /// Frames after this one.
    public var frames = 0
    /// Bytes of all frames, this one included.
    public var bytes = 0
    /// The 256th part of the bytes at which each hundredth of the time starts.
    public var places: [UInt8] = []
    /// The encoder, in nine letters.
    public var encoder = ""
    /// Samples to leave out at the start, without the 529 that decoding adds.
    public var delay = 0
    /// Samples to leave out at the end.
    public var padding = 0
  }

  /// Samples that are left when a player has left out what it should.
  public var samples: Int {
    information.frames * samplesPerFrame - information.delay - information.padding
  }

  /// Walks a file; throws at the first thing that is not as it should be.
  public init(path: String) throws {
    reader = try ByteReader(path: path)
    tag = try ID3Reader(reader)
    var place = tag.length
    while place < reader.count {
      let length = try readHeader(at: place)
      guard place + length <= reader.count else {
        throw ByteReader.Malformed("the frame at \(place) is cut short")
      }
      frames.append(place..<place + length)
      place += length
    }
    try readInformation()
  }

  private static let bitRates = [
    1: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    2: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  ]
  private static let sampleRates = [1: [44_100, 48_000, 32_000], 2: [22_050, 24_000, 16_000]]

  /// Reads the four bytes that a frame starts with, and compares them with those before.
  private mutating func readHeader(at place: Int) throws -> Int {
    let header = try reader.bytes(place..<min(place + 4, reader.count)).bigEndian
    let version = header >> 19 & 3 == 3 ? 1 : header >> 19 & 3 == 2 ? 2 : 0
    guard header >> 21 == 0x7FF, version > 0, header >> 17 & 3 == 1,
      let bitRates = Self.bitRates[version], (1...14).contains(header >> 12 & 15),
      let sampleRates = Self.sampleRates[version], header >> 10 & 3 < 3
    else { throw ByteReader.Malformed("no frame at \(place)") }
    let found = (
      version, sampleRates[header >> 10 & 3], bitRates[(header >> 12 & 15) - 1],
      header >> 6 & 3 == 3 ? 1 : 2
    )
    if frames.isEmpty { (self.version, sampleRate, bitRate, channels) = found }
    guard found == (self.version, sampleRate, bitRate, channels) else {
      throw ByteReader.Malformed("the frame at \(place) differs from those before")
    }
    samplesPerFrame = version == 1 ? 1152 : 576
    return samplesPerFrame * bitRate * 125 / sampleRate + (header >> 9 & 1)
  }

  private mutating func readInformation() throws {
    guard let first = frames.first else { throw ByteReader.Malformed("no frames") }
    let frame = try reader.bytes(first)
    // After the header and the side information, which is empty.
    let start = version == 1 ? (channels == 1 ? 21 : 36) : (channels == 1 ? 13 : 21)
    guard frame.count >= start + 156 else { throw ByteReader.Malformed("a short first frame") }
    let bytes = Array(frame[start...])
    information.name = String(decoding: bytes[0..<4], as: UTF8.self)
    guard information.name == "Info" || information.name == "Xing", bytes[4..<8].bigEndian == 15
    else { throw ByteReader.Malformed("the first frame tells nothing") }
    information.frames = bytes[8..<12].bigEndian
    information.bytes = bytes[12..<16].bigEndian
    information.places = Array(bytes[16..<116])
    information.encoder = String(decoding: bytes[120..<129], as: UTF8.self)
    information.delay = bytes[141..<144].bigEndian >> 12
    information.padding = bytes[141..<144].bigEndian & 0xFFF
    guard information.frames == frames.count - 1, information.bytes == reader.count - tag.length,
      bytes[148..<152].bigEndian == information.bytes
    else { throw ByteReader.Malformed("the first frame counts wrong") }
    let music = try reader.bytes(first.upperBound..<reader.count)
    guard Self.checkSum(of: music[...]) == bytes[152..<154].bigEndian,
      Self.checkSum(of: frame[..<(start + 154)]) == bytes[154..<156].bigEndian
    else { throw ByteReader.Malformed("a check sum of the first frame") }
  }

  /// CRC-16 with the polynomial 8005, the lowest bit first.
  private static func checkSum(of bytes: ArraySlice<UInt8>) -> Int {
    var crc: UInt16 = 0
    for byte in bytes {
      crc ^= UInt16(byte)
      for _ in 0..<8 { crc = crc & 1 != 0 ? crc >> 1 ^ 0xA001 : crc >> 1 }
    }
    return Int(crc)
  }
}
