/// An abbreviation made of initials, said letter by letter, or in full where its long form is due.
///
/// - `PTSD` → `P T S D`; the first time, when the document or a glossary defines it →
///   `post-traumatic stress disorder` (`abbreviations: first-use`).
/// - `MRIs` → `M R I's`, `PTSD's` → `P T S D's`, `mRNA` → `m R N A`.
/// - `PTSD (post-traumatic stress disorder)` → `P T S D (…)`: the long form follows by itself.
/// - Not `NASA` (a word), not `NEVER` (stress), not `McDonald` or `iPhone` (names).
struct Initialism: SemioticClass {
  static let kind = Edit.Kind.initialism

  /// The letters, an ending left out.
  let letters: Range<Int>
  let ending: Ending
  var defined: DefinedForm?
  /// A defined form that is a word all the same: `NATO`.
  var isWord = false

  enum Ending {
    case none, plural, possessive
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Initialism>? {
    let token = sentence[start]
    guard token.isWord, !token.shape.contains(.nonASCII), sentence.isFreeOnLeft(start),
      sentence.isFreeOnRight(after: start)
    else { return nil }
    var (letters, ending) = parts(of: token, in: sentence.bytes)
    if isLetterInPlural(start, in: sentence) {
      (letters, ending) = (letters.lowerBound..<letters.upperBound - 1, .plural)
    }
    // `TL;DR`
    if sentence.token(start, is: "TL"), sentence[start + 1].isMark(";"),
      sentence.token(start + 2, is: "DR"), sentence.isFreeOnRight(after: start + 2)
    {
      return Match(
        Initialism(
          letters: letters.lowerBound..<sentence[start + 2].range.upperBound, ending: .none,
          defined: nil), tokens: start..<start + 3, rule: "initialism.letters")
    }
    // A plural that the document defines as such ("RCTs") is another entry than its singular.
    let defined = DefinedForm(
      ending == .plural ? token.range : letters, before: start + 1, in: sentence)
    let isSpelled = isSpelled(start, letters: letters, in: sentence)
    guard defined != nil || isSpelled else { return nil }
    return Match(
      Initialism(
        letters: letters, ending: ending, defined: defined,
        isWord: !isSpelled && isWordLike(sentence.bytes.slice(letters))),
      tokens: start..<start + 1,
      rule: defined == nil ? "initialism.letters" : "initialism.defined")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let defined, defined.sayIfDue(into: &writer, policies: sentence.policies) {
      if ending == .possessive { writer.attach("'s") }
      return
    }
    if isWord {
      writer.say(
        String(decoding: sentence.bytes.slice(letters).map(ASCII.lowercased), as: UTF8.self))
      switch ending {
      case .none: break
      case .plural: writer.attach("s")
      case .possessive: writer.attach("'s")
      }
      return
    }
    if let reading = InitialismTable.reading(sentence.bytes.slice(letters)) {
      writer.say(reading)
    } else {
      writer.spell(source: letters)
    }
    if ending != .none { writer.attach("'s") }
  }

  /// Whether one letter stands in the plural: `Ps and Qs`, `T&Cs`, `straight As`.
  ///
  /// Not `Ms Lee`, `Rs 500`, `Ps. 23`; `As`, `Is` and `Us` only behind a number, "straight" or "all".
  private static func isLetterInPlural(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    guard token.count == 2, token.isCapitalized,
      sentence.bytes[token.range.upperBound - 1] == UInt8(ascii: "s")
    else { return false }
    if sentence[index - 1].isMark("&") { return true }
    if sentence[index + 1].isMark("."), sentence[sentence.skippingSpace(index + 2)].isDigits {
      return false
    }
    switch token.scalar {
    case 0x41, 0x49, 0x4D, 0x55:  // A, I, M, U
      return token.scalar != 0x4D
        && (sentence.wordBefore(index, isAnyOf: counts)
          || sentence[sentence.beforeSpace(index)].isDigits)
    default: return !sentence[sentence.skippingSpace(index + 1)].isDigits
    }
  }

