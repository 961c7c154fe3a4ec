/// Series in which courts and parliaments publish: short as written, without its stops and spaces,
/// and as spoken.
///
/// Columns: written, spoken, what the number behind it is: `page` or `section`.
enum ReporterTable {
  static let tsv = """
    us\tU S\tpage
    sct\tSupreme Court\tpage
    led\tLawyers' Edition\tpage
    led2d\tLawyers' Edition second\tpage
    f\tF\tpage
    f2d\tF second\tpage
    f3d\tF third\tpage
    f4th\tF fourth\tpage
    fsupp\tF Supp\tpage
    fsupp2d\tF Supp second\tpage
    fsupp3d\tF Supp third\tpage
    a2d\tA second\tpage
    a3d\tA third\tpage
    ne2d\tN E second\tpage
    ne3d\tN E third\tpage
    nw2d\tN W second\tpage
    p2d\tP second\tpage
    p3d\tP third\tpage
    so2d\tSouthern second\tpage
    so3d\tSouthern third\tpage
    se2d\tS E second\tpage
    sw2d\tS W second\tpage
    sw3d\tS W third\tpage
    nys2d\tN Y S second\tpage
    cal2d\tCal second\tpage
    cal3d\tCal third\tpage
    cal4th\tCal fourth\tpage
    calrptr\tCal Reporter\tpage
    stat\tStatutes\tpage
    fedreg\tFederal Register\tpage
    usc\tU S C\tsection
    usca\tU S C A\tsection
    cfr\tC F R\tsection
    ac\tA C\tpage
    wlr\tW L R\tpage
    qb\tQ B\tpage
    kb\tK B\tpage
    ch\tChancery\tpage
    aller\tAll E R\tpage
    lloydsrep\tLloyd's Reports\tpage
    uksc\tU K S C\tpage
    ukhl\tU K H L\tpage
    ukpc\tU K P C\tpage
    ewcaciv\tE W C A Civ\tpage
    ewcacrim\tE W C A Crim\tpage
    ewhc\tE W H C\tpage
    ehrr\tE H R R\tpage
    hca\tH C A\tpage
    clr\tC L R\tpage
    scr\tS C R\tpage
    scc\tS C C\tpage
    """

  struct Entry: Sendable {
    let spoken: String
    let hasSections: Bool
  }

  /// The series of letters and digits without stops and spaces, in any case.
  static func entry(_ key: WordKey) -> Entry? { entries[key] }

  private static let entries: WordTable<Entry> = {
    var entries: [WordKey: Entry] = [:]
    for line in tsv.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3 else { continue }
      entries[WordKey(fields[0])] = Entry(spoken: fields[1], hasSections: fields[2] == "section")
    }
    return WordTable(entries)
  }()
}
