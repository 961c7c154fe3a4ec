/// A telephone number, digit by digit with a breath between its groups: `555-123-4567` → `five five
/// five, one two three, four five six seven`; `1-800-` → `one, eight hundred`; an extension behind
/// it, `555-123-4567 x214` → `…, extension two one four`.
struct Telephone: SemioticClass {
  static let kind = Edit.Kind.telephone

  /// UTF-8 bytes of the groups in order; letters among them are said as they stand.
  var groups: [Range<Int>]
  var hasPlus = false
  /// UTF-8 bytes of the digits of an extension; empty when there is none.
  var extensionDigits = 0..<0

  private static let mostGroups = 8

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Telephone>? {
    let first = sentence[start]
    guard first.isDigits || first.isMark("+") || first.isMark("(") else { return nil }
    guard sentence.isFreeOnLeft(start), !sentence.isInsideNumber(start),
      // A few digits by themselves are no number to call.
      !first.isDigits || first.triggers.contains(.joined) || first.count > 6
    else { return nil }
    let found =
      first.isMark("+")
      ? international(at: start, in: sentence)
      : tollFree(at: start, in: sentence) ?? national(at: start, in: sentence)
    guard var match = found else { return nil }
    var tokens = match.tokens
    match.value.takeExtension(from: &tokens, in: sentence)
    match.tokens = tokens
    return match
  }

  /// Takes in `x214`, `ext. 214`, `extension 214` behind the number.
  private mutating func takeExtension(
    from tokens: inout Range<Int>, in sentence: TokenizedSentence
  ) {
    var index = tokens.upperBound
    if sentence[index].isMark(",") { index += 1 }
    index = sentence.skippingSpace(index)
    guard
      sentence.token(index, is: "x")
        || sentence.token(index, isAnyOf: ["ext", "extension", "extn"])
    else { return }
    index += 1
    if sentence[index].isMark(".") { index += 1 }
    index = sentence.skippingSpace(index)
    guard sentence[index].isDigits, sentence[index].count <= 6,
      sentence.isFreeOnRight(after: index)
    else { return }
    extensionDigits = sentence[index].range
    tokens = tokens.lowerBound..<index + 1
  }

