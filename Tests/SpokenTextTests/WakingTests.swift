import Testing

@testable import SpokenText

/// What a token wakes is a matter of speed alone.
@Suite struct WakingTests {
  private static let untiring = RuleBook(Precedence.rules, wakesAll: true)

  /// The same is said when every rule is asked at every token.
  @Test(arguments: CaseTable.names)
  func sleepingRulesHadNothingToSay(_ table: String) {
    for example in CaseTable.cases(table) {
      let definitions = example.normalizer.definitions(in: [example.written])
      var context = Context(definitions: definitions)
      let all = example.normalizer.normalize(
        example.written, as: example.role, in: &context, by: Self.untiring)
      #expect(example.normalized() == all, "\(example.place)")
    }
  }
}
