/// A FLAC file's metadata and frame headers, read as RFC 9639 says.
public struct FLACReader {
  /// A metadata block.
  public struct Block: Sendable {
    /// 0 STREAMINFO, 1 PADDING, 3 SEEKTABLE, 4 VORBIS_COMMENT, 6 PICTURE.
    public var type: Int
    /// Bytes of the file.
    public var payload: Range<Int>
  }

  /// A point of the seek table.
  public struct SeekPoint: Hashable, Sendable {
    /// The first sample of the frame.
    public var sample: Int
    /// Bytes from the first frame.
    public var offset: Int
    /// Samples in the frame.
    public var count: Int
  }

  /// In file order.
  public private(set) var blocks: [Block] = []
  /// Samples in a frame, the last excepted.
  public private(set) var samplesPerFrame = 0
  /// Samples a second.
  public private(set) var sampleRate = 0
  /// Channels.
  public private(set) var channels = 0
  /// Bits in a sample.
  public private(set) var bitsPerSample = 0
  /// All samples of a channel.
  public private(set) var frames = 0
  /// Of the decoded samples, in lower-case hexadecimal.
  public private(set) var md5 = ""
  /// The program that encoded.
  public private(set) var vendor = ""
  /// `NAME=value` in file order.
  public private(set) var comments: [String] = []
  /// In file order.
  public private(set) var seekPoints: [SeekPoint] = []
  /// Bytes before the first frame.
  public private(set) var firstFrame = 0
  private let reader: ByteReader

  /// Walks a file's metadata.
  public init(path: String) throws {
    reader = try ByteReader(path: path)
    guard try reader.bytes(0..<4) == Array("fLaC".utf8) else {
      throw ByteReader.Malformed("not a FLAC file")
    }
    var place = 4
    var isLast = false
    while !isLast {
      let header = try reader.bytes(place..<place + 4)
      isLast = header[0] & 0x80 != 0
      let payload = place + 4..<place + 4 + header[1...].bigEndian
      blocks.append(Block(type: Int(header[0] & 0x7F), payload: payload))
      try read(blocks[blocks.count - 1])
      place = payload.upperBound
    }
    firstFrame = place
  }

  private mutating func read(_ block: Block) throws {
    let bytes = try reader.bytes(block.payload)
    switch block.type {
    case 0:
      samplesPerFrame = bytes[0..<2].bigEndian
      guard samplesPerFrame == bytes[2..<4].bigEndian else {
        throw ByteReader.Malformed("frames of several sizes")
      }
      let packed = bytes[10..<18].bigEndian
      sampleRate = packed >> 44 & 0xFFFFF
      channels = (packed >> 41 & 7) + 1
      bitsPerSample = (packed >> 36 & 31) + 1
      frames = packed & 0xF_FFFF_FFFF
      md5 = bytes[18..<34].map { String(0x100 + Int($0), radix: 16).suffix(2) }.joined()
    case 1:
      guard bytes.allSatisfy({ $0 == 0 }) else { throw ByteReader.Malformed("padding of no zeros") }
    case 3:
      seekPoints = stride(from: 0, to: bytes.count, by: 18).map { place in
        SeekPoint(
          sample: bytes[place..<place + 8].bigEndian,
          offset: bytes[place + 8..<place + 16].bigEndian,
          count: bytes[place + 16..<place + 18].bigEndian)
      }
    case 4:
      var place = 0
      func text() throws -> String {
        guard place + 4 <= bytes.count else { throw ByteReader.Malformed("a comment's length") }
        let end = place + 4 + bytes[place..<place + 4].littleEndian
        guard end <= bytes.count,
          let text = String(validating: bytes[place + 4..<end], as: UTF8.self)
        else { throw ByteReader.Malformed("a comment's text") }
        place = end
        return text
      }
      vendor = try text()
      let count = bytes[place..<place + 4].littleEndian
      place += 4
      comments = try (0..<count).map { _ in try text() }
      guard place == bytes.count else { throw ByteReader.Malformed("bytes after the comments") }
    default: break
    }
  }

  /// The number of the frame whose header stands at a seek point, its check sum verified.
  public func frameNumber(at point: SeekPoint) throws -> Int {
    let place = firstFrame + point.offset
    let header = try reader.bytes(place..<min(place + 16, reader.count))
    guard header[0] == 0xFF, header[1] == 0xF8 else {
      throw ByteReader.Malformed("no frame of fixed size at \(place)")
    }
    // The number is coded as UTF-8 codes characters, to 36 bits.
    let ones = (~header[4]).leadingZeroBitCount
    let length = max(ones, 1)
    var number = Int(header[4]) & (ones == 0 ? 0x7F : 0xFF >> (ones + 1))
    for byte in header[5..<4 + length] { number = number << 6 | Int(byte & 0x3F) }
    // Then sizes that the code in the third byte leaves open, then a CRC-8 of all before it.
    var end = 4 + length
    switch header[2] >> 4 {
    case 6: end += 1
    case 7: end += 2
    default: break
    }
    switch header[2] & 15 {
    case 12: end += 1
    case 13, 14: end += 2
    default: break
    }
    var crc: UInt8 = 0
    for byte in header[..<end] {
      crc ^= byte
      for _ in 0..<8 { crc = crc & 0x80 != 0 ? crc << 1 ^ 0x07 : crc << 1 }
    }
    guard crc == header[end] else {
      throw ByteReader.Malformed("check sum of the frame at \(place)")
    }
    return number
  }
}
