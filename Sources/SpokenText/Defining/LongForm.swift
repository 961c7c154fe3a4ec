/// The words that a short form stands for.
enum LongForm {
  /// The shortest run of words before an offset whose letters match.
  ///
  /// - Parameter isWithinCommas: No comma may stand in it.
  static func range(
    endingAt end: Int, for short: ShortForm, isWithinCommas: Bool = false, in bytes: SourceBytes
  ) -> Range<Int>? {
    var start = regionStart(before: end, in: bytes)
    if isWithinCommas, let comma = bytes.slice(start..<end).lastIndex(of: UInt8(ascii: ",")) {
      start += comma + 1
    }
    let region = trimmed(start..<end, of: bytes)
    let parts = WordPart.parts(in: region, of: bytes)
    for isRelaxed in [false, true] {
      if let first = LongFormMatcher(parts: parts, short: short, isRelaxed: isRelaxed)
        .firstPart(in: bytes)
      {
        return checked(parts[first].range.lowerBound..<region.upperBound, for: short)
      }
    }
    return nil
  }

  /// A phrase that matches from its first word to its last, words such as "the" before it left out.
  ///
  /// - Parameter mayPassOver: One word that no letter stands for may be passed over.
  static func range(
    filling content: Range<Int>, for short: ShortForm, mayPassOver: Bool = true,
    in bytes: SourceBytes
  ) -> Range<Int>? {
    let content = trimmed(content, of: bytes)
    let parts = WordPart.parts(in: content, of: bytes)
    let opening = parts.firstIndex { !$0.isFunction } ?? 0
    for isRelaxed in mayPassOver ? [false, true] : [false] {
      if let first = LongFormMatcher(parts: parts, short: short, isRelaxed: isRelaxed)
        .firstPart(in: bytes), first <= opening
      {
        return checked(parts[first].range.lowerBound..<content.upperBound, for: short)
      }
    }
    return nil
  }

  /// A long form is longer than its short form, and not the same letters.
  private static func checked(_ range: Range<Int>, for short: ShortForm) -> Range<Int>? {
    range.count > short.range.count + 2 && !range.overlaps(short.range) ? range : nil
  }

  /// White space and quotes at both ends left out.
  private static func trimmed(_ range: Range<Int>, of bytes: SourceBytes) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, !bytes.isWordCharacter(at: start) { start += bytes.scalar(at: start).length }
    while end > start {
      let before = bytes.scalarStart(before: end)
      if bytes.isWordCharacter(at: before) { break }
      end = before
    }
    return start..<max(start, end)
  }

  /// Where to begin looking: the start of the clause, at most 240 bytes back.
  private static func regionStart(before end: Int, in bytes: SourceBytes) -> Int {
    var start = end
    while start > 0, end - start < 240 {
      switch bytes[start - 1] {
      case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "?"):
        return start
      case UInt8(ascii: "."):
        // `U.S. Department of Agriculture`
        let isInitials = ASCII.isUpper(bytes[start - 2]) && bytes[start - 3] == UInt8(ascii: ".")
        if bytes.spaceLength(at: start) > 0, !isInitials { return start }
      case 0x0A:
        if bytes[start - 2] == 0x0A || bytes[start - 2] == 0x0D && bytes[start - 3] == 0x0A {
          return start
        }
      default: break
      }
      start -= 1
    }
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    // Never begin inside a word.
    if start > 0, bytes.isWordCharacter(at: bytes.scalarStart(before: start)) {
      while start < end, bytes.isWordCharacter(at: start) {
        start += bytes.scalar(at: start).length
      }
    }
    return start
  }

  // MARK: As said in a sentence

  /// White space folded, and the first word in lower case when it has a capital only because it
  /// begins the sentence: no other word has one, and it is no eponym such as `Crohn's`.
  static func inSentence(_ range: Range<Int>, of bytes: SourceBytes) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let space = bytes.spaceLength(at: offset)
      if space == 0 {
        text.append(bytes[offset])
      } else if text.last != 0x20 {
        text.append(0x20)
      }
      offset += max(space, 1)
    }
    if ASCII.isUpper(bytes[range.lowerBound]), beginsSentence(at: range.lowerBound, in: bytes),
      text.withUnsafeBufferPointer({ isPlain(SourceBytes($0)) })
    {
      text[0] |= 0x20
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether no word but the first has a capital, and that one only as its first letter, followed by
  /// another, and no `'s` at its end.
  private static func isPlain(_ text: SourceBytes) -> Bool {
    guard text.isWordCharacter(at: 1), !ASCII.isDigit(text[1]) else { return false }
    var offset = 1
    var beginsWord = false
    var isFirst = true
    while offset < text.count {
      let (scalar, length) = text.scalar(at: offset)
      if scalar == 0x20 {
        if isFirst, text[offset - 1] == UInt8(ascii: "s"),
          text[offset - 2] == UInt8(ascii: "'") || text.scalar(before: offset - 1) == 0x2019
        {
          return false
        }
        isFirst = false
      } else if beginsWord || isFirst, CharacterClass.isUpper(scalar) {
        return false
      }
      beginsWord = scalar == 0x20
      offset += length
    }
    return true
  }

  private static func beginsSentence(at offset: Int, in bytes: SourceBytes) -> Bool {
    var start = offset
    while start > 0, offset - start < 16 {
      switch bytes.scalar(before: start) {
      case 0x22, 0x27, 0x28, 0x5B, 0x201C, 0x2018, 0x20, 0x09, 0x2A, 0x5F:
        start = bytes.scalarStart(before: start)
      case 0x2E, 0x21, 0x3F, 0x3A, 0x0A, 0x0D, 0x2026, 0x2022, 0x2D, 0x2013, 0x2014: return true
      default: return false
      }
    }
    return start == 0
  }
}
