/// An Ogg Opus file's pages, headers and length, read as RFC 3533 and RFC 7845 say.
public struct OggOpusReader {
  /// A page, its check sum verified.
  public struct Page: Sendable {
    /// Where it starts.
    public var place: Int
    /// Bit 0: goes on with a packet; 1: the first of its stream; 2: the last.
    public var flags: Int
    /// Samples at 48,000 a second at the end of its last packet; -1 where no packet ends in it.
    public var granulePosition: Int
    /// The number of its stream.
    public var serialNumber: Int
    /// Its number from 0.
    public var number: Int
    /// Lengths of the parts of packets in it.
    public var segments: [Int]
    /// Bytes of the file.
    public var payload: Range<Int>
  }

  /// In file order.
  public private(set) var pages: [Page] = []
  /// Channels.
  public private(set) var channels = 0
  /// Samples at 48,000 a second that a decoder leaves away at the start.
  public private(set) var preSkip = 0
  /// Samples a second of what was encoded.
  public private(set) var inputRate = 0
  /// In 1/256 dB.
  public private(set) var gain = 0
  /// The program that encoded.
  public private(set) var vendor = ""
  /// `NAME=value` in file order.
  public private(set) var comments: [String] = []
  /// Bytes after the comments.
  public private(set) var padding = 0
  /// Samples at 48,000 a second that a decoder gives.
  public private(set) var frames = 0
  /// Samples at 48,000 a second that a decoder leaves away at the end.
  public private(set) var endTrimming = 0

  /// Reads a file whole and checks it.
  public init(path: String) throws {
    let reader = try ByteReader(path: path)
    let bytes = try reader.bytes(0..<reader.count)
    var packets: [[UInt8]] = []
    // The packet that a page leaves open.
    var packet: [UInt8] = []
    var isOpen = false
    var place = 0
    var decoded = 0
    while place < bytes.count {
      let page = try Self.page(bytes, at: place)
      try check(page, goingOn: isOpen)
      pages.append(page)
      var start = page.payload.lowerBound
      var ends = 0
      for length in page.segments {
        packet += bytes[start..<start + length]
        start += length
        isOpen = length == 255
        if isOpen { continue }
        ends += 1
        if packets.count < 2 { packets.append(packet) } else { decoded += try Self.samples(packet) }
        packet = []
      }
      let isHeader = packets.count < 2 || pages.count == 1 || decoded == 0
      guard ends > 0 ? page.granulePosition >= 0 : page.granulePosition == -1 else {
        throw Self.malformed(page, "ends \(ends) packets at \(page.granulePosition)")
      }
      if isHeader {
        guard page.granulePosition <= 0, ends <= 1 else {
          throw Self.malformed(page, "is a header's and ends \(ends) packets")
        }
      } else if ends > 0, page.flags & 4 == 0, page.granulePosition != decoded {
        throw Self.malformed(page, "says \(page.granulePosition) of \(decoded) samples")
      }
      place = page.payload.upperBound
    }
    guard let last = pages.last, last.flags & 4 != 0, !isOpen, packets.count == 2 else {
      throw ByteReader.Malformed("the stream has no end")
    }
    try readHead(packets[0])
    try readTags(packets[1])
    frames = last.granulePosition - preSkip
    endTrimming = decoded - last.granulePosition
    guard frames >= 0, endTrimming >= 0 else {
      throw ByteReader.Malformed("\(frames) samples, \(endTrimming) too many")
    }
  }

  private static func malformed(_ page: Page, _ fault: String) -> ByteReader.Malformed {
    ByteReader.Malformed("page \(page.number) at \(page.place) \(fault)")
  }

