/// The escapes of addresses (RFC 3986, 2.1): `%20` for a space.
enum PercentEscapes {
  /// The bytes that a text stands for; what is no escape stays as it is.
  static func bytes(of text: Substring) -> [UInt8] {
    let utf8 = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < utf8.count {
      if utf8[index] == UInt8(ascii: "%"), index + 2 < utf8.count,
        let high = digit(utf8[index + 1]), let low = digit(utf8[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(utf8[index])
        index += 1
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    if byte &- 0x30 < 10 { return byte - 0x30 }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? letter + 10 : nil
  }
}
