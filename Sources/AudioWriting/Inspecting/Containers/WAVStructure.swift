import Narration

/// Reads what a WAV or RF64 file says around its samples.
///
/// Multimedia Programming Interface and Data Specifications 1.0 (1991), chapters 2 and 3; EBU Tech
/// 3306 for RF64. Written from these, without the writer's code.
struct WAVStructure {
  /// Chunks beyond so many are not looked at, and no chunk of more bytes is read into memory.
  private static let mostChunks = 100_000
  private static let largestChunk = 1 << 24

  private let file: InputFile
  private var form = ""
  /// The sizes of `ds64`, which stand for those that are written as 0xFFFFFFFF.
  private var wideFormSize: Int?
  private var wideDataSize: Int?
  private var format: ArraySlice<UInt8>?
  /// Where the samples stand, and how many bytes the header announces.
  private var data: (start: Int, size: Int)?
  private var cues: [(id: Int, frame: Int)] = []
  private var labels: [Int: String] = [:]
  private var tags: [AudioTag] = []
  private var findings: [Finding] = []

  /// Reads a file that starts with `RIFF` or `RF64`.
  static func read(_ file: InputFile) throws(AudioInspectionError) -> AudioStructure {
    var reader = WAVStructure(file)
    reader.walk()
    try file.check()
    return try reader.structure()
  }

  private init(_ file: InputFile) { self.file = file }

  private mutating func walk() {
    var header = ByteCursor(file.bytes(at: 0, count: 12))
    form = header.take(4)?.asLetters ?? ""
    let formSize = header.little(4) ?? 0
    var place = 12
    for _ in 0..<Self.mostChunks {
      var head = ByteCursor(file.bytes(at: place, count: 8))
      guard let name = head.take(4)?.asLetters, var size = head.little(4) else { break }
      if name == "data", size == 0xFFFF_FFFF, let wideDataSize { size = wideDataSize }
      let start = place + 8
      let isWhole = size <= file.length - start
      if name == "data" {
        if data == nil { data = (start, size) }
      } else if !isWhole {
        findings.append(
          Finding(what: "the chunk \"\(name)\" is cut off", remedy: Finding.remake))
      }
      if size <= Self.largestChunk { read(name, file.bytes(at: start, count: size)) }
      guard isWhole else { break }
      place = start + size + size % 2
    }
    let announced = formSize == 0xFFFF_FFFF ? wideFormSize ?? formSize : formSize
    // A data chunk that runs beyond the end is told by its samples.
    let isDataWhole = data.map { $0.size <= file.length - $0.start } ?? true
    if announced > file.length - 8, isDataWhole, findings.isEmpty {
      findings.append(
        Finding(
          what: "is cut off: its header announces \(announced) bytes, \(file.length - 8) are there",
          remedy: Finding.remake))
    }
  }

  private mutating func read(_ name: String, _ payload: [UInt8]) {
    var cursor = ByteCursor(payload)
    switch name {
    case "ds64" where form == "RF64":
      wideFormSize = cursor.little(8)
      wideDataSize = cursor.little(8)
    case "fmt ": format = format ?? cursor.rest
    case "cue ":
      _ = cursor.little(4)
      while let id = cursor.little(4), cursor.take(16) != nil, let frame = cursor.little(4) {
        cues.append((id, frame))
      }
    case "LIST":
      let type = cursor.take(4)?.asLetters
      while let name = cursor.take(4)?.asLetters, let size = cursor.little(4) {
        var entry = ByteCursor(cursor.takeUp(to: size))
        if size % 2 == 1 { _ = cursor.take(1) }
        if type == "INFO" {
          tags.append(AudioTag(name: TagNames.name(ofRIFF: name), value: entry.rest.asText))
        } else if type == "adtl", name == "labl", let id = entry.little(4) {
          labels[id] = entry.rest.asText
        }
      }
    default: break
    }
  }

  private func structure() throws(AudioInspectionError) -> AudioStructure {
    func unreadable(_ reason: String) -> AudioInspectionError {
      AudioInspectionError(path: file.path, cause: .unreadable(reason))
    }
    guard let format else { throw unreadable("is a WAV file that does not say its format") }
    var fields = ByteCursor(format)
    guard let tag = fields.little(2), let channels = fields.little(2), let rate = fields.little(4),
      fields.little(4) != nil, let frameSize = fields.little(2), let bits = fields.little(2),
      rate > 0, channels > 0
    else { throw unreadable("is a WAV file whose format makes no sense") }
    guard let data else { throw unreadable("is a WAV file without samples") }
    // The first two bytes of the sub-format are the tag (WAVE_FORMAT_EXTENSIBLE).
    var subFormat = ByteCursor(format.dropFirst(24))
    let codec = tag == 0xFFFE ? subFormat.little(2) ?? tag : tag
    let isPCM = codec == 1 || codec == 3
    var structure = AudioStructure(
      container: form == "RF64" ? "RF64" : "WAV", codec: Self.name(ofFormat: codec),
      isLossless: isPCM, sampleRate: rate, channels: channels,
      bitsPerSample: isPCM ? bits : nil,
      announcedFrames: isPCM && frameSize > 0 ? data.size / frameSize : nil,
      audioBytes: max(0, min(data.size, file.length - data.start)))
    structure.tags = tags
    structure.findings = findings
    structure.chapters = cues.map { cue in
      AudioChapter(
        title: labels[cue.id] ?? "",
        milliseconds: SampleTime(cue.frame).milliseconds(sampleRate: rate), frame: cue.frame)
    }
    return structure
  }

  /// The names of `mmreg.h` for what is met most often.
  private static func name(ofFormat tag: Int) -> String {
    switch tag {
    case 1: "PCM"
    case 3: "IEEE float"
    case 2, 0x11: "ADPCM"
    case 6: "A-law"
    case 7: "µ-law"
    case 0x31: "GSM 6.10"
    case 0x55: "MP3"
    default: "format \(tag)"
    }
  }
}
