/// A letter for a side of the world, where an address or a road says that it is one.
///
/// - `708 N 1st St` → `… North first Street`, `K St. NW` → `K Street Northwest`
/// - `I-95 N` → `I ninety-five North`, `100 km N of Paris` → `… north of Paris`
/// - `15 mi. NNW of Ely` → `… north-northwest of Ely`, `NE winds` → `northeast winds`
struct CompassPoint: SemioticClass {
  static let kind = Edit.Kind.address

  let spoken: StaticString
  /// The way that something goes or lies, not part of a name.
  var isDirection = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<CompassPoint>? {
    guard sentence[start].isUpper, sentence[start].count <= 3, sentence.isFreeOnLeft(start),
      sentence.isFreeOnRight(after: start), let spoken = name(start, in: sentence)
    else { return nil }
    if isInAddress(start, in: sentence) {
      let end = sentence[start + 1].isMark(".") ? start + 2 : start + 1
      return Match(
        CompassPoint(spoken: spoken), tokens: start..<end, rule: "address.compass-point")
    }
    if let end = nameEnd(start, in: sentence) {
      let isNorthern =
        sentence.wordAfter(end).map { sentence.token($0, is: "Ireland") } ?? false
      return Match(
        CompassPoint(spoken: isNorthern ? "Northern" : spoken), tokens: start..<end,
        rule: "address.compass-point")
    }
    // `Rte. 66 W. to the coast`: the stop ends nothing.
    let hasStop =
      sentence[start + 1].isMark(".")
      && (sentence.wordAfter(start + 2).map { sentence[$0].isLower } ?? false)
    let end = hasStop ? start + 2 : start + 1
    if isBehindStreet(start, in: sentence) || isBehindRoad(start, in: sentence) {
      return Match(
        CompassPoint(spoken: spoken), tokens: start..<end, rule: "address.compass-point")
    }
    guard isFromPlace(start, in: sentence) || isOfWind(start, in: sentence) else { return nil }
    return Match(
      CompassPoint(spoken: spoken, isDirection: true), tokens: start..<end,
      rule: "address.direction")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(isDirection ? spoken.description.lowercased() : spoken.description)
  }

  private static func name(_ index: Int, in sentence: TokenizedSentence) -> StaticString? {
    names.first { sentence.token(index, is: $0.0) }?.1
  }

  private static let names: [(StaticString, StaticString)] = [
    ("N", "North"), ("S", "South"), ("E", "East"), ("W", "West"), ("NE", "Northeast"),
    ("NW", "Northwest"), ("SE", "Southeast"), ("SW", "Southwest"), ("NNE", "North-northeast"),
    ("ENE", "East-northeast"), ("ESE", "East-southeast"), ("SSE", "South-southeast"),
    ("SSW", "South-southwest"), ("WSW", "West-southwest"), ("WNW", "West-northwest"),
    ("NNW", "North-northwest"),
  ]

