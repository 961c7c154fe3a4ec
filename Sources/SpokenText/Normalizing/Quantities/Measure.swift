/// So much of a unit: `5 mg/kg` → `five milligrams per kilogram`, `10-mg` → `ten-milligram`.
struct Measure: SemioticClass {
  static let kind = Edit.Kind.measure

  var span: AmountSpan
  var unit: UnitExpression
  /// A hyphen before the unit makes an adjective of it.
  var isHyphenated = false
  /// What it is measured against: `mL/min/1.73 m²`.
  var per: Reference?
  /// In the singular, as it describes a noun: `a 10 mg dose`.
  var isAttributive = false

  struct Reference: Sendable {
    var amount: Amount
    var unit: UnitExpression
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Measure>? {
    guard
      sentence.mayGoOn(
        start, isLongUnit: { sentence[$0 + 1].isMark("/") || UnitTable.mayBegin($0, in: sentence) }),
      sentence.isBehindNumber(at: start, { mayBeUnit($0, in: sentence) }),
      var span = AmountSpan.scan(at: start, in: sentence)
    else { return nil }
    let number = span.tokens.upperBound
    let isHyphenated = sentence[number].isHyphen
    let isSpaced = sentence[number].isSpace
    let at = isHyphenated || isSpaced ? number + 1 : number
    guard sentence.isFreeOnLeft(start), var unit = unit(at: at, in: sentence),
      !isDoubtful(unit, after: span, isSpaced: isSpaced, isHyphenated: isHyphenated, in: sentence)
    else { return nil }
    if isMinutes(unit, at: start, in: sentence) {
      unit = unit.read(as: "min")
    } else if unit.symbol == "bps",
      !span.low.isShort || sentence.wordBefore(start, isAnyOf: ["at"])
    {
      // `by 25 bps` are hundredths of a percent, `at 300 bps` is how fast a line is.
      unit = unit.read(as: "bit/s")
    } else if unit.symbol == "bp",
      sentence.wordBefore(start, isAnyOf: ["by"])
        || isBefore(moves, unit.tokens.upperBound, in: sentence)
    {
      unit = unit.read(as: "bps")
    } else if unit.symbol == "C", unit.factors.count == 1,
      span.high == nil, span.low.tokens.count > 3, !isSpaced || sentence[start].isDigits,
      sentence.bytes.string(sentence.bytes(of: span.tokens)).utf8.contains(where: isPowerSign)
    {
      // `1.6 × 10⁻¹⁹ C`: nobody measures heat in powers of ten.
      unit = unit.read(as: "C/charge")
    } else if unit.symbol == "kt", isBefore(blasts, unit.tokens.upperBound, in: sentence) {
      unit = unit.read(as: "kt/ton")
    } else if unit.symbol == "K", unit.factors.count > 1, let thousand = UnitTable.unit("K/count"),
      sentence.bytes.string(sentence.bytes(of: unit.tokens)).hasSuffix("L")
    {
      // `250 K/µL`: so many thousands of cells.
      unit.factors[0].name = .unit(thousand)
    } else if unit.symbol == "c" {
      guard let food = sentence.wordAfter(unit.tokens.upperBound + 1),
        sentence.token(food, isAnyOf: foods) || sentence.token(food, isAnyOf: liquids)
      else { return nil }
      unit = unit.read(as: "c/cup")
    } else if unit.symbol == "pt" {
      guard let name = Self.points(at: start, unit, in: sentence) else { return nil }
      unit = unit.read(as: name)
    }
    var after = unit.tokens.upperBound
    // `5 mg–10 mg`: the unit is said once.
    if span.high == nil, !isHyphenated, let next = sentence.rangeDash(after),
      sentence[next].isDigits, let high = Amount.scan(at: next, in: sentence)
    {
      let second = sentence.skippingSpace(high.tokens.upperBound)
      if let other = UnitExpression.scan(at: second, in: sentence), other.symbol == unit.symbol,
        other.factors.count == unit.factors.count
      {
        span.high = high
        after = other.tokens.upperBound
        // `20°–25°C`: the second tells which degrees.
        if unit.symbol == "°" { unit = other }
      }
    }
    var per: Reference?
    if sentence[after].isMark("/"), sentence[after + 1].isDigits,
      let amount = Amount.scan(at: after + 1, in: sentence)
    {
      let at = sentence.skippingSpace(amount.tokens.upperBound)
      // `104°F/40°C` says one thing twice.
      if let below = UnitExpression.scan(at: at, in: sentence), below.symbol != "in",
        !below.symbol.hasPrefix("°"), below.symbol != "C", below.symbol != "F",
        below.symbol != unit.symbol
      {
        per = Reference(amount: amount, unit: below)
        after = below.tokens.upperBound
      }
    }
    var measure = Measure(span: span, unit: unit, isHyphenated: isHyphenated)
    measure.per = per
    let end = sentence.pastUnitStop(after)
    measure.isAttributive =
      sentence.isAttributive(start, end)
      || isRating(unit)
        && (unit.symbol == "T" || sentence.isBeforeNoun(end) || sentence.isBeforeName(end))
      || unit.symbol == "mm" && isBefore(calibers, end, in: sentence)
      || unit.symbol == "nm" && isBefore(chips, end, in: sentence)
    return Match(
      measure, tokens: start..<end,
      rule: isHyphenated ? "measure.adjective" : "measure.unit")
  }

