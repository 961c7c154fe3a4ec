/// A language as a BCP 47 tag, compared without regard to case.
///
/// `en-US` and `en-GB` have rules; every other language passes through with only what no language
/// contradicts (control characters stripped).
public struct Language: Hashable, Sendable, CustomStringConvertible {
  /// The tag in the usual spelling: language lower case, region upper case (`en-GB`).
  public let tag: String

  /// American English, the default.
  public static let americanEnglish = Language("en-US")
  /// British English.
  public static let britishEnglish = Language("en-GB")

  /// Whether the rules of English apply.
  public let isEnglish: Bool
  /// Whether dates, "and" and spelling follow British use: every English but that of the United
  /// States and Canada, and `en` without a region, which reads as American.
  public let isBritish: Bool

  /// Takes a tag such as `en-US`, `EN_gb` or `de`; spelling is tidied, nothing is looked up.
  public init(_ tag: String) {
    let parts = tag.split(whereSeparator: { $0 == "-" || $0 == "_" })
    let tidied = parts.enumerated().map { index, part in
      index == 0 ? part.lowercased() : part.utf8.count == 2 ? part.uppercased() : String(part)
    }.joined(separator: "-")
    self.tag = tidied
    isEnglish = tidied == "en" || tidied.hasPrefix("en-")
    isBritish = isEnglish && !["en", "en-US", "en-CA"].contains(tidied)
  }

  /// The primary subtag: `en` for `en-GB`.
  public var primary: Substring { tag.prefix(while: { $0 != "-" }) }

  /// The tag.
  public var description: String { tag }
}
