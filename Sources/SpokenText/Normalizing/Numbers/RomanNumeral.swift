/// A Roman numeral, where its neighbours show that it is one: `Henry IV` → `Henry the fourth`,
/// `Stages II–IV` → `Stages two to four`, `World War II` → `World War two`.
///
/// Letters alone prove nothing (`IV infusion`, `vitamin C`, `CD`, `I`), so nothing is read without a
/// word beside it that numbers go with.
struct RomanNumeral: SemioticClass {
  static let kind = Edit.Kind.roman

  var parts: [Part]
  var isOrdinal: Bool
  /// `the` goes before an ordinal, unless the source has it.
  var hasArticle = false

  struct Part: Sendable {
    var value: Int
    /// UTF-8 bytes of a letter behind the numeral: `IIb`.
    var letter: Range<Int>
    /// UTF-8 bytes of a possessive ending: `II’s`.
    var possessive = 0..<0
    /// An ending makes an ordinal of it: `XXVth`.
    var isOrdinal = false
    /// What is said before the part: words of the source, "to", or nothing.
    var joint: Joint

    /// Whether letters are hardly ever anything but a numeral: `II`, `III`, `VII`, `XIV`.
    var isClear: Bool {
      guard letter.isEmpty else { return false }
      return switch value {
      case 2, 3, 7...9, 11...19, 21...29: true
      default: false
      }
    }
  }

  enum Joint: Sendable {
    case none, to
    case words(Range<Int>)
  }

  private static let mostParts = 8

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<RomanNumeral>? {
    guard sentence.isFreeOnLeft(start), sentence[start].isWord, sentence[start].count <= 16,
      let first = part(at: start, joint: .none, in: sentence)
    else { return nil }
    if sentence[start].isLower { return lowerCase(first, at: start, in: sentence) }
    if first.isOrdinal {
      var value = RomanNumeral(parts: [first], isOrdinal: true)
      value.hasArticle = true
      return Match(value, tokens: start..<start + 1, rule: "roman.ordinal-ending")
    }
    if isHeading(start, in: sentence) {
      return Match(
        RomanNumeral(parts: [first], isOrdinal: false), tokens: start..<start + 1,
        rule: "roman.heading")
    }
    let isClear = first.isClear
    let before = sentence.labelBefore(start)
    if let before, sentence[before].keys.contains(.romanCardinalContext),
      isNumber(start, after: before, in: sentence)
    {
      return series(first, at: start, in: sentence)
    }
    if isSecondOfPair(start, in: sentence) { return series(first, at: start, in: sentence) }
    guard first.letter.isEmpty else { return nil }
    let ordinal = RomanNumeral(parts: [first], isOrdinal: true)
    if let name = sentence.wordBefore(start), sentence[name].shape.contains(.firstUpper),
      sentence[name].shape.contains(.lower), sentence[start - 1].isSpace
    {
      let hasTitle =
        sentence.wordBefore(name, isAnyOf: RomanContextTable.titles)
        || sentence.wordBefore(sentence.wordBefore(name) ?? -1, isAnyOf: RomanContextTable.titles)
          && sentence[name].keys.contains(.regnalName)
      let isRegnal = sentence[name].keys.contains(.regnalName) && first.value <= 25
      if isRegnal || hasTitle && (isClear || first.value <= 10),
        isName(start, hasTitle: hasTitle, in: sentence)
      {
        return Match(ordinal, tokens: start..<start + 1, rule: "roman.regnal")
      }
      if isClear {
        return Match(
          RomanNumeral(parts: [first], isOrdinal: false), tokens: start..<start + 1,
          rule: "roman.name")
      }
    }
    // `FF VII`, `CN VIII`
    if isClear, let name = sentence.wordBefore(start), sentence[name].isUpper,
      (2...4).contains(sentence[name].count), !sentence[name].keys.contains(.romanNumeral),
      !sentence.isShouted
    {
      return Match(
        RomanNumeral(parts: [first], isOrdinal: false), tokens: start..<start + 1,
        rule: "roman.name")
    }
    // `the XIX century`, `XXI Olympic Games`
    if let next = sentence.wordAfter(start + 1), sentence[start].count > 1 || first.value > 4,
      sentence.token(
        next, isAnyOf: ["century", "centuries", "olympiad", "olympic", "olympics", "congress"])
    {
      var value = ordinal
      value.hasArticle = sentence.wordBefore(start) != nil
      return Match(value, tokens: start..<start + 1, rule: "roman.ordinal")
    }
    return nil
  }

