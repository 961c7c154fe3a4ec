/// A number as it is written: sign, whole digits with their separators, decimals.
///
/// The common ground of ``Cardinal``, ``DecimalNumber``, ``Money`` and the others; it says nothing
/// by itself. `−1,200.50` → sign minus, whole `1,200`, decimals `50`.
struct Numeral: Sendable {
  enum Sign: Sendable { case none, minus, plus }

  /// More groups of three have no name, and longer ones are read digit by digit.
  private static let mostGroups = 22

  var sign = Sign.none
  /// UTF-8 bytes of the digits before the point; empty for `.05`.
  @Compact var whole: Range<Int>
  /// UTF-8 bytes of the digits after the point; empty when there is none.
  @Compact var decimals: Range<Int>
  var isGrouped = false
  @Compact var tokens: Range<Int>

  /// Reads a number that begins at a token; nil for versions such as `2.0.1`.
  static func scan(at start: Int, in sentence: TokenizedSentence) -> Numeral? {
    var index = start
    var sign = Sign.none
    if let found = self.sign(at: start, in: sentence) {
      sign = found
      index += 1
    } else if sentence[index].isMark("."), !sentence.isOpenOnLeft(index) {
      return nil
    }
    var whole = Int(sentence[index].start)..<Int(sentence[index].start)
    var isGrouped = false
    if sentence[index].isDigits {
      guard !sentence.isInsideNumber(index) else { return nil }
      let first = index
      index = pastGroups(index, in: sentence)
      isGrouped = index > first + 1
      whole = sentence.bytes(of: first..<index)
    }
    var decimals = whole.upperBound..<whole.upperBound
    if sentence[index].isMark(".") || sentence[index].isMark("·"), sentence[index + 1].isDigits,
      // `5·10⁴`
      !(sentence[index].isMark("·") && sentence.token(index + 1, is: "10")
        && Exponent.scan(at: index + 2, in: sentence) != nil)
    {
      let after = index + 2
      if sentence[after].isMark("."), sentence[after + 1].isDigits { return nil }
      decimals = sentence[index + 1].range
      index = after
    } else if !isGrouped, isDecimalComma(index, in: sentence) {
      decimals = sentence[index + 1].range
      index += 2
    } else if let spaced = spacedDecimals(index, in: sentence), !isGrouped {
      decimals = sentence[spaced].range
      index = spaced + 1
    }
    guard index > start, !(whole.isEmpty && decimals.isEmpty) else { return nil }
    return Numeral(
      sign: sign, whole: whole, decimals: decimals, isGrouped: isGrouped, tokens: start..<index)
  }

  /// The sign of a number that follows at once.
  static func sign(at index: Int, in sentence: TokenizedSentence) -> Sign? {
    let token = sentence[index]
    guard token.isMinus || token.isMark("+") else { return nil }
    let next = sentence[index + 1]
    guard
      next.isDigits && !Ordinal.isEnding(index + 2, in: sentence)
        || next.isMark(".") && sentence[index + 2].isDigits
        || Fraction.vulgar(at: index + 1, in: sentence) != nil
    else { return nil }
    guard sentence.isOpenOnLeft(index) else { return nil }
    // `5 –3` is a range with a slip, not a negative number.
    if token.isEnDash, sentence[index - 1].isSpace, sentence[index - 2].isDigits { return nil }
    return token.isMark("+") ? .plus : .minus
  }

  /// The index after the groups that follow: `1,234,567`, `1 234 567`, `1.234.567`, `1'234'567`,
  /// `1_000_000`, and in the Indian way `12,34,567`.
  private static func pastGroups(_ start: Int, in sentence: TokenizedSentence) -> Int {
    let first = sentence[start]
    guard first.count <= 3, first.scalar != 0x30 else { return start + 1 }
    // Most numbers have none.
    guard sentence[start + 1].kind != .word, sentence[start + 2].isDigits else { return start + 1 }
    if let end = pastIndianGroups(start, in: sentence) { return end }
    for separator in Separator.all where separator.stands(at: start + 1, in: sentence) {
      var index = start + 1
      var groups = 0
      while groups < mostGroups, separator.stands(at: index, in: sentence),
        sentence[index + 1].isDigits, sentence[index + 1].count == 3
      {
        index += 2
        groups += 1
      }
      guard groups >= separator.fewest else { continue }
      if separator.fewest > 1 {
        // `192.168.100.200`, `1.234.56`: an address or a version.
        guard groups < 3 || separator != .point, !separator.stands(at: index, in: sentence),
          sentence.isFreeOnRight(after: index - 1)
        else { continue }
        return index
      }
      // `1,23,456`: what follows a piece that is no group is none either.
      if separator == .comma, sentence[start - 1].isMark(","), sentence[start - 2].isDigits {
        continue
      }
      // `1 234 56`: the last piece shows that these are no groups.
      if separator != .comma, separator.stands(at: index, in: sentence),
        sentence[index + 1].isDigits
      {
        continue
      }
      // A plain space also parts two numbers, so one group is sure only when it is round.
      if separator == .plainSpace {
        let left = sentence[start - 1]
        if left.isSpace, sentence[start - 2].isDigits { continue }
        if groups == 1, !sentence.token(index - 1, is: "000") { continue }
      }
      return index
    }
    return start + 1
  }

