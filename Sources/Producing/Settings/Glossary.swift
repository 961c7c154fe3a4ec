public import SpokenText

/// Where long forms that the user gives stand.
public enum GlossarySource: Hashable, Sendable, CustomStringConvertible {
  /// A YAML file of `SHORT: long form` lines.
  case file(String)
  /// The same lines in `narrate.yml` itself.
  case entries([GlossaryEntry])

  /// The file's name, or the short forms.
  public var description: String {
    switch self {
    case .file(let path): path
    case .entries(let entries): entries.map(\.shortForm).joined(separator: ", ")
    }
  }
}

/// One line of a glossary: `PTSD: post-traumatic stress disorder`.
public struct GlossaryEntry: Hashable, Sendable {
  /// Exactly as the text writes it.
  public var shortForm: String
  /// The words to say for it.
  public var longForm: String

  /// A short form with its words.
  public init(shortForm: String, longForm: String) {
    self.shortForm = shortForm
    self.longForm = longForm
  }
}

extension GlossarySource {
  /// The definitions, read from the file where they stand in one.
  ///
  /// - Throws: ``Failure`` with the place of a line that is no entry.
  public func definitions() throws(Failure) -> Definitions {
    let entries: [GlossaryEntry] =
      switch self {
      case .file(let path): try Self.entries(of: try YAMLMapping.read(path))
      case .entries(let entries): entries
      }
    var definitions = Definitions()
    for entry in entries { definitions.define(entry.shortForm, as: entry.longForm) }
    return definitions
  }

  /// The entries of a mapping `SHORT: long form`.
  static func entries(of mapping: YAMLMapping) throws(Failure) -> [GlossaryEntry] {
    var entries: [GlossaryEntry] = []
    for entry in mapping.entries {
      guard case .text(let words) = entry.value, isSpeakable(words), isSpeakable(entry.key) else {
        throw Failure(
          .dataError, at: mapping.place(of: entry),
          "the glossary gives no words for \(entry.key)",
          remedy: "write `\(entry.key): the words to say`")
      }
      entries.append(GlossaryEntry(shortForm: entry.key, longForm: words))
    }
    return entries
  }

  /// Whether there is something to say, on one line.
  private static func isSpeakable(_ text: String) -> Bool {
    text.contains { $0.isLetter || $0.isNumber } && !text.contains(where: \.isNewline)
  }
}
