/// The simple format of a lexicon: a line an entry, for people to write.
///
/// ```
/// # Words of this show.
/// GIF = jif
/// Nguyen = win
/// Polish = /ˈpoʊlɪʃ/
/// data = [[d'eIt@]]
/// colonel = kernel [[k'3:n@L]]
/// [sic] = ""
/// ```
///
/// - A tab may stand in place of ` = `, and behind a second tab words that say where the entry
///   is found (`word`, `anywhere`, `start`, `end`, `part`) and whether capitals count (`case`,
///   `any-case`).
/// - Words to say come first, then a pronunciation: eSpeak's mnemonics in `[[…]]`, or the
///   International Phonetic Alphabet between slashes. `""` leaves the written form unsaid.
/// - Capitals in the written form count, unless `any-case` is said; without capitals it is found
///   in any case.
/// - Lines that begin with `#` say nothing; `\#`, `\=` and `\\` stand for the characters.
public enum LexiconTable {
  /// The entries of a text; lines that are none are told as problems.
  public static func parse(_ text: String, named file: String) -> LexiconSource {
    var source = LexiconSource()
    for (number, line) in LexiconLines(text) {
      let origin = LexiconOrigin(file: file, line: number)
      let content = trimmed(line)
      guard !content.isEmpty, content.first != "#" else { continue }
      switch entry(content, at: origin) {
      case .success(let entry): source.entries.append(entry)
      case .failure(let problem): source.problems.append(problem.problem)
      }
    }
    return source
  }

  /// Entries as a text that ``parse(_:named:)`` reads back.
  public static func text(of entries: some Sequence<LexiconEntry>) -> String {
    var text = ""
    for entry in entries {
      text += escaped(entry.written) + "\t" + reading(of: entry)
      var flags: [String] = []
      if entry.scope != .wholeWord { flags.append(entry.scope.rawValue) }
      let isUsual = LexiconEntry(entry.written).isCaseSensitive == entry.isCaseSensitive
      if !isUsual { flags.append(entry.isCaseSensitive ? "case" : "any-case") }
      if !flags.isEmpty { text += "\t" + flags.joined(separator: " ") }
      text += "\n"
    }
    return text
  }

  struct Refusal: Error {
    var problem: LexiconProblem
  }

  // MARK: Reading

  private static func entry(
    _ line: Substring, at origin: LexiconOrigin
  ) -> Result<LexiconEntry, Refusal> {
    func refused(_ what: String, _ remedy: String) -> Result<LexiconEntry, Refusal> {
      .failure(Refusal(problem: LexiconProblem(at: origin, what, remedy: remedy)))
    }
    guard let (written, rest) = parted(line) else {
      return refused("`\(line)` is no entry", "write `written = spoken`")
    }
    guard !written.isEmpty else {
      return refused("an entry has no written form", "write `written = spoken`")
    }
    let fields = rest.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count <= 2 else {
      return refused(
        "`\(written)` has more than three columns", "write `written = spoken`")
    }
    var entry = LexiconEntry(unescaped(written), origin: origin)
    guard let (spoken, pronunciation) = reading(trimmed(fields.first ?? "")) else {
      return refused(
        "`\(written)` has no reading that can be used",
        "give words, [[mnemonics]] or /phonemes/; \"\" leaves it unsaid")
    }
    entry.spoken = spoken
    entry.pronunciation = pronunciation
    for flag in fields.dropFirst().joined().split(whereSeparator: \.isWhitespace) {
      switch flag {
      case "case": entry.isCaseSensitive = true
      case "any-case": entry.isCaseSensitive = false
      default:
        guard let scope = LexiconScope(rawValue: String(flag)) else {
          return refused(
            "`\(flag)` is nothing that an entry can be",
            "the third column takes word, anywhere, start, end, part, case and any-case")
        }
        entry.scope = scope
      }
    }
    return .success(entry)
  }

  /// `written`, and what stands behind the first tab or `=` that is no escape.
  private static func parted(_ line: Substring) -> (Substring, Substring)? {
    if let tab = line.firstIndex(of: "\t") {
      return (trimmed(line[..<tab]), line[line.index(after: tab)...])
    }
    var isEscaped = false
    for index in line.indices {
      if line[index] == "=", !isEscaped {
        return (trimmed(line[..<index]), line[line.index(after: index)...])
      }
      isEscaped = line[index] == "\\" && !isEscaped
    }
    return nil
  }

  /// Words, and behind them a pronunciation; nil when neither is there.
  private static func reading(_ text: Substring) -> (String?, Pronunciation?)? {
    if text == "\"\"" { return ("", nil) }
    var words = text
    var pronunciation: Pronunciation?
    if text.hasSuffix("]]"), let open = lastRange(of: "[[", in: text) {
      let mnemonics = trimmed(text[open.upperBound...].dropLast(2))
      guard isMnemonics(mnemonics) else { return nil }
      pronunciation = .espeak(String(mnemonics))
      words = text[..<open.lowerBound]
    } else if text.hasSuffix("/"), let open = text.dropLast().lastIndex(of: "/"),
      open == text.startIndex || text[text.index(before: open)].isWhitespace
    {
      let symbols = trimmed(text[text.index(after: open)...].dropLast())
      guard !symbols.isEmpty else { return nil }
      pronunciation = .ipa(String(symbols))
      words = text[..<open]
    }
    let spoken = unescaped(trimmed(words))
    guard !spoken.isEmpty || pronunciation != nil else { return nil }
    return (spoken.isEmpty ? nil : spoken, pronunciation)
  }

  /// Printable ASCII that does not close its brackets.
  private static func isMnemonics(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "]") }
  }

  private static func lastRange(of mark: String, in text: Substring) -> Range<Substring.Index>? {
    var index = text.endIndex
    while index > text.startIndex {
      index = text.index(before: index)
      if text[index...].hasPrefix(mark) { return index..<text.index(index, offsetBy: 2) }
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped, !"#=\\".contains(character) { result.append("\\") }
      result.append(character)
      isEscaped = false
    }
    return isEscaped ? result + "\\" : result
  }

  // MARK: Writing

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "#=\\".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  private static func reading(of entry: LexiconEntry) -> String {
    let sounds: String? =
      switch entry.pronunciation {
      case .espeak(let mnemonics): "[[\(mnemonics)]]"
      case .ipa(let symbols): "/\(symbols)/"
      case .letterName, nil: nil
      }
    if entry.spoken?.isEmpty == true { return "\"\"" }
    return [entry.spoken.map(escaped), sounds].compactMap { $0 }.joined(separator: " ")
  }
}

/// The lines of a text with their numbers, whatever ends them; no byte order mark.
struct LexiconLines: Sequence {
  private let lines: [(Int, Substring)]

  init(_ text: String) {
    let text =
      text.unicodeScalars.first == "\u{FEFF}"
      ? text.unicodeScalars.dropFirst()
      : text
        .unicodeScalars[...]
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      let line = $1.last == "\r" ? $1.dropLast() : $1
      return ($0 + 1, Substring(line))
    }
  }

  func makeIterator() -> Array<(Int, Substring)>.Iterator { lines.makeIterator() }
}
