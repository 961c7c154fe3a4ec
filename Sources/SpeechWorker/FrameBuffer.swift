/// Cuts a stream of bytes, in whatever pieces it comes, into frames.
public struct FrameBuffer: Sendable {
  private var bytes: [UInt8] = []
  private let limit: Int

  /// A buffer that refuses frames longer than `limit` bytes.
  public init(limit: Int) { self.limit = limit }

  /// Takes the next piece of the stream.
  public mutating func append(_ piece: UnsafeRawBufferPointer) {
    // The frame's length is known from its first piece on: one allocation holds all of it.
    if bytes.isEmpty, piece.count >= WireFormat.headerSize {
      let announced = Int(UInt32(littleEndian: piece.loadUnaligned(as: UInt32.self)))
      bytes.reserveCapacity(WireFormat.headerSize + min(announced, limit))
    }
    bytes.append(contentsOf: piece)
  }

  /// What follows the length of the next frame, or nil while it is not all there.
  public mutating func next() throws(WireFault) -> ArraySlice<UInt8>? {
    guard bytes.count >= WireFormat.headerSize else { return nil }
    let count = Int(bytes.withUnsafeBytes { UInt32(littleEndian: $0.load(as: UInt32.self)) })
    guard (1...limit).contains(count) else {
      throw WireFault("a frame announces \(count) bytes, not 1 to \(limit)")
    }
    let end = WireFormat.headerSize + count
    guard bytes.count >= end else { return nil }
    let frame = bytes
    bytes = Array(frame[end...])
    return frame[WireFormat.headerSize..<end]
  }

  /// Whether the stream may end here without having cut a frame in two.
  public var isBetweenFrames: Bool { bytes.isEmpty }
}
