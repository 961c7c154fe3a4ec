/// Words before the number of a place in a text, short as written and in full as spoken.
///
/// Columns: written, one, several. A word without its full stop stands here only when a number
/// after it leaves one reading.
enum LocatorTable {
  static let tsv = """
    fig\tfigure\tfigures
    figs\tfigure\tfigures
    figure\tfigure\tfigures
    figures\tfigure\tfigures
    tab\ttable\ttables
    tabs\ttable\ttables
    table\ttable\ttables
    tables\ttable\ttables
    sec\tsection\tsections
    secs\tsection\tsections
    sect\tsection\tsections
    section\tsection\tsections
    sections\tsection\tsections
    subsection\tsubsection\tsubsections
    eq\tequation\tequations
    eqs\tequation\tequations
    eqn\tequation\tequations
    eqns\tequation\tequations
    equation\tequation\tequations
    equations\tequation\tequations
    appendix\tappendix\tappendices
    appendices\tappendix\tappendices
    ch\tchapter\tchapters
    chs\tchapter\tchapters
    chap\tchapter\tchapters
    chaps\tchapter\tchapters
    chapter\tchapter\tchapters
    chapters\tchapter\tchapters
    box\tbox\tboxes
    boxes\tbox\tboxes
    scheme\tscheme\tschemes
    panel\tpanel\tpanels
    panels\tpanel\tpanels
    movie\tmovie\tmovies
    video\tvideo\tvideos
    dataset\tdataset\tdatasets
    algorithm\talgorithm\talgorithms
    theorem\ttheorem\ttheorems
    lemma\tlemma\tlemmas
    exp\texperiment\texperiments
    exps\texperiment\texperiments
    p\tpage\tpages
    pp\tpage\tpages
    page\tpage\tpages
    pages\tpage\tpages
    para\tparagraph\tparagraphs
    paras\tparagraph\tparagraphs
    fn\tfootnote\tfootnotes
    n\tnote\tnotes
    nn\tnote\tnotes
    l\tline\tlines
    ll\tline\tlines
    s\tsection\tsections
    ss\tsection\tsections
    thm\ttheorem\ttheorems
    prop\tproposition\tpropositions
    cor\tcorollary\tcorollaries
    def\tdefinition\tdefinitions
    pl\tplate\tplates
    cl\tclause\tclauses
    sch\tschedule\tschedules
    reg\tregulation\tregulations
    regs\tregulation\tregulations
    col\tcolumn\tcolumns
    cols\tcolumn\tcolumns
    fol\tfolio\tfolios
    fols\tfolio\tfolios
    app\tappendix\tappendices
    suppl\tsupplement\tsupplements
    vol\tvolume\tvolumes
    vols\tvolume\tvolumes
    """

  struct Entry: Sendable {
    let one: String
    let several: String
    /// Written short: a full stop belongs to it, and the number follows at once.
    let isShort: Bool
    /// Written in its plural, so that a list of numbers may follow.
    let isPlural: Bool
  }

  static func entry(_ word: UnsafeBufferPointer<UInt8>) -> Entry? {
    word.count <= Keywords.longest ? entries[WordKey(word)] : nil
  }

  private static let entries: WordTable<Entry> = {
    var entries: [WordKey: Entry] = [:]
    for line in tsv.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3 else { continue }
      entries[WordKey(fields[0])] = Entry(
        one: fields[1], several: fields[2],
        isShort: fields[0] != fields[1] && fields[0] != fields[2],
        isPlural: fields[0].utf8.count > 1 && fields[0].utf8.last == UInt8(ascii: "s")
          || fields[0] == fields[2] || ["pp", "nn", "ll"].contains(fields[0]))
    }
    return WordTable(entries)
  }()
}
