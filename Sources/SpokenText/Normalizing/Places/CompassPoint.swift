/// A letter for a side of the world, where an address or a road says that it is one.
///
/// - `708 N 1st St` → `… North first Street`, `K St. NW` → `K Street Northwest`
/// - `I-95 N` → `I ninety-five North`, `100 km N of Paris` → `… north of Paris`
struct CompassPoint: SemioticClass {
  static let kind = Edit.Kind.address

  let spoken: StaticString

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<CompassPoint>? {
    guard sentence[start].isUpper, sentence[start].count <= 2, sentence.isFreeOnLeft(start),
      sentence.isFreeOnRight(after: start), let spoken = name(start, in: sentence)
    else { return nil }
    if isInAddress(start, in: sentence) {
      let end = sentence[start + 1].isMark(".") ? start + 2 : start + 1
      return Match(
        CompassPoint(spoken: spoken), tokens: start..<end, rule: "address.compass-point")
    }
    guard
      isBehindStreet(start, in: sentence) || isBehindRoad(start, in: sentence)
        || isFromPlace(start, in: sentence)
    else { return nil }
    // `Rte. 66 W. to the coast`: the stop ends nothing.
    let hasStop =
      sentence[start + 1].isMark(".")
      && (sentence.wordAfter(start + 2).map { sentence[$0].isLower } ?? false)
    return Match(
      CompassPoint(spoken: spoken), tokens: start..<(hasStop ? start + 2 : start + 1),
      rule: "address.compass-point")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(spoken)
  }

  private static func name(_ index: Int, in sentence: TokenizedSentence) -> StaticString? {
    names.first { sentence.token(index, is: $0.0) }?.1
  }

  private static let names: [(StaticString, StaticString)] = [
    ("N", "North"), ("S", "South"), ("E", "East"), ("W", "West"), ("NE", "Northeast"),
    ("NW", "Northwest"), ("SE", "Southeast"), ("SW", "Southwest"),
  ]

  /// Whether it stands between the number of a house and a street, as in `77 W. 5th Ave.`.
  static func isInAddress(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start].isUpper, sentence[start].count <= 2, sentence[start - 1].isSpace,
      sentence[start - 2].isDigits, name(start, in: sentence) != nil
    else { return false }
    var index = sentence[start + 1].isMark(".") ? start + 2 : start + 1
    for position in 0..<4 {
      guard sentence[index].isSpace else { return false }
      index += 1
      if sentence[index].isDigits, Ordinal.isEnding(index + 1, in: sentence) {
        index += 2
        continue
      }
      guard sentence[index].isWord else { return false }
      if position > 0, sentence[index].keys.contains(.streetType) { return true }
      guard sentence[index].shape.contains(.firstUpper) else { return false }
      index += 1
    }
    return false
  }

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

  /// Whether it stands between a distance and a place, as in `5 mi N of Ely`.
  private static func isFromPlace(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let end = sentence[start + 1].isMark(".") ? start + 2 : start + 1
    guard let of = sentence.wordAfter(end),
      sentence.token(of, is: "of")
        || end == start + 2 && sentence.token(of, isAnyOf: ["on", "to"]),
      let unit = sentence.labelBefore(start),
      sentence[unit - 1].isSpace || sentence[unit - 1].isDigits
    else { return false }
    return sentence[sentence.beforeSpace(unit)].isDigits
  }
}
