/// A choice that the listener may make, with its values in the order in which help shows them.
///
/// Help texts, the reference page and the keys of `narrate.yml` are made from its notes, so that a
/// policy is described in one place.
public protocol Policy: CaseIterable, Sendable, Hashable, RawRepresentable
where RawValue == String {
  /// Key, help, default and example.
  static var notes: PolicyNotes<Self> { get }
}

/// All that help says of a policy.
public struct PolicyNotes<Value: Policy>: Sendable {
  /// The long option and the key in `narrate.yml`: `citations`.
  public let key: String
  /// One line for help.
  public let summary: String
  /// What holds when nobody says otherwise.
  public let defaultValue: Value
  /// An example as it is written.
  public let written: String
  /// What each value makes of the example.
  public let spoken: [Value: String]

  /// Notes with all their parts.
  public init(
    key: String, summary: String, defaultValue: Value, written: String, spoken: [Value: String]
  ) {
    self.key = key
    self.summary = summary
    self.defaultValue = defaultValue
    self.written = written
    self.spoken = spoken
  }
}

/// How a citation in running text is read.
public enum CitationPolicy: String, Policy {
  case full, brief, omit

  /// Key, help, default and example.
  public static let notes = PolicyNotes<Self>(
    key: "citations", summary: "How citations in the text are read.", defaultValue: .full,
    written: "(Boese et al., 2025)",
    spoken: [
      .full: "Boese and colleagues, twenty twenty-five", .brief: "Boese and colleagues", .omit: "",
    ])
}

/// How an entry of a reference list is read.
public enum ReferencePolicy: String, Policy {
  case full, brief, omit

  /// Key, help, default and example.
  public static let notes = PolicyNotes<Self>(
    key: "references", summary: "How the entries of a reference list are read.",
    defaultValue: .full,
    written: "Boese, M., & Choi, K. (2025). Fear extinction. Neuron, 19(2), 15–20.",
    spoken: [
      .full: "Boese and Choi, twenty twenty-five. Fear extinction. Neuron, volume nineteen.",
      .brief: "Boese, twenty twenty-five. Fear extinction.",
      .omit: "",
    ])
}

/// How an address on the web is read.
public enum LinkPolicy: String, Policy {
  case domain, full, omit

  /// Key, help, default and example.
  public static let notes = PolicyNotes<Self>(
    key: "links", summary: "How addresses on the web are read.", defaultValue: .domain,
    written: "https://doi.org/10.3389/x",
    spoken: [
      .domain: "link to doi dot org",
      .full: "h t t p s colon slash slash doi dot org slash ten dot three three eight nine slash x",
      .omit: "",
    ])
}

/// How an abbreviation is read that the document itself, or a glossary, defines.
public enum AbbreviationPolicy: String, Policy {
  case firstUse = "first-use"
  case expand, letters

  /// Key, help, default and example.
  public static let notes = PolicyNotes<Self>(
    key: "abbreviations", summary: "How abbreviations that the document defines are read.",
    defaultValue: .firstUse, written: "PTSD is common. PTSD is treatable.",
    spoken: [
      .firstUse: "post-traumatic stress disorder is common. P T S D is treatable.",
      .expand:
        "post-traumatic stress disorder is common. post-traumatic stress disorder is treatable.",
      .letters: "P T S D is common. P T S D is treatable.",
    ])
}

/// How many of the symbols that are not words are named.
public enum SymbolLevel: String, Policy {
  case none, some, most, all

  /// Key, help, default and example.
  public static let notes = PolicyNotes<Self>(
    key: "symbols", summary: "How many of the symbols that are not words are named.",
    defaultValue: .none, written: "Yes, f * g (sic).",
    spoken: [
      .none: "Yes, f g, sic.", .some: "Yes, f star g, sic.",
      .most: "Yes, f star g, open paren sic close paren.",
      .all: "Yes comma, f star g, open paren sic close paren dot.",
    ])
}

/// For whom text is read: one who listens to all of it, or one who works in it.
public enum SpeakingStyle: String, Policy {
  case narration, interactive

  /// Key, help, default and example.
  public static let notes = PolicyNotes<Self>(
    key: "style", summary: "For listening to a text, or for working in it (nothing left out).",
    defaultValue: .narration, written: "PTSD",
    spoken: [.narration: "post-traumatic stress disorder", .interactive: "P T S D"])
}

/// All choices about what is said, each at its default until set.
public struct Policies: Hashable, Sendable {
  /// How citations are read.
  public var citations = CitationPolicy.notes.defaultValue
  /// How entries of a reference list are read.
  public var references = ReferencePolicy.notes.defaultValue
  /// How web addresses are read.
  public var links = LinkPolicy.notes.defaultValue
  /// How defined abbreviations are read.
  public var abbreviations = AbbreviationPolicy.notes.defaultValue
  /// How many symbols are named.
  public var symbols = SymbolLevel.notes.defaultValue
  /// For whom text is read.
  public var style = SpeakingStyle.notes.defaultValue

  /// Every policy at its default.
  public init() {}
}