  private static func mayBeUnit(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    if token.isWord {
      return UnitTable.mayBegin(index, in: sentence) || sentence[index + 1].isMark("/")
        || token.shape.contains(.nonASCII)
    }
    return token.isMark("/") || token.triggers.contains(.wide)
  }

  /// The units at a token; a `pt` is one of two, a `c.` a cup or none.
  private static func unit(at index: Int, in sentence: TokenizedSentence) -> UnitExpression? {
    if sentence.token(index, is: "pt") && sentence.isFreeOnRight(after: index)
      || sentence.token(index, is: "c") && sentence[index + 1].isMark(".")
    {
      return UnitExpression(tokens: index..<index + 1, symbol: sentence.text(index))
    }
    return UnitExpression.scan(at: index, in: sentence)
  }

  /// Which of its two a `pt` is, where a word shows it: `12 pt font`, `2 pt. milk`, `a 5-pt lead`.
  private static func points(
    at start: Int, _ unit: UnitExpression, in sentence: TokenizedSentence
  ) -> String? {
    let end = sentence.pastAbbreviationStop(unit.tokens.upperBound)
    if sentence.wordBefore(start, isAnyOf: ["size", "font", "text", "type"]) { return "pt/point" }
    guard let word = sentence.wordAfter(end) else { return nil }
    let noun = sentence.token(word, is: "of") ? word + 2 : word
    if sentence.token(noun, isAnyOf: liquids) { return "pt/pint" }
    return sentence.token(word, isAnyOf: scored) ? "pt/point" : nil
  }

  private static let liquids: [StaticString] = [
    "milk", "cream", "water", "beer", "blood", "stock", "broth", "buttermilk", "cider", "ale",
    "yogurt", "vinegar", "juice", "oil", "strawberries", "blueberries", "raspberries", "oysters",
  ]
  /// What cups are filled with, and what is done to it before.
  private static let foods: [StaticString] = [
    "flour", "sugar", "butter", "rice", "cheese", "oats", "nuts", "walnuts", "pecans", "almonds",
    "raisins", "honey", "mayonnaise", "ketchup", "beans", "peas", "corn", "onion", "onions",
    "celery", "carrots", "parsley", "breadcrumbs", "crumbs", "chocolate", "cocoa", "coconut",
    "chopped", "shredded", "sliced", "diced", "packed", "grated", "cooked", "uncooked", "fresh",
    "frozen", "brown", "white", "whole", "heavy", "sour", "warm", "hot", "cold", "boiling",
    "granulated", "powdered", "melted", "vegetable", "olive", "chicken", "beef",
  ]
  private static let scored: [StaticString] = [
    "font", "type", "text", "lead", "drop", "rise", "swing", "gain", "deficit", "increase",
    "decrease", "scale", "loss", "advantage", "margin", "plan", "bold", "roman",
  ]

  /// Whether a unit rates a thing, so that a noun behind it is what is rated.
  ///
  /// `60W bulb`, `30 mph winds`; stuff is measured in others: `200 g flour`.
  private static func isRating(_ unit: UnitExpression) -> Bool {
    unit.factors.count == 1 && ratings.contains(unit.symbol)
  }

  private static let ratings: Set = [
    "V", "kV", "W", "A", "Hz", "kHz", "MHz", "GHz", "mAh", "MP", "T", "dpi", "fps", "mph", "yo",
    "kt",
    "kts", "kn", "kt/ton",
  ]
  private static func isPowerSign(_ byte: UInt8) -> Bool {
    // The second byte of `×` and of `·`, and the letter of `1e-19`.
    byte == 0x97 || byte == 0xB7 || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
  }

