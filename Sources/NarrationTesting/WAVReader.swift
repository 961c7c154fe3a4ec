/// A WAV or RF64 file, walked chunk by chunk as the format's documents say, trusting nobody.
public struct WAVReader {
  /// A chunk's name and where its payload stands in the file.
  public struct Chunk: Sendable {
    /// Four letters.
    public var name: String
    /// Bytes of the file, padding not included.
    public var payload: Range<Int>
  }

  /// A cue point.
  public struct Cue: Hashable, Sendable {
    /// What labels name it by.
    public var id: Int
    /// The sample that it stands at.
    public var start: Int
    /// Its label's text; nil without one.
    public var label: String?

    /// A cue with its parts.
    public init(id: Int, start: Int, label: String?) {
      self.id = id
      self.start = start
      self.label = label
    }
  }

  /// `RIFF` or `RF64`.
  public private(set) var form = ""
  /// In file order.
  public private(set) var chunks: [Chunk] = []
  /// The fields of `fmt `: tag, channels, samples a second, bytes a second, bytes a frame, bits.
  public private(set) var format: [Int] = []
  /// Samples of the one channel, by the size of `data`.
  public private(set) var frames = 0
  /// In file order.
  public private(set) var cues: [Cue] = []
  /// The tags of `LIST INFO` in file order.
  public private(set) var info: [String] = []
  private let reader: ByteReader

  /// Walks a file; throws at the first size, padding or order that is wrong.
  public init(path: String) throws {
    reader = try ByteReader(path: path)
    form = try name(at: 0)
    guard form == "RIFF" || form == "RF64", try name(at: 8) == "WAVE" else {
      throw ByteReader.Malformed("not a WAVE file")
    }
    var riffSize = try number(4, at: 4)
    var dataSize: Int?
    var place = 12
    while place < reader.count {
      let name = try name(at: place)
      var size = try number(4, at: place + 4)
      if name == "ds64" {
        guard form == "RF64", place == 12, size >= 28 else {
          throw ByteReader.Malformed("a ds64 chunk at \(place)")
        }
        riffSize = try number(8, at: place + 8)
        dataSize = try number(8, at: place + 16)
        frames = try number(8, at: place + 24)
      }
      if name == "data", form == "RF64", size == 0xFFFF_FFFF, let dataSize { size = dataSize }
      let payload = place + 8..<place + 8 + size
      guard payload.upperBound <= reader.count else {
        throw ByteReader.Malformed("chunk \(name) at \(place) is beyond the end")
      }
      chunks.append(Chunk(name: name, payload: payload))
      if size % 2 == 1, try reader.bytes(payload.upperBound..<payload.upperBound + 1) != [0] {
        throw ByteReader.Malformed("chunk \(name) at \(place) is padded with something")
      }
      place = payload.upperBound + size % 2
      try read(name, payload)
    }
    guard riffSize == reader.count - 8 else {
      throw ByteReader.Malformed("the size says \(riffSize) of \(reader.count - 8) bytes")
    }
  }

  /// All samples.
  public func samples() throws -> [Int16] {
    guard let data = chunks.first(where: { $0.name == "data" }) else { return [] }
    let bytes = try reader.bytes(data.payload)
    return stride(from: 0, to: bytes.count - 1, by: 2).map {
      Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)
    }
  }

  private mutating func read(_ name: String, _ payload: Range<Int>) throws {
    switch name {
    case "fmt ":
      let widths = [2, 2, 4, 4, 2, 2]
      var place = payload.lowerBound
      for width in widths {
        format.append(try number(width, at: place))
        place += width
      }
    case "data":
      guard form == "RIFF" || frames == payload.count / 2 else {
        throw ByteReader.Malformed("ds64 counts \(frames) samples for \(payload.count) bytes")
      }
      frames = payload.count / 2
    case "cue ":
      let count = try number(4, at: payload.lowerBound)
      guard payload.count == 4 + 24 * count else { throw ByteReader.Malformed("cue count") }
      for index in 0..<count {
        let place = payload.lowerBound + 4 + 24 * index
        guard try self.name(at: place + 8) == "data", try number(8, at: place + 12) == 0 else {
          throw ByteReader.Malformed("cue \(index) is not in the data chunk")
        }
        cues.append(
          Cue(id: try number(4, at: place), start: try number(4, at: place + 20), label: nil))
      }
    case "LIST":
      try readList(try self.name(at: payload.lowerBound), payload.dropFirst(4))
    default: break
    }
  }

  private mutating func readList(_ type: String, _ payload: Range<Int>) throws {
    var place = payload.lowerBound
    while place < payload.upperBound {
      let name = try name(at: place)
      let size = try number(4, at: place + 4)
      var text = try reader.bytes(place + 8..<place + 8 + size)
      let id = type == "adtl" ? Array(text.prefix(4)).littleEndian : 0
      if type == "adtl" { text.removeFirst(4) }
      guard text.last == 0, !text.dropLast().contains(0),
        let value = String(validating: text.dropLast(), as: UTF8.self)
      else {
        throw ByteReader.Malformed("text of \(name) at \(place)")
      }
      if type == "INFO" { info.append("\(name)=\(value)") }
      if type == "adtl" {
        guard name == "labl", let index = cues.firstIndex(where: { $0.id == id }) else {
          throw ByteReader.Malformed("\(name) at \(place) names no cue")
        }
        cues[index].label = value
      }
      place += 8 + size + size % 2
    }
    guard place == payload.upperBound else { throw ByteReader.Malformed("the end of LIST \(type)") }
  }

  private func name(at place: Int) throws -> String {
    String(decoding: try reader.bytes(place..<place + 4), as: UTF8.self)
  }

  private func number(_ width: Int, at place: Int) throws -> Int {
    try reader.bytes(place..<place + width).littleEndian
  }
}
