/// A face of punctuation behind a sentence: `:)`, `;-)`, `:D`, `<3`.
enum Emoticon {
  /// The offset past the face that begins at an offset; white space or the end follows it.
  static func end(_ bytes: SourceBytes, at start: Int) -> Int? {
    var offset = start + 1
    switch bytes[start] {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="):
      if bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "'") { offset += 1 }
      switch bytes[offset] {
      case UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "D"), UInt8(ascii: "P"),
        UInt8(ascii: "p"), UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "/"),
        UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "3"):
        // `:))`
        repeat { offset += 1 } while bytes[offset] == bytes[offset - 1] && offset - start < 8
      default: return nil
      }
    case UInt8(ascii: "<"):
      guard bytes[offset] == UInt8(ascii: "3") else { return nil }
      offset += 1
    default: return nil
    }
    return offset >= bytes.count || bytes.spaceLength(at: offset) > 0 ? offset : nil
  }
}
