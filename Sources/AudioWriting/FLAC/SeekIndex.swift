/// The places of some frames of a FLAC file, found while they are written.
///
/// It starts with a frame about every ten seconds. When its room is full it keeps every other one
/// and takes half as many from then on, so that a file of any length fits.
final class SeekIndex {
  /// A frame by its number from 0, and its bytes from the first frame's start.
  struct Point: Hashable {
    var frame: Int
    var offset: Int
  }

  /// The most points that are ever kept: an hour at one each ten seconds.
  static let capacity = 360

  private(set) var points: [Point] = []
  private var frames = 0
  private var firstFrame = 0
  private var nextByte = 0
  /// Frames from one point to the next.
  private var spacing: Int

  /// An index for frames of 4,096 samples.
  init(sampleRate: Int) { spacing = max(1, 10 * sampleRate / 4096) }

  /// Looks at a write: the encoder writes each frame whole, after all before it.
  func note(_ bytes: UnsafeRawBufferPointer, at position: Int) {
    // A frame starts with 14 bits of sync, a zero and the bit for blocks of one size (RFC 9639, 9.1).
    guard bytes.count > 2, bytes[0] == 0xFF, bytes[1] == 0xF8, position >= nextByte else { return }
    if frames == 0 { firstFrame = position }
    if frames % spacing == 0 { points.append(Point(frame: frames, offset: position - firstFrame)) }
    frames += 1
    nextByte = position + bytes.count
    if points.count == Self.capacity {
      spacing *= 2
      points.removeAll { $0.frame % spacing != 0 }
    }
  }
}
