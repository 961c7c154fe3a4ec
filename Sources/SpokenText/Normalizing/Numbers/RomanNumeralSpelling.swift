/// How a Roman numeral is spelled, and what may be written on to it.
extension RomanNumeral {
  /// A numeral with what may be written on to it: `XIV`, `IIb`, `II’s`, `XXVth`.
  static func part(
    at index: Int, joint: Joint, in sentence: TokenizedSentence
  ) -> Part? {
    let token = sentence[index]
    guard token.isWord, token.count <= 20 else { return nil }
    var range = token.range
    if let value = value(range, in: sentence) {
      return Part(value: value, letter: 0..<0, joint: joint)
    }
    guard token.shape.contains(.firstUpper) else { return nil }
    let split = range.upperBound - 1
    if token.shape.contains(.apostrophe), sentence.bytes[split] == UInt8(ascii: "s") {
      let apostrophe = sentence.bytes[split - 1] == UInt8(ascii: "'") ? split - 1 : split - 3
      guard apostrophe > range.lowerBound else { return nil }
      range = range.lowerBound..<apostrophe
      guard let value = value(range, in: sentence) else { return nil }
      return Part(
        value: value, letter: 0..<0, possessive: apostrophe..<token.range.upperBound, joint: joint)
    }
    guard token.count > 1 else { return nil }
    if (sentence.bytes[split] | 0x20) &- 0x61 < 4,
      let value = value(range.lowerBound..<split, in: sentence), value < 20
    {
      return Part(value: value, letter: split..<split + 1, joint: joint)
    }
    guard token.count > 3, let value = value(range.lowerBound..<split - 1, in: sentence),
      Ordinal.endings.contains(where: { sentence.bytes.holds($0, at: split - 1..<split + 1) })
    else { return nil }
    return Part(value: value, letter: 0..<0, isOrdinal: true, joint: joint)
  }

  /// The value of a numeral in its one proper spelling, all in capitals or all in lower case.
  static func value(_ range: Range<Int>, in sentence: TokenizedSentence) -> Int? {
    let bytes = sentence.bytes.slice(range)
    guard let first = bytes.first, bytes.count <= 15 else { return nil }
    let isUpper = ASCII.isUpper(first)
    var total = 0
    var highest = 0
    for byte in bytes.reversed() {
      guard ASCII.isUpper(byte) == isUpper, let digit = digit(byte) else { return nil }
      if digit < highest {
        total -= digit
      } else {
        total += digit
        highest = digit
      }
    }
    guard (1..<4000).contains(total), bytes.elementsEqual(spelling(total, inCapitals: isUpper))
    else { return nil }
    return total
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte | 0x20 {
    case UInt8(ascii: "i"): 1
    case UInt8(ascii: "v"): 5
    case UInt8(ascii: "x"): 10
    case UInt8(ascii: "l"): 50
    case UInt8(ascii: "c"): 100
    case UInt8(ascii: "d"): 500
    case UInt8(ascii: "m"): 1000
    default: nil
    }
  }

  /// The proper spelling of a value below 4,000.
  private static func spelling(_ value: Int, inCapitals isUpper: Bool) -> [UInt8] {
    var rest = value
    var letters: [UInt8] = []
    for (step, text) in steps {
      while rest >= step {
        letters.append(contentsOf: text.utf8)
        rest -= step
      }
    }
    return isUpper ? letters : letters.map { $0 | 0x20 }
  }

  private static let steps: [(Int, String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
}
