import NarrationTesting
import SpokenText
import Testing

/// The entries of most cases below.
private let table = """
  # Words of a show.
  GIF = jif
  Nguyen = win
  Polish = /ˈpoʊlɪʃ/
  data = [[d'eIt@]]
  colonel = kernel [[k'3:n@L]]
  New York = the big city
  New York Times = the paper
  [sic] = ""
  C++ = see plus plus
  .NET = dot net
  IT = information technology
  box = crate
  party = fest
  Jones = Joans
  naïve = nigh eve
  24/7 = all the time
  approx. = roughly
  O'Shea = Oh Shay
  x86 = ex eighty six
  86 = throw out
  café au lait = /kæˈfeɪ oʊ leɪ/
  de facto = [[deI#f'akto]]
  AT&T = A T and T
  gh	f	anywhere
  anti	ant-eye	start
  ology	ologee	end
  zz	ts	part
  lol	laughing	any-case
  SQL	sequel	any-case
  """

/// What is written, what is said with the entries above.
private let spoken: [(String, String)] = [
  // Whole words, in the case that the entry asks for.
  ("A GIF.", "A jif."), ("a gif", "a gif"), ("The data, the DATA.", "The data, the DATA."),
  ("LOL, lol and Lol", "laughing, laughing and laughing"), ("an SQL query", "an sequel query"),
  ("Polish polish", "Polish polish"), ("NAÏVE and Naïve", "nigh eve and nigh eve"),
  // Never inside a longer word or number.
  ("a GIFT", "a gift"), ("GIF2", "G I F two"), ("x86 and x860", "ex eighty six and X eight sixty"),
  ("86 it", "throw out it"), ("860 of them", "eight hundred sixty of them"),
  ("metadata", "metadata"),
  // Possessives and plurals.
  ("Nguyen's GIFs", "win's jifs"), ("the GIF’s size", "the jif's size"),
  ("boxes and parties", "crates and fests"), ("a box's lid", "a crate's lid"),
  ("Jones's car", "Joans's car"), ("Jones' car", "Joans car"), ("its news", "its news"),
  // Several tokens, the longest first, over any white space.
  ("New York", "the big city"), ("New\nYork", "the big city"), ("New\u{A0}York", "the big city"),
  ("a New York Times story", "a the paper story"), ("New Yorker", "New Yorker"),
  ("New York's parks", "the big city's parks"), ("AT&T pays", "A T and T pays"),
  ("open 24/7", "open all the time"), ("24/70", "twenty-four seventieths"),
  ("He wrote [sic] that.", "He wrote that."),
  // Marks at the edges.
  ("C++ and C++11", "see plus plus and see plus plus eleven"), ("in .NET now", "in dot net now"),
  ("approx. 5", "roughly five"), ("It is approx.", "It is roughly."),
  // Either apostrophe.
  ("O'Shea and O’Shea", "Oh Shay and Oh Shay"), ("O’Shea’s", "Oh Shay's"),
  // Parts of words.
  ("She laughs at night.", "She laufs at nift."), ("antibody", "ant-eyebody"), ("anti", "anti"),
  ("biology", "biologee"), ("biologys", "biologys"), ("pizza", "pitsa"), ("zz top", "zz top"),
  // Addresses and citations stay whole; their names have the reading.
  ("nguyen@example.com", "nguyen at example dot com"),
  ("So says Nguyen (2019).", "So says win, twenty nineteen."),
  ("It holds (Nguyen, 2019).", "It holds, win, twenty nineteen."),
]

@Suite struct LexiconTests {
  private let normalizer: Normalizer = {
    var normalizer = Normalizer()
    normalizer.lexicon = Lexicon([LexiconTable.parse(table, named: "words.txt")])
    return normalizer
  }()

  @Test(arguments: spoken)
  func entriesAreSaid(written: String, spoken: String) {
    let normalized = normalizer.normalize(written)
    #expect(normalized.spoken == spoken)
    #expect(normalized.misalignment == nil)
  }

