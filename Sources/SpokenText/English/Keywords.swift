/// What a word may be to the rules, looked up once for each word of the text.
struct KeywordSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt32
  /// A month, in full or short, without its full stop: `january`, `jan`.
  static let month = KeywordSet(rawValue: 1 << 0)
  static let weekday = KeywordSet(rawValue: 1 << 1)
  /// Has an entry in ``AbbreviationTable``: `dr`, `vs`, `approx`.
  static let abbreviation = KeywordSet(rawValue: 1 << 3)
  /// `million`, `billion` …: a number may stand before it.
  static let scale = KeywordSet(rawValue: 1 << 4)
  /// A Roman numeral after it is a number: `chapter`, `type`, `stage`, `war`.
  static let romanCardinalContext = KeywordSet(rawValue: 1 << 5)
  /// A first name that kings and popes bear: a Roman numeral after it is an ordinal.
  static let regnalName = KeywordSet(rawValue: 1 << 6)
  /// Letters that are all Roman numerals in a valid order: `iv`, `mix`.
  static let romanNumeral = KeywordSet(rawValue: 1 << 7)
  /// Spoken as a word although written in capitals: `nasa`.
  static let acronymWord = KeywordSet(rawValue: 1 << 8)
  static let timeZone = KeywordSet(rawValue: 1 << 9)
  /// `am`, `pm`.
  static let dayHalf = KeywordSet(rawValue: 1 << 10)
  static let streetType = KeywordSet(rawValue: 1 << 11)
  /// A top-level domain: `com`, `org`.
  static let topLevelDomain = KeywordSet(rawValue: 1 << 14)
  /// A word before which a number is a label: `figure`, `page`, `room`.
  static let numberedThing = KeywordSet(rawValue: 1 << 15)
  /// Said in two ways with two meanings: `read`, `lead`.
  static let homograph = KeywordSet(rawValue: 1 << 16)
  /// `in`, `since`, `by` …: a four-digit number after it is a year.
  static let yearContext = KeywordSet(rawValue: 1 << 17)
  /// A word that makes a preceding number a count: `people`.
  static let countedNoun = KeywordSet(rawValue: 1 << 18)
  /// An everyday word, which capitals only stress.
  static let commonWord = KeywordSet(rawValue: 1 << 19)
  /// Spelled although it holds small letters: `phd`, `bsc`.
  static let spelledMixed = KeywordSet(rawValue: 1 << 20)
  /// A word after which a capital is a letter's name: `group`, `hepatitis`.
  static let letteredThing = KeywordSet(rawValue: 1 << 21)
  /// The ending of a file name: `txt`.
  static let fileExtension = KeywordSet(rawValue: 1 << 22)
  /// `PIN`, `ISBN` …: digits after it are read one by one.
  static let digitsContext = KeywordSet(rawValue: 1 << 23)
  /// Begins a surname in lower case: `van`.
  static let nameParticle = KeywordSet(rawValue: 1 << 26)
  /// `et`, `ibid`, `refs` …: a citation may begin or end with it.
  static let citationWord = KeywordSet(rawValue: 1 << 27)
  /// Has an entry in ``LocatorTable``: `fig`, `pp`, `section`.
  static let locator = KeywordSet(rawValue: 1 << 28)
  /// The name of an ``Identifier``: `doi`, `pmid`.
  static let identifier = KeywordSet(rawValue: 1 << 29)
  /// A symbol of statistics with more than one letter that is written in lower case: `df`.
  static let statistic = KeywordSet(rawValue: 1 << 30)

  /// What wakes no rule by itself: other words look back or forward at it.
  static let passive: KeywordSet = [
    .topLevelDomain, .fileExtension, .letteredThing, .commonWord, .acronymWord, .yearContext,
    .countedNoun, .numberedThing, .digitsContext, .streetType, .timeZone, .dayHalf, .scale,
    .romanCardinalContext, .regnalName,
  ]
  /// What may begin something by itself.
  static let active = KeywordSet(rawValue: ~0).subtracting(.passive)

  /// What only capitals give a meaning to.
  static let inCapitals: KeywordSet = [.acronymWord, .commonWord, .spelledMixed]
}

/// The words that wake rules, gathered from the tables of this folder.
enum Keywords {
  /// Longest word in the table, in bytes; longer words are not looked up.
  static let longest = 16

  /// What a word of ASCII letters may be, in any case.
  @inline(__always)
  static func lookUp(_ word: UnsafeBufferPointer<UInt8>) -> KeywordSet {
    guard word.count <= longest else { return [] }
    return table[WordKey(word)] ?? []
  }

  /// Each table names its words, one a line, the word first; what follows a tab is its own matter.
  static let table: WordTable<KeywordSet> = {
    var meanings: [WordKey: KeywordSet] = [:]
    for (lines, meaning) in tables {
      for line in lines.utf8.split(separator: UInt8(ascii: "\n")) {
        let word = line.prefix(while: { $0 != UInt8(ascii: "\t") })
        guard word.count <= longest else { continue }
        let key = Array(word).withUnsafeBufferPointer { WordKey($0) }
        meanings[key, default: []].formUnion(meaning)
      }
    }
    return WordTable(meanings)
  }()

  private static var tables: [(String, KeywordSet)] {
    [
      (MonthTable.tsv, .month),
      (ScaleTable.tsv, .scale),
      (AcronymTable.words, .acronymWord),
      (CommonWordTable.tsv, .commonWord),
      (DomainTable.topLevels, .topLevelDomain),
      (DomainTable.fileExtensions, .fileExtension),
      (InitialismTable.spelledMixed, .spelledMixed),
      (InitialismTable.letteredThings, .letteredThing),
      (AbbreviationTable.tsv, .abbreviation),
      (WeekdayTable.tsv, .weekday),
      (TimeZoneTable.tsv, .timeZone),
      (NumberContextTable.numberedThing, .numberedThing),
      (NumberContextTable.digits, .digitsContext),
      (NumberContextTable.year, .yearContext),
      (NumberContextTable.counted, .countedNoun),
      (RomanContextTable.cardinal, .romanCardinalContext),
      (RomanNameTable.regnal, .regnalName),
      (RomanNumeralTable.tsv, .romanNumeral),
      (StreetTable.tsv, .streetType),
      ("am\npm", .dayHalf),
      (NameParticleTable.tsv, .nameParticle),
      (CitationWordTable.tsv, .citationWord),
      (LocatorTable.tsv, .locator),
      (IdentifierTable.tsv, .identifier),
      (StatisticTable.tsv, .statistic),
      (FunctionTable.tsv, .statistic),
      (HomographTable.tsv, .homograph),
    ]
  }
}