  private static func page(_ bytes: [UInt8], at place: Int) throws -> Page {
    guard place + 27 <= bytes.count, bytes[place..<place + 5] == [0x4F, 0x67, 0x67, 0x53, 0] else {
      throw ByteReader.Malformed("no page at \(place)")
    }
    let start = place + 27 + Int(bytes[place + 26])
    guard start <= bytes.count else { throw ByteReader.Malformed("the page at \(place)") }
    let segments = bytes[place + 27..<start].map { Int($0) }
    let payload = start..<start + segments.reduce(0, +)
    guard payload.upperBound <= bytes.count else { throw ByteReader.Malformed("page at \(place)") }
    let page = Page(
      place: place, flags: Int(bytes[place + 5]),
      granulePosition: bytes[place + 6..<place + 14].littleEndian,
      serialNumber: bytes[place + 14..<place + 18].littleEndian,
      number: bytes[place + 18..<place + 22].littleEndian, segments: segments, payload: payload)
    var sum: UInt32 = 0
    bytes.withUnsafeBufferPointer { bytes in
      for index in place..<payload.upperBound {
        // The sum's own bytes count as zeros.
        let byte = index - place < 22 || index - place > 25 ? bytes[index] : 0
        sum = sum << 8 ^ remainders[Int(byte ^ UInt8(sum >> 24))]
      }
    }
    guard Int(sum) == bytes[place + 22..<place + 26].littleEndian else {
      throw malformed(page, "has another check sum")
    }
    return page
  }

  /// Of each byte before 32 zero bits, divided by the polynomial 0x104C11DB7.
  private static let remainders: [UInt32] = (UInt64(0)..<256).map { byte in
    var rest = byte << 32
    for bit in stride(from: UInt64(39), through: 32, by: -1) where rest >> bit & 1 == 1 {
      rest ^= 0x1_04C1_1DB7 << (bit - 32)
    }
    return UInt32(rest)
  }

  private func check(_ page: Page, goingOn: Bool) throws {
    guard page.number == pages.count, page.serialNumber == (pages.first ?? page).serialNumber,
      (page.flags & 2 != 0) == pages.isEmpty, (page.flags & 1 != 0) == goingOn,
      pages.last.map({ $0.flags & 4 == 0 }) ?? true
    else { throw Self.malformed(page, "is none that follows the others") }
  }

  /// Samples of a packet at 48,000 a second (RFC 6716, section 3).
  private static func samples(_ packet: [UInt8]) throws -> Int {
    guard let first = packet.first else { throw ByteReader.Malformed("an empty packet") }
    let configuration = Int(first >> 3)
    let frame =
      switch configuration {
      case 0..<12: [480, 960, 1920, 2880][configuration % 4]
      case 12..<16: [480, 960][configuration % 2]
      default: [120, 240, 480, 960][configuration % 4]
      }
    switch first & 3 {
    case 0: return frame
    case 1, 2: return 2 * frame
    default:
      guard packet.count > 1 else { throw ByteReader.Malformed("a packet without its count") }
      return Int(packet[1] & 63) * frame
    }
  }

  private mutating func readHead(_ packet: [UInt8]) throws {
    guard packet.count == 19, packet.starts(with: Array("OpusHead".utf8) + [1]), packet[18] == 0
    else { throw ByteReader.Malformed("OpusHead") }
    channels = Int(packet[9])
    preSkip = packet[10..<12].littleEndian
    inputRate = packet[12..<16].littleEndian
    gain = packet[16..<18].littleEndian
  }

  private mutating func readTags(_ packet: [UInt8]) throws {
    guard packet.starts(with: Array("OpusTags".utf8)) else {
      throw ByteReader.Malformed("OpusTags")
    }
    var place = 8
    func number() throws -> Int {
      guard place + 4 <= packet.count else { throw ByteReader.Malformed("a number of OpusTags") }
      place += 4
      return packet[place - 4..<place].littleEndian
    }
    func text() throws -> String {
      let length = try number()
      guard place + length <= packet.count,
        let text = String(validating: packet[place..<place + length], as: UTF8.self)
      else { throw ByteReader.Malformed("a text of OpusTags") }
      place += length
      return text
    }
    vendor = try text()
    let count = try number()
    comments = try (0..<count).map { _ in try text() }
    guard packet[place...].allSatisfy({ $0 == 0 }) else {
      throw ByteReader.Malformed("bytes after the comments")
    }
    padding = packet.count - place
  }
}
