/// A plain number as results are reported: `−1.96`, `.03`, `1,204`, `45%`.
///
/// `.03` → `point zero three`, `-0.5` → `minus zero point five`.
struct StatisticNumber: SemioticClass {
  static let kind = Edit.Kind.decimal

  let isNegative: Bool
  /// Bytes of the digits before the point, separators among them; empty in `.03`.
  let whole: Range<Int>
  /// Bytes of the digits after the point; empty in `12`.
  let fraction: Range<Int>
  let isPercent: Bool

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    recognize(at: start, in: sentence, grouping: true)
  }

  /// - Parameter grouping: whether a comma may part thousands; not in `F(2,157)`.
  static func recognize(
    at start: Int, in sentence: TokenizedSentence, grouping: Bool
  ) -> Match<Self>? {
    var index = start
    let isNegative = sentence[index].isMinus
    if isNegative { index += 1 }
    let first = Int(sentence[index].start)
    var whole = first..<first
    var fraction = first..<first
    if sentence[index].isDigits {
      index += 1
      if grouping, sentence[index - 1].count <= 3 {
        while sentence[index].isMark(","), sentence[index + 1].isDigits,
          sentence[index + 1].count == 3, index < start + 16
        {
          index += 2
        }
      }
      whole = first..<Int(sentence[index - 1].end)
    }
    if isPoint(sentence[index]), sentence[index + 1].isDigits {
      fraction = sentence[index + 1].range
      index += 2
    } else if sentence.token(index - 1, is: "0"), sentence[index].isSpace,
      sentence[index + 1].isMark("."), sentence[index + 2].isSpace, sentence[index + 3].isDigits
    {
      // `p < 0 . 05`
      fraction = sentence[index + 3].range
      index += 4
    }
    guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
    let sign = sentence.skippingSpace(index)
    let isPercent = sentence[sign].isMark("%")
    if isPercent { index = sign + 1 }
    return Match(
      StatisticNumber(
        isNegative: isNegative, whole: whole, fraction: fraction, isPercent: isPercent),
      tokens: start..<index, rule: isPercent ? "percent.statistic" : "decimal.statistic",
      kind: isPercent ? .percent : .decimal)
  }

  /// A full stop, or the raised point of some journals: `0·05`.
  private static func isPoint(_ token: Token) -> Bool { token.isMark(".") || token.isMark("·") }

  /// The number itself, nil over twelve digits.
  func quantity(in sentence: TokenizedSentence) -> Double? {
    guard whole.count + fraction.count <= 12 else { return nil }
    var value = 0.0
    for byte in sentence.bytes.slice(whole) where ASCII.isDigit(byte) {
      value = value * 10 + Double(byte &- 0x30)
    }
    var place = 0.1
    for byte in sentence.bytes.slice(fraction) {
      value += Double(byte &- 0x30) * place
      place /= 10
    }
    return isNegative ? -value : value
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if isNegative { writer.say("minus") }
    if !whole.isEmpty { NumberWords.sayCardinal(sentence.bytes.slice(whole), into: &writer) }
    if !fraction.isEmpty {
      writer.say("point")
      NumberWords.sayDigits(sentence.bytes.slice(fraction), into: &writer)
    }
    if isPercent { writer.say("percent") }
  }
}
