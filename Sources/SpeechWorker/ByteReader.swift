/// Reads the fields of a frame one after the other; what is not there is a fault.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var remaining: Int { bytes.count - offset }

  mutating func number<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(WireFault) -> Number {
    let size = MemoryLayout<Number>.size
    guard remaining >= size else { throw WireFault("a frame ends within a number") }
    defer { offset += size }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  mutating func text() throws(WireFault) -> String {
    let count = Int(try number(UInt32.self))
    guard count <= remaining else { throw WireFault("a frame ends within a text") }
    let slice = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
    guard let text = String(validating: slice, as: UTF8.self) else {
      throw WireFault("a text is not UTF-8")
    }
    offset += count
    return text
  }

  /// `count` numbers that lie side by side, copied at once.
  mutating func numbers<Number: FixedWidthInteger>(
    _ type: Number.Type, count: Int
  ) throws(WireFault) -> [Number] {
    let size = MemoryLayout<Number>.stride
    guard count >= 0, count <= remaining / size else {
      throw WireFault("a frame ends within a row of numbers")
    }
    defer { offset += count * size }
    let source = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count * size])
    return [Number](unsafeUninitializedCapacity: count) { target, initialized in
      UnsafeMutableRawBufferPointer(target).copyMemory(from: source)
      initialized = count
    }
  }

  func end() throws(WireFault) {
    guard remaining == 0 else { throw WireFault("a frame has \(remaining) bytes too many") }
  }
}

/// Writes the fields of a frame and, at the end, its length before them.
struct ByteWriter {
  private var bytes: [UInt8]

  init(kind: UInt8) { bytes = [0, 0, 0, 0, kind] }

  mutating func number<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func text(_ text: String) {
    number(UInt32(clamping: text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func numbers<Number: FixedWidthInteger>(_ numbers: UnsafeBufferPointer<Number>) {
    bytes.append(contentsOf: UnsafeRawBufferPointer(numbers))
  }

  /// The frame, or its beginning if `following` bytes are written after it.
  func frame(following: Int = 0) -> [UInt8] {
    var frame = bytes
    let count = UInt32(clamping: bytes.count - WireFormat.headerSize + following)
    withUnsafeBytes(of: count.littleEndian) { frame.replaceSubrange(0..<4, with: $0) }
    return frame
  }
}
