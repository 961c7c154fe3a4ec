import Narration

/// A cover as the value of an Ogg comment: a FLAC picture block in Base64.
///
/// RFC 9639, section 8.8, by way of Xiph's VorbisComment page. libopusenc makes one too, but knows no
/// WebP and reads past the end of a broken JPEG; and FLAC's cover says as little of pixels as this.
struct OpusPicture {
  /// Ended by a NUL, as libopusenc takes it.
  let value: [CChar]

  /// The bytes that the comment takes, its length and name included.
  static func byteCount(of cover: Cover) -> Int {
    let block = 32 + cover.mediaType.utf8.count + cover.bytes.count
    return 4 + "METADATA_BLOCK_PICTURE=".utf8.count + (block + 2) / 3 * 4
  }

  init(_ cover: Cover) {
    var block: [UInt8] = []
    func append(_ value: Int) {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: value).bigEndian) { block += $0 }
    }
    block.reserveCapacity(64 + cover.bytes.count)
    append(3)  // front cover
    append(cover.mediaType.utf8.count)
    block += cover.mediaType.utf8
    append(0)  // no description
    for _ in 0..<4 { append(0) }  // width, height, depth and colours are left to those who show it
    append(cover.bytes.count)
    block += cover.bytes
    value = Self.base64(block)
  }

  /// Base64 with padding (RFC 4648, section 4) and a NUL.
  private static func base64(_ bytes: [UInt8]) -> [CChar] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let count = (bytes.count + 2) / 3 * 4
    return [CChar](unsafeUninitializedCapacity: count + 1) { text, initialized in
      bytes.withUnsafeBufferPointer { bytes in
        var place = 0
        for start in stride(from: 0, to: bytes.count, by: 3) {
          var group = 0
          for index in start..<start + 3 {
            group = group << 8 | (index < bytes.count ? Int(bytes[index]) : 0)
          }
          for digit in 0..<4 {
            // A group of one byte has two digits, of two bytes three.
            let isPadding = start + digit > bytes.count
            let character =
              isPadding ? UInt8(ascii: "=") : alphabet[group >> (18 - 6 * digit) & 63]
            text[place] = CChar(bitPattern: character)
            place += 1
          }
        }
        text[place] = 0
      }
      initialized = count + 1
    }
  }
}
