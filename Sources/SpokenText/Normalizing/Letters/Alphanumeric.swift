/// Letters and digits that make one name: part numbers, genes, drugs, viruses, standards.
///
/// - `CYP2D6` → `C Y P two D six`, `H2O` → `H two O`, `IPv6` → `I P v six`, `p53` → `P fifty-three`
/// - `COVID-19` → `covid nineteen`, `SARS-CoV-2` → `sars Co V two`, `5-HT2A` → `five H T two A`
/// - `IL-1β` → `I L one beta`, `T790M` → `T seven ninety M`, `ISO 9001` is two tokens and not this
/// - `c.215C>G` → `C dot two fifteen C to G`, `p.R175H` → `P dot R one seventy-five H`
/// - Not `1990s`, `3rd`, `10mg`, `5pm`: classes of numbers are asked first.
struct Alphanumeric: SemioticClass {
  static let kind = Edit.Kind.initialism

  /// Runs of letters and of digits in order, hyphens left out.
  let parts: [Token]
  /// `F-16s`, `TP53's`: an `s` behind the last number.
  let ending: Initialism.Ending
  var defined: DefinedForm?
  /// UTF-8 bytes of the digits behind a point: `PM2.5`.
  var decimals = 0..<0
  /// Letters and digits of the end of a series: `V1–V4`; empty when there is none.
  var last: [Token] = []

  /// UTF-8 bytes of the letter before a point that tells what is counted: `c.215C>G`.
  var level = 0..<0

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Alphanumeric>? {
    if sentence[start + 1].isMark(".") { return variant(at: start, in: sentence) }
    guard isPart(sentence[start]), isPart(sentence[start + 1]) || sentence[start + 1].isHyphen,
      sentence.isFreeOnLeft(start)
    else { return nil }
    // `N-1` is one less than N.
    if sentence.token(start, is: "N"), sentence[start + 1].isHyphen,
      sentence.token(start + 2, is: "1")
    {
      return nil
    }
    var parts = [sentence[start]]
    var end = start + 1
    while parts.count < 12 {
      if isPart(sentence[end]) {
        parts.append(sentence[end])
        end += 1
      } else if sentence[end].isHyphen, takesHyphen(end, after: parts, in: sentence) {
        parts.append(sentence[end + 1])
        end += 2
      } else if repeatsTail(end, after: parts, in: sentence) {
        parts += [sentence[end + 1], sentence[end + 2]]
        end += 3
      } else {
        break
      }
    }
    let ending = takeEnding(from: &parts, end: &end, in: sentence)
    guard parts.count > 1, !isPart(sentence[end]),
      parts.contains(where: \.isDigits),
      let letters = parts.first(where: \.isWord)
    else { return nil }
    // A small word tied to a number by a hyphen is a name only with a small number, `omega-3`, or
    // when it is long enough for an element: `iodine-131`.
    if letters.isLower, sentence[start + 1].isHyphen,
      parts.count != 2 || parts[0].isDigits || letters.count < 4 && !isModel(parts)
        || letters.count > 3 && parts[1].count > (letters.count < 5 ? 2 : 3)
    {
      return nil
    }
    let short = sentence.bytes(of: start..<end)
    var decimals = 0..<0
    // `PM2.5`, `python3.11`
    if isBand(parts, start..<end, in: sentence)
      || parts.count == 2 && parts[1].isDigits && end <= start + 3
        && (!parts[0].isLower
          || end == start + 2 && parts[1].count <= 2 && sentence[end + 1].count <= 2
            && !parts[0].keys.contains(.abbreviation) && parts[0].count > 2),
      isDecimalPoint(end, in: sentence)
    {
      decimals = sentence[end + 1].range
      end += 2
    }
    var value = Alphanumeric(
      parts: parts, ending: ending, defined: DefinedForm(short, before: end, in: sentence),
      decimals: decimals)
    if isBase(parts.last, in: sentence), sentence[end].isMark(">"),
      isBase(sentence[end + 1], in: sentence), sentence.isFreeOnRight(after: end + 1)
    {
      // `2573T>G`: one base has taken the place of another.
      value.last = [sentence[end + 1]]
      end += 2
    } else if decimals.isEmpty, let last = last(of: parts, dash: end, in: sentence) {
      value.last = [sentence[end + 1], sentence[last]]
      end = last + 1
    }
    return Match(value, tokens: start..<end, rule: "initialism.with-digits")
  }

  /// `q11`, `22q11`: a band of a chromosome.
  private static func isBand(
    _ parts: [Token], _ tokens: Range<Int>, in sentence: TokenizedSentence
  ) -> Bool {
    guard parts.count == tokens.count, parts.count < 4 else { return false }
    let arm = tokens.upperBound - 2
    return sentence.token(arm, is: "p") || sentence.token(arm, is: "q")
  }

  static func isBase(_ token: Token?, in sentence: TokenizedSentence) -> Bool {
    guard let token, token.isUpper, token.count == 1 else { return false }
    switch token.scalar {
    case 0x41, 0x43, 0x47, 0x54, 0x55: return true
    default: return false
    }
  }

  /// The number that a series ends with: `V1–V4`, with the same letters before a greater number.
  ///
  /// Two neighbours, as `L4–L5`, are a pair.
  private static func last(
    of parts: [Token], dash: Int, in sentence: TokenizedSentence
  ) -> Int? {
    guard parts.count == 2, parts[0].isUpper ? parts[0].count < 3 : parts[0].count == 1,
      parts[1].isDigits,
      sentence[dash].isEnDash, sentence[dash + 1].isWord, sentence[dash + 2].isDigits,
      sentence.isFreeOnRight(after: dash + 2), !sentence[dash + 3].isHyphen,
      sentence.bytes.string(parts[0].range) == sentence.text(dash + 1),
      let first = sentence.value(dash - 1), let last = sentence.value(dash + 2), last > first + 1
    else { return nil }
    return dash + 2
  }

