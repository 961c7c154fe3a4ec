/// A symbol file of the screen reader NVDA (`symbols.dic`, `symbols-en.dic`).
///
/// Two parts, `complexSymbols:` and `symbols:`. A line of the second has a symbol, its name, the
/// level from which on it is said (none, some, most, all, char), whether the voice sees it besides
/// (never, always, norep), and behind `#` a name for display, parted by tabs; `-` leaves a choice
/// open. Everything is kept as it stands, so that ``text`` gives a user's file back; ``source`` is
/// what can be used of it here.
public struct NVDASymbols: Hashable, Sendable {
  /// Whether a voice sees the symbol, for its pause.
  public enum Preserve: String, CaseIterable, Hashable, Sendable { case never, always, norep }

  /// A line of the second part.
  public struct Symbol: Hashable, Sendable {
    /// One or several characters, or the name of a complex symbol.
    public var identifier: String
    /// What it is called; nil: as ever.
    public var replacement: String?
    /// From which level on it is said; nil: as ever.
    public var level: LexiconSymbol.Level?
    /// Whether the voice sees it.
    public var preserve: Preserve?
    /// What a list of symbols shows.
    public var displayName: String?
    /// From 1; 0 for one that a program made.
    public var line: Int

    /// A line with all its parts.
    public init(
      _ identifier: String, _ replacement: String?, level: LexiconSymbol.Level? = nil,
      preserve: Preserve? = nil, displayName: String? = nil, line: Int = 0
    ) {
      self.identifier = identifier
      self.replacement = replacement
      self.level = level
      self.preserve = preserve
      self.displayName = displayName
      self.line = line
    }
  }

  /// A line of the first part: a name, and the regular expression that finds it.
  public struct ComplexSymbol: Hashable, Sendable {
    /// Under which it stands in the second part.
    public var identifier: String
    /// Not used here.
    public var pattern: String
    /// From 1.
    public var line: Int
  }

  /// As messages name it.
  public var file: String
  /// In the order of the file.
  public var complexSymbols: [ComplexSymbol] = []
  /// In the order of the file.
  public var symbols: [Symbol]
  /// Lines that are neither.
  public var problems: [LexiconProblem] = []

  /// A file of given symbols.
  public init(_ symbols: [Symbol], named file: String = "symbols") {
    self.symbols = symbols
    self.file = file
  }

  /// Whether a text looks like a symbol file: its first line that says something names a part.
  public static func isSymbolFile(_ text: String) -> Bool {
    for (_, line) in LexiconLines(text) {
      if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { continue }
      return line == "symbols:" || line == "complexSymbols:"
    }
    return false
  }

