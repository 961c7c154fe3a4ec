/// From one number to another: `2–3` → `two to three`, `19th–20th` → `nineteenth to twentieth`.
///
/// Two equal numbers are a phrase: `50-50` → `fifty fifty`; before `=` the dash is a minus.
struct NumberRange: SemioticClass {
  static let kind = Edit.Kind.range

  enum Ends: Sendable {
    case amounts(AmountSpan)
    case ordinals(Match<Ordinal>, Match<Ordinal>)
  }

  var ends: Ends
  var joint: Joint

  enum Joint: Sendable { case to, minus, nothing }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<NumberRange>? {
    guard sentence.isFreeOnLeft(start), !isTail(start, in: sentence),
      sentence.isAhead(of: start, { $0.isHyphen || $0.isEnDash || $0.isMinus || $0.isMark("~") })
    else { return nil }
    if let first = Ordinal.recognize(at: start, in: sentence) {
      guard let next = sentence.rangeDash(first.tokens.upperBound),
        let second = Ordinal.recognize(at: next, in: sentence)
      else { return nil }
      return Match(
        NumberRange(ends: .ordinals(first, second), joint: .to),
        tokens: start..<second.tokens.upperBound, rule: "range.ordinals")
    }
    guard let span = AmountSpan.scan(at: start, in: sentence, letters: .plain, isBare: true),
      let high = span.high, sentence.isFreeOnRight(after: span.tokens.upperBound - 1)
    else { return nil }
    let end = span.tokens.upperBound
    guard !isDocket(span, at: start, in: sentence) else { return nil }
    let isFormula = sentence[sentence.skippingSpace(end)].isMark("=")
    let isSame =
      sentence.bytes.string(sentence.bytes(of: span.low.tokens))
      == sentence.bytes.string(sentence.bytes(of: high.tokens))
    // `an 80-20 split`
    let isShare =
      sentence[start + 1].isHyphen && start + 3 == end
      && ["95-5", "90-10", "80-20", "75-25", "70-30"]
        .contains { sentence.bytes.holds($0, at: sentence.bytes(of: start..<end)) }
      || isRadioCode(start, end, in: sentence)
    return Match(
      NumberRange(
        ends: .amounts(span), joint: isFormula ? .minus : isSame || isShare ? .nothing : .to),
      tokens: start..<end, rule: isFormula ? "range.difference" : "range.dash")
  }

  /// `a 10-16`: what police and drivers say on the radio.
  private static func isRadioCode(
    _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> Bool {
    guard sentence.token(start, is: "10"), sentence[start + 1].isHyphen, end == start + 3 else {
      return false
    }
    return sentence.wordBefore(start, isAnyOf: ["a"])
  }

  /// `No. 22-1234`, `45-0098`: the two halves of one number.
  private static func isDocket(
    _ span: AmountSpan, at start: Int, in sentence: TokenizedSentence
  ) -> Bool {
    let second = start + 2
    guard sentence[start].isDigits, sentence[start + 1].isHyphen, sentence[second].isDigits,
      span.tokens.upperBound == start + 3, sentence[second].count > 2
    else { return false }
    return sentence[second].scalar == 0x30
      || sentence[start].count <= 2 && sentence[second].count > 3
        && sentence.labelBefore(start).map {
          sentence.token($0, isAnyOf: ["no", "nr", "docket", "case"])
        } ?? false
  }

  /// Whether a hyphen on the left makes the number a part of a name or a chain: `F-15-20`.
  private static func isTail(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[start - 1].isHyphen && !sentence[start - 2].isSpace
      && sentence[start - 2].kind != .boundary
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    switch ends {
    case .amounts(let span):
      span.low.say(into: &writer, in: sentence)
      sayJoint(into: &writer)
      span.high?.say(into: &writer, in: sentence)
    case .ordinals(let first, let second):
      writer.nested(first, in: sentence)
      sayJoint(into: &writer)
      writer.nested(second, in: sentence)
    }
  }

  private func sayJoint(into writer: inout SpokenWriter) {
    switch joint {
    case .to: writer.say("to")
    case .minus: writer.say("minus")
    case .nothing: break
    }
  }
}
