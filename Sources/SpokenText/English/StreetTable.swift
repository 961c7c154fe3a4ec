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
}
