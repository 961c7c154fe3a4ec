/// What is said for a written form: its words, and how each of them sounds.
struct LexiconReading: Sendable {
  /// Nil: as the text writes it.
  var spoken: String?
  /// One for all words together, or one a word; none when spelling tells enough.
  var sounds: [Pronunciation] = []

  /// The reading of an entry, with an ending.
  init(_ entry: LexiconEntry, ending: Ending? = nil) {
    // Inside a word a space is a space.
    spoken = entry.scope == .wholeWord ? entry.spoken.map(Self.tidied) : entry.spoken
    let words = max(1, (spoken ?? entry.written).split(whereSeparator: \.isWhitespace).count)
    switch entry.pronunciation {
    case .letterName: sounds = [.letterName]
    case .espeak(let text): sounds = Self.parts(text, words).map { .espeak($0) }
    case .ipa(let text): sounds = Self.parts(text, words).map { .ipa($0) }
    case nil: break
    }
    guard let ending else { return }
    spoken = spoken.map(ending.added(toWord:))
    if let last = sounds.last { sounds[sounds.count - 1] = ending.added(toSound: last) }
  }

  /// One part a word, when there are as many of both; else one for all.
  private static func parts(_ text: String, _ words: Int) -> [String] {
    let parts = text.split(separator: " ").map(String.init)
    return parts.count == words ? parts : [parts.joined()]
  }

  /// White space as single spaces, none at the ends.
  private static func tidied(_ spoken: String) -> String {
    spoken.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What English adds to a name.
  enum Ending {
    case possessive, plural

    /// `jif` → `jifs`, `box` → `boxes`, `city` → `cities`; `jif` → `jif's`.
    func added(toWord word: String) -> String {
      guard self == .plural else { return word + "'s" }
      let letters = Array(word.lowercased().utf8.suffix(2))
      guard let last = letters.last else { return word }
      if last == UInt8(ascii: "y"), let before = letters.first, !ASCII.isVowel(before) {
        return word.dropLast() + "ies"
      }
      let isHissing =
        "sxz".utf8.contains(last)
        || last == UInt8(ascii: "h") && letters.first.map { "cs".utf8.contains($0) } == true
      return word + (isHissing ? "es" : "s")
    }

    /// The sound of the ending after the last sound: `s` after `t`, `z` after `d`, `ɪz` after `s`.
    func added(toSound sound: Pronunciation) -> Pronunciation {
      switch sound {
      case .letterName: return sound
      case .espeak(let text):
        let last = text.unicodeScalars.last { $0 != "'" && $0 != "," && $0 != ":" } ?? " "
        if "szSZ".unicodeScalars.contains(last) { return .espeak(text + "I#z") }
        return .espeak(text + ("ptkfTh".unicodeScalars.contains(last) ? "s" : "z"))
      case .ipa(let text):
        let last = text.unicodeScalars.last { !"ːˈˌ.\u{361}ʰ".unicodeScalars.contains($0) } ?? " "
        if "szʃʒʧʤ".unicodeScalars.contains(last) { return .ipa(text + "ɪz") }
        return .ipa(text + ("ptkfθ".unicodeScalars.contains(last) ? "s" : "z"))
      }
    }
  }

  /// All forms of an entry that a text may hold: cases beyond ASCII, the possessive, the plural.
  static func forms(
    of entry: LexiconEntry
  ) -> [(written: String, reading: LexiconReading, isExact: Bool, isDerived: Bool)] {
    var forms: [(written: String, reading: LexiconReading, isExact: Bool, isDerived: Bool)] = []
    var stems = [entry.written]
    if !entry.isCaseSensitive, !entry.written.utf8.allSatisfy({ $0 < 0x80 }) {
      let lower = entry.written.lowercased()
      for stem in [
        lower, entry.written.uppercased(), lower.prefix(1).uppercased() + lower.dropFirst(),
      ]
      where !stems.contains(stem) {
        stems.append(stem)
      }
    }
    let isWord = entry.written.unicodeScalars.last?.properties.isAlphabetic == true
    for stem in stems {
      forms.append((stem, LexiconReading(entry), entry.isCaseSensitive, false))
      guard isWord else { continue }
      forms.append(
        (stem + "'s", LexiconReading(entry, ending: .possessive), entry.isCaseSensitive, true))
      if let plural = plural(of: stem) {
        forms.append(
          (
            plural, LexiconReading(entry, ending: .plural),
            // `ITs` of `IT` is never `its`.
            entry.isCaseSensitive || stem.utf8.count < 4, true
          ))
      }
    }
    return forms
  }

  /// The plural of a written form; nil when another word may be written so: `news` of `new`.
  private static func plural(of stem: String) -> String? {
    let last = stem.split(whereSeparator: { !$0.isLetter && $0 != "'" }).last ?? ""
    let hasCapital = last.unicodeScalars.contains { $0.properties.isUppercase }
    guard last.count > (hasCapital ? 1 : 2), last.last != "s" || last.count > 4 else { return nil }
    var plural = Ending.plural.added(toWord: stem)
    if last.allSatisfy({ $0.isUppercase }) { plural = stem + "s" }
    var word = plural
    let keys = word.withUTF8 { Keywords.lookUp($0) }
    return keys.contains(.commonWord) && !hasCapital ? nil : plural
  }
}
