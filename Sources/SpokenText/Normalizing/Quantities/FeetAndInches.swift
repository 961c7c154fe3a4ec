/// Feet and inches with primes: `5'11"` → `five feet eleven inches`, `12"` → `twelve inches`,
/// `8½" × 11"` → `eight and a half inches by eleven inches`, `a 10' wall` → `a ten foot wall`.
struct FeetAndInches: SemioticClass {
  static let kind = Edit.Kind.measure

  var feet: Amount?
  var inches: Amount?
  /// What one and several are called when they are neither feet nor inches.
  var other: Other?
  /// The side of the world behind an angle; nil when there is none.
  var side: StaticString?
  /// In the singular, as it describes a noun: `a 24" monitor`.
  var isAttributive = false
  /// The other sides of something: `10' x 12'`.
  var furtherSides: [FeetAndInches] = []

  private static let mostSides = 3

  enum Other: Sendable {
    /// Minutes and seconds of an angle, behind degrees or minutes.
    case minutes, seconds
    /// An end of a strand of DNA: `5′ cap`.
    case prime
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<FeetAndInches>? {
    guard isNumber(start, in: sentence), sentence.isFreeOnLeft(start),
      sentence.isBehindNumber(
        at: start, { !sentence[$0].triggers.isDisjoint(with: [.quote, .wide]) }),
      let first = Amount.scan(at: start, in: sentence), first.scale == nil
    else { return nil }
    let end = first.tokens.upperBound
    if let prime = strandEnd(start, end, in: sentence) { return prime }
    if let arc = arc(start, first, in: sentence) { return arc }
    guard var (length, after) = length(first, at: start, in: sentence) else { return nil }
    var index = after
    while length.furtherSides.count < mostSides, let next = cross(index, in: sentence),
      let number = Amount.scan(at: next, in: sentence),
      let (side, end) = self.length(number, at: next, in: sentence)
    {
      length.furtherSides.append(side)
      index = end
    }
    after = index
    if length.furtherSides.isEmpty {
      guard isMeant(length, start, after, in: sentence) else { return nil }
      if sentence[after].isHyphen, sentence[after + 1].isLower {
        length.isAttributive = true
      } else {
        length.isAttributive =
          sentence.isAttributive(start, after) || sentence.isBeforeNoun(after)
      }
    }
    return Match(length, tokens: start..<after, rule: "measure.feet-inches")
  }

  /// Feet, inches or both, and the index after them.
  private static func length(
    _ first: Amount, at start: Int, in sentence: TokenizedSentence
  ) -> (FeetAndInches, Int)? {
    let end = first.tokens.upperBound
    guard isFoot(end, in: sentence) else {
      return isInch(end, in: sentence) ? (FeetAndInches(inches: first), end + 1) : nil
    }
    let second = sentence.skippingSpace(end + 1)
    if sentence[second].isDigits, let inches = Amount.scan(at: second, in: sentence),
      isInch(inches.tokens.upperBound, in: sentence)
    {
      return (FeetAndInches(feet: first, inches: inches), inches.tokens.upperBound + 1)
    }
    // `6'2`
    if second == end + 1, let inches = sentence.value(second), inches < 12,
      let feet = sentence.value(start), (3...8).contains(feet),
      sentence.isFreeOnRight(after: second), !sentence[second + 1].isMark("'"),
      let amount = Amount.scan(at: second, in: sentence), amount.tokens.count == 1
    {
      return (FeetAndInches(feet: first, inches: amount), second + 1)
    }
    return (FeetAndInches(feet: first), end + 1)
  }

  /// The index of the number behind a cross: ` x `, `×`.
  private static func cross(_ index: Int, in sentence: TokenizedSentence) -> Int? {
    let cross = sentence.skippingSpace(index)
    guard
      sentence[cross].isMark("×") || sentence.token(cross, isIgnoringCase: "x")
        || sentence.token(cross, is: "by"),
      (cross > index) == sentence[cross + 1].isSpace
    else { return nil }
    let next = sentence.skippingSpace(cross + 1)
    return sentence[next].isDigits ? next : nil
  }

