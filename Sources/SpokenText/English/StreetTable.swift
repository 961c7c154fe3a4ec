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

  private static let more = WordSet(
    """
    alley aly avenida bypass causeway cir circle close cres ct ctr esplanade expressway expy freeway
    fwy gardens grove loop mews parade path pike pl plaza plz promenade row sq strip ter terr trail
    trl tpke turnpike walk wharf wynd
    """)
}
