/// One game or set of a ``Score``: `3-1`, `12-4-1`, `7-6 (7-3)`, `285/6`.
struct ScoredGame: Sendable {
  /// Token indices of the numbers.
  var first: Int
  var second: Int
  /// Games drawn: the `1` of `12-4-1`.
  var third: Int?
  /// What stands in brackets behind a set that was tied.
  var tieBreak: TieBreak?
  var isSlashed = false
  var tokens: Range<Int>

  struct TieBreak: Sendable {
    var first: Int
    var second: Int?
  }

  /// Whether a token may begin a score, asked before anything is read.
  static func mayBegin(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].isDigits, isNumber(start, in: sentence) else { return false }
    let left = sentence[start - 1]
    switch left.kind {
    case .space, .boundary: return true
    case .mark: return left.isMark("(") || left.triggers.contains(.quote) || left.isEmDash
    case .word, .digits, .control: return false
    }
  }

  /// Reads one game at a token.
  static func scan(at start: Int, in sentence: TokenizedSentence) -> ScoredGame? {
    guard isNumber(start, in: sentence) else { return nil }
    if sentence[start + 1].isMark("/") {
      guard isNumber(start + 2, in: sentence), sentence.isFreeOnRight(after: start + 2),
        !isContinued(start + 3, in: sentence), !sentence[start + 3].isMark("/")
      else { return nil }
      return ScoredGame(
        first: start, second: start + 2, isSlashed: true, tokens: start..<start + 3)
    }
    guard let second = sentence.rangeDash(start + 1), isNumber(second, in: sentence),
      sentence.isFreeOnRight(after: second)
    else { return nil }
    var game = ScoredGame(first: start, second: second, tokens: start..<second + 1)
    let end = second + 1
    guard !isContinued(end, in: sentence) else { return nil }
    if second == start + 2, sentence[end].isHyphen || sentence[end].isEnDash {
      guard isNumber(end + 1, in: sentence), sentence.isFreeOnRight(after: end + 1),
        !sentence[end + 2].isHyphen, !sentence[end + 2].isEnDash,
        !isContinued(end + 2, in: sentence)
      else { return sentence[end + 1].isDigits ? nil : game }
      game.third = end + 1
      game.tokens = start..<end + 2
      return game
    }
    game.takeTieBreak(in: sentence)
    return game
  }

  private mutating func takeTieBreak(in sentence: TokenizedSentence) {
    guard let left = sentence.value(first), let right = sentence.value(second),
      max(left, right) == 7, min(left, right) == 6
    else { return }
    let open = sentence.skippingSpace(tokens.upperBound)
    guard sentence[open].isMark("("), Self.isNumber(open + 1, in: sentence) else { return }
    var close = open + 2
    var points = TieBreak(first: open + 1)
    if let next = sentence.rangeDash(close), Self.isNumber(next, in: sentence) {
      points.second = next
      close = next + 1
    }
    guard sentence[close].isMark(")") else { return }
    tieBreak = points
    tokens = tokens.lowerBound..<close + 1
  }

  /// One to three digits without a zero before them.
  private static func isNumber(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    return token.isDigits && token.count <= 3 && (token.scalar != 0x30 || token.count == 1)
  }

  /// Whether a decimal, a share, a time or a degree goes on behind a number.
  private static func isContinued(_ end: Int, in sentence: TokenizedSentence) -> Bool {
    let mark = sentence[end]
    guard mark.kind == .mark else { return false }
    switch mark.scalar {
    case 0x25, 0xB0, 0x3D, 0x2B, 0xD7: return true
    case 0x2E, 0x2C, 0x3A, 0x2F: return sentence[end + 1].isDigits
    default: return false
    }
  }

  // MARK: What it may be

  /// Whether it can be a set of tennis.
  func isSet(in sentence: TokenizedSentence) -> Bool {
    guard third == nil, let left = sentence.value(first), let right = sentence.value(second) else {
      return false
    }
    let (high, low) = (max(left, right), min(left, right))
    return high == 6 && low <= 4 || high == 7 && (5...6).contains(low)
  }

  func isDecreasing(in sentence: TokenizedSentence) -> Bool {
    sentence.value(first) ?? 0 > sentence.value(second) ?? 0
  }

  /// Whether this word stands before it.
  func follows(_ word: StaticString, in sentence: TokenizedSentence) -> Bool {
    sentence.wordBefore(tokens.lowerBound).map { sentence.token($0, is: word) } ?? false
  }

  // MARK: Saying

  func say(
    as reading: Score.Reading, isTennis: Bool, into writer: inout SpokenWriter,
    in sentence: TokenizedSentence
  ) {
    // Three digits twice would run together.
    let isPlain =
      reading == .sets
      || writer.isBritish && reading == .result
        && min(sentence[first].count, sentence[second].count) < 3
    Self.say(first, zero: zero(reading, isTennis, in: sentence), into: &writer, in: sentence)
    if let third {
      writer.mark(.comma)
      Self.say(second, zero: "oh", into: &writer, in: sentence)
      writer.say("and")
      Self.say(third, zero: "oh", into: &writer, in: sentence)
      return
    }
    if writer.isBritish, reading == .result, sentence.value(first) == sentence.value(second) {
      if sentence.value(first) == 0 { writer.say("nil") } else { writer.say("all") }
      return
    }
    switch reading {
    case .record: writer.say("and")
    case .wickets: writer.say("for")
    case _ where !isPlain: writer.say("to")
    default: break
    }
    Self.say(second, zero: zero(reading, isTennis, in: sentence), into: &writer, in: sentence)
    guard let tieBreak else { return }
    writer.mark(.comma)
    Self.say(tieBreak.first, zero: nil, into: &writer, in: sentence)
    if let second = tieBreak.second { Self.say(second, zero: nil, into: &writer, in: sentence) }
  }

  /// What nothing is called.
  private func zero(
    _ reading: Score.Reading, _ isTennis: Bool, in sentence: TokenizedSentence
  ) -> StaticString? {
    switch reading {
    case .sets where isTennis: "love"
    case .record: "oh"
    case .result where sentence.isBritish, .sets where sentence.isBritish: "nil"
    default: nil
    }
  }

  private static func say(
    _ index: Int, zero: StaticString?, into writer: inout SpokenWriter,
    in sentence: TokenizedSentence
  ) {
    if let zero, sentence.token(index, is: "0") {
      writer.say(zero)
      return
    }
    writer.nested(
      Match(
        Cardinal(digits: sentence[index].range), tokens: index..<index + 1, rule: "cardinal.plain"),
      in: sentence)
  }
}
