/// Kinds of streets, in full and short, that end an address.
enum StreetTable {
  static let tsv = """
    street
    st
    avenue
    ave
    road
    rd
    boulevard
    blvd
    drive
    dr
    lane
    ln
    highway
    hwy
    court
    place
    square
    parkway
    pkwy
    terrace
    crescent
    way
    """

  /// More of them, which are words or parts of names as well, and count only with a capital behind
  /// a number and a name: `5 Elm Ct.`, `1 Infinite Loop`, `7 Orchard Close`.
  static func isType(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    if token.keys.contains(.streetType) { return true }
    return token.isCapitalized && token.count <= 10
      && more.contains(WordKey(sentence.bytes.slice(token.range)))
  }

  /// Whether one to three names and a kind of street follow, white space first.
  ///
  /// Right behind the number of a house (`ofHouse`) the names may be shortened, as in `12 St. James
  /// St.`, and a month would make a date of it.
  static func isBehindNames(
    _ index: Int, ofHouse isHouse: Bool, in sentence: TokenizedSentence
  ) -> Bool {
    var index = index
    for position in 0..<4 {
      guard sentence[index].isSpace else { return false }
      index += 1
      if sentence[index].isDigits, Ordinal.isEnding(index + 1, in: sentence) {
        index += 2
        continue
      }
      guard sentence[index].isWord else { return false }
      if position > 0, isType(index, in: sentence) { return sentence[index - 2].isWord }
      guard sentence[index].shape.contains(.firstUpper),
        !isHouse || !sentence[index].keys.contains(.month)
      else { return false }
      let isShort = isHouse && sentence[index].count <= 2 && sentence[index + 1].isMark(".")
      index += isShort ? 2 : 1
    }
    return false
  }

  private static let more = WordSet(
    """
    alley aly avenida bypass causeway cir circle close cres ct ctr esplanade expressway expy freeway
    fwy gardens grove loop mews parade path pike pl plaza plz promenade row sq strip ter terr trail
    trl tpke turnpike walk wharf wynd
    """)
}
