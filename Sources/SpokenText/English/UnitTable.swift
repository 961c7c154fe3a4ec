/// Units of measure: symbols as written (case counts), what one is called, what several are called
/// when it is not the same with an `s`, and the prefixes of the SI that are in use with it.
///
/// `m⇥meter⇥⇥nucmdk` stands for `m`, `nm`, `µm`, `μm`, `um`, `cm`, `mm`, `dm` and `km`.
enum UnitTable {
  static let tsv = """
    m\tmeter\t\tpnucmdk
    g\tgram\t\tnpumk
    gm gms\tgram
    cms\tcentimeter
    mms\tmillimeter
    mls\tmilliliter
    ltr ltrs\tliter
    Kg KG Kgs kgs\tkilogram
    KM Km kms\tkilometer
    mcg mcgs\tmicrogram
    t\ttonne\t\tMG
    L l\tliter\t\tfpnumcdh
    kt/ton\tkiloton
    K/count\tthousand\tthousand
    y\tyear
    deg\tdegree
    s\tsecond\t\tfpnum
    sec secs\tsecond
    min mins\tminute
    h hr hrs\thour
    d\tday
    wk wks\tweek
    mo mos\tmonth
    yr yrs\tyear
    kyr ka\tthousand years\tthousand years
    Myr Ma\tmillion years\tmillion years
    Gyr Ga\tbillion years\tbillion years
    kya Kya\tthousand years ago\tthousand years ago
    mya Mya\tmillion years ago\tmillion years ago
    bya Bya\tbillion years ago\tbillion years ago
    Hz hz HZ\thertz\thertz\tmkMGT
    KHz khz Khz\tkilohertz\tkilohertz
    Mhz mhz MHZ\tmegahertz\tmegahertz
    Ghz ghz GHZ\tgigahertz\tgigahertz
    A\tampere\tamperes\tnumk
    mAh\tmilliampere hour\tmilliampere hours
    Ah\tampere hour\tampere hours
    V\tvolt\t\tnumkM
    VDC Vdc\tvolt D C\tvolts D C
    VAC Vac\tvolt A C\tvolts A C
    kVA\tkilovolt ampere\tkilovolt amperes
    MVA\tmegavolt ampere\tmegavolt amperes
    mS\tmillisiemens\tmillisiemens
    µS μS uS\tmicrosiemens\tmicrosiemens
    nS\tnanosiemens\tnanosiemens
    W\twatt\t\tnumkMGT
    Wh\twatt hour\twatt hours\tkMGT
    kwh KWh KWH\tkilowatt hour\tkilowatt hours
    J\tjoule\t\tmkMG
    cal\tcalorie\tcalories\tk
    Cal\tcalorie
    Kcal\tkilocalorie\tkilocalories
    N\tnewton\t\tmkM
    Nm\tnewton meter
    lbf\tpound of force\tpounds of force
    kgf\tkilogram of force\tkilograms of force
    cP\tcentipoise\tcentipoise
    cSt\tcentistokes\tcentistokes
    Pa\tpascal\t\tmhkMG
    bar\tbar\tbar\tm
    atm\tatmosphere
    Torr torr\ttorr\ttorr
    ksi\tkilopound per square inch\tkilopounds per square inch
    psi PSI\tpound per square inch\tpounds per square inch
    Ω ohm\tohm\t\tmkMG
    F\tfarad\t\tpnum
    F\tdegree Fahrenheit\tdegrees Fahrenheit
    C\tdegree Celsius\tdegrees Celsius
    C/charge\tcoulomb
    H\thenry\thenries\tnum
    T\ttesla\tteslas\tm
    K\tkelvin\tkelvins\tnumk
    mol\tmole\tmoles\tfpnumk
    M\tmolar\tmolar\tfpnum
    Da\tdalton\tdaltons\tkM
    eV\telectronvolt\telectronvolts\tmkMGT
    Bq\tbecquerel\t\tkMGT
    Ci\tcurie\tcuries\tnum
    Sv\tsievert\t\tum
    Gy\tgray\tgrays\tcm
    rad\tradian
    lm\tlumen
    lx\tlux\tlux
    cd\tcandela
    dB\tdecibel
    dBA dBa\tdecibel A\tdecibels A
    dBm\tdecibel milliwatt\tdecibel milliwatts
    dBi\tdecibel I\tdecibels I
    dBFS\tdecibel full scale\tdecibels full scale
    °C ℃ ºC ˚C degC\tdegree Celsius\tdegrees Celsius
    °F ℉ ºF ˚F degF\tdegree Fahrenheit\tdegrees Fahrenheit
    °K\tdegree Kelvin\tdegrees Kelvin
    ° º ˚\tdegree
    °N\tdegree north\tdegrees north
    °S\tdegree south\tdegrees south
    °E\tdegree east\tdegrees east
    °W\tdegree west\tdegrees west
    in\tinch\tinches
    ft\tfoot\tfeet
    yd yds\tyard
    mi\tmile
    nmi\tnautical mile\tnautical miles
    lb lbs\tpound
    oz\tounce\tounces
    st\tstone\tstone
    gal gals\tgallon
    qt qts\tquart
    cwt\thundredweight\thundredweight
    dz doz\tdozen\tdozen
    pt/pint\tpint
    c/cup\tcup
    floz\tfluid ounce\tfluid ounces
    tsp tsps Tsp\tteaspoon
    tbsp tbsps Tbsp Tbsps tbs Tbs TBSP\ttablespoon
    bbl bbls\tbarrel
    pts pt/point\tpoint
    Å Å\tangstrom
    AU\tastronomical unit
    ly\tlight-year
    Gpc\tgigaparsec
    arcmin\tarcminute
    arcsec\tarcsecond
    Mpc\tmegaparsec
    kpc\tkiloparsec
    ha\thectare
    ac\tacre
    sqm\tsquare meter
    sqkm\tsquare kilometer
    sqft\tsquare foot\tsquare feet
    sqmi\tsquare mile
    cuft\tcubic foot\tcubic feet
    cfs\tcubic foot per second\tcubic feet per second
    cfm CFM\tcubic foot per minute\tcubic feet per minute
    gpm GPM\tgallon per minute\tgallons per minute
    mph MPH\tmile per hour\tmiles per hour
    kph KPH kmh kmph\tkilometer per hour\tkilometers per hour
    kn kt kts\tknot
    hp HP bhp\thorsepower\thorsepower
    rpm RPM\trevolution per minute\trevolutions per minute
    bpm BPM\tbeat per minute\tbeats per minute
    wpm WPM\tword per minute\twords per minute
    fps FPS\tframe per second\tframes per second
    mpg MPG\tmile per gallon\tmiles per gallon
    ppi\tpixel per inch\tpixels per inch
    dpi DPI\tdot per inch\tdots per inch
    ppm PPM\tpart per million\tparts per million
    ppb PPB\tpart per billion\tparts per billion
    cc\tcubic centimeter\tcubic centimeters
    IU\tinternational unit\tinternational units
    mIU\tmilli-international unit\tmilli-international units
    U\tunit\tunits\tmk
    mmHg\tmillimeter of mercury\tmillimeters of mercury
    inHg\tinch of mercury\tinches of mercury
    cmH2O\tcentimeter of water\tcentimeters of water
    mmH2O\tmillimeter of water\tmillimeters of water
    inH2O\tinch of water\tinches of water
    Eq\tequivalent\tequivalents\tm
    Osm\tosmole\tosmoles\tm
    CFU cfu\tcolony-forming unit\tcolony-forming units
    PFU pfu\tplaque-forming unit\tplaque-forming units
    nt\tnucleotide
    aa\tamino acid
    bp\tbase pair\tbase pairs
    kbp\tkilobase pair\tkilobase pairs
    Mbp\tmegabase pair\tmegabase pairs
    B\tbyte\t\tkMGTPEZ
    KB kb\tkilobyte
    mb\tmegabyte
    gb\tgigabyte
    tb\tterabyte
    KiB\tkibibyte
    MiB\tmebibyte
    GiB\tgibibyte
    TiB\ttebibyte
    Kb kbit Kbit\tkilobit
    Mb Mbit\tmegabit
    Gb Gbit\tgigabit
    bps\tbasis point
    pp\tpercentage point
    bit/s\tbit per second\tbits per second
    kbps Kbps\tkilobit per second\tkilobits per second
    Mbps mbps\tmegabit per second\tmegabits per second
    Gbps gbps\tgigabit per second\tgigabits per second
    MBps\tmegabyte per second\tmegabytes per second
    px\tpixel
    MP Mpx\tmegapixel
    yo\tyear old\tyears old
    """

