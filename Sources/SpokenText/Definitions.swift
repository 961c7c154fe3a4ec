/// Abbreviations with the long forms that a document, or a glossary, gives for them.
///
/// `Post-traumatic stress disorder (PTSD)` → `PTSD`: `post-traumatic stress disorder`. Nothing is
/// ever guessed: a short form without a definition here is spoken as letters.
public struct Definitions: Hashable, Sendable {
  /// Long forms by short form, the short form exactly as written.
  public private(set) var longForms: [String: String] = [:]

  /// No definitions.
  public init() {}

  /// The long form of `shortForm`, or nil when nobody defined it.
  public subscript(shortForm: String) -> String? { longForms[shortForm] }

  /// Adds one definition; the first of a document stands, a later one for the same short form is
  /// not taken.
  ///
  /// - Returns: whether it was taken.
  @discardableResult
  public mutating func define(_ shortForm: String, as longForm: String) -> Bool {
    guard longForms[shortForm] == nil else { return false }
    longForms[shortForm] = Self.withoutControls(longForm)
    return true
  }

  /// Takes out what no voice may see: a long form is said where no rule looks at it again.
  private static func withoutControls(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars
    where scalar.properties.isWhitespace || CharacterClass(scalar.value) != .control {
      kept.append(scalar)
    }
    return String(kept)
  }
}

/// What carries over from passage to passage, in listening order.
public struct Context: Hashable, Sendable {
  /// What the whole document defines; collect it before the first passage.
  public var definitions: Definitions
  /// Short forms whose long form the listener has heard.
  public var introduced: Set<String> = []

  /// A context at the start of a document.
  public init(definitions: Definitions = Definitions()) { self.definitions = definitions }
}

extension Definitions {
  /// Collects what a text defines, in its order.
  ///
  /// A short form in the plural defines the singular too: `randomised controlled trials (RCTs)` →
  /// `RCTs`: `randomised controlled trials`, `RCT`: `randomised controlled trial`.
  public mutating func collect(from text: String) {
    for definition in DefinitionFinder.definitions(in: text) {
      define(definition.shortForm, as: definition.longForm)
      if let (shortForm, longForm) = definition.singular { define(shortForm, as: longForm) }
    }
  }
}
