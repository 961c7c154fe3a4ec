/// The UTF-8 of a text while it is being read.
///
/// Reading outside gives 0 instead of a trap, so that recognizers may look left and right without
/// care. Valid only inside the closure that handed it out; values keep ranges, never this.
struct SourceBytes {
  private let buffer: UnsafeBufferPointer<UInt8>

  init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

  var count: Int { buffer.count }

  /// The byte at an offset, 0 outside the text.
  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    UInt(bitPattern: offset) < UInt(bitPattern: buffer.count) ? buffer[offset] : 0
  }

  /// The bytes of a range, cut to the text.
  @inline(__always)
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    let range = range.clamped(to: 0..<buffer.count)
    return UnsafeBufferPointer(rebasing: buffer[range])
  }

  /// The first offset from `start` on, at the most `limit`, whose byte is no small letter of ASCII.
  @inline(__always)
  func pastLowercase(_ start: Int, limit: Int) -> Int {
    var offset = start
    let limit = min(limit, buffer.count)
    while offset < limit, ASCII.isLower(buffer[offset]) { offset &+= 1 }
    return offset
  }

  func string(_ range: Range<Int>) -> String { String(decoding: slice(range), as: UTF8.self) }

  private func isInside(_ range: Range<Int>) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= count
  }

  /// Whether the bytes of a range are exactly these; outside the text nothing is.
  func holds(_ text: StaticString, at range: Range<Int>) -> Bool {
    guard range.count == text.utf8CodeUnitCount, isInside(range) else { return false }
    for index in 0..<range.count where buffer[range.lowerBound + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether the bytes of a range are these lower-case ASCII letters, in any case.
  func holdsIgnoringCase(_ text: StaticString, at range: Range<Int>) -> Bool {
    guard range.count == text.utf8CodeUnitCount, isInside(range) else { return false }
    for index in 0..<range.count
    where ASCII.lowercased(buffer[range.lowerBound + index]) != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether the text goes on with `other` at an offset, ASCII letters in any case.
  func holdsIgnoringCase(_ other: String, at offset: Int) -> Bool {
    var offset = offset
    for byte in other.utf8 {
      guard ASCII.lowercased(self[offset]) == ASCII.lowercased(byte) else { return false }
      offset += 1
    }
    return true
  }

  /// The runs in a range that hold no ASCII white space.
  func words(in range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range where ASCII.isSpace(self[offset]) {
      if offset > start { words.append(start..<offset) }
      start = offset + 1
    }
    if range.upperBound > start { words.append(start..<range.upperBound) }
    return words
  }

  /// Decodes the scalar at an offset, and its length; a broken byte is U+FFFD of length 1.
  func scalar(at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = self[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard length > 1, offset + length <= count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length {
      let byte = self[offset + index]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }
}

/// Questions about single bytes.
enum ASCII {
  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  @inline(__always) static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  @inline(__always) static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  static func isVowel(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }
  @inline(__always) static func lowercased(_ byte: UInt8) -> UInt8 {
    isUpper(byte) ? byte | 0x20 : byte
  }
  /// Space, tab, line feed, carriage return, vertical tab, form feed.
  @inline(__always) static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5
  }
}

extension SourceBytes {
  /// Whether a text of several words has no small letter, so that its capitals say nothing.
  ///
  /// Ordinary text answers at its first small letter.
  var isShouted: Bool {
    var letters = 0
    var words = 0
    var isInWord = false
    for offset in 0..<count {
      if ASCII.isLower(self[offset]) { return false }
      let isLetter = ASCII.isUpper(self[offset])
      if isLetter, !isInWord { words += 1 }
      if isLetter { letters += 1 }
      isInWord = isLetter
    }
    return words > 2 && letters > 3 * words
  }
}