  /// What a unit is called; an object, since numbers ask for many and hand them on.
  final class Unit: Sendable {
    let singular: String
    let plural: String
    /// A length: its powers are squares and cubes.
    let isLength: Bool

    fileprivate init(_ singular: String, _ plural: String, isLength: Bool) {
      self.singular = singular
      self.plural = plural
      self.isLength = isLength
    }
  }

  /// The longest symbol, in UTF-8 bytes.
  private static let longest = 16

  /// The unit of a symbol, exactly as written.
  static func unit(_ symbol: String) -> Unit? {
    symbol.utf8.count <= longest ? units[WordKey(exactly: symbol)] : nil
  }

  /// The unit that a token is the symbol of.
  static func unit(at index: Int, in sentence: TokenizedSentence) -> Unit? {
    let range = sentence[index].range
    guard range.count <= longest else { return nil }
    return units[WordKey(exactly: sentence.bytes.slice(range))]
  }

  /// Whether a symbol may begin with this word, in any case.
  static func mayBegin(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let word = sentence[index]
    return word.count > 16 || firstWords.contains(WordKey(sentence.bytes.slice(word.range)))
  }

  /// The words with which symbols begin, and those that make squares and cubes of units.
  private static let firstWords: WordSet = {
    var words: Set = ["square", "cubic", "sq", "cu"]
    for symbol in table.keys {
      words.insert(String(symbol.prefix(while: { $0.isASCII && $0.isLetter })))
    }
    words.remove("")
    return WordSet(words.map { WordKey($0) })
  }()

