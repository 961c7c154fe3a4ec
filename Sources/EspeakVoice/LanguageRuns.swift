import SpeechWorker

/// The voices by which words of other languages are said, and the division of sentences among them.
///
/// A word of another language is said by eSpeak NG's voice of that language, with the variant of the
/// voice that speaks, so that the speaker stays the same: an American says `Weltanschauung` as a
/// German would. What eSpeak NG has no voice for is said by the voice as if it were its own, and so
/// is every variety of its own language: who chose a British voice hears nothing American.
struct LanguageRuns {
  /// Words one after the other that one voice says.
  struct Run: Hashable {
    var words: Range<Int>
    /// Nil for the voice that speaks.
    var voice: SettableVoice?
  }

  private let own: SettableVoice
  private let variant: String
  private let voices: [EspeakLibrary.Voice]

  init(around own: SettableVoice, among voices: [EspeakLibrary.Voice]) {
    self.own = own
    variant = if case .identifier(_, let variant) = own.source { variant } else { "" }
    self.voices = voices.filter { $0.languages != ["variant"] && !$0.languages.isEmpty }
  }

  /// The runs of a sentence; nil where the voice says all of it, which costs next to nothing to
  /// find out.
  func runs(of sentence: [SpeechUnit.Word]) -> [Run]? {
    guard sentence.contains(where: { !$0.language.isEmpty }) else { return nil }
    var runs: [Run] = []
    var known: [String: SettableVoice?] = [:]
    for (index, word) in sentence.enumerated() {
      var voice: SettableVoice?
      if !word.language.isEmpty, !Self.hasPhonemes(word) {
        if let found = known[word.language] {
          voice = found
        } else {
          voice = self.voice(for: word.language)
          known[word.language] = .some(voice)
        }
      }
      if let last = runs.last, last.voice == voice {
        runs[runs.count - 1].words = last.words.lowerBound..<index + 1
      } else {
        runs.append(Run(words: index..<index + 1, voice: voice))
      }
    }
    return runs.count == 1 && runs[0].voice == nil ? nil : runs
  }

  /// Phonemes that somebody gave are those of the voice that speaks.
  private static func hasPhonemes(_ word: SpeechUnit.Word) -> Bool {
    switch word.pronunciation {
    case .espeak, .ipa: true
    case .letterName, nil: false
    }
  }

  /// The voice of a language, nil for the voice's own and where there is none.
  ///
  /// `de-CH` → `de`, `zh-Hant` → `cmn`, `es-MX` → `es-419`.
  func voice(for tag: String) -> SettableVoice? {
    var wanted = tag.lowercased()
    guard Self.primary(wanted) != Self.primary(own.language) else { return nil }
    while !wanted.isEmpty {
      let found =
        voices.first { $0.languages[0] == wanted }
        ?? voices.first { $0.languages.contains(wanted) }
      if let found {
        let source = SettableVoice.Source.identifier(found.identifier, variant: variant)
        if case .identifier(found.identifier, _) = own.source { return nil }
        return SettableVoice(source: source, language: found.languages[0])
      }
      wanted = String(wanted[..<(wanted.lastIndex(of: "-") ?? wanted.startIndex)])
    }
    return nil
  }

  private static func primary(_ tag: String) -> Substring { tag.prefix { $0 != "-" } }
}