  /// What a rate of interest does, in hundredths of a percent.
  private static let moves: [StaticString] = [
    "above", "below", "higher", "lower", "wider", "tighter",
    "hike", "hikes", "cut", "cuts", "move", "moves", "rise", "drop", "increase", "increases",
    "reduction", "spread", "easing", "tightening",
  ]
  private static let blasts: [StaticString] = [
    "yield", "bomb", "bombs", "device", "warhead", "warheads", "explosion", "blast", "co2", "tnt",
    "of",
  ]
  private static let chips: [StaticString] = [
    "node", "process", "chip", "chips", "laser", "lasers", "light", "particles", "gold", "features",
  ]
  private static let calibers: [StaticString] = [
    "lens", "lenses", "film", "pistol", "pistols", "handgun", "rounds", "round", "ammo", "cannon",
    "guns", "gun", "shells", "casings", "bullets", "jack", "socket", "drill",
  ]

  /// Whether a symbol that is also a word or a label is one here.
  private static func isDoubtful(
    _ unit: UnitExpression, after span: AmountSpan, isSpaced: Bool, isHyphenated: Bool,
    in sentence: TokenizedSentence
  ) -> Bool {
    let start = span.tokens.lowerBound
    let end = unit.tokens.upperBound
    if unit.symbol.isEmpty { return unit.factors.isEmpty }
    if unit.symbol == "pt" || unit.symbol == "c" { return sentence.isLabelled(start) }
    // `b² − 4ac`
    if unit.symbol == "ac", !isSpaced, !isHyphenated { return true }
    // Without a sign or decimals, `312 pp.` are pages.
    if unit.symbol == "pp" {
      return sentence[start].isDigits && span.tokens.count < 3
        && !sentence.wordBefore(start, isAnyOf: ["by"])
    }
    // `4059 Mt. Lee Dr.`
    if unit.symbol == "Mt", unit.factors.count == 1,
      let name = sentence.wordAfter(sentence[end].isMark(".") ? end + 1 : end),
      sentence[name].shape.contains(.firstUpper)
    {
      return true
    }
    // `340 A.D.`, `5 m.p.h.`, `22 U . S .`: the letter is the first of several.
    if sentence[end].isMark("."), sentence[end + 1].isWord || sentence[end + 1].isDigits {
      return true
    }
    if sentence[end - 1].isUpper, sentence[end - 1].count == 1, sentence[end].isSpace,
      sentence[end + 1].isMark("."), sentence[end + 3].isUpper, sentence[end + 3].count == 1
    {
      return true
    }
    // `50-100m people`
    if unit.symbol == "m", unit.factors.count == 1,
      isSpaced
        ? isBefore(Amount.crowds, end, in: sentence)
        : sentence.keysAfter(end).contains(.countedNoun)
    {
      return true
    }
    // `c.215C>G`
    if sentence[end].isMark(">"), !isSpaced, unit.symbol.utf8.count == 1,
      sentence[end + 1].isUpper, sentence[end + 1].count == 1
    {
      return true
    }
    if CompassPoint.isInAddress(unit.tokens.lowerBound, in: sentence) { return true }
    guard unit.factors.count == 1, unit.factors[0].power == 1, unit.symbol.utf8.count <= 2 else {
      return false
    }
    let next = sentence[sentence.skippingSpace(end)]
    switch unit.symbol {
    case "in":
      // A preposition unless something shows that the words go on elsewhere.
      if !isSpaced { return isHyphenated && sentence[end].isHyphen }
      if sentence.wordBefore(start, isAnyOf: ["ft", "feet", "foot", "by", "x"]) { return false }
      if sentence[end].isMark(".") {
        return false
      }
      if let word = sentence.wordAfter(end), sentence.token(word, isAnyOf: sizeWords) {
        return false
      }
      return next.isWord || next.isDigits || next.kind == .boundary
    case "st":
      // `9st 4lb`: no ordinal is written so.
      guard let value = sentence.value(start), (4...40).contains(value) else {
        return !isSpaced || next.isWord
      }
      if next.isDigits { return !isPounds(sentence.skippingSpace(end), in: sentence) }
      return isSpaced
        ? next.isWord && !(sentence.isBritish && next.isLower)
        : value % 10 == 1 || next.shape.contains(.firstUpper)
    case "d":
      // `b. 1808 d. 1875`
      return !isSpaced || next.isWord || sentence[start].count > 3
    case "A", "C", "F", "H", "K", "M", "N", "T", "B", "U", "L", "J", "V", "W", "s":
      // `Rte. 66 W. to the coast`: symbols of units have no stop.
      if unit.symbol != "s", sentence[end].isMark("."), !sentence.isOver(after: end) {
        return true
      }
      // `4 A-levels`
      if sentence.isLabelled(start) || sentence[end].isHyphen { return true }
      // `3 A levels`, `Type 054 A`
      if unit.symbol == "A", isBefore(["level", "levels", "grades"], end, in: sentence) {
        return true
      }
      if sentence[start].scalar == 0x30, span.tokens.count == 1, sentence[start].count > 1 {
        return true
      }
      // `Sky Hawk 3 B`, `iPhone 5s`, `JK-20 A`: a name goes on.
      if sentence[sentence.beforeSpace(start)].isHyphen || isPartOfName(start, end, in: sentence) {
        return true
      }
      // `C57BL/6J`
      if !isSpaced, sentence[start - 1].isMark("/"), sentence[start - 2].isUpper,
        sentence[start - 2].count > 1
      {
        return true
      }
      if unit.symbol == "s", isSpaced, !next.isWord,
        sentence.wordBefore(start).map({ sentence[$0].isUpper }) ?? false
      {
        return false
      }
      if let word = sentence.wordBefore(start), !sentence[word].isLower,
        sentence[word - 1].kind != .boundary || sentence[word].shape.contains(.innerUpper)
      {
        return true
      }
      if unit.symbol == "F" || unit.symbol == "M", isCountOfSexes(start, end, in: sentence) {
        return true
      }
      switch unit.symbol {
      // `123 F. Supp. 456`
      case "C", "F":
        if sentence[end].isMark("."), !sentence.isOver(after: end) { return true }
        // `180C/160C fan`
        if sentence[start - 1].isMark("/"),
          sentence.token(start - 2, is: "C") || sentence.token(start - 2, is: "F")
        {
          return false
        }
        if sentence.wordBefore(start, isAnyOf: ["size", "sizes", "bra"]) { return true }
        if sentence.wordBefore(start, isAnyOf: degreeWords) { return false }
        // `salt, 350F for an hour`
        if !isSpaced, span.tokens.count == 1, sentence[start].count > 1,
          let word = sentence.wordAfter(end),
          sentence.token(word, isAnyOf: heatFollowers)
            || sentence[start].count == 3 && sentence.token(word, isAnyOf: ["for", "until"])
        {
          return false
        }
        // `128.4 (2C)`: so many atoms.
        if !isSpaced, sentence[start].count == 1, sentence[start - 1].isMark("("),
          sentence[end].isMark(")")
        {
          return true
        }
        return next.isWord || !(sentence.wordBefore(start).map { sentence[$0].isLower } ?? true)
      case "s" where !isSpaced && PlaceNumber.isPluralName(start, in: sentence): return true
      case "s": return !isSpaced && Year.looksLikeYear(start, in: sentence)
      // `5K` is a race, `10K` ten thousand, `3 M` a company; plain bytes and henries are rare.
      case "K": return !isSpaced || span.tokens.count == 1 && sentence[start].count < 2
      case "T": return !isBefore(fieldWords, end, in: sentence)
      case "M": return !isSpaced || !isBeforeSubstance(end, in: sentence)
      case "H", "B", "N": return true
      default: return !isSpaced && (unit.symbol == "A" || unit.symbol == "U")
      }
    case "y":
      // `5-y survival`, not `5-y axis`
      if isHyphenated, let word = sentence.wordAfter(end) {
        return sentence.token(word, isAnyOf: ["axis", "axes", "value", "values", "intercept"])
      }
      // `34.5 ± 8.2 y`, `≥18 y`
      let sign = sentence[sentence.beforeSpace(start)]
      if !next.isWord, sign.isMark("±") || sign.isMark("≥") || sign.isMark("≤") { return false }
      // `18–65 y`, not `5 y axis`
      if next.isWord { return !sentence.token(sentence.skippingSpace(end), is: "old") }
      return !sentence.wordBefore(
        start,
        isAnyOf: ["aged", "age", "ages", "for", "after", "of", "mean", "median", "was", "over"])
    case "t", "h", "m", "g", "l":
      return sentence.isLabelled(start)
    default:
      return false
    }
  }

