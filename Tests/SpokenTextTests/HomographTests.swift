import Testing

@testable import SpokenText

/// Beside `Cases/homograph.tsv`: the tables, and how a pronunciation reaches the words.
@Suite struct HomographTests {
  @Test func everyLineOfTheTableIsUnderstood() {
    #expect(HomographLexicon.count == HomographTable.tsv.split(separator: "\n").count)
  }

  @Test func cuesAreOfWordsInTheTable() {
    let words = Set(HomographTable.tsv.split(separator: "\n").map { $0.prefix { $0 != "\t" } })
    for line in HomographCueTable.tsv.split(separator: "\n") {
      #expect(words.contains(line.prefix { $0 != "\t" }), "\(line)")
    }
  }

  /// Words of a sentence that bear a pronunciation.
  private func said(_ text: String, _ language: Language = .americanEnglish) -> [String] {
    let normalized = Normalizer(language: language).normalize(text)
    return normalized.sentences.flatMap { normalized.words(of: $0) }.compactMap { word in
      guard case .espeak(let phonemes) = word.pronunciation else { return nil }
      return "\(word.text) \(phonemes)"
    }
  }

  @Test func pronunciationIsThatOfTheWordAlone() {
    #expect(said("“Have you read,” she said.") == ["read r'Ed"])
    #expect(said("A lead-free pipe, a well-read man.") == ["lead l'Ed", "read r'Ed"])
    #expect(said("They (as a rule) use a map.") == ["use j'u:z"])
  }

  @Test func wordsBesideAHyphenKeepTheirPlace() {
    let normalized = Normalizer().normalize("A lead-free pipe.")
    let words = normalized.words(of: normalized.sentences[0])
    #expect(words.map(\.text) == ["A", "lead", "free", "pipe"])
    #expect(words.map(\.source) == [0..<1, 2..<6, 7..<11, 12..<16])
  }

  @Test func britishSoundsAreBritish() {
    #expect(said("Please attach a resume.") == ["resume r'Ez@m,eI"])
    #expect(said("Please attach a resume.", .britishEnglish) == ["resume r'Ezju:m,eI"])
  }

  /// Names of files, code and slashes are no sentence to judge by.
  @Test(arguments: [
    "Have you read.me?", "a read/write head", "to_use", "use.case", "@live", "#read",
  ])
  func leaves(_ text: String) {
    #expect(Normalizer().normalize(text).edits.allSatisfy { $0.kind != .homograph })
  }
}