  /// Whether a numeral heads a section, as in `II. Methods`.
  ///
  /// It stands first, with a stop and a title behind it. `I.` and `V.` are initials too.
  private static func isHeading(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard start == 0, sentence[0].isUpper, sentence[0].count > 1, sentence[1].isMark("."),
      sentence[2].kind == .boundary
        || sentence[2].isSpace && sentence[3].shape.contains(.firstUpper)
    else { return false }
    return sentence.bytes.slice(sentence[0].range).allSatisfy {
      $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X")
    }
  }

  /// `(ii)` before an item of a list, `p. xii`.
  private static func lowerCase(
    _ first: Part, at start: Int, in sentence: TokenizedSentence
  ) -> Match<RomanNumeral>? {
    let match = Match(
      RomanNumeral(parts: [first], isOrdinal: false), tokens: start..<start + 1,
      rule: "roman.lower-case")
    guard first.letter.isEmpty else { return nil }
    if sentence[start - 1].isMark("("), sentence[start + 1].isMark(")"),
      !sentence[start - 2].isWord, sentence[start].count > 1 || sentence.token(start, is: "i")
    {
      return match
    }
    if let label = sentence.labelBefore(start),
      sentence.token(label, isAnyOf: ["p", "pp", "page"]),
      sentence[start].count > 1
    {
      return series(first, at: start, in: sentence)
    }
    return nil
  }

  /// The numerals that follow in one series: `I/II`, `II–IV`, `I, II and III`.
  private static func series(
    _ first: Part, at start: Int, in sentence: TokenizedSentence
  ) -> Match<RomanNumeral> {
    var parts = [first]
    var end = start + 1
    while parts.count < mostParts {
      let joint: Joint
      let next: Int
      if let dash = sentence.rangeDash(end) {
        (joint, next) = (.to, dash)
      } else if sentence[end].isMark("/") {
        (joint, next) = (.none, end + 1)
      } else if sentence[end].isSpace, sentence.token(end + 1, isAnyOf: joints) {
        (joint, next) = (.words(sentence[end + 1].range), end + 3)
        guard sentence[end + 2].isSpace else { break }
      } else {
        break
      }
      guard let part = part(at: next, joint: joint, in: sentence), sentence[next].isWord,
        sentence[next].isUpper || !part.letter.isEmpty || sentence[start].isLower,
        sentence[next].count > 1 || isNumber(next, after: nil, in: sentence)
      else { break }
      parts.append(part)
      end = next + 1
    }
    return Match(
      RomanNumeral(parts: parts, isOrdinal: false), tokens: start..<end,
      rule: parts.count > 1 ? "roman.series" : "roman.labelled")
  }

  private static let joints: [StaticString] = ["and", "or", "to", "through", "versus"]

