/// The entries of a lexicon as they are looked up: whole words by a hash of their first token, parts
/// of words by a tree of bytes.
///
/// One look into a hash table for each token of a text; a text is compared byte by byte only where
/// that finds something. Immutable, and one reference however large.
final class LexiconIndex: Sendable {
  /// The longest written form, in bytes.
  static let longest = 256

  let entries: [LexiconEntry]
  let symbols: [UInt32: LexiconSymbol]
  /// Readings, those of plurals and possessives among them.
  let readings: [LexiconReading]
  private let forms: [Form]
  /// The bytes of all forms, white space as one space, apostrophes straight.
  private let pool: [UInt8]
  private let firstTokens: [WordKey: [Int32]]
  let parts: LexiconParts

  /// Something that a text may hold, and its reading.
  struct Form {
    var bytes: Range<Int>
    var reading: Int
    var isExact: Bool
    /// A plural or a possessive, which an entry of its own outweighs.
    var isDerived: Bool
  }

  init(_ entries: [LexiconEntry], symbols: [UInt32: LexiconSymbol]) {
    self.entries = entries
    self.symbols = symbols
    var readings: [LexiconReading] = []
    var forms: [Form] = []
    var pool: [UInt8] = []
    var firstTokens: [WordKey: [Int32]] = [:]
    var parts = LexiconParts()
    for entry in entries {
      guard entry.scope == .wholeWord else {
        parts.insert(entry, reading: readings.count)
        readings.append(LexiconReading(entry))
        continue
      }
      for (written, reading, isExact, isDerived) in LexiconReading.forms(of: entry) {
        let start = pool.count
        pool.append(contentsOf: Self.folded(written))
        let number = Int32(truncatingIfNeeded: forms.count)
        forms.append(
          Form(
            bytes: start..<pool.count, reading: readings.count, isExact: isExact,
            isDerived: isDerived))
        readings.append(reading)
        for key in Self.firstKeys(of: written) { firstTokens[key, default: []].append(number) }
      }
    }
    // The longest first; of equals, what is no plural; then the entry that stands first.
    firstTokens = firstTokens.mapValues { numbers in
      numbers.sorted {
        let (left, right) = (forms[Int($0)], forms[Int($1)])
        if left.bytes.count != right.bytes.count { return left.bytes.count > right.bytes.count }
        return left.isDerived == right.isDerived ? $0 < $1 : right.isDerived
      }
    }
    self.readings = readings
    self.forms = forms
    self.pool = pool
    self.firstTokens = firstTokens
    self.parts = parts
  }

  /// White space runs as one space, curly apostrophes straight.
  private static func folded(_ written: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in written.unicodeScalars {
      if scalar.properties.isWhitespace {
        if bytes.last != 0x20 { bytes.append(0x20) }
      } else if scalar == "\u{2019}" {
        bytes.append(UInt8(ascii: "'"))
      } else {
        bytes.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    return bytes
  }

  /// The keys of the first token as a text may hold it, with either apostrophe.
  private static func firstKeys(of written: String) -> Set<WordKey> {
    var keys: Set<WordKey> = []
    let straight = String(written.map { $0 == "\u{2019}" ? "'" : $0 })
    for var variant in [straight, String(straight.map { $0 == "'" ? "\u{2019}" : $0 })] {
      variant.withUTF8 { buffer in
        var tokens: [Token] = []
        let bytes = SourceBytes(buffer)
        Lexer.tokenize(0..<bytes.count, of: bytes, into: &tokens)
        if let first = tokens.first { keys.insert(WordKey(bytes.slice(first.range))) }
      }
    }
    return keys
  }

  // MARK: Looking up

  /// The longest entry that begins at a token: its reading, and the token after it.
  func match(at start: Int, in sentence: TokenizedSentence) -> (reading: Int, end: Int)? {
    let token = sentence[start]
    guard let numbers = firstTokens[WordKey(sentence.bytes.slice(token.range))] else { return nil }
    for number in numbers {
      let form = forms[Int(number)]
      guard let end = end(of: form, from: Int(token.start), in: sentence.bytes) else { continue }
      var next = start
      while next < sentence.count, sentence[next].end < end { next += 1 }
      guard next < sentence.count, Int(sentence[next].end) == end,
        isWhole(start, next, in: sentence)
      else { continue }
      return (form.reading, next + 1)
    }
    return nil
  }

  /// The reading of bytes that are an entry as a whole.
  func reading(of range: Range<Int>, in bytes: SourceBytes) -> Int? {
    guard let numbers = firstTokens[WordKey(bytes.slice(range))] else { return nil }
    return numbers.first {
      end(of: forms[Int($0)], from: range.lowerBound, in: bytes) == range.upperBound
    }.map { forms[Int($0)].reading }
  }

  /// Where a form ends that a text holds at an offset.
  private func end(of form: Form, from offset: Int, in bytes: SourceBytes) -> Int? {
    var offset = offset
    for byte in pool[form.bytes] {
      if byte == 0x20 {
        let start = offset
        while true {
          if ASCII.isSpace(bytes[offset]) {
            offset += 1
          } else if bytes[offset] >= 0x80,
            CharacterClass(bytes.scalar(at: offset).scalar) == .space
          {
            offset += bytes.scalar(at: offset).length
          } else {
            break
          }
        }
        guard offset > start else { return nil }
      } else if byte == UInt8(ascii: "'"), bytes[offset] == 0xE2 {
        guard bytes.scalar(at: offset).scalar == 0x2019 else { return nil }
        offset += 3
      } else {
        let found = bytes[offset]
        guard found == byte || !form.isExact && ASCII.lowercased(found) == ASCII.lowercased(byte)
        else { return nil }
        offset += 1
      }
    }
    return offset
  }

  /// Whether neither end of a run of tokens lies inside a word: `86` in `x86`.
  private func isWhole(_ first: Int, _ last: Int, in sentence: TokenizedSentence) -> Bool {
    func joins(_ token: Token) -> Bool { token.isWord || token.isDigits || token.isMark("_") }
    let isMarkAlone = first == last && sentence[first].kind == .mark
    if !isMarkAlone, joins(sentence[first - 1]) { return false }
    return sentence[last].kind == .mark || !joins(sentence[last + 1])
  }
}
