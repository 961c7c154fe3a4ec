/// What marks and symbols are called, and from which level on they are said.
///
/// The idea of levels is that of the screen reader NVDA; names and levels are our own. `none`: it
/// carries meaning and is always said. `some`: it may carry meaning. `most`: it shows how a text is
/// built. `all`: it shapes sentences. Names follow what people say, not what Unicode calls them.
enum SymbolTable {
  /// Symbol, level, name, name in British English where it differs.
  static let tsv = """
    &\tnone\tand
    +\tnone\tplus
    =\tnone\tequals
    <\tnone\tless than
    >\tnone\tgreater than
    @\tnone\tat
    %\tnone\tpercent
    $\tnone\tdollar
    #\tsome\tnumber\thash
    *\tsome\tstar
    /\tsome\tslash
    \\\tsome\tbackslash
    ~\tsome\ttilde
    ^\tsome\tcaret
    |\tmost\tbar
    _\tmost\tunderscore
    (\tmost\topen paren\topen bracket
    )\tmost\tclose paren\tclose bracket
    [\tmost\topen bracket\topen square bracket
    ]\tmost\tclose bracket\tclose square bracket
    {\tmost\topen brace\topen curly bracket
    }\tmost\tclose brace\tclose curly bracket
    "\tmost\tquote
    “\tmost\topen quote
    ”\tmost\tclose quote
    „\tmost\topen quote
    «\tmost\topen quote
    »\tmost\tclose quote
    -\tmost\tdash
    ‐\tmost\tdash
    –\tmost\ten dash
    —\tmost\tem dash
    ―\tmost\tem dash
    …\tmost\tellipsis
    :\tmost\tcolon
    ;\tmost\tsemicolon
    `\tmost\tbacktick
    .\tall\tdot
    ,\tall\tcomma
    !\tall\texclamation mark
    ?\tall\tquestion mark
    '\tall\tapostrophe
    ‘\tall\topen single quote
    ’\tall\tapostrophe
    ‚\tall\topen single quote
    ‹\tall\topen single quote
    ›\tall\tclose single quote
    ¡\tall\tinverted exclamation mark
    ¿\tall\tinverted question mark
    °\tnone\tdegrees
    ×\tnone\ttimes
    ÷\tnone\tdivided by
    ±\tnone\tplus or minus
    ∓\tnone\tminus or plus
    −\tnone\tminus
    ≥\tnone\tgreater than or equal to
    ≤\tnone\tless than or equal to
    ≫\tnone\tmuch greater than
    ≪\tnone\tmuch less than
    ≠\tnone\tis not equal to
    ≡\tnone\tis identical to
    ≈\tnone\tapproximately
    ≅\tnone\tis congruent to
    ∝\tnone\tis proportional to
    √\tnone\tsquare root of
    ∛\tnone\tcube root of
    ∞\tnone\tinfinity
    ∑\tnone\tsum of
    ∏\tnone\tproduct of
    ∂\tnone\tpartial
    ∇\tnone\tdel
    ∫\tnone\tintegral of
    ∈\tnone\tin
    ∉\tnone\tnot in
    ⊂\tnone\tis a subset of
    ⊆\tnone\tis a subset of or equal to
    ∪\tnone\tunion
    ∩\tnone\tintersection
    ∅\tnone\tempty set
    ∀\tnone\tfor all
    ∃\tnone\tthere exists
    ∧\tnone\tand
    ∨\tnone\tor
    ¬\tnone\tnot
    ∴\tnone\ttherefore
    ∵\tnone\tbecause
    →\tnone\tto
    ←\tnone\tfrom
    ↔\tnone\tto and from
    ↑\tnone\tup
    ↓\tnone\tdown
    ↗\tnone\tup and right
    ↘\tnone\tdown and right
    ⇒\tnone\timplies
    ⇔\tnone\tif and only if
    ⟶\tnone\tto
    ➜\tnone\tto
    ➔\tnone\tto
    £\tnone\tpound
    €\tnone\teuro
    ¥\tnone\tyen
    ¢\tnone\tcent
    ₹\tnone\trupee
    ₽\tnone\truble\trouble
    ₩\tnone\twon
    ₿\tnone\tbitcoin
    §\tnone\tsection
    ¶\tsome\tparagraph
    ©\tnone\tcopyright
    ℗\tnone\tsound recording copyright
    ®\tmost\tregistered
    ™\tmost\ttrademark
    ℠\tmost\tservice mark
    №\tnone\tnumber
    ‰\tnone\tper mille
    ‱\tnone\tper ten thousand
    ℃\tnone\tdegrees Celsius
    ℉\tnone\tdegrees Fahrenheit
    ℮\tmost\testimated
    ♥\tnone\theart
    ♡\tnone\theart
    ♠\tnone\tspades
    ♣\tnone\tclubs
    ♦\tnone\tdiamonds
    ♭\tnone\tflat
    ♯\tnone\tsharp
    ♮\tnone\tnatural
    ♪\tnone\tmusic note
    ♫\tnone\tmusic notes
    ★\tsome\tstar
    ☆\tsome\tempty star
    ✓\tnone\tcheck mark\ttick
    ✔\tnone\tcheck mark\ttick
    ☑\tnone\tchecked box\tticked box
    ☐\tnone\tempty box
    ☒\tnone\tcrossed box
    ✗\tnone\tcross
    ✘\tnone\tcross
    ♀\tnone\tfemale
    ♂\tnone\tmale
    ⌘\tnone\tCommand
    ⌥\tnone\tOption
    ⇧\tnone\tShift
    ⌃\tnone\tControl
    ⎋\tnone\tEscape
    ⏎\tnone\tReturn
    ↵\tnone\tReturn
    ⌫\tnone\tDelete
    ⇥\tnone\tTab
    •\tsome\tbullet
    ‣\tsome\tbullet
    ◦\tsome\tbullet
    ▪\tsome\tbullet
    ●\tsome\tbullet
    ▸\tsome\tbullet
    ►\tsome\tbullet
    ❖\tsome\tbullet
    ·\tmost\tmiddle dot
    ○\tsome\tcircle
    ◯\tsome\tcircle
    ■\tsome\tsquare
    □\tsome\tempty square
    ▲\tsome\ttriangle
    ▼\tsome\tdown triangle
    ◆\tsome\tdiamond
    ◇\tsome\tempty diamond
    †\tsome\tdagger
    ‡\tsome\tdouble dagger
    ‖\tmost\tdouble bar
    ¦\tmost\tbroken bar
    ¯\tmost\tmacron
    ´\tall\tacute accent
    ¨\tall\tdiaeresis
    ¸\tall\tcedilla
    ─\tall\tline
    │\tall\tline
    █\tall\tblock
    """

  struct Entry: Sendable {
    let level: SymbolLevel
    let name: String
    let britishName: String
  }

  static let entries: [UInt32: Entry] = {
    var entries: [UInt32: Entry] = [:]
    for line in tsv.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count >= 3, let scalar = fields[0].unicodeScalars.first,
        let level = SymbolLevel(rawValue: String(fields[1]))
      else { continue }
      entries[scalar.value] = Entry(
        level: level, name: String(fields[2]), britishName: String(fields[fields.count - 1]))
    }
    return entries
  }()
}
