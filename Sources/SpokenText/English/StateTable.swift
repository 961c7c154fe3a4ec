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

  /// The state of a postal code.
  static func name(_ code: UnsafeBufferPointer<UInt8>) -> String? {
    code.count == 2 ? names[WordKey(code)] : nil
  }

  private static let names: [WordKey: String] = {
    var names: [WordKey: String] = [:]
    for line in tsv.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      if fields.count == 2 { names[WordKey(String(fields[0]))] = String(fields[1]) }
    }
    return names
  }()
}
