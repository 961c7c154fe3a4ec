/// The bytes of a chunk of a RIFF file: four letters, a 32-bit size, the payload, even padding.
///
/// Multimedia Programming Interface and Data Specifications 1.0 (1991), chapter 2; all numbers are
/// little-endian.
struct RIFFChunk {
  private(set) var payload: [UInt8] = []
  let name: String

  /// An empty chunk; a `LIST` starts with its type.
  init(_ name: String, listType: String? = nil) {
    self.name = name
    if let listType { append(ascii: listType) }
  }

  mutating func append(_ value: UInt16) { appendLittleEndian(value) }
  mutating func append(_ value: UInt32) { appendLittleEndian(value) }
  mutating func append(_ value: UInt64) { appendLittleEndian(value) }

  /// Appends letters as they are, such as the name of another chunk.
  mutating func append(ascii letters: String) { payload += Array(letters.utf8) }

  /// Appends text in UTF-8 with the NUL that ends it.
  mutating func append(text: String) { payload += Array(text.utf8) + [0] }

  mutating func append(_ chunk: RIFFChunk) { payload += chunk.bytes }

  mutating func append(zeros count: Int) { payload += [UInt8](repeating: 0, count: count) }

  /// The chunk as it stands in the file; the padding is not counted in its size.
  var bytes: [UInt8] {
    var header = RIFFChunk(name)
    header.append(ascii: name)
    header.append(UInt32(payload.count))
    return header.payload + payload + (payload.count % 2 == 0 ? [] : [0])
  }

  private mutating func appendLittleEndian(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { payload += Array($0) }
  }
}
