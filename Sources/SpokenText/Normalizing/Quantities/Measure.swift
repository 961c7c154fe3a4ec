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
      || unit.factors.count == 1 && isBefore(portions, end, in: sentence)
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
  /// What comes in a size: `5 ms pulses`, `2 mm slices`, `20 mg tablets`.
  private static let portions: [StaticString] = [
    "pulse", "pulses", "bin", "bins", "window", "windows", "interval", "intervals", "step", "steps",
    "increments", "epochs", "bursts", "segments", "slice", "slices", "sections", "tablet",
    "tablets", "capsule", "capsules", "vial", "vials", "bottles", "bags", "aliquots", "doses",
  ]
  private static let calibers: [StaticString] = [
    "lens", "lenses", "film", "pistol", "pistols", "handgun", "rounds", "round", "ammo", "cannon",
    "guns", "gun", "shells", "casings", "bullets", "jack", "socket", "drill",
  ]

  static func isBefore(
    _ words: [StaticString], _ end: Int, in sentence: TokenizedSentence
  ) -> Bool {
    sentence.wordAfter(end).map { sentence.token($0, isAnyOf: words) } ?? false
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