  /// Whether `A, II and III` or `I, II` has the numeral before this one read already.
  private static func isSecondOfPair(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].isUpper, sentence[start].count > 1 else { return false }
    var index = start
    for _ in 0..<mostParts {
      guard sentence[index - 1].isSpace, index > 3 else { return false }
      var before = index - 2
      if sentence.token(before, isAnyOf: joints), sentence[before - 1].isSpace { before -= 2 }
      if sentence[before].isMark(",") { before -= 1 }
      guard before < index - 2, part(at: before, joint: .none, in: sentence) != nil,
        sentence[before].isUpper
      else { return false }
      if let label = sentence.labelBefore(before),
        sentence[label].keys.contains(.romanCardinalContext)
      {
        return isNumber(before, after: label, in: sentence)
      }
      index = before
    }
    return false
  }

  /// Whether letters after a word such as `type` are a number there.
  private static func isNumber(
    _ index: Int, after label: Int?, in sentence: TokenizedSentence
  ) -> Bool {
    // `Group C` and `Class D` are letters.
    if sentence[index].count == 1,
      ["C", "D", "L", "M"].contains(where: { sentence.token(index, is: $0) })
    {
      return false
    }
    if sentence.token(index, isAnyOf: ["cd", "dc", "md", "mc", "cc", "mm", "di", "mi", "li", "cv"])
    {
      return false
    }
    guard sentence.token(index, is: "I") else { return true }
    guard let next = sentence.wordAfter(index + 1), sentence[next].isLower else { return true }
    // `No. I won’t.`
    if sentence[next].shape.contains(.apostrophe) { return false }
    if let label,
      !sentence[label].isLower || sentence.token(label, isAnyOf: RomanContextTable.technical)
    {
      return !sentence.token(next, isAnyOf: RomanContextTable.pronounVerbs)
        && (sentence[label].shape.contains(.firstUpper)
          || !sentence.token(next, isAnyOf: RomanContextTable.clauseWords))
    }
    return sentence.token(next, isAnyOf: RomanContextTable.nouns)
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
    // `gave John V tickets` is rare, `John I think` is not.
    guard sentence.token(index, is: "I") else {
      // `started Mary IV fluids`
      let next = sentence.wordAfter(index + 1)
      return
        !(sentence.token(index, is: "IV")
        && next.map {
          sentence.token(
            $0,
            isAnyOf: [
              "fluid", "fluids", "infusion", "infusions", "drip", "line", "access", "therapy",
              "bolus", "antibiotics", "push", "ketamine", "medication", "medications",
            ])
        } ?? false)
    }
    guard let next = sentence.wordAfter(index + 1), sentence[next].isLower else { return true }
    return !sentence.token(next, isAnyOf: RomanContextTable.pronounVerbs)
  }

  /// A numeral with what may be written on to it: `XIV`, `IIb`, `II’s`, `XXVth`.
  private static func part(
    at index: Int, joint: Joint, in sentence: TokenizedSentence
  ) -> Part? {
    let token = sentence[index]
    guard token.isWord, token.count <= 20 else { return nil }
    var range = token.range
    if let value = value(range, in: sentence) {
      return Part(value: value, letter: 0..<0, joint: joint)
    }
    guard token.shape.contains(.firstUpper) else { return nil }
    let split = range.upperBound - 1
    if token.shape.contains(.apostrophe), sentence.bytes[split] == UInt8(ascii: "s") {
      let apostrophe = sentence.bytes[split - 1] == UInt8(ascii: "'") ? split - 1 : split - 3
      guard apostrophe > range.lowerBound else { return nil }
      range = range.lowerBound..<apostrophe
      guard let value = value(range, in: sentence) else { return nil }
      return Part(
        value: value, letter: 0..<0, possessive: apostrophe..<token.range.upperBound, joint: joint)
    }
    guard token.count > 1 else { return nil }
    if (sentence.bytes[split] | 0x20) &- 0x61 < 4,
      let value = value(range.lowerBound..<split, in: sentence), value < 20
    {
      return Part(value: value, letter: split..<split + 1, joint: joint)
    }
    guard token.count > 3, let value = value(range.lowerBound..<split - 1, in: sentence),
      Ordinal.endings.contains(where: { sentence.bytes.holds($0, at: split - 1..<split + 1) })
    else { return nil }
    return Part(value: value, letter: 0..<0, isOrdinal: true, joint: joint)
  }

  /// The value of a numeral in its one proper spelling, all in capitals or all in lower case.
  static func value(_ range: Range<Int>, in sentence: TokenizedSentence) -> Int? {
    let bytes = sentence.bytes.slice(range)
    guard let first = bytes.first, bytes.count <= 15 else { return nil }
    let isUpper = ASCII.isUpper(first)
    var total = 0
    var highest = 0
    for byte in bytes.reversed() {
      guard ASCII.isUpper(byte) == isUpper, let digit = digit(byte) else { return nil }
      if digit < highest {
        total -= digit
      } else {
        total += digit
        highest = digit
      }
    }
    guard (1..<4000).contains(total), bytes.elementsEqual(spelling(total, inCapitals: isUpper))
    else { return nil }
    return total
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte | 0x20 {
    case UInt8(ascii: "i"): 1
    case UInt8(ascii: "v"): 5
    case UInt8(ascii: "x"): 10
    case UInt8(ascii: "l"): 50
    case UInt8(ascii: "c"): 100
    case UInt8(ascii: "d"): 500
    case UInt8(ascii: "m"): 1000
    default: nil
    }
  }

  /// The proper spelling of a value below 4,000.
  private static func spelling(_ value: Int, inCapitals isUpper: Bool) -> [UInt8] {
    var rest = value
    var letters: [UInt8] = []
    for (step, text) in steps {
      while rest >= step {
        letters.append(contentsOf: text.utf8)
        rest -= step
      }
    }
    return isUpper ? letters : letters.map { $0 | 0x20 }
  }

  private static let steps: [(Int, String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if isOrdinal, !hasArticle { writer.say("the") }
    for part in parts {
      switch part.joint {
      case .none: break
      case .to: writer.say("to")
      case .words(let range): writer.say(source: range)
      }
      if isOrdinal || part.isOrdinal {
        NumberWords.sayOrdinal(part.value, into: &writer)
      } else {
        NumberWords.sayCardinal(part.value, into: &writer)
      }
      writer.spell(source: part.letter)
      if !part.possessive.isEmpty { writer.attach(source: part.possessive) }
    }
  }
}
