/// Readings that a user gives for words, and names for symbols; they win over all rules.
///
/// Made from any number of sources. Inside one source the first entry for a written form stands;
/// an entry of a later source wins over one of an earlier, so that a user's own list, named last,
/// corrects a shared one. Either way the entry that lost is told in ``problems``.
///
/// ```swift
/// let words = LexiconTable.parse("GIF = jif\nNguyen = win", named: "words.txt")
/// var normalizer = Normalizer()
/// normalizer.lexicon = Lexicon([words])
/// normalizer.normalize("Nguyen's GIFs").spoken  // "win's jifs"
/// ```
public struct Lexicon: Sendable {
  /// Nil when there is nothing to look up, so that it costs nothing.
  let index: LexiconIndex?
  /// Everything of the sources that is not used, or not as it stands there.
  public let problems: [LexiconProblem]

  /// A lexicon without entries.
  public init() {
    index = nil
    problems = []
  }

  /// The entries of all sources, the strongest last.
  public init(_ sources: some Sequence<LexiconSource>) {
    var table = Conflicts()
    for source in sources {
      table.problems += source.problems
      for entry in source.entries { table.take(entry) }
      for symbol in source.symbols { table.take(symbol) }
      table.closeSource()
    }
    problems = table.problems
    let entries = table.entries.compactMap { $0 }
    index =
      entries.isEmpty && table.symbols.isEmpty
      ? nil : LexiconIndex(entries, symbols: table.symbols)
  }

  /// Whether there is nothing to look up.
  public var isEmpty: Bool { index == nil }

  /// The entries that hold, in their order.
  public var entries: [LexiconEntry] { index?.entries ?? [] }
}

/// Finds entries that are in each other's way.
private struct Conflicts {
  private struct Key: Hashable {
    let written: String
    let scope: LexiconScope
    let isCaseSensitive: Bool
  }

  var entries: [LexiconEntry?] = []
  var symbols: [UInt32: LexiconSymbol] = [:]
  var problems: [LexiconProblem] = []
  private var places: [Key: Int] = [:]
  private var symbolsHere: Set<UInt32> = []
  /// Entries before this one are of earlier sources.
  private var start = 0

  mutating func take(_ given: LexiconEntry) {
    guard let entry = checked(given) else { return }
    let key = Key(
      written: entry.isCaseSensitive ? entry.written : entry.written.lowercased(),
      scope: entry.scope, isCaseSensitive: entry.isCaseSensitive)
    if let place = places[key], let standing = entries[place] {
      let isOlder = place < start
      if !standing.saysTheSame(as: entry) {
        let (winner, loser) = isOlder ? (entry, standing) : (standing, entry)
        problems.append(
          LexiconProblem(
            at: loser.origin,
            "`\(loser.written)` is said `\(winner.reading)`, not `\(loser.reading)`: "
              + (isOlder ? "a later lexicon" : "an earlier line") + " has it too"
              + (winner.origin.map { " (\($0))" } ?? ""),
            remedy: "remove one of them"))
      }
      guard isOlder else { return }
      entries[place] = nil
    }
    places[key] = entries.count
    entries.append(entry)
  }

  mutating func take(_ symbol: LexiconSymbol) {
    let key = symbol.symbol.value
    if let standing = symbols[key],
      standing.name != symbol.name || standing.level != symbol.level
    {
      let isHere = symbolsHere.contains(key)
      let (winner, loser) = isHere ? (standing, symbol) : (symbol, standing)
      problems.append(
        LexiconProblem(
          at: loser.origin,
          "the symbol `\(symbol.symbol)` has another line"
            + (winner.origin.map { " (\($0))" } ?? "") + ", which counts",
          remedy: "remove one of them"))
      if isHere { return }
    }
    symbolsHere.insert(key)
    symbols[key] = symbol
  }

  mutating func closeSource() {
    start = entries.count
    symbolsHere.removeAll()
  }

  /// The entry as it can be used, or nil with a problem.
  private mutating func checked(_ entry: LexiconEntry) -> LexiconEntry? {
    var entry = entry
    func refuse(_ what: String, _ remedy: String) -> LexiconProblem {
      LexiconProblem(at: entry.origin, what, remedy: remedy)
    }
    guard !entry.written.allSatisfy(\.isWhitespace) else {
      problems.append(refuse("an entry has no written form", "write what the text holds"))
      return nil
    }
    guard let first = entry.written.first, let last = entry.written.last, !first.isWhitespace,
      !last.isWhitespace
    else {
      problems.append(
        refuse(
          "`\(entry.written)` begins or ends with white space, which no entry can hold",
          "leave the white space out"))
      return nil
    }
    guard entry.written.utf8.count <= LexiconIndex.longest else {
      problems.append(
        refuse(
          "an entry is longer than \(LexiconIndex.longest) bytes",
          "enter the words in it that need a reading"))
      return nil
    }
    let all = entry.written + (entry.spoken ?? "")
    guard !all.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0) ~= $0.value })
    else {
      problems.append(
        refuse("`\(entry.written)` holds a control character", "remove the character"))
      return nil
    }
    if entry.pronunciation != nil, entry.scope != .wholeWord {
      problems.append(
        refuse(
          "`\(entry.written)` has a pronunciation and so is found as a whole word alone",
          "give it words to say instead, or enter the whole word"))
      entry.scope = .wholeWord
    }
    return entry
  }
}