  /// `5-HT (2A)`, `SH - 3 / 3 A`: a receptor in brackets behind its letters, or a second number
  /// behind a slash where no unit stands before it.
  private static func isPartOfName(_ start: Int, _ end: Int, in sentence: TokenizedSentence) -> Bool
  {
    let before = sentence.beforeSpace(start)
    if sentence[before].isMark("/") { return sentence[sentence.beforeSpace(before)].isDigits }
    let open = sentence[start - 1].isSpace ? before : start - 1
    guard sentence[open].isMark("("), sentence[sentence.skippingSpace(end)].isMark(")") else {
      return false
    }
    let name = sentence[sentence.beforeSpace(open)]
    return name.isUpper && name.count > 1
  }

  /// `12 F/12 M`, `30M, 24F`: women and men.
  private static func isCountOfSexes(
    _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> Bool {
    let other: StaticString = sentence.token(end - 1, is: "F") ? "M" : "F"
    // Marks that part the two, and white space.
    let after = sentence.skippingSpace(end)
    if sentence[after].isMark("/") || sentence[after].isMark(",") || sentence[after].isMark(";")
      || sentence[after].isMark(":") || sentence.token(after, is: "and")
    {
      let number = sentence.skippingSpace(after + 1)
      if sentence[number].isDigits,
        sentence.token(sentence.skippingSpace(number + 1), is: other)
      {
        return true
      }
    }
    let before = sentence.beforeSpace(start)
    guard
      sentence[before].isMark("/") || sentence[before].isMark(",")
        || sentence[before].isMark(";") || sentence[before].isMark(":")
        || sentence.token(before, is: "and")
    else { return false }
    let letter = sentence.beforeSpace(before)
    return sentence.token(letter, is: other) && sentence[sentence.beforeSpace(letter)].isDigits
  }

  /// Pounds beside stones: `4lb`.
  private static func isPounds(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let unit = sentence.skippingSpace(index + 1)
    return sentence.token(unit, is: "lb") || sentence.token(unit, is: "lbs")
  }

  /// `3T MRI`, `a 1.5 T magnet`.
  private static let fieldWords: [StaticString] = [
    "mri", "mr", "scanner", "scanners", "magnet", "magnets", "magnetic", "field", "fields",
    "imaging",
  ]

  private static func isBefore(
    _ words: [StaticString], _ end: Int, in sentence: TokenizedSentence
  ) -> Bool {
    sentence.wordAfter(end).map { sentence.token($0, isAnyOf: words) } ?? false
  }

  /// `2 M NaCl`, `0.5 M MgCl2`, `1 M urea`: so concentrated is a substance, by its formula or name.
  private static func isBeforeSubstance(_ end: Int, in sentence: TokenizedSentence) -> Bool {
    guard let word = sentence.wordAfter(end) else { return false }
    if sentence[word].shape.contains([.firstUpper, .innerUpper, .lower]) { return true }
    return sentence.token(
      word, isAnyOf: ["urea", "solution", "sucrose", "glucose", "sorbitol", "imidazole", "tris"])
  }

  /// `2h 47m`, `47m 30s`: hours before it or seconds behind it make minutes of an `m`.
  private static func isMinutes(
    _ unit: UnitExpression, at start: Int, in sentence: TokenizedSentence
  ) -> Bool {
    guard unit.symbol == "m", unit.factors.count == 1, unit.factors[0].power == 1 else {
      return false
    }
    let before = sentence.beforeSpace(start)
    if sentence.token(before, isAnyOf: ["h", "hr", "hrs"]),
      sentence[sentence.beforeSpace(before)].isDigits
    {
      return true
    }
    let seconds = sentence.skippingSpace(unit.tokens.upperBound)
    return sentence[seconds].isDigits && sentence[seconds].count <= 2
      && sentence.token(seconds + 1, isAnyOf: ["s", "sec", "secs"])
  }

  /// Words that a temperature follows.
  private static let degreeWords: [StaticString] = [
    "at", "to", "of", "below", "above", "from", "around", "about", "was", "is", "by", "and",
    "near", "than", "under", "over",
  ]

  private static let heatFollowers: [StaticString] = [
    "oven", "ovens", "outside", "today", "tomorrow", "heat", "weather", "water",
  ]

  /// Words that show that `in` before them is the unit.
  private static let sizeWords: [StaticString] = [
    "by", "x", "wide", "tall", "long", "deep", "high", "thick", "square", "diameter",
  ]

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    span.say(into: &writer, in: sentence)
    if isHyphenated { writer.attach("-") }
    unit.say(asSingular: isHyphenated || isAttributive || span.isSingular, into: &writer)
    guard let per else { return }
    writer.say("per")
    per.amount.say(into: &writer, in: sentence)
    per.unit.say(asSingular: per.amount.isSingular, into: &writer)
  }
}
