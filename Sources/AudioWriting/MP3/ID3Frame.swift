/// The bytes of a frame of an ID3v2.3 tag: four letters, a 32-bit size, two bytes of flags, the
/// payload.
///
/// ID3 tag version 2.3.0 (1999), section 3.3; all numbers have their highest byte first.
struct ID3Frame {
  private(set) var payload: [UInt8] = []
  let name: String

  /// An empty frame.
  init(_ name: String) { self.name = name }

  /// A frame of text, whose name starts with T.
  init(_ name: String, text: String) {
    self.name = name
    append(Encoding(of: text), of: text)
  }

  /// How a text is coded, by the byte that says so.
  ///
  /// What is not ASCII is UTF-16 with a byte order mark: ID3v2.3 has no UTF-8, and its ISO 8859-1
  /// is taken for the code page of the machine by many a program.
  enum Encoding: UInt8 {
    case latin = 0
    case utf16 = 1

    init(of text: String) { self = text.utf8.allSatisfy { $0 < 0x80 } ? .latin : .utf16 }
  }

  /// Appends the byte of the encoding, then the text in it, without an end.
  mutating func append(_ encoding: Encoding, of text: String) {
    payload.append(encoding.rawValue)
    append(text, in: encoding)
  }

  /// Appends text without an end.
  mutating func append(_ text: String, in encoding: Encoding) {
    switch encoding {
    case .latin: payload += text.utf8
    case .utf16:
      payload += [0xFF, 0xFE]
      for unit in text.utf16 { payload += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    }
  }

  /// Appends the zeros that end a text.
  mutating func appendEnd(in encoding: Encoding) {
    payload += encoding == .latin ? [0] : [0, 0]
  }

  /// Appends letters as they are, with the zero that ends them.
  mutating func append(id: String) { payload += Array(id.utf8) + [0] }

  mutating func append(_ byte: UInt8) { payload.append(byte) }

  mutating func append(_ bytes: [UInt8]) { payload += bytes }

  mutating func append(_ number: UInt32) {
    withUnsafeBytes(of: number.bigEndian) { payload += Array($0) }
  }

  mutating func append(_ frame: ID3Frame) { payload += frame.bytes }

  /// The frame as it stands in the tag.
  var bytes: [UInt8] {
    var header = ID3Frame(name)
    header.append(Array(name.utf8))
    header.append(UInt32(clamping: payload.count))
    header.append([0, 0])
    return header.payload + payload
  }
}
