/// A tag of HTML or XML in plain text: `<em>`, `</em>`, `<br/>`, `<a href="…">`.
///
/// Tags are not read as markup; a sentence only ends and begins around them as if they were not
/// there: `Yes.</em> <em>No.` → `Yes.</em>` and `<em>No.`
enum MarkupTag {
  /// Longest tag that is looked at, in bytes.
  private static let longest = 200

  /// The offset past the tag that begins at `<`, nil when there is none.
  static func end(_ bytes: SourceBytes, at start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "<") else { return nil }
    let isClosing = bytes[start + 1] == UInt8(ascii: "/")
    guard ASCII.isLetter(bytes[start + (isClosing ? 2 : 1)]) else { return nil }
    for offset in start + 2..<start + longest {
      switch bytes[offset] {
      case UInt8(ascii: ">"): return offset + 1
      case UInt8(ascii: "<"), 0x0A, 0x0D, 0: return nil
      default: break
      }
    }
    return nil
  }

  /// The same for a tag that closes: `</em>`.
  static func closingEnd(_ bytes: SourceBytes, at start: Int) -> Int? {
    bytes[start + 1] == UInt8(ascii: "/") ? end(bytes, at: start) : nil
  }
}
