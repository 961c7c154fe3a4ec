/// Roman numerals that also occur in lower case, as numbers of pages and of items.
enum RomanNumeralTable {
  static let tsv = """
    i
    ii
    iii
    iv
    v
    vi
    vii
    viii
    ix
    x
    xi
    xii
    xiii
    xiv
    xv
    xvi
    xvii
    xviii
    xix
    xx
    xxi
    xxii
    xxiii
    xxiv
    xxv
    xxvi
    xxvii
    xxviii
    xxix
    xxx
    """
}
