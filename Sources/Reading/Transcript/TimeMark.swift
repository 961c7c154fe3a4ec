/// A time in a transcript that says when something was said, as players count it.
///
/// `[04:07]`, `\[04:07\]`, `(00:12:34)`, `00:12:34`, `[1:02:03.5]`, `[00:00:01 - 00:00:05]`
struct TimeMark: Equatable {
  /// UTF-8 bytes of the text that it takes up, brackets included.
  var range: Range<Int>
  /// Seconds from the start of the recording.
  var seconds: Double
  /// The same in milliseconds, rounded down; a mark holds at most a few digits.
  var milliseconds: Int { Int(seconds * 1000) }
  /// Whether no reader would take it for a time of day: hours, minutes and seconds, or a zero before
  /// the minutes.
  var isUnmistakable: Bool
  /// Whether brackets stand around it, and whether they are round.
  var isBracketed = false
  var isRound = false

  /// A mark in brackets that opens at an offset; `[23:46] to [25:43]` is one.
  static func bracketed(at start: Int, in bytes: DocumentBytes, limit: Int) -> TimeMark? {
    guard var mark = single(at: start, in: bytes, limit: limit) else { return nil }
    if let next = afterJoint(at: mark.range.upperBound, in: bytes), next < limit,
      let end = single(at: next, in: bytes, limit: limit), end.isRound == mark.isRound
    {
      mark.range = start..<end.range.upperBound
    }
    return mark
  }

  private static func single(at start: Int, in bytes: DocumentBytes, limit: Int) -> TimeMark? {
    guard let bracket = Bracket(at: start, in: bytes, limit: limit, longest: 40) else { return nil }
    var inside = bracket.inside
    // `[t=0:15]` and `[@0:15]` are not known; a tilde says that the time is a guess.
    if inside.count > 1, bytes[inside.lowerBound] == UInt8(ascii: "~") {
      inside = inside.lowerBound + 1..<inside.upperBound
    }
    guard var mark = bare(at: inside.lowerBound, in: bytes, limit: inside.upperBound) else {
      return nil
    }
    if mark.range.upperBound < inside.upperBound {
      guard let next = afterJoint(at: mark.range.upperBound, in: bytes),
        let end = bare(at: next, in: bytes, limit: inside.upperBound),
        end.range.upperBound == inside.upperBound
      else { return nil }
    }
    mark.range = bracket.range
    mark.isBracketed = true
    mark.isRound = bracket.isRound
    return mark
  }

  /// A mark without brackets: two or three numbers with colons between them, the later ones of two
  /// digits and under 60, then perhaps a fraction; no letter, digit or colon on either side.
  static func bare(at start: Int, in bytes: DocumentBytes, limit: Int) -> TimeMark? {
    if start > 0 {
      let before = bytes[start - 1]
      if isDigit(before) || before == UInt8(ascii: ":") || before == UInt8(ascii: ".") {
        return nil
      }
    }
    var offset = start
    var numbers: [Int] = []
    while numbers.count < 3 {
      let begin = offset
      var value = 0
      while offset < limit, offset - begin < 3, isDigit(bytes[offset]) {
        value = value * 10 + Int(bytes[offset] - 0x30)
        offset += 1
      }
      let count = offset - begin
      guard numbers.isEmpty ? count >= 1 : count == 2 && value < 60 else { return nil }
      numbers.append(value)
      guard offset + 1 < limit, bytes[offset] == UInt8(ascii: ":"), isDigit(bytes[offset + 1])
      else { break }
      offset += 1
    }
    guard numbers.count >= 2 else { return nil }
    var seconds = Double(numbers.reduce(0) { $0 * 60 + $1 })
    if offset + 1 < limit, bytes[offset] == UInt8(ascii: ".") || bytes[offset] == UInt8(ascii: ","),
      isDigit(bytes[offset + 1])
    {
      var unit = 0.1
      offset += 1
      while offset < limit, isDigit(bytes[offset]) {
        seconds += Double(bytes[offset] - 0x30) * unit
        unit /= 10
        offset += 1
      }
    }
    if offset < limit {
      let next = bytes[offset]
      guard !isDigit(next), next | 0x20 &- 0x61 >= 26, next < 0x80,
        next != UInt8(ascii: ":") || offset + 1 >= limit || !isDigit(bytes[offset + 1])
      else { return nil }
    }
    return TimeMark(
      range: start..<offset, seconds: seconds,
      isUnmistakable: numbers.count == 3 || bytes[start] == UInt8(ascii: "0"))
  }

  /// Where the end of a span of time begins: behind ` - `, ` – `, ` --> `, ` to `.
  static func afterJoint(at start: Int, in bytes: DocumentBytes) -> Int? {
    var offset = start
    while bytes[offset] == 0x20 { offset += 1 }
    for joint in joints where joint.indices.allSatisfy({ bytes[offset + $0] == joint[$0] }) {
      offset += joint.count
      while bytes[offset] == 0x20 { offset += 1 }
      return offset
    }
    return nil
  }

  private static let joints = ["-->", "--", "-", "–", "—", "to "].map { Array($0.utf8) }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

/// A short stretch of text in brackets: `[…]`, `\[…\]` as it is escaped in Markdown, `(…)`.
struct Bracket {
  /// The brackets and what is between them, a backslash before each included.
  var range: Range<Int>
  /// What is between them, without white space at its ends.
  var inside: Range<Int>
  var isRound: Bool
  /// The bytes of the opening bracket, and of the closing one.
  var opening: Range<Int>
  var closing: Range<Int>

  /// The brackets that open at an offset, and close within so many bytes before the next opens.
  init?(at start: Int, in bytes: DocumentBytes, limit: Int, longest: Int) {
    var offset = start
    let isEscaped = bytes[offset] == UInt8(ascii: "\\")
    if isEscaped { offset += 1 }
    guard offset < limit else { return nil }
    let close: UInt8
    switch bytes[offset] {
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    opening = start..<offset + 1
    var end = offset + 1
    let last = min(limit, end + longest)
    while end < last, bytes[end] != close, bytes[end] != bytes[offset] { end += 1 }
    // `[laughs[ Yes` is a slip that is not rare.
    let isSlip = bytes[end] == UInt8(ascii: "[") && bytes[end + 1] & 0xDF == 0
    guard end < last, bytes[end] == close || isSlip else { return nil }
    var inner = offset + 1..<end
    if bytes[end - 1] == UInt8(ascii: "\\"), end - 1 > offset { inner = offset + 1..<end - 1 }
    closing = inner.upperBound..<end + 1
    range = start..<end + 1
    isRound = close == UInt8(ascii: ")")
    while inner.count > 0, bytes[inner.lowerBound] == 0x20 {
      inner = inner.lowerBound + 1..<inner.upperBound
    }
    while inner.count > 0, bytes[inner.upperBound - 1] == 0x20 {
      inner = inner.lowerBound..<inner.upperBound - 1
    }
    guard !inner.isEmpty else { return nil }
    inside = inner
  }
}
