/// A change from the written to the spoken: which bytes became which, and why.
///
/// Edits are ordered and do not overlap; between two of them source and spoken text hold the same
/// bytes, so that together they align the two texts completely. `"Henry IV ruled."` →
/// `"Henry the fourth ruled."` is one edit, source 6..<8, spoken 6..<16.
public struct Edit: Hashable, Sendable {
  // Four bytes each: there may be millions of edits, and no text of 4 GiB is one passage.
  private var sourceStart: UInt32
  private var sourceEnd: UInt32
  private var spokenStart: UInt32
  private var spokenEnd: UInt32
  /// The rule that decided, as the reference of rules names it: `citation.author-year`.
  public var rule: RuleName
  /// The semiotic class, or what else was done.
  public var kind: Kind
  /// Edits of the parts from which this one was put together, inside both ranges.
  public var children: [Edit]
  /// How the spoken words of this edit are said, where their spelling would mislead a voice.
  public var pronunciation: Pronunciation?

  /// UTF-8 bytes of the source that this edit replaces; empty for an insertion.
  ///
  /// Offsets reach to 2³² − 1.
  public var source: Range<Int> {
    get { Int(sourceStart)..<Int(sourceEnd) }
    set {
      sourceStart = UInt32(clamping: newValue.lowerBound)
      sourceEnd = UInt32(clamping: newValue.upperBound)
    }
  }

  /// UTF-8 bytes of the spoken text that stand for them; empty for an omission.
  public var spoken: Range<Int> {
    get { Int(spokenStart)..<Int(spokenEnd) }
    set {
      spokenStart = UInt32(clamping: newValue.lowerBound)
      spokenEnd = UInt32(clamping: newValue.upperBound)
    }
  }

  /// An edit with all its parts.
  public init(
    source: Range<Int>, spoken: Range<Int>, kind: Kind, rule: RuleName,
    pronunciation: Pronunciation? = nil, children: [Edit] = []
  ) {
    sourceStart = UInt32(clamping: source.lowerBound)
    sourceEnd = UInt32(clamping: source.upperBound)
    spokenStart = UInt32(clamping: spoken.lowerBound)
    spokenEnd = UInt32(clamping: spoken.upperBound)
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
  // A pointer to bytes of the program itself, which live and stay as they are as long as it runs;
  // that makes it safe to send, and smaller than the literal's own type.
  nonisolated(unsafe) private let start: UnsafePointer<UInt8>
  private let count: UInt16

  /// Takes the literal as it stands.
  public init(stringLiteral value: StaticString) {
    start = value.utf8Start
    count = UInt16(clamping: value.utf8CodeUnitCount)
  }

  private var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: Int(count))
  }

  /// The name as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether two names are the same text.
  public static func == (left: RuleName, right: RuleName) -> Bool {
    left.count == right.count
      && (left.start == right.start || left.bytes.elementsEqual(right.bytes))
  }

  /// Feeds the text of the name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
  }
}
