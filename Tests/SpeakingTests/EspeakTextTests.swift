import SpeechWorker
import Testing

@testable import EspeakVoice

/// What eSpeak NG is given; nothing here calls it.
@Suite struct EspeakTextTests {
  private func text(_ words: [SpeechUnit.Word]) -> (text: String, words: [String], EspeakText) {
    let text = EspeakText(words, isEnglish: true)
    let whole = String(decoding: text.utf8, as: UTF8.self)
    let scalars = Array(whole.unicodeScalars)
    let words = text.words.map { word in
      var slice = String.UnicodeScalarView()
      slice.append(
        contentsOf: scalars[word.position.lowerBound - 1..<word.position.upperBound - 1])
      return String(slice)
    }
    return (whole, words, text)
  }

  @Test func wordsAndMarksStandWhereTheyAreSaidToStand() {
    let (whole, words, text) = text([
      .init(text: "Well", mark: ","), .init(text: "naïve"), .init(text: "字"),
      .init(text: "twenty-five", mark: "?"), .init(text: "yes", mark: "!"),
    ])
    #expect(whole == "Well, naïve 字 twenty-five? yes!")
    #expect(words == ["Well", "naïve", "字", "twenty-five", "yes"])
    #expect(text.words.map(\.weight) == [4, 5, 1, 10, 3])
    #expect(!text.holdsPhonemes)
  }

  /// Only what differs is set, and set back behind the words that stand out.
  @Test func wordsThatStandOutStandBetweenCommands() {
    let slow = ProsodyChange(rate: 80, pitch: 10, volume: 110)
    let high = ProsodyChange(pitch: 10)
    let (whole, words, _) = text([
      .init(text: "It"), .init(text: "never", change: slow), .init(text: "ever", change: slow),
      .init(text: "[[did", mark: ",", change: high), .init(text: "so"),
      .init(text: "\u{1}9P", mark: ".", change: .nothing),
    ])
    #expect(
      whole == "It \u{1}60P\u{1}140S\u{1}88A never ever \u{1}175S\u{1}80A [ [did, \u{1}50P so 9P.")
    #expect(
      words == [
        "It", "\u{1}60P\u{1}140S\u{1}88A never", "ever", "\u{1}175S\u{1}80A [ [did",
        "\u{1}50P so", "9P",
      ])
  }

  /// eSpeak NG could cut a long clause inside a command.
  @Test func aLongTextHoldsNoCommands() {
    for (count, holds) in [(20, true), (60, false), (300, false)] {
      let words = (0..<count).map { index in
        SpeechUnit.Word(text: "sand", change: index % 3 == 0 ? ProsodyChange(pitch: 9) : nil)
      }
      #expect(text(words).text.contains("\u{1}") == holds, "\(count)")
    }
  }

  /// A word of the user's, and what eSpeak NG is given for it.
  static let hostile: [(String, String)] = [
    ("[[h@l'oU]]", "[ [h@l'oU]]"), ("[[[", "[ [ ["), ("[\u{1}[", "[ ["), ("\u{1}300S", "300S"),
    ("a\u{0}b", "ab"), ("[\u{2}x]]", "[x]]"), ("a\u{7F}\u{9B}b", "ab"), ("a\nb\tc", "a b c"),
    ("\u{530}a\u{557}", "a"), ("<audio", "<audio"), ("&lt;", "&lt;"),
  ]

  @Test(arguments: hostile) func nothingInAWordIsACommand(_ word: String, _ given: String) {
    let (whole, words, text) = text([.init(text: word), .init(text: "end")])
    #expect(whole == given + " end")
    #expect(words == [given, "end"])
    #expect(!text.holdsPhonemes)
  }

  @Test(arguments: ["x", "é", "字", "a.", "s'", "🙂"]) func noRunIsLongerThanAHundredBytes(
    _ part: String
  ) {
    let long = String(repeating: part, count: 400)
    let (whole, words, _) = text([.init(text: long, mark: "."), .init(text: "end")])
    for run in whole.split(separator: " ") { #expect(run.utf8.count <= 101) }
    #expect(words.last == "end")
    #expect(whole.filter { $0 != "," && $0 != " " } == (long + ".end"))
  }

  @Test func phonemesStandInBrackets() {
    let (whole, words, text) = text([
      .init(text: "I"), .init(text: "read", pronunciation: .espeak("r'Ed")),
      .init(text: "nginx", mark: ".", pronunciation: .ipa("/ˈɛn.dʒɪn ˈɛks/")),
    ])
    #expect(whole == "I [[r'Ed]] [['E|n|dZ|I|n|||'E|k|s]].")
    #expect(words == ["I", "[[r'Ed]]", "[['E|n|dZ|I|n|||'E|k|s]]"])
    #expect(text.words.map(\.weight) == [1, 4, 5])
    #expect(text.holdsPhonemes)
  }

  @Test(arguments: [
    "", "a b", "a]]b", "a]", "é", "a\u{1}", "_^_fr", String(repeating: "a", count: 101),
  ])
  func mnemonicsThatLeaveTheirBracketsAreSpelled(_ mnemonics: String) {
    let (whole, _, text) = text([.init(text: "word", pronunciation: .espeak(mnemonics))])
    #expect(whole == "word")
    #expect(!text.holdsPhonemes)
  }

  /// IPA, and eSpeak NG's mnemonics without the bars between them; nil where it has none.
  static let ipa: [(String, String?)] = [
    ("/ˈbɒs.ə/", "'b0s@"), ("kəˈmjuːnɪti", "k@'mju:nIti:"), ("tʃɜːtʃ", "tS3:tS"),
    ("t͡ʃɝt͡ʃ", "tS3:tS"), ("ˌɪntəˈnæʃənəl", ",Int@'naS@n@L"), ("θɪŋk", "TINk"),
    ("ɹɛd", "rEd"), ("ˈbʌtɚ", "'bVt3"), ("ɡoʊ", "goU"), ("", ""), ("nʘ", nil), ("日本", nil),
  ]

  @Test(arguments: ipa) func ipaBecomesMnemonics(_ symbols: String, _ mnemonics: String?) {
    #expect(EnglishIPA.mnemonics(symbols)?.filter { $0 != "|" } == mnemonics)
  }

  @Test func soundsThatWouldReadAsOneAreKeptApart() {
    #expect(EnglishIPA.mnemonics("t.ʃ") == "tS")
    #expect(EnglishIPA.mnemonics("ət ʃip") == "@|t|||S|i:|p")
  }
}
