internal import CEspeakNG
import SpeechWorker

/// The phonemes of words whose spelling would mislead, in eSpeak NG's ASCII mnemonics.
enum Phonemes {
  /// What goes between `[[` and `]]`, or nil when the word is to be spoken as it is spelled.
  ///
  /// Also nil where the pronunciation cannot be used: mnemonics that would break out of the
  /// brackets, IPA with a symbol that has no mnemonic or for a voice that is not English.
  static func of(_ word: SpeechUnit.Word, endsRun: Bool, _ isEnglish: Bool) -> String? {
    switch word.pronunciation {
    case nil: return nil
    case .espeak(let mnemonics): return checked(mnemonics)
    case .ipa(let symbols): return isEnglish ? EnglishIPA.mnemonics(symbols).flatMap(checked) : nil
    case .letterName: return nameOfLetter(word.text, isStressed: endsRun).flatMap(checked)
    }
  }

  /// Mnemonics that stay within their brackets: printable ASCII without white space, no closing
  /// bracket, no change of language (`_^`), at most 100 bytes.
  static func checked(_ mnemonics: String) -> String? {
    let utf8 = mnemonics.utf8
    guard (1...100).contains(utf8.count), !mnemonics.contains("_^"),
      utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "]") })
    else { return nil }
    return mnemonics
  }

  /// Whether the name of a phoneme, by its first character, is that of a pause (`_`, `_:`, `;`) or of
  /// none.
  static func isPause(_ first: CChar) -> Bool {
    first == 0 || UInt8(bitPattern: first) == UInt8(ascii: "_")
      || UInt8(bitPattern: first) == UInt8(ascii: ";")
  }

  /// How many phonemes a word has when it is said alone, pauses and stress not counted.
  static func count(in word: String) -> Int {
    let separator = Int32(UInt8(ascii: "|")) << 8
    return word.withCString { text -> Int in
      var next: UnsafeRawPointer? = UnsafeRawPointer(text)
      guard let phonemes = espeak_TextToPhonemes(&next, Int32(espeakCHARS_UTF8), separator) else {
        return 0
      }
      return String(cString: phonemes).split(separator: "|").count { phoneme in
        phoneme.contains { !"_:;',%= ".contains($0) }
      }
    }
  }

  /// The name of a letter as the voice's language has it: `A` → `'eI`, never the article.
  ///
  /// Asked of eSpeak NG, which names a letter that stands alone. Of letters named one after the
  /// other only the last keeps its main stress, as eSpeak NG itself says `PTSD`.
  private static func nameOfLetter(_ letter: String, isStressed: Bool) -> String? {
    guard letter.unicodeScalars.count == 1, let scalar = letter.unicodeScalars.first,
      scalar.properties.isAlphabetic
    else { return nil }
    let separator = Int32(UInt8(ascii: "|")) << 8
    // In lower case some letters are words; the upper case of some is two letters.
    let capital = scalar.properties.uppercaseMapping
    let asked = capital.unicodeScalars.count == 1 ? capital : letter
    let name = asked.withCString { text -> String in
      var next: UnsafeRawPointer? = UnsafeRawPointer(text)
      return espeak_TextToPhonemes(&next, Int32(espeakCHARS_UTF8), separator)
        .map { String(cString: $0) } ?? ""
    }
    // Some languages put a short pause before it.
    let phonemes = String(name.drop { "_!| ".contains($0) })
    let stressed = phonemes.map { $0 == "'" && !isStressed ? "," : $0 }
    return stressed.isEmpty ? nil : String(stressed)
  }
}
