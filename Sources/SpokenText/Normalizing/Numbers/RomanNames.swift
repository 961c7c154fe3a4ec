/// Roman numerals behind names, of rulers, of people and of whatever comes in a row.
extension RomanNumeral {
  /// `Henry IV`, `John Smith III`, `Rocky IV`, `SALT II`.
  static func behindName(
    _ first: Part, at start: Int, in sentence: TokenizedSentence
  ) -> Match<RomanNumeral>? {
    guard let name = sentence.wordBefore(start), sentence[name].shape.contains(.firstUpper),
      sentence[start - 1].isSpace,
      !RomanNameTable.determiners.contains(
        WordKey(sentence.bytes.slice(sentence[name].range)))
    else { return nil }
    let cardinal = Match(
      RomanNumeral(parts: [first], isOrdinal: false), tokens: start..<start + 1,
      rule: "roman.name")
    let ordinal = Match(
      RomanNumeral(parts: [first], isOrdinal: true), tokens: start..<start + 1,
      rule: "roman.regnal")
    guard sentence[name].shape.contains(.lower) else {
      // `SALT II`, `ASA III`
      return first.isClear && sentence[name].count > 1 && !sentence.isShouted ? cardinal : nil
    }
    let hasTitle =
      sentence.wordBefore(name, isAnyOf: RomanNameTable.titles)
      || sentence.wordBefore(sentence.wordBefore(name) ?? -1, isAnyOf: RomanNameTable.titles)
        && sentence[name].keys.contains(.regnalName)
    let isRegnal = sentence[name].keys.contains(.regnalName) && first.value <= 25
    if isRegnal || hasTitle && (first.isClear || first.value <= 10),
      isName(start, hasTitle: hasTitle, in: sentence)
    {
      return union(ordinal, in: sentence)
    }
    let isSure = first.isClear || isTitled(first, at: start, behind: name, in: sentence)
    guard isSure else { return nil }
    return first.value <= 6 && isPerson(name, in: sentence) ? ordinal : cardinal
  }

  /// `James VI and I`: one ruler, counted in two realms.
  private static func union(
    _ ordinal: Match<RomanNumeral>, in sentence: TokenizedSentence
  ) -> Match<RomanNumeral> {
    let end = ordinal.tokens.upperBound
    guard let and = sentence.wordAfter(end), sentence.token(and, is: "and"),
      let next = sentence.wordAfter(and + 1), sentence[next].isUpper,
      let part = part(at: next, joint: .words(sentence[and].range), in: sentence),
      part.letter.isEmpty, part.value <= 9, sentence.isFreeOnRight(after: next)
    else { return ordinal }
    if sentence.token(next, is: "I"), let word = sentence.wordAfter(next + 1),
      !sentence.token(word, isAnyOf: ["of", "in"])
    {
      return ordinal
    }
    var match = ordinal
    match.value.parts.append(part)
    match.tokens = ordinal.tokens.lowerBound..<next + 1
    return match
  }

  /// Whether a name that rulers bear stands before a numeral.
  static func isBehindRuler(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard let name = sentence.wordBefore(start), sentence[name].isCapitalized else { return false }
    return sentence[name].keys.contains(.regnalName)
  }

  /// Whether a name is the last of a person's: behind an initial, a title or a first name.
  private static func isPerson(_ name: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[name - 1].isSpace else { return false }
    var before = sentence.beforeSpace(name)
    if sentence[before].isMark(".") { before -= 1 }
    guard sentence[before].isWord, sentence[before].shape.contains(.firstUpper) else {
      return false
    }
    if sentence[before].count == 1 { return sentence[before + 1].isMark(".") }
    return sentence[before].keys.contains(.regnalName)
      || RomanNameTable.givenNames.contains(
        WordKey(sentence.bytes.slice(sentence[before].range)))
      || sentence.token(before, isAnyOf: RomanNameTable.personTitles)
  }

  /// Whether `IV`, `V` or `VI`, which are also drips, letters and islands, number a title.
  private static func isTitled(
    _ first: Part, at start: Int, behind name: Int, in sentence: TokenizedSentence
  ) -> Bool {
    guard first.letter.isEmpty, (4...6).contains(first.value),
      sentence.isFreeOnRight(after: start)
    else { return false }
    let isFirst = sentence.isFirstWord(name)
    let isLong =
      sentence[name - 1].isSpace && sentence[sentence.beforeSpace(name)].shape.contains(.firstUpper)
    if first.value == 5, !isLong { return false }
    // `The IV is random`, `Peripheral IV was placed`: a first word has its capital from its place.
    if first.value == 4, isFirst { return false }
    if sentence[start + 1].isMark("."), sentence[start + 2].isWord { return false }
    guard let next = sentence.wordAfter(start + 1) else {
      return !sentence[start + 1].isSpace && !sentence[start + 1].isHyphen
        && !sentence[start + 1].isMark("/")
    }
    if sentence[next].keys.contains(.nameParticle) { return false }
    if sentence[next].isLower {
      return sentence.token(next, isAnyOf: RomanNameTable.behindTitles)
    }
    return isLong && !isFirst && first.value != 5 && !sentence[next].isUpper
  }

  /// Whether a single letter or `IV` after a name counts its bearers.
  private static func isName(
    _ index: Int, hasTitle: Bool, in sentence: TokenizedSentence
  ) -> Bool {
    if sentence[index].count == 1,
      ["C", "D", "L", "M"].contains(where: { sentence.token(index, is: $0) })
    {
      return false
    }
    if hasTitle { return true }
    guard let next = sentence.wordAfter(index + 1), sentence[next].isLower else { return true }
    // `started Mary IV fluids`
    if sentence.token(index, is: "IV") {
      return !sentence.token(next, isAnyOf: RomanContextTable.infusions)
    }
    // `gave John V tickets` is rare, `John I think` is not.
    return !sentence.token(index, is: "I")
      || !sentence.token(next, isAnyOf: RomanNameTable.pronounVerbs)
  }
}