  @Test func theTableHasNoProblems() { #expect(normalizer.lexicon.problems.isEmpty) }

  @Test func anEntryIsAnEditOfItsOwn() throws {
    let edit = try #require(normalizer.normalize("a GIF").edits.first)
    #expect(edit.kind == .glossary && edit.rule == "lexicon.entry" && edit.source == 2..<5)
  }

  /// Words with what each of them sounds like.
  @Test(
    arguments: [(String, [String: Pronunciation])]([
      ("Polish", ["Polish": Pronunciation.ipa("ˈpoʊlɪʃ")]),
      ("Polish's", ["Polish's": .ipa("ˈpoʊlɪʃɪz")]),
      ("data", ["data": .espeak("d'eIt@")]),
      ("Colonels", ["kernels": .espeak("k'3:n@Lz")]),
      ("café au lait", ["café": .ipa("kæˈfeɪ"), "au": .ipa("oʊ"), "lait": .ipa("leɪ")]),
      ("de facto", ["de-facto": .espeak("deI#f'akto")]),
    ]))
  func wordsHaveTheirSounds(written: String, sounds: [String: Pronunciation]) {
    let normalized = normalizer.normalize(written)
    let words = normalized.sentences.flatMap(normalized.words(of:))
    #expect(words.count == sounds.count)
    for word in words { #expect(sounds[word.text] == word.pronunciation, "\(word.text)") }
  }

  @Test func nothingIsLostWhateverStandsThere() {
    let lines = table.split(separator: "\n").map(String.init)
    let words = lines.flatMap { $0.split(separator: " ").map(String.init) }
    let pieces =
      words + [
        "'s", "s", "(", ")", "\n", "👍🏽", "\u{AD}", "(Nguyen, 2019)", "https://x.com", ".", ",",
      ]
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let text = (0..<12).map { _ in
        (pieces.randomElement(using: &generator) ?? "")
          + (Bool.random(using: &generator) ? " " : "")
      }.joined()
      #expect(normalizer.normalize(text).misalignment == nil, "\(text.debugDescription)")
    }
  }
}

/// Which entries hold, and what is told of the others.
@Suite struct LexiconProblemTests {
  /// A line, the number of entries, and what is told of it.
  @Test(
    arguments: [(String, Int, String?)]([
      ("GIF = jif", 1, nil), ("  # a comment", 0, nil), ("", 0, nil), ("a\\=b = c", 1, nil),
      ("GIF", 0, "is no entry"), ("= jif", 0, "no written form"), ("GIF =", 0, "no reading"),
      ("GIF = []", 1, nil), ("GIF = [[]]", 0, "no reading"), ("GIF = //", 0, "no reading"),
      ("GIF = [[é]]", 0, "no reading"), ("a\tb\tnonsense", 0, "nothing that an entry can be"),
      ("a\tb\tpart\tc", 0, "more than three columns"), ("and/or = either", 1, nil),
      ("km/h = kilometers / hour", 1, nil),
    ]))
  func aLineIsAnEntryOrAProblem(line: String, count: Int, told: String?) {
    let source = LexiconTable.parse("\n" + line, named: "w.txt")
    #expect(source.entries.count == count)
    #expect(source.problems.map(\.what).contains { $0.contains(told ?? "?") } == (told != nil))
    #expect(source.problems.allSatisfy { $0.description.hasPrefix("w.txt:2: ") })
  }

  @Test func theFirstOfASourceStandsAndALaterSourceWins() throws {
    let shared = LexiconTable.parse("GIF = gif\nGIF = jif\nmeme = meem", named: "a.txt")
    let own = LexiconTable.parse("meme = may may", named: "b.txt")
    let lexicon = Lexicon([shared, own])
    #expect(Normalizer(lexicon: lexicon).normalize("A GIF, a meme").spoken == "A gif, a may may")
    #expect(
      lexicon.problems.map(\.description) == [
        "a.txt:2: `GIF` is said `gif`, not `jif`: an earlier line has it too (a.txt:1); "
          + "remove one of them",
        "a.txt:3: `meme` is said `may may`, not `meem`: a later lexicon has it too (b.txt:1); "
          + "remove one of them",
      ])
    #expect(Lexicon([shared, shared]).problems.count == 2)
    #expect(Lexicon().isEmpty && Lexicon([LexiconSource()]).isEmpty && !lexicon.isEmpty)
  }

  @Test(arguments: [
    LexiconEntry(" "), LexiconEntry(" a", spoken: "b"), LexiconEntry("a", spoken: "\u{1}"),
    LexiconEntry(String(repeating: "a", count: 300), spoken: "b"),
    LexiconEntry("a", pronunciation: .ipa("a"), scope: .anywhere),
  ])
  func whatCannotBeUsedIsTold(entry: LexiconEntry) {
    #expect(Lexicon([LexiconSource(entries: [entry])]).problems.count == 1)
  }

  @Test func aTableComesBackAsItWas() {
    let entries = LexiconTable.parse(table, named: "words.txt").entries.map { entry in
      var entry = entry
      entry.origin = nil
      return entry
    }
    let again = LexiconTable.parse(LexiconTable.text(of: entries), named: "").entries.map { entry in
      var entry = entry
      entry.origin = nil
      return entry
    }
    #expect(again == entries && entries.count == 30)
  }
}
