/// The code of an address: `London SW1A 2AA` → `… S W one A two A A`, `M5V 2T6`, `Oregon 97201` →
/// `Oregon nine seven two zero one`.
///
/// British codes by the form of BS 7666 and the list of areas, Canadian ones by their form,
/// American ones of five digits, with or without four more, behind the name of a state.
struct PostalCode: SemioticClass {
  static let kind = Edit.Kind.address

  /// Runs of letters and of digits.
  var parts: [Range<Int>]
  /// Digits are said one by one.
  var isInDigits: Bool

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<PostalCode>? {
    guard sentence.isFreeOnLeft(start), !sentence[start - 1].isHyphen else { return nil }
    if sentence[start].isDigits { return american(at: start, in: sentence) }
    guard sentence[start].isUpper, sentence[start].count <= 2, sentence[start + 1].isDigits,
      sentence[start + 1].count <= 2
    else { return nil }
    return british(at: start, in: sentence) ?? canadian(at: start, in: sentence)
  }

  /// `SW1A 2AA`, `B33 8TH`.
  private static func british(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<PostalCode>? {
    var index = start + 2
    if sentence[index].isUpper, sentence[index].count == 1, sentence[start + 1].count == 1 {
      index += 1
    }
    guard sentence[index].isSpace, sentence[index + 1].isDigits, sentence[index + 1].count == 1,
      sentence[index + 2].isUpper, sentence[index + 2].count == 2,
      sentence.isFreeOnRight(after: index + 2),
      areas.contains(WordKey(sentence.bytes.slice(sentence[start].range)))
    else { return nil }
    // `the M1 8GB model`; and the last two letters are none that look like others.
    if sentence.token(index + 2, is: "GB") || sentence.token(index + 2, is: "TB") { return nil }
    for letter in sentence.bytes.slice(sentence[index + 2].range) {
      switch letter {
      case UInt8(ascii: "C"), UInt8(ascii: "I"), UInt8(ascii: "K"), UInt8(ascii: "M"),
        UInt8(ascii: "O"), UInt8(ascii: "V"):
        return nil
      default: break
      }
    }
    return Match(
      PostalCode(parts: parts(start..<index + 3, in: sentence), isInDigits: false),
      tokens: start..<index + 3, rule: "address.postcode")
  }

  /// `K1A 0B1`: letters and digits by turns.
  private static func canadian(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<PostalCode>? {
    for (position, isDigit) in [false, true, false, false, true, false, true].enumerated() {
      let token = sentence[start + position]
      guard position == 3 ? token.isSpace : token.count == 1 else { return nil }
      guard position == 3 || (isDigit || position == 4 ? token.isDigits : token.isUpper) else {
        return nil
      }
    }
    guard sentence.isFreeOnRight(after: start + 6) else { return nil }
    return Match(
      PostalCode(parts: parts(start..<start + 7, in: sentence), isInDigits: true),
      tokens: start..<start + 7, rule: "address.postcode")
  }

  /// `Oregon 97201`, `D.C. 20500-0003`.
  private static func american(
    at start: Int, in sentence: TokenizedSentence
  ) -> Match<PostalCode>? {
    guard sentence[start].count == 5, !sentence.isInsideNumber(start), sentence[start - 1].isSpace,
      sentence.isFreeOnRight(after: start), isBehindState(start - 2, in: sentence)
    else { return nil }
    var end = start + 1
    var parts = [sentence[start].range]
    if sentence[end].isHyphen || sentence[end].isEnDash, sentence[end + 1].isDigits,
      sentence[end + 1].count == 4, sentence.isFreeOnRight(after: end + 1)
    {
      parts.append(sentence[end + 1].range)
      end += 2
    }
    if sentence[end].isMark(",") || sentence[end].isMark("."), sentence[end + 1].isDigits {
      return nil
    }
    return Match(
      PostalCode(parts: parts, isInDigits: true), tokens: start..<end, rule: "address.zip")
  }

  private static func isBehindState(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    var word = index
    if sentence[word].isMark(",") { word = sentence.beforeSpace(word) }
    if sentence[word].isMark(".") {
      return sentence.token(word - 1, is: "C") && sentence[word - 2].isMark(".")
        && sentence.token(word - 3, is: "D")
    }
    return sentence[word].isCapitalized
      && StateTable.lastWords.contains(WordKey(sentence.bytes.slice(sentence[word].range)))
  }

  private static func parts(_ tokens: Range<Int>, in sentence: TokenizedSentence) -> [Range<Int>] {
    tokens.filter { !sentence[$0].isSpace }.map { sentence[$0].range }
  }

  private static let areas = WordSet(
    """
    ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec
    eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln
    ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so
    sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze
    """)

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    for (position, part) in parts.enumerated() {
      let bytes = sentence.bytes.slice(part)
      guard let first = bytes.first, ASCII.isDigit(first) else {
        writer.spell(source: part)
        continue
      }
      // The four digits behind five are told apart from them.
      if position > 0, bytes.count == 4 { writer.mark(.comma) }
      if isInDigits || bytes.count == 1 {
        NumberWords.sayDigits(bytes, into: &writer)
      } else {
        NumberWords.sayPairs(bytes, into: &writer)
      }
    }
  }
}