  /// `a c-150`: one small letter and a number of two digits or three; `k-10`, `n-12` are fewer.
  private static func isModel(_ parts: [Token]) -> Bool {
    guard parts[0].count == 1, (2...3).contains(parts[1].count) else { return false }
    return switch parts[0].scalar {
    // Letters that stand for quantities, and the article.
    case 0x61, 0x69...0x6B, 0x6D, 0x6E, 0x74, 0x78...0x7A: false
    default: true
    }
  }

  /// `.5`, and no third number.
  private static func isDecimalPoint(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[index].isMark(".") && sentence[index + 1].isDigits
      && sentence.isFreeOnRight(after: index + 1)
      && (!sentence[index + 2].isMark(".") || !sentence[index + 3].isDigits)
  }

  /// An `s` behind the last number: taken from the parts, or from behind an apostrophe.
  private static func takeEnding(
    from parts: inout [Token], end: inout Int, in sentence: TokenizedSentence
  ) -> Initialism.Ending {
    let last = end - 1
    // `k8s` is no plural, nor `m30s`.
    let isShortened =
      parts[0].count == 1
      && (parts[0].isLower || parts[0].scalar == 0x4B && sentence[last - 1].count == 1)
    if parts.count > 2, sentence.token(last, is: "s"), sentence[last - 1].isDigits, !isShortened {
      parts.removeLast()
      return .plural
    }
    if sentence[last].isDigits, sentence[end].isMark("'") || sentence[end].isMark("\u{2019}"),
      sentence.token(end + 1, is: "s")
    {
      end += 2
      return .possessive
    }
    return .none
  }

  private static func isPart(_ token: Token) -> Bool {
    token.isDigits || (token.isWord && !token.shape.contains(.ignorable))
  }

  /// Whether a hyphen ties what follows it to the parts before.
  private static func takesHyphen(
    _ hyphen: Int, after parts: [Token], in sentence: TokenizedSentence
  ) -> Bool {
    guard let last = parts.last else { return false }
    let next = sentence[hyphen + 1]
    let afterNext = sentence[hyphen + 2]
    if next.isDigits, last.isWord {
      // `ATGC-3′`: the end of a strand.
      if afterNext.isMark("′") { return false }
      // `GMT-5`
      if last.isUpper, last.count > 2, last.keys.contains(.timeZone) { return false }
      guard next.count <= 4, !(next.count == 4 && last.isCapitalized) else { return false }
      // A phone number, a range, a decimal or a share is no name.
      if afterNext.isHyphen {
        return !sentence[hyphen + 3].isDigits
          || isCode(last, next, sentence[hyphen + 3]) && !sentence[hyphen + 4].isHyphen
      }
      if afterNext.isMark(".") {
        // `GPT-3.5`
        return !sentence[hyphen + 3].isDigits
          || parts.count == 1 && last.count > 2 && next.count <= 2
            && sentence[hyphen + 3].count <= 2
            && isDecimalPoint(hyphen + 2, in: sentence) && !sentence[hyphen + 4].isMark("%")
      }
      if afterNext.isMark(",") { return !sentence[hyphen + 3].isDigits }
      return !afterNext.isMark("%") && !afterNext.isEnDash
    }
    if next.isDigits, let first = parts.first, first.isWord, parts.count == 2 {
      // `ISO-8859-1`
      if sentence[hyphen - 2].isHyphen { return isCode(first, last, next) }
      // `DDR5-6000`, `i7-9700K`
      let isFree = sentence.isFreeOnRight(after: hyphen + 1) && !afterNext.isHyphen
      let isModel = afterNext.isUpper && afterNext.count <= 2 && first.count <= 2
      return last.count <= 2 && (3...5).contains(next.count)
        && (isModel || isFree && first.isUpper && first.count > 1)
    }
    guard next.isWord, next.isUpper || isMixed(next) else { return false }
    if last.isDigits { return parts.count > 1 || last.count <= 2 }
    let number = afterNext.isHyphen ? sentence[hyphen + 3] : afterNext
    return number.isDigits && (last.isUpper || isMixed(last))
  }

  /// `5-HT2A/2C`: the same digit and letter once more.
  private static func repeatsTail(
    _ slash: Int, after parts: [Token], in sentence: TokenizedSentence
  ) -> Bool {
    guard sentence[slash].isMark("/"), parts.count > 2, parts[parts.count - 2].isDigits,
      let last = parts.last
    else { return false }
    let (number, letter) = (sentence[slash + 1], sentence[slash + 2])
    return last.isUpper && last.count == 1 && letter.isUpper && letter.count == 1
      && number.isDigits && number.count == 1 && sentence.isFreeOnRight(after: slash + 2)
  }

  /// Whether two numbers behind capitals are those of a code: `ISO-8859-1`, `CVE-2021-44228`.
  private static func isCode(_ name: Token, _ first: Token, _ second: Token) -> Bool {
    name.isUpper && name.count >= 2 && first.count == 4
      && (second.count <= 2 || (4...7).contains(second.count))
  }

  private static func isMixed(_ token: Token) -> Bool { token.shape.contains(.innerUpper) }
}