  private static let counts: [StaticString] = [
    "straight", "all", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  /// Whether capitals that something defines may be said as the word that they spell: `HOPE`, `SAD`.
  ///
  /// Not `NO` and `FOR`: two letters make no acronym, and a word of grammar would be heard as one.
  private static func isWordLike(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    letters.count > 2 && letters.allSatisfy(ASCII.isUpper)
      && (letters.count > 3 || FunctionWordTable.classes[WordKey(letters)] == nil)
  }

  /// Splits `MRIs` and `PTSD's` into letters and ending.
  static func parts(of token: Token, in bytes: SourceBytes) -> (Range<Int>, Ending) {
    let range = token.range
    let last = bytes[range.upperBound - 1]
    guard last == UInt8(ascii: "s"), range.count > 2 else { return (range, .none) }
    let before = bytes[range.upperBound - 2]
    if before == UInt8(ascii: "'") { return (range.lowerBound..<range.upperBound - 2, .possessive) }
    if bytes.holds("\u{2019}", at: range.upperBound - 4..<range.upperBound - 1) {
      return (range.lowerBound..<range.upperBound - 4, .possessive)
    }
    if ASCII.isUpper(before) { return (range.lowerBound..<range.upperBound - 1, .plural) }
    return (range, .none)
  }

  /// Whether letters are said one by one.
  private static func isSpelled(
    _ start: Int, letters: Range<Int>, in sentence: TokenizedSentence
  ) -> Bool {
    let token = sentence[start]
    let bytes = sentence.bytes.slice(letters)
    let keys = letters == token.range ? token.keys : Keywords.lookUp(bytes)
    let uppers = bytes.reduce(0) { $0 + (ASCII.isUpper($1) ? 1 : 0) }
    guard bytes.allSatisfy(ASCII.isLetter) else { return false }
    if uppers == bytes.count {
      if bytes.count == 1 { return token.count == 2 || isLetterName(start, in: sentence) }
      // `JOHN: Hi.`
      if keys.contains(.acronymWord) || keys.contains(.regnalName) { return false }
      // `Mr. LEE`: as the records of a parliament have it.
      if bytes.count > 2, bytes.contains(where: ASCII.isVowel),
        let title = sentence.labelBefore(start),
        sentence.token(title, isAnyOf: ["mr", "mrs", "ms", "miss"])
      {
        return false
      }
      if sentence[start - 1].isMark("&") || sentence[start + 1].isMark("&"), bytes.count < 4 {
        return true
      }
      // `the OR`: a room, as no conjunction stands there.
      if sentence.token(start, is: "OR"),
        sentence.wordBefore(start, isAnyOf: ["the", "an"]), !sentence.isShouted
      {
        return true
      }
      if InitialismTable.isSpelledAlways(bytes) { return true }
      // `MDMA-AT`, against `PICK-UP`
      let left = sentence[start - 2]
      if bytes.count == 2, sentence[start - 1].isHyphen, left.isUpper, left.count > 1,
        !left.keys.contains(.commonWord)
      {
        return true
      }
      // Nobody stresses all of `SPAs` but its ending.
      if sentence.bytes[token.range.upperBound - 1] == UInt8(ascii: "s"), bytes.count < 4,
        letters.upperBound == token.range.upperBound - 1
      {
        return true
      }
      if keys.contains(.commonWord) || isStressedPronoun(start, in: sentence) { return false }
      if Shouting.surrounds(start, in: sentence) {
        // `NYC`, against `WHY`, which is in the table.
        let hasVowel = bytes.contains { ASCII.isVowel($0) }
        return isCountry(start, in: sentence) || !Pronounceable.isWord(bytes)
          || !hasVowel && bytes.count < 4
      }
      return !Pronounceable.isAcronym(bytes)
    }
    // `mRNA`, `dsDNA`, `siRNA`: at most two small letters before capitals that cannot be a word.
    let small = bytes.prefix(while: ASCII.isLower).count
    if small > 0, small <= 2, bytes.count - small >= 2,
      bytes.dropFirst(small).allSatisfy(ASCII.isUpper)
    {
      return true
    }
    // `DoD`, `QoS`: the "of" between them is a letter too, but not in `CoV`.
    if bytes.count == 3, uppers == 2, bytes[1] == UInt8(ascii: "o"),
      !sentence.bytes.holds("CoV", at: letters)
    {
      return true
    }
    return keys.contains(.spelledMixed)
  }

  /// `I AM not amused`, `people WHO care`.
  private static func isStressedPronoun(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    if sentence.token(index, is: "AM") { return sentence.wordBefore(index, isAnyOf: ["i"]) }
    return sentence.token(index, is: "WHO")
      && sentence.wordBefore(index, isAnyOf: antecedents)
  }

  private static let antecedents: [StaticString] = [
    "someone", "somebody", "anyone", "everyone", "those", "people", "person", "man", "woman", "one",
    "know", "knows", "guess",
  ]

  /// `THE US`, `US AND UK`: in a text of capitals, the country and not the pronoun.
  private static func isCountry(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence.token(index, is: "US") else { return false }
    if sentence.wordBefore(index, isAnyOf: ["the"]) { return true }
    guard let joint = sentence.wordAfter(index + 1), sentence.token(joint, is: "AND"),
      let other = sentence.wordAfter(joint + 1)
    else { return false }
    return InitialismTable.isSpelledAlways(sentence.bytes.slice(sentence[other].range))
  }

  /// Whether `A` is the letter and not the article: `hepatitis A`, `A, B and C`, `A. Smith`.
  ///
  /// Every other capital by itself is said by its name anyway.
  private static func isLetterName(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[index].scalar == 0x41 else { return false }
    let next = sentence[index + 1]
    // `A-ha!`
    if next.isHyphen, sentence.token(index + 2, is: "ha") { return false }
    if next.kind == .boundary || next.kind == .mark {
      return !Triggers(next, before: .boundary).contains(.quote) && !next.isEmDash
    }
    return sentence[sentence.beforeSpace(index)].keys.contains(.letteredThing)
      || sentence.wordBefore(index, isAnyOf: ["a", "an", "the", "letter", "letters"])
  }
}
