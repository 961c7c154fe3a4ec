/// Reads the pages of an Ogg Opus file and compares each with its check sum.
///
/// RFC 3533 for pages, RFC 7845 for what Opus puts into them. Samples are counted at 48,000 a second.
struct OggOpusStructure {
  /// Tags beyond so many bytes are not read: a cover of ``Cover/largestSize`` in Base64, and more.
  private static let largestTags = 1 << 25

  private let file: InputFile
  private var serial: Int?
  private var otherSerials = false
  private var pages = 0
  /// Pages that differ from their sum, and where the first of them stands.
  private var damaged = 0
  private var firstDamage: Int?
  private var lastGranule = 0
  private var isEnded = false
  private var isCut = false
  private var head: [UInt8]?
  private var tags: [UInt8]?
  /// The packet that goes on on the next page, of the two that come first.
  private var packet: [UInt8] = []
  private var packetsDone = 0
  private var audioBytes = 0
  private var expected: Int?
  private var missing: Int?

  /// Reads a file that starts with `OggS`.
  static func read(_ file: InputFile) throws(AudioInspectionError) -> AudioStructure {
    var reader = OggOpusStructure(file)
    reader.walk()
    try file.check()
    return try reader.structure()
  }

  private init(_ file: InputFile) { self.file = file }

  private mutating func walk() {
    var place = 0
    while place < file.length {
      let header = file.bytes(at: place, count: 27)
      guard header.count == 27, header.starts(with: "OggS".utf8) else {
        isCut = true
        return
      }
      let table = file.bytes(at: place + 27, count: Int(header[26]))
      let size = table.reduce(0) { $0 + Int($1) }
      let body = file.bytes(at: place + 27 + table.count, count: size)
      guard table.count == Int(header[26]), body.count == size else {
        isCut = true
        return
      }
      add(header, table, body, at: place)
      place += 27 + table.count + size
    }
  }

  private mutating func add(
    _ header: [UInt8], _ table: [UInt8], _ body: [UInt8], at place: Int
  ) {
    var fields = ByteCursor(header[5...])
    let flags = fields.little(1) ?? 0
    let granule = fields.little(8) ?? 0
    let serial = fields.little(4) ?? 0
    let number = fields.little(4) ?? 0
    let sum = fields.little(4) ?? 0
    if self.serial == nil { self.serial = serial }
    guard serial == self.serial else {
      otherSerials = true
      return
    }
    pages += 1
    var crc = OggCRC()
    crc.add(header[..<22])
    crc.add([0, 0, 0, 0])
    crc.add(header[26...])
    crc.add(table[...])
    crc.add(body[...])
    if Int(crc.value) != sum {
      damaged += 1
      if firstDamage == nil { firstDamage = lastGranule }
    }
    if let expected, number != expected, missing == nil { missing = lastGranule }
    expected = number &+ 1
    isEnded = flags & 4 != 0
    if packetsDone < 2 { collect(table, body) } else { audioBytes += 27 + table.count + body.count }
    // -1 is a page on which no packet ends.
    if packetsDone >= 2, granule < Int(Int64.max) { lastGranule = max(lastGranule, granule) }
  }

  /// Puts the first two packets together: the head, and the tags on as many pages as they need.
  private mutating func collect(_ table: [UInt8], _ body: [UInt8]) {
    var place = 0
    for lace in table where packetsDone < 2 {
      let end = min(place + Int(lace), body.count)
      if packet.count < Self.largestTags { packet += body[place..<end] }
      place = end
      if lace < 255 {
        if packetsDone == 0 { head = packet } else { tags = packet }
        packet = []
        packetsDone += 1
      }
    }
  }

  private func structure() throws(AudioInspectionError) -> AudioStructure {
    func unreadable(_ reason: String) -> AudioInspectionError {
      AudioInspectionError(path: file.path, cause: .unreadable(reason))
    }
    guard let head, head.starts(with: "OpusHead".utf8) else {
      throw unreadable("is an Ogg file of something other than Opus, or damaged at its start")
    }
    var fields = ByteCursor(head[8...])
    guard fields.little(1) != nil, let channels = fields.little(1),
      let preSkip = fields.little(2), let rate = fields.little(4), channels > 0
    else { throw unreadable("is an Opus file whose head makes no sense") }
    var structure = AudioStructure(
      container: "Ogg", codec: "Opus", isLossless: false, sampleRate: 48_000,
      originalRate: rate > 0 && rate != 48_000 ? rate : nil, channels: channels,
      announcedFrames: isEnded ? max(0, lastGranule - preSkip) : nil, audioBytes: audioBytes,
      checksum: AudioChecksum(
        name: "CRC of \(pages) page\(pages == 1 ? "" : "s")",
        result: damaged == 0 ? .matches : .differs))
    if let tags, tags.starts(with: "OpusTags".utf8) {
      let comments = VorbisCommentBlock(tags[8...])
      structure.tags = comments.tags
      structure.chapters = comments.chapters
      structure.cover = comments.cover
      structure.findings = comments.findings
    } else {
      structure.findings.append(
        Finding(what: "has no tags, which Opus requires", remedy: Finding.remake))
    }
    structure.findings += findings
    return structure
  }

  private var findings: [Finding] {
    var findings: [Finding] = []
    func add(_ what: String, _ remedy: String) {
      findings.append(Finding(what: what, remedy: remedy))
    }
    let time = { (frame: Int) in Finding.time(frame, rate: 48_000) }
    if let firstDamage {
      add(
        "\(damaged) of \(pages) pages differ from their check sum, the first at "
          + time(firstDamage), Finding.remake)
    }
    if let missing { add("a page is missing at \(time(missing))", Finding.remake) }
    if isCut || !isEnded { add("is cut off after \(time(lastGranule))", Finding.remake) }
    if otherSerials {
      add(
        "holds several streams, of which only the first is looked at",
        "divide it into a file for each")
    }
    return findings
  }
}

/// The check sum of Ogg pages: CRC-32 with the polynomial 0x04C11DB7, not reflected (RFC 3533, 6).
struct OggCRC {
  private(set) var value: UInt32 = 0

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index) << 24) { sum, _ in
      sum & 0x8000_0000 != 0 ? sum << 1 ^ 0x04C1_1DB7 : sum << 1
    }
  }

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    let table = Self.table
    for byte in bytes { value = value << 8 ^ table[Int(UInt8(value >> 24) ^ byte)] }
  }
}
