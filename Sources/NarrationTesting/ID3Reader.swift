/// The ID3v2.3 tag at the start of a file, read as ID3 tag version 2.3.0 and the ID3v2 Chapter Frame
/// Addendum 1.0 say.
public struct ID3Reader {
  /// A frame's name and where its payload stands in the file.
  public struct Frame: Sendable {
    /// Four letters.
    public var name: String
    /// Bytes of the file.
    public var payload: Range<Int>
  }

  /// A `CHAP` frame.
  public struct Chapter: Hashable, Sendable {
    /// What tables name it by.
    public var id: String
    /// Milliseconds.
    public var start: Int
    /// Milliseconds.
    public var end: Int
    /// The text of its `TIT2`; nil without one.
    public var title: String?
  }

  /// A `CTOC` frame.
  public struct Table: Hashable, Sendable {
    /// What the table above it names it by.
    public var id: String
    /// Whether it is the root.
    public var isTop: Bool
    /// Whether its entries stand in order.
    public var isOrdered: Bool
    /// The names of chapters or tables.
    public var entries: [String]
  }

  /// An `APIC` frame.
  public struct Picture: Hashable, Sendable {
    /// Its media type.
    public var mediaType: String
    /// 3 is the front cover.
    public var type: Int
    /// What it says of itself.
    public var description: String
    /// The file of the picture.
    public var bytes: [UInt8]
  }

  /// Bytes of the tag, header and padding included.
  public private(set) var length = 0
  /// Zeros after the frames.
  public private(set) var padding = 0
  /// In file order.
  public private(set) var frames: [Frame] = []
  /// `NAME=text` of the frames of text, and `COMM` with its language before the text.
  public private(set) var texts: [String] = []
  /// In file order.
  public private(set) var chapters: [Chapter] = []
  /// In file order.
  public private(set) var tables: [Table] = []
  /// In file order.
  public private(set) var pictures: [Picture] = []

  /// The chapters in the order of the tables, from the root down.
  public var contents: [Chapter] {
    get throws {
      let found = Dictionary(grouping: chapters, by: \.id)
      let parts = Dictionary(grouping: tables, by: \.id)
      func listed(in table: Table) throws -> [Chapter] {
        try table.entries.flatMap { entry in
          switch (found[entry] ?? [], parts[entry] ?? []) {
          case (let chapters, []) where chapters.count == 1: return chapters
          case ([], let tables) where tables.count == 1 && !tables[0].isTop:
            return try listed(in: tables[0])
          default: throw ByteReader.Malformed("the entry \(entry) of the table \(table.id)")
          }
        }
      }
      let tops = tables.filter(\.isTop)
      guard tops.count < 2, tops.count == 1 || tables.isEmpty else {
        throw ByteReader.Malformed("\(tops.count) roots among \(tables.count) tables")
      }
      return try tops.flatMap(listed(in:))
    }
  }

  init(_ reader: ByteReader) throws {
    let header = try reader.bytes(0..<10)
    guard header.starts(with: Array("ID3".utf8) + [3, 0, 0]),
      header[6...].allSatisfy({ $0 < 0x80 })
    else { throw ByteReader.Malformed("no tag of version 2.3 without flags") }
    length = 10 + header[6...].reduce(0) { $0 << 7 | Int($1) }
    let bytes = try reader.bytes(0..<length)
    frames = try Self.frames(in: bytes[10...])
    padding = length - (frames.last?.payload.upperBound ?? 10)
    for frame in frames { try read(frame.name, bytes[frame.payload]) }
  }

  /// The frames up to the end or to zeros, which must be all that is left.
  private static func frames(in bytes: ArraySlice<UInt8>) throws -> [Frame] {
    var frames: [Frame] = []
    var rest = bytes
    while let first = rest.first, first != 0 {
      guard rest.count > 10 else {
        throw ByteReader.Malformed("half a frame at \(rest.startIndex)")
      }
      let start = rest.startIndex
      let name = String(decoding: rest[start..<start + 4], as: UTF8.self)
      let payload = start + 10..<start + 10 + rest[start + 4..<start + 8].bigEndian
      guard name.allSatisfy({ $0.isASCII && ($0.isUppercase || $0.isNumber) }),
        !payload.isEmpty, payload.upperBound <= bytes.endIndex,
        rest[start + 8] == 0, rest[start + 9] == 0
      else { throw ByteReader.Malformed("the frame \(name) at \(start)") }
      frames.append(Frame(name: name, payload: payload))
      rest = bytes[payload.upperBound...]
    }
    guard rest.allSatisfy({ $0 == 0 }) else { throw ByteReader.Malformed("padding of no zeros") }
    return frames
  }

