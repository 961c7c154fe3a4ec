import NarrationTesting
import SpokenText
import Testing

/// The entries of the cases in `lexicon.tsv`.
private let table = CaseTable.lexiconText

@Suite struct LexiconTests {
  private let normalizer: Normalizer = {
    var normalizer = Normalizer()
    normalizer.lexicon = Lexicon([LexiconTable.parse(table, named: "words.txt")])
    return normalizer
  }()

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
    #expect(again == entries && entries.count == table.split(separator: "\n").count - 1)
  }
}
