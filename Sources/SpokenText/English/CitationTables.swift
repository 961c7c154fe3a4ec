/// Small words that begin a surname: `van der Kolk`.
enum NameParticleTable {
  static let tsv = """
    af
    al
    av
    ben
    bin
    da
    das
    de
    del
    della
    den
    der
    di
    do
    dos
    du
    el
    ibn
    la
    le
    ten
    ter
    van
    ver
    von
    zu
    zum
    zur
    """
}

/// Words of scholarly Latin and of reference that begin a citation in lower case.
enum CitationWordTable {
  static let tsv = """
    et
    ibid
    id
    op
    loc
    ref
    refs
    """
}

/// Words that stand with a capital before a year and are no author: `(Since 2019)`.
enum NotAuthors {
  static func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count <= Keywords.longest && words.contains(WordKey(word))
  }

  private static let words = WordSet(
    """
    a about above according accessed accounting across after again against all along also although
    am among an and another any apart appendix approximately are around as aside assuming at author
    based because been before beginning below besides between beyond born both box but by can
    chapter circa compared compare considering consequently contrary copyright could cup
    created despite died does done due during each early earlier edition effective either end
    ended eq equation est established even every except experiment expo fall autumn fig figs figure
    figures finally first following for formed former formerly founded from further furthermore
    given had has have he hence her here his how however i if in including indeed instead into is
    issued it its last late later latest launched least less like likewise long many mid moreover
    most much my near nevertheless next no nor not notably note now of office on once one only onto
    opened or original originally other our out over overall part per perhaps phase please previous
    previously published recent recently released regarding retrieved revised second section
    sections season see series session she should similarly since so some sometimes specifically
    spring still stage started step study such summer sure table tables than that the their
    them then there therefore these they third this those though through throughout thus time to
    today together too total toward towards trial true under unlike until up updated upon us using
    various version versus very via vol volume was we were what when where whereas whether which
    while who whose why will windows winter with within without would year years yes yet you your
    """)
}

/// Words that may stand before an author inside a citation's brackets: `(see also Smith, 2019)`.
enum CitationSignals {
  /// Whether the word may be part of a signal.
  static func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count <= Keywords.longest && (strong.contains(WordKey(word)) || isWeak(word))
  }

  /// Whether the word makes a signal by itself; `by`, `in`, `for` do not.
  static func isStrong(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count <= Keywords.longest && strong.contains(WordKey(word))
  }

  private static func isWeak(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    weak.contains(WordKey(word))
  }

  private static let strong = words(
    """
    see cf e i qtd compare contra following quoted cited citing adapted reviewed review reviews
    reported reprinted modified reproduced example instance after according data image figure
    table source cite
    """)
  private static let weak = words(
    """
    also g and but in by for a an as to from with more most recent recently the of on other
    related similar discussion details overview comprehensive meta analysis especially
    particularly among others only
    """)

  private static func words(_ text: String) -> WordSet { WordSet(text) }
}
