/// One line of a lexicon: what is written, and how it is said.
///
/// `GIF` → `jif`; `Nguyen` → `win`; `Polish` → itself, said `/ˈpoʊlɪʃ/`.
public struct LexiconEntry: Hashable, Sendable {
  /// As a text writes it; white space inside stands for any white space, `'` for `’` too.
  public var written: String
  /// Where in a text it is found.
  public var scope: LexiconScope
  /// Whether capitals must be as they stand here.
  public var isCaseSensitive: Bool
  /// The words to say for it; nil when it is said as written, empty when nothing is said.
  public var spoken: String?
  /// How its words are said; only whole words have one.
  ///
  /// With as many parts, parted by spaces, as there are words each word has its own; else all
  /// words are one to the voice.
  public var pronunciation: Pronunciation?
  /// Where it stands; nil for an entry that a program made.
  public var origin: LexiconOrigin?

  /// An entry with all its parts.
  ///
  /// Without word on capitals those of `written` count: `Polish` is not found in `polish`, but
  /// `gif` in `GIF`.
  public init(
    _ written: String, spoken: String? = nil, pronunciation: Pronunciation? = nil,
    scope: LexiconScope = .wholeWord, isCaseSensitive: Bool? = nil, origin: LexiconOrigin? = nil
  ) {
    self.written = written
    self.spoken = spoken
    self.pronunciation = pronunciation
    self.scope = scope
    self.isCaseSensitive =
      isCaseSensitive ?? written.unicodeScalars.contains { $0.properties.isUppercase }
    self.origin = origin
  }

  /// Whether two entries say the same.
  func saysTheSame(as other: LexiconEntry) -> Bool {
    spoken == other.spoken && pronunciation == other.pronunciation
  }

  /// What is said, in words: `jif`, `/ˈpoʊlɪʃ/`.
  var reading: String {
    let sounds: String? =
      switch pronunciation {
      case .espeak(let mnemonics): "[[\(mnemonics)]]"
      case .ipa(let symbols): "/\(symbols)/"
      case .letterName, nil: nil
      }
    switch (spoken, sounds) {
    case ("", _): return "nothing"
    case (let spoken?, let sounds?): return "\(spoken) \(sounds)"
    case (let spoken?, nil): return spoken
    case (nil, let sounds): return sounds ?? written
    }
  }
}

/// Where in a text an entry is found.
public enum LexiconScope: String, CaseIterable, Hashable, Sendable {
  /// As a word, or as words, with their possessives and plurals; never inside a longer word.
  case wholeWord = "word"
  /// Wherever the characters stand, inside words too.
  case anywhere
  /// At the start of a longer word.
  case wordStart = "start"
  /// At the end of a longer word.
  case wordEnd = "end"
  /// Inside a longer word, at its ends too.
  case partOfWord = "part"
}

/// The file and line of an entry.
public struct LexiconOrigin: Hashable, Sendable, CustomStringConvertible {
  /// As messages name it.
  public var file: String
  /// From 1.
  public var line: Int

  /// A place.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// `words.txt:3`.
  public var description: String { "\(file):\(line)" }
}

/// Something in a lexicon that is not used, or not as it stands there.
public struct LexiconProblem: Hashable, Sendable, CustomStringConvertible {
  /// Where; nil for an entry that a program made.
  public var origin: LexiconOrigin?
  /// What is wrong, without a final stop.
  public var what: String
  /// What to do.
  public var remedy: String

  /// A problem with all its parts.
  public init(at origin: LexiconOrigin?, _ what: String, remedy: String) {
    self.origin = origin
    self.what = what
    self.remedy = remedy
  }

  /// One line: `words.txt:3: …; …`.
  public var description: String {
    (origin.map { "\($0): " } ?? "") + "\(what); \(remedy)"
  }
}

/// What one file holds: entries, names of symbols, and what could not be used.
public struct LexiconSource: Hashable, Sendable {
  /// Words, in the order of the file.
  public var entries: [LexiconEntry]
  /// Symbols, in the order of the file.
  public var symbols: [LexiconSymbol]
  /// Lines that hold neither.
  public var problems: [LexiconProblem]

  /// A source with all its parts.
  public init(
    entries: [LexiconEntry] = [], symbols: [LexiconSymbol] = [], problems: [LexiconProblem] = []
  ) {
    self.entries = entries
    self.symbols = symbols
    self.problems = problems
  }
}

/// What a symbol is called, and from which level on it is said.
public struct LexiconSymbol: Hashable, Sendable {
  /// One character of the text.
  public var symbol: Unicode.Scalar
  /// Nil: called as ever.
  public var name: String?
  /// Nil: said from the same level on as ever.
  public var level: Level?
  /// Where it stands.
  public var origin: LexiconOrigin?

  /// How much must be asked for until a symbol is said.
  public enum Level: String, CaseIterable, Hashable, Sendable {
    case none, some, most, all
    /// Only when text is gone through by character: never in running text.
    case character = "char"
  }

  /// A symbol with all its parts.
  public init(
    _ symbol: Unicode.Scalar, name: String?, level: Level?, origin: LexiconOrigin? = nil
  ) {
    self.symbol = symbol
    self.name = name
    self.level = level
    self.origin = origin
  }
}