  /// Whether it stands between the number of a house and a street, as in `77 W. 5th Ave.`, or
  /// before a street alone, as in `E. 5th St.` and `the corner of N. Clark St.`.
  static func isInAddress(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].isUpper, sentence[start].count <= 2, name(start, in: sentence) != nil
    else { return false }
    let hasStop = sentence[start + 1].isMark(".")
    let index = hasStop ? start + 2 : start + 1
    if !sentence[start - 1].isSpace || !sentence[start - 2].isDigits {
      // Without a house the letter could be an initial.
      let isOrdinal = sentence[index + 1].isDigits
      let before = sentence[sentence.beforeSpace(start)]
      guard hasStop || isOrdinal || before.isLower, !before.isMark("."),
        !before.shape.contains(.firstUpper)
      else {
        return false
      }
    }
    return StreetTable.isBehindNames(index, ofHouse: false, in: sentence)
  }

  /// The index after the letter of a country or region that has a side in its name, as in `S. Korea`
  /// and `SE Asia`; nil elsewhere.
  private static func nameEnd(_ start: Int, in sentence: TokenizedSentence) -> Int? {
    let end = sentence[start + 1].isMark(".") ? start + 2 : start + 1
    guard let word = sentence.wordAfter(end), sentence[word].isCapitalized else { return nil }
    let names = regions.first { sentence.token(start, is: $0.0) }?.1 ?? quarters
    return sentence.token(word, isAnyOf: names) ? end : nil
  }

  private static let regions: [(StaticString, [StaticString])] = [
    (
      "N",
      ["korea", "ireland", "america", "dakota", "carolina", "macedonia", "yorkshire", "africa"]
    ),
    ("S", ["korea", "africa", "america", "dakota", "carolina", "sudan", "wales", "yorkshire"]),
    ("E", ["germany", "timor", "africa", "jerusalem", "sussex", "anglia"]),
    ("W", ["germany", "virginia", "africa", "sussex", "yorkshire", "indies"]),
  ]
  /// Behind two letters.
  private static let quarters: [StaticString] = [
    "asia", "africa", "england", "london", "wales", "scotland", "france", "spain", "germany",
    "india", "china", "australia", "alaska", "portland", "washington", "oregon", "europe",
  ]

  /// Whether it stands behind a street, as in `1600 Pennsylvania Ave. NW`.
  private static func isBehindStreet(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard let street = sentence.labelBefore(start), sentence[street].isCapitalized,
      sentence[street].keys.contains(.streetType),
      sentence[sentence.beforeSpace(street)].shape.contains(.firstUpper)
        || Ordinal.isEnding(sentence.beforeSpace(street), in: sentence)
    else { return false }
    let next = sentence[start + 1]
    return next.kind == .boundary || next.isMark(",") || next.isMark(";") || next.isMark(".")
      || next.isMark(")") || sentence[start].count == 2
  }

  /// Whether it stands behind the number of a road, as in `I-95 N` and `Hwy 40 W`.
  private static func isBehindRoad(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start - 1].isSpace, sentence[start - 2].isDigits else { return false }
    let label =
      sentence[start - 3].isHyphen ? start - 4 : sentence.labelBefore(start - 2) ?? start - 3
    return sentence.token(label, is: "I") || sentence.token(label, is: "US")
      || sentence.token(
        label, isAnyOf: ["hwy", "highway", "route", "rte", "interstate", "exit"])
  }

  /// Whether it stands behind a distance or before a place, as in `5 mi. N of Ely`, `SW of Rome`.
  private static func isFromPlace(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    // `3 mi. W. of Ely`, `3 mi. N. on Elm`
    let hasStop = sentence[start + 1].isMark(".")
    let of =
      sentence.wordAfter(hasStop ? start + 2 : start + 1).map {
        sentence.token($0, is: "of") || hasStop && sentence.token($0, isAnyOf: ["on", "to"])
      } ?? false
    guard of || sentence[start].count > 1 else { return false }
    if of, sentence[start].count > 1, isPlace(start + 4, in: sentence) { return true }
    guard let unit = sentence.labelBefore(start), sentence[unit].isLower,
      sentence[unit - 1].isSpace || sentence[unit - 1].isDigits,
      sentence[sentence.beforeSpace(unit)].isDigits
    else { return false }
    return lengths.contains { sentence.token(unit, is: $0) }
  }

  /// `SW of Rome`, `NE of the city`, not `SE of the mean`.
  private static func isPlace(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    if sentence[index].shape.contains(.firstUpper) { return true }
    if sentence.token(index, isAnyOf: ["here", "town", "downtown"]) { return true }
    guard sentence.token(index, is: "the"), let noun = sentence.wordAfter(index + 1) else {
      return false
    }
    return sentence[noun].shape.contains(.firstUpper)
      || sentence.token(
        noun,
        isAnyOf: [
          "city", "town", "village", "border", "river", "airport", "island", "islands", "capital",
          "center", "centre", "coast", "lake", "site", "station", "summit", "epicenter", "camp",
        ])
  }

  private static let lengths: [StaticString] = [
    "mi", "mile", "miles", "km", "kilometers", "kilometres", "kilometer", "m", "meters", "metres",
    "ft", "feet", "yd", "yards", "nmi", "blocks", "block", "degrees",
  ]

  /// Whether two or three letters say where a wind comes from or where something goes.
  private static func isOfWind(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].count > 1 else { return false }
    if let next = sentence.wordAfter(start + 1), sentence.token(next, isAnyOf: winds) {
      return true
    }
    guard let word = sentence.wordBefore(start) else { return false }
    if sentence.token(word, isAnyOf: ways) { return true }
    return sentence.token(word, is: "the") && sentence.wordBefore(word, isAnyOf: ["from", "to"])
      && Phrasing.isParted(after: start + 1, in: sentence)
  }

  private static let winds: [StaticString] = [
    "wind", "winds", "swell", "gale", "gales", "breeze", "corner", "quadrant", "monsoon",
    "region", "side", "suburb", "suburbs", "edge", "part", "portion", "area", "tip", "direction",
    "slope", "face", "ridge", "coast", "flank",
  ]
  private static let ways: [StaticString] = [
    "wind", "winds", "heading", "toward", "towards", "facing", "headed", "northward", "blowing",
  ]
}
