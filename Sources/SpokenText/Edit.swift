/// A change from the written to the spoken: which bytes became which, and why.
///
/// Edits are ordered and do not overlap; between two of them source and spoken text hold the same
/// bytes, so that together they align the two texts completely. `"Henry IV ruled."` →
/// `"Henry the fourth ruled."` is one edit, source 6..<8, spoken 6..<16.
public struct Edit: Hashable, Sendable {
  /// UTF-8 bytes of the source that this edit replaces; empty for an insertion.
  public var source: Range<Int>
  /// UTF-8 bytes of the spoken text that stand for them; empty for an omission.
  public var spoken: Range<Int>
  /// The semiotic class, or what else was done.
  public var kind: Kind
  /// The rule that decided, as the reference of rules names it: `citation.author-year`.
  public var rule: RuleName
  /// How the spoken words of this edit are said, where their spelling would mislead a voice.
  public var pronunciation: Pronunciation?
  /// Edits of the parts from which this one was put together, inside both ranges.
  public var children: [Edit]

  /// An edit with all its parts.
  public init(
    source: Range<Int>, spoken: Range<Int>, kind: Kind, rule: RuleName,
    pronunciation: Pronunciation? = nil, children: [Edit] = []
  ) {
    self.source = source
    self.spoken = spoken
    self.kind = kind
    self.rule = rule
    self.pronunciation = pronunciation
    self.children = children
  }

  /// The semiotic classes after Taylor, *Text-to-Speech Synthesis* (2009), chapter 5, and Sproat &
  /// Jaitly (2016), with the scholarly classes that show notes need.
  public enum Kind: String, Sendable, CaseIterable {
    case cardinal, ordinal, decimal, fraction, range, digits, roman
    case date, year, time, duration
    case money, percent, measure
    case telephone, electronic, address
    case abbreviation, initialism, acronym, expansion, definition
    case citation, reference, statistic, formula
    case symbol, emoji, homograph, glossary
    /// Words said as they stand, inside a larger edit.
    case kept
    /// Punctuation turned into a pause, or dropped because the words around it carry it.
    case phrasing
    /// Declared omission by policy, such as a citation under `omit`.
    case omission
    /// Control characters that no voice may see.
    case control
  }
}

/// The name of a rule: class, dot, case, as in `date.iso`.
///
/// A constant of the program, never of the text.
public struct RuleName: Hashable, Sendable, ExpressibleByStringLiteral {
  private let name: StaticString

  /// Takes the literal as it stands.
  public init(stringLiteral value: StaticString) { name = value }

  /// The name as text.
  public var text: String { name.description }

  /// Whether two names are the same text.
  public static func == (left: RuleName, right: RuleName) -> Bool { left.text == right.text }

  /// Feeds the text of the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
