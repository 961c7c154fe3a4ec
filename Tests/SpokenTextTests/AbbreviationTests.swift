import Testing

@testable import SpokenText

/// Beside `Cases/abbreviation.tsv`: what depends on the words around an abbreviation.
@Suite struct AbbreviationTests {
  /// What the edit over an abbreviation says where other classes say what stands around it.
  @Test(arguments: [
    ("in c. 1850", "c.", "circa"), ("Ito (b. 1950)", "b.", "born"),
    ("Ito (d. 1999)", "d.", "died"), ("Kestrel (est. 1904)", "est.", "established"),
    ("at 12 North Elm St. Boston", "St.", "Street"), ("the 2nd ed. of it", "ed.", "edition"),
    ("Ana Sousa (ed.)", "ed.", "editor"), ("Ana Sousa (Eds.)", "Eds.", "Editors"),
    ("N° 7 and N°. 7", "N°.", "Number"), ("on 5th Ave. now", "Ave.", "Avenue"),
    ("(e.g., pears)", "e.g.", "for example"),
  ])
  func editOver(text: String, written: String, said: String) {
    let normalized = Normalizer().normalize(text)
    let edit = normalized.edits.first { slice(text, $0.source) == written }
    let spoken = edit.flatMap { slice(normalized.spoken, $0.spoken) }
    #expect(spoken?.split(separator: " ").joined(separator: " ") == said)
  }

  /// No edit over what is an ordinary word, or a number's own business.
  @Test(arguments: ["I said no.", "5 sec. 3 times", "MS Word and VS Code", "CF and CA", "the art."])
  func leaves(text: String) {
    let edits = Normalizer().normalize(text).edits
    #expect(!edits.contains { $0.kind == .abbreviation })
  }

  @Test func everyLineOfTheTableIsUnderstood() {
    #expect(
      AbbreviationLexicon.count == AbbreviationTable.tsv.split(separator: "\n").count)
  }
}
