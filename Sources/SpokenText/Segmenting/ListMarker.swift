/// A number, letter or bullet that begins an item of a list: `1.`, `2)`, `3.)`, `b.`, `(iii)`, `•`.
struct ListMarker {
  enum Style {
    case bullet, number, lower, upper, roman, capitalRoman
  }

  let style: Style
  /// The place of the item in its list, 0 for bullets and for numbers of several levels.
  let value: Int
  /// Whether a bracket closes it.
  let hasBracket: Bool
  /// Past the marker; white space follows, except after a bullet.
  let end: Int

  /// Whether `other` stands where the item after this one would.
  func isFollowed(by other: ListMarker) -> Bool {
    style == other.style && value + 1 == other.value
  }

  /// Whether a list may begin with it, as with `1.`, `a)` or `i.`.
  var isFirst: Bool { value == 1 }

  /// Whether it can be nothing else than the beginning of a list: `•`, `a.`, `i)`.
  var beginsList: Bool {
    style == .bullet || isFirst && style != .number && style != .upper && style != .capitalRoman
  }

  /// What stands at an offset, when that is a marker and something follows it.
  static func read(_ bytes: SourceBytes, at start: Int) -> ListMarker? {
    var offset = start
    let scalar = bytes.scalar(at: start)
    if isBullet(scalar.scalar) {
      let after = bytes.skippingSpace(start + scalar.length)
      return ListMarker(
        style: .bullet, value: 0, hasBracket: false,
        end: read(numberAt: after, in: bytes)?.end ?? start + scalar.length)
    }
    if bytes[offset] == UInt8(ascii: "(") { offset += 1 }
    return read(numberAt: offset, in: bytes, isBracketed: offset > start)
  }

  private static func read(
    numberAt start: Int, in bytes: SourceBytes, isBracketed: Bool = false
  ) -> ListMarker? {
    guard let (style, value, labelEnd) = label(bytes, at: start) else { return nil }
    var end = labelEnd
    let hasStop = bytes[end] == UInt8(ascii: ".")
    if hasStop { end += 1 }
    let hasBracket = bytes[end] == UInt8(ascii: ")")
    if hasBracket { end += 1 }
    // `(555) 867-5309` is no item.
    guard !(isBracketed && style == .number && labelEnd - start > 2) else { return nil }
    guard hasStop || hasBracket, hasBracket || !isBracketed, bytes.spaceLength(at: end) > 0 else {
      return nil
    }
    // What ends a paragraph begins no item: `5. Then 6.`
    let gap = bytes.gap(at: end)
    guard gap.lineBreaks < 2, gap.end < bytes.count else { return nil }
    return ListMarker(style: style, value: value, hasBracket: hasBracket, end: end)
  }

  /// Up to three digits with levels, one letter, or a small Roman numeral.
  private static func label(_ bytes: SourceBytes, at start: Int) -> (Style, Int, Int)? {
    let first = bytes[start]
    var end = start
    if ASCII.isDigit(first) {
      var value = 0
      while ASCII.isDigit(bytes[end]), end - start < 4 {
        value = value * 10 + Int(bytes[end] & 0x0F)
        end += 1
      }
      guard end - start <= 3 else { return nil }
      while bytes[end] == UInt8(ascii: "."), ASCII.isDigit(bytes[end + 1]), end - start < 12 {
        value = 0
        end += 1
        while ASCII.isDigit(bytes[end]), end - start < 12 { end += 1 }
      }
      return (.number, value, end)
    }
    guard ASCII.isLetter(first) else { return nil }
    while ASCII.isLetter(bytes[end]), end - start < 5 { end += 1 }
    if first == UInt8(ascii: "I") || first == UInt8(ascii: "V") || first == UInt8(ascii: "X"),
      let value = capitals.firstIndex(where: { bytes.holds($0, at: start..<end) })
    {
      return (.capitalRoman, value + 1, end)
    }
    if end == start + 1, first != UInt8(ascii: "i") {
      let style = ASCII.isLower(first) ? Style.lower : .upper
      return (style, Int(first & 0x1F), end)
    }
    guard let value = romans.firstIndex(where: { bytes.holds($0, at: start..<end) }) else {
      return nil
    }
    return (.roman, value + 1, end)
  }

  private static let romans: [StaticString] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  ]

  /// Without the letters `V` and `X`, which are initials more often.
  private static let capitals: [StaticString] = [
    "I", "II", "III", "IV", "", "VI", "VII", "VIII", "IX", "", "XI", "XII",
  ]

  static func isBullet(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25AA, 0x25AB, 0x25CF, 0x25E6, 0x27A2:
      true
    default: false
    }
  }
}
