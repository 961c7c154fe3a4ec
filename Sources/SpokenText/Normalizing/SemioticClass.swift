/// A kind of written thing that is not spoken as it is spelled, with its value.
///
/// The three steps of the field: recognize → typed value → verbalize. One file holds a class; the
/// place of its rules among the others is ``Precedence``.
protocol SemioticClass: Sendable {
  static var kind: Edit.Kind { get }

  /// What stands at a token, when it is of this class there.
  ///
  /// Looks at source tokens alone, never at what another rule said. The match begins at `start`.
  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>?

  /// Says the value.
  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence)

  /// Says what stands at a token and returns the index after it, or nil with nothing said.
  static func apply(
    at index: Int, in sentence: TokenizedSentence, into writer: inout SpokenWriter
  ) -> Int?
}

extension SemioticClass {
  static func apply(
    at index: Int, in sentence: TokenizedSentence, into writer: inout SpokenWriter
  ) -> Int? {
    guard let match = recognize(at: index, in: sentence) else { return nil }
    writer.write(match, in: sentence)
    return match.tokens.upperBound
  }
}

/// A value found in a sentence, and the tokens that it stands for.
struct Match<Value: SemioticClass>: Sendable {
  var value: Value
  /// Token indices; never empty.
  @Compact var tokens: Range<Int>
  var rule: RuleName
  /// The class of the edit; that of the value unless a rule knows better.
  var kind: Edit.Kind
  /// What follows without white space belongs to the same word: `drug(s)` → `drugs`.
  var isTight: Bool

  init(
    _ value: Value, tokens: Range<Int>, rule: RuleName, kind: Edit.Kind = Value.kind,
    isTight: Bool = false
  ) {
    self.value = value
    self.tokens = tokens
    self.rule = rule
    self.kind = kind
    self.isTight = isTight
  }
}

/// A line of the list of precedence: which tokens wake a class, and why it stands where it does.
struct Rule: Sendable {
  /// A match may begin at such a token.
  let wakesOn: Triggers
  /// Of the words in ``Keywords``, those at which a match may begin.
  let keys: KeywordSet
  /// No match without one of these somewhere in the sentence; empty when nothing is needed.
  let needs: Triggers
  let reason: StaticString
  /// A type and no closure: asking it costs no reference count, and most rules say nothing.
  let semioticClass: any SemioticClass.Type

  init(
    _ semioticClass: any SemioticClass.Type, on triggers: Triggers, keys: KeywordSet = .active,
    needs: Triggers = [], because reason: StaticString
  ) {
    wakesOn = triggers
    self.keys = keys
    self.needs = needs
    self.reason = reason
    self.semioticClass = semioticClass
  }
}