  /// `+44 20 7946 0958`, `+1-212-555-0100`, `+12125550100`.
  private static func international(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<Telephone>? {
    guard sentence[start + 1].isDigits else { return nil }
    let (groups, end) = groups(at: start + 1, in: sentence)
    let digits = groups.reduce(0) { $0 + sentence[$1].count }
    guard (8...16).contains(digits), groups.count > 1 || digits > 9,
      groups.count == 1 || sentence[start + 1].count <= 4,
      sentence.isFreeOnRight(after: end - 1)
    else { return nil }
    return Match(
      Telephone(groups: groups.map { sentence[$0].range }, hasPlus: true), tokens: start..<end,
      rule: "telephone.international")
  }

  /// `1-800-555-0100`, `1-800-FLOWERS`, `800-FLOWERS`, `a 1-800 number`: the prefix tells.
  private static func tollFree(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<Telephone>? {
    if isFreePrefix(start, in: sentence), sentence[start + 1].isHyphen, sentence[start + 2].isUpper,
      (4...8).contains(sentence[start + 2].count), sentence.isFreeOnRight(after: start + 2)
    {
      return Match(
        Telephone(groups: [sentence[start].range, sentence[start + 2].range]),
        tokens: start..<start + 3, rule: "telephone.toll-free")
    }
    if sentence.token(start, is: "1"), sentence[start + 1].isHyphen,
      isFreePrefix(start + 2, in: sentence) || sentence.token(start + 2, is: "900"),
      sentence.wordAfter(
        start + 3, isIn: freeWords)
    {
      return Match(
        Telephone(groups: [sentence[start].range, sentence[start + 2].range]),
        tokens: start..<start + 3, rule: "telephone.toll-free")
    }
    guard sentence.token(start, is: "1"), sentence[start + 1].isHyphen,
      sentence[start + 2].isDigits, sentence[start + 2].count == 3, sentence[start + 3].isHyphen,
      let prefix = sentence.value(start + 2), prefix >= 800
    else { return nil }
    var groups = [start, start + 2]
    var index = start + 3
    while groups.count < mostGroups, sentence[index].isHyphen,
      sentence[index + 1].isDigits || sentence[index + 1].isUpper
    {
      groups.append(index + 1)
      index += 2
    }
    guard groups.count > 2 else { return nil }
    return Match(
      Telephone(groups: groups.map { sentence[$0].range }), tokens: start..<index,
      rule: "telephone.toll-free")
  }

  private static let freeWords = ContextWords(
    "number numbers line lines hotline hotlines call calls service toll")

  /// `800`, `888`, `877` …: whoever is called pays.
  private static func isFreePrefix(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[index].count == 3, let value = sentence.value(index) else { return false }
    return value == 800 || value >= 822 && value <= 888 && value / 10 % 10 == value % 10
  }

  /// `(212) 555-0100`, `212-555-0100`, `212.555.0100`, `555-0100`, `020 7946 0958`.
  private static func national(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<Telephone>? {
    let all = groups(at: start, in: sentence).groups
    guard all.count > 1, let first = all.first else { return nil }
    let isBracketed = sentence[start].isMark("(")
    var groups = all
    var rule: RuleName = "telephone.national"
    if sentence[first].scalar == 0x30 {
      // British and other numbers begin with a zero and stand in groups.
      let counts = all.map { sentence[$0].count }
      let isUsual =
        (10...11).contains(counts.reduce(0, +)) && counts.count <= 4 && counts.last ?? 0 >= 3
      // French numbers stand in pairs; short ones that cost nothing or little in fours.
      guard isUsual || counts == [2, 2, 2, 2, 2] || counts == [4, 4] || counts == [4, 2, 2],
        sentence[first + 1].isSpace || isBracketed
          || counts.count > 2 && isCalled(start, in: sentence)
      else { return nil }
      rule = "telephone.trunk-zero"
    } else {
      // What follows a number in groups of 3, 3 and 4 is the next one.
      guard let last = all.prefix(4).firstIndex(where: { sentence[$0].count == 4 }) else {
        return nil
      }
      groups = Array(all.prefix(last + 1))
      switch groups.map({ sentence[$0].count }) {
      case [3, 3, 4]: break
      case [1, 3, 3, 4]: guard sentence.token(first, is: "1") else { return nil }
      case [3, 4]:
        guard !isBracketed, sentence[first + 1].isHyphen,
          isLocal(start, in: sentence)
        else { return nil }
        rule = "telephone.local"
      default: return nil
      }
    }
    guard let last = groups.last, sentence.isFreeOnRight(after: last) else { return nil }
    return Match(
      Telephone(groups: groups.map { sentence[$0].range }), tokens: start..<last + 1, rule: rule)
  }

  /// Whether three digits and four are a number of one's own town, and no range.
  private static func isLocal(_ first: Int, in sentence: TokenizedSentence) -> Bool {
    if sentence.token(first, is: "555"), sentence.wordBefore(first, isAnyOf: ["number", "numbers"])
    {
      return true
    }
    if sentence.isLabelled(first) { return false }
    if sentence.token(first, is: "555")
      || sentence.wordBefore(
        first, isAnyOf: ["call", "phone", "tel", "telephone", "dial", "fax", "text", "at"])
    {
      return true
    }
    // Ends of a range are round, or years, or something is counted in them.
    guard let exchange = sentence.value(first), let line = sentence.value(first + 2),
      exchange >= 200, exchange % 10 != 0, line % 10 != 0, !(1000...2099).contains(line)
    else { return false }
    return sentence.wordAfter(first + 3) == nil && !sentence[first + 3].isMark("%")
  }

  /// Whether a word of the telephone stands before a number.
  private static func isCalled(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard let label = sentence.labelBefore(start) else { return false }
    return sentence.token(
      label, isAnyOf: ["tel", "phone", "telephone", "fax", "call", "mobile"])
  }

  /// Token indices of digits parted by hyphens, points, brackets or single spaces, and the end.
  private static func groups(
    at start: Int, in sentence: TokenizedSentence
  ) -> (groups: [Int], end: Int) {
    var groups: [Int] = []
    var index = start
    var end = start
    while groups.count < mostGroups {
      var isOpen = false
      // Only a prefix stands in brackets: `257–261 (2020)` are pages and a year.
      if sentence[index].isMark("("), groups.count < 2 {
        isOpen = true
        index += 1
      }
      guard sentence[index].isDigits, sentence[index].count <= 15 else { break }
      groups.append(index)
      index += 1
      if isOpen {
        guard sentence[index].isMark(")") else {
          groups.removeLast()
          break
        }
        index += 1
      }
      end = index
      let separator = sentence[index]
      // `212/555-0100`
      if separator.isMark("/"), groups.count == 1, sentence[index - 1].count == 3,
        sentence[index + 1].count == 3, sentence[index + 2].isHyphen
      {
        index += 1
      } else if separator.isSpace {
        guard separator.count <= 2 else { break }
        index += 1
      } else if separator.isHyphen || separator.isMark(".") || separator.isEnDash {
        index += 1
      } else if !isOpen && !separator.isMark("(") {
        break
      }
    }
    return (groups, end)
  }

  /// Whether it is a prefix without a number: `a 1-800 number`.
  private var isPrefixAlone: Bool { groups.count == 2 && groups[0].count == 1 }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if hasPlus { writer.say("plus") }
    for (position, group) in groups.enumerated() {
      if position > 0, !isPrefixAlone { writer.mark(.comma) }
      let bytes = sentence.bytes.slice(group)
      if let first = bytes.first, !ASCII.isDigit(first) {
        writer.say(source: group)
      } else if position == 1 || groups.count == 2, bytes.count == 3,
        bytes.dropFirst().allSatisfy({ $0 == 0x30 }),
        bytes.first != 0x30
      {
        NumberWords.sayCardinal(bytes, into: &writer)
      } else {
        NumberWords.sayDigits(bytes, into: &writer)
      }
    }
    guard !extensionDigits.isEmpty else { return }
    writer.mark(.comma)
    writer.say("extension")
    let bytes = sentence.bytes.slice(extensionDigits)
    if bytes.count < 3, bytes.first != UInt8(ascii: "0") {
      NumberWords.sayCardinal(bytes, into: &writer)
    } else {
      NumberWords.sayDigits(bytes, into: &writer)
    }
  }
}
