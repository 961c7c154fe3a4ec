/// Several marks that are one: operators of programs, lines to fill in, lines that part.
///
/// - `a && b` → `a and b`, `c == d` → `c equals d`, `x += 1` → `x plus equals one`
/// - `My name is ____.` → `My name is blank.`
/// - `(c) 2024 Acme` → `copyright twenty twenty-four Acme`
/// - `★★★★☆` → `four out of five stars`
/// - `>> Speaker 2: Yes.`: a new speaker in captions, heard as a pause
/// - `=====`, `*****`, `~~~~`: ornament, which parts phrases
struct MarkRun: SemioticClass {
  static let kind = Edit.Kind.symbol

  /// Nil for an ornament.
  let name: StaticString?
  /// The pause that an ornament makes.
  var pause = PhrasingMark.none
  /// Full and empty stars.
  var stars: (full: Int, empty: Int)?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<MarkRun>? {
    let token = sentence[start]
    if token.isMark("(") { return copyright(start, in: sentence) }
    if token.scalar == 0x2605 { return stars(start, in: sentence) }
    guard sentence[start + 1].kind == .mark, token.scalar < 0x80,
      sentence[start - 1].scalar != token.scalar || sentence[start - 1].kind != .mark
    else { return nil }
    var end = start + 1
    while sentence[end].isMark(Unicode.Scalar(UInt8(token.scalar))) { end += 1 }
    let count = end - start
    if count > 1, let match = ornament(start..<end, in: sentence) { return match }
    let isSpaced =
      (sentence[start - 1].isSpace || sentence[start - 1].kind == .boundary)
      && sentence[start + 2].isSpace
    let next = sentence[start + 1]
    let name: StaticString? =
      switch (token.scalar, next.scalar) {
      case (0x26, 0x26) where count == 2: "and"
      case (0x7C, 0x7C) where count == 2 && isSpaced: "or"
      case (0x3D, 0x3D) where count <= 3: "equals"
      case (0x2B, 0x3D) where isSpaced: "plus equals"
      case (0x2D, 0x3D) where isSpaced: "minus equals"
      case (0x2A, 0x3D) where isSpaced: "times equals"
      case (0x3A, 0x3D) where isSpaced: "is defined as"
      case (0x3C, 0x2D) where isSpaced: "gets"
      default: nil
      }
    guard let name else { return nil }
    return Match(
      MarkRun(name: name), tokens: start..<(count > 1 ? end : start + 2), rule: "symbol.operator")
  }

  /// `(c) 2024 Acme`: what typewriters make of ©.
  private static func copyright(_ start: Int, in sentence: TokenizedSentence) -> Match<MarkRun>? {
    guard sentence.token(start + 1, isIgnoringCase: "c"), sentence[start + 2].isMark(")"),
      sentence[start + 3].isSpace, Year.looksLikeYear(start + 4, in: sentence),
      sentence[start + 5].isMark(",") || sentence[start + 5].kind == .boundary
        || sentence[sentence.skippingSpace(start + 5)].shape.contains(.firstUpper)
    else { return nil }
    return Match(
      MarkRun(name: "copyright"), tokens: start..<start + 3, rule: "symbol.copyright")
  }

  private static func stars(_ start: Int, in sentence: TokenizedSentence) -> Match<MarkRun>? {
    var end = start
    while end < start + 10, sentence[end].isMark("★") { end += 1 }
    let full = end - start
    while end < start + 10, sentence[end].isMark("☆") { end += 1 }
    guard end - start > 1, sentence[end].kind != .mark || sentence[end].scalar < 0x80 else {
      return nil
    }
    return Match(
      MarkRun(name: nil, stars: (full, end - start - full)), tokens: start..<end,
      rule: "symbol.stars")
  }

  private static func ornament(
    _ tokens: Range<Int>, in sentence: TokenizedSentence
  ) -> Match<MarkRun>? {
    let left = sentence[tokens.lowerBound - 1]
    let right = sentence[tokens.upperBound]
    switch sentence[tokens.lowerBound].scalar {
    case 0x5F where tokens.count > 2:
      guard !left.isWord, !right.isWord else { return nil }
      return Match(MarkRun(name: "blank"), tokens: tokens, rule: "symbol.blank")
    case 0x3E where tokens.count == 2:
      guard right.isSpace, sentence[tokens.upperBound + 1].isCapitalized, !left.isWord,
        !sentence.saysAllMarks
      else { return nil }
      let isFirst = left.kind == .boundary
      return Match(
        MarkRun(name: nil, pause: isFirst ? .none : .comma), tokens: tokens, rule: "symbol.speaker",
        kind: .phrasing)
    case 0x3D, 0x2A, 0x7E, 0x23, 0x2B, 0x5E:
      // `===` between spaces compares.
      guard tokens.count > 2, tokens.count > 3 || left.kind == .boundary || right.kind == .boundary,
        !left.isWord, !right.isWord, !sentence.saysAllMarks
      else { return nil }
      let isEnd = Phrasing.isParted(after: tokens.upperBound, in: sentence)
      return Match(
        MarkRun(name: nil, pause: isEnd ? .none : .comma), tokens: tokens, rule: "symbol.ornament",
        kind: .phrasing)
    default: return nil
    }
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let stars {
      NumberWords.sayCardinal(stars.full, into: &writer)
      if stars.empty > 0 {
        writer.say("out of")
        NumberWords.sayCardinal(stars.full + stars.empty, into: &writer)
      }
      writer.say("stars")
    }
    if let name { writer.say(name) }
    if pause != .none { writer.mark(pause) }
  }
}
