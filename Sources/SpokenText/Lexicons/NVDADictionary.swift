/// A speech dictionary of the screen reader NVDA (`default.dic`, `voiceDicts.v1/…`).
///
/// A line an entry, four columns parted by tabs: pattern, replacement, whether capitals count (0 or
/// 1), type. A comment begins with `#` and belongs to the entry below it; `\#` is the character.
/// Everything is kept as it stands, so that ``text`` gives a user's file back; ``source`` is what
/// can be used of it here.
public struct NVDADictionary: Hashable, Sendable {
  /// How a pattern is found.
  public enum EntryType: Int, CaseIterable, Hashable, Sendable {
    case anywhere, regularExpression, word, partOfWord, wordStart, wordEnd, wildcards
  }

  /// One line.
  public struct Entry: Hashable, Sendable {
    /// What is looked for.
    public var pattern: String
    /// What is said instead.
    public var replacement: String
    /// Whether capitals count.
    public var isCaseSensitive: Bool
    /// How the pattern is found.
    public var type: EntryType
    /// The lines above it that begin with `#`, joined by spaces.
    public var comment: String
    /// From 1; 0 for an entry that a program made.
    public var line: Int

    /// A line with all its parts.
    public init(
      _ pattern: String, _ replacement: String, isCaseSensitive: Bool = false,
      type: EntryType = .anywhere, comment: String = "", line: Int = 0
    ) {
      self.pattern = pattern
      self.replacement = replacement
      self.isCaseSensitive = isCaseSensitive
      self.type = type
      self.comment = comment
      self.line = line
    }
  }

  /// As messages name it.
  public var file: String
  /// In the order of the file.
  public var entries: [Entry]
  /// Lines that are no entries.
  public var problems: [LexiconProblem] = []

  /// A dictionary of given entries.
  public init(_ entries: [Entry], named file: String = "dictionary") {
    self.entries = entries
    self.file = file
  }

  /// Reads a file's text.
  public init(parsing text: String, named file: String) {
    self.init([], named: file)
    var comment = ""
    for (number, line) in LexiconLines(text) {
      if line.allSatisfy(\.isWhitespace) {
        comment = ""
        continue
      }
      if line.hasPrefix("#") {
        comment += (comment.isEmpty ? "" : " ") + line.dropFirst()
        continue
      }
      let origin = LexiconOrigin(file: file, line: number)
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      defer { comment = "" }
      guard fields.count == 4 else {
        problems.append(
          LexiconProblem(
            at: origin, "has \(fields.count) columns, not four",
            remedy: "part pattern, replacement, 0 or 1, and type by tabs"))
        continue
      }
      guard let capitals = Int(fields[2]), let number = Int(fields[3]),
        let type = EntryType(rawValue: number)
      else {
        problems.append(
          LexiconProblem(
            at: origin,
            "`\(fields[2])` and `\(fields[3])` are not a choice about capitals and a type",
            remedy: "write 0 or 1, and a type from 0 to \(EntryType.allCases.count - 1)"))
        continue
      }
      entries.append(
        Entry(
          Self.unescaped(fields[0]), Self.unescaped(fields[1]), isCaseSensitive: capitals != 0,
          type: type, comment: comment, line: origin.line))
    }
  }

  /// The file's text, as NVDA reads it.
  public var text: String {
    var text = ""
    for entry in entries {
      if !entry.comment.isEmpty { text += "#\(entry.comment)\r\n" }
      text += Self.escaped(entry.pattern) + "\t" + Self.escaped(entry.replacement)
      text += "\t\(entry.isCaseSensitive ? 1 : 0)\t\(entry.type.rawValue)\r\n"
    }
    return text
  }

  private static func unescaped(_ field: Substring) -> String {
    var result = ""
    for character in field {
      if character == "#", result.last == "\\" { result.removeLast() }
      result.append(character)
    }
    return result
  }

  private static func escaped(_ field: String) -> String {
    field.reduce(into: "") { $0 += $1 == "#" ? "\\#" : String($1) }
  }

  /// The entries as they are used here; what cannot be is told as a problem.
  ///
  /// Regular expressions become plain entries where they stand for a few plain texts:
  /// `\bcolou?r\b` → `colour`, `color`.
  public var source: LexiconSource {
    var source = LexiconSource(problems: problems)
    for entry in entries {
      let origin = LexiconOrigin(file: file, line: entry.line)
      func add(_ written: String, _ scope: LexiconScope, isExact: Bool) {
        source.entries.append(
          LexiconEntry(
            written, spoken: entry.replacement, scope: scope, isCaseSensitive: isExact,
            origin: origin))
      }
      switch entry.type {
      case .anywhere: add(entry.pattern, .anywhere, isExact: entry.isCaseSensitive)
      case .word: add(entry.pattern, .wholeWord, isExact: entry.isCaseSensitive)
      case .partOfWord: add(entry.pattern, .partOfWord, isExact: entry.isCaseSensitive)
      case .wordStart: add(entry.pattern, .wordStart, isExact: entry.isCaseSensitive)
      case .wordEnd: add(entry.pattern, .wordEnd, isExact: entry.isCaseSensitive)
      case .wildcards, .regularExpression:
        guard entry.type == .regularExpression, !entry.replacement.contains("\\"),
          let pattern = NVDAPattern(entry.pattern)
        else {
          source.problems.append(
            LexiconProblem(
              at: origin, "the pattern `\(entry.pattern)` is not supported",
              remedy: "write the words that it stands for as entries of type 2"))
          continue
        }
        for written in pattern.texts {
          for scope in pattern.scopes {
            add(written, scope, isExact: entry.isCaseSensitive && !pattern.ignoresCase)
          }
        }
      }
    }
    return source
  }

  /// A dictionary that says what entries of a lexicon say, pronunciations left out.
  ///
  /// - Returns: the dictionary, whose problems name the entries that it cannot hold.
  public init(_ lexicon: some Sequence<LexiconEntry>, named file: String = "dictionary") {
    self.init([], named: file)
    for entry in lexicon {
      guard let spoken = entry.spoken else {
        problems.append(
          LexiconProblem(
            at: entry.origin, "`\(entry.written)` has a pronunciation, which NVDA cannot hold",
            remedy: "give it words to say"))
        continue
      }
      let type: EntryType =
        switch entry.scope {
        case .wholeWord: .word
        case .anywhere: .anywhere
        case .wordStart: .wordStart
        case .wordEnd: .wordEnd
        case .partOfWord: .partOfWord
        }
      entries.append(
        Entry(entry.written, spoken, isCaseSensitive: entry.isCaseSensitive, type: type))
    }
  }
}
