/// The mark that begins an item of a list: `-`, `•`, `3.`, `b)`, `[12]`.
struct ListMarker: Equatable {
  enum Kind: Equatable {
    case bullet
    case number(Int)
    /// `a)` or `(b)`, as its place in the alphabet from 1.
    case letter(Int)
    /// `[12]`: the number of a reference.
    case bracketed(Int)
  }

  var kind: Kind
  /// UTF-8 bytes of the mark.
  var range: Range<Int>
  /// Where the item's text starts.
  var textStart: Int

  /// The marker at the start of a line, when white space and text follow it.
  ///
  /// `1. Rinse` → number 1; `1.5 million` → nil; `A. Smith` → nil: an initial.
  init?(_ line: Range<Int>, in bytes: DocumentBytes) {
    let start = line.lowerBound
    guard let (kind, end) = Self.mark(at: start, limit: min(line.upperBound, start + 8), bytes)
    else { return nil }
    var text = end
    while text < line.upperBound {
      let (value, length) = bytes.scalar(at: text)
      guard TextScalar.isWhiteSpace(value) else { break }
      text += length
    }
    guard text > end, text < line.upperBound else { return nil }
    self.kind = kind
    range = start..<end
    textStart = text
  }

  private static func mark(at start: Int, limit: Int, _ bytes: DocumentBytes) -> (Kind, Int)? {
    let (first, length) = bytes.scalar(at: start)
    switch first {
    // - * + · • ‣ ⁃ ● ◦ ■ ▪ ▸ ► ✓ ✔ ➢ ➤ –
    case 0x2D, 0x2A, 0x2B, 0xB7, 0x2022, 0x2023, 0x2043, 0x25CF, 0x25E6, 0x25A0, 0x25AA, 0x25B8,
      0x25BA, 0x2713, 0x2714, 0x27A2, 0x27A4, 0x2013:
      return (.bullet, start + length)
    case 0x5B:
      guard let (number, end) = digits(at: start + 1, limit, bytes), bytes[end] == 0x5D
      else { return nil }
      return (.bracketed(number), end + 1)
    case 0x28:
      guard let (kind, end) = counter(at: start + 1, limit, bytes), bytes[end] == 0x29
      else { return nil }
      return (kind, end + 1)
    default:
      guard let (kind, end) = counter(at: start, limit, bytes) else { return nil }
      if bytes[end] == 0x29 { return (kind, end + 1) }
      if case .number = kind, bytes[end] == 0x2E { return (kind, end + 1) }
      return nil
    }
  }

  private static func counter(at start: Int, _ limit: Int, _ bytes: DocumentBytes) -> (Kind, Int)? {
    if let (number, end) = digits(at: start, limit, bytes) { return (.number(number), end) }
    let letter = bytes[start]
    guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { return nil }
    return (.letter(Int(letter) - 0x60), start + 1)
  }

  /// One to three digits.
  private static func digits(at start: Int, _ limit: Int, _ bytes: DocumentBytes) -> (Int, Int)? {
    var end = start
    var value = 0
    while end < limit, bytes[end] &- 0x30 < 10 {
      value = value * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    return (1...3).contains(end - start) ? (value, end) : nil
  }

  var isBullet: Bool { kind == .bullet }

  /// Whether this may be the item after `other` in one list.
  func follows(_ other: ListMarker) -> Bool {
    switch (other.kind, kind) {
    case (.bullet, .bullet): true
    case (.number(let left), .number(let right)), (.letter(let left), .letter(let right)),
      (.bracketed(let left), .bracketed(let right)):
      right == left + 1
    default: false
    }
  }
}
