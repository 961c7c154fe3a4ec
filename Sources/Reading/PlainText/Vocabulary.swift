/// The words that a document writes in one piece, collected when somebody first asks.
struct Vocabulary {
  private let bytes: DocumentBytes
  private var words: Set<String>?

  init(_ bytes: DocumentBytes) { self.bytes = bytes }

  /// Whether the document writes this lower-case word somewhere.
  mutating func contains(_ word: String) -> Bool {
    if words == nil { words = Self.collect(bytes) }
    return words?.contains(word) ?? false
  }

  private static func collect(_ bytes: DocumentBytes) -> Set<String> {
    var words: Set<String> = []
    var offset = 0
    while offset < bytes.count {
      if isLetter(at: offset, in: bytes) {
        let end = self.end(ofWordAt: offset, in: bytes)
        words.insert(bytes.string(offset..<end).lowercased())
        offset = end
      } else {
        offset += bytes.scalar(at: offset).length
      }
    }
    return words
  }

  /// The letters from an offset on, in lower case.
  static func word(from offset: Int, in bytes: DocumentBytes) -> String {
    bytes.string(offset..<end(ofWordAt: offset, in: bytes)).lowercased()
  }

  /// The letters up to an offset, in lower case.
  static func word(before offset: Int, in bytes: DocumentBytes) -> String {
    var start = offset
    while start > 0 {
      var previous = start - 1
      while previous > 0, bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
      guard isLetter(at: previous, in: bytes) else { break }
      start = previous
    }
    return bytes.string(start..<offset).lowercased()
  }

  private static func end(ofWordAt offset: Int, in bytes: DocumentBytes) -> Int {
    var offset = offset
    while offset < bytes.count, isLetter(at: offset, in: bytes) {
      offset += bytes.scalar(at: offset).length
    }
    return offset
  }

  private static func isLetter(at offset: Int, in bytes: DocumentBytes) -> Bool {
    let value = bytes.scalar(at: offset).value
    if value < 0x80 { return (value | 0x20) &- 0x61 < 26 }
    return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }
}