  /// Reads a file's text.
  public init(parsing text: String, named file: String) {
    self.init([], named: file)
    var part: Substring = ""
    for (number, line) in LexiconLines(text) {
      if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { continue }
      let origin = LexiconOrigin(file: file, line: number)
      if line == "symbols:" || line == "complexSymbols:" {
        part = line
        continue
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      switch part {
      case "complexSymbols:" where fields.count == 2:
        complexSymbols.append(
          ComplexSymbol(identifier: String(fields[0]), pattern: String(fields[1]), line: number))
      case "complexSymbols:":
        problems.append(
          LexiconProblem(
            at: origin, "has \(fields.count) columns, not two",
            remedy: "part a name and a pattern by a tab"))
      case "symbols:":
        if let symbol = Self.symbol(fields, line: number) {
          symbols.append(symbol)
        } else {
          problems.append(
            LexiconProblem(
              at: origin, "is no symbol",
              remedy: "part symbol, name, level (none, some, most, all, char) and never, always "
                + "or norep by tabs"))
        }
      default:
        problems.append(
          LexiconProblem(
            at: origin, "stands in no part of the file", remedy: "write `symbols:` above it"))
      }
    }
  }

  private static func symbol(_ fields: [Substring], line: Int) -> Symbol? {
    var fields = fields
    var displayName: String?
    if fields.count > 1, let last = fields.last, last.hasPrefix("#") {
      displayName = String(last.dropFirst().drop(while: { $0 == " " }))
      fields.removeLast()
    }
    guard (2...4).contains(fields.count), !fields[0].isEmpty else { return nil }
    var symbol = Symbol(
      unescaped(fields[0]), fields[1] == "-" ? nil : String(fields[1]), displayName: displayName,
      line: line)
    if fields.count > 2, fields[2] != "-" {
      guard let level = LexiconSymbol.Level(rawValue: String(fields[2])) else { return nil }
      symbol.level = level
    }
    if fields.count > 3, fields[3] != "-" {
      guard let preserve = Preserve(rawValue: String(fields[3])) else { return nil }
      symbol.preserve = preserve
    }
    return symbol
  }

  /// The file's text, as NVDA reads it.
  public var text: String {
    var text = ""
    if !complexSymbols.isEmpty {
      text += "complexSymbols:\r\n"
      for symbol in complexSymbols { text += "\(symbol.identifier)\t\(symbol.pattern)\r\n" }
      text += "\r\n"
    }
    guard !symbols.isEmpty else { return text }
    text += "symbols:\r\n"
    for symbol in symbols {
      var fields = [Self.escaped(symbol.identifier), symbol.replacement ?? "-"]
      if symbol.level != nil || symbol.preserve != nil {
        fields.append(symbol.level?.rawValue ?? "-")
      }
      if let preserve = symbol.preserve { fields.append(preserve.rawValue) }
      if let name = symbol.displayName { fields.append("# \(name)") }
      text += fields.joined(separator: "\t") + "\r\n"
    }
    return text
  }

  private static let escapes: [(letter: Unicode.Scalar, scalar: Unicode.Scalar)] = [
    ("0", "\0"), ("t", "\t"), ("n", "\n"), ("r", "\r"), ("f", "\u{C}"), ("v", "\u{B}"), ("#", "#"),
    ("\\", "\\"),
  ]

  /// The first character may be an escape: `\#`.
  private static func unescaped(_ field: Substring) -> String {
    let scalars = field.unicodeScalars
    guard scalars.first == "\\", let letter = scalars.dropFirst().first else {
      return String(field)
    }
    let scalar = escapes.first { $0.letter == letter }?.scalar ?? letter
    return String(scalar) + String(Substring(scalars.dropFirst(2)))
  }

  private static func escaped(_ identifier: String) -> String {
    let scalars = identifier.unicodeScalars
    guard let first = scalars.first, let escape = escapes.first(where: { $0.scalar == first })
    else { return identifier }
    return "\\\(escape.letter)" + String(Substring(scalars.dropFirst()))
  }

  /// The symbols as they are used here; what cannot be is told as a problem.
  public var source: LexiconSource {
    var source = LexiconSource(problems: problems)
    let complex = Set(complexSymbols.map(\.identifier))
    for symbol in complexSymbols {
      source.problems.append(
        LexiconProblem(
          at: LexiconOrigin(file: file, line: symbol.line),
          "the pattern of `\(symbol.identifier)` is not supported",
          remedy: "name the character in the part `symbols:`"))
    }
    for symbol in symbols where !complex.contains(symbol.identifier) {
      let origin = LexiconOrigin(file: file, line: symbol.line)
      guard let scalar = symbol.identifier.unicodeScalars.first,
        symbol.identifier.unicodeScalars.count == 1
      else {
        source.problems.append(
          LexiconProblem(
            at: origin, "`\(symbol.identifier)` is more than one character, which is not supported",
            remedy: "name its characters, or enter it in a dictionary"))
        continue
      }
      source.symbols.append(
        LexiconSymbol(scalar, name: symbol.replacement, level: symbol.level, origin: origin))
    }
    return source
  }
}
