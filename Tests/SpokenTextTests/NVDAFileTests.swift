import SpokenText
import Testing

/// Dictionaries and symbol files of NVDA: read, used, and written back.
@Suite struct NVDAFileTests {
  private static let dictionary = """
    #how my name is said
    Siân\tsharn\t0\t2\r
    #a comment
    #of two lines
    lol\tlaughs\t0\t0\r
    \\bcolou?rs?\\b\thue\t0\t1\r
    \\b(?:tom[ae]to|potato)\\b\tveg\t1\t1\r
    (\\d+)km\t\\1 kilometers\t0\t1\r
    C\\+\\+\tsee plus plus\t1\t1\r
    pre\tbefore-\t0\t4\r
    tion\tshun\t0\t5\r
    \\#1\tnumber one\t0\t2\r
    fo*\tbar\t0\t6\r
    """

  @Test(arguments: [
    ("Siân’s view", "sharn's view"), ("lollipop", "laughslipop"), ("Colors", "hue"),
    ("colour", "hue"), ("discolored", "discolored"), ("tometo, Tomato", "veg, Tomato"),
    ("potato", "veg"), ("5km", "five kilometers"), ("C++", "see plus plus"),
    ("prefix, pre", "before-fix, pre"), ("nation", "nashun"), ("We are #1", "We are number one"),
  ])
  func aDictionaryIsUsed(written: String, spoken: String) {
    let source = NVDADictionary(parsing: Self.dictionary, named: "default.dic").source
    #expect(Normalizer(lexicon: Lexicon([source])).normalize(written).spoken == spoken)
  }

  @Test func whatADictionaryCannotDoIsTold() {
    let source = NVDADictionary(
      parsing: Self.dictionary + "\nx\ty\na\tb\tc\t0\na\tb\t0\t9\n", named: "default.dic"
    ).source
    #expect(
      source.problems.map { "\($0.origin?.line ?? 0) \($0.what.prefix(12))" } == [
        "14 has 2 column", "15 `c` and `0` ", "16 `0` and `9` ", "8 the pattern ",
        "13 the pattern ",
      ])
  }

  @Test func aDictionaryComesBackAsItWas() {
    let read = NVDADictionary(parsing: "\u{FEFF}" + Self.dictionary, named: "a.dic")
    #expect(read.entries.count == 10 && read.problems.isEmpty)
    #expect(read.entries[0].comment == "how my name is said" && read.entries[8].pattern == "#1")
    #expect(read.entries[1].comment == "a comment of two lines")
    let again = NVDADictionary(parsing: read.text, named: "a.dic")
    #expect(again.text == read.text)
    #expect(again.entries.map(\.pattern) == read.entries.map(\.pattern))
    #expect(again.entries.map(\.type) == read.entries.map(\.type))
  }

  /// Patterns, and the texts that they stand for.
  @Test(
    arguments: [(String, [String])]([
      ("\\bcat\\b", ["cat"]), ("\\bcats?\\b", ["cats", "cat"]), ("gr[ae]y", ["gray", "grey"]),
      ("(?i)\\b(a|bb)c\\b", ["bbc", "ac"]), ("a\\.b", ["a.b"]), ("x(?:y)?z", ["xyz", "xz"]),
      ("a|b", ["a", "b"]), ("\\ba|b\\b", []), ("a+", []), ("\\d", []), ("[a-z]", []), ("[^a]", []),
      ("a.b", []), ("^a", []), ("(?=a)", []), ("(a", []), ("a)", []), ("a??", []), ("", []),
      ("a{2}", []), ("\\", []), ("[ab]?[ab]?[ab]?[ab]?[ab]?[ab]?[ab]?", []), ("b?", []),
    ]))
  func aPatternStandsForTexts(pattern: String, texts: [String]) {
    let source = NVDADictionary([.init(pattern, "x", type: .regularExpression)]).source
    var seen: Set<String> = []
    #expect(source.entries.map(\.written).filter { seen.insert($0).inserted } == texts)
    #expect(source.problems.count == (texts.isEmpty ? 1 : 0))
  }

  @Test func entriesBecomeADictionary() {
    let lexicon = LexiconTable.parse("GIF = jif\ngh\tf\tanywhere\nPolish = /p/", named: "w.txt")
    let dictionary = NVDADictionary(lexicon.entries)
    #expect(dictionary.text == "GIF\tjif\t1\t2\r\ngh\tf\t0\t0\r\n")
    #expect(dictionary.problems.count == 1)
  }

  private static let symbols = """
    # my symbols
    complexSymbols:
    . sentence ending\t(?<=x)\\.

    symbols:
    \\#\thash\tsome
    *\tasterisk\tmost\tnorep\t# the star
    ^\tpower\tnone
    ;\t-\tchar\talways
    ♞\tknight
    ...\tdots\tall
    . sentence ending\tdot\tall
    """

  @Test(arguments: [
    ("a ^ b # c", SymbolLevel.none, "a power b c"), ("a # b * c", .some, "a hash b c"),
    ("a * c", .most, "a asterisk c"), ("a ♞ b", .none, "a knight b"),
    ("one; two", .all, "one; two"),
  ])
  func aSymbolFileIsUsed(written: String, level: SymbolLevel, spoken: String) {
    var normalizer = Normalizer(
      lexicon: Lexicon([NVDASymbols(parsing: Self.symbols, named: "symbols.dic").source]))
    normalizer.policies.symbols = level
    #expect(normalizer.normalize(written).spoken == spoken)
  }

  @Test func aSymbolFileComesBackAsItWas() {
    let read = NVDASymbols(parsing: Self.symbols, named: "symbols.dic")
    #expect(read.symbols.count == 7 && read.complexSymbols.count == 1 && read.problems.isEmpty)
    #expect(read.symbols[0].identifier == "#" && read.symbols[1].displayName == "the star")
    #expect(read.symbols[3].replacement == nil && read.symbols[3].preserve == .always)
    let again = NVDASymbols(parsing: read.text, named: "symbols.dic")
    #expect(
      again.text == read.text && again.symbols.map(\.identifier) == read.symbols.map(\.identifier))
    #expect(read.source.symbols.count == 5)
    #expect(read.source.problems.map { $0.origin?.line } == [3, 11])
    #expect(NVDASymbols.isSymbolFile(Self.symbols) && !NVDASymbols.isSymbolFile(Self.dictionary))
  }

  @Test(arguments: ["symbols:\n;\tsemi\tloud", "symbols:\nx", "x\ty", "symbols:\n\ty\tall"])
  func aBadLineIsTold(text: String) {
    #expect(NVDASymbols(parsing: text, named: "s.dic").problems.count == 1)
  }
}
