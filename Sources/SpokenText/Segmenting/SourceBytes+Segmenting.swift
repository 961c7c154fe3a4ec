/// Questions about white space, words and capitals that segmenting asks of the bytes.
extension SourceBytes {
  /// Length of the white space character at an offset, 0 when there is none.
  @inline(__always)
  func spaceLength(at offset: Int) -> Int {
    let byte = self[offset]
    if byte < 0x80 { return ASCII.isSpace(byte) ? 1 : 0 }
    // The lead bytes of NO-BREAK SPACE, OGHAM SPACE MARK, the spaces of U+2000, and U+3000.
    guard byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3) else { return 0 }
    let (scalar, length) = scalar(at: offset)
    return CharacterClass(scalar) == .space ? length : 0
  }

  /// The first offset from `offset` on without white space.
  func skippingSpace(_ offset: Int) -> Int {
    var offset = offset
    while true {
      let length = spaceLength(at: offset)
      if length == 0 { return offset }
      offset += length
    }
  }

  /// The end of the text before the white space that ends at `offset`, not below `floor`.
  func endBeforeSpace(_ offset: Int, floor: Int) -> Int {
    var end = offset
    while end > floor {
      let start = scalarStart(before: end)
      guard start >= floor, spaceLength(at: start) == end - start else { return end }
      end = start
    }
    return end
  }

  /// Where the character begins that ends at `offset`.
  func scalarStart(before offset: Int) -> Int {
    var start = offset - 1
    while start > 0, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The scalar that ends at `offset`, 0 at the start of the text.
  func scalar(before offset: Int) -> UInt32 {
    offset <= 0 ? 0 : scalar(at: scalarStart(before: offset)).scalar
  }

  /// The first offset from `start` on that is no letter or digit of ASCII.
  @inline(__always)
  func pastPlain(_ start: Int) -> Int {
    let all = slice(0..<count)
    var offset = start
    while offset < all.count, ASCII.isLetter(all[offset]) || ASCII.isDigit(all[offset]) {
      offset &+= 1
    }
    return offset
  }

  /// A run of white space with the number of line breaks in it; CR LF is one, a paragraph separator
  /// counts as two.
  func gap(at offset: Int) -> (end: Int, lineBreaks: Int, lastLineStart: Int) {
    // Most often one space and then a word.
    if self[offset] == 0x20, self[offset + 1] &- 0x21 < 0x5E { return (offset + 1, 0, offset) }
    var (end, lineBreaks, lastLineStart) = (offset, 0, offset)
    while true {
      let length = spaceLength(at: end)
      if length == 0 { return (end, lineBreaks, lastLineStart) }
      let byte = self[end]
      if byte == 0x0A || byte == 0x0C || (byte == 0x0D && self[end + 1] != 0x0A) {
        lineBreaks += 1
        lastLineStart = end + 1
      } else if byte == 0xE2 {
        let scalar = scalar(at: end).scalar
        if scalar == 0x2028 || scalar == 0x2029 {
          lineBreaks += scalar == 0x2029 ? 2 : 1
          lastLineStart = end + length
        }
      }
      end += length
    }
  }

  /// Whether a letter of any script, or a digit, stands at an offset.
  func isWordCharacter(at offset: Int) -> Bool {
    let byte = self[offset]
    if byte < 0x80 { return ASCII.isLetter(byte) || ASCII.isDigit(byte) }
    let characterClass = CharacterClass(scalar(at: offset).scalar)
    return characterClass == .letter || characterClass == .joining
  }
}
