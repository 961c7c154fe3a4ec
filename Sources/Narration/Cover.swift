/// A picture that stands for an episode or a book.
public struct Cover: Hashable, Sendable {
  /// The file of the picture.
  public let bytes: [UInt8]
  /// Its media type, told from the bytes: `image/jpeg`, `image/png`, `image/gif` or `image/webp`.
  public let mediaType: String

  /// The most bytes that fit into an audio file beside all else that stands before its samples: a
  /// metadata block of FLAC holds 16 MiB (RFC 9639, section 8.1).
  public static let largestSize = 15 << 20

  /// A picture in one of the formats that players show; nil for all else.
  public init?(bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      mediaType = "image/jpeg"
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      mediaType = "image/png"
    } else if bytes.starts(with: "GIF8".utf8) {
      mediaType = "image/gif"
    } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      mediaType = "image/webp"
    } else {
      return nil
    }
    self.bytes = bytes
  }
}
