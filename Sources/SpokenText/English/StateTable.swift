/// The states of the United States by the two letters of their postal code.
enum StateTable {
  static let tsv = """
    al\tAlabama
    ak\tAlaska
    az\tArizona
    ar\tArkansas
    ca\tCalifornia
    co\tColorado
    ct\tConnecticut
    de\tDelaware
    fl\tFlorida
    ga\tGeorgia
    hi\tHawaii
    id\tIdaho
    il\tIllinois
    in\tIndiana
    ia\tIowa
    ks\tKansas
    ky\tKentucky
    la\tLouisiana
    me\tMaine
    md\tMaryland
    ma\tMassachusetts
    mi\tMichigan
    mn\tMinnesota
    ms\tMississippi
    mo\tMissouri
    mt\tMontana
    ne\tNebraska
    nv\tNevada
    nh\tNew Hampshire
    nj\tNew Jersey
    nm\tNew Mexico
    ny\tNew York
    nc\tNorth Carolina
    nd\tNorth Dakota
    oh\tOhio
    ok\tOklahoma
    or\tOregon
    pa\tPennsylvania
    pr\tPuerto Rico
    ri\tRhode Island
    sc\tSouth Carolina
    sd\tSouth Dakota
    tn\tTennessee
    tx\tTexas
    ut\tUtah
    vt\tVermont
    va\tVirginia
    wa\tWashington
    wv\tWest Virginia
    wi\tWisconsin
    wy\tWyoming
    """

  /// Whether a code is neither a degree (`MA`, `MD`), a trade (`PA`, `CA`) nor a word (`IN`, `OR`).
  static func isNothingElse(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
    code.count == 2 && alone.contains(WordKey(code))
  }

  private static let alone = WordSet(
    """
    ak ar az fl ga ia il ks ky mn nc nd ne nh nj nm nv ny oh ri sc sd tn tx ut vt wa wi wv wy
    """)

  /// The last words of the states' names, in full: `oregon`, `york`.
  static let lastWords = WordSet(
    tsv.split(separator: "\n").compactMap { line in
      line.split(whereSeparator: { $0 == "\t" || $0 == " " }).last.map { WordKey(String($0)) }
    })

  /// Whether a code is a word as well, which a comma may stand before: `well, OK, but`.
  static func isWord(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
    code.count == 2 && words.contains(WordKey(code))
  }

  /// Whether it is also a degree or a trade behind a person's name: `Ann Lee, MD`.
  static func isDegree(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
    code.count == 2 && degrees.contains(WordKey(code))
  }

  private static let words = WordSet(
    ["hi", "id", "in", "la", "me", "oh", "ok", "on", "or"].map { WordKey($0) })
  private static let degrees = WordSet(
    ["ab", "ma", "md", "ms", "nb", "pa"].map { WordKey($0) })

  /// The Canadian province of a postal code, where it is no state's.
  static func province(_ code: UnsafeBufferPointer<UInt8>) -> String? {
    guard code.count == 2 else { return nil }
    return provinces.first { code.elementsEqual($0.0.utf8) }?.1
  }

  private static let provinces: [(String, String)] = [
    ("ON", "Ontario"), ("QC", "Quebec"), ("AB", "Alberta"), ("MB", "Manitoba"),
    ("SK", "Saskatchewan"), ("NS", "Nova Scotia"), ("NB", "New Brunswick"),
  ]

  /// The state of a postal code.
  static func name(_ code: UnsafeBufferPointer<UInt8>) -> String? {
    code.count == 2 ? names[WordKey(code)] : nil
  }

  private static let names: WordTable<String> = {
    var names: [WordKey: String] = [:]
    for line in tsv.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      if fields.count == 2 { names[WordKey(String(fields[0]))] = String(fields[1]) }
    }
    return WordTable(names)
  }()
}