  private mutating func read(_ name: String, _ payload: ArraySlice<UInt8>) throws {
    var rest = payload.dropFirst()
    let encoding = payload.first ?? 0
    switch name {
    case "CHAP": chapters.append(try Self.chapter(payload))
    case "CTOC": tables.append(try Self.table(payload))
    case "COMM":
      let language = String(decoding: rest.prefix(3), as: UTF8.self)
      rest = rest.dropFirst(3)
      let description = try Self.text(endingIn: &rest, encoding)
      texts.append("COMM=\(language):\(description):\(try Self.text(rest, encoding))")
    case "APIC":
      let mediaType = try Self.text(endingIn: &rest, 0)
      let type = Int(rest.removeFirst())
      let description = try Self.text(endingIn: &rest, encoding)
      pictures.append(
        Picture(mediaType: mediaType, type: type, description: description, bytes: Array(rest)))
    default:
      guard name.first == "T" else { throw ByteReader.Malformed("the frame \(name)") }
      texts.append("\(name)=\(try Self.text(rest, encoding))")
    }
  }

  private static func chapter(_ payload: ArraySlice<UInt8>) throws -> Chapter {
    var rest = payload
    let id = try text(endingIn: &rest, 0)
    let numbers = (0..<4).map { rest.dropFirst(4 * $0).prefix(4).bigEndian }
    guard rest.count >= 16, numbers[2] == 0xFFFF_FFFF, numbers[3] == 0xFFFF_FFFF else {
      throw ByteReader.Malformed("the chapter \(id) has places in the file")
    }
    let inner = try frames(in: rest.dropFirst(16))
    guard inner.allSatisfy({ $0.name == "TIT2" }), inner.count < 2 else {
      throw ByteReader.Malformed("what the chapter \(id) holds")
    }
    let title = try inner.first.map { frame in
      let text = payload[frame.payload]
      return try self.text(text.dropFirst(), text.first ?? 0)
    }
    return Chapter(id: id, start: numbers[0], end: numbers[1], title: title)
  }

  private static func table(_ payload: ArraySlice<UInt8>) throws -> Table {
    var rest = payload
    let id = try text(endingIn: &rest, 0)
    guard rest.count > 2 else { throw ByteReader.Malformed("the table \(id) is empty") }
    let flags = rest.removeFirst()
    let count = Int(rest.removeFirst())
    let entries = try (0..<count).map { _ in try text(endingIn: &rest, 0) }
    guard flags < 4, count > 0, rest.isEmpty else {
      throw ByteReader.Malformed("the entries of the table \(id)")
    }
    return Table(id: id, isTop: flags & 2 != 0, isOrdered: flags & 1 != 0, entries: entries)
  }

  /// Takes a text up to its zeros, which must be there.
  private static func text(
    endingIn bytes: inout ArraySlice<UInt8>, _ encoding: UInt8
  ) throws -> String {
    let width = encoding == 1 ? 2 : 1
    var end = bytes.startIndex
    while end + width <= bytes.endIndex, bytes[end..<end + width].contains(where: { $0 != 0 }) {
      end += width
    }
    guard end + width <= bytes.endIndex else { throw ByteReader.Malformed("a text without end") }
    let text = try text(bytes[..<end], encoding)
    bytes = bytes[(end + width)...]
    return text
  }

  /// A text of ASCII, or of UTF-16 with its mark.
  private static func text(_ bytes: ArraySlice<UInt8>, _ encoding: UInt8) throws -> String {
    let bytes = Array(bytes)
    var text: String?
    if encoding == 0 { text = String(validating: bytes, as: Unicode.ASCII.self) }
    if encoding == 1, bytes.starts(with: [0xFF, 0xFE]), bytes.count % 2 == 0 {
      let units = stride(from: 2, to: bytes.count, by: 2).map {
        UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
      }
      text = String(validating: units, as: UTF16.self)
    }
    guard let text, !text.contains("\u{0}") else {
      throw ByteReader.Malformed("a text in encoding \(encoding)")
    }
    return text
  }
}