  private static let units = WordTable<Unit>(
    Dictionary(
      uniqueKeysWithValues: table.map {
        precondition($0.key.utf8.count <= longest, "A symbol of a unit is too long for its table")
        return (WordKey(exactly: $0.key), $0.value)
      }))

  private static let prefixes: [Character: (symbols: [String], name: String)] = [
    "f": (["f"], "femto"), "p": (["p"], "pico"), "n": (["n"], "nano"),
    "u": (["µ", "μ", "u"], "micro"), "m": (["m"], "milli"), "c": (["c"], "centi"),
    "d": (["d"], "deci"), "h": (["h"], "hecto"), "k": (["k"], "kilo"), "M": (["M"], "mega"),
    "G": (["G"], "giga"), "T": (["T"], "tera"), "P": (["P"], "peta"), "E": (["E"], "exa"),
    "Z": (["Z"], "zetta"),
  ]

  private static let lengths: Set<String> = ["meter", "inch", "foot", "yard", "mile"]

  /// `mega` and `ohm` → `megohm`, as before no other unit.
  private static func joined(_ prefix: String, _ name: String) -> String {
    name.hasPrefix("ohm") && prefix.last != "i" ? prefix.dropLast() + name : prefix + name
  }

  private static let table: [String: Unit] = {
    var table: [String: Unit] = [:]
    for row in tsv.tableRows {
      let fields = row.map(String.init)
      guard fields.count >= 2 else { continue }
      let singular = fields[1]
      let plural = fields.count > 2 && !fields[2].isEmpty ? fields[2] : singular + "s"
      let isLength = lengths.contains(singular) || singular.hasSuffix("meter")
      for symbol in fields[0].utf8.split(separator: UInt8(ascii: " ")).map(Substring.init) {
        table[String(symbol)] = Unit(singular, plural, isLength: isLength)
        for letter in fields.count > 3 ? fields[3] : "" {
          guard let prefix = prefixes[letter] else { continue }
          for start in prefix.symbols {
            table[start + symbol] = Unit(
              joined(prefix.name, singular), joined(prefix.name, plural), isLength: isLength)
          }
        }
      }
    }
    return table
  }()
}

extension UnitTable.Unit {
  /// The name of one as Britons write it.
  var britishSingular: String { Self.british(singular) }
  /// The name of several as Britons write it.
  var britishPlural: String { Self.british(plural) }

  /// `kilometers per hour` → `kilometres per hour`, `milliliter` → `millilitre`.
  private static func british(_ name: String) -> String {
    name.split(separator: " ").map { word in
      for (american, british) in [("meter", "metre"), ("liter", "litre")] {
        if word.hasSuffix(american) { return word.dropLast(american.count) + british }
        if word.hasSuffix(american + "s") {
          return word.dropLast(american.count + 1) + british + "s"
        }
      }
      return String(word)
    }.joined(separator: " ")
  }
}