  /// Whether marks that also close quotations are feet or inches here.
  private static func isMeant(
    _ length: FeetAndInches, _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> Bool {
    // `"gcc-5" package` may have its opening quote on another line.
    if sentence[start - 1].isHyphen, sentence[start - 2].isWord { return false }
    guard let feet = length.feet else { return !isClosingQuote(end - 1, in: sentence) }
    if length.inches != nil || sentence[end - 1].isMark("′") { return true }
    // `10' wall`, `6'-tall`: an apostrophe alone needs a word of size behind it.
    guard feet.scale == nil, !isClosingApostrophe(end - 1, start, in: sentence) else {
      return false
    }
    let word = sentence[end].isHyphen ? end + 1 : sentence.wordAfter(end)
    return word.map { sentence.token($0, isAnyOf: sizes) } ?? false
  }

  private static let sizes: [StaticString] = [
    "tall", "long", "wide", "deep", "high", "thick", "wall", "walls", "ceiling", "ceilings",
    "ladder", "fence", "pole", "board", "boards", "boat", "rope", "pipe", "table", "tree", "trees",
    "drop", "section", "sections", "diameter", "radius", "trailer", "container", "python",
    "alligator", "shark", "statue", "waves",
  ]

  /// `5′ UTR`, `3'-end`: the ends of a strand are five prime and three prime.
  private static func strandEnd(
    _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> Match<FeetAndInches>? {
    guard
      sentence.token(start, is: "5") || sentence.token(start, is: "3")
        || sentence.token(start, is: "2"),
      isFoot(end, in: sentence)
    else { return nil }
    // The second of `5' to 3'`
    if let to = sentence.wordBefore(start), sentence.token(to, is: "to"),
      isFoot(sentence.beforeSpace(to), in: sentence),
      sentence.token(sentence.beforeSpace(to) - 1, is: sentence.token(start, is: "3") ? "5" : "3"),
      let amount = Amount.scan(at: start, in: sentence)
    {
      return Match(
        FeetAndInches(feet: amount, other: .prime), tokens: start..<end + 1,
        rule: "measure.strand-end")
    }
    // `5′-ATG`, `GCC-3′`
    let isBehindBases = sentence[start - 1].isHyphen && isBases(start - 2, in: sentence)
    if isBehindBases
      || sentence[end + 1].isHyphen
        && (isBases(end + 2, in: sentence) || sentence.token(end + 2, isIn: groups)),
      let amount = Amount.scan(at: start, in: sentence)
    {
      return Match(
        FeetAndInches(feet: amount, other: .prime),
        tokens: start..<(isBehindBases ? end + 1 : end + 2), rule: "measure.strand-end")
    }
    // `5′→3′`
    let arrow = sentence.skippingSpace(end + 1)
    if sentence[arrow].isMark("→") && sentence[sentence.skippingSpace(arrow + 1)].isDigits
      || sentence[sentence.beforeSpace(start)].isMark("→")
        && isFoot(sentence.beforeSpace(sentence.beforeSpace(start)), in: sentence),
      let amount = Amount.scan(at: start, in: sentence)
    {
      return Match(
        FeetAndInches(feet: amount, other: .prime), tokens: start..<end + 1,
        rule: "measure.strand-end")
    }
    guard sentence[end + 1].isSpace || sentence[end + 1].isHyphen,
      sentence.token(
        end + 2,
        isAnyOf: [
          "utr", "utrs", "end", "ends", "cap", "untranslated", "splice", "exonuclease", "to",
          "overhang", "overhangs", "flanking", "terminus", "termini",
        ])
    else { return nil }
    if sentence.token(end + 2, is: "to") {
      let other = end + 4
      guard sentence.token(other, is: "3") || sentence.token(other, is: "5"),
        isFoot(other + 1, in: sentence)
      else { return nil }
    }
    guard let amount = Amount.scan(at: start, in: sentence) else { return nil }
    let isTied = sentence[end + 1].isHyphen
    return Match(
      FeetAndInches(feet: amount, other: .prime), tokens: start..<(isTied ? end + 2 : end + 1),
      rule: "measure.strand-end")
  }

  /// What hangs on a carbon of a sugar: `3′-OH`.
  private static let groups = ContextWords(
    "oh o phosphate phosphates triphosphate monophosphate amp adp atp cmp gmp gtp hydroxyl deoxy "
      + "fluoro methyl azido amino race fam biotin")

  /// The letters of the bases, three or more: `ATG`, `UUACC`.
  private static func isBases(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    guard token.isUpper, token.count > 2, !token.shape.contains(.nonASCII) else { return false }
    return sentence.bytes.slice(token.range).allSatisfy {
      switch $0 {
      case UInt8(ascii: "A"), UInt8(ascii: "C"), UInt8(ascii: "G"), UInt8(ascii: "T"),
        UInt8(ascii: "U"), UInt8(ascii: "N"):
        true
      default: false
      }
    }
  }

  /// `5° 30′ 15″`: what follows degrees are minutes and seconds.
  private static func arc(
    _ start: Int, _ amount: Amount, in sentence: TokenizedSentence
  ) -> Match<FeetAndInches>? {
    let end = amount.tokens.upperBound
    let before = sentence.beforeSpace(start)
    let isMinutes = isFoot(end, in: sentence) && sentence[before].isMark("°")
    // The number before `′` is one or two digits, and before it stand the degrees.
    let isSeconds =
      isInch(end, in: sentence) && isFoot(before, in: sentence)
      && sentence[sentence.beforeSpace(before - 1)].isMark("°")
    guard isMinutes || isSeconds else { return nil }
    var length = FeetAndInches(feet: amount, other: isMinutes ? .minutes : .seconds)
    // `40°26′46″N`
    let side = sentence.skippingSpace(end + 1)
    if sentence[side].count == 1, sentence.isFreeOnRight(after: side),
      let name = sides.first(where: { sentence.token(side, is: $0.0) })?.1
    {
      length.side = name
      return Match(length, tokens: start..<side + 1, rule: "measure.arc")
    }
    return Match(length, tokens: start..<end + 1, rule: "measure.arc")
  }

  private static let sides: [(StaticString, StaticString)] = [
    ("N", "north"), ("S", "south"), ("E", "east"), ("W", "west"),
  ]

  private static func isFoot(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[index].isMark("'") || sentence[index].isMark("’") || sentence[index].isMark("′")
  }

  private static func isInch(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    (sentence[index].isMark("\"") || sentence[index].isMark("”") || sentence[index].isMark("″"))
      && (sentence.isFreeOnRight(after: index) || cross(index + 1, in: sentence) != nil
        || sentence[index + 1].count == 1
          && sides.contains { sentence.token(index + 1, is: $0.0) })
  }

  private static let farthest = 200

  /// Whether a double quote closes one that was opened in this sentence, as far as one looks.
  private static func isClosingQuote(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    if sentence[index].isMark("″") { return false }
    var quotes = 0
    guard sentence[index].isMark("\"") else {
      // A curly one needs a noun too, as a quotation may run over several sentences.
      for before in max(0, index - farthest)..<index where sentence[before].isMark("“") {
        quotes += 1
      }
      return quotes > 0 || !sentence.isBeforeNoun(index + 1)
    }
    for before in max(0, index - farthest)..<index where sentence[before].isMark("\"") {
      quotes += isNumber(before - 1, in: sentence) ? 0 : 1
    }
    return quotes % 2 == 1
  }

  /// The same for a single one, which stands inside of words as well.
  private static func isClosingApostrophe(
    _ index: Int, _ start: Int, in sentence: TokenizedSentence
  ) -> Bool {
    for before in max(0, start - farthest)..<start
    where sentence[before].isMark("'") || sentence[before].isMark("‘") {
      if sentence.isOpenOnLeft(before), !sentence[before + 1].isDigits { return true }
    }
    return false
  }

  private static func isNumber(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    return token.isDigits
      || token.kind == .mark && (0xBC...0xBE).contains(token.scalar)
      || token.kind == .mark && (0x2150...0x215E).contains(token.scalar)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let feet {
      feet.say(into: &writer, in: sentence)
      switch other {
      case .prime: return writer.say("prime")
      case .minutes, .seconds:
        writer.say(other == .minutes ? "minute" : "second")
        if !feet.isSingular { writer.attach("s") }
        if let side { writer.say(side) }
        return
      case nil: break
      }
      writer.say(feet.isSingular || isAttributive ? "foot" : "feet")
    }
    if let inches {
      inches.say(into: &writer, in: sentence)
      writer.say(inches.isSingular || isAttributive ? "inch" : "inches")
    }
    for side in furtherSides {
      writer.say("by")
      side.verbalize(into: &writer, in: sentence)
    }
  }
}
