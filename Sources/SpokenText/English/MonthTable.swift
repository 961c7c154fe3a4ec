/// The months, in full and short, with their number.
enum MonthTable {
  static let tsv = """
    january\t1
    february\t2
    march\t3
    april\t4
    may\t5
    june\t6
    july\t7
    august\t8
    september\t9
    october\t10
    november\t11
    december\t12
    jan\t1
    feb\t2
    mar\t3
    apr\t4
    jun\t6
    jul\t7
    aug\t8
    sep\t9
    sept\t9
    oct\t10
    nov\t11
    dec\t12
    """

  static let names: [StaticString] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
