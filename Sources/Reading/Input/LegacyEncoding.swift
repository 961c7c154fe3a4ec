internal import Glibc

/// Decodes what was written before UTF-8, by `iconv` of the C library.
enum LegacyEncoding {
  /// Names of the WHATWG Encoding Standard that the C library calls otherwise, or whose larger
  /// variant browsers mean.
  private static let iconvNames = [
    "shift_jis": "CP932", "euc-kr": "CP949", "gbk": "GB18030", "big5": "BIG5-HKSCS",
    "windows-874": "CP874", "ibm866": "IBM866", "macintosh": "MACINTOSH",
  ]

  /// The text, and how many bytes no character begins with, each of which became U+FFFD; nil where
  /// the C library does not know the encoding.
  ///
  /// - Parameter name: As the WHATWG Encoding Standard has it: `koi8-r`.
  static func decode(_ bytes: [UInt8], as name: String) -> (text: String, broken: Int)? {
    let name = iconvNames[name] ?? name.replacing("windows-", with: "CP").uppercased()
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    var broken = 0
    var input = bytes.map { CChar(bitPattern: $0) }
    var chunk = [CChar](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBufferPointer { source in
      var from = source.baseAddress
      var left = source.count
      while left > 0 {
        var written = 0
        var failure: Int32 = 0
        chunk.withUnsafeMutableBufferPointer { target in
          var to = target.baseAddress
          var room = target.count
          if iconv(converter, &from, &left, &to, &room) == -1 { failure = errno }
          written = target.count - room
        }
        output.append(contentsOf: chunk.prefix(written).lazy.map { UInt8(bitPattern: $0) })
        // A full chunk is emptied and filled again.
        if failure == 0 || failure == E2BIG && written > 0 { continue }
        // A byte that begins no character, or half a character at the end.
        broken += 1
        output.append(contentsOf: "\u{FFFD}".utf8)
        from = from?.advanced(by: 1)
        left -= 1
      }
    }
    return (String(decoding: output, as: UTF8.self), broken)
  }
}
