import NarrationTesting
import Testing

@testable import SpokenText

@Suite struct RulesReferenceTests {
  /// Made once: it says every case of the tables.
  private static let made = Result { try RulesReference() }

  /// Made anew with `RECORD_SNAPSHOTS=1 swift test --filter theReferenceOfRulesIsUpToDate`.
  @Test func theReferenceOfRulesIsUpToDate() throws {
    let reference = try Self.made.get()
    #expect(try Snapshot.text(of: RulesReference.path, madeNow: reference.page) == reference.page)
  }

  /// Each class once, in the order in which it is asked.
  @Test func everyRuleOfTheListIsInTheReference() throws {
    let reference = try Self.made.get()
    #expect(reference.english.map(\.reason) == Precedence.rules.map { "\($0.reason)" })
    #expect(Set(reference.english.map(\.name)).count == reference.english.count)
    #expect(
      reference.anyLanguage.map(\.name) == ["Unspeakable", "LexiconTerm", "BareAddress"])
    for entry in reference.english + reference.anyLanguage {
      #expect(!entry.comment.isEmpty, "\(entry.name) has no doc comment")
      #expect(!entry.reason.isEmpty, "\(entry.name)")
    }
  }

  /// Those of languages without rules are tested in `LanguageTests`.
  @Test func everyClassHasATableOfItsOwn() throws {
    let reference = try Self.made.get()
    for entry in reference.english {
      #expect(entry.tables.count == 1, "\(entry.name) is in \(entry.tables)")
    }
    let names = Set(reference.english.map(\.name))
    for table in CaseTable.allNames {
      let unknown = CaseTable.classes(of: table).filter { !names.contains($0) }
      #expect(unknown.isEmpty, "\(table) names what is no class")
    }
  }
}
