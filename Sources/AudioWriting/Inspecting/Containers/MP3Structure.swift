import Narration

/// Reads what stands around the frames of an MP3 file, and walks from frame to frame to its end.
///
/// The first frame may hold no sound but the tag `Info` or `Xing` with the number of frames and, by
/// LAME's extension, the samples to leave out at both ends and the check sum of all other frames
/// (<http://gabriel.mp3-tech.org/mp3infotag.html>).
struct MP3Structure {
  private let file: InputFile
  private let first: MPEGFrame
  private let tag: ID3TagReader?
  /// Where the first frame stands.
  private let start: Int
  private var info: Info?
  private var findings: [Finding] = []
  private var frames = 0
  private var end = 0
  private var hasDamage = false
  private var sum = MusicCRC()

  /// What the frame tells that holds no sound.
  private struct Info {
    var frames: Int?
    var bytes: Int?
    /// Samples that the encoder put before and behind the sound.
    var delay: Int?
    var padding: Int?
    var sum: Int?
  }

  /// Whether frames stand at a place, one at least that leads to another.
  static func stands(at place: Int, in file: InputFile) -> Bool {
    guard let frame = MPEGFrame(at: place, in: file) else { return false }
    let next = place + frame.length
    if let second = MPEGFrame(at: next, in: file) { return second.isAlike(frame) }
    // One frame alone is told from chance by the tag before it, or by its end.
    return next == file.length || place > 0 && next > file.length
  }

  /// Reads a file whose first frame stands at a place, behind a tag or not.
  static func read(
    _ file: InputFile, at place: Int
  ) throws(AudioInspectionError) -> AudioStructure {
    guard let frame = MPEGFrame(at: place, in: file) else {
      throw AudioInspectionError(path: file.path, cause: .unreadable("holds no frame of MP3"))
    }
    var reader = MP3Structure(file, frame, at: place)
    reader.readInfo()
    reader.walk()
    try file.check()
    return reader.structure()
  }

  private init(_ file: InputFile, _ frame: MPEGFrame, at place: Int) {
    self.file = file
    first = frame
    start = place
    tag = place > 0 ? ID3TagReader(at: 0, in: file) : nil
  }

  private mutating func readInfo() {
    let body = file.bytes(at: start, count: first.length)
    var cursor = ByteCursor(body.dropFirst(4 + first.sideInformation))
    guard let name = cursor.take(4)?.asLetters, name == "Info" || name == "Xing",
      let flags = cursor.big(4)
    else { return }
    var info = Info()
    if flags & 1 != 0 { info.frames = cursor.big(4) }
    if flags & 2 != 0 { info.bytes = cursor.big(4) }
    if flags & 4 != 0 { _ = cursor.take(100) }
    if flags & 8 != 0 { _ = cursor.take(4) }
    let lame = cursor.position
    if let encoder = cursor.take(9), encoder.contains(where: { $0 != 0 }), cursor.take(12) != nil,
      let packed = cursor.big(3)
    {
      info.delay = packed >> 12
      info.padding = packed & 0xFFF
      if cursor.take(8) != nil, let sum = cursor.big(2), let own = cursor.big(2) {
        // The tag's own sum is of what stands before it in the frame.
        var crc = MusicCRC()
        crc.add(body[..<min(lame + 34, body.count)])
        if Int(crc.value) == own { info.sum = sum }
      }
    }
    self.info = info
  }

  private mutating func walk() {
    var place = start
    var isFirst = info != nil
    while let frame = MPEGFrame(at: place, in: file) ?? resynchronized(&place) {
      guard place + frame.length <= file.length else {
        findings.append(
          Finding(what: "is cut off within the frame at \(time)", remedy: Finding.remake))
        hasDamage = true
        break
      }
      if isFirst {
        isFirst = false
      } else {
        frames += 1
        if info?.sum != nil { sum.add(file.bytes(at: place, count: frame.length)[...]) }
      }
      place += frame.length
    }
    end = min(place, file.length)
  }

  /// Looks for the next frame where something else stands; nil at the end or before another tag.
  private mutating func resynchronized(_ place: inout Int) -> MPEGFrame? {
    let rest = file.bytes(at: place, count: 8)
    if rest.isEmpty || rest.starts(with: "TAG".utf8) || rest.starts(with: "APETAGEX".utf8)
      || rest.starts(with: "LYRICS".utf8) || rest.starts(with: "ID3".utf8)
    {
      return nil
    }
    var next = place
    while next < file.length {
      if file[next] == 0xFF, let frame = MPEGFrame(at: next, in: file), frame.isAlike(first),
        Self.stands(at: next, in: file)
      {
        found(next - place)
        place = next
        return frame
      }
      next += 1
    }
    // Zeros at the end are the padding of some programs.
    if file.bytes(at: place, count: 1 << 16).contains(where: { $0 != 0 }) {
      found(file.length - place)
    }
    return nil
  }

  private mutating func found(_ strangers: Int) {
    guard !hasDamage else { return }
    hasDamage = true
    findings.append(
      Finding(
        what: "is damaged at \(time): \(strangers) bytes belong to no frame",
        remedy: Finding.remake))
  }

  /// How much sound was passed.
  private var time: String {
    Finding.time(frames * first.sampleCount, rate: first.sampleRate)
  }

  private func structure() -> AudioStructure {
    let versions = ["1", "2", "2.5"]
    var structure = AudioStructure(
      container: "MP3", codec: "MPEG-\(versions[first.version - 1]) Layer III", isLossless: false,
      sampleRate: first.sampleRate, channels: first.channels, audioBytes: max(0, end - start))
    structure.tags = tag?.tags ?? []
    structure.cover = tag?.cover
    structure.chapters = tag?.chapters ?? []
    structure.findings = (tag?.findings ?? []) + findings
    if let count = info?.frames {
      let ends = (info?.delay ?? 0) + (info?.padding ?? 0)
      structure.announcedFrames = max(0, count * first.sampleCount - ends)
      if frames != count {
        structure.findings.append(
          Finding(
            what: frames < count
              ? "is cut off: its Info frame announces \(count) frames, \(frames) are there"
              : "has \(frames) frames, where its Info frame announces \(count)",
            remedy: Finding.remake))
      }
    } else {
      structure.findings.append(
        Finding(
          severity: .warning,
          what: "has no Info frame, so that players start it late and guess its length",
          remedy: "encode it with one"))
    }
    structure.checksum = AudioChecksum(
      name: "CRC of the frames",
      result: info?.sum.map { Int(sum.value) == $0 ? .matches : .differs } ?? .absent)
    return structure
  }
}

/// The check sum of LAME's tag: CRC-16 with the polynomial 0x8005, reflected, from 0.
struct MusicCRC {
  private(set) var value: UInt16 = 0

  private static let table: [UInt16] = (0..<256).map { index in
    (0..<8).reduce(UInt16(index)) { sum, _ in sum & 1 != 0 ? sum >> 1 ^ 0xA001 : sum >> 1 }
  }

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    let table = Self.table
    for byte in bytes { value = value >> 8 ^ table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] }
  }
}
