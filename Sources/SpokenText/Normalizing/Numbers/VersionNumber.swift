/// Numbers joined by points: `2.0.1` → `two point zero point one`, `v2` → `version two`, an
/// Internet address with "dot" between its digits.
struct VersionNumber: SemioticClass {
  static let kind = Edit.Kind.digits

  /// UTF-8 bytes from the first digit to the last, points included.
  var parts: Range<Int>
  var isAddress = false
  var hasLetter = false
  /// Another version follows behind a dash: `5.6.0–5.6.1`.
  var goesOn = false
  /// An `x` stands for the last number.
  var isOpen = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<VersionNumber>? {
    let hasLetter = sentence.token(start, isIgnoringCase: "v")
    let first = hasLetter ? start + 1 : start
    guard sentence[first].isDigits, sentence.isFreeOnLeft(start), !sentence.isInsideNumber(start)
    else { return nil }
    var index = first + 1
    var count = 1
    var isAddress = sentence.value(first).map { $0 < 256 } ?? false
    while sentence[index].isMark("."), sentence[index + 1].isDigits {
      isAddress = isAddress && (sentence.value(index + 1).map { $0 < 256 } ?? false)
      index += 2
      count += 1
    }
    // `18.x`: any release of the eighteenth.
    if !hasLetter, sentence[index].isMark("."), sentence.token(index + 1, is: "x"),
      sentence.isFreeOnRight(after: index + 1)
    {
      return Match(
        VersionNumber(parts: sentence.bytes(of: first..<index), isOpen: true),
        tokens: start..<index + 2, rule: "digits.version")
    }
    // `V8` is an engine; only a point shows that a capital V is a version.
    guard count > 2 || hasLetter && (count == 2 || sentence.token(start, is: "v")),
      !sentence[index].isWord || count > 2
    else { return nil }
    let goesOn =
      sentence[index].isEnDash && sentence[index + 1].isDigits && sentence[index + 2].isMark(".")
      && sentence[index + 3].isDigits
    return Match(
      VersionNumber(
        parts: sentence.bytes(of: first..<index), isAddress: isAddress && count == 4 && !hasLetter,
        hasLetter: hasLetter, goesOn: goesOn),
      tokens: start..<(goesOn ? index + 1 : index),
      rule: hasLetter ? "digits.version" : "digits.points")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if hasLetter { writer.say("version") }
    var start = parts.lowerBound
    for offset in parts.lowerBound...parts.upperBound {
      guard offset == parts.upperBound || sentence.bytes[offset] == UInt8(ascii: ".") else {
        continue
      }
      if start > parts.lowerBound { writer.say(isAddress ? "dot" : "point") }
      let digits = sentence.bytes.slice(start..<offset)
      if isAddress || digits.count > 3 || digits.first == UInt8(ascii: "0") {
        NumberWords.sayDigits(digits, into: &writer)
      } else {
        NumberWords.sayCardinal(digits, into: &writer)
      }
      start = offset + 1
    }
    if isOpen { writer.say("point X") }
    if goesOn { writer.say("to") }
  }
}
