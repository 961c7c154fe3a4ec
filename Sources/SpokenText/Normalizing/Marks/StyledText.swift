/// Letters and digits in dress: mathematical alphabets, wide forms, circles, ligatures, and the
/// digits of other scripts.
///
/// - `𝓗𝓮𝓵𝓵𝓸` → `Hello`, `Ｈｉ` → `Hi`, `ﬁne` → `fine`, `🅱` → `B`
/// - `𝟏𝟐` → `twelve`, `①` → `one`, `٣` → `three`
///
/// Compatibility mappings of Unicode, for the blocks that texts on the net and from PDF hold.
struct StyledText: SemioticClass {
  static let kind = Edit.Kind.symbol

  enum Form {
    case word(Range<Int>)
    case digits([UInt8])
    case number(Int)
  }

  let form: Form

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<StyledText>? {
    let token = sentence[start]
    if token.isWord {
      guard token.shape.contains(.nonASCII), isStyled(token.range, of: sentence.bytes) else {
        return nil
      }
      return Match(
        StyledText(form: .word(token.range)), tokens: start..<start + 1,
        rule: "symbol.styled-letters")
    }
    guard token.scalar >= 0x660 else { return nil }
    if let letter = plain(token.scalar), ASCII.isLetter(letter) {
      return Match(
        StyledText(form: .word(token.range)), tokens: start..<start + 1,
        rule: "symbol.styled-letters")
    }
    var digits: [UInt8] = []
    var end = start
    while digits.count < 40, let digit = digit(sentence[end]) {
      digits.append(UInt8(ascii: "0") + digit)
      end += 1
    }
    if !digits.isEmpty {
      return Match(
        StyledText(form: .digits(digits)), tokens: start..<end, rule: "symbol.styled-digits")
    }
    // `①` to `⑳`, `❶` to `❿`
    guard let value = circled(token.scalar) else { return nil }
    return Match(
      StyledText(form: .number(value)), tokens: start..<start + 1, rule: "symbol.styled-digits")
  }

  /// Whether a word holds a character that is another one in dress.
  private static func isStyled(_ range: Range<Int>, of bytes: SourceBytes) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      // Lead bytes of the blocks in question.
      guard bytes[offset] == 0xEF || bytes[offset] == 0xF0 else {
        offset += 1
        continue
      }
      let (scalar, length) = bytes.scalar(at: offset)
      if plain(scalar) != nil || ligature(scalar) != nil { return true }
      offset += length
    }
    return false
  }

  /// The ASCII letter or digit that a character is.
  private static func plain(_ scalar: UInt32) -> UInt8? {
    func letter(_ place: UInt32) -> UInt8 {
      UInt8(place < 26 ? 0x41 + place : 0x61 + place - 26)
    }
    switch scalar {
    case 0x1D400...0x1D6A3: return letter((scalar - 0x1D400) % 52)
    case 0x1D7CE...0x1D7FF: return UInt8(0x30 + (scalar - 0x1D7CE) % 10)
    case 0xFF10...0xFF19: return UInt8(scalar - 0xFF10 + 0x30)
    case 0xFF21...0xFF3A: return letter(scalar - 0xFF21)
    case 0xFF41...0xFF5A: return letter(scalar - 0xFF41 + 26)
    case 0x24B6...0x24CF: return letter(scalar - 0x24B6)
    case 0x24D0...0x24E9: return letter(scalar - 0x24D0 + 26)
    case 0x1F130...0x1F149: return letter(scalar - 0x1F130)
    case 0x1F150...0x1F169: return letter(scalar - 0x1F150)
    case 0x1F170...0x1F189: return letter(scalar - 0x1F170)
    default: return nil
    }
  }

  private static func ligature(_ scalar: UInt32) -> StaticString? {
    switch scalar {
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    case 0xFB05, 0xFB06: "st"
    default: nil
    }
  }

  /// The value of a decimal digit of any script but ASCII's.
  private static func digit(_ token: Token) -> UInt8? {
    guard token.kind == .mark, token.scalar >= 0x660, let scalar = Unicode.Scalar(token.scalar),
      scalar.properties.generalCategory == .decimalNumber,
      let value = scalar.properties.numericValue, value >= 0, value < 10
    else { return nil }
    return UInt8(value)
  }

  private static func circled(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x2460...0x2473: Int(scalar - 0x2460) + 1
    case 0x2776...0x277F: Int(scalar - 0x2776) + 1
    case 0x2780...0x2789: Int(scalar - 0x2780) + 1
    case 0x278A...0x2793: Int(scalar - 0x278A) + 1
    default: nil
    }
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    switch form {
    case .number(let value): NumberWords.sayCardinal(value, into: &writer)
    case .digits(let digits):
      digits.withUnsafeBufferPointer { NumberWords.sayCardinal($0, into: &writer) }
    case .word(let range): writer.say(Self.plainText(range, of: sentence.bytes))
    }
  }

  private static func plainText(_ range: Range<Int>, of bytes: SourceBytes) -> String {
    var text: [UInt8] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = bytes.scalar(at: offset)
      if let letter = plain(scalar) {
        text.append(letter)
      } else if let letters = ligature(scalar) {
        text.append(
          contentsOf: UnsafeBufferPointer(
            start: letters.utf8Start, count: letters.utf8CodeUnitCount))
      } else {
        text.append(contentsOf: bytes.slice(offset..<offset + length))
      }
      offset += length
    }
    // Voices spell words in capitals.
    if text.count > 1, text.allSatisfy(ASCII.isUpper) { text = text.map(ASCII.lowercased) }
    return String(decoding: text, as: UTF8.self)
  }
}
