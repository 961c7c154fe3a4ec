/// What symbols are called, and from which level on they are.
///
/// Level `none` marks a symbol that carries meaning and is always said; `silent` one that never is
/// unless all are. Names follow what people say, not what Unicode calls them.
enum SymbolTable {
  /// Symbol, level, name.
  static let tsv = """
    &\tnone\tand
    +\tnone\tplus
    =\tnone\tequals
    <\tnone\tless than
    >\tnone\tgreater than
    @\tnone\tat
    %\tnone\tpercent
    °\tnone\tdegrees
    ×\tnone\ttimes
    ÷\tnone\tdivided by
    ±\tnone\tplus or minus
    −\tnone\tminus
    ≥\tnone\tgreater than or equal to
    ≤\tnone\tless than or equal to
    ≠\tnone\tis not equal to
    ≈\tnone\tapproximately
    √\tnone\tsquare root of
    ∞\tnone\tinfinity
    ∑\tnone\tsum of
    ∂\tnone\tpartial
    ∫\tnone\tintegral of
    ∈\tnone\tin
    →\tnone\tto
    ←\tnone\tfrom
    ↔\tnone\tto and from
    ↑\tnone\tup
    ↓\tnone\tdown
    ⇒\tnone\timplies
    $\tnone\tdollar
    £\tnone\tpound
    €\tnone\teuro
    ¥\tnone\tyen
    ¢\tnone\tcent
    §\tnone\tsection
    ¶\tsome\tparagraph
    ©\tnone\tcopyright
    ®\tmost\tregistered
    ™\tmost\ttrademark
    №\tnone\tnumber
    ‰\tnone\tper mille
    ♥\tnone\theart
    ★\tsome\tstar
    ☆\tsome\tstar
    ✓\tnone\tcheck mark
    ✔\tnone\tcheck mark
    ✗\tnone\tcross
    ✘\tnone\tcross
    #\tsome\tnumber
    *\tsome\tstar
    /\tsome\tslash
    \\\tsome\tbackslash
    ~\tsome\ttilde
    ^\tsome\tcaret
    _\tmost\tunderscore
    |\tmost\tbar
    •\tall\tbullet
    ·\tall\tmiddle dot
    ‣\tall\tbullet
    ◦\tall\tbullet
    ▪\tall\tbullet
    ●\tall\tbullet
    ○\tall\tcircle
    ■\tall\tsquare
    □\tall\tsquare
    †\tall\tdagger
    ‡\tall\tdouble dagger
    ¡\tall\tinverted exclamation mark
    ¿\tall\tinverted question mark
    """

  struct Entry: Sendable {
    let level: SymbolLevel
    let name: String
  }

  static let entries: [UInt32: Entry] = {
    var entries: [UInt32: Entry] = [:]
    for line in tsv.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 3, let scalar = fields[0].unicodeScalars.first,
        let level = SymbolLevel(rawValue: String(fields[1]))
      else { continue }
      entries[scalar.value] = Entry(level: level, name: String(fields[2]))
    }
    return entries
  }()
}