  /// Groups of two digits before the last three: `1,00,000`, `12,34,567`.
  private static func pastIndianGroups(_ start: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[start].count <= 2, sentence[start + 1].isMark(","),
      sentence[start + 2].count == 2, sentence[start + 2].isDigits,
      !(sentence[start - 1].isMark(",") && sentence[start - 2].isDigits)
    else { return nil }
    var index = start + 1
    while index < start + 9, sentence[index].isMark(","), sentence[index + 1].isDigits,
      sentence[index + 1].count == 2
    {
      index += 2
    }
    guard sentence[index].isMark(","), sentence[index + 1].isDigits, sentence[index + 1].count == 3,
      !(sentence[index + 2].isMark(",") && sentence[index + 3].isDigits),
      sentence.isFreeOnRight(after: index + 1)
    else { return nil }
    return index + 2
  }

  /// `7,5 years`: one digit or two behind a comma, and a word of which there can be a half.
  private static func isDecimalComma(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[index].isMark(","), sentence[index + 1].isDigits, sentence[index + 1].count <= 2,
      sentence[index - 1].isDigits, sentence[index - 1].count <= 3,
      !sentence[index - 2].isMark(","),
      let word = sentence.wordAfter(pastSpanEnd(index + 2, in: sentence))
    else { return false }
    return sentence.token(
      word,
      isAnyOf: [
        "years", "year", "months", "weeks", "hours", "minutes", "million", "billion", "percent",
        "times", "km", "kg", "euros",
      ])
  }

  /// `2,5-3 hours`, `2,5–3,5 hours`: past the other end of a span, if there is one.
  private static func pastSpanEnd(_ index: Int, in sentence: TokenizedSentence) -> Int {
    guard let high = sentence.rangeDash(index), sentence[high].isDigits else { return index }
    let isDecimal = sentence[high + 1].isMark(",") && sentence[high + 2].isDigits
    return isDecimal ? high + 3 : high + 1
  }

  /// Decimals whose point stands between spaces, as tokenized corpora write them: `16 . 4 %`.
  private static func spacedDecimals(_ index: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[index].isSpace, sentence[index + 1].isMark("."), sentence[index + 2].isSpace,
      sentence[index + 3].isDigits, sentence[index - 1].isDigits, sentence[index - 1].count < 4
    else { return nil }
    let after = sentence[index + 4]
    let isSpacedAgain = after.isSpace && sentence[index + 5].isMark(".")
    return isSpacedAgain && sentence[index + 7].isDigits || after.isWord ? nil : index + 3
  }

  private enum Separator {
    case comma, narrowSpace, plainSpace, point, apostrophe, underscore

    static let all: [Separator] = [
      .comma, .narrowSpace, .plainSpace, .point, .apostrophe, .underscore,
    ]

    /// How many groups make sure that it is one.
    var fewest: Int {
      switch self {
      case .comma, .narrowSpace, .plainSpace: 1
      case .point, .apostrophe, .underscore: 2
      }
    }

    func stands(at index: Int, in sentence: TokenizedSentence) -> Bool {
      let token = sentence[index]
      switch self {
      case .comma: return token.isMark(",")
      case .point: return token.isMark(".")
      case .apostrophe: return token.isMark("'") || token.isMark("’")
      case .underscore: return token.isMark("_")
      case .plainSpace: return token.isSpace && token.count == 1 && token.shape.isEmpty
      case .narrowSpace:
        guard token.isSpace, token.shape.contains(.nonASCII) else { return false }
        let (scalar, length) = sentence.bytes.scalar(at: Int(token.start))
        return length == token.count && [0xA0, 0x2007, 0x2009, 0x202F].contains(scalar)
      }
    }
  }
}

extension Numeral.Sign {
  /// Says the sign, if any.
  func say(into writer: inout SpokenWriter) {
    switch self {
    case .none: break
    case .minus: writer.say("minus")
    case .plus: writer.say("plus")
    }
  }
}
